"""The windows of sweeps: one is offered, results are opened, and trials become the open document."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QMainWindow

from engine.errors import PlaygroundError
from engine.experiment.experiment import Experiment
from playground.document.files.file_choice import choose_file
from playground.document.session import Session

if TYPE_CHECKING:
    from playground.sweep.window import SweepWindow


class Sweeps(QObject):
    """Each window is made, and what it needs imported, when it is asked for."""

    failed = Signal(object)
    """A PlaygroundError: the file is no result."""

    def __init__(self, window: QMainWindow, session: Session) -> None:
        super().__init__(window)
        self._window, self._session = window, session
        self.windows: list[SweepWindow] = []

    def offer(self) -> None:
        """Asks what to sweep of the open experiment."""
        self._made().offer(self._session.experiment, self._session.dataset)

    def choose(self) -> None:
        """A result, to look at its trials."""
        kinds = self.tr("Results of sweeps ({names})").format(names="*.parquet *.csv journal")
        name = choose_file(self._window, self.tr("Open sweep"), f"{kinds};;{self.tr('All files (*)')}")
        if name:
            self.open(Path(name))

    def open(self, path: Path) -> None:
        """Shows a result, or what there is of one: a sweep that was broken off can be gone on with."""
        from playground.sweep.unfinished import opened

        try:
            table, out, is_unfinished = opened(path)
        except PlaygroundError as error:
            self.failed.emit(error)
            return
        self._made().show_file(table, out, is_unfinished=is_unfinished)

    def _made(self) -> SweepWindow:
        from playground.sweep.window import SweepWindow

        window = SweepWindow(self._window)
        window.experiment_wanted.connect(self._open_experiment)
        window.closed.connect(self._forget)
        self.windows.append(window)
        window.show()
        return window

    def _open_experiment(self, experiment: Experiment) -> None:
        self._session.open(experiment, label=self.tr("Open trials"), is_kept=False)
        self._window.raise_()
        self._window.activateWindow()

    def _forget(self) -> None:
        window = self.sender()
        self.windows = [each for each in self.windows if each is not window]

    def may_close(self) -> bool:
        """Whether no sweep goes on, or it was said already that it ends; otherwise its window says so now."""
        for window in self.windows:
            if not window.may_close():
                window.raise_()
                window.activateWindow()
                return False
        return True

    def close(self) -> None:
        """Ends what is going on; what is done is kept beside the results."""
        for window in [*self.windows]:
            window.end()
