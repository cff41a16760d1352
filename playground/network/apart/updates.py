"""What an optimizer makes of a gradient, as an equation: the rules of SGD and its relatives, and Adam, in full."""

from __future__ import annotations

import math

from PySide6.QtCore import QCoreApplication

from engine.inspectors.net.coming_step import ComingStep, Layer
from engine.optim.adam import AdamSpec
from engine.optim.sgd import MomentumSpec, NesterovSpec, SgdSpec
from playground.ui.text import i18n
from playground.ui.text.numbers import count, number


def _tr(text: str) -> str:
    return QCoreApplication.translate("ComingStep", text)


def update_words(step: ComingStep, layer: Layer, source: int, target: int) -> str:
    """From the old weight to the new one."""
    at = source, target
    w, g, new = float(layer.weight[at]), float(layer.gradient[at]), float(layer.after[at])
    spec = step.optimizer
    figures = {"w": _long(w), "g": number(g), "lr": number(step.rate), "new": _long(new)}
    if layer.is_frozen:
        return _tr("The layer is frozen: whatever g = {g} asks for, w = {w} stays.").format(**figures)
    if isinstance(spec, SgdSpec):
        return _tr("SGD: w − η·g = {w} − {lr} × {g} = {new}.").format(**figures)
    if isinstance(spec, MomentumSpec | NesterovSpec):
        v, later = float(layer.memory[0][at]), float(layer.memory_after[0][at])
        figures |= {"m": number(spec.momentum), "v": number(v), "later": number(later)}
        first = _tr("The ball rolls on: v = m·v + g = {m} × {v} + {g} = {later}.").format(**figures)
        if isinstance(spec, MomentumSpec):
            return f"{first} " + _tr("w − η·v = {w} − {lr} × {later} = {new}.").format(**figures)
        return f"{first} " + _tr("w − η·(g + m·v) = {w} − {lr} × ({g} + {m} × {later}) = {new}.").format(**figures)
    if type(spec) is AdamSpec:
        return _adam(step, layer, at, spec, figures)
    kind = str(getattr(spec, "kind", ""))
    text = _tr("{optimizer} makes of g = {g} a step of {step}: {w} becomes {new}.")
    said = text.format(optimizer=i18n.choice_name(kind), step=number(new - w), **figures)
    return f"{said} {i18n.choice_help(kind)}"


def _adam(step: ComingStep, layer: Layer, at: tuple[int, int], spec: AdamSpec, figures: dict[str, str]) -> str:
    m, s = (float(memory[at]) for memory in layer.memory)
    m_later, s_later = (float(memory[at]) for memory in layer.memory_after)
    mean, square = m_later / (1 - spec.beta1**step.updates), s_later / (1 - spec.beta2**step.updates)
    figures = figures | {
        "m": number(m),
        "m_later": number(m_later),
        "s": number(s),
        "s_later": number(s_later),
        "mean": number(mean),
        "root": number(math.sqrt(square)),
        "beta1": number(spec.beta1),
        "beta2": number(spec.beta2, 5),
        "step": count(step.updates),
    }
    text = _tr(
        "Adam's averages, with β₁ = {beta1} and β₂ = {beta2}: m = β₁ × {m} + (1 − β₁) × {g} = {m_later}, "
        "s = β₂ × {s} + (1 − β₂) × ({g})² = {s_later}. Their start at zero made good in step {step}: "
        "m̂ = m / (1 − β₁^{step}) = {mean}, √ŝ = {root}. w − η·m̂/(√ŝ + ε) = {w} − {lr} × {mean} / {root} = {new}."
    )
    return text.format(**figures)


def _long(value: float) -> str:
    """So many digits that a small step is to be seen."""
    return number(value, 5)
