"""A value such as -999 that was left among the numbers of a column: what it hides, and that the remedy mends it."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from engine.data import load, load_table, split
from engine.data.spec import DataSpec
from engine.diagnosis.apply_remedy import cured
from engine.diagnosis.diagnosis import diagnosis
from engine.diagnosis.evidence.sentinels import follows, left_sentinel
from engine.diagnosis.trial.trials import Trials
from engine.experiment.experiment import parse
from engine.inspectors.request import InspectionRequest
from engine.train.trainer import Trainer


def test_how_closely_labels_follow_a_column() -> None:
    """Worked by hand: means 1 and 5 about 3, spread of the means 2 * 4 + 2 * 4 = 16 of 20 in all, √0.8 = 0.894."""
    x = np.array([0.0, 2.0, 4.0, 6.0])
    assert follows(x, np.array([0, 0, 1, 1])) == pytest.approx(np.sqrt(0.8))
    assert follows(x, np.array([1, 2, 3, 4], np.float32)) == pytest.approx(1)
    assert follows(x, np.array([0, 1, 1, 0])) == pytest.approx(0)
    assert follows(np.ones(4), np.array([0, 0, 1, 1])) == 0


def people(path: Path, value: str) -> DataSpec:
    """Who bought is told by their age, which is not known of each sixth row: then there stands ``value``."""
    rng = np.random.default_rng(0)
    lines = ["age,height,bought"]
    for row in range(240):
        age = int(rng.integers(18, 80))
        lines.append(f"{value if row % 6 == 5 else age},{rng.normal(170, 8):.1f},{'yes' if age > 48 else 'no'}")
    path.write_text("\n".join(lines) + "\n")
    said = load_table(DataSpec(source=str(path)), is_new=True).as_read
    assert said is not None
    return said


def test_it_is_named_in_the_diagnosis_and_the_remedy_that_was_tried_mends_it(tmp_path: Path) -> None:
    data = people(tmp_path / "people.csv", "-999")
    layers = [{"kind": "dense", "units": 16}, {"kind": "activation", "function": "relu"}, {"kind": "dense", "units": 2}]
    experiment = parse(
        {"data": data.model_dump(), "layers": layers, "optimizer": {"kind": "sgd", "learning_rate": 0.05}}
    )
    trainer, trials = Trainer(experiment, load(data)), Trials(load)
    for step in range(0, 301, 20):
        trainer.run(step - trainer.step, record=True)
        trainer.measure()
    found = diagnosis(trainer, InspectionRequest())
    assert [finding.rule for finding in found] == ["sentinel_left"]
    assert "column age holds -999 in 40 rows" in str(found[0].text)
    assert found[0].where.feature == "age"
    trials.follow(trainer, found)
    trials.settle()
    (judged,) = trials.judged(found)
    assert judged.remedy is not None
    mended = cured(experiment, judged.remedy).data
    assert mended.columns["age"].means_missing == ("-999",)
    assert left_sentinel(split(load_table(mended), mended)) is None


def test_a_column_that_says_nothing_hides_nothing(tmp_path: Path) -> None:
    path = tmp_path / "noise.csv"
    rng = np.random.default_rng(1)
    rows = [
        f"{-999 if row % 6 == 5 else rng.integers(18, 80)},{rng.normal():.2f},{'ab'[row % 2]}" for row in range(240)
    ]
    path.write_text("\n".join(["age,x,kind", *rows]) + "\n")
    said = load_table(DataSpec(source=str(path)), is_new=True).as_read
    assert said is not None
    assert left_sentinel(load(said)) is None
