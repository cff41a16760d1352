"""The plane as bent by each hidden layer: what a net does to space until straight lines part the classes."""

from __future__ import annotations

from typing import ClassVar

from PySide6.QtGui import QColor
from PySide6.QtWidgets import QWidget

from engine.data import Dataset
from engine.inspectors.net.bent import Bent, BentPlane
from playground.inside.bent.planes import BentPlanes, Plane
from playground.inside.view import InsidePanel
from playground.ui.look import number_scale, theme
from playground.ui.look.lane_tag import LaneTag
from playground.ui.look.number_scale import NumberScale
from playground.ui.text.numbers import count, percent


class BentPanel(InsidePanel):
    """Of the lane in focus; for data of two features only."""

    name: ClassVar[str] = "bent"

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._marks: tuple[Dataset, list[QColor], list[int]] | None = None
        self.tag = LaneTag()
        self.header.add_widget(self.tag)
        self.planes = BentPlanes()
        self.planes.setObjectName("bent.planes")
        self.planes.setAccessibleName(self.tr("The plane behind each hidden layer"))
        self.planes.setAccessibleDescription(self.tr("Left and right lead from layer to layer."))
        self.body.addWidget(self.planes, 1)

    def refresh(self) -> None:
        self.tag.show_lane(self.looks[self.focus] if len(self.looks) > 1 else None)
        found = self.snapshot.inside.get("bent") if self.snapshot is not None else None
        message = self._what_to_do(found)
        self.show_message(message)
        if not message and isinstance(found, Bent) and self.dataset is not None:
            colors, symbols = self._of_rows(self.dataset)
            self.planes.show_planes([self._plane(plane, colors, symbols) for plane in found.planes])

    def _what_to_do(self, found: object) -> str:
        """Why there is nothing to see; empty where there is."""
        if self.dataset is None:
            return self.tr("There are no rows yet.")
        if not self.dataset.is_plane:
            return self.tr("This view is for data of two features: choose a spiral, or XOR, as the data source.")
        if not isinstance(found, Bent):
            return self.tr("The planes are drawn in a moment.")
        if len(found.planes) < 2:
            return self.tr("This net has no hidden layer that could bend the plane: add one.")
        return ""

    def _of_rows(self, data: Dataset) -> tuple[list[QColor], list[int]]:
        """The colour and the mark of each training row."""
        if self._marks is None or self._marks[0] is not data:
            if data.task == "numbers":
                colors = number_scale.colors()
                levels = NumberScale.of(data).levels(data.train_y)
                self._marks = data, [QColor(colors[level]) for level in levels.tolist()], [0] * len(levels)
            else:
                labels = data.train_y.tolist()
                self._marks = data, [theme.class_color(label) for label in labels], labels
        return self._marks[1], self._marks[2]

    def _plane(self, plane: BentPlane, colors: list[QColor], symbols: list[int]) -> Plane:
        title, note = self.tr("the plane"), ""
        sentence = self.tr("the two features themselves")
        if plane.row >= 0:
            title = self.tr("layer {number}").format(number=plane.row + 1)
            if plane.units > 2:
                note = self.tr("{share} of the spread").format(share=percent(plane.spread, 0))
                sentence = self.tr("of {units} units, the two directions in which rows differ most").format(
                    units=count(plane.units)
                )
            else:
                sentence = self.tr("its {units} units are the two directions").format(units=count(plane.units))
        rows = len(plane.points)
        return Plane(title, note, sentence, plane.lines, plane.points, colors[:rows], symbols[:rows])
