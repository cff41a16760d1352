"""Each rule alone: one lane's sound evidence keeps it silent, and with the numbers of its cause it speaks."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import cache
from typing import Any

import numpy as np
import pytest

from benchmarks.coach.recipe import net, rows
from engine.arrays import Array
from engine.data import load
from engine.data.dataset import Dataset
from engine.diagnosis.apply_remedy import cured
from engine.diagnosis.diagnosis import RULES, diagnose, first_finding
from engine.diagnosis.evidence.course import swing_of, windows
from engine.diagnosis.evidence.data_facts import DataFacts, data_facts
from engine.diagnosis.evidence.evidence import Beside, Evidence
from engine.diagnosis.evidence.gather import evidence
from engine.diagnosis.evidence.guessing import chance_loss
from engine.diagnosis.evidence.sentinels import LeftSentinel
from engine.diagnosis.remedies import sound_penalty
from engine.diagnosis.rules.capacity import hidden_widths
from engine.experiment.edits.field_edits import edited
from engine.experiment.experiment import Experiment
from engine.experiment.lanes.lanes import isolate_lane
from engine.store.presets import load_preset
from engine.train.trainer import Trainer
from tests.engine.helpers import dataset_of, numbers_of


def other(**fields: Any) -> Evidence:
    """Digits, two hidden ReLU layers of 20 units, 400 steps."""
    return found(net("digits", 20, 20, seeds=1, **{"l2": 0.003, "lr": 0.05, **fields}), 400)


@cache
def sound() -> Evidence:
    """Of a run that goes well."""
    return other()


def found(experiment: Experiment, steps: int, dataset: Dataset | None = None) -> Evidence:
    trainer = Trainer(experiment, rows(experiment.data) if dataset is None else dataset)
    with np.errstate(all="ignore"):
        for step in range(0, steps + 1, max(steps // 20, 1)):
            trainer.run(step - trainer.step, record=True)
            trainer.measure()
        return evidence(trainer.groups[0], 0)


def facts(**changed: Any) -> DataFacts:
    return replace(sound().facts, **changed)


def stuck(accuracy: float = 0.3, **changed: Any) -> dict[str, Any]:
    return {"train_accuracy": accuracy, "held_out_accuracy": accuracy, "fall": 0.0, "progress": 0.0, **changed}


UPDATES = np.array([1e-3, 1e-3, 1e-3])
HALF_DEAD = np.array([np.nan, 0.6, np.nan, 0.1, np.nan])
SENTINEL = LeftSentinel("pixel3", "-999", 12, (("data.columns.pixel3.means_missing", ["-999"]),), 0.6, 0.1)
SPEAKS: dict[str, dict[str, Any]] = {
    "rows_sorted": {"facts": lambda: facts(is_sorted=True)},
    "class_missing": {"facts": lambda: facts(class_counts=(30,) * 9 + (0,), held_out_counts=(30,) * 10)},
    "features_unscaled": {"input_std": 6.0, **stuck()},
    "penalty_too_strong": {"penalty_share": np.ones(3), "update_ratio": UPDATES * 10, **stuck()},
    "diverged": {"diverged_at": 12},
    "batch_too_small": {"batch_rows": 2, "swing": 0.2, "update_ratio": UPDATES * 50, **stuck()},
    "rate_too_large": {"dead": HALF_DEAD, "dead_at_start": HALF_DEAD * 0.1, **stuck()},
    "dead": {"dead": HALF_DEAD, "dead_at_start": HALF_DEAD, **stuck()},
    "vanishing": {"gradient_rms": np.array([1e-9, 1e-5, 1e-2]), **stuck()},
    "rate_too_small": {"update_ratio": UPDATES / 100, **stuck()},
    "overfitting": {
        "held_out_accuracy": 0.6,
        "held_out_loss": 2.0,
        "best_held_out_loss": 1.0,
        "train_loss": 0.1,
        "train_loss_at_best": 0.2,
    },
    "few_rows": {"n_rows": 50, "train_accuracy": 1.0, "held_out_accuracy": 0.5},
    "memorized": {"wrong_labels": 40, "memorized": 0.9},
    "class_ignored": {"recall": np.array([0.0] + [0.5] * 9), **stuck(0.45)},
    "imbalance": {
        "chance": 0.94,
        "recall": np.array([0.2] + [0.99] * 9),
        "facts": lambda: facts(class_counts=(3, 90) + (0,) * 8),
    },
    "stuck_at_chance": stuck(0.11),
    "plateau": stuck(0.3),
    "sentinel_left": {"facts": lambda: facts(sentinel=SENTINEL), **stuck(0.5)},
    "label_leak": {"facts": lambda: facts(leak=2)},
}
"""What is changed of the evidence, where the network need not be another. (`diverged` stays by day and night.)"""

OTHER_NETS: dict[str, dict[str, Any]] = {
    "zeros": {"start": "zeros"},
    "exploding": {"start": "uniform"},
    "fading": {"start": "xavier_uniform"},
    "saturated": {"function": "tanh", "start": "uniform"},
    "no_hidden_layer": {"function": "identity"},
    "dropout_too_strong": {"rate": 0.9},  # in both hidden layers
    "dropout_on_logits": {"last": ({"kind": "dropout", "rate": 0.6},)},
    "activation_on_logits": {"last": ({"kind": "activation", "function": "relu"},)},
}
NETS = {
    "exploding": {"std": np.array([1, 1, 1, 1, 1e5]), "std_at_start": np.array([1, 1, 1, 1, 1e5]), **stuck()},
    "fading": {"std_at_start": np.array([1, 1, 1, 1, 0.001]), **stuck()},
    "saturated": {"saturated": HALF_DEAD, "saturated_at_start": HALF_DEAD, **stuck()},
}


EVIDENT = {"penalty_too_strong": lambda: other(l2=0.5), "batch_too_small": lambda: other(batch=2)}


@cache
def small(*widths: int) -> Evidence:
    return found(net("digits", *widths, function="tanh", lr=0.05, seeds=1), 400)


@pytest.mark.parametrize("rule", SPEAKS)
def test_it_speaks_where_its_numbers_are_there_and_not_before(rule: str) -> None:
    changed = {name: value() if callable(value) else value for name, value in SPEAKS[rule].items()}
    evident = EVIDENT.get(rule, sound)()
    assert RULES[rule](sound()) is None
    told = RULES[rule](replace(evident, **changed))
    assert told is not None
    text, proof, remedy = told
    sentences = [str(text), *map(str, proof)]
    assert len(sentences) > 1
    assert all("{" not in sentence and "nan" not in sentence for sentence in sentences)
    if remedy is not None:
        assert cured(evident.experiment, remedy) != evident.experiment


@pytest.mark.parametrize("rule", OTHER_NETS)
def test_it_speaks_of_such_a_network_where_it_does_not_learn(rule: str) -> None:
    evident = replace(other(**OTHER_NETS[rule]), **(NETS.get(rule) or stuck()))
    told = RULES[rule](evident)
    assert told is not None
    assert told[2] is not None
    assert cured(evident.experiment, told[2]) != evident.experiment
    assert RULES[rule](sound()) is None


def test_narrow_and_small_nets() -> None:
    assert RULES["bottleneck"](replace(small(30, 1, 30), **stuck())) is not None
    assert RULES["bottleneck"](replace(small(30, 30, 30), **stuck())) is None
    assert RULES["net_too_small"](replace(small(2), **stuck())) is not None
    assert RULES["net_too_small"](replace(small(30), **stuck())) is None


def test_one_filter_is_no_bottleneck() -> None:
    """It passes on a picture."""
    experiment = edited(isolate_lane(load_preset("first-convolution"), 0), "layers.0.filters", 1)
    evident = found(experiment, 20, load(experiment.data))
    assert min(hidden_widths(evident).values()) > 30
    assert RULES["bottleneck"](replace(evident, step=600, **stuck())) is None


def test_every_rule_is_here() -> None:
    assert set(SPEAKS) | set(OTHER_NETS) | {"bottleneck", "net_too_small"} == set(RULES)


# --- the chain: causes before symptoms --------------------------------------------------------------------------------


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


# --- the numbers ------------------------------------------------------------------------------------------------------


def test_sorted_rows_are_told_from_mixed_ones() -> None:
    here, there, y = np.zeros((60, 3)), np.zeros((30, 3)), np.repeat([0, 1, 2], 30)
    mixed = np.tile([0, 1, 2], 30)
    assert data_facts(dataset_of(here, y[:60], there, y[60:], n_classes=3)).is_sorted
    assert not data_facts(dataset_of(here, mixed[:60], there, mixed[60:], n_classes=3)).is_sorted
    numbers = np.arange(90.0)
    mixed_numbers = np.random.default_rng(0).permutation(numbers)
    assert data_facts(numbers_of(here, numbers[:60], there, numbers[60:])).is_sorted
    assert not data_facts(numbers_of(here, mixed_numbers[:60], there, mixed_numbers[60:])).is_sorted


@pytest.mark.parametrize("make", [lambda y: y, lambda y: -y, np.exp, lambda y: -np.exp(-y), np.round])
def test_numbers_in_order_are_found_whatever_their_shape(make: Callable[[Array], Array]) -> None:
    """Rising, falling, skewed to either side, with ties: ranks alone count. And where they rise by and large."""
    here, there = np.zeros((60, 3)), np.zeros((30, 3))
    rng = np.random.default_rng(2)
    y = np.sort(rng.normal(0, 2, 90))
    for numbers in (make(y), make(y[np.argsort(y + rng.normal(0, 0.8, 90))])):
        found = data_facts(numbers_of(here, numbers[:60], there, numbers[60:]))
        assert found.is_sorted
        pairs = numbers[60:, None] - numbers[None, :60]
        assert found.held_out_above == pytest.approx((pairs > 0).mean() + (pairs == 0).mean() / 2)
    mixed = make(rng.permutation(y))
    assert not data_facts(numbers_of(here, mixed[:60], there, mixed[60:])).is_sorted


def test_classes_without_training_rows_are_named() -> None:
    rows = dataset_of(np.zeros((4, 2)), [0, 2, 0, 2], np.zeros((3, 2)), [0, 1, 3], n_classes=4)
    assert data_facts(rows).missing == (1, 3)


def test_a_column_that_says_the_label_is_found() -> None:
    rng = np.random.default_rng(1)
    x, y = rng.normal(size=(60, 4)), rng.integers(0, 3, 60)
    assert data_facts(dataset_of(x, y, n_classes=3)).leak is None
    x[:, 2] = 5 * y + 0.1 * rng.random(60)
    assert data_facts(dataset_of(x, y, n_classes=3)).leak == 2
    x[0, 2] = 5 * ((y[0] + 1) % 3) + 0.05  # once it is wrong
    assert data_facts(dataset_of(x, y, n_classes=3)).leak is None


def test_chance_has_the_loss_of_the_shares_of_the_classes() -> None:
    """By hand: classes 3/4 and 1/4; - 3/4 ln 3/4 - 1/4 ln 1/4 = 0.5623, and p (1 - p) = 0.1875."""
    rows = dataset_of(np.zeros((4, 2)), [0, 0, 0, 1])
    experiment = net("circle", 2)
    assert chance_loss(experiment.loss, rows) == pytest.approx(0.5623, abs=1e-4)
    assert chance_loss("mean_squared_error", rows) == pytest.approx(0.1875)


def test_lambda_is_in_the_scale_of_the_loss() -> None:
    """Ten even classes: ln 10 with cross-entropy, 0.09 with squared error, 25 times less."""
    assert sound_penalty(sound(), "l2") == 0.01
    assert sound_penalty(replace(sound(), chance_loss=0.09), "l2") == pytest.approx(0.0003)


def test_a_loss_that_falls_does_not_swing() -> None:
    falling = np.linspace(2, 1, 10)
    assert swing_of(falling) == pytest.approx(0, abs=1e-12)
    assert swing_of(np.array([1.0, 3.0] * 5)) == pytest.approx((9 * 2 - 2) / 9 / 2)
    assert swing_of(falling[:4]) == 0


def test_windows_do_not_grow_with_the_run() -> None:
    for last in (600, 6000, 60_000):
        steps = np.arange(0, last + 1, 10)
        before, lately = windows(steps)
        assert len(steps[lately]) == len(steps[before])
        assert steps[-1] - steps[lately][0] < min(501, last // 3 + 1)


# --- what a lane beside shows, and how a run goes on the whole --------------------------------------------------------


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
