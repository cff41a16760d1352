"""The first training rows as a person can see them: pictures, points, or a few lines of a table."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING, Final

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPoint, QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QToolButton, QWidget

from engine.data import Dataset
from engine.data.spec import Point
from playground.data.painting.start import can_be_painted
from playground.data.rows.scatter_picture import ScatterPicture
from playground.data.rows.table import DataTable
from playground.ui.look import theme
from playground.ui.look.number_scale import NumberScale
from playground.ui.painting.picture_images import picture_shape
from playground.ui.painting.row_pictures import RowPictures
from playground.ui.text import field_text
from playground.ui.text.labels import label_text
from playground.ui.text.numbers import number
from playground.ui.text.years import plain_digits

if TYPE_CHECKING:
    from playground.data.painting.board import PaintBoard

_PICTURE: Final = 24
_MOST_PICTURES: Final = 150
_MOST_POINTS: Final = 2000
_TABLE_ROWS: Final = 40
_TABLE_COLUMNS: Final = 12
_WIDEST_LABEL: Final = 44
_LEAST_HEIGHT: Final = 88
"""Two lines of pictures, or a few of a table."""
CAPTION: Final = 15
"""Height of the words above an editor, with which points beside it are in line."""
_WHOLE: Final = 0.02
"""How far scaling there and back may have moved a whole number."""
_SLACK: Final = 1
"""How much of the empty space below the last line of words may be cut off."""


class DataRows(QWidget):
    """Shows one of its views, or "No data"; takes whatever height there is and shows whole lines of pictures only."""

    painted = Signal(object)
    """See `PaintBoard`, and so below."""
    points_wanted = Signal()
    enlarged = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.pictures = RowPictures(self, size=_PICTURE)
        self.pictures.setFont(theme.font("small"))
        self.pictures.setAccessibleName(self.tr("The first training rows"))
        self.scatter = ScatterPicture(self)
        self.paint_button = self._make_paint_button()
        self._board: PaintBoard | None = None
        self._on_board: Sequence[Point] | None = None
        self.table = DataTable(self)
        self.table.setAccessibleName(self.tr("The first training rows"))
        self.nothing = QLabel(self.tr("No data"), self)
        self.nothing.setProperty("role", "muted")
        self.nothing.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._views: list[QWidget] = [self.pictures, self.scatter, self.table, self.nothing]
        self._show_only(self.nothing)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    @property
    def board(self) -> PaintBoard:
        """The canvas; made when it is wanted."""
        if self._board is None:
            from playground.data.painting.board import PaintBoard

            self._board = board = PaintBoard(self)
            board.painted.connect(self.painted)
            board.save_wanted.connect(self.points_wanted)
            board.enlarged.connect(self.enlarged)
            self._views.append(board)
            self._place()
        return self._board

    def boards(self) -> list[PaintBoard]:
        """The canvas, where it was made."""
        return [self._board] if self._board is not None else []

    def _make_paint_button(self) -> QToolButton:
        """Beside the points, where it hides none."""
        button = QToolButton(self.scatter)
        button.setObjectName("paint.begin")
        button.setIcon(theme.icon("brush"))
        button.setIconSize(QSize(16, 16))
        button.setAccessibleName(self.tr("Paint points"))
        button.setToolTip(
            field_text.wrapped(
                self.tr("Paint points"), self.tr("Goes on with these points as your own: paint more, or erase some.")
            )
        )
        button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        return button

    def show_dataset(self, dataset: Dataset | None) -> None:
        """The same kind of view for the same kind of rows."""
        self._on_board = None
        if dataset is None:
            self._show_only(self.nothing)
        elif dataset.image_shape is not None:
            self._show_pictures(dataset, dataset.image_shape)
        elif shows_points(dataset):
            self._show_points(dataset)
        else:
            self._show_table(dataset)

    def _show_only(self, view: QWidget) -> None:
        for other in self._views:
            other.setVisible(other is view)
        self._place()

    # --- views ------------------------------------------------------------------------------------------------------

    def _show_pictures(self, dataset: Dataset, shape: tuple[int, int]) -> None:
        n = min(_MOST_PICTURES, len(dataset.train_x))
        raw = unscaled(dataset, n)
        low, high = float(raw.min()), float(raw.max())
        images = ((raw - low) / max(high - low, 1e-12)).reshape(n, *picture_shape(raw.shape[1], shape))
        metrics = self.pictures.fontMetrics()
        names = [
            metrics.elidedText(label_text(dataset, label), Qt.TextElideMode.ElideRight, _WIDEST_LABEL)
            for label in dataset.train_y[:n]
        ]
        self.pictures.set_rows(
            images,
            names,
            tooltips=[self._sentence(dataset, row) for row in range(n)],
            marked=wrong_labels(dataset, n),
        )
        self._show_only(self.pictures)

    def _sentence(self, dataset: Dataset, row: int) -> str:
        label, truth = (label_text(dataset, labels[row]) for labels in (dataset.train_y, dataset.train_y_clean))
        if label == truth:
            return self.tr("Training row {row}: {label}").format(row=row + 1, label=label)
        return self.tr("Training row {row}: labelled {label} by label noise, but it is {truth}").format(
            row=row + 1, label=label, truth=truth
        )

    def _show_points(self, dataset: Dataset) -> None:
        """Training rows, and those that it is judged by: with validation rows, test rows stay apart here too."""
        raw, labels = dataset.raw(), dataset.test_y if dataset.valid_y is None else dataset.valid_y
        step = max(1, (len(dataset.train_x) + len(labels)) // _MOST_POINTS)
        train, held_out = raw.train[::step], (raw.test if raw.valid is None else raw.valid)[::step]
        points = np.concatenate((train, held_out))
        shown = np.concatenate((dataset.train_y[::step], labels[::step]))
        has_validation = raw.valid is not None
        self.scatter.setAccessibleName(
            self.tr(
                "Rows as points: training rows filled, validation rows hollow"
                if has_validation
                else "All rows as points: training rows filled, test rows hollow"
            )
        )
        self.scatter.setToolTip(
            self.tr(
                "Each point is a row: filled ones are trained on, hollow ones are for validation; test rows stay apart."
                if has_validation
                else "Each point is a row: filled ones are trained on, hollow ones are for testing."
            )
        )
        self.paint_button.setVisible(can_be_painted(dataset))
        is_train = np.arange(len(points)) < len(train)
        if not dataset.is_plane:
            self.scatter.set_points(_over_feature(points, shown), np.zeros(len(points), np.int64), is_train)
        elif dataset.task == "numbers":
            self.scatter.set_numbers(points, shown, is_train, NumberScale.of(dataset))
        else:
            self.scatter.set_points(points, shown, is_train)
        self._show_only(self.scatter)

    def show_painted(self, dataset: Dataset, points: Sequence[Point]) -> None:
        """In place of that, the canvas with the points that the dataset was made of."""
        if self._on_board is points:
            return
        self._on_board = points
        from engine.data.sources.painted import row_order  # here: nothing is painted at the start

        is_train = np.zeros(len(points), bool)
        is_train[row_order(points, dataset.task)[: len(dataset.train_x)]] = True
        scale = NumberScale.of(dataset) if dataset.task == "numbers" else None
        self.board.show_points(points, is_train.tolist(), scale)
        self._show_only(self.board)

    def _show_table(self, dataset: Dataset) -> None:
        n = min(_TABLE_ROWS, len(dataset.train_x))
        raw = unscaled(dataset, n)[:, :_TABLE_COLUMNS]
        texts = value_texts(dataset)
        rows = [
            (label_text(dataset, label), *(text(value) for text, value in zip(texts, values, strict=False)))
            for label, values in zip(dataset.train_y[:n], raw, strict=True)
        ]
        writing = dataset.findings.writing if dataset.findings is not None else None
        label = writing.label if writing is not None else dataset.target_name or self.tr("Class")
        self.table.set_rows((label, *dataset.feature_names[:_TABLE_COLUMNS]), rows, wrong_labels(dataset, n))
        self._show_only(self.table)

    # --- size -------------------------------------------------------------------------------------------------------

    def sizeHint(self) -> QSize:
        return QSize(200, _LEAST_HEIGHT)

    def minimumSizeHint(self) -> QSize:
        return QSize(120, _LEAST_HEIGHT)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place()

    def _place(self) -> None:
        self.nothing.setGeometry(self.rect())
        beside = self.paint_button.sizeHint().width() + theme.SPACE_1
        room = self.width() - beside
        side = min(room, self.height())
        top = min(CAPTION, self.height() - side)  # in line with an editor
        self.scatter.setGeometry(0, top, self.width(), side)
        self.scatter.keep_free(beside)
        self.paint_button.move(self.scatter.square().topRight().toPoint() + QPoint(theme.SPACE_1, 0))
        if self._board is not None:
            self._board.setGeometry(self.rect())
        self.table.setGeometry(self.rect().adjusted(0, theme.SPACE_1, 0, 0))
        height = self._height_of_whole_lines()
        top = min(theme.SPACE_1, max(0, self.height() - height))
        self.pictures.setGeometry(0, top, self.width(), height)

    def _height_of_whole_lines(self) -> int:
        """Of pictures; at least one."""
        if not self.pictures.count():
            return self.height()
        line = self.pictures.cell(0).height() + theme.SPACE_2
        lines = max(1, (self.height() + theme.SPACE_2 + _SLACK) // line)
        return lines * line - theme.SPACE_2


def shows_points(dataset: Dataset) -> bool:
    """Whether rows are points: of a plane, or numbers to learn over a single feature."""
    kinds = [column.kind for column in dataset.preparation.columns]
    return dataset.is_plane or (dataset.task == "numbers" and kinds == ["number"])


def _over_feature(x: NDArray[np.float32], y: NDArray[np.float32]) -> NDArray[np.float64]:
    """x: (n, 1), y: (n,) -> (n, 2), each as long as the other: they have units of their own."""
    points = np.column_stack([x[:, 0], y]).astype(np.float64)
    low, high = points.min(axis=0), points.max(axis=0)
    spread: NDArray[np.float64] = (points - low) / np.where(high > low, high - low, 1)
    return spread


def unscaled(dataset: Dataset, n: int) -> NDArray[np.float32]:
    """The first training rows as the source has them. (n, n_features)"""
    return dataset.unscaled(dataset.train_x[:n])


def wrong_labels(dataset: Dataset, n: int) -> list[bool]:
    """Which of the first training rows label noise has given a wrong label. Noise on numbers makes none wrong."""
    if dataset.task == "numbers":
        return [False] * n
    wrong: list[bool] = (dataset.train_y[:n] != dataset.train_y_clean[:n]).tolist()
    return wrong


def value_texts(dataset: Dataset) -> list[Callable[[float], str]]:
    """How the values of each feature are written: days as such, codes with their zeros, years, and numbers."""
    days = {column.name for column in dataset.preparation.columns if column.kind == "date"}
    digits = plain_digits(dataset.sheet)
    return [
        _day if name in days else partial(_code, digits=digits[name]) if name in digits else partial(number, digits=5)
        for name in dataset.feature_names
    ]


def _day(value: float) -> str:
    """value: days after 1970."""
    return str(np.datetime64(round(float(value)), "D"))


def _code(value: float, digits: int) -> str:
    """A whole number of so many digits; anything else, such as a mean that stands for a hole, is no code."""
    from engine.data.columns.values import with_zeros

    return with_zeros(f"{value:.0f}", digits) if abs(value - round(float(value))) < _WHOLE else number(value, 5)
