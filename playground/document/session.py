"""The open document: the experiment, its undo stack, its data, and the run that trains it. No widgets.

Edits come in, a new frozen Experiment goes onto the undo stack and from there to the training thread; snapshots come
back and are handed to whoever shows them. See ARCHITECTURE.md.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QObject, Signal
from PySide6.QtGui import QUndoStack

from engine.data import Dataset, Table
from engine.errors import PlaygroundError
from engine.experiment import grids, lane_edits, layer_edits
from engine.experiment.adapt import with_classes_of, with_label_of, with_rows_of
from engine.experiment.edits import edited
from engine.experiment.experiment import Experiment, parse
from engine.experiment.field_path import FieldPath
from engine.experiment.live_edits import needs_restart
from engine.inspectors import InspectionRequest
from engine.store.model_files import Model
from engine.store.transfer import parameters_for
from engine.train.memory import check_memory
from engine.train.run_state import Checkpoint
from engine.train.snapshot import Snapshot
from engine.train.trainer import Trainer
from playground.document.data_loader import DataLoader
from playground.document.undo import (
    BEGINNING,
    BranchCommand,
    EditCommand,
    Jump,
    LeftRun,
    OpenCommand,
    Start,
    command_of,
    edits_of,
    refill,
    runs_of,
    saved_experiment,
)
from playground.document.work import Work
from playground.worker.commands import (
    Apply,
    Branch,
    Capture,
    Export,
    Inspect,
    Limit,
    Load,
    LookBack,
    Pause,
    Play,
    SaveModel,
    SaveRun,
    SetParameters,
    Unbranch,
)
from playground.worker.thread import TrainingThread


class Session(QObject):
    """What the panels show and the actions act on. Lives in the window's thread."""

    experiment_changed = Signal(object)
    """The new Experiment."""
    dataset_changed = Signal(object)
    """The new Dataset, or None while there is none."""
    snapshot_changed = Signal(object)
    """The newest Snapshot; None at once after a restart."""
    training_changed = Signal(bool)
    failed = Signal(object)
    """A PlaygroundError: what was asked for could not be done. Nothing was changed."""
    reading = Signal(str)
    """The data source that is being read; empty when that is over."""
    downloading = Signal(object)
    """(source, bytes that are there, bytes of all files); None when that is over."""
    model_saved = Signal(object)
    """The Path of the file."""
    model_opened = Signal(object, object)
    """(Model, Dataset): the run goes on from its parameters, on these rows."""
    run_saved = Signal(object)
    """The Path of the file."""
    captured = Signal(object, float)
    """A Checkpoint of the run, which `capture` has asked for, and the seconds that taking it has cost."""
    exported = Signal(object)
    """The Path of a file that `export` has written."""
    file_changed = Signal()
    """The experiment's file, or whether it has unsaved changes."""

    def __init__(self, experiment: Experiment, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.experiment = experiment
        self.dataset: Dataset | None = None
        self.snapshot: Snapshot | None = None
        self.is_training = False
        self.request = InspectionRequest()
        self.speed_limit: float | None = None
        """Steps a second; None is full speed. No part of the experiment: see `set_speed_limit`."""
        self.starts_from_model = False
        """Whether the run began from parameters that the seed alone would not give."""
        self.path: Path | None = None
        self.document = 0
        """Another number for another document, also where one goes back to it."""
        self.undo_stack = QUndoStack(self)
        self.undo_stack.setUndoLimit(1000)
        self.undo_stack.cleanChanged.connect(self._on_clean_changed)
        self.run = 0
        """The number of the run; each restart has the next one."""
        self._branches = 0
        self._serial = 0
        self._is_closed = False
        self._jump: Jump | None = None
        self._start: Start = None
        self._is_untouched = True
        """Whether the run stands where the seed's weights begin."""
        """What the next run goes on from, as soon as there are rows."""
        self._loader = DataLoader(self)
        self._loader.failed.connect(self.failed)
        self._loader.reading.connect(self.reading)
        self._loader.downloading.connect(self.downloading)
        self._thread = TrainingThread(self)
        self._thread.published.connect(self._on_published)
        self._thread.stopped.connect(self._on_stopped)
        self._thread.failed.connect(self.failed)
        self._thread.saved.connect(self.model_saved)
        self._thread.exported.connect(self.exported)
        self._thread.run_saved.connect(self.run_saved)
        self._thread.captured.connect(self._on_captured)
        self._loader.when_loaded(experiment.data, self._on_first_data)

    # --- editing ----------------------------------------------------------------------------------------------------

    def edit(self, path: str, value: object, label: str = "") -> bool:
        """Changes one field, undoably. False, and `failed`, where the value is impossible.

        ``path`` is a field of the experiment (``layers.0.units``, ``data.source``) or a lane's setting
        (``lanes.0.l2``).
        """
        merge = path if isinstance(value, float | int) else ""  # numbers come in a row while a slider moves
        at = FieldPath.parse(path)
        lane = at.lane
        if lane is not None and at.lane_field not in (None, "name", "set") and lane < len(self.experiment.lanes):
            return self.change(lambda old: lane_edits.edit_lane(old, lane, at.field, value), label or path, merge=path)
        return self.change(lambda old: edited(old, path, value), label or path, merge=merge)

    def change(
        self, make: Callable[[Experiment], Experiment], label: str, *, merge: str = "", restart: bool = False
    ) -> bool:
        """Puts ``make(experiment)`` in place of the experiment, undoably. False, and `failed`, if that cannot be.

        Where the data source is new, the change takes effect when it has been read; the likeliest column is its label
        where it has none of the experiment's. Changes with the same ``merge``
        in quick succession are undone as one. With ``restart`` the lanes start again whatever has changed.
        """
        try:
            new = make(self.experiment)
        except PlaygroundError as error:
            self.failed.emit(error)
            return False
        if new == self.experiment:
            self._loader.forget()
            return True
        if new.data == self.experiment.data and self.dataset is not None:
            return self._push(new, label, merge, restart)

        def use(table: Table) -> bool:
            try:
                # Made again: other edits may have come while the source was being read.
                again = with_classes_of(with_label_of(make(self.experiment), table), table)
            except PlaygroundError as error:
                self.failed.emit(error)
                return False
            is_other = (again.data.source, again.data.label) != (
                self.experiment.data.source,
                self.experiment.data.label,
            )
            return self._push(with_rows_of(again, table) if is_other else again, label, merge, restart)

        is_opened = new.data.source != self.experiment.data.source  # its label column may be guessed
        return self._loader.when_loaded(new.data, use, guess_label=is_opened)

    def _push(self, new: Experiment, label: str, merge: str, restart: bool) -> bool:
        if not self._is_possible(new):
            return False
        self.undo_stack.push(EditCommand(self.show, self.experiment, new, label, merge, restart=restart))
        return True

    def _is_possible(self, new: Experiment) -> bool:
        """Whether its rows can be had and its network fits into memory; if not, `failed` says why."""
        try:
            same_rows = new.data == self.experiment.data
            dataset = self.dataset if same_rows and self.dataset is not None else self._loader.dataset(new.data)
            check_memory(new, dataset.n_features)
        except PlaygroundError as error:
            self.failed.emit(error)
            return False
        return True

    def show(self, experiment: Experiment, start: Start = None, *, restart: bool = False) -> LeftRun | None:
        """Makes this the experiment: for the undo stack, which is how experiments change; see `undo.Show`.

        A run that was left paused comes back paused, one that was training goes on if this one does.
        """
        if self._jump is not None:
            return self._jump.show(experiment, start, restart=restart)
        left = self._left_run()
        old, self.experiment = self.experiment, experiment
        had_rows = self.dataset is not None
        self._start = start
        if old.data != experiment.data or not had_rows:
            self._find_dataset()
        self.experiment_changed.emit(experiment)
        if isinstance(start, LeftRun) and not start.was_training and (restart or needs_restart(old, experiment)):
            self.pause()
        if self.dataset is None:
            self.pause()
            self.run += 1  # whatever the old run still says is about another experiment
            self.snapshot = None
            self.snapshot_changed.emit(None)
        elif restart or not had_rows or needs_restart(old, experiment):
            was_training = self.is_training
            self._restart()
            if was_training:
                self.play()
        else:
            self._start = None
            self._thread.submit(Apply(experiment))
        return left

    def _left_run(self) -> LeftRun:
        return BEGINNING if self._is_untouched else LeftRun(self.run, self.is_training, self.starts_from_model)

    def go_to(self, index: int) -> None:
        """Undoes or redoes up to a place in the history. What lies between is not shown, so nothing restarts for it."""
        here = self._left_run()
        jump = self._jump_through(partial(self.undo_stack.setIndex, index), here)
        if jump.run != here or jump.experiment != self.experiment:
            self.show(jump.experiment, jump.run, restart=jump.run is not None and jump.run != here)
        self.file_changed.emit()

    def _jump_through(self, move: Callable[[], None], run: LeftRun | None) -> Jump:
        """Moves in the history, and shows nothing of it. Returns where that leads to."""
        self._jump = jump = Jump(self.experiment, run)
        try:
            move()
        finally:
            self._jump = None
        return jump

    def insert_layer(self, index: int, kind: str) -> bool:
        """A new layer before layer ``index``."""
        return self.change(lambda old: layer_edits.insert_layer(old, index, kind), self._tr("Add layer"))

    def remove_layers(self, indices: list[int]) -> bool:
        return self.change(lambda old: layer_edits.remove_layers(old, indices), self._tr("Remove layer"))

    def move_layer(self, index: int, to: int) -> bool:
        return self.change(lambda old: layer_edits.move_layer(old, index, to), self._tr("Move layer"))

    def duplicate_layer(self, index: int) -> bool:
        return self.change(lambda old: layer_edits.duplicate_layer(old, index), self._tr("Duplicate layer"))

    def add_lane(self) -> bool:
        return self.change(lane_edits.add_lane, self._tr("Add lane"))

    def duplicate_lane(self, index: int) -> bool:
        return self.change(lambda old: lane_edits.duplicate_lane(old, index), self._tr("Duplicate lane"))

    def branch(self, index: int) -> bool:
        """A new lane that starts as a lane is at the step that is shown, and trains on with the others from now."""
        snapshot = self.snapshot
        if snapshot is None or self.dataset is None:
            return False
        lane, step = snapshot.lanes[index], snapshot.step if snapshot.looked_back else None
        if lane.diverged_at is not None:
            error = PlaygroundError(
                "{name} has diverged at step {step}: look back to an earlier step to branch from it.",
                name=lane.name,
                step=lane.diverged_at,
            )
            self.failed.emit(error)
            return False
        at = snapshot.step if lane.restored_from is None else lane.restored_from
        name = self._tr("{name} from step {step}").format(name=lane.name, step=at)
        try:
            new = lane_edits.branch_lane(self.experiment, index, name)
        except PlaygroundError as error:
            self.failed.emit(error)
            return False
        if not self._is_possible(new):
            return False
        self._branches += 1
        branch = partial(self._regroup, partial(Branch, lane=index, step=step, serial=self._branches))
        unbranch = partial(self._regroup, Unbranch)
        self.undo_stack.push(BranchCommand((unbranch, branch), self.experiment, new, self._tr("Branch a lane")))
        return True

    def _regroup(
        self,
        command: Callable[..., Branch | Unbranch],
        experiment: Experiment,
        start: Start = None,
        *,
        restart: bool = False,
    ) -> LeftRun | None:
        """Goes on with a lane more or less, without a restart."""
        if self._jump is not None or self.dataset is None:
            return self.show(experiment, start, restart=restart)
        left = self._left_run()
        self.experiment = experiment
        self.experiment_changed.emit(experiment)
        self.run += 1  # snapshots on their way have another number of lanes
        self.snapshot = None
        self._thread.submit(command(run=self.run, experiment=experiment))
        self.snapshot_changed.emit(None)
        return left

    def remove_lane(self, index: int) -> bool:
        return self.change(lambda old: lane_edits.remove_lane(old, index), self._tr("Remove lane"))

    def move_lane(self, index: int, to: int) -> bool:
        return self.change(lambda old: lane_edits.move_lane(old, index, to), self._tr("Move lane"))

    def solo_lane(self, index: int) -> bool:
        """Hides all other lanes, or shows all again."""
        return self.change(lambda old: lane_edits.solo(old, index), self._tr("Show one lane alone"))

    def show_all_lanes(self) -> bool:
        return self.change(lane_edits.show_all, self._tr("Show all lanes"))

    def compare(self, field: str, values: Sequence[object] = ()) -> bool:
        """Lanes that differ in this one setting: ``initialization``, ``l2`` or ``rate``."""
        return self.change(lambda old: lane_edits.compare(old, field, values), self._tr("Compare lanes"))

    def grid(self, values: Mapping[str, Sequence[object]]) -> bool:
        """A lane for every combination of the values of one or two settings."""
        return self.change(lambda old: grids.grid(old, values), self._tr("Compare lanes"))

    def seeds(self, n: int) -> bool:
        """Each setting that there is so many times, with other seeds."""
        return self.change(lambda old: grids.seeds(old, n), self._tr("Repeat with other seeds"))

    # --- training ---------------------------------------------------------------------------------------------------

    def toggle(self) -> None:
        """Plays or pauses."""
        if self.is_training:
            self.pause()
        else:
            self.play()

    def play(self, steps: int | None = None, *, to_epoch: bool = False) -> None:
        """Trains up to the experiment's number of steps, or so many; from there, as many again.

        With ``to_epoch``, up to the next step that begins an epoch.
        """
        if self._is_closed:
            return
        if self.dataset is None:
            if self._loader.is_reading:
                error = PlaygroundError("The rows are still being read: play again in a moment.")
            else:
                error = PlaygroundError("There are no rows to train on: choose a data source first.")
            self.failed.emit(error)
            return
        self._serial += 1
        self._is_untouched = False
        self._thread.submit(Play(self._serial, steps, to_epoch))
        self._set_training(True)

    @property
    def steps_to_come(self) -> int | None:
        """How many steps `play` is going to make; None for as many as one lets it, or where no lane is left."""
        last, step = self.experiment.steps, self.snapshot.newest if self.snapshot is not None else 0
        if last is None or (self.snapshot is not None and self.snapshot.all_left):
            return None
        return last - step if step < last else last

    def pause(self) -> None:
        if self.is_training:
            self._serial += 1
            self._thread.submit(Pause())
            self._set_training(False)

    def step(self) -> None:
        """Makes one step and pauses."""
        self.pause()
        self.play(1)

    def epoch(self) -> None:
        """Trains up to the next epoch and pauses."""
        self.pause()
        self.play(to_epoch=True)

    def look_back(self, step: int | None) -> None:
        """Shows the run as it was at a step that is kept, paused; with None as it is now. Playing goes on from now."""
        self.pause()
        if self.snapshot is not None:
            self._thread.submit(LookBack(step))

    def set_speed_limit(self, limit: float | None) -> None:
        """So many steps a second at most, from now on; None is full speed."""
        self.speed_limit = limit
        self._thread.submit(Limit(limit))

    def inspect(self, request: InspectionRequest) -> None:
        """What of the inside of the network somebody looks at: `Snapshot.inside` has it from now on."""
        if request != self.request:
            self.request = request
            self._thread.submit(Inspect(request))

    def reset(self) -> None:
        """Back to the same starting weights, paused. Undo brings the run back, where it had come anywhere."""
        self.pause()
        if self.snapshot is not None and not self._is_untouched:
            here = self.experiment
            self.undo_stack.push(EditCommand(self.show, here, here, self._tr("Reset"), restart=True))
        elif self.dataset is not None:
            self._restart()

    def reseed(self) -> bool:
        """New starting weights, batches and masks: the next seed, for every lane that has one of its own too."""
        return self.change(_with_next_seed, self._tr("New seed"))

    def _restart(self) -> None:
        assert self.dataset is not None
        start: Start | int = self._start
        self._start = None
        from_model = start.from_model if isinstance(start, LeftRun) else start is not None
        if isinstance(start, Checkpoint) and needs_restart(start.experiment, self.experiment):
            start, from_model = None, False
        wanted = runs_of(self.undo_stack) | {self.run}
        if isinstance(start, LeftRun):
            start = start.number
            wanted |= {start}
        self.run += 1
        self.snapshot = None
        self.starts_from_model = from_model
        self._is_untouched = not start
        self._thread.submit(Load(self.run, self.experiment, self.dataset, start, wanted))
        self.snapshot_changed.emit(None)

    def _set_training(self, is_training: bool) -> None:
        if self.is_training != is_training:
            self.is_training = is_training
            self.training_changed.emit(is_training)

    def _on_published(self) -> None:
        snapshot = self._thread.mailbox.take()
        if snapshot is not None and snapshot.run == self.run:
            self.snapshot = snapshot
            self.snapshot_changed.emit(snapshot)  # panels paint before this returns
        self._thread.mailbox.painted.set()

    def _on_stopped(self, serial: int) -> None:
        if serial == self._serial:
            self._set_training(False)

    def cancel_reading(self) -> None:
        """Waits no longer for rows that are being downloaded or read; those that there were stay."""
        self._loader.cancel()

    # --- data -------------------------------------------------------------------------------------------------------

    def _on_first_data(self, table: Table) -> bool:
        fitted = with_classes_of(self.experiment, table)
        if fitted != self.experiment:
            self.experiment = fitted
            self.experiment_changed.emit(fitted)
        self._take_dataset()
        if self.dataset is not None:
            self._restart()
        return self.dataset is not None

    def _find_dataset(self) -> None:
        """Takes the rows; what an undo leads back to may have to be read again, and training goes on after that."""
        self._loader.forget()
        if self._loader.is_quick(self.experiment.data):
            self._take_dataset()
            return
        self.dataset = None
        self.dataset_changed.emit(None)
        self._loader.when_loaded(self.experiment.data, partial(self._on_late_data, self.is_training))

    def _on_late_data(self, was_training: bool, table: Table) -> bool:
        has_rows = self._on_first_data(table)
        if has_rows and was_training:
            self.play()
        return has_rows

    def _take_dataset(self) -> None:
        try:
            self.dataset = self._loader.dataset(self.experiment.data)
        except PlaygroundError as error:
            self.dataset = None
            self.failed.emit(error)
        self.dataset_changed.emit(self.dataset)

    # --- files ------------------------------------------------------------------------------------------------------

    def open(
        self,
        experiment: Experiment,
        path: Path | None = None,
        model: Model | None = None,
        *,
        checkpoint: Checkpoint | None = None,
        label: str = "",
    ) -> None:
        """Another experiment in place of this one, on a model's parameters or from a checkpoint where there is one.

        Undoable like any edit, under the name ``label``: nothing is lost.
        """

        def opened(table: Table) -> bool:
            new = with_classes_of(with_label_of(experiment, table), table)
            if not self._is_possible(new):
                return False
            dataset = self._loader.dataset(new.data)
            try:
                parameters = None if model is None else parameters_for(model, dataset)
            except PlaygroundError as error:
                self.failed.emit(error)
                return False
            self.pause()
            documents = (self.experiment, self.path), (new, path)
            title = label or self._tr("Open")
            self.undo_stack.push(OpenCommand(self.show, self._set_path, *documents, title, checkpoint))
            if parameters is not None:
                self._thread.submit(SetParameters(parameters))
                self.starts_from_model, self._is_untouched = True, False
                self.model_opened.emit(model, dataset)
            if path is not None:
                self.undo_stack.setClean()
            self.file_changed.emit()
            return True

        # A model knows its classes, so that a label column which is written in another way now is found for sure.
        self._loader.when_loaded(experiment.data, opened, guess_label=model is not None)

    @property
    def is_modified(self) -> bool:
        """Whether the experiment is another than the one that was saved last, or that was there at first."""
        return not self.undo_stack.isClean() and saved_experiment(self.undo_stack) != self.experiment

    def work(self) -> Work:
        """All that would be missed if it were lost; the run comes by `capture`."""
        layer_edits = self.undo_stack
        return Work(self.experiment, edits_of(layer_edits), layer_edits.index(), layer_edits.cleanIndex(), self.path)

    def capture(self) -> None:
        """Asks for the run as it is; `captured` follows, unless the run is another by then."""
        self._thread.submit(Capture())

    def run_at_rest(self) -> Checkpoint | None:
        """The run as it is, paused; None where nothing was trained, or the thread is busy for another two seconds."""
        self.pause()
        checkpoint = self._thread.at_rest(self.run)
        is_fresh = checkpoint is not None and checkpoint.step == 0 and not self.starts_from_model
        return None if is_fresh else checkpoint

    def restore(self, work: Work, checkpoint: Checkpoint | None = None) -> None:
        """What was there another time, in place of all that is here: the history, and the run, paused, at its step."""
        self.pause()
        commands = [command_of(edit, self.show, self._set_path) for edit in work.edits]
        self._jump_through(partial(refill, self.undo_stack, commands, work.index, work.clean), None)
        self._set_path(work.path)
        self.show(work.experiment, checkpoint, restart=True)
        self.file_changed.emit()

    def _on_captured(self, captured: tuple[int, Checkpoint, float]) -> None:
        run, checkpoint, seconds = captured
        if run == self.run:
            self.captured.emit(checkpoint, seconds)

    def _set_path(self, path: Path | None) -> None:
        self.path = path
        self.document += 1

    def saved_as(self, path: Path) -> None:
        """Notes that the experiment as it is now lies in this file."""
        self.path = path
        self.undo_stack.setClean()
        self.file_changed.emit()

    def save_model(self, path: Path) -> None:
        """Writes the parameters of all lanes; `model_saved` or `failed` follows."""
        self._thread.submit(SaveModel(path))

    def save_run(self, path: Path) -> None:
        """Writes the run as it has come to be; `run_saved` or `failed` follows."""
        self._thread.submit(SaveRun(path))

    def export(self, write: Callable[[Trainer], None], path: Path) -> None:
        """Lets ``write`` make a file of the run as it is, in the training thread; `exported` or `failed` follows."""
        self._thread.submit(Export(write, path))

    def _on_clean_changed(self, is_clean: bool) -> None:
        self.file_changed.emit()

    def close(self) -> bool:
        """Stops training for good; False if it does not stop within two seconds."""
        self._is_closed = True
        self._set_training(False)
        has_ended = self._thread.close()
        self._loader.close()
        return has_ended

    @staticmethod
    def _tr(text: str) -> str:
        return QCoreApplication.translate("Session", text)


def _with_next_seed(experiment: Experiment) -> Experiment:
    data = experiment.to_dict()
    data["seed"] += 1
    for lane in data["lanes"]:
        if "seed" in lane["set"]:
            lane["set"]["seed"] += 1
    return parse(data)
