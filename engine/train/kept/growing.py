"""A branch whose network is another than that of its lane: wider, deeper, or without a layer, on the weights that were
trained.

A layer that grows has copies of the units that it has (`engine.nn.layers.parts.copies`), and what follows shares its
weights out among them, so that the function stays. Noise can be added to the weights that lead to new ones, so they
are others from the start. A layer that is switched off hands on what comes in; and one that was off in the lane, and
comes on in the branch, begins as the identity (docs/decisions/014).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any, Final, TypeAlias

import numpy as np

from engine.arrays import Array
from engine.experiment.edits.deepening import functions_at
from engine.experiment.experiment import Experiment
from engine.experiment.lanes.groups import groups
from engine.experiment.lanes.lanes import PASSES_ON, lane_layers, lane_seed, lane_setup
from engine.fields import field_infos
from engine.nn.evaluation import CHUNK, outputs
from engine.nn.layers.base import LayerSpec, Shape, WeightedSpec, has_weights, may_be_output
from engine.nn.layers.parts.copies import Copies, GrowthError
from engine.nn.layers.parts.products import on_one_thread
from engine.nn.network import Network
from engine.nn.rng import Purpose, generator
from engine.nn.shapes import Rows, layer_shapes, parameter_shapes, row_shape
from engine.train.kept.branching import NO_LOOKS, Start
from engine.train.kept.run_state import read_only
from engine.train.trainer import Trainer

Parameters: TypeAlias = Sequence[Mapping[str, Array]]
"""An entry a layer, as `engine.nn.layers.base.Layer.parameters_of` gives it."""

NOISES: Final = (0.0, 0.001, 0.01, 0.1)
"""What is offered: the standard deviation, as a share of the root mean square of the layer's weights."""
USUAL_NOISE: Final = 0.01


def check_change(old: Sequence[LayerSpec], new: Sequence[LayerSpec], rows: Rows) -> None:
    """Raises GrowthError where a network of one stack cannot go on as one of the other."""
    if _output(old) != _output(new):
        raise GrowthError("The output layer says what comes out, so it stays.")
    _check_keeps(old, new)
    shapes = parameter_shapes(old, row_shape(old, rows))
    nothing = [{name: np.broadcast_to(np.float32(0), shape) for name, shape in each.items()} for each in shapes]
    carried(nothing, old, new, rows, _drawn(old, new, rows, seed=0, step=0))


def _begun(old: Sequence[LayerSpec], new: Sequence[LayerSpec]) -> list[int]:
    """The layers with weights that come on, and begin as the identity."""
    pairs = enumerate(zip(old, new, strict=True))
    return [index for index, (before, after) in pairs if before == PASSES_ON and has_weights(after)]


def _check_keeps(old: Sequence[LayerSpec], new: Sequence[LayerSpec]) -> None:
    """Raises GrowthError where the nonlinearity of a layer that comes on would make something else of what comes in."""
    for index in _begun(old, new):
        function = new[index + 1].nonlinearity if index + 1 < len(new) and old[index + 1] == PASSES_ON else None
        if function is not None and new[index + 1].called not in functions_at(new, index):
            raise GrowthError(
                "{function} would make something else of what comes out before it: the lane would no longer say the "
                "same. A layer without a nonlinearity can be there.",
                function=function.title,
            )


def _output(layers: Sequence[LayerSpec]) -> int:
    return max(index for index, layer in enumerate(layers) if may_be_output(layer))


def carried(
    parameters: Parameters, old: Sequence[LayerSpec], new: Sequence[LayerSpec], rows: Rows, copies: Mapping[int, Copies]
) -> list[dict[str, Array]]:
    """The parameters of the old stack for the new one, which has other layers in some places. copies: of what grows.

    Raises:
        GrowthError: they do not fit.
    """
    found, layers, shape = [dict(each) for each in parameters], list(old), row_shape(old, rows)
    for index, of in copies.items():
        _widen(found, layers, index, of, shape)
        layers[index] = new[index]
    shape = row_shape(new, rows)
    shapes, wanted = layer_shapes(new, shape), parameter_shapes(new, shape)
    for index, (before, after, needs) in enumerate(zip(layers, new, wanted, strict=True)):
        if before == PASSES_ON and has_weights(after):
            found[index] = after.identity(shapes[index])
        elif before.kind != after.kind:
            found[index] = {}
        if {name: values.shape for name, values in found[index].items()} != needs:
            raise _misfit(layers, new, index)
    return found


def _widen(parameters: list[dict[str, Array]], layers: list[LayerSpec], index: int, of: Copies, shape: Shape) -> None:
    grown = layers[index]
    assert isinstance(grown, WeightedSpec)
    shapes = layer_shapes(layers, shape)
    parameters[index] = grown.widened(parameters[index], of)
    copies: Copies | None = of
    for place in range(index + 1, len(layers)):
        if copies is None:
            return
        parameters[place], copies = layers[place].fed_copies(parameters[place], copies, shapes[place])
    if copies is not None:
        raise GrowthError("The output layer has a unit for each class, and so cannot grow.")


def _misfit(old: Sequence[LayerSpec], new: Sequence[LayerSpec], index: int) -> GrowthError:
    """Which of the layers that are others is the reason that the one at ``index`` does not fit."""
    others = [place for place, (before, after) in enumerate(zip(old, new, strict=True)) if before.kind != after.kind]
    return GrowthError(
        "Layer {layer} makes another number of values of what comes in, so that layer {next}, behind it, has no "
        "weights for what it would see.",
        layer=max((place for place in others if place < index), default=index) + 1,
        next=index + 1,
    )


def _drawn(old: Sequence[LayerSpec], new: Sequence[LayerSpec], rows: Rows, seed: int, step: int) -> dict[int, Copies]:
    """Of each layer that has more units. Raises GrowthError where one has fewer."""
    found = {}
    for index, (before, after) in enumerate(zip(old, new, strict=True)):
        if before.kind != after.kind or not before.width:
            continue
        units, wanted = getattr(before, before.width), getattr(after, after.width)
        if wanted < units:
            raise GrowthError("A layer can only grow here: {units} units are there already.", units=units)
        if wanted > units:
            rng = generator(seed, Purpose.COPIES, index, step)
            found[index] = Copies.drawn(units, wanted, rng, _off(old, index, rows))
    return found


def _off(layers: Sequence[LayerSpec], index: int, rows: Rows) -> frozenset[int]:
    """The units that say nothing in this lane, as the layer has it or those behind it that take each by itself.

    Raises:
        GrowthError: behind one that lays maps out in a row, others would be off once there are more maps.
    """
    behind = (place for place in range(index + 1, len(layers)) if has_weights(layers[place]))
    shapes, found = layer_shapes(layers, row_shape(layers, rows)), set[int]()
    for place in range(index, next(behind, len(layers))):
        off = getattr(layers[place], "off_units", ())
        if off and shapes[place + 1][-1] != shapes[index + 1][-1]:
            raise GrowthError("Units are off behind it that are counted over all maps: switch them on first.")
        found |= set(off)
    return frozenset(found)


def as_another_network(start: Start, trainer: Trainer, new: Experiment, noise: float = USUAL_NOISE) -> Start:
    """Where the last lane of ``new`` starts, which has another network than the lane that it comes from.

    What its optimizer remembers of the old weights it remembers still, and of a copy what it does of the original;
    where it joins lanes whose optimizer counts otherwise, it starts afresh. Without a layer it is another function, so
    the best that the lane has seen is none of its own.
    """
    change = _Change(start, trainer, new, noise)
    if not change.is_any:
        return start
    state = change.state(start.state)
    keeps = start.memory is not None and _keeps_count(trainer, start.lane, new)
    changed = replace(
        start,
        state=state,
        memory=change.memory(start.memory) if keeps and start.memory is not None else None,
        best_state=None if start.best_state is None else change.state(start.best_state),
        moved=change.moved(start.state, state),
    )
    if change.only_grows:
        return changed
    plateau = np.append(start.plateau[0], NO_LOOKS)
    return replace(changed, plateau=plateau, best_looks=NO_LOOKS, lowest=NO_LOOKS[:2], best_state=None)


def moved(old: Network, new: Network, rows: Array) -> float:
    """By how much the outputs for training rows are others: the root mean square of the difference over the standard
    deviation of the outputs."""
    with np.errstate(all="ignore"), on_one_thread():
        before, after = (outputs(network, rows[:CHUNK]).astype(np.float64) for network in (old, new))
        return float(np.sqrt(np.mean(np.square(after - before))) / before.std())


def _keeps_count(trainer: Trainer, lane: int, new: Experiment) -> bool:
    """Whether the optimizer of the group that the new lane is to be in has made as many steps as that of the lane."""
    last = len(new.lanes) - 1
    place = next(place for place, group in enumerate(groups(new)) if last in group.lanes)
    if place >= len(trainer.groups):
        return True
    old, other = trainer.of(lane)[0].optimizer, trainer.groups[place].optimizer
    return (old.t, old.memory) == (other.t, other.memory)


def _but_for_width(layer: LayerSpec) -> dict[str, Any]:
    """What makes it what it is, besides its numbers and how many units it has."""
    return {
        name: getattr(layer, name)
        for name, info in field_infos(type(layer)).items()
        if not info.live and name != layer.width
    }


class _Change:
    """From the network of a lane to that of a branch of it."""

    def __init__(self, start: Start, trainer: Trainer, new: Experiment, noise: float) -> None:
        self._group, self._own = trainer.of(start.lane)
        self._setup, last = lane_setup(trainer.experiment, start.lane), len(new.lanes) - 1
        self._old, self._new = self._setup.layers, lane_layers(new, last)
        self._scaling = lane_setup(new, last).dropout_scaling
        self._seed, self._step, self._noise = lane_seed(trainer.experiment, start.lane), start.step, noise
        self._copies = _drawn(self._old, self._new, self._group.dataset, self._seed, self._step)
        self._begun = _begun(self._old, self._new)
        come = {*self._begun, *(index + 1 for index in self._begun if self._old[index + 1] == PASSES_ON)}
        pairs = enumerate(zip(self._old, self._new, strict=True))
        self.only_grows = all(place in come or _but_for_width(a) == _but_for_width(b) for place, (a, b) in pairs)

    @property
    def is_any(self) -> bool:
        return bool(self._copies or self._begun) or not self.only_grows

    def _network(self, layers: Sequence[LayerSpec]) -> Network:
        network = self._group.network
        return Network(layers, row_shape(layers, self._group.dataset), 1, network.dtype)

    def state(self, state: Array) -> Array:
        """(n,) -> (n of the new network,): see `Network.lane_state`."""
        old, new = self._network(self._old), self._network(self._new)
        old.set_lane_state(0, state)
        found = carried(
            [layer.parameters_of(0) for layer in old.layers], self._old, self._new, self._group.dataset, self._copies
        )
        for index, of in self._copies.items():
            self._add_noise(found[index]["weight"], of.n_old, index)
        for index in self._begun:
            self._add_noise(found[index]["weight"], 0, index)
        new.set_lane(0, found)
        return read_only(new.lane_state(0))

    def _add_noise(self, weight: Array, first: int, index: int) -> None:
        """To what leads to the new units, from ``first`` on: the others stay as they are. weight: (..., units)"""
        rng = generator(self._seed, Purpose.NOISE, index, self._step)
        usual = weight[..., : first or None]
        size = self._noise * float(np.sqrt(np.mean(np.square(usual, dtype=np.float64))))
        drawn = rng.standard_normal((weight.shape[-1] - first, *weight.shape[:-1]))
        weight[..., first:] += np.moveaxis(size * drawn, 0, -1).astype(weight.dtype)

    def memory(self, memory: Array) -> Array:
        """(slots, parameters) -> (slots, parameters of the new network)"""
        old, new = self._network(self._old), self._network(self._new)
        copies = {index: of.whole() for index, of in self._copies.items()}
        found = np.zeros((len(memory), new.parameters.shape[1]), memory.dtype)
        for slot, values in enumerate(memory):
            old.parameters[0] = values
            kept = [layer.parameters_of(0) for layer in old.layers]
            there = carried(kept, self._old, self._new, self._group.dataset, copies)
            for index in self._begun:  # of which there is nothing to remember yet
                there[index] = {name: np.zeros_like(array) for name, array in there[index].items()}
            new.set_lane(0, there)
            found[slot] = new.parameters[0]
        return read_only(found)

    def moved(self, old: Array, new: Array) -> float:
        return moved(self._loaded(self._old, old), self._loaded(self._new, new), self._group.rows.train_x)

    def _loaded(self, layers: Sequence[LayerSpec], state: Array) -> Network:
        network = self._network(layers)
        network.set_lane_state(0, state)
        network.configure([list(layers)], self._scaling)
        return network
