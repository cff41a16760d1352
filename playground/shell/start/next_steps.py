"""The cards of the first start, across the window: three questions that lead on, each a press away."""

from __future__ import annotations

from functools import partial
from typing import Final, NamedTuple

from PySide6.QtCore import QCoreApplication, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QSizePolicy, QToolBar, QToolButton, QVBoxLayout, QWidget

from playground.ui.look import theme
from playground.ui.settings import settings
from playground.ui.text.field_text import wrapped

TALL: Final = 800
"""From this height of the window on, each card says a sentence below its question."""
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

    def __init__(self, step: Step, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(f"next.{step.name}")
        self.setAccessibleName(step.question)
        self.setAccessibleDescription(step.sentence)
        self.setToolTip(wrapped(step.sentence))
        icon = QLabel()
        icon.setPixmap(theme.icon(step.icon, "accent").pixmap(QSize(18, 18), self.devicePixelRatioF()))
        question = QLabel(step.question)
        question.setFont(theme.font("body", bold=True))
        self.sentence = QLabel(step.sentence)
        self.sentence.setFont(theme.font("small"))
        self.sentence.setProperty("role", "muted")
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(question)
        words.addWidget(self.sentence)
        row = QHBoxLayout(self)
        row.setContentsMargins(theme.SPACE_3, theme.SPACE_1, theme.SPACE_3, theme.SPACE_1)
        row.setSpacing(theme.SPACE_3)
        row.addWidget(icon)
        row.addLayout(words, 1)
        for label in (icon, question, self.sentence):
            label.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.say_more(True)

    def say_more(self, is_wanted: bool) -> None:
        """With or without its sentence."""
        self.sentence.setVisible(is_wanted)
        row = self.layout()
        assert row is not None
        self.setFixedHeight(row.sizeHint().height())

    def sizeHint(self) -> QSize:
        row = self.layout()
        return row.sizeHint() if row is not None else super().sizeHint()

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()


class NextSteps(QToolBar):
    """``next_steps``; stays until it is closed, which the next starts remember."""

    chosen = Signal(str)
    """The name of a preset; empty where a file of one's own is wanted."""
    introduction_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("next_steps")
        self.setWindowTitle(_tr("First steps"))
        self.setAccessibleName(_tr("First steps"))
        self.setMovable(False)
        self.toggleViewAction().setVisible(False)
        holder = QWidget()
        row = QHBoxLayout(holder)
        row.setContentsMargins(theme.SPACE_2, 0, theme.SPACE_2, theme.SPACE_1)
        row.setSpacing(theme.SPACE_2)
        self.cards: list[StepCard] = []
        for step in steps():
            card = StepCard(step)
            card.clicked.connect(partial(self._on_card, step.preset))
            row.addWidget(card, 1)
            self.cards.append(card)
        about = QPushButton(_tr("Introduction"))
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
        self.addWidget(holder)
        self._fit()

    def close_for_good(self) -> None:
        """No start shows them any more."""
        settings().setValue(_CLOSED, True)
        self.hide()

    def _fit(self) -> None:
        window = self.parentWidget()
        for card in self.cards:
            card.say_more(window is not None and window.height() >= TALL)

    def _on_card(self, preset: str, checked: bool = False) -> None:
        self.chosen.emit(preset)

    def _on_introduction(self) -> None:
        self.introduction_wanted.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.close_for_good()
        else:
            super().keyPressEvent(event)


def are_wanted() -> bool:
    """Whether nobody has put them away yet."""
    return not settings().value(_CLOSED, False, type=bool)
