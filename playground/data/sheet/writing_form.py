"""How a file is read: which sheet of it, which line has the names, what separates and what encodes its values."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import Any, Final

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from engine.data.sheet import Writing
from engine.data.spec import DataSpec
from engine.fields import field_info
from engine.visible import visible
from playground.data.own_file.writing_names import ENCODINGS, SEPARATORS, encoding_name, separator_name
from playground.ui.fields.elided_choice import PopupChoice
from playground.ui.look import theme
from playground.ui.text import i18n
from playground.ui.widgets.elided_label import ElidedLabel

_FOUND: Final = "<found>"
"""The first entry of each choice: what is found out from the file."""
_FIELDS: Final = ("sheet", "names_line", "lines_left_out", "separator", "decimal", "date_order", "encoding")


class WritingForm(QWidget):
    """Choices side by side, as many as a file of this format has. What is found out stands first in each, and any other
    can be said instead."""

    edited = Signal(str, object)
    """(path, value); None where it is to be found out."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.choices = {name: self._make(name) for name in _FIELDS}
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.SPACE_2)
        self._cells = {
            name: _captioned(i18n.field_title(field_info(DataSpec, name)), choice)
            for name, choice in self.choices.items()
        }
        for cell in self._cells.values():
            row.addWidget(cell, 1)

    def _make(self, name: str) -> PopupChoice:
        choice = PopupChoice(replace(field_info(DataSpec, name), kind="choice", choices=()))
        choice.setObjectName(f"data.{name}")
        choice.committed.connect(partial(self._on_committed, name))
        return choice

    def _on_committed(self, name: str, value: object) -> None:
        self.edited.emit(f"data.{name}", None if value == _FOUND else _value(name, str(value)))

    def show_writing(self, spec: DataSpec, found: Writing, now: Writing) -> None:
        """What is said of the file, and what is found out about it where nothing is said. now: how it is read."""
        for name, choice in self.choices.items():
            guess, said = getattr(found, name), getattr(spec, name)
            if name == "names_line" and said is None and spec.header not in (None, found.header):
                said = now.names_line  # as files say it that know of no line
            is_shown = _has(found, name) or (name == "lines_left_out" and bool(said))
            self._cells[name].setVisible(is_shown)
            if not is_shown:
                continue
            with QSignalBlocker(choice):
                choice.clear()
            if name == "lines_left_out":  # those at the end are not among the first rows
                guess = now.lines_left_out
            title = self.tr("Found out: {what}").format(what=self._title(name, guess))
            if name == "lines_left_out" and said is not None:  # what the file itself suggests was not looked for
                title = self.tr("as the file suggests")
            choice.add_choice(_FOUND, title, self.tr("As the file itself suggests."))
            for value in self._offered(name, found):
                choice.add_choice(_key(name, value), self._offer(name, value, found), self._why(name, value))
            if said is not None and choice.findData(_key(name, said)) < 0:
                choice.add_choice(_key(name, said), self._title(name, said))
            is_found = said is None or (said == guess and name != "lines_left_out")
            choice.set_value(_FOUND if is_found else _key(name, said))

    @staticmethod
    def _offered(name: str, found: Writing) -> tuple[Any, ...]:
        match name:
            case "sheet":
                return found.sheets
            case "names_line":
                return (0, *(line for line, _ in found.beginning))
            case "lines_left_out":
                return ((),)
            case "separator":
                return SEPARATORS
            case "decimal":
                return (".", ",")
            case "date_order":
                return ("day_first", "month_first")
        return ENCODINGS

    def _offer(self, name: str, value: Any, found: Writing) -> str:
        """What the list says of a value: of a line also what is in it."""
        text = dict(found.beginning).get(value, "") if name == "names_line" else ""
        title = self._title(name, value)
        return f"{title}: {text}" if text else title

    def _why(self, name: str, value: Any) -> str:
        if name == "names_line" and value:
            return self.tr("Lines above it are not read.")
        return self.tr("Whatever the file suggests.")

    def _title(self, name: str, value: Any) -> str:
        match name:
            case "sheet":
                return visible(str(value))
            case "names_line":
                return self.tr("line {line}").format(line=value) if value else self.tr("no header")
            case "lines_left_out":
                return ", ".join(map(str, value)) if value else self.tr("none, all are rows")
            case "separator":
                return separator_name(value)
            case "decimal" | "date_order":
                return i18n.choice_name(value).lower()
        return encoding_name(value)


def has_choices(writing: Writing) -> bool:
    """Whether there is anything to say of how such a file is read."""
    return any(_has(writing, name) for name in _FIELDS)


def _has(writing: Writing, name: str) -> bool:
    """Whether a file of this format is written in one of several ways."""
    match name:
        case "sheet":
            return len(writing.sheets) > 1
        case "names_line":
            return writing.names_line is not None
        case "lines_left_out":
            return bool(writing.lines_left_out)
        case "date_order":
            return writing.date_order is not None
        case "decimal" if writing.format == "Excel":
            return True  # of numbers that are texts there
    return bool(writing.separator)


def _key(name: str, value: Any) -> str:
    """What stands for a value in a choice."""
    match name:
        case "lines_left_out":
            return ",".join(map(str, value)) or "none"
    return str(value)


def _value(name: str, key: str) -> Any:
    """The value that a key stands for."""
    match name:
        case "names_line":
            return int(key)
        case "lines_left_out":
            return () if key == "none" else tuple(map(int, key.split(",")))
    return key


def _captioned(title: str, choice: QWidget) -> QWidget:
    caption = ElidedLabel(title)
    caption.setFont(theme.font("small"))
    caption.setProperty("role", "muted")
    caption.setBuddy(choice)
    cell = QWidget()
    column = QVBoxLayout(cell)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(0)
    column.addWidget(caption)
    column.addWidget(choice)
    return cell
