"""Lanes of anything: a lane in any group equals the lane alone, bit for bit."""

from __future__ import annotations

from typing import Any

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from engine.data import load
from engine.experiment.experiment import Experiment, parse
from engine.experiment.lanes.lanes import isolate_lane
from engine.train.trainer import Trainer
from tests.engine.helpers import activation, batch_norm, dense, dropout, recipe

STACK = (dense(8), batch_norm(), activation("relu"), dropout(0.2), dense(6), activation("relu"), dense(2))
DATA = {"source": "circle", "train": 60, "validation": 20, "test": 30, "noise": 0.1}


def experiment(*lanes: dict[str, Any], **fields: Any) -> Experiment:
    named = [{"name": f"lane {place}", "set": settings} for place, settings in enumerate(lanes)]
    return parse({**recipe(*STACK, batch_size=10, **fields).to_dict(), "data": DATA, "lanes": named})


def trained(e: Experiment, steps: int = 24) -> Trainer:
    trainer = Trainer(e, load(e.data))
    trainer.measure()
    trainer.run(steps // 2, record=True)
    trainer.measure()
    trainer.run(steps - steps // 2, record=True)
    trainer.measure()
    return trainer


def assert_lanes_are_alone(e: Experiment, steps: int = 24) -> None:
    together = trained(e, steps)
    history, layers = together.history.view(), together.layer_history()
    for place in range(len(e.lanes)):
        alone = trained(isolate_lane(e, place), steps)
        assert together.lane_state(place).tobytes() == alone.lane_state(0).tobytes(), e.lanes[place].set
        own = alone.history.view()
        np.testing.assert_array_equal(history.values[:, : own.values.shape[1], place], own.values[:, :, 0])
        assert (
            repr(together.snapshot().lanes[place]).split("seed=")[1]
            == repr(alone.snapshot().lanes[0]).split("seed=")[1]
        )
        mine = layers.values[:, :, :, place]
        recorded = mine[:, :, np.isfinite(mine).all(axis=(0, 1))]
        if not alone.diverged_at:
            np.testing.assert_array_equal(recorded, alone.layer_history().values[..., 0])


CHOICES: dict[str, st.SearchStrategy[Any]] = {
    "optimizer.kind": st.sampled_from(["sgd", "momentum", "adam", "nadam", "rmsprop"]),
    "optimizer.learning_rate": st.sampled_from([0.01, 0.1]),
    "optimizer.beta1": st.sampled_from([0.5, 0.9]),
    "schedule.kind": st.sampled_from(["constant", "cosine", "plateau"]),
    "schedule.warm_up": st.sampled_from([0, 5]),
    "early_stopping.on": st.booleans(),
    "early_stopping.every": st.sampled_from([3, 5]),
    "early_stopping.patience": st.sampled_from([1, 2]),
    "batch_size": st.sampled_from([4, 10, 200]),
    "sampling": st.sampled_from(["replacement", "shuffle", "full"]),
    "loss": st.sampled_from(["softmax_cross_entropy", "mean_squared_error"]),
    "dropout_scaling": st.sampled_from(["test", "train"]),
    "seed": st.integers(0, 2),
    "layers.*.function": st.sampled_from(["tanh", "relu", "gelu"]),
    "layers.5.function": st.sampled_from(["sigmoid", "elu"]),
    "layers.*.units": st.sampled_from([3, 8]),
    "layers.4.units": st.sampled_from([2, 7]),
    "layers.*.l2": st.sampled_from([0.0, 0.01]),
    "layers.3.rate": st.sampled_from([0.0, 0.5]),
    "layers.*.bias": st.booleans(),
    "layers.0.on": st.booleans(),
    "layers.1.on": st.booleans(),
    "layers.3.on": st.booleans(),
    "layers.4.on": st.booleans(),
    "layers.1.momentum": st.sampled_from([0.1, 0.5]),
    "data.train_on": st.sampled_from([7, 30, 60]),
    "data.label_noise": st.sampled_from([0.0, 0.2, 0.5]),
    "data.scaling": st.sampled_from(["max", "standard", "none"]),
    "data.inputs": st.sampled_from([("x1", "x2", "x1^2"), ("x1*x2",)]),
}
SETTINGS = st.lists(
    st.dictionaries(st.sampled_from(sorted(CHOICES)), st.none(), max_size=4).flatmap(
        lambda names: st.fixed_dictionaries({name: CHOICES[name] for name in names})
    ),
    min_size=2,
    max_size=4,
)


@given(lanes=SETTINGS)
@settings(max_examples=25, deadline=None)
def test_a_lane_in_any_group_is_the_lane_alone(lanes: list[dict[str, Any]]) -> None:
    assert_lanes_are_alone(experiment(*lanes))
