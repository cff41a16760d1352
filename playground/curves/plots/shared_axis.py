"""Plots below each other that share one time axis."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QObject, Signal

from playground.ui.painting.plot import Plot


class SharedAxis(QObject):
    """Keeps the time axes of plots together.

    While they follow a run the one whose turn it is to be painted sets that of all, and the others are painted only
    where it has changed: if they were linked, all would be painted anew whenever one of them is. When a person moves
    one by hand the others go along with it, and none follows the run any more until it is asked to.
    """

    followed = Signal(bool)

    def __init__(self, plots: Sequence[Plot], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._plots = plots
        self._is_changing = False
        for plot in plots:
            plot.followed.connect(partial(self._on_followed, plot))

    def follow(self) -> None:
        """All show the whole run again."""
        self._is_changing = True
        for plot in self._plots:
            plot.view.setXLink(None)
            plot.follow()
        self._is_changing = False
        self.followed.emit(True)

    def _on_followed(self, plot: Plot, is_following: bool) -> None:
        if self._is_changing:
            return
        if is_following:
            self.follow()
            return
        for other in self._plots:
            if other is not plot:
                other.is_following = False
                other.view.setXLink(plot.view)
        self.followed.emit(False)
