"""Against PyTorch: every optimizer for 50 steps, a whole network's gradients, and whole training runs."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import numpy as np
import pytest

from engine.experiment.lanes.lanes import lane_layers
from engine.nn.losses import LOSSES
from engine.nn.network import Network
from engine.optim.registry import OPTIMIZERS, make_optimizer
from engine.train.trainer import Trainer
from tests.engine.helpers import OPTIMIZER_KINDS, activation, blobs, dense, dropout, lane, numbers_of, recipe

torch = pytest.importorskip("torch", reason="needs the [oracle] extra", exc_type=ImportError)

pytestmark = pytest.mark.oracle

STEPS = 50
RTOL = 1e-10  # float64; the engine multiplies in another order than torch, so the last digits differ


@pytest.fixture(autouse=True)
def _quiet_and_exact() -> Iterator[None]:
    """One thread, and Nadam's running product in float64 (torch keeps it in the default type)."""
    torch.set_num_threads(1)
    torch.set_default_dtype(torch.float64)
    yield
    torch.set_default_dtype(torch.float32)


IN_TORCH = {
    "sgd": "SGD",
    "momentum": "SGD",
    "nesterov": "SGD",
    "adagrad": "Adagrad",
    "rmsprop": "RMSprop",
    "adadelta": "Adadelta",
    "adam": "Adam",
    "nadam": "NAdam",
    "adamw": "AdamW",
}
"""The name in torch.optim of each optimizer."""
NOT_IN_TORCH: set[str] = set()
"""Those that PyTorch has not: they are held to another source, such as steps worked by hand."""


def test_every_optimizer_is_compared_if_there_is_something_to_compare_it_with() -> None:
    assert IN_TORCH.keys() | NOT_IN_TORCH == set(OPTIMIZER_KINDS), "add the new one to IN_TORCH, or to NOT_IN_TORCH"


def torch_optimizer(kind: str, parameters: list[Any], learning_rate: float, settings: dict[str, float]) -> Any:
    """torch.optim's optimizer for the numbers as an experiment file has them."""
    numbers = {key: value for key, value in settings.items() if key not in ("epsilon", "beta1", "beta2", "rho")}
    if "epsilon" in settings:
        numbers["eps"] = settings["epsilon"]
    if "beta1" in settings:
        numbers["betas"] = (settings["beta1"], settings["beta2"])
    if "rho" in settings:
        numbers["alpha" if kind == "rmsprop" else "rho"] = settings["rho"]
    if kind == "nesterov":
        numbers["nesterov"] = True
    return getattr(torch.optim, IN_TORCH[kind])(parameters, lr=learning_rate, **numbers)


SETTINGS: list[tuple[str, dict[str, float]]] = [
    *[(kind, {}) for kind in IN_TORCH],
    ("momentum", {"momentum": 0.0}),
    ("momentum", {"momentum": 0.99}),
    ("nesterov", {"momentum": 0.5}),
    ("adagrad", {"epsilon": 0.1}),
    ("rmsprop", {"rho": 0.99, "epsilon": 1e-3}),
    ("rmsprop", {"rho": 0.0}),
    ("adadelta", {"rho": 0.5, "epsilon": 1e-6}),
    ("adam", {"beta1": 0.5, "beta2": 0.9, "epsilon": 1e-3}),
    ("adam", {"beta1": 0.0, "beta2": 0.0}),
    ("nadam", {"beta1": 0.5, "beta2": 0.9, "epsilon": 1e-3}),
    ("nadam", {"beta1": 0.0}),
    ("adamw", {"weight_decay": 0.0}),
    ("adamw", {"weight_decay": 1.0, "beta1": 0.8}),
]


def slopes(p: Any, hills: np.ndarray, pushes: np.ndarray) -> Any:
    """The gradient at p of a hilly landscape that is another at each step. The first parameter is on flat ground."""
    return p * p * p * hills + pushes


def both_paths(
    kind: str, settings: dict[str, float], rates: list[float], dtype: type[np.floating[Any]]
) -> tuple[np.ndarray, np.ndarray]:
    """The parameters after each step, (steps, lanes, n): the engine's, all lanes at once, and torch's, one by one."""
    rng = np.random.default_rng(4)
    start = rng.normal(0, 1, (len(rates), 9)).astype(dtype)
    hills, pushes = rng.uniform(0, 0.3, (STEPS, 9)).astype(dtype), rng.normal(0, 1, (STEPS, 9)).astype(dtype)
    hills[:, 0] = pushes[:, 0] = 0

    spec = OPTIMIZERS[kind](**settings)
    ours = start.copy()
    optimizer = make_optimizer(spec, ours)
    our_path = []
    for step in range(STEPS):
        optimizer.step(ours, slopes(ours, hills[step], pushes[step]), np.array(rates, dtype)[:, None])
        our_path.append(ours.copy())

    numbers = spec.model_dump(exclude={"kind", "learning_rate"})
    their_path = np.empty((STEPS, *start.shape), dtype)
    for index, rate in enumerate(rates):
        theirs = torch.nn.Parameter(torch.tensor(start[index]))
        their_optimizer = torch_optimizer(kind, [theirs], rate, numbers)
        for step in range(STEPS):
            with torch.no_grad():
                theirs.grad = slopes(theirs, torch.tensor(hills[step]), torch.tensor(pushes[step]))
            their_optimizer.step()
            their_path[step, index] = theirs.detach().numpy()
    return np.array(our_path), their_path


@pytest.mark.parametrize(("kind", "settings"), SETTINGS)
def test_an_optimizer_takes_torchs_path(kind: str, settings: dict[str, float]) -> None:
    rates = [0.001, 0.01, 0.1] if kind != "adadelta" else [0.1, 1.0, 3.0]
    ours, theirs = both_paths(kind, settings, rates, np.float64)
    assert np.isfinite(theirs).all()
    assert (np.abs(theirs[-1] - theirs[0])[:, 1:] > 1e-6).all()
    np.testing.assert_allclose(ours, theirs, rtol=RTOL, atol=1e-13)


@pytest.mark.parametrize("kind", IN_TORCH)
def test_in_float32_it_stays_close(kind: str) -> None:
    """As the engine trains: no overflow, no vanished epsilon; differences of a few units in the seventh digit."""
    ours, theirs = both_paths(kind, {}, [0.01, 0.1], np.float32)
    assert ours.dtype == np.float32
    np.testing.assert_allclose(ours, theirs, rtol=2e-5, atol=2e-5)


# --- a whole network --------------------------------------------------------------------------------------------------

FUNCTIONS = {
    "relu": torch.relu,
    "leaky_relu": lambda x: torch.nn.functional.leaky_relu(x, 0.1),
    "elu": torch.nn.functional.elu,
    "sigmoid": torch.sigmoid,
    "tanh": torch.tanh,
    "gelu": lambda x: torch.nn.functional.gelu(x, approximate="tanh"),
    "identity": lambda x: x,
}


def torch_parameters(parameters: list[dict[str, np.ndarray]]) -> list[dict[str, Any]]:
    return [{name: torch.tensor(array, requires_grad=True) for name, array in layer.items()} for layer in parameters]


def torch_loss(loss: str, stack: Any, layers: list[dict[str, Any]], x: Any, y: Any, masks: list[Any]) -> Any:
    """Data loss + penalty as torch computes them; masks: one a layer, None but for dropout."""
    penalty = 0
    for spec, parameters, mask in zip(stack, layers, masks, strict=True):
        if spec.kind == "dense":
            x = x @ parameters["weight"] + parameters.get("bias", 0)
            penalty = penalty + spec.l1 * parameters["weight"].abs().sum()
            penalty = penalty + spec.l2 / 2 * parameters["weight"].square().sum()
        elif spec.kind == "activation":
            x = FUNCTIONS[spec.function](x)
        else:
            x = x * mask
    if loss == "softmax_cross_entropy":
        return torch.nn.functional.cross_entropy(x, y) + penalty
    distance = torch.nn.functional.huber_loss if loss == "huber" else torch.nn.functional.mse_loss
    return distance(x, torch.nn.functional.one_hot(y, x.shape[1]).double()) + penalty


@pytest.mark.parametrize("loss", LOSSES)
@pytest.mark.parametrize("function", FUNCTIONS)
def test_gradients_of_a_picture_sized_net(function: str, loss: str) -> None:
    """784-40-20-10 on one batch of 32, dropout in the middle and on the logits, L1 and L2 a lane's own."""
    layers = [dense(40), activation(function), dropout(0.3), dense(20), activation(function), dense(10), dropout(0.2)]
    lanes = [lane("a", l2=0.01), lane("b", seed=3, l1=0.001), lane("c", initialization="xavier", l2=0.5, rate=0.0)]
    experiment = recipe(*layers, loss=loss, lanes=lanes)
    stacks = [lane_layers(experiment, index) for index in range(3)]
    network = Network(experiment.layers, (784,), 3, np.float64)
    network.initialize(stacks, [0, 3, 0])
    network.configure(stacks, "test")
    rng = np.random.default_rng(2)
    work = network.workspace(32, training=True)
    work.values[0] = x = rng.uniform(0, 1, (1, 32, 784))
    labels = rng.integers(0, 10, 32)
    network.draw_masks(rng.integers(0, 2**16, (1, 32 * network.mask_units), np.uint16), work)
    outputs = network.forward(work).copy()
    targets = np.eye(10)[labels][None]
    total = LOSSES[loss]().total(outputs, targets) / 32 + network.penalties()
    LOSSES[loss]().gradient(outputs, targets, work.output_delta)
    network.backward(work)

    for index, stack in enumerate(stacks):
        theirs = torch_parameters([layer.parameters_of(index) for layer in network.layers])
        masks = [None if mask is None else torch.tensor(mask[index]) for mask in work.masks]
        objective = torch_loss(loss, stack, theirs, torch.tensor(x[0]), torch.tensor(labels), masks)
        objective.backward()
        assert total[index] == pytest.approx(objective.item(), rel=1e-12)
        dense_ones = [layer for layer in theirs if layer]
        for ours, layer in zip(network.weighted_layers, dense_ones, strict=True):
            np.testing.assert_allclose(ours.d_weight[index], layer["weight"].grad.numpy(), rtol=1e-9, atol=1e-12)
            np.testing.assert_allclose(ours.d_bias[index, 0], layer["bias"].grad.numpy(), rtol=1e-9, atol=1e-12)


@pytest.mark.parametrize("kind", IN_TORCH)
def test_training_runs_alike(kind: str) -> None:
    """The trainer from end to end: all rows each step, no dropout, for 50 steps, with both penalties."""
    data = blobs()
    layers = [dense(8), activation("tanh"), dense(6, bias=False), activation("gelu"), dense(3)]
    lanes = [lane("a", l2=0.01), lane("b", l1=0.01, seed=2, learning_rate=0.02)]
    optimizer = {"kind": kind, "learning_rate": 0.05}
    experiment = recipe(*layers, optimizer=optimizer, sampling="full", lanes=lanes)
    trainer = Trainer(experiment, data, dtype=np.float64)
    starts = [torch_parameters(trainer.lane_parameters(index)) for index in range(2)]
    trainer.run(STEPS)
    trainer.measure()

    numbers = experiment.optimizer.model_dump(exclude={"kind", "learning_rate"})
    x, y = torch.tensor(data.train_x).double(), torch.tensor(data.train_y)
    for index, (theirs, rate) in enumerate(zip(starts, (0.05, 0.02), strict=True)):
        stack = lane_layers(experiment, index)
        parameters = [array for layer in theirs for array in layer.values()]
        step = torch_optimizer(kind, parameters, rate, numbers)
        for _ in range(STEPS):
            step.zero_grad()
            torch_loss("softmax_cross_entropy", stack, theirs, x, y, [None] * len(stack)).backward()
            step.step()
        for ours, layer in zip(trainer.lane_parameters(index), theirs, strict=True):
            for name, array in layer.items():
                np.testing.assert_allclose(ours[name], array.detach().numpy(), rtol=1e-7, atol=1e-9)
        objective = torch_loss("softmax_cross_entropy", stack, theirs, x, y, [None] * len(stack)).item()
        assert trainer.snapshot().lanes[index].train_loss == pytest.approx(objective, rel=1e-7)


@pytest.mark.parametrize("loss", ["mean_squared_error", "huber"])
def test_numbers_are_learned_alike(loss: str) -> None:
    """On targets with some far from the rest, standardized here as there, full batches, for 50 steps."""
    rng = np.random.default_rng(8)
    x = rng.normal(size=(40, 3)).astype(np.float32)
    y = (700 + 90 * x[:, 0] * x[:, 1] + 300 * rng.standard_t(2, 40)).astype(np.float32)
    data = numbers_of(x, y)
    layers, optimizer = [dense(8), activation("tanh"), dense(1)], {"kind": "momentum", "learning_rate": 0.05}
    experiment = recipe(*layers, loss=loss, optimizer=optimizer, sampling="full")
    trainer = Trainer(experiment, data, dtype=np.float64)
    (first, _, last) = torch_parameters(trainer.lane_parameters(0))
    trainer.run(STEPS)
    trainer.measure()

    wide = torch.tensor(y).double()
    targets = ((wide - data.target_offset) / data.target_scale)[:, None]
    step = torch.optim.SGD([*first.values(), *last.values()], lr=0.05, momentum=0.9)
    distance = torch.nn.functional.huber_loss if loss == "huber" else torch.nn.functional.mse_loss

    def said() -> Any:
        return torch.tanh(torch.tensor(x).double() @ first["weight"] + first["bias"]) @ last["weight"] + last["bias"]

    for _ in range(STEPS):
        step.zero_grad()
        distance(said(), targets).backward()
        step.step()
    ours = trainer.lane_parameters(0)
    for layer, theirs in ((ours[0], first), (ours[2], last)):
        for name, array in theirs.items():
            np.testing.assert_allclose(layer[name], array.detach().numpy(), rtol=1e-7, atol=1e-9)
    found = trainer.snapshot().lanes[0]
    assert found.train_data_loss == pytest.approx(distance(said(), targets).item(), rel=1e-7)
    numbers = said()[:, 0] * data.target_scale + data.target_offset
    r2 = 1 - ((numbers - wide) ** 2).sum() / ((wide - wide.mean()) ** 2).sum()
    assert found.train_accuracy == pytest.approx(r2.item(), rel=1e-6)
