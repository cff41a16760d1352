"""Work that changes hands among windows that die: a campaign, each single call, and clocks that jump."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import time
import zlib
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from engine.errors import PlaygroundError
from playground.document.work import Work
from playground.recovery import journal
from playground.recovery import work_folder as folders
from playground.recovery.journal import Journal
from playground.recovery.work_folder import TakenError, WorkFolder, leftovers
from tests.conftest import BY_NIGHT, only_at_night
from tests.playground.fork_server import ForkServer
from tests.playground.helpers import small

Cases = Callable[[int], int]
Figure = Callable[[str], None]
Said = Callable[..., dict[str, Any]]


@pytest.fixture
def said(fork_server: ForkServer, tmp_path: Path) -> Callable[..., dict[str, Any]]:
    """What a module prints in a process of its own."""

    def run(module: str, *arguments: str, timeout: int) -> dict[str, Any]:
        (folder := tmp_path / "said").mkdir()
        done = fork_server.run(f"tests.faults.{module}", *arguments, folder=folder, timeout=timeout)
        assert done.returncode == 0, done.stderr
        return dict(json.loads(done.stdout))

    return run


def worked(root: Path, name: str) -> WorkFolder:
    """Of a window that is open."""
    work_folder = WorkFolder.make(root)
    Journal(work_folder.edits).write(Work(small(name=name)))
    work_folder.has_grown()
    return work_folder


@pytest.mark.nightly
@pytest.mark.timeout(3600)
@pytest.mark.skipif(sys.platform == "win32", reason="needs kill -9 and forks")
def test_a_campaign_of_windows_that_are_killed(said: Said, cases: Cases, figure: Figure) -> None:
    found = said("campaign", str(cases(1)), "1", "60" if BY_NIGHT else "20", timeout=3600)
    figure(
        "{rounds} rounds, {kills} kills, {during_restore} of them during a restore, {stops} stops, {states} states, "
        "{restores} restores, {closed} windows closed: {lost} losses, {wrongly_refused} refusals without a reason, "
        "at most {most_folders} folders".format(**found)
    )
    assert (found["lost"], found["unknown"], found["wrongly_refused"]) == (0, 0, 0)
    assert found["most_folders"] <= found["most_left"] + found["windows"]


@only_at_night
@pytest.mark.timeout(1800)
@pytest.mark.skipif(not all(map(shutil.which, ("Xvfb", "openbox", "xdotool"))), reason="needs Xvfb, openbox, xdotool")
def test_a_monkey_with_mouse_and_keys(figure: Figure) -> None:
    command = [sys.executable, "-m", "tests.faults.monkey", "600", str(time.time_ns() % 1000)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    found = json.loads(done.stdout)
    figure("{actions} clicks, keys, drags and turns of the wheel: {exceptions} exceptions".format(**found))
    assert not found["what"]
    assert not found["died"]
    assert not found["wrong_ends"]
    assert set(found["said"]) <= {
        "Playground was ended by SIGTERM; your work is kept, and the next start goes on with it."
    }


@pytest.mark.nightly
@pytest.mark.skipif(sys.platform == "win32", reason="needs kill -9 and forks")
def test_killed_at_every_call_while_work_changes_hands(
    said: Said, tmp_path: Path, cases: Cases, figure: Figure
) -> None:
    found = said("killed_changing", str(tmp_path), str(max(1, 8 // cases(1))), timeout=3600)
    figure(
        "killed at {places} calls of {ways} ways in which work changes hands: nothing lost, nothing twice".format(
            **found
        )
    )
    assert not found["lost"]
    assert found["places"] > 10


@pytest.mark.parametrize("years", [-50, 50])
def test_a_clock_that_jumps_costs_no_work(tmp_path: Path, years: int) -> None:
    """What was done last is the newest, and stays, whatever the time of what was done before."""
    then = time.time() + years * 366 * 86400
    for number in range(folders.MOST_LEFT + 2):
        old = worked(tmp_path, f"old {number}")
        old.release()
        os.utime(old.edits, (then + number,) * 2)
    for name in ("mine", "newer"):
        worked(tmp_path, name).put_back()  # as if it had died
    still_open = worked(tmp_path, "still open")
    names = [journal.read(left.folder / "edits.journal").experiment.name for left in leftovers(tmp_path)]
    assert names[:3] == ["newer", "mine", f"old {folders.MOST_LEFT + 1}"]
    assert len(names) == folders.MOST_LEFT
    still_open.release()


def test_who_only_looks_does_not_keep_others_from_taking(tmp_path: Path) -> None:
    worked(tmp_path, "mine").put_back()
    (left,) = leftovers(tmp_path)
    looker = "import sys; from pathlib import Path; from playground.recovery.work_folder import leftovers\n"
    looker += "while True: print(len(leftovers(Path(sys.argv[1]))), flush=True)"
    with subprocess.Popen([sys.executable, "-c", looker, str(tmp_path)], stdout=subprocess.PIPE) as process:
        assert process.stdout is not None
        process.stdout.readline()
        for _ in range(200):
            WorkFolder.take(left).put_back()
        process.kill()


@pytest.mark.skipif(sys.platform == "win32", reason="forks")
def test_work_has_one_owner(tmp_path: Path) -> None:
    """Of many that take it at once."""
    worked(tmp_path, "mine").put_back()
    with subprocess.Popen(
        [sys.executable, "-m", "tests.faults.takers", str(tmp_path), "6"], stdin=subprocess.PIPE, stdout=subprocess.PIPE
    ) as takers:
        assert takers.stdout is not None
        got = [int(takers.stdout.readline()) for _ in range(6)]
        (left,) = tmp_path.iterdir()
        assert sum(got) == 1
        with pytest.raises(TakenError):
            WorkFolder.take(folders.Leftover(left, 0))
        takers.communicate()
    assert len(leftovers(tmp_path)) == 1


def test_what_died_before_it_had_work_leaves_nothing(tmp_path: Path) -> None:
    WorkFolder.make(tmp_path).put_back()
    its = worked(tmp_path, "mine")
    assert [folder.name for folder in tmp_path.iterdir()] == [its.folder.name]
    its.release()


def test_numbers_that_nothing_can_hold_are_damage(tmp_path: Path) -> None:
    """Planted by hand, with a checksum that is right."""
    its = worked(tmp_path, "mine")
    text = its.edits.read_bytes().partition(b" ")[2].strip()
    for old, new in ((b'"index":0', b'"index":1e999'), (b'"clean":0', b'"clean":-1e999'), (b'"drop":0', b'"drop":NaN')):
        planted = text.replace(old, new)
        assert planted != text
        its.edits.write_bytes(b"%08x %s\n" % (zlib.crc32(planted), planted))
        with pytest.raises(PlaygroundError, match="damaged"):
            journal.read(its.edits)
    nested = b"[" * 100_000
    its.edits.write_bytes(b"%08x %s\n" % (zlib.crc32(nested), nested))
    with pytest.raises(PlaygroundError, match="damaged"):
        journal.read(its.edits)
    its.release()
