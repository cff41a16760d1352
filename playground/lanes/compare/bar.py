"""The comparisons that a person can ask for: chips in the header, and a strip below it for one of one's own."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout

from engine.experiment.comparisons.base import Start
from playground.lanes.compare.chips import LaneChips
from playground.ui.widgets.section import SectionHeader

if TYPE_CHECKING:
    from playground.lanes.compare.strip import GridStrip


class CompareBar(QObject):
    """Asks for lanes; from which lane they start, its owner knows."""

    compared = Signal(str)
    """The name of a comparison."""
    grid_wanted = Signal(object)
    """field -> values, of one setting or two."""
    search_wanted = Signal(object, int, int)
    """field -> what to draw from; how many lanes; which draw."""
    toggled = Signal()
    """The strip was opened or closed."""

    def __init__(self, header: SectionHeader, body: QBoxLayout) -> None:
        """body: on whose top the strip opens."""
        super().__init__(header)
        self._body = body
        self._start: Start | None = None
        self.chips = LaneChips()
        self.chips.compared.connect(self.compared)
        self.chips.custom_toggled.connect(self._show_strip)
        header.add_widget(self.chips)
        row = header.layout()
        assert isinstance(row, QHBoxLayout)
        row.setStretchFactor(self.chips, 1000)  # all the room there is, rather than the header's own note

    @cached_property
    def _strip(self) -> GridStrip:
        """Made when it is first opened."""
        from playground.lanes.compare.strip import GridStrip

        strip = GridStrip()
        strip.wanted.connect(self.grid_wanted)
        strip.search_wanted.connect(self.search_wanted)
        strip.closed.connect(self._close_strip)
        self._body.insertWidget(0, strip)
        return strip

    @property
    def _is_open(self) -> bool:
        return self.chips.custom.isChecked()

    def offer(self, start: Start) -> None:
        """What can be compared from there."""
        self._start = start
        self.chips.offer(start)
        if self._is_open:
            self._strip.offer(start)

    def strip_height(self) -> int:
        """Of the strip, while it is open."""
        return self._strip.sizeHint().height() if self._is_open else 0

    def _show_strip(self, is_open: bool) -> None:
        self._strip.setVisible(is_open)
        if is_open:
            if self._start is not None:
                self._strip.offer(self._start)
            self._strip.begin()
        self.toggled.emit()

    def _close_strip(self) -> None:
        self.chips.custom.setChecked(False)
        self.chips.custom.setFocus()
