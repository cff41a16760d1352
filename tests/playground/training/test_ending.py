"""What is said of a run's end, of one lane and of several."""

from __future__ import annotations

from dataclasses import replace

from pytestqt.qtbot import QtBot

from playground.training.ending import done_text, ending_text
from tests.playground.lane_desk import lane, snapshot


def test_lanes_that_went_back_to_their_best_are_told_together(qtbot: QtBot) -> None:
    stopped = replace(lane(0.9, 0.8), stopped_at=30, restored_from=10)
    end = replace(snapshot(stopped, replace(stopped, restored_from=None)), step=30, has_ended=True)
    assert done_text(end) == "Ended at step 30 · 2 of 2 stopped early"
    assert ending_text(end) == (
        "Early stopping ended the run at step 30: no lane's test loss falls any more. "
        "Lanes show their best, where their test loss was lowest: see the table."
    )


def test_of_one_lane_the_step_of_its_best_is_told(qtbot: QtBot) -> None:
    end = snapshot(replace(lane(0.9, 0.8), stopped_at=30, restored_from=10))
    end = replace(end, step=30, has_ended=True)
    assert done_text(end) == "Ended at step 30 · stopped early · weights of step 10"
    assert ending_text(end) == (
        "Early stopping ended the run at step 30: no lane's test loss falls any more. "
        "Shown is the best, that of step 10, where the test loss was lowest."
    )


def test_lanes_that_diverged_have_nothing_to_show(qtbot: QtBot) -> None:
    gone = lane(0.1, 0.1, diverged_at=7)
    end = replace(snapshot(gone, gone), step=7, has_ended=True)
    assert (done_text(end), ending_text(end)) == ("Ended at step 7 · 2 of 2 lanes diverged", "")
