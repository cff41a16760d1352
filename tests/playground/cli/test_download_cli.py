"""``playground train --data mnist``: stderr says how far the download is, stdout stays clean."""

from __future__ import annotations

import json
from typing import Any

import pytest

from engine.data import Report, Table, load_table
from engine.data.sources import downloads
from engine.data.sources.downloads import Download
from engine.data.spec import DataSpec
from playground.cli.main import main


@pytest.fixture(autouse=True)
def _network(monkeypatch: pytest.MonkeyPatch) -> None:
    """A network that delivers digits, in pieces of a hundredth of MNIST."""

    def load(download: Download, *, report: Report) -> Table:
        for percent in range(1, 101):
            report(download.size * percent // 100, download.size)
        return load_table(DataSpec(source="digits"))

    monkeypatch.setattr(downloads, "load_download", load)


def run(*more: str) -> int:
    return main(["train", "reference", "--data", "mnist", "--train", "60", "--test", "40", "--steps", "2", *more])


def test_a_line_for_each_tenth(capsys: pytest.CaptureFixture[str]) -> None:
    run("--json")
    out, err = capsys.readouterr()
    lines = [line for line in err.splitlines() if line.startswith("Downloading mnist: ")]
    assert len(lines) == 11
    assert lines[-1] == "Downloading mnist: 11.6 of 11.6 MB"
    assert json.loads(out)


def test_quiet_is_quiet(capsys: pytest.CaptureFixture[str]) -> None:
    run("--quiet", "--json")
    assert "Downloading" not in capsys.readouterr().err


def test_one_line_on_a_terminal(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    from playground.cli import downloading

    class Terminal:
        def isatty(self) -> bool:
            return True

    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.setattr(downloading.sys, "stderr", Terminal())
    report: Any = downloading.download_report("mnist", quiet=False)
    monkeypatch.undo()
    for percent in range(1, 101):
        report(percent * 10_000, 1_000_000)
    err = capsys.readouterr().err
    assert err.count("\r") == 100
    assert err.endswith("1.0 of 1.0 MB\n")
    assert err.count("\n") == 1
