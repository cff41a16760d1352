"""A desk with the panel of lanes."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from engine.experiment.experiment import Experiment
from tests.playground.helpers import small
from tests.playground.lane_desk import Desk
from tests.playground.lanes.grid.grids import Open


@pytest.fixture
def desk(qtbot: QtBot) -> Open:
    def make(experiment: Experiment | None = None) -> Desk:
        return Desk(qtbot, experiment or small())

    return make
