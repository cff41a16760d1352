"""Which columns of the lane table are shown, chosen in the menu of its headings and kept."""

from __future__ import annotations

from collections.abc import Collection
from typing import Final

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from playground.lanes.table.columns import COSTS
from playground.lanes.table.figures.headings import Headings
from playground.ui.settings import settings
from playground.ui.text import field_text

_KEY: Final = "lanes/hidden_columns"
_ASKED_FOR: Final = "lanes/more_columns"
ALWAYS: Final = frozenset({"name"})
"""What a lane is called is always there."""


def hidden_columns() -> frozenset[str]:
    """Those that a person has taken away, also another time, and those that nobody has asked for."""
    return _kept(_KEY) | (frozenset(COSTS) - _kept(_ASKED_FOR))


def remember_hidden(hidden: Collection[str]) -> None:
    settings().setValue(_KEY, "|".join(sorted({*hidden} - {*COSTS})))
    settings().setValue(_ASKED_FOR, "|".join(sorted({*COSTS} - {*hidden})))


def _kept(key: str) -> frozenset[str]:
    return frozenset(filter(None, str(settings().value(key, "", type=str)).split("|")))


class ColumnMenu(QMenu):
    """An entry a column, checked while it is shown."""

    FOLD: Final = "fold"

    def __init__(
        self,
        parent: QWidget,
        headings: Headings,
        hidden: Collection[str],
        *,
        is_folded: bool | None,
        given_up: Collection[str] = (),
    ) -> None:
        """headings: column -> (title, what it means). is_folded: whether repeats are one row; None: there are none.
        given_up: columns for which there is no room."""
        super().__init__(parent)
        self.setObjectName("lanes.columns")
        if is_folded is not None:
            self._add(self.FOLD, self.tr("Seeds of a setting as one row"), is_folded)
            self.addSeparator()
        self.setToolTipsVisible(True)
        for name, (title, meaning) in headings.items():
            if name not in ALWAYS and title:
                if name in given_up:
                    title = self.tr("{column} (no room)").format(column=title)
                self._add(name, title, name not in hidden).setToolTip(field_text.wrapped(meaning))
        self.aboutToHide.connect(self.deleteLater)

    def _add(self, name: str, title: str, is_on: bool) -> QAction:
        action = self.addAction(title)
        action.setObjectName(f"lanes.columns.{name}")
        action.setData(name)
        action.setCheckable(True)
        action.setChecked(is_on)
        return action
