"""Widgets that scroll where there is not room for them: as high as they would like, or as low as they can be."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QLabel, QLayout, QLayoutItem, QScrollArea, QStackedWidget, QWidget


def scroll_area(
    held: QWidget | None = None, parent: QWidget | None = None, *, sideways: bool = False, takes_focus: bool = False
) -> QScrollArea:
    """Without a frame, around a widget that is as wide as there is room for; ``sideways`` scrolls what is wider.

    takes_focus: whether Tab stops at it, so that arrow keys scroll it.
    """
    area = QScrollArea(parent)
    area.setFrameShape(QScrollArea.Shape.NoFrame)
    area.setWidgetResizable(True)
    if not sideways:
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    if not takes_focus:
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    if held is not None:
        area.setWidget(held)
    return area


class ScrollHolder(QScrollArea):
    """Holds one widget, as large as there is room for, and scrolls only where even its least height does not fit.

    Qt's own way asks for the height that a widget would like where it has lines that wrap; this for the least."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._held: QWidget | None = None
        self.setFrameShape(QScrollArea.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    def hold(self, held: QWidget) -> None:
        """Once. Best made in the viewport: Qt works out the style of all that is in a widget anew when that moves."""
        self._held = held
        self.setWidget(held)
        held.installEventFilter(self)

    def to_top(self, _: object = None) -> None:
        """Where another page begins: the last one may have been scrolled."""
        self.verticalScrollBar().setValue(0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._held and event.type() == QEvent.Type.LayoutRequest:
            self._fit()
        return super().eventFilter(watched, event)

    def _fit(self) -> None:
        if self._held is None:
            return
        room = self.viewport().size()
        self._held.resize(room.width(), max(room.height(), least_height(self._held, room.width())))


def least_height(widget: QWidget, width: int) -> int:
    """The least of a widget whose lines wrap at that width.

    Qt asks a widget within another for the height that it would like, once a line in it wraps.
    """
    layout = widget.layout()
    if isinstance(layout, QBoxLayout) and layout.direction() == QBoxLayout.Direction.TopToBottom:
        margins = layout.contentsMargins()
        inner = width - margins.left() - margins.right()
        heights = [_least_of(item, inner) for item in _shown(layout)]
        least = sum(heights) + layout.spacing() * (len(heights) - 1) + margins.top() + margins.bottom()
        return max(least, widget.minimumHeight())
    if isinstance(widget, QStackedWidget):
        pages = (widget.widget(index) for index in range(widget.count()))
        return max((least_height(page, width) for page in pages if page is not None), default=0)
    if isinstance(widget, QLabel) and widget.hasHeightForWidth():
        return widget.heightForWidth(width)
    return max(widget.minimumSizeHint().height(), widget.minimumHeight())


def _shown(layout: QLayout) -> list[QLayoutItem]:
    items = (layout.itemAt(index) for index in range(layout.count()))
    return [item for item in items if item is not None and not item.isEmpty()]


def _least_of(item: QLayoutItem, width: int) -> int:
    widget = item.widget()
    return item.minimumSize().height() if widget is None else min(least_height(widget, width), widget.maximumHeight())
