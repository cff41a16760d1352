"""Windows without panels that are killed at the n-th thing that they ask of the file system while work changes hands.

``python -m tests.faults.killed_changing FOLDER STRIDE`` tries each place, or each STRIDE-th, of each way in which it
does, and prints how many there were and what was lost, as JSON. Each window is forked off this process.
"""

from __future__ import annotations

import json
import os
import signal
import sys
from pathlib import Path
from typing import Any, Final

from PySide6.QtCore import QCoreApplication

from engine.errors import PlaygroundError
from playground.document.session import Session
from playground.document.work import Work
from playground.recovery import journal
from playground.recovery.autosave import Autosave
from playground.recovery.journal import Journal
from playground.recovery.recovery import Recovery
from playground.recovery.work_folder import WorkFolder, leftovers
from tests.playground.helpers import small

WAYS: Final = ("restore", "start_fresh", "go_on", "close", "prune")
_EVENTS: Final = ("open", "os.", "shutil.", "fcntl.flock")


def try_all(folder: Path, stride: int) -> dict[str, Any]:
    """Figures of all ways."""
    tried, lost = 0, []
    for way in WAYS:
        place, is_killed = 0, True
        while is_killed:
            root = folder / f"{way}{place}"
            is_killed = _in_fork(way, root, place)
            tried += is_killed
            names = [_name(left.folder) for left in leftovers(root)]
            if {"left", *(["mine"] if way != "go_on" else [])} - {*names} or len(names) != len({*names}):
                lost.append((way, place, names))
            place += stride
    return {"ways": len(WAYS), "places": tried, "lost": lost}


def _in_fork(way: str, root: Path, place: int) -> bool:
    """Whether it was killed: there were so many places."""
    pid = os.fork()
    if not pid:
        try:
            _change_hands(way, root, place)
        finally:
            os._exit(3)
    code = os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1])
    assert code in (0, -signal.SIGKILL), (way, place, code)
    return code != 0


def _change_hands(way: str, root: Path, place: int) -> None:
    _app = QCoreApplication([])
    for number in range(12 if way == "prune" else 1):
        _leave(root, f"older {number}" if number < 11 and way == "prune" else "left")
    session = Session(small(name="fresh"))
    autosave = Autosave(session, root)
    recovery = Recovery(session, autosave, root)
    if way != "go_on":
        session.edit("name", "mine")
        autosave.flush()
    _kill_at(place, str(root))
    if way == "close":
        assert autosave.close("look") is None
    elif way == "prune":
        WorkFolder.make(root)
    else:
        getattr(recovery, way)()
        autosave.flush()
    os._exit(0)


def _leave(root: Path, name: str) -> None:
    work_folder = WorkFolder.make(root)
    Journal(work_folder.edits).write(Work(small(name=name)))
    work_folder.release()


def _kill_at(place: int, root: str) -> None:
    """At the n-th call that has to do with that folder, just before it."""
    count = 0

    def hook(event: str, arguments: tuple[object, ...]) -> None:
        nonlocal count
        if event.startswith(_EVENTS) and (event == "fcntl.flock" or root in str(arguments)):
            if count == place:
                os.kill(os.getpid(), signal.SIGKILL)
            count += 1

    sys.addaudithook(hook)


def _name(folder: Path) -> str:
    try:
        return journal.read(folder / "edits.journal").experiment.name
    except PlaygroundError as error:
        return str(error)


if __name__ == "__main__":
    print(json.dumps(try_all(Path(sys.argv[1]), int(sys.argv[2]))))
