"""Whose turn it is to show a snapshot: told by a clock that the test moves on."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

import numpy as np
import pytest
from pytestqt.qtbot import QtBot

import playground.shell.frame_scheduler
from engine.train.history.history import History, Mark
from engine.train.snapshot import Snapshot
from playground.frame_rate import FRAME
from playground.shell.frame_scheduler import BUDGET, FrameScheduler
from playground.ui.panel_parts import Part, other_figures, other_inside

FIGURES = np.zeros((5, 1))


@dataclass
class Clock:
    now: float = 1000.0

    def perf_counter(self) -> float:
        return self.now


@dataclass
class Stage:
    """Parts that take their time, and what was shown in each frame."""

    clock: Clock
    turns: FrameScheduler
    frames: list[str] = field(default_factory=list)

    def part(self, name: str, takes: float = 0.0, **more: Any) -> Part:
        def show(snapshot: Snapshot | None) -> None:
            self.frames[-1] += name
            self.clock.now += takes

        return Part(show, **more)

    def frame(self, snapshot: Snapshot | None, *, training: bool = True) -> str:
        """Which parts have shown it."""
        self.frames.append("")
        with self.turns.frame(snapshot, training=training):
            pass
        self.clock.now += FRAME
        return self.frames[-1]


@dataclass
class Again:
    """What is to happen when parts have been left out."""

    call: Callable[[], object] = lambda: None


@pytest.fixture
def again() -> Again:
    return Again()


@pytest.fixture
def stage(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, again: Again) -> Stage:
    clock = Clock()
    monkeypatch.setattr(playground.shell.frame_scheduler, "time", clock)
    return Stage(clock, FrameScheduler(lambda: again.call()))


@pytest.fixture
def history() -> History:
    return History(1)


@pytest.fixture
def snapshot(history: History) -> Callable[..., Snapshot]:
    """The next one, of an evaluation of its own unless ``evaluated`` says otherwise."""
    step = 0

    def make(*, run: int = 1, evaluated: bool = True, **more: Any) -> Snapshot:
        nonlocal step
        step += 1
        if evaluated:
            history.append(step, FIGURES)
        view = history.view()
        return Snapshot(run, step, 0.0, int(view.steps[-1]), 0.0, (), view, **more)

    return make


Make = Callable[..., Snapshot]


def test_quick_parts_show_every_snapshot(stage: Stage, snapshot: Make) -> None:
    stage.turns.set_parts([stage.part(name, BUDGET / 10) for name in "abc"])
    shown = [stage.frame(snapshot()) for _ in range(30)]
    assert set(shown[15:]) == {"abc"}


def test_slow_parts_take_turns(stage: Stage, snapshot: Make) -> None:
    stage.turns.set_parts([stage.part(name, BUDGET * 0.8) for name in "abc"])
    shown = [stage.frame(snapshot()) for _ in range(40)]
    assert shown[0] == "abc", "a new run"
    assert all(len(frame) == 1 for frame in shown[10:])
    assert sorted("".join(shown[10:])) == sorted("abc" * 10), "in turns"
    assert all(len(set(shown[first : first + 3])) == 3 for first in range(10, 30)), "one after the other"


def test_quick_parts_do_not_wait_for_a_slow_one(stage: Stage, snapshot: Make) -> None:
    stage.turns.set_parts([stage.part("a", BUDGET * 3), stage.part("b", BUDGET / 20), stage.part("c", BUDGET / 20)])
    shown = [stage.frame(snapshot()) for _ in range(40)][20:]
    assert sum("a" in frame for frame in shown) >= 10
    assert sum("b" in frame for frame in shown) >= 10
    assert "abc" not in {"".join(sorted(frame)) for frame in shown}


def test_an_unhurried_part_keeps_its_pace(stage: Stage, snapshot: Make) -> None:
    stage.turns.set_parts([stage.part("a"), stage.part("b", pace=3 * FRAME)])
    shown = [stage.frame(snapshot()) for _ in range(30)]
    assert "".join(shown).count("a") == 30
    assert "".join(shown).count("b") == 10


def test_what_has_nothing_new_to_show_is_left_out(stage: Stage, snapshot: Make) -> None:
    stage.turns.set_parts([stage.part("a", differs=other_figures), stage.part("b")])
    shown = [stage.frame(snapshot(evaluated=number % 3 == 0)) for number in range(9)]
    assert ["a" in frame for frame in shown] == [True, False, False] * 3
    assert all("b" in frame for frame in shown)


def test_what_cannot_be_seen_is_left_out(stage: Stage, snapshot: Make) -> None:
    hidden = {"a"}
    stage.turns.set_parts([stage.part(name, is_seen=lambda name=name: name not in hidden) for name in "ab"])
    assert [stage.frame(snapshot()) for _ in range(3)] == ["b", "b", "b"]
    hidden.clear()
    assert "a" in stage.frame(snapshot())


def test_all_show_what_is_no_frame_among_many(stage: Stage, snapshot: Make) -> None:
    stage.turns.set_parts([stage.part(name, BUDGET) for name in "abc"])
    frames = [stage.frame(snapshot()) for _ in range(10)]
    assert len(frames[-1]) == 1
    assert stage.frame(snapshot(run=2)) == "abc", "another run"
    assert stage.frame(None) == "abc", "no run"
    assert stage.frame(snapshot(run=2)) == "abc"
    assert len(stage.frame(snapshot(run=2))) == 1
    assert stage.frame(snapshot(run=2, is_finished=True)) == "abc", "the end"
    assert stage.frame(snapshot(run=2), training=False) == "abc", "paused"
    assert len(stage.frame(snapshot(run=2))) == 1
    assert stage.frame(snapshot(run=2, newest_step=99)) == "abc", "looking back"
    assert len(stage.frame(snapshot(run=2))) == 1


def test_what_was_left_out_is_caught_up_with(stage: Stage, snapshot: Make, again: Again, qtbot: QtBot) -> None:
    """In turns too, when no other snapshot comes."""
    stage.turns.set_parts([stage.part(name, BUDGET) for name in "abc"])
    stage.frame(snapshot())
    assert not stage.turns._catch_up.isActive()
    last = snapshot()
    again.call = lambda: stage.frame(last)
    stage.frame(last)
    qtbot.waitUntil(lambda: len(stage.frames) == 4)
    assert [len(shown) for shown in stage.frames] == [3, 1, 1, 1]
    assert set("".join(stage.frames[1:])) == set("abc")
    assert not stage.turns._catch_up.isActive(), "all have shown it"


def test_other_figures_and_findings(snapshot: Make, history: History) -> None:
    found = object()
    first = snapshot(inside={"signals": found})
    same = snapshot(evaluated=False, inside={"signals": found})
    assert not other_figures(first, same)
    assert not other_inside(first, same)
    assert other_inside(first, snapshot(evaluated=False, inside={"signals": object()}))
    assert other_inside(first, snapshot(evaluated=False, inside={}))
    history.mark(Mark(1, "batch_size", 1, 2))
    assert other_figures(first, snapshot(evaluated=False))
    assert other_inside(first, snapshot(inside={"signals": found}))
