"""Models and histories of numbers: what the files hold, and figures in the label's own unit on other rows."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from engine.data.columns.column import number_columns
from engine.data.dataset import Table
from engine.errors import ModelError
from engine.inspectors.answers.residuals import all_errors
from engine.store.experiment_files import save_history
from engine.store.model_files import load_model, save_model
from engine.store.scoring import score
from engine.store.transfer import is_scaled_alike, parameters_for
from engine.train.trainer import Trainer
from tests.engine.helpers import activation, blobs, dense, lane, numbers_of, recipe, small_net, trained

ROWS = np.random.default_rng(2).normal(size=(60, 2)).astype(np.float32)
PRICES = (3e5 + 5e4 * ROWS[:, 0] - 2e4 * ROWS[:, 1]).astype(np.float32)
DATA = numbers_of(ROWS[:40], PRICES[:40], ROWS[40:], PRICES[40:])


@pytest.fixture
def trainer() -> Trainer:
    layers = [dense(6), activation("tanh"), dense(1)]
    lanes = [lane("a"), lane("b", l2=0.1)]
    return trained(recipe(*layers, loss="mean_squared_error", lanes=lanes, data={"task": "numbers"}), DATA, 300)


def test_a_model_scores_the_test_rows_as_the_run_did(trainer: Trainer, tmp_path: Path) -> None:
    """And its errors are those of numbers worked out from its weights, in dollars."""
    save_model(trainer, tmp_path / "m.npz")
    model = load_model(tmp_path / "m.npz")
    assert (model.task, model.classes, model.target_name) == ("numbers", (), "y")
    table = Table("rows", ROWS[40:], PRICES[40:], (), number_columns(("x0", "x1")), target_name="y")
    found = score(model, table)
    lanes = trainer.snapshot().lanes
    assert found.accuracy == pytest.approx([one.test_accuracy for one in lanes])
    assert found.data_loss == pytest.approx([one.test_data_loss for one in lanes])
    assert found.errors is not None
    first, last = model.lanes[0][0], model.lanes[0][2]
    said = np.tanh(ROWS[40:] @ first["weight"] + first["bias"]) @ last["weight"] + last["bias"]
    off = said[:, 0].astype(np.float64) * DATA.target_scale + DATA.target_offset - PRICES[40:]
    assert found.errors.rmse[0] == pytest.approx(np.sqrt((off**2).mean()), rel=1e-4)
    assert found.errors.mae[0] == pytest.approx(np.abs(off).mean(), rel=1e-4)
    ours = all_errors(trainer)["test"]
    np.testing.assert_allclose(ours.rmse, found.errors.rmse, rtol=1e-5)
    np.testing.assert_allclose(ours.mae, found.errors.mae, rtol=1e-5)


def test_a_file_whose_scale_is_forged_is_refused(trainer: Trainer, tmp_path: Path) -> None:
    save_model(trainer, tmp_path / "m.npz")
    with np.load(tmp_path / "m.npz") as file:
        arrays = dict(file)
    for scale in (0.0, -1.0, np.nan):
        np.savez(tmp_path / "forged.npz", **arrays | {"target.scale": np.float32(scale)})
        with pytest.raises(ModelError, match="damaged or not a model file"):
            load_model(tmp_path / "forged.npz")
    del arrays["target.scale"]
    np.savez(tmp_path / "forged.npz", **arrays)
    with pytest.raises(ModelError, match="do not fit its layers"):
        load_model(tmp_path / "forged.npz")


def test_a_model_goes_on_with_numbers_alone(trainer: Trainer, tmp_path: Path) -> None:
    save_model(trainer, tmp_path / "m.npz")
    model = load_model(tmp_path / "m.npz")
    again = Trainer(trainer.experiment, DATA)
    again.set_parameters(parameters_for(model, DATA))
    assert again.snapshot().lanes[1].test_accuracy == trainer.snapshot().lanes[1].test_accuracy
    assert is_scaled_alike(model, DATA)
    assert not is_scaled_alike(model, numbers_of(ROWS, PRICES / 1000))
    with pytest.raises(ModelError, match="was trained on numbers, but rows has classes to learn"):
        parameters_for(model, blobs(2))
    save_model(trained(small_net(), blobs(), 1), tmp_path / "classes.npz")
    with pytest.raises(ModelError, match="was trained on classes, but rows has numbers to learn"):
        parameters_for(load_model(tmp_path / "classes.npz"), numbers_of(np.zeros((3, 4)), [1, 2, 3]))


def test_a_history_calls_r2_by_its_name(trainer: Trainer, tmp_path: Path) -> None:
    save_history(trainer.history.view(), ["a", "b"], tmp_path / "h.csv", task="numbers")
    head, first, *_ = (tmp_path / "h.csv").read_text().splitlines()
    assert head == "step,lane,train_loss,train_data_loss,penalty,train_r2,test_loss,test_data_loss,test_r2"
    assert float(first.split(",")[5]) == pytest.approx(trainer.snapshot().lanes[0].train_accuracy, rel=1e-6)


def test_lanes_that_have_left_have_their_errors(tmp_path: Path) -> None:
    lanes = [lane("wild", learning_rate=50.0), lane("calm", learning_rate=0.01)]
    trainer = trained(recipe(dense(1), loss="mean_squared_error", lanes=lanes), DATA, 400)
    assert set(trainer.diverged_at) == {0}
    found = all_errors(trainer)["train"]
    assert np.isnan(found.rmse[0])
    assert found.rmse[1] == pytest.approx(
        np.sqrt((1 - trainer.snapshot().lanes[1].train_accuracy) * PRICES[:40].astype(np.float64).var()), rel=1e-3
    )
