"""The penalty: its share of each lane's gradient, the layer that a person chooses, and the weights that shrink."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np
import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QColor, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from engine.data import load
from engine.experiment.experiment import Experiment
from engine.inspectors import InspectionRequest, look_inside
from engine.inspectors.penalty import PenaltyForces
from engine.train.snapshot import Snapshot
from engine.train.trainer import Trainer
from playground.inside.views import VIEWS
from playground.inside.weights.penalty_bars import DATA, PENALTY
from playground.inside.weights.penalty_scatter import Forces
from playground.inside.weights.penalty_view import PenaltyPanel
from playground.ui.look import theme
from tests.playground.helpers import small

Open = Callable[..., PenaltyPanel]


def lanes(*settings: dict[str, float]) -> Experiment:
    return small(
        lanes=[
            {"name": f"lane {i}", "set": {f"layers.*.{field}": value for field, value in chosen.items()}}
            for i, chosen in enumerate(settings)
        ]
    )


def trained(experiment: Experiment, steps: int = 20) -> Trainer:
    trainer = Trainer(experiment, load(experiment.data), run=1)
    for _ in range(steps):
        trainer.run(1, record=True)
    return trainer


def look(trainer: Trainer, focus: int = 0) -> Snapshot:
    return trainer.snapshot(inside=look_inside(trainer, InspectionRequest(VIEWS["penalty"].request, focus=focus)))


@pytest.fixture
def opened(qtbot: QtBot) -> Open:
    def make(experiment: Experiment, size: tuple[int, int] = (480, 620)) -> PenaltyPanel:
        panel = PenaltyPanel()
        qtbot.addWidget(panel)
        panel.resize(*size)
        panel.show_experiment(experiment)
        with qtbot.waitExposed(panel):
            panel.show()
        return panel

    return make


def pixels(widget: QWidget, color: QColor) -> int:
    """How many pixels have nearly this colour."""
    image = widget.grab().toImage().convertToFormat(QImage.Format.Format_RGB32)
    data = np.frombuffer(image.constBits(), np.uint8).reshape(image.height(), image.width(), 4)[..., 2::-1]
    return int((np.abs(data.astype(int) - np.array(color.getRgb()[:3])).max(axis=2) < 24).sum())


def color(name: str) -> QColor:
    return QColor(getattr(theme.current(), name))


def forces(panel: PenaltyPanel) -> Forces:
    shown = panel.scatter._forces
    assert shown is not None
    return shown


def test_before_the_first_step_it_says_what_to_do(opened: Open) -> None:
    panel = opened(lanes({"l2": 0.1}))
    assert "Play" in panel.message.text()
    assert pixels(panel.message, color("muted")) > 20
    assert panel.scatter.headline() == ""


def test_bars_show_the_share_of_the_penalty_in_every_lane(opened: Open, qtbot: QtBot) -> None:
    experiment = lanes({"l2": 0.0}, {"l2": 0.01}, {"l2": 1.0})
    trainer = trained(experiment)
    panel = opened(experiment)
    panel.show_snapshot(look(trainer))
    shares = [lane.share(0) for lane in panel.bars.lanes()]
    assert shares[0] == 0
    assert 0 < shares[1] < shares[2] < 1
    view = trainer.snapshot().layer_history
    assert view is not None
    data, penalty = (np.exp(np.log(view.figure(name)[-12:, 0, 1]).mean()) for name in ("gradient", "penalty"))
    assert shares[1] == pytest.approx(penalty / (data + penalty), rel=1e-4)
    qtbot.waitUntil(lambda: panel.bars.height() > 50)
    only_data = pixels(panel.bars, color(PENALTY))
    panel.set_focus(2)
    assert pixels(panel.bars, color(PENALTY)) > only_data + 500
    assert "lane 1" in panel.bars.norms(0)


def test_a_click_and_the_arrow_keys_choose_a_layer(opened: Open, qtbot: QtBot) -> None:
    experiment = lanes({"l2": 0.1})
    panel = opened(experiment)
    panel.show_snapshot(look(trained(experiment)))
    qtbot.waitUntil(lambda: panel.bars.height() > 50)
    first = forces(panel)
    QTest.mouseClick(panel.bars, Qt.MouseButton.LeftButton, pos=panel.bars.row(1).center().toPoint())
    second = forces(panel)
    assert (first.layer, second.layer) == ("layer 1", "layer 4")
    assert second.points.shape != first.points.shape or (second.points != first.points).any()
    panel.bars.setFocus()
    QTest.keyClick(panel.bars, Qt.Key.Key_Up)
    assert forces(panel).layer == "layer 1"
    QTest.keyClick(panel.bars, Qt.Key.Key_Up)
    assert forces(panel).layer == "layer 1", "there is none above"


def test_it_counts_the_weights_that_shrink_and_marks_them(opened: Open) -> None:
    experiment = lanes({"l2": 0.05, "l1": 0.001})
    trainer = trained(experiment)
    snapshot = look(trainer)
    panel = opened(experiment)
    panel.show_snapshot(snapshot)
    seen = snapshot.inside["penalty"]
    assert isinstance(seen, PenaltyForces)
    shrunk = float(seen.shrunk[0])
    assert f"{shrunk:.0%}" in panel.scatter.headline()
    weight, data, pull = seen.points[0]
    # The penalty makes it smaller where both forces together point to zero and the penalty has a part in it.
    expected = (data + pull) * weight < 0
    assert (forces(panel).shrinks() == expected).mean() > 0.99
    assert pixels(panel.scatter, color(PENALTY)) > 100
    assert pixels(panel.scatter, color(DATA)) > 20


def test_the_pointer_reads_a_single_weight(opened: Open, qtbot: QtBot) -> None:
    experiment = lanes({"l2": 0.1})
    panel = opened(experiment)
    panel.show_snapshot(look(trained(experiment)))
    scatter = panel.scatter
    qtbot.waitUntil(lambda: scatter.height() > 200)
    places = scatter._placed(forces(panel), scatter._frame())
    x, y = places[7]
    near = scatter.spot_at(QPointF(x, y))
    assert near is not None
    assert np.hypot(*(places[near] - places[7])) < 1e-9
    assert scatter.spot_at(QPointF(0, 0)) is None
    before = scatter.grab().toImage()
    QTest.mouseMove(scatter, QPoint(int(x), int(y)))
    qtbot.waitUntil(lambda: scatter.grab().toImage() != before)


@pytest.mark.parametrize("fields", [{"l2": 0.0}, {"l1": 0.01}, {"l2": 0.1}, {"l1": 0.1, "l2": 0.1}])
@pytest.mark.parametrize("size", [(380, 400), (900, 1000)])
def test_any_penalty_can_be_painted(opened: Open, fields: dict[str, Any], size: tuple[int, int]) -> None:
    experiment = lanes(fields)
    trainer = trained(experiment, 3)
    panel = opened(experiment, size)
    panel.show_snapshot(look(trainer))
    panel.grab()
    assert ("no penalty" in panel.scatter.headline()) == (not any(fields.values()))
    trainer.groups[0].network.parameters[0, :4] = [np.inf, np.nan, 1e30, 0]
    panel.show_snapshot(look(trainer))
    panel.grab()


def test_a_lane_that_has_left_says_so(opened: Open) -> None:
    experiment = small(lanes=[{"name": "a"}, {"name": "b", "set": {"optimizer.learning_rate": 100, "layers.*.l2": 1}}])
    trainer = trained(experiment, 60)
    assert trainer.diverged_at.keys() == {1}
    panel = opened(experiment)
    panel.set_focus(1)
    panel.show_snapshot(look(trainer, 1))
    assert "stopped training" in panel.scatter.headline()
    panel.grab()
