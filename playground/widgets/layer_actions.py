"""What can be done to the selected layers: actions with icons and keys, and a button for each."""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtCore import QCoreApplication, QPoint, QSize, Qt, Signal
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QHBoxLayout, QMenu, QToolButton, QWidget

from engine.specs import LAYERS
from playground import i18n, theme


class _Entry(NamedTuple):
    icon: str
    text: str
    help: str
    keys: str


def _tr(text: str) -> str:
    return QCoreApplication.translate("LayerActions", text)


def _entries() -> dict[str, _Entry]:
    return {
        "add_layer": _Entry("add", _tr("Add layer"), _tr("Put a new layer behind the selected one."), "Ins"),
        "duplicate_layer": _Entry(
            "duplicate",
            _tr("Duplicate layer"),
            _tr("Put a copy behind the selected layer, to make the net deeper."),
            "Ctrl+D",
        ),
        "move_layer_up": _Entry(
            "up",
            _tr("Move layer up"),
            _tr("Move the selected layer towards the input; dragging its row does the same."),
            "Alt+Up",
        ),
        "move_layer_down": _Entry(
            "down",
            _tr("Move layer down"),
            _tr("Move the selected layer towards the output; dragging its row does the same."),
            "Alt+Down",
        ),
        "remove_layer": _Entry(
            "delete",
            _tr("Remove layer"),
            _tr("Take the selected layers out of the stack; undo brings them back."),
            "Del",
        ),
    }


class LayerActions(QWidget):
    """A row of buttons. Action and button are named ``action.NAME``; the kinds ``action.add_layer.KIND``.

    The keys work wherever the focus is within ``owner``.
    """

    add_chosen = Signal(str)
    """The kind of layer to add."""

    def __init__(self, owner: QWidget) -> None:
        super().__init__(owner)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(2)
        self._actions: dict[str, QAction] = {}
        for name, entry in _entries().items():
            self._actions[name] = self._make(name, entry)
            owner.addAction(self._actions[name])
        self.menu = self._kinds_menu()
        self._add_button = self.button("add_layer")
        self._add_button.setMenu(self.menu)
        self._add_button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self["add_layer"].triggered.connect(self.show_menu)

    def __getitem__(self, name: str) -> QAction:
        return self._actions[name]

    def button(self, name: str) -> QToolButton:
        button = self.findChild(QToolButton, f"action.{name}")
        assert isinstance(button, QToolButton)
        return button

    def _make(self, name: str, entry: _Entry) -> QAction:
        action = QAction(theme.icon(entry.icon), entry.text, self)
        action.setObjectName(f"action.{name}")
        action.setShortcut(QKeySequence(entry.keys))
        action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        keys = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
        action.setToolTip(f"{entry.help} ({keys})")
        button = QToolButton(self)
        button.setDefaultAction(action)
        button.setObjectName(f"action.{name}")
        button.setAccessibleName(entry.text)
        button.setIconSize(QSize(16, 16))
        button.setFixedSize(28, 28)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._row.addWidget(button)
        return action

    def _kinds_menu(self) -> QMenu:
        menu = QMenu(self)
        menu.setToolTipsVisible(True)
        for kind in LAYERS:
            action = menu.addAction(theme.icon(kind, kind), i18n.choice_name(kind))
            action.setObjectName(f"action.add_layer.{kind}")
            action.setToolTip(i18n.choice_help(kind))
            action.setData(kind)
        menu.triggered.connect(self._on_kind)
        return menu

    def _on_kind(self, action: QAction) -> None:
        self.add_chosen.emit(action.data())

    def show_menu(self) -> None:
        """Opens the list of kinds below its button."""
        self.menu.popup(self._add_button.mapToGlobal(QPoint(0, self._add_button.height())))
