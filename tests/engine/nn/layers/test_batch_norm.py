"""Batch normalization: worked by hand, against NumPy and PyTorch, lane by lane, on disk, and what it is good for.

Gradients of whole stacks with it are among the others in test_gradients.py.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from engine.data import load, load_table
from engine.errors import ExperimentError
from engine.experiment.edits.layer_edits import duplicate_layer, insert_layer, move_layer, remove_layers
from engine.experiment.edits.live_edits import needs_restart
from engine.experiment.experiment import Experiment, parse
from engine.experiment.lanes.lanes import isolate_lane
from engine.nn.evaluation import outputs
from engine.nn.layers.batch_norm import BatchNorm, BatchNormSpec
from engine.nn.shapes import parameter_shapes
from engine.store.model_files import load_model, save_model
from engine.store.scoring import make_network, score
from engine.train.memory import needed_memory
from engine.train.stepping.batches import Batches
from engine.train.trainer import Trainer
from tests.engine.helpers import (
    KINDS_OF_MEMORY,
    activation,
    batch_norm,
    blobs,
    dataset_of,
    dense,
    dropout,
    lane,
    lane_bytes,
    recipe,
)

HIDDEN = [dense(5, bias=False, l2=0.01), batch_norm(momentum=0.2), activation("relu")]
STATISTICS = ("running_mean", "running_variance")


class Bench:
    """One layer for several lanes, with arrays of its own."""

    def __init__(self, lanes: int, rows: int, units: int, **fields: Any) -> None:
        self.layer = BatchNorm(BatchNormSpec(**fields), (units,))
        self.flat, self.gradients, self.state = (np.zeros((lanes, 2 * units)) for _ in range(3))
        self.layer.bind_unpenalized(self.flat, self.gradients)
        self.layer.bind_state(self.state)
        self.layer.reset()
        self.y = np.full((lanes, rows, units), np.nan)
        self.scratch = np.full(self.layer.scratch_shape(lanes, rows, training=True), np.nan)

    def forward(self, x: Any, *, training: bool = True) -> np.ndarray:
        self.layer.forward(np.asarray(x, float), self.y, self.scratch[:, : None if training else 2], None, training)
        return self.y.copy()

    def backward(self, x: Any, dy: Any) -> np.ndarray:
        """Over dy in place, as a network does it."""
        dy = np.array(dy, float)
        self.layer.backward(np.asarray(x, float), self.y, dy, dy, self.scratch, None)
        return dy


# --- by hand ----------------------------------------------------------------------------------------------------------

X = np.array([1.0, 1, 1, 5]).reshape(1, 4, 1)
"""Mean 2, variance (1 + 1 + 1 + 9) / 4 = 3, or 12 / 3 = 4 for the running one; sqrt(3 + epsilon 1) = 2."""


def column(array: np.ndarray) -> list[float]:
    return [float(number) for number in array.ravel()]


def test_worked_by_hand() -> None:
    bench = Bench(1, 4, 1, epsilon=1.0, momentum=0.5)
    bench.flat[0] = 2, 0.5
    assert column(bench.forward(X)) == pytest.approx([-0.5, -0.5, -0.5, 3.5])
    dx = bench.backward(X, np.array([1.0, 0, 0, 0]).reshape(1, 4, 1))
    assert column(bench.gradients) == pytest.approx([-0.5, 1])
    assert column(dx) == pytest.approx([0.6875, -0.3125, -0.3125, -0.0625])
    assert column(bench.state) == pytest.approx([0.5 * 0 + 0.5 * 2, 0.5 * 1 + 0.5 * 4])


def test_testing_takes_the_running_statistics() -> None:
    bench = Bench(1, 4, 1, epsilon=1.0)
    bench.flat[0], bench.state[0] = (2, 0.5), (1, 3)
    assert column(bench.forward(X, training=False)) == pytest.approx([0.5, 0.5, 0.5, 4.5])
    assert column(bench.state) == [1, 3]


def test_a_momentum_of_one_remembers_the_last_batch_only() -> None:
    bench = Bench(1, 4, 1, momentum=1.0)
    bench.state[:] = 1e30
    bench.forward(X)
    bench.backward(X, X)
    assert column(bench.state) == pytest.approx([2, 4])


def test_forward_leaves_the_running_statistics_alone() -> None:
    bench = Bench(1, 4, 1)
    for _ in range(3):
        bench.forward(X)
    assert column(bench.state) == [0, 1]


def test_one_row_is_all_mean() -> None:
    """Nothing to divide by zero: the output is the shift, no gradient gets through, the running variance stays."""
    bench = Bench(1, 1, 2, momentum=0.25)
    bench.flat[0] = 3, 3, 0.5, -0.5
    x = np.array([[[4.0, 8.0]]])
    assert column(bench.forward(x)) == [0.5, -0.5]
    assert column(bench.backward(x, [[[1.0, 2.0]]])) == [0, 0]
    assert column(bench.gradients) == [0, 0, 1, 2]
    assert column(bench.state) == [1, 2, 1, 1]


def test_a_unit_that_never_varies_gives_its_shift_whatever_the_epsilon() -> None:
    for epsilon in (1e-5, 1e-300):
        bench = Bench(1, 4, 1, epsilon=epsilon)
        assert column(bench.forward(np.full((1, 4, 1), 7.0))) == [0] * 4
        assert np.isfinite(bench.backward(np.full((1, 4, 1), 7.0), X)).all()


# --- against central differences --------------------------------------------------------------------------------------


@pytest.mark.parametrize(("rows", "epsilon"), [(2, 0.1), (3, 1e-5), (7, 1.0)])
def test_the_gradient_that_the_layer_passes_on(rows: int, epsilon: float) -> None:
    rng = np.random.default_rng(rows)
    bench = Bench(2, rows, 3, epsilon=epsilon)
    bench.flat[:] = rng.normal(0, 1, bench.flat.shape)
    x, pull = rng.normal(3, 2, (2, 2, rows, 3))

    def objective(x: np.ndarray) -> float:
        return float((np.sin(bench.forward(x)) * pull).sum())

    numerical, h = np.empty_like(x), 1e-5
    for place in np.ndindex(x.shape):
        step = np.zeros_like(x)
        step[place] = h
        numerical[place] = (objective(x + step) - objective(x - step)) / (2 * h)
    dx = bench.backward(x, np.cos(bench.forward(x)) * pull)
    np.testing.assert_allclose(dx, numerical, rtol=1e-5, atol=1e-8)


# --- the running statistics -------------------------------------------------------------------------------------------


def assert_running(parameters: dict[str, np.ndarray], batches: list[np.ndarray], momentum: float) -> None:
    """A weighted sum of what NumPy finds in each batch, the newest weighing most, and of the 0 and 1 of the start."""
    weights = momentum * (1 - momentum) ** np.arange(len(batches))[::-1]
    mean = weights @ np.array([batch.mean(axis=0) for batch in batches])
    variance = weights @ np.array([batch.var(axis=0, ddof=1) for batch in batches])
    np.testing.assert_allclose(parameters["running_mean"], mean, rtol=1e-5, atol=1e-6)
    np.testing.assert_allclose(parameters["running_variance"], variance + (1 - weights.sum()), rtol=1e-5)


@pytest.mark.parametrize("sampling", ["replacement", "shuffle", "full"])
def test_running_statistics_of_the_features(sampling: str) -> None:
    """The first layer sees nothing but rows of the data, and every lane of a seed the same."""
    data = blobs(train=31)  # a shuffled epoch ends with a batch of 7
    lanes = [lane("a"), lane("b", seed=4)]
    experiment = recipe(batch_norm(momentum=0.3), dense(3), batch_size=8, sampling=sampling, lanes=lanes)
    trainer = Trainer(experiment, data)
    trainer.run(12)
    for index, seed in enumerate((0, 4)):
        drawn = Batches([seed], 31, 8, experiment.sampling)
        rows = [drawn.rows_at(step) for step in range(12)]
        batches = [data.train_x if these is None else data.train_x[these[0]] for these in rows]
        assert_running(trainer.lane_parameters(index)[0], batches, 0.3)


def test_running_statistics_of_hidden_units() -> None:
    trainer = Trainer(recipe(*HIDDEN, dense(3), batch_size=8, lanes=[lane("a"), lane("b", l2=1.0)]), blobs())
    seen: list[np.ndarray] = []
    for _ in range(10):
        trainer.run(1)
        seen.append(trainer.groups[0].network.workspace(8, training=True).values[1].astype(float))
        trainer.measure()
    for index in range(2):
        assert_running(trainer.lane_parameters(index)[1], [batch[index] for batch in seen], 0.2)


# --- lanes ------------------------------------------------------------------------------------------------------------

LANES = [lane("plain"), lane("other seed", seed=8), lane("no dropout", rate=0.0), lane("slow", learning_rate=0.01)]


def assert_each_lane_is_what_it_is_alone(experiment: Experiment, steps: int) -> Trainer:
    """Bit for bit, the running statistics included."""
    together = Trainer(experiment, blobs())
    together.run(steps)  # without measuring, so that it is in a step that a lane is found to have diverged
    for index in range(len(experiment.lanes)):
        single = Trainer(isolate_lane(experiment, index), blobs())
        single.run(steps)
        assert lane_bytes(single, 0) == lane_bytes(together, index), experiment.lanes[index].name
    return together


@pytest.mark.parametrize("kind", KINDS_OF_MEMORY)
def test_a_lane_among_others_is_the_lane_alone(kind: str) -> None:
    layers = [batch_norm(), *HIDDEN, dropout(0.2), dense(37), activation(), batch_norm(), dense(3), batch_norm()]
    optimizer = {"kind": kind, "learning_rate": 0.05}
    assert_each_lane_is_what_it_is_alone(recipe(*layers, optimizer=optimizer, batch_size=8, lanes=LANES), 20)


@pytest.mark.parametrize("first", [batch_norm(), dropout(0.1)])
def test_lanes_of_one_seed_share_their_batch(first: dict[str, Any]) -> None:
    lanes = [lane("plain"), lane("slow", learning_rate=0.01), lane("l1", l1=0.1)]
    assert_each_lane_is_what_it_is_alone(recipe(first, *HIDDEN, dense(3), batch_size=8, lanes=lanes), 20)


def test_a_neighbour_that_diverges_half_way_leaves_no_trace() -> None:
    """The step in which it is noticed is made twice, but the others' statistics change once. Few steps follow, for
    running statistics forget."""
    lanes = [lane("calm"), lane("wild", learning_rate=2.5), lane("calm, other seed", seed=4)]
    layers = [batch_norm(), *HIDDEN, dense(3)]
    optimizer = {"kind": "sgd", "learning_rate": 0.02}
    experiment = recipe(*layers, loss="mean_squared_error", optimizer=optimizer, batch_size=8, lanes=lanes)
    together = assert_each_lane_is_what_it_is_alone(experiment, 20)
    assert list(together.diverged_at) == [1]
    assert 5 < together.diverged_at[1] < 20
    assert not np.isnan(together.lane_parameters(1)[0]["running_mean"]).any()
    assert [array.shape for array in together.lane_parameters(1)[2].values()] == [(5,)] * 4


def test_a_variance_beyond_the_largest_number_counts_as_diverged() -> None:
    trainer = Trainer(recipe(batch_norm(), dense(2), sampling="full"), dataset_of([[-1e30], [1e30]], [0, 1]))
    trainer.run(1)
    assert trainer.diverged_at == {0: 0}


def test_batches_of_one_row_train() -> None:
    trainer = Trainer(recipe(*HIDDEN, dense(3), batch_size=1), blobs())
    trainer.run(50)
    trainer.measure()
    assert trainer.diverged_at == {}
    assert trainer.lane_parameters(0)[1]["running_variance"].tolist() == [1] * 5


def test_the_whole_state_of_a_lane_can_be_kept_and_given_back() -> None:
    trainer = Trainer(recipe(*HIDDEN, dense(3), batch_size=8, lanes=[lane("a"), lane("b", seed=2)]), blobs())
    trainer.run(10)
    kept = trainer.groups[0].network.lane_state(1)
    before = [lane_bytes(trainer, index) for index in range(2)]
    trainer.run(10)
    after = [lane_bytes(trainer, index) for index in range(2)]
    trainer.groups[0].network.set_lane_state(1, kept)
    assert lane_bytes(trainer, 1) == before[1] != after[1]
    assert lane_bytes(trainer, 0) == after[0]
    assert kept.shape == (4 * 5 + 10 + 18 + 10,)


def test_no_penalty_acts_on_it() -> None:
    experiment = recipe(batch_norm(), dense(3, l1=1.0, l2=1.0))
    trainer = Trainer(experiment, blobs())
    trainer.groups[0].network.weighted_layers[0].weight[:] = 0
    assert trainer.groups[0].network.penalties().tolist() == [0]
    trainer.run(1)
    assert trainer.lane_parameters(0)[0]["scale"].tolist() == [1] * 4  # no weights, no gradient


# --- on disk, and edits -----------------------------------------------------------------------------------------------

DIGITS = {
    "data": {"source": "digits", "train": 60, "test": 40},
    "layers": [batch_norm(), dense(7, bias=False), batch_norm(), activation("tanh"), dropout(0.2), dense(10)],
    "lanes": [{"name": "A"}, {"name": "B", "set": {"seed": 4}}],
}


@pytest.fixture(scope="module")
def trained() -> Trainer:
    experiment = parse(DIGITS)
    trainer = Trainer(experiment, load(experiment.data))
    trainer.run(40)
    trainer.measure()
    return trainer


def test_a_model_file_holds_the_statistics_too(trained: Trainer, tmp_path: Path) -> None:
    save_model(trained, tmp_path / "model.npz")
    with np.load(tmp_path / "model.npz", allow_pickle=False) as file:
        shapes = {key: file[key].shape for key in file.files if key.startswith("lanes.1.layers.2.")}
        np.testing.assert_array_equal(
            file["lanes.1.layers.0.running_mean"], trained.lane_parameters(1)[0]["running_mean"]
        )
    assert shapes == {f"lanes.1.layers.2.{name}": (7,) for name in ("scale", "shift", *STATISTICS)}


def test_a_loaded_model_does_as_well_as_the_trained_one(trained: Trainer, tmp_path: Path) -> None:
    save_model(trained, tmp_path / "model.npz")
    model = load_model(tmp_path / "model.npz")
    x = trained.dataset.test_x
    np.testing.assert_array_equal(outputs(make_network(model), x), outputs(trained.groups[0].network, x))
    table = load_table(trained.experiment.data)
    tested = dataclasses.replace(table, features=table.features[60:100], labels=table.labels[60:100])
    result = score(model, tested)
    for index, figures in enumerate(trained.snapshot().lanes):
        assert result.data_loss[index] == pytest.approx(figures.test_data_loss, rel=1e-5)
        assert result.accuracy[index] == figures.test_accuracy


def test_training_goes_on_from_given_parameters(trained: Trainer) -> None:
    again = Trainer(trained.experiment, trained.dataset)
    again.set_parameters([trained.lane_parameters(index) for index in range(2)])
    assert [lane_bytes(again, index) for index in range(2)] == [lane_bytes(trained, index) for index in range(2)]
    for mine, theirs in zip(again.snapshot().lanes, trained.snapshot().lanes, strict=True):
        assert mine.test_loss == theirs.test_loss


def test_starting_values() -> None:
    trainer = Trainer(parse(DIGITS), load(parse(DIGITS).data))
    shapes = parameter_shapes(trainer.experiment.layers, (64,))
    for index in (0, 2):
        values = trainer.lane_parameters(1)[index]
        assert {name: set(array.tolist()) for name, array in values.items()} == {
            "scale": {1}, "shift": {0}, "running_mean": {0}, "running_variance": {1}
        }  # fmt: skip
        assert {name: array.shape for name, array in values.items()} == shapes[index]


def test_its_numbers_count_towards_the_memory() -> None:
    without = recipe(dense(3), batch_size=1)
    with_it = recipe(batch_norm(), dense(3), batch_size=1)
    assert needed_memory(with_it, (1000,)) > needed_memory(without, (1000,)) + 4 * 4 * 1000


def test_edits_of_the_stack() -> None:
    experiment = recipe(dense(5), activation(), dense(3), lanes=[lane("a", settings={"layers.2.l2": 0.5})])
    experiment = insert_layer(experiment, 1, "batch_norm")
    assert experiment.layers[1] == BatchNormSpec()
    assert experiment.lanes[0].set == {"layers.3.l2": 0.5}
    experiment = duplicate_layer(move_layer(experiment, 1, 2), 2)
    assert [layer.kind for layer in experiment.layers] == ["dense", "activation", "batch_norm", "batch_norm", "dense"]
    assert experiment.lanes[0].set == {"layers.4.l2": 0.5}
    experiment = move_layer(experiment, 2, 4)  # behind the output
    assert experiment.output_layer == 3
    Trainer(experiment, blobs()).run(2)
    assert remove_layers(experiment, [2, 4]).layers == recipe(dense(5), activation(), dense(3)).layers


def test_it_alone_is_no_network() -> None:
    with pytest.raises(ExperimentError, match="at least one dense layer"):
        recipe(batch_norm())


def test_another_momentum_starts_the_lanes_again() -> None:
    assert needs_restart(recipe(batch_norm(), dense(3)), recipe(batch_norm(momentum=0.5), dense(3)))


# --- what it is good for ----------------------------------------------------------------------------------------------


def test_a_deep_sigmoid_net_learns_with_it_and_not_without() -> None:
    """Each of ten sigmoids lets less of the gradient through; normalized, they are never saturated."""

    def accuracies(*between: dict[str, Any]) -> tuple[float, float]:
        hidden = [dense(50, initialization="uniform"), *between, activation("sigmoid")]
        data = {"source": "digits", "train": 300, "test": 300}
        optimizer = {"kind": "sgd", "learning_rate": 1.0}
        experiment = recipe(*hidden * 10, dense(10), data=data, optimizer=optimizer, batch_size=64)
        trainer = Trainer(experiment, load(experiment.data))
        trainer.run(100)
        figures = trainer.snapshot().lanes[0]
        return figures.train_accuracy, figures.test_accuracy

    assert max(accuracies()) < 0.15
    assert min(accuracies(batch_norm())) > 0.7


# --- against PyTorch --------------------------------------------------------------------------------------------------


@pytest.fixture
def torch() -> Iterator[Any]:
    found = pytest.importorskip("torch", reason="needs the [oracle] extra", exc_type=ImportError)
    found.set_num_threads(1)
    found.set_default_dtype(found.float64)
    yield found
    found.set_default_dtype(found.float32)


@pytest.mark.oracle
@pytest.mark.parametrize(("momentum", "epsilon"), [(0.1, 1e-5), (0.01, 1e-3), (1.0, 0.5)])
def test_a_layer_is_torchs(torch: Any, momentum: float, epsilon: float) -> None:
    """Ten batches of other sizes, with outputs, all three gradients, running statistics and outputs in testing."""
    rng = np.random.default_rng(3)
    theirs = torch.nn.BatchNorm1d(6, eps=epsilon, momentum=momentum)
    start, statistics = rng.normal(1, 1, (1, 12)), np.array([[0.0] * 6 + [1.0] * 6])
    with torch.no_grad():
        theirs.weight[:], theirs.bias[:] = torch.tensor(start[0, :6]), torch.tensor(start[0, 6:])
    for rows in (2, 3, 50, 128, 1000, 4, 2, 9, 33, 8):
        ours = Bench(1, rows, 6, momentum=momentum, epsilon=epsilon)
        ours.flat[:], ours.state[:] = start, statistics
        x, dy = rng.normal(5, 3, (2, 1, rows, 6))
        their_x = torch.tensor(x[0], requires_grad=True)
        theirs.zero_grad()
        their_y = theirs.train()(their_x)
        their_y.backward(torch.tensor(dy[0]))
        np.testing.assert_allclose(ours.forward(x)[0], their_y.detach().numpy(), rtol=1e-9, atol=1e-11)
        np.testing.assert_allclose(ours.backward(x, dy)[0], their_x.grad.numpy(), rtol=1e-7, atol=1e-11)
        np.testing.assert_allclose(ours.gradients[0, :6], theirs.weight.grad.numpy(), rtol=1e-9, atol=1e-11)
        np.testing.assert_allclose(ours.gradients[0, 6:], theirs.bias.grad.numpy(), rtol=1e-9, atol=1e-11)
        statistics = ours.state
        np.testing.assert_allclose(statistics[0, :6], theirs.running_mean.numpy(), rtol=1e-11)
        np.testing.assert_allclose(statistics[0, 6:], theirs.running_var.numpy(), rtol=1e-11)
        tested = theirs.eval()(their_x).detach().numpy()
        np.testing.assert_allclose(ours.forward(x, training=False)[0], tested, rtol=1e-9, atol=1e-11)


@pytest.mark.oracle
def test_a_training_run_is_torchs(torch: Any) -> None:
    """All rows each step, 50 steps of SGD with momentum, the first layer normalized, and one in the middle."""
    data = blobs()
    layers = [batch_norm(), dense(8, l2=0.02), batch_norm(momentum=0.3), activation("tanh"), dense(3)]
    optimizer = {"kind": "momentum", "learning_rate": 0.05}
    trainer = Trainer(recipe(*layers, optimizer=optimizer, sampling="full"), data, dtype=np.float64)
    start = trainer.lane_parameters(0)
    trainer.run(50)

    nn = torch.nn
    net = nn.Sequential(nn.BatchNorm1d(4), nn.Linear(4, 8), nn.BatchNorm1d(8, momentum=0.3), nn.Tanh(), nn.Linear(8, 3))
    with torch.no_grad():
        for index in (1, 4):
            net[index].weight[:] = torch.tensor(start[index]["weight"].T)
            net[index].bias[:] = torch.tensor(start[index]["bias"])
    x, y = torch.tensor(data.train_x).double(), torch.tensor(data.train_y)
    step = torch.optim.SGD(net.parameters(), lr=0.05, momentum=0.9)
    for _ in range(50):
        step.zero_grad()
        (nn.functional.cross_entropy(net(x), y) + 0.01 * net[1].weight.square().sum()).backward()
        step.step()
    for index, ours in enumerate(trainer.lane_parameters(0)):
        names = {"weight": "weight", "bias": "bias", "scale": "weight", "shift": "bias"}
        names |= {"running_mean": "running_mean", "running_variance": "running_var"}
        for name, array in ours.items():
            theirs = getattr(net[index], names[name]).detach().numpy()
            np.testing.assert_allclose(array, theirs.T if name == "weight" else theirs, rtol=1e-7, atol=1e-9)
    tested = net.eval()(torch.tensor(data.test_x).double()).detach().numpy()
    np.testing.assert_allclose(
        outputs(trainer.groups[0].network, data.test_x.astype(float))[0], tested, rtol=1e-7, atol=1e-9
    )
