"""The cards of the first start: three questions that lead on, each a press away."""

from __future__ import annotations

from functools import partial
from typing import Final, NamedTuple

from PySide6.QtCore import QCoreApplication, QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QSizePolicy, QToolButton, QVBoxLayout, QWidget

from playground.ui.look import theme
from playground.ui.settings import settings
from playground.ui.text.field_text import wrapped

_LINE: Final = 26
"""Pixels of a card in a line."""
_CLOSED: Final = "start/next_steps_closed"


class Step(NamedTuple):
    """``preset``: what it opens; empty for the choice of a file."""

    name: str
    icon: str
    question: str
    sentence: str
    preset: str = ""


def _tr(text: str) -> str:
    return QCoreApplication.translate("NextSteps", text)


def steps() -> list[Step]:
    """In the language that is set."""
    return [
        Step(
            "naive",
            "warning",
            _tr("Why do naive weights fail?"),
            _tr("Ten layers, three starts: one explodes, one crawls, one learns."),
            "initializations",
        ),
        Step(
            "overfitting",
            "chart",
            _tr("Stop overfitting"),
            _tr("A net learns sixty points by heart; a penalty teaches it the rule."),
            "overfitting",
        ),
        Step("data", "table", _tr("Use my data"), _tr("A table from a file, or a folder of pictures for each class.")),
    ]


class StepCard(QPushButton):
    """``next.NAME``: a question with an icon, and where there is room a sentence below it."""

    def __init__(self, step: Step, parent: QWidget | None = None, *, is_line: bool = False) -> None:
        """is_line: without its sentence, as low as a line of text."""
        super().__init__(parent)
        self.setObjectName(f"next.{step.name}")
        self.setAccessibleName(step.question)
        self.setAccessibleDescription(step.sentence)
        self.setToolTip(wrapped(step.sentence))
        self.icon_label = QLabel()
        side = 16 if is_line else 18
        self.icon_label.setPixmap(theme.icon(step.icon, "accent").pixmap(QSize(side, side), self.devicePixelRatioF()))
        question = QLabel(step.question)
        question.setFont(theme.font("small" if is_line else "body", bold=True))
        self.sentence = QLabel(step.sentence)
        self.sentence.setFont(theme.font("small"))
        self.sentence.setProperty("role", "muted")
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(question)
        words.addWidget(self.sentence)
        row = QHBoxLayout(self)
        edge = 0 if is_line else theme.SPACE_1
        row.setContentsMargins(theme.SPACE_2 if is_line else theme.SPACE_3, edge, theme.SPACE_3, edge)
        row.setSpacing(theme.SPACE_2 if is_line else theme.SPACE_3)
        row.addWidget(self.icon_label)
        row.addLayout(words, 1)
        for label in (self.icon_label, question, self.sentence):
            label.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.sentence.setHidden(is_line)
        if is_line:
            self.setProperty("place", "row")
            self.setFixedHeight(_LINE)

    def sizeHint(self) -> QSize:
        row = self.layout()
        return row.sizeHint() if row is not None else super().sizeHint()

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()


class NextSteps(QWidget):
    """``next_steps``; stays until it is closed, which the next starts remember."""

    chosen = Signal(str)
    """The name of a preset; empty where a file of one's own is wanted."""
    introduction_wanted = Signal()
    closed = Signal()

    def __init__(self, parent: QWidget | None = None, *, is_line: bool = False) -> None:
        """is_line: in the row of the menus, for a window that has no height to give away."""
        super().__init__(parent)
        self.setObjectName("next_steps")
        self.setAccessibleName(_tr("First steps"))
        row = QHBoxLayout(self)
        row.setContentsMargins(theme.SPACE_2, 0, theme.SPACE_2, 0 if is_line else theme.SPACE_1)
        row.setSpacing(theme.SPACE_2)
        if is_line:
            row.addStretch(1)
        self.cards: list[StepCard] = []
        for step in steps():
            card = StepCard(step, is_line=is_line)
            card.clicked.connect(partial(self._on_card, step.preset))
            row.addWidget(card, 0 if is_line else 1)
            self.cards.append(card)
        self._about = about = QPushButton(_tr("Introduction"))
        about.setObjectName("next.introduction")
        about.setAccessibleName(_tr("Introduction"))
        about.setToolTip(_tr("One page: what there is in this window, and how to read it"))
        about.setProperty("flat", True)
        about.clicked.connect(self._on_introduction)
        row.addWidget(about)
        close = QToolButton()
        close.setObjectName("next.close")
        close.setIcon(theme.icon("close", "muted"))
        close.setIconSize(QSize(14, 14))
        close.setAccessibleName(_tr("Hide the first steps"))
        close.setToolTip(_tr("Hide the first steps for good; the introduction in the Help menu keeps them"))
        close.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        close.clicked.connect(self.close_for_good)
        row.addWidget(close)
        self._is_line = is_line
        if is_line:
            about.setProperty("place", "row")
            about.setFont(theme.font("small"))
        else:  # as high as the cards: the stylesheet gives every button a least height, which is that of one line
            self.setFixedHeight(self.cards[0].sizeHint().height() + theme.SPACE_1)

    def close_for_good(self) -> None:
        """No start shows them any more."""
        settings().setValue(_CLOSED, True)
        self.closed.emit()

    def _on_card(self, preset: str, checked: bool = False) -> None:
        self.chosen.emit(preset)

    def _on_introduction(self) -> None:
        self.introduction_wanted.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._is_line:  # the Help menu has the introduction, too, and a card is a card without its picture
            for parts in ([], [self._about], [self._about, *(card.icon_label for card in self.cards)]):
                for part in (self._about, *(card.icon_label for card in self.cards)):
                    part.setHidden(part in parts)
                if self._needed() <= self.width():
                    break

    def _needed(self) -> int:
        row = self.layout()
        assert row is not None
        row.invalidate()
        return row.minimumSize().width()


def are_wanted() -> bool:
    """Whether nobody has put them away yet."""
    return not settings().value(_CLOSED, False, type=bool)
