"""A window with a document and the data panel alone: for what asks nothing of the panels beside it."""

from __future__ import annotations

from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QMainWindow, QVBoxLayout, QWidget

from engine.data import Dataset
from engine.experiment.experiment import Experiment
from playground.data.panel import DataPanel
from playground.document.files.file_dialogs import Files
from playground.document.session import Session
from playground.export.exports import Exports
from playground.shell.messages import Messages
from playground.ui.text.edit_titles import path_title


class DataDesk(QMainWindow):
    """In place of `MainWindow`, in which each other table is also a network to draw, layers and curves.

    Session and panel are wired as there; that they are wired there is asked of windows.
    """

    def __init__(self, experiment: Experiment) -> None:
        super().__init__()
        self.session = session = Session(experiment, self)
        self.files = Files(self, session)
        exports = Exports(self, session, self)
        self.messages = Messages(session, self.files, exports, self)
        self.data = data = DataPanel()
        self.messages.make(data)
        self.message = self.messages.bar
        self._lay_out()
        data.edited.connect(self._edit)
        data.mended.connect(session.edit_together)
        data.table_mended.connect(session.structure.mend_table)
        data.painted.connect(session.structure.paint)
        data.points_wanted.connect(exports.points)
        data.cancel_wanted.connect(session.cancel_reading)
        session.experiment_changed.connect(self._show_experiment)
        session.dataset_changed.connect(self._show_dataset)
        self._show_dataset(session.dataset)
        self._show_experiment(session.experiment)

    def _lay_out(self) -> None:
        rows = QWidget()
        column = QVBoxLayout(rows)
        column.addWidget(self.message)
        column.addWidget(self.data)
        self.setCentralWidget(rows)
        self.resize(400, 600)

    def _edit(self, path: str, value: object) -> None:
        if not self.session.edit(path, value, path_title(path)):
            self._show_experiment(self.session.experiment)  # editors go back to what is true

    def _show_experiment(self, experiment: Experiment) -> None:
        self.messages.follow(experiment)
        self.data.show_experiment(experiment)

    def _show_dataset(self, dataset: Dataset | None) -> None:
        if dataset is not None:
            self.messages.forget_refusal()
        self.data.show_dataset(dataset)

    def closeEvent(self, event: QCloseEvent) -> None:
        self.session.close()
        event.accept()
