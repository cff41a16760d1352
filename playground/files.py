"""Opening and saving: the dialogs, and what kind of file is what."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QFileDialog, QMainWindow

from engine.checkpoints import is_checkpoint, load_checkpoint
from engine.errors import PlaygroundError
from engine.experiment import Experiment
from engine.models import load_model
from engine.presets import load_preset, new_experiment
from engine.storage import open_experiment, save_experiment
from playground import clipboard, recent_files
from playground.marks import path_title
from playground.session import Session


class Files(QObject):
    """Brings files into the session and back. Training goes on while a dialog is open."""

    failed = Signal(object)
    """A PlaygroundError: the file cannot be used. Nothing was changed."""
    opened = Signal()
    copied = Signal()
    """The experiment lies on the clipboard."""

    def __init__(self, window: QMainWindow, session: Session) -> None:
        super().__init__(window)
        self._window = window
        self._session = session

    def new(self) -> None:
        """A fresh small experiment. Undo brings the one before back."""
        self._open(new_experiment, label=self.tr("New"))

    def open_preset(self, name: str) -> None:
        """An experiment that comes with the program."""
        self._open(lambda: load_preset(name))

    def open_path(self, path: Path) -> None:
        """An experiment, a run, a trained model, or a file of rows to learn from."""
        match path.suffix.lower():
            case ".json":
                self._open(lambda: open_experiment(path), path)
            case ".npz" if is_checkpoint(path):
                self.open_run(path)
            case ".npz":
                self._open_model(path)
            case _:
                if self._session.edit("data.source", str(path), path_title("data.source")) and path.is_file():
                    recent_files.add(path)

    def _open(self, read: Callable[[], Experiment], path: Path | None = None, label: str = "") -> None:
        try:
            experiment = read()
        except PlaygroundError as error:
            self.failed.emit(error)
            return
        if path is not None:
            recent_files.add(path)
        self.opened.emit()
        self._session.open(experiment, path, label=label)

    def _open_model(self, path: Path) -> None:
        try:
            model = load_model(path)
        except PlaygroundError as error:
            self.failed.emit(error)
            return
        recent_files.add(path)
        self.opened.emit()
        self._session.open(model.experiment, parameters=model.lanes, label=self.tr("Open model"))

    def open_run(self, path: Path) -> None:
        """A run, to go on where it stopped."""
        try:
            checkpoint = load_checkpoint(path)
        except PlaygroundError as error:
            self.failed.emit(error)
            return
        recent_files.add(path)
        self.opened.emit()
        self._session.open(checkpoint.experiment, checkpoint=checkpoint, label=self.tr("Open run"))

    def copy(self) -> None:
        """The experiment as text, for another program."""
        clipboard.copy(self._session.experiment)
        self.copied.emit()

    def paste(self) -> None:
        """The experiment, or the file, that lies on the clipboard."""
        path = clipboard.pasted_file()
        if path is not None:
            self.open_path(path)
        else:
            self._open(clipboard.pasted_experiment, label=self.tr("Paste experiment"))

    def choose(self) -> None:
        """Any file that can be opened."""
        self._choose(
            self.tr("Open"), self.tr("Experiments, models and data (*.json *.npz *.csv *.gz *ubyte*);;All files (*)")
        )

    def choose_model(self) -> None:
        """A trained model."""
        self._choose(self.tr("Open model"), self.tr("Models (*.npz)"))

    def choose_run(self) -> None:
        """A saved run."""
        name, _ = QFileDialog.getOpenFileName(self._window, self.tr("Open run"), "", self.tr("Runs (*.npz)"))
        if name:
            self.open_run(Path(name))

    def choose_data(self) -> None:
        """A table or pictures to learn from."""
        self._choose(self.tr("Open data"), self.tr("Tables and pictures (*.csv *.gz *ubyte*);;All files (*)"))

    def _choose(self, title: str, kinds: str) -> None:
        name, _ = QFileDialog.getOpenFileName(self._window, title, "", kinds)
        if name:
            self.open_path(Path(name))

    def save(self) -> None:
        """The experiment, where it was saved before."""
        if self._session.path is None:
            self.save_as()
        else:
            self._save_to(self._session.path)

    def save_as(self) -> None:
        """The experiment, in a file to be named."""
        suggested = str(self._session.path or f"{self._session.experiment.name}.json")
        name, _ = QFileDialog.getSaveFileName(
            self._window, self.tr("Save as"), suggested, self.tr("Experiments (*.json)")
        )
        if name:
            self._save_to(_with_ending(name, ".json"))

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
        suggested = f"{self._session.experiment.name}.npz"
        name, _ = QFileDialog.getSaveFileName(self._window, self.tr("Save model"), suggested, self.tr("Models (*.npz)"))
        if name:
            self._session.save_model(_with_ending(name, ".npz"))

    def save_run(self) -> None:
        """All lanes as they are, with their curves."""
        suggested = f"{self._session.experiment.name}-run.npz"
        name, _ = QFileDialog.getSaveFileName(self._window, self.tr("Save run"), suggested, self.tr("Runs (*.npz)"))
        if name:
            self._session.save_run(_with_ending(name, ".npz"))


def _with_ending(name: str, ending: str) -> Path:
    """``run.1`` -> ``run.1.json``: what stands behind a dot need not be an ending."""
    return Path(name if name.lower().endswith(ending) else name + ending)
