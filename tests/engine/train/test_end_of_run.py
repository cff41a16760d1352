"""The end of a run is a stop: what a lane goes back to there, and that training goes on as if there had been none."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from engine.experiment.edits.field_edits import edited
from engine.experiment.experiment import Experiment
from engine.store.model_files import load_model, save_model
from engine.store.run_files import capture, load_checkpoint, restore, save_checkpoint
from engine.train.history.history import MEASURES
from engine.train.kept.branching import start_now, with_lane
from engine.train.kept.run_state import trainer_of
from engine.train.kept.timeline import Timeline, past_trainer
from engine.train.memory import needed_memory
from engine.train.trainer import Trainer
from tests.engine.helpers import batch_norm, blobs, dense, lane, lane_bytes, recipe, small_net

EVERY, END = 5, 203
"""The end lies between two looks."""
LANES = 3


def overfitting(**stopping: Any) -> Experiment:
    """Lanes that overfit soon, later, and not at all by the end; none waits long enough to stop."""
    lanes = [lane("quick", learning_rate=0.5), lane("middling", learning_rate=0.15), lane("slow", learning_rate=0.001)]
    settings = {"on": True, "every": EVERY, "patience": 1000, **stopping}
    return small_net(rate=0.0, lanes=lanes, early_stopping=settings)


def normalized() -> Experiment:
    """With running statistics, which belong to what is restored, and a rate that depends on the looks."""
    return recipe(
        *[dense(6), batch_norm(), {"kind": "activation", "function": "relu"}, dense(3)],
        lanes=[lane("a", learning_rate=0.5), lane("b", learning_rate=0.2)],
        batch_size=8,
        optimizer={"kind": "momentum", "learning_rate": 0.1},
        schedule={"kind": "plateau", "every": 7, "patience": 1, "factor": 0.5},
        early_stopping={"on": True, "every": EVERY, "patience": 1000},
    )


def at_step(experiment: Experiment, step: int) -> Trainer:
    """The same run without early stopping, at this step: who never looked."""
    (trainer,) = at_steps(experiment, [step])
    return trainer


def at_steps(experiment: Experiment, steps: Iterable[int]) -> Iterator[Trainer]:
    """The same, at one step after the other."""
    trainer = Trainer(edited(experiment, "early_stopping.on", False), blobs())
    for step in steps:
        trainer.run(step - trainer.step)
        trainer.measure()
        yield trainer


def ended(experiment: Experiment, steps: int = END) -> Trainer:
    trainer = Trainer(experiment, blobs())
    trainer.run(steps)
    trainer.end()
    return trainer


def test_each_lane_goes_back_to_the_step_with_the_lowest_data_loss() -> None:
    experiment = overfitting()
    trainer = ended(experiment)
    looked = [*range(EVERY, END + 1, EVERY), END]
    losses = {at.step: [of.test_data_loss for of in at.snapshot().lanes] for at in at_steps(experiment, looked)}
    restored = []
    for index, of in enumerate(trainer.snapshot().lanes):
        best = min(looked, key=lambda step: losses[step][index])
        restored.append(of.restored_from)
        assert (of.restored_from or END) == best
        assert of.test_data_loss == losses[best][index]
        assert lane_bytes(trainer, index) == lane_bytes(at_step(experiment, best), index)
        assert of.stopped_at is None
    assert restored[2] is None, "its end is its best"
    assert None not in restored[:2]


@pytest.mark.parametrize("change", [0.0, 0.001, 0.5])
def test_the_minimum_change_has_no_say_in_what_is_best(change: float) -> None:
    lanes = ended(overfitting(minimum_change=change)).snapshot().lanes
    assert [of.restored_from for of in lanes] == [of.restored_from for of in ended(overfitting()).snapshot().lanes]


def test_the_penalty_has_none_either() -> None:
    """With this λ the sum is lowest at another step than the data loss."""
    experiment, middling = edited(overfitting(), "layers.*.l2", 0.03), 1
    looked = [*range(EVERY, END + 1, EVERY), END]
    lanes = {at.step: at.snapshot().lanes[middling] for at in at_steps(experiment, looked)}
    best = min(looked, key=lambda step: lanes[step].test_data_loss)
    assert best != min(looked, key=lambda step: lanes[step].test_loss)
    assert ended(experiment).snapshot().lanes[middling].restored_from == best


@pytest.mark.parametrize("experiment", [overfitting(), normalized()])
def test_training_goes_on_bit_for_bit(experiment: Experiment) -> None:
    unbroken = Trainer(experiment, blobs())
    unbroken.run(END)
    unbroken.measure()
    unbroken.run(END)
    unbroken.measure()
    broken = ended(experiment)
    assert any(of.restored_from for of in broken.snapshot().lanes)
    broken.snapshot()
    broken.run(0)
    assert any(of.restored_from for of in broken.snapshot().lanes), "nothing went on"
    broken.run(END)
    broken.measure()
    assert broken.snapshot().lanes == unbroken.snapshot().lanes
    for index in range(len(experiment.lanes)):
        assert lane_bytes(broken, index) == lane_bytes(unbroken, index)
    np.testing.assert_array_equal(broken.groups[0].optimizer.state, unbroken.groups[0].optimizer.state)
    np.testing.assert_array_equal(broken.history.view().values, unbroken.history.view().values)


def test_the_curves_end_with_what_training_came_to() -> None:
    trainer = ended(overfitting())
    view = trainer.history.view()
    assert view.steps.tolist() == [END]
    there = at_step(trainer.experiment, END).snapshot().lanes
    np.testing.assert_allclose(view.measure("test_data_loss")[-1], [of.test_data_loss for of in there], rtol=1e-6)


def test_what_training_did_not_come_to_is_not_filled_in_from_the_best(monkeypatch: pytest.MonkeyPatch) -> None:
    """A lane that trains on with a loss that is no number has no accuracy, until it shows its best."""
    trainer = Trainer(overfitting(), blobs())
    trainer.run(END)
    found = trainer.groups[0]._evaluate_lanes()
    found[MEASURES.index("test_data_loss"), 0] = math.inf
    found[MEASURES.index("test_accuracy"), 0] = math.nan
    with monkeypatch.context() as patched:
        patched.setattr(trainer.groups[0], "_evaluate_lanes", lambda: found)
        trainer.measure()
    trainer.end()
    assert trainer.snapshot().lanes[0].restored_from is not None
    assert math.isfinite(trainer.snapshot().lanes[0].test_accuracy)
    assert math.isnan(trainer.history.view().measure("test_accuracy")[-1, 0])


@pytest.mark.parametrize("fields", [{"restore_best": False}, {"on": False}, {"every": END + 1}])
def test_nothing_is_restored_unasked_or_without_a_look(fields: dict[str, Any]) -> None:
    trainer = ended(overfitting(**fields))
    assert [of.restored_from for of in trainer.snapshot().lanes] == [None] * LANES
    for index in range(LANES):
        assert lane_bytes(trainer, index) == lane_bytes(at_step(trainer.experiment, END), index)


def test_a_lane_that_has_stopped_stays_as_it_stopped() -> None:
    experiment = overfitting(patience=2)
    trainer = Trainer(experiment, blobs())
    trainer.run(END)
    before = trainer.snapshot().lanes
    assert {of.stopped_at is None for of in before} == {True, False}
    trainer.end()
    for old, new in zip(before, trainer.snapshot().lanes, strict=True):
        assert new == old or old.stopped_at is None


def test_it_can_be_asked_for_and_taken_back_at_the_end() -> None:
    experiment = overfitting()
    trainer = ended(experiment)
    before = trainer.snapshot().lanes
    trainer.apply(edited(experiment, "early_stopping.restore_best", False))
    assert [of.restored_from for of in trainer.snapshot().lanes] == [None] * LANES
    assert lane_bytes(trainer, 0) == lane_bytes(at_step(experiment, END), 0)
    trainer.apply(experiment)
    assert trainer.snapshot().lanes == before


def test_a_lane_that_diverges_after_the_end_is_itself_again() -> None:
    trainer = ended(overfitting())
    trainer.apply(edited(trainer.experiment, "lanes.0.learning_rate", 100.0))
    trainer.apply(edited(trainer.experiment, "lanes.0.l2", 10.0))
    trainer.run(400)
    trainer.end()
    quick = trainer.snapshot().lanes[0]
    assert quick.diverged_at is not None
    assert quick.restored_from is None
    assert math.isnan(quick.test_data_loss)


# --- what is kept and made of it ------------------------------------------------------------


def test_a_model_is_what_is_shown(tmp_path: Path) -> None:
    trainer = ended(overfitting())
    save_model(trainer, tmp_path / "model.npz")
    best = trainer.snapshot().lanes[0].restored_from
    assert best is not None
    saved = [array.tobytes() for layer in load_model(tmp_path / "model.npz").lanes[0] for array in layer.values()]
    assert saved == lane_bytes(at_step(trainer.experiment, best), 0)


@pytest.mark.parametrize("experiment", [overfitting(), normalized()])
def test_a_saved_run_shows_the_same_and_goes_on_bit_for_bit(experiment: Experiment, tmp_path: Path) -> None:
    trainer = ended(experiment)
    save_checkpoint(capture(trainer), tmp_path / "run.npz")
    again = restore(load_checkpoint(tmp_path / "run.npz"), blobs())
    assert again.snapshot().lanes == trainer.snapshot().lanes
    assert again.has_ended
    for index in range(len(experiment.lanes)):
        assert lane_bytes(again, index) == lane_bytes(trainer, index)
    for each in (again, trainer):
        each.run(END)
        each.measure()
    assert again.snapshot().lanes == trainer.snapshot().lanes
    for index in range(len(experiment.lanes)):
        assert lane_bytes(again, index) == lane_bytes(trainer, index)


def test_runs_saved_before_are_read(tmp_path: Path) -> None:
    """Such a file has neither ``lowest`` nor ``restored``; its lanes stopped at the best that it knew."""
    trainer = Trainer(overfitting(patience=2, minimum_change=0.0), blobs())
    trainer.run(END)
    trainer.measure()
    save_checkpoint(capture(trainer), tmp_path / "new.npz")
    with np.load(tmp_path / "new.npz") as file:
        arrays = {name: file[name] for name in file.files if name != "lowest"}
    text = str(arrays["run"])
    at = text.index(',"restored"')
    old = text[:at] + text[text.index(',"optimizer_t"') :]
    assert "has_ended" not in old
    np.savez(tmp_path / "old.npz", **(arrays | {"run": np.array(old)}))
    again = restore(load_checkpoint(tmp_path / "old.npz"), blobs())
    assert again.snapshot().lanes == trainer.snapshot().lanes


def test_a_branch_starts_from_what_is_shown_and_the_others_do_not_feel_it() -> None:
    trainer = ended(overfitting())
    shown = trainer.snapshot().lanes
    spec = trainer.experiment.lanes[0].model_copy(update={"name": "branch"})
    new = trainer_of(with_lane(capture(trainer), spec, start_now(trainer, 0)), blobs())
    new.begin(LANES)
    assert lane_bytes(new, LANES) == lane_bytes(trainer, 0)
    assert [of.restored_from for of in new.snapshot().lanes] == [*(of.restored_from for of in shown), None]
    for each in (new, trainer):
        each.run(20)
        each.measure()
    assert new.snapshot().lanes[:LANES] == trainer.snapshot().lanes


def test_moments_of_the_past_are_those_of_the_training() -> None:
    experiment = overfitting()
    trainer, timeline = Trainer(experiment, blobs()), Timeline()
    trainer.run(END)
    trainer.measure()
    timeline.take(trainer)
    trainer.end()
    timeline.take(trainer)
    assert timeline.steps == (END,)
    moment = timeline.at(END)
    assert moment is not None
    past = past_trainer(moment, trainer)
    assert lane_bytes(past, 0) == lane_bytes(at_step(experiment, END), 0)
    assert past.snapshot().lanes[0].restored_from is None
    trainer.run(1)
    trainer.measure()
    timeline.take(trainer)
    assert timeline.steps[-1] == END + 1


def test_the_copies_are_counted_as_memory() -> None:
    with_stopping, without = (
        needed_memory(edited(overfitting(), "early_stopping.on", on), shape=(4,)) for on in (True, False)
    )
    parameters = LANES * (4 * 5 + 5 + 5 * 5 + 5 + 5 * 3 + 3)
    assert with_stopping - without == 2 * 4 * parameters
