"""The open document and its files: what is opened, restored and saved. No widgets."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QObject, Signal

from engine.data import Table
from engine.errors import PlaygroundError
from engine.experiment.adapt import with_classes_of, with_label_of
from engine.experiment.experiment import Experiment
from engine.store.model_files import Model
from engine.store.transfer import parameters_for
from engine.train.run_state import Checkpoint
from playground.document.open_document import OpenDocument
from playground.document.structure_edits import StructureEdits
from playground.document.undo import OpenCommand, command_of, edits_of, refill, saved_experiment
from playground.document.work import Work
from playground.worker.commands import Weights


class Session(OpenDocument):
    """What the panels show and the actions act on."""

    model_opened = Signal(object, object)
    """(Model, Dataset): the run goes on from its parameters, on these rows."""

    def __init__(self, experiment: Experiment, parent: QObject | None = None) -> None:
        super().__init__(experiment, parent)
        self.path: Path | None = None
        self.document = 0
        """Another number for another document, also where one goes back to it."""
        self.structure = StructureEdits(self)
        self.undo_stack.cleanChanged.connect(self._on_clean_changed)

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
            if not self.is_possible(new):
                return False
            dataset = self._loader.dataset(new.data)
            try:
                start = checkpoint if model is None else Weights(parameters_for(model, dataset))
            except PlaygroundError as error:
                self.failed.emit(error)
                return False
            self.run.pause()
            documents = (self.experiment, self.path), (new, path)
            title = label or QCoreApplication.translate("Session", "Open")
            self.undo_stack.push(OpenCommand(self.show, self._set_path, *documents, title, start))
            if model is not None:
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
        stack = self.undo_stack
        return Work(self.experiment, edits_of(stack), stack.index(), stack.cleanIndex(), self.path)

    def restore(self, work: Work, checkpoint: Checkpoint | None = None) -> None:
        """What was there another time, in place of all that is here: the history, and the run, paused, at its step."""
        self.run.pause()
        commands = [command_of(edit, self.show, self._set_path) for edit in work.edits]
        self._jump_through(partial(refill, self.undo_stack, commands, work.index, work.clean), None)
        self._set_path(work.path)
        self.show(work.experiment, checkpoint, restart=True)
        self.file_changed.emit()

    def _set_path(self, path: Path | None) -> None:
        self.path = path
        self.document += 1

    def saved_as(self, path: Path) -> None:
        """Notes that the experiment as it is now lies in this file."""
        self.path = path
        self.undo_stack.setClean()
        self.file_changed.emit()

    def _on_clean_changed(self, is_clean: bool) -> None:
        self.file_changed.emit()
