"""Runs on disk: all lanes as they were between two steps, and everything it takes to go on from there, bit for bit.

An .npz file in all but its name (see `engine.store.file_kind`), that ``np.load(path, allow_pickle=False)`` reads:
``run``, a JSON text with the single numbers and the marks; ``experiment``, the JSON text; the arrays of
`engine.train.kept.run_state.GroupCheckpoint` by their names; ``best_states.<lane>``; and ``steps`` and ``values`` of
``history`` and ``layer_history``; where a clock was read, ``history.timed``, the seconds of each point and lane. Where
lanes make several groups (`engine.experiment.lanes.groups`), ``run`` and the
arrays are there once for each, as ``groups.<g>.NAME``; without that prefix stand the histories of all lanes, and a
``run`` that says of these how long they are.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from pathlib import Path
from types import MappingProxyType
from typing import Annotated, Any, Final, Literal, TypeAlias

import numpy as np
from pydantic import BaseModel, ConfigDict, Field, TypeAdapter, ValidationError

from engine.arrays import Array
from engine.errors import ExperimentError, ModelError
from engine.experiment.experiment import Experiment, parse
from engine.experiment.lanes.groups import groups as groups_of
from engine.nn.layers.base import has_weights
from engine.nn.layers.pictures import ShapeError
from engine.nn.shapes import parameter_shapes, row_shape
from engine.store.atomic import write_atomically
from engine.store.experiment_files import LARGEST_EXPERIMENT
from engine.store.npz import NpzReader, opened_npz
from engine.train.history.history import HistoryView, Mark, measures
from engine.train.history.layer_history import FIGURES, LayerHistoryView
from engine.train.kept.run_state import Checkpoint, GroupCheckpoint, active_lanes, capture, read_only, restore
from engine.train.openings import Openings

__all__ = ["Checkpoint", "capture", "load_checkpoint", "restore", "save_checkpoint"]

Count: TypeAlias = Annotated[int, Field(ge=0, le=2**62)]
Pixels: TypeAlias = Annotated[int, Field(ge=1, le=100_000)]

LARGEST_CHECKPOINT: Final = 4 * 1024**3
"""Bytes of all arrays."""
_LARGEST_TEXT = 40_000_000
"""Bytes, at four for a character."""


class _Model(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True, strict=True)


class _Mark(_Model):
    step: Count
    path: Annotated[str, Field(max_length=1000)]
    old: bool | int | float | str | None
    new: bool | int | float | str | None


class _Run(_Model):
    """The single numbers of a checkpoint, and how long its arrays are."""

    version: Literal[1] = 1
    dtype: Literal["float32", "float64"]
    fingerprint: Annotated[str, Field(max_length=100)]
    n_features: Annotated[int, Field(ge=1, le=10_000_000)]
    image_shape: tuple[Pixels, Pixels] | None = None
    step: Count
    rows_seen: Count
    seconds: Annotated[float, Field(ge=0, allow_inf_nan=False)]
    diverged_at: dict[Count, Count]
    stopped_at: dict[Count, Count]
    best_states: list[Count]
    restored: dict[Count, Count] | None = None
    """None in files from before it was written down, which lack ``lowest`` too: see `_completed`."""
    has_ended: bool = False
    came_to: bool = False
    """Whether there is an array of that name; older files say of stopped lanes only what was kept of them."""
    warm_started: list[Count] = []
    behind: dict[Count, Annotated[int, Field(ge=-(2**62), le=2**62)]] = {}
    has_validation: bool = False
    openings: list[Count] = []
    earlier_openings: Count = 0
    chosen_by: Count = 0
    optimizer_t: Count
    optimizer_scalars: dict[str, Annotated[float, Field(allow_inf_nan=False)]] | None = None
    mu_product: Annotated[float, Field(allow_inf_nan=False)] | None = None
    """In files from before optimizers had scalars, of any kind; Nadam alone had a use for it."""
    measured_at: Annotated[int, Field(ge=-1, le=2**62)]
    points: Count
    layer_points: Count
    marks: list[_Mark]
    timed: bool = False
    """Whether the seconds of the points are there; older files do not have them."""


class _Groups(_Model):
    """What ``run`` says where there are several groups."""

    version: Literal[2] = 2
    fingerprint: Annotated[str, Field(max_length=100)]
    groups: Annotated[int, Field(ge=2, le=64)]
    has_validation: bool
    points: Count
    layer_points: Count
    marks: list[_Mark]
    timed: bool = False


_What: Final[TypeAdapter[_Run | _Groups]] = TypeAdapter(Annotated[_Run | _Groups, Field(discriminator="version")])


def save_checkpoint(checkpoint: Checkpoint, path: Path | str) -> None:
    """Writes a run. May be called from any thread: a checkpoint never changes.

    Raises:
        PlaygroundError: it cannot be written.
    """
    arrays: dict[str, Array] = {"experiment": np.array(checkpoint.experiment.to_json())}
    if len(checkpoint.groups) == 1:
        arrays |= _arrays_of(checkpoint.groups[0], checkpoint.fingerprint)
    else:
        for place, group in enumerate(checkpoint.groups):
            found = _arrays_of(group, checkpoint.fingerprint)
            arrays |= {f"{_prefix(place)}{name}": array for name, array in found.items()}
        arrays["run"] = np.array(_groups_of(checkpoint).model_dump_json())
        names = (*_HISTORIES, _TIMED) if checkpoint.history.timed is not None else _HISTORIES
        arrays |= {name: _array_of(checkpoint, name) for name in names}
    write_atomically(path, lambda stream: np.savez(stream, **arrays))  # type: ignore[arg-type]


_HISTORIES: Final = ("history.steps", "history.values", "layer_history.steps", "layer_history.values")


_TIMED: Final = "history.timed"


def _prefix(group: int) -> str:
    return f"groups.{group}."


def _arrays_of(checkpoint: GroupCheckpoint, fingerprint: str) -> dict[str, Array]:
    run = _run_of(checkpoint, fingerprint)
    names = _shapes(checkpoint.experiment, run)
    return {"run": np.array(run.model_dump_json()), **{name: _array_of(checkpoint, name) for name in names}}


def _groups_of(checkpoint: Checkpoint) -> _Groups:
    return _Groups(
        fingerprint=checkpoint.fingerprint,
        groups=len(checkpoint.groups),
        has_validation=checkpoint.history.has_validation,
        points=len(checkpoint.history),
        layer_points=len(checkpoint.layer_history),
        marks=_told(checkpoint.history.marks),
        timed=checkpoint.history.timed is not None,
    )


def _told(marks: Sequence[Mark]) -> list[_Mark]:
    return [_Mark(step=m.step, path=m.path, old=m.old, new=m.new) for m in marks]


def _marks(told: Sequence[_Mark]) -> tuple[Mark, ...]:
    return tuple(Mark(mark.step, mark.path, mark.old, mark.new) for mark in told)


def load_checkpoint(path: Path | str) -> Checkpoint:
    """Reads a run. The sizes in a damaged or forged file are checked before memory is taken.

    Raises:
        ModelError: one sentence that names the file.
    """
    with opened_npz(Path(path), "run") as npz:
        return _read(npz)


def _run_of(checkpoint: GroupCheckpoint, fingerprint: str) -> _Run:
    return _Run(
        dtype=checkpoint.lanes.dtype.name,  # type: ignore[arg-type]
        fingerprint=fingerprint,
        n_features=checkpoint.n_features,
        image_shape=checkpoint.image_shape,
        step=checkpoint.step,
        rows_seen=checkpoint.rows_seen,
        seconds=checkpoint.seconds,
        diverged_at=dict(checkpoint.diverged_at),
        stopped_at=dict(checkpoint.stopped_at),
        best_states=list(checkpoint.best_states),
        restored=dict(checkpoint.restored),
        has_ended=checkpoint.has_ended,
        came_to=True,
        warm_started=sorted(checkpoint.warm_started),
        behind=dict(checkpoint.behind),
        has_validation=checkpoint.history.has_validation,
        openings=list(checkpoint.openings.steps),
        earlier_openings=checkpoint.openings.earlier,
        chosen_by=checkpoint.openings.chosen_by,
        optimizer_t=checkpoint.optimizer_t,
        optimizer_scalars=dict(checkpoint.optimizer_scalars),
        measured_at=checkpoint.measured_at,
        points=len(checkpoint.history),
        layer_points=len(checkpoint.layer_history),
        marks=_told(checkpoint.history.marks),
        timed=checkpoint.history.timed is not None,
    )


def _array_of(checkpoint: Checkpoint | GroupCheckpoint, name: str) -> Array:
    """``history.steps`` and ``best_states.3`` are parts of an attribute; all else is one."""
    whole, _, part = name.partition(".")
    value = getattr(checkpoint, whole)
    array: Array = value if not part else value[int(part)] if part.isdecimal() else getattr(value, part)
    return array


def _shapes(experiment: Experiment, run: _Run) -> dict[str, tuple[tuple[int, ...], Any]]:
    """Name -> shape and type of every array."""
    lanes, number = len(experiment.lanes), np.dtype(run.dtype)
    n_measures = len(measures(run.has_validation))
    parameters = parameter_shapes(experiment.layers, row_shape(experiment.layers, run))
    sizes = [
        (math.prod(shape), name in layer.state)
        for layer, shapes in zip(experiment.layers, parameters, strict=True)
        for name, shape in shapes.items()
    ]
    n, n_parameters = sum(size for size, _ in sizes), sum(size for size, is_state in sizes if not is_state)
    active = active_lanes(lanes, run.diverged_at, run.stopped_at)
    return {
        "lanes": ((lanes, n), number),
        "optimizer_memory": ((experiment.optimizer.rule.slots, len(active), n_parameters), number),
        "plateau": ((4, lanes), np.float64),
        "best_looks": ((3, lanes), np.float64),
        **({"lowest": ((2, lanes), np.dtype(np.float64))} if run.restored is not None else {}),
        **{f"best_states.{lane}": ((n,), number) for lane in run.best_states},
        "figures": ((n_measures, lanes), np.float64),
        "kept": ((n_measures, lanes), np.float64),
        **({"came_to": ((n_measures, lanes), np.dtype(np.float64))} if run.came_to else {}),
        **_histories(run, lanes, _n_weighted(experiment)),
    }


def _n_weighted(experiment: Experiment) -> int:
    return sum(has_weights(layer) for layer in experiment.layers)


def _histories(run: _Run | _Groups, lanes: int, weighted: int) -> dict[str, tuple[tuple[int, ...], Any]]:
    return {
        "history.steps": ((run.points,), np.int64),
        "history.values": ((run.points, len(measures(run.has_validation)), lanes), np.float32),
        "layer_history.steps": ((run.layer_points,), np.int64),
        "layer_history.values": ((run.layer_points, len(FIGURES), weighted, lanes), np.float32),
        **({_TIMED: ((run.points, lanes), np.dtype(np.float32))} if run.timed else {}),
    }


def _read(npz: NpzReader) -> Checkpoint:
    if not npz.has("run") and npz.has("experiment"):
        raise ModelError("{file} is a trained model, not a saved run: Open model goes on from it.", file=npz.path)
    try:
        run = _What.validate_json(npz.text("run", _LARGEST_TEXT))
        experiment = parse(npz.text("experiment", 4 * LARGEST_EXPERIMENT))
        groups = [group.experiment for group in groups_of(experiment)]
        if len(groups) != (1 if isinstance(run, _Run) else run.groups):
            raise _damaged(npz)
        runs = [run] if isinstance(run, _Run) else [_run_at(npz, _prefix(place)) for place in range(len(groups))]
    except ValidationError:
        raise _damaged(npz) from None
    except ExperimentError as error:
        raise ModelError("{file}: {problem}", file=npz.path, problem=error) from None
    prefixes = [""] if isinstance(run, _Run) else [_prefix(place) for place in range(len(groups))]
    try:
        shapes = {
            f"{prefix}{name}": shape
            for prefix, group, own in zip(prefixes, groups, runs, strict=True)
            for name, shape in _shapes(group, own).items()
        }
    except ShapeError:
        raise _damaged(npz) from None
    if isinstance(run, _Groups):
        shapes |= _histories(run, len(experiment.lanes), _n_weighted(experiment))
    if sum(math.prod(shape) * np.dtype(kind).itemsize for shape, kind in shapes.values()) > LARGEST_CHECKPOINT:
        raise ModelError("{file} needs more than 4 GB of memory.", file=npz.path)
    for group, own in zip(groups, runs, strict=True):
        named = {*own.diverged_at, *own.stopped_at, *own.best_states, *(own.restored or ())}
        named |= {*own.warm_started, *own.behind}
        if not named <= set(range(len(group.lanes))):
            raise ModelError("{file} refers to lanes that it does not have.", file=npz.path)
    arrays = {name: read_only(npz.array(name, shape, kind)) for name, (shape, kind) in shapes.items()}
    kept = tuple(
        _read_group(
            npz, group, own, {name.removeprefix(prefix): a for name, a in arrays.items() if name.startswith(prefix)}
        )
        for prefix, group, own in zip(prefixes, groups, runs, strict=True)
    )
    if isinstance(run, _Run):
        return Checkpoint(experiment, run.fingerprint, kept, kept[0].history, kept[0].layer_history)
    if not all(_are_steps(arrays, max(own.step for own in runs))):
        raise _damaged(npz)
    return Checkpoint(experiment, run.fingerprint, kept, *_read_histories(arrays, run.marks))


def _damaged(npz: NpzReader) -> ModelError:
    return ModelError("{file} is damaged or not a saved run.", file=npz.path)


def _run_at(npz: NpzReader, prefix: str) -> _Run:
    return _Run.model_validate_json(npz.text(f"{prefix}run", _LARGEST_TEXT))


def _read_histories(arrays: dict[str, Array], marks: Sequence[_Mark]) -> tuple[HistoryView, LayerHistoryView]:
    return (
        HistoryView(arrays["history.steps"], arrays["history.values"], _marks(marks), arrays.get(_TIMED)),
        LayerHistoryView(arrays["layer_history.steps"], arrays["layer_history.values"]),
    )


def _read_group(npz: NpzReader, experiment: Experiment, run: _Run, arrays: dict[str, Array]) -> GroupCheckpoint:
    restored, scalars = _completed(arrays, experiment, run), _scalars(experiment, run)
    if scalars is None or not all(_is_possible(arrays, run, restored)):
        raise _damaged(npz)
    history, layer_history = _read_histories(arrays, run.marks)
    return GroupCheckpoint(
        experiment=experiment,
        n_features=run.n_features,
        image_shape=run.image_shape,
        step=run.step,
        rows_seen=run.rows_seen,
        seconds=run.seconds,
        diverged_at=MappingProxyType(run.diverged_at),
        stopped_at=MappingProxyType(run.stopped_at),
        restored=MappingProxyType(restored),
        has_ended=run.has_ended,
        optimizer_t=run.optimizer_t,
        optimizer_scalars=MappingProxyType(scalars),
        measured_at=run.measured_at,
        lanes=arrays["lanes"],
        optimizer_memory=arrays["optimizer_memory"],
        plateau=arrays["plateau"],
        best_looks=arrays["best_looks"],
        lowest=arrays["lowest"],
        figures=arrays["figures"],
        kept=arrays["kept"],
        came_to=arrays["came_to" if run.came_to else "kept"],
        best_states=MappingProxyType({lane: arrays[f"best_states.{lane}"] for lane in run.best_states}),
        history=history,
        layer_history=layer_history,
        warm_started=frozenset(run.warm_started),
        behind=MappingProxyType(run.behind),
        openings=Openings(tuple(run.openings), run.earlier_openings, chosen_by=run.chosen_by),
    )


def _completed(arrays: dict[str, Array], experiment: Experiment, run: _Run) -> dict[int, int]:
    """The lanes that have gone back to their best. Older files knew one best, of early stopping's Patience, and only
    lanes that had stopped went back to it.
    """
    if run.restored is not None:
        return run.restored
    best = arrays["best_looks"][:2]
    arrays["lowest"] = read_only(best.copy())
    return {lane: int(best[1, lane]) for lane in run.stopped_at} if experiment.early_stopping.restore_best else {}


def _scalars(experiment: Experiment, run: _Run) -> dict[str, float] | None:
    """What the optimizer remembers by name; None where that is not what this kind does, or out of its range."""
    expected = experiment.optimizer.rule.scalars
    found = run.optimizer_scalars
    if found is None:  # an older file
        found = {} if run.mu_product is None else {name: run.mu_product for name in expected if name == "mu_product"}
    is_sound = found.keys() == expected.keys() and all(
        expected[name].minimum <= value <= expected[name].maximum for name, value in found.items()
    )
    return found if is_sound else None


def _are_steps(arrays: dict[str, Array], last: int) -> Iterator[bool]:
    for name in ("history.steps", "layer_history.steps"):
        steps = arrays[name]
        yield not len(steps) or bool((np.diff(steps) > 0).all() and steps[0] >= 0 and steps[-1] <= last)


def _is_possible(arrays: dict[str, Array], run: _Run, restored: dict[int, int]) -> Iterator[bool]:
    """Whether steps grow and end by now, counts are counts, and what lanes have gone back to is there."""
    yield from _are_steps(arrays, run.step)
    for counts in (arrays["plateau"][2:], arrays["best_looks"][1:], arrays["lowest"][1:]):
        yield bool((np.isfinite(counts) & (counts >= -1) & (counts <= run.step) & (counts == np.rint(counts))).all())
    yield bool(np.isfinite(arrays["plateau"][0]).all() and (arrays["plateau"][0] >= 0).all())
    yield run.measured_at <= run.step
    yield set(restored) <= {*run.stopped_at, *run.best_states}
