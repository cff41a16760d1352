"""A run without Qt: commands are carried out in the test's own thread, and give what the engine's trainer gives."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest

from engine.data import Dataset, load
from engine.errors import PlaygroundError
from engine.experiment.edits.field_edits import edited
from engine.experiment.experiment import Experiment
from engine.experiment.lanes.lane_edits import branch_lane
from engine.inspectors import INSPECTORS, InspectionRequest
from engine.train.kept.run_state import Checkpoint
from engine.train.snapshot import LaneSnapshot, Snapshot
from engine.train.trainer import Trainer
from playground.worker.commands import (
    Apply,
    Branch,
    Capture,
    Command,
    Export,
    Inspect,
    Limit,
    Load,
    LookBack,
    Pause,
    Play,
    SaveModel,
    Unbranch,
    Weights,
)
from playground.worker.inbox import Inbox
from playground.worker.mailbox import Mailbox
from playground.worker.reports import Reports
from playground.worker.run import Run
from tests.playground.helpers import small


class Window(Mailbox):
    """Paints at once, and keeps all that it was shown."""

    def __init__(self) -> None:
        super().__init__()
        self.shown: list[Snapshot] = []

    def put(self, snapshot: Snapshot) -> None:
        super().put(snapshot)
        self.shown.append(snapshot)
        self.painted.set()


@dataclass
class Desk:
    """A run, and all that it has reported."""

    experiment: Experiment
    dataset: Dataset
    inbox: Inbox = field(default_factory=Inbox)
    window: Window = field(default_factory=Window)
    outdated: list[int] = field(default_factory=list)
    stopped: list[int] = field(default_factory=list)
    failed: list[PlaygroundError] = field(default_factory=list)
    written: list[Path] = field(default_factory=list)
    captured: list[tuple[int, Checkpoint, float]] = field(default_factory=list)
    branched: list[tuple[int, str, float]] = field(default_factory=list)
    on_published: Callable[[], object] = lambda: None

    def __post_init__(self) -> None:
        reports = Reports(
            published=lambda: self.on_published(),
            outdated=self.outdated.append,
            stopped=self.stopped.append,
            failed=self.failed.append,
            refused=lambda: self.failed.extend(each.problem for each in self.run.writings.take_refused()),
            saved=self.written.append,
            exported=self.written.append,
            run_saved=self.written.append,
            captured=self.captured.append,
            branched=self.branched.append,
        )
        self.run = Run(self.inbox, self.window, reports)

    def do(self, *commands: Command) -> Snapshot:
        """All of them, and the training that they ask for; what is shown then."""
        self.run.carry_out(commands)
        self.run.train()
        return self.window.shown[-1]

    def load(self, run: int = 1, **options: Any) -> Load:
        return Load(run, self.experiment, self.dataset, **options)

    def do_until_step(self, step: int, *commands: Command) -> None:
        """Trains without a goal, and lets ``commands`` interrupt it when that is shown."""
        waiting = list(commands)

        def interrupt() -> None:
            if waiting and self.window.shown[-1].step >= step:
                for command in waiting:
                    self.inbox.put(command)
                waiting.clear()

        self.on_published = interrupt
        self.do(Play(1))
        self.do(*self.inbox.take())


def desk(**changes: Any) -> Desk:
    """A run that is loaded."""
    experiment = small(**changes)
    made = Desk(experiment, load(experiment.data))
    made.do(made.load())
    return made


def engine(experiment: Experiment, dataset: Dataset, steps: int) -> Trainer:
    """What the engine does by itself."""
    trainer = Trainer(experiment, dataset)
    trainer.run(steps)
    trainer.measure()
    return trainer


def figures(lane: LaneSnapshot) -> tuple[float, ...]:
    return lane.train_loss, lane.train_accuracy, lane.test_loss, lane.test_accuracy


def test_a_step_and_so_many_steps_are_those_of_the_engine() -> None:
    run = desk()
    assert run.do(Play(1, steps=1)).lanes == engine(run.experiment, run.dataset, 1).snapshot().lanes
    assert run.do(Play(2, steps=36)).lanes == engine(run.experiment, run.dataset, 37).snapshot().lanes
    assert run.stopped == [1, 2]
    assert run.window.shown[-1].is_finished
    assert not run.run.is_training


@pytest.mark.parametrize(
    ("settings", "ends"),
    [
        ({"sampling": "shuffle"}, [4, 8]),  # 60 rows in batches of 16: the last one has 12
        ({"sampling": "full"}, [1, 2]),
        ({"sampling": "replacement"}, [4, 8]),
        ({"sampling": "replacement", "batch_size": 100}, [1, 2]),
    ],
)
def test_an_epoch_ends_where_the_next_one_begins(settings: dict[str, Any], ends: list[int]) -> None:
    run = desk(**settings)
    assert [run.do(Play(serial, to_epoch=True)).step for serial in (1, 2)] == ends


def test_a_pause_comes_between_two_steps_and_what_follows_goes_on_from_there() -> None:
    run = desk()
    run.do_until_step(100, Pause())
    training, paused = run.window.shown[-2:]
    assert paused.step >= 100
    assert paused.stands_still
    assert not training.stands_still
    assert run.stopped == []  # only a play that ends by itself says so
    trainer = engine(run.experiment, run.dataset, paused.step)
    assert paused.lanes == trainer.snapshot().lanes
    trainer.run(10)
    trainer.measure()
    assert run.do(Play(2, steps=10)).lanes == trainer.snapshot().lanes


def test_a_number_is_edited_live() -> None:
    run = desk()
    run.do(Play(1, steps=20))
    new = edited(run.experiment, "optimizer.learning_rate", 0.5)
    run.do(Apply(1, new))
    trainer = engine(run.experiment, run.dataset, 20)
    trainer.apply(new)
    trainer.run(20)
    trainer.measure()
    assert run.do(Play(2, steps=20)).lanes == trainer.snapshot().lanes
    assert figures(run.window.shown[-1].lanes[0]) != figures(
        engine(run.experiment, run.dataset, 40).snapshot().lanes[0]
    )


def test_what_this_run_cannot_follow_asks_for_another() -> None:
    """Whatever the order in which it was asked for: an edit of numbers after a lane that could not be added, say."""
    two = branch_lane(small(), 0, "again")
    impossible = edited(two, "optimizer.learning_rate", 0.5)
    for command in (Apply(7, impossible), Unbranch(7, two), Branch(7, small(), lane=0, step=None, serial=1)):
        run = desk()
        run.do(Play(1, steps=5))
        run.run.carry_out([command])
        assert run.outdated == [7]
        assert run.failed == []
        run.run.carry_out([command])
        assert run.outdated == [7, 7], "nothing is there that could"
        assert run.do(run.load(run=8)).run == 8


def test_the_end_moves_while_it_trains_up_to_there() -> None:
    run = desk(steps=50)
    later = edited(run.experiment, "steps", 80)
    run.run.carry_out([Play(1), Apply(1, later)])
    run.run.train()
    assert run.window.shown[-1].step == 80


def test_a_branch_trains_as_the_lane_that_it_comes_from() -> None:
    run = desk()
    run.do(Play(1, steps=30))
    two = branch_lane(run.experiment, 0, "again")
    run.do(Branch(2, two, lane=0, step=None, serial=1))
    assert run.window.shown[-1].run == 2
    old, new = run.do(Play(2, steps=30)).lanes
    assert figures(new) == figures(old) == figures(engine(run.experiment, run.dataset, 60).snapshot().lanes[0])
    run.do(Unbranch(3, run.experiment))
    (alone,) = run.do(Play(3, steps=5)).lanes
    assert figures(alone) == figures(engine(run.experiment, run.dataset, 65).snapshot().lanes[0])


def test_a_reset_begins_again_and_the_run_before_it_comes_back() -> None:
    run = desk()
    run.do(Play(1, steps=40))
    here = run.window.shown[-1]
    again = run.do(run.load(2, wanted=frozenset({1})))
    assert (again.run, again.step) == (2, 0)
    run.do(Play(2, steps=7))
    back = run.do(run.load(3, start=1, wanted=frozenset({1, 2})))
    assert (back.run, back.step) == (3, 40)
    assert back.lanes == here.lanes
    assert run.do(Play(3, steps=20)).lanes == engine(run.experiment, run.dataset, 60).snapshot().lanes


def test_a_run_that_nothing_leads_back_to_is_not_kept() -> None:
    run = desk()
    run.do(Play(1, steps=40))
    run.do(run.load(2))
    assert run.do(run.load(3, start=1)).step == 0


def test_of_several_loads_at_once_the_last_one_counts_and_the_kept_run_is_not_lost() -> None:
    run = desk()
    run.do(Play(1, steps=40))
    run.do(run.load(2, wanted=frozenset({1})))
    n = len(run.window.shown)
    run.do(run.load(3, start=1, wanted=frozenset({1})), run.load(4), run.load(5, start=3, wanted=frozenset({3})))
    assert [(snapshot.run, snapshot.step) for snapshot in run.window.shown[n:]] == [(5, 40)]


def test_what_is_looked_back_at_leaves_the_run_where_it_is() -> None:
    run = desk()
    run.do(Play(1, steps=64))
    step = run.window.shown[-1].kept_steps[1]
    past = run.do(LookBack(step))
    assert (past.step, past.newest) == (step, 64)
    assert past.looked_back
    assert figures(past.lanes[0]) == figures(engine(run.experiment, run.dataset, step).snapshot().lanes[0])
    assert run.do(LookBack(None)).step == 64
    assert run.do(Play(2, steps=16)).lanes == engine(run.experiment, run.dataset, 80).snapshot().lanes


def test_it_goes_on_from_parameters_of_another() -> None:
    run = desk()
    other = engine(run.experiment, run.dataset, 25)
    n = len(run.window.shown)
    shown = run.do(run.load(2, start=Weights([other.lane_parameters(0)])))
    assert [len(snapshot.history) for snapshot in run.window.shown[n:]] == [1], "no history is of other weights"
    assert figures(shown.lanes[0]) == figures(other.snapshot().lanes[0])


def test_a_limit_holds_it_back_until_a_command_comes() -> None:
    run = desk()
    run.run.carry_out([Limit(1 / 3600), Play(1)])
    run.on_published = lambda: run.inbox.put(Pause())
    run.run.train()  # one step is due at once, and the next in an hour
    assert run.window.shown[-1].step == 1


def test_what_is_asked_for_of_the_inside_comes_with_the_next_snapshot() -> None:
    run = desk()
    assert "weights" not in run.window.shown[-1].inside
    assert "weights" in run.do(Inspect(InspectionRequest(what=frozenset({"weights"})))).inside


def test_of_questions_that_come_faster_than_answers_the_newest_is_answered() -> None:
    """A pen that moves asks at each of its places."""
    run = desk(lanes=[{"name": "a"}, {"name": "b"}])
    shown = len(run.window.shown)
    asked = [Inspect(InspectionRequest(what=frozenset({"weights"}), focus=focus)) for focus in (0, 1, 0, 1)]
    inside = run.do(*asked).inside
    assert inside["weights"].focus == 1
    assert len(run.window.shown) == shown + 1


def test_what_fails_is_told_and_the_others_are_carried_out(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    run = desk()
    hooked: list[object] = []
    monkeypatch.setattr("sys.excepthook", lambda *error: hooked.append(error[0]))

    def wrong(trainer: Trainer) -> None:
        raise ZeroDivisionError

    run.do(Export(wrong, tmp_path / "a"), SaveModel(tmp_path / "no folder" / "b.npz"), SaveModel(tmp_path / "c.npz"))
    assert hooked == [ZeroDivisionError]
    assert [type(error) for error in run.failed] == [PlaygroundError, PlaygroundError]
    assert run.written == [tmp_path / "c.npz"]
    assert (tmp_path / "c.npz").is_file()


@pytest.mark.parametrize("lanes", [[{"name": "a"}], [{"name": "a"}, {"name": "b", "set": {"layers.0.units": 3}}]])
def test_a_look_at_a_lane_that_is_yet_to_come_is_one_at_the_last(lanes: list[dict[str, Any]]) -> None:
    """The window has gone on to other lanes, and asks before their run is there."""
    run, last = desk(lanes=lanes), len(lanes) - 1
    names = frozenset(INSPECTORS)
    ahead = InspectionRequest(what=names, focus=7, rival=8, drawn=(7, last), asked=(9,), beside=(6, 0))
    there = InspectionRequest(what=names, focus=last, drawn=(last,))
    inside = run.do(Play(1, steps=3), Inspect(ahead)).inside
    assert not run.failed
    assert inside.keys() == run.do(Inspect(there)).inside.keys()
    assert inside["weights"].focus == last


def test_without_a_network_nothing_can_be_saved_and_a_play_ends(tmp_path: Path) -> None:
    experiment = small()
    run = Desk(experiment, load(experiment.data))
    run.run.carry_out([SaveModel(tmp_path / "a.npz"), Play(7)])
    assert len(run.failed) == 1
    assert run.stopped == [7]
    assert not run.run.is_training
    assert run.run.at_rest(1) is None


def test_a_captured_run_goes_on_as_if_nothing_had_been() -> None:
    run = desk()
    run.do(Play(1, steps=12), Capture())
    run.do(Capture())
    number, checkpoint, took = run.captured[-1]
    assert (number, checkpoint.step) == (1, 12)
    assert took >= 0
    run.do(run.load(2, start=checkpoint))
    assert run.do(Play(2, steps=12)).lanes == engine(run.experiment, run.dataset, 24).snapshot().lanes
