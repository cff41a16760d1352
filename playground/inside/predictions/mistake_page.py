"""Single rows and what they were taken for: mistakes, a cell's rows, or what one lane knows and another does not."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QComboBox, QLabel, QSizePolicy, QVBoxLayout, QWidget

from engine.inspectors.answers.predictions import Predictions
from engine.records import record
from playground.inside.predictions.mistake_items import Item, Rows, Tone
from playground.inside.predictions.mistake_view import MistakeView
from playground.ui.look import theme
from playground.ui.look.lane_look import LaneLook
from playground.ui.text import field_text
from playground.ui.text.numbers import count, percent

Cell: TypeAlias = tuple[int, int]


@record
class Wanted:
    """Which rows: those of a cell, or those that the lane ``rival`` is wrong about; else all mistakes."""

    cell: Cell | None = None
    rival: int = -1


class MistakePage(QWidget):
    """The choice of rows, a line about them, and the rows."""

    wanted = Signal(object)
    """A `Wanted`: other rows are to be shown."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.choice = Wanted()
        self.which = QComboBox()
        self.which.setObjectName("predictions.which")
        self.which.setAccessibleName(self.tr("Which rows"))
        self.which.setToolTip(
            field_text.wrapped(
                self.tr("All mistakes, what this lane knows and another one does not, or the rows of a cell."),
                self.tr("A click on a cell of the confusion matrix shows its rows."),
            )
        )
        self.which.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.which.activated.connect(self._on_chosen)
        self.note = QLabel()
        self.note.setFont(theme.font("small"))
        self.note.setProperty("role", "muted")
        self.note.setWordWrap(True)
        self.rows = MistakeView()
        self.no_mistakes = self.none_such = ""
        """What is said where there are no mistakes, and where the rows that were chosen are none."""
        self._classes: tuple[str, ...] = ()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.SPACE_2)
        column.addWidget(self.which)
        column.addWidget(self.note)
        column.addWidget(self.rows, 1)

    def choose(self, wanted: Wanted) -> None:
        """Shows these rows from the next look on."""
        if wanted != self.choice:
            self.choice = wanted
            self.wanted.emit(wanted)

    def follow(self, classes: Sequence[str]) -> None:
        """Other rows have come: a cell of them is asked for anew, and one of other classes is none any more."""
        if tuple(classes) != self._classes:
            self._classes, self.choice = tuple(classes), Wanted()
        self.wanted.emit(self.choice)

    def show_choices(self, looks: Sequence[LaneLook], focus: int, classes: Sequence[str]) -> None:
        """All mistakes, one entry for each other lane, and the cell that was chosen."""
        entries = [(self.tr("All mistakes"), Wanted())]
        words = self.tr("Right, where {lane} is wrong")
        entries += [
            (words.format(lane=look.name), Wanted(rival=lane)) for lane, look in enumerate(looks) if lane != focus
        ]
        if self.choice.cell is not None and max(self.choice.cell) < len(classes):
            truth, taken = self.choice.cell
            if taken < 0:
                text = self.tr("All rows of {truth}").format(truth=classes[truth])
            else:
                text = self.tr("{truth} → {taken}").format(truth=classes[truth], taken=classes[taken])
            entries.append((text, self.choice))
        with QSignalBlocker(self.which):
            if [self.which.itemText(index) for index in range(self.which.count())] != [text for text, _ in entries]:
                self.which.clear()
                for text, wanted in entries:
                    self.which.addItem(text, wanted)
            places = [index for index, (_, wanted) in enumerate(entries) if wanted == self.choice]
            self.which.setCurrentIndex(places[0] if places else 0)
        if not places:
            self.choose(Wanted())

    def _on_chosen(self, index: int) -> None:
        self.choose(self.which.itemData(index))

    def show_rows(
        self, found: Predictions, labels: NDArray[np.int64], classes: Sequence[str], rows: Rows, more: str
    ) -> None:
        """labels: (rows,), the truth; more: what else is to be said of the probabilities."""
        if (found.cell, found.rival) != (self.choice.cell, self.choice.rival):  # they are on the way
            self.note.setText("")
            self.rows.hint = ""
            self.rows.show_items((), rows)
            return
        self.rows.hint = self.no_mistakes if found.picked is None else self.none_such
        answers, total = found.mistakes, found.n_mistakes
        if found.picked is not None:
            answers, total = found.picked, found.n_picked
        answers = answers[answers.rows < len(labels)]
        words = self.tr(
            "Validation row {row}: {truth} was taken for {taken}, {share} sure"
            if found.of_validation
            else "Test row {row}: {truth} was taken for {taken}, {share} sure"
        )
        if found.of_fold:
            words = self.tr("Training row {row}, left out here: {truth} was taken for {taken}, {share} sure")
        items = []
        for row, taken, share in zip(
            answers.rows.tolist(), answers.taken.tolist(), answers.probability.tolist(), strict=True
        ):
            truth, guess = classes[labels[row]], classes[taken]
            reading = words.format(row=row + 1, truth=truth, taken=guess, share=percent(share))
            tone: Tone = "good" if labels[row] == taken else "danger"
            items.append(Item(row, truth, guess, percent(share, 0), reading, tone))
        self.rows.show_items(items, rows)
        text = self._heading(total, is_picked=found.picked is not None)
        if found.of_fold:
            more = " " + self.tr("(of the fold that this lane leaves out; the other lanes have the other rows)") + more
        self.note.setText(text.format(count=count(total)) + more)

    def _heading(self, total: int, *, is_picked: bool) -> str:
        """What the lines are, and how many; the count is to be filled in."""
        if total == 1:
            if is_picked:
                return self.tr("truth → what it was taken for, and how surely; 1 row")
            return self.tr("truth → what it was taken for, and how surely; 1 mistake")
        if is_picked:
            return self.tr("truth → what it was taken for, and how surely; {count} rows, the surest first")
        return self.tr("truth → what it was taken for, and how surely; {count} mistakes, the surest first")
