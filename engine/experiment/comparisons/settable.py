"""All that a lane may set, with what each field says of itself: what a comparison of one's own may be made of."""

from __future__ import annotations

from typing import Any, Final

from engine.data.augmentation.spec import AugmentationSpec
from engine.experiment.comparisons.base import Start
from engine.experiment.comparisons.proposals import proposed
from engine.experiment.declared import declared
from engine.experiment.experiment import Experiment
from engine.experiment.field_path import ALL, FieldPath
from engine.experiment.lanes.lanes import lane_value
from engine.experiment.lanes.spec import KIND, LANE_DATA, LANE_SETTINGS, ON
from engine.experiment.setup import Setup
from engine.fields import FieldInfo, field_info, field_infos

_SINGLE: Final = ("units", "filters", "function", "rate")
"""Settings that are offered for each layer alone, too."""
_WITH_KINDS: Final = ("optimizer", "schedule")
_WHOLE: Final = ("batch_size", "sampling", "loss", "dropout_scaling")
_WHETHER: Final = FieldInfo(
    name=ON,
    title="Layer on",
    help="Whether the layer is there; a lane that goes without it hands on what comes in.",
    kind="flag",
    default=True,
)
_FOLD: Final = "data.fold"
_PART: Final = "data.train_on"
_AUGMENTATION: Final = "data.augmentation"
_COMPARABLE: Final = ("integer", "number", "choice", "flag")


def settable(experiment: Experiment, *, has_pictures: bool = False) -> dict[str, FieldInfo]:
    """By the short names of lanes' settings, and by paths. What all layers have stands before what one has.

    has_pictures: rows are pictures, which lanes may learn from as they are or changed by chance.
    """
    found: dict[str, FieldInfo] = dict(LANE_SETTINGS)
    layers = experiment.layers
    for layer in layers:
        for name, info in field_infos(type(layer)).items():
            if name != KIND and name not in LANE_SETTINGS:
                found[str(FieldPath.of_layer(ALL, name))] = info
    for head in _WITH_KINDS:
        part = getattr(experiment, head)
        kind = declared(FieldPath((head, KIND)))
        assert kind is not None
        found[f"{head}.{KIND}"] = kind
        for name, info in field_infos(part.__class__).items():
            if name != KIND and name not in LANE_SETTINGS:
                found[f"{head}.{name}"] = info
    found |= {name: field_info(Setup, name) for name in _WHOLE}
    stopping = experiment.early_stopping
    found |= {f"early_stopping.{name}": info for name, info in field_infos(type(stopping)).items()}
    data = field_infos(type(experiment.data))
    found |= {f"data.{name}": data[name] for name in data if name in LANE_DATA}
    if has_pictures:
        found |= {f"{_AUGMENTATION}.{name}": info for name, info in field_infos(AugmentationSpec).items()}
    output = experiment.output_layer
    for place, layer in enumerate(layers):
        for name, info in field_infos(type(layer)).items():
            if name in _SINGLE and place != output:
                found[str(FieldPath.of_layer(place, name))] = info
        if place != output:
            found[str(FieldPath.of_layer(place, ON))] = _WHETHER
    return {path: info for path, info in found.items() if info.kind in _COMPARABLE}


def present_value(experiment: Experiment, lane: int, field: str) -> Any:
    """What a lane has there now; of layers that differ, what the first of them has."""
    value = lane_value(experiment, lane, field)
    if value is not None or field not in LANE_SETTINGS:
        return value
    path = FieldPath.of_layer(ALL, field)
    places = path.layers_among(experiment.layers)
    return getattr(experiment.layers[places[0]], field) if places else None


def proposed_for(start: Start, field: str, info: FieldInfo) -> tuple[Any, ...]:
    """Values of a field that are worth comparing in this experiment."""
    present = present_value(start.experiment, start.lane, field)
    folds = start.alone.data.folds
    if field == _FOLD and folds is not None:
        return tuple(range(1, folds + 1))
    if field == _PART and present is None:
        present = start.n_rows
    found = proposed(info, present)
    if field in (_PART, "batch_size") and start.n_rows is not None:
        return tuple(value for value in found if value <= start.n_rows)
    return found
