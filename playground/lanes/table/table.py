"""The lanes as a table: its columns, what they are called, and what fills them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QPoint, Signal
from PySide6.QtGui import QAction, QFontMetrics, QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from engine.experiment.cost import Cost
from engine.experiment.experiment import Experiment
from engine.train.snapshot import LaneSnapshot
from playground.lanes.table.cells.editors import LaneEntry
from playground.lanes.table.column_menu import ColumnMenu, hidden_columns, remember_hidden
from playground.lanes.table.columns import ERRORS, RUN, TEST, TESTS, Columns
from playground.lanes.table.entries import group_entries, lane_entries, own_fields, repeated, unused
from playground.lanes.table.figures.headings import Headings
from playground.lanes.table.figures.lane_figures import Figures
from playground.lanes.table.rows.model import value_text
from playground.lanes.table.view import LaneView
from playground.ui.look import theme
from playground.ui.text import i18n
from playground.ui.text.edit_titles import path_title

_BEFORE_WORDS: Final = 4
"""Pixels more before "sealed" than between two numbers."""
_NUMBERS: Final = ("l2", "rate", "learning_rate")
"""Columns of settings that are numbers of some digits."""
_LONG_NUMBER: Final = 8
"""Digits, with the point: no column is made wide for more."""


class LaneTable(QWidget):
    """A view of the lanes. Which columns it has depends on what lanes set, and on what a person has hidden."""

    columns_changed = Signal()
    """A person has chosen others."""

    def __init__(self, headings: Headings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._headings = headings
        self._more: Headings = {}
        self._words: dict[str, bool] = {}
        """Which of them have words as values."""
        self._hidden = hidden_columns()
        self._is_test_sealed = True
        self._unused: frozenset[str] = frozenset()
        self._names_width = self._seed_digits = 0
        self._settings_widths: dict[str, int] = {}
        self._folds = True
        self._experiment: Experiment | None = None
        self.columns = Columns({})
        self.rows = LaneView(self.columns)
        self.header = self.rows.header
        self.header.menu_wanted.connect(self._open_menu)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.rows, 1)
        self._set_columns()

    # --- columns ----------------------------------------------------------------------------------------------------

    def set_headings(self, headings: Headings) -> None:
        """Other headings, and with them other columns: column -> (title, what it means)."""
        self._headings = headings
        self._set_columns()
        self._make_room()

    def _set_columns(self) -> None:
        headings = {**self._headings, **self._more}
        titles = {name: title for name, (title, _) in headings.items()}
        self.columns.set_headings(titles, self._words, self._hidden | self._unused)
        self.rows.model_of_lanes.headings = headings
        self.rows.set_columns()
        self._fit(self.rows.model_of_lanes.figures)

    def _make_room(self) -> None:
        """Leaves out the columns for which the table is too narrow, and takes back those for which it is not."""
        self._fit_contents(self.rows.model_of_lanes.figures)
        if self._too_many() != self.columns.given_up:
            self.rows.end_typing()
            self.columns.give_up(self._too_many())
            self._set_columns()
            self.show_again()
        else:
            self.rows.lay_out()

    def _too_many(self) -> frozenset[str]:
        """As many of the columns that say least as are too many for the width; where the table has to be scrolled
        sideways all the same only the one that says nothing: it would push the others out of sight.
        """
        dispensable, room = self._dispensable(), self._room()
        tries = (frozenset(dispensable[:count]) for count in range(len(dispensable) + 1))
        empty = frozenset(dispensable[:1]) & {"rate"}
        return next((names for names in tries if self.columns.narrowest_without(names) <= room), empty)

    def _room(self) -> int:
        """Pixels for the columns; the viewport has its new width only later than the table."""
        bar = self.rows.verticalScrollBar()
        return self.width() - 2 * self.rows.frameWidth() - (bar.width() if bar.isVisible() else 0)

    def _dispensable(self) -> list[str]:
        """What can be left out, the first first: dropout of a net without any, the penalty and the difference of two
        columns, or these the other way round where lanes differ in what is penalized; where numbers are learned, an
        error that is not shown yet, losses, of which R² says the same, a test that is sealed, which its button says
        too, and the error of training rows: never that of rows held out.
        """
        lanes = self.rows.model_of_lanes.lanes
        has_dropout = any(lane.settings["rate"].exists for lane in lanes if "rate" in lane.settings)
        differ = any(
            lane.settings[name].share == "own" for lane in lanes for name in lane.settings if _is_penalty(name)
        )
        names = [*([] if has_dropout else ["rate"]), *(["gap", "penalty"] if differ else ["penalty", "gap"])]
        if ERRORS[-1] in self._headings:
            error, test = ([ERRORS[-1]], [TEST]) if self._is_test_sealed else ([], [])
            names += [*error, "train_data_loss", "held_out_data_loss", *test, ERRORS[0]]
        return [name for name in names if name not in self._hidden | self._unused]

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._make_room()

    def _open_menu(self, place: QPoint) -> None:
        headings = {**self._headings, **self._more}
        can_fold = bool(self.rows.model_of_lanes.groups)
        is_folded = self._folds if can_fold else None
        menu = ColumnMenu(self, headings, self._hidden, is_folded=is_folded, given_up=self.columns.given_up)
        menu.triggered.connect(self._on_menu)
        menu.popup(place)

    def _on_menu(self, action: QAction) -> None:
        self.rows.end_typing()
        if action.data() == ColumnMenu.FOLD:
            self._folds = action.isChecked()
            self._fold()
            return
        name = str(action.data())
        self._hidden = self._hidden - {name} if action.isChecked() else self._hidden | {name}
        remember_hidden(self._hidden)
        self._set_columns()
        self.show_again()
        self._make_room()
        self.columns_changed.emit()

    # --- rows -------------------------------------------------------------------------------------------------------

    def show_experiment(self, experiment: Experiment) -> None:
        """Shows its lanes; rows that are there already keep their editors and the focus."""
        self._experiment = experiment
        fields = own_fields(experiment)
        more = {path: (path_title(path), i18n.field_help(info)) for path, info in fields.items()}
        if (more, unused(experiment)) != (self._more, self._unused):
            self._more, self._unused = more, unused(experiment)
            self._words = {path: info.kind == "choice" for path, info in fields.items()}
            self._set_columns()
        self.show_again()
        self._make_room()

    def show_again(self) -> None:
        """All lanes, after the columns have changed."""
        experiment = self._experiment
        if experiment is None:
            return
        lanes = lane_entries(experiment)
        self._seed_digits = max(len(str(lane.settings["seed"].value)) for lane in lanes)
        metrics = QFontMetrics(theme.font("body"))
        groups = repeated(experiment)
        settings = group_entries(experiment, lanes, groups)
        self._settings_widths = _widths_of(lanes)
        self._names_width = max(metrics.horizontalAdvance(entry.name) for entry in (*lanes, *settings))
        self.rows.show_lanes(lanes, groups, settings, own_fields(experiment))
        if self.rows.sorted_by:  # rows that are others stand as the lanes do
            self.rows.put_in_order()
        self._fit(self.rows.model_of_lanes.figures)
        self._fold()
        own = {field for lane in lanes for field, setting in lane.settings.items() if setting.share == "own"}
        self.header.set_varying(frozenset(own))

    def show_costs(self, costs: Sequence[Cost | None]) -> None:
        """What each lane costs; None where that is not known."""
        self.rows.model_of_lanes.set_costs(tuple(costs))

    @property
    def wants_costs(self) -> bool:
        """Whether their columns are shown."""
        return not {"parameters", "multiplications"} <= self._hidden

    def _fold(self) -> None:
        self.rows.fold(self._folds and bool(self.rows.model_of_lanes.groups))
        self._fit(self.rows.model_of_lanes.figures)

    def show_figures(
        self, lanes: Sequence[LaneSnapshot], texts: list[Figures], *, is_final: bool, step: int | None = None
    ) -> None:
        """Shows what the lanes had reached at ``step``. is_final: training stands still, so that the order is put
        right."""
        self.header.show_step(step)
        self.rows.model_of_lanes.set_figures(texts, tuple(lanes))
        is_test_sealed = any(each.is_test_sealed for each in texts)
        is_other = is_test_sealed != self._is_test_sealed
        self._is_test_sealed = is_test_sealed
        self._fit(texts)
        # While figures run, columns go where these grow wider, and come back when they stand: none flickers.
        if is_other or is_final or self.columns.narrowest > self._room():
            self._make_room()
        if is_final and self.rows.sorted_by:
            self.rows.put_in_order()

    def _widths(self, texts: Sequence[Figures]) -> dict[str, int]:
        """Of the widest figure in each column, in pixels: of lanes, and of what stands for several of them."""
        shown = [(texts, theme.font("number", bold=True))]
        if self.rows.order.is_folded:
            shown.append((self.rows.model_of_lanes.group_figures, theme.font("small", bold=True)))
        widths = dict.fromkeys(RUN, 0)
        for figures, font in shown:
            metrics = QFontMetrics(font)
            for name in RUN:
                widest = max((metrics.horizontalAdvance(each.text(name) or "") for each in figures), default=0)
                widths[name] = max(widths[name], widest)
        for name in TESTS:  # words in place of numbers: nearer to the one before they would be read with it
            widths[name] += _BEFORE_WORDS if self._is_test_sealed and widths[name] else 0
        return widths

    def _fit(self, texts: Sequence[Figures]) -> None:
        self._fit_contents(texts)
        self.rows.lay_out()

    def _fit_contents(self, texts: Sequence[Figures]) -> None:
        self.columns.set_contents(
            names_width=self._names_width,
            seed_digits=self._seed_digits,
            has_ended=any(each.has_ended for each in texts),
            is_late=any(each.behind for each in texts),
            figures=self._widths(texts),
            settings=self._settings_widths,
        )


def _is_penalty(setting: str) -> bool:
    """Of a lane, or of one of its layers."""
    return setting.rpartition(".")[2] in ("l1", "l2")


def _widths_of(lanes: Sequence[LaneEntry]) -> dict[str, int]:
    """Of the widest number in each column of settings, in pixels; a longer one goes on beside no arrows."""
    metrics = QFontMetrics(theme.font("number", bold=True))
    texts = {name: [value_text(lane.settings[name].value) for lane in lanes] for name in _NUMBERS}
    return {
        name: max(metrics.horizontalAdvance(text) for text in each if len(text) <= _LONG_NUMBER)
        for name, each in texts.items()
        if any(len(text) <= _LONG_NUMBER for text in each)
    }
