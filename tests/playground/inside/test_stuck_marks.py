"""Marks of dead layers: their word stands where no other mark is."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSizeF
from PySide6.QtGui import QColor

from playground.inside.signals.stuck_marks import Stuck, word_rooms

FRAME, SIZE = QRectF(0, 0, 300, 100), QSizeF(30, 15)


def dead(x: float, y: float, has_word: bool = False) -> Stuck:
    return Stuck(QPointF(x, y), QColor("black"), is_dead=True, has_word=has_word)


def test_in_a_row_of_crosses_that_leave_the_frame_the_word_stands_below_them() -> None:
    marks = [dead(20 * place, -1e6, has_word=place == 7) for place in range(1, 15)]
    ((_, room),) = word_rooms(marks, SIZE, FRAME)
    assert FRAME.contains(room)
    assert room.top() > 8
    assert abs(room.center().x() - 140) < 1


def test_a_cross_alone_has_its_word_behind_it_or_before_it_at_the_end() -> None:
    ((_, behind),) = word_rooms([dead(100, 50, has_word=True)], SIZE, FRAME)
    ((_, before),) = word_rooms([dead(290, 50, has_word=True)], SIZE, FRAME)
    assert behind.left() > 100
    assert before.right() < 290


def test_where_there_is_no_free_place_it_is_explained_all_the_same() -> None:
    low = QRectF(0, 0, 300, 15)
    assert len(word_rooms([dead(20 * place, 7, has_word=place == 7) for place in range(1, 15)], SIZE, low)) == 1
