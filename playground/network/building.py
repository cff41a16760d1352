"""Building in the drawing: hidden layers put in, dragged and taken out, units added one by one or ten by ten."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final, Protocol

from PySide6.QtCore import QObject, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QWidget

from engine.nn.layers.base import LayerSpec, may_be_output
from playground.network.headings import Word
from playground.network.round_button import SIDE, RoundButton
from playground.network.scene.scene import Plan, Scene
from playground.ui.look import theme

_FAR: Final = 6.0
"""Pixels that a press may move until it is a drag."""
_ASIDE: Final = SIDE / 2 + 3
"""Pixels from the end of a name to the middle of a button beside it."""
_STEPS: Final = ((20, 1), (200, 10), (2000, 100))
"""Below so many units, so many more or fewer at once."""


class Places(Protocol):
    """Where the parts of the drawing are."""

    plan: Plan

    @property
    def scenes(self) -> Sequence[Scene]: ...

    @property
    def words(self) -> Sequence[Word]: ...

    def words_rect(self) -> QRectF: ...

    def head_word(self, column: int) -> QRectF: ...


class Builder(QObject):
    """``inserted``: before which row a hidden layer goes; ``resized``: (row, units);
    ``moved``: (rows, to); ``removed``: rows.

    A column that is built with is a hidden one; input and output stay what and where they are.
    """

    inserted = Signal(int)
    resized = Signal(int, int)
    moved = Signal(object, int)
    removed = Signal(list)

    def __init__(self, widget: QWidget, places: Places) -> None:
        """widget: that ``places`` are of."""
        super().__init__(widget)
        self._widget = widget
        self._drawing = places
        self._layers: tuple[LayerSpec, ...] = ()
        self._column: int | None = None
        self._gap: int | None = None
        self._pressed: QPointF | None = None
        self._dragged: int | None = None
        self.insert = RoundButton(
            widget,
            "network.insert",
            "+",
            self.tr("Add a hidden layer here"),
            self.tr("Each hidden layer bends the plane once more: deeper nets can say more. Key: Insert"),
        )
        self.more = RoundButton(
            widget,
            "network.more",
            "+",
            self.tr("More units"),
            self.tr("More units can represent more, and memorize more. Key: +"),
        )
        self.fewer = RoundButton(
            widget,
            "network.fewer",
            "−",
            self.tr("Fewer units"),
            self.tr("Fewer units force the net to generalize, or fail. Key: −"),
        )
        self.insert.clicked.connect(self._on_insert)
        self.more.clicked.connect(lambda: self.resize(self._column, 1))
        self.fewer.clicked.connect(lambda: self.resize(self._column, -1))

    def set_layers(self, layers: tuple[LayerSpec, ...]) -> None:
        """Of the stack that is drawn."""
        if layers != self._layers:
            self._layers = layers
            self.leave()
            self.cancel()

    def is_hidden_layer(self, column: int | None) -> bool:
        """Whether a column can be moved, resized and removed."""
        return column is not None and 0 < column < len(self._drawing.plan.blocks) - 1

    # --- what is asked for ------------------------------------------------------------------------------------------

    def resize(self, column: int | None, sign: int) -> None:
        """A unit more or less, or ten of many."""
        block = self._drawing.plan.blocks[column] if column is not None and self.is_hidden_layer(column) else None
        layer = self._layers[block.head] if block is not None and block.head is not None else None
        if block is None or block.head is None or not may_be_output(layer):
            return
        units = layer.units
        step = next((by for below, by in _STEPS if units < below or (sign < 0 and units == below)), 1000)
        self.resized.emit(block.head, max(1, units + sign * step))

    def insert_behind(self, column: int | None) -> None:
        """A hidden layer behind a column, or before the output."""
        last = len(self._drawing.plan.blocks) - 1
        self._insert_into(last if column is None else min(column + 1, last))

    def remove(self, column: int | None) -> None:
        """All rows of a hidden layer."""
        if column is not None and self.is_hidden_layer(column):
            self.removed.emit(list(self._drawing.plan.blocks[column].rows))

    def _on_insert(self) -> None:
        if self._gap is not None:
            self._insert_into(self._gap)

    def _insert_into(self, gap: int) -> None:
        """Before the column ``gap``, where a net is drawn."""
        blocks = self._drawing.plan.blocks
        head = blocks[gap].head if blocks else None
        if head is not None:
            self.inserted.emit(head)

    # --- the pointer ------------------------------------------------------------------------------------------------

    def hover(self, position: QPointF) -> None:
        """The buttons come up where they mean something."""
        scene = self._drawing.scenes[0]
        if len(self._drawing.scenes) > 1 or not scene.placed or self._dragged is not None:
            self.leave()
            return
        top = self._drawing.words_rect()
        self._column = self._column_at(position)
        shows_column = self.is_hidden_layer(self._column)
        self.more.setVisible(shows_column)
        self.fewer.setVisible(shows_column)
        if shows_column and self._column is not None:
            self._show_beside(self._column)
        self._gap = None if self._column is not None else self._gap_at(position)
        self.insert.setVisible(self._gap is not None)
        if self._gap is not None:
            left, right = scene.placed[self._gap - 1].rect, scene.placed[self._gap].rect
            self.insert.show_at(QPointF((left.right() + right.left()) / 2, top.bottom() + 2))

    def _show_beside(self, column: int) -> None:
        """Around the name of a column; below all names where those of its neighbours are in the way."""
        head = self._drawing.head_word(column)
        left, right = (QPointF(x, head.center().y()) for x in (head.left() - _ASIDE, head.right() + _ASIDE))
        others = [word.rect for word in self._drawing.words if word.column != column]
        taken = QRectF(left.x() - SIDE / 2, left.y() - SIDE / 2, right.x() - left.x() + SIDE, SIDE)
        if taken.left() < 0 or taken.right() > self._widget.width() or any(map(taken.intersects, others)):
            middle = self._drawing.scenes[0].placed[column].rect.center().x()
            below = self._drawing.words_rect().bottom() + SIDE / 2
            left, right = QPointF(middle - SIDE / 2 - 1, below), QPointF(middle + SIDE / 2 + 1, below)
        self.fewer.show_at(left)
        self.more.show_at(right)

    def leave(self) -> None:
        """All buttons go."""
        for button in (self.insert, self.more, self.fewer):
            button.hide()

    def _column_at(self, position: QPointF) -> int | None:
        placed = self._drawing.scenes[0].placed
        word = self._drawing.words_rect()
        for column in placed:
            reach = column.rect.adjusted(-6, 0, 6, 0)
            if word.contains(position):
                head = self._drawing.head_word(column.index)
                reach = reach.united(head).adjusted(-SIDE - 4, 0, SIDE + 4, 0)
            if reach.left() <= position.x() <= reach.right():
                return column.index
        return None

    def _gap_at(self, position: QPointF) -> int | None:
        """The column before which the pointer is."""
        placed = self._drawing.scenes[0].placed
        return next(
            (
                right.index
                for right in placed[1:]
                if position.x() < right.rect.left() and position.x() > placed[right.index - 1].rect.right()
            ),
            None,
        )

    # --- dragging ---------------------------------------------------------------------------------------------------

    @property
    def is_dragging(self) -> bool:
        return self._dragged is not None

    def press(self, position: QPointF) -> None:
        """What is pressed may be dragged."""
        self._pressed = position if len(self._drawing.scenes) == 1 else None

    def drag(self, position: QPointF) -> None:
        """The pointer moves with the button down."""
        if self._pressed is None:
            return
        if self._dragged is None and abs(position.x() - self._pressed.x()) > _FAR:
            column = self._column_at(self._pressed)
            if self.is_hidden_layer(column):
                self._dragged = column
                self.leave()
        if self._dragged is not None:
            self._gap = self._nearest_gap(position)
            self._widget.setCursor(Qt.CursorShape.ClosedHandCursor)
            self._widget.update()

    def release(self) -> bool:
        """Whether something was dragged; if so it is moved."""
        dragged, gap = self._dragged, self._gap
        self.cancel()
        if dragged is None:
            return False
        if gap is not None and gap not in (dragged, dragged + 1):
            rows = list(self._drawing.plan.blocks[dragged].rows)
            head = self._drawing.plan.blocks[gap].head
            assert head is not None
            self.moved.emit(rows, head - (len(rows) if dragged < gap else 0))
        return True

    def cancel(self) -> None:
        """What is dragged stays where it was."""
        self._pressed = self._dragged = None
        self._widget.unsetCursor()
        self._widget.update()

    def _nearest_gap(self, position: QPointF) -> int:
        placed = self._drawing.scenes[0].placed
        return min(range(1, len(placed)), key=lambda gap: abs(self._middle(gap) - position.x()))

    def _middle(self, gap: int) -> float:
        placed = self._drawing.scenes[0].placed
        return (placed[gap - 1].rect.right() + placed[gap].rect.left()) / 2

    def paint(self, painter: QPainter) -> None:
        """Where what is dragged would go."""
        if self._dragged is None or self._gap is None:
            return
        look, scene = theme.current(), self._drawing.scenes[0]
        veil = look.color("surface")
        veil.setAlphaF(0.6)
        painter.fillRect(scene.placed[self._dragged].rect.adjusted(-4, -4, 4, 4), veil)
        painter.setPen(QPen(look.color("accent"), 2))
        x = self._middle(self._gap)
        room = QRectF(self._widget.rect())
        painter.drawLine(QPointF(x, room.top() + 6), QPointF(x, room.bottom() - 6))
