"""A sweep in a process of its own, which the window follows by what it writes."""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Final

from PySide6.QtCore import QObject, QProcess, QProcessEnvironment, QTemporaryDir, QTimer, Signal

from engine.errors import PlaygroundError
from engine.experiment.experiment import Experiment
from engine.store.experiment_files import save_experiment
from engine.sweep.results.journal import NAME, folder_of
from engine.sweep.results.table import open_table
from playground.sweep.unfinished import so_far

EVERY: Final = 500
"""Milliseconds between two looks at what there is."""
PATIENCE: Final = 3000
"""Milliseconds to wait for its end when the window closes; then it is ended, and what is done is kept all the same."""


class SweepProcess(QObject):
    """``changed`` brings the table so far, ``ended`` the exit code and the last sentence that it said."""

    changed = Signal(object)
    went_on = Signal(float, object)
    """The share of the steps that are made, and seconds left, None where that is not known yet."""
    ended = Signal(int, str)

    def __init__(self, out: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.out = out
        self._journal = folder_of(out) / NAME
        self._size = -1
        self._folder = QTemporaryDir()
        self._process = QProcess(self)
        self._process.setProcessEnvironment(_environment())
        self._process.finished.connect(self._on_finished)
        self._process.errorOccurred.connect(self._on_error)
        self._process.readyReadStandardError.connect(self._listen)
        self._said, self._heard = "", b""
        self._timer = QTimer(self)
        self._timer.setInterval(EVERY)
        self._timer.timeout.connect(self._look)

    @property
    def is_running(self) -> bool:
        return self._process.state() != QProcess.ProcessState.NotRunning

    def start(self, experiment: Experiment, options: Sequence[str]) -> None:
        """Starts it; the options are those of ``playground sweep``.

        Raises:
            PlaygroundError: the experiment cannot be handed over.
        """
        file = Path(self._folder.filePath("experiment.json"))
        save_experiment(experiment, file)
        self._run([str(file), *options])

    def go_on(self, options: Sequence[str]) -> None:
        """Takes up what was broken off, as it was begun."""
        self._run(["--resume", *options])

    def _run(self, options: Sequence[str]) -> None:
        command = ["-m", "playground", "sweep", *options, "--out", str(self.out), "--progress-json"]
        self._process.start(sys.executable, command)
        self._timer.start()

    def stop(self) -> None:
        """Asks it to end in good order: what is done is kept."""
        self._process.terminate()

    def close(self) -> None:
        """Ends it, in good order if that does not take long."""
        self._timer.stop()
        if self.is_running:
            self._process.finished.disconnect(self._on_finished)
            self._process.errorOccurred.disconnect(self._on_error)
            self._process.terminate()
            if not self._process.waitForFinished(PATIENCE):
                self._process.kill()
                self._process.waitForFinished(PATIENCE)
        self._folder.remove()

    def _look(self) -> None:
        """Whether there is more than before."""
        try:
            size = self._journal.stat().st_size
            if size == self._size:
                return
            table = so_far(self._journal)
        except (OSError, PlaygroundError):
            return  # it is yet to be written, or gone already
        self._size = size
        if table is not None:
            self.changed.emit(table)

    def _listen(self) -> None:
        """To how far it is; any other line is a sentence, the last of which is kept."""
        self._heard += bytes(self._process.readAllStandardError().data())
        *lines, self._heard = self._heard.split(b"\n")
        for line in (line.decode("utf-8", "replace").strip() for line in lines):
            try:
                told = json.loads(line)
                self.went_on.emit(told["work"] / max(1, told["of"]), told["left"])
            except (ValueError, KeyError, TypeError):
                self._said = line or self._said

    def _on_finished(self, code: int, _: object) -> None:
        self._timer.stop()
        self._listen()
        self._folder.remove()
        if self.out.is_file():
            try:
                self.changed.emit(open_table(self.out))
            except PlaygroundError:
                self._look()
        self.ended.emit(code, self._said)

    def _on_error(self, error: QProcess.ProcessError) -> None:
        if error == QProcess.ProcessError.FailedToStart:
            self._timer.stop()
            self.ended.emit(1, self._process.errorString())


def _environment() -> QProcessEnvironment:
    """The one of this process, and the same modules."""
    found = QProcessEnvironment.systemEnvironment()
    found.insert("PYTHONPATH", os.pathsep.join(path for path in sys.path if path))
    return found
