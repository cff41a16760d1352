"""A run that was interrupted, saved, loaded and gone on with is the run that never stopped, bit for bit."""

from __future__ import annotations

import contextlib
import dataclasses
import io
import json
import math
import tracemalloc
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from engine.errors import ModelError
from engine.experiment.edits.field_edits import edited
from engine.experiment.experiment import Experiment
from engine.store.model_files import load_model, save_model
from engine.store.run_files import Checkpoint, capture, load_checkpoint, restore, save_checkpoint
from engine.train.snapshot import Snapshot
from engine.train.trainer import Trainer
from tests.conftest import thorough, thorough_product
from tests.engine.helpers import (
    OPTIMIZER_KINDS,
    activation,
    batch_norm,
    blobs,
    dense,
    dropout,
    lane,
    lane_bytes,
    recipe,
    small_net,
)

SCHEDULES: dict[str, dict[str, Any]] = {
    "constant": {"warm_up": 5},
    "step": {"every": 7, "factor": 0.5},
    "exponential": {"half_life": 30},
    "cosine": {"over": 40},
    "plateau": {"every": 4, "patience": 2, "factor": 0.5},
}
LANES = [
    lane("usual"),
    lane("wild", learning_rate=100.0),
    lane("hasty", learning_rate=0.8),
    lane("own seed", seed=5, rate=0.6),
]


def everything(kind: str, schedule: str, *, stopping: bool = False, **fields: Any) -> Experiment:
    """Batch normalization, dropout, a penalty, lanes that diverge or stop, and this optimizer and schedule."""
    layers = [
        dense(6, l2=0.01),
        batch_norm(),
        activation(),
        dropout(0.3),
        dense(5, l1=0.001),
        activation("tanh"),
        dense(3),
    ]
    return recipe(
        *layers,
        **{
            "loss": "mean_squared_error",
            "batch_size": 7,
            "optimizer": {"kind": kind, "learning_rate": 0.05},
            "schedule": {"kind": schedule, **SCHEDULES[schedule]},
            "early_stopping": {"on": stopping, "every": 3, "patience": 4},
            "lanes": LANES,
            **fields,
        },
    )


def go(trainer: Trainer, *goals: int) -> Trainer:
    """Up to each of these steps, the last of each stretch recorded; and measured there."""
    for goal in goals:
        trainer.run(goal - trainer.step, record=True)
        trainer.measure()
    return trainer


def assert_same(one: Trainer, other: Trainer) -> None:
    """Parameters, figures and histories, bit for bit."""
    for index in range(len(one.experiment.lanes)):
        assert lane_bytes(one, index) == lane_bytes(other, index)
    assert one.groups[0].optimizer.state.tobytes() == other.groups[0].optimizer.state.tobytes()
    assert (one.step, one.groups[0].rows_seen, one.active.tolist()) == (
        other.step,
        other.groups[0].rows_seen,
        other.active.tolist(),
    )
    first, second = one.snapshot(), other.snapshot()
    assert repr(first.lanes) == repr(second.lanes)  # NaN is itself in a repr
    assert (first.epoch, first.evaluated_at) == (second.epoch, second.evaluated_at)
    assert history_bytes(first) == history_bytes(second)


def history_bytes(snapshot: Snapshot) -> tuple[Any, ...]:
    view, layers = snapshot.history, snapshot.layer_history
    assert layers is not None
    parts = (view.steps, view.values, layers.steps, layers.values)
    return (*(part.tobytes() for part in parts), view.marks)


def through_a_file(trainer: Trainer, folder: Path) -> Trainer:
    save_checkpoint(capture(trainer), folder / "run.npz")
    return restore(load_checkpoint(folder / "run.npz"), trainer.dataset, run=trainer.run_id)


# --- bit for bit ------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("kind", "schedule", "stopping"), thorough_product(OPTIMIZER_KINDS, tuple(SCHEDULES), (False, True))
)
def test_an_interrupted_run_is_the_unbroken_one(kind: str, schedule: str, stopping: bool, tmp_path: Path) -> None:
    experiment = everything(kind, schedule, stopping=stopping)
    unbroken = go(Trainer(experiment, blobs()), 1, 11, 30, 61)
    parts = through_a_file(go(Trainer(experiment, blobs()), 1, 11), tmp_path)
    parts = through_a_file(go(parts, 30), tmp_path)
    assert_same(go(parts, 61), unbroken)


@pytest.mark.parametrize("dtype", [np.float32, np.float64])
@pytest.mark.parametrize("sampling", ["replacement", "shuffle", "full"])
def test_however_rows_are_drawn_and_in_both_precisions(sampling: str, dtype: Any, tmp_path: Path) -> None:
    experiment = everything("nadam", "cosine", sampling=sampling)
    unbroken = go(Trainer(experiment, blobs(), dtype=dtype), 10, 25)
    assert_same(go(through_a_file(go(Trainer(experiment, blobs(), dtype=dtype), 10), tmp_path), 25), unbroken)


def test_lanes_have_left_in_both_ways() -> None:
    """Else the tests above would prove less than they seem to."""
    trainer = go(Trainer(everything("sgd", "constant", stopping=True), blobs()), 30)
    assert trainer.diverged_at
    assert go(trainer, 200).stopped_at


@pytest.mark.parametrize("step", thorough(range(24), by_day=(0, 1, 3, 4, 11, 23)))
def test_at_every_step(step: int, tmp_path: Path) -> None:
    experiment = everything("adam", "plateau", stopping=True)
    unbroken = go(Trainer(experiment, blobs()), step, 40) if step else go(Trainer(experiment, blobs()), 40)
    trainer = Trainer(experiment, blobs())
    if step:
        go(trainer, step)
    assert_same(go(through_a_file(trainer, tmp_path), 40), unbroken)


def test_a_run_in_which_every_lane_has_left(tmp_path: Path) -> None:
    experiment = recipe(
        dense(5), activation(), dense(3), lanes=LANES[1:2], loss="mean_squared_error", optimizer={"kind": "momentum"}
    )
    trainer = go(Trainer(experiment, blobs()), 500)
    assert not len(trainer.active)
    again = through_a_file(trainer, tmp_path)
    assert not len(again.active)
    assert_same(again, trainer)


def test_settings_that_changed_while_training_and_their_marks(tmp_path: Path) -> None:
    def changed(trainer: Trainer) -> Trainer:
        for path, value in (
            ("optimizer.kind", "nadam"),
            ("layers.0.l2", 0.3),
            ("early_stopping.on", True),
            ("sampling", "shuffle"),
        ):
            trainer.apply(edited(trainer.experiment, path, value))
        return trainer

    experiment = everything("momentum", "step")
    unbroken = go(changed(go(Trainer(experiment, blobs()), 12)), 20, 50)
    again = through_a_file(go(changed(go(Trainer(experiment, blobs()), 12)), 20), tmp_path)
    assert len(again.history.view().marks) >= 4
    assert_same(go(again, 50), unbroken)
    assert again.groups[0].optimizer.t == 50 - 12


def test_a_checkpoint_does_not_feel_what_the_trainer_does_next() -> None:
    trainer = go(Trainer(everything("adam", "plateau", stopping=True), blobs()), 20)
    checkpoint = capture(trainer)
    before = everything_in(checkpoint)
    one = go(restore(checkpoint, blobs()), 60)
    go(trainer, 60)
    assert everything_in(checkpoint) == before
    assert_same(one, trainer)
    assert_same(go(restore(checkpoint, blobs()), 60), trainer)
    with pytest.raises(ValueError, match="read-only"):
        checkpoint.groups[0].lanes[0] = 0


def everything_in(checkpoint: Checkpoint) -> dict[str, Any]:
    return {
        field.name: value.tobytes() if isinstance(value := getattr(checkpoint, field.name), np.ndarray) else str(value)
        for field in dataclasses.fields(checkpoint)
        if "history" not in field.name
    } | {"steps": checkpoint.history.steps.tolist(), "values": checkpoint.history.values.tobytes()}


def test_what_is_loaded_is_what_was_saved(tmp_path: Path) -> None:
    trainer = go(Trainer(everything("nadam", "plateau", stopping=True), blobs()), 5, 33)
    saved = capture(trainer)
    save_checkpoint(saved, tmp_path / "run.npz")
    loaded = load_checkpoint(tmp_path / "run.npz")
    assert everything_in(loaded) == everything_in(saved)
    assert loaded.experiment == saved.experiment
    assert {lane: state.tobytes() for lane, state in loaded.groups[0].best_states.items()} == {
        lane: state.tobytes() for lane, state in saved.groups[0].best_states.items()
    }
    assert loaded.groups[0].active == tuple(trainer.groups[0].active)
    assert loaded.groups[0].seconds == trainer.groups[0].seconds


# --- other rows -------------------------------------------------------------------------------------------------------


def test_a_file_from_before_optimizers_had_scalars(tmp_path: Path) -> None:
    """It had the product of Nadam's momentum factors, whatever the optimizer."""
    for kind, mu_product in (("nadam", None), ("adam", 1.0)):
        checkpoint = capture(go(Trainer(everything(kind, "constant"), blobs()), 12))
        save_checkpoint(checkpoint, tmp_path / "new.npz")
        content = members(tmp_path / "new.npz")
        run = json.loads(str(np.load(io.BytesIO(content["run.npy"]))))
        scalars = run.pop("optimizer_scalars")
        run["mu_product"] = scalars["mu_product"] if mu_product is None else mu_product
        write(tmp_path / "old.npz", content | {"run.npy": npy(json.dumps(run))})
        assert everything_in(load_checkpoint(tmp_path / "old.npz")) == everything_in(checkpoint)


def test_other_rows_are_refused() -> None:
    checkpoint = capture(go(Trainer(small_net(), blobs()), 5))
    dataset = blobs()
    one_pixel = dataset.test_x.copy()
    one_pixel[3, 1] += 1e-3
    noisy = dataset.train_y.copy()
    noisy[0] = (noisy[0] + 1) % 3
    for other in (
        dataclasses.replace(dataset, test_x=one_pixel),
        dataclasses.replace(dataset, train_y=noisy),
        dataclasses.replace(dataset, train_x=dataset.train_x[::-1]),
        blobs(train=29),
        blobs(n_features=5),
    ):
        with pytest.raises(ModelError, match=r"^rows no longer holds the rows .*\.$"):
            restore(checkpoint, other)
    restore(checkpoint, dataclasses.replace(dataset, name="renamed", train_x=np.asfortranarray(dataset.train_x)))


# --- damaged, forged and foreign files --------------------------------------------------------------------------------


@pytest.fixture
def saved(tmp_path: Path) -> Path:
    trainer = go(Trainer(everything("adam", "plateau", stopping=True), blobs()), 5, 33)
    save_checkpoint(capture(trainer), tmp_path / "run.npz")
    return tmp_path / "run.npz"


def members(path: Path) -> dict[str, bytes]:
    with zipfile.ZipFile(path) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def write(path: Path, content: dict[str, bytes]) -> None:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in content.items():
            archive.writestr(name, data)


def npy(array: Any, *, allow_pickle: bool = False) -> bytes:
    content = io.BytesIO()
    np.lib.format.write_array(content, np.asanyarray(array), allow_pickle=allow_pickle)
    return content.getvalue()


def run_with(content: dict[str, bytes], **changes: Any) -> dict[str, bytes]:
    run = json.loads(str(np.load(io.BytesIO(content["run.npy"]))))
    return content | {"run.npy": npy(json.dumps(run | changes))}


def array_with(content: dict[str, bytes], name: str, change: Callable[[Any], Any]) -> dict[str, bytes]:
    array = np.load(io.BytesIO(content[f"{name}.npy"]))
    return content | {f"{name}.npy": npy(change(array))}


def set_first(value: Any) -> Callable[[Any], Any]:
    def change(array: Any) -> Any:
        array.flat[0] = value
        return array

    return change


def set_last(value: Any) -> Callable[[Any], Any]:
    def change(array: Any) -> Any:
        array.flat[-1] = value
        return array

    return change


FORGERIES: dict[str, Callable[[dict[str, bytes]], dict[str, bytes]]] = {
    "no run": lambda c: {name: data for name, data in c.items() if name != "run.npy"},
    "no lanes": lambda c: {name: data for name, data in c.items() if name != "lanes.npy"},
    "run is not JSON": lambda c: c | {"run.npy": npy("{")},
    "run is a list": lambda c: c | {"run.npy": npy("[]")},
    "run is numbers": lambda c: c | {"run.npy": npy(np.zeros(3))},
    "later version": lambda c: run_with(c, version=2),
    "extra": lambda c: run_with(c, extra=2),
    "step is text": lambda c: run_with(c, step="33"),
    "negative step": lambda c: run_with(c, step=-1),
    "step before the history": lambda c: run_with(c, step=3),
    "measured in the future": lambda c: run_with(c, measured_at=34),
    "endless seconds": lambda c: run_with(c, seconds=math.inf),
    "another type": lambda c: run_with(c, dtype="float64"),
    "no such type": lambda c: run_with(c, dtype="O"),
    "huge features": lambda c: run_with(c, n_features=9_999_999),
    "other features": lambda c: run_with(c, n_features=5),
    "huge history": lambda c: run_with(c, points=2**60),
    "longer history": lambda c: run_with(c, points=3),
    "no such lane": lambda c: run_with(c, diverged_at={"9": 3}),
    "one more has left": lambda c: run_with(c, stopped_at={"0": 3, "1": 3, "2": 3, "3": 3}),
    "memory that Adam has not": lambda c: run_with(c, optimizer_scalars={"mu_product": 0.5}),
    "best of no lane": lambda c: run_with(c, best_states=[7]),
    "marks": lambda c: run_with(c, marks=[{"step": 1}]),
    "a mark with a list": lambda c: run_with(c, marks=[{"step": 1, "path": "a", "old": [], "new": 1}]),
    "experiment is not JSON": lambda c: c | {"experiment.npy": npy("{")},
    "pickled": lambda c: c | {"lanes.npy": npy(np.array([[{}]], dtype=object), allow_pickle=True)},
    "narrow lanes": lambda c: array_with(c, "lanes", lambda a: a[:, :-1]),
    "whole lanes": lambda c: array_with(c, "lanes", lambda a: a.astype(np.int32)),
    "half lanes": lambda c: array_with(c, "lanes", lambda a: a.astype(np.float16)),
    "memory of a lane": lambda c: array_with(c, "optimizer_memory", lambda a: a[:, :-1]),
    "unsigned steps": lambda c: array_with(c, "history.steps", lambda a: a.astype(np.uint64)),
    "steps fall": lambda c: array_with(c, "history.steps", lambda a: a[::-1]),
    "step to come": lambda c: array_with(c, "history.steps", set_last(99)),
    "negative rate": lambda c: array_with(c, "plateau", set_first(-1.0)),
    "rate is no number": lambda c: array_with(c, "plateau", set_first(math.nan)),
    "waited forever": lambda c: array_with(c, "best_looks", set_last(math.inf)),
    "waited half": lambda c: array_with(c, "best_looks", set_last(0.5)),
    "no npy": lambda c: c | {"kept.npy": b"nonsense"},
}


@pytest.mark.parametrize("forgery", FORGERIES)
def test_a_forged_file_is_refused_in_one_sentence(forgery: str, saved: Path) -> None:
    write(saved, FORGERIES[forgery](members(saved)))
    assert_refused(saved)


def test_the_forger_of_these_tests_can_also_change_nothing(saved: Path) -> None:
    write(saved, run_with(array_with(members(saved), "lanes", lambda a: a)))
    load_checkpoint(saved)


@pytest.mark.parametrize(
    "damage",
    [lambda data: data[: len(data) // 2], lambda data: b"", lambda data: b"a,b\n1,2\n", lambda data: b"PK\5\6"],
)
def test_a_damaged_file_is_refused_in_one_sentence(damage: Callable[[bytes], bytes], saved: Path) -> None:
    saved.write_bytes(damage(saved.read_bytes()))
    assert_refused(saved)


def test_every_flipped_byte_is_refused_or_harmless(saved: Path) -> None:
    data = saved.read_bytes()
    for place in np.random.default_rng(0).integers(0, len(data), 200):
        saved.write_bytes(data[:place] + bytes([data[place] ^ 0xFF]) + data[place + 1 :])
        with contextlib.suppress(ModelError):  # anything else fails the test
            load_checkpoint(saved)


def test_a_zip_bomb_is_not_unpacked(saved: Path) -> None:
    write(saved, members(saved) | {"lanes.npy": bytes(30_000_000)})
    tracemalloc.start()
    try:
        assert_refused(saved)
        assert tracemalloc.get_traced_memory()[1] < 10_000_000
    finally:
        tracemalloc.stop()


def test_a_model_is_no_run_and_a_run_no_model(saved: Path, tmp_path: Path) -> None:
    model = tmp_path / "model.npz"
    save_model(go(Trainer(small_net(), blobs()), 5), model)
    assert_refused(model)
    with pytest.raises(ModelError, match=r"model\.npz is a trained model, not a saved run: Open model"):
        load_checkpoint(model)
    with pytest.raises(ModelError, match=r"run\.npz is a saved run, not a trained model: the window's Open run"):
        load_model(saved)
    assert_refused(tmp_path)
    assert_refused(tmp_path / "nowhere.npz")


def assert_refused(path: Path) -> None:
    with pytest.raises(ModelError) as caught:
        load_checkpoint(path)
    sentence = str(caught.value)
    assert sentence.startswith(str(path))
    assert sentence.endswith(".")
    assert "\n" not in sentence
