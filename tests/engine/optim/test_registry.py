"""What every optimizer keeps to, whichever there are: `engine.optim.registry`."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest

from engine.export.pieces import optimizers as pieces
from engine.fields import field_info
from engine.optim.base import OptimizerSpec
from engine.optim.registry import OPTIMIZERS, make_optimizer
from tests.engine.off_default import off_default, settings, telling

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


def after_steps(rule: Any, p: np.ndarray, rate: Any) -> np.ndarray:
    for g in slopes(20):
        rule.step(p, g.copy(), rate)
    return p


@pytest.mark.parametrize(("kind", "name"), [(kind, name) for kind in OPTIMIZERS for name in settings(OPTIMIZERS[kind])])
def test_its_piece_follows_each_setting_that_is_off_its_default(kind: str, name: str) -> None:
    """A value that shows within three digits, so that what comes out says whether the piece has felt it."""
    spec, start = OPTIMIZERS[kind], np.random.default_rng(6).standard_normal(SHAPE)

    def of_rule(value: Any) -> np.ndarray:
        own, p = spec(**{name: value}), start.copy()
        return after_steps(make_optimizer(own, p), p, np.full((SHAPE[0], 1), own.learning_rate))

    value, _ = telling(field_info(spec, name), lambda value: of_rule(value).round(3).tobytes())
    own, q = spec(**{name: value}), start.copy()
    piece = getattr(pieces, spec.rule.__name__)(q, **spec.rule.settings(own))
    found = after_steps(piece, q, np.float64(own.learning_rate))
    np.testing.assert_allclose(
        found,
        of_rule(value),
        rtol=1e-7,
        err_msg=f"with {name} = {value!r} the piece in engine/export/pieces/optimizers.py takes other steps",
    )


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


def others(spec: OptimizerSpec) -> list[OptimizerSpec]:
    """As many specs as there are lanes, which differ in whatever a lane could have for itself."""
    numbers = [name for name in spec.rule.settings(spec) if name not in spec.rule.shared]
    values = {name: list(off_default(field_info(spec, name))) for name in numbers}
    first, last = ({name: values[name][at] for name in numbers} for at in (0, -1))
    return [spec.model_copy(update=update) for update in (first, {}, last)]


@every_kind
@pytest.mark.parametrize("dtype", [np.float32, np.float64])
def test_a_lane_with_numbers_of_its_own_equals_that_lane_alone(spec: OptimizerSpec, dtype: type) -> None:
    p, specs = np.ones(SHAPE, dtype), others(spec)
    whole = make_optimizer(spec, p)
    whole.configure(specs)
    alone = [np.ones((1, SHAPE[1]), dtype) for _ in specs]
    rules = [make_optimizer(own, q) for own, q in zip(specs, alone, strict=True)]
    for g in slopes(20).astype(dtype):
        parts = [whole.part(slice(0, 2)), whole.part(slice(2, 3))]
        for part, lanes in zip(parts, (slice(0, 2), slice(2, 3)), strict=True):
            part.step(p[lanes], g[lanes].copy(), rates()[lanes].astype(dtype))
        whole.catch_up(parts[0])
        for row, (rule, q) in enumerate(zip(rules, alone, strict=True)):
            rule.step(q, g[row : row + 1].copy(), rates()[:1].astype(dtype))
    assert b"".join(q.tobytes() for q in alone) == p.tobytes()
    whole.keep(np.array([2]))
    whole.step(p[2:], slopes(1)[0, 2:].astype(dtype), rates()[2:].astype(dtype))
    rules[2].step(alone[2], slopes(1)[0, 2:].astype(dtype), rates()[2:].astype(dtype))
    assert alone[2].tobytes() == p[2:].tobytes()


@every_kind
def test_no_lane_may_set_what_all_share(spec: OptimizerSpec) -> None:
    assert spec.rule.shared <= spec.rule.settings(spec).keys()
    assert not any(field_info(spec, name).per_lane for name in spec.rule.shared)
    assert bool(spec.rule.scalars) == bool(spec.rule.shared)


@every_kind
def test_it_has_a_name_and_a_sentence(spec: OptimizerSpec) -> None:
    assert spec.title
    assert spec.help.endswith(".")
