"""Ctrl+C and the signal to end: what was asked for is saved, and the figures are printed."""

from __future__ import annotations

import json
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest

from playground.cli.main import main
from tests.playground.cli.terminal import environment, playground


@pytest.fixture
def endless(folder: Path) -> Iterator[subprocess.Popen[str]]:
    """A run that would take days, and has begun."""
    args = ["train", "spiral", "--steps", "1000000000", "--json", "--save", "m.npz", "--history", "h.csv"]
    process = subprocess.Popen(
        [sys.executable, "-m", "playground", *args, "--set", "data.test=1"],
        cwd=folder,
        env=environment(),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        encoding="utf-8",
    )
    with process:
        assert process.stderr is not None
        assert process.stderr.readline().startswith("step 0 of 1000000000")
        yield process
        process.kill()


@pytest.mark.skipif(sys.platform == "win32", reason="Windows sends no SIGINT to one process")
@pytest.mark.parametrize(("by", "code"), [(signal.SIGINT, 130), (signal.SIGTERM, 143)])
def test_a_signal_to_stop_saves_what_was_asked_for_and_prints_the_figures(
    endless: subprocess.Popen[str], folder: Path, by: signal.Signals, code: int
) -> None:
    endless.send_signal(by)
    stdout, stderr = endless.communicate(timeout=100)
    assert endless.returncode == code
    found = json.loads(stdout)
    assert found["steps"] < 1_000_000_000
    assert f"Interrupted at step {found['steps']}.\n" in stderr
    with np.load(folder / "m.npz", allow_pickle=False) as model:
        assert model["steps"] == found["steps"]
    assert playground("export", "m.npz", "--script", "net.py", "--lane", "Rate 0.1", cwd=folder).returncode == 0
    assert f"STEPS = {found['steps']}\n" in (folder / "net.py").read_text(encoding="utf-8")
    assert (folder / "h.csv").read_text().splitlines()[-1].startswith(f"{found['steps']},")


def test_ctrl_c_before_training_has_nothing_to_save(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def interrupted(source: str) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("playground.cli.inputs.find_experiment", interrupted)
    assert main(["train", "reference"]) == 130
    assert capsys.readouterr() == ("", "\nInterrupted.\n")
