"""Messages, headers and labels: what they say, by themselves and under the pointer."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QLabel

from playground.ui.look.lane_swatch import LaneSwatch
from playground.ui.look.restyle import set_state
from playground.ui.text import field_text
from playground.ui.widgets.elided_label import ElidedLabel
from playground.ui.widgets.message_bar import MessageBar
from playground.ui.widgets.section import Section, SectionHeader
from tests.playground.ui.bench import LABEL, LEARNING_RATE, RATE, UNITS, Bench

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
"""Offscreen, Qt says of every popup what it cannot do."""


def test_ranges_in_words() -> None:
    assert field_text.range_text(RATE) == "from 0 to less than 1"
    assert field_text.range_text(LEARNING_RATE) == "more than 0, up to 100"
    assert field_text.range_text(UNITS) == "from 1 to 10000"
    assert field_text.range_text(LABEL) == ""


def test_tooltips_are_safe_from_markup() -> None:
    assert "<b>" not in field_text.wrapped("<b>a & b</b>", "<i>")
    assert field_text.wrapped("") == ""


def test_the_message_bar_says_what_and_offers_a_remedy(bench: Bench) -> None:
    bar = bench.show(MessageBar())
    assert not bar.isVisible()
    bar.show_message("error", "It diverged.", action="Lower the rate")
    assert bar.isVisible()
    assert bar.text() == bar.accessibleName() == "It diverged."
    with bench.qtbot.assertNotEmitted(bar.action_clicked):
        bench.qtbot.mouseClick(bar.action_button, Qt.MouseButton.LeftButton)  # meant for what was there before
    bench.qtbot.waitUntil(lambda: bar.settling.is_over)
    with bench.qtbot.waitSignal(bar.action_clicked):
        bench.qtbot.mouseClick(bar.action_button, Qt.MouseButton.LeftButton)
    bar.show_message("info", "Saved.")
    assert not bar.action_button.isVisible()
    with bench.qtbot.waitSignal(bar.closed):
        bench.qtbot.mouseClick(bar.close_button, Qt.MouseButton.LeftButton)
    assert not bar.isVisible()


def test_the_message_bar_closes_by_escape_and_says_so_once(bench: Bench) -> None:
    bar = bench.show(MessageBar())
    closed: list[None] = []
    bar.closed.connect(lambda: closed.append(None))
    bar.show_message("warning", "Look.")
    bar.close_button.setFocus()
    bench.qtbot.keyClick(bar.close_button, Qt.Key.Key_Escape)
    bar.close_message()
    assert not bar.isVisible()
    assert len(closed) == 1


def test_the_kinds_of_message_look_different(bench: Bench) -> None:
    bar = bench.show(MessageBar())
    pictures = []
    for kind in ("info", "warning", "error"):
        bar.show_message(kind, "The same words")
        pictures.append(bar.grab().toImage())
    assert pictures[0] != pictures[1] != pictures[2] != pictures[0]


def test_a_message_is_plain_text(bench: Bench) -> None:
    bar = bench.show(MessageBar())
    bar.show_message("error", "<b>x</b> is not a file")
    assert bar.findChildren(QLabel)[1].textFormat() == Qt.TextFormat.PlainText


def test_a_header_carries_title_note_and_buttons(bench: Bench) -> None:
    section = bench.show(Section("Layers"))
    header = section.header
    button = header.add_button("add", "Add a layer", "action.add_layer")
    assert header.findChild(type(button), "action.add_layer") is button
    assert button.accessibleName() == button.toolTip() == "Add a layer"
    header.set_title("Stack")
    header.set_note("3 layers")
    assert [label.text() for label in header.findChildren(QLabel)] == ["Stack", "3 layers"]
    with bench.qtbot.waitSignal(button.clicked):
        bench.qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert isinstance(header, SectionHeader)


def test_an_elided_label_shows_all_in_its_tooltip(bench: Bench) -> None:
    label = bench.show(ElidedLabel("A sentence that is longer than there is room for"))
    bench.window.resize(120, 80)
    label.resize(60, 20)
    assert label.shown_text().endswith("…")
    assert label.text() in label.toolTip()
    label.resize(label.fontMetrics().horizontalAdvance(label.text()) + 10, 20)
    assert label.shown_text() == label.text()
    assert label.toolTip() == ""


def test_an_elided_label_keeps_its_tooltip_true_when_the_text_changes(bench: Bench) -> None:
    label = bench.show(ElidedLabel("short"))
    label.resize(60, 20)
    label.setText("A sentence that is longer than there is room for")
    assert label.text() in label.toolTip()
    label.setText("short")
    assert label.toolTip() == ""


def test_swatches_tell_lanes_apart(bench: Bench) -> None:
    swatch = bench.show(LaneSwatch(0))
    pictures: list[QImage] = []
    for lane in range(12):
        swatch.set_lane(lane)
        assert str(lane + 1) in swatch.accessibleName()
        pictures.append(swatch.grab().toImage())
    assert all(one != other for i, one in enumerate(pictures) for other in pictures[:i])


def test_set_state_says_whether_it_changed(bench: Bench) -> None:
    label = bench.show(QLabel("x"))
    assert not set_state(label, "invalid", False)
    assert set_state(label, "invalid", True)
    assert not set_state(label, "invalid", True)
