"""Everything a person can do from the toolbar, the menus or the keyboard, one QAction each (``action.NAME``)."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMainWindow

from playground.document.session import Session
from playground.shell.actions.entries import entries
from playground.ui.fields.finish_typing import finish_typing
from playground.ui.look import theme
from playground.ui.text.numbers import count


def _tr(text: str) -> str:
    return QCoreApplication.translate("Actions", text)


class Actions:
    """The actions of a window, by name, and what each one does to its session."""

    def __init__(self, window: QMainWindow, session: Session) -> None:
        self.window = window
        self.session = session
        self._actions: dict[str, QAction] = {}
        self.undo_first: Callable[[], bool] = lambda: False
        """What undo takes back before it comes to an edit: what is no edit yet; False where there is nothing."""
        for name in entries():
            action = QAction(window)
            action.setObjectName(f"action.{name}")
            window.addAction(action)
            self._actions[name] = action
        self.translate()
        stack = session.undo_stack
        self.connect("play", session.run.toggle)
        self.connect("step", session.run.step)
        self.connect("epoch", session.run.epoch)
        self.connect("reset", session.reset)
        self.connect("reseed", session.structure.reseed)
        self.connect("undo", self._undo)
        self.connect("redo", stack.redo)
        self.connect("quit", window.close)
        stack.canUndoChanged.connect(self["undo"].setEnabled)
        stack.canRedoChanged.connect(self["redo"].setEnabled)
        stack.undoTextChanged.connect(self._show_undo)
        stack.redoTextChanged.connect(self._show_redo)

    def __getitem__(self, name: str) -> QAction:
        return self._actions[name]

    def __contains__(self, name: str) -> bool:
        return name in self._actions

    def connect(self, name: str, slot: Callable[[], object]) -> None:
        """Lets an action do something, after what is being typed. The slot gets no ``checked`` argument."""

        def act() -> None:
            finish_typing()
            slot()

        self[name].triggered.connect(lambda: act())

    def translate(self) -> None:
        """Words and icons in the language and the theme that are set."""
        for name, entry in entries().items():
            action = self[name]
            action.setIcon(theme.icon(entry.icon))
            action.setText(entry.text)
            if isinstance(entry.keys, tuple):
                action.setShortcuts([QKeySequence(keys) for keys in entry.keys])
            elif entry.keys is not None:
                action.setShortcut(QKeySequence(entry.keys))
            action.setToolTip(_with_keys(entry.tooltip, action))
            action.setStatusTip("")
        dark = theme.current().name == "dark"
        self["theme"].setIcon(theme.icon("sun" if dark else "moon"))
        self["theme"].setText(_tr("Light") if dark else _tr("Dark"))
        self["contrast"].setText(_tr("Normal contrast") if theme.current().name == "contrast" else _tr("High contrast"))
        stack = self.session.undo_stack
        self["undo"].setEnabled(stack.canUndo())
        self["redo"].setEnabled(stack.canRedo())
        self._show_undo(stack.undoText())
        self._show_redo(stack.redoText())
        self.show_play()

    def _undo(self) -> None:
        if not self.undo_first():
            self.session.undo_stack.undo()

    def _show_undo(self, edit: str) -> None:
        """The menu and the tooltip name the edit."""
        action = self["undo"]
        action.setText(_tr("Undo {edit}").format(edit=edit) if edit else _tr("Undo"))
        help_text = _tr("Undo this edit: {edit}").format(edit=edit) if edit else _tr("Undo the last edit")
        action.setToolTip(_with_keys(help_text, action))

    def _show_redo(self, edit: str) -> None:
        action = self["redo"]
        action.setText(_tr("Redo {edit}").format(edit=edit) if edit else _tr("Redo"))
        help_text = _tr("Redo this edit: {edit}") if edit else _tr("Redo the last undone edit")
        action.setToolTip(_with_keys(help_text.format(edit=edit), action))

    def show_play(self, _: object = None) -> None:
        """Play becomes pause, and says how far it is going to go; at the end of a run on the button, too."""
        action, session = self["play"], self.session
        steps, snapshot = session.steps_to_come, session.snapshot
        words, help_text = _tr("Play"), _tr("Train, and watch the curves move; press again to pause")
        button = words
        if session.is_training:
            button = words = _tr("Pause")
        elif steps is not None:
            number = count(steps)
            if snapshot is not None and snapshot.has_ended:
                button, words = continue_text(), _tr("Play {steps} more steps").format(steps=number)
            if snapshot is not None and snapshot.newest > 0:
                help_text = _tr("Train {steps} more steps; press again to pause").format(steps=number)
            else:
                help_text = _tr("Train {steps} steps, and watch the curves move; press again to pause").format(
                    steps=number
                )
        is_over = snapshot is not None and snapshot.all_left and not session.is_training
        if is_over:
            help_text = _tr("No lane is left to train: each has stopped early or diverged. Reset starts them again.")
        is_waiting = session.waiting_step is not None
        if is_waiting:
            help_text = _tr("The rows are still being read; then the run comes back at its step.")
        for name in ("play", "step", "epoch"):
            self[name].setEnabled(not (is_over or is_waiting))
        action.setText(words)
        action.setIconText(button)
        action.setToolTip(_with_keys(help_text, action))
        action.setIcon(theme.icon("pause" if session.is_training else "play", "accent_text"))


def continue_text() -> str:
    """What Play says at the end of a run; how far it goes on stands in its tooltip."""
    return _tr("Continue")


def _with_keys(text: str, action: QAction) -> str:
    keys = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
    return f"{text} ({keys})" if keys else text
