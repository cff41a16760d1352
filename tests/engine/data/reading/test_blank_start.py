"""Files that begin with many blank lines or comments, whatever they are."""

from __future__ import annotations

from pathlib import Path

import pytest

from engine.data.reading.formats import format_of

BLANK = "\n" * 200 + " \t\n" * 200


@pytest.mark.timeout(20)  # of what took longer than anybody has
@pytest.mark.parametrize(
    ("text", "found"),
    [
        (BLANK + "x,y\n1,2\n", "CSV"),
        (BLANK + "% by hand\n\n  % twice\n  @RELATION r\n", "ARFF"),
        ("%\n" * 200 + "@relation r\n", "ARFF"),
        ("% @relation r\nx,y\n", "CSV"),
    ],
)
def test_blank_lines_are_soon_passed(tmp_path: Path, text: str, found: str) -> None:
    (tmp_path / "t").write_text(text, encoding="utf-8")
    assert format_of(tmp_path / "t") == found
