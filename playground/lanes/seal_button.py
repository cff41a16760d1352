"""Opens the test set, which is sealed where there are validation rows, and says how often that was done."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QToolButton, QWidget

from engine.train.openings import UNOPENED, Openings
from engine.train.snapshot import Snapshot
from playground.ui.look import theme
from playground.ui.text import field_text
from playground.ui.text.numbers import count

_MOST: Final = 5
"""Steps that are named."""


class SealButton(QToolButton):
    """There only with validation rows."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("action.open_test_set")
        self.setIcon(theme.icon("lock"))
        self.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._shown: tuple[bool, Openings] | None = None
        self._say(True, UNOPENED)
        self.hide()

    def show_snapshot(self, snapshot: Snapshot | None) -> None:
        """Whether the test set is sealed just now."""
        if snapshot is None or not snapshot.has_validation:
            self.setEnabled(False)
            return
        self.setEnabled(snapshot.is_test_sealed and not snapshot.looked_back)
        shown = snapshot.is_test_sealed, snapshot.openings
        if shown != self._shown:
            self._shown = shown
            self._say(*shown)

    def _say(self, is_sealed: bool, openings: Openings) -> None:
        text = self.tr("Open the test set" if is_sealed else "The test set is open")
        if openings.count > 1 or (is_sealed and openings.count):
            text = f"{text} · {openings.count}×"
        if openings.chosen_by:
            text = f"{text} · {self.tr('{rows} chosen by').format(rows=count(openings.chosen_by))}"
        self.setText(text)
        self.setAccessibleName(text)
        self.setToolTip(field_text.wrapped(self._lesson(), self._past(openings)))

    def _lesson(self) -> str:
        return self.tr(
            "The test rows tell how good the finished network is, because nothing was chosen by them. Whoever looks, "
            "changes something and looks again has chosen by them, and the figure becomes too good to be true: so open "
            "them once, at the end. Looking cannot be undone; with the next step they are sealed again."
        )

    def _past(self, openings: Openings) -> str:
        """When it was opened before, and what else is known of its rows."""
        told = [] if openings.count else [self.tr("Not opened yet.")]
        if openings.steps:
            steps = ", ".join(map(count, openings.steps[-_MOST:]))
            told.append(self.tr("Opened at step {steps}.").format(steps=steps))
        if openings.earlier and openings.seen is not None:
            text = self.tr("Opened {count}× in other runs, where {seen} of these test rows were among those looked at.")
            told.append(text.format(count=openings.earlier, seen=count(openings.seen)))
        elif openings.earlier:
            told.append(self.tr("Opened {count}× in other runs on the same rows.").format(count=openings.earlier))
        if openings.chosen_by:
            told.append(chosen_by_sentence(openings.chosen_by))
        return " ".join(told)


def chosen_by_sentence(rows: int) -> str:
    """That so many test rows validated in other runs."""
    text = QCoreApplication.translate(
        "TestRows", "{rows} of these test rows were validation rows before, and may have chosen the settings."
    )
    return text.format(rows=count(rows))
