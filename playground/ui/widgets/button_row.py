"""Buttons beside each other; those that there is no room for are in a menu at their end."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QMenu, QSizePolicy, QToolButton, QWidget

from playground.ui.look import theme
from playground.ui.text import field_text


class ButtonRow(QWidget):
    """The first buttons stay the longest."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        """name: becomes the objectName of the button that opens the menu."""
        super().__init__(parent)
        self._buttons: list[QToolButton] = []
        self._out: set[QToolButton] = set()
        """Those that are not wanted just now."""
        title, help_text = self.tr("More"), self.tr("Opens what this narrow line has no room for.")
        self.more_button = QToolButton(self)
        self.more_button.setObjectName(name)
        self.more_button.setIcon(theme.icon("more"))
        self.more_button.setIconSize(QSize(16, 16))
        self.more_button.setAccessibleName(title)
        self.more_button.setAccessibleDescription(help_text)
        self.more_button.setToolTip(field_text.wrapped(title, help_text))
        self.more_button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.more_button.clicked.connect(self._open_menu)
        self.more_button.hide()
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Preferred)

    def add(self, button: QToolButton) -> None:
        """At the right end."""
        button.setParent(self)
        button.installEventFilter(self)
        self._buttons.append(button)
        QWidget.setTabOrder(button, self.more_button)
        self._arrange()

    def set_wanted(self, button: QToolButton, is_wanted: bool) -> None:
        """Whether a button is there at all."""
        if is_wanted == (button in self._out):
            self._out ^= {button}
            self._arrange()

    @property
    def in_menu(self) -> list[QToolButton]:
        """Those that there is no room for."""
        return [button for button in self._wanted() if button.isHidden()]

    def menu(self) -> QMenu:
        """Each entry does what its button does."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.setToolTipsVisible(True)
        for button in self.in_menu:
            action = menu.addAction(button.icon(), button.text() or button.accessibleName())
            action.setCheckable(button.isCheckable())
            action.setChecked(button.isChecked())
            action.setEnabled(button.isEnabled())
            action.setToolTip(button.toolTip())
            action.triggered.connect(lambda _, pressed=button: pressed.click())
        return menu

    def _open_menu(self) -> None:
        self.menu().popup(self.more_button.mapToGlobal(self.more_button.rect().bottomLeft()))

    def sizeHint(self) -> QSize:
        high = max(button.sizeHint().height() for button in [*self._buttons, self.more_button])
        return QSize(self._wide(self._wanted()), high)

    def minimumSizeHint(self) -> QSize:
        hint = self.sizeHint()
        return QSize(min(self.more_button.sizeHint().width(), hint.width()), hint.height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place()

    def eventFilter(self, watched: object, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange, QEvent.Type.LayoutRequest):
            self._arrange()
        return False

    def _wanted(self) -> list[QToolButton]:
        return [button for button in self._buttons if button not in self._out]

    @staticmethod
    def _wide(buttons: list[QToolButton]) -> int:
        return sum(button.sizeHint().width() + theme.SPACE_2 for button in buttons) - theme.SPACE_2 * bool(buttons)

    def _arrange(self) -> None:
        self.updateGeometry()
        self._place()

    def _place(self) -> None:
        shown = self._wanted()
        if self._wide(shown) > self.width():
            while shown and self._wide([*shown, self.more_button]) > self.width():
                shown.pop()
            shown.append(self.more_button)
        left = 0
        for button in [*self._buttons, self.more_button]:
            button.setVisible(button in shown)
        for button in shown:
            size = button.sizeHint()
            button.setGeometry(left, (self.height() - size.height()) // 2, size.width(), size.height())
            left += size.width() + theme.SPACE_2
