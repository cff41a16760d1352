"""The toolbar: the box that names the preset that is open."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from engine.store.presets import load_preset
from playground.training.toolbar import TransportBar


@pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
def test_the_box_names_what_is_open_until_the_chosen_one_is(qtbot: QtBot) -> None:
    """Which it may never be: MNIST cannot be had without a connection, and its name stood over the run of another."""
    bar = TransportBar([("spiral", "Spiral", ""), ("overfitting", "Overfitting", "")])
    qtbot.addWidget(bar)
    bar.show_experiment(load_preset("spiral"))
    bar.show()
    bar.preset.setFocus()
    qtbot.keyClick(bar.preset, Qt.Key.Key_Down)
    cards = bar.preset.view()
    qtbot.waitUntil(cards.isVisible)
    qtbot.keyClick(cards, Qt.Key.Key_Down)
    with qtbot.waitSignal(bar.preset_chosen) as chosen:
        qtbot.keyClick(cards, Qt.Key.Key_Return)
    assert chosen.args == ["overfitting"]
    assert bar.preset.currentText() == "Spiral"
    bar.show_experiment(load_preset("overfitting"))
    assert bar.preset.currentText() == "Overfitting"


def test_a_card_says_what_its_picture_is_of(qtbot: QtBot) -> None:
    """Flat lines stood beside words of a loss that climbs: they are of the accuracy."""
    bar = TransportBar([("overfitting", "Overfitting", "The test loss climbs."), ("none", "None", "No curves.")])
    qtbot.addWidget(bar)
    choice = bar.preset
    told = [str(choice.itemData(row, Qt.ItemDataRole.ToolTipRole)) for row in range(2)]
    assert "The test loss climbs." in told[0]
    assert "accuracy on the test rows" in told[0]
    assert "accuracy" not in told[1]
