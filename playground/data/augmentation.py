"""How training pictures are changed before each step: a line that opens, its settings, and what comes of a row."""

from __future__ import annotations

from functools import partial
from typing import Final

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QSpinBox, QToolButton, QVBoxLayout, QWidget

from engine.data import Dataset
from engine.data.augmentation.pictures import LOOKED_AT, PictureRows, picture_rows
from engine.data.augmentation.spec import AugmentationSpec
from engine.experiment.experiment import Experiment
from engine.fields import FieldInfo, field_info, field_infos
from engine.train.stepping.batches import Batches
from playground.ui.fields.field_edit import Editor, make_editor
from playground.ui.look import theme
from playground.ui.painting.picture_images import picture_shape
from playground.ui.painting.row_pictures import RowPictures
from playground.ui.text import field_text, i18n
from playground.ui.text.numbers import setting
from playground.ui.widgets.elided_label import ElidedLabel

_PATH: Final = "data.augmentation"
_PICTURE: Final = 32
VERSIONS: Final = 6
"""Pictures in a line: the row as it is, and what the first steps would make of it."""


class AugmentationSection(QWidget):
    """For rows that are pictures. `edited` says (path, value)."""

    edited = Signal(str, object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._spec = AugmentationSpec()
        self._experiment: Experiment | None = None
        self._dataset: Dataset | None = None
        self.body: AugmentationBody | None = None
        """Made when it is first opened."""
        self.setObjectName(_PATH)
        self.button = self._make_button()
        self.note = ElidedLabel()
        self.note.setObjectName(f"{_PATH}.note")
        self.note.setFont(theme.font("small"))
        self.note.setProperty("role", "muted")
        head = QHBoxLayout()
        head.setContentsMargins(0, 0, 0, 0)
        head.setSpacing(theme.SPACE_2)
        head.addWidget(self.button)
        head.addWidget(self.note, 1)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(theme.SPACE_1)
        self._column.addLayout(head)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    def _make_button(self) -> QToolButton:
        button = QToolButton(self)
        button.setObjectName(f"{_PATH}.open")
        button.setText(self.tr("Augmentation"))
        button.setFont(theme.font("small"))
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        button.setIcon(theme.icon("right"))
        button.setIconSize(QSize(12, 12))
        button.setAutoRaise(True)
        button.setCheckable(True)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        button.setAccessibleName(self.tr("Augmentation"))
        button.setToolTip(
            field_text.wrapped(
                self.tr("Augmentation"),
                self.tr(
                    "Each step sees the training pictures a little otherwise - moved, turned, cut, mirrored, grainy - "
                    "so that the net cannot learn them by heart. What is measured is measured on rows as they are."
                ),
            )
        )
        button.toggled.connect(self._on_toggled)
        return button

    def show_experiment(self, experiment: Experiment) -> None:
        before, self._spec = self._spec, experiment.data.augmentation
        self._experiment = experiment
        self.note.setText(self._told(experiment))
        if self._spec.is_on and not before.is_on:
            self.button.setChecked(True)
        self._show()

    def show_dataset(self, dataset: Dataset) -> None:
        """Of pictures."""
        if dataset is not self._dataset:
            self._dataset = dataset
            self._show()

    def _told(self, experiment: Experiment) -> str:
        """``Shift 2, Rotation 15``, and whether lanes have others."""
        said = [self._part(name, value) for name, value in self._spec if value]
        words = ", ".join(said) or self.tr("off")
        if any(path.startswith(_PATH) for lane in experiment.lanes for path in lane.set):
            return self.tr("{settings}; lanes differ in it").format(settings=words)
        return words

    @staticmethod
    def _part(name: str, value: float | bool) -> str:
        title = i18n.field_title(field_info(AugmentationSpec, name))
        return title if value is True else f"{title} {setting(value)}"

    def _on_toggled(self, is_open: bool) -> None:
        self.button.setIcon(theme.icon("down" if is_open else "right"))
        if is_open and self.body is None:
            self.body = AugmentationBody(self)
            self.body.edited.connect(self.edited)
            self._column.addWidget(self.body)
        if self.body is not None:
            self.body.setVisible(is_open)
        self._show()

    def _show(self) -> None:
        data, experiment = self._dataset, self._experiment
        if self.body is not None and data is not None and experiment is not None and self.button.isChecked():
            batches = Batches([experiment.seed], len(data.train_x), experiment.batch_size, experiment.sampling)
            self.body.show_settings(self._spec, experiment.seed, batches.size, data)


class AugmentationBody(QWidget):
    """The settings, and below them a training row as it is and as steps may see it."""

    edited = Signal(str, object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown: tuple[AugmentationSpec, int, int, Dataset] | None = None
        self._rows: PictureRows | None = None
        self.editors: dict[str, Editor] = {}
        self.row = self._make_row()
        self.pictures = RowPictures(self, size=_PICTURE)
        self.pictures.setObjectName(f"{_PATH}.pictures")
        self.pictures.setFont(theme.font("small"))
        self.pictures.setAccessibleName(self.tr("The row as it is, and what steps may make of it"))
        self._lay_out()

    def _make_row(self) -> QSpinBox:
        row = QSpinBox(self)
        row.setObjectName(f"{_PATH}.row")
        row.setRange(1, 1)
        row.setAccessibleName(self.tr("Training row"))
        row.setToolTip(
            field_text.wrapped(
                self.tr("Which training row is shown as it is, and as steps may see it; this changes nothing.")
            )
        )
        row.valueChanged.connect(self._show_versions)
        return row

    def _lay_out(self) -> None:
        fields = QHBoxLayout()
        fields.setSpacing(theme.SPACE_2)
        for name, info in field_infos(AugmentationSpec).items():
            fields.addWidget(self._cell(name, info), 1, Qt.AlignmentFlag.AlignBottom)
        which = QVBoxLayout()
        which.setSpacing(0)
        which.addWidget(_caption(self.tr("Row"), self.row))
        which.addWidget(self.row)
        which.addStretch(1)
        seen = QHBoxLayout()
        seen.setSpacing(theme.SPACE_2)
        seen.addLayout(which)
        seen.addWidget(self.pictures, 1)
        inside = QVBoxLayout(self)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(theme.SPACE_1)
        inside.addLayout(fields)
        inside.addLayout(seen)

    def _cell(self, name: str, info: FieldInfo) -> QWidget:
        """An editor below its caption; a box to tick bears its own."""
        editor = make_editor(info, f"{_PATH}.{name}")
        editor.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        editor.committed.connect(partial(self.edited.emit, f"{_PATH}.{name}"))
        self.editors[name] = editor
        cell = QWidget(self)
        column = QVBoxLayout(cell)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        if info.kind == "flag":
            editor.setFont(theme.font("small"))
            editor.setFixedHeight(self.editors["shift"].sizeHint().height())  # in line with the numbers
        else:
            column.addWidget(_caption(i18n.field_title(info), editor))
        column.addWidget(editor)
        return cell

    def show_settings(self, spec: AugmentationSpec, seed: int, size: int, dataset: Dataset) -> None:
        """size: rows of a batch, on which the draws of a step depend."""
        for name, editor in self.editors.items():
            editor.set_value(getattr(spec, name))
        if self._shown is None or self._shown[3] is not dataset:
            self._rows = picture_rows(dataset)
            self.row.blockSignals(True)
            self.row.setMaximum(len(dataset.train_x))
            self.row.blockSignals(False)
        elif self._shown[:3] == (spec, seed, size):
            return
        self._shown = spec, seed, size, dataset
        self._show_versions()

    def _show_versions(self) -> None:
        if self._shown is None or self._rows is None:
            return
        spec, seed, size, data = self._shown
        assert data.image_shape is not None
        x = versions(data.train_x[self.row.value() - 1], spec, self._rows, seed, size)
        raw, seen = data.unscaled(x), data.unscaled(data.train_x[:LOOKED_AT])
        low, high = float(seen.min()), float(seen.max())
        shares = np.clip((raw - low) / max(high - low, 1e-12), 0, 1)
        images = shares.reshape(len(x), *picture_shape(data.n_features, data.image_shape))
        steps = [self.tr("step {step}").format(step=step) for step in range(1, VERSIONS)]
        self.pictures.set_rows(images, [self.tr("as it is"), *steps])


def _caption(text: str, editor: QWidget) -> QLabel:
    caption = ElidedLabel(text)
    caption.setFont(theme.font("small"))
    caption.setProperty("role", "muted")
    caption.setBuddy(editor)
    return caption


def versions(
    x: NDArray[np.float32], spec: AugmentationSpec, rows: PictureRows, seed: int, size: int
) -> NDArray[np.float32]:
    """x: (n_features,) -> (VERSIONS, n_features): the row as it is, and what the first steps make of it where it is the
    first of their batches of ``size`` rows."""
    if not spec.is_on:
        return np.array([x] * VERSIONS, np.float32)
    from engine.train.stepping.augmenter import Augmenter  # here: most look at rows as they are

    augmenter = Augmenter(spec, rows, [seed], size)
    made = [augmenter.versions(x[None], None, step)[0, 0].copy() for step in range(VERSIONS - 1)]
    return np.array([x, *made], np.float32)
