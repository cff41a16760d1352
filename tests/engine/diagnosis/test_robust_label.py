"""With a robust label a few values far off are not to count: nor do they in whether a lane has learned."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from engine.data import load, load_table
from engine.data.spec import DataSpec
from engine.diagnosis.calm import calm
from engine.diagnosis.diagnosis import diagnosis, evidence_of_lanes
from engine.diagnosis.evidence.guessing import chance_loss, held_out_chance_loss
from engine.diagnosis.rules.clues import gap
from engine.diagnosis.rules.learns_by_heart import _accuracies
from engine.experiment.experiment import parse
from engine.inspectors.request import InspectionRequest
from engine.train.trainer import Trainer


def trained(path: Path, *, learns: bool = True) -> Trainer:
    """On 300 rows of a plane of which one in twenty is far off; with ``learns`` false the label has no part in it."""
    rng = np.random.default_rng(0)
    x = rng.normal(5, 2, (300, 2))
    y = 3 * x[:, 0] - 2 * x[:, 1] + 20 if learns else rng.normal(20, 3, 300)
    y[::20] += 4000 * rng.choice([-1, 1], 15)
    path.write_text("a,b,y\n" + "".join(f"{a:.3f},{b:.3f},{c:.3f}\n" for (a, b), c in zip(x, y, strict=True)))
    data = load_table(DataSpec(source=str(path)), is_new=True).as_read
    assert data is not None
    data = data.model_copy(update={"robust_label": True})
    settings: dict[str, Any] = {
        "data": data.model_dump(),
        "loss": "huber",
        "layers": [{"kind": "dense", "units": 4}, {"kind": "activation"}, {"kind": "dense", "units": 1}],
        "optimizer": {"kind": "adam", "learning_rate": 0.01 if learns else 1e-4},
    }
    trainer = Trainer(parse(settings), load(data))
    for step in range(0, 1501, 50):
        trainer.run(step - trainer.step, record=True)
        trainer.measure()
    return trainer


@pytest.fixture(scope="module")
def learned(tmp_path_factory: pytest.TempPathFactory) -> Trainer:
    """For those who only look at it."""
    return trained(tmp_path_factory.mktemp("far") / "far.csv")


def test_a_lane_that_has_learned_all_but_a_few_values_is_no_failure(learned: Trainer) -> None:
    figures = dict(zip(learned.measures, learned.measured[:, 0].tolist(), strict=True))
    assert figures["train_accuracy"] < 0.1, "R2 goes by those few"
    found = diagnosis(learned, InspectionRequest())
    assert not {"stuck_at_chance", "plateau", "net_too_small"} & {finding.rule for finding in found}


def test_a_lane_that_has_learned_nothing_is_measured_by_the_median(tmp_path: Path) -> None:
    found = diagnosis(trained(tmp_path / "noise.csv", learns=False), InspectionRequest())
    told = [str(each) for finding in found for each in (finding.text, *finding.evidence)]
    assert any("always saying the median" in each for each in told), told
    assert not any("saying the mean" in each for each in told)


def test_whether_it_overfits_is_told_by_the_losses_that_are_measured(learned: Trainer) -> None:
    """R2 goes by the few values far off, and jumps with which of them are held out."""
    made, rows, experiment = learned.snapshot(), learned.dataset, learned.experiment
    guessing = chance_loss("huber", rows)
    figures = {"restored_from": 500, "train_accuracy": 0.02, "test_accuracy": -5.2, "valid_accuracy": -5.2}
    level = dict.fromkeys(("train_data_loss", "test_data_loss", "valid_data_loss"), 0.2 * guessing)
    alike = replace(made, lanes=(replace(made.lanes[0], **figures, **level),))
    assert "overfits" not in str(calm(alike, experiment, rows))
    apart = {**level, "test_data_loss": 0.5 * guessing, "valid_data_loss": 0.5 * guessing}
    found = str(calm(replace(made, lanes=(replace(made.lanes[0], **figures, **apart),)), experiment, rows))
    assert f"overfits even there: loss on the training rows {0.2 * guessing:.3g} (guessing {guessing:.3g})" in found
    assert found.endswith(f"(guessing {held_out_chance_loss('huber', rows):.3g}).")
    assert "R²" not in found


def test_rules_of_overfitting_go_by_them_too(learned: Trainer) -> None:
    found = evidence_of_lanes(learned)[0]
    assert found.train_accuracy - found.held_out_accuracy != gap(found)
    held_out, train = found.held_out_loss / found.held_out_chance_loss, found.train_loss / found.chance_loss
    assert gap(found) == pytest.approx(held_out - train)
    told = _accuracies(found)
    assert str(told).startswith("Loss on the training rows ")
