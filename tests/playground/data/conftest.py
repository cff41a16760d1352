"""The desk that the tests of a module share, as they share a window: see `shared_window`."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QThread
from PySide6.QtWidgets import QDialog, QWidget
from pytestqt.qtbot import QtBot

from engine.experiment.experiment import Experiment
from playground.document.work import Work
from tests.playground.data.desk import DataDesk
from tests.playground.helpers import small

OpenDesk = Callable[[Experiment], DataDesk]


@pytest.fixture(scope="module")
def _desk_of_module(keep: Callable[[QWidget], None]) -> Iterator[DataDesk]:
    desk = DataDesk(small())
    keep(desk)
    yield desk
    desk.close()


@pytest.fixture
def shared_desk(_desk_of_module: DataDesk, qtbot: QtBot) -> Iterator[OpenDesk]:
    """Opens an experiment on it: idle, without a past."""
    desk = _desk_of_module

    def opened(experiment: Experiment) -> DataDesk:
        desk.session.restore(Work(experiment))
        with qtbot.waitExposed(desk):
            desk.show()
        desk.message.close_message()
        desk.data.message.close_message()
        desk.activateWindow()
        qtbot.waitUntil(lambda: desk.session.snapshot is not None)
        return desk

    yield opened
    desk.session.run.pause()
    for dialog in desk.findChildren(QDialog):
        dialog.close()
    qtbot.waitUntil(lambda: not any(thread.isRunning() for thread in desk.findChildren(QThread)))
