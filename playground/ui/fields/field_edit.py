"""Makes the right editor for a field of the experiment."""

from __future__ import annotations

from typing import TypeAlias

from PySide6.QtWidgets import QWidget

from engine.fields import FieldInfo
from playground.ui.fields.choice_edit import ChoiceEdit
from playground.ui.fields.flag_edit import FlagEdit
from playground.ui.fields.numbers.number_edit import IntegerEdit, NumberEdit
from playground.ui.fields.numbers.size_edit import SizeEdit
from playground.ui.fields.text_edit import TextEdit

Editor: TypeAlias = IntegerEdit | SizeEdit | NumberEdit | ChoiceEdit | TextEdit | FlagEdit
"""Each has ``committed``, a Signal(object), and ``set_value(value)``, which shows a value silently."""

_EDITORS: dict[str, type[Editor]] = {
    "integer": IntegerEdit,
    "number": NumberEdit,
    "choice": ChoiceEdit,
    "text": TextEdit,
    "flag": FlagEdit,
}


def make_editor(info: FieldInfo, path: str, parent: QWidget | None = None) -> Editor:
    """The editor of a field, named by the field's path (``layers.0.units``).

    Raises:
        KeyError: a field that is not a single value.
    """
    editor = (SizeEdit if info.shares else _EDITORS[info.kind])(info, parent)
    editor.setObjectName(path)
    return editor
