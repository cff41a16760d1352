"""The thread that tries rates, beside training and whatever else goes on."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QCoreApplication, QObject, QThread, Signal

from engine.data import Dataset
from engine.errors import PlaygroundError
from engine.experiment.experiment import Experiment
from engine.finder.rates import RateCurve, find_rates
from playground.ui import side_threads

_MOMENT: Final = 50
"""Milliseconds."""


class RateSearch(QThread):
    """One search. ``found`` is None until it is over, and where it was stopped."""

    progressed = Signal(object)
    """(steps made, steps in all)"""

    def __init__(self, experiment: Experiment, dataset: Dataset, lane: int, owner: QObject) -> None:
        """owner: with it, or with the program, the search ends. It is no parent, for that would delete a thread that
        still runs."""
        super().__init__()
        side_threads.hold(self)
        self.finished.connect(self._forget)
        owner.destroyed.connect(self.end)
        if (app := QCoreApplication.instance()) is not None:
            app.aboutToQuit.connect(self.end)
        self._experiment, self._dataset, self._lane = experiment, dataset, lane
        self.found: RateCurve | None = None
        self.error: PlaygroundError | None = None

    def run(self) -> None:
        try:
            self.found = find_rates(self._experiment, self._dataset, lane=self._lane, report=self._report)
        except PlaygroundError as error:
            self.error = error

    def _report(self, done: int, of: int) -> bool:
        self.progressed.emit((done, of))
        self.msleep(1)  # lets the window have the interpreter
        return not self.isInterruptionRequested()

    def _forget(self) -> None:
        side_threads.let_go(self)

    def end(self) -> None:
        """Stops it, and waits a moment for that; an evaluation on many rows ends later, and is held until then."""
        self.requestInterruption()
        self.wait(_MOMENT)
