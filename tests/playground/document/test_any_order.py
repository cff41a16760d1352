"""All that can be asked for, in any order and at any speed: the document is what a plain list of experiments says."""

from __future__ import annotations

import sys
from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule, run_state_machine_as_test
from PySide6.QtCore import QCoreApplication, QDeadlineTimer, QEventLoop
from pytestqt.qtbot import QtBot

from engine.diagnosis.apply_remedy import cured
from engine.diagnosis.findings import Remedy
from engine.errors import PlaygroundError
from engine.experiment.edits import layer_edits
from engine.experiment.edits.field_edits import edited
from engine.experiment.experiment import Experiment
from engine.experiment.lanes import grids, lane_edits, repeats
from engine.experiment.lanes.lanes import lane_layers
from engine.experiment.lanes.own_layers import without
from engine.nn.layers.base import has_weights
from engine.sentences import say
from engine.store.presets import load_preset
from engine.train.kept import run_state
from engine.train.trainer import Trainer
from playground.document import undo
from playground.document.session import Session
from playground.training.rate_finder.search import RateSearch
from playground.worker import run
from tests.conftest import TIMES
from tests.playground.helpers import small

PLACES = st.integers(0, 5)
PATIENCE = 20_000
"""Milliseconds."""
MOST_LANES = 8
SETTINGS: list[tuple[str, object]] = [
    *[("layers.0.units", 3), ("layers.0.units", 9), ("optimizer.kind", "adam"), ("batch_size", 8)],
    *[("optimizer.learning_rate", 0.02), ("data.fold", 1), ("data.fold", 2), ("data.label_noise", 0.2)],
]
GRIDS: list[dict[str, list[object]]] = [
    {"layers.*.l2": [0.0, 0.1]},
    {"layers.0.units": [2, 5], "batch_size": [4, 16]},
    {"data.fold": [1, 2]},
]
REMEDIES: list[tuple[tuple[str, object], ...]] = [
    (("optimizer.learning_rate", 0.003),),
    (("layers.0.initialization", "he_uniform"), ("optimizer.kind", "adam")),
    (("insert", (1, "batch_norm")),),
    (("remove", 2),),
    (("lanes.1.set.optimizer.learning_rate", 0.003),),
]
OTHERS = [
    small(name="other", lanes=[{"name": "x"}, {"name": "y"}]),
    small(name="groups", lanes=[{"name": "x"}, {"name": "y", "set": {"layers.0.units": 3, "batch_size": 4}}]),
    load_preset("optimizers"),
]


class Document(RuleBasedStateMachine):
    """A session with its thread beside a list of experiments: each edit cuts off what can be redone, and adds one."""

    problems: list[BaseException]
    is_short_of_memory = False
    """Whether the training thread cannot carry out the next branch, or its undo."""

    def __init__(self) -> None:
        super().__init__()
        self.session = Session(small())
        self.failures: list[PlaygroundError] = []
        self.session.failed.connect(self.failures.append)
        self.history = [self.session.experiment]
        self.place = 0
        self.works: list[tuple[Any, list[Experiment], int]] = []
        self.search: RateSearch | None = None
        self.outdated = 0
        self.has_branched = False
        Document.is_short_of_memory = False
        self.session.run.outdated.connect(self._on_outdated)

    def teardown(self) -> None:
        self.settle()
        if self.search is not None:
            self.search.requestInterruption()
            assert self.search.wait(PATIENCE)
        assert self.session.close()
        self.session.deleteLater()

    def _on_outdated(self) -> None:
        self.outdated += 1

    # --- what a person does -----------------------------------------------------------------------------------------

    def does(self, act: Callable[[], object], make: Callable[[Experiment], Experiment]) -> None:
        """An edit, and what it makes of the experiment. One that is refused says why and changes nothing."""
        before = len(self.failures)
        if not act():
            assert len(self.failures) > before
            return
        new = make(self.history[self.place])
        if new != self.history[self.place]:
            self.history[self.place + 1 :] = [new]
            self.place += 1

    @rule(rate=st.sampled_from([0.001, 0.05, 0.3, 1e6]))
    def edit_a_number(self, rate: float) -> None:
        path = "optimizer.learning_rate"
        self.does(lambda: self.session.edit(path, rate), lambda old: edited(old, path, rate))

    @rule(units=st.integers(1, 9))
    def edit_the_structure(self, units: int) -> None:
        path = "layers.0.units"
        self.does(lambda: self.session.edit(path, units), lambda old: edited(old, path, units))

    @rule(rows=st.sampled_from([20, 40, 60]))
    def edit_the_data(self, rows: int) -> None:
        path = "data.train"
        self.does(lambda: self.session.edit(path, rows), lambda old: edited(old, path, rows))

    @rule(lane=PLACES, name=st.sampled_from(["a", "b", "c"]))
    def rename_a_lane(self, lane: int, name: str) -> None:
        lane %= len(self.session.experiment.lanes)
        path = f"lanes.{lane}.name"
        self.does(lambda: self.session.edit(path, name), lambda old: edited(old, path, name))

    @rule(lane=PLACES, l2=st.sampled_from([0.0, 0.01]))
    def set_a_lane(self, lane: int, l2: float) -> None:
        lane %= len(self.session.experiment.lanes)
        path = f"lanes.{lane}.l2"
        self.does(lambda: self.session.edit(path, l2), lambda old: lane_edits.edit_lane(old, lane, "l2", l2))

    @rule(lane=PLACES)
    def duplicate_a_lane(self, lane: int) -> None:
        lane %= len(self.session.experiment.lanes)
        structure = self.session.structure
        if len(self.session.experiment.lanes) < MOST_LANES:
            self.does(lambda: structure.duplicate_lane(lane), lambda old: lane_edits.duplicate_lane(old, lane))

    @rule(lane=PLACES)
    def remove_a_lane(self, lane: int) -> None:
        lane %= len(self.session.experiment.lanes)
        self.does(lambda: self.session.branches.remove(lane), lambda old: lane_edits.remove_lane(old, lane))

    @rule(lane=PLACES, to=PLACES)
    def move_a_lane(self, lane: int, to: int) -> None:
        lane %= len(self.session.experiment.lanes)
        to %= len(self.session.experiment.lanes)
        self.does(lambda: self.session.structure.move_lane(lane, to), lambda old: lane_edits.move_lane(old, lane, to))

    @rule(lane=PLACES, setting=st.sampled_from(SETTINGS))
    def set_a_lane_apart(self, lane: int, setting: tuple[str, object]) -> None:
        """Which makes groups, and with folds other rows for each."""
        lane %= len(self.session.experiment.lanes)
        field, value = setting
        path = f"lanes.{lane}.set.{field}"
        self.does(lambda: self.session.edit(path, value), lambda old: lane_edits.edit_lane(old, lane, field, value))

    @rule(folds=st.sampled_from([None, 2, 3]))
    def edit_the_folds(self, folds: int | None) -> None:
        path = "data.folds"
        self.does(lambda: self.session.edit(path, folds), lambda old: edited(old, path, folds))

    @rule(values=st.sampled_from(GRIDS))
    def make_a_grid(self, values: dict[str, list[object]]) -> None:
        self.does(lambda: self.session.structure.grid(values), lambda old: grids.grid(old, values))

    @rule()
    def repeat_with_seeds(self) -> None:
        if len(self.session.experiment.lanes) < MOST_LANES:
            self.does(lambda: self.session.structure.more_seeds(1), lambda old: repeats.more_seeds(old, 1))

    @rule(lane=PLACES)
    def show_one_alone(self, lane: int) -> None:
        lane %= len(self.session.experiment.lanes)
        self.does(lambda: self.session.structure.solo_lane(lane), lambda old: lane_edits.solo(old, lane))

    @rule(layer=PLACES, kind=st.sampled_from(["dense", "activation", "dropout", "batch_norm"]))
    def insert_a_layer(self, layer: int, kind: str) -> None:
        layer %= len(self.session.experiment.layers)
        structure = self.session.structure
        self.does(lambda: structure.insert_layer(layer, kind), lambda old: layer_edits.insert_layer(old, layer, kind))

    @rule(edits=st.sampled_from(REMEDIES))
    def take_a_remedy(self, edits: tuple[tuple[str, object], ...]) -> None:
        """As the coach's button does: the lanes start again, whatever it changes."""
        remedy, before, failed = Remedy(say("it"), edits), self.session.undo_stack.index(), len(self.failures)
        if self.session.change(lambda old: cured(old, remedy), "Remedy", restart=True):
            assert self.session.undo_stack.index() == before + 1
            self.history[self.place + 1 :] = [cured(self.history[self.place], remedy)]
            self.place += 1
        else:
            assert len(self.failures) > failed

    @rule()
    def seek_a_rate(self) -> None:
        """In a thread beside; it changes nothing, and ends when it is not wanted any more."""
        if self.session.dataset is not None:
            if self.search is not None:
                self.search.end()
            self.search = RateSearch(self.session.experiment, self.session.dataset, 0, self.session)
            self.search.start()

    @rule(layer=PLACES)
    def remove_a_layer(self, layer: int) -> None:
        layer %= len(self.session.experiment.layers)
        structure = self.session.structure
        self.does(lambda: structure.remove_layers([layer]), lambda old: layer_edits.remove_layers(old, [layer]))

    @rule(
        lane=PLACES,
        what=st.sampled_from(["as it is", "wider", "deeper", "without"]),
        waits=st.booleans(),
        is_short=st.sampled_from([False, False, True]),
        is_taken_back=st.booleans(),
    )
    def branch(self, lane: int, what: str, waits: bool, is_short: bool, is_taken_back: bool) -> None:
        """Which needs something to branch from: whether it could, the session says; what came of it, the model."""
        if waits:
            self.settle()
        Document.is_short_of_memory = is_short
        snapshot = self.session.snapshot
        if snapshot is None or len(snapshot.lanes) >= MOST_LANES:
            return
        if self._branched(lane % len(snapshot.lanes), what):
            self.has_branched = True
            new = self.session.experiment
            assert without(new) == self.history[self.place]
            self.history[self.place + 1 :] = [new]
            self.place += 1
            if is_taken_back:
                self.undo()
            if waits:
                self.settle()  # at once, for the next edit would heal a run that is not what it should be

    def _branched(self, lane: int, what: str) -> bool:
        """Where that is asked for, with a layer that has grown, or without one that has no weights."""
        branches, layers = self.session.branches, lane_layers(self.session.experiment, lane)
        wide = [place for place, layer in enumerate(layers) if layer.width][:-1]
        bare = [place for place, layer in enumerate(layers) if not has_weights(layer)]
        if what == "wider" and wide:
            layer = layers[wide[0]]
            return branches.grow(lane, wide[0], getattr(layer, layer.width) + 2, 0.01)
        if what == "deeper" and wide:
            return branches.deepen(lane, wide[-1], "identity", 0.01)
        if what == "without" and bare:
            return branches.switch_off(lane, bare[:1])
        return branches.branch(lane)

    @rule(other=st.sampled_from(OTHERS))
    def open_another(self, other: Experiment) -> None:
        """A small one, one of groups, or a preset of groups."""
        self.session.open(other)
        self.history[self.place + 1 :] = [other]
        self.place += 1

    @rule()
    def undo(self) -> None:
        self.session.undo_stack.undo()
        self.place = max(0, self.place - 1)

    @rule()
    def redo(self) -> None:
        self.session.undo_stack.redo()
        self.place = min(len(self.history) - 1, self.place + 1)

    @rule(place=st.integers(0, 12))
    def go_to(self, place: int) -> None:
        place = min(place, len(self.history) - 1)
        self.session.go_to(place)
        self.place = place

    @rule()
    def keep(self) -> None:
        self.works.append((self.session.work(), [*self.history], self.place))

    @rule(number=PLACES)
    def restore(self, number: int) -> None:
        if number < len(self.works):
            work, history, self.place = self.works[number]
            self.session.restore(work)
            self.history = [*history]

    @rule(act=st.sampled_from(["play", "pause", "toggle", "step", "epoch", "open_test_set", "capture"]))
    def drive(self, act: str) -> None:
        getattr(self.session.run, act)()

    @rule()
    def reset(self) -> None:
        count = self.session.undo_stack.count()
        was_at = self.session.undo_stack.index()
        self.session.reset()
        if self.session.undo_stack.index() != was_at or self.session.undo_stack.count() != count:
            self.history[self.place + 1 :] = [self.history[self.place]]
            self.place += 1

    @rule(step=st.none() | st.integers(0, 50))
    def look_back(self, step: int | None) -> None:
        self.session.run.look_back(step)

    @rule()
    def wait(self) -> None:
        for _ in range(3):
            QCoreApplication.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 5)

    @rule()
    def settle(self) -> None:
        """The run that is there when all was carried out is that of the experiment."""
        session, deadline = self.session, QDeadlineTimer(PATIENCE)
        session.run.pause()
        while not deadline.hasExpired():
            QCoreApplication.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 5)
            checkpoint = session.run._thread.at_rest(session.run.number)
            if checkpoint is not None and session.snapshot is not None:
                break
        else:
            raise AssertionError("the run never came")
        QCoreApplication.processEvents()
        assert checkpoint.experiment == session.experiment
        assert [lane.name for lane in session.snapshot.lanes] == [lane.name for lane in session.experiment.lanes]
        assert not session.is_training

    # --- what is always so ------------------------------------------------------------------------------------------

    @invariant()
    def the_document_is_what_the_list_says(self) -> None:
        session = self.session
        assert session.experiment == self.history[self.place]
        assert session.undo_stack.index() == self.place
        assert session.undo_stack.count() == len(self.history) - 1

    @invariant()
    def what_is_shown_is_of_the_run_that_is_there(self) -> None:
        snapshot = self.session.snapshot
        assert snapshot is None or snapshot.run == self.session.run.number

    @invariant()
    def the_thread_is_asked_only_for_what_it_can_do(self) -> None:
        """But to branch where there is no memory, or from a lane that has diverged since, which nobody has seen yet."""
        assert not self.outdated or self.has_branched

    @invariant()
    def nothing_has_gone_wrong(self) -> None:
        assert not self.problems
        assert not [error for error in self.failures if "stopped:" in str(error)]


def trainer_of(*arguments: Any, **options: Any) -> Trainer:
    """Fails where it is to."""
    if Document.is_short_of_memory:
        Document.is_short_of_memory = False
        raise MemoryError
    return run_state.trainer_of(*arguments, **options)


@pytest.mark.nightly
def test_any_order(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    Document.problems = []
    monkeypatch.setattr(sys, "excepthook", lambda _, error, __: Document.problems.append(error))
    monkeypatch.setattr(undo, "MERGE_WITHIN", -1.0)
    monkeypatch.setattr(run, "trainer_of", trainer_of)
    run_state_machine_as_test(
        Document,
        settings=settings(
            max_examples=6 * TIMES, stateful_step_count=30, deadline=None, suppress_health_check=list(HealthCheck)
        ),
    )
