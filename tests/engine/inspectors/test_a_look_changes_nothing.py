"""What every inspector keeps to, whichever there are: a look changes nothing of a run, nor of the steps that follow."""

from __future__ import annotations

import dataclasses
import random
from collections.abc import Mapping
from functools import cache
from typing import Any, Final

import numpy as np
import pytest

from engine.data.dataset import Dataset
from engine.data.fingerprint import fingerprint
from engine.experiment.experiment import Experiment
from engine.inspectors import INSPECTORS, OF_ONE_TASK, InspectionRequest, look_inside
from engine.inspectors.request import Move
from engine.train.kept.run_state import Checkpoint, capture, trainer_of
from engine.train.trainer import Trainer
from tests.engine.helpers import activation, batch_norm, blobs, dense, dropout, lane, numbers_of, pictures, recipe

EVERYTHING: Final = [
    *({"kind": "conv2d", "filters": 2, "kernel": 2}, activation("relu"), batch_norm(), dropout(0.3)),
    *({"kind": "max_pool"}, dense(5, l2=0.01), activation("sigmoid"), {"kind": "layer_norm"}, dropout(0.2)),
]
FLAT: Final = [dense(5, l1=0.01), activation("tanh"), batch_norm(), dropout(0.3), dense(4), activation("relu")]
AUGMENTED: Final = {"source": "digits", "augmentation": {"shift": 1, "noise": 0.1}}
STOPPING: Final = {"on": True, "every": 2, "patience": 1, "minimum_change": 0.0}
LANES: Final = [
    lane("a"),
    lane("b", seed=3, rate=0.4, learning_rate=0.8),
    lane("c", settings={"optimizer.kind": "nadam", "batch_size": 5}),
]
"""The last one is a network of its own."""
CLOCKS: Final = ("seconds", "timed")


def _numbers() -> Dataset:
    x = np.random.default_rng(4).normal(size=(40, 1))
    return numbers_of(x[:30], np.sin(2 * x[:30, 0]), x[30:], np.sin(2 * x[30:, 0]))


RUNS: Final[dict[str, tuple[Experiment, Dataset]]] = {
    "pictures": (
        recipe(*EVERYTHING, dense(3), lanes=LANES, optimizer={"kind": "adam"}, batch_size=8, data=AUGMENTED),
        pictures(),
    ),
    "points, of which a lane has stopped": (
        recipe(*FLAT, dense(3), lanes=LANES, optimizer={"kind": "momentum"}, batch_size=8, early_stopping=STOPPING),
        blobs(2),
    ),
    "a line of numbers": (
        recipe(
            *FLAT,
            dense(1),
            lanes=LANES[:2],
            loss="mean_squared_error",
            optimizer={"kind": "adam"},
            sampling="shuffle",
            schedule={"kind": "plateau", "every": 3, "patience": 1},
        ),
        _numbers(),
    ),
}


def every_wish(dataset: Dataset, name: str) -> InspectionRequest:
    """Whatever one can ask an inspector for."""
    return InspectionRequest(
        what=frozenset({name}),
        focus=1,
        row=2,
        drawing=tuple(np.linspace(0, 1, dataset.n_features).tolist()),
        cell=(0, -1),
        rival=0,
        drawn=(0, 1),
        example=3,
        gradients=True,
        sees_drawing=True,
        asked=(0, 1),
        move=Move(down=1.0, turn=10.0, contrast=0.5),
        beside=(0,),
    )


def train(trainer: Trainer) -> Trainer:
    trainer.run(7, record=True)
    trainer.measure()
    return trainer


@cache
def begun(run: str) -> Checkpoint:
    """A run that has made some steps."""
    return capture(train(Trainer(*RUNS[run])))


def again(run: str) -> Trainer:
    """It goes on bit for bit, whoever takes it up."""
    return trainer_of(begun(run), RUNS[run][1])


@cache
def without_a_look(run: str) -> dict[str, object]:
    """All there is when it has gone on by itself."""
    return everything(capture(train(again(run))))


def everything(found: Any, at: str = "") -> dict[str, object]:
    """{path: value}, arrays by their bytes, of all that is kept of a run, but not how long it took."""
    if isinstance(found, np.ndarray):
        return {at: (found.shape, found.dtype, found.tobytes())}
    if dataclasses.is_dataclass(found):
        names = [field.name for field in dataclasses.fields(found) if field.name not in CLOCKS]
        return _joined({name: getattr(found, name) for name in names}, at)
    if isinstance(found, Mapping):
        return _joined(found, at)
    if isinstance(found, tuple | list):
        return _joined(dict(enumerate(found)), at)
    return {at: found}


def _joined(parts: Mapping[Any, Any], at: str) -> dict[str, object]:
    return {path: value for name, part in parts.items() for path, value in everything(part, f"{at}.{name}").items()}


def chance() -> dict[str, object]:
    """The state of the generators that belong to nobody."""
    return everything({"numpy": np.random.get_state(legacy=False), "python": random.getstate()})  # noqa: NPY002


def changed(now: dict[str, object], before: dict[str, object]) -> list[str]:
    """What is other than before, by its path."""
    return sorted(path for path in now.keys() | before.keys() if now.get(path) != before.get(path))


@pytest.mark.parametrize(
    ("name", "run"),
    [
        (name, run)
        for name in INSPECTORS
        for run, (_, dataset) in RUNS.items()
        if OF_ONE_TASK.get(name, dataset.task) == dataset.task
    ],
)
def test_a_look_changes_neither_the_run_nor_its_next_steps(name: str, run: str) -> None:
    """Parameters, what layers keep of batches, what the optimizer remembers, histories, rows, and all chance."""
    trainer, dataset = again(run), RUNS[run][1]
    before, drawn, rows = everything(capture(trainer)), chance(), fingerprint(dataset)
    for _ in range(2):  # the second look finds what the first one may have kept
        look_inside(trainer, every_wish(dataset, name))
    assert changed(everything(capture(trainer)), before) == [], f"{name} writes into the run: let it work on copies"
    assert changed(chance(), drawn) == [], f"{name} draws from a generator that others share: give it one of its own"
    assert fingerprint(dataset) == rows, f"{name} writes into the rows"
    after = everything(capture(train(trainer)))
    assert changed(after, without_a_look(run)) == [], f"the steps behind a look by {name} are others"


def test_what_is_compared_is_all_of_a_run() -> None:
    """The contract would hold of nothing at all if nothing were compared."""
    found = everything(begun("pictures"))
    for path in (".groups.1.lanes", ".groups.0.optimizer_memory", ".groups.0.history.values", ".layer_history"):
        assert any(each.startswith(path) for each in found), path
    assert begun("points, of which a lane has stopped").groups[0].stopped_at
    assert begun("points, of which a lane has stopped").groups[0].active
