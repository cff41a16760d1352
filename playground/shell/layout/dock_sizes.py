"""The sizes that docks shall have, so that those which a small window has squeezed get them back with the room."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Final

from PySide6.QtCore import QEvent, QObject, QSize, Qt
from PySide6.QtWidgets import QDockWidget, QMainWindow, QStyle

from playground.shell.layout.docks import is_behind
from playground.shell.layout.folds import Folds

_ACROSS: Final = (Qt.DockWidgetArea.BottomDockWidgetArea, Qt.DockWidgetArea.TopDockWidgetArea)
"""Where docks keep a height, and not a width."""
_RIGHT: Final = Qt.DockWidgetArea.RightDockWidgetArea


_REST: Final = "layers"
CENTRE: Final = 440
"""Pixels of the width in which the network and the curves are looked at with ease."""
_LARGEST: Final = 1 << 15
"""Pixels: no screen has as many."""


class DockSizes(QObject):
    """Qt by itself leaves a dock as narrow as it once had to be, and gives all new room to the centre.

    Docks on the left and below keep their size in pixels, those on the right their share of the window's width; of
    docks that lie one below the other, the layers take the rest, or else the last one that is not folded.
    """

    def __init__(self, window: QMainWindow, docks: Mapping[str, QDockWidget], folds: Folds) -> None:
        super().__init__(window)
        self._window, self._docks, self._folds = window, docks, folds
        self._widths: dict[str, float] = {}
        """Of those on the right, shares."""
        self._heights: dict[str, int] = {}
        self._more: dict[str, int] = {}
        """Besides these, for what is there for a while."""
        self._before_drag: dict[str, QSize] = {}
        self._is_paused = False
        window.installEventFilter(self)

    def want(self, sizes: Mapping[str, QSize] | None = None) -> None:
        """These from now on, or else those that the docks have."""
        for name, size in (self._now() if sizes is None else sizes).items():
            self._want_width(name, size)
            if sizes is not None or not self._folds.is_folded(name):
                self._heights[name] = size.height() - (self._more.get(name, 0) if sizes is None else 0)
        if sizes is not None:
            self.share()

    def kept(self) -> str:
        """What is wanted, for the next start."""
        return json.dumps({"widths": self._widths, "heights": self._heights})

    def restore(self, kept: object) -> bool:
        """Wants what `kept` said at the end before. False, and nothing changed, where it says nothing.

        What the docks have at the start cannot tell: then the window may not have the size yet that it will have, as
        where the desktop maximizes it, and a share of the one would be another of the other.
        """
        try:
            found = json.loads(kept) if isinstance(kept, str) else {}
            widths = {name: float(share) for name, share in found["widths"].items() if name in self._docks}
            heights = {name: int(height) for name, height in found["heights"].items() if name in self._docks}
        except (ValueError, TypeError, KeyError, AttributeError, OverflowError):
            return False
        if not widths or not all(0 < share < _LARGEST for share in (*widths.values(), *heights.values())):
            return False
        self._widths, self._heights = widths, heights
        self.share()
        return True

    def want_height(self, name: str, height: int) -> None:
        """This from now on, for one of those that lie across."""
        self._heights[name] = height
        self._resize([name], [self._with_more(name)], Qt.Orientation.Vertical)

    def want_more(self, name: str, pixels: int) -> None:
        """So many besides, in place of those wanted so until now."""
        before = self._more.get(name, 0)
        if pixels != before:
            self._heights.setdefault(name, self._docks[name].height() - before)
            self._more[name] = pixels
            self._resize([name], [self._with_more(name)], Qt.Orientation.Vertical)
            if not self._is_paused:  # others may get back what they gave
                self.share()

    def _with_more(self, name: str) -> int:
        return self._heights[name] + self._more.get(name, 0)

    def height_of(self, name: str) -> int | None:
        """What it is to have; None where nothing was ever wanted."""
        return self._heights.get(name)

    def pause(self) -> None:
        """Some docks are out of the way for a while: what they shall have stays as it is."""
        self._is_paused = True

    def go_on(self) -> None:
        """They are back."""
        self._is_paused = False
        self.share()

    def _want_width(self, name: str, size: QSize) -> None:
        self._widths[name] = size.width() / (self._window.width() if self._area(name) == _RIGHT else 1)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if self._is_paused:
            return False
        match event.type():
            case QEvent.Type.Resize:  # the window's layout has shared the new room out already
                self._folds.fit(self._window.height())
                self.share()
            case QEvent.Type.MouseButtonPress:  # on an edge between docks: everything else has widgets of its own
                self._before_drag = self._now()
            case QEvent.Type.MouseButtonRelease:
                self._take_over()
        return False

    def _take_over(self) -> None:
        """What a person has dragged is wanted; what was not, may be squeezed just now."""
        for name, size in self._now().items():
            before = self._before_drag.get(name, size)
            if size.width() != before.width():
                self._want_width(name, size)
            if size.height() != before.height() and not self._folds.is_folded(name):
                self._heights[name] = size.height() - self._more.get(name, 0)

    def share(self) -> None:
        """Gives each what it shall have, as far as there is room."""
        now = self._now()
        beside = [name for name in now if self._area(name) not in _ACROSS and name in self._widths]
        across = [name for name in now if self._area(name) in _ACROSS and name in self._heights]
        width = self._window.width()
        widths = {name: round(self._widths[name] * (width if self._area(name) == _RIGHT else 1)) for name in beside}
        self._spare_the_centre(widths)
        self._resize(beside, [widths[name] for name in beside], Qt.Orientation.Horizontal)
        self._resize(across, [self._with_more(name) for name in across], Qt.Orientation.Vertical)
        handle = self._window.style().pixelMetric(QStyle.PixelMetric.PM_DockWidgetSeparatorExtent, None, self._window)
        for stack in self._stacks(beside):
            open_ones = [name for name in stack if not self._folds.is_folded(name)]
            rest = _REST if _REST in open_ones else (open_ones or stack)[-1]
            heights = {name: self._height(name) for name in stack if name != rest}
            # With the tabs of the last one, if it has some; sizes that do not add up would be scaled.
            bottom = self._bottom(stack)
            room = bottom - self._docks[stack[0]].y() - handle * (len(stack) - 1)
            heights[rest] = max(1, room - sum(heights.values()))
            self._resize(stack, [heights[name] for name in stack], Qt.Orientation.Vertical)

    def _spare_the_centre(self, widths: dict[str, int]) -> None:
        """In a narrow window the docks on the left have no more than they need before the centre has less than it does:
        numbers can be edited in fewer pixels than a drawing can be looked at."""
        left = [name for name in widths if self._area(name) == Qt.DockWidgetArea.LeftDockWidgetArea]
        right = max((widths[name] for name in widths if self._area(name) == _RIGHT), default=0)
        missing = CENTRE + right - self._window.width()
        least = max((self._docks[name].minimumSizeHint().width() for name in left), default=0)
        for name in left:
            widths[name] = min(widths[name], max(least, -missing))

    def _height(self, name: str) -> int:
        dock = self._docks[name]
        if self._folds.is_folded(name):
            return dock.maximumHeight()
        return self._with_more(name) if name in self._heights else dock.height()

    def _bottom(self, stack: list[str]) -> int:
        """Where a column ends: where the lowest of its docks does, or the window, if all of them are folded."""
        if self._window.dockWidgetArea(self._docks[stack[0]]) == Qt.DockWidgetArea.LeftDockWidgetArea:
            return self._window.height() - self._window.statusBar().height()
        return self._docks[stack[-1]].geometry().bottom() + 1

    def _resize(self, names: list[str], sizes: list[int], direction: Qt.Orientation) -> None:
        wanted = [max(1, size) for size in sizes]  # which a dock that was drawn shut has not
        self._window.resizeDocks([self._docks[name] for name in names], wanted, direction)

    def _stacks(self, names: list[str]) -> list[list[str]]:
        """Those that lie one below the other, from above."""
        columns: dict[int, list[str]] = {}
        for name in sorted(names, key=lambda name: self._docks[name].y()):
            columns.setdefault(self._docks[name].x(), []).append(name)
        return [column for column in columns.values() if len(column) > 1]

    def _now(self) -> dict[str, QSize]:
        """The sizes of the docks that can be seen in the window."""
        return {
            name: dock.size()
            for name, dock in self._docks.items()
            if dock.isVisible() and not dock.isFloating() and not is_behind(dock)
        }

    def _area(self, name: str) -> Qt.DockWidgetArea:
        return self._window.dockWidgetArea(self._docks[name])
