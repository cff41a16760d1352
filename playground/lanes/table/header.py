"""The headings of the lane table: each explains its column, and a click or Return puts the lanes in its order."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QContextMenuEvent, QFontMetrics, QKeyEvent, QPainter
from PySide6.QtWidgets import QHeaderView

from playground.lanes.table.columns import COSTS, INSET, RUN
from playground.lanes.table.rows.shown_rows import ShownRows
from playground.ui.look import theme
from playground.ui.text.numbers import count

HEIGHT: Final = 22
_ARROW: Final = 9


class LaneHeader(QHeaderView):
    """Painted headings. Left and Right go from one to the next, Return sorts, the menu key chooses columns."""

    sort_wanted = Signal(str)
    """The column."""
    menu_wanted = Signal(QPoint)
    """The columns shall be chosen, at this place of the screen."""

    def __init__(self, view: ShownRows) -> None:
        super().__init__(Qt.Orientation.Horizontal, view)
        self._view = view
        self._varying: frozenset[str] = frozenset()
        self._step: int | None = None
        """That the figures belong to: it stands in the corner, before the names."""
        self._at = 2
        """The section that the keys are at: the name, at first."""
        self.setObjectName("lanes.header")
        self.setAccessibleName(self.tr("Headings of the lanes"))
        self.setAccessibleDescription(self.tr("Return sorts the lanes by a heading; the menu key chooses columns."))
        self.setSectionsClickable(True)
        self.setHighlightSections(False)
        self.setMinimumSectionSize(0)
        self.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.setFixedHeight(HEIGHT)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.sectionClicked.connect(self._on_clicked)

    def set_varying(self, columns: frozenset[str]) -> None:
        """The columns in which lanes differ; their headings stand out."""
        if columns != self._varying:
            self._varying = columns
            self.viewport().update()

    def show_step(self, step: int | None) -> None:
        """The step that the figures below belong to; None where there are none."""
        if step != self._step:
            self._step = step
            self.viewport().update(self._corner())

    def shown_step(self) -> str:
        """What of it there is room for."""
        if self._step is None:
            return ""
        number = count(self._step)
        words, room = self.tr("step {step}").format(step=number), self._corner().width()
        return words if QFontMetrics(theme.font("small")).horizontalAdvance(words) <= room else number

    def _corner(self) -> QRect:
        """Above marks and eyes, which have no heading."""
        shown = self._view.model_of_lanes.columns
        wide = sum(self.sectionSize(shown.index(name)) for name in _UNTITLED)
        return QRect(-self.offset(), 0, wide, HEIGHT - 1)

    def varying(self) -> frozenset[str]:
        """The columns in which lanes differ."""
        return self._varying

    def title(self, name: str) -> str:
        """What a column is called."""
        return self._view.model_of_lanes.headings.get(name, ("", ""))[0]

    def heading_at(self, x: int) -> str:
        """The column at a place; empty where there is none."""
        section = self.logicalIndexAt(x)
        return self._view.model_of_lanes.columns[section] if section >= 0 else ""

    def shown_heading(self, name: str) -> str:
        """What there is room for."""
        section = self._view.model_of_lanes.columns.index(name)
        metrics = QFontMetrics(theme.font("small", bold=name in self._varying))
        room = self.sectionSize(section) - (0 if name in _RIGHT else INSET)
        ways = (self.title(name), *self._shorter(name))
        fitting = next((text for text in ways if metrics.horizontalAdvance(text) <= room), None)
        return metrics.elidedText(ways[-1], Qt.TextElideMode.ElideRight, room) if fitting is None else fitting

    def _shorter(self, name: str) -> tuple[str, ...]:
        """Other ways to say what a column is, where there is little room; its tooltip says all."""
        known = {"rate": self.tr("Dropout"), "learning_rate": self.tr("Rate")}
        _, parted, field = self.title(name).partition(": ")  # behind the layer that it is of
        return (known[name],) if name in known else (field,) if parted else ()

    def sizeHint(self) -> QSize:
        return QSize(self.length(), HEIGHT)  # as wide as it is: Qt's own asks for the room of each heading

    def paintSection(self, painter: QPainter, rect: QRect, logicalIndex: int) -> None:
        colors, name = theme.current(), self._view.model_of_lanes.columns[logicalIndex]
        painter.fillRect(rect, QColor(colors.surface))
        varies, sorted_by = name in self._varying, self._view.sorted_by
        painter.setFont(theme.font("small", bold=varies))
        painter.setPen(QColor(colors.text if varies or sorted_by == name else colors.muted))
        right = name in _RIGHT
        place = rect.adjusted(0 if right else INSET, 0, 0, -1)
        flag = Qt.AlignmentFlag.AlignRight if right else Qt.AlignmentFlag.AlignLeft
        if name in _UNTITLED:
            painter.save()
            painter.setClipRect(rect)  # the next section fills what is its own, and goes on with the words
            painter.drawText(self._corner(), flag | Qt.AlignmentFlag.AlignVCenter, self.shown_step())
            painter.restore()
        painter.drawText(place, flag | Qt.AlignmentFlag.AlignVCenter, self.shown_heading(name))
        if sorted_by == name:
            self._paint_arrow(painter, rect)
        painter.setPen(QColor(colors.border_strong))
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        if self.hasFocus() and logicalIndex == self._at:
            painter.setPen(QColor(colors.accent))
            painter.drawRect(rect.adjusted(0, 0, -1, -2))

    def _paint_arrow(self, painter: QPainter, rect: QRect) -> None:
        """Above the heading: it takes no room of its words."""
        icon = theme.icon("up" if self._view.sort_order == Qt.SortOrder.AscendingOrder else "down", "accent")
        icon.paint(painter, rect.center().x() - _ARROW // 2, rect.y() - 2, _ARROW, _ARROW)

    def _on_clicked(self, section: int) -> None:
        self._at = section
        self.sort_wanted.emit(self._view.model_of_lanes.columns[section])

    def keyPressEvent(self, event: QKeyEvent) -> None:
        shown = [place for place in range(self.count()) if self.title(self._view.model_of_lanes.columns[place])]
        key = Qt.Key(event.key())
        if key in (Qt.Key.Key_Left, Qt.Key.Key_Right) and shown:
            step = 1 if key == Qt.Key.Key_Right else -1
            at = shown.index(self._at) if self._at in shown else 0
            self._at = shown[max(0, min(at + step, len(shown) - 1))]
            self.setAccessibleDescription(self.title(self._view.model_of_lanes.columns[self._at]))
            self.viewport().update()
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self._on_clicked(self._at)
        else:
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        self.menu_wanted.emit(event.globalPos())


_RIGHT: Final = (*RUN, *COSTS)
_UNTITLED: Final = ("mark", "visible")
