"""Where the rows come from, how they are split, and what they look like."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, ClassVar, Final

import numpy as np
from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDropEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QLabel,
    QLineEdit,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from engine.data import Dataset, is_file
from engine.data.preprocessing.sizes import has_shares
from engine.data.sources.registry import source_of
from engine.experiment.experiment import Experiment
from playground.data.download_bar import DownloadBar
from playground.data.given import Given
from playground.data.own_file.account import DataAccount
from playground.data.own_file.drop_mark import DropMark
from playground.data.own_file.findings_line import FindingsLine
from playground.data.own_file.open_button import add_open_button
from playground.data.rows.balance import ClassBalance
from playground.data.rows.first_rows import DataRows, shows_points
from playground.data.rows.point_painting import PointPainting
from playground.data.rows.size_note import rows_note, size_note, source_name
from playground.data.rows.spread import NumberSpread
from playground.data.sheet.opener import SheetOpener
from playground.ui.look import theme
from playground.ui.panel import Panel
from playground.ui.text import field_text
from playground.ui.widgets.message_bar import MessageBar
from playground.ui.widgets.scroll_holder import scroll_area
from playground.ui.widgets.section import SectionHeader
from playground.ui.widgets.spare_time import SpareTime

if TYPE_CHECKING:
    from engine.errors import DataError
    from playground.data.form import DataForm, Kind
    from playground.data.sheet.window import DataSheet

_TABLE_SHARES: Final = (11, 9)
"""Widths of the settings and the points: the name of a file needs more room than that of a toy."""
_ENOUGH: Final = 480
"""From this height on points are drawn below the settings, where they can grow."""


class DataPanel(Panel):
    """Two features stand beside the settings, as a square; all other rows below them. What does not fit scrolls."""

    name: ClassVar[str] = "data"

    file_wanted = Signal()
    """A person wants to choose a file of their own."""
    pictures_wanted = Signal()
    """A person wants to choose a folder of pictures."""
    mended = Signal(str, object)
    """What was found is to be mended: what that is called, and edits as ((path, value), ...)."""
    table_mended = Signal(object, str, object)
    """A file that was refused is to be read with one thing changed: the RefusedTableError, path and value."""
    painted = Signal(object)
    """The points that a person has painted."""
    points_wanted = Signal()
    """They are to be saved as a table."""
    cancel_wanted = Signal()
    """A person does not want to wait for a download any longer."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._experiment: Experiment | None = None
        self._dataset: Dataset | None = None
        self._columns_of: tuple[str, tuple[str, ...]] = ("", ())
        self.sheets = SheetOpener(self)
        self.header = SectionHeader(self.tr("Data"))
        self.open_button = add_open_button(self.header, self.file_wanted, self.pictures_wanted)
        self.message = _message_bar()
        self.download = DownloadBar()
        self._body = body = QWidget()
        self.area = scroll_area(body, self)
        self._form: DataForm | None = None
        self._make_later = SpareTime(self)
        self._make_later.come.connect(self._make)
        self._rows = DataRows(body)
        self.painting = PointPainting(self._rows, self)
        self.balance = ClassBalance(body)
        self.balance.setObjectName("data.balance")
        self.spread = NumberSpread(body)
        self.spread.setObjectName("data.spread")
        self.spread.hide()
        self.account = DataAccount(body)
        self.findings = FindingsLine(self)
        self.drop_mark = DropMark(self.tr("Drop the file to learn from it"), self)
        self._content = QBoxLayout(QBoxLayout.Direction.TopToBottom)
        self._lay_out(body)
        self.setAcceptDrops(True)
        self.given.edited.connect(self.edited)
        self.sheets.edited.connect(self.edited)
        self.sheets.mended.connect(self.mended)
        self.sheets.table_mended.connect(self.table_mended)
        self.drop_mark.dropped.connect(partial(self.edited.emit, "data.source"))
        self.open_button.clicked.connect(self._on_open)
        self.findings.clicked.connect(self._show_findings)
        self.account.mended.connect(self.mended)
        self.message.action_clicked.connect(self._show_refused)
        self.painting.painted.connect(self.painted)
        self.painting.save_wanted.connect(self.points_wanted)
        self.download.cancelled.connect(self._on_cancel)

    def _lay_out(self, body: QWidget) -> None:
        self._content.setContentsMargins(0, 0, 0, 0)
        self._content.addWidget(self._rows)
        inside = QVBoxLayout(body)
        inside.setContentsMargins(0, 0, theme.SPACE_1, theme.SPACE_1)
        inside.setSpacing(theme.SPACE_2)
        inside.addLayout(self._content, 3)
        inside.addWidget(self.balance, 1)
        inside.addWidget(self.spread, 1)
        inside.addWidget(self.account)
        self.given = Given(inside, self._content, self._rows, self)
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.SPACE_3, theme.SPACE_1, theme.SPACE_2, theme.SPACE_1)
        column.setSpacing(theme.SPACE_1)
        column.addWidget(self.header)
        column.addWidget(self.findings)
        column.addWidget(self.area, 1)
        column.addWidget(self.message)  # below what a person presses, which keeps its place when they come or go
        column.addWidget(self.download)
        self._arrange()

    @property
    def form(self) -> DataForm:
        """The settings; made when they are asked for, or seen: where there is little room the section is folded."""
        return self._form if self._form is not None else self._make()

    @property
    def rows(self) -> DataRows:
        """The first rows; shown when they are asked for, or seen."""
        self._make()
        return self._rows

    def complete(self) -> None:
        self._make()

    def _make(self) -> DataForm:
        """The form and what is seen of the rows, once."""
        self._make_later.stop()
        if self._form is not None:
            return self._form
        from playground.data.form import DataForm

        self._form = form = DataForm(self._body)
        for line in form.findChildren(QLineEdit):
            line.setAcceptDrops(False)  # a file that falls on one is still a file, not a path to type
        form.file_wanted.connect(self.file_wanted)
        form.edited.connect(self._on_edited)
        form.edited_together.connect(self.mended)
        form.summary.columns_wanted.connect(self.show_columns)
        self._content.insertWidget(0, form, 0, Qt.AlignmentFlag.AlignTop)
        self._rows.show_dataset(self._dataset)
        if self._experiment is not None:
            self._show_values(form, self._experiment)
            self._show_summary(form)
            self.painting.show_experiment(self._experiment)
        self._arrange()
        return form

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if not self.is_folded():
            self._make()

    def dock_header(self) -> QWidget:
        return self.header

    def urgent(self) -> tuple[QWidget, ...]:
        """What has to be seen when it comes up, also while the section is folded."""
        return self.message, self.download, self.findings

    def _on_open(self) -> None:
        self.file_wanted.emit()

    def _on_edited(self, path: str, value: object) -> None:
        if (path, value) == ("data.source", "painted"):  # what was painted before, as many rows as there are
            self.painting.begin(self._experiment.data.points if self._experiment is not None else ())
        else:
            self.edited.emit(path, value)

    def _on_cancel(self) -> None:
        self.cancel_wanted.emit()
        if self._experiment is not None:
            self.show_experiment(self._experiment)  # editors go back to what is true

    # --- showing ----------------------------------------------------------------------------------------------------

    def show_experiment(self, experiment: Experiment) -> None:
        if self._experiment is not None and self._experiment.data.source != experiment.data.source:
            self.area.verticalScrollBar().setValue(0)
        self._experiment = experiment
        if self._form is not None:
            self._show_values(self._form, experiment)
        else:
            self._make_later.start()
        self.given.show(self._dataset, experiment)
        self.painting.show_experiment(experiment)
        self._show_account()
        self._show_note()
        self.sheets.show(self._dataset, experiment)
        self._arrange()

    def _show_values(self, form: DataForm, experiment: Experiment) -> None:
        if self._dataset is None:
            form.set_columns(self._columns(experiment.data.source))
        else:
            form.show_dataset(self._dataset, experiment.data.source)
        toy = source_of(experiment.data.source).toy
        classes = toy.n_classes_of(experiment.data.classes) if toy is not None else None
        form.show_values({**experiment.data.model_dump(), "classes": classes})
        form.show_folds(_folds(experiment))

    def show_dataset(self, dataset: Dataset | None) -> None:
        came_late, self._dataset = self._dataset is None, dataset
        self.painting.dataset = dataset
        if came_late and self._form is not None and self._experiment is not None:
            self._show_values(self._form, self._experiment)  # which were shown before their rows were read
        if self._form is not None:
            self._rows.show_dataset(dataset)
        self.given.show(dataset, self._experiment)
        is_number = dataset is not None and dataset.task == "numbers"
        self.balance.setVisible(dataset is not None and not is_number)
        self.spread.setVisible(is_number)
        self._show_account()
        self._show_note()
        if dataset is not None:
            self.message.clear()
            self.sheets.forget_refused()
            if came_late:
                self.sheets.show(dataset, self._experiment)
            self._show_labels(dataset)
        self._arrange()

    def _show_note(self) -> None:
        """What the rows are, in a line: all that is seen of them while the section is folded."""
        if self._dataset is None or self._experiment is None:
            self.header.set_note("")
            return
        name, rows = source_name(self._experiment.data), rows_note(self._dataset)
        self.header.set_note(f"{name} · {size_note(self._dataset)}", f"{name} · {rows}", name)

    def _show_labels(self, dataset: Dataset) -> None:
        if dataset.task == "numbers":
            self.spread.set_numbers(dataset.target_name, dataset.train_y)
        else:
            counts = np.bincount(dataset.train_y, minlength=dataset.n_classes)
            self.balance.set_counts(dataset.classes, counts.tolist(), colored=shows_points(dataset))

    def show_download(self, progress: tuple[str, int, int] | None) -> None:
        """Source, bytes that are there and bytes of all files; None when that is over."""
        if progress is None:
            self.download.hide()
        else:
            self.download.show_progress(*progress)

    def show_error(self, text: str, error: DataError | None = None) -> None:
        """Says what is wrong with the rows that were asked for; the next ones clear it. A table that was refused can be
        mended in its sheet; of one that is learned from, what was refused springs back."""
        from engine.data.columns.refused import RefusedTableError  # here, because most start with rows that are known

        self.sheets.refused = error if isinstance(error, RefusedTableError) else None
        if self.sheets.refused is not None and self._learns_from(self.sheets.refused.spec.source):
            self.sheets.refused = None
            text = self.tr("{problem} What was chosen before stays.").format(problem=text)
        action = self.tr("Columns…") if self.sheets.refused is not None else ""
        help_text = self.tr("What was read, column by column: say there what they are for, and it is tried again.")
        if not self.message.isVisible():
            self.message.hide()  # a person has folded the section over the last one: this one opens it again
        self.message.show_message("error", text, action=action, help_text=field_text.wrapped(help_text))
        self.message.setToolTip(field_text.wrapped(text))
        if self._experiment is not None:
            self.show_experiment(self._experiment)  # editors go back to what is true
            self.sheets.show_error(text)

    def _learns_from(self, source: str) -> bool:
        return self._dataset is not None and self._experiment is not None and self._experiment.data.source == source

    # --- a person's own rows ---------------------------------------------------------------------------------------

    def _show_account(self) -> None:
        """What is done with the rows, and what was found in them."""
        dataset, experiment = self._dataset, self._experiment
        self.account.show_findings(dataset, experiment)
        self.findings.show_sentences(self.account.sentences())
        if self._form is not None:
            self._show_summary(self._form)

    def _show_summary(self, form: DataForm) -> None:
        dataset, experiment = self._dataset, self._experiment
        if dataset is None or experiment is None:
            form.summary.hide()
            return
        data = experiment.data
        folds = _folds(experiment)
        if is_file(data.source) or has_shares(data) or folds is not None:
            form.summary.show_summary(dataset, data, folds)
        else:
            form.summary.hide()

    def _show_findings(self) -> None:
        """Where they stand, with what mends them."""
        self.area.verticalScrollBar().setValue(self.account.y())
        self.account.setFocus()

    @property
    def sheet(self) -> DataSheet | None:
        """The data sheet, once it was asked for."""
        return self.sheets.sheet

    def show_columns(self) -> None:
        """Opens the data sheet."""
        self.sheets.open(self._dataset, self._experiment)

    def _show_refused(self) -> None:
        self.sheets.open_refused(self.message.text())

    def take_over(self, old: DataPanel) -> None:
        """Opens the data sheet where it was open in the panel that was there before."""
        if old.sheet is not None and old.sheets.is_open:
            self.show_columns()
            assert self.sheet is not None
            self.sheet.setGeometry(old.sheet.geometry())

    # --- layout -----------------------------------------------------------------------------------------------------

    def _arrange(self) -> None:
        """Which settings are there, and where the rows are."""
        source = self._experiment.data.source if self._experiment is not None else ""
        is_table = bool(self._columns(source))
        points = self._dataset is not None and shows_points(self._dataset)
        beside = points and self.height() < _ENOUGH + self.given.switches.sizeHint().height()
        toy = source_of(source).toy
        made: Kind = "painted" if toy is None else "toy"
        pictures: Kind = "pictures" if source_of(source).is_download or is_file(source) else "digits"
        kind: Kind = made if source_of(source).is_made else "table" if is_table else pictures
        if self._form is not None:
            self._form.arrange(kind, narrow=beside, any_classes=toy is not None and toy.has_any_classes)
        box = QBoxLayout.Direction
        self._content.setDirection(box.LeftToRight if beside else box.TopToBottom)
        self._content.setSpacing(theme.SPACE_3 if beside else theme.SPACE_1)
        shares = (_TABLE_SHARES if is_table else (1, 1)) if beside else (0, 1)
        for widget, share in zip((self._form, self._rows), shares, strict=True):
            if widget is not None:
                self._content.setStretchFactor(widget, share)

    def _columns(self, source: str) -> tuple[str, ...]:
        """The columns of a file; none where the classes are not one of them. Looks at the file once."""
        if source != self._columns_of[0]:
            names: tuple[str, ...] = ()
            if source and is_file(source):
                from engine.data.reading.names import column_names  # here: a start has no file of rows

                names = column_names(source)
            self._columns_of = (source, names)
        return self._columns_of[1]

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.drop_mark.setGeometry(self.rect().adjusted(theme.SPACE_1, theme.SPACE_1, -theme.SPACE_1, -theme.SPACE_1))
        self._arrange()

    # --- files that are dropped --------------------------------------------------------------------------------------

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        self.drop_mark.offer(event)

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        self.drop_mark.hide()

    def dropEvent(self, event: QDropEvent) -> None:
        self.drop_mark.drop(event)


def _folds(experiment: Experiment) -> int | None:
    """Into how many parts the training rows are cut, where lanes leave one out each."""
    return experiment.data.folds if any("data.fold" in lane.set for lane in experiment.lanes) else None


def _message_bar() -> MessageBar:
    """Small, and never wider than the panel: messages name whole paths."""
    message = MessageBar()
    for label in message.findChildren(QLabel):
        label.setFont(theme.font("small"))
    message.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
    return message
