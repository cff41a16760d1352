"""The legend in the header: only the marks that are on the drawing, in words also for who does not see them."""

from __future__ import annotations

from pytestqt.qtbot import QtBot

from playground.network import legend
from tests.engine.helpers import activation, dense, dropout
from tests.playground.network.desk import Desk, spiral


def test_it_shows_what_is_on_the_drawing_and_no_more(qtbot: QtBot) -> None:
    desk = Desk(
        qtbot,
        spiral(dense(12), activation("relu"), dropout(0.5), dense(2), lanes=[{"name": "a fine lane"}, {"name": "b"}]),
        steps=1,
    )
    shown = desk.panel.header.legend
    assert shown.marks == (legend.SIGNS, legend.DROPPED)
    desk.trainer.groups[0].network.layers[0].bias[0, 0, 3] = -1000  # type: ignore[attr-defined]
    desk.look()
    assert shown.marks == (legend.SIGNS, legend.DEAD, legend.DROPPED)
    told = shown.accessibleDescription()
    assert "zero for every row" in told
    assert "dropout" in told
    assert "frozen" not in told
    header = desk.panel.header
    qtbot.addWidget(header)
    header.resize(360, 28)  # as in a window of 1280 pixels: buttons give way, the name and the samples do not
    header.show()
    assert header.lane_tag.width() == header.lane_tag.sizeHint().width()
    assert shown.width() >= shown.minimumSizeHint().width()
    assert header.buttons.in_menu
