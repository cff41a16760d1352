"""What no number may depend on, over experiments of every kind: a lane's neighbours, threads, and who looks when."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np
import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from threadpoolctl import threadpool_limits

import engine.train.stepping.lane_threads
from engine.data import Dataset, Table
from engine.experiment.experiment import Experiment
from engine.experiment.lanes.lanes import isolate_lane
from engine.inspectors import InspectionRequest, look_inside
from engine.nn.layers.parts.functions import ACTIVATIONS
from engine.store.model_files import load_model, save_model
from engine.store.scoring import score
from engine.train.trainer import Trainer
from tests.conftest import BY_NIGHT
from tests.engine.helpers import (
    OPTIMIZER_KINDS,
    activation,
    batch_norm,
    blobs,
    dataset_of,
    dense,
    dropout,
    lane,
    recipe,
)
from tests.fuzz.hostile import many

pytestmark = pytest.mark.nightly

ROWS = (1, 2, 17, 129, 513)
"""Also such that a batch of 128, and a part of an evaluation, ends with a single row."""
STEPS = 5

hidden = st.tuples(
    st.builds(
        dense,
        st.sampled_from([1, 2, 9, 40, 130]),
        l1=st.sampled_from([0.0, 0.0, 0.01]),
        l2=st.sampled_from([0.0, 0.01]),
        bias=st.booleans(),
        initialization=st.sampled_from(["he_uniform", "uniform", "zeros"]),
    ),
    st.none() | st.just(batch_norm(momentum=0.3)),
    st.none() | st.sampled_from(list(ACTIVATIONS)).map(activation),
    st.none() | st.sampled_from([0.1, 0.5, 0.9]).map(dropout),
)
settings_of_lane = st.fixed_dictionaries(
    {"seed": st.integers(0, 2), "learning_rate": st.sampled_from([0.01, 0.3, 5.0])},
    optional={
        "l1": st.sampled_from([0.0, 0.1]),
        "l2": st.sampled_from([0.0, 0.1, 10.0]),
        "rate": st.sampled_from([0.0, 0.3]),
        "initialization": st.sampled_from(["uniform", "orthogonal"]),
    },
)


@st.composite
def runs(draw: st.DrawFn, lanes: int = 5) -> tuple[Experiment, Dataset]:
    """An experiment with 2 to so many lanes, some of which diverge, and rows for it."""
    classes = draw(st.sampled_from([2, 3, 9, 20]))
    layers: list[Any] = [part for parts in draw(st.lists(hidden, max_size=3)) for part in parts if part is not None]
    settings = draw(st.lists(settings_of_lane, min_size=2, max_size=lanes))
    experiment = recipe(
        *layers,
        dense(classes, l2=draw(st.sampled_from([0.0, 0.01]))),
        lanes=[lane(str(index), **entry) for index, entry in enumerate(settings)],
        batch_size=draw(st.sampled_from([1, 2, 7, 128])),
        sampling=draw(st.sampled_from(["replacement", "shuffle", "full"])),
        loss=draw(st.sampled_from(["softmax_cross_entropy", "mean_squared_error"])),
        dropout_scaling=draw(st.sampled_from(["test", "train"])),
        optimizer={"kind": draw(st.sampled_from(OPTIMIZER_KINDS))},
    )
    train, test = draw(st.sampled_from(ROWS)), draw(st.sampled_from(ROWS))
    return experiment, blobs(draw(st.sampled_from([1, 4, 100])), classes, train=train, test=test)


def measured_often(trainer: Trainer) -> Trainer:
    """After some steps, measured and recorded on the way."""
    for steps in (1, 2, STEPS - 3):
        trainer.measure()
        trainer.run(steps, record=True)
    trainer.measure()
    return trainer


def numbers(trainer: Trainer, lane: int) -> dict[str, Any]:
    """All that is known of a lane, to be compared bit for bit."""
    row = trainer.groups[0].lanes.row_of(lane)
    found = {
        "parameters": trainer.lane_state(lane).tobytes(),
        "figures": trainer.history.view().values[:, :, lane].tobytes(),
        "measured": trainer.measured[:, lane].tobytes(),
        "diverged": trainer.diverged_at.get(lane),
    }
    if row is not None:
        found["optimizer"] = trainer.groups[0].optimizer.state[:, row].tobytes()
        # Plus 0, which makes 0 of -0: a lane without a penalty is given 0 times its weights, if others have one.
        found["gradient"] = (trainer.groups[0].coming_gradient()[row] + 0.0).tobytes()
        found["norms"] = trainer.layer_history().values[..., lane].tobytes()
    return found


def one_row(loss: str) -> tuple[Experiment, Dataset]:
    """Batches of one row, 20 classes, more weights than NumPy converts at a time, penalties of their own."""
    lanes = [lane("a", l1=0.1), lane("b", seed=1), lane("c", settings={"layers.0.l1": 0.0, "layers.2.l2": 0.0})]
    layers = [dense(100, l1=0.01, l2=0.1), activation(), dense(20, l1=0.01, l2=0.1)]
    return recipe(*layers, lanes=lanes, batch_size=1, loss=loss), blobs(100, 20, train=129, test=513)


@example(run=one_row("softmax_cross_entropy"))
@example(run=one_row("mean_squared_error"))
@given(run=runs())
@many(60)
def test_a_lane_among_others_is_the_lane_alone(run: tuple[Experiment, Dataset]) -> None:
    experiment, data = run
    together = measured_often(Trainer(experiment, data))
    for index in range(len(experiment.lanes)):
        single = measured_often(Trainer(isolate_lane(experiment, index), data))
        found, expected = numbers(together, index), numbers(single, 0)
        # A lane that is alone and leaves is measured no more.
        kept = len(expected["figures"])
        assert found["figures"][:kept] == expected["figures"]
        found["figures"] = expected["figures"]
        assert found == expected


def test_a_shuffled_epoch_that_ends_with_one_row() -> None:
    """129 rows in batches of 128."""
    lanes = [lane("a"), lane("b", learning_rate=0.3)]
    experiment = recipe(dense(20), lanes=lanes, batch_size=128, sampling="shuffle")
    data = blobs(4, 20, train=129)
    together, single = Trainer(experiment, data), Trainer(isolate_lane(experiment, 1), data)
    for trainer in (together, single):
        trainer.run(4)
    np.testing.assert_array_equal(together.lane_state(1), single.lane_state(0))


# --- threads ----------------------------------------------------------------------------------------------------------

LARGE = {
    "wide": recipe(dense(300), activation(), dense(300), activation("tanh"), dense(10), batch_size=128),
    "one row": recipe(dense(500), activation(), dense(500), dense(10), batch_size=1),
    "all rows": recipe(dense(300, initialization="orthogonal"), batch_norm(), dense(10), sampling="full"),
}
"""Single lanes, of which OpenBLAS shares out products on two threads, and then adds in another order."""


@pytest.mark.parametrize("name", LARGE)
def test_the_threads_of_a_product_change_no_bit_of_a_large_lane(name: str, tmp_path: Path) -> None:
    data = blobs(784, 10, train=513, test=129)
    found = []
    for threads in (1, 2, 3) if BY_NIGHT else (1, 2):
        with threadpool_limits(threads, user_api="blas"):
            trainer = Trainer(LARGE[name], data, threads=threads)
            found.append([numbers(measured_often(trainer), 0), looks(trainer, tmp_path)])
    assert all(each == found[0] for each in found)


def looks(trainer: Trainer, folder: Path) -> list[bytes]:
    """What `playground evaluate` says of the model, and what a view of the inside shows."""
    save_model(trainer, folder / "m.npz")
    data = trainer.dataset
    rows = Table("rows", data.test_x, data.test_y, data.classes, data.preparation.columns)
    signals = look_inside(trainer, InspectionRequest(frozenset({"signals"})))["signals"]
    loss = score(load_model(folder / "m.npz"), rows).data_loss
    return [array.tobytes() for array in (loss, signals.mean, signals.std)]


@given(run=runs(), threads=st.integers(2, 4), products=st.integers(1, 2))
@many(30)
def test_the_number_of_threads_changes_no_bit(run: tuple[Experiment, Dataset], threads: int, products: int) -> None:
    experiment, data = run
    one = measured_often(Trainer(experiment, data))
    with pytest.MonkeyPatch.context() as patch, threadpool_limits(products, user_api="blas"):
        patch.setattr(engine.train.stepping.lane_threads, "ENOUGH", 1)  # tiny networks are spread too
        spread = measured_often(Trainer(experiment, data, threads=threads))
    for index in range(len(experiment.lanes)):
        assert numbers(one, index) == numbers(spread, index)


# --- who looks when ---------------------------------------------------------------------------------------------------

VIEWS = ("boundary", "diagnosis", "dropout", "penalty", "predictions", "signals", "weights")


def a_row_never_drawn() -> tuple[Experiment, Dataset]:
    """Whose loss is infinite, from the start."""
    data = dataset_of([[1.0]] * 999 + [[3e38]], [0] * 1000)
    layers = [dense(100, initialization="uniform"), dense(100, initialization="uniform"), activation(), dense(2)]
    return recipe(*layers, batch_size=1, optimizer={"kind": "sgd", "learning_rate": 1e-6}), data


@example(run=a_row_never_drawn(), looks=[(3, "measure")])
@given(run=runs(), looks=st.lists(st.tuples(st.integers(0, 12), st.sampled_from(["", "measure", *VIEWS])), max_size=6))
@many(60)
def test_nothing_depends_on_who_looks_when(run: tuple[Experiment, Dataset], looks: list[tuple[int, str]]) -> None:
    """Also not the steps at which lanes diverge."""
    experiment, data = run
    straight, watched = Trainer(experiment, data), Trainer(experiment, data)
    straight.run(12)
    for step, what in sorted(looks):
        watched.run(step - watched.step if len(watched.active) else 0)
        if what == "measure":
            watched.measure()
        elif what:
            look_inside(watched, InspectionRequest(frozenset({what})))
    watched.run(12 - watched.step if len(watched.active) else 0)
    for trainer in (straight, watched):
        trainer.measure()
    assert watched.diverged_at == straight.diverged_at
    assert watched.measured.tobytes() == straight.measured.tobytes()
    for index in range(len(experiment.lanes)):
        assert watched.lane_state(index).tobytes() == straight.lane_state(index).tobytes()
    assert watched.groups[0].optimizer.state.tobytes() == straight.groups[0].optimizer.state.tobytes()
