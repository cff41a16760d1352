"""The comparisons that take one click, as chips; those that there is no room for are in a menu."""

from __future__ import annotations

from functools import partial
from typing import Final

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QMenu, QToolButton, QWidget

from engine.experiment.lanes.grids import L2_BY_DROPOUT
from engine.experiment.lanes.lane_edits import MOST_LANES
from playground.lanes.style import chip_style
from playground.ui.look import theme
from playground.ui.text import field_text
from playground.ui.widgets.elided_label import ElidedLabel

SEEDS: Final = 5
"""How often the seeds chip repeats each setting."""
_NOTE: Final = 90
"""Pixels, below which a note would be hardly more than an ellipsis."""


class LaneChips(QWidget):
    """Each says what it would make; those that cannot do it now say why."""

    compared = Signal(str)
    """``initialization``, ``l2`` or ``rate``"""
    grid_wanted = Signal(object)
    """field -> values"""
    seeds_wanted = Signal(int)
    custom_toggled = Signal(bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._note = ElidedLabel()
        self._note.setFont(theme.font("small"))
        self._note.setProperty("role", "muted")
        self._caption = QLabel(self.tr("Compare"))
        self._caption.setProperty("role", "muted")
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(theme.SPACE_1)
        self._row.addWidget(self._note, 1)
        self._row.addStretch()
        self._row.addWidget(self._caption)
        self._helps: dict[QToolButton, str] = {}
        self._add_settings()
        self._l2_dropout = self._chip(
            "l2_dropout",
            self.tr("λ × dropout"),
            self.tr("25 lanes, five penalties by five dropout rates, as a live map: where do the two remedies meet?"),
        )
        self._l2_dropout.clicked.connect(self._on_l2_dropout)
        self._seeds = self._chip(
            "seeds",
            self.tr("Seeds × 5"),
            self.tr("Each lane five times, with other random draws: is a difference real, or is it luck?"),
        )
        self._seeds.clicked.connect(self._on_seeds)
        self.custom = self._chip(
            "custom",
            self.tr("Custom…"),
            self.tr("Any one or two settings with values of your own: opens a strip below to spell them out."),
        )
        self.custom.setCheckable(True)
        self.custom.toggled.connect(self.custom_toggled)
        self._more = self._more_button()

    def _add_settings(self) -> None:
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
            chip = self._chip(name, text, help_text)
            chip.clicked.connect(partial(self._on_setting, field))
            if field == "rate":
                self._dropout = chip

    def _chip(self, name: str, text: str, help_text: str) -> QToolButton:
        chip = QToolButton()
        chip.setText(text)
        chip.setObjectName(f"action.compare_{name}")
        chip.setAccessibleName(self.tr("Compare {what}").format(what=text))
        chip.setToolTip(field_text.wrapped(help_text))
        chip.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        chip.setStyleSheet(chip_style())
        self._helps[chip] = help_text
        self._row.addWidget(chip)
        return chip

    def _more_button(self) -> QToolButton:
        more = QToolButton()
        more.setIcon(theme.icon("more"))
        more.setObjectName("action.compare_more")
        more.setAccessibleName(self.tr("More comparisons"))
        more.setToolTip(field_text.wrapped(self.tr("The comparisons that there is no room for.")))
        more.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        more.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        menu = QMenu(more)
        menu.setToolTipsVisible(True)
        menu.aboutToShow.connect(self._fill_menu)
        more.setMenu(menu)
        self._row.addWidget(more)
        return more

    def _fill_menu(self) -> None:
        menu = self._more.menu()
        menu.clear()
        for chip, help_text in self._helps.items():
            if chip.isHidden():
                action = menu.addAction(chip.text())
                action.setEnabled(chip.isEnabled())
                action.setCheckable(chip.isCheckable())
                action.setChecked(chip.isChecked())
                action.setToolTip(field_text.wrapped(help_text))
                action.triggered.connect(partial(self._click, chip))

    def _click(self, chip: QToolButton, checked: bool = False) -> None:
        chip.click()

    def set_note(self, note: str) -> None:
        """A few muted words before the chips, where there is room."""
        self._note.setText(note)

    # --- geometry ---

    def _width(self, chips: list[QToolButton], *, caption: bool, more: bool) -> int:
        parts = [*chips, *([self._caption] if caption else []), *([self._more] if more else [])]
        return sum(part.sizeHint().width() for part in parts) + theme.SPACE_1 * (len(parts) + 1)

    def _fit(self) -> None:
        """Shows what there is room for: the words go first, then chips from the right."""
        chips, room = list(self._helps), self.width()
        shown = len(chips)
        while shown and self._width(chips[:shown], caption=False, more=shown < len(chips)) > room:
            shown -= 1
        is_whole = shown == len(chips)
        has_caption = is_whole and self._width(chips, caption=True, more=False) <= room
        has_note = has_caption and self._width(chips, caption=True, more=False) + _NOTE <= room
        for place, chip in enumerate(chips):
            chip.setVisible(place < shown)
        self._more.setVisible(not is_whole)
        self._caption.setVisible(has_caption)
        self._note.setVisible(has_note)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def sizeHint(self) -> QSize:
        height = max(chip.sizeHint().height() for chip in self._helps)
        return QSize(self._width(list(self._helps), caption=True, more=False), height)

    def minimumSizeHint(self) -> QSize:
        return QSize(self._width([], caption=False, more=True), self._more.sizeHint().height())

    # --- what can be done ---

    def show_possible(self, *, has_dropout: bool, settings: int) -> None:
        """settings: how many there are now, apart from seeds"""
        none = self.tr("There is no dropout layer: add one to the stack to compare its rates.")
        many = self.tr("{count} settings five times would be more than {most} lanes.").format(
            count=settings, most=MOST_LANES
        )
        for chip, is_possible, why_not in (
            (self._dropout, has_dropout, none),
            (self._l2_dropout, has_dropout, none),
            (self._seeds, settings * SEEDS <= MOST_LANES, many),
        ):
            chip.setEnabled(is_possible)
            chip.setToolTip(field_text.wrapped(self._helps[chip] if is_possible else why_not))

    def _on_setting(self, field: str, checked: bool = False) -> None:
        self.compared.emit(field)

    def _on_l2_dropout(self) -> None:
        self.grid_wanted.emit(dict(L2_BY_DROPOUT))

    def _on_seeds(self) -> None:
        self.seeds_wanted.emit(SEEDS)
