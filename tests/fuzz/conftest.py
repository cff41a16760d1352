"""Says at the end of the run how many hostile files were tried, and what became of them."""

from __future__ import annotations

import pytest

from tests.fuzz.hostile import counted


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    if counted:
        terminalreporter.section("hostile files tried")
        for kind, outcomes in sorted(counted.items()):
            parts = ", ".join(f"{count} {outcome}" for outcome, count in sorted(outcomes.items()))
            terminalreporter.write_line(f"{kind}: {sum(outcomes.values())} ({parts})")
