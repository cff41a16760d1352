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
        kinds = self.tr("Results of sweeps ({names})").format(names="*.parquet *.csv")
        name = choose_file(self._window, self.tr("Open sweep"), f"{kinds};;{self.tr('All files (*)')}")
        if name:
            self.open(Path(name))

    def open(self, path: Path) -> None:
        """Shows a result."""
        from engine.sweep.results.table import open_table

        try:
            table = open_table(path)
        except PlaygroundError as error:
            self.failed.emit(error)
            return
        self._made().show_file(table, path)

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

    def close(self) -> None:
        """Ends what is going on; what is done is kept beside the results."""
        for window in [*self.windows]:
            window.close()
