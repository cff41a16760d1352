"""Trained networks on disk: the parameters of every lane, and all that it takes to use them on other rows.

An .npz file that ``np.load(path, allow_pickle=False)`` reads: ``lanes.<i>.layers.<j>.weight`` (in, out) and ``.bias``
(out,), j being the index in the stack, and of batch normalization ``.scale``, ``.shift``, ``.running_mean`` and
``.running_variance`` (units,), of layer normalization the first two; ``experiment``, the JSON text; ``scaling.offset``
and ``scaling.scale`` (n_features,), where (feature - offset) / scale is what the network was trained on;
``feature_names`` and ``classes``; ``preparation``, the JSON text of how features are made of the columns of a table
(`engine.data.preprocessing.preparation`), which are themselves the features where it is missing; ``filling``
(n_columns,), what stands in for their holes; ``steps``, how many steps led there; ``diverged_at`` and ``stopped_at``
(lanes,), the step at which a lane left the run, or -1; ``restored`` (lanes,), the step whose weights a lane has gone
back to, or -1; ``has_ended``, whether the run was over; ``edited`` and ``warm_started`` (lanes,), see
`engine.store.provenance`; ``rows``, the fingerprint of what was learned from; ``is_named``, whether ``feature_names``
come from the source. Where numbers are learned ``classes`` is empty, and an output times ``target.scale`` plus
``target.offset`` is what ``target.name`` is called. ``image_shape`` (2,) is (height, width) where a row is a picture.
Files of before have nothing from ``steps`` on.
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import field, replace
from pathlib import Path
from types import MappingProxyType
from typing import Any

import numpy as np

from engine.arrays import Array
from engine.data.dataset import Dataset
from engine.data.fingerprint import fingerprint
from engine.data.preprocessing.preparation import Preparation, Prepared, from_json, plain
from engine.data.task import Task
from engine.errors import ExperimentError, ModelError
from engine.experiment.experiment import Experiment, parse
from engine.experiment.lanes.groups import groups
from engine.nn.layers.pictures import ShapeError
from engine.nn.shapes import RowsOf, layer_shapes, parameter_shapes, row_shape
from engine.records import record
from engine.store.atomic import write_atomically
from engine.store.experiment_files import LARGEST_EXPERIMENT
from engine.store.npz import NpzReader, opened_npz
from engine.store.provenance import Provenance, provenance
from engine.train.trainer import Trainer

LARGEST_MODEL = 2 * 1024**3
"""Bytes of all parameters."""
_LARGEST_NAMES = 50_000_000
"""Bytes of all feature or class names, at four for each character of the longest."""
_LARGEST_FINGERPRINT = 400
"""Bytes."""
_STEPS, _LANES = ("diverged_at", "stopped_at", "restored"), ("edited", "warm_started")
"""Fields of a `Provenance` that say something of each lane: a step, or whether it belongs to them."""


@record(eq=False)
class Model(Prepared):
    """``lanes[i][j]`` holds the parameters of lane i, layer j of the stack, by the names that the file has.

    preparation: what makes the columns of a table its features.
    """

    path: Path
    experiment: Experiment
    lanes: list[list[dict[str, Array]]]
    classes: tuple[str, ...]
    preparation: Preparation
    provenance: Provenance | None = None
    """None in files of before."""
    is_named: bool | None = None
    """Whether the names of the columns come from the source, and were not made up; None where that is not known."""
    target_name: str = ""
    """What the numbers are called that were learned, without ``classes``; see `engine.data.Dataset`."""
    target_offset: float = 0.0
    target_scale: float = 1.0
    image_shape: tuple[int, int] | None = None
    """(height, width), where a row is a picture."""
    own_preparations: Mapping[int, Preparation] = field(default_factory=dict)
    """Of groups of lanes that have cut or scaled the rows in their own way, by the number of the group."""

    def groups(self) -> tuple[tuple[tuple[int, ...], Model], ...]:
        """The numbers of the lanes of each group, and a model of these alone; a single group is the model itself."""
        found = groups(self.experiment)
        if len(found) == 1 and found[0].experiment is self.experiment:
            return ((found[0].lanes, self),)
        return tuple(
            (
                group.lanes,
                replace(
                    self,
                    experiment=group.experiment,
                    lanes=[self.lanes[lane] for lane in group.lanes],
                    preparation=self.own_preparations.get(place, self.preparation),
                    own_preparations={},
                    image_shape=None if group.experiment.data.inputs else self.image_shape,
                ),
            )
            for place, group in enumerate(found)
        )

    def of(self, lane: int) -> tuple[Model, int]:
        """The model of the group that a lane belongs to, and its number there."""
        return next((model, lanes.index(lane)) for lanes, model in self.groups() if lane in lanes)

    @property
    def task(self) -> Task:
        return "classes" if self.classes else "numbers"


def save_model(trainer: Trainer, path: Path | str) -> None:
    """Writes all lanes as they are now.

    Raises:
        PlaygroundError: it cannot be written.
    """
    dataset = trainer.dataset
    arrays: dict[str, Array] = {
        "experiment": np.array(trainer.experiment.to_json()),
        "classes": np.array(dataset.classes, str),
        **_preparation_arrays(dataset),
        "is_named": np.array(dataset.is_named),
        **({} if dataset.image_shape is None else {"image_shape": np.array(dataset.image_shape, np.int64)}),
        **(_target_arrays(dataset) if dataset.task == "numbers" else {}),
        **_provenance_arrays(provenance(trainer), len(trainer.experiment.lanes)),
    }
    for place, group in enumerate(trainer.groups):
        if group.dataset is not dataset:
            own = _preparation_arrays(group.dataset)
            arrays |= {f"{_prefix(place)}{name}": array for name, array in own.items()}
    for lane in range(len(trainer.experiment.lanes)):
        for index, parameters in enumerate(trainer.lane_parameters(lane)):
            for name, values in parameters.items():
                arrays[_key(lane, index, name)] = values
    write_atomically(path, lambda stream: np.savez(stream, **arrays))  # type: ignore[arg-type]


def _preparation_arrays(dataset: Dataset) -> dict[str, Array]:
    filling = dataset.preparation.filling
    return {
        "feature_names": np.array(dataset.feature_names),
        "preparation": np.array(dataset.preparation.to_json()),
        **({} if filling is None else {"filling": filling}),
        "scaling.offset": dataset.offset,
        "scaling.scale": dataset.scale,
    }


def _prefix(group: int) -> str:
    return f"groups.{group}."


def load_model(path: Path | str) -> Model:
    """Reads a model file. The sizes in a damaged or forged one are checked before memory is taken.

    Raises:
        ModelError: one sentence that names the file.
    """
    with opened_npz(Path(path)) as npz:
        return _read(npz)


def _read(npz: NpzReader) -> Model:
    if npz.has("run"):
        raise ModelError(
            "{file} is a saved run, not a trained model: the window's Open run goes on with it and can save its model.",
            file=npz.path,
        )
    experiment = _read_experiment(npz)
    classes = npz.texts("classes", _LARGEST_NAMES)
    feature_names = npz.texts("feature_names", _LARGEST_NAMES)
    pixels = _read_image_shape(npz, len(feature_names))
    members = groups(experiment)
    own = {place: _read_preparation(npz, _prefix(place)) for place in range(len(members)) if _has_own(npz, place)}
    shapes: dict[int, list[dict[str, tuple[int, ...]]]] = {}
    ends = []
    try:
        for place, group in enumerate(members):
            layers = group.experiment.layers
            rows = RowsOf(len(own[place].names)) if place in own else RowsOf(len(feature_names))
            has_pixels = pixels is not None and rows.n_features == len(feature_names)
            row = row_shape(layers, rows._replace(image_shape=pixels) if has_pixels else rows)
            shapes |= dict.fromkeys(group.lanes, parameter_shapes(layers, row))
            ends.append(layer_shapes(layers, row)[-1])
    except ShapeError:
        raise ModelError("{file}: its classes and features do not fit its layers.", file=npz.path) from None
    count = sum(math.prod(shape) for of_lane in shapes.values() for layer in of_lane for shape in layer.values())
    if count * np.dtype(np.float32).itemsize > LARGEST_MODEL:
        raise ModelError("{file} needs more than 2 GB of memory.", file=npz.path)
    is_number = not classes and npz.has("target.scale")
    n_outputs = 1 if is_number else len(classes)
    if any(end != (n_outputs,) for end in ends) or not feature_names:
        raise ModelError("{file}: its classes and features do not fit its layers.", file=npz.path)
    return Model(
        path=npz.path,
        experiment=experiment,
        lanes=[_read_lane(npz, lane, shapes[lane]) for lane in range(len(experiment.lanes))],
        classes=classes,
        preparation=_read_preparation(npz),
        own_preparations=MappingProxyType(own),
        provenance=_read_provenance(npz, len(experiment.lanes)),
        is_named=bool(npz.array("is_named", (), np.bool_)) if npz.has("is_named") else None,
        **(_read_target(npz) if is_number else {}),
        image_shape=pixels,
    )


def _read_image_shape(npz: NpzReader, n_features: int) -> tuple[int, int] | None:
    if not npz.has("image_shape"):
        return None
    height, width = npz.array("image_shape", (2,), np.int64).tolist()
    if height < 1 or width < 1 or height > n_features or width > n_features or n_features % (height * width):
        raise ModelError("{file} is damaged or not a model file.", file=npz.path)
    return height, width


def _read_experiment(npz: NpzReader) -> Experiment:
    try:
        return parse(npz.text("experiment", 4 * LARGEST_EXPERIMENT))  # four bytes a character
    except ExperimentError as error:
        raise ModelError("{file}: {problem}", file=npz.path, problem=error) from None


def _target_arrays(dataset: Dataset) -> dict[str, Array]:
    return {
        "target.name": np.array(dataset.target_name),
        "target.offset": np.array(dataset.target_offset, np.float32),
        "target.scale": np.array(dataset.target_scale, np.float32),
    }


def _read_target(npz: NpzReader) -> dict[str, Any]:
    offset, scale = (float(npz.array(name, (), np.float32)) for name in ("target.offset", "target.scale"))
    if not math.isfinite(offset) or not 0 < scale < math.inf:
        raise ModelError("{file} is damaged or not a model file.", file=npz.path)
    return {"target_name": npz.text("target.name", _LARGEST_NAMES), "target_offset": offset, "target_scale": scale}


def _has_own(npz: NpzReader, group: int) -> bool:
    return npz.has(f"{_prefix(group)}preparation")


def _read_preparation(npz: NpzReader, prefix: str = "") -> Preparation:
    """Plain numbers in a file of before."""
    names = npz.texts(f"{prefix}feature_names", _LARGEST_NAMES)
    offset, scale = (npz.numbers(f"{prefix}{name}", (len(names),)) for name in ("scaling.offset", "scaling.scale"))
    if not npz.has(f"{prefix}preparation"):
        return plain(names, offset, scale)
    try:
        found = from_json(npz.text(f"{prefix}preparation", _LARGEST_NAMES), offset, scale)
    except ValueError:
        raise ModelError("{file} is damaged or not a model file.", file=npz.path) from None
    if npz.has(f"{prefix}filling"):
        found = replace(found, filling=npz.numbers(f"{prefix}filling", (len(found.columns),)))
    return found


def learned_from(model: Model, dataset: Dataset) -> bool:
    """Whether a model was trained on these very rows; as far as can be told, for a file of before."""
    if model.provenance is not None:
        return model.provenance.rows == fingerprint(dataset)
    names = (dataset.feature_names, dataset.classes) == (model.feature_names, model.classes)
    scaling = np.array_equal(dataset.offset, model.offset) and np.array_equal(dataset.scale, model.scale)
    return names and scaling


def _provenance_arrays(found: Provenance, lanes: int) -> dict[str, Array]:
    return {
        "steps": np.array(found.steps, np.int64),
        "rows": np.array(found.rows),
        **{
            name: np.array([steps.get(lane, -1) for lane in range(lanes)], np.int64)
            for name, steps in zip(_STEPS, (found.diverged_at, found.stopped_at, found.restored), strict=True)
        },
        "has_ended": np.array(found.has_ended),
        **{
            name: np.array([lane in chosen for lane in range(lanes)])
            for name, chosen in zip(_LANES, (found.edited, found.warm_started), strict=True)
        },
    }


def _read_provenance(npz: NpzReader, lanes: int) -> Provenance | None:
    if not npz.has("steps"):
        return None
    steps = int(npz.array("steps", (), np.int64))
    if steps < 0:
        raise ModelError("{file} is damaged or not a model file.", file=npz.path)
    diverged_at, stopped_at, restored = (
        {lane: int(step) for lane, step in enumerate(npz.array(name, (lanes,), np.int64)) if step >= 0}
        for name in _STEPS
    )
    edited, warm_started = (frozenset(np.flatnonzero(npz.array(name, (lanes,), np.bool_)).tolist()) for name in _LANES)
    return Provenance(
        steps=steps,
        rows=npz.text("rows", _LARGEST_FINGERPRINT),
        diverged_at=diverged_at,
        stopped_at=stopped_at,
        restored=restored,
        has_ended=bool(npz.array("has_ended", (), np.bool_)),
        edited=edited,
        warm_started=warm_started,
    )


def _read_lane(npz: NpzReader, lane: int, shapes: list[dict[str, tuple[int, ...]]]) -> list[dict[str, Array]]:
    return [
        {name: npz.numbers(_key(lane, index, name), shape) for name, shape in layer.items()}
        for index, layer in enumerate(shapes)
    ]


def _key(lane: int, layer: int, name: str) -> str:
    return f"lanes.{lane}.layers.{layer}.{name}"
