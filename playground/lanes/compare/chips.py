"""The comparisons that are asked for most, as chips; all of them are in the list behind the last one."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QPoint, QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QToolButton, QWidget

from engine.experiment.comparisons.base import Start
from engine.experiment.comparisons.registry import COMPARISONS
from playground.lanes.compare.words import comparison_help, comparison_title, problem
from playground.ui.look import theme
from playground.ui.text import field_text
from playground.ui.widgets.elided_label import ElidedLabel

if TYPE_CHECKING:
    from playground.lanes.compare.gallery import Gallery

FRONT: Final = ("initializations", "optimizers", "learning_rates", "l2", "dropout", "seeds")
"""Those with a chip of their own, as far as there is room."""
_NOTE: Final = 90
"""Pixels, below which a note would be hardly more than an ellipsis."""


class LaneChips(QWidget):
    """Each says what there is to see; those that cannot be made now say why."""

    compared = Signal(str)
    """The name of a comparison."""
    custom_toggled = Signal(bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._start: Start | None = None
        self.gallery: Gallery | None = None
        """While it is open."""
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
        self._chips: dict[str, QToolButton] = {}
        for name in FRONT:
            comparison = COMPARISONS[name]
            chip = self._chip(name, comparison_title(comparison), comparison_help(comparison))
            chip.clicked.connect(partial(self._on_chosen, name))
            self._chips[name] = chip
        self.custom = self._chip(
            "custom",
            self.tr("Custom…"),
            self.tr(
                "Any setting that a lane may have, with values of your own: opens a strip below to spell them out."
            ),
        )
        self.custom.setCheckable(True)
        self.custom.toggled.connect(self.custom_toggled)
        self._all = self._chip(
            "more",
            self.tr("All…"),
            self.tr("All comparisons that take one click, each with what there is to see."),
        )
        self._all.setAccessibleName(self.tr("All comparisons"))
        self._all.clicked.connect(self.open_gallery)

    def _chip(self, name: str, text: str, help_text: str) -> QToolButton:
        chip = QToolButton()
        chip.setText(text)
        chip.setObjectName(f"action.compare_{name}")
        chip.setAccessibleName(self.tr("Compare {what}").format(what=text))
        chip.setToolTip(field_text.wrapped(help_text))
        chip.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        chip.setProperty("role", "chip")
        self._row.addWidget(chip)
        return chip

    def open_gallery(self) -> None:
        """All of them, above or below the button."""
        from playground.lanes.compare.gallery import Gallery

        if self._start is None:
            return
        gallery = Gallery(self._start, self)
        gallery.chosen.connect(self._on_chosen)
        gallery.custom_chosen.connect(self.custom.click)
        gallery.open_at(self._all.mapToGlobal(QPoint(0, 0)), self._all.size())

    def set_note(self, note: str) -> None:
        """A few muted words before the chips, where there is room for all of them."""
        self._note.set_texts(note, "")

    # --- geometry ---------------------------------------------------------------------------------------------------

    def _width(self, chips: list[QToolButton], *, caption: bool) -> int:
        parts = [*chips, *([self._caption] if caption else [])]
        return sum(part.sizeHint().width() for part in parts) + theme.SPACE_1 * (len(parts) + 1)

    def _fit(self) -> None:
        """Shows what there is room for: the words go first, then chips from the right; the list of all stays."""
        fixed, chips, room = [self.custom, self._all], list(self._chips.values()), self.width()
        shown = len(chips)
        while shown and self._width([*chips[:shown], *fixed], caption=False) > room:
            shown -= 1
        whole = [*chips, *fixed]
        has_caption = self._width(whole, caption=True) <= room
        self.custom.setVisible(self._width(fixed, caption=False) <= room)
        for place, chip in enumerate(chips):
            chip.setVisible(place < shown)
        self._caption.setVisible(has_caption)
        self._note.setVisible(has_caption and self._width(whole, caption=True) + _NOTE <= room)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def sizeHint(self) -> QSize:
        return QSize(self._width([*self._chips.values(), self.custom, self._all], caption=True), self._height())

    def minimumSizeHint(self) -> QSize:
        return QSize(self._width([self._all], caption=False), self._height())

    def _height(self) -> int:
        return self._all.sizeHint().height()

    # --- what can be done -------------------------------------------------------------------------------------------

    def offer(self, start: Start) -> None:
        """What comparisons are made from now on."""
        self._start = start
        for name, chip in self._chips.items():
            why_not = problem(name, start)
            chip.setEnabled(not why_not)
            chip.setToolTip(field_text.wrapped(why_not or comparison_help(COMPARISONS[name])))

    def _on_chosen(self, name: str, checked: bool = False) -> None:
        self.compared.emit(name)
