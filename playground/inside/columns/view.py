"""Which columns the lane in focus relies on: those that it does worse without."""

from __future__ import annotations

from typing import ClassVar

import numpy as np
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from engine.inspectors.answers.importance import COLUMNS, Importance
from playground.inside.columns.bars import Bar, ColumnBars
from playground.inside.view import InsidePanel
from playground.ui.look.lane_swatch import LaneSwatch
from playground.ui.text.numbers import count, fixed, percent, points
from playground.ui.widgets.scroll_holder import scroll_area


class ColumnsPanel(InsidePanel):
    """The columns in the order of their weight."""

    name: ClassVar[str] = "columns"

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.swatch = LaneSwatch(0)
        self.header.add_widget(self.swatch)
        self.caption = QLabel()
        self.caption.setObjectName("columns.caption")
        self.caption.setWordWrap(True)
        self.bars = ColumnBars()
        self.bars.setObjectName("columns.bars")
        self.bars.setAccessibleName(self.tr("What is lost without each column"))
        self.bars.setAccessibleDescription(self.tr("Arrow keys move from column to column."))
        inner = QWidget()
        stack = QVBoxLayout(inner)
        stack.setContentsMargins(0, 0, 0, 0)
        stack.addWidget(self.bars)
        stack.addStretch(1)
        area = scroll_area(inner, sideways=True, takes_focus=True)
        self.body.addWidget(self.caption)
        self.body.addWidget(area, 1)

    def refresh(self) -> None:
        if not self.looks:
            return
        look = self.looks[self.focus]
        if self.swatch.lane() != look.style:
            self.swatch.set_lane(look.style)
        found = self._found()
        if found is None or not found.names or not np.isfinite(found.score):
            self.header.set_note(look.name)
            self.show_message(self._what_to_do(look.name, found))
            return
        self.show_message("")
        self._show(found)

    def _found(self) -> Importance | None:
        """What belongs to the data and the lane that are shown now."""
        found = self.snapshot.inside.get("importance") if self.snapshot is not None else None
        if not isinstance(found, Importance) or found.focus != self.focus or self.dataset is None:
            return None
        preparation = self.dataset.preparation
        known = set(preparation.names if found.of_inputs else preparation.column_names)
        return found if set(found.names) <= known else None

    def _show(self, found: Importance) -> None:
        assert self.dataset is not None
        words = self.tr("{lane} · {rows} test rows")
        if found.of_validation:  # those of a fold are the lane's own, and in no dataset of the run
            words = self.tr("{lane} · {rows} validation rows")
        self.note_at(found.step, words.format(lane=self.looks[self.focus].name, rows=count(found.rows)))
        is_classes = bool(self.dataset.classes)
        if is_classes:
            words = self.tr("Points of accuracy lost when one column is shuffled; with all of them it is {score}.")
            self.caption.setText(words.format(score=percent(found.score)))
        else:
            words = self.tr("R² lost when one column is shuffled; with all of them it is {score}.")
            self.caption.setText(words.format(score=fixed(found.score, 3)))
        if found.of_inputs:
            told = self.tr(
                "Inputs are shuffled one by one, formulas among them, for a formula has no value for some shuffled "
                "columns: what a column is worth within a formula is told with the formula."
            )
            self.caption.setText(f"{self.caption.text()} {told}")
        reading = self.tr("Without {column}: {score}, which is {lost} less")
        bars = []
        for index in np.argsort(-found.lost, kind="stable").tolist():
            lost, left = float(found.lost[index]), found.score - float(found.lost[index])
            value = points(lost).removeprefix("+") if is_classes else fixed(lost, 3)
            score = percent(left) if is_classes else fixed(left, 3)
            name = found.names[index]
            bars.append(
                Bar(name, lost, float(found.spread[index]), value, reading.format(column=name, score=score, lost=value))
            )
        reach = max(float(np.max(found.lost + found.spread / 2)), 0.02)
        self.bars.show_bars(bars, reach)

    def _what_to_do(self, lane: str, found: Importance | None) -> str:
        if self.dataset is not None and self.dataset.image_shape is not None:
            return self.tr("No single pixel matters much: this view is for the columns of a table.")
        if found is None:
            return self.tr("Press Play and see which columns the lane relies on.")
        if not found.names:
            return self.tr("This view is for at most {most} columns: of more, it shuffles none.").format(most=COLUMNS)
        return self.tr("{lane} has diverged: its outputs are no numbers, so it relies on nothing.").format(lane=lane)
