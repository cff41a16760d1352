"""Every optimizer: its spec and its rule."""

from __future__ import annotations

from typing import Annotated, Any, TypeAlias, get_args

from pydantic import Field

from engine.arrays import Array
from engine.optim.adam import Adam, AdamSpec, Adamw, AdamwSpec, Nadam, NadamSpec
from engine.optim.adaptive import Adadelta, AdadeltaSpec, Adagrad, AdagradSpec, Rmsprop, RmspropSpec
from engine.optim.base import Optimizer, OptimizerSpec
from engine.optim.sgd import Momentum, MomentumSpec, Nesterov, NesterovSpec, Sgd, SgdSpec

AnyOptimizer: TypeAlias = Annotated[
    SgdSpec | MomentumSpec | NesterovSpec | AdagradSpec | RmspropSpec | AdadeltaSpec | AdamSpec | NadamSpec | AdamwSpec,
    Field(discriminator="kind"),
]


OPTIMIZERS: dict[str, type[OptimizerSpec]] = {
    kind.model_fields["kind"].default: kind for kind in get_args(get_args(AnyOptimizer)[0])
}


RULES: dict[type[OptimizerSpec], type[Optimizer[Any]]] = {
    SgdSpec: Sgd,
    MomentumSpec: Momentum,
    NesterovSpec: Nesterov,
    AdagradSpec: Adagrad,
    RmspropSpec: Rmsprop,
    AdadeltaSpec: Adadelta,
    AdamSpec: Adam,
    NadamSpec: Nadam,
    AdamwSpec: Adamw,
}


def make_optimizer(spec: OptimizerSpec, parameters: Array) -> Optimizer[Any]:
    """The optimizer that a spec describes, for parameters of this shape."""
    return RULES[type(spec)](spec, parameters)
