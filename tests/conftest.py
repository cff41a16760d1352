"""Keeps the tests off the screen and away from the developer's own settings, caches and saved work."""

from __future__ import annotations

import atexit
import gc
import itertools
import os
import shutil
import tempfile
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any, Final, TypeVar

import pytest
from hypothesis import HealthCheck, settings

from tests.playground.fork_server import ForkServer

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
# Before NumPy is imported: small products are faster on one thread, and much faster where cores are busy.
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")

Case = TypeVar("Case")

BY_NIGHT: Final = "FAULT_CASES" in os.environ
only_at_night: Final = pytest.mark.nightly(only=True)
"""Of a test, or of a case, that takes long or a quiet machine: `make test` leaves it out, `make nightly` runs it."""

TIMES: Final = int(os.environ.get("FAULT_CASES", "1"))
"""``FAULT_CASES=20 make nightly`` tries twenty times as many cases as usual."""


def thorough(cases: Iterable[Case], *, by_day: Collection[Case]) -> list[Any]:
    """Cases for `parametrize`: all of them at night, and by day those that already meet every line there is to meet.

    thorough(PRESETS, by_day=("xor",)); of several arguments each case is a tuple.
    """
    every = list(cases)
    unknown = [case for case in by_day if case not in every]
    assert not unknown, f"none of the cases: {unknown}"
    return [
        case if case in by_day else pytest.param(*(case if isinstance(case, tuple) else (case,)), marks=only_at_night)
        for case in every
    ]


def thorough_product(*dimensions: Sequence[Any], also: Collection[tuple[Any, ...]] = ()) -> list[Any]:
    """The product of these at night; by day so few cases that each value of each dimension is in one of them, and
    those that meet lines of their own: ``also``.
    """
    longest = max(map(len, dimensions))
    by_day = [tuple(values[at % len(values)] for values in dimensions) for at in range(longest)]
    return thorough(itertools.product(*dimensions), by_day=[*by_day, *also])


# Without a stop-watch: a busy machine is no failure.
settings.register_profile(
    "playground", max_examples=40 * TIMES, deadline=None, suppress_health_check=[HealthCheck.too_slow]
)
settings.load_profile("playground")


def examples(usual: int) -> settings:
    """For Hypothesis: as many times so many examples as FAULT_CASES says; by day a quarter of them."""
    return settings(max_examples=usual * TIMES if BY_NIGHT else usual // 4)


FAULT, FILES = "faults tried", "hostile files tried"
"""What tests count, told at the end: `record_property` of (FAULT, a line) or (FILES, {kind: {outcome: number}})."""
_numbers: Final = itertools.count()
_lines: list[str] = []
_files: dict[str, Counter[str]] = {}

_MEMORY: Final = Path("/dev/shm")
"""A folder of Linux that is no disk: what is flushed to it is there at once. Each window that closes would wait."""
_HAS_ROOM: Final = _MEMORY.is_dir() and os.access(_MEMORY, os.W_OK) and shutil.disk_usage(_MEMORY).free > 1 << 30
_HOME: Final = Path(tempfile.mkdtemp(prefix="playground-tests-", dir=_MEMORY if _HAS_ROOM else None))
atexit.register(shutil.rmtree, _HOME, ignore_errors=True)  # pytest-xdist ends a slow process before its clean-up
_FOLDERS: Final = ("XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME", "XDG_CACHE_HOME", "XDG_RUNTIME_DIR")


def pytest_configure() -> None:
    """Moves the user's folders before any module under test can look them up."""
    for name in _FOLDERS:
        folder = _HOME / name
        folder.mkdir(mode=0o700)  # Qt warns about a runtime folder that others can read
        os.environ[name] = str(folder)


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """By day without what is `only_at_night`."""
    if not BY_NIGHT:
        left_out = [item for item in items if any(mark.kwargs.get("only") for mark in item.iter_markers("nightly"))]
        config.hook.pytest_deselected(items=left_out)
        gone = set(left_out)
        items[:] = [item for item in items if item not in gone]


def pytest_collection_finish() -> None:
    """What was imported and collected stays, so the garbage collector need not go through it with each test."""
    gc.collect()
    gc.freeze()


@pytest.fixture(autouse=True)
def user_path(monkeypatch: pytest.MonkeyPatch) -> Path:
    """Gives each test folders of its own, so that no test sees what another one saved.

    None of them is made: seven thousand folders take seconds to make and to remove, and few tests save there. Not by
    `tmp_path_factory`, which goes through all folders there are for the next number.
    """
    path = _HOME / f"user{next(_numbers)}"
    for name in ("XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME"):
        monkeypatch.setenv(name, str(path / name))
    return path


@pytest.fixture(scope="session")
def fork_server() -> Iterator[ForkServer]:
    """Starts windows in processes of their own, each without the second that importing them takes."""
    with ForkServer() as server:
        yield server


def pytest_runtest_logreport(report: pytest.TestReport) -> None:
    """Whichever process has run the test: its reports come to the one that tells the end."""
    if report.when != "teardown":
        return
    for name, value in report.user_properties:
        if name == FAULT:
            _lines.append(f"{report.nodeid.rpartition('::')[2]}: {value}")
        if name == FILES:
            for kind, outcomes in value.items():  # type: ignore[attr-defined]
                _files.setdefault(kind, Counter()).update(outcomes)


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    if _files:
        terminalreporter.section(FILES)
        for kind, outcomes in sorted(_files.items()):
            parts = ", ".join(f"{count} {outcome}" for outcome, count in sorted(outcomes.items()))
            terminalreporter.write_line(f"{kind}: {sum(outcomes.values())} ({parts})")
    if _lines:
        terminalreporter.section(FAULT)
        for line in sorted(_lines):
            terminalreporter.write_line(line)
