"""The lines with which a text begins: enough of them to see how it is written."""

from __future__ import annotations

from typing import Final

_SAMPLE: Final = 2**16
"""Bytes that are looked at; always three whole lines."""
_FEWEST_LINES: Final = 3
_MOST_LINES: Final = 200
_LONGEST: Final = 2**22
"""Bytes of three lines: what is longer is no table."""


def first_lines(data: bytes) -> list[str]:
    """Some hundred lines, each ending with a line feed. data: UTF-8 whose lines end with line feeds."""
    end = -1
    for _ in range(_FEWEST_LINES):
        end = data.find(b"\n", end + 1)
        if end < 0:
            break
    end = len(data) if end < 0 or len(data) <= _SAMPLE else max(end, data.rfind(b"\n", 0, _SAMPLE)) + 1
    lines = data[: min(end, _LONGEST)].decode(errors="ignore").split("\n")
    return [line + "\n" for line in (lines if lines[-1] else lines[:-1])[:_MOST_LINES]]
