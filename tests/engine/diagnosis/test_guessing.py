"""What guessing costs: learned from training rows, and asked of the same rows as the figure beside it."""

from __future__ import annotations

import math
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from engine.data import Dataset, load
from engine.data.spec import DataSpec
from engine.diagnosis.calm import calm
from engine.diagnosis.evidence.guessing import chance_loss, held_out_chance_loss, is_no_better
from engine.experiment.experiment import parse
from engine.train.trainer import Trainer
from tests.engine.helpers import dataset_of


def numbers(folder: Path, *, robust: bool) -> DataSpec:
    """40 training rows from 1 to 40, and 10 validation rows of which two are far off."""
    y = [*range(1, 41), *range(16, 24), 400, 800, *range(11, 31)]
    path = folder / "numbers.csv"
    path.write_text("a,b,y\n" + "".join(f"{place % 7},{place % 5},{value}\n" for place, value in enumerate(y)))
    return DataSpec(
        source=str(path), label="y", task="numbers", train=40, validation=10, test=20, shuffle_seed=None,
        stratify=False, robust_label=robust, header=True, separator=",",
    )  # fmt: skip


def held_out(dataset: Dataset) -> Any:
    assert dataset.valid_y is not None
    return (dataset.valid_y.astype(float) - dataset.target_offset) / dataset.target_scale


def test_numbers_far_off_among_held_out_rows_cost_one_who_guesses_as_well(tmp_path: Path) -> None:
    plain = load(numbers(tmp_path, robust=False))
    assert chance_loss("mean_squared_error", plain) == 1
    # Mean 20.5 and variance (40^2 - 1) / 12 of the training rows; far off: 379.5 and 779.5 from the mean.
    far = (379.5**2 + 779.5**2 + sum((value - 20.5) ** 2 for value in range(16, 24))) / 10 / (1599 / 12)
    assert held_out_chance_loss("mean_squared_error", plain) == pytest.approx(far)
    robust = load(numbers(tmp_path, robust=True))
    by_median = np.abs(held_out(robust) - 0)  # the median is 0 there
    cost = np.where(by_median > 1, by_median - 0.5, by_median**2 / 2).mean()
    assert held_out_chance_loss("huber", robust) == pytest.approx(cost)
    assert held_out_chance_loss("huber", robust) > 10 * chance_loss("huber", robust)


def test_what_beats_guessing_on_the_same_rows_is_not_called_no_better(tmp_path: Path) -> None:
    data = numbers(tmp_path, robust=True)
    rows = load(data)
    layers = [{"kind": "dense", "units": 4}, {"kind": "activation"}, {"kind": "dense", "units": 1}]
    experiment = parse({"data": data.model_dump(), "loss": "huber", "layers": layers})
    trainer = Trainer(experiment, rows)
    for step in range(0, 301, 20):
        trainer.run(step - trainer.step, record=True)
        trainer.measure()
    made, guessing = trainer.snapshot(), held_out_chance_loss("huber", rows)

    def said(loss: float) -> str:
        lane = replace(made.lanes[0], valid_data_loss=loss, valid_accuracy=0.01)
        return str(calm(replace(made, lanes=(lane,)), experiment, rows))

    assert chance_loss("huber", rows) < 0.5 * guessing
    assert "guessing" not in said(0.5 * guessing)
    assert said(1.1 * guessing).endswith(
        f"a validation loss of {1.1 * guessing:.3g} is no better than guessing, {guessing:.3g}."
    )
    assert f"{0.98 * guessing:.3g} is hardly better than guessing, {guessing:.3g}." in said(0.98 * guessing)


def test_shares_of_classes_are_asked_of_held_out_rows_too() -> None:
    """By hand: 3/4 and 1/4 among training rows, half and half among test rows."""
    rows = dataset_of(np.zeros((4, 2)), [0, 0, 0, 1])
    rows = replace(rows, test_y=np.array([0, 1]))
    assert held_out_chance_loss("softmax_cross_entropy", rows) == pytest.approx(-(math.log(0.75) + math.log(0.25)) / 2)
    assert held_out_chance_loss("mean_squared_error", rows) == pytest.approx((0.25**2 + 0.75**2) / 2)
    assert is_no_better(0.8, 0.5, "softmax_cross_entropy", rows)
    assert not is_no_better(0.7, 0.5, "softmax_cross_entropy", rows)
    assert held_out_chance_loss("mean_squared_error", replace(rows, test_y=rows.test_y[:0])) == pytest.approx(0.1875)
