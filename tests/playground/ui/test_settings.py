"""What the window remembers is in the file when it has been set; what is set together, once."""

from __future__ import annotations

from pathlib import Path

import pytest

from playground.ui.settings import settings, written_together


def test_what_is_set_together_comes_to_the_file_at_once() -> None:
    path = Path(settings().fileName())
    settings().setValue("a/first", 1)
    assert "first=1" in path.read_text()
    with written_together():
        settings().setValue("a/first", 2)
        settings().setValue("a/second", 3)
        assert settings().value("a/second", type=int) == 3
        assert "second" not in path.read_text()
    assert "first=2\nsecond=3" in path.read_text()


def test_what_was_set_before_an_error_is_kept() -> None:
    def fails() -> None:
        with written_together():
            settings().setValue("a/first", 1)
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        fails()
    path = Path(settings().fileName())
    assert "first=1" in path.read_text()
    settings().setValue("a/first", 2)
    assert "first=2" in path.read_text(), "no longer together"
