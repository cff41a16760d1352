"""The panel of the curves, opened on an experiment."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from engine.experiment.experiment import Experiment
from playground.curves.panel import CurvesPanel
from tests.playground.curves.desk import Open


@pytest.fixture
def opened(qtbot: QtBot) -> Open:
    def make(experiment: Experiment) -> CurvesPanel:
        panel = CurvesPanel()
        qtbot.addWidget(panel)
        panel.resize(800, 500)
        panel.show_experiment(experiment)
        with qtbot.waitExposed(panel):
            panel.show()
        return panel

    return make
