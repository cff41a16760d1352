"""What leaves the program: a lane for other programs, and the results as pictures, tables and a report.

What writes each of them is imported when it is asked for, so that the window opens sooner.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from engine.errors import PlaygroundError
from engine.store.atomic import write_atomically
from engine.train.snapshot import Snapshot
from engine.train.trainer import Trainer
from playground.document.files.file_choice import name_file
from playground.document.files.file_dialogs import inputs_of, with_ending
from playground.document.session import Session
from playground.export.history_sheet import write_history
from playground.ui.text import i18n
from playground.ui.text.numbers import count

if TYPE_CHECKING:
    from playground.curves.panel import CurvesPanel
    from playground.export.report.report import Contents
    from playground.inside.diagnosis_bar import DiagnosisBar
    from playground.inside.panel import Inside
    from playground.lanes.panel import LanesPanel
    from playground.network.drawing import NetworkDrawing
    from playground.network.panel import NetworkPanel


class Shown(Protocol):
    """What is on the screen, for results are exported as they are shown."""

    curves: CurvesPanel
    lanes: LanesPanel
    inside: Inside
    network: NetworkPanel
    diagnosis: DiagnosisBar


class Exports(QObject):
    """Asks for a file and fills it. What needs the network is written by the training thread, between two steps."""

    failed = Signal(object)
    """A PlaygroundError: nothing was written."""
    too_early = Signal(object)
    """A PlaygroundError: there is nothing to write yet."""
    done = Signal(str)
    """A sentence that says what lies where."""

    def __init__(self, shown: Shown, session: Session, parent: QWidget) -> None:
        super().__init__(parent)
        self._shown, self._session, self._parent = shown, session, parent
        session.run.exported.connect(self._tell)

    def slots(self) -> dict[str, Callable[[], object]]:
        """What each action does, by its name."""
        return {
            "export_onnx": self.onnx,
            "export_script": self.script,
            "export_curves_png": self.curves_png,
            "export_curves_svg": self.curves_svg,
            "export_history": self.history,
            "export_report": self.report,
            "copy_lanes": self.copy_lanes,
            "export_network_svg": self.network_svg,
            "copy_network": self.copy_network,
        }

    # --- a lane -----------------------------------------------------------------------------------------------------

    def onnx(self) -> None:
        """The selected lane."""
        from engine.export.onnx import check_onnx

        try:
            check_onnx()
        except PlaygroundError as error:
            self.failed.emit(error)
            return
        if not self._has_run():
            return
        path = self._ask(self.tr("Export as ONNX"), self._lane_name(), ".onnx", self.tr("ONNX models (*.onnx)"))
        if path is not None and self._has_run():
            self._session.run.export(partial(_write_onnx, self._lane(), path), path)

    def script(self) -> None:
        """The selected lane."""
        if not self._has_run():
            return
        path = self._ask(self.tr("Export as script"), self._lane_name(), ".py", self.tr("Python scripts (*.py)"))
        if path is not None and self._has_run():
            self._session.run.export(partial(_write_script, self._lane(), path), path)

    def _lane(self) -> int:
        """The one that is selected in the table."""
        return max(0, min(self._shown.lanes.table.rows.selected, len(self._session.experiment.lanes) - 1))

    def _lane_name(self) -> str:
        experiment = self._session.experiment
        return f"{experiment.name}-{experiment.lanes[self._lane()].name}"

    # --- results ----------------------------------------------------------------------------------------------------

    def curves_png(self) -> None:
        from playground.export.pictures import curves_png

        self._draw(".png", curves_png, self.tr("Pictures (*.png)"))

    def curves_svg(self) -> None:
        from playground.export.pictures import curves_svg

        self._draw(".svg", curves_svg, self.tr("Drawings (*.svg)"))

    def _draw(self, ending: str, draw: Callable[..., bytes], kinds: str) -> None:
        if self._snapshot() is None:
            return
        path = self._ask(self.tr("Export the curves"), f"{self._session.experiment.name}-curves", ending, kinds)
        snapshot = self._session.snapshot  # the newest, for the dialog may have taken long
        if path is not None and snapshot is not None:
            self._write(path, draw(self._shown.curves, self._session.experiment, snapshot, self._lane()))

    def network_svg(self) -> None:
        """The drawing of the network."""
        from playground.export.network_picture import network_svg

        drawing = self._drawing()
        if drawing is None:
            return
        name = f"{self._session.experiment.name}-network"
        path = self._ask(self.tr("Export the network"), name, ".svg", self.tr("Drawings (*.svg)"))
        if path is not None:
            self._write(
                path, network_svg(drawing, i18n.experiment_title(self._session.experiment, None), self._caption())
            )

    def _caption(self) -> str:
        """What the drawing is of - the lane that is looked at, where it is one of several - and what its marks mean."""
        network = self._shown.network
        look, lane = network.drawing.look, network.header.lane_tag.text()
        step = "" if look is None else self.tr("step {step}").format(step=count(look.step))
        return f"{' · '.join(filter(None, (lane, step)))}. {network.header.legend.accessibleDescription()}"

    def copy_network(self) -> None:
        """The drawing of the network, for a slide."""
        from playground.export.network_picture import network_image

        drawing = self._drawing()
        if drawing is not None:
            QGuiApplication.clipboard().setImage(network_image(drawing))
            self.done.emit(self.tr("Drawing copied: paste it into a slide or a document."))

    def _drawing(self) -> NetworkDrawing | None:
        """Where it shows something; else it is said."""
        drawing = self._shown.network.drawing
        if drawing.look is None:
            self.failed.emit(PlaygroundError("The network is not drawn yet: show its panel first."))
            return None
        return drawing

    def history(self) -> None:
        """Every evaluation of every lane."""
        if self._snapshot() is None:
            return
        name = f"{self._session.experiment.name}-history"
        path = self._ask(self.tr("Export the histories"), name, ".csv", self.tr("Tables (*.csv)"))
        if path is not None and self._has_run():
            self._session.run.export(partial(write_history, path), path)

    def points(self) -> None:
        """What was painted, as a table that can be opened again."""
        from engine.data.sources.painted import as_csv

        data = self._session.experiment.data
        name = f"{self._session.experiment.name}-points"
        path = self._ask(self.tr("Save the painted points"), name, ".csv", self.tr("Tables (*.csv)"))
        if path is not None:
            self._write(path, as_csv(data.points, data.task).encode())

    def copy_lanes(self) -> None:
        """The table of the lanes, for a spreadsheet."""
        snapshot = self._snapshot()
        if snapshot is not None:
            from playground.export import lane_sheet  # no start waits for it

            QGuiApplication.clipboard().setText(lane_sheet.tab_separated(self._session.experiment, snapshot))
            self.done.emit(self.tr("Lane table copied: paste it into a spreadsheet."))

    def report(self) -> None:
        """All of it in one page."""
        from playground.export.report.report import report

        if self._snapshot() is None:
            return
        name = f"{self._session.experiment.name}-report"
        path = self._ask(self.tr("Export a report"), name, ".html", self.tr("Web pages (*.html)"))
        contents = self._contents()
        if path is not None and contents is not None:
            self._write(path, report(contents).encode())

    def _contents(self) -> Contents | None:
        from playground.export import pictures
        from playground.export.report.report import Contents

        session, shown = self._session, self._shown
        experiment, dataset, snapshot = session.experiment, session.dataset, session.snapshot
        if snapshot is None or dataset is None:
            return None
        view = shown.inside.views.get(shown.inside.current)
        inside = []
        if view is not None and view.isVisible():
            inside.append((pictures.inside_title(view), pictures.inside_png(view, experiment, dataset, snapshot)))
        return Contents(
            i18n.experiment_title(experiment, session.place.file),
            experiment,
            dataset,
            snapshot,
            marks=pictures.lane_marks(experiment),
            curves=pictures.curves_svg(shown.curves, experiment, snapshot, self._lane()),
            inside=inside,
            findings=shown.diagnosis.findings(),
            calm=shown.diagnosis.quiet_text(),
        )

    def _snapshot(self) -> Snapshot | None:
        """The newest figures; where there are none, it is said."""
        snapshot = self._session.snapshot
        if snapshot is None and self._has_run():
            self.too_early.emit(PlaygroundError("There are no figures to export yet."))
        return snapshot

    def _has_run(self) -> bool:
        """Whether there is one of this experiment; where not, it is said. Another may have come while a dialog was
        open."""
        problem = self._session.why_no_run()
        if problem is not None:
            self.too_early.emit(problem)
        return problem is None

    # --- files ------------------------------------------------------------------------------------------------------

    def _ask(self, title: str, name: str, ending: str, kinds: str) -> Path | None:
        """Which file to write; training goes on meanwhile."""
        from engine.store.overwriting import check_kept

        safe = "".join(letter if letter.isalnum() or letter in " ._-" else "_" for letter in name).strip(" .")
        chosen = name_file(self._parent, title, f"{safe[:80]}{ending}", kinds)
        if not chosen:
            return None
        try:
            path = with_ending(chosen, ending)
            check_kept(path, inputs_of(self._session))
        except PlaygroundError as error:
            self.failed.emit(error)
            return None
        return path

    def _write(self, path: Path, content: bytes) -> None:
        try:
            write_atomically(path, lambda stream: stream.write(content))
        except PlaygroundError as error:
            self.failed.emit(error)
        else:
            self._tell(path)

    def _tell(self, path: Path) -> None:
        self.done.emit(self.tr("Written to {path}.").format(path=path))


# --- by the training thread -----------------------------------------------------------------------------------------


def _write_onnx(lane: int, path: Path, trainer: Trainer) -> None:
    from engine.export.onnx import save_onnx
    from engine.export.trained import lane_of_run

    save_onnx(lane_of_run(trainer, lane), path)


def _write_script(lane: int, path: Path, trainer: Trainer) -> None:
    from engine.export.script import save_script
    from engine.export.trained import lane_of_run

    save_script(lane_of_run(trainer, lane), path, trainer.of(lane)[0].dataset)
