"""What scrolls: as high as it would like, or with the least height that all of its parts need."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QLabel, QSizePolicy, QStackedWidget, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from playground.ui.widgets.scroll_holder import ScrollHolder, least_height, scroll_area


class Plot(QWidget):
    """Would like 200 pixels, and can do with 40."""

    def __init__(self) -> None:
        super().__init__()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def sizeHint(self) -> QSize:
        return QSize(100, 200)

    def minimumSizeHint(self) -> QSize:
        return QSize(50, 40)


def column(*parts: QWidget) -> QWidget:
    whole = QWidget()
    layout = QVBoxLayout(whole)
    layout.setContentsMargins(0, 3, 0, 4)
    layout.setSpacing(5)
    for part in parts:
        layout.addWidget(part)
    return whole


def test_a_line_that_wraps_makes_the_plots_beside_it_no_higher(qtbot: QtBot) -> None:
    words = QLabel("A sentence that is as long as it takes to need more than one line in a narrow view. " * 2)
    words.setWordWrap(True)
    pages = QStackedWidget()
    pages.addWidget(column(Plot(), words, Plot()))
    pages.addWidget(column(Plot()))
    held = column(QLabel("head"), pages)
    holder = ScrollHolder()
    holder.hold(held)
    qtbot.addWidget(holder)
    holder.resize(200, 100)
    holder.show()
    width = holder.viewport().width()
    wrapped = words.heightForWidth(width)
    inner = 2 * 40 + wrapped + 2 * 5 + 7
    head = held.layout().itemAt(0).widget().minimumSizeHint().height()  # type: ignore[union-attr]
    assert wrapped > 2 * words.fontMetrics().height()
    assert least_height(held, width) == head + inner + 5 + 7 == held.height()
    words.hide()
    qtbot.waitUntil(lambda: held.height() == head + 2 * 40 + 5 + 7 + 5 + 7)
    holder.resize(200, 900)
    assert held.height() == holder.viewport().height()


@pytest.mark.parametrize("sideways", [False, True])
def test_what_is_wider_than_its_room_is_scrolled_sideways_or_cut(qtbot: QtBot, sideways: bool) -> None:
    wide = QWidget()
    wide.setMinimumSize(400, 300)
    area = scroll_area(wide, sideways=sideways)
    qtbot.addWidget(area)
    area.resize(200, 100)
    area.show()
    qtbot.waitUntil(area.verticalScrollBar().isVisible)
    assert area.horizontalScrollBar().isVisible() == sideways


def test_tab_stops_at_what_scrolls_only_where_it_is_asked_to(qtbot: QtBot) -> None:
    for takes_focus in (False, True):
        area = scroll_area(takes_focus=takes_focus)
        qtbot.addWidget(area)
        assert bool(area.focusPolicy() & Qt.FocusPolicy.TabFocus) == takes_focus
