"""What the small forms have in common in which a branch gets another network: words, fields, noise, a button."""

from __future__ import annotations

from abc import abstractmethod
from typing import Final

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFormLayout, QFrame, QLabel, QPushButton, QVBoxLayout, QWidget

from engine.train.kept.growing import NOISES
from playground.ui.branching.place import BranchPlace
from playground.ui.fields.choice_edit import ChoiceEdit
from playground.ui.fields.editing import ENTER
from playground.ui.look import theme
from playground.ui.text import field_text
from playground.ui.text.numbers import percent

_WIDTH: Final = 300


class BranchForm(QFrame):
    """Goes away when somebody presses elsewhere, or Escape; Enter does what the button does."""

    def __init__(self, place: BranchPlace, row: int, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self._place, self._row = place, row
        self.setObjectName("branch.form")
        self.setProperty("role", "card")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.why_not = paragraph()
        self.why_not.setObjectName("branch.why_not")
        self.button = QPushButton()
        self.button.setToolTip(
            field_text.wrapped(self.tr("Adds the lane; it trains on with the others. Undo takes it away again."))
        )
        self.button.clicked.connect(self._do)

    @abstractmethod
    def _why_not(self) -> str:
        """Why what is filled in cannot be; empty where it can."""

    @abstractmethod
    def _say_wanted(self) -> None:
        """Emits what is filled in."""

    @property
    @abstractmethod
    def _first(self) -> QWidget:
        """The field that has the keys at first."""

    def noise_choice(self, usual: float, exactly: str, noisily: str) -> ChoiceEdit:
        """exactly, noisily: what it means where there is none, and some."""
        choice = ChoiceEdit(())
        choice.setObjectName("branch.noise")
        choice.setAccessibleName(self.tr("Noise"))
        for noise in NOISES:
            text = percent(noise, 1 if noise < 0.01 else 0) if noise else self.tr("none")
            choice.add_choice(str(noise), text, noisily if noise else exactly)
        choice.set_value(str(usual))
        return choice

    def lay_out(self, title: str, words: str, rows: list[tuple[str, QWidget]]) -> None:
        """rows: what stands before each field, and the field."""
        heading = QLabel(title)
        heading.setFont(theme.font("title"))
        form = QFormLayout()
        form.setHorizontalSpacing(theme.SPACE_3)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        for name, field in rows:
            form.addRow(name, field)
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.SPACE_3, theme.SPACE_2, theme.SPACE_3, theme.SPACE_3)
        column.addWidget(heading)
        column.addWidget(paragraph(words))
        column.addLayout(form)
        column.addWidget(self.why_not)
        column.addWidget(self.button, 0, Qt.AlignmentFlag.AlignRight)

    def check(self, *_: object) -> None:
        """What cannot be says why."""
        why_not = self._why_not()
        show_words(self.why_not, why_not)
        self.why_not.setVisible(bool(why_not))
        self.button.setEnabled(not why_not)
        self.adjustSize()

    def _do(self) -> None:
        if self.button.isEnabled():
            self._say_wanted()
            self.close()

    def open_at(self, place: QPoint) -> None:
        """Near a place on the screen, wholly on it."""
        self.adjustSize()
        screen = self.screen().availableGeometry()
        x = min(max(place.x(), screen.left() + 4), screen.right() - self.width() - 4)
        y = min(max(place.y(), screen.top() + 4), screen.bottom() - self.height() - 4)
        self.move(x, y)
        self.show()
        self._first.setFocus(Qt.FocusReason.PopupFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in ENTER:
            self._do()
        else:
            super().keyPressEvent(event)


def paragraph(text: str = "") -> QLabel:
    """Quiet words, as wide as the form."""
    label = QLabel()
    label.setWordWrap(True)
    label.setProperty("role", "muted")
    label.setFixedWidth(_WIDTH)
    show_words(label, text)
    return label


def show_words(label: QLabel, text: str) -> None:
    """With room for all of it: a window of its own asks no label how high it is at its width."""
    label.setText(text)
    label.setFixedHeight(max(0, label.heightForWidth(_WIDTH)))
