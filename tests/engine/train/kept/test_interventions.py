"""A branch with one weight edited, or units off: as if a network that was so had been trained on."""

from __future__ import annotations

import numpy as np
import pytest

from engine.errors import PlaygroundError
from engine.experiment.edits.field_edits import edited
from engine.experiment.lanes.lane_edits import branch_lane
from engine.store.provenance import provenance
from engine.store.run_files import load_checkpoint, save_checkpoint
from engine.train.kept.branching import start_at, start_now, with_lane
from engine.train.kept.interventions import WeightEdit, as_another_function
from engine.train.kept.run_state import Checkpoint, capture, capture_weights, restore, trainer_of
from engine.train.trainer import Trainer
from tests.engine.helpers import KINDS_OF_MEMORY, blobs, lane, lane_bytes, small_net, trained

EDIT = WeightEdit(3, "weight", (2, 4), 0.7)


def branched(trainer: Trainer, index: int, edit: WeightEdit, moment: Checkpoint | None = None) -> Trainer:
    new = branch_lane(trainer.experiment, index, "edited")
    start = start_now(trainer, index) if moment is None else start_at(moment, index)
    start = as_another_function(start, trainer, new, edit)
    more = trainer_of(with_lane(capture(trainer), new.lanes[-1], start), trainer.dataset)
    if start.memory is None:
        more.begin(len(new.lanes) - 1)
    return more


@pytest.mark.parametrize("kind", KINDS_OF_MEMORY)
def test_the_branch_equals_a_network_with_that_weight(kind: str) -> None:
    net = small_net(optimizer={"kind": kind, "learning_rate": 0.01}, lanes=[lane("a"), lane("b", l2=0.1, seed=4)])
    trainer, other = (trained(net, blobs(), 30) for _ in range(2))
    more = branched(trainer, 1, EDIT)
    other.groups[0].network.layers[3].views_of(1)["weight"][2, 4] = 0.7
    assert lane_bytes(more, 2) == lane_bytes(other, 1) != lane_bytes(more, 1)
    (changed,) = np.flatnonzero(more.lane_state(2) != more.lane_state(1))
    assert more.lane_state(2)[changed] == np.float32(0.7)
    for each in (trainer, other, more):
        each.run(50)
        each.measure()
    assert lane_bytes(more, 2) == lane_bytes(other, 1)
    assert [lane_bytes(more, n) for n in (0, 1)] == [lane_bytes(trainer, n) for n in (0, 1)], "the twin goes on as ever"
    assert more.snapshot().lanes[2].train_data_loss == other.snapshot().lanes[1].train_data_loss


def test_it_can_start_at_an_earlier_moment_and_a_file_keeps_it(tmp_path: object) -> None:
    trainer = trained(small_net(), blobs(), 10)
    moment = capture_weights(trainer)
    before = trainer.lane_parameters(0)
    trainer.run(10)
    more = branched(trainer, 0, WeightEdit(0, "bias", (1,), -3), moment)
    for index, layer in enumerate(more.lane_parameters(1)):
        for name, values in layer.items():
            same = np.where(np.arange(5) == 1, -3, before[0]["bias"]) if (index, name) == (0, "bias") else None
            np.testing.assert_array_equal(values, before[index][name] if same is None else same)
    assert provenance(more).origin(1) == "warm_start", "no seed leads there"
    path = f"{tmp_path}/run"
    save_checkpoint(capture(more), path)
    again = restore(load_checkpoint(path), trainer.dataset)
    for each in (more, again):
        each.run(20)
    assert lane_bytes(again, 1) == lane_bytes(more, 1)


def test_the_best_of_the_lane_is_not_that_of_the_branch() -> None:
    trainer = trained(small_net(early_stopping={"on": True, "every": 5, "patience": 50}), blobs(), 40)
    assert trainer.groups[0].best_looks.states
    more = branched(trainer, 0, EDIT)
    assert set(more.groups[0].best_looks.states) == {0}
    more.run(5)
    assert set(more.groups[0].best_looks.states) == {0, 1}
    assert more.groups[0].best_looks.lowest_at[1] == 45


@pytest.mark.parametrize(
    "edit",
    [
        WeightEdit(1, "weight", (0, 0), 1.0),
        WeightEdit(9, "weight", (0, 0), 1.0),
        WeightEdit(0, "scale", (0,), 1.0),
        WeightEdit(0, "weight", (0,), 1.0),
        WeightEdit(0, "weight", (4, 0), 1.0),
        WeightEdit(0, "weight", (-1, 0), 1.0),
        WeightEdit(0, "weight", (0, 0), 1e39),
        WeightEdit(0, "weight", (0, 0), float("nan")),
    ],
)
def test_what_is_no_weight_is_refused(edit: WeightEdit) -> None:
    trainer = trained(small_net(), blobs(), 1)
    with pytest.raises(PlaygroundError), np.errstate(over="ignore"):
        as_another_function(start_now(trainer, 0), trainer, branch_lane(trainer.experiment, 0, "edited"), edit)


def test_units_off_in_a_branch_and_its_figures_where_it_starts() -> None:
    stopping = {"on": True, "every": 5, "patience": 50}
    trainer = trained(small_net(lanes=[lane("a")], early_stopping=stopping), blobs(), 40)
    moment = capture_weights(trainer)
    trainer.run(10)
    new = branch_lane(trainer.experiment, 0, "off", {"layers.4.off_units": (1,)})
    start = as_another_function(start_at(moment, 0), trainer, new)
    more = trainer_of(with_lane(capture(trainer), new.lanes[-1], start), trainer.dataset)
    more.apply(new)
    more.measure()
    other = trained(small_net(early_stopping=stopping), blobs(), 40)
    other.apply(edited(other.experiment, "layers.4.off_units", (1,)))
    other.measure()
    np.testing.assert_array_equal(more.measured[:, 1], other.measured[:, 0])
    now = start_now(trainer, 0)
    assert now.best_state is not None
    off = as_another_function(now, trainer, new)
    assert off.best_state is None, "it is another function"
    assert off.moved is not None
    assert off.moved > 0.01
    frozen = branch_lane(trainer.experiment, 0, "frozen", {"layers.0.frozen": True})
    assert as_another_function(now, trainer, frozen) is now, "and this one is the same"
