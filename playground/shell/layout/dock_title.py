"""The title bar of a dock: the panel's own header, and small buttons to let it float and to hide it."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QDockWidget, QHBoxLayout, QLabel, QMainWindow, QToolButton, QWidget

from playground.ui.look import theme

_BUTTON = 22


class DockTitle(QWidget):
    """Dragging it moves the dock: what its children do not use of the mouse reaches the dock widget.

    Where the header has no title of its own, the dock's is shown, unless a tab says it already. Keys that the header
    does not use are the panel's, as if the header were still within it.
    """

    fold_wanted = Signal()

    def __init__(self, dock: QDockWidget, header: QWidget | None, *, is_titled: bool, can_fold: bool = False) -> None:
        """is_titled: whether the header says what the panel is; can_fold: whether all but this line can go."""
        super().__init__(dock)
        self._dock = dock
        self._is_titled = is_titled
        self.fold_button: QToolButton | None = None
        self.title = QLabel(dock.windowTitle())
        self.title.setFont(theme.font("title"))
        row = QHBoxLayout(self)
        row.setContentsMargins(theme.SPACE_1, theme.SPACE_1, theme.SPACE_1, 0)
        row.setSpacing(2)
        row.addWidget(self._fold_button() if can_fold else self._grip())
        row.addWidget(self.title)
        if header is not None:
            row.addSpacing(theme.SPACE_1)
            row.addWidget(header, 1)
            inside = header.layout()
            if inside is not None:
                inside.setContentsMargins(0, 0, 0, 0)
        else:
            row.addStretch(1)
        row.addSpacing(theme.SPACE_1)
        self.float_button = self._button("float", "float")
        self.close_button = self._button("close", "close")
        self.close_button.setToolTip(self.tr("Hide this panel; the View menu brings it back"))
        self.close_button.setAccessibleName(self.tr("Hide {panel}").format(panel=dock.windowTitle()))
        self.float_button.clicked.connect(self._on_float)
        self.close_button.clicked.connect(dock.close)
        dock.topLevelChanged.connect(self._show_state)
        dock.visibilityChanged.connect(self._show_state)
        self._show_state()

    def _grip(self) -> QLabel:
        grip = QLabel()
        grip.setPixmap(theme.icon("grip", "border_strong").pixmap(QSize(14, 14), self.devicePixelRatioF()))
        grip.setToolTip(self.tr("Drag to move this panel, double-click to let it float"))
        return grip

    def _fold_button(self) -> QToolButton:
        self.fold_button = button = QToolButton(self)
        button.setObjectName(f"{self._dock.objectName()}.fold")
        button.setIconSize(QSize(14, 14))
        button.setFixedSize(_BUTTON, _BUTTON)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        button.clicked.connect(self.fold_wanted)
        self.setFocusProxy(button)
        return button

    def show_fold(self, is_folded: bool) -> None:
        """Which way the arrow points."""
        assert self.fold_button is not None
        panel = self._dock.windowTitle()
        self.fold_button.setIcon(theme.icon("right" if is_folded else "down"))
        says = self.tr("Open {panel}") if is_folded else self.tr("Fold {panel}")
        self.fold_button.setAccessibleName(says.format(panel=panel))
        self.fold_button.setToolTip(
            self.tr("Shows the whole section")
            if is_folded
            else self.tr("Leaves only this line, to give the room to the other sections")
        )

    def _button(self, icon: str, name: str) -> QToolButton:
        button = QToolButton(self)
        button.setObjectName(f"{self._dock.objectName()}.{name}")
        button.setIcon(theme.icon(icon, "muted"))
        button.setIconSize(QSize(14, 14))
        button.setFixedSize(_BUTTON, _BUTTON)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        layout = self.layout()
        assert layout is not None
        layout.addWidget(button)
        return button

    def _on_float(self) -> None:
        self._dock.setFloating(not self._dock.isFloating())

    def _show_state(self, _: bool = False) -> None:
        floats, panel = self._dock.isFloating(), self._dock.windowTitle()
        self.float_button.setToolTip(
            self.tr("Put this panel back into the window")
            if floats
            else self.tr("Let this panel float in a window of its own")
        )
        name = self.tr("Dock {panel}") if floats else self.tr("Float {panel}")
        self.float_button.setAccessibleName(name.format(panel=panel))
        window = self._dock.parent()
        is_tab = not floats and isinstance(window, QMainWindow) and bool(window.tabifiedDockWidgets(self._dock))
        self.title.setHidden(self._is_titled or is_tab)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        panel = self._dock.widget()
        if panel is not None:
            QApplication.sendEvent(panel, event)  # climbs from there to the window by itself
            event.accept()
