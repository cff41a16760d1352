"""The settings of the data in a grid of captioned editors, as wide as there is room or in half of it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial
from typing import Final, TypeAlias

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QSizePolicy, QVBoxLayout, QWidget

from engine.fields import FieldInfo, field_info
from engine.specs import TOYS, DataSpec
from playground import i18n, theme
from playground.widgets import field_text
from playground.widgets.data_source import SourceChoice
from playground.widgets.elided_label import ElidedLabel
from playground.widgets.field_edit import Editor, make_editor
from playground.widgets.narrow_choice import NarrowChoice

_CAPTION: Final = 15
"""Height of the words above an editor."""
_NARROWEST: Final = 44

Span: TypeAlias = tuple[str, int]
"""(field, twelfths of the full width)"""
Rows: TypeAlias = tuple[tuple[Span, ...], ...]

_WIDE: Final[dict[str, Rows]] = {
    "images": (
        (("source", 6), ("scaling", 6)),
        (("train", 3), ("test", 3), ("label_noise", 3), ("shuffle_seed", 3)),
    ),
    "toy": (
        (("source", 6), ("scaling", 6)),
        (("train", 3), ("test", 3), ("label_noise", 3), ("noise", 3)),
    ),
    "table": (
        (("source", 4), ("label", 3), ("scaling", 5)),
        (("train", 3), ("test", 3), ("label_noise", 3), ("shuffle_seed", 3)),
    ),
}
_NARROW: Final[dict[str, Rows]] = {
    "images": (
        (("source", 6),),
        (("scaling", 6),),
        (("train", 3), ("test", 3)),
        (("label_noise", 3), ("shuffle_seed", 3)),
    ),
    "toy": (
        (("source", 6),),
        (("scaling", 6),),
        (("train", 3), ("test", 3)),
        (("label_noise", 3), ("noise", 3)),
    ),
    "table": (
        (("source", 6),),
        (("label", 2), ("scaling", 4)),
        (("train", 3), ("test", 3)),
        (("label_noise", 3), ("shuffle_seed", 3)),
    ),
}
_FIELDS: Final = ("source", "label", "scaling", "train", "test", "label_noise", "noise", "shuffle_seed")
"""In the order of the tab key."""


def kind_of(source: str, has_labels_in_column: bool) -> str:
    """Which settings a source has: those of ``images``, of a ``toy`` or of a ``table``."""
    if source in TOYS:
        return "toy"
    return "table" if has_labels_in_column else "images"


class DataForm(QWidget):
    """``edited`` says (path, value). `arrange` chooses which editors are there and where."""

    edited = Signal(str, object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.editors: dict[str, Editor] = {}
        self._cells: dict[str, QWidget] = {}
        self._arranged: tuple[str, bool] | None = None
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(theme.SPACE_2)
        self._grid.setVerticalSpacing(theme.SPACE_1)
        for name in _FIELDS:
            self._add(name)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.arrange("images", narrow=False)

    def _add(self, name: str) -> None:
        info = field_info(DataSpec, name)
        editor = _make(info, f"data.{name}")
        editor.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        editor.setMinimumWidth(_NARROWEST)
        editor.committed.connect(partial(self.edited.emit, f"data.{name}"))
        self.editors[name] = editor
        self._cells[name] = _cell(info, editor, self)

    def arrange(self, kind: str, *, narrow: bool) -> None:
        """Shows the settings of a kind of source (see `kind_of`), in four columns or in two."""
        if self._arranged == (kind, narrow):
            return
        self._arranged = (kind, narrow)
        rows = (_NARROW if narrow else _WIDE)[kind]
        for cell in self._cells.values():
            self._grid.removeWidget(cell)
        for number, row in enumerate(rows):
            self._place(number, row)
        for column in range(12):
            self._grid.setColumnStretch(column, 0 if narrow and column >= 6 else 1)
        shown = {name for row in rows for name, _ in row}
        for name, cell in self._cells.items():
            cell.setVisible(name in shown)
        self._grid.setHorizontalSpacing(theme.SPACE_2)

    def _place(self, number: int, row: Sequence[Span]) -> None:
        column = 0
        for name, width in row:
            self._grid.addWidget(self._cells[name], number, column, 1, width)
            column += width

    def show_values(self, values: Mapping[str, object]) -> None:
        """field -> value, silently."""
        for name, editor in self.editors.items():
            editor.set_value(values[name])


def _make(info: FieldInfo, path: str) -> Editor:
    """Choices may be narrower than their longest name, and the source offers names and a file."""
    if info.name == "source" or info.kind == "choice":
        choice = SourceChoice(info) if info.name == "source" else NarrowChoice(info)
        choice.setObjectName(path)
        return choice
    return make_editor(info, path)


def _cell(info: FieldInfo, editor: QWidget, parent: QWidget) -> QWidget:
    """An editor below its caption."""
    cell = QWidget(parent)
    caption = ElidedLabel(i18n.field_title(info))
    caption.setFont(theme.font("small"))
    caption.setProperty("role", "muted")
    caption.setFixedHeight(_CAPTION)
    caption.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
    caption.setBuddy(editor)
    caption.setToolTip(field_text.tooltip(info))
    column = QVBoxLayout(cell)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(0)
    column.addWidget(caption)
    column.addWidget(editor)
    return cell
