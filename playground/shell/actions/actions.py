"""Everything a person can do from the toolbar, the menus or the keyboard, one QAction each (``action.NAME``)."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMainWindow

from playground.document.session import Session
from playground.ui.look import theme
from playground.ui.text.numbers import count

Keys = QKeySequence.StandardKey | str | tuple[str, ...] | None

PANELS: Final = ("data", "layers", "training", "curves", "lanes", "inside", "history")
"""In the order of the keys that lead to them: Ctrl+1, Ctrl+2, ..."""

EXPORTS: Final = (
    *("export_report", "export_curves_png", "export_curves_svg", "export_history", "copy_lanes"),
    *("export_onnx", "export_script"),
)
"""In the order of the menu."""


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
        "branch": Entry(
            "branch",
            _tr("Branch from here"),
            _tr(
                "A new lane that starts with the weights that the selected lane has at the step shown, "
                "and trains on with the others"
            ),
            "Ctrl+B",
        ),
        "new": Entry("new", _tr("New"), _tr("A fresh small network on handwritten digits"), standard.New),
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
            _tr("Open trained weights from a NumPy file and continue from them"),
            "Ctrl+Shift+M",
        ),
        "save_run": Entry(
            "save",
            _tr("Save run…"),
            _tr("Save the run as it is, every lane with its curves, to go on from there another day"),
            "Ctrl+R",
        ),
        "open_run": Entry(
            "open", _tr("Open run…"), _tr("Open a saved run and continue where it stopped, bit for bit"), "Ctrl+Shift+R"
        ),
        "copy_experiment": Entry(
            "duplicate",
            _tr("Copy experiment as text"),
            _tr("Copy the whole experiment as text, to keep in a note or send to somebody"),
            "Ctrl+Shift+C",
        ),
        "copy_python": Entry(
            "duplicate",
            _tr("Copy as Python"),
            _tr("Put the experiment on the clipboard as Python code, to run and change it in a script or a notebook"),
            "Ctrl+Shift+P",
        ),
        "paste_experiment": Entry(
            "paste", _tr("Paste experiment"), _tr("Open the experiment on the clipboard"), "Ctrl+Shift+V"
        ),
        "undo": Entry("undo", _tr("Undo"), _tr("Undo the last edit"), standard.Undo),
        "redo": Entry("redo", _tr("Redo"), _tr("Redo the last undone edit"), "Ctrl+Shift+Z"),
        **_export_entries(),
        **_panel_entries(),
        "restore_layout": Entry(
            "layout", _tr("Restore the standard layout"), _tr("Put every panel back to where it was at first"), "Ctrl+0"
        ),
        "theme": Entry("moon", _tr("Dark"), _tr("Switch between the light and the dark theme"), "Ctrl+T"),
        "language": Entry("language", _tr("한국어"), _tr("Switch between English and Korean"), "Ctrl+L"),
        "shortcuts": Entry("keyboard", _tr("Keyboard shortcuts"), _tr("Every key, and what it does"), ("F1", "?")),
        "about": Entry("info", _tr("About Playground"), _tr("Which version this is, and what it is for")),
        "log_folder": Entry(
            "folder", _tr("Open log folder"), _tr("The folder where the program logs its errors, for a report")
        ),
        "quit": Entry("close", _tr("Quit"), _tr("Close the window"), standard.Quit),
    }


def _export_entries() -> dict[str, Entry]:
    """What leaves the program, in the order of the menu."""
    return {
        "export_report": Entry(
            "export",
            _tr("Report…"),
            _tr("One page with curves, figures and all settings of the run, to print or to send"),
            "Ctrl+E",
        ),
        "export_curves_png": Entry(
            "chart", _tr("Curves as PNG…"), _tr("The curves as a picture, for slides and documents")
        ),
        "export_curves_svg": Entry(
            "chart", _tr("Curves as SVG…"), _tr("The curves as a drawing that stays sharp at any size")
        ),
        "export_history": Entry(
            "table", _tr("Histories as CSV…"), _tr("Loss and accuracy of every lane at every step that was measured")
        ),
        "copy_lanes": Entry(
            "duplicate", _tr("Copy the lanes as a table"), _tr("Settings and figures of all lanes, for a spreadsheet")
        ),
        "export_onnx": Entry(
            "layers",
            _tr("Selected lane as ONNX…"),
            _tr("The trained network for onnxruntime, a browser or a phone; scaling and softmax are part of it"),
        ),
        "export_script": Entry(
            "export",
            _tr("Selected lane as a NumPy script…"),
            _tr("Network, weights and training in one readable file; run it to get the same figures again"),
            "Ctrl+Shift+E",
        ),
    }


def _panel_entries() -> dict[str, Entry]:
    """An action for each panel, which puts the focus there."""
    icons = {"lanes": "lanes", "curves": "chart", "training": "settings", "inside": "search"}
    titles = panel_titles()
    return {
        f"focus_{name}": Entry(
            icons.get(name, name),
            titles[name],
            _tr("Go to this panel by keyboard, and show it if it is hidden"),
            f"Ctrl+{number}",
        )
        for number, name in enumerate(PANELS, start=1)
    }


def panel_titles() -> dict[str, str]:
    """What each panel is called."""
    return {
        "data": _tr("Data"),
        "layers": _tr("Layers"),
        "training": _tr("Training"),
        "curves": _tr("Curves"),
        "lanes": _tr("Lanes"),
        "inside": _tr("Inside"),
        "history": _tr("History"),
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
        self.connect("play", session.run.toggle)
        self.connect("step", session.run.step)
        self.connect("epoch", session.run.epoch)
        self.connect("reset", session.reset)
        self.connect("reseed", session.structure.reseed)
        self.connect("undo", stack.undo)
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
        """Lets an action do something. The slot gets no ``checked`` argument."""
        self[name].triggered.connect(lambda: slot())

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
        stack = self.session.undo_stack
        self["undo"].setEnabled(stack.canUndo())
        self["redo"].setEnabled(stack.canRedo())
        self._show_undo(stack.undoText())
        self._show_redo(stack.redoText())
        self.show_play()

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
                button, words = more_text(steps), _tr("Play {steps} more steps").format(steps=number)
            if snapshot is not None and snapshot.newest > 0:
                help_text = _tr("Train {steps} more steps; press again to pause").format(steps=number)
            else:
                help_text = _tr("Train {steps} steps, and watch the curves move; press again to pause").format(
                    steps=number
                )
        is_over = snapshot is not None and snapshot.all_left and not session.is_training
        if is_over:
            help_text = _tr("No lane is left to train: each has stopped early or diverged. Reset starts them again.")
        for name in ("play", "step", "epoch"):
            self[name].setEnabled(not is_over)
        action.setText(words)
        action.setIconText(button)
        action.setToolTip(_with_keys(help_text, action))
        action.setIcon(theme.icon("pause" if session.is_training else "play", "accent_text"))


def more_text(steps: int) -> str:
    """What Play says at the end of a run, where there is little room."""
    return _tr("{steps} more").format(steps=count(steps))


def _with_keys(text: str, action: QAction) -> str:
    keys = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
    return f"{text} ({keys})" if keys else text
