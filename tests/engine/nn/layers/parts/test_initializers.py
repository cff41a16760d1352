"""How weights start: limits and moments of large samples against what the papers promise."""

from __future__ import annotations

import math
from typing import get_args

import numpy as np
import pytest

from engine.nn.layers.dense import DenseSpec
from engine.nn.layers.parts.initializers import ALIASES, INITIALIZERS, Initialization, ShortName
from engine.nn.network import Network
from tests.engine.helpers import blobs, dense, lane, recipe, trained

FAN_IN, FAN_OUT = 400, 100
SEEDS = range(5)

# name: (largest absolute weight, standard deviation), worked out for 400 inputs and 100 outputs.
UNIFORM = {
    "uniform": (1.0, 0.577350),  # 1 / sqrt(3)
    "xavier_uniform": (0.109545, 0.063246),  # sqrt(6 / 500), sqrt(2 / 500)
    "he_uniform": (0.122474, 0.070711),  # sqrt(6 / 400), sqrt(2 / 400)
}
NORMAL = {
    "xavier_normal": 0.063246,  # sqrt(2 / 500)
    "he_normal": 0.070711,  # sqrt(2 / 400)
    "lecun_normal": 0.05,  # sqrt(1 / 400)
}


def draw(name: str, seed: int = 0, shape: tuple[int, int] = (FAN_IN, FAN_OUT)) -> np.ndarray:
    return INITIALIZERS[name].draw(shape, np.random.default_rng(seed))


@pytest.mark.parametrize("seed", SEEDS)
@pytest.mark.parametrize("name", UNIFORM)
def test_uniform_ones_fill_their_interval_evenly(name: str, seed: int) -> None:
    limit, deviation = UNIFORM[name]
    weights = draw(name, seed)
    assert weights.shape == (FAN_IN, FAN_OUT)
    assert np.abs(weights).max() <= limit * 1.00001
    assert np.abs(weights).max() > limit * 0.999
    assert weights.std() == pytest.approx(deviation, rel=0.02)
    # A tenth of all weights in each tenth of the interval, give or take five standard deviations of a count.
    counts, _ = np.histogram(weights, bins=10, range=(-limit, limit))
    assert np.abs(counts - 4000).max() < 5 * math.sqrt(40_000 * 0.1 * 0.9)


@pytest.mark.parametrize("seed", SEEDS)
@pytest.mark.parametrize("name", NORMAL)
def test_normal_ones_have_their_deviation_and_shape(name: str, seed: int) -> None:
    weights = draw(name, seed) / NORMAL[name]
    assert weights.mean() == pytest.approx(0, abs=5 / math.sqrt(weights.size))
    assert weights.std() == pytest.approx(1, rel=0.02)
    # 68.27 % within one deviation, 95.45 % within two.
    assert (np.abs(weights) < 1).mean() == pytest.approx(0.6827, abs=0.012)
    assert (np.abs(weights) < 2).mean() == pytest.approx(0.9545, abs=0.006)


@pytest.mark.parametrize("name", ["he_uniform", "he_normal"])
def test_he_keeps_the_size_of_the_signal_through_relu(name: str) -> None:
    """What He et al. derive it for: the mean square of the pre-activations is the same after many layers."""
    rng = np.random.default_rng(1)
    signal = rng.normal(0, 1, (500, 300))
    for seed in range(8):
        signal = np.maximum(signal, 0) @ draw(name, seed, (300, 300))
    assert np.square(signal).mean() == pytest.approx(1, rel=0.3)


def test_the_naive_one_blows_the_signal_up() -> None:
    signal = np.random.default_rng(1).normal(0, 1, (500, 300))
    for seed in range(4):
        signal = np.maximum(signal, 0) @ draw("uniform", seed, (300, 300))
    assert np.square(signal).mean() > 1e6  # 50-fold a layer


@pytest.mark.parametrize(("n_in", "n_out"), [(8, 8), (20, 6), (6, 20), (1, 5), (5, 1)])
def test_orthogonal_columns_or_rows(n_in: int, n_out: int) -> None:
    weights = draw("orthogonal", 3, (n_in, n_out))
    assert weights.shape == (n_in, n_out)
    product = weights.T @ weights if n_in >= n_out else weights @ weights.T
    np.testing.assert_allclose(product, np.eye(min(n_in, n_out)), atol=1e-12)


def test_orthogonal_prefers_no_direction() -> None:
    """Without the correction of signs, the diagonal of Q would be negative nearly always."""
    diagonals = [draw("orthogonal", seed, (4, 4))[0, 0] for seed in range(200)]
    assert 60 < sum(entry < 0 for entry in diagonals) < 140


def test_zeros_break_no_symmetry() -> None:
    assert not draw("zeros").any()
    trainer = trained(recipe(dense(5, initialization="zeros"), dense(3, initialization="zeros")), blobs(), 20)
    hidden = trainer.lane_parameters(0)[0]["weight"]
    np.testing.assert_array_equal(hidden, hidden[:, :1].repeat(5, axis=1))


@pytest.mark.parametrize(("short", "full"), [("he", "he_uniform"), ("xavier", "xavier_uniform"), ("naive", "uniform")])
def test_short_names_stand_for_the_uniform_ones(short: str, full: str) -> None:
    assert recipe(dense(3, initialization=short)) == recipe(dense(3, initialization=full))
    lanes = [lane("short", initialization=short), lane("full", initialization=full)]
    trainer = trained(recipe(dense(3, initialization="zeros"), lanes=lanes), blobs(), 0)
    weights = trainer.groups[0].network.parameters
    assert weights[0].any()
    np.testing.assert_array_equal(weights[0], weights[1])


def test_biases_start_at_zero_and_each_layer_gets_its_own_draw() -> None:
    experiment = recipe(dense(6), dense(6), dense(6))
    network = Network(experiment.layers, (6,), 1)
    network.parameters[:] = 9
    network.initialize([experiment.layers], [3])
    first, second, third = network.weighted_layers
    assert not any(layer.bias.any() for layer in network.weighted_layers)
    assert not np.isin(first.weight, second.weight).any()
    assert not np.isin(second.weight, third.weight).any()


# --- what every entry keeps to ----------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", INITIALIZERS)
@pytest.mark.parametrize("shape", [(300, 100), (100, 300)])
def test_the_variance_of_weights(name: Initialization, shape: tuple[int, int]) -> None:
    entry = INITIALIZERS[name]
    assert entry.variance(*shape) == pytest.approx(np.square(draw(name, 3, shape)).mean(), rel=0.03)
    assert entry.is_naive == (entry.variance(10, 10) == entry.variance(1000, 1000) != 0)


@pytest.mark.parametrize("name", INITIALIZERS)
def test_its_facts(name: Initialization) -> None:
    entry, weights = INITIALIZERS[name], draw(name, shape=(7, 5))
    assert entry.draw.__name__ == name, "scripts call it by the name in experiment files"
    assert entry.breaks_symmetry == bool((weights[:, 0] != weights[:, 1]).any())
    assert entry.title
    assert entry.short
    assert entry.help.endswith(".")


def test_every_name_has_an_entry_and_every_alias_is_understood() -> None:
    assert list(INITIALIZERS) == list(get_args(Initialization))
    assert ALIASES.keys() == set(get_args(ShortName))
    assert not ALIASES.keys() & INITIALIZERS.keys()
    for alias, name in ALIASES.items():
        assert DenseSpec.model_validate({"initialization": alias}).initialization == name
