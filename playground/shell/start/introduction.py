"""The introduction: one page on what there is in the window and how to read it, with the first steps below."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Final

from PySide6.QtCore import QCoreApplication, QSize, Qt
from PySide6.QtWidgets import QGridLayout, QLabel, QVBoxLayout, QWidget

from playground.shell.actions.sheet import Sheet
from playground.shell.start.next_steps import StepCard, steps
from playground.ui.look import theme

_WIDTH: Final = 620


def _tr(text: str) -> str:
    return QCoreApplication.translate("Introduction", text)


def _lines() -> list[tuple[str, str]]:
    """(what, how to read it), in the order in which a person meets it."""
    return [
        (
            _tr("Play"),
            _tr(
                "F5 trains the network step by step: a batch of rows goes through it, and every weight moves a little "
                "downhill. Reset goes back to the same starting weights."
            ),
        ),
        (
            _tr("Data"),
            _tr(
                "The rows it learns from, and rows kept apart that it is never trained on: only those say whether it "
                "has learned a rule or its rows by heart."
            ),
        ),
        (
            _tr("Network"),
            _tr(
                "Layers from the input to the answer. Click one to see its settings; + adds layers, and each number "
                "may be changed while it trains."
            ),
        ),
        (
            _tr("Lanes"),
            _tr(
                "Copies of the network that differ in one setting only. All see the same batches and draw the same "
                "random numbers, so what differs on the screen was caused by that setting."
            ),
        ),
        (
            _tr("Curves"),
            _tr(
                "Solid for training rows, dashed for the others. Where the dashed loss climbs while the solid one "
                "falls, the net overfits."
            ),
        ),
        (
            _tr("Inside"),
            _tr(
                "Signals, gradients, weights, borders, mistakes: what goes on in the selected lane, and why it "
                "learns or does not."
            ),
        ),
        (
            _tr("The bar below"),
            _tr(
                "It names what is wrong with a run, its cause, and a remedy that was tried on a copy; one press "
                "applies it, and Undo takes it back."
            ),
        ),
        (
            _tr("Nothing breaks"),
            _tr("Every edit can be undone, and closing the window keeps the run: the next start goes on with it."),
        ),
    ]


class _Page(QWidget):
    """As high as its texts in this width."""

    def sizeHint(self) -> QSize:
        return QSize(_WIDTH, self.heightForWidth(_WIDTH - 2 * theme.SPACE_4))


def introduction_sheet(window: QWidget, take: Callable[[str], object]) -> Sheet:
    """``sheet.introduction``, put away at first. take: gets the preset of the first step that is pressed."""
    page = _Page()
    column = QVBoxLayout(page)
    column.setContentsMargins(0, 0, theme.SPACE_2, 0)
    column.setSpacing(theme.SPACE_3)
    grid = QGridLayout()
    grid.setHorizontalSpacing(theme.SPACE_4)
    grid.setVerticalSpacing(theme.SPACE_2)
    grid.setColumnStretch(1, 1)
    top = Qt.AlignmentFlag.AlignTop
    for row, (what, how) in enumerate(_lines()):
        name, text = QLabel(what), QLabel(how)
        name.setFont(theme.font("title"))
        text.setWordWrap(True)
        for label in (name, text):
            label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        grid.addWidget(name, row, 0, top)
        grid.addWidget(text, row, 1, top)
    column.addLayout(grid)
    sheet = Sheet(_tr("Introduction"), page, window)
    sheet.setObjectName("sheet.introduction")
    for step in steps():
        card = StepCard(step)
        card.setObjectName(f"introduction.{step.name}")
        card.clicked.connect(partial(_take, sheet, take, step.preset))
        column.addWidget(card)
    column.addStretch(1)
    return sheet


def _take(sheet: Sheet, take: Callable[[str], object], preset: str, checked: bool = False) -> None:
    sheet.put_away()
    take(preset)
