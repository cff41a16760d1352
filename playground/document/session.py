"""The open document and its files: what is opened, restored and saved. No widgets."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, Signal

from engine.data import Dataset, Table
from engine.errors import PlaygroundError
from engine.experiment.edits.adapt import with_classes_of, with_columns_of, with_label_of
from engine.experiment.edits.live_edits import needs_restart
from engine.experiment.experiment import Experiment
from engine.train.kept.run_state import Checkpoint, check_rows, other_rows
from playground.document.branches import Branches
from playground.document.open_document import OpenDocument
from playground.document.opening import OpenCommand, Place, command_of, first_experiment, opening_of
from playground.document.structure_edits import StructureEdits
from playground.document.undo import EditCommand, Show, edits_of, refill
from playground.document.work import Work
from playground.worker.commands import Unbranch, Weights

if TYPE_CHECKING:
    from engine.store.model_files import Model


class Session(OpenDocument):
    """What the panels show and the actions act on."""

    model_opened = Signal(object, object)
    """(Model, Dataset): the run goes on from its parameters, on these rows."""
    document_changed = Signal()
    """Another document takes the place of this one: what is told of this one is over."""

    def __init__(self, experiment: Experiment, parent: QObject | None = None) -> None:
        super().__init__(experiment, parent)
        self.place = Place()
        self._first_kept: Experiment | None = None
        """What of the first document was saved; until then, what there was at first."""
        self.document = 0
        """Another number for another document, also where one goes back to it."""
        self.structure = StructureEdits(self)
        self.branches = Branches(self)
        self.undo_stack.cleanChanged.connect(self._on_stack_changed)
        self.undo_stack.indexChanged.connect(self._on_stack_changed)

    def open(
        self,
        experiment: Experiment,
        path: Path | None = None,
        model: Model | None = None,
        *,
        checkpoint: Checkpoint | None = None,
        origin: Path | None = None,
        is_kept: bool = True,
        label: str = "",
        then: Callable[[], None] | None = None,
    ) -> None:
        """Another experiment in place of this one, on a model's parameters or from a checkpoint where there is one.

        Undoable like any edit, under the name ``label``: nothing is lost. A checkpoint that cannot go on with the rows
        there are by now is refused, and all stays as it is.

        Args:
            path: the file that it is saved in from now on.
            origin: the model's or the run's file.
            is_kept: False where it is in no file, and does not come with the program.
            then: called when it is there, which takes a while where its rows are downloaded.
        """

        def opened(table: Table) -> bool:
            new = with_classes_of(with_columns_of(with_label_of(experiment, table), table), table)
            if not self.is_possible(new):
                return False
            dataset = self._loader.dataset(new.data)
            try:
                start = _checked(checkpoint, new, dataset) if model is None else _weights(model, dataset)
            except PlaygroundError as error:
                self.failed.emit(error)
                return False
            self.run.pause()
            documents = (self.experiment, self.place), (new, Place(path, origin))
            title = label or QCoreApplication.translate("Session", "Open")
            command = OpenCommand(self.show, self._set_place, *documents, title, start)
            self.undo_stack.push(command)
            if model is not None:
                self.model_opened.emit(model, dataset)
            if is_kept:
                self.undo_stack.setClean()
            else:
                command.kept = None
            self.file_changed.emit()
            if then is not None:
                then()
            return True

        # A model knows its classes, so that a label column which is written in another way now is found for sure.
        self._loader.when_loaded(experiment.data, opened, guess_label=model is not None)

    @property
    def is_modified(self) -> bool:
        """Whether this document is another than it was opened or saved last: whether there is anything to save."""
        return not self.undo_stack.isClean() and self._kept != self.experiment

    @property
    def path(self) -> Path | None:
        """The file that it is saved in."""
        return self.place.path

    @property
    def _kept(self) -> Experiment | None:
        opening = opening_of(self.undo_stack)
        if opening is not None:
            return opening.kept
        return self._first_kept or first_experiment(self.undo_stack)

    def _keep(self, experiment: Experiment | None, index: int | None = None) -> None:
        """This is what is kept of the document that is there, or was there at an index of the undo stack."""
        opening = opening_of(self.undo_stack, index)
        if opening is not None:
            opening.kept = experiment
        else:
            self._first_kept = experiment

    def why_no_run(self, *, to_save: bool = False) -> PlaygroundError | None:
        """Why there is nothing to export or to save of the run, if so: another one is there until the rows are."""
        if self.dataset is not None:
            return None
        if self._loader.is_reading and to_save:
            return PlaygroundError("There is nothing to save yet: the rows are still being read.")
        if self._loader.is_reading:
            return PlaygroundError("There is nothing to export yet: the rows are still being read.")
        if to_save:
            return PlaygroundError("There is nothing to save yet: choose a data source first.")
        return PlaygroundError("There is nothing to export yet: choose a data source first.")

    def work(self) -> Work:
        """All that would be missed if it were lost; the run comes by `capture`."""
        stack = self.undo_stack
        return Work(self.experiment, edits_of(stack), stack.index(), stack.cleanIndex(), self.path)

    def restore(self, work: Work, checkpoint: Checkpoint | None = None) -> None:
        """What was there another time, in place of all that is here: the history, and the run, paused, at its step."""
        self.run.pause()
        commands = [command_of(edit, self.show, self._without, self._set_place) for edit in work.edits]
        self._jump_through(partial(refill, self.undo_stack, commands, work.index, work.clean), None)
        self._first_kept = None
        clean = self.undo_stack.command(work.clean - 1) if work.clean > 0 else None
        if isinstance(clean, EditCommand):
            self._keep(clean.edit().new, work.clean)
        elif work.clean < 0:
            self._keep(None)  # what is in the file is not known
        self._set_place(Place(work.path))
        self.show(work.experiment, checkpoint, restart=True)
        self.file_changed.emit()

    def _without(self, lane: int) -> Show:
        """Goes on without a lane."""
        return partial(self.regroup, partial(Unbranch, lane=lane))

    def _set_place(self, place: Place) -> None:
        self.place = place
        self.document += 1
        self.document_changed.emit()

    def saved_as(self, path: Path) -> None:
        """Notes that the experiment as it is now lies in this file."""
        self.place = Place(path)
        self._keep(self.experiment)
        self.undo_stack.setClean()
        self.file_changed.emit()

    def _on_stack_changed(self, _: object) -> None:
        self.file_changed.emit()


def _weights(model: Model, dataset: Dataset) -> Weights:
    from engine.store.transfer import parameters_for  # here, because a start opens no model

    return Weights(parameters_for(model, dataset))


def _checked(checkpoint: Checkpoint | None, experiment: Experiment, dataset: Dataset) -> Checkpoint | None:
    """The same. Raises ModelError where it cannot go on: the rows, or the experiment that fits them, are others."""
    if checkpoint is not None:
        check_rows(checkpoint, dataset)
        if needs_restart(checkpoint.experiment, experiment):
            raise other_rows(dataset.name)
    return checkpoint
