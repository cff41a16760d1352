"""Held-out pictures moved, turned and dimmed by hand, and what each lane still knows of them."""

from __future__ import annotations

from math import sqrt
from typing import ClassVar

from PySide6.QtWidgets import QLabel, QWidget

from engine.inspectors.answers.moved import Moved
from engine.inspectors.request import Move
from playground.inside.moved.canvas import MovedCanvas
from playground.inside.moved.sliders import MoveSliders
from playground.inside.view import InsidePanel
from playground.ui.look import theme
from playground.ui.look.lane_tag import LaneTag
from playground.ui.text.numbers import count, percent
from playground.ui.widgets.scroll_holder import scroll_area


class MovedPanel(InsidePanel):
    """Training never sees these rows, nor what is done to them here."""

    name: ClassVar[str] = "moved"

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.tag = LaneTag()
        self.header.add_widget(self.tag)
        self.sliders = MoveSliders()
        self.sliders.moved.connect(self._on_moved)
        self.about = QLabel()
        self.about.setObjectName("moved.about")
        self.about.setFont(theme.font("small"))
        self.about.setProperty("role", "muted")
        self.about.setWordWrap(True)
        self.canvas = MovedCanvas()
        self.canvas.setObjectName("moved.canvas")
        self.canvas.setAccessibleName(self.tr("Rows as they were moved, and the accuracy of each lane"))
        self.canvas.describe(self.tr("Left and right go over the pictures, up and down over the lanes."))
        self.body.addWidget(self.sliders)
        self.body.addWidget(self.about)
        self.body.addWidget(scroll_area(self.canvas, sideways=True, takes_focus=True), 1)

    def _on_moved(self, move: Move) -> None:
        self.requested.emit("move", move)

    def refresh(self) -> None:
        self.tag.show_lane(self.looks[self.focus] if self.looks else None)
        words = self._why_not()
        found = self.snapshot.inside.get("moved") if self.snapshot is not None else None
        if words or not isinstance(found, Moved) or len(found.accuracy) != len(self.looks):
            self.show_message(words or self.tr("Press Play or Step, and lanes are asked about moved rows."))
            return
        if found.focus != self.focus:
            return
        if not found.rows:
            self.show_message(self.tr("This lane is given formulas in place of pixels: there is nothing to move."))
            return
        assert self.dataset is not None
        self.show_message("")
        self.about.setText(self._about(found))
        self.canvas.show_moved(found, self.looks, self.dataset.classes)

    def _why_not(self) -> str:
        if self.dataset is None:
            return ""
        if self.dataset.image_shape is None:
            return self.tr(
                "These rows are no pictures: choose Digits, MNIST or a folder of pictures in the data panel."
            )
        if self.dataset.task == "numbers":
            return self.tr("These rows have numbers to learn: this view asks how often a class is right.")
        return ""

    def _about(self, found: Moved) -> str:
        """Of how many rows, and how far chance may carry the figures."""
        words = self.tr("Accuracy of {rows} validation rows" if found.of_validation else "Accuracy of {rows} test rows")
        if found.rows < found.all_rows:
            words = self.tr(
                "Accuracy of {rows} of {all} validation rows, evenly spread, so that it is live: ± {error}"
                if found.of_validation
                else "Accuracy of {rows} of {all} test rows, evenly spread, so that it is live: ± {error}"
            )
        share = float(found.accuracy[found.focus])
        error = sqrt(max(share * (1 - share), 0) / found.rows) if share == share else 0
        words = words.format(rows=count(found.rows), all=count(found.all_rows), error=percent(error))
        return self.tr("{rows}; the stroke is where the same rows stand as they are.").format(rows=words)

    def take_over(self, shown: InsidePanel) -> None:
        super().take_over(shown)
        if isinstance(shown, MovedPanel):
            self.sliders.set_move(shown.sliders.move_)
