"""A window with a document and the data panel alone: for what asks nothing of the panels beside it."""

from __future__ import annotations

from engine.data import Dataset
from engine.errors import DataError, PlaygroundError
from engine.experiment.experiment import Experiment
from playground.data.panel import DataPanel
from playground.ui.text import i18n
from playground.ui.text.edit_titles import path_title
from tests.playground.desk import Desk


class DataDesk(Desk):
    """Wires the panel to the session as `MainWindow` does, which other rows cost a network to draw and curves."""

    def __init__(self, experiment: Experiment) -> None:
        super().__init__(experiment)
        session = self.session
        self.data = data = DataPanel()
        data.edited.connect(self._edit)
        data.mended.connect(session.edit_together)
        data.table_mended.connect(session.structure.mend_table)
        data.painted.connect(session.structure.paint)
        data.cancel_wanted.connect(session.cancel_reading)
        session.experiment_changed.connect(self._show_experiment)
        session.dataset_changed.connect(self._show_dataset)
        session.document_changed.connect(self._forget_rows)
        session.downloading.connect(data.show_download)
        layout = self.rows.layout()
        assert layout is not None
        layout.addWidget(data)
        self._show_dataset(session.dataset)
        self._show_experiment(session.experiment)
        self.resize(400, 600)

    def show_error(self, error: PlaygroundError) -> None:
        if isinstance(error, DataError):
            self.data.show_error(i18n.error_text(error), error)
        else:
            super().show_error(error)

    def _edit(self, path: str, value: object) -> None:
        if not self.session.edit(path, value, path_title(path)):
            self._show_experiment(self.session.experiment)  # editors go back to what is true

    def _show_experiment(self, experiment: Experiment) -> None:
        self.data.show_experiment(experiment)

    def _show_dataset(self, dataset: Dataset | None) -> None:
        self.data.show_dataset(dataset)

    def _forget_rows(self) -> None:
        self.data.message.clear()
        self.data.sheets.forget_refused()
