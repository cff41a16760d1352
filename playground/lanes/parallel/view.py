"""The lanes as parallel coordinates: which settings lead to which results, and brushes that hide the other lanes."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QToolButton, QVBoxLayout, QWidget

from engine.data.task import Task
from engine.experiment.experiment import Experiment
from engine.train.snapshot import LaneSnapshot
from playground.lanes.parallel.axes import axes
from playground.lanes.parallel.canvas import ParallelCanvas
from playground.ui.look import theme
from playground.ui.look.lane_look import lane_looks
from playground.ui.text import field_text
from playground.ui.widgets.elided_label import ElidedLabel

HEIGHT = 170
"""Pixels that it wants."""


class ParallelView(QWidget):
    """Says which lanes shall be shown where ranges are brushed: those that lie in all of them."""

    picked = Signal(int)
    shown_wanted = Signal(object)
    """[whether each lane shall be shown]"""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._experiment: Experiment | None = None
        self._asked: list[bool] = []
        """What was asked for by brushes."""
        self.canvas = ParallelCanvas()
        self.canvas.setObjectName("lanes.parallel")
        self.canvas.setAccessibleName(self.tr("Settings and results of the lanes"))
        self.canvas.setToolTip("")
        self.canvas.picked.connect(self.picked)
        self.canvas.brushed.connect(self._on_brushed)
        hint = ElidedLabel()
        hint.set_texts(
            self.tr(
                "Each line is a lane, from its settings to what it has reached, better at the top. Drag along an axis "
                "to hide the lanes outside that range, in every panel."
            ),
            self.tr("Each line is a lane; better is at the top. Drag along an axis to hide lanes outside that range."),
        )
        hint.setFont(theme.font("small"))
        hint.setProperty("role", "muted")
        self._all = QToolButton()
        self._all.setText(self.tr("Show all"))
        self._all.setObjectName("action.unbrush")
        self._all.setAccessibleName(self.tr("Show all lanes"))
        self._all.setToolTip(field_text.wrapped(self.tr("Takes all ranges away, so that every lane is shown again.")))
        self._all.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._all.setProperty("role", "chip")
        self._all.clicked.connect(self._on_all)
        row = QHBoxLayout()
        row.addWidget(hint, 1)
        row.addWidget(self._all)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addLayout(row)
        column.addWidget(self.canvas, 1)

    def show_lanes(
        self, experiment: Experiment, lanes: Sequence[LaneSnapshot], task: Task, *, has_validation: bool
    ) -> None:
        """Lanes, and what they have reached; nothing, where that is not known."""
        visible = [lane.visible for lane in experiment.lanes]
        self._experiment = experiment
        if visible != self._asked and self.canvas.brushes:
            self.canvas.forget()
        self._asked = visible
        self._all.setEnabled(not all(visible))
        found = axes(experiment, lanes, task, has_validation=has_validation)
        self.canvas.show_axes(found, lane_looks(experiment))

    def _on_brushed(self) -> None:
        kept = self.canvas.kept()
        if any(kept):  # a range without a lane hides none
            self._asked = kept
            self.shown_wanted.emit(kept)

    def _on_all(self) -> None:
        self.canvas.forget()
        if self._experiment is not None:
            self._asked = [True] * len(self._experiment.lanes)
            self.shown_wanted.emit(self._asked)
