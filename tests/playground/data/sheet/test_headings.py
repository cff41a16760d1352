"""The headings of the data sheet are whole in each language, with the mark of the order beside them."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from playground.data.sheet.list import ColumnList
from playground.ui.text import i18n


@pytest.mark.parametrize("language", ["en", "ko"])
def test_each_heading_has_its_room(qtbot: QtBot, language: str) -> None:
    i18n.set_language(language)
    columns = ColumnList()
    qtbot.addWidget(columns)
    columns.show()
    header = columns.horizontalHeader()
    for section in range(header.count() - 1):  # the last takes what is left
        text = columns.model().headerData(section, Qt.Orientation.Horizontal)
        assert header.sectionSize(section) >= header.fontMetrics().horizontalAdvance(text) + 12, text
