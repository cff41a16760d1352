"""How the network learns: optimizer, schedule, batches, early stopping, loss and seed, as one aligned form."""

from __future__ import annotations

from typing import Final

from pydantic import BaseModel
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QToolButton, QVBoxLayout, QWidget

from engine.edits import value_at
from engine.experiment import Experiment
from engine.fields import FieldInfo, field_info
from engine.lanes import lane_learning_rate
from engine.snapshot import Snapshot
from engine.specs import OPTIMIZERS, SCHEDULES, EarlyStopping
from playground import i18n
from playground.overrides import override_of
from playground.panel import Panel
from playground.widgets import field_text
from playground.widgets.field_form import FieldForm
from playground.widgets.flag_edit import FlagEdit
from playground.widgets.number_edit import IntegerEdit
from playground.widgets.override_mark import mark_override
from playground.widgets.schedule_picture import SchedulePicture

_OPTIMIZER: Final = "optimizer.kind"
_SCHEDULE: Final = "schedule.kind"
_STOPPING: Final = "early_stopping.on"


class TrainingPanel(Panel):
    """``editors``: path -> editor. Only the fields that the optimizer and the schedule have are there."""

    name = "training"

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._steps = int(field_info(Experiment, "steps").default)
        """The last number of steps, to come back to from a run without end."""
        self._endless = self._endless_button()
        self._picture = SchedulePicture()
        self.form = FieldForm()
        self.editors = self.form.editors
        self.form.committed.connect(self.edited)
        self._fill()
        self._lay_out()

    # --- building -----------------------------------------------------------------------------------------------------

    def _fill(self) -> None:
        """The rows that are always there; a line parts the groups."""
        form = self.form
        form.add(_OPTIMIZER, self._optimizer_info())
        form.add_line()
        form.add(_SCHEDULE, self._schedule_info())
        form.add_picture(self._picture)
        form.add_line()
        self._add("batch_size", "sampling")
        steps = form.add("steps", field_info(Experiment, "steps"), beside=self._endless)
        assert isinstance(steps, IntegerEdit)
        steps.set_clearable(self.tr("endless"))
        steps.ensurePolished()
        self._endless.setFixedHeight(steps.sizeHint().height())
        form.add_line()
        self._add_early_stopping()
        form.add_line()
        self._add("loss", "dropout_scaling")
        form.add_line()
        self._add("seed")

    def _add(self, *names: str) -> None:
        for name in names:
            self.form.add(name, field_info(Experiment, name))

    def _add_early_stopping(self) -> None:
        info = field_info(EarlyStopping, "on")
        switch = self.form.add(_STOPPING, info)
        assert isinstance(switch, FlagEdit)
        self.form.labels[_STOPPING].setText(i18n.field_title(info))
        switch.setText(self.tr("by the test loss"))
        note = self.tr("A lane that has stopped stays so until you press Reset.")
        switch.setToolTip(field_text.wrapped(i18n.field_help(info), note))

    def _lay_out(self) -> None:
        area = QScrollArea()
        area.setWidget(self.form)
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(area)

    def _endless_button(self) -> QToolButton:
        button = QToolButton()
        button.setObjectName("steps.endless")
        button.setText("∞")
        button.setCheckable(True)
        button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        button.setAccessibleName(self.tr("Train without end"))
        button.setToolTip(field_text.wrapped(self.tr("Train without end: the run goes on until you pause it.")))
        button.clicked.connect(self._on_endless)
        return button

    def _optimizer_info(self) -> FieldInfo:
        return FieldInfo(
            name="kind",
            title=self.tr("Optimizer"),
            help=self.tr("How a gradient becomes a step: straight down the slope, with momentum, or scaled by weight."),
            kind="choice",
            choices=tuple(OPTIMIZERS),
            default="sgd",
        )

    def _schedule_info(self) -> FieldInfo:
        return FieldInfo(
            name="kind",
            title=self.tr("Schedule"),
            help=self.tr("How the learning rate changes over the steps: large steps first, small ones to settle down."),
            kind="choice",
            choices=tuple(SCHEDULES),
            default="constant",
        )

    # --- showing ------------------------------------------------------------------------------------------------------

    def show_experiment(self, experiment: Experiment) -> None:
        form, schedule = self.form, experiment.schedule
        form.show_fields(_OPTIMIZER, _own_fields(_OPTIMIZER, type(experiment.optimizer)))
        form.show_fields(_SCHEDULE, _own_fields(_SCHEDULE, type(schedule)))
        form.show_fields(_STOPPING, _own_fields(_STOPPING, EarlyStopping) if experiment.early_stopping.on else {})
        for path, editor in self.editors.items():
            editor.set_value(value_at(experiment, path))
            if editor.info is not None:
                mark_override(editor, editor.info, override_of(experiment, path))
        self._endless.setChecked(experiment.steps is None)
        self._steps = experiment.steps or self._steps
        has_dropout = any(layer.kind == "dropout" for layer in experiment.layers)
        form.offer("batch_size", experiment.sampling != "full", self.tr("Every step looks at all training rows."))
        form.offer("dropout_scaling", has_dropout, self.tr("There is no dropout layer in the stack."))
        rates = {lane_learning_rate(experiment, lane) for lane in range(len(experiment.lanes))}
        self._picture.show_schedule(schedule, rates.pop() if len(rates) == 1 else None, experiment.steps)
        form.show_picture(self._picture, self._picture.has_shape())

    def show_snapshot(self, snapshot: Snapshot | None) -> None:
        self._picture.show_step(0 if snapshot is None else snapshot.step)

    def _on_endless(self, is_endless: bool) -> None:
        self.edited.emit("steps", None if is_endless else self._steps)


def _own_fields(head: str, model: type[BaseModel]) -> dict[str, FieldInfo]:
    """path -> field of what stands below a row such as ``optimizer.kind``."""
    part, _, first = head.partition(".")
    return {f"{part}.{name}": field_info(model, name) for name in model.model_fields if name != first}
