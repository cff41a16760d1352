"""A frozen layer stays as it is to the last bit, whatever pulls at it, and nobody beside it feels that."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest

from engine.experiment.edits.field_edits import edited
from engine.experiment.edits.live_edits import needs_restart
from engine.experiment.experiment import Experiment
from engine.experiment.lanes.lane_edits import branch_lane, edit_lane
from engine.inspectors.request import InspectionRequest
from engine.inspectors.signals import signals
from engine.nn.layers.registry import LAYERS
from engine.train.kept.branching import start_now, with_lane
from engine.train.kept.run_state import capture, restore, trainer_of
from engine.train.trainer import Trainer
from tests.engine.helpers import (
    KINDS_OF_MEMORY,
    activation,
    batch_norm,
    blobs,
    dense,
    dropout,
    lane,
    lane_bytes,
    pictures,
    recipe,
    trained,
)
from tests.engine.nn.test_gradients import assert_gradients_agree

STEPS = 25
FREEZE = {f"layers.{index}.frozen": True for index in (0, 1)}


def net(kind: str = "momentum", lanes: list[dict[str, Any]] | None = None, **fields: Any) -> Experiment:
    layers = [dense(6, l1=0.001, l2=0.05), batch_norm(), activation(), dropout(0.2), dense(5, l2=0.05)]
    numbers = {"weight_decay": 0.1} if kind == "adamw" else {}
    return recipe(
        *layers,
        *(activation("tanh"), dense(3, l2=0.05)),
        optimizer={"kind": kind, "learning_rate": 0.02, **numbers},
        batch_size=8,
        lanes=lanes or [lane("all"), lane("frozen", settings=FREEZE)],
        **fields,
    )


def parts_of(trainer: Trainer, lane: int, *layers: int) -> list[bytes]:
    parameters = trainer.lane_parameters(lane)
    return [array.tobytes() for layer in layers for array in parameters[layer].values()]


@pytest.mark.parametrize("kind", KINDS_OF_MEMORY)
def test_a_frozen_layer_stays_bit_for_bit_while_the_others_train(kind: str) -> None:
    """Frozen after some steps, when the optimizer remembers a momentum, with penalties and decay that pull."""
    trainer = trained(net(kind, [lane("all"), lane("own", l2=0.1)]), blobs(), 20)
    (group,) = trainer.groups
    frozen = edit_lane(edit_lane(trainer.experiment, 1, "layers.0.frozen", True), 1, "layers.1.frozen", True)
    assert not needs_restart(trainer.experiment, frozen)
    trainer.apply(frozen)
    before, others, memory = parts_of(trainer, 1, 0, 1), parts_of(trainer, 1, 4, 6), group.optimizer.state.copy()
    twin = parts_of(trainer, 0, 0, 1)
    trainer.run(STEPS, record=True)
    assert parts_of(trainer, 1, 0, 1) == before, "parameters and running statistics"
    here = group.network.parameter_slices[0][0]
    assert np.array_equal(group.optimizer.state[:, 1, here], memory[:, 1, here]), "and what is remembered of them"
    assert not set(parts_of(trainer, 1, 4, 6)) & set(others), "the others have learned"
    assert not set(parts_of(trainer, 0, 0, 1)) & set(twin), "and so has the lane beside it"
    assert trainer.layer_history().figure("update")[-1, :, 1].tolist()[0] == 0

    trainer.apply(edit_lane(edit_lane(frozen, 1, "layers.0.frozen", False), 1, "layers.1.frozen", False))
    trainer.run(1)
    assert not set(parts_of(trainer, 1, 0, 1)) & set(before), "it learns on"


@pytest.mark.parametrize("kind", KINDS_OF_MEMORY)
def test_lanes_with_and_without_frozen_layers_equal_those_lanes_alone(kind: str) -> None:
    lanes = [
        lane("all"),
        lane("frozen", settings=FREEZE),
        lane("norm", settings={"layers.1.frozen": True}, seed=3),
        lane("every", frozen=True, l2=0.2),
        lane("other", rate=0.5),
    ]
    together = trained(net(kind, lanes), blobs(), STEPS)
    for index, alone in enumerate(lanes):
        assert lane_bytes(trained(net(kind, [alone]), blobs(), STEPS), 0) == lane_bytes(together, index)
    assert lane_bytes(Trainer(net(kind, lanes), blobs()), 3) == lane_bytes(together, 3), "nothing of it has moved"


def test_threads_change_nothing() -> None:
    lanes = [lane(str(n), settings=FREEZE if n % 2 else {}) for n in range(4)]
    one, several = (Trainer(net("adam", lanes), blobs(), threads=threads) for threads in (1, 4))
    for trainer in (one, several):
        trainer.run(30)
    assert [lane_bytes(one, n) for n in range(4)] == [lane_bytes(several, n) for n in range(4)]


def test_without_anything_frozen_nothing_is_asked() -> None:
    assert Trainer(net(lanes=[lane("all")]), blobs()).groups[0]._lane_threads.whole._frozen is None


@pytest.mark.parametrize("kind", [kind for kind, spec in LAYERS.items() if "frozen" in spec.model_fields])
def test_every_kind_with_parameters_can_be_frozen_at_any_place(kind: str) -> None:
    layer = {"kind": kind, "frozen": True} | {"dense": {"units": 5}, "conv2d": {"filters": 3, "kernel": 2}}.get(
        kind, {}
    )
    layers = [layer, activation("tanh"), dense(4), batch_norm(), *([] if kind == "conv2d" else [layer]), dense(3)]
    trainer = Trainer(recipe(*layers, batch_size=8, optimizer={"kind": "adam"}), pictures())
    before, others = parts_of(trainer, 0, 0), parts_of(trainer, 0, 2, 3)
    trainer.run(30)
    assert parts_of(trainer, 0, 0) == before
    assert not set(parts_of(trainer, 0, 2, 3)) & set(others)


def test_all_kinds_with_parameters_can_be_frozen() -> None:
    has_parameters = {kind for kind, spec in LAYERS.items() if spec().parameter_shapes((4, 4, 1))}
    assert has_parameters == {kind for kind, spec in LAYERS.items() if "frozen" in spec.model_fields}


def test_a_frozen_batch_norm_does_in_training_what_it_does_in_testing() -> None:
    """With full batches and no dropout, the loss of a step is the measured one."""
    layers = [dense(5), batch_norm(), activation("tanh"), dense(3)]
    trainer = trained(recipe(*layers, sampling="full", optimizer={"kind": "adam"}), blobs(), 40)
    trainer.apply(edited(trainer.experiment, "layers.1.frozen", True))
    whole = trainer.groups[0]._lane_threads.whole
    whole.begin(trainer.step, 0, trainer.groups[0].optimizer)
    in_training = whole.network.forward(whole.gather()[0]).copy()
    work = whole.network.workspace(30, training=False)
    work.values[0] = trainer.dataset.train_x[None]
    np.testing.assert_allclose(whole.network.forward(work), in_training, atol=1e-5)


@pytest.mark.parametrize("place", [0, 1, 3])
def test_gradients_behind_a_frozen_batch_norm_are_those_of_central_differences(place: int) -> None:
    layers = [dense(4), activation("gelu"), dense(3), activation("tanh"), dense(2)]
    layers.insert(place, batch_norm())
    settings = {f"layers.{place}.frozen": True}
    assert_gradients_agree(recipe(*layers, lanes=[lane("a", settings=settings), lane("b", seed=5)]), shape=(4,))


def test_a_step_taken_apart_leaves_it_too() -> None:
    trainer = trained(net(), blobs(), 5)
    parts = trainer.groups[0].coming_parts(1)
    assert parts is not None
    trainer.run(1)
    after = np.concatenate([trainer.groups[0].network.parameters[1]])
    assert after.tobytes() == parts.after.tobytes()
    here = trainer.groups[0].network.parameter_slices[0][0]
    assert parts.after[here].tobytes() == parts.before[here].tobytes()


def test_a_branch_with_a_frozen_layer_stands_beside_its_twin_and_a_run_goes_on_with_it() -> None:
    trainer = trained(net(lanes=[lane("twin")]), blobs(), 30)
    new = edit_lane(branch_lane(trainer.experiment, 0, "frozen"), 1, "layers.0.frozen", True)
    more = trainer_of(with_lane(capture(trainer), new.lanes[1], start_now(trainer, 0)), trainer.dataset)
    more.apply(new)
    assert lane_bytes(more, 0) == lane_bytes(more, 1)
    before = parts_of(more, 1, 0)
    more.run(20)
    kept = capture(more)
    signals(more.groups[0], InspectionRequest())
    more.run(20)
    trainer.run(40)
    assert lane_bytes(more, 0) == lane_bytes(trainer, 0), "the twin does not feel it"
    assert parts_of(more, 1, 0) == before
    again = restore(kept, more.dataset)
    again.run(20)
    assert lane_bytes(again, 1) == lane_bytes(more, 1)
