"""A strip in which a comparison of one's own is spelled out: settings, their values, and how many lanes that makes."""

from __future__ import annotations

from collections.abc import Callable
from math import prod
from typing import Any, Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QGridLayout, QLabel, QSpinBox, QToolButton, QVBoxLayout, QWidget

from engine.errors import PlaygroundError
from engine.experiment.comparisons.base import Start
from engine.experiment.comparisons.settable import settable
from engine.experiment.lanes.grids import check_has_layers
from engine.experiment.lanes.lane_edits import MOST_LANES
from playground.lanes.compare.side import NONE, GridSide
from playground.lanes.compare.values import ValuesError
from playground.lanes.style import strip_style
from playground.ui.look import theme
from playground.ui.look.restyle import set_state
from playground.ui.text import field_text, i18n
from playground.ui.widgets.elided_label import ElidedLabel
from playground.ui.widgets.view_choice import ViewChoice

_FIRST_COUNT: Final = 16
"""Lanes of a random search, at first."""


class GridStrip(QWidget):
    """Says ``wanted`` or ``search_wanted`` on Enter or by its button, as long as they make sense."""

    wanted = Signal(object)
    """field -> values"""
    search_wanted = Signal(object, int, int)
    """field -> what to draw from; how many lanes; which draw."""
    closed = Signal()
    """Escape."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._start: Start | None = None
        self._draw = 0
        self.setStyleSheet(strip_style())
        self.across = GridSide("x", "l2", self.tr("First setting"), may_be_none=False)
        self.down = GridSide("y", "rate", self.tr("Second setting"), may_be_none=True)
        self._more = [
            GridSide("z", NONE, self.tr("Third setting"), may_be_none=True),
            GridSide("w", NONE, self.tr("Fourth setting"), may_be_none=True),
        ]
        for side in self._sides():
            side.changed.connect(self._check)
        self._add_controls()
        self._lay_out()

    def _sides(self) -> list[GridSide]:
        return [self.across, self.down, *self._more]

    def _add_controls(self) -> None:
        self.way = ViewChoice(
            "grid.way",
            {
                "grid": (
                    self.tr("Grid"),
                    self.tr("One setting or two: a lane for every combination of the values, two of them as a map."),
                ),
                "random": (
                    self.tr("Random"),
                    self.tr(
                        "Up to four settings, drawn at random from ranges: with as many lanes, each is tried at more "
                        "values than in a grid, so that what matters is found sooner."
                    ),
                ),
            },
        )
        self.way.chosen.connect(self._on_way)
        self.lanes = QSpinBox()
        self.lanes.setObjectName("grid.count")
        self.lanes.setRange(2, MOST_LANES)
        self.lanes.setValue(_FIRST_COUNT)
        self.lanes.setAccessibleName(self.tr("Number of lanes"))
        self.lanes.setToolTip(field_text.wrapped(self.tr("How many lanes are drawn; each trains beside the others.")))
        self.lanes.valueChanged.connect(self._check)
        self.count = QLabel()
        self.count.setProperty("role", "muted")
        self.make = QToolButton()
        self.make.setText(self.tr("Make lanes"))
        self.make.setObjectName("action.make_grid")
        self.make.setAccessibleName(self.tr("Make the lanes of the grid"))
        self.make.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.make.setProperty("role", "primary")
        self.make.setFixedHeight(26)
        self.make.clicked.connect(self._make)
        self.message = ElidedLabel()
        self.message.setObjectName("grid.message")
        self.message.setFont(theme.font("small"))
        self.message.setProperty("role", "muted")

    def _lay_out(self) -> None:
        """Two rows, whatever is chosen: of a grid each side has one, of a random search two settings share each."""
        grid = QGridLayout()
        grid.setHorizontalSpacing(theme.SPACE_2)
        grid.setVerticalSpacing(2)
        grid.addWidget(self.way, 0, 0)
        grid.addWidget(self.count, 1, 0)
        grid.addWidget(self.lanes, 1, 0)
        for place, side in enumerate(self._sides()):
            grid.addWidget(side, place % 2, 1 + place // 2)
        grid.addWidget(self.make, 1, 3)
        grid.setColumnStretch(1, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, theme.SPACE_1)
        column.setSpacing(2)
        column.addLayout(grid)
        column.addWidget(self.message)
        self._grid = grid
        self._show_way()

    # --- showing ----------------------------------------------------------------------------------------------------

    def offer(self, start: Start) -> None:
        """What there is to vary, and values around the present ones."""
        if start != self._start:
            self._start = start
            infos = settable(start.experiment, has_pictures=start.picture is not None)
            for side in self._sides():
                side.offer(start, infos)
            self._check()

    def begin(self) -> None:
        """The strip has been opened: the values are ready to be typed over."""
        self.across.text.setFocus()
        self.across.text.selectAll()

    def _is_random(self) -> bool:
        return self.way.value() == "random"

    def _show_way(self) -> None:
        is_random = self._is_random()
        for side in self._more:
            side.setVisible(is_random)
        self._grid.setColumnStretch(2, int(is_random))
        self.lanes.setVisible(is_random)
        self.count.setVisible(not is_random)
        self.make.setToolTip(
            field_text.wrapped(
                self.tr("Lanes with values drawn at random, in place of those there are; each press draws others.")
                if is_random
                else self.tr("One lane for every combination of the values, in place of those there are.")
            )
        )
        for side in self._sides():
            side.set_random(is_random)

    # --- what is wanted ---------------------------------------------------------------------------------------------

    def _chosen(self) -> list[GridSide]:
        """Raises ValuesError where they make no sense together."""
        sides = [self.across, self.down, *(self._more if self._is_random() else [])]
        sides = [side for side in sides if side.field.value() != NONE]
        fields = [side.field.value() for side in sides]
        if len(set(fields)) < len(fields):
            raise ValuesError(self.tr("Choose settings that differ."))
        assert self._start is not None
        try:
            check_has_layers(self._start.experiment, fields)
        except PlaygroundError as error:
            raise ValuesError(i18n.error_text(error)) from None
        return sides

    def _wanted(self, read: Callable[[GridSide], Any]) -> dict[str, Any]:
        return {side.field.value(): read(side) for side in self._chosen()}

    def _check(self, *_: object) -> dict[str, Any] | None:
        """Says how many lanes there would be, or what is wrong."""
        if self._start is None:
            return None
        try:
            wanted = self._wanted(GridSide.range if self._is_random() else GridSide.values)
        except ValuesError as error:
            self._say("", str(error))
            return None
        if self._is_random():
            self._say("", "")
            return wanted
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
        hint = (
            self.tr(
                "Ranges: 0.001..1, drawn evenly, or where a setting goes by orders of magnitude, each of those equally "
                "often. Enter draws the lanes."
            )
            if self._is_random()
            else self.tr("Values: 0, 0.01, 0.1 · 0..0.5 by 0.1 · 0.001..1 by ×10. Enter makes the lanes.")
        )
        self.message.setText(problem or hint)
        set_state(self.message, "problem", bool(problem))

    def _on_way(self, way: str) -> None:
        self._show_way()
        self._check()

    def _make(self) -> None:
        wanted = self._check()
        if wanted is None:
            return
        if self._is_random():
            self.search_wanted.emit(wanted, self.lanes.value(), self._draw)
            self._draw += 1
        else:
            self.wanted.emit(wanted)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._make()
        elif event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        else:
            super().keyPressEvent(event)
