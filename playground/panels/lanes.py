"""The lanes as a table: what each sets, what it has reached, and the buttons that make comparisons of them."""

from __future__ import annotations

from functools import partial
from typing import ClassVar, Final

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLabel, QToolButton, QVBoxLayout, QWidget

from engine.comparisons import MOST_LANES
from engine.experiment import Experiment
from engine.lanes import has_field, lane_value
from engine.snapshot import Snapshot
from playground import i18n, theme
from playground.panel import Panel
from playground.widgets import field_text
from playground.widgets.lane_columns import SETTINGS
from playground.widgets.lane_figures import Figures, figures
from playground.widgets.lane_row import INFOS, Setting
from playground.widgets.lane_style import chip_style, shares
from playground.widgets.lane_table import LaneTable
from playground.widgets.section import Section

_ELSEWHERE: Final = ("learning_rate", "seed")
"""Settings that are not fields of a layer, so every stack has them."""


class LanesPanel(Panel):
    """One row a lane. See `LaneTable` for the keys."""

    name: ClassVar[str] = "lanes"

    added = Signal()
    duplicated = Signal(int)
    removed = Signal(int)
    compared = Signal(str)
    """``initialization``, ``l2`` or ``rate``: lanes that differ in this setting only."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        card = Section(self.tr("Lanes"))
        self._header = card.header
        self._add_comparisons()
        self._add_buttons()
        self.table = LaneTable(self._headings())
        self.table.rows.setAccessibleName(self.tr("Lanes"))
        self.table.rows.edited.connect(self.edited)
        card.body.addWidget(self.table)
        inside = card.layout()
        assert inside is not None
        inside.setContentsMargins(theme.SPACE_3, theme.SPACE_1, theme.SPACE_3, theme.SPACE_1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(theme.SPACE_2, theme.SPACE_1, theme.SPACE_2, theme.SPACE_2)
        layout.addWidget(card)

    def dock_header(self) -> QWidget:
        return self._header

    # --- building ---

    def _add_comparisons(self) -> None:
        caption = QLabel(self.tr("Compare"))
        caption.setProperty("role", "muted")
        self._header.add_widget(caption)
        entries = {
            "initialization": (
                "initializations",
                self.tr("Initializations"),
                self.tr(
                    "Three lanes that differ only in how their weights start: naive, Xavier and He. Which ones learn?"
                ),
            ),
            "l2": (
                "l2",
                self.tr("L2 λ"),
                self.tr(
                    "Four lanes from no L2 penalty to too much: see the gap between train and test accuracy close."
                ),
            ),
            "rate": (
                "dropout",
                self.tr("Dropout"),
                self.tr("Four lanes from no dropout to too much: see where memorizing stops and learning stops too."),
            ),
        }
        for field, (name, text, help_text) in entries.items():
            button = QToolButton()
            button.setText(text)
            button.setObjectName(f"action.compare_{name}")
            button.setAccessibleName(self.tr("Compare {what}").format(what=text))
            button.setToolTip(field_text.wrapped(help_text))
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            button.setStyleSheet(chip_style())
            button.clicked.connect(partial(self._compare, field))
            self._header.add_widget(button)
            if field == "rate":
                self._compare_dropout, self._compare_dropout_help = button, help_text

    def _add_buttons(self) -> None:
        space = QWidget()
        space.setFixedWidth(theme.SPACE_1)
        self._header.add_widget(space)
        self._add = self._header.add_button("add", "", "action.add_lane")
        self._duplicate = self._header.add_button("duplicate", "", "action.duplicate_lane")
        self._remove = self._header.add_button("delete", "", "action.remove_lane")
        for button in (self._add, self._duplicate, self._remove):
            button.setFixedSize(28, 28)  # as high as the chips, so that all stand in line
        self._add.setAccessibleName(self.tr("Add lane"))
        self._duplicate.setAccessibleName(self.tr("Duplicate lane"))
        self._remove.setAccessibleName(self.tr("Remove lane"))
        self._add.clicked.connect(self._on_add)
        self._duplicate.clicked.connect(self._on_duplicate)
        self._remove.clicked.connect(self._on_remove)

    def _headings(self) -> dict[str, tuple[str, str]]:
        settings = {name: (i18n.field_title(info), i18n.field_help(info)) for name, info in INFOS.items()}
        return settings | {
            "train_accuracy": (
                self.tr("Train acc."),
                self.tr("The share of training rows that are classified right: what the lane has learned by heart."),
            ),
            "test_accuracy": (
                self.tr("Test acc."),
                self.tr(
                    "The share of rows never trained on that are classified right: what counts. Green is the best."
                ),
            ),
            "gap": (
                self.tr("Gap"),
                self.tr("Train less test accuracy, in percentage points: a wide gap means memorizing, or overfitting."),
            ),
            "train_loss": (
                self.tr("Train loss"),
                self.tr("What training makes small: the mean error on the training rows, plus the L1 and L2 penalty."),
            ),
            "test_loss": (
                self.tr("Test loss"),
                self.tr("The same on the test rows: when it rises while the train loss falls, the lane overfits."),
            ),
        }

    # --- showing ---

    def show_experiment(self, experiment: Experiment) -> None:
        names = [lane.name for lane in experiment.lanes]
        self.table.show_lanes(names, _settings(experiment))
        count = len(names)
        together = self.tr("same batches, same random draws: what differs is what you set")
        self._header.set_note(together if count > 1 else self.tr("add some to train networks side by side"))
        self._show_buttons(count, _exists(experiment, "rate"))

    def _show_buttons(self, count: int, has_dropout: bool) -> None:
        """What can be done, and where something cannot, why."""
        room = count < MOST_LANES
        full = self.tr("There are {count} lanes, which is as many as there can be.").format(count=count)
        add = self.tr("Add a lane: a copy of the network to change one setting in, trained side by side")
        duplicate = self.tr("Duplicate the selected lane, to change one setting in the copy (Ctrl+D)")
        remove = self.tr("Remove the selected lane (Delete)")
        last = self.tr("The last lane stays: it is the network itself.")
        none = self.tr("There is no dropout layer: add one to the stack to compare its rates.")
        _offer(self._add, room, add, full)
        _offer(self._duplicate, room, duplicate, full)
        _offer(self._remove, count > 1, remove, last)
        _offer(self._compare_dropout, has_dropout, self._compare_dropout_help, none)

    def show_snapshot(self, snapshot: Snapshot | None) -> None:
        rows = len(self.table.rows.rows)
        lanes = snapshot.lanes if snapshot is not None and len(snapshot.lanes) == rows else ()
        self.table.show_figures(figures(lanes) or [Figures()] * rows)

    # --- acting ---

    def _compare(self, field: str, checked: bool = False) -> None:
        self.compared.emit(field)

    def _on_add(self) -> None:
        before = len(self.table.rows.rows)
        self.added.emit()
        self._select_new(before, before)

    def _on_duplicate(self) -> None:
        before, selected = len(self.table.rows.rows), self.table.rows.selected
        self.duplicated.emit(selected)
        self._select_new(before, selected + 1)

    def _select_new(self, before: int, index: int) -> None:
        """Selects a lane that has come, if it has."""
        if len(self.table.rows.rows) > before:
            self.table.rows.select(index)

    def _on_remove(self) -> None:
        self.removed.emit(self.table.rows.selected)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        if event.key() == Qt.Key.Key_Delete:
            self._remove.click()
        elif event.key() == Qt.Key.Key_D and control:
            self._duplicate.click()
        else:
            super().keyPressEvent(event)

    def sizeHint(self) -> QSize:
        return QSize(900, 190)

    def minimumSizeHint(self) -> QSize:
        return QSize(super().minimumSizeHint().width(), 120)  # the buttons never lie upon each other


def _offer(button: QToolButton, is_possible: bool, what: str, why_not: str) -> None:
    button.setEnabled(is_possible)
    button.setToolTip(field_text.wrapped(what if is_possible else why_not))


def _exists(experiment: Experiment, field: str) -> bool:
    return field in _ELSEWHERE or any(has_field(layer, field) for layer in experiment.layers)


def _settings(experiment: Experiment) -> list[dict[str, Setting]]:
    """What each lane sets, and how that relates to the other lanes."""
    count = len(experiment.lanes)
    result: list[dict[str, Setting]] = [{} for _ in range(count)]
    for field in SETTINGS:
        values = [lane_value(experiment, lane, field) for lane in range(count)]
        exists = _exists(experiment, field)
        for lane, (value, share) in enumerate(zip(values, shares(values), strict=True)):
            result[lane][field] = Setting(value, share, exists)
    return result
