"""The page of keys: what each one does, in groups."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from string import Template
from typing import ClassVar, Final

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from playground.shell.actions.sheet import Sheet
from playground.ui.look import theme
from playground.ui.panel import Panel

Group = Sequence[tuple[tuple[str, ...], str]]
"""Lines of (keys, what they do)."""

_COLUMNS: Final = 3
_KEYS_WIDTH: Final = 132
_TEXT_WIDTH: Final = 210
_CAP: Final = Template(
    "QLabel { background: $sunken; border: 1px solid $border_strong; border-radius: 4px; padding: 1px 5px; }"
)


class ShortcutsPanel(Panel):
    """The groups in columns of about equal length; `ShortcutsSheet` lays it over the window."""

    name: ClassVar[str] = "shortcuts"

    def __init__(self, groups: Mapping[str, Group], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        columns = [QVBoxLayout() for _ in range(_COLUMNS)]
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, theme.SPACE_3, 0)
        row.setSpacing(2 * theme.SPACE_4)
        total = sum(len(lines) + 2 for lines in groups.values())
        filled = 0
        for title, lines in groups.items():
            column = columns[_COLUMNS * (filled + (len(lines) + 2) // 2) // total]
            column.addLayout(_group(title, lines))
            filled += len(lines) + 2
        for column in columns:
            column.setSpacing(theme.SPACE_4)
            column.addStretch(1)
            row.addLayout(column, 1)

    def minimumSizeHint(self) -> QSize:
        return QSize(_COLUMNS * (_KEYS_WIDTH + _TEXT_WIDTH // 2), 0)  # its height follows from its width

    def sizeHint(self) -> QSize:
        width = _COLUMNS * (_KEYS_WIDTH + _TEXT_WIDTH + theme.SPACE_3) + _COLUMNS * 2 * theme.SPACE_4
        return QSize(width, self.heightForWidth(width))


def _group(title: str, lines: Group) -> QGridLayout:
    grid = QGridLayout()
    grid.setVerticalSpacing(theme.SPACE_1)
    grid.setHorizontalSpacing(theme.SPACE_3)
    grid.setColumnMinimumWidth(0, _KEYS_WIDTH)
    grid.setColumnStretch(1, 1)
    heading = QLabel(title)
    heading.setFont(theme.font("title"))
    grid.addWidget(heading, 0, 0, 1, 2)
    for row, (keys, text) in enumerate(lines, start=1):
        caps = QHBoxLayout()
        caps.setSpacing(theme.SPACE_1)
        for key in keys:
            caps.addWidget(_cap(key))
        caps.addStretch(1)
        grid.addLayout(caps, row, 0, Qt.AlignmentFlag.AlignTop)
        what = QLabel(text)
        what.setWordWrap(True)
        what.setMinimumWidth(_TEXT_WIDTH // 2)
        grid.addWidget(what, row, 1, Qt.AlignmentFlag.AlignTop)
    return grid


def _cap(key: str) -> QLabel:
    label = QLabel(key)
    label.setFont(theme.font("small"))
    label.setAlignment(Qt.AlignmentFlag.AlignCenter)
    label.setStyleSheet(theme.rules(_CAP))
    return label


class ShortcutsSheet(Sheet):
    """``sheet.shortcuts``"""

    def __init__(self, groups: Mapping[str, Group], parent: QWidget) -> None:
        super().__init__("", ShortcutsPanel(groups), parent)
        self.setObjectName("sheet.shortcuts")
        self.header.set_title(self.tr("Keyboard shortcuts"))
        self.header.set_note(self.tr("Escape closes this page; training continues meanwhile"))
        self.area.setAccessibleName(self.tr("Keyboard shortcuts"))
