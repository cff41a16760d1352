"""What stands behind *Why?* can be read to its end, however narrow the window is."""

from __future__ import annotations

from itertools import pairwise

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from engine.diagnosis.findings import Finding, Remedy, say
from playground.shell.main_window import MainWindow
from playground.ui.look.lane_look import lane_looks
from playground.ui.widgets.elided_label import ElidedLabel
from tests.conftest import thorough
from tests.playground.conftest import Open
from tests.playground.helpers import click, find, small

LONG = say(
    "A few values of {label} lie far from the others, {value} in line {line} farthest: the loss goes by them.",
    label="the price that was paid for the house",
    value=55361571,
    line=9,
)
FINDING = Finding(
    rule="rows_sorted", lane=0, text=LONG, evidence=(LONG, LONG), remedy=Remedy(say("Leave these rows out"), ())
)


def is_whole(label: QLabel) -> bool:
    assert isinstance(label, ElidedLabel)
    room = QRect(0, 0, label.contentsRect().width(), 0)
    needed = label.fontMetrics().boundingRect(room, int(Qt.TextFlag.TextWordWrap), label.text()).height()
    return label.shown_text() == label.text() and label.contentsRect().height() >= needed


@pytest.mark.parametrize("width", thorough([1000, 1280], by_day=[1000]))
def test_the_evidence_is_never_cut(qtbot: QtBot, shared_window: Open, width: int) -> None:
    window: MainWindow = shared_window(small())
    window.resize(width, 690)
    qtbot.waitUntil(lambda: window.session.snapshot is not None)
    window.diagnosis.show_findings((FINDING,), lane_looks(window.session.experiment))
    low = window.diagnosis.height()
    click(qtbot, window, "diagnosis.0.why")
    names = ("evidence", "reason", "tried")
    qtbot.waitUntil(lambda: window.diagnosis.height() > low, timeout=5000)
    row = window.diagnosis.rows[0]
    sentence = next(label for label in row.findChildren(ElidedLabel) if not label.objectName())
    labels = [sentence, *(find(window, QLabel, f"diagnosis.0.{name}") for name in names)]
    qtbot.waitUntil(lambda: all(map(is_whole, labels)), timeout=5000)
    places = [QRect(label.mapTo(window, label.rect().topLeft()), label.size()) for label in labels]
    assert all(window.rect().contains(place) for place in places)
    ordered = [places[0], places[3], places[1], places[2]]
    assert all(above.bottom() < below.top() for above, below in pairwise(ordered))
    click(qtbot, window, "diagnosis.0.why")
    qtbot.waitUntil(lambda: window.diagnosis.height() == low)
