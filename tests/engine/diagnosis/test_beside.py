"""Lanes that differ in one setting are the strongest evidence, in whichever group they are."""

from __future__ import annotations

import numpy as np
import pytest

from benchmarks.coach.recipe import net, rows
from engine.diagnosis.diagnosis import evidence_of_lanes
from engine.experiment.experiment import parse
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
