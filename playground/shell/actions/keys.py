"""Every key and what it does: those of the actions, and those that the panels and editors know by themselves."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QAction, QKeySequence

from playground.shell.actions.actions import Actions
from playground.shell.actions.entries import EXPORTS, PANELS, panel_titles
from playground.shell.actions.menus import menus


class Key(NamedTuple):
    """One line of the page: the keys, any of which will do, and what they do."""

    keys: tuple[str, ...]
    text: str


_ACCESS_KEY = re.compile(r"\(&.\)|&")
"""What marks the key of a menu: ``&File``, or in Korean ``파일(&F)``."""


def _tr(text: str) -> str:
    return QCoreApplication.translate("Keys", text)


def key_groups(actions: Actions, panels: Mapping[str, Sequence[QAction]]) -> dict[str, list[Key]]:
    """Title -> lines, in the language that is set. panels: the actions that only a panel has, by its name."""
    groups: dict[str, list[Key]] = {}
    for title, names in menus().items():
        names = tuple(f"focus_{panel}" for panel in PANELS) + names if "go_to" in names else names
        names += EXPORTS if "export" in names else ()
        groups[_ACCESS_KEY.sub("", title)] = _lines([actions[name] for name in names if name in actions])
    titles = panel_titles()
    for name, lines in _panel_keys().items():
        groups[titles.get(name, name)] = _lines(panels.get(name, ())) + lines
    return groups


def _lines(actions: Sequence[QAction]) -> list[Key]:
    return [_line(action) for action in actions if action.shortcuts()]


def _line(action: QAction) -> Key:
    native = QKeySequence.SequenceFormat.NativeText
    text = _whatever_the_state().get(action.objectName().removeprefix("action.")) or action.text().rstrip("…")
    if action.objectName().startswith("action.focus_"):
        text = _tr("Go to {panel}").format(panel=text)
    return Key(tuple(keys.toString(native) for keys in action.shortcuts()), text)


def _whatever_the_state() -> dict[str, str]:
    """What the keys of actions do whose own words are those of the moment, or make no sense outside of their menu."""
    return {
        "play": _tr("Play or pause"),
        "step": _tr("Train for a step"),
        "epoch": _tr("Train for an epoch"),
        "reset": _tr("Back to the starting weights"),
        "reseed": _tr("Other starting weights"),
        "undo": _tr("Undo the last edit"),
        "redo": _tr("Redo it"),
        "zoom_in": _tr("Everything larger"),
        "zoom_out": _tr("Everything smaller"),
        "theme": _tr("Dark or light"),
        "contrast": _tr("High contrast, or normal"),
        "language": _tr("English or Korean"),
        "export_report": _tr("Write a report"),
    }


def _panel_keys() -> dict[str, list[Key]]:
    return {
        "layers": [
            Key((_tr("Drag"),), _tr("Move a layer to another place")),
            Key((_tr("Shift+click"), _tr("Ctrl+click")), _tr("Select several layers")),
        ],
        "lanes": [
            Key((_native("Up"), _native("Down")), _tr("Select another lane")),
            Key((_native("F2"), _native("Return")), _tr("Rename the selected lane")),
            Key((_native("C"),), _tr("Choose its colour")),
            Key((_native("V"),), _tr("Hide it or show it")),
            Key((_native("S"),), _tr("Show it alone, or all again")),
            Key((_native("Alt+Up"), _native("Alt+Down")), _tr("Move the selected lane")),
            Key((_native("Ctrl+D"),), _tr("Duplicate the selected lane")),
            Key((_native("Del"),), _tr("Remove the selected lane")),
            Key((_native("Ctrl+C"),), _tr("Copy the lanes as a table, for a spreadsheet")),
        ],
        "curves": [
            Key((_native("Left"), _native("Right")), _tr("Read off the figures of an earlier or a later step")),
            Key((_tr("Wheel"),), _tr("Zoom in and out around the pointer")),
            Key((_tr("Drag"),), _tr("Move along the steps")),
            Key((_tr("Double-click"),), _tr("Follow the run again")),
        ],
        _tr("Numbers"): [
            Key((_native("Up"), _native("Down")), _tr("A step more or less")),
            Key((_native("PgUp"), _native("PgDown")), _tr("Ten steps more or less")),
            Key((_native("Return"),), _tr("Accept what was typed")),
            Key((_native("Esc"),), _tr("Discard what was typed")),
        ],
        _tr("Everywhere"): [
            Key((_native("Tab"), _native("Shift+Tab")), _tr("To the next control, or the one before")),
            Key((_native("Esc"),), _tr("Fold Why?, then end what is enlarged or presented")),
            Key((_native("Ctrl+C"), _native("Ctrl+V")), _tr("Copy the experiment, or paste one or a table")),
            Key((_tr("Drop a file"),), _tr("Open an experiment, a model or a table")),
        ],
    }


def _native(keys: str) -> str:
    return QKeySequence(keys).toString(QKeySequence.SequenceFormat.NativeText)
