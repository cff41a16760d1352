"""What a lane beside shows, and how a run goes on the whole."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from benchmarks.coach.recipe import net
from engine.diagnosis.apply_remedy import cured
from engine.diagnosis.diagnosis import RULES, first_finding
from engine.diagnosis.evidence.evidence import Beside
from tests.engine.diagnosis.rules.cases import HALF_DEAD, UPDATES, found, other, small, sound, stuck


def beside(setting: str, mine: float, value: float, held_out: float = 0.95) -> tuple[Beside, ...]:
    """One that does well and differs in that setting alone."""
    well = replace(small(8), train_accuracy=0.97, held_out_accuracy=held_out)
    return (Beside(setting, mine, value, well),)


def test_a_lane_beside_that_knows_its_own_rows_alone_shows_nothing() -> None:
    """It is what the penalty is there to prevent."""
    strong = replace(small(8), **stuck(0.7), epoch=200.0)
    assert RULES["penalty_too_strong"](replace(strong, beside=beside("l2", 0.03, 0.0))) is not None
    assert RULES["penalty_too_strong"](replace(strong, beside=beside("l2", 0.03, 0.0, held_out=0.65))) is None


def test_a_net_that_takes_the_same_rate_with_more_units_has_no_rate_that_is_too_large() -> None:
    dead = replace(sound(), dead=HALF_DEAD, dead_at_start=HALF_DEAD * 0.1, **stuck())
    assert RULES["rate_too_large"](dead) is not None
    assert RULES["rate_too_large"](replace(dead, beside=beside("units", 4, 64))) is None


def test_units_that_died_in_the_first_steps_are_no_matter_of_the_start() -> None:
    """Before ten steps nothing is said of the rate either."""
    early = replace(sound(), step=3, dead=HALF_DEAD, dead_at_start=HALF_DEAD * 0.1, **stuck())
    assert first_finding(early) is None
    assert RULES["dead"](replace(early, dead_at_start=HALF_DEAD)) is not None


def test_steps_that_are_too_small_are_told_where_guessing_is_as_good() -> None:
    slow = {"update_ratio": UPDATES * 0.3, "train_accuracy": 0.15, "progress": 0.01, "fall": 0.09, "swing": 0.0}
    lost = replace(sound(), train_loss=2.4, chance_loss=2.3, **slow)
    assert RULES["rate_too_small"](lost) is not None
    assert RULES["rate_too_small"](replace(lost, train_loss=1.5)) is None
    assert RULES["rate_too_small"](replace(lost, progress=0.2)) is None


def test_a_loss_that_swings_by_more_than_it_has_fallen_has_not_fallen() -> None:
    wild = replace(sound(), swing=0.3, **{**stuck(), "fall": 0.2})
    assert RULES["rate_too_large"](wild) is not None
    assert RULES["rate_too_large"](replace(wild, fall=0.4)) is None


def test_a_lane_beside_with_as_many_units_and_less_penalty_shows_that_the_net_is_not_too_small() -> None:
    evident = replace(small(8), **stuck(0.6), epoch=200.0)
    assert RULES["net_too_small"](evident) is not None
    shown = replace(evident, beside=beside("l2", 0.01, 0.0))
    assert RULES["net_too_small"](shown) is None
    told = RULES["penalty_too_strong"](shown)
    assert told is not None
    assert "λ 0.01 of the L2 penalty is too strong" in str(told[0])
    assert "97%, not 60%" in str(told[1][0])
    assert told[2] is not None
    assert str(told[2].text) == "No penalty"
    stronger = replace(evident, beside=beside("l2", 0.0, 0.01))
    assert RULES["penalty_too_strong"](stronger) is None
    assert RULES["net_too_small"](replace(evident, beside=beside("units", 8, 64))) is not None


def test_the_rate_is_not_blamed_where_a_lane_beside_learns_with_the_same_one() -> None:
    evident = replace(sound(), update_ratio=UPDATES / 100, **stuck())
    assert RULES["rate_too_small"](evident) is not None
    assert RULES["rate_too_small"](replace(evident, beside=beside("l2", 0.1, 0.0))) is None
    assert RULES["rate_too_small"](replace(evident, beside=beside("learning_rate", 1e-5, 0.1))) is not None


def test_a_net_is_too_small_only_after_its_rows_were_seen_often_and_without_a_strong_penalty() -> None:
    evident = replace(small(8), **stuck(0.6), epoch=200.0)
    assert RULES["net_too_small"](replace(evident, epoch=10.0)) is None
    punished = found(net("digits", 8, function="tanh", lr=0.05, l2=0.1, seeds=1), 400)
    assert RULES["net_too_small"](replace(punished, **stuck(0.6), epoch=200.0)) is None


def test_what_falls_at_a_good_part_of_its_pace_yet_does_not_stand_still() -> None:
    """0.759 -> 0.640 in 300 steps, of late 1.8 % in a hundred: 0.0117 a hundred steps of 0.040."""
    evident = replace(sound(), **{**stuck(), "fall": 0.018})
    assert RULES["plateau"](replace(evident, whole_fall=0.15, pace=0.3)) is None
    assert RULES["plateau"](replace(evident, whole_fall=0.15, pace=0.1)) is not None
    assert RULES["plateau"](replace(evident, whole_fall=0.01, pace=1.0)) is not None


def test_pace_and_whole_fall_of_a_loss_that_falls_evenly() -> None:
    evident = found(net("circle", 8, lr=1e-4, seeds=1), 600)
    assert evident.pace == pytest.approx(1.0, abs=0.1)
    assert 0 < evident.whole_fall < 0.05


def test_a_loss_below_that_of_guessing_is_better_than_guessing_though_a_rare_class_hides_it() -> None:
    rare = replace(sound(), **stuck(0.96), chance=0.96, chance_loss=0.168)
    assert RULES["stuck_at_chance"](replace(rare, train_loss=0.168)) is not None
    assert RULES["stuck_at_chance"](replace(rare, train_loss=0.0904)) is None


def test_a_penalty_is_told_by_what_was_measured() -> None:
    """It pulls a tenth as hard as the data by now, at weights of which half a per cent is left."""
    share, left = np.full(3, 0.12), np.full(3, 0.005)
    evident = replace(other(l2=0.5), penalty_share=share, weight_share=left, update_ratio=UPDATES * 10, **stuck())
    told = RULES["penalty_too_strong"](evident)
    assert told is not None
    assert "has shrunk the weights" in str(told[0])
    assert "0.50%" in str(told[1][0])


def test_numbers_that_fall_from_far_above_by_tiny_steps_are_too_slow() -> None:
    tiny = replace(sound(), is_number=True, step=800, **{**stuck(-0.86), "fall": 0.16}, update_ratio=UPDATES / 25)
    assert RULES["rate_too_small"](tiny) is not None
    assert RULES["rate_too_small"](replace(tiny, train_accuracy=0.9)) is None


def test_first_steps_that_overturned_the_start_were_too_large_and_never_too_small() -> None:
    evident = replace(other(function="tanh"), saturated=HALF_DEAD, saturated_at_start=0 * HALF_DEAD, **stuck())
    idle = replace(evident, update_ratio=UPDATES / 1e4, first_growth=80.0)
    assert RULES["rate_too_large"](idle) is not None
    assert RULES["rate_too_small"](idle) is None


def test_two_classes_of_labels_half_of_which_are_wrong_are_noise() -> None:
    """Before overfitting is told: the noise is a setting of the program's own."""
    experiment = net("circle", 64, 64, lr=0.1, seeds=1, data={"label_noise": 0.5})
    evident = replace(
        found(experiment, 400),
        train_accuracy=0.9,
        held_out_accuracy=0.5,
        memorized=0.7,
        wrong_labels=100,
        held_out_loss=2.0,
        best_held_out_loss=0.69,
        train_loss=0.3,
        train_loss_at_best=0.6,
    )
    finding = first_finding(evident)
    assert finding is not None
    assert finding.rule == "memorized"
    assert "made wrong" in str(finding.text)
    assert finding.remedy is not None
    assert cured(experiment, finding.remedy).data.label_noise == 0


def test_the_loss_that_is_quoted_is_that_of_the_table() -> None:
    evident = replace(
        sound(),
        train_accuracy=1.0,
        held_out_accuracy=0.6,
        held_out_loss=2.566,
        latest_held_out_loss=2.69,
        best_held_out_loss=1.0,
        train_loss=0.1,
        train_loss_at_best=0.2,
    )
    told = RULES["overfitting"](evident)
    assert told is not None
    assert str(told[1][0]).startswith("Test loss 2.690")
