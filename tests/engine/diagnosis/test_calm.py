"""Where nothing is found, one sentence says how it goes, and none of them is false comfort."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import numpy as np
import pytest

from benchmarks.coach.recipe import net, rows
from engine.diagnosis.calm import EARLY, calm
from engine.train.history.history import MEASURES, HistoryView
from engine.train.snapshot import Snapshot
from engine.train.trainer import Trainer

ONE = net("digits", 8, seeds=1)
THREE = net("digits", 8, seeds=3)


def snapshot(losses: Any, *, accuracy: float = 0.9, step: int = 300, **fields: Any) -> Snapshot:
    """losses: (points, lanes), test data losses at even steps; the last is what there is."""
    losses = np.asarray(losses, np.float32)
    experiment = ONE if losses.shape[1] == 1 else THREE
    values = np.full((len(losses), len(MEASURES), losses.shape[1]), 0.5, np.float32)
    values[:, MEASURES.index("test_data_loss")] = losses
    made = Trainer(experiment, rows(experiment.data)).snapshot()
    lanes = tuple(
        replace(lane, test_data_loss=float(loss), test_accuracy=accuracy, **fields)
        for lane, loss in zip(made.lanes, losses[-1], strict=True)
    )
    steps = np.linspace(0, step, len(losses)).astype(np.int64)
    return replace(made, step=step, lanes=lanes, history=HistoryView(steps, values))


def said(snapshot: Snapshot) -> str:
    experiment = ONE if len(snapshot.lanes) == 1 else THREE
    sentence = calm(snapshot, experiment, rows(experiment.data))
    return "" if sentence is None else str(sentence)


@pytest.mark.parametrize(
    ("losses", "words"),
    [
        (np.linspace(2, 0.4, 40), "Nothing found: the test loss still falls, 0.4 at step 300."),
        (np.full(40, 0.4), "Nothing found: the test loss is level, 0.4 at step 300."),
        (np.linspace(0.4, 0.44, 40), "Nothing found, but the test loss rises of late, 0.44 at step 300."),
    ],
)
def test_it_says_where_the_loss_goes(losses: Any, words: str) -> None:
    assert said(snapshot(losses[:, None])) == words


@pytest.mark.parametrize(
    ("losses", "words"),
    [
        # Of 40 looks at 300 steps the means of the last two thirds fall by chance; the lowest is the first.
        ([0.72] * 13 + [1.5] * 14 + [0.73] * 12 + [2.37], "was lower before: 0.72 at step 0, now 2.37 at step 300."),
        ([1.857] * 13 + [1.99] * 14 + [1.978] * 13, "was lower before: 1.86 at step 0, now 1.98 at step 300."),
        ([0.3] * 20 + [0.161] + [0.3] * 6 + [0.167] * 13, "was lower before: 0.161 at step 153, now 0.167"),
        # The lowest is late, but the last is far above all before.
        ([2.0] * 13 + [1.0] * 14 + [0.5] * 12 + [1.9], "was lower before: 0.5 at step 207, now 1.9 at step 300."),
        # The lowest is of the last third, and has not been reached again.
        (
            [0.3] * 13 + [0.1] * 14 + [0.0743] + [0.08] * 11 + [0.0782],
            "was lower before: 0.0743 at step 207, now 0.0782",
        ),
        # Level on the average, and yet far from where it was.
        ([0.2] * 13 + [0.5] * 27, "was lower before: 0.2 at step 0, now 0.5 at step 300."),
    ],
)
def test_a_mean_that_falls_by_chance_is_no_fall(losses: Any, words: str) -> None:
    assert words in said(snapshot(np.array(losses)[:, None]))


def test_where_an_evaluation_takes_long_the_loss_is_that_of_the_last_one() -> None:
    """Of a convolutional net there are few, and its steps go on meanwhile."""
    now = snapshot(np.array([[2.39], [0.77], [0.35]]), step=256)
    few = replace(now.history, steps=np.array([0, 64, 256]))
    assert said(replace(now, step=563, history=few)) == "Nothing found: the test loss still falls, 0.35 at step 256."


def test_what_is_no_better_than_guessing_is_not_called_well() -> None:
    """Ten classes, ln 10 = 2.30; a right answer in ten is guessing, four are not, whatever the loss."""
    losses = np.linspace(2.4, 2.29, 40)[:, None]
    for loss, how in ((2.31, "no"), (2.29, "hardly")):
        words = f"No rule applies at step 300, but a test loss of {loss} is {how} better than guessing, 2.3."
        assert said(snapshot(losses - 2.29 + loss, accuracy=0.11)) == words
    assert said(snapshot(losses, accuracy=0.4)).startswith("Nothing found: the test loss still falls")


def test_looks_that_are_not_known_do_not_count() -> None:
    """Of a lane that joined on the way, or of which not every look is kept."""
    losses = np.linspace(2, 0.4, 40)
    losses[:20] = np.nan
    losses[25:39:2] = np.nan
    assert said(snapshot(losses[:, None])) == "Nothing found: the test loss still falls, 0.4 at step 300."


def test_of_several_lanes_the_best_is_named() -> None:
    losses = np.array([[2.0, 2.0, 2.0]] * 5 + [[0.7, 0.3, np.nan]])
    name = THREE.lanes[1].name
    assert said(snapshot(losses)) == f"Nothing found in 3 lanes: at step 300 {name} has the lowest test loss, 0.3."


def test_one_that_went_back_says_so() -> None:
    losses = np.linspace(2, 0.4, 40)[:, None]
    assert said(snapshot(losses, restored_from=180, train_accuracy=0.95)) == (
        "Nothing found: it went back to step 180, where the test loss was lowest, 0.4."
    )


def test_one_that_went_back_and_overfits_even_there_says_that() -> None:
    there = snapshot(np.linspace(2, 0.75, 40)[:, None], accuracy=0.62, restored_from=180, train_accuracy=1.0)
    assert said(there) == (
        "It went back to step 180, and overfits even there: accuracy on the training rows 100%, "
        "on the held-out rows 62%."
    )


def test_features_are_many_for_a_few_rows_of_a_table() -> None:
    there = snapshot(np.linspace(2, 0.75, 40)[:, None], accuracy=0.62, restored_from=180, train_accuracy=1.0)
    wide = replace(rows(ONE.data), image_shape=None)
    wide = replace(wide, train_x=wide.train_x[:100], train_y=wide.train_y[:100], train_y_clean=wide.train_y_clean[:100])
    assert f"{wide.n_features} features are many for 100 training rows" in str(calm(there, ONE, wide))


def test_a_loss_is_told_with_the_step_that_it_is_of() -> None:
    """Not with the last one, where a lane went back to its best or has stopped early."""
    losses = np.array([[2.0, 2.0, 2.0]] * 5 + [[0.7, 0.3, np.nan]])
    name = THREE.lanes[1].name
    for fields in ({"restored_from": 180}, {"stopped_at": 180}, {"restored_from": 180, "stopped_at": 240}):
        assert said(snapshot(losses, **fields)) == (
            f"Nothing found in 3 lanes: {name} has the lowest test loss, 0.3, that of step 180."
        )
    losses = np.linspace(2.4, 2.29, 40)[:, None]
    assert said(snapshot(losses, accuracy=0.11, restored_from=180)).startswith("No rule applies at step 180, but")


def test_at_the_start_it_is_too_early() -> None:
    assert said(snapshot(np.linspace(2, 1, 40)[:, None], step=EARLY - 1)) == ""
    assert said(snapshot(np.array([[2.0], [1.0]]))) == ""
