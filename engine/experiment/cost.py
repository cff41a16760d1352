"""What a lane costs: numbers to learn, and multiplications in a step."""

from __future__ import annotations

from math import prod

from engine.experiment.setup import Setup
from engine.nn.layers.base import WeightedSpec
from engine.nn.shapes import Rows, layer_shapes, row_shape
from engine.records import record


@record
class Cost:
    """parameters: numbers that are learned. multiplications: those with weights, in one step."""

    parameters: int
    multiplications: int


def cost_of(setup: Setup, rows: Rows, n_rows: int) -> Cost:
    """Of a lane with its settings written in (`engine.experiment.lanes.lanes.lane_setup`), on so many training rows.

    A step multiplies each weight, at each place of a picture, with each row three times: for the answers, for the
    gradient of the weight, and for what goes on back to the layer before, which the first one has none of.

    Raises:
        ShapeError: a layer cannot be where it is.
    """
    shapes = layer_shapes(setup.layers, row_shape(setup.layers, rows))
    learned, products, is_first = 0, 0, True
    for layer, before, after in zip(setup.layers, shapes[:-1], shapes[1:], strict=True):
        learned += layer.learned(before)
        if isinstance(layer, WeightedSpec):
            weights = prod(layer.parameter_shapes(before)["weight"])
            products += weights * prod(after[:-1]) * (2 if is_first else 3)
            is_first = False
    batch = n_rows if setup.sampling == "full" else setup.batch_size
    return Cost(learned, products * batch)
