"""How many faults a test tries, and what it counted, told at the end of the run.

``FAULT_CASES=20 pytest -m nightly`` tries twenty times as many as usual.
"""

from __future__ import annotations

import os
from collections.abc import Callable

import pytest

from playground import autosave
from tests.playground.conftest import _closed_windows_are_gone, _no_thread_left_running, _own_settings  # noqa: F401

_counted: dict[str, str] = {}


@pytest.fixture(autouse=True)
def _saving_holds_nothing_back(monkeypatch: pytest.MonkeyPatch) -> None:
    """What took long is saved again a hundred times that much later: on a busy machine, in a minute."""
    monkeypatch.setattr(autosave, "SHARE", 1.0)


@pytest.fixture
def cases() -> Callable[[int], int]:
    """So many cases, or as many times more as FAULT_CASES says."""
    return lambda usual: usual * int(os.environ.get("FAULT_CASES", "1"))


@pytest.fixture
def figure(request: pytest.FixtureRequest) -> Callable[[str], None]:
    """Notes what a test has counted: the figures of docs/reliability.md."""
    return lambda text: _counted.update({request.node.name: text})


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    if _counted:
        terminalreporter.section("faults tried")
        for name, text in _counted.items():
            terminalreporter.write_line(f"{name}: {text}")
