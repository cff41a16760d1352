"""The network: layers composed over one flat array of parameters, for all lanes at once.

Flat order: the weights of every layer, then the parameters that no penalty acts on (biases, and what batch
normalization learns). So the penalty acts on one leading slice and an optimizer is a few whole-array calls. Layers
hold views.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise
from math import prod
from typing import Any

import numpy as np
from numpy.typing import NDArray

from engine.arrays import Array
from engine.nn.layers.base import Layer, LayerSpec, MaskedLayer, Shape, WeightedLayer, has_weights
from engine.nn.layers.parts.products import on_one_thread
from engine.nn.penalty import Penalty
from engine.nn.rng import Purpose, generator
from engine.nn.shapes import layer_shapes
from engine.nn.workspace import Workspace


class Network:
    """parameters and gradients: (lanes, n); state, what is kept but not learned: (lanes, n_state).

    ``layers`` hold views of all three.
    """

    def __init__(
        self, specs: Sequence[LayerSpec], shape: Shape, n_lanes: int, dtype: type[np.floating[Any]] = np.float32
    ) -> None:
        """shape: of a row, see `engine.nn.shapes.row_shape`. Raises ShapeError where a layer does not fit."""
        self.specs = specs
        self.shape = shape
        self.n_lanes = n_lanes
        self.dtype = dtype
        shapes = layer_shapes(specs, shape)
        self.layers: list[Layer] = [spec.make(shape) for spec, shape in zip(specs, shapes, strict=False)]
        self.n_weights = sum(layer.n_weights for layer in self.layers)
        n_parameters = self.n_weights + sum(layer.n_unpenalized for layer in self.layers)
        self.first_learned = next(i for i, layer in enumerate(self.layers) if layer.n_weights or layer.n_unpenalized)
        """Index of the first layer with parameters: no gradient is needed in front of it."""
        self.masked_layers = [layer for layer in self.layers if isinstance(layer, MaskedLayer)]
        self.weighted_layers = [layer for layer in self.layers if isinstance(layer, WeightedLayer)]
        """The layers that have weights, first to last."""
        ends = np.cumsum([0, *(layer.n_weights for layer in self.weighted_layers)]).tolist()
        self.weight_slices = [slice(start, stop) for start, stop in pairwise(ends)]
        """Where the weights of each such layer stand in the flat arrays."""
        self.mask_units = 0
        """Random 16-bit numbers that one row needs for all its dropout masks; none where nothing drops."""
        self.penalty = Penalty([], np.zeros((0, n_lanes)), np.zeros((0, n_lanes)), dtype)
        n_state = sum(layer.n_state for layer in self.layers)
        parameters = np.zeros((n_lanes, n_parameters), dtype)
        self._bind(parameters, np.zeros_like(parameters), np.zeros((n_lanes, n_state), dtype))

    @property
    def n_features(self) -> int:
        return prod(self.shape)

    def _bind(self, parameters: Array, gradients: Array, state: Array) -> None:
        """Takes these arrays as its own and lets the layers look at them."""
        self.parameters = parameters
        self.gradients = gradients
        self.state = state
        self._scratch = np.empty((self.n_lanes, self.n_weights), self.dtype)
        self._workspaces: dict[tuple[int, bool], Workspace] = {}
        weight, unpenalized, kept = 0, self.n_weights, 0
        for layer in self.layers:
            here = slice(weight, weight := weight + layer.n_weights)
            layer.bind_weights(parameters[:, here], self.gradients[:, here])
            here = slice(unpenalized, unpenalized := unpenalized + layer.n_unpenalized)
            layer.bind_unpenalized(parameters[:, here], self.gradients[:, here])
            here = slice(kept, kept := kept + layer.n_state)
            layer.bind_state(state[:, here])

    @property
    def parameter_slices(self) -> list[tuple[slice, slice]]:
        """Where each layer's parameters stand in the flat arrays: its weights, and those that no penalty acts on."""
        weights = np.cumsum([0, *(layer.n_weights for layer in self.layers)])
        others = self.n_weights + np.cumsum([0, *(layer.n_unpenalized for layer in self.layers)])
        pairs = zip(pairwise(weights.tolist()), pairwise(others.tolist()), strict=True)
        return [(slice(*of), slice(*rest)) for of, rest in pairs]

    def initialize(self, stacks: Sequence[Sequence[LayerSpec]], seeds: Sequence[int]) -> None:
        """Draws the starting weights of every lane from its stack's initializations and its seed.

        Biases and shifts start at 0, scales at 1.
        """
        for layer in self.layers:
            layer.reset()
        with on_one_thread():  # orthogonal weights come from products
            for lane, (stack, seed) in enumerate(zip(stacks, seeds, strict=True)):
                for index, (spec, layer) in enumerate(zip(stack, self.layers, strict=True)):
                    if isinstance(layer, WeightedLayer) and has_weights(spec):
                        layer.initialize(lane, spec, generator(seed, Purpose.WEIGHTS, spec.drawn_as(index)))

    def configure(self, stacks: Sequence[Sequence[LayerSpec]], dropout_scaling: str) -> None:
        """Takes every lane's dropout rates and penalties; may be called between any two steps."""
        for index, layer in enumerate(self.layers):
            layer.configure([stack[index] for stack in stacks], dropout_scaling, self.dtype)
        # Layers that drop nothing just now have their share too: else one layer's rate, or another lane's, would move
        # everybody's numbers.
        self._thresholds: dict[int, Array] = {}
        any_drops = any(layer.drops for layer in self.masked_layers)
        self.mask_units = sum(layer.n_masks for layer in self.masked_layers) if any_drops else 0
        weighted = [index for index, layer in enumerate(self.layers) if isinstance(layer, WeightedLayer)]
        sizes = [self.layers[index].n_weights for index in weighted]
        specs_of = [[s for stack in stacks if has_weights(s := stack[index])] for index in weighted]
        l1 = np.array([[spec.l1 for spec in specs] for specs in specs_of])
        l2 = np.array([[spec.l2 for spec in specs] for specs in specs_of])
        self.penalty = Penalty(sizes, l1, l2, self.dtype)

    def workspace(self, rows: int, *, training: bool) -> Workspace:
        """The workspace for so many rows, kept for the next time."""
        key = (rows, training)
        if key not in self._workspaces:
            first_learned = self.first_learned if training else None
            self._workspaces[key] = Workspace(
                self.layers, rows, lanes=self.n_lanes, dtype=self.dtype, first_learned=first_learned
            )
        return self._workspaces[key]

    def forget_workspaces(self) -> None:
        """Frees the workspaces, say because the batch size changed."""
        self._workspaces.clear()

    def draw_masks(self, raw: Array, work: Workspace) -> None:
        """raw: (lanes or 1, rows * mask_units or more) uint16, uniform. One comparison makes all masks."""
        if not self.mask_units:
            if work.drops:
                work.all_masks.fill(1)
                work.drops = False
            return
        if work.rows not in self._thresholds:
            lanes = max(len(layer.threshold) for layer in self.masked_layers)
            self._thresholds[work.rows] = np.concatenate(
                [np.broadcast_to(layer.threshold, (lanes, work.rows * layer.n_masks)) for layer in self.masked_layers],
                axis=1,
            )
        np.greater_equal(raw[:, : work.kept.shape[1]], self._thresholds[work.rows], out=work.kept)
        np.copyto(work.all_masks, work.kept)  # faster in two passes than in one
        work.drops = True

    def forward(self, work: Workspace) -> Array:
        """From work.values[0] to the outputs, (lanes, rows, classes).

        In a workspace for training dropout acts, and batch normalization uses the statistics of these rows.
        """
        values = work.values
        for index, layer in enumerate(self.layers):
            layer.forward(values[index], values[index + 1], work.scratch[index], work.masks[index], work.training)
        return values[-1]

    def walk(self, work: Workspace) -> Iterator[tuple[int, Array]]:
        """Goes forward as `forward` does, and hands out (index, output) behind each layer, before the next one may
        write over it."""
        for index, layer in enumerate(self.layers):
            layer.forward(
                work.values[index], work.values[index + 1], work.scratch[index], work.masks[index], work.training
            )
            yield index, work.values[index + 1]

    def walk_back(self, work: Workspace) -> Iterator[tuple[int, Array]]:
        """Goes back as `backward` does, without the penalty, and hands out (index, gradient of the loss with respect to
        its output) before each layer, which may write over it."""
        for index in range(len(self.layers) - 1, self.first_learned - 1, -1):
            delta = work.deltas[index + 1]
            assert delta is not None
            yield index, delta
            self.layers[index].backward(
                work.values[index],
                work.values[index + 1],
                delta,
                work.deltas[index],
                work.scratch[index],
                work.back_masks[index],
            )

    def add_penalty(self) -> None:
        """Adds the penalty's gradient to that of the data loss."""
        n = self.n_weights
        self.penalty.add_gradient(self.parameters[:, :n], self.gradients[:, :n], self._scratch)

    def backward(self, work: Workspace) -> None:
        """From work.output_delta to the gradients of all parameters, the penalty's included.

        Once for each completed step: what layers keep of a batch, such as running means, changes here.
        """
        values, deltas = work.values, work.deltas
        for index in range(len(self.layers) - 1, self.first_learned - 1, -1):
            delta = deltas[index + 1]
            assert delta is not None
            self.layers[index].backward(
                values[index], values[index + 1], delta, deltas[index], work.scratch[index], work.back_masks[index]
            )
        self.add_penalty()

    def penalties(self) -> NDArray[np.float64]:
        """The penalty of each lane, (lanes,)."""
        return self.penalty.value(self.parameters[:, : self.n_weights])

    def set_lane(self, lane: int, parameters: Sequence[Mapping[str, Array]]) -> None:
        """Gives one lane these parameters, an entry a layer, as ``Layer.parameters_of`` gives them."""
        for layer, entry in zip(self.layers, parameters, strict=True):
            for name, view in layer.views_of(lane).items():
                view[:] = entry[name]

    def lane_state(self, lane: int) -> Array:
        """A copy of all that training has changed in one lane, parameters and state in one row: (n,)."""
        return np.concatenate([self.parameters[lane], self.state[lane]])

    def set_lane_state(self, lane: int, state: Array) -> None:
        """Gives one lane what `lane_state` gave, of this or another network of the same stack."""
        n_parameters = self.parameters.shape[1]
        self.parameters[lane] = state[:n_parameters]
        self.state[lane] = state[n_parameters:]

    def keep(self, lanes: Array) -> None:
        """Drops all lanes but these indices. Call `configure` for the lanes that stay."""
        self.n_lanes = len(lanes)
        self._bind(self.parameters[lanes], self.gradients[lanes], self.state[lanes])

    def part(self, lanes: slice) -> Network:
        """A network of these neighbours alone, which changes the same arrays. Call `configure` for them."""
        part = Network(self.specs, self.shape, len(self.parameters[lanes]), self.dtype)
        part._bind(self.parameters[lanes], self.gradients[lanes], self.state[lanes])
        return part
