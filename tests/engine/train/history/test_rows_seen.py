"""Rows seen by a step, and the seconds that went by, against what the trainer itself has counted."""

from __future__ import annotations

import numpy as np
import pytest

from engine.data import load
from engine.experiment.cost import Cost, cost_of
from engine.experiment.edits.field_edits import edited
from engine.experiment.lanes.lanes import lane_setup
from engine.nn.shapes import RowsOf
from engine.store.run_files import capture, load_checkpoint, save_checkpoint
from engine.train.history.rows_seen import rows_seen
from engine.train.kept.run_state import restore
from engine.train.trainer import Trainer
from tests.engine.helpers import activation, batch_norm, blobs, dense, lane, recipe, small_net


def counted(trainer: Trainer) -> list[int]:
    return [trainer.of(each)[0].rows_seen for each in range(len(trainer.experiment.lanes))]


def said(trainer: Trainer) -> list[float]:
    e, marks, now = trainer.experiment, trainer.history.view().marks, np.array([trainer.step])
    return [rows_seen(e, marks, each, said.rows, now).item() for each, said in enumerate(trainer.snapshot().lanes)]


@pytest.mark.parametrize("sampling", ["replacement", "shuffle"])
def test_rows_seen_is_what_the_trainer_counts_through_live_edits(sampling: str) -> None:
    lanes = [lane("a"), lane("b", settings={"batch_size": 3})]
    e = small_net(batch_size=10, sampling=sampling, lanes=lanes)
    trainer = Trainer(e, blobs())
    trainer.run(7)
    assert counted(trainer) == said(trainer) == [70, 21]
    trainer.apply(edited(trainer.experiment, "batch_size", 5))
    trainer.run(4)
    trainer.apply(edited(trainer.experiment, "sampling", "full"))
    trainer.run(2)
    assert counted(trainer) == said(trainer)
    steps = np.array([0, 7, 9, 11, 12])
    marks = trainer.history.view().marks
    assert rows_seen(trainer.experiment, marks, 0, 30, steps).tolist() == [0, 70, 80, 90, 120]


def test_a_shuffled_epoch_ends_with_the_rows_that_are_left() -> None:
    """30 rows in batches of 8 are 8, 8, 8 and 6; in batches of 20, 20 and 10; in one of 50, all at once."""
    e = small_net(batch_size=8, sampling="shuffle", lanes=[lane("a"), lane("b", settings={"batch_size": 50})])
    trainer = Trainer(e, blobs())
    rows = trainer.snapshot().lanes[0].rows
    assert rows == 30
    trainer.run(3)
    assert counted(trainer) == said(trainer) == [24, 90]
    trainer.run(7)
    assert counted(trainer) == said(trainer) == [76, 300]
    trainer.apply(edited(trainer.experiment, "batch_size", 20))
    trainer.run(5)
    assert counted(trainer) == said(trainer)
    assert said(trainer)[1] == 450
    steps = np.array([0, 1, 4, 10])
    assert rows_seen(trainer.experiment, trainer.history.view().marks, 0, 30, steps).tolist() == [0, 8, 30, 76]


def test_a_lane_that_sees_all_rows_every_step() -> None:
    lanes = [lane("a"), lane("c", settings={"sampling": "full"}), lane("d", settings={"data.train_on": 9})]
    data = {"source": "circle", "train": 30, "test": 20}
    e = recipe(dense(3), activation(), dense(2), data=data, batch_size=10, lanes=lanes)
    trainer = Trainer(e, load(e.data))
    trainer.run(7)
    assert counted(trainer) == said(trainer) == [70, 210, 70]
    assert [each.rows for each in trainer.snapshot().lanes] == [30, 30, 9]


def test_seconds_grow_and_are_shared_by_the_lanes_of_a_network() -> None:
    trainer = Trainer(small_net(lanes=[lane("a"), lane("b", l2=0.1)]), blobs())
    for _ in range(3):
        trainer.run(20)
        trainer.measure()
    history = trainer.history.view()
    assert history.seconds.shape == (3, 2)
    assert (np.diff(history.seconds, axis=0) > 0).all()
    assert np.allclose(history.seconds[-1], trainer.seconds / 2, rtol=1e-4)
    assert trainer.snapshot().lanes[0].seconds == pytest.approx(trainer.seconds / 2)


@pytest.mark.parametrize("kinds", [1, 2])
def test_seconds_are_kept_in_the_file_of_a_run(kinds: int, tmp_path_factory: pytest.TempPathFactory) -> None:
    own = {"settings": {"layers.*.units": 7}} if kinds == 2 else {}
    trainer = Trainer(small_net(lanes=[lane("a"), lane("b", **own)]), blobs())
    trainer.run(20)
    trainer.measure()
    path = tmp_path_factory.mktemp("run") / "a.run"
    save_checkpoint(capture(trainer), path)
    back = restore(load_checkpoint(path), blobs())
    assert np.array_equal(back.history.view().seconds, trainer.history.view().seconds)
    before = back.snapshot().lanes[1].seconds
    back.run(10)
    assert back.snapshot().lanes[1].seconds > before > 0


def test_what_a_lane_costs() -> None:
    e = recipe(dense(5), batch_norm(), activation(), dense(3), batch_size=10)
    assert cost_of(lane_setup(e, 0), RowsOf(4), 30) == Cost(4 * 5 + 5 + 2 * 5 + 5 * 3 + 3, 10 * (2 * 20 + 3 * 15))
    full = e.model_copy(update={"sampling": "full"})
    assert cost_of(lane_setup(full, 0), RowsOf(4), 30).multiplications == 30 * (2 * 20 + 3 * 15)
    conv = recipe({"kind": "conv2d", "filters": 2, "kernel": 3}, {"kind": "flatten"}, dense(3), batch_size=1)
    places = 4 * 3  # of a kernel of 3 by 3 in a picture of 6 by 5
    cost = cost_of(lane_setup(conv, 0), RowsOf(30, (6, 5)), 1)
    assert cost == Cost(2 * 9 + 2 + places * 2 * 3 + 3, 2 * 18 * places + 3 * places * 2 * 3)
