"""Pictures of what the window shows, for files and reports: its curves, and its view of the inside."""

from __future__ import annotations

from functools import partial
from typing import Final

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractSpinBox,
    QComboBox,
    QFrame,
    QLabel,
    QLineEdit,
    QScrollArea,
    QSlider,
    QToolButton,
    QWidget,
)

from engine.data import Dataset
from engine.experiment.experiment import Experiment
from engine.train.snapshot import Snapshot
from playground.curves.panel import CurvesPanel
from playground.export import paper
from playground.inside.view import InsidePanel
from playground.ui.look.lane_look import lane_looks
from playground.ui.look.lane_swatch import paint_swatch
from playground.ui.ownership import left_to_parent
from playground.ui.text import i18n
from playground.ui.widgets.view_choice import ViewChoice

CURVES = QSize(960, 600)
INSIDE = QSize(640, 560)
"""At least."""
_MARK: Final = QSize(26, 16)


def curves_png(shown: CurvesPanel, experiment: Experiment, snapshot: Snapshot, focus: int) -> bytes:
    """What the curves show just now, without their buttons."""
    with paper.light():
        panel = _curves(shown, experiment, snapshot, focus)
        try:
            return paper.png(panel)
        finally:
            panel.deleteLater()


def curves_svg(shown: CurvesPanel, experiment: Experiment, snapshot: Snapshot, focus: int) -> bytes:
    """What the curves show just now, without their buttons."""
    with paper.light():
        panel = _curves(shown, experiment, snapshot, focus)
        try:
            return paper.svg(panel, i18n.experiment_title(experiment, None))
        finally:
            panel.deleteLater()


def _curves(shown: CurvesPanel, experiment: Experiment, snapshot: Snapshot, focus: int) -> CurvesPanel:
    """A second panel of the same runs, in the same state."""
    panel = CurvesPanel()
    panel.take_over(shown)
    _without_frame(panel)
    _leave_only_curves(panel)
    paper.prepare(panel, CURVES)
    panel.show_experiment(experiment)
    panel.set_focus(focus)
    panel.show_snapshot(snapshot)
    if not shown.loss.is_following:
        for plot, other in ((panel.loss, shown.loss), (panel.accuracy, shown.accuracy)):
            plot.view.setRange(other.view.viewRect(), padding=0)
    _leave_only_curves(panel)  # some have come back with the run
    return panel


def inside_png(shown: InsidePanel, experiment: Experiment, dataset: Dataset, snapshot: Snapshot) -> bytes:
    """A view of the inside as it is just now."""
    with paper.light():
        view = type(shown)()
        try:
            view.show_experiment(experiment)
            view.show_dataset(dataset)
            view.set_focus(shown.focus)
            view.show_snapshot(snapshot)
            paper.prepare(view, INSIDE)
            view.take_over(shown)
            _without_controls(view)
            _unroll(view)
            view.resize(_room_for(view))
            return paper.png(view)
        finally:
            view.deleteLater()


def inside_title(shown: InsidePanel) -> str:
    """Its name, and what is chosen in it: the picture has no buttons that say so."""
    choices = [choice.title() for choice in shown.findChildren(ViewChoice) if choice.isVisibleTo(shown)]
    return " · ".join([shown.title(), *choices])


def lane_marks(experiment: Experiment) -> list[bytes]:
    """PNG of each lane's line and symbol, as in the curves."""
    with paper.light():
        return [paper.painted(_MARK, partial(paint_swatch, lane=look.style)) for look in lane_looks(experiment)]


def _without_controls(view: QWidget) -> None:
    """On paper there is nothing to press."""
    for kind in (QAbstractButton, QComboBox, QSlider, QAbstractSpinBox, QLineEdit):
        for control in view.findChildren(kind):
            control.hide()
    for label in view.findChildren(QLabel):
        buddy = left_to_parent(label.buddy())
        if buddy is not None and buddy.isHidden():
            label.hide()


def _unroll(view: QWidget) -> None:
    """All that scrolls on the screen gets the height that it needs: there is no scrolling on paper."""
    for area in view.findChildren(QScrollArea):
        held = area.widget()
        if held is None:
            continue
        area.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setMinimumHeight(held.sizeHint().expandedTo(held.minimumSizeHint()).height())


def _room_for(view: QWidget) -> QSize:
    """Enough that nothing lies upon anything else."""
    layout = view.layout()
    if layout is None:
        return INSIDE
    layout.activate()
    least = layout.totalMinimumSize().expandedTo(view.minimumSizeHint()).expandedTo(view.sizeHint())
    width = max(INSIDE.width(), least.width())
    height = layout.totalHeightForWidth(width) if layout.hasHeightForWidth() else 0
    return QSize(width, max(INSIDE.height(), least.height(), height))


def _leave_only_curves(panel: CurvesPanel) -> None:
    """Without the buttons, and whatever else is there to be used."""
    for button in panel.header.findChildren(QToolButton):
        button.hide()
    shown = {panel.header, panel.loss, panel.accuracy}
    card = panel.loss.parentWidget()
    assert card is not None
    for child in (*card.children(), *panel.children()):
        if isinstance(child, QWidget) and child is not card and child not in shown and not isinstance(child, QLabel):
            child.hide()


def _without_frame(panel: QWidget) -> None:
    """The card's edge is the window's, not the picture's."""
    for card in panel.findChildren(QFrame):
        if card.property("role") == "card":
            card.setProperty("role", "")
