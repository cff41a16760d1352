"""Lanes that differ in one setting are the strongest evidence, in whichever group they are."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from benchmarks.coach.recipe import net, rows
from engine.data import load
from engine.diagnosis.diagnosis import evidence_of_lanes, told_of_lanes
from engine.diagnosis.rules.regularization import penalty_too_strong
from engine.experiment.experiment import parse
from engine.store.presets import load_preset
from engine.train.trainer import Trainer


def settings_beside(*lanes: dict[str, object]) -> list[list[str]]:
    plain = net("circle", 8, lr=0.05).model_dump()
    named = [{"name": f"lane {index}", "set": each} for index, each in enumerate(lanes)]
    experiment = parse({**plain, "lanes": named})
    trainer = Trainer(experiment, rows(experiment.data))
    trainer.run(20, record=True)
    trainer.measure()
    with np.errstate(all="ignore"):
        found = evidence_of_lanes(trainer)
    assert [found[lane].name for lane in found] == [lane["name"] for lane in named]
    return [[each.setting for each in found[lane].beside] for lane in found]


@pytest.mark.parametrize("setting", ["layers.*.l2", "optimizer.learning_rate", "layers.0.units"])
def test_one_setting_apart(setting: str) -> None:
    value = 3 if setting.endswith("units") else 0.02
    name = setting.rsplit(".", maxsplit=1)[-1]
    assert settings_beside({}, {setting: value}) == [[name], [name]]


def test_the_seed_and_two_settings_are_no_evidence() -> None:
    assert settings_beside({}, {"seed": 5}) == [[], []]
    assert settings_beside({}, {"layers.*.l2": 0.1, "optimizer.learning_rate": 0.01}) == [[], []]


def test_a_penalty_is_not_too_strong_beside_a_weaker_one_that_is_worse() -> None:
    """Two clouds that overlap: with λ 0.03 a tenth of the training rows is wrong, as it should be."""
    experiment = load_preset("overfitting")
    trainer = Trainer(experiment, load(experiment.data))
    told = []
    for _ in range(10):
        trainer.run(100, record=True)
        trainer.measure()
        told.append({experiment.lanes[lane].name: each.rule for lane, each in told_of_lanes(trainer).items()})
    assert not any("λ 0.03" in each for each in told)
    assert told[-1] == {"λ 0": "overfitting"}
    found = evidence_of_lanes(trainer)[1]
    # On the way the accuracy touches the bound from which on little is learned; it is held there for this test.
    pressed = replace(found, train_accuracy=0.89, penalty_share=np.ones_like(found.penalty_share))
    assert penalty_too_strong(pressed) is None
    alone = penalty_too_strong(replace(pressed, beside=()))
    assert alone is not None, "what says that it is right is the lane beside it"
