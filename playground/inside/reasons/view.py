"""Why the lanes answer what they answer: which pixels of a row, or of a drawing, it hangs on."""

from __future__ import annotations

from typing import ClassVar

from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QCheckBox, QFrame, QHBoxLayout, QLabel, QScrollArea, QSpinBox, QWidget

from engine.data import Dataset
from engine.experiment.experiment import Experiment
from engine.inspectors.answers.reasons import LANES, Reasons
from playground.inside.reasons.canvas import ReasonsCanvas
from playground.inside.view import InsidePanel
from playground.ui.look import theme
from playground.ui.text import field_text
from playground.ui.widgets.elided_label import ElidedLabel


class ReasonsPanel(InsidePanel):
    """The visible lanes below each other, the one in focus first."""

    name: ClassVar[str] = "reasons"

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.number = QSpinBox()
        self.number.setObjectName("reasons.row")
        self.number.setRange(1, 1)
        self.number.setAccessibleName(self.tr("Training row"))
        self.number.setToolTip(field_text.wrapped(self.tr("Which picture goes through the network.")))
        self.number.valueChanged.connect(self._on_row)
        self.drawn = QCheckBox(self.tr("The drawing"))
        self.drawn.setObjectName("reasons.drawing")
        self.drawn.setToolTip(
            field_text.wrapped(self.tr("Sends what you drew in the view Draw through the network in place of a row."))
        )
        self.drawn.toggled.connect(self._on_drawn)
        self.truth = ElidedLabel()
        self.truth.setObjectName("reasons.truth")
        self.truth.setFont(theme.font("small"))
        caption = QLabel(self.tr("Training row"))
        caption.setFont(theme.font("small"))
        caption.setBuddy(self.number)
        line = QHBoxLayout()
        line.setSpacing(theme.SPACE_2)
        for widget in (caption, self.number, self.drawn):
            line.addWidget(widget)
        line.addWidget(self.truth, 1)
        self.canvas = ReasonsCanvas()
        self.canvas.setObjectName("reasons.canvas")
        self.canvas.setAccessibleName(self.tr("Which pixels the answer of each lane hangs on"))
        self.canvas.describe(self.tr("Arrow keys move over the picture, Page Up and Page Down from lane to lane."))
        self.body.addLayout(line)
        area = QScrollArea()
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setWidgetResizable(True)
        area.setWidget(self.canvas)
        self.body.addWidget(area, 1)

    # --- showing ----------------------------------------------------------------------------------------------------

    def show_experiment(self, experiment: Experiment) -> None:
        super().show_experiment(experiment)
        self._ask()

    def set_focus(self, lane: int) -> None:
        super().set_focus(lane)
        self._ask()

    def show_dataset(self, dataset: Dataset | None) -> None:
        if dataset is not None:
            self.number.blockSignals(True)
            self.number.setMaximum(len(dataset.train_x))
            self.number.blockSignals(False)
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
        self.truth.setText(self.tr("it is {label}").format(label=self.dataset.classes[label]) if is_known else "")

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

    # --- what a person does -----------------------------------------------------------------------------------------

    def _on_row(self, number: int) -> None:
        self.drawn.setChecked(False)
        self.requested.emit("row", number - 1)

    def _on_drawn(self, is_on: bool) -> None:
        self.requested.emit("sees_drawing", is_on)

    def take_over(self, shown: InsidePanel) -> None:
        super().take_over(shown)
        if isinstance(shown, ReasonsPanel):
            self.number.setValue(shown.number.value())
            self.drawn.setChecked(shown.drawn.isChecked())
