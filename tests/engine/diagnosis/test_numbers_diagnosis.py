"""What is said of lanes that learn numbers: R² in the place of accuracy, and no word of classes."""

from __future__ import annotations

import numpy as np
import pytest

from engine.data import load
from engine.diagnosis.diagnosis import diagnose
from engine.diagnosis.evidence.gather import evidence
from engine.diagnosis.findings import Finding
from engine.diagnosis.reasons import REASONS
from engine.experiment.lanes.lanes import isolate_lane
from engine.store.presets import load_preset
from engine.train.trainer import Trainer
from tests.engine.helpers import activation, dense, numbers_of, recipe

RNG = np.random.default_rng(4)
X = RNG.uniform(-3, 3, (60, 1)).astype(np.float32)
WAVE = numbers_of(X[:20], np.sin(X[:20, 0]) + RNG.normal(0, 0.4, 20), X[20:], np.sin(X[20:, 0]))


def findings(*layers: dict[str, object], steps: int, **fields: object) -> dict[str, Finding]:
    """By rule, those of a lane that was looked at every ten steps."""
    optimizer = {"kind": "adam", "learning_rate": 0.01}
    experiment = recipe(*layers, **{"loss": "mean_squared_error", "sampling": "full", "optimizer": optimizer, **fields})
    trainer = Trainer(experiment, WAVE)
    for _ in range(0, steps, 10):
        trainer.measure()
        trainer.run(10, record=True)
    trainer.measure()
    return {found.rule: found for found in diagnose(evidence(trainer.groups[0], 0))}


def words(found: Finding) -> str:
    return " ".join(map(str, (found.text, *found.evidence)))


def test_a_lane_that_bends_to_every_point_overfits() -> None:
    net = [dense(64), activation("tanh"), dense(64), activation("tanh"), dense(1)]
    found = findings(*net, steps=1100)["overfitting"]
    assert "R² on the training rows 0." in words(found)
    assert "ccuracy" not in words(found)


def test_a_straight_line_is_told_for_what_it_is() -> None:
    found = findings(dense(1), steps=1200)["no_hidden_layer"]
    assert "only fit a straight line, or a plane" in words(found)
    assert "Training R² " in words(found)
    assert "class" not in words(found)


@pytest.mark.parametrize("noise", [0.0, 0.5])
def test_no_label_is_wrong_where_numbers_are_noisy(noise: float) -> None:
    data = numbers_of(X[:20], WAVE.train_y + noise, X[20:], WAVE.test_y)
    trainer = Trainer(recipe(dense(1), loss="huber"), data)
    trainer.measure()
    found = evidence(trainer.groups[0], 0)
    assert (found.wrong_labels, found.chance, found.is_number) == (0, 0.0, True)
    assert np.isnan(found.memorized)


def test_too_strong_a_penalty_is_told_with_r2() -> None:
    experiment = isolate_lane(load_preset("regression"), 2)
    trainer = Trainer(experiment, load(experiment.data))
    for _ in range(12):
        trainer.measure()
        trainer.run(50, record=True)
    trainer.measure()
    (found,) = (found for found in diagnose(evidence(trainer.groups[0], 0)) if found.rule == "penalty_too_strong")
    assert "training R² " in words(found)


def test_a_feature_that_is_the_number_is_not_said_to_part_classes_alone() -> None:
    told = str(REASONS["label_leak"].formula)
    assert "the numbers to learn lie on a straight line over it" in told
