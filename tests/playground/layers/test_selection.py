"""Which rows a key leads to, and what stays selected when rows come and go: counted by hand."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from playground.layers.selection import alike_ends, where_to

SHOWN = [0, 1, 4, 5, 8, 9, 10, 11, 12]
"""Rows 2 and 3, 6 and 7 are folded."""


@pytest.mark.parametrize(
    ("key", "at", "to"),
    [
        (Qt.Key.Key_Up, 4, 1),
        (Qt.Key.Key_Down, 1, 4),
        (Qt.Key.Key_Up, 0, 0),
        (Qt.Key.Key_Down, 12, 12),
        (Qt.Key.Key_Home, 9, 0),
        (Qt.Key.Key_End, 1, 12),
        (Qt.Key.Key_PageDown, 0, 10),
        (Qt.Key.Key_PageUp, 10, 0),
        (Qt.Key.Key_PageUp, 12, 4),
        (Qt.Key.Key_Down, -1, 0),
        (Qt.Key.Key_Space, 4, None),
    ],
)
def test_a_key_leads_over_what_is_folded_and_not_beyond_the_ends(key: Qt.Key, at: int, to: int | None) -> None:
    assert where_to(key, SHOWN, at) == to


@pytest.mark.parametrize(
    ("old", "new", "head", "tail"),
    [
        ("dad", "dad", 3, 0),
        ("dad", "dadad", 3, 0),
        ("ddd", "dd", 2, 0),
        ("dad", "dod", 1, 1),
        ("dad", "xdad", 0, 3),
        ("dab", "xyz", 0, 0),
        ("", "da", 0, 0),
    ],
)
def test_rows_at_both_ends_stay_and_none_is_counted_twice(old: str, new: str, head: int, tail: int) -> None:
    assert alike_ends(list(old), list(new)) == (head, tail)
