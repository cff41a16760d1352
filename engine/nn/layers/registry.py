"""Every kind of layer: a line here, and a file beside this one that says all else (see `engine.nn.layers.base`)."""

from __future__ import annotations

from functools import reduce
from operator import or_
from typing import TYPE_CHECKING, Annotated, Final, TypeAlias

from pydantic import Field

from engine.nn.layers.activation import ActivationSpec
from engine.nn.layers.average_pool import AveragePoolSpec
from engine.nn.layers.base import LayerSpec
from engine.nn.layers.batch_norm import BatchNormSpec
from engine.nn.layers.conv2d import Conv2dSpec
from engine.nn.layers.dense import DenseSpec
from engine.nn.layers.dropout import DropoutSpec
from engine.nn.layers.flatten import FlattenSpec
from engine.nn.layers.global_average_pool import GlobalAveragePoolSpec
from engine.nn.layers.layer_norm import LayerNormSpec
from engine.nn.layers.max_pool import MaxPoolSpec

_KINDS: Final = (
    DenseSpec,
    ActivationSpec,
    DropoutSpec,
    BatchNormSpec,
    LayerNormSpec,
    Conv2dSpec,
    MaxPoolSpec,
    AveragePoolSpec,
    GlobalAveragePoolSpec,
    FlattenSpec,
)
"""In the order of the window's list."""

LAYERS: Final[dict[str, type[LayerSpec]]] = {kind.model_fields["kind"].default: kind for kind in _KINDS}

if TYPE_CHECKING:
    AnyLayer: TypeAlias = LayerSpec
else:
    AnyLayer = Annotated[reduce(or_, _KINDS), Field(discriminator="kind")]
"""What pydantic reads a layer as."""


def owner_of(field: str) -> type[LayerSpec]:
    """The first kind that has such a setting. Raises StopIteration where none has."""
    return next(kind for kind in LAYERS.values() if field in kind.model_fields)
