"""What the diagnosis bar says of the run, and what its buttons do."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from engine.nn.layers.base import has_weights
from playground.inside.lit import Lights
from playground.ui.look.lane_look import lane_looks
from playground.ui.text.sentences import sentence_text

if TYPE_CHECKING:
    from engine.diagnosis.findings import Finding
    from engine.train.snapshot import Snapshot
    from playground.document.open_document import OpenDocument
    from playground.inside.diagnosis_bar import DiagnosisBar
    from playground.inside.taken_remedy import TakenRemedy
    from playground.shell.panel_set import PanelSet


class Coach(QObject):
    """Goes with a bar, and like it is made anew with the panels."""

    def __init__(self, bar: DiagnosisBar, document: OpenDocument, panels: PanelSet) -> None:
        super().__init__(bar)
        self._bar, self._document, self._panels = bar, document, panels
        self._taken: TakenRemedy | None = None
        """The remedy that was taken last."""
        self._lit: tuple[str, int] | None = None
        """Rule and lane of what is lit in the views."""
        bar.remedy_wanted.connect(self._cure)
        bar.why_wanted.connect(self._show_why)
        bar.why_folded.connect(self._unlight)

    def show_snapshot(self, snapshot: Snapshot | None) -> None:
        findings = snapshot.inside.get("diagnosis", ()) if snapshot is not None else ()
        self._bar.show_findings(findings, lane_looks(self._document.experiment))
        if self._lit is not None and self._lit not in map(_key, self._bar.findings()):
            self._unlight()
        outcome = self._outcome(snapshot)
        self._bar.show_quiet(outcome or self._quiet_words(snapshot), is_answer=bool(outcome))

    def _outcome(self, snapshot: Snapshot | None) -> str:
        """What came of the remedy that was taken last, while the run that it began is on the screen."""
        dataset, experiment = self._document.dataset, self._document.experiment
        if self._taken is None or dataset is None:
            return ""
        return self._taken.outcome(snapshot, experiment, dataset)

    def _quiet_words(self, snapshot: Snapshot | None) -> str:
        """Where there are no findings: how the run goes."""
        dataset, experiment = self._document.dataset, self._document.experiment
        if snapshot is None or dataset is None or snapshot.step == 0 or self._bar.findings():
            return ""
        from engine.diagnosis.calm import calm

        said = calm(snapshot, experiment, dataset)
        return "" if said is None else sentence_text(said)

    def _cure(self, finding: Finding) -> None:
        """A remedy is an ordinary edit, one step of undo. The lanes start again, as they did when it was tried: a
        smaller rate alone wakes no dead unit."""
        from engine.diagnosis.apply_remedy import cured

        document, remedy = self._document, finding.remedy
        assert remedy is not None
        name = sentence_text(remedy.text)
        if document.snapshot is not None:
            from playground.inside.taken_remedy import TakenRemedy  # no start waits for it

            self._taken = TakenRemedy(finding, name, document.snapshot, document.dataset, document.experiment)
        label = self.tr("Remedy: {what}").format(what=name)
        document.change(lambda experiment: cured(experiment, remedy), label, restart=True)

    def _show_why(self, finding: Finding) -> None:
        """The view that shows the cause, with that lane and what the finding speaks of lit there."""
        from engine.diagnosis.reasons import reason_of

        panels, reason, where = self._panels, reason_of(finding), finding.where
        panels.inside.choose(reason.view)
        for page in reason.pages:
            panels.inside.turn_to(page)
        panels.lanes.table.rows.select(finding.lane)
        layers = self._document.experiment.layers
        layer = where.layer if where.layer is not None and where.layer < len(layers) else None  # edits may be newer
        if layer is not None:
            panels.layers.stack.select(layer)
        weights = None if layer is None else max(sum(map(has_weights, layers[: layer + 1])) - 1, 0)
        lane = self._document.experiment.lanes[finding.lane].name
        panels.inside.light(Lights(layer, weights, lane, where.label, where.feature))
        self._lit = _key(finding)

    def _unlight(self) -> None:
        self._lit = None
        self._panels.inside.light(Lights())


def _key(finding: Finding) -> tuple[str, int]:
    return finding.rule, finding.lane
