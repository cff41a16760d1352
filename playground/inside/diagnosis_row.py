"""One finding in the diagnosis bar: whose, what, what helps; and why, where somebody asks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QToolButton, QVBoxLayout, QWidget

from playground.inside.sentences import evidence_text, reason_text
from playground.ui.look import theme
from playground.ui.look.lane_look import LaneLook
from playground.ui.look.lane_swatch import LaneSwatch
from playground.ui.text import field_text
from playground.ui.text.sentences import sentence_text
from playground.ui.widgets.unfolding_label import UnfoldingLabel

if TYPE_CHECKING:
    from engine.diagnosis.findings import Finding


class DiagnosisRow(QWidget):
    """A sentence and what the trials came to, beside them the remedy; the evidence unfolds below, all of it."""

    why_wanted = Signal(int)
    """Its number, when the evidence is unfolded."""
    why_folded = Signal()

    def __init__(self, index: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.index = index
        self._swatch = LaneSwatch(0)
        self._text = UnfoldingLabel()
        self._tried = self._line("tried")
        self._tried.setAccessibleName(self.tr("What came of trying the remedy"))
        self._evidence = self._line("evidence", is_unfolded=True)
        self._reason = self._line("reason", is_unfolded=True)
        self.why = QToolButton()
        self.why.setObjectName(f"diagnosis.{index}.why")
        self.why.setText(self.tr("Why?"))
        self.why.setToolTip(
            field_text.wrapped(
                self.tr("The numbers behind this sentence, and the view, the lane and the layer that show them")
            )
        )
        self.why.setAccessibleName(self.tr("Why?"))
        self.why.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.why.clicked.connect(self._on_why)
        self.remedy = QPushButton()
        self.remedy.setObjectName(f"diagnosis.{index}.remedy")
        icon = QLabel()
        icon.setPixmap(theme.icon("warning", "warning").pixmap(QSize(16, 16), self.devicePixelRatioF()))
        words = QVBoxLayout()
        words.setSpacing(0)
        for line in (self._text, self._tried):
            words.addWidget(line)
        row = QHBoxLayout()
        row.setSpacing(theme.SPACE_2)
        row.addWidget(icon)
        row.addWidget(self._swatch)
        row.addLayout(words, 1)
        row.addWidget(self.remedy)
        row.addWidget(self.why)  # last: its place depends on no words, so a second click never meets another button
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(row)
        for line in (self._evidence, self._reason):
            line.setContentsMargins(16 + theme.SPACE_2, 0, 0, 0)  # below the words, not the sign
            column.addWidget(line)

    def _line(self, name: str, *, is_unfolded: bool = False) -> UnfoldingLabel:
        """A line of small type, not to be seen yet."""
        line = UnfoldingLabel(is_unfolded=is_unfolded)
        line.setFont(theme.font("small"))
        line.setProperty("role", "muted")
        line.setObjectName(f"diagnosis.{self.index}.{name}")
        line.hide()
        return line

    def tallest(self) -> int:
        """Pixels that it needs with a remedy that was tried, while its evidence is folded."""
        if not self._tried.text():
            self._tried.setText("0")  # a line without letters is lower
        words = self._text.sizeHint().height() + self._tried.sizeHint().height()
        return max(words, self.remedy.sizeHint().height(), self.why.sizeHint().height())

    def show_finding(self, finding: Finding, look: LaneLook, *, show_lane: bool) -> None:
        self._swatch.set_lane(look.style)
        self._swatch.setVisible(show_lane)
        self._text.setText(sentence_text(finding.text))
        self._evidence.setText(evidence_text(finding))
        self._reason.setText(reason_text(finding))
        outcome = "" if finding.outcome is None else sentence_text(finding.outcome)
        self._tried.setText(outcome)
        self._tried.setVisible(bool(outcome))
        self.remedy.setVisible(finding.remedy is not None)
        if finding.remedy is not None:
            text = sentence_text(finding.remedy.text)
            self.remedy.setText(text)
            self.remedy.setAccessibleName(text)
            self.remedy.setToolTip(
                field_text.wrapped(
                    self.tr(
                        "An ordinary edit, with which the lanes start again; Undo takes it back. A figure comes from a "
                        "copy of the lane that began anew with it, unseen, and made so many steps."
                    )
                )
            )

    @property
    def is_unfolded(self) -> bool:
        """Whether its evidence is there to be read."""
        return not self._evidence.isHidden()

    def fold(self) -> None:
        self._unfold(False)

    def _unfold(self, is_unfolded: bool) -> None:
        self._text.unfold(is_unfolded)
        self._tried.unfold(is_unfolded)
        self._evidence.setVisible(is_unfolded)
        self._reason.setVisible(is_unfolded)

    def _on_why(self) -> None:
        is_asked = not self.is_unfolded
        self._unfold(is_asked)
        if is_asked:
            self.why_wanted.emit(self.index)
        else:
            self.why_folded.emit()
