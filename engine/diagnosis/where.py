"""What a finding speaks of besides its lane, so that a view can light its row: a layer, a class or a feature."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

import numpy as np

from engine.arrays import Array
from engine.diagnosis.evidence.evidence import Evidence, behind_output, bends, masks
from engine.diagnosis.findings import Finding, Where
from engine.diagnosis.rules.capacity import hidden_widths
from engine.diagnosis.rules.data import ignored_classes, missed_classes
from engine.diagnosis.rules.signals import starts_with_zeros
from engine.nn.layers.base import LayerSpec


def where(finding: Finding, e: Evidence) -> Where:
    """The layer that its sentences name, or else what its rule goes by; nothing where that is all of the lane."""
    if finding.named_layer is not None:
        return Where(layer=finding.named_layer)
    return PLACES[finding.rule](e) if finding.rule in PLACES else Where()


def _most(e: Evidence, figures: Array) -> Where:
    """The layer with weights that has most of it."""
    return Where() if np.isnan(figures).all() else Where(layer=e.dense[int(np.nanargmax(figures))])


def _penalty(e: Evidence) -> Where:
    """Where it is strongest beside the data; or, of decay, where least of the weights is left."""
    return _most(e, e.penalty_share if np.nanmax(e.penalty_share, initial=0) > 0 else -e.weight_share)


def _widest(e: Evidence) -> Where:
    widths = hidden_widths(e)
    return Where(layer=max(widths, key=widths.__getitem__, default=None))


def _dropout(e: Evidence) -> Where:
    """The strongest of the hidden layers."""
    rates = {index: layer.dropped for index, layer in enumerate(e.layers[: e.dense[-1]]) if layer.has_mask}
    return Where(layer=max(rates, key=rates.__getitem__, default=None))


def _behind_output(is_meant: Callable[[LayerSpec], bool]) -> Callable[[Evidence], Where]:
    def place(e: Evidence) -> Where:
        return Where(layer=next(iter(behind_output(e, is_meant)), None))

    return place


def _first(classes: Callable[[Evidence], Array]) -> Callable[[Evidence], Where]:
    def place(e: Evidence) -> Where:
        found = classes(e)
        return Where(label=int(found[0])) if len(found) else Where()

    return place


PLACES: Final[dict[str, Callable[[Evidence], Where]]] = {
    "class_missing": _first(lambda e: np.array(e.facts.missing)),
    "features_unscaled": lambda e: Where(layer=e.dense[0]),
    "penalty_too_strong": _penalty,
    "zeros": lambda e: Where(layer=next((index for index in e.dense if starts_with_zeros(e.layers[index])), None)),
    "exploding": lambda e: Where(layer=e.dense[-1]),
    "activation_on_logits": _behind_output(bends),
    "dropout_on_logits": _behind_output(masks),
    "dropout_too_strong": _dropout,
    "rate_too_large": lambda e: _most(e, e.update_ratio),
    "fading": lambda e: Where(layer=e.dense[-1]),
    "rate_too_small": lambda e: _most(e, e.update_ratio),
    "net_too_small": _widest,
    "class_ignored": _first(ignored_classes),
    "imbalance": _first(missed_classes),
    "sentinel_left": lambda e: Where(feature=None if e.facts.sentinel is None else e.facts.sentinel.column),
    "label_leak": lambda e: Where(feature=None if e.facts.leak is None else e.feature_names[e.facts.leak]),
}
"""Of rules whose sentences name no layer."""
