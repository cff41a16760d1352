"""How many faults a test tries, and what it has counted.

``FAULT_CASES=20 make nightly`` tries twenty times as many as a test names, and `make test` a quarter of them.
"""

from __future__ import annotations

from collections.abc import Callable

import pytest

from playground.recovery import autosave
from tests.conftest import BY_NIGHT, FAULT, TIMES
from tests.playground.conftest import (  # noqa: F401
    _closed_windows_are_gone,
    _light_and_english,
    _no_spare_time,
    _no_thread_left_running,
    _own_settings,
)


@pytest.fixture(autouse=True)
def _saving_holds_nothing_back(monkeypatch: pytest.MonkeyPatch) -> None:
    """What took long is saved again a hundred times that much later: on a busy machine, in a minute."""
    monkeypatch.setattr(autosave, "SHARE", 1.0)


@pytest.fixture
def cases() -> Callable[[int], int]:
    """As many times so many cases as FAULT_CASES says; by day a quarter of them."""
    return lambda usual: usual * TIMES if BY_NIGHT else max(1, usual // 4)


@pytest.fixture
def figure(record_property: Callable[[str, object], None]) -> Callable[[str], None]:
    """Notes what a test has counted: the figures of docs/reliability.md."""
    return lambda text: record_property(FAULT, text)
