"""One lane as a row: its mark, its eye, the editors of its settings, and the figures it has reached."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QEvent, QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QEnterEvent, QMouseEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from engine.experiment.field_path import FieldPath
from engine.visible import visible
from playground.lanes.columns import FIGURES, ROW, Columns
from playground.lanes.editors import LaneEditors, LaneEntry
from playground.lanes.eye import LaneEye
from playground.lanes.figures import LaneFigures
from playground.lanes.mark import LaneMark
from playground.ui.fields.field_edit import Editor
from playground.ui.look import theme
from playground.ui.painting.place_tips import PlaceTips, Tip
from playground.ui.text import field_text

_EDITOR: Final = 24
"""Height of an editor."""
_BAR: Final = 3
_GRIP: Final = 12


class LaneRow(PlaceTips, QWidget):
    """A row of the lane table. Its controls are named ``lanes.INDEX.FIELD`` and made when they are first needed."""

    edited = Signal(str, object)
    """(path, value)"""
    pressed = Signal(int, int)
    """(row, y in it): the button went down beside its editors."""
    dragged = Signal(int, int)
    """(row, y in it): the mouse moves with the button held down."""
    released = Signal(int, bool)
    """(row, whether the mark was clicked)"""
    palette_wanted = Signal(int)
    soloed = Signal(int)

    def __init__(self, index: int, columns: Columns, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.index = index
        self._columns = columns
        self._is_selected = self._has_keyboard = self._is_quiet = False
        self._press: QPoint | None = None
        self._lane: LaneEntry | None = None
        self._editors: LaneEditors | None = None
        self.mark: LaneMark | None = None
        self.eye: LaneEye | None = None
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.figures = LaneFigures(columns, self, self._paper)
        self.figures.setObjectName(f"lanes.{index}.figures")

    # --- controls ---

    def is_built(self) -> bool:
        """Whether its controls are there."""
        return self._editors is not None

    def build(self) -> LaneEditors:
        """Makes its controls, if they are not there yet."""
        if self._editors is None:
            path = f"lanes.{self.index}"
            self.mark, self.eye = LaneMark(self.index, self), LaneEye(self)
            self.mark.setObjectName(f"{path}.color")
            self.mark.pressed.connect(self._want_palette)
            self.eye.setObjectName(f"{path}.visible")
            self.eye.wanted.connect(self._want_shown)
            self.eye.soloed.connect(self._want_solo)
            self._editors = LaneEditors(self.index, self, self.edited.emit)
            if self._lane is not None:
                self._fill(self._lane)
            self._show_arrows()
            self.lay_out()
            for control in (self.mark, self.eye, *self._editors.by_field.values()):
                control.show()
        return self._editors

    @property
    def editors(self) -> dict[str, Editor]:
        """The editors by field, made now if need be."""
        return self.build().by_field

    def _want_palette(self) -> None:
        self.palette_wanted.emit(self.index)

    def _want_shown(self, is_shown: object) -> None:
        self.edited.emit(str(FieldPath.of_lane(self.index, "visible")), is_shown)

    def _want_solo(self) -> None:
        self.soloed.emit(self.index)

    # --- what it shows ---

    def lane(self) -> LaneEntry | None:
        """What was shown last."""
        return self._lane

    def show_lane(self, lane: LaneEntry) -> None:
        """Shows a lane's name, look and settings, silently."""
        if lane == self._lane:
            return
        self._lane = lane
        self.figures.set_quiet(not lane.visible)
        if self._editors is not None:
            self._fill(lane)

    def _fill(self, lane: LaneEntry) -> None:
        assert self._editors is not None
        assert self.mark is not None
        assert self.eye is not None
        self._editors.show(lane)
        self.mark.set_look(lane.style, is_quiet=not lane.visible)
        self.eye.set_shown(lane.visible)
        name = visible(lane.name)
        self.eye.setAccessibleName(self.tr("Show lane {name}").format(name=name))
        self.mark.setAccessibleName(self.tr("Colour and mark of lane {name}").format(name=name))

    def is_selected(self) -> bool:
        return self._is_selected

    def set_selected(self, is_selected: bool, has_keyboard: bool = False) -> None:
        """Whether the buttons above the table act on this row, and the keys too."""
        if (is_selected, has_keyboard) != (self._is_selected, self._has_keyboard):
            self._is_selected, self._has_keyboard = is_selected, has_keyboard
            self._show_arrows()
            self.update()

    def _show_arrows(self) -> None:
        if self._editors is not None:
            self._editors.show_arrows(self._is_selected or self.underMouse())

    def enterEvent(self, event: QEnterEvent) -> None:
        super().enterEvent(event)
        self._show_arrows()

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self._show_arrows()

    # --- geometry and painting ---

    def sizeHint(self) -> QSize:
        return QSize(self._columns.narrowest, ROW)

    def resizeEvent(self, event: QResizeEvent) -> None:
        self.lay_out()

    def lay_out(self) -> None:
        """Puts everything into its column."""
        places = self._columns.spans(self.width())
        first, last = places[FIGURES[0]], places["stopped"]
        self.figures.setGeometry(first.x, 1, last.end - first.x, self.height() - 3)
        if self._editors is None or self.mark is None or self.eye is None:
            return
        top = (self.height() - 1 - _EDITOR) // 2
        mark = self.mark.sizeHint()
        corner = QPoint(places["mark"].end - mark.width(), (self.height() - 1 - mark.height()) // 2)
        self.mark.setGeometry(QRect(corner, mark))
        eye = places["visible"]
        self.eye.setGeometry(eye.x + 1, top + 1, eye.width - 2, _EDITOR - 2)
        for name, editor in self._editors.by_field.items():
            editor.setGeometry(places[name].x, top, places[name].width - 2, _EDITOR)

    def _paper(self) -> str:
        colors = theme.current()
        if self._is_selected:
            return colors.accent_soft
        return colors.sunken if self.underMouse() else colors.surface

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        colors = theme.current()
        inside = self.rect().adjusted(0, 0, 0, -1)
        painter.fillRect(inside, QColor(self._paper()))
        if self._is_selected:
            painter.fillRect(0, 0, _BAR, inside.height(), QColor(colors.accent))
        if self.underMouse():
            theme.icon("grip", "muted").paint(painter, _BAR, (inside.height() - _GRIP) // 2, _GRIP, _GRIP)
        painter.setPen(QColor(colors.border))
        painter.drawLine(0, self.height() - 1, self.width(), self.height() - 1)
        divider = self._columns.spans(self.width())["divider"]
        painter.drawLine(divider.x + 2, 5, divider.x + 2, self.height() - 7)
        if self._has_keyboard:
            painter.setPen(QColor(colors.accent))
            painter.drawRect(inside.adjusted(0, 0, -1, -1))
        painter.end()

    # --- the mouse ---

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self._press = event.position().toPoint()
            self.pressed.emit(self.index, self._press.y())
        else:
            super().mousePressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._press is not None:
            self.dragged.emit(self.index, event.position().toPoint().y())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        press, self._press = self._press, None
        if press is None or event.button() != Qt.MouseButton.LeftButton:
            super().mouseReleaseEvent(event)
            return
        place = self.mark.geometry() if self.mark is not None else QRect()
        self.released.emit(self.index, place.contains(press) and place.contains(event.position().toPoint()))

    def tip_at(self, position: QPoint) -> Tip | None:
        if not self.figures.geometry().contains(position):
            return None
        return Tip(field_text.wrapped(self.figures.sentence(), self.figures.explanation()))
