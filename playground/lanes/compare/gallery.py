"""All comparisons that take one click, in groups, with a sentence on the one that is looked at."""

from __future__ import annotations

from functools import partial
from typing import Final

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QLabel, QToolButton, QVBoxLayout, QWidget

from engine.experiment.comparisons.base import Start
from engine.experiment.comparisons.registry import COMPARISONS
from playground.lanes.compare.words import comparison_help, comparison_title, problem
from playground.lanes.style import gallery_style
from playground.ui.look import theme
from playground.ui.text import field_text

_GROUPS: Final = ("network", "training", "overfitting", "rows", "chance")
_STEPS: Final = {
    Qt.Key.Key_Up: (0, -1),
    Qt.Key.Key_Down: (0, 1),
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
}
_LINES: Final = 2
"""Of the sentence below."""


class Gallery(QFrame):
    """A popup; its chips are named ``compare.NAME``. Arrows go from one to the next, Escape and a click beside it close
    it.
    """

    chosen = Signal(str)
    """The name of a comparison."""
    custom_chosen = Signal()

    def __init__(self, start: Start, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setObjectName("lanes.gallery")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setAccessibleName(self.tr("All comparisons"))
        self.setStyleSheet(gallery_style())
        self._start = start
        self._columns: list[list[QToolButton]] = []
        self._sentence = QLabel()
        self._sentence.setTextFormat(Qt.TextFormat.PlainText)
        self._sentence.setWordWrap(True)
        self._sentence.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
        self._sentence.setFixedHeight(_LINES * self._sentence.fontMetrics().lineSpacing() + 2)
        grid = QGridLayout()
        grid.setHorizontalSpacing(theme.SPACE_3)
        grid.setVerticalSpacing(theme.SPACE_1)
        titles = self._titles()
        for column, group in enumerate(_GROUPS):
            self._add_group(grid, column, titles[group], [c.name for c in COMPARISONS.values() if c.group == group])
        custom = self._chip(
            "custom", self.tr("Custom…"), self.tr("Any setting, with values of your own, or drawn."), ""
        )
        custom.clicked.connect(self._on_custom)
        grid.addWidget(custom, len(self._columns[-1]) + 1, len(_GROUPS) - 1)
        self._columns[-1].append(custom)
        inside = QVBoxLayout(self)
        inside.setContentsMargins(theme.SPACE_3, theme.SPACE_2, theme.SPACE_3, theme.SPACE_2)
        inside.setSpacing(theme.SPACE_2)
        inside.addLayout(grid)
        inside.addWidget(self._sentence)

    def _titles(self) -> dict[str, str]:
        return {
            "network": self.tr("The network"),
            "training": self.tr("How it is trained"),
            "overfitting": self.tr("Against overfitting"),
            "rows": self.tr("The rows"),
            "chance": self.tr("Luck, and your own"),
        }

    def _add_group(self, grid: QGridLayout, column: int, title: str, names: list[str]) -> None:
        heading = QLabel(title)
        heading.setFont(theme.font("small"))
        heading.setProperty("role", "muted")
        grid.addWidget(heading, 0, column)
        chips = []
        for row, name in enumerate(names, start=1):
            comparison = COMPARISONS[name]
            why_not = problem(name, self._start)
            chip = self._chip(name, comparison_title(comparison), comparison_help(comparison), why_not)
            chip.clicked.connect(partial(self._on_clicked, name))
            grid.addWidget(chip, row, column)
            chips.append(chip)
        self._columns.append(chips)

    def _chip(self, name: str, text: str, help_text: str, why_not: str) -> QToolButton:
        chip = QToolButton()
        chip.setText(text)
        chip.setProperty("role", "chip")
        chip.setObjectName(f"compare.{name}")
        chip.setAccessibleName(self.tr("Compare {what}").format(what=text))
        chip.setAccessibleDescription(why_not or help_text)
        chip.setToolTip(field_text.wrapped(why_not or help_text))
        chip.setEnabled(not why_not)
        chip.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        chip.setMinimumWidth(112)
        chip.installEventFilter(self)
        return chip

    # --- showing ----------------------------------------------------------------------------------------------------

    def open_at(self, corner: QPoint, size: QSize) -> None:
        """Above a button where there is room, else below it. corner: of the button, on the screen."""
        self.adjustSize()
        room = self.screen().availableGeometry()
        place = QRect(QPoint(corner.x() + size.width() - self.width(), corner.y() - self.height() - 4), self.size())
        if place.top() < room.top():
            place.moveTop(corner.y() + size.height() + 4)
        place.moveLeft(max(room.left(), min(place.left(), room.right() - place.width())))
        self.move(place.topLeft())
        self.show()
        first = next((chip for chips in self._columns for chip in chips if chip.isEnabled()), None)
        if first is not None:
            first.setFocus(Qt.FocusReason.PopupFocusReason)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.Enter, QEvent.Type.FocusIn) and isinstance(watched, QToolButton):
            self._sentence.setText(watched.accessibleDescription())
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent) and isinstance(watched, QToolButton):
            step = _STEPS.get(Qt.Key(event.key()))
            if step is not None:
                self._go(watched, *step)
                return True
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                watched.click()
                return True
        return False

    def _go(self, at: QToolButton, across: int, down: int) -> None:
        """To the next chip in a direction that can be pressed."""
        column = next(place for place, chips in enumerate(self._columns) if at in chips)
        row = self._columns[column].index(at)
        while True:
            column, row = column + across, row + down
            if not (0 <= column < len(self._columns) and row >= 0):
                return
            chips = self._columns[column]
            if down and row >= len(chips):
                return
            chip = chips[min(row, len(chips) - 1)]
            if chip.isEnabled():
                chip.setFocus(Qt.FocusReason.OtherFocusReason)
                return

    # --- acting -----------------------------------------------------------------------------------------------------

    def _on_clicked(self, name: str, checked: bool = False) -> None:
        self.close()
        self.chosen.emit(name)

    def _on_custom(self) -> None:
        self.close()
        self.custom_chosen.emit()
