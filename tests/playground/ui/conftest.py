"""A bench to put a widget on."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QToolTip
from pytestqt.qtbot import QtBot

from playground.ui.look import theme
from tests.playground.ui.bench import Bench


@pytest.fixture
def bench(qtbot: QtBot) -> Iterator[Bench]:
    theme.apply("light")
    yield Bench(qtbot)
    QToolTip.hideText()
