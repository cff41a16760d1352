"""The buttons that add a lane, copy one and take one away, each of which says why it cannot, where it cannot."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QToolButton

from engine.experiment.lanes.lane_edits import MOST_LANES
from playground.ui.text import field_text
from playground.ui.widgets.section import SectionHeader


class LaneButtons(QObject):
    """In a header; ``add``, ``duplicate``, ``remove``: the buttons themselves, which keys may press, too."""

    added = Signal()
    duplicated = Signal()
    removed = Signal()

    def __init__(self, header: SectionHeader) -> None:
        super().__init__(header)
        self.add = header.add_button("add", "", "action.add_lane")
        self.duplicate = header.add_button("duplicate", "", "action.duplicate_lane")
        self.remove = header.add_button("delete", "", "action.remove_lane")
        for button in (self.add, self.duplicate, self.remove):
            button.setFixedSize(26, 26)
        self.add.setAccessibleName(self.tr("Add lane"))
        self.duplicate.setAccessibleName(self.tr("Duplicate lane"))
        self.remove.setAccessibleName(self.tr("Remove lane"))
        self.add.clicked.connect(self._on_add)
        self.duplicate.clicked.connect(self._on_duplicate)
        self.remove.clicked.connect(self._on_remove)

    def show_count(self, count: int) -> None:
        """What can be done with so many lanes."""
        room = count < MOST_LANES
        full = self.tr("There are {count} lanes, which is as many as there can be.").format(count=count)
        add = self.tr("Add a lane: a copy of the network to change one setting in, trained side by side")
        duplicate = self.tr("Duplicate the selected lane, to change one setting in the copy (Ctrl+D)")
        remove = self.tr("Remove the selected lane (Delete)")
        last = self.tr("The last lane stays: it is the network itself.")
        _offer(self.add, room, add, full)
        _offer(self.duplicate, room, duplicate, full)
        _offer(self.remove, count > 1, remove, last)

    def _on_add(self) -> None:
        self.added.emit()

    def _on_duplicate(self) -> None:
        self.duplicated.emit()

    def _on_remove(self) -> None:
        self.removed.emit()


def _offer(button: QToolButton, is_possible: bool, what: str, why_not: str) -> None:
    button.setEnabled(is_possible)
    button.setToolTip(field_text.wrapped(what if is_possible else why_not))
