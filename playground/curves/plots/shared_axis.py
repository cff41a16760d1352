"""Plots below each other that share one time axis."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QObject, QRectF, Signal

from playground.ui.painting.lines.plot import Plot


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
        self._to_come: list[QRectF] | None = None
        """Where to zoom to, once there is something."""
        for plot in plots:
            plot.followed.connect(partial(self._on_followed, plot))

    def zoomed(self) -> list[list[float]] | None:
        """What each plot shows, (left, bottom, width, height); None while all follow the run."""
        if all(plot.is_following for plot in self._plots):
            return None
        views = [QRectF(plot.view.viewRect()) for plot in self._plots]
        return [[view.x(), view.y(), view.width(), view.height()] for view in views]

    def zoom_when_shown(self, places: Sequence[Sequence[float]] | None) -> None:
        """Shows these again at the next `catch_up`, when there is a run to be seen."""
        self._to_come = None if places is None else [QRectF(*place) for place in places]

    def catch_up(self) -> None:
        """There is a run to be seen."""
        places, self._to_come = self._to_come, None
        if places is None:
            return
        self._is_changing = True
        for plot, place in zip(self._plots, places, strict=False):
            plot.is_following = False
            plot.view.setRange(place, padding=0)
        self._is_changing = False
        self._on_followed(self._plots[0], is_following=False)

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
