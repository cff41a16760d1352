"""What the fuzzers share: how many cases, how a file may end up, and ways to damage one."""

from __future__ import annotations

import time
import tracemalloc
from collections import Counter, defaultdict
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st

import engine.data.columns.load  # noqa: F401  (pandas: what it takes is no file's)
from engine.data.text import survey
from engine.data.text.parsing import frames, only_numbers, runs, whole_numbers
from engine.errors import PlaygroundError
from tests.conftest import BY_NIGHT, TIMES

Result = TypeVar("Result")

MOST_SECONDS = 10.0
"""Of the processor, for one small file: what else the machine does is no matter."""
MOST_MEMORY = 16_000_000
"""Bytes beyond those that a file's own size allows."""
MEMORY_PER_BYTE = 60
"""A cell of two bytes is kept as text, number and place for a moment; a byte of JSON becomes objects."""

counted: dict[str, Counter[str]] = defaultdict(Counter)


def many(usual: int) -> settings:
    """Settings for as many times so many examples as FAULT_CASES says; by day for an eighth of them."""
    examples = usual * TIMES if BY_NIGHT else usual // 8
    return settings(max_examples=examples, deadline=None, database=None, suppress_health_check=list(HealthCheck))


def read_in_small_pieces(patch: pytest.MonkeyPatch) -> None:
    """Small tables are read as large ones are: in threads, some lines each."""
    for module, name, size in (
        (survey, "_BLOCK", 32),
        (survey, "_AT_ONCE", 64),
        (frames, "_SMALLEST_PIECE", 40),
        (frames, "_USUAL_PIECE", 40),
        (frames, "_PER_COLUMN", 0),
        (frames, "MOST_CELLS", 8),
        (runs, "_SMALLEST", 80),
        (runs, "_LARGEST", 80),
        (whole_numbers, "_PIECE", 40),
        (only_numbers, "_PIECE", 40),
        (only_numbers, "_CELLS", 8),
        (only_numbers, "_FEW_COLUMNS", 3),
    ):
        patch.setattr(module, name, size)


def tried(kind: str, path: Path, data: bytes, read: Callable[[Path], Result]) -> Result | None:
    """What ``read`` makes of a file with this content; None where it is refused in one sentence.

    Any other exception, much memory or much time fails the test. By day the memory of every third file is looked at,
    for whoever is watched takes three times as long.
    """
    path.write_bytes(data)
    started = time.process_time()
    is_watched = BY_NIGHT or counted[kind].total() % 3 == 0
    if is_watched:
        tracemalloc.start()
    result = None
    try:
        result = read(path)
        counted[kind]["read"] += 1
    except PlaygroundError as error:
        counted[kind]["refused"] += 1
        sentence = str(error)
        assert sentence.endswith("."), sentence
        assert "\n" not in sentence, sentence
    finally:
        peak = tracemalloc.get_traced_memory()[1]  # nothing where it is not watched
        tracemalloc.stop()
    assert time.process_time() - started < MOST_SECONDS
    assert peak < MOST_MEMORY + MEMORY_PER_BYTE * len(data), f"{peak / 1e6:.0f} MB for {len(data)} bytes"
    return result


@st.composite
def damaged(draw: st.DrawFn, whole: bytes) -> bytes:
    """The content of a file after a few accidents: bytes changed, cut out, doubled, put in, the end missing."""
    data = bytearray(whole)
    for _ in range(draw(st.integers(1, 4))):
        at = draw(st.integers(0, max(0, len(data) - 1)))
        match draw(st.sampled_from(["change", "change", "cut", "double", "insert", "end", "flip"])):
            case "change":
                data[at : at + 1] = draw(st.binary(min_size=1, max_size=1))
            case "flip" if data:
                data[at] ^= 1 << draw(st.integers(0, 7))
            case "cut":
                del data[at : at + draw(st.integers(1, 200))]
            case "double":
                data[at:at] = data[at : at + draw(st.integers(1, 200))]
            case "insert":
                data[at:at] = draw(st.binary(max_size=20))
            case "end":
                del data[at:]
    return bytes(data)
