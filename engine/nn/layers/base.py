"""What every kind of layer says of itself, and what every layer does.

Of a kind, the settings are the fields of its `LayerSpec`, and the facts its class variables and methods: who wants to
know something of a layer asks there, and never which kind it is. A `Layer` keeps its parameters; the arrays it reads
and writes belong to a Workspace.

Every array has the lanes in front: parameters (lanes, ...), activations (lanes, rows, units). A leading axis of 1
stands for "the same for all lanes" and is broadcast.
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Mapping, Sequence
from math import prod
from typing import TYPE_CHECKING, Any, ClassVar, TypeAlias, TypeGuard

import numpy as np
from pydantic import field_validator

from engine.arrays import Array
from engine.nn.layers.parts.copies import Copies
from engine.nn.layers.parts.initializers import ALIASES
from engine.nn.layers.parts.off_units import OffUnits, off_units
from engine.nn.layers.parts.reads import Reads
from engine.nn.layers.parts.windows import Windows
from engine.spec import Spec

if TYPE_CHECKING:
    from engine.nn.layers.parts.functions import Activation
    from engine.nn.layers.parts.initializers import Initialization


Shape: TypeAlias = tuple[int, ...]
"""Of one row without the lanes: (features,) or (height, width, channels). Arrays hold it flat, as prod(shape) units."""


class LayerSpec(Spec):
    """One layer of the stack."""

    title: ClassVar[str]
    """What the kind is called in lists. The window translates it, and `help`."""
    help: ClassVar[str]
    """One sentence that teaches the kind."""
    icon: ClassVar[str]
    """A file of assets/icons, without its suffix."""
    color: ClassVar[str]
    """A role of the window's palette."""
    penalized: ClassVar[frozenset[str]] = frozenset()
    """Which parameters L1 and L2 act on."""
    state: ClassVar[frozenset[str]] = frozenset()
    """Which of the named arrays are kept from step to step, but not learned."""
    has_mask: ClassVar[bool] = False
    """Whether random numbers are drawn for each of its units, or each channel of a picture."""
    may_follow_output: ClassVar[bool] = False
    """Whether one that is added behind the output layer stays there."""
    sees_pictures: ClassVar[bool] = False
    """Whether it wants to know which units are neighbours: with such a layer in the stack, a row that is a picture is
    one for the network, too (`engine.nn.shapes.row_shape`)."""

    normalizes: ClassVar[str] = ""
    """Over what it brings each value to mean 0 and variance 1: ``batch`` or ``row``; none where it does not."""
    letters: ClassVar[str] = ""
    """What papers call it where there is little room, if anything."""

    width: ClassVar[str] = ""
    """The setting that says how many units, or channels, it makes of what goes in; none where it does not say that."""

    kind: str = ""

    @property
    def dropped(self) -> float:
        """The share of its units that training switches off, in each step others."""
        return 0.0

    @property
    def nonlinearity(self) -> type[Activation] | None:
        """The function that every value goes through; None for a kind that has none."""
        return None

    @property
    def called(self) -> str:
        """The choice whose name the window calls it by: its kind, or a setting that says more."""
        return self.kind

    def output_shape(self, shape: Shape) -> Shape:
        """Of what comes out, for what goes in. Raises ShapeError (`engine.nn.layers.pictures`) where that cannot be."""
        return shape

    def windows_of(self, shape: Shape) -> Windows | None:
        """Which part of a picture each number that comes out sees; None for a kind that takes pixels one by one."""
        return None

    def masks(self, shape: Shape) -> int:
        """How many random numbers are drawn for each row."""
        return 0

    def parameter_shapes(self, shape: Shape) -> dict[str, Shape]:
        """By the names that model files use, in the order in which a network keeps them. shape: of what goes in."""
        return {}

    @abstractmethod
    def make(self, shape: Shape) -> Layer:
        """The layer itself, for inputs of this shape."""

    def learned(self, shape: Shape) -> int:
        """How many numbers it learns."""
        return sum(prod(of) for name, of in self.parameter_shapes(shape).items() if name not in self.state)

    def predicted(
        self, mean: Array, variance: Array, shape: Shape, weights: Array, scaling: str
    ) -> tuple[Array, Array, Array | float]:
        """What theory says in the first step: the outputs' mean and variance, and the gain, by how much the gradient's
        mean square is multiplied on its way back (NaN where it has no answer). All (lines,).

        weights: the mean square of the weights, as drawn. scaling: how dropout makes up for what is missing.
        """
        return mean, variance, float("nan")

    def reordered(
        self, parameters: Mapping[str, Array], inputs: Array | None, outputs: Array | None
    ) -> dict[str, Array]:
        """The parameters for units in another order; None: these stay. A kind without weights lets each unit keep its
        place, so one order is both."""
        order = inputs if outputs is None else outputs
        return {name: values if order is None else values[order] for name, values in parameters.items()}

    def fed_copies(
        self, parameters: Mapping[str, Array], copies: Copies, shape: Shape
    ) -> tuple[dict[str, Array], Copies | None]:
        """Its parameters for inputs some of which are copies of others, and which of its outputs are copies then; None
        where it sums over them, each with its share of the weight, so that its outputs are those of before.

        A kind that takes every unit, or channel, by itself makes copies of copies. shape: of what went in.
        Raises GrowthError where the outputs would be others.
        """
        return {name: values[copies.of] for name, values in parameters.items()}, copies


class WeightedSpec(LayerSpec):
    """A kind whose ``weight`` connects what goes in with what comes out: it is drawn at the start, and penalized.

    Each kind declares the fields itself, in the order of its own: `engine.nn.layers.parts.weight_fields` and
    `engine.nn.layers.parts.interventions` have them.
    """

    penalized = frozenset({"weight"})
    if TYPE_CHECKING:
        initialization: Initialization
        l1: float
        l2: float
        frozen: bool
        draw: int | None

    @field_validator("initialization", mode="before", check_fields=False)
    @classmethod
    def _accept_short_names(cls, value: object) -> object:
        return ALIASES.get(value, value) if isinstance(value, str) else value

    def widened(self, parameters: Mapping[str, Array], copies: Copies) -> dict[str, Array]:
        """The parameters for more units of its own: what comes out is the last axis of each."""
        return {name: values[..., copies.of] for name, values in parameters.items()}

    @abstractmethod
    def handing_on(self, shape: Shape) -> WeightedSpec:
        """The same kind of layer, of which as much comes out as goes in, and that can be the identity: see `identity`.

        shape: of what goes in. Raises GrowthError where there is none such.
        """

    @abstractmethod
    def identity(self, shape: Shape) -> dict[str, Array]:
        """The parameters with which it hands on what comes in, where it is one that `handing_on` has made."""

    def drawn_as(self, index: int) -> int:
        """Which of the seed's draws its weights start with. index: its place in the stack."""
        return index if self.draw is None else self.draw

    @abstractmethod
    def fans(self, shape: Shape) -> tuple[int, int]:
        """(fan_in, fan_out): how many inputs a unit sums, and how many units an input reaches."""


class OutputSpec(WeightedSpec):
    """A kind that may be the output: the last such layer is, with one unit for each class."""

    if TYPE_CHECKING:
        units: int


def has_weights(layer: object) -> TypeGuard[WeightedSpec]:
    """Whether a spec is one of a kind with a ``weight``."""
    return isinstance(layer, WeightedSpec)


def may_be_output(layer: object) -> TypeGuard[OutputSpec]:
    """Whether a spec is one of a kind that may be the output."""
    return isinstance(layer, OutputSpec)


class Layer(ABC):
    """One step of the stack, from n_in to n_out units.

    Its parameters are attributes by their names in `LayerSpec.parameter_shapes`, and their gradients ``d_NAME``: views
    of the network's flat arrays, (lanes, *shape); what has one number a unit is (lanes, 1, units).
    """

    works_in_place = False
    """Whether forward may write over x where nobody needs that any more, and backward writes ``dx`` over ``dy``."""
    reads_x = True
    """Whether backward needs what forward was given."""
    reads_y = Reads.ALL

    def __init__(self, spec: LayerSpec, shape: Shape) -> None:
        """shape: of what goes in."""
        self.n_in = prod(shape)
        self.n_out = prod(spec.output_shape(shape))
        self._shapes = spec.parameter_shapes(shape)
        self._weights = {name: of for name, of in self._shapes.items() if name in spec.penalized}
        self._state = {name: of for name, of in self._shapes.items() if name in spec.state}
        self._unpenalized = {name: of for name, of in self._shapes.items() if name not in spec.penalized | spec.state}
        self.n_weights = _count(self._weights)
        """Parameters of one lane that L1 and L2 act on."""
        self.n_unpenalized = _count(self._unpenalized)
        """Parameters of one lane that no penalty acts on."""
        self.n_state = _count(self._state)
        """Numbers of one lane that are kept from step to step, but not learned."""
        self._n_units = spec.output_shape(shape)[-1]
        self.off: OffUnits | None = None
        """The units that hand on 0, where any lane has such: those of kinds with ``off_units``."""
        self._ones: dict[int, Array] = {}

    def scratch_rows(self, rows: int, *, training: bool) -> int:
        """Rows that the layer wants for itself, (lanes, scratch rows, n_out), in a pass over so many rows."""
        return 0

    def scratch_shape(self, lanes: int, rows: int, *, training: bool) -> Shape:
        """The same for all lanes, or another array that suits the layer better. It is zero at the start."""
        return lanes, self.scratch_rows(rows, training=training), self.n_out

    def bind_weights(self, values: Array, gradients: Array) -> None:
        """Takes its part of the flat arrays, (lanes, n_weights)."""
        self._bind(self._weights, values)
        self._bind(self._weights, gradients, "d_")

    def bind_unpenalized(self, values: Array, gradients: Array) -> None:
        """Takes its part of the flat arrays, (lanes, n_unpenalized)."""
        self._bind(self._unpenalized, values)
        self._bind(self._unpenalized, gradients, "d_")

    def bind_state(self, state: Array) -> None:
        """Takes its part of the flat array, (lanes, n_state)."""
        self._bind(self._state, state)

    def _bind(self, shapes: Mapping[str, Shape], flat: Array, prefix: str = "") -> None:
        start = 0
        for name, shape in shapes.items():
            stop = start + prod(shape)
            rows = (1,) if len(shape) == 1 else ()
            setattr(self, prefix + name, flat[:, start:stop].reshape(len(flat), *rows, *shape))
            start = stop

    def reset(self) -> None:  # noqa: B027 - most layers have none
        """Gives all lanes the starting values that need no chance."""

    def configure(self, specs: Sequence[LayerSpec], scaling: str, dtype: type[np.floating[Any]]) -> None:
        """Takes what may differ between lanes and change between steps. specs: this layer's, one a lane."""
        self.off = off_units(specs, self._n_units)

    def views_of(self, lane: int) -> dict[str, Array]:
        """One lane's parameters and state, by the names that model files use; empty for a layer without any."""
        return {name: getattr(self, name)[lane].reshape(shape) for name, shape in self._shapes.items()}

    def parameters_of(self, lane: int) -> dict[str, Array]:
        """Copies of one lane's parameters and state, by name."""
        return {name: view.copy() for name, view in self.views_of(lane).items()}

    @abstractmethod
    def forward(self, x: Array, y: Array, scratch: Array, mask: Array | None, training: bool) -> None:
        """Writes the output for x into y. ``mask`` is given in training only, to dropout only."""

    @abstractmethod
    def backward(self, x: Array, y: Array, dy: Array, dx: Array | None, scratch: Array, mask: Array | None) -> None:
        """Writes the gradients of the parameters, and that of x into ``dx`` (None: nobody needs it).

        ``dx`` is ``dy`` itself where the layer `works_in_place`. ``y`` may be spoiled. Called once for each completed
        step, after one or more calls of forward: the place to change the state.
        """

    def pass_back(self, x: Array, y: Array, dy: Array, dx: Array, scratch: Array) -> None:
        """The gradient of x in testing, behind a forward that was not in training; what lies in the gradients of the
        parameters is of no use then. ``dx`` as in `backward`."""
        self.backward(x, y, dy, dx, scratch, None)

    def _row_of_ones(self, like: Array) -> Array:
        """(1, 1, rows). Its product with an array (lanes, rows, units) sums over the rows, faster than ``sum``."""
        rows = like.shape[1]
        if rows not in self._ones:
            self._ones[rows] = np.ones((1, 1, rows), like.dtype)
        return self._ones[rows]


class WeightedLayer(Layer):
    """A layer of a `WeightedSpec`."""

    weight: Array
    """(lanes, *shape of one lane's)"""
    d_weight: Array

    @abstractmethod
    def initialize(self, lane: int, spec: LayerSpec, rng: np.random.Generator) -> None:
        """Draws the weights of one lane as its spec says."""


class MaskedLayer(Layer):
    """A layer that switches units off by masks, which the network draws for all such layers together."""

    n_masks: int
    """Random numbers of a row: one a unit, or one a channel."""

    drops = False
    """Whether it switches off any just now."""
    threshold: Array
    """(lanes or 1, 1). A unit stays where a uniform 16-bit number is at least rate * 2^16, so the same numbers with a
    larger rate drop the same units and some more."""


def _count(shapes: Mapping[str, Shape]) -> int:
    return sum(prod(shape) for shape in shapes.values())
