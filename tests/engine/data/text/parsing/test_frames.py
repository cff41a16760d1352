from __future__ import annotations

import pytest

from engine.data.sheet import SheetOptions, Words
from engine.data.text.parsing import frames
from engine.data.text.read import read_text


def test_words_are_as_they_are_written_though_they_are_numbers_alone_in_a_piece(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(frames, "_SMALLEST_PIECE", 40)
    monkeypatch.setattr(frames, "_USUAL_PIECE", 40)
    monkeypatch.setattr(frames, "_PER_COLUMN", 0)
    codes = ["007", "red", "blue"] * 10 + ["007", "1.50", "TRUE"] * 20
    text = "a,code\n" + "".join(f"{row},{code}\n" for row, code in enumerate(codes))
    column = read_text(text.encode(), SheetOptions(), file="my.csv", name="my.csv").column("code")
    assert isinstance(column, Words)
    assert column.texts().tolist() == codes
