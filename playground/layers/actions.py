"""What can be done to the selected layers: actions with icons and keys, and a button for each."""

from __future__ import annotations

from collections.abc import Collection
from typing import NamedTuple

from PySide6.QtCore import QCoreApplication, QPoint, QSize, Qt, Signal
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QHBoxLayout, QMenu, QToolButton, QWidget

from engine.nn.layers.base import OutputSpec
from engine.nn.layers.registry import LAYERS
from playground.ui.look import theme
from playground.ui.text import i18n


class _Entry(NamedTuple):
    icon: str
    text: str
    help: str
    keys: str
    has_button: bool = True


def _tr(text: str) -> str:
    return QCoreApplication.translate("LayerActions", text)


def _entries() -> dict[str, _Entry]:
    return {
        "add_layer": _Entry("add", _tr("Add layer"), _tr("Put a new layer behind the selected one."), "Ins"),
        "add_layer_before": _Entry(
            "add", _tr("Add layer before"), _tr("Put a new layer before the selected one."), "Shift+Ins", False
        ),
        "add_hidden_layer": _Entry(
            "layers",
            _tr("Hidden layer"),
            _tr("Put a dense layer and its activation behind the selected one: what makes a net deeper."),
            "Alt+Ins",  # Ctrl+Ins copies, everywhere else
            False,
        ),
        "duplicate_layer": _Entry(
            "duplicate",
            _tr("Duplicate layer"),
            _tr("Put a copy behind the selected layers, to make the net deeper."),
            "Ctrl+D",
        ),
        "move_layer_up": _Entry(
            "up",
            _tr("Move layer up"),
            _tr("Move the selected layers towards the input; dragging them does the same."),
            "Alt+Up",
        ),
        "move_layer_down": _Entry(
            "down",
            _tr("Move layer down"),
            _tr("Move the selected layers towards the output; dragging them does the same."),
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
    menu_opens = Signal()
    """The list of kinds is about to be shown: time to say what is possible."""
    menu_closed = Signal()

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
        self["add_layer"].triggered.connect(self.show_menu_below)

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
        if entry.has_button:
            self._add_button_of(action, name, entry)
        return action

    def _add_button_of(self, action: QAction, name: str, entry: _Entry) -> None:
        button = QToolButton(self)
        button.setDefaultAction(action)
        button.setObjectName(f"action.{name}")
        button.setAccessibleName(entry.text)
        button.setIconSize(QSize(16, 16))
        button.setFixedSize(28, 28)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._row.addWidget(button)

    def _kinds_menu(self) -> QMenu:
        menu = QMenu(self)
        menu.setToolTipsVisible(True)
        menu.addAction(self["add_hidden_layer"])
        menu.addSeparator()
        for kind, spec in LAYERS.items():
            action = menu.addAction(theme.icon(spec.icon, spec.color), i18n.choice_name(kind))
            action.setObjectName(f"action.add_layer.{kind}")
            action.setToolTip(i18n.choice_help(kind))
            action.setData(kind)
        self._note = QAction(menu)  # not made by the menu: see CONTRIBUTING.md
        menu.addAction(self._note)
        self._note.setEnabled(False)
        self._note.setVisible(False)
        menu.triggered.connect(self._on_kind)
        menu.aboutToShow.connect(self.menu_opens)
        menu.aboutToHide.connect(self.menu_closed)
        return menu

    def kinds(self) -> list[QAction]:
        """The entries of the list of kinds."""
        return [action for action in self.menu.actions() if action.data() in LAYERS]

    def note(self) -> str:
        """What the list of kinds says below its entries; empty where there is nothing to say."""
        return self._note.text() if self._note.isVisible() else ""

    def explain(self, note: str = "", *, only: Collection[str] = ()) -> None:
        """Says in the list of kinds what is special about the place. With ``only``, other kinds cannot be added."""
        self._note.setText(note)
        self._note.setVisible(bool(note))
        self["add_hidden_layer"].setEnabled(not only or any(issubclass(LAYERS[kind], OutputSpec) for kind in only))
        for action in self.kinds():
            is_possible = not only or action.data() in only
            action.setEnabled(is_possible)
            action.setToolTip(i18n.choice_help(action.data()) if is_possible else note)

    def _on_kind(self, action: QAction) -> None:
        if action.data() in LAYERS:  # the others do something by themselves
            self.add_chosen.emit(action.data())

    def row_menu(self, parent: QWidget) -> QMenu:
        """What can be done to the selected rows, where the pointer is."""
        menu = QMenu(parent)
        menu.setToolTipsVisible(True)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addActions([self["add_hidden_layer"], self["add_layer"], self["add_layer_before"]])
        menu.addSeparator()
        menu.addActions([self["duplicate_layer"], self["move_layer_up"], self["move_layer_down"]])
        menu.addSeparator()
        menu.addAction(self["remove_layer"])
        return menu

    def show_menu(self, position: QPoint) -> None:
        """Opens the list of kinds at a place on the screen."""
        self.menu.popup(position)

    def show_menu_below(self) -> None:
        """Opens the list of kinds below its button."""
        self.show_menu(self._add_button.mapToGlobal(QPoint(0, self._add_button.height())))
