"""However it is ended, and whatever its threads are at: the work is kept, and a sentence is all that is said."""

from __future__ import annotations

import gzip
import signal
import sys
from pathlib import Path
from subprocess import CompletedProcess

import pytest

from engine.data.sources.downloads import MNIST, cache_folder
from playground.recovery import journal
from playground.recovery.folders import work_folder
from playground.recovery.undone import Undone
from playground.recovery.work_folder import leftovers
from tests.conftest import only_at_night, thorough
from tests.engine.data.sources.faulty_server import REACHED, Faulty, faulty_server
from tests.playground.fork_server import ForkServer

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="forks")


def ended(server: ForkServer, folder: Path, how: str, source: str = "") -> CompletedProcess[str]:
    return server.run("tests.playground.recovery.ended_window", how, source, folder=folder)


def said(done: CompletedProcess[str]) -> list[str]:
    """On stderr, but for what the offscreen platform says of each window."""
    return [line for line in done.stderr.splitlines() if "propagateSizeHints" not in line]


@pytest.mark.parametrize(
    "name", ["SIGTERM", *(pytest.param(name, marks=only_at_night) for name in ("SIGINT", "SIGHUP"))]
)
def test_a_signal_ends_it_as_closing_does(fork_server: ForkServer, tmp_path: Path, name: str) -> None:
    done = ended(fork_server, tmp_path, name)
    assert done.returncode == 128 + getattr(signal, name)
    assert said(done) == [f"Playground was ended by {name}; your work is kept, and the next start goes on with it."]
    (left,) = leftovers(work_folder())
    assert left.was_closed
    assert journal.read(left.folder / "edits.journal").experiment.name == "mine"
    assert (left.folder / "run.npz").is_file()


def test_a_display_that_vanishes_costs_no_edit(fork_server: ForkServer, tmp_path: Path) -> None:
    done = ended(fork_server, tmp_path, "display")
    assert done.returncode == 1
    assert [line.rpartition(";")[0] for line in said(done)] == ["Playground was ended by the loss of the display"]
    (left,) = leftovers(work_folder())
    assert journal.read(left.folder / "edits.journal").experiment.name == "mine"


@pytest.mark.parametrize("way", ["drips", pytest.param("drips_headers", marks=only_at_night)])
def test_closing_is_safe_while_a_server_drips(
    fork_server: ForkServer, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, way: str
) -> None:
    """Which would go on for an hour."""
    monkeypatch.setenv("NO_PROXY", "127.0.0.1")
    with faulty_server(tmp_path / "served") as address:
        done = ended(fork_server, tmp_path, "downloading", f"{address}{way}/ {tmp_path / 'served' / REACHED}")
        assert Faulty.cut_off.wait(20)
    assert (done.returncode, said(done)) == (0, [])
    assert not list(cache_folder(MNIST).iterdir()), "nothing unfinished"
    (left,) = leftovers(work_folder())
    assert journal.read(left.folder / "edits.journal").experiment.name == "mine"


@pytest.mark.parametrize("how", thorough(["training", "exporting", "reading", "deaf"], by_day=["exporting", "reading"]))
def test_closing_is_safe_whatever_the_threads_are_at(fork_server: ForkServer, tmp_path: Path, how: str) -> None:
    path = tmp_path / "endless.csv.gz"
    line = b"a,b,c,label\n" + b"0.5,1.5,2.5,x\n" * 100_000
    path.write_bytes(gzip.compress(line, 1) * 40)
    done = ended(fork_server, tmp_path, how, str(path))
    assert (done.returncode, said(done)) == (0, [])
    (left,) = leftovers(work_folder())
    assert journal.read(left.folder / "edits.journal").experiment.name == "mine"
    assert (left.folder / "run.npz").is_file() or how in ("reading", "deaf")  # which is another document's run
    assert Undone.read(left.folder / "undone.json") == Undone(("nowhere",) if how == "exporting" else ())
