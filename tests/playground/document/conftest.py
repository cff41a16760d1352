"""What the tests of documents share."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from tests.playground.desk import Desk
from tests.playground.helpers import small


@pytest.fixture
def desk(qtbot: QtBot) -> Iterator[Desk]:
    """For what asks nothing of a panel: one preset after the other is laid out in none."""
    desk = Desk(small())
    qtbot.addWidget(desk)
    yield desk
    desk.close()
