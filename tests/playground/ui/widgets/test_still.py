"""Words that change all the time lay nothing out anew."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication, QHBoxLayout, QLabel, QWidget
from pytestqt.qtbot import QtBot

from playground.inside.diagnosis_bar import DiagnosisBar
from playground.ui.widgets.still import Still


class Requests(QObject):
    """How often a widget was asked to lay itself out."""

    def __init__(self, watched: QWidget) -> None:
        super().__init__()
        self.count = 0
        watched.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        self.count += event.type() == QEvent.Type.LayoutRequest
        return False


def settle() -> None:
    """What is posted while something posted is done comes in the next turn."""
    for _ in range(3):
        QApplication.processEvents()


def test_a_number_that_counts_on_keeps_its_place_until_it_needs_more(qtbot: QtBot) -> None:
    box = QWidget()
    qtbot.addWidget(box)
    number, unit = QLabel("9"), QLabel("steps")
    layout = QHBoxLayout(box)
    layout.addWidget(Still(number, 60))
    layout.addWidget(unit)
    box.show()
    settle()
    requests = Requests(box)
    place = unit.geometry()
    number.setText("10")
    settle()
    assert (requests.count, unit.geometry()) == (0, place)
    number.setText("10 000 of 20 000 000")
    settle()
    assert requests.count == 1
    assert number.width() >= number.sizeHint().width()
    number.setText("10")
    settle()
    assert requests.count == 2


def test_a_sentence_about_the_step_does_not_lay_the_window_out(qtbot: QtBot) -> None:
    bar = DiagnosisBar()
    qtbot.addWidget(bar)
    bar.resize(500, bar.sizeHint().height())
    bar.show()
    settle()
    requests = Requests(bar)
    bar.show_quiet("Nothing found: the test loss still falls, 0.5 at step 100.")
    settle()
    bar.show_quiet("Nothing found: the test loss still falls, 0.25 at step 1000.")
    settle()
    assert requests.count == 0
    assert bar.nothing.shown_text().endswith("step 1000.")
