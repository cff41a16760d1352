"""Everything a person can do from the toolbar, the menus or the keyboard, one QAction each (``action.NAME``)."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMainWindow

from playground import theme
from playground.session import Session

Keys = QKeySequence.StandardKey | str | None


@dataclass(frozen=True, slots=True)
class Entry:
    """How an action looks: its icon, its words, its keys. The tooltip teaches what it is for."""

    icon: str
    text: str
    tooltip: str
    keys: Keys = None


def _tr(text: str) -> str:
    return QCoreApplication.translate("Actions", text)


def entries() -> dict[str, Entry]:
    """All actions, by name, in the language that is set."""
    standard = QKeySequence.StandardKey
    return {
        "play": Entry("play", _tr("Play"), _tr("Train, and watch the curves move; press again to pause"), "F5"),
        "step": Entry("step", _tr("Step"), _tr("Train for a single step: one batch, one update of the weights"), "F6"),
        "epoch": Entry(
            "epoch", _tr("Epoch"), _tr("Train for one epoch: until every training row has been seen once more"), "F9"
        ),
        "reset": Entry("reset", _tr("Reset"), _tr("Back to the same starting weights, as the seed gives them"), "F7"),
        "reseed": Entry("reseed", _tr("Reseed"), _tr("Other starting weights, batches and masks: the next seed"), "F8"),
        "open": Entry("open", _tr("Open…"), _tr("Open an experiment, or a table of your own data"), standard.Open),
        "save": Entry(
            "save", _tr("Save"), _tr("Save the experiment: the recipe, without the trained weights"), standard.Save
        ),
        "save_as": Entry("save", _tr("Save as…"), _tr("Save the experiment in another file"), "Ctrl+Shift+S"),
        "save_model": Entry(
            "save", _tr("Save model…"), _tr("Save the trained weights of all lanes as a NumPy file"), "Ctrl+M"
        ),
        "load_model": Entry(
            "open",
            _tr("Open model…"),
            _tr("Open trained weights from a NumPy file, and go on from them"),
            "Ctrl+Shift+M",
        ),
        "undo": Entry("undo", _tr("Undo"), _tr("Take the last edit back"), standard.Undo),
        "redo": Entry("redo", _tr("Redo"), _tr("Make the edit again that was taken back"), "Ctrl+Shift+Z"),
        "theme": Entry("moon", _tr("Dark"), _tr("Switch between the light and the dark theme"), "Ctrl+T"),
        "language": Entry("language", _tr("한국어"), _tr("Switch between English and Korean"), "Ctrl+L"),
        "quit": Entry("close", _tr("Quit"), _tr("Close the window"), standard.Quit),
    }


class Actions:
    """The actions of a window, by name, and what each one does to its session."""

    def __init__(self, window: QMainWindow, session: Session) -> None:
        self.window = window
        self.session = session
        self._actions: dict[str, QAction] = {}
        for name in entries():
            action = QAction(window)
            action.setObjectName(f"action.{name}")
            window.addAction(action)
            self._actions[name] = action
        self.translate()
        stack = session.undo_stack
        self.connect("play", session.toggle)
        self.connect("step", session.step)
        self.connect("epoch", session.epoch)
        self.connect("reset", session.reset)
        self.connect("reseed", session.reseed)
        self.connect("undo", stack.undo)
        self.connect("redo", stack.redo)
        self.connect("quit", window.close)
        stack.canUndoChanged.connect(self["undo"].setEnabled)
        stack.canRedoChanged.connect(self["redo"].setEnabled)

    def __getitem__(self, name: str) -> QAction:
        return self._actions[name]

    def connect(self, name: str, slot: Callable[[], object]) -> None:
        """Lets an action do something. The slot gets no ``checked`` argument."""
        self[name].triggered.connect(lambda: slot())

    def translate(self) -> None:
        """Words and icons in the language and the theme that are set."""
        for name, entry in entries().items():
            action = self[name]
            action.setIcon(theme.icon(entry.icon))
            action.setText(entry.text)
            if entry.keys is not None:
                action.setShortcut(QKeySequence(entry.keys))
            keys = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
            action.setToolTip(f"{entry.tooltip} ({keys})" if keys else entry.tooltip)
            action.setStatusTip("")
        dark = theme.current().name == "dark"
        self["theme"].setIcon(theme.icon("sun" if dark else "moon"))
        self["theme"].setText(_tr("Light") if dark else _tr("Dark"))
        self["undo"].setEnabled(self.session.undo_stack.canUndo())
        self["redo"].setEnabled(self.session.undo_stack.canRedo())
        self.show_training(self.session.is_training)

    def show_training(self, is_training: bool) -> None:
        """Play becomes pause."""
        action = self["play"]
        action.setText(_tr("Pause") if is_training else _tr("Play"))
        action.setIcon(theme.icon("pause" if is_training else "play", "accent_text"))
