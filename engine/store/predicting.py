"""What a saved model says of rows that nobody has labelled."""

from __future__ import annotations

import numpy as np

from engine.arrays import Array
from engine.data import Table
from engine.data.preprocessing.targets import in_unit_of_label
from engine.nn.evaluation import CHUNK, outputs
from engine.nn.layers.parts.products import on_one_thread
from engine.nn.losses import LOSSES
from engine.store.model_files import Model
from engine.store.scoring import make_network, table_columns


def predict(model: Model, table: Table, lane: int) -> Array:
    """What a lane says of each row of a table, whose columns may stand in another order.

    (rows, classes), how likely each class is; or (rows,), float64 numbers in the unit of the label, which may be far
    larger than what sets rows apart. NaN where the lane has
    diverged in training.

    Raises:
        PlaygroundError: features are missing that the model was trained on, or an input has no value for a row.
    """
    raw = table.features[:, table_columns(model, table)]
    model, lane = model.of(lane)
    model.preparation.check(raw)
    network, loss = make_network(model), LOSSES[model.experiment.loss]
    parts = []
    with np.errstate(all="ignore"), on_one_thread():  # a lane that diverged overflows
        for start in range(0, len(raw), CHUNK):
            out = outputs(network, model.preparation.apply(raw[start : start + CHUNK]))[lane : lane + 1]
            if model.task == "classes":
                parts.append(loss.probabilities(out)[0])
            else:
                parts.append(in_unit_of_label(out, model.target_offset, model.target_scale, np.float64)[0, :, 0])
    return np.concatenate(parts)
