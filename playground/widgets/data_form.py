"""The settings of the data: captioned editors in rows, as wide as there is room or in half of it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial
from typing import Final, Literal, TypeAlias

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from engine.fields import FieldInfo, field_info
from engine.specs import DataSpec
from playground import i18n, theme
from playground.widgets.data_choice import ElidedChoice
from playground.widgets.data_source import SourceChoice
from playground.widgets.elided_label import ElidedLabel
from playground.widgets.field_edit import Editor, make_editor
from playground.widgets.number_edit import IntegerEdit

Kind: TypeAlias = Literal["images", "toy", "table"]
"""What a source has: pictures with known classes, points that are drawn, or a column with the classes."""
Rows: TypeAlias = tuple[tuple[tuple[str, int], ...], ...]
"""(field, share of the width) of each editor."""

CAPTION: Final = 15
"""Height of the words above an editor."""
_NARROWEST: Final = 44
_FIELDS: Final = ("source", "label", "scaling", "train", "test", "label_noise", "noise", "shuffle_seed")
"""In the order of the tab key."""

_WIDE: Final[dict[Kind, Rows]] = {
    "images": (
        (("source", 1), ("scaling", 1)),
        (("train", 1), ("test", 1), ("label_noise", 1), ("shuffle_seed", 1)),
    ),
    "toy": (
        (("source", 1), ("scaling", 1)),
        (("train", 1), ("test", 1), ("label_noise", 1), ("noise", 1)),
    ),
    "table": (
        (("source", 15), ("label", 11), ("scaling", 22)),
        (("train", 1), ("test", 1), ("label_noise", 1), ("shuffle_seed", 1)),
    ),
}
_NARROW: Final[dict[Kind, Rows]] = {
    "images": (
        (("source", 1),),
        (("scaling", 1),),
        (("train", 1), ("test", 1)),
        (("label_noise", 1), ("shuffle_seed", 1)),
    ),
    "toy": (
        (("source", 1),),
        (("scaling", 1),),
        (("train", 1), ("test", 1)),
        (("label_noise", 1), ("noise", 1)),
    ),
    "table": (
        (("source", 10), ("label", 7)),
        (("scaling", 1),),
        (("train", 1), ("test", 1)),
        (("label_noise", 1), ("shuffle_seed", 1)),
    ),
}


class DataForm(QWidget):
    """``edited`` says (path, value). `arrange` chooses which editors are there and where."""

    edited = Signal(str, object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.editors: dict[str, Editor] = {}
        self._cells: dict[str, QWidget] = {}
        self._arranged: tuple[Kind, bool] | None = None
        self._rows = QVBoxLayout(self)
        self._rows.setContentsMargins(0, 0, 0, 0)
        self._rows.setSpacing(theme.SPACE_1)
        for name in _FIELDS:
            self._add(name)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.arrange("images", narrow=False)

    def _add(self, name: str) -> None:
        info = field_info(DataSpec, name)
        editor = _editor(info, f"data.{name}")
        if name == "shuffle_seed" and isinstance(editor, IntegerEdit):
            editor.set_clearable(self.tr("off"))
        editor.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        editor.setMinimumWidth(_NARROWEST)
        editor.committed.connect(partial(self.edited.emit, f"data.{name}"))
        self.editors[name] = editor
        self._cells[name] = _cell(info, editor, self)

    def arrange(self, kind: Kind, *, narrow: bool) -> None:
        """Shows the settings of a kind of source, in two rows or in four short ones."""
        if self._arranged == (kind, narrow):
            return
        self._arranged = (kind, narrow)
        rows = (_NARROW if narrow else _WIDE)[kind]
        while (old := self._rows.takeAt(0)) is not None:
            _empty(old.layout())
        for row in rows:
            self._add_row(row)
        shown = {name for row in rows for name, _ in row}
        for name, cell in self._cells.items():
            cell.setVisible(name in shown)

    def _add_row(self, row: Sequence[tuple[str, int]]) -> None:
        layout = QHBoxLayout()
        layout.setSpacing(theme.SPACE_2)
        for name, share in row:
            layout.addWidget(self._cells[name], share)
        self._rows.addLayout(layout)

    def show_values(self, values: Mapping[str, object]) -> None:
        """field -> value, silently."""
        for name, editor in self.editors.items():
            editor.set_value(values[name])


def _empty(row: object) -> None:
    """Takes the editors out of a row that is no longer wanted."""
    assert isinstance(row, QHBoxLayout)
    while row.takeAt(0) is not None:
        pass
    row.deleteLater()


def _editor(info: FieldInfo, path: str) -> Editor:
    """As `make_editor`, but choices may be narrower than their names, and the source is a choice too."""
    if info.name != "source" and info.kind != "choice":
        return make_editor(info, path)
    choice = SourceChoice(info) if info.name == "source" else ElidedChoice(info)
    choice.setObjectName(path)
    return choice


def _cell(info: FieldInfo, editor: QWidget, parent: QWidget) -> QWidget:
    """An editor below its caption."""
    cell = QWidget(parent)
    cell.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
    caption = ElidedLabel(i18n.field_title(info))
    caption.setFont(theme.font("small"))
    caption.setProperty("role", "muted")
    caption.setFixedHeight(CAPTION)
    caption.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
    caption.setBuddy(editor)
    column = QVBoxLayout(cell)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(0)
    column.addWidget(caption)
    column.addWidget(editor)
    return cell
