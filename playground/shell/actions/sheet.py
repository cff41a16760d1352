"""A sheet that lies over a part of the window, with a title and a page to read. Never modal: Escape puts it away."""

from __future__ import annotations

from string import Template
from typing import Final

from PySide6.QtCore import QEvent, QObject, QSize, Qt
from PySide6.QtGui import QColor, QKeyEvent
from PySide6.QtWidgets import QFrame, QGraphicsDropShadowEffect, QVBoxLayout, QWidget
from shiboken6 import isValid

from playground.ui.look import theme
from playground.ui.widgets.scroll_holder import scroll_area
from playground.ui.widgets.section import SectionHeader

_STYLE: Final = Template("Sheet { background: $surface; border: 1px solid $border_strong; border-radius: 8px; }")


class Sheet(QFrame):
    """In the middle of its parent, as large as its page where there is room; the focus returns to where it was."""

    def __init__(self, title: str, page: QWidget, parent: QWidget) -> None:
        super().__init__(parent)
        self.setStyleSheet(theme.rules(_STYLE))
        self.setAccessibleName(title)
        self._page = page
        self._before: QWidget | None = None
        self.header = SectionHeader(title)
        self.close_button = self.header.add_button("close", self.tr("Close (Esc)"), "sheet.close")
        self.close_button.clicked.connect(self.put_away)
        self.area = scroll_area(page, takes_focus=True)
        self.area.setObjectName("sheet.page")
        self.area.setAccessibleName(title)
        self.area.setToolTip(self.tr("Close with Escape"))
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(theme.SPACE_4, theme.SPACE_2, theme.SPACE_2, theme.SPACE_4)
        self._column.setSpacing(theme.SPACE_2)
        self._column.addWidget(self.header)
        self._column.addWidget(self.area, 1)
        self.setGraphicsEffect(_shadow(self))
        parent.installEventFilter(self)
        self.hide()

    def bring(self) -> None:
        """Shows the sheet above everything else and gives it the focus."""
        if self.isHidden():
            self._before = self.window().focusWidget()
        self._place()
        self.show()
        self.raise_()
        self.area.setFocus(Qt.FocusReason.PopupFocusReason)

    def put_away(self) -> None:
        """Hides the sheet."""
        had_focus = self.isAncestorOf(self.window().focusWidget() or self)
        self.hide()
        if had_focus and self._before is not None and isValid(self._before):  # a row may have gone meanwhile
            self._before.setFocus(Qt.FocusReason.PopupFocusReason)
        self._before = None

    def toggle(self) -> None:
        """Shows it, or puts it away."""
        if self.isVisible():
            self.put_away()
        else:
            self.bring()

    def _place(self) -> None:
        parent = self.parentWidget()
        assert parent is not None
        room = parent.rect().adjusted(theme.SPACE_4, theme.SPACE_4, -theme.SPACE_4, -theme.SPACE_4)
        margins = self.contentsMargins() + self._column.contentsMargins()
        beside = self.area.verticalScrollBar().sizeHint().width()
        around = QSize(beside, self.header.height() + self._column.spacing()).grownBy(margins)
        place = self.rect()
        place.setSize((self._page.sizeHint() + around).boundedTo(room.size()))
        place.moveCenter(room.center())
        self.setGeometry(place)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize and self.isVisible():
            self._place()
        return False

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.put_away()
        else:
            super().keyPressEvent(event)


def _shadow(sheet: QWidget) -> QGraphicsDropShadowEffect:
    """What lifts the sheet off the panels below."""
    colors = theme.current()
    color = QColor(colors.text if colors.name == "light" else colors.window)
    color.setAlphaF(0.3 if colors.name == "light" else 0.9)
    shadow = QGraphicsDropShadowEffect(sheet)
    shadow.setBlurRadius(2 * theme.SPACE_4)
    shadow.setOffset(0, theme.SPACE_1)
    shadow.setColor(color)
    return shadow
