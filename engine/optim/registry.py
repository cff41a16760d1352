"""Every optimizer, by its spec, which names its rule."""

from __future__ import annotations

from typing import Annotated, Any, TypeAlias, get_args

from pydantic import Field

from engine.arrays import Array
from engine.optim.adam import AdamSpec, AdamwSpec, NadamSpec
from engine.optim.adaptive import AdadeltaSpec, AdagradSpec, RmspropSpec
from engine.optim.base import Optimizer, OptimizerSpec
from engine.optim.sgd import MomentumSpec, NesterovSpec, SgdSpec

AnyOptimizer: TypeAlias = Annotated[
    SgdSpec | MomentumSpec | NesterovSpec | AdagradSpec | RmspropSpec | AdadeltaSpec | AdamSpec | NadamSpec | AdamwSpec,
    Field(discriminator="kind"),
]


OPTIMIZERS: dict[str, type[OptimizerSpec]] = {
    kind.model_fields["kind"].default: kind for kind in get_args(get_args(AnyOptimizer)[0])
}


def make_optimizer(spec: OptimizerSpec, parameters: Array) -> Optimizer[Any]:
    """The optimizer that a spec describes, for parameters of this shape."""
    return spec.rule(spec, parameters)
