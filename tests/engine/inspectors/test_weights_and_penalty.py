"""Weights, their start, and the two forces on them, equal an independent computation; looking changes no bit."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest

from engine.data import load
from engine.experiment.experiment import Experiment, parse
from engine.inspectors import InspectionRequest, look_inside
from engine.inspectors.penalty import POINTS
from engine.inspectors.weights import BINS, INPUTS, UNITS
from engine.nn.layers.parts.initializers import INITIALIZERS
from engine.train.trainer import Trainer
from tests.engine.helpers import dataset_of

BOTH = frozenset(["weights", "penalty"])


def experiment(*, data: dict[str, Any] | None = None, lanes: list[dict[str, Any]] | None = None, **changes: Any) -> Any:
    recipe: dict[str, Any] = {
        "data": {"source": "digits", "train": 50, "test": 20, **(data or {})},
        "layers": [
            {"kind": "dense", "units": 12, "l2": 0.1, "l1": 0.01, "initialization": "lecun_normal"},
            {"kind": "batch_norm"},
            {"kind": "activation", "function": "tanh"},
            {"kind": "dropout", "rate": 0.5},
            {"kind": "dense", "units": 10, "l2": 0.02},
        ],
        "optimizer": {"kind": "sgd", "learning_rate": 0.5},
        "batch_size": 16,
        "lanes": [{"name": str(seed), "set": {"seed": seed}} for seed in range(2)] if lanes is None else lanes,
    }
    return parse({**recipe, **changes})


def trainer(recipe: Experiment) -> Trainer:
    return Trainer(recipe, load(recipe.data))


def seen(t: Trainer, name: str, **request: Any) -> Any:
    return look_inside(t, InspectionRequest(frozenset([name]), **request))[name]


def dense(t: Trainer, lane: int) -> list[np.ndarray]:
    """The weights of the dense layers in float64."""
    return [entry["weight"].astype(np.float64) for entry in t.lane_parameters(lane) if "weight" in entry]


# --- the step to come -------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("sampling", ["replacement", "shuffle", "full"])
def test_the_coming_gradient_is_what_the_next_step_follows(sampling: str) -> None:
    t = trainer(experiment(sampling=sampling))
    t.run(3)
    before = t.groups[0].network.parameters.copy()
    gradient = t.groups[0].coming_gradient().copy()
    t.run(1)
    np.testing.assert_array_equal(t.groups[0].network.parameters, before - np.float32(0.5) * gradient)


@pytest.mark.parametrize("sampling", ["replacement", "shuffle", "full"])
@pytest.mark.parametrize("optimizer", ["sgd", "adam"])
def test_looking_changes_no_bit(sampling: str, optimizer: str) -> None:
    """Neither parameters, nor what batch normalization keeps, nor what the optimizer remembers."""
    recipe = experiment(sampling=sampling, optimizer={"kind": optimizer, "learning_rate": 0.01})
    watched, alone = trainer(recipe), trainer(recipe)
    for steps in (1, 2, 3, 4):
        look_inside(watched, InspectionRequest(BOTH, focus=1))
        watched.groups[0].coming_gradient()
        watched.run(steps, record=True)
        look_inside(watched, InspectionRequest(BOTH))
        alone.run(steps)
    for name in ("parameters", "state"):
        np.testing.assert_array_equal(getattr(watched.groups[0].network, name), getattr(alone.groups[0].network, name))
    np.testing.assert_array_equal(watched.groups[0].optimizer.state, alone.groups[0].optimizer.state)
    assert (watched.step, watched.groups[0].rows_seen) == (alone.step, alone.groups[0].rows_seen)
    watched.measure()
    alone.measure()
    np.testing.assert_array_equal(watched.history.view().values, alone.history.view().values)


def test_looking_makes_no_lane_leave() -> None:
    """A gradient that is not finite is no step yet."""
    t = trainer(experiment())
    t.groups[0].network.parameters[1] = 1e30
    t.groups[0].coming_gradient()
    assert t.active.tolist() == [0, 1]
    assert not t.diverged_at


# --- weights ----------------------------------------------------------------------------------------------------------


def test_weights_are_counted_now_and_as_they_were_drawn() -> None:
    t = trainer(experiment())
    start = dense(t, 1)
    t.run(5)
    w = seen(t, "weights", focus=1)
    now = dense(t, 1)
    for layer, (a, b) in enumerate(zip(now, start, strict=True)):
        limit = w.limit[layer]
        assert max(np.abs(a).max(), np.abs(b).max()) <= limit <= 1.22 * max(np.abs(a).max(), np.abs(b).max())
        for counts, values in ((w.counts[layer], a), (w.initial[layer], b)):
            expected, _ = np.histogram(values, BINS, (-limit, limit))
            assert np.abs(counts - expected).sum() <= 2, "one weight on an edge at most"
            assert counts.sum() == values.size
        assert w.std[layer] == pytest.approx(a.std(), rel=1e-5)
        assert w.initial_std[layer] == pytest.approx(b.std(), rel=1e-5)
    assert (w.counts != w.initial).any()
    np.testing.assert_allclose(w.first, now[0].T, rtol=1e-6)
    assert (w.step, w.focus, w.n_units) == (5, 1, 12)


def test_the_start_is_that_of_the_lanes_own_seed_and_initialization() -> None:
    """Its deviation is the one that the formula gives."""
    lanes = [{"name": name, "set": {"layers.*.initialization": name}} for name in INITIALIZERS]
    t = trainer(experiment(lanes=lanes))
    for lane, name in enumerate(INITIALIZERS):
        std = seen(t, "weights", focus=lane).initial_std[0]
        n_in, n_out = 64, 12
        expected = {
            "uniform": 1 / 3,
            "xavier_uniform": 2 / (n_in + n_out),
            "xavier_normal": 2 / (n_in + n_out),
            "he_uniform": 2 / n_in,
            "he_normal": 2 / n_in,
            "lecun_normal": 1 / n_in,
            "orthogonal": 1 / n_in,
            "zeros": 0,
        }.get(name, INITIALIZERS[name].variance(n_in, n_out))
        assert std**2 == pytest.approx(expected, rel=0.15, abs=1e-12)


def test_weights_that_are_all_zero_stand_in_the_middle() -> None:
    t = trainer(experiment(lanes=[{"name": "0", "set": {"layers.*.initialization": "zeros"}}]))
    w = seen(t, "weights")
    assert w.counts[0, BINS // 2] == 64 * 12
    assert (w.limit == 1).all()


def test_a_lane_that_has_left_keeps_its_weights() -> None:
    lanes = [{"name": "a"}, {"name": "b", "set": {"optimizer.learning_rate": 100, "layers.*.l2": 1}}]
    t = trainer(experiment(lanes=lanes, layers=[{"kind": "dense", "units": 10}]))
    t.run(60)
    assert t.diverged_at.keys() == {1}
    w = seen(t, "weights", focus=1)
    assert w.counts.sum() == np.isfinite(dense(t, 1)[0]).sum()
    p = seen(t, "penalty", focus=1)
    assert np.isnan(p.shrunk).all()
    assert p.points[0].shape == (3, 0)
    assert np.isfinite(seen(t, "penalty", focus=0).shrunk).all()


def test_not_all_weights_are_handed_out_where_there_are_many() -> None:
    recipe = experiment(layers=[{"kind": "dense", "units": UNITS + 50}, {"kind": "dense", "units": 10}])
    w = seen(trainer(recipe), "weights")
    assert w.first.shape == (UNITS, 64)
    assert w.n_units == UNITS + 50
    toy = seen(trainer(experiment(data={"source": "xor"}, layers=[{"kind": "dense", "units": 2}])), "weights")
    assert toy.first.shape == (2, 2)
    assert INPUTS >= 2


# --- the penalty as a force -------------------------------------------------------------------------------------------


def test_forces_add_up_to_the_step_that_is_made() -> None:
    t = trainer(experiment())
    t.run(4)
    before = dense(t, 1)
    p = seen(t, "penalty", focus=1)
    t.run(1)
    after = dense(t, 1)
    assert p.l2.tolist() == [0.1, 0.02]
    assert p.l1.tolist() == [0.01, 0]
    for layer in range(2):
        weight, data, pull = p.points[layer].astype(np.float64)
        assert len(weight) == min(POINTS, before[layer].size)
        flat = before[layer].ravel()
        chosen = [int(np.flatnonzero(flat == w)[0]) for w in weight]  # no two weights are alike
        np.testing.assert_allclose(pull, -p.l2[layer] * weight - p.l1[layer] * np.sign(weight), rtol=1e-5, atol=1e-8)
        np.testing.assert_allclose(0.5 * (data + pull), (after[layer].ravel() - flat)[chosen], rtol=1e-3, atol=1e-6)
        # What is counted, from the step alone: the force of the data is what is left of it.
        force = (after[layer] - before[layer]) / 0.5
        penalty = -p.l2[layer] * before[layer] - p.l1[layer] * np.sign(before[layer])
        rest = force - penalty
        rest[np.abs(rest) < 1e-6] = 0  # what is left of rounding, where a pixel is always blank
        against = (rest * before[layer] > 0) & (np.abs(penalty) > np.abs(rest))
        assert p.overruled[layer] == pytest.approx(against.mean(), abs=0.01)
        shrinks = against | (rest * before[layer] <= 0)
        assert p.shrunk[layer] == pytest.approx(shrinks.mean(), abs=0.01)
        assert 0 < p.overruled[layer] < 1


def test_a_hand_worked_case() -> None:
    """One layer, no bias, one row x = (1, 1): softmax of equal outputs is 1/2, so the data pulls by -1/2 and +1/2."""
    recipe = experiment(
        data={"source": "gauss", "train": 1, "test": 1},
        layers=[{"kind": "dense", "units": 2, "bias": False, "l2": 1.0}],
        sampling="full",
        lanes=[{"name": "one"}],
    )
    t = Trainer(recipe, dataset_of([[1.0, 1.0]], [0]))
    # Outputs (w11 + w21, w12 + w22) = (1, 1).
    t.groups[0].network.parameters[0] = [0.25, 2.0, 0.75, -1.0]
    p = seen(t, "penalty")
    weight, data, pull = p.points[0]
    assert weight.tolist() == [0.25, 2.0, 0.75, -1.0]
    np.testing.assert_allclose(data, [0.5, -0.5, 0.5, -0.5])
    np.testing.assert_allclose(pull, [-0.25, -2.0, -0.75, 1.0])
    # 0.25 grows; 2 shrinks by both; 0.75 and -1 are held by the data, in vain.
    assert p.overruled[0] == 0.5
    assert p.unopposed[0] == 0.25
    assert p.shrunk[0] == 0.75


def test_without_a_penalty_nothing_is_shrunk_by_it() -> None:
    t = trainer(experiment(layers=[{"kind": "dense", "units": 10}]))
    assert seen(t, "penalty").shrunk.tolist() == [0]


def test_a_lane_among_others_has_the_forces_of_the_same_lane_alone() -> None:
    lanes = [{"name": str(l2), "set": {"layers.*.l2": l2}} for l2 in (0.0, 0.3, 0.01)]
    among, alone = trainer(experiment(lanes=lanes)), trainer(experiment(lanes=lanes[1:2]))
    for t in (among, alone):
        t.run(3)
    a, b = seen(among, "penalty", focus=1), seen(alone, "penalty")
    np.testing.assert_array_equal(a.points[0], b.points[0])
    np.testing.assert_array_equal(a.shrunk, b.shrunk)
