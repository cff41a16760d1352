"""What every panel is: a widget that shows what it is given and asks for changes by signals."""

from __future__ import annotations

from typing import ClassVar, Self

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from engine.data import Dataset
from engine.experiment.experiment import Experiment
from engine.train.snapshot import Snapshot
from playground.ui.panel_parts import Part


class Panel(QWidget):
    """Subclasses set ``name`` (objectName ``panel.NAME``) and override what concerns them.

    A panel is made anew when the language or the theme changes, so it reads both in its constructor.
    """

    edited = Signal(str, object)
    """(path, value): one field of the experiment shall change."""

    name: ClassVar[str]

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(f"panel.{self.name}")

    def dock_header(self) -> QWidget | None:
        """The line at the top, with the title or with buttons, that becomes the title bar of the panel's dock."""
        return None

    def is_folded(self) -> bool:
        """Whether it has no height; its dock shows it for a moment all the same, when it is put there."""
        return self.maximumHeight() == 0

    def take_over(self, other: Self) -> None:
        """What a person has chosen to see in the panel before, whose place this one takes."""

    def complete(self) -> None:
        """Makes at once what was left for spare time, as far as it edits something."""

    def show_experiment(self, experiment: Experiment) -> None:
        """A new experiment, or the same one with an edit."""

    def show_dataset(self, dataset: Dataset | None) -> None:
        """Other rows; None while there are none."""

    def parts(self) -> list[Part]:
        """What of it shows snapshots while training goes on, each part by itself; nothing, where none shows any."""
        return []

    def show_snapshot(self, snapshot: Snapshot | None) -> None:
        """The newest figures; None right after a restart. The window paints what asks for it by `update`, at one go."""
