"""The confusion matrix, the mistakes and the memorized labels equal those of a plain forward pass."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import numpy as np
import pytest

from engine.data import load
from engine.experiment.experiment import parse
from engine.inspectors import InspectionRequest, look_inside
from engine.inspectors.answers.predictions import MISTAKES, ROWS, Answers, Predictions
from engine.train.trainer import Trainer


def trainer(lanes: int | list[dict[str, Any]] = 2, **changes: Any) -> Trainer:
    recipe = parse(
        {
            "data": {"source": "digits", "train": 120, "test": 200, "label_noise": 0.25},
            "layers": [
                {"kind": "dense", "units": 16},
                {"kind": "activation", "function": "relu"},
                {"kind": "dropout", "rate": 0.2},
                {"kind": "dense", "units": 10},
            ],
            "optimizer": {"kind": "adam", "learning_rate": 0.01},
            "batch_size": 32,
            "lanes": [{"name": str(seed), "set": {"seed": seed}} for seed in range(lanes)]
            if isinstance(lanes, int)
            else lanes,
            **changes,
        }
    )
    return Trainer(recipe, load(recipe.data))


def seen(t: Trainer, focus: int = 0) -> Predictions:
    found = look_inside(t, InspectionRequest(frozenset(["predictions"]), focus=focus))["predictions"]
    assert isinstance(found, Predictions)
    return found


def plain(t: Trainer, lane: int, x: np.ndarray) -> np.ndarray:
    """The outputs of a lane in float64. (rows, classes)"""
    first, _, _, last = t.lane_parameters(lane)
    hidden = np.maximum(x.astype(np.float64) @ first["weight"] + first["bias"], 0)
    return 0.8 * hidden @ last["weight"].astype(np.float64) + last["bias"]


def softmax(z: np.ndarray) -> np.ndarray:
    return np.exp(z) / np.exp(z).sum(axis=1, keepdims=True)


def test_while_the_test_set_is_sealed_validation_rows_stand_in() -> None:
    plain_one = trainer()
    data = plain_one.dataset
    rows = replace(data, valid_x=data.test_x, valid_y=data.test_y, test_x=data.test_x[:50], test_y=data.test_y[:50])
    sealed, known = (Trainer(plain_one.experiment, rows, seals_test=seals) for seals in (True, False))
    for each in (plain_one, sealed, known):
        each.run(60)
    assert (seen(sealed).of_validation, seen(known).of_validation) == (True, False)
    np.testing.assert_array_equal(seen(sealed).counts, seen(plain_one).counts)
    assert seen(known).n_rows == 50
    sealed.open_test_set()
    assert not seen(sealed).of_validation
    np.testing.assert_array_equal(seen(sealed).counts, seen(known).counts)


@pytest.mark.parametrize("lane", [0, 1])
def test_the_matrix_and_the_mistakes(lane: int) -> None:
    t = trainer()
    t.run(60)
    found, data = seen(t, lane), t.dataset
    p = softmax(plain(t, lane, data.test_x))
    taken = p.argmax(axis=1)
    expected = np.zeros((10, 10), int)
    for truth, guess in zip(data.test_y, taken, strict=True):
        expected[truth, guess] += 1
    np.testing.assert_array_equal(found.counts, expected)
    assert found.n_rows == 200
    assert found.n_mistakes == (taken != data.test_y).sum() > 5
    for label in range(10):
        recall = found.counts[label, label] / found.counts[label].sum()
        assert recall == pytest.approx((taken[data.test_y == label] == label).mean())
    wrong = np.flatnonzero(taken != data.test_y)
    order = wrong[np.argsort(-p[wrong, taken[wrong]])][:MISTAKES]
    np.testing.assert_array_equal(found.mistakes.rows, order)
    np.testing.assert_array_equal(found.mistakes.taken, taken[order])
    np.testing.assert_allclose(found.mistakes.probability, p[order, taken[order]], rtol=1e-4)


def test_wrong_labels_are_memorized_in_the_end() -> None:
    t = trainer()
    wrong = np.flatnonzero(t.dataset.train_y != t.dataset.train_y_clean)
    assert len(wrong) == 30
    for steps in (0, 40, 1500):
        t.run(steps)
        found = seen(t, 1).mislabelled
        np.testing.assert_array_equal(found.rows, wrong)
        np.testing.assert_array_equal(found.taken, plain(t, 1, t.dataset.train_x[wrong]).argmax(axis=1))
    assert (found.taken == t.dataset.train_y[wrong]).mean() > 0.9


def test_without_label_noise_there_is_nothing_to_memorize() -> None:
    assert len(seen(trainer(data={"source": "digits", "train": 60, "test": 40})).mislabelled) == 0


def test_squared_error_has_clipped_outputs_for_probabilities() -> None:
    t = trainer(loss="mean_squared_error")
    t.run(30)
    found = seen(t)
    z = plain(t, 0, t.dataset.test_x)[found.mistakes.rows]
    np.testing.assert_allclose(
        found.mistakes.probability, np.clip(z[np.arange(len(z)), found.mistakes.taken], 0, 1), rtol=1e-4, atol=1e-6
    )


def test_only_so_many_rows_are_looked_at() -> None:
    assert seen(trainer(1, data={"source": "digits", "train": 20, "test": ROWS + 300})).n_rows == ROWS


def test_a_diverged_lane_has_no_predictions() -> None:
    lanes = [{"name": "good"}, {"name": "bad", "set": {"optimizer.learning_rate": 100.0}}]
    t = trainer(lanes, optimizer={"kind": "sgd", "learning_rate": 0.01}, layers=[{"kind": "dense", "units": 10}] * 2)
    t.run(60)
    assert t.diverged_at.keys() == {1}
    assert seen(t, 0).n_rows == 200
    found = seen(t, 1)
    assert found.n_rows == found.n_mistakes == len(found.mistakes) == len(found.mislabelled) == 0
    assert not found.counts.any()


def test_a_stopped_lane_shows_what_it_was_stopped_with() -> None:
    t = trainer(1, early_stopping={"on": True, "every": 10, "patience": 1})
    t.run(5000)
    assert t.stopped_at
    found = seen(t)
    assert 1 - found.n_mistakes / found.n_rows == pytest.approx(t.snapshot().lanes[0].test_accuracy)


def test_a_lane_that_does_not_exist_is_empty() -> None:
    assert seen(trainer(1), 7).n_rows == 0


def test_a_lane_among_others_is_told_of_as_if_it_were_alone() -> None:
    many = trainer(3)
    alone = trainer([{"name": "2", "set": {"seed": 2}}])
    for t in (many, alone):
        t.run(20)
    one, other = seen(many, 2), seen(alone, 0)
    np.testing.assert_array_equal(one.counts, other.counts)
    np.testing.assert_array_equal(one.mistakes.probability, other.mistakes.probability)


def test_looking_changes_nothing() -> None:
    layers = [
        {"kind": "dense", "units": 8},
        {"kind": "batch_norm"},
        {"kind": "activation", "function": "relu"},
        {"kind": "dense", "units": 10},
    ]
    watched, alone = trainer(layers=layers), trainer(layers=layers)
    row = tuple(watched.dataset.test_x[0].tolist())
    for _ in range(4):
        look_inside(watched, InspectionRequest(frozenset(["predictions", "drawing"]), focus=1, drawing=row))
        watched.run(3)
        alone.run(3)
    np.testing.assert_array_equal(watched.groups[0].network.parameters, alone.groups[0].network.parameters)
    np.testing.assert_array_equal(watched.groups[0].network.state, alone.groups[0].network.state)


def test_some_of_the_answers() -> None:
    answers = Answers(np.array([4, 7, 9]), np.array([0, 1, 0]), np.array([0.9, 0.8, 0.7], np.float32))
    assert answers[answers.taken == 0].rows.tolist() == [4, 9]
    assert len(answers[:2]) == 2


def picked(t: Trainer, **asked: Any) -> Predictions:
    found = look_inside(t, InspectionRequest(frozenset(["predictions"]), **asked))["predictions"]
    assert isinstance(found, Predictions)
    return found


def test_the_rows_of_a_cell_are_told_one_by_one() -> None:
    t = trainer()
    t.run(30)
    data = t.dataset
    taken = plain(t, 0, data.test_x).argmax(axis=1)
    found = picked(t, cell=(3, 3))
    assert found.picked is not None
    assert sorted(found.picked.rows) == np.flatnonzero((data.test_y == 3) & (taken == 3)).tolist()
    assert found.n_picked == found.counts[3, 3]
    whole = picked(t, cell=(3, -1))
    assert whole.n_picked == (data.test_y == 3).sum()
    assert (np.diff(found.picked.probability) <= 0).all()


def test_what_one_lane_knows_and_another_does_not() -> None:
    t = trainer()
    t.run(30)
    truth = t.dataset.test_y
    own, other = (plain(t, lane, t.dataset.test_x).argmax(axis=1) for lane in (1, 0))
    found = picked(t, focus=1, rival=0)
    assert found.picked is not None
    wanted = np.flatnonzero((own == truth) & (other != truth))
    assert found.n_picked == len(wanted) > 0
    assert set(found.picked.rows) <= set(wanted.tolist())
    assert picked(t).picked is None


def test_rows_of_one_fold_are_none_of_another() -> None:
    data = {"source": "digits", "train": 120, "test": 50, "shuffle_seed": 0, "folds": 3}
    lanes = [{"name": str(fold), "set": {"data.fold": fold}} for fold in (1, 2)]
    t = trainer(lanes, data=data)
    t.run(30)
    found = picked(t, focus=1, rival=0)
    assert found.picked is not None
    assert found.n_picked == len(found.picked) == 0


def test_rows_of_folds_are_told_by_their_places_and_each_row_once() -> None:
    data = {"source": "digits", "train": 90, "test": 50, "shuffle_seed": 0, "folds": 3}
    lanes = [{"name": str(fold), "set": {"data.fold": fold}} for fold in (1, 2, 3)]
    unsealed = trainer(lanes, data=data)
    t = Trainer(unsealed.experiment, load(unsealed.experiment.data), seals_test=True)
    rows, whole = [], load(unsealed.experiment.data)
    for focus in range(3):
        for label in range(10):
            found = picked(t, focus=focus, cell=(label, -1))
            assert found.of_fold
            assert found.picked is not None
            assert set(whole.train_y[found.picked.rows]) <= {label}
            rows += found.picked.rows.tolist()
    assert sorted(rows) == list(range(90)), "each row is left out once"
