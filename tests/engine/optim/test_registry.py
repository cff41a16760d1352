"""What every optimizer keeps to, whichever there are: `engine.optim.registry`."""

from __future__ import annotations

import numpy as np
import pytest

from engine.export.pieces import optimizers as pieces
from engine.optim.base import OptimizerSpec
from engine.optim.registry import OPTIMIZERS, make_optimizer

SHAPE = (3, 11)
every_kind = pytest.mark.parametrize("spec", [kind() for kind in OPTIMIZERS.values()], ids=list(OPTIMIZERS))


def slopes(steps: int) -> np.ndarray:
    """Gradients, (steps, lanes, n)."""
    return np.random.default_rng(5).standard_normal((steps, *SHAPE))


def rates() -> np.ndarray:
    return np.full((SHAPE[0], 1), 0.01)


@every_kind
def test_its_piece_of_a_script_makes_the_same_steps(spec: OptimizerSpec) -> None:
    p = np.random.default_rng(6).standard_normal(SHAPE)
    q = p.copy()
    rule = make_optimizer(spec, p)
    piece = getattr(pieces, spec.rule.__name__)(q, **spec.rule.settings(spec))
    for g in slopes(20):
        rule.step(p, g.copy(), rates())
        piece.step(q, g.copy(), np.float64(0.01))
    np.testing.assert_allclose(p, q, rtol=1e-7)


@every_kind
def test_a_step_of_every_rule_goes_downhill(spec: OptimizerSpec) -> None:
    p = np.ones(SHAPE)
    make_optimizer(spec, p).step(p, np.ones(SHAPE), rates())
    assert (p < 1).all()


@every_kind
def test_it_remembers_what_it_says_and_a_part_counts_by_itself(spec: OptimizerSpec) -> None:
    p = np.zeros(SHAPE)
    whole = make_optimizer(spec, p)
    assert whole.state.shape == (spec.rule.slots, *SHAPE)
    start = {name: scalar.start for name, scalar in spec.rule.scalars.items()}
    assert whole.memory == start
    parts = [whole.part(slice(0, 2)), whole.part(slice(2, 3))]
    for g in slopes(3):
        for part, lanes in zip(parts, (slice(0, 2), slice(2, 3)), strict=True):
            part.step(p[lanes], g[lanes].copy(), rates()[lanes])
    assert (whole.t, whole.memory) == (0, start)
    whole.catch_up(parts[0])
    assert whole.t == 3
    assert whole.memory == parts[1].memory
    q = np.zeros(SHAPE)
    alone = make_optimizer(spec, q)
    for g in slopes(3):
        alone.step(q, g.copy(), rates())
    assert q.tobytes() == p.tobytes()
    assert alone.state.tobytes() == whole.state.tobytes()
    assert alone.memory == whole.memory
    assert all(scalar.minimum <= alone.memory[name] <= scalar.maximum for name, scalar in spec.rule.scalars.items())


@every_kind
def test_it_has_a_name_and_a_sentence(spec: OptimizerSpec) -> None:
    assert spec.title
    assert spec.help.endswith(".")
