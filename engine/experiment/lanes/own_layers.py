"""Layers that one lane alone has: put into the stack of all, and off in the others, which do not feel it.

Lanes name single layers by their index, in what they set and in their names, so both are carried along; and a layer
whose place is another keeps the draws of the place that it had, so that Reset gives the lanes the same weights again.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from engine.experiment.experiment import Experiment, parse
from engine.experiment.field_path import ALL, FieldPath
from engine.experiment.lanes.spec import LONGEST_NAME, ON
from engine.experiment.lanes.value_names import BETWEEN, value_name
from engine.nn.layers.base import LayerSpec, has_weights


def with_layers_off(experiment: Experiment, at: int, layers: Sequence[LayerSpec]) -> Experiment:
    """The same lanes, with layers more in the stack before ``at`` that none of them has."""
    count = len(layers)
    stack = [layer if index < at else _drawn(layer, index) for index, layer in enumerate(experiment.layers)]
    stack[at:at] = layers
    off = {str(FieldPath.of_layer(at + place, ON)): False for place in range(count)}
    return _renumbered(experiment, stack, places_with(at, count), off)


def without_layers(experiment: Experiment, rows: Sequence[int]) -> Experiment:
    """Takes layers away again that no lane has."""
    if not rows:
        return experiment
    stays = [(index, layer) for index, layer in enumerate(experiment.layers) if index not in rows]
    stack = [_placed(_drawn(layer, old), index) for index, (old, layer) in enumerate(stays)]
    return _renumbered(experiment, stack, places_without(rows))


def places_without(rows: Sequence[int]) -> Callable[[int], int | None]:
    """Where a layer stands when these are taken away; None for these."""
    return lambda index: None if index in rows else index - sum(row < index for row in rows)


def places_with(at: int, count: int) -> Callable[[int], int | None]:
    """Where a layer stands with so many more before ``at``."""
    return lambda index: index if index < at else index + count


def own_layers(experiment: Experiment, lane: int = -1) -> tuple[int, ...]:
    """The layers that a lane alone has; the last one, where none is named."""
    others = list(experiment.lanes)
    only = others.pop(lane)
    return tuple(
        index
        for index in range(len(experiment.layers))
        if others
        and only.set.get(path := str(FieldPath.of_layer(index, ON)), True)
        and not any(each.set.get(path, True) for each in others)
    )


def without(experiment: Experiment, lane: int = -1) -> Experiment:
    """Without a lane, the last one where none is named, and without the layers that it alone has."""
    lanes = list(experiment.lanes)
    del lanes[lane]
    fewer = experiment.model_copy(update={"lanes": tuple(lanes)})
    return without_layers(fewer, own_layers(experiment, lane))


def _drawn(layer: LayerSpec, index: int) -> LayerSpec:
    """With the draws of the place that it has."""
    return layer.model_copy(update={"draw": layer.drawn_as(index)}) if has_weights(layer) else layer


def _placed(layer: LayerSpec, index: int) -> LayerSpec:
    """Without a word on its draws, where they are those of its place."""
    is_usual = has_weights(layer) and layer.drawn_as(index) == index
    return layer.model_copy(update={"draw": None}) if is_usual else layer


def _renumbered(
    experiment: Experiment,
    layers: Sequence[LayerSpec],
    moved: Callable[[int], int | None],
    more: Mapping[str, Any] | None = None,
) -> Experiment:
    """moved: where a layer of the old stack stands in the new one, if it does. more: what every lane sets besides."""
    data = experiment.to_dict()
    data["layers"] = [layer.model_dump(mode="json") for layer in layers]
    for lane in data["lanes"]:
        settings, names = {}, lane["name"].split(BETWEEN)
        for text, value in lane["set"].items():
            new = renumbered(text, moved)
            if new is not None:
                settings[new] = value
                said = value_name(text, value, experiment.layers)
                names = [value_name(new, value, layers) if name == said else name for name in names]
        lane["name"] = BETWEEN.join(names)[:LONGEST_NAME]
        lane["set"] = settings | dict(more or {})
    return parse(data)


def renumbered(text: str, moved: Callable[[int], int | None]) -> str | None:
    """A path, be it one in a lane, in a stack whose layers stand elsewhere; None where its layer has gone."""
    path = FieldPath.parse(text)
    inside = path.inside_lane if path.is_lane_setting else path
    if inside is None or inside.layer in (None, ALL):
        return text
    assert isinstance(inside.layer, int)
    to = moved(inside.layer)
    if to is None:
        return None
    return str(inside.at(to) if path.lane is None else inside.at(to).in_lane(path.lane))
