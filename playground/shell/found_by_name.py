"""A window whose controls are found by their names, also those that a start leaves for later."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Iterable
from typing import Any

from PySide6.QtWidgets import QMainWindow

from playground.ui.panel import Panel


class FoundByName(QMainWindow):
    """Scripts and tests know controls by their objectNames: what is folded away is made for who looks for it."""

    @abstractmethod
    def all_panels(self) -> Iterable[Panel]:
        """That may lack some yet."""

    def findChild(self, *sought: Any) -> Any:
        found = super().findChild(*sought)
        if found is None and len(sought) > 1 and sought[1]:
            for panel in self.all_panels():
                panel.complete()
            found = super().findChild(*sought)
        return found
