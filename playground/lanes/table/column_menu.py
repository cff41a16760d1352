"""Which columns of the lane table are shown, chosen in the menu of its headings and kept."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import Final

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from playground.ui.settings import settings

_KEY: Final = "lanes/hidden_columns"
ALWAYS: Final = frozenset({"name"})
"""What a lane is called is always there."""


def hidden_columns() -> frozenset[str]:
    """Those that a person has taken away, also another time."""
    return frozenset(filter(None, str(settings().value(_KEY, "", type=str)).split("|")))


def remember_hidden(hidden: Collection[str]) -> None:
    settings().setValue(_KEY, "|".join(sorted(hidden)))


class ColumnMenu(QMenu):
    """An entry a column, checked while it is shown."""

    FOLD: Final = "fold"

    def __init__(
        self, parent: QWidget, titles: Mapping[str, str], hidden: Collection[str], *, is_folded: bool | None
    ) -> None:
        """is_folded: whether repeats are one row; None where there are none."""
        super().__init__(parent)
        self.setObjectName("lanes.columns")
        if is_folded is not None:
            self._add(self.FOLD, self.tr("Seeds of a setting as one row"), is_folded)
            self.addSeparator()
        for name, title in titles.items():
            if name not in ALWAYS and title:
                self._add(name, title, name not in hidden)
        self.aboutToHide.connect(self.deleteLater)

    def _add(self, name: str, title: str, is_on: bool) -> QAction:
        action = self.addAction(title)
        action.setObjectName(f"lanes.columns.{name}")
        action.setData(name)
        action.setCheckable(True)
        action.setChecked(is_on)
        return action
