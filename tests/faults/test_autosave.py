"""What is saved while working: whole lines or none, little of the time, and every leftover offered until answered."""

from __future__ import annotations

import errno
import os
import subprocess
import sys
import time
from collections.abc import Callable
from itertools import pairwise
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from engine.errors import PlaygroundError
from engine.experiment.edits.field_edits import edited
from engine.experiment.experiment import parse
from playground.document.work import Edit, Work
from playground.recovery import autosave, journal, process_identity
from playground.recovery.folders import work_folder
from playground.recovery.journal import Journal
from playground.recovery.work_folder import TakenError, WorkFolder, leftovers
from tests.conftest import only_at_night, thorough
from tests.faults.test_killed_windows import opened, opened_window, restore
from tests.playground.helpers import answer, press_play, small, told, wait_for_step

Cases = Callable[[int], int]
Figure = Callable[[str], None]


def works(count: int) -> list[Work]:
    """A history that grows, is undone, redone and cut off."""
    experiments = [edited(small(), "layers.0.units", 2 + number) for number in range(count + 1)]
    edits = [Edit(f"λ {i}", experiments[i], experiments[i + 1]) for i in range(count)]
    grown = [Work(experiments[n], tuple(edits[:n]), n, 0) for n in range(1, count + 1)]
    undone = Work(experiments[1], tuple(edits), 1, -1, Path("/a/ü.json"))
    opening = Edit("Open", experiments[1], experiments[0], (None, Path("/a/b.json")))
    return [*grown, undone, Work(experiments[0], (edits[0], opening), 2, 2, Path("/a/b.json"))]


def left_behind(root: Path, name: str, age: float) -> Path:
    """The folder of a window that has died so many seconds ago."""
    work_folder = WorkFolder.make(root)
    Journal(work_folder.edits).write(Work(edited(small(), "name", name)))
    work_folder.release()
    os.utime(work_folder.edits, (time.time() - age,) * 2)
    return work_folder.folder


# --- the journal ------------------------------------------------------------------------------------------------------


def test_a_journal_gives_back_what_was_written_last(tmp_path: Path) -> None:
    kept = Journal(tmp_path / "j")
    for work in works(10):
        kept.write(work)
        assert journal.read(tmp_path / "j").to_dict() == work.to_dict()


@pytest.mark.nightly
def test_a_journal_cut_off_anywhere(tmp_path: Path, cases: Cases, figure: Figure) -> None:
    """As a power cut leaves it: the state before the line that is not whole, never anything else."""
    path, states, ends = tmp_path / "j", works(4), []
    kept = Journal(path)
    for work in states:
        kept.write(work)
        ends.append(path.stat().st_size)
    data = path.read_bytes()
    wrong, stride = 0, max(1, 40 // cases(1))
    lengths = sorted({*range(0, len(data) + 1, stride), *(end + near for end in ends for near in (-2, -1, 0))})
    for length in lengths:
        garbage = length % 3
        path.write_bytes(data[:length] + b"\0" * garbage)
        whole = [state for state, end in zip(states, ends, strict=True) if end - (not garbage) <= length]
        if not whole:
            with pytest.raises(PlaygroundError, match="damaged"):
                journal.read(path)
            continue
        wrong += journal.read(path).to_dict() != whole[-1].to_dict()
    assert not wrong
    figure(f"{len(lengths)} lengths, 0 wrong states")


@pytest.mark.nightly
def test_a_journal_with_a_changed_byte_is_damaged(tmp_path: Path, cases: Cases, figure: Figure) -> None:
    path, states = tmp_path / "j", works(3)
    kept = Journal(path)
    for work in states:
        kept.write(work)
    data = path.read_bytes()
    truth, wrong, tried = [state.to_dict() for state in states], 0, 0
    for place in range(0, len(data), max(1, 29 // cases(1))):
        path.write_bytes(data[:place] + bytes([data[place] ^ 0x15]) + data[place + 1 :])
        tried += 1
        try:
            wrong += journal.read(path).to_dict() not in truth
        except PlaygroundError:
            continue
    assert not wrong
    figure(f"{tried} bytes changed, 0 wrong states")


def test_a_long_history_costs_no_more_an_edit(tmp_path: Path) -> None:
    kept, path = Journal(tmp_path / "j"), tmp_path / "j"
    sizes = [0]
    for work in works(150)[:150]:
        kept.write(work)
        sizes.append(path.stat().st_size)
    gains = [later - earlier for earlier, later in pairwise(sizes[1:])]
    assert max(gains[-50:]) < 1.2 * max(gains[:50])


@pytest.mark.parametrize("call", ["open", "write", "fsync"])
def test_a_disk_that_is_full_for_a_while(call: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path, states = tmp_path / "j", works(4)
    kept = Journal(path)
    kept.write(states[0])

    def full(*_: object, **__: object) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    with monkeypatch.context() as patch:
        if call == "fsync":
            patch.setattr(os, "fsync", full)
        else:
            patch.setattr(Path, "open", full)
        with pytest.raises(PlaygroundError, match="no space"):
            kept.write(states[1])
    assert journal.read(path).to_dict() in (states[0].to_dict(), states[1].to_dict())
    kept.write(states[2])
    assert journal.read(path).to_dict() == states[2].to_dict()


# --- whose it is ------------------------------------------------------------------------------------------------------


def test_processes_are_known_by_when_they_started() -> None:
    assert process_identity.is_alive(process_identity.me())
    assert not process_identity.is_alive({**process_identity.me(), "started": "another boot 1"})
    ended = subprocess.Popen([sys.executable, "-c", ""])
    ended.wait()
    assert not process_identity.is_alive({"pid": ended.pid, "started": process_identity.started(ended.pid)})
    for nonsense in (None, [], {}, {"pid": "1"}, {"pid": -1, "started": ""}):
        assert not process_identity.is_alive(nonsense)


def test_a_leftover_can_be_taken_once(tmp_path: Path) -> None:
    left_behind(tmp_path, "a", 0)
    (left,) = leftovers(tmp_path)
    work_folder = WorkFolder.take(left)
    with pytest.raises(TakenError):
        WorkFolder.take(left)
    assert leftovers(tmp_path) == []
    work_folder.delete()
    assert list(tmp_path.iterdir()) == []


# --- in the window ----------------------------------------------------------------------------------------------------


def test_the_newest_is_offered_first_and_the_others_stay(qtbot: QtBot) -> None:
    for name, age in (("older", 7200), ("newest", 60), ("oldest", 200_000)):
        left_behind(work_folder(), name, age)
    with opened(qtbot) as (window, _):
        assert "other work (2)" in window.recovery_bar.text()
        restore(qtbot, window)
        assert window.session.experiment.name == "newest"
        assert "other work (1)" in window.recovery_bar.text()
        answer(qtbot, window, "recovery.other")
        restore(qtbot, window)
        assert window.session.experiment.name == "oldest", "every one of them can be had"
    names = [journal.read(left.folder / "edits.journal").experiment.name for left in leftovers(work_folder())]
    assert names == ["oldest", "newest", "older"], "the first of them is what the window was closed with"


def test_what_was_edited_before_restoring_is_not_lost(qtbot: QtBot) -> None:
    left_behind(work_folder(), "left", 60)
    with opened(qtbot) as (window, safety):
        window.session.edit("name", "mine")
        window.session.run.toggle()
        wait_for_step(qtbot, window, 20)
        restore(qtbot, window)
        qtbot.waitUntil(lambda: window.session.experiment.name == "left")
        assert not window.recovery_bar.isHidden()
        restore(qtbot, window)
        qtbot.waitUntil(lambda: window.session.experiment.name == "mine")
        wait_for_step(qtbot, window, 20)
        safety.autosave.flush()
    assert len(leftovers(work_folder())) == 2  # that of "left", as it was put back, and what was in the window


def test_damaged_leftovers_are_told_and_put_aside(qtbot: QtBot) -> None:
    (left_behind(work_folder(), "older", 600) / "run.npz").write_bytes(b"PK\3\4 nothing")
    for path in work_folder().rglob("run.npz"):
        os.utime(path, (time.time() - 600,) * 2)
    (left_behind(work_folder(), "a", 0) / "edits.journal").write_bytes(b"\0" * 500)
    with opened(qtbot) as (window, _):
        restore(qtbot, window)
        assert "damaged and was put aside" in window.message.text()
        assert window.session.experiment.name == "fresh"
        restore(qtbot, window)
        assert "the run is damaged" in window.message.text()
        assert window.session.experiment.name == "older"  # its edits are whole
        assert window.recovery_bar.isHidden()
    assert len(leftovers(work_folder())) == 1
    assert len(list(work_folder().glob("damaged-*"))) == 1


def test_a_reset_run_does_not_come_back(qtbot: QtBot) -> None:
    with opened(qtbot) as (window, safety):
        assert not work_folder().exists()  # nothing was done, so nothing is kept
        window.session.run.toggle()
        wait_for_step(qtbot, window, 50)
        window.session.run.toggle()
        qtbot.waitUntil(lambda: not window.session.is_training and safety.autosave.is_run_kept(), timeout=20_000)
        assert len(list(work_folder().rglob("run.npz"))) == 1
        window.session.reset()
        qtbot.waitUntil(lambda: not list(work_folder().rglob("run.npz")))


def test_a_full_disk_is_told_once_and_tried_again(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    told: list[PlaygroundError] = []
    with opened(qtbot) as (window, safety):
        safety.autosave.failed.connect(told.append)
        monkeypatch.setattr(autosave, "EDITS_EVERY", 0.02)
        monkeypatch.setattr(autosave, "_AFTER_FAILURE", 0.1)
        with monkeypatch.context() as patch:
            patch.setattr(journal, "write_atomically", _full)
            for number in range(5):
                window.session.edit("name", f"edit {number}")
                safety.autosave.flush()
            qtbot.waitUntil(lambda: bool(told))
            assert "no space left" in window.message.text().lower()
        qtbot.waitUntil(lambda: bool(list(work_folder().rglob("edits.journal"))))
        assert len(told) == 1
        safety.autosave.flush()
        (path,) = work_folder().rglob("edits.journal")
        assert journal.read(path).experiment.name == "edit 4"


def _full(*_: object) -> None:
    raise PlaygroundError("{file} cannot be written: {reason}.", file="x", reason="no space left on device")


@only_at_night
def test_it_costs_less_than_a_hundredth(qtbot: QtBot, figure: Figure) -> None:
    """In the window's thread and in the training's, with a thousand edits and a run that is saved all the time."""
    with opened_window(qtbot) as (window, safety):
        session = window.session
        session.restore(works(1000)[999])
        assert session.undo_stack.count() == 1000
        spent = _seconds(session.work)
        taken: list[float] = []
        session.run.captured.connect(lambda _, seconds: taken.append(seconds))
        press_play(qtbot, window)
        qtbot.waitUntil(lambda: len(taken) >= 3)
        safety.autosave.flush()
    of_edits, of_run = spent / autosave.EDITS_EVERY, max(taken) / autosave.RUN_EVERY
    figure(f"{of_edits:.2%} of the window's time while editing, {of_run:.3%} of the training's")
    assert of_edits < 0.01
    assert of_run < 0.01


def _seconds(work: Callable[[], object]) -> float:
    times = []
    for _ in range(5):
        before = time.perf_counter()
        work()
        times.append(time.perf_counter() - before)
    return min(times)


@pytest.mark.parametrize("stamp", thorough([2**62, -(2**62)], by_day=[-(2**62)]))
def test_a_time_that_no_calendar_has(qtbot: QtBot, stamp: int) -> None:
    edits = left_behind(work_folder(), "left", 60) / "edits.journal"
    os.utime(edits, ns=(0, stamp))
    with opened(qtbot) as (window, _):
        restore(qtbot, window)
        window.session.edit("name", "mine")
        assert window.session.experiment.name == "mine"


@pytest.mark.parametrize("far", thorough([1e308, 1e10], by_day=[1e308]))
def test_points_that_no_screen_can_hold_are_refused_in_a_sentence(qtbot: QtBot, far: float) -> None:
    planted = small(name="far").to_dict()
    planted["data"] = {"source": "painted", "points": [[far, 0, 0], [-far, 1, 1], [0, far, 1]], "train": 2, "test": 1}
    its = WorkFolder.make(work_folder())
    Journal(its.edits).write(Work(parse(planted)))
    its.release()
    with opened_window(qtbot) as (window, _):
        restore(qtbot, window)
        assert window.session.experiment.name == "far"
        assert "must lie between" in told(window)
        window.session.undo_stack.undo()
        window.session.edit("data.source", "xor")
        qtbot.waitUntil(lambda: window.session.snapshot is not None)
