"""How the network learns: optimizer, batches, loss and seed, as one aligned form."""

from __future__ import annotations

from functools import partial
from itertools import pairwise
from typing import Final, cast

from pydantic import BaseModel
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFormLayout, QFrame, QLabel, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from engine.edits import value_at
from engine.experiment import Experiment
from engine.fields import FieldInfo, field_info
from engine.specs import OPTIMIZERS
from playground import i18n, theme
from playground.overrides import override_of
from playground.panel import Panel
from playground.widgets import field_text
from playground.widgets.field_edit import Editor, make_editor
from playground.widgets.override_mark import mark_override

_GROUPS: Final = (("batch_size", "sampling", "steps"), ("loss", "dropout_scaling"), ("seed",))
"""Fields below those of the optimizer; a line parts the groups."""
_KIND: Final = "optimizer.kind"
_LABEL: Final = 116
"""Width of the labels at least, so that the editors stay where they are when the optimizer changes."""


class TrainingPanel(Panel):
    """``editors``: path -> editor. Only the fields that the optimizer has are there."""

    name = "training"

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.editors: dict[str, Editor] = {}
        self._labels: dict[str, QLabel] = {}
        self._kind = ""
        page = QWidget()
        self._form = _form(page)
        self._lay_out(page)
        self._insert(0, _KIND, self._kind_info())
        for fields in _GROUPS:
            self._form.addRow(_line())
            for name in fields:
                self._insert(self._form.rowCount(), name, field_info(Experiment, name))

    def _lay_out(self, page: QWidget) -> None:
        area = QScrollArea()
        area.setWidget(page)
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(area)

    def _kind_info(self) -> FieldInfo:
        return FieldInfo(
            name="kind",
            title=self.tr("Optimizer"),
            help=self.tr("How a gradient becomes a step: straight down the slope, with momentum, or scaled by weight."),
            kind="choice",
            choices=tuple(OPTIMIZERS),
            default="sgd",
        )

    # --- rows -------------------------------------------------------------------------------------------------------

    def _insert(self, row: int, path: str, info: FieldInfo) -> None:
        editor = make_editor(info, path)
        editor.committed.connect(partial(self._on_committed, path))
        editor.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        label = QLabel(i18n.field_title(info))
        label.setBuddy(editor)
        label.setMinimumWidth(_LABEL)
        label.setToolTip(field_text.tooltip(info))
        self._form.insertRow(row, label, editor)
        self.editors[path], self._labels[path] = editor, label

    def _take(self, path: str) -> None:
        """Removes a row; what was being typed there counts no more."""
        editor, label = self.editors.pop(path), self._labels.pop(path)
        editor.blockSignals(True)
        self._form.takeRow(editor)
        for widget in (editor, label):
            widget.hide()
            widget.deleteLater()

    def _show_kind(self, kind: str) -> None:
        """The rows of an optimizer's own fields below that of its kind; those that it shares with the last one stay."""
        if kind == self._kind:
            return
        self._kind = kind
        infos = _own_fields(OPTIMIZERS[kind])
        for path in [path for path in self.editors if path.startswith("optimizer.") and path != _KIND]:
            if infos.get(path) != self.editors[path].info:
                self._take(path)
        for row, (path, info) in enumerate(infos.items(), start=1):
            if path not in self.editors:
                self._insert(row, path, info)
        self._set_tab_order()

    def _set_tab_order(self) -> None:
        """From top to bottom, whatever the order in which the editors were made."""
        stops = sorted(self.editors.values(), key=self._row_of)
        for before, after in pairwise(stops):
            QWidget.setTabOrder(before, after)

    def _row_of(self, editor: QWidget) -> int:
        row, _ = cast(tuple[int, QFormLayout.ItemRole], self._form.getWidgetPosition(editor))
        return row

    # --- showing ----------------------------------------------------------------------------------------------------

    def show_experiment(self, experiment: Experiment) -> None:
        self._show_kind(experiment.optimizer.kind)
        for path, editor in self.editors.items():
            editor.set_value(value_at(experiment, path))
            if editor.info is not None:
                mark_override(editor, editor.info, override_of(experiment, path))
        has_dropout = any(layer.kind == "dropout" for layer in experiment.layers)
        self._offer("batch_size", experiment.sampling != "full", self.tr("Every step looks at all training rows."))
        self._offer("dropout_scaling", has_dropout, self.tr("There is no dropout layer in the stack."))

    def _offer(self, path: str, is_used: bool, why_not: str) -> None:
        """Disables a field that has no effect, and says why."""
        editor = self.editors[path]
        assert editor.info is not None
        was_used = editor.isEnabled()
        editor.setEnabled(is_used)
        self._labels[path].setEnabled(is_used)
        if not is_used:
            editor.setToolTip(field_text.wrapped(why_not, i18n.field_help(editor.info)))
        elif not was_used:
            editor.setToolTip(field_text.tooltip(editor.info))

    def _on_committed(self, path: str, value: object) -> None:
        self.edited.emit(path, value)


def _own_fields(model: type[BaseModel]) -> dict[str, FieldInfo]:
    """path -> field, without the kind."""
    return {f"optimizer.{name}": field_info(model, name) for name in model.model_fields if name != "kind"}


def _form(page: QWidget) -> QFormLayout:
    form = QFormLayout(page)
    form.setContentsMargins(theme.SPACE_3, theme.SPACE_2, theme.SPACE_3, theme.SPACE_3)
    form.setHorizontalSpacing(theme.SPACE_3)
    form.setVerticalSpacing(6)
    form.setLabelAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
    form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
    form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.DontWrapRows)
    return form


def _line() -> QFrame:
    line = QFrame()
    line.setProperty("role", "line")
    return line
