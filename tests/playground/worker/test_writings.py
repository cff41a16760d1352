"""Files that are written from a run: what goes wrong is a sentence that names the file, and is told once."""

from __future__ import annotations

import errno
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from engine.errors import PlaygroundError
from playground.worker.writings import Writings


def failing(error: Exception) -> Callable[[], None]:
    def fill() -> None:
        raise error

    return fill


@pytest.mark.parametrize(
    ("error", "sentence"),
    [
        (PlaygroundError("It has no network."), "It has no network."),
        (OSError(errno.EDQUOT, "Disk quota exceeded"), "a.py cannot be written: Disk quota exceeded."),
        (MemoryError(), "a.py cannot be written: there is not enough memory."),
        (ZeroDivisionError("by zero"), "a.py cannot be written: ZeroDivisionError('by zero')."),
    ],
)
def test_what_goes_wrong_is_told_once(monkeypatch: pytest.MonkeyPatch, error: Exception, sentence: str) -> None:
    logged: list[BaseException] = []
    monkeypatch.setattr(sys, "excepthook", lambda _, error, __: logged.append(error))
    writings = Writings()
    for name in ("a.py", "b.py"):
        writings.expect(Path(name))
    assert not writings.write(Path("a.py"), failing(error))
    assert writings.waiting() == [Path("b.py")]
    (refused,) = writings.take_refused()
    assert (str(refused.path), str(refused.problem)) == ("a.py", sentence)
    assert not writings.take_refused()
    assert logged == ([error] if isinstance(error, ZeroDivisionError) else [])


def test_the_run_stands_still_only_while_a_file_is_written() -> None:
    writings, seen = Writings(), []

    def look() -> str | None:
        return writings.while_writing(lambda: "still")

    assert writings.write(Path("a.py"), lambda: seen.append(look()))
    assert not writings.write(Path("b.py"), failing(PlaygroundError("no")))
    assert (seen, look()) == (["still"], None)
