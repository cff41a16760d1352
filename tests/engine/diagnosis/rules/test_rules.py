"""Each rule alone: one lane's sound evidence keeps it silent, and with the numbers of its cause it speaks."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import numpy as np
import pytest

from engine.data import load
from engine.diagnosis.apply_remedy import cured
from engine.diagnosis.diagnosis import RULES
from engine.diagnosis.evidence.sentinels import LeftSentinel
from engine.diagnosis.rules.capacity import hidden_widths
from engine.experiment.edits.field_edits import edited
from engine.experiment.lanes.lanes import isolate_lane
from engine.store.presets import load_preset
from tests.engine.diagnosis.rules.cases import HALF_DEAD, UPDATES, facts, found, other, small, sound, stuck

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


def test_all_classes_that_no_training_row_has_are_counted_not_those_of_held_out_rows_alone() -> None:
    counts = {"class_counts": (30,) * 6 + (0,) * 4, "held_out_counts": (30,) * 8 + (0,) * 2}
    told = RULES["class_missing"](replace(sound(), facts=facts(**counts)))
    assert told is not None
    assert "4 of the 10 classes" in str(told[0])


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
