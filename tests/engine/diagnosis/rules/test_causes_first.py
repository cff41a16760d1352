"""The chain of the rules: causes are told before their symptoms."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import numpy as np
import pytest

from benchmarks.coach.recipe import net, rows
from engine.diagnosis.apply_remedy import cured
from engine.diagnosis.diagnosis import RULES, diagnose, first_finding
from engine.diagnosis.evidence.gather import evidence
from engine.train.trainer import Trainer
from tests.engine.diagnosis.rules.cases import HALF_DEAD, UPDATES, facts, found, other, small, sound, stuck


def first(**changed: Any) -> str:
    finding = first_finding(replace(sound(), **stuck(), **changed))
    return finding.rule if finding is not None else ""


def test_large_features_are_told_before_dead_units() -> None:
    assert first(dead=HALF_DEAD, dead_at_start=HALF_DEAD) == "dead"
    assert first(dead=HALF_DEAD, dead_at_start=HALF_DEAD * 0.1) == "rate_too_large"
    assert first(dead=HALF_DEAD, dead_at_start=HALF_DEAD * 0.1, input_std=6.0) == "features_unscaled"


def test_naive_weights_are_the_cause_before_they_enlarge_a_thousand_times() -> None:
    """Fifty times as large is enough for answers that are wrong beyond all measure; not where a lane has learned."""
    evident = other(start="uniform", l2=0.0)
    sizes = np.array([1.0, 1.0, 5.0, 5.0, 50 * evident.input_std])
    grew = replace(evident, std=sizes, std_at_start=sizes, **stuck())
    assert first_finding(grew) is not None
    assert first_finding(grew).rule == "exploding"  # type: ignore[union-attr]
    assert RULES["exploding"](replace(grew, train_accuracy=0.95)) is None
    assert RULES["exploding"](replace(grew, std_at_start=sizes / 5)) is None


def test_dropout_that_lets_hardly_anything_through_is_told_before_large_features() -> None:
    evident = replace(other(rate=0.9), input_std=6.0, **stuck())
    finding = first_finding(evident)
    assert finding is not None
    assert finding.rule == "dropout_too_strong"
    assert RULES["features_unscaled"](replace(other(rate=0.5), input_std=6.0, **stuck())) is not None


def test_a_penalty_that_makes_a_lane_diverge_is_told_and_not_the_rate() -> None:
    """With L2 a step multiplies a weight by 1 - rate lambda: below -1 it grows."""
    for l2, rule in ((10.0, "penalty_too_strong"), (0.1, "diverged")):
        evident = replace(other(l2=l2, lr=0.3), diverged_at=9)
        finding = first_finding(evident)
        assert finding is not None
        assert finding.rule == rule


def test_running_statistics_that_are_not_yet_any_say_nothing() -> None:
    experiment = net("digits", *[50] * 6, norm="batch_norm", start="uniform", seeds=1)
    for steps in (0, 1, 5):
        assert diagnose(found(experiment, steps)) == []


def test_an_untrained_net_has_memorized_nothing() -> None:
    """Two classes agree with half of the wrong labels by chance: a half of them is nothing, and so is all of them
    before anything was learned."""
    evident = replace(sound(), facts=facts(class_counts=(150, 150)), wrong_labels=60, chance=0.5)
    rule = RULES["memorized"]
    assert rule(replace(evident, memorized=0.7, train_accuracy=0.9)) is None
    assert rule(replace(evident, memorized=0.8, train_accuracy=0.9)) is not None
    assert rule(replace(evident, memorized=1.0, train_accuracy=0.3)) is None


def test_after_going_back_to_its_best_a_lane_does_not_overfit() -> None:
    """The looks from before it went back are no longer its own."""
    stopping = {"on": True, "every": 20, "patience": 3}
    fields = {"data": {"train": 100}, "optimizer": "adam", "lr": 0.01, "early_stopping": stopping}
    experiment = net("digits", 100, 100, seeds=1, **fields)
    trainer = Trainer(experiment, rows(experiment.data))
    for step in range(0, 801, 40):
        trainer.run(step - trainer.step, record=True)
        trainer.measure()
    assert trainer.restored
    found = evidence(trainer.groups[0], 0)
    assert found.held_out_loss == pytest.approx(trainer.snapshot().lanes[0].test_data_loss)
    assert "overfitting" not in [finding.rule for finding in diagnose(found)]


def test_what_is_of_all_steps_is_not_told_of_the_step_that_a_lane_went_back_to() -> None:
    """By step 520 each row was seen 87 times, and not by step 20, of which the weights are."""
    gone_back = replace(sound(), **stuck(0.11), figures_at=20, trained_to=520, epoch=87)
    told = first_finding(gone_back)
    assert told is not None
    assert told.rule == "stuck_at_chance"
    assert [str(said) for said in (told.when, *told.evidence)] == [
        "At step 20:",
        "Training accuracy 11%; always saying the largest class gives 11%.",
        "Up to step 520: Each row has been seen 87 times.",
    ]
    told = first_finding(replace(gone_back, **stuck(0.3)))
    assert told is not None
    assert str(told.evidence[-1]).startswith("Up to step 520: Over the latest steps the training loss fell by ")


def test_how_often_rows_were_seen_counts_the_steps_that_the_lane_has_made() -> None:
    """Of a lane that stopped early while others went on."""
    stopping = {"on": True, "every": 20, "patience": 3}
    fields = {"data": {"train": 100}, "optimizer": "adam", "lr": 0.01, "early_stopping": stopping}
    experiment = net("digits", 100, 100, seeds=2, **fields)
    trainer = Trainer(experiment, rows(experiment.data))
    for step in range(0, 1201, 40):
        trainer.run(step - trainer.step, record=True)
        trainer.measure()
    (group,) = trainer.groups
    assert len(set(group.stopped_at.values())) == 2
    for lane, stopped in group.stopped_at.items():
        found_there = evidence(group, lane)
        assert found_there.trained_to == stopped
        assert found_there.epoch == pytest.approx(stopped * experiment.batch_size / 100, abs=0.01)


def test_a_lane_that_hardly_moves_is_told_so_after_ten_times_as_many_steps() -> None:
    experiment = net("circle", 8, lr=1e-4, seeds=1)
    for steps in (300, 3000):
        finding = first_finding(found(experiment, steps))
        assert finding is not None
        assert finding.rule == "rate_too_small"


def test_a_layer_of_one_unit_is_a_bottleneck_whatever_has_become_of_it() -> None:
    """A unit that is dead, saturated or on the flat: it is one too few."""
    for widths in ((1,), (30, 1, 30)):
        place = 1 if widths == (1,) else 3
        lame = np.zeros(2 * len(widths) + 1)
        lame[place] = 1.0
        for changed in ({"dead": lame}, {"saturated": lame}, {}):
            evident = replace(small(*widths), **stuck(), dead_at_start=0 * lame, saturated_at_start=0 * lame, **changed)
            finding = first_finding(evident)
            assert finding is not None
            assert finding.rule == "bottleneck"
            assert f"unit of layer {place}" in str(finding.text)
            assert finding.remedy is not None
            units = [layer.units for layer in cured(evident.experiment, finding.remedy).layers if layer.kind == "dense"]
            assert min(units[:-1]) == 64


def test_of_several_narrow_layers_the_one_that_lets_nothing_through_is_named_though_no_step_moves_any_more() -> None:
    evident = replace(small(2, 2), **stuck(), update_ratio=np.zeros(3))
    assert RULES["bottleneck"](evident) is None
    told = RULES["bottleneck"](replace(evident, saturated=np.array([np.nan, 0.5, np.nan, 1.0, np.nan])))
    assert told is not None
    assert str(told[0]).endswith("the 2 units of layer 3.")


def test_a_penalty_that_has_driven_the_weights_away_is_told_though_no_step_moves_them() -> None:
    evident = replace(other(l2=0.5), penalty_share=np.full(3, np.inf), update_ratio=UPDATES * 0, **stuck())
    assert RULES["penalty_too_strong"](replace(evident, weight_share=np.ones(3))) is None
    told = RULES["penalty_too_strong"](replace(evident, weight_share=np.full(3, 1e18)))
    assert told is not None
    assert "gradient is zero" in str(told[1][0])


def test_dropout_is_told_where_it_erases_most() -> None:
    """0.9 in every layer, the answers included, is too strong on the way there."""
    drop = ({"kind": "dropout", "rate": 0.9},)
    for rate, rule in ((0.9, "dropout_too_strong"), (0.2, "dropout_on_logits"), (None, "dropout_on_logits")):
        finding = first_finding(replace(other(rate=rate, last=drop), **stuck()))
        assert finding is not None
        assert finding.rule == rule


@pytest.mark.parametrize(
    ("function", "words"),
    [("relu", "cuts answers below 0"), ("tanh", "bounds the answers"), ("sigmoid", "bounds the answers")],
)
def test_only_a_function_with_two_bounds_is_said_to_bound_the_answers(function: str, words: str) -> None:
    """ReLU has no upper bound: what it takes away is what is below zero."""
    told = RULES["activation_on_logits"](other(last=({"kind": "activation", "function": function},)))
    assert told is not None
    assert words in str(told[0])


def test_a_signal_that_has_grown_since_is_said_to_have_faded_at_the_start() -> None:
    """Each figure beside one of the same step: 0.079 of 1 at the start, 0.84 or 0.05 of it now."""
    layers = np.ones(5)
    start = np.array([1, 1, 1, 1, 0.079])
    evident = replace(other(start="xavier_uniform"), input_std=1.0, std_at_start=start, **stuck())
    over = RULES["fading"](replace(evident, std=layers * 0.84))
    assert over is not None
    assert "faded at the start: only 7.9% of its size reached" in str(over[0])
    assert str(over[1][0]).endswith("of the outputs at the start 0.079.")
    lasting = RULES["fading"](replace(evident, std=layers * 0.05))
    assert lasting is not None
    assert "fades on its way: only 5.0%" in str(lasting[0])
    assert str(lasting[1][0]).endswith("of the outputs 0.05.")


def test_what_weights_have_grown_into_is_no_bad_start() -> None:
    """Values that saturate on the way, with a start that is a little too large for tanh."""
    evident = other(function="tanh", start="he_uniform")
    grown = replace(evident, saturated=HALF_DEAD, saturated_at_start=0 * HALF_DEAD)
    assert RULES["saturated"](grown) is None
    assert RULES["saturated"](replace(grown, saturated_at_start=HALF_DEAD, train_accuracy=0.3)) is not None


def test_steps_that_have_made_the_weights_huge_were_too_large_though_none_counts_any_more() -> None:
    evident = replace(other(function="tanh"), saturated=HALF_DEAD, saturated_at_start=0 * HALF_DEAD, **stuck())
    idle = replace(evident, update_ratio=UPDATES / 100, weight_share=np.ones(3))
    assert RULES["rate_too_large"](idle) is None
    assert RULES["rate_too_large"](replace(idle, weight_share=np.array([40.0, 30.0, 8.0]))) is not None


def test_a_loss_that_swings_is_told_by_how_much_where_its_steps_are_no_part_of_the_weights() -> None:
    stirred = replace(sound(), **stuck(), swing=0.3, update_ratio=UPDATES)
    for updates, words in ((UPDATES, "goes back and forth by 30%"), (UPDATES * 900, "9.0e-01 of their size")):
        told = RULES["rate_too_large"](replace(stirred, update_ratio=updates))
        assert told is not None
        assert words in str(told[1][0])


@pytest.mark.parametrize(("classes", "wrong", "speaks"), [(2, 0.5, True), (2, 0.6, False), (10, 0.6, True)])
def test_labels_are_wrong_while_no_wrong_one_is_likelier_than_the_right_one(
    classes: int, wrong: float, speaks: bool
) -> None:
    counts = facts(class_counts=(30,) * classes)
    learned = {"chance": 1 / classes, "train_accuracy": 1.0, "memorized": 1.0, "facts": counts}
    evident = replace(sound(), wrong_labels=round(wrong * sound().n_rows), **learned)
    assert (RULES["memorized"](evident) is not None) == speaks


def test_labels_most_of_which_are_wrong_teach_what_is_wrong() -> None:
    counts = facts(class_counts=(150, 150))
    learned = {"chance": 0.5, "train_accuracy": 0.9, "memorized": 0.9, "facts": counts, "wrong_labels": 240}
    told = RULES["memorized"](replace(sound(), held_out_accuracy=0.15, **learned))
    assert told is not None
    assert "80% of the labels" in str(told[0])
    assert RULES["memorized"](replace(sound(), held_out_accuracy=0.8, **learned)) is None


def test_units_that_died_are_no_work_of_a_moderate_penalty() -> None:
    """They leave the penalty alone with the weights, whatever its size."""
    lame = {"dead": HALF_DEAD, "dead_at_start": HALF_DEAD * 0.1, "penalty_share": np.full(3, np.inf), **stuck()}
    for l2, rule in ((0.02, "rate_too_large"), (1.0, "penalty_too_strong")):
        finding = first_finding(replace(other(l2=l2), **{**lame, "update_ratio": UPDATES * 10}))
        assert finding is not None
        assert finding.rule == rule
