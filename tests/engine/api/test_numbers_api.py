"""Numbers to learn from Python: predictions in their own unit, R² by its name."""

from __future__ import annotations

import numpy as np
import pytest

from engine.api.run import Run, inspect
from engine.errors import PlaygroundError
from engine.train.trainer import Trainer
from tests.engine.helpers import activation, dense, numbers_of, recipe, trained

X = np.random.default_rng(0).normal(size=(50, 2)).astype(np.float32)
DATA = numbers_of(X, 300 + 40 * X[:, 0])


@pytest.fixture(scope="module")
def run() -> Run:
    layers = [dense(6), activation("tanh"), dense(1)]
    trainer: Trainer = trained(recipe(*layers, loss="huber", data={"source": "x.csv", "task": "numbers"}), DATA, 400)
    return Run(trainer.experiment, DATA, trainer.snapshot(), trainer)


def test_predictions_are_numbers_in_the_label_s_unit(run: Run) -> None:
    said = run.predict(X)
    assert said.shape == (50,)
    r2 = 1 - np.square(said - DATA.train_y).sum() / (50 * DATA.train_y.astype(np.float64).var())
    assert r2 == pytest.approx(run.lanes[0].train_accuracy, abs=1e-4)
    assert r2 > 0.8


def test_figures_are_called_by_their_name(run: Run) -> None:
    assert {"train_r2", "test_r2"} <= set(run.history.columns)
    assert "R²" in run._repr_html_()
    assert "accuracy" not in run._repr_html_()


def test_what_is_of_classes_is_refused(run: Run) -> None:
    with pytest.raises(PlaygroundError, match="rows has numbers to learn, no classes: predict says them"):
        run.probabilities(X)
    with pytest.raises(PlaygroundError, match="predictions is a view of classes, but rows has numbers to learn"):
        inspect(run, "predictions")
    found = inspect(run, "residuals")
    np.testing.assert_allclose(found.train_predicted, run.predict(X), rtol=1e-6)
