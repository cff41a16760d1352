"""A strip in which a grid of lanes is spelled out: two settings, their values, and how many lanes that makes."""

from __future__ import annotations

from math import prod
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QToolButton, QVBoxLayout, QWidget

from engine.experiment.lanes.lane_edits import MOST_LANES
from playground.lanes.grid.side import NONE, GridSide
from playground.lanes.grid.values import ValuesError
from playground.lanes.style import strip_style
from playground.ui.look import theme
from playground.ui.look.restyle import set_state
from playground.ui.text import field_text
from playground.ui.widgets.elided_label import ElidedLabel


class GridStrip(QWidget):
    """Says ``wanted`` with field -> values on Enter or by its button, as long as they make sense."""

    wanted = Signal(object)
    closed = Signal()
    """Escape."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._has_dropout = True
        self.setStyleSheet(strip_style())
        self.across = GridSide("x", "l2", may_be_none=False)
        self.down = GridSide("y", "rate", may_be_none=True)
        times = QLabel("×")
        self.count = QLabel()
        self.count.setProperty("role", "muted")
        self.make = QToolButton()
        self.make.setText(self.tr("Make lanes"))
        self.make.setObjectName("action.make_grid")
        self.make.setAccessibleName(self.tr("Make the lanes of the grid"))
        self.make.setToolTip(
            field_text.wrapped(self.tr("One lane for every combination of the values, in place of those there are."))
        )
        self.make.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.make.setProperty("role", "primary")
        self.make.setFixedHeight(26)
        self.make.clicked.connect(self._make)
        self.message = ElidedLabel()
        self.message.setObjectName("grid.message")
        self.message.setFont(theme.font("small"))
        self.message.setProperty("role", "muted")
        row = QHBoxLayout()
        row.setSpacing(theme.SPACE_2)
        row.addWidget(self.across, 1)
        row.addWidget(times)
        row.addWidget(self.down, 1)
        row.addWidget(self.count)
        row.addWidget(self.make)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, theme.SPACE_1)
        column.setSpacing(2)
        column.addLayout(row)
        column.addWidget(self.message)
        self.across.changed.connect(self._check)
        self.down.changed.connect(self._check)
        self._check()

    def set_has_dropout(self, has_dropout: bool) -> None:
        """Whether there is a layer whose rate can be varied."""
        if has_dropout != self._has_dropout:
            self._has_dropout = has_dropout
            if self.down.field.value() == "rate" and not has_dropout:
                self.down.set_field(NONE)
            self._check()

    def begin(self) -> None:
        """The strip has been opened: the values are ready to be typed over."""
        self.across.text.setFocus()
        self.across.text.selectAll()

    def _wanted(self) -> dict[str, tuple[Any, ...]]:
        """Raises ValuesError where it makes no sense."""
        sides = [side for side in (self.across, self.down) if side.field.value() != NONE]
        if len({side.field.value() for side in sides}) < len(sides):
            raise ValuesError(self.tr("Choose two settings that differ."))
        if not self._has_dropout and any(side.field.value() == "rate" for side in sides):
            raise ValuesError(self.tr("There is no dropout layer: add one to the stack to compare its rates."))
        return {side.field.value(): side.values() for side in sides}

    def _check(self) -> dict[str, tuple[Any, ...]] | None:
        """Says how many lanes there would be, or what is wrong."""
        try:
            wanted = self._wanted()
        except ValuesError as error:
            self._say("", str(error))
            return None
        counts = [len(values) for values in wanted.values()]
        count = prod(counts)
        product = " × ".join(map(str, counts))
        text = self.tr("{count} lanes") if len(counts) == 1 else self.tr("{product} = {count} lanes")
        text = text.format(product=product, count=count)
        if count > MOST_LANES:
            self._say(text, self.tr("There can be at most {most} lanes.").format(most=MOST_LANES))
            return None
        self._say(text, "")
        return wanted

    def _say(self, count: str, problem: str) -> None:
        self.count.setText(count)
        self.make.setEnabled(not problem)
        hint = self.tr("Values: 0, 0.01, 0.1 · 0..0.5 by 0.1 · 0.001..1 by ×10. Enter makes the lanes.")
        self.message.setText(problem or hint)
        set_state(self.message, "problem", bool(problem))

    def _make(self) -> None:
        wanted = self._check()
        if wanted is not None:
            self.wanted.emit(wanted)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._make()
        elif event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        else:
            super().keyPressEvent(event)
