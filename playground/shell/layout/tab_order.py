"""The way of the Tab key through the window: toolbar, left, centre, right, bottom, whatever was made when."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QDockWidget, QMainWindow, QTabBar, QToolBar, QWidget

from playground.shell.layout.docks import is_behind
from playground.shell.layout.message_area import MessageArea
from playground.ui.ownership import left_to_parent

Part = TypeVar("Part", bound=QWidget)
_AREAS = (
    Qt.DockWidgetArea.TopDockWidgetArea,
    Qt.DockWidgetArea.LeftDockWidgetArea,
    None,  # the centre
    Qt.DockWidgetArea.RightDockWidgetArea,
    Qt.DockWidgetArea.BottomDockWidgetArea,
)


def tab_stops(window: QMainWindow) -> list[QWidget]:
    """What the Tab key visits, in order. Within a panel it is Qt's own order, title bars first."""
    docks = _own(window, QDockWidget)
    regions = _regions(window, docks)
    behind = [dock for dock in docks if is_behind(dock)]
    stops: list[tuple[int, int, QWidget]] = []
    for position, widget in enumerate(_chain(window)):
        if _is_stop(widget) and widget.window() is window and not any(dock.isAncestorOf(widget) for dock in behind):
            found = (index for index, region in enumerate(regions) if region is widget or region.isAncestorOf(widget))
            region = next(found, len(regions))
            stops.append((region, position, widget))
    return [widget for *_, widget in sorted(stops, key=lambda stop: stop[:2])]


def next_stop(window: QMainWindow, forward: bool) -> QWidget | None:
    """Where Tab leads from the widget that has the focus."""
    stops = tab_stops(window)
    now: QWidget | None = left_to_parent(window.focusWidget())
    while now is not None and now not in stops:
        now = now.parentWidget()
    if not stops:
        return None
    step = 1 if forward else -1
    return stops[(stops.index(now) + step) % len(stops)] if now is not None else stops[0 if forward else -1]


def enter(panel: QWidget) -> None:
    """Puts the focus into a panel: where it was last, or else to its first stop."""
    last = left_to_parent(panel.focusWidget())
    stops = [last] if last is not None and _is_stop(last) else [w for w in _chain(panel) if panel.isAncestorOf(w)]
    target = next((widget for widget in stops if _is_stop(widget)), None)
    if target is not None:
        target.setFocus(Qt.FocusReason.ShortcutFocusReason)


def keeper(window: QMainWindow) -> Callable[[], None]:
    """Gives the focus back, when what has it now has been made anew: to that, of the same name."""
    held: QWidget | None = left_to_parent(window.focusWidget())
    while held is not None and (not held.objectName() or held.objectName().startswith("qt_")):
        held = held.parentWidget()
    name = held.objectName() if held is not None and held is not window else ""

    def give_back() -> None:
        made = window.findChildren(QWidget, name) if name else []
        again = next((each for each in made if _is_stop(each)), None)  # the old ones are hidden, and not gone yet
        if again is not None:
            again.setFocus(Qt.FocusReason.OtherFocusReason)

    return give_back


def _own(window: QMainWindow, kind: type[Part]) -> list[Part]:
    """Of this kind, those that the window itself holds; the thousand widgets that lie in them are not gone through."""
    return window.findChildren(kind, options=Qt.FindChildOption.FindDirectChildrenOnly)


def _regions(window: QMainWindow, docks: list[QDockWidget]) -> list[QWidget]:
    """The parts of the window in the order of reading; of a dock first the title bar."""
    docked: list[QWidget] = [dock for dock in docks if not dock.isFloating()]
    places = sorted([*docked, *_own(window, QTabBar)], key=lambda place: (place.y(), place.x()))
    result: list[QWidget] = [*_own(window, QToolBar), *window.findChildren(MessageArea)]
    for area in _AREAS:
        if area is None:
            result += [centre] if (centre := window.centralWidget()) is not None else []
            continue
        for place in places:
            if not isinstance(place, QDockWidget):
                if _area_of_tabs(window, docks, place) == area:
                    result.append(place)
            elif window.dockWidgetArea(place) == area:
                result += [part for part in (place.titleBarWidget(), place) if part is not None]
    return result


def _area_of_tabs(window: QMainWindow, docks: list[QDockWidget], tabs: QWidget) -> Qt.DockWidgetArea:
    """Where the docks are that lie below the tabs."""
    for dock in docks:
        if (
            not dock.isFloating()
            and dock.isVisible()
            and abs(dock.x() - tabs.x()) < tabs.width()
            and dock.y() > tabs.y()
        ):
            return window.dockWidgetArea(dock)
    return Qt.DockWidgetArea.LeftDockWidgetArea


def _chain(start: QWidget) -> list[QWidget]:
    widgets = [start]
    while (widget := left_to_parent(widgets[-1].nextInFocusChain())) is not None and widget is not start:
        widgets.append(widget)
    return widgets


def _is_another_choice(button: QAbstractButton) -> bool:
    """Whether it is not the chosen one of several: Tab leads to that, and from there Qt's arrow keys choose another."""
    group = button.group()
    return group is not None and group.exclusive() and group.checkedId() not in (-1, group.id(button))


def _is_stop(widget: QWidget) -> bool:
    if isinstance(widget, QAbstractButton) and _is_another_choice(widget):
        return False
    takes_tab = widget.focusPolicy() & Qt.FocusPolicy.TabFocus == Qt.FocusPolicy.TabFocus
    return takes_tab and widget.isVisible() and widget.isEnabled() and left_to_parent(widget.focusProxy()) is None
