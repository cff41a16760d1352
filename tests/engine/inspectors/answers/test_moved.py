"""Rows moved by hand: what comes of them, and that asking changes nothing."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from engine.data import load
from engine.data.augmentation.pictures import picture_rows
from engine.inspectors import InspectionRequest, look_inside
from engine.inspectors.answers import moved as module
from engine.inspectors.answers.moved import Moved, changed
from engine.inspectors.request import AS_THEY_ARE, Move
from engine.train.trainer import Trainer
from tests.engine.helpers import activation, blobs, dense, lane, pictures, recipe, small_net

LAYERS = [{"kind": "conv2d", "filters": 3}, activation("relu"), dense(3)]
LANES = [lane("a"), lane("b", seed=1), lane("c", settings={"batch_size": 4})]


def look(trainer: Trainer, move: Move = AS_THEY_ARE, **fields: int) -> Moved | None:
    request = InspectionRequest(frozenset(["moved"]), move=move, **fields)
    found = look_inside(trainer, request)["moved"]
    assert found is None or isinstance(found, Moved)
    return found


@pytest.fixture(scope="module")
def trainer() -> Trainer:
    """Lanes of two groups."""
    trainer = Trainer(recipe(*LAYERS, lanes=LANES), pictures((8, 8, 1)))
    trainer.run(60)
    trainer.measure()
    return trainer


def test_as_they_are_the_accuracy_is_that_of_the_table(trainer: Trainer) -> None:
    before = [trainer.lane_state(lane).tobytes() for lane in range(3)]
    found = look(trainer, focus=2)
    assert found is not None
    table = [of.test_accuracy for of in trainer.snapshot().lanes]
    assert found.accuracy.tolist() == found.still.tolist() == pytest.approx(table)
    assert (found.focus, found.rows, found.all_rows) == (2, 15, 15)
    assert found.pictures.shape == (12, 8, 8, 1)
    assert [trainer.lane_state(lane).tobytes() for lane in range(3)] == before


def test_moved_they_are_asked_as_they_were_moved(trainer: Trainer) -> None:
    """The same as rows that were moved beforehand."""
    rows, data = trainer.dataset, picture_rows(trainer.dataset)
    assert data is not None
    elsewhere = np.full((15, 8, 8), data.paper, np.float32)
    elsewhere[:, :, 3:] = rows.test_x.reshape(15, 8, 8)[:, :, :-3]
    np.testing.assert_array_equal(changed(rows.test_x, data, Move(right=3)), elsewhere.reshape(15, -1))
    other = Trainer(trainer.experiment, replace(rows, test_x=elsewhere.reshape(15, -1)))
    other.run(60)
    other.measure()
    found = look(trainer, Move(right=3))
    assert found is not None
    assert found.accuracy.tolist() == pytest.approx([of.test_accuracy for of in other.snapshot().lanes])
    assert found.still.tolist() != found.accuracy.tolist()


def test_a_dim_picture_lies_nearer_to_the_paper_and_keeps_its_range() -> None:
    data = picture_rows(pictures())
    assert data is not None
    x = pictures().test_x
    low, high = data.low, data.high
    half = changed(x, data, Move(contrast=0.5))
    inside = np.clip(data.paper[0] + (x - data.paper[0]) / 2, low, high)
    np.testing.assert_allclose(half, inside, atol=1e-6)
    bright = changed(x, data, Move(brightness=0.25))
    np.testing.assert_allclose(bright, np.clip(x + 0.25 * (high - low), low, high), atol=1e-5)
    assert (changed(x, data, Move(contrast=0)) == data.paper[0]).all()


def test_of_many_rows_some_are_asked(trainer: Trainer, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "AT_ONCE", 1)
    monkeypatch.setattr(module, "FEWEST", 5)
    found = look(trainer)
    assert found is not None
    assert (found.rows, found.all_rows) == (5, 15)
    np.testing.assert_array_equal(found.labels, trainer.dataset.test_y[::3])


def test_while_the_test_set_is_sealed_validation_rows_are_asked() -> None:
    rows = pictures((8, 8, 1))
    validated = replace(rows, valid_x=rows.test_x[:6], valid_y=rows.test_y[:6])
    trainer = Trainer(recipe(*LAYERS), validated, seals_test=True)
    found = look(trainer)
    assert found is not None
    assert (found.of_validation, found.all_rows) == (True, 6)


def test_a_lane_that_is_given_formulas_is_asked_nothing() -> None:
    lanes = [lane("a"), lane("b", settings={"data.inputs": ("pixel30", "pixel31")})]
    experiment = recipe(dense(10), data={"source": "digits", "train": 60, "test": 40}, lanes=lanes)
    trainer = Trainer(experiment, load(experiment.data))
    found = look(trainer)
    assert found is not None
    assert np.isfinite(found.accuracy).tolist() == [True, False]
    alone = look(trainer, focus=1)
    assert alone is not None
    assert (alone.rows, len(alone.pictures)) == (0, 0)
    assert np.isfinite(alone.accuracy).tolist() == [True, False]


def test_other_rows_have_no_answer() -> None:
    assert look(Trainer(small_net(), blobs())) is None
