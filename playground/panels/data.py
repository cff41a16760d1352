"""Where the rows come from, how they are split, and what they look like."""

from __future__ import annotations

from pathlib import Path
from typing import ClassVar, Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from engine.data import Dataset, is_file
from engine.data.files import read_start
from engine.data.idx import is_idx
from engine.errors import PlaygroundError
from engine.experiment import Experiment
from engine.specs import TOYS
from playground import theme
from playground.panel import Panel
from playground.widgets import field_text
from playground.widgets.data_form import DataForm, Kind
from playground.widgets.data_rows import DataRows
from playground.widgets.message_bar import MessageBar
from playground.widgets.section import SectionHeader

_TABLE_SHARES: Final = (11, 9)
"""Widths of the settings and the points: the name of a file needs more room than that of a toy."""


class DataPanel(Panel):
    """Two features stand beside the settings, as a square; all other rows below them."""

    name: ClassVar[str] = "data"

    file_wanted = Signal()
    """A person wants to choose a file of their own."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._experiment: Experiment | None = None
        self._dataset: Dataset | None = None
        self._has_column: tuple[str, bool] = ("", False)
        self.header = SectionHeader(self.tr("Data"))
        self.open_button = self.header.add_button("folder", self.tr("Open your own data"), "action.open_data")
        self.open_button.setToolTip(
            field_text.wrapped(
                self.tr("Learn from your own rows: a CSV table with a column of classes, or IDX images.")
            )
        )
        self.message = _message_bar()
        self.form = DataForm()
        self.rows = DataRows()
        self._content = QBoxLayout(QBoxLayout.Direction.TopToBottom)
        self._lay_out()
        self.open_button.clicked.connect(self._on_open)
        self.form.edited.connect(self.edited)
        self.message.closed.connect(self._arrange)

    def _lay_out(self) -> None:
        self._content.setContentsMargins(0, 0, 0, 0)
        self._content.addWidget(self.form, 0, Qt.AlignmentFlag.AlignTop)
        self._content.addWidget(self.rows)
        self._content.addWidget(self.message, 0, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.SPACE_3, theme.SPACE_1, theme.SPACE_3, theme.SPACE_1)
        column.setSpacing(theme.SPACE_1)
        column.addWidget(self.header)
        column.addLayout(self._content, 1)
        self._arrange()

    def dock_header(self) -> QWidget:
        return self.header

    def _on_open(self) -> None:
        self.file_wanted.emit()

    # --- showing ----------------------------------------------------------------------------------------------------

    def show_experiment(self, experiment: Experiment) -> None:
        self._experiment = experiment
        self.form.show_values(experiment.data.model_dump())
        self._arrange()

    def show_dataset(self, dataset: Dataset | None) -> None:
        self._dataset = dataset
        if dataset is not None:
            self.message.clear()
        self.rows.show_dataset(dataset)
        self.header.set_note("" if dataset is None else self._note(dataset))
        self._arrange()

    def show_error(self, text: str) -> None:
        """Says what is wrong with the rows that were asked for; the next ones clear it."""
        self.message.show_message("error", text)
        self.message.setToolTip(field_text.wrapped(text))
        if self._experiment is not None:
            self.show_experiment(self._experiment)  # editors go back to what is true

    def _note(self, dataset: Dataset) -> str:
        n_rows = len(dataset.train_x) + len(dataset.test_x)
        if dataset.n_features == 1:
            template = self.tr("{rows} rows, 1 feature, {classes} classes")
        else:
            template = self.tr("{rows} rows, {features} features, {classes} classes")
        return template.format(rows=n_rows, features=dataset.n_features, classes=dataset.n_classes)

    # --- layout -----------------------------------------------------------------------------------------------------

    def _arrange(self) -> None:
        """Which settings are there, and where the rows are; a message takes their place."""
        has_message = not self.message.isHidden()
        source = self._experiment.data.source if self._experiment is not None else ""
        is_table = self._is_csv(source)
        beside = self._dataset is not None and self._shows_points(self._dataset) and not has_message
        # Whoever reads that a column is missing needs a place to name another one.
        kind: Kind = "toy" if source in TOYS else "table" if is_table or has_message else "images"
        self.form.arrange(kind, narrow=beside)
        self.rows.setHidden(has_message)
        box = QBoxLayout.Direction
        self._content.setDirection(box.LeftToRight if beside else box.TopToBottom)
        self._content.setSpacing(theme.SPACE_3 if beside else theme.SPACE_2 if has_message else theme.SPACE_1)
        shares = (_TABLE_SHARES if is_table else (1, 1)) if beside else (0, 1)
        for index, share in enumerate((*shares, int(has_message))):
            self._content.setStretch(index, share)

    @staticmethod
    def _shows_points(dataset: Dataset) -> bool:
        return dataset.image_shape is None and dataset.n_features == 2

    def _is_csv(self, source: str) -> bool:
        """Whether the classes are a column of a file. Looks at the file once."""
        if source != self._has_column[0]:
            self._has_column = (source, is_file(source) and not _is_idx(source))
        return self._has_column[1]


def _message_bar() -> MessageBar:
    """Small, and never wider than the panel: messages name whole paths."""
    message = MessageBar()
    for label in message.findChildren(QLabel):
        label.setFont(theme.font("small"))
    message.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
    return message


def _is_idx(source: str) -> bool:
    try:
        return is_idx(read_start(Path(source).expanduser(), 4))
    except (PlaygroundError, RuntimeError, ValueError):  # what is wrong with it, reading it has said
        return False
