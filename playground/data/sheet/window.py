"""The data sheet: a window beside the main one, which shows and changes what each column of a table is for."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Final

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QScrollArea,
    QSplitter,
    QTableView,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from engine.data import Dataset
from engine.data.columns.means_missing import with_holes
from engine.data.columns.refused import RefusedTableError
from engine.data.columns.uses import Use, uses_in, uses_of
from engine.data.files.wording import shown
from engine.data.reading import read_sheet
from engine.data.sheet import Sheet, SheetOptions, Writing
from engine.data.spec import DataSpec
from engine.errors import DataError
from engine.experiment.experiment import Experiment
from playground.data.own_file.account import DataAccount
from playground.data.sheet.choices import Field, choices
from playground.data.sheet.histogram import distinct
from playground.data.sheet.list import ColumnList
from playground.data.sheet.preview import PreviewModel
from playground.data.sheet.writing_form import WritingForm, has_choices
from playground.ui.look import theme
from playground.ui.text import field_text, i18n
from playground.ui.text.numbers import count
from playground.ui.widgets.elided_label import ElidedLabel
from playground.ui.widgets.message_bar import MessageBar
from playground.ui.widgets.scroll_holder import scroll_area

_SIZE: Final = QSize(960, 620)
_GUESSED_ROWS: Final = 200
_LINE, _MOST_FINDINGS = 24, 132
"""Pixels: the height of a finding, and of all of them at most; the rest scrolls."""


class DataSheet(QDialog):
    """Training goes on while it is open. ``edited`` says (path, value), as a panel does."""

    edited = Signal(str, object)
    mended = Signal(str, object)
    """What was found is to be mended: what that is called, and edits as ((path, value), ...)."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("data.sheet")
        self.setModal(False)
        self.resize(_SIZE)
        self._shown: tuple[Sheet | None, DataSpec] = (None, DataSpec())
        self._found: tuple[tuple[str, str | None], Writing] | None = None
        self.refused: RefusedTableError | None = None
        """What is shown, where it is a table that cannot be learned from as it is."""
        self.list = ColumnList()
        self.search = self._make_search()
        self.summary = ElidedLabel()
        self.summary.setObjectName("data.columns.summary")
        self.summary.setProperty("role", "muted")
        self.buttons = {field: self._make_button(field, title) for field, title in self.list.titles().items()}
        self.message = MessageBar()
        self.account = DataAccount(name="data.sheet.findings")
        self.findings = _scrolled(self.account)
        self.writing = WritingForm()
        self.preview = self._make_preview()
        self._lay_out()
        self.account.mended.connect(self.mended)
        self.message.action_clicked.connect(self._on_numbers)
        self.list.edited.connect(self.edited)
        self.list.selection_changed.connect(self._on_selection)
        self.writing.edited.connect(self.edited)
        QShortcut(QKeySequence.StandardKey.Find, self).activated.connect(self._on_find)
        self._on_selection()

    # --- making -------------------------------------------------------------------------------------------------------

    def _make_search(self) -> QLineEdit:
        line = QLineEdit()
        line.setObjectName("data.columns.search")
        line.setPlaceholderText(self.tr("Find a column"))
        line.setAccessibleName(self.tr("Find a column"))
        line.setToolTip(field_text.wrapped(self.tr("Shows the columns whose name has these letters."), "Ctrl+F"))
        line.setClearButtonEnabled(True)
        line.textChanged.connect(self.list.search)
        line.returnPressed.connect(self._on_searched)
        return line

    def _make_button(self, field: Field, title: str) -> QToolButton:
        button = QToolButton()
        button.setObjectName(f"data.columns.{field}")
        button.setText(title)
        button.setAccessibleName(self.tr("{what} of the selected columns").format(what=title))
        help_text = self.tr("Changes all columns that are selected, as one step of undo.")
        button.setToolTip(field_text.wrapped(help_text, self.tr("Shift and Ctrl select several.")))
        button.setIcon(theme.icon("down", "muted"))
        button.setIconSize(QSize(10, 10))
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        button.setLayoutDirection(Qt.LayoutDirection.RightToLeft)  # the mark stands behind the word
        button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        button.clicked.connect(partial(self._on_button, field))
        return button

    def _make_preview(self) -> QTableView:
        view = QTableView()
        view.setObjectName("data.preview")
        view.setAccessibleName(self.tr("The first rows of the file"))
        view.setFont(theme.font("small"))
        view.setModel(PreviewModel(view))
        view.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        view.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        view.setTabKeyNavigation(False)
        view.setWordWrap(False)
        view.verticalHeader().setFont(theme.font("small"))
        view.horizontalHeader().setFont(theme.font("small"))
        view.verticalHeader().setDefaultSectionSize(22)
        view.verticalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        view.horizontalHeader().setDefaultSectionSize(96)
        view.horizontalHeader().setTextElideMode(Qt.TextElideMode.ElideRight)  # or one to the right loses its beginning
        return view

    def _lay_out(self) -> None:
        above = QHBoxLayout()
        above.setSpacing(theme.SPACE_2)
        self.search.setFixedWidth(200)
        above.addWidget(self.search)
        above.addWidget(self.summary, 1)
        self.selection = QLabel()
        self.selection.setProperty("role", "muted")
        above.addWidget(self.selection)
        for button in self.buttons.values():
            above.addWidget(button)
        below = QWidget()
        lower = QVBoxLayout(below)
        lower.setContentsMargins(0, theme.SPACE_1, 0, 0)
        lower.setSpacing(theme.SPACE_1)
        self.reading = QLabel()
        self.reading.setFont(theme.font("title"))
        lower.addWidget(self.reading)
        lower.addWidget(self.writing)
        lower.addWidget(self.preview, 1)
        split = QSplitter(Qt.Orientation.Vertical)
        split.setChildrenCollapsible(False)
        split.addWidget(self.list)
        split.addWidget(below)
        split.setStretchFactor(0, 3)
        split.setStretchFactor(1, 2)
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.SPACE_3, theme.SPACE_3, theme.SPACE_3, theme.SPACE_3)
        column.setSpacing(theme.SPACE_2)
        column.addLayout(above)
        column.addWidget(self.message)
        column.addWidget(self.findings)
        column.addWidget(split, 1)

    # --- showing ------------------------------------------------------------------------------------------------------

    def show_table(self, sheet: Sheet | None, spec: DataSpec) -> None:
        """Another file, or the same one with other uses of its columns; None where the rows are no table."""
        uses = _uses(sheet, spec)
        if sheet is self._shown[0] and sheet is not None and not uses:
            return  # another experiment, which is no longer about these rows; its own will come
        before = self.list.columns.uses if spec.source == self._shown[1].source else ()
        numbers = {use.name for use in before if use.role != "label" and use.kind == "number"}
        if (sheet, spec) != self._shown:
            self.message.clear()
        self._fill(sheet, uses, spec)
        label = spec.label_column
        if sheet is not None and spec.task == "classes" and label in numbers:
            self._tell_classes(sheet, label)

    def _tell_classes(self, sheet: Sheet, label: str) -> None:
        """What was a number a moment ago is the label now, and its values count as classes: that is a guess."""
        n_classes = distinct(sheet.column(label)).count
        if n_classes > 2:
            text = self.tr("{column} is learned as {count} classes: none of them is more or less than another.")
            help_text = self.tr("Then a guess that is nearly right is better than one that is far off.")
            self.message.show_message(
                "info",
                text.format(column=shown(label), count=count(n_classes)),
                action=self.tr("Learn the number"),
                help_text=field_text.wrapped(help_text),
            )

    def show_findings(self, dataset: Dataset | None, experiment: Experiment | None) -> None:
        """All that a person should know of these rows, the worst first, as the panel says it; as high as it needs, up
        to some lines."""
        self.account.show_findings(dataset, experiment)
        self.findings.setVisible(not self.account.isHidden())
        self._fit_findings()

    def _fit_findings(self) -> None:
        width = self.findings.viewport().width()
        layout = self.account.layout()
        wanted = layout.heightForWidth(width) if layout is not None and layout.hasHeightForWidth() else 0
        self.findings.setFixedHeight(min(max(wanted, _LINE), _MOST_FINDINGS))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_findings()

    def show_refused(self, refused: RefusedTableError, text: str) -> None:
        """A table that cannot be learned from as it is, why, and what was found in its file; edits speak of it."""
        self.refused = refused
        try:
            uses = uses_in(refused.sheet, refused.spec)
        except DataError:  # the label is no column any more
            uses = ()
        self._fill(refused.sheet, uses, refused.spec)
        self.findings.hide()  # those of other rows
        found = (i18n.error_text(remark) for remark in refused.sheet.writing.remarks)
        self.message.show_message("error", "\n".join([text, *found]))

    def _fill(self, sheet: Sheet | None, uses: tuple[Use, ...], spec: DataSpec) -> None:
        if spec.source != self._shown[1].source:
            self.search.clear()  # in another file nobody has looked for anything
        self._shown = sheet, spec
        sheet = None if sheet is None else with_holes(sheet, spec)[0]
        self.list.show_sheet(sheet, uses, spec)
        model = self.preview.model()
        assert isinstance(model, PreviewModel)
        model.show_sheet(sheet)
        self.summary.setText(self._summary(uses) if uses else self.tr("These rows are no table: open one to see it."))
        name = Path(spec.source).name if sheet is not None else ""
        self.setWindowTitle(self.tr("Columns of {file}").format(file=name) if name else self.tr("Columns"))
        self._show_writing(sheet, spec)

    def _show_writing(self, sheet: Sheet | None, spec: DataSpec) -> None:
        is_written = sheet is not None and has_choices(sheet.writing)
        self.writing.setVisible(is_written)
        if sheet is None:
            self.reading.setText("")
        elif is_written:
            self.reading.setText(self.tr("How the file is read"))
            self.writing.show_writing(spec, self._found_out(sheet, spec), sheet.writing)
        else:
            self.reading.setText(self.tr("{format}: the first rows").format(format=sheet.writing.format))

    def _found_out(self, sheet: Sheet, spec: DataSpec) -> Writing:
        """How the file would be read if nothing were said of it; looks at its beginning once."""
        of = spec.source, spec.sheet
        if self._found is None or self._found[0] != of:
            path = Path(spec.source).expanduser()
            try:
                found = read_sheet(path, rows=_GUESSED_ROWS).writing
                if spec.sheet not in (None, found.sheet):  # what is found out of the sheet that is read
                    other = read_sheet(path, SheetOptions(sheet=spec.sheet), rows=_GUESSED_ROWS).writing
                    found = replace(other, sheet=found.sheet)
            except DataError:  # it can be read only as it is said
                found = sheet.writing
            self._found = of, found
        return self._found[1]

    def _summary(self, uses: tuple[Use, ...]) -> str:
        roles = [use.role for use in uses]
        text = self.tr("{columns} columns: {features} features, {ignored} ignored; label {label}")
        return text.format(
            columns=count(len(uses)),
            features=count(roles.count("feature")),
            ignored=count(roles.count("ignored")),
            label=shown(uses[roles.index("label")].name),
        )

    def show_error(self, text: str) -> None:
        """Why something could not be changed; what there was is still there, and the choices say so."""
        self.message.show_message("error", text)
        self._show_writing(*self._shown)

    # --- hands --------------------------------------------------------------------------------------------------------

    def _on_selection(self) -> None:
        selected = self.list.selected()
        self.selection.setText(self.tr("{count} selected:").format(count=count(len(selected))))
        for field, button in self.buttons.items():
            button.setEnabled(bool(choices(field, selected)))

    def _on_button(self, field: Field) -> None:
        button = self.buttons[field]
        self.list.menu_for(field, self.list.selected()).popup(button.mapToGlobal(button.rect().bottomLeft()))

    def _on_numbers(self) -> None:
        self.edited.emit("data.task", "numbers")

    def _on_find(self) -> None:
        self.search.setFocus()
        self.search.selectAll()

    def _on_searched(self) -> None:
        """Return leads to what was found."""
        self.list.setFocus()
        if self.list.filtered.rowCount():
            self.list.setCurrentIndex(self.list.filtered.index(0, 0))


def _scrolled(account: DataAccount) -> QScrollArea:
    """What is too high is scrolled."""
    body = QWidget()
    column = QVBoxLayout(body)
    column.setContentsMargins(0, 0, 0, 0)
    column.addWidget(account)
    column.addStretch(1)
    area = scroll_area(body)
    area.hide()
    return area


def _uses(sheet: Sheet | None, spec: DataSpec) -> tuple[Use, ...]:
    if sheet is None:
        return ()
    try:
        return uses_of(sheet, spec)
    except DataError:  # then there are no rows to learn from, and who reads them says why
        return ()
