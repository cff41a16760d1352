"""The layers of the stack (see `engine.nn.layers.base` for what they share), and which spec asks for which."""

from __future__ import annotations

from typing import Annotated, TypeAlias

from pydantic import Field

from engine.nn.layers.activation import ActivationLayer, ActivationSpec
from engine.nn.layers.base import Layer
from engine.nn.layers.batch_norm import BatchNorm, BatchNormSpec
from engine.nn.layers.dense import Dense, DenseSpec
from engine.nn.layers.dropout import Dropout, DropoutSpec

LayerSpec: TypeAlias = Annotated[DenseSpec | ActivationSpec | DropoutSpec | BatchNormSpec, Field(discriminator="kind")]


LAYERS: dict[str, type[DenseSpec | ActivationSpec | DropoutSpec | BatchNormSpec]] = {
    "dense": DenseSpec,
    "activation": ActivationSpec,
    "dropout": DropoutSpec,
    "batch_norm": BatchNormSpec,
}


def make_layer(spec: LayerSpec, n_in: int) -> Layer:
    """The layer that a spec describes, for n_in inputs."""
    match spec:
        case DenseSpec():
            return Dense(spec, n_in)
        case ActivationSpec():
            return ActivationLayer(spec, n_in)
        case DropoutSpec():
            return Dropout(n_in)
        case BatchNormSpec():
            return BatchNorm(spec, n_in)
