"""The coming step of one lane, taken apart: all that it works out on its way, from the batch to the new parameters."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from engine.arrays import Array
from engine.records import record

if TYPE_CHECKING:
    from engine.train.stepping.stepper import Stepper


@record(eq=False)
class StepParts:
    """Of a batch of so many rows.

    x: (rows, n_features), what goes in; outputs: what comes out of each layer, (rows, units), masks included; targets:
    (rows, outputs). deltas: the gradient of the loss with respect to the same, (rows, units), None where a step needs
    none. data_gradient: (n,), of the data loss by each parameter; gradient: with the penalty's. before, after: (n,),
    the parameters now and behind the step. rate: the learning rate of this step. memory: (slots, n), what the optimizer
    remembers now, and memory_after behind the step; updates: how many it will have made then.
    """

    x: Array
    outputs: tuple[Array, ...]
    targets: Array
    deltas: tuple[Array | None, ...]
    data_gradient: Array
    gradient: Array
    before: Array
    after: Array
    rate: float
    memory: Array
    memory_after: Array
    updates: int


def take_apart(stepper: Stepper, row: int) -> StepParts:
    """Of the lane in this row of the network. No step is made, and nothing is left that a step would notice."""
    network, optimizer, rates = stepper.network, stepper.optimizer.twin(), stepper.coming_rates()
    kept = network.state.copy()
    with np.errstate(all="ignore"):
        work, targets = stepper.gather()
        x = _of_lane(work.values[0], row)
        outputs = tuple([output[row].copy() for _, output in network.walk(work)])
        stepper.loss.gradient(work.outputs, targets, work.output_delta)
        deltas: list[Array | None] = [None] * len(outputs)
        for index, delta in network.walk_back(work):
            deltas[index] = delta[row].copy()
        data_gradient = network.gradients[row].copy()
        network.add_penalty()
        gradient = network.gradients[row].copy()
        after, before_update = network.parameters.copy(), optimizer.state[:, row].copy()
        stepper.update(optimizer, after, network.gradients.copy(), rates)
    network.state[:] = kept
    return StepParts(
        x=x,
        outputs=outputs,
        targets=_of_lane(targets, row),
        deltas=tuple(deltas),
        data_gradient=data_gradient,
        gradient=gradient,
        before=network.parameters[row].copy(),
        after=after[row],
        rate=float(rates[row, 0]),
        memory=before_update,
        memory_after=optimizer.state[:, row],
        updates=optimizer.t,
    )


def _of_lane(values: Array, row: int) -> Array:
    """(lanes or 1, ...) -> (...)"""
    found: Array = values[row if len(values) > 1 else 0].copy()
    return found
