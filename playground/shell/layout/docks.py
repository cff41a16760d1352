"""Where the panels are: the docks around the curves, their standard layout, and what is remembered of another one."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QByteArray, QSize, Qt
from PySide6.QtWidgets import QDockWidget, QMainWindow, QTabBar, QTabWidget

from playground.shell.layout.dock_title import DockTitle
from playground.shell.layout.folds import SECTIONS
from playground.ui.panel import Panel
from playground.ui.settings import settings
from playground.ui.widgets.section import SectionHeader

_LEFT, _BOTTOM = Qt.DockWidgetArea.LeftDockWidgetArea, Qt.DockWidgetArea.BottomDockWidgetArea
_RIGHT, _TOP = Qt.DockWidgetArea.RightDockWidgetArea, Qt.DockWidgetArea.TopDockWidgetArea
AREAS: Final = {
    **dict.fromkeys(("data", "layers", "training", "history"), _LEFT),
    "inside": _RIGHT,
    "lanes": _BOTTOM,
    "network": _TOP,
}
HIDDEN: Final = ("history",)
"""Panels that show only when they are asked for."""
LEFT_WIDTH: Final = 400
DATA_HEIGHT: Final = 265
TRAINING_HEIGHT: Final = 300
LANES_HEIGHT: Final = 118
"""With a single lane; see `lanes_height`."""
_TWO_LANES: Final = 166
_LANE: Final = 28
NETWORK_HEIGHT: Final = 172
"""In a window of 720 pixels; a tall window gives it more, see `network_height`."""
_LESS: Final = 14
_NETWORK_MOST: Final = 480
"""Units grow up to a size; what is more than they need is the curves'."""
_BARS: Final = 77
"""Menu and toolbar."""
LANES_SHARE: Final = 0.235
"""Of the height of the window, at most."""
INSIDE_SHARE: Final = 0.31
"""Of the width of the window."""
VERSION: Final = 4
"""Of the layout that is remembered; one of another version is ignored."""


def make_docks(window: QMainWindow) -> dict[str, QDockWidget]:
    """The docks of all panels but the curves, empty, in the standard layout."""
    window.setCorner(Qt.Corner.BottomLeftCorner, _LEFT)
    window.setCorner(Qt.Corner.TopLeftCorner, _LEFT)
    window.setCorner(Qt.Corner.TopRightCorner, _RIGHT)
    window.setTabPosition(Qt.DockWidgetArea.AllDockWidgetAreas, QTabWidget.TabPosition.North)
    window.setDockNestingEnabled(True)
    docks = {name: QDockWidget(window) for name in AREAS}
    for name, dock in docks.items():
        dock.setObjectName(f"dock.{name}")
    arrange(window, docks)
    return docks


def arrange(window: QMainWindow, docks: dict[str, QDockWidget]) -> None:
    """The standard layout: data, layers and training on the left, the network above the curves, lanes below."""
    for name, dock in docks.items():
        dock.setFloating(False)
        window.addDockWidget(AREAS[name], dock)
    data, layers, training, history = (docks[name] for name in ("data", "layers", "training", "history"))
    window.splitDockWidget(data, layers, Qt.Orientation.Vertical)
    window.splitDockWidget(layers, training, Qt.Orientation.Vertical)
    window.tabifyDockWidget(training, history)
    for name, dock in docks.items():
        dock.setVisible(name not in HIDDEN)
    training.raise_()


def fit(window: QMainWindow, docks: dict[str, QDockWidget], n_lanes: int) -> dict[str, QSize]:
    """The standard sizes. On a tall screen there is more room for the layers and the curves.

    Returns what each dock should have, which a small window may have no room for.
    """
    data, lanes, views = docks["data"], docks["lanes"], docks["inside"]
    inside = window.layout()
    assert inside is not None
    inside.activate()  # sizes can be shared out only once there are some
    share = round(window.width() * INSIDE_SHARE)
    window.resizeDocks([data, views], [LEFT_WIDTH, share], Qt.Orientation.Horizontal)
    top, bottom = network_height(room(window, docks)), lanes_height(n_lanes, window.height())
    window.resizeDocks([docks["network"], lanes], [top, bottom], Qt.Orientation.Vertical)
    sections = {"data": DATA_HEIGHT, "layers": 1, "training": TRAINING_HEIGHT, "history": TRAINING_HEIGHT}
    return {
        **{name: QSize(LEFT_WIDTH, height) for name, height in sections.items()},
        "inside": QSize(share, views.height()),
        "lanes": QSize(lanes.width(), bottom),
        "network": QSize(docks["network"].width(), top),
    }


def lanes_height(n_lanes: int, window: int) -> int:
    """How high the table is: a row for a single lane, more for several, as far as a window of this height has room;
    three are seen in any window."""
    if n_lanes < 2:
        return LANES_HEIGHT
    three, all_lanes = (_TWO_LANES + (min(n_lanes, most) - 2) * _LANE for most in (3, n_lanes))
    return max(three, min(all_lanes, round(window * LANES_SHARE)))


def room(window: QMainWindow, docks: dict[str, QDockWidget]) -> int:
    """The height of a window that has as much room below its bars, and no cards among them."""
    return window.height() - max(0, docks["network"].y() - _BARS)


def network_height(window: int) -> int:
    """How high the drawing is in a window of this height: what is more than 720 pixels, it shares with the curves."""
    return min(NETWORK_HEIGHT + max(-_LESS, round((window - 720) * 0.5)), _NETWORK_MOST)


def fill(dock: QDockWidget, panel: Panel, title: str) -> DockTitle:
    """Puts a panel into its dock, in place of the one before; the panel's header becomes the title bar."""
    old, old_title = dock.widget(), dock.titleBarWidget()
    dock.setWindowTitle(title)
    dock.setWidget(panel)
    header = panel.dock_header()
    bar = DockTitle(dock, header, is_titled=isinstance(header, SectionHeader), can_fold=panel.name in SECTIONS)
    for action in panel.actions():
        bar.addAction(action)  # its keys work there too
    dock.setTitleBarWidget(bar)
    dock.toggleViewAction().setObjectName(f"action.show_{panel.name}")
    for widget in (old, old_title):
        if widget is not None:
            widget.deleteLater()
    return bar


def name_tabs(window: QMainWindow, name: str, tooltip: str) -> None:
    """Gives the tabs of docks that share a place their name and tooltip: Qt makes them when they are needed."""
    for bar in window.findChildren(QTabBar, options=Qt.FindChildOption.FindDirectChildrenOnly):
        bar.setAccessibleName(name)
        bar.setToolTip(tooltip)


def is_behind(dock: QDockWidget) -> bool:
    """Whether another tab hides it: Qt calls such a dock visible, but puts it out of the window."""
    return not dock.isFloating() and dock.geometry().right() < 0


def remember(window: QMainWindow) -> None:
    """Keeps the layout for the next start."""
    settings().setValue("window/layout", window.saveState(VERSION))


def restore(window: QMainWindow) -> bool:
    """The layout that was remembered; False, and nothing changed, where there is none or it cannot be used."""
    layout = settings().value("window/layout")
    return isinstance(layout, QByteArray) and window.restoreState(layout, VERSION)
