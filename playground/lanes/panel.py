"""The lanes as a table or a map: what each sets, what it has reached, and the buttons that make comparisons of them."""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import replace
from functools import cached_property, partial
from typing import TYPE_CHECKING, ClassVar, Final

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QBoxLayout, QMenu, QVBoxLayout, QWidget

from engine.data.task import Task
from engine.experiment.comparisons.base import Start
from engine.experiment.experiment import Experiment
from engine.experiment.lanes.lanes import own_value
from engine.train.snapshot import LaneSnapshot, Snapshot
from playground.lanes.compare.bar import CompareBar
from playground.lanes.lane_buttons import LaneButtons
from playground.lanes.menu import DUPLICATE
from playground.lanes.seal_button import SealButton
from playground.lanes.table.columns import ROW, VERDICT
from playground.lanes.table.figures.headings import headings
from playground.lanes.table.figures.lane_figures import Figures, figures
from playground.lanes.table.table import LaneTable
from playground.lanes.views import LaneViews
from playground.ui.branching.offers import BranchOffers
from playground.ui.branching.place import BranchPlace
from playground.ui.look import theme
from playground.ui.panel import Panel
from playground.ui.panel_parts import UNHURRIED, Part, other_figures
from playground.ui.widgets.section import Section, SectionHeader

if TYPE_CHECKING:
    from engine.data import Dataset
    from playground.lanes.verdict_line import VerdictLine


_AROUND: Final = 58
"""Height of a panel in its dock besides its rows: the headings and the margins."""


class LanesPanel(Panel):
    """One row a lane, or one cell where they are a grid. See `LaneView` for the keys."""

    name: ClassVar[str] = "lanes"

    added = Signal()
    duplicated = Signal(int)
    removed = Signal(int)
    moved = Signal(int, int)
    """(from, to)"""
    soloed = Signal(int)
    """All others hidden, or all shown again."""
    all_shown = Signal()
    shown_wanted = Signal(object)
    """[whether each lane shall be shown]"""
    compared = Signal(str, int)
    """One of `engine.experiment.comparisons.registry`, and the lane that it starts from."""
    grid_wanted = Signal(object, int)
    """field -> values, of one setting or two: a lane for every combination, in all else as this lane."""
    search_wanted = Signal(object, int, int, int)
    """field -> what to draw from; how many lanes; which draw; in all else as which lane."""
    edited_together = Signal(object)
    """[(path, value), ...]: the same edit of several lanes, one step of undo."""
    more_seeds_wanted = Signal(int)
    """Each setting with so many more seeds."""
    focused = Signal(int)
    """The lane that is selected now."""
    room_wanted = Signal(int)
    """So many pixels besides those of a table."""
    test_set_wanted = Signal()
    """The test set shall be opened."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._experiment: Experiment | None = None
        self._dataset: Dataset | None = None
        """Training rows, where they are read."""
        self._lanes: tuple[LaneSnapshot, ...] = ()
        self._has_validation = self._is_test_sealed = self._is_final = False
        self._looks = 0
        self._evaluated_at: int | None = None
        self._folds: tuple[object, ...] = ()
        self._task: Task = "classes"
        self._is_robust = False
        self.branching = BranchOffers(self)
        card = Section(self.tr("Lanes"), self)
        self._header = card.header
        self._add_comparisons(card.header, card.body)
        self._add_table(card)
        self._add_views(card)
        self._add_buttons()
        self._body = card.body
        self._body.addWidget(self.views, 1)
        self._body.setSpacing(0)
        inside = card.layout()
        assert inside is not None
        inside.setContentsMargins(theme.SPACE_3, theme.SPACE_1, theme.SPACE_3, theme.SPACE_1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(theme.SPACE_2, theme.SPACE_1, theme.SPACE_2, theme.SPACE_2)
        layout.addWidget(card)

    def dock_header(self) -> QWidget:
        return self._header

    def take_over(self, other: LanesPanel) -> None:
        self.views.take_over(other.views)
        self._want_room()

    # --- building ---

    def _add_comparisons(self, header: SectionHeader, body: QBoxLayout) -> None:
        self._comparisons = CompareBar(header, body)
        self._comparisons.compared.connect(self._on_compared)
        self._comparisons.grid_wanted.connect(self._on_grid)
        self._comparisons.search_wanted.connect(self._on_search)
        self._comparisons.toggled.connect(self._want_room)

    def _add_views(self, card: QWidget) -> None:
        self.views = LaneViews(self.table, card)
        self.views.turned.connect(self._show_figures)
        self.views.room_changed.connect(self._want_room)
        self.views.shown_wanted.connect(self.shown_wanted)
        self._header.add_widget(self.views.choice)

    def _add_buttons(self) -> None:
        self._seal = SealButton()
        self._seal.clicked.connect(self._on_seal)
        self._header.add_widget(self._seal)
        self._buttons = LaneButtons(self._header)
        self._buttons.added.connect(self._on_add)
        self._buttons.duplicated.connect(self._on_duplicate)
        self._buttons.removed.connect(self._on_remove)

    def _add_table(self, card: QWidget) -> None:
        self.table = LaneTable(headings(has_validation=False), card)
        self.table.columns_changed.connect(self._show_costs)
        rows = self.table.rows
        rows.setAccessibleName(self.tr("Lanes"))
        rows.edited.connect(self.edited)
        rows.edited_together.connect(self.edited_together)
        rows.moved.connect(self._on_moved)
        rows.soloed.connect(self.soloed)
        rows.all_shown.connect(self.all_shown)
        rows.asked.connect(self._on_asked)
        rows.menu_opens.connect(self._offer_branches)
        rows.selection_changed.connect(self._on_selected)

    @cached_property
    def verdict(self) -> VerdictLine:
        """Made with the second lane."""
        from playground.lanes.verdict_line import VerdictLine

        line = VerdictLine()
        line.more_wanted.connect(self.more_seeds_wanted)
        self._body.insertWidget(self._body.count() - 1, line)
        return line

    # --- showing ---

    def show_experiment(self, experiment: Experiment) -> None:
        count = len(experiment.lanes)
        self._experiment = experiment
        self._folds = tuple(own_value(experiment, lane, "data.fold") for lane in range(count))
        self.views.show_experiment(experiment)
        self.updateGeometry()
        if count > 1:
            self.verdict.show_experiment(experiment)
            self.verdict.show()
        elif "verdict" in self.__dict__:
            self.verdict.hide()
        self.views.turn()
        self._show_rows(experiment.data.task, has_validation=experiment.has_validation)
        self.table.show_experiment(experiment)
        together = self.tr("same batches, same random draws: what differs is what you set")
        self._comparisons.chips.set_note(together if count > 1 else self.tr("add some to train networks side by side"))
        self._buttons.show_count(count)
        self.views.show_lines(self._lanes, self._task, has_validation=self._has_validation)
        self._offer()
        self._show_costs()

    def _show_costs(self) -> None:
        """Where a person wants to know them."""
        if self.table.wants_costs and self._experiment is not None:
            from playground.lanes.table.figures.costs import costs

            self.table.show_costs(costs(self._experiment, self._dataset))

    def show_dataset(self, dataset: Dataset | None) -> None:
        self._dataset = dataset
        self._show_headings()
        self._show_costs()
        self._offer()

    def _offer(self) -> None:
        """What can be compared from here."""
        if self._experiment is None:
            return
        lane = max(0, min(self.table.rows.selected, len(self._experiment.lanes) - 1))
        start = Start.of(self._experiment, lane, self._dataset)
        self._comparisons.offer(start)

    def _show_rows(self, task: Task, *, has_validation: bool) -> None:
        """What is learned of them, which are held out, and by what name."""
        self.views.show_rows(task, has_validation=has_validation)
        if (task, has_validation) != (self._task, self._has_validation):
            self._task, self._has_validation = task, has_validation
            self._seal.setVisible(has_validation)
            self._show_headings(anew=True)

    def _show_headings(self, *, anew: bool = False) -> None:
        """Of a robust label the median of the errors stands in place of the RMSE."""
        is_robust = self._task == "numbers" and self._dataset is not None and self._dataset.is_label_robust
        if anew or is_robust != self._is_robust:
            self._is_robust = is_robust
            found = headings(self._task, has_validation=self._has_validation, is_robust=is_robust)
            self.table.set_headings(found)

    def parts(self) -> list[Part]:
        return [Part(self.show_snapshot, _differs, UNHURRIED)]

    def show_snapshot(self, snapshot: Snapshot | None) -> None:
        rows = len(self.table.rows.model_of_lanes.lanes)
        self._lanes = snapshot.lanes if snapshot is not None and len(snapshot.lanes) == rows else ()
        if snapshot is not None and self._is_robust:
            self._lanes = _with_medians(self._lanes, snapshot)
        self._evaluated_at = None if snapshot is None else _one_step(snapshot)
        self._is_test_sealed = snapshot is not None and snapshot.is_test_sealed
        self._looks = snapshot.openings.count if snapshot is not None else 0
        self._is_final = snapshot is not None and (snapshot.is_finished or snapshot.has_ended or snapshot.stands_still)
        self._seal.show_snapshot(snapshot)
        if rows > 1:
            self.verdict.show_snapshot(snapshot)
        self._show_figures()

    def _show_figures(self) -> None:
        """In the view that is on the screen; the other one catches up when it is."""
        step = self._evaluated_at if self._lanes else None
        if not self.views.show_lanes(self._lanes, self._task, has_validation=self._has_validation, step=step):
            texts = figures(
                self._lanes,
                self._task,
                is_test_sealed=self._is_test_sealed,
                looks=self._looks,
                folds=self._folds if len(self._folds) == len(self._lanes) else (),
            )
            count = len(self.table.rows.model_of_lanes.lanes)
            shown = texts or [Figures()] * count
            self.table.show_figures(self._lanes, shown, is_final=self._is_final, step=step)

    def _want_room(self) -> None:
        self.updateGeometry()
        self.room_wanted.emit(self._comparisons.strip_height() + self.views.extra)

    # --- acting ---

    def _on_compared(self, name: str) -> None:
        self._make(partial(self.compared.emit, name, self.table.rows.selected))

    def _on_grid(self, values: object) -> None:
        self._make(partial(self.grid_wanted.emit, values, self.table.rows.selected))

    def _on_search(self, ranges: object, count: int, draw: int) -> None:
        self._make(partial(self.search_wanted.emit, ranges, count, draw, self.table.rows.selected))

    def _make(self, ask: Callable[[], object]) -> None:
        """Other lanes, in the view that is there for them."""
        with self.views.mapping_new():
            ask()
        self._show_figures()

    def _on_selected(self, index: int) -> None:
        self.views.show_lane(index)
        self._offer()
        self.focused.emit(index)

    def _on_asked(self, what: str) -> None:
        (self._buttons.duplicate if what == DUPLICATE else self._buttons.remove).click()

    def _offer_branches(self, menu: QMenu) -> None:
        """Of the selected lane."""
        lane = self.table.rows.selected
        if self._experiment is not None and self._dataset is not None and 0 <= lane < len(self._experiment.lanes):
            menu.addSeparator()
            self.branching.offer_layers(menu, BranchPlace(self._experiment, self._dataset, lane))

    def _on_moved(self, index: int, to: int) -> None:
        self.moved.emit(index, to)
        self.table.rows.select(to)

    def _on_seal(self) -> None:
        self.test_set_wanted.emit()

    def _on_add(self) -> None:
        before = len(self.table.rows.model_of_lanes.lanes)
        self.added.emit()
        self._select_new(before, before)

    def _on_duplicate(self) -> None:
        before, selected = len(self.table.rows.model_of_lanes.lanes), self.table.rows.selected
        self.duplicated.emit(selected)
        self._select_new(before, selected + 1)

    def _select_new(self, before: int, index: int) -> None:
        """Selects a lane that has come, if it has."""
        if len(self.table.rows.model_of_lanes.lanes) > before:
            self.table.rows.select(index)

    def _on_remove(self) -> None:
        self.removed.emit(self.table.rows.selected)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        if event.key() == Qt.Key.Key_Delete:
            self._buttons.remove.click()
        elif event.key() == Qt.Key.Key_D and control:
            self._buttons.duplicate.click()
        else:
            super().keyPressEvent(event)

    # --- geometry ---

    def sizeHint(self) -> QSize:
        rows = min(2, len(self.table.rows.model_of_lanes.lanes))
        return QSize(900, _AROUND + rows * ROW + (VERDICT if rows > 1 else 0) + self._comparisons.strip_height())

    def minimumSizeHint(self) -> QSize:
        """So that the buttons never lie upon each other, and one lane can be seen."""
        several = len(self.table.rows.model_of_lanes.lanes) > 1
        least = _AROUND + ROW + (VERDICT if several else 0)
        return QSize(super().minimumSizeHint().width(), least + self._comparisons.strip_height())


def _differs(old: Snapshot, new: Snapshot) -> bool:
    if old.stands_still != new.stands_still:  # at rest rows are put in their order
        return True
    return other_figures(old, new) or any(
        old.inside.get(name) is not new.inside.get(name) for name in ("verdict", "middle_errors")
    )


def _one_step(snapshot: Snapshot) -> int | None:
    """Of which all figures are; None where lanes have stopped at, or gone back to, steps of their own."""
    lanes = range(len(snapshot.lanes))
    living = [lane for lane in lanes if snapshot.lanes[lane].diverged_at is None]
    steps = {snapshot.weights_step(lane, snapshot.evaluated_at) for lane in living}
    return steps.pop() if len(steps) == 1 else None


def _with_medians(lanes: tuple[LaneSnapshot, ...], snapshot: Snapshot) -> tuple[LaneSnapshot, ...]:
    """Those that were looked at; not a number while none were: RMSE is not to stand below their heading."""
    found = snapshot.inside.get("middle_errors")
    if found is None or len(found.train) != len(lanes):
        return tuple(replace(lane, medians=dict.fromkeys(("train", "valid", "test"), math.nan)) for lane in lanes)
    return tuple(replace(lane, medians=found.of_lane(index)) for index, lane in enumerate(lanes))
