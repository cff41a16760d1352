"""Trials as lanes: trained together in a window, each is what it was in the sweep."""

from __future__ import annotations

from pathlib import Path

import pytest

from engine.data import load
from engine.errors import PlaygroundError
from engine.sweep.together import together
from engine.train.trainer import Trainer
from tests.engine.sweep.helpers import planned, swept


def test_one_trial_is_an_experiment_and_several_are_its_lanes(tmp_path: Path) -> None:
    plan = planned("l2=0,0.1", "optimizer.kind=sgd,adam", seeds=2)
    results = swept(plan, tmp_path / "s").results
    one, several = together(plan, [5]), together(plan, [0, 5, 7])
    assert len(one.lanes) == 1
    assert [lane.name for lane in several.lanes] == [
        "λ 0 · SGD · seed 3",
        "λ 0.1 · SGD · seed 4",
        "λ 0.1 · Adam · seed 4",
    ]
    trainer = Trainer(several, load(several.data))
    trainer.run(60)
    losses = [lane.train_data_loss for lane in trainer.snapshot().lanes]
    assert losses == [results[number].figures["train_data_loss"] for number in (0, 5, 7)]


def test_what_lanes_cannot_differ_in_is_said(tmp_path: Path) -> None:
    plan = planned("data.train=30,60", seeds=40)
    assert len(together(plan, [0, 1, 2]).lanes) == 3
    with pytest.raises(PlaygroundError, match=r"differ in data\.train"):
        together(plan, [0, 40])
    with pytest.raises(PlaygroundError, match="65 trials are too many"):
        together(plan, [*range(65)])
