"""How the network learns: optimizer, schedule, batches, early stopping, loss and seed, as one aligned form."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from pydantic import BaseModel
from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QToolButton, QVBoxLayout, QWidget

from engine.data import Dataset
from engine.experiment.declared import is_used
from engine.experiment.edits.field_edits import value_at
from engine.experiment.experiment import Experiment
from engine.experiment.field_path import FieldPath
from engine.experiment.lanes.lanes import lane_setup
from engine.fields import FieldInfo, field_info, field_infos
from engine.optim.registry import OPTIMIZERS
from engine.optim.schedules import SCHEDULES
from engine.optim.stopping import EarlyStopping
from engine.train.snapshot import Snapshot
from playground.ui.fields.flag_edit import FlagEdit
from playground.ui.fields.numbers.number_edit import IntegerEdit
from playground.ui.fields.override_mark import mark_override
from playground.ui.fields.overrides import override_of
from playground.ui.panel import Panel
from playground.ui.panel_parts import UNHURRIED, Part
from playground.ui.text import field_text, i18n
from playground.ui.text.numbers import count, setting
from playground.ui.widgets.scroll_holder import scroll_area
from playground.ui.widgets.section import SectionHeader
from playground.ui.widgets.spare_time import SpareTime

if TYPE_CHECKING:
    from playground.training.rate_finder.window import RateFinder
    from playground.training.schedule_picture import SchedulePicture
    from playground.ui.fields.field_edit import Editor
    from playground.ui.fields.field_form import FieldForm

_OPTIMIZER: Final = "optimizer.kind"
_SCHEDULE: Final = "schedule.kind"
_STOPPING: Final = "early_stopping.on"


class TrainingPanel(Panel):
    """``form``: only the fields that the optimizer and the schedule have are there."""

    name = "training"
    edited_everywhere = Signal(str, object)
    """(path, value): for all lanes, those that set it for themselves included."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._steps = int(field_info(Experiment, "steps").default)
        """The last number of steps, to come back to from a run without end."""
        self._form: FieldForm | None = None
        self._experiment: Experiment | None = None
        self._dataset: Dataset | None = None
        self._finder: RateFinder | None = None
        self._step = 0
        self._focus = 0
        self._make_later = SpareTime(self)
        self._make_later.come.connect(self._make)
        self._endless: QToolButton
        self._find_rate: QToolButton
        self._picture: SchedulePicture
        self.header = SectionHeader(self.tr("Training"))
        self._area = scroll_area()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._area)

    def dock_header(self) -> QWidget:
        return self.header

    @property
    def form(self) -> FieldForm:
        """Made when it is first asked for, or seen."""
        return self._form if self._form is not None else self._make()

    def complete(self) -> None:
        self._make()

    @property
    def editors(self) -> dict[str, Editor]:
        """path -> editor"""
        return self.form.editors

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._make_now_or_later()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self.isVisible():
            self._make_now_or_later()

    def _make_now_or_later(self) -> None:
        window = self.window()
        if not self.is_folded() and window.rect().intersects(self.rect().translated(self.mapTo(window, QPoint()))):
            self._make()
        else:  # or another tab lies before it, and Qt has put it out of the window
            self._make_later.start()

    # --- building -----------------------------------------------------------------------------------------------------

    def _make(self) -> FieldForm:
        """The form, once."""
        self._make_later.stop()
        if self._form is not None:
            return self._form
        from playground.training.schedule_picture import SchedulePicture
        from playground.ui.fields.field_form import FieldForm

        self._form = FieldForm()
        self._form.committed.connect(self.edited)
        self._endless = self._endless_button()
        self._find_rate = self._find_rate_button()
        self._picture = SchedulePicture()
        self._fill(self._form)
        self._area.setWidget(self._form)
        if self._experiment is not None:
            self._show(self._form, self._experiment)
        return self._form

    def _fill(self, form: FieldForm) -> None:
        """The rows that are always there; a line parts the groups."""
        form.add(_OPTIMIZER, self._optimizer_info(), beside=self._find_rate)
        form.add_line()
        form.add(_SCHEDULE, self._schedule_info())
        form.add_picture(self._picture)
        form.add_line()
        self._add_group("batches")
        steps = form.editors["steps"]
        assert isinstance(steps, IntegerEdit)
        steps.set_clearable(self.tr("endless"))
        steps.ensurePolished()
        self._endless.setFixedHeight(steps.sizeHint().height())
        form.add_line()
        self._add_early_stopping()
        form.add_line()
        self._add_group("loss")
        form.add_line()
        self._add_group("chance")

    def _add_group(self, group: str) -> None:
        for name, info in field_infos(Experiment).items():
            if info.group == group:
                self.form.add(name, info, beside=self._endless if name == "steps" else None)

    def _add_early_stopping(self) -> None:
        info = field_info(EarlyStopping, "on")
        switch = self.form.add(_STOPPING, info)
        assert isinstance(switch, FlagEdit)
        self.form.labels[_STOPPING].setText(i18n.field_title(info))
        note = self.tr("A lane that has stopped stays so until you press Reset.")
        switch.setToolTip(field_text.wrapped(i18n.field_help(info), note))

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
            default=Experiment.model_fields["optimizer"].get_default().kind,
        )

    def _schedule_info(self) -> FieldInfo:
        return FieldInfo(
            name="kind",
            title=self.tr("Schedule"),
            help=self.tr("How the learning rate changes over the steps: large steps first, small ones to settle down."),
            kind="choice",
            choices=tuple(SCHEDULES),
            default=Experiment.model_fields["schedule"].get_default().kind,
        )

    def _find_rate_button(self) -> QToolButton:
        button = QToolButton()
        button.setObjectName("action.find_rate")
        button.setText(self.tr("Find rate…"))
        button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        button.setAccessibleName(self.tr("Find a learning rate"))
        button.setToolTip(
            field_text.wrapped(
                self.tr(
                    "Tries many learning rates side by side, in short runs, and shows which are sound and which "
                    "overshoot."
                )
            )
        )
        button.clicked.connect(self._on_find_rate)
        return button

    def _on_find_rate(self) -> None:
        """The finder, or the one that is open already."""
        if self._experiment is None or self._dataset is None:
            return
        from playground.training.rate_finder.window import RateFinder

        if self._finder is None:
            lane = min(self._focus, len(self._experiment.lanes) - 1)
            self._finder = RateFinder(self._experiment, self._dataset, lane, self.window())
            self._finder.edited.connect(self.edited)
            self._finder.edited_everywhere.connect(self.edited_everywhere)
            self._finder.destroyed.connect(self._on_finder_gone)
        self._finder.show()
        self._finder.activateWindow()

    def _on_finder_gone(self) -> None:
        self._finder = None

    def set_focus(self, lane: int) -> None:
        """The lane that is selected in the table: whose rate is looked for first."""
        self._focus = lane

    # --- showing ------------------------------------------------------------------------------------------------------

    def show_dataset(self, dataset: Dataset | None) -> None:
        self._dataset = dataset
        self._show_to_finder()

    def _show_to_finder(self) -> None:
        if self._finder is not None and self._experiment is not None and self._dataset is not None:
            self._finder.show_experiment(self._experiment, self._dataset)

    def show_experiment(self, experiment: Experiment) -> None:
        self._experiment = experiment
        self._steps = experiment.steps or self._steps
        self._show_to_finder()
        self._show_note(experiment)
        if self._form is not None:
            self._show(self._form, experiment)
        else:
            self._make_later.start()  # a folded section is not shown, and opens at once all the same

    def _show_note(self, experiment: Experiment) -> None:
        """How it learns, in a line: all that is seen of it while the section is folded."""
        optimizer, batch = experiment.optimizer, experiment.batch_size
        rule = f"{i18n.choice_name(optimizer.kind)} {setting(optimizer.learning_rate)}"
        batches = self.tr("batches of {count}").format(count=count(batch))
        if experiment.sampling == "full":
            batches = i18n.choice_name("full").lower()
        steps = self.tr("endless") if experiment.steps is None else count(experiment.steps)
        steps = self.tr("{count} steps").format(count=steps)
        self.header.set_note(f"{rule} · {batches} · {steps}", f"{rule} · {batches}", rule)

    def _show(self, form: FieldForm, experiment: Experiment) -> None:
        schedule, stopping = experiment.schedule, experiment.early_stopping
        for head, part in ((_OPTIMIZER, experiment.optimizer), (_SCHEDULE, schedule), (_STOPPING, stopping)):
            form.show_fields(head, _used_fields(head, part))
        for path, editor in form.editors.items():
            editor.set_value(value_at(experiment, path))
            if editor.info is not None:
                mark_override(editor, editor.info, override_of(experiment, path))
        self._endless.setChecked(experiment.steps is None)
        switch = form.editors[_STOPPING]
        assert isinstance(switch, FlagEdit)
        switch.setText(self.tr("by the validation loss" if experiment.has_validation else "by the test loss"))
        why_not = {
            "batch_size": self.tr("Every step looks at all training rows."),
            "dropout_scaling": self.tr("There is no dropout layer in the stack."),
        }
        for path, reason in why_not.items():
            form.offer(path, is_used(experiment, path), reason)
        rates = {lane_setup(experiment, lane).optimizer.learning_rate for lane in range(len(experiment.lanes))}
        self._picture.show_schedule(schedule, rates.pop() if len(rates) == 1 else None, experiment.steps)
        self._picture.show_step(self._step)
        form.show_picture(self._picture, self._picture.has_shape())

    def parts(self) -> list[Part]:
        return [Part(self.show_snapshot, pace=UNHURRIED)]

    def show_snapshot(self, snapshot: Snapshot | None) -> None:
        self._step = 0 if snapshot is None else snapshot.step
        if self._form is not None:
            self._picture.show_step(self._step)

    def _on_endless(self, is_endless: bool) -> None:
        self.edited.emit("steps", None if is_endless else self._steps)


def _used_fields(head: str, part: BaseModel) -> dict[str, FieldInfo]:
    """path -> field of what stands below a row such as ``optimizer.kind``: all that has an effect just now."""
    at, infos = FieldPath.parse(head), field_infos(type(part))
    return {str(at.beside(name)): infos[name] for name in infos if name != at.field and is_used(part, name)}
