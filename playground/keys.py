"""Every key and what it does: those of the actions, and those that the panels and editors know by themselves."""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QAction, QKeySequence

from playground.actions import PANELS, Actions
from playground.menus import menus


class Key(NamedTuple):
    """One line of the page: the keys, any of which will do, and what they do."""

    keys: tuple[str, ...]
    text: str


def _tr(text: str) -> str:
    return QCoreApplication.translate("Keys", text)


def key_groups(actions: Actions) -> dict[str, list[Key]]:
    """Title -> lines, in the language that is set."""
    groups: dict[str, list[Key]] = {}
    for title, names in menus().items():
        names = tuple(f"focus_{panel}" for panel in PANELS) + names if "go_to" in names else names
        lines = [_line(actions[name]) for name in names if name in actions and actions[name].shortcuts()]
        groups[title.replace("&", "")] = lines
    return groups | _panel_keys()


def _line(action: QAction) -> Key:
    native = QKeySequence.SequenceFormat.NativeText
    text = action.text().rstrip("…")
    if action.objectName().startswith("action.focus_"):
        text = _tr("Go to {panel}").format(panel=text)
    return Key(tuple(keys.toString(native) for keys in action.shortcuts()), text)


def _panel_keys() -> dict[str, list[Key]]:
    return {
        _tr("Layers"): [
            Key((_native("Ins"),), _tr("Add a layer")),
            Key((_native("Del"),), _tr("Remove the selected layers")),
            Key((_native("Ctrl+D"),), _tr("Duplicate the selected layer")),
            Key((_native("Alt+Up"), _native("Alt+Down")), _tr("Move the selected layer")),
            Key((_tr("Drag"),), _tr("Move a layer to another place")),
            Key((_tr("Shift+click"), _tr("Ctrl+click")), _tr("Select several layers")),
        ],
        _tr("Lanes"): [
            Key((_native("Up"), _native("Down")), _tr("Select another lane")),
            Key((_native("F2"), _native("Return")), _tr("Rename the selected lane")),
            Key((_native("Ctrl+D"),), _tr("Duplicate the selected lane")),
            Key((_native("Del"),), _tr("Remove the selected lane")),
        ],
        _tr("Curves"): [
            Key((_tr("Wheel"),), _tr("Zoom in and out around the pointer")),
            Key((_tr("Drag"),), _tr("Move along the steps")),
            Key((_tr("Double-click"),), _tr("Follow the run again")),
        ],
        _tr("Numbers"): [
            Key((_native("Up"), _native("Down")), _tr("A step more or less")),
            Key((_native("PgUp"), _native("PgDown")), _tr("Ten steps more or less")),
            Key((_native("Return"),), _tr("Take over what was typed")),
            Key((_native("Esc"),), _tr("Give up what was typed")),
        ],
        _tr("Everywhere"): [
            Key((_native("Tab"), _native("Shift+Tab")), _tr("To the next control, or the one before")),
            Key((_native("Ctrl+C"), _native("Ctrl+V")), _tr("Copy or paste the experiment, outside of text")),
            Key((_tr("Drop a file"),), _tr("Open an experiment, a model or a table")),
        ],
    }


def _native(keys: str) -> str:
    return QKeySequence(keys).toString(QKeySequence.SequenceFormat.NativeText)
