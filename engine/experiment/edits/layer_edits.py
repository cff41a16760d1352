"""Structural edits: layers inserted, removed, moved and duplicated.

Lanes name single layers by their index (``layers.3.l2``), so every edit of the stack carries those names along.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from engine.experiment.experiment import Experiment, parse
from engine.experiment.field_path import ALL, FieldPath
from engine.nn.layers.base import OutputSpec, has_weights, may_be_output
from engine.nn.layers.registry import LAYERS


def insert_layer(experiment: Experiment, index: int, kind: str) -> Experiment:
    """A new layer of this kind, with its usual settings, before layer ``index``.

    A layer with weights takes width, initialization and penalties from the nearest of its kind; of the output all but
    the width, and that only where there is no other.
    """
    usual = LAYERS[kind]().model_dump(mode="json")
    layer, output = usual, experiment.output_layer
    alike = [i for i, other in enumerate(experiment.layers) if other.kind == kind and has_weights(other)]
    if alike:
        nearest = min(alike, key=lambda i: (i == output, abs(i - index)))
        layer = experiment.layers[nearest].model_dump(mode="json")
        if nearest == output:
            layer["units"] = usual["units"]
    layers: list[Any] = experiment.to_dict()["layers"]
    places: list[int | None] = list(range(len(layers)))
    layers.insert(index, layer)
    places.insert(index, None)
    return _rebuilt(experiment, layers, places)


def insert_hidden_layer(experiment: Experiment, index: int) -> Experiment:
    """A layer with weights before layer ``index`` and a nonlinearity behind it, both as the nearest ones are."""
    wider = insert_layer(experiment, index, "dense")
    layers: list[Any] = wider.to_dict()["layers"]
    functions = [i for i, layer in enumerate(experiment.layers) if layer.nonlinearity is not None]
    usual: Any = LAYERS["activation"]().model_dump(mode="json")
    if functions:
        nearest = min(functions, key=lambda i: abs(i - index))
        usual = experiment.layers[nearest].model_dump(mode="json")
    places: list[int | None] = list(range(len(layers)))
    layers.insert(index + 1, usual)
    places.insert(index + 1, None)
    return _rebuilt(wider, layers, places)


def remove_layers(experiment: Experiment, indices: Sequence[int]) -> Experiment:
    """The stack without these layers, and without what `layers_left` leaves out with them. Raises ExperimentError where
    no dense layer would be left."""
    return _rearranged(experiment, layers_left(experiment, indices))


def layers_left(experiment: Experiment, indices: Sequence[int]) -> list[int]:
    """The indices of the layers that stay when these are removed.

    With the output goes what stood between it and the dense layer that becomes the output: an activation, a dropout or
    a normalization of hidden values would act on the answers otherwise.
    """
    gone, output = set(indices), experiment.output_layer
    if output in gone:
        dense = [i for i, layer in enumerate(experiment.layers[:output]) if may_be_output(layer) and i not in gone]
        gone.update(range(dense[-1] + 1, output) if dense else ())
    return [index for index in range(len(experiment.layers)) if index not in gone]


def move_layer(experiment: Experiment, index: int | Sequence[int], to: int) -> Experiment:
    """The stack with layer ``index`` standing at index ``to`` afterwards.

    Several layers come together in the order that they had, the first of them at ``to``.
    """
    moving = _sorted(index)
    places = [place for place in range(len(experiment.layers)) if place not in set(moving)]
    places[to:to] = moving
    return _rearranged(experiment, places)


def duplicate_layer(experiment: Experiment, index: int | Sequence[int]) -> Experiment:
    """The stack with a copy of a layer right behind it; the copies of several together behind the last."""
    copied = _sorted(index)
    places = list(range(len(experiment.layers)))
    places[copied[-1] + 1 : copied[-1] + 1] = copied
    return _rearranged(experiment, places)


def _sorted(index: int | Sequence[int]) -> list[int]:
    return [index] if isinstance(index, int) else sorted(set(index))


def _rearranged(experiment: Experiment, places: Sequence[int]) -> Experiment:
    layers = experiment.to_dict()["layers"]
    return _rebuilt(experiment, [dict(layers[place]) for place in places], places)


def _rebuilt(experiment: Experiment, layers: list[Any], places: Sequence[int | None]) -> Experiment:
    """``places[i]`` is where layer i of the new stack stood in the old one; None for a new layer."""
    data = experiment.to_dict()
    data["layers"] = layers
    output = _keep_output_units(experiment, layers)
    for lane in data["lanes"]:
        settings: dict[str, Any] = {}
        for text, value in lane["set"].items():
            path = FieldPath.parse(text)
            if path.layer in (None, ALL):
                settings[text] = value
                continue
            for new, old in enumerate(places):
                if old == path.layer and (new, path.field) != (output, "units"):
                    settings[str(path.at(new))] = value
        lane["set"] = settings
    return parse(data)


def _keep_output_units(experiment: Experiment, layers: list[Any]) -> int:
    """Whichever layer is the output now gets as many units as the old one had, one a class, in all lanes. Its index, or
    -1."""
    old = experiment.layers[experiment.output_layer] if experiment.output_layer is not None else None
    able = [index for index, layer in enumerate(layers) if issubclass(LAYERS[layer["kind"]], OutputSpec)]
    if may_be_output(old) and able:
        layers[able[-1]]["units"] = old.units
    return able[-1] if able else -1


def with_classes(experiment: Experiment, n_classes: int) -> Experiment:
    """The experiment with an output layer of one unit a class."""
    data = experiment.to_dict()
    assert experiment.output_layer is not None
    data["layers"][experiment.output_layer]["units"] = n_classes
    return parse(data)
