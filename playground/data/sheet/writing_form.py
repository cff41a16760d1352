"""How a file of text is read: with a header or without, what separates and what encodes its values."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import Any, Final

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from engine.data.sheet import Writing
from engine.data.spec import DataSpec
from engine.fields import field_info
from playground.data.own_file.writing_names import ENCODINGS, SEPARATORS, encoding_name, separator_name
from playground.ui.fields.elided_choice import PopupChoice
from playground.ui.look import theme
from playground.ui.text import i18n
from playground.ui.widgets.elided_label import ElidedLabel

_FOUND: Final = "<found>"
"""The first entry of each choice: what is found out from the file."""
_FIELDS: Final = ("header", "separator", "decimal", "encoding")


class WritingForm(QWidget):
    """Four choices side by side. What is found out stands first in each, and any of the others can be said instead."""

    edited = Signal(str, object)
    """(path, value); None where it is to be found out."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.choices = {name: self._make(name) for name in _FIELDS}
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.SPACE_2)
        for name, choice in self.choices.items():
            row.addLayout(_captioned(i18n.field_title(field_info(DataSpec, name)), choice), 1)

    def _make(self, name: str) -> PopupChoice:
        choice = PopupChoice(replace(field_info(DataSpec, name), kind="choice", choices=()))
        choice.setObjectName(f"data.{name}")
        choice.committed.connect(partial(self._on_committed, name))
        return choice

    def _on_committed(self, name: str, value: object) -> None:
        self.edited.emit(f"data.{name}", None if value == _FOUND else _READ.get(name, {}).get(value, value))

    def show_writing(self, spec: DataSpec, found: Writing) -> None:
        """What is said of the file, and what is found out about it where nothing is said."""
        for name, choice in self.choices.items():
            guess, said = getattr(found, name), getattr(spec, name)
            with QSignalBlocker(choice):
                choice.clear()
            title = self.tr("Found out: {what}").format(what=self._title(name, guess))
            choice.add_choice(_FOUND, title, self.tr("As the file itself suggests."))
            for value in self._offered(name):
                choice.add_choice(_key(name, value), self._title(name, value), self.tr("Whatever the file suggests."))
            if said is not None and choice.findData(_key(name, said)) < 0:
                choice.add_choice(_key(name, said), self._title(name, said))
            choice.set_value(_FOUND if said is None or said == guess else _key(name, said))

    @staticmethod
    def _offered(name: str) -> tuple[Any, ...]:
        return {"header": (True, False), "separator": SEPARATORS, "decimal": (".", ","), "encoding": ENCODINGS}[name]

    def _title(self, name: str, value: Any) -> str:
        match name:
            case "header":
                return self.tr("a first line of names") if value else self.tr("no header")
            case "separator":
                return separator_name(value)
            case "decimal":
                return i18n.choice_name(value).lower()
        return encoding_name(value)


_READ: Final[dict[str, dict[object, bool]]] = {"header": {"yes": True, "no": False}}
"""Values that are no texts, by what stands for them in a choice."""


def _key(name: str, value: Any) -> str:
    return ("yes" if value else "no") if name == "header" else value


def _captioned(title: str, choice: QWidget) -> QVBoxLayout:
    caption = ElidedLabel(title)
    caption.setFont(theme.font("small"))
    caption.setProperty("role", "muted")
    caption.setBuddy(choice)
    column = QVBoxLayout()
    column.setSpacing(0)
    column.addWidget(caption)
    column.addWidget(choice)
    return column
