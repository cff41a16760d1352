"""Numbers instead of classes: figures worked by hand, and the optimum that linear algebra knows."""

from __future__ import annotations

import numpy as np
import pytest

from engine.data.dataset import Dataset
from engine.errors import ExperimentError
from engine.inspectors.answers.residuals import all_errors
from engine.nn.evaluation import evaluate
from engine.train.trainer import Trainer
from tests.engine.helpers import activation, blobs, dense, lane, lane_bytes, numbers_of, recipe, trained

LINE = numbers_of([[0], [1], [2]], [10, 20, 60])


def plane(rows: int = 60) -> Dataset:
    """y = 300 x1 - 50 x2 + 1000, and noise."""
    rng = np.random.default_rng(3)
    x = rng.normal(size=(rows, 2))
    y = x @ [300, -50] + 1000 + rng.normal(0, 40, rows)
    return numbers_of(x[: rows // 2], y[: rows // 2], x[rows // 2 :], y[rows // 2 :])


def test_r2_and_loss_by_hand() -> None:
    """Numbers 10, 20, 60 have the mean 30 and the deviation sqrt(1400 / 3); a net that always says 20 is off by -10, 0,
    40: R2 = 1 - 1700 / 1400, and the loss, in units of the deviation, is 1700 / 1400. Of the mean they are 0 and 1.
    """
    trainer = Trainer(recipe(dense(1), loss="mean_squared_error", lanes=[lane("20"), lane("mean")]), LINE)
    (layer,) = trainer.groups[0].network.weighted_layers
    deviation = np.sqrt(1400 / 3)
    layer.weight[:] = 0
    layer.bias[:] = np.array([(20 - 30) / deviation, 0]).reshape(layer.bias.shape)
    twenty, mean = trainer.snapshot().lanes
    assert twenty.train_accuracy == pytest.approx(1 - 1700 / 1400, abs=1e-6)
    assert twenty.test_accuracy == pytest.approx(1 - 1700 / 1400, abs=1e-6)
    assert twenty.train_data_loss == pytest.approx(1700 / 1400, abs=1e-6)
    assert (mean.train_accuracy, mean.train_data_loss) == pytest.approx((0, 1), abs=1e-6)
    assert (twenty.train_rmse, twenty.held_out_rmse) == pytest.approx([np.sqrt(1700 / 3)] * 2)
    assert mean.test_rmse == pytest.approx(deviation)


def test_the_error_in_the_unit_of_the_label_is_that_of_all_rows() -> None:
    data = plane()
    trainer = trained(recipe(dense(1), loss="mean_squared_error"), data, 50)
    errors, told = all_errors(trainer), trainer.snapshot().lanes[0]
    assert told.train_rmse == pytest.approx(errors["train"].rmse[0], rel=1e-5)
    assert told.held_out_rmse == pytest.approx(errors["test"].rmse[0], rel=1e-5)
    assert np.isnan(told.valid_rmse)
    assert np.isnan(Trainer(recipe(dense(3)), blobs()).snapshot().lanes[0].train_rmse)


def test_numbers_that_are_all_alike_have_no_r2() -> None:
    data = numbers_of([[0], [1]], [5, 5], [[0], [1]], [4, 6])
    found = Trainer(recipe(dense(1), loss="mean_squared_error"), data).snapshot().lanes[0]
    assert np.isnan(found.train_accuracy)
    assert np.isfinite(found.test_accuracy)
    assert (data.target_offset, data.target_scale) == (5, 1)


def test_r2_is_that_of_all_rows_not_of_chunks() -> None:
    rng = np.random.default_rng(0)
    x = rng.normal(size=(1300, 3)).astype(np.float32)
    data = numbers_of(x, x @ [1, -2, 0.5] + rng.normal(size=1300))
    trainer = trained(recipe(dense(4), activation("tanh"), dense(1), loss="mean_squared_error"), data, 20)
    out = x
    for layer in trainer.lane_parameters(0):
        out = out @ layer["weight"] + layer["bias"] if layer else np.tanh(out)
    said = out[:, 0].astype(np.float64) * data.target_scale + data.target_offset
    y = data.train_y.astype(np.float64)
    expected = 1 - np.mean((y - said) ** 2) / np.var(y)
    assert trainer.snapshot().lanes[0].train_accuracy == pytest.approx(expected, abs=1e-5)


def test_a_linear_net_finds_what_least_squares_does() -> None:
    """Whatever the unit of the numbers; trained to the optimum."""
    data = plane()
    optimizer = {"kind": "momentum", "learning_rate": 0.1}
    experiment = recipe(dense(1), loss="mean_squared_error", sampling="full", optimizer=optimizer)
    trainer = trained(experiment, data, 600, dtype=np.float64)
    x = np.column_stack([data.train_x, np.ones(len(data.train_x))]).astype(np.float64)
    best, *_ = np.linalg.lstsq(x, data.train_y.astype(np.float64), rcond=None)
    (layer,) = trainer.lane_parameters(0)
    np.testing.assert_allclose(layer["weight"][:, 0] * data.target_scale, best[:2], rtol=1e-6)
    assert layer["bias"][0] * data.target_scale + data.target_offset == pytest.approx(best[2], rel=1e-6)
    y, said = data.test_y.astype(np.float64), np.column_stack([data.test_x, np.ones(len(data.test_x))]) @ best
    expected = 1 - np.square(y - said).sum() / np.square(y - y.mean()).sum()
    assert trainer.snapshot().lanes[0].test_accuracy == pytest.approx(expected, rel=1e-5)


def test_huber_stays_with_most_rows_where_squared_error_follows_a_wild_one() -> None:
    x = np.linspace(-1, 1, 41)[:, None]
    y = 2 * x[:, 0]
    y[0] = 100.0
    slopes, optimizer = [], {"kind": "sgd", "learning_rate": 0.3}
    for loss in ("mean_squared_error", "huber"):
        data = numbers_of(x, y)
        trainer = trained(recipe(dense(1), loss=loss, sampling="full", optimizer=optimizer), data, 300)
        slopes.append(trainer.lane_parameters(0)[0]["weight"][0, 0] * data.target_scale)
    squared, huber = slopes
    least = np.polyfit(x[:, 0], y, 1)[0]
    assert squared == pytest.approx(least, rel=0.01)
    assert abs(huber - 2) < abs(squared - 2) / 3


def test_lanes_train_as_they_do_alone() -> None:
    lanes = [lane("a"), lane("b", l2=0.1), lane("c", seed=4)]
    layers, fields = [dense(5), activation("tanh"), dense(1)], {"loss": "huber", "batch_size": 7}
    together = trained(recipe(*layers, lanes=lanes, **fields), plane(), 40)
    for index, alone in enumerate(lanes):
        assert lane_bytes(trained(recipe(*layers, lanes=[alone], **fields), plane(), 40), 0) == lane_bytes(
            together, index
        )


@pytest.mark.parametrize(
    ("layers", "loss", "said"),
    [
        ([dense(2)], "mean_squared_error", "layers.0.units: the output layer has 2 units, but y of rows is one number"),
        ([dense(1)], "softmax_cross_entropy", "loss: softmax_cross_entropy is for classes, but y of rows is a number"),
    ],
)
def test_what_does_not_fit_numbers_says_what_would(layers: list[dict[str, object]], loss: str, said: str) -> None:
    with pytest.raises(ExperimentError) as error:
        Trainer(recipe(*layers, loss=loss), LINE)
    assert str(error.value).startswith(said)
    assert ("mean_squared_error, huber" in str(error.value)) == (loss == "softmax_cross_entropy")


def test_classes_are_still_counted_right() -> None:
    trainer = trained(recipe(dense(3)), blobs(), 10)
    out = (
        trainer.groups[0].rows.test_x @ trainer.lane_parameters(0)[0]["weight"] + trainer.lane_parameters(0)[0]["bias"]
    )
    right = np.mean(out.argmax(axis=1) == trainer.dataset.test_y)
    found = evaluate(
        trainer.groups[0].network,
        trainer.groups[0].loss,
        trainer.groups[0].rows.test_x,
        trainer.groups[0].rows.test_targets,
    )
    assert found.accuracy == pytest.approx([right])
