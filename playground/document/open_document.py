"""The open document, as it is edited and trained: the experiment, its undo stack, its rows, and the run. No widgets.

Edits come in, a new frozen Experiment goes onto the undo stack and from there to the training thread; snapshots come
back and are handed to whoever shows them. See ARCHITECTURE.md.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QCoreApplication, QObject, Signal
from PySide6.QtGui import QUndoStack

from engine.data import Dataset, Table
from engine.data.spec import DataSpec
from engine.errors import PlaygroundError
from engine.experiment.edits.adapt import with_classes_of
from engine.experiment.edits.field_edits import edited
from engine.experiment.edits.live_edits import needs_restart
from engine.experiment.experiment import Experiment
from engine.experiment.field_path import FieldPath
from engine.experiment.lanes import lane_edits
from engine.train.fit import check_lanes_fit
from engine.train.kept.run_state import Checkpoint, check_rows, other_rows
from engine.train.memory import check_memory
from engine.train.snapshot import Snapshot
from playground.document.data_loader import DataLoader
from playground.document.new_rows import fitted, is_new_file, is_read_anew, net_told, relabelled, resized, wanted
from playground.document.opening import files_opened
from playground.document.run import RunController
from playground.document.undo import EditCommand, Jump, LeftRun, Start, goes_along, runs_of
from playground.worker.commands import Branch, Unbranch


class OpenDocument(QObject):
    """What an edit acts on. Lives in the window's thread. Where it comes from and goes to, `Session` knows."""

    experiment_changed = Signal(object)
    """The new Experiment."""
    dataset_changed = Signal(object)
    """The new Dataset, or None while there is none."""
    snapshot_changed = Signal(object)
    """The newest Snapshot; None at once after a restart."""
    training_changed = Signal(bool)
    failed = Signal(object)
    """A PlaygroundError: what was asked for could not be done. Nothing was changed."""
    run_refused = Signal()
    """A run that was to come back cannot: its rows are others by now, or cannot be had. `failed` says why."""
    reading = Signal(str)
    """The data source that is being read; empty when that is over."""
    downloading = Signal(object)
    """(source, bytes that are there, bytes of all files); None when that is over."""
    file_came = Signal(object, bool, object)
    """The rows are those of another file: the Experiment, and what `net_told` says."""
    rows_gave_way = Signal(object)
    """There were not enough rows for all sizes, so that others than the edited one are smaller: the Experiment."""
    painting_began = Signal(str)
    """Points of a source, of this name, have become painted ones."""
    file_changed = Signal()
    """The experiment's file, or whether it has unsaved changes."""

    def __init__(self, experiment: Experiment, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.experiment = experiment
        self.dataset: Dataset | None = None
        self.undo_stack = QUndoStack(self)
        self.undo_stack.setUndoLimit(1000)
        self._jump: Jump | None = None
        self._is_showing = False
        """While all parts of the window show another experiment."""
        self._start: Start = None
        """What the next run goes on from, as soon as there are rows."""
        self._loader = DataLoader(self)
        self._loader.failed.connect(self._on_not_read)
        self._loader.reading.connect(self.reading)
        self._loader.downloading.connect(self.downloading)
        self.run = RunController(self._ready, self)
        self.run.snapshot_changed.connect(self.snapshot_changed)
        self.run.training_changed.connect(self.training_changed)
        self.run.failed.connect(self.failed)
        self.run.outdated.connect(self._on_outdated)
        self._loader.when_loaded(experiment.data, self._on_first_data)

    # --- editing ----------------------------------------------------------------------------------------------------

    def edit(self, path: str, value: object, label: str = "") -> bool:
        """Changes one field, undoably. False, and `failed`, where the value is impossible.

        ``path`` is a field of the experiment (``layers.0.units``, ``data.source``) or a lane's setting
        (``lanes.0.l2``).
        """
        merge = path if isinstance(value, float | int) else ""  # numbers come in a row while a slider moves
        if path == "data.label":
            table = self._loader.at_hand(self.experiment.data) or self.dataset
            return self.change(lambda old: relabelled(old, value, table), label or path)
        if path in ("data.train", "data.validation", "data.test"):
            return self._resize(path, value, label or path, merge)
        at = FieldPath.parse(path)
        lane, inside = at.lane, at.inside_lane
        is_setting = lane is not None and lane < len(self.experiment.lanes) and str(inside) not in ("name", "set")
        if lane is not None and inside is not None and is_setting:
            make = partial(lane_edits.edit_lane, lane=lane, field=str(inside), value=value)
            return self.change(make, label or path, merge=path)
        return self.change(lambda old: edited(old, path, value), label or path, merge=merge)

    def _resize(self, path: str, value: object, label: str, merge: str) -> bool:
        """Where there are not enough rows for all, the others give way."""
        rows = self.dataset.source_rows if self.dataset is not None else 0
        gave_way = False

        def make(old: Experiment) -> Experiment:
            nonlocal gave_way
            new, gave_way = resized(old, path, value, rows)
            return new

        done = self.change(make, label, merge=merge)
        if done and gave_way:
            self.rows_gave_way.emit(self.experiment)
        return done

    def edit_together(self, label: str, edits: Sequence[tuple[str, object]]) -> bool:
        """Changes several fields as one step of undo, called ``label``; see `edit`."""

        def make(experiment: Experiment) -> Experiment:
            for path, value in edits:
                experiment = edited(experiment, path, value)
            return experiment

        return self.change(make, label)

    def change(
        self,
        make: Callable[[Experiment], Experiment],
        label: str,
        *,
        merge: str = "",
        restart: bool = False,
        reading: tuple[DataSpec, bool] | None = None,
    ) -> bool:
        """Puts ``make(experiment)`` in place of the experiment, undoably. False, and `failed`, if that cannot be.

        Where the data source is new, the change takes effect when it has been read, with all that is proposed for a
        new file. Changes with the same ``merge`` in quick succession are undone as one. With ``restart`` the lanes
        start again whatever has changed. reading: what to read the rows by, and whether the rest is found out; without
        it what the change asks for.

        What comes while another experiment is being shown is dropped: it was meant for the one before.
        """
        if self._is_showing:
            return False
        try:
            new = make(self.experiment)
        except PlaygroundError as error:
            self.failed.emit(error)
            return False
        if new == self.experiment and not restart:
            self._loader.forget()
            return True
        if new.data.has_rows_of(self.experiment.data) and self.dataset is not None:
            return self._push(new, label, merge, restart)

        def use(table: Table) -> bool:
            old, openings = self.experiment, files_opened(self.undo_stack)
            try:
                # Made again: other edits may have come while the source was being read.
                again = fitted(make(old), old, table, openings)
            except PlaygroundError as error:
                self.failed.emit(error)
                return False
            done = self._push(again, label, merge, restart)
            if done and is_new_file(old.data, again.data):
                self.file_came.emit(again, *net_told(old, again.data, openings))
            return done

        before = self.experiment.data
        data, is_new = reading or (wanted(before, new.data), is_read_anew(before, new.data))
        return self._loader.when_loaded(data, use, is_new=is_new)

    def _push(self, new: Experiment, label: str, merge: str, restart: bool) -> bool:
        if not self.is_possible(new):
            return False
        self.undo_stack.push(EditCommand(self.show, self.experiment, new, label, merge, restart=restart))
        return True

    def is_possible(self, new: Experiment) -> bool:
        """Whether its rows can be had, its network fits them, and into memory; if not, `failed` says why."""
        try:
            same_rows = new.data.has_rows_of(self.experiment.data)
            dataset = self.dataset if same_rows and self.dataset is not None else self._loader.dataset(new.data)
            check_lanes_fit(new, dataset)
            check_memory(new, dataset)
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
        left = self.run.left()
        old, self.experiment = self.experiment, experiment
        had_rows = self.dataset is not None
        self._start = start
        if not had_rows or not old.data.has_rows_of(experiment.data) or isinstance(start, Checkpoint):
            self._find_dataset()  # for a run from a file anew: the rows in the window may be others than the file's
        self._say_experiment(experiment)
        if isinstance(start, LeftRun) and not start.was_training and (restart or needs_restart(old, experiment)):
            self.run.pause()
        if self.dataset is None:
            self.run.unload()
        elif restart or not had_rows or needs_restart(old, experiment):
            self._begin_anew()
        else:
            self._start = None
            self.run.apply(experiment)
        return left

    def _say_experiment(self, experiment: Experiment) -> None:
        self._is_showing = True
        try:
            self.experiment_changed.emit(experiment)
        finally:
            self._is_showing = False

    def go_to(self, index: int) -> None:
        """Undoes or redoes up to a place in the history. What lies between is not shown, so nothing restarts for it;
        where nothing would, as for lanes that come and go, the run goes along step by step."""
        if goes_along(self.undo_stack, index):
            self.undo_stack.setIndex(index)
            self.file_changed.emit()
            return
        here = self.run.left()
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

    def regroup(
        self,
        command: Callable[..., Branch | Unbranch],
        experiment: Experiment,
        start: Start = None,
        *,
        restart: bool = False,
    ) -> LeftRun | None:
        """Goes on with a lane more or less, without a restart: see `playground.worker.commands.Branch`."""
        if self._jump is not None or self.dataset is None:
            return self.show(experiment, start, restart=restart)
        left, had = self.run.left(), len(self.experiment.lanes)
        self.experiment = experiment
        self._say_experiment(experiment)
        back = start if isinstance(start, LeftRun) else None
        if back is not None and not back.was_training and len(experiment.lanes) > had:
            self.run.pause()  # it was left so
        self.run.regroup(command, experiment, back, runs_of(self.undo_stack))
        return left

    # --- the run ----------------------------------------------------------------------------------------------------

    @property
    def snapshot(self) -> Snapshot | None:
        """What is shown of the run."""
        return self.run.snapshot

    @property
    def is_training(self) -> bool:
        return self.run.is_training

    @property
    def steps_to_come(self) -> int | None:
        """How many steps `play` is going to make; None for as many as one lets it, or where no lane is left."""
        last, step = self.experiment.steps, self.snapshot.newest if self.snapshot is not None else 0
        if last is None or (self.snapshot is not None and self.snapshot.all_left):
            return None
        return last - step if step < last else last

    def _ready(self, then: Callable[[], None]) -> bool:
        """Whether there are rows to train on. Else they are read once more, as a person expects who has a connection
        again or has put a file where it belongs: ``then`` is called once they are there, or it is said why not.
        """
        if self.dataset is not None:
            return True
        if self._loader.is_reading:
            self.failed.emit(PlaygroundError("The rows are still being read: play again in a moment."))
            return False
        self._loader.when_loaded(self.experiment.data, partial(self._on_late_data, then))
        return False

    @property
    def waiting_step(self) -> int | None:
        """The step of a run that comes back as soon as its rows are read; None where none is waited for."""
        is_waiting = self.dataset is None and self._loader.is_reading and isinstance(self._start, Checkpoint)
        return self._start.step if is_waiting and isinstance(self._start, Checkpoint) else None

    def reset(self) -> None:
        """Back to the same starting weights, paused. Undo brings the run back, where it had come anywhere."""
        self.run.pause()
        if self.snapshot is not None and not self.run.is_untouched:
            here = self.experiment
            label = QCoreApplication.translate("Session", "Reset")
            self.undo_stack.push(EditCommand(self.show, here, here, label, restart=True))
        elif self.dataset is not None:
            self._restart()

    def _on_outdated(self) -> None:
        """The run could not follow: its lanes begin anew, as they are now, and train if they did."""
        if self.dataset is not None:
            self._begin_anew()

    def _begin_anew(self) -> None:
        """The lanes as they are now, which train if those before did."""
        was_training = self.is_training
        self._restart()
        if was_training:
            self.run.play()

    def _restart(self) -> None:
        assert self.dataset is not None
        start, self._start = self._start, None
        if isinstance(start, Checkpoint) and not needs_restart(start.experiment, self.experiment):
            try:
                check_rows(start, self.dataset)
            except PlaygroundError as error:
                start = None
                self.failed.emit(error)
                self.run_refused.emit()
        self.run.load(self.experiment, self.dataset, start, runs_of(self.undo_stack))

    # --- data -------------------------------------------------------------------------------------------------------

    def _on_first_data(self, table: Table) -> bool:
        fitted, start = with_classes_of(self.experiment, table), self._start
        is_refused = False
        if fitted != self.experiment:
            is_refused = isinstance(start, Checkpoint) and not needs_restart(start.experiment, self.experiment)
            if is_refused:  # there are other classes now than it was trained on
                self._start = None
                self.run_refused.emit()  # before the experiment is another
            self.experiment = fitted
            self._say_experiment(fitted)
        self._take_dataset()
        if self.dataset is not None:
            self._restart()
        if is_refused:
            self.failed.emit(other_rows(table.name))
        return self.dataset is not None

    def _find_dataset(self) -> None:
        """Takes the rows; what an undo leads back to may have to be read again, and training goes on after that."""
        self._loader.forget()
        if self._loader.is_quick(self.experiment.data):
            self._take_dataset()
            return
        self.dataset = None
        self.dataset_changed.emit(None)
        then = self.run.play if self.is_training else None
        self._loader.when_loaded(self.experiment.data, partial(self._on_late_data, then))

    def _on_late_data(self, then: Callable[[], None] | None, table: Table) -> bool:
        has_rows = self._on_first_data(table)
        if has_rows and then is not None:
            then()
        return has_rows

    def _take_dataset(self) -> None:
        try:
            self.dataset = self._loader.dataset(self.experiment.data)
        except PlaygroundError as error:
            self.dataset = None
            self._on_not_read(error)
        self.dataset_changed.emit(self.dataset)

    def _on_not_read(self, error: PlaygroundError) -> None:
        self.failed.emit(error)
        if self.dataset is None and isinstance(self._start, Checkpoint):
            self.run_refused.emit()

    def cancel_reading(self) -> None:
        """Waits no longer for rows that are being downloaded or read; those that there were stay."""
        self._loader.cancel()

    def close(self) -> bool:
        """Stops training and reading for good; False if something does not stop within two seconds."""
        has_ended = self.run.close()
        return self._loader.close() and has_ended
