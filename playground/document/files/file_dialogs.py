"""Opening and saving: the dialogs, and what kind of file is what."""

from __future__ import annotations

import os
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QMainWindow

from engine.data import Dataset
from engine.errors import PlaygroundError
from engine.experiment.experiment import Experiment
from engine.store.experiment_files import open_experiment, save_experiment
from engine.store.file_kind import ENDINGS, FileKind, kind_of
from engine.store.presets import load_preset, new_experiment
from playground.document.files import clipboard, recent_files
from playground.document.files.file_choice import choose_file, choose_folder, name_file
from playground.document.files.pasted_table import save_cells
from playground.document.session import Session
from playground.ui.text.edit_titles import path_title
from playground.ui.text.numbers import count
from playground.ui.text.preset_lanes import spoken

if TYPE_CHECKING:
    from engine.store.model_files import Model

_TABLES: Final = "*.csv *.tsv *.txt *.data *.dat *.tab *.arff *.xlsx *.xlsm *.parquet *.pq *.npz *.gz *.bz2 *.xz *.zip"
_PICTURES: Final = "*ubyte* *.idx *.idx1 *.idx3 *.bin"
"""The usual names of tables, packed ones too, and of IDX and CIFAR files; files of other names are opened as well."""
_ROWS: Final = f"{_TABLES} {_PICTURES}"


class Files(QObject):
    """Brings files into the session and back. Training goes on while a dialog is open."""

    too_early = Signal(object)
    """A PlaygroundError: there is nothing to save yet."""
    failed = Signal(object)
    """A PlaygroundError: the file cannot be used. Nothing was changed."""
    opened = Signal()
    preset_opened = Signal(str)
    """Its name."""
    told = Signal(str)
    """Sentences about what was opened."""
    copied = Signal()
    """Puts the experiment on the clipboard."""

    def __init__(self, window: QMainWindow, session: Session) -> None:
        super().__init__(window)
        self._window = window
        self._session = session
        session.model_opened.connect(self._tell_of_model)

    def new(self) -> None:
        """A fresh small experiment. Undo brings the one before back."""
        self._open(new_experiment, label=self.tr("New"))

    def open_preset(self, name: str) -> None:
        """An experiment that comes with the program."""
        then = partial(self.preset_opened.emit, name)  # later, where its rows are downloaded first
        self._open(lambda: spoken(load_preset(name)), label=self.tr("Open preset"), then=then)

    def open_path(self, path: Path) -> None:
        """An experiment, a run, a trained model, or a file of rows to learn from."""
        match kind_of(path):
            case "experiment":
                self._open(lambda: open_experiment(path), path)
            case "run":
                self.open_run(path)
            case "model":
                self.open_model(path)
            case "rows":
                self.open_rows(path)

    def open_rows(self, path: Path, label: str = "") -> None:
        """A file, or a folder of pictures, to learn from. label: what its undo is called."""
        if self._session.edit("data.source", str(path), label or path_title("data.source")) and path.exists():
            recent_files.add(path)

    def _open(
        self,
        read: Callable[[], Experiment],
        path: Path | None = None,
        label: str = "",
        *,
        is_kept: bool = True,
        then: Callable[[], None] | None = None,
    ) -> None:
        try:
            experiment = read()
        except PlaygroundError as error:
            self.failed.emit(error)
            return
        if path is not None:
            recent_files.add(path)
        self.opened.emit()
        self._session.open(experiment, path, label=label, is_kept=is_kept, then=then)

    def open_model(self, path: Path) -> None:
        """Trained parameters, to go on from."""
        from engine.store.model_files import load_model  # here and below: a start reads no such file

        try:
            model = load_model(path)
        except PlaygroundError as error:
            self.failed.emit(error)
            return
        recent_files.add(path)
        self.opened.emit()
        self._session.open(model.experiment, model=model, origin=path, label=self.tr("Open model"))

    def _tell_of_model(self, model: Model, dataset: Dataset) -> None:
        """How long it was trained, for the run counts from 0; and whether these rows are what it knows."""
        from engine.store.transfer import is_scaled_alike

        sentences = []
        if model.provenance is not None:
            steps = count(model.provenance.steps)
            step = model.provenance.restored_step
            if step is None:
                text = self.tr("The weights of {file}, after {steps} steps of training. The run counts from 0.")
            else:
                text = self.tr(
                    "The weights of {file}, after {steps} steps of training, those of step {step}. "
                    "The run counts from 0."
                )
            sentences.append(text.format(file=model.path.name, steps=steps, step=None if step is None else count(step)))
        if not is_scaled_alike(model, dataset):
            text = self.tr("{data} is scaled differently than in its training, so its figures differ.")
            sentences.append(text.format(data=dataset.name))
        if sentences:
            self.told.emit(" ".join(sentences))

    def open_run(self, path: Path) -> None:
        """A run, to go on where it stopped."""
        from engine.store.run_files import load_checkpoint

        try:
            checkpoint = load_checkpoint(path)
        except PlaygroundError as error:
            self.failed.emit(error)
            return
        recent_files.add(path)
        self.opened.emit()
        self._session.open(checkpoint.experiment, checkpoint=checkpoint, origin=path, label=self.tr("Open run"))

    def copy(self) -> None:
        """The experiment as text, for another program."""
        clipboard.copy(self._session.experiment)
        self.copied.emit()

    def copy_python(self) -> None:
        """The experiment as code, for a script or a notebook."""
        clipboard.copy_python(self._session.experiment)
        self.told.emit(self.tr("Experiment copied as Python code."))

    def paste(self) -> None:
        """The experiment, the file, or the cells of a spreadsheet, that lie on the clipboard."""
        path, cells = clipboard.pasted_file(), clipboard.pasted_cells()
        if path is not None:
            self.open_path(path)
        elif cells is not None:
            self._open_cells(cells)
        else:
            self._open(clipboard.pasted_experiment, label=self.tr("Paste experiment"), is_kept=False)

    def _open_cells(self, cells: str) -> None:
        try:
            path = save_cells(cells)
        except PlaygroundError as error:
            self.failed.emit(error)
        else:
            self.open_rows(path, self.tr("Paste table"))

    def choose(self) -> None:
        """Any file that can be opened."""
        own = " ".join(f"*{ending}" for ending in ENDINGS.values())
        kinds = self.tr("Experiments, models, runs and data ({names})").format(names=f"{own} {_ROWS}")
        self._choose(self.tr("Open"), f"{kinds};;{self.tr('All files (*)')}", self.open_path)

    def choose_model(self) -> None:
        """A trained model."""
        self._choose(self.tr("Open model"), f"{self._models()};;{self.tr('All files (*)')}", self.open_model)

    def choose_run(self) -> None:
        """A saved run; those of the first version are ``.npz`` files."""
        kinds = (self._runs(), self.tr("Runs of an older version (*.npz)"), self.tr("All files (*)"))
        self._choose(self.tr("Open run"), ";;".join(kinds), self.open_run)

    def choose_data(self) -> None:
        """A table or pictures to learn from."""
        kinds = (
            self.tr("Tables and pictures ({names})").format(names=_ROWS),
            self.tr("Tables ({names})").format(names=_TABLES),
            self.tr("Pictures in IDX files ({names})").format(names=_PICTURES),
            self.tr("All files (*)"),
        )
        self._choose(self.tr("Open data"), ";;".join(kinds), self.open_path)

    def choose_pictures(self) -> None:
        """A folder of pictures to learn from."""
        name = choose_folder(self._window, self.tr("Open a folder of pictures, with a folder for each class"))
        if name:
            self.open_rows(Path(name))

    def _choose(self, title: str, kinds: str, use: Callable[[Path], None]) -> None:
        name = choose_file(self._window, title, kinds)
        if name:
            use(Path(name))

    def _models(self) -> str:
        return self.tr("Models ({names})").format(names=f"*{ENDINGS['model']}")

    def _runs(self) -> str:
        return self.tr("Runs ({names})").format(names=f"*{ENDINGS['run']}")

    def save(self) -> None:
        """The experiment, where it was saved before."""
        if self._session.path is None:
            self.save_as()
        else:
            self._save_to(self._session.path)

    def save_as(self) -> None:
        """The experiment, in a file to be named."""
        suggested = str(self._session.path or f"{self._session.experiment.name}{ENDINGS['experiment']}")
        kinds = self.tr("Experiments ({names})").format(names=f"*{ENDINGS['experiment']}")
        self._ask(self.tr("Save as"), suggested, kinds, "experiment", self._save_to)

    def _save_to(self, path: Path) -> None:
        try:
            save_experiment(self._session.experiment, path)
        except PlaygroundError as error:
            self.failed.emit(error)
        else:
            recent_files.add(path)
            self._session.saved_as(path)

    def save_model(self) -> None:
        """The trained parameters of all lanes."""
        suggested = f"{self._session.experiment.name}{ENDINGS['model']}"
        if self._has_run():
            self._ask(self.tr("Save model"), suggested, self._models(), "model", self._session.run.save_model)

    def save_run(self) -> None:
        """All lanes as they are, with their curves."""
        suggested = f"{self._session.experiment.name}{ENDINGS['run']}"
        if self._has_run():
            self._ask(self.tr("Save run"), suggested, self._runs(), "run", self._session.run.save)

    def _has_run(self) -> bool:
        """Whether there is one of this experiment; where not, it is said."""
        problem = self._session.why_no_run(to_save=True)
        if problem is not None:
            self.too_early.emit(problem)
        return problem is None

    def _ask(self, title: str, suggested: str, kinds: str, kind: FileKind, save: Callable[[Path], None]) -> None:
        """Which file to write; training goes on meanwhile."""
        from engine.store.overwriting import check_kept

        name = name_file(self._window, title, suggested, kinds)
        if not name:
            return
        try:
            path = with_ending(name, ENDINGS[kind])
            check_kept(path, inputs_of(self._session, but_itself=kind == "experiment"))
        except PlaygroundError as error:
            self.failed.emit(error)
        else:
            if kind == "experiment" or self._has_run():  # another one may have come while the dialog was open
                save(path)


def inputs_of(session: Session, *, but_itself: bool = False) -> list[Path]:
    """The files that the open document is read from, which nothing else may replace: its rows' and its own."""
    from engine.store.overwriting import data_files

    own = [] if but_itself or session.path is None else [session.path]
    return [*own, *data_files(session.experiment)]


def with_ending(name: str, ending: str) -> Path:
    """``run.1`` -> ``run.1.json``: what stands behind a dot need not be an ending. One of our own others is replaced.

    Raises:
        PlaygroundError: there is a file of the longer name already, and nobody was asked about it.
    """
    if name.lower().endswith(ending):
        return Path(name)
    others = (other for other in ENDINGS.values() if name.lower().endswith(other))
    path = Path(name[: len(name) - len(next(others, ""))] + ending)
    if os.path.lexists(path):
        raise PlaygroundError("{file} is there already: give its whole name to replace it.", file=path)
    return path
