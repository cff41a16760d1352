"""The settings of the data: captioned editors, some with a slider below, as wide as there is room or in half of it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial
from typing import TYPE_CHECKING, Final, Literal, TypeAlias

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from engine.arrays import Array
from engine.data import Dataset, is_file
from engine.data.preprocessing.sizes import OF_TOYS, is_share, size_text
from engine.data.sources.registry import is_folder, source_of
from engine.data.spec import DataSpec
from engine.fields import FieldInfo, field_info
from playground.data.own_file.column import ColumnChoice
from playground.data.own_file.summary import DataSummary
from playground.data.rows.first_rows import CAPTION
from playground.data.size_slider import SizeSlider
from playground.data.source import SourceChoice
from playground.ui.fields.elided_choice import ElidedChoice
from playground.ui.fields.field_edit import Editor, make_editor
from playground.ui.fields.numbers.number_edit import IntegerEdit
from playground.ui.fields.numbers.rate_slider import RateSlider
from playground.ui.fields.numbers.size_edit import SizeEdit
from playground.ui.look import theme
from playground.ui.text import field_text, i18n
from playground.ui.text.edit_titles import path_title
from playground.ui.text.numbers import count
from playground.ui.widgets.elided_label import ElidedLabel

if TYPE_CHECKING:
    from engine.data.sheet import Writing

Kind: TypeAlias = Literal["digits", "pictures", "toy", "painted", "table"]
"""What a source has: pictures with known classes, small or so large that they may be made smaller, points that are
drawn or painted, or a column with the classes."""
Rows: TypeAlias = tuple[tuple[tuple[str, int], ...], ...]
"""(field, share of the width) of each editor."""

_NARROWEST: Final = 44
_FIELDS: Final = (
    *("source", "label", "task", "classes", "downsample", "scaling"),
    *("train", "validation", "test", "label_noise", "noise", "shuffle_seed"),
)
"""In the order of the tab key."""
_SLIDERS: Final[dict[str, type[SizeSlider] | type[RateSlider]]] = {
    "train": SizeSlider,
    "validation": SizeSlider,
    "test": SizeSlider,
    "label_noise": RateSlider,
    "noise": RateSlider,
}
_MOST_POINTS: Final = 5000
"""Where the sliders of a toy end, which has as many rows as are asked for."""

_SIZES: Final = (("train", 58), ("validation", 62), ("test", 56))
"""As wide as their captions."""
_WIDE: Final[dict[Kind, Rows]] = {
    "digits": (
        (("source", 1), ("scaling", 1)),
        (*_SIZES, ("label_noise", 72), ("shuffle_seed", 76)),
    ),
    "pictures": (
        (("source", 7), ("downsample", 4), ("scaling", 7)),
        (*_SIZES, ("label_noise", 72), ("shuffle_seed", 76)),
    ),
    "toy": (
        (("source", 6), ("classes", 2), ("scaling", 8)),
        (*_SIZES, ("label_noise", 72), ("noise", 74)),
    ),
    "painted": (
        (("source", 6), ("task", 4), ("scaling", 6)),
        (*_SIZES, ("label_noise", 72)),
    ),
    "table": (
        (("source", 14), ("label", 10), ("task", 12), ("scaling", 13)),
        (*_SIZES, ("label_noise", 72), ("shuffle_seed", 76)),
    ),
}
_NARROW: Final[dict[Kind, Rows]] = {
    "digits": (
        (("source", 1),),
        (("scaling", 3), ("shuffle_seed", 2)),
        (("train", 1), ("validation", 1)),
        (("test", 1), ("label_noise", 1)),
    ),
    "pictures": (
        (("source", 3), ("downsample", 2)),
        (("scaling", 3), ("shuffle_seed", 2)),
        (("train", 1), ("validation", 1)),
        (("test", 1), ("label_noise", 1)),
    ),
    "toy": (
        (("source", 3), ("classes", 1)),
        (("scaling", 3), ("test", 2)),
        (("train", 1), ("validation", 1)),
        (("label_noise", 1), ("noise", 1)),
    ),
    "painted": (
        (("source", 1),),
        (("task", 1), ("scaling", 1)),
        (("train", 1), ("validation", 1)),
        (("test", 1), ("label_noise", 1)),
    ),
    "table": (
        (("source", 10), ("label", 7)),
        (("task", 1), ("scaling", 1)),
        (("shuffle_seed", 1), ("label_noise", 1)),
        (("train", 1), ("validation", 1), ("test", 1)),
    ),
}


class DataForm(QWidget):
    """``edited`` says (path, value). `arrange` chooses which editors are there and where."""

    edited = Signal(str, object)
    edited_together = Signal(str, object)
    """What several edits are called, and these: ((path, value), ...)."""
    file_wanted = Signal()
    """The last entry of the sources was chosen."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.editors: dict[str, Editor] = {}
        self.sliders: dict[str, SizeSlider | RateSlider] = {}
        self._cells: dict[str, QWidget] = {}
        self._arranged: tuple[Kind, bool, bool] | None = None
        self._sizes: dict[str, float] = dict.fromkeys((name for name, _ in _SIZES), 0)
        self._is_stratified = False
        self._whole = 0
        """How many rows shares are of; 0 where that is not known."""
        self._rows = QVBoxLayout(self)
        self._rows.setContentsMargins(0, 0, 0, 0)
        self._rows.setSpacing(theme.SPACE_1)
        self.guess = _note("data.guess")
        self.summary = DataSummary()
        for name in _FIELDS:
            self._add(name)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.arrange("digits", narrow=False)

    def _add(self, name: str) -> None:
        info = field_info(DataSpec, name)
        editor = _editor(info, f"data.{name}")
        if name == "shuffle_seed" and isinstance(editor, IntegerEdit):
            editor.set_clearable(self.tr("off"))
        editor.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        editor.setMinimumWidth(_NARROWEST)
        editor.committed.connect(partial(self.edited.emit, f"data.{name}"))
        if isinstance(editor, SourceChoice):
            editor.file_wanted.connect(self.file_wanted)
        self.editors[name] = editor
        self._cells[name] = _cell(info, editor, self)
        if name in _SLIDERS:
            self._add_slider(info)
        if name == "shuffle_seed":
            self._add_box("stratify", name, is_shown=True)
        if name == "scaling":
            self._add_box("color", name)
        if name == "task":
            box = self._add_box("robust_label", name)
            assert isinstance(box, QAbstractButton)
            box.setText(self.tr("Robust"))
            label = field_info(DataSpec, "robust_label")
            box.setAccessibleName(i18n.field_title(label))
            box.setToolTip(field_text.wrapped(i18n.field_help(label), self.tr("Ticked, it takes that loss with it.")))

    def _add_box(self, name: str, below: str, *, is_shown: bool = False) -> Editor:
        """Below another one, where others have a slider.

        is_shown: always; the others come where they have an effect, of pictures of a folder, or of numbers to learn.
        """
        box = make_editor(field_info(DataSpec, name), f"data.{name}")
        box.setFont(theme.font("small"))
        box.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        box.committed.connect(partial(self._on_ticked, f"data.{name}"))
        if not is_shown:
            box.hide()
        self.editors[name] = box
        column = self._cells[below].layout()
        assert column is not None
        column.addWidget(box)
        return box

    def _on_ticked(self, path: str, value: object) -> None:
        if path == "data.robust_label":  # with squared errors the few values far off would count all the more
            edits = ((path, value), ("loss", "huber" if value else "mean_squared_error"))
            self.edited_together.emit(path_title(path), edits)
        else:
            self.edited.emit(path, value)

    def _add_slider(self, info: FieldInfo) -> None:
        """Below its number, and moving with it."""
        slider = _SLIDERS[info.name](info)
        slider.setObjectName(f"data.{info.name}.slider")
        slider.committed.connect(partial(self._on_slid, info.name))
        self.sliders[info.name] = slider
        column = self._cells[info.name].layout()
        assert column is not None
        column.addWidget(slider)

    def _on_slid(self, name: str, value: float) -> None:
        """A share stays one: the slider says rows."""
        if self._whole and is_share(self._sizes.get(name, 0)):
            left = 1 - sum(size for other, size in self._sizes.items() if other != name and is_share(size))
            value = min(round(value / self._whole, 2), round(left, 6)) or value
        self.edited.emit(f"data.{name}", value)

    def arrange(self, kind: Kind, *, narrow: bool, any_classes: bool = False) -> None:
        """Shows the settings of a kind of source, in two rows or in four short ones.

        any_classes: whether it can have any number of them.
        """
        if self._arranged == (kind, narrow, any_classes):
            return
        self._arranged = (kind, narrow, any_classes)
        rows = (_NARROW if narrow else _WIDE)[kind]
        self._rows.removeWidget(self.guess)
        self._rows.removeWidget(self.summary)
        while (old := self._rows.takeAt(0)) is not None:
            _empty(old.layout())
        for row in rows:
            self._add_row(row)
        self.summary.set_narrow(narrow)
        self._rows.addWidget(self.guess)  # below all of them, which keep their places when it comes or goes
        self._rows.addWidget(self.summary)
        shown = {name for row in rows for name, _ in row if name != "classes" or any_classes}
        for name, cell in self._cells.items():
            cell.setVisible(name in shown)
        self.sliders["test"].setVisible(not (narrow and kind == "toy"))  # beside a list there is no line for it

    def _add_row(self, row: Sequence[tuple[str, int]]) -> None:
        layout = QHBoxLayout()
        layout.setSpacing(theme.SPACE_2)
        for name, share in row:
            layout.addWidget(self._cells[name], share, Qt.AlignmentFlag.AlignTop)
        self._rows.addLayout(layout)

    def show_values(self, values: Mapping[str, object]) -> None:
        """field -> value, silently."""
        for name, editor in self.editors.items():
            editor.set_value(values[name])
        self._is_stratified = bool(values["stratify"])
        self._show_stratify()
        for name, slider in self.sliders.items():
            value = values[name]
            assert isinstance(value, int | float)
            if name in self._sizes:
                self._sizes[name] = value
                value = round(value * self._whole) if is_share(value) else value
            slider.set_value(value)  # type: ignore[arg-type]  # rows are whole numbers
        self._tell_rows()

    def show_folds(self, folds: int | None) -> None:
        """Where lanes leave out one fold each to validate, no rows are asked for. After `show_values`."""
        editor, slider = self.editors["validation"], self.sliders["validation"]
        assert isinstance(editor, SizeEdit)
        editor.setEnabled(folds is None)
        slider.setEnabled(folds is None)
        if folds is not None:
            editor.lineEdit().setPlaceholderText(self.tr("folds"))
            editor.set_value(None)
            template = self.tr("Each lane leaves one of {folds} folds of the training rows out to validate.")
            help_text = i18n.field_help(field_info(DataSpec, "validation"))
            editor.setToolTip(field_text.wrapped(template.format(folds=folds), help_text))

    def _tell_rows(self) -> None:
        """How many rows the shares are, where it can be read: in the tooltip, and for a screen reader."""
        for name, size in self._sizes.items():
            info, told = field_info(DataSpec, name), ""
            if is_share(size) and self._whole:
                template = self.tr("{share} of {all} rows: {rows}")
                rows = count(round(size * self._whole))
                told = template.format(share=size_text(size), all=count(self._whole), rows=rows)
            editor = self.editors[name]
            editor.setToolTip(field_text.wrapped(i18n.field_help(info), told) if told else field_text.tooltip(info))
            editor.setAccessibleDescription(" ".join(part for part in (i18n.field_help(info), told) if part))

    def show_dataset(self, dataset: Dataset, source: str) -> None:
        """How far the sliders go, and what is known of the source where it is a file."""
        sizes = {"train": len(dataset.train_x), "validation": _count(dataset.valid_y), "test": len(dataset.test_x)}
        self._whole = OF_TOYS if source_of(source).toy is not None else dataset.source_rows
        for name, size in sizes.items():
            slider = self.sliders[name]
            assert isinstance(slider, SizeSlider)
            others = sum(sizes.values()) - size
            slider.set_limit(_MOST_POINTS if source_of(source).toy is not None else dataset.source_rows - others)
        findings = dataset.findings
        self._offer_stratify(has_classes=bool(dataset.classes))
        if is_file(source):
            choice = self.editors["source"]
            assert isinstance(choice, SourceChoice)
            choice.set_file_facts(source, dataset.source_rows, dataset.n_features, dataset.n_classes or None)
        self.editors["color"].setVisible(is_file(source) and is_folder(source))
        self.editors["robust_label"].setVisible(is_file(source) and dataset.task == "numbers")
        self._show_writing(findings.writing if findings is not None else None)

    def _offer_stratify(self, *, has_classes: bool) -> None:
        """Numbers have no classes whose shares could be kept."""
        box, info = self.editors["stratify"], field_info(DataSpec, "stratify")
        box.setEnabled(has_classes)
        why_not = self.tr("Without effect: numbers are learned here, and numbers have no classes.")
        told = field_text.tooltip(info) if has_classes else field_text.wrapped(why_not, i18n.field_help(info))
        box.setToolTip(told)
        self._show_stratify()

    def _show_stratify(self) -> None:
        """Ticked where it is done: what is set stays set for classes."""
        box = self.editors["stratify"]
        box.set_value(self._is_stratified and box.isEnabled())

    def _show_writing(self, writing: Writing | None) -> None:
        self.guess.setVisible(writing is not None and writing.is_guess)
        if writing is not None:
            self.set_columns(writing.columns)
            text = self.tr("Learning to tell “{column}” is a guess: choose another label column above.")
            self.guess.setText(text.format(column=writing.label))

    def set_columns(self, columns: Sequence[str]) -> None:
        """What the column with the classes can be."""
        editor = self.editors["label"]
        assert isinstance(editor, ColumnChoice)
        editor.set_columns(columns)


def _count(rows: Array | None) -> int:
    return 0 if rows is None else len(rows)


def _empty(row: object) -> None:
    """Takes the editors out of a row that is no longer wanted."""
    assert isinstance(row, QHBoxLayout)
    while row.takeAt(0) is not None:
        pass
    row.deleteLater()


def _editor(info: FieldInfo, path: str) -> Editor:
    """As `make_editor`, but choices may be narrower than their names, and source and column are choices too."""
    kind = {"source": SourceChoice, "label": ColumnChoice}.get(info.name)
    if kind is None and info.kind != "choice":
        return make_editor(info, path)
    choice = (kind or ElidedChoice)(info)
    choice.setObjectName(path)
    return choice


def _note(name: str) -> QLabel:
    """A small sentence, hidden at first."""
    note = QLabel()
    note.setObjectName(name)
    note.setTextFormat(Qt.TextFormat.PlainText)
    note.setWordWrap(True)
    note.setFont(theme.font("small"))
    note.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Minimum)
    note.hide()
    return note


def _cell(info: FieldInfo, editor: QWidget, parent: QWidget) -> QWidget:
    """An editor below its caption."""
    cell = QWidget(parent)
    cell.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
    title = i18n.field_title(info)
    caption = ElidedLabel()
    caption.set_texts(title, title.rsplit(" ", 1)[0] if info.shares else title)  # ``Validation`` says of what by itself
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
