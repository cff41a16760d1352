"""A sweep over two networks of this computer, joined by a cable of their own: as over two machines."""

from __future__ import annotations

import contextlib
import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pandas as pd
import pytest

from engine.store.experiment_files import save_experiment
from playground.cli.main import main
from tests.conftest import only_at_night
from tests.engine.sweep.helpers import small

NAMES = f"sweep-a-{os.getpid()}", f"sweep-b-{os.getpid()}"
HERE, THERE = "10.213.77.1", "10.213.77.2"
SCHEDULER = f"tcp://{HERE}:8786"
SWEPT = ["--grid", "l2=0,0.1,0.2", "--grid", "optimizer.kind=sgd,adam", "--seeds", "4", "--steps", "2000"]


def ip(*words: str) -> None:
    subprocess.run(["ip", *words], check=True, capture_output=True)


@pytest.fixture
def networks() -> Iterator[None]:
    if sys.platform != "linux" or os.geteuid() != 0 or shutil.which("ip") is None:
        pytest.skip("needs root, and ip of iproute2")
    ends = [f"sw{os.getpid()}{side}" for side in "ab"]
    try:
        try:
            for name in NAMES:
                ip("netns", "add", name)
        except subprocess.CalledProcessError:
            pytest.skip("networks cannot be made here")
        ip("link", "add", ends[0], "type", "veth", "peer", "name", ends[1])
        for name, end, address in zip(NAMES, ends, (HERE, THERE), strict=True):
            ip("link", "set", end, "netns", name)
            ip("-n", name, "address", "add", f"{address}/24", "dev", end)
            ip("-n", name, "link", "set", "lo", "up")
            ip("-n", name, "link", "set", end, "up")
        yield
    finally:
        for name in NAMES:
            subprocess.run(["ip", "netns", "delete", name], capture_output=True, check=False)


class Machines:
    """What runs in the two networks; each process begins a session, and ends with all that belongs to it."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._running: list[subprocess.Popen[str]] = []

    def start(self, network: int, *words: str) -> subprocess.Popen[str]:
        command = ["ip", "netns", "exec", NAMES[network], sys.executable, "-m", *words]
        found = subprocess.Popen(
            command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, encoding="utf-8", start_new_session=True
        )
        self._running.append(found)
        return found

    def start_cluster(self) -> subprocess.Popen[str]:
        """The scheduler, here; a worker here and one there."""
        found = self.start(0, "distributed.cli.dask_scheduler", "--host", HERE, "--no-dashboard")
        for network, host in enumerate((HERE, THERE)):
            scratch = str(self._folder / f"scratch-{network}")
            asked = ["--host", host, "--nthreads", "1", "--no-dashboard", "--local-directory", scratch]
            self.start(network, "distributed.cli.dask_worker", SCHEDULER, *asked)
        return found

    def end(self) -> None:
        for process in self._running:
            with contextlib.suppress(ProcessLookupError):
                os.killpg(process.pid, signal.SIGKILL)
            process.communicate()
        self._running.clear()


@only_at_night
def test_a_sweep_over_two_networks_survives_the_death_of_the_scheduler(networks: None, tmp_path: Path) -> None:
    save_experiment(small(name="small"), tmp_path / "small.json")
    out, machines = tmp_path / "r.csv", Machines(tmp_path)
    command = ["playground", "sweep", str(tmp_path / "small.json"), *SWEPT, "--out", str(out)]
    try:
        scheduler = machines.start_cluster()
        first = machines.start(0, *command, "--scheduler", SCHEDULER)
        journal, until = tmp_path / "r.csv.sweep" / "journal", time.monotonic() + 100
        while not (journal.is_file() and len(journal.read_bytes().splitlines()) > 1):
            assert first.poll() is None, first.communicate()[1]
            assert time.monotonic() < until
            time.sleep(0.02)
        os.killpg(scheduler.pid, signal.SIGKILL)
        _, said = first.communicate(timeout=100)
        assert first.returncode == 1, said
        assert "is gone" in said
        assert "Traceback" not in said
        machines.end()
        machines.start_cluster()
        second = machines.start(1, "playground", "sweep", "--resume", "--out", str(out), "--scheduler", SCHEDULER)
        _, said = second.communicate(timeout=200)
        assert second.returncode == 0, said
    finally:
        machines.end()
    assert not (tmp_path / "r.csv.sweep").exists()
    here = ["--out", str(tmp_path / "here.csv"), "--workers", "0", "--quiet"]
    assert main(["sweep", str(tmp_path / "small.json"), *SWEPT, *here]) == 0
    tables = [pd.read_csv(path).drop(columns="seconds") for path in (out, tmp_path / "here.csv")]
    pd.testing.assert_frame_equal(*tables, check_exact=True)
