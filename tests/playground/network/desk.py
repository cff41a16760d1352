"""A panel of the network with a trainer behind it, for the tests of this room."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QPoint
from pytestqt.qtbot import QtBot

from engine.data import load
from engine.experiment.experiment import Experiment, parse
from engine.inspectors import InspectionRequest, look_inside
from engine.inspectors.net.network import NetworkLook
from engine.train.trainer import Trainer
from playground.network.panel import NetworkPanel
from tests.engine.helpers import activation, dense


def spiral(*layers: dict[str, Any], **fields: Any) -> Experiment:
    """Two features, two classes."""
    stack = list(layers) or [dense(6), activation("tanh"), dense(2)]
    return parse({"data": {"source": "spiral", "train": 60, "test": 40}, "layers": stack, **fields})


def digits(*layers: dict[str, Any], **fields: Any) -> Experiment:
    """Pictures."""
    return parse({"data": {"source": "digits", "train": 60, "test": 40}, "layers": list(layers), **fields})


class Desk:
    """A panel, and a trainer that answers what it asks for."""

    def __init__(self, qtbot: QtBot, experiment: Experiment, steps: int = 20) -> None:
        self.panel = NetworkPanel()
        qtbot.addWidget(self.panel)
        self.trainer = Trainer(experiment, load(experiment.data))
        self.panel.show_experiment(experiment)
        self.panel.show_dataset(self.trainer.dataset)
        self.panel.resize(900, 260)
        self.panel.show()
        self.trainer.run(steps)
        self.look()

    def look(self) -> NetworkLook:
        """Shows what the trainer finds now."""
        inside = look_inside(self.trainer, InspectionRequest(**self.panel.request()))
        self.panel.show_snapshot(self.trainer.snapshot(inside=inside))
        self.panel.drawing.finish()
        found = inside["network"]
        assert isinstance(found, NetworkLook)
        return found

    def middle_of(self, column: int, unit: int) -> QPoint:
        """Of a unit, in the drawing."""
        return self.panel.drawing.scenes[0].placed[column].cell(unit).center().toPoint()
