"""The lanes as rows under headings that stay."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetrics, QShowEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from playground.lanes.columns import ROW, Columns
from playground.lanes.editors import LaneEntry
from playground.lanes.figures import Figures
from playground.lanes.header import LaneHeader
from playground.lanes.rows import LaneRows
from playground.ui.look import theme


class LaneTable(QWidget):
    """Headings, and below them the rows in a scroll area."""

    def __init__(self, headings: dict[str, tuple[str, str]], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._columns = Columns({name: title for name, (title, _) in headings.items()})
        self._names_width = self._seed_digits = 0
        self.header = LaneHeader(headings, self._columns, self)
        self.rows = LaneRows(self._columns)
        self.area = QScrollArea(self)
        self.area.setFrameShape(QFrame.Shape.NoFrame)
        self.area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.area.setWidgetResizable(True)
        self.area.setWidget(self.rows)
        self.area.setStyleSheet("QAbstractScrollArea::corner { background: transparent; border: none; }")
        self.area.verticalScrollBar().setSingleStep(ROW)
        self.area.verticalScrollBar().valueChanged.connect(self.rows.build_in_sight)
        self.area.horizontalScrollBar().valueChanged.connect(self._follow)
        self.rows.selection_changed.connect(self._on_selection_changed)
        self.rows.revealed.connect(self._reveal)
        self.rows.resized.connect(self._follow)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.header)
        column.addWidget(self.area, 1)

    def set_headings(self, headings: dict[str, tuple[str, str]]) -> None:
        """Other headings, and with them other columns: column -> (title, what it means)."""
        self._columns.set_headings({name: title for name, (title, _) in headings.items()})
        self.header.set_headings(headings)
        self.rows.lay_out()

    def show_lanes(self, lanes: list[LaneEntry]) -> None:
        """Shows lanes; rows that are there already keep their editors and the focus."""
        self._seed_digits = max(len(str(lane.settings["seed"].value)) for lane in lanes)
        metrics = QFontMetrics(theme.font("body"))
        self._names_width = max(metrics.horizontalAdvance(lane.name) for lane in lanes)
        self._fit(has_ended=any(row.figures.figures().has_ended for row in self.rows.rows))
        self.rows.show_lanes(lanes)
        own = {field for lane in lanes for field, setting in lane.settings.items() if setting.share == "own"}
        self.header.set_varying(frozenset(own))

    def show_figures(self, figures: list[Figures]) -> None:
        """Shows what the lanes have reached, and has painted it when it returns."""
        self._fit(has_ended=any(each.has_ended for each in figures))
        changed = [row for row, each in zip(self.rows.rows, figures, strict=True) if row.figures.set_figures(each)]
        seen = next((row for row in changed if not row.figures.visibleRegion().isEmpty()), None)
        if seen is not None:
            seen.figures.update()  # and with it all that was asked for by update()

    def _fit(self, *, has_ended: bool) -> None:
        if self._columns.set_contents(
            names_width=self._names_width, seed_digits=self._seed_digits, has_ended=has_ended
        ):
            self.rows.lay_out()
            self.header.update()

    def _on_selection_changed(self, index: int) -> None:
        # A row is wider than the area may be: only the height matters.
        self._reveal(self.rows.rows[index].geometry().center().y())

    def _reveal(self, y: int) -> None:
        self.area.ensureVisible(self.area.horizontalScrollBar().value(), y, 0, ROW // 2)

    def _follow(self) -> None:
        self.header.follow(self.rows.width(), self.area.horizontalScrollBar().value())

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.rows.build_in_sight()
