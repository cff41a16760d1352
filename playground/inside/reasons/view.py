"""Why the lanes answer what they answer: which pixels of a row, or of a drawing, it hangs on."""

from __future__ import annotations

from typing import ClassVar

from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QWidget

from engine.data import Dataset
from engine.experiment.experiment import Experiment
from engine.inspectors.answers.reasons import LANES, Reasons
from playground.inside.picture_chooser import PictureChooser
from playground.inside.reasons.canvas import ReasonsCanvas
from playground.inside.view import InsidePanel
from playground.ui.widgets.scroll_holder import scroll_area


class ReasonsPanel(InsidePanel):
    """The visible lanes below each other, the one in focus first."""

    name: ClassVar[str] = "reasons"

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.chooser = PictureChooser(self.name)
        self.chooser.requested.connect(self.requested)
        self.canvas = ReasonsCanvas()
        self.canvas.setObjectName("reasons.canvas")
        self.canvas.setAccessibleName(self.tr("Which pixels the answer of each lane hangs on"))
        self.canvas.describe(self.tr("Arrow keys move over the picture, Page Up and Page Down from lane to lane."))
        self.body.addWidget(self.chooser)
        self.body.addWidget(scroll_area(self.canvas, sideways=True, takes_focus=True), 1)

    # --- showing ----------------------------------------------------------------------------------------------------

    def show_experiment(self, experiment: Experiment) -> None:
        super().show_experiment(experiment)
        self._ask()

    def set_focus(self, lane: int) -> None:
        super().set_focus(lane)
        self._ask()

    def show_dataset(self, dataset: Dataset | None) -> None:
        self.chooser.show_dataset(dataset)
        super().show_dataset(dataset)

    def _ask(self) -> None:
        """For the lanes that can be seen."""
        others = [lane for lane, look in enumerate(self.looks) if look.visible and lane != self.focus]
        self.requested.emit("asked", tuple([self.focus, *others][:LANES]))

    def showEvent(self, event: QShowEvent) -> None:
        self._ask()
        super().showEvent(event)

    def refresh(self) -> None:
        words = self._why_not()
        found = self.snapshot.inside.get("reasons") if self.snapshot is not None else None
        if words or not isinstance(found, Reasons) or not all(of.lane < len(self.looks) for of in found.lanes):
            self.show_message(words or self.tr("Press Play or Step, and the lanes say why."))
            return
        assert self.dataset is not None
        if any(of.answer >= len(self.dataset.classes) for of in found.lanes):
            return
        self.show_message("")
        self.canvas.show_reasons(found, [self.looks[of.lane] for of in found.lanes], self.dataset.classes)
        label = found.label
        is_known = 0 <= label < len(self.dataset.classes)
        words = self.tr("it is {label}").format(label=self.dataset.classes[label]) if is_known else ""
        self.chooser.show_row(found.row, words)

    def _why_not(self) -> str:
        if self.dataset is None:
            return ""
        if self.dataset.image_shape is None:
            return self.tr(
                "These rows are no pictures: choose Digits, MNIST or a folder of pictures in the data panel."
            )
        if self.dataset.task == "numbers":
            return self.tr("These rows have numbers to learn: this view asks why a class was chosen.")
        return ""

    def take_over(self, shown: InsidePanel) -> None:
        super().take_over(shown)
        if isinstance(shown, ReasonsPanel):
            self.chooser.take_over(shown.chooser)
