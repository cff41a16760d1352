"""The canvas with its tools: a class to paint, the eraser, a fresh sheet, saving, and a larger window."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QIcon, QKeyEvent, QPainter, QPixmap, QResizeEvent, QTransform
from PySide6.QtWidgets import (
    QBoxLayout,
    QButtonGroup,
    QDoubleSpinBox,
    QHBoxLayout,
    QLabel,
    QSizePolicy,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from engine.data.sources.painted import FEWEST
from engine.data.spec import MOST_POINTS, Point
from engine.data.toys.load import LETTERS
from playground.data.painting.canvas import PaintCanvas
from playground.ui.look import theme
from playground.ui.look.number_scale import NumberScale
from playground.ui.text import field_text
from playground.ui.text.numbers import count

_ICON: Final = 14
_ERASER, _BRUSH = len(LETTERS), len(LETTERS) + 1
"""Places of tools behind those of the classes."""
_GAP: Final = 2
_ONE_ROW: Final = 280
"""From this width on all tools stand beside each other."""


class PaintBoard(QWidget):
    """``painted`` says the points after each stroke that leaves enough of them to learn from."""

    painted = Signal(object)
    save_wanted = Signal()
    enlarged = Signal()

    def __init__(self, parent: QWidget | None = None, *, can_grow: bool = True) -> None:
        """can_grow: whether there is a button for a larger window."""
        super().__init__(parent)
        self._shown: Sequence[Point] = ()
        self._known: tuple[Sequence[Point], Sequence[bool], NumberScale | None] = (), (), None
        """What the network has, also while the sheet waits."""
        self._has_numbers = False
        self._rows = QBoxLayout(QBoxLayout.Direction.TopToBottom)
        self.canvas = PaintCanvas()
        self.canvas.setObjectName("paint.canvas")
        self.canvas.setAccessibleName(self.tr("Canvas of points"))
        self.canvas.setToolTip(
            field_text.wrapped(
                self.tr("Click to set a point, drag to spray: the network learns what you paint, while you paint."),
                self.tr("Right button: erase. Keys: arrows, Space paints, Delete erases, 1 to 5 choose the class.")
                + " "
                + self.tr("Escape ends a stroke and puts the eraser away: no point is lost by it."),
            )
        )
        self.canvas.hint = self.tr("Paint points of two classes")
        self.canvas.lesson = self.tr("Click: a point. Drag: many. Right button: erase.")
        self.note = QLabel()
        self.note.setObjectName("paint.note")
        self.note.setFont(theme.font("small"))
        self.note.setProperty("role", "muted")
        self.note.setWordWrap(True)
        self.note.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Minimum)
        self.note.hide()
        self._tools = QButtonGroup(self)
        self.classes = [self._class_button(label) for label in range(len(LETTERS))]
        self.brush = self._tool(
            "brush", "paint.brush", self.tr("Brush"), self.tr("Paints points with the number beside.")
        )
        self.brush.setCheckable(True)
        self._tools.addButton(self.brush, _BRUSH)
        self.value = self._value_edit()
        self.eraser = self._tool(
            "eraser", "paint.eraser", self.tr("Eraser"), self.tr("Takes away the points it touches.")
        )
        self.eraser.setCheckable(True)
        self._tools.addButton(self.eraser, _ERASER)
        self.clear = self._tool("new", "paint.clear", self.tr("Fresh sheet"), self.tr("Begins with no points at all."))
        self.save = self._tool(
            "save", "paint.save", self.tr("Save as CSV"), self.tr("Writes the points as a table: x1, x2, label.")
        )
        self.grow = self._tool(
            "float", "paint.enlarge", self.tr("Larger"), self.tr("The same canvas in a window of its own.")
        )
        self.grow.setVisible(can_grow)
        self.brush.hide()
        self.value.hide()
        self.classes[0].setChecked(True)
        self._lay_out()
        self._tools.idClicked.connect(self._on_tool)
        self.clear.clicked.connect(self._on_clear)
        self.save.clicked.connect(self.save_wanted)
        self.grow.clicked.connect(self.enlarged)
        self.canvas.stroked.connect(self._on_stroked)
        self.canvas.class_chosen.connect(self._on_class_key)
        self.canvas.filled.connect(self._on_filled)

    # --- the parts --------------------------------------------------------------------------------------------------

    def _class_button(self, label: int) -> QToolButton:
        letter = LETTERS[label]
        help_text = self.tr("Paints points of class {letter}.").format(letter=letter)
        button = self._tool("", f"paint.class.{letter}", self.tr("Class {letter}").format(letter=letter), help_text)
        button.setIcon(_symbol(label))
        button.setCheckable(True)
        self._tools.addButton(button, label)
        return button

    def _value_edit(self) -> QDoubleSpinBox:
        edit = QDoubleSpinBox(self)
        edit.setObjectName("paint.value")
        edit.setRange(-1000, 1000)
        edit.setSingleStep(0.5)
        edit.setValue(1)
        edit.setAccessibleName(self.tr("Number to paint"))
        edit.setToolTip(field_text.wrapped(self.tr("The number that the network is to say where you paint.")))
        edit.valueChanged.connect(self._on_value)
        return edit

    def _tool(self, icon: str, name: str, title: str, help_text: str) -> QToolButton:
        button = QToolButton(self)
        if icon:
            button.setIcon(theme.icon(icon))
        button.setIconSize(QSize(_ICON, _ICON))
        button.setObjectName(name)
        button.setAccessibleName(title)
        button.setToolTip(field_text.wrapped(title, help_text))
        button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        return button

    def _lay_out(self) -> None:
        colors, rest = QHBoxLayout(), QHBoxLayout()
        for row, buttons in (
            (colors, (*self.classes, self.brush, self.value)),
            (rest, (self.eraser, self.clear, self.save, self.grow)),
        ):
            row.setSpacing(_GAP)
            for button in buttons:
                row.addWidget(button)
            row.addStretch(1)
        self._rows.setSpacing(_GAP)
        self._rows.addLayout(colors)
        self._rows.addLayout(rest)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(_GAP)
        column.addLayout(self._rows)
        column.addWidget(self.canvas, 1)
        column.addWidget(self.note)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        direction = QBoxLayout.Direction
        self._rows.setDirection(direction.LeftToRight if self.width() >= _ONE_ROW else direction.TopToBottom)

    # --- showing ----------------------------------------------------------------------------------------------------

    def show_points(
        self, points: Sequence[Point], is_train: Sequence[bool] = (), scale: NumberScale | None = None
    ) -> None:
        """Those of the experiment; a sheet with too few of them stays until there are others. scale: of numbers."""
        self._show_tools(with_numbers=scale is not None)
        self._known = points, is_train, scale
        if points == self._shown and self._is_waiting():
            return
        self._shown = points
        self.canvas.show_points(points, is_train, scale)
        self.note.hide()

    def begin(self) -> None:
        """With a brush in hand and the points that are there, whatever was chosen the last time."""
        self._shown = ()
        self._on_tool(_BRUSH if self._has_numbers else 0)

    def _show_tools(self, *, with_numbers: bool) -> None:
        """Those of classes, or those of numbers."""
        if with_numbers == self._has_numbers:
            return
        self._has_numbers = with_numbers
        for button in self.classes:
            button.setVisible(not with_numbers)
        self.brush.setVisible(with_numbers)
        self.value.setVisible(with_numbers)
        self._on_tool(_BRUSH if with_numbers else 0)

    def take_over(self, other: PaintBoard) -> None:
        """What another one shows."""
        self.show_points(*other.canvas.shown())

    def _is_waiting(self) -> bool:
        """Whether what is seen is not yet enough to learn from."""
        return len(self.canvas.points()) < FEWEST

    # --- painting ---------------------------------------------------------------------------------------------------

    def _on_tool(self, index: int) -> None:
        button = self._tools.button(index)
        button.setChecked(True)
        self.canvas.is_erasing = button is self.eraser
        if index == _BRUSH:
            self.canvas.label = self.value.value()
        elif not self.canvas.is_erasing:
            self.canvas.label = float(index)
        self.canvas.update()

    def _on_class_key(self, index: int) -> None:
        if not self._has_numbers:
            self._on_tool(index)

    def _on_value(self) -> None:
        self._on_tool(_BRUSH)

    def _on_clear(self) -> None:
        self.canvas.show_points((), (), self.canvas.shown()[2])
        self._wait()
        self._put_eraser_away()

    def _on_stroked(self, points: Sequence[Point]) -> None:
        if self._is_waiting():
            self._wait()
            return
        self.note.hide()
        self._shown, self._known = points, (points, (), self.canvas.shown()[2])
        self.painted.emit(points)

    def _wait(self) -> None:
        """Says what is being learned meanwhile."""
        self._say(
            self.tr(
                "The network still has the points of before: they change as soon as two are painted here. Undo or "
                "Escape brings them back."
            )
        )

    def bring_back(self) -> bool:
        """The points that the network has, in place of a sheet that waits; False where it does not wait."""
        if not self._is_waiting() or len(self._known[0]) < FEWEST:
            return False
        self._shown = self._known[0]
        self.canvas.show_points(*self._known)
        self.note.hide()
        return True

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape goes one step back, wherever the keyboard is; one that does nothing here is the window's."""
        if event.key() != Qt.Key.Key_Escape or not (self.bring_back() or self._put_eraser_away()):
            super().keyPressEvent(event)

    def _put_eraser_away(self) -> bool:
        was_erasing = self.canvas.is_erasing
        if was_erasing:
            self._on_tool(_BRUSH if self._has_numbers else int(self.canvas.label))
        return was_erasing

    def _on_filled(self) -> None:
        self._say(self.tr("{most} points are as many as there can be.").format(most=count(MOST_POINTS)))

    def _say(self, text: str) -> None:
        self.note.setText(text)
        self.note.show()


def _symbol(label: int) -> QIcon:
    """What points of a class look like."""
    pixmap = QPixmap(2 * _ICON, 2 * _ICON)
    pixmap.setDevicePixelRatio(2)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme.class_color(label))
    size = _ICON - 3
    painter.drawPath(
        QTransform.fromTranslate(_ICON / 2, _ICON / 2).scale(size, size).map(theme.lane_symbol_path(label))
    )
    painter.end()
    return QIcon(pixmap)
