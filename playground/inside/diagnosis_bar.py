"""What is wrong with the run, in one to three sentences; the evidence on a click, and the remedy as a button."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import Final

from PySide6.QtCore import QCoreApplication, QSize, Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QToolButton, QVBoxLayout, QWidget

from engine.diagnosis.findings import Finding, Sentence
from playground.ui.look import theme
from playground.ui.look.lane_look import LaneLook
from playground.ui.look.lane_swatch import LaneSwatch
from playground.ui.look.restyle import set_state
from playground.ui.text import field_text, i18n
from playground.ui.text.numbers import filled
from playground.ui.widgets.elided_label import ElidedLabel
from playground.ui.widgets.settling import Settling

MOST: Final = 3
_HEIGHT: Final = 34


class DiagnosisBar(QFrame):
    """The first sentence is shown, and the others unfold; always there, so that nothing jumps when it has to speak."""

    remedy_wanted = Signal(object)
    """The Finding whose button was pressed."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("diagnosis")
        self.setProperty("role", "message")
        self.setProperty("kind", "quiet")
        self.setAccessibleName(self.tr("Diagnosis"))
        self._findings: tuple[Finding, ...] = ()
        self._looks: list[LaneLook] = []
        self._is_open = False
        self.settling = Settling()
        self.rows = [_Row(index, self) for index in range(MOST)]
        self._when_quiet = self.tr("Problems found in this run and their remedies appear here.")
        self.nothing = QLabel(self._when_quiet)
        self.nothing.setObjectName("diagnosis.nothing")
        self.nothing.setProperty("role", "muted")
        self.nothing.setFont(theme.font("small"))
        self.setMinimumHeight(_HEIGHT)
        self.more = QToolButton()
        self.more.setObjectName("diagnosis.more")
        self.more.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.more.clicked.connect(self._on_more)
        self._keep_room_for_more()
        lines = QVBoxLayout()
        lines.setSpacing(2)
        lines.addWidget(self.nothing)
        for row in self.rows:
            lines.addWidget(row)
            row.remedy.clicked.connect(partial(self._on_remedy, row.index))
        layout = QHBoxLayout(self)
        layout.setContentsMargins(theme.SPACE_3, 2, theme.SPACE_2, 2)
        layout.addLayout(lines, 1)
        layout.addWidget(self.more, 0, Qt.AlignmentFlag.AlignTop)
        self._show_rows()

    def _keep_room_for_more(self) -> None:
        """Whether it is there or not, and whatever it says: the buttons beside it stay below the mouse."""
        policy = self.more.sizePolicy()
        policy.setRetainSizeWhenHidden(True)
        self.more.setSizePolicy(policy)
        widths = []
        for text in (self.tr("Less"), self.tr("{count} more").format(count=MOST - 1)):
            self.more.setText(text)
            self.more.ensurePolished()
            widths.append(self.more.sizeHint().width())
        self.more.setMinimumWidth(max(widths))

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        row = self.rows[0]
        for part in (row, *row.findChildren(QWidget)):
            part.ensurePolished()
        layout = self.layout()
        assert layout is not None
        around = [self.contentsMargins(), layout.contentsMargins()]
        room = row.sizeHint().height() + sum(margins.top() + margins.bottom() for margins in around)
        self.setMinimumHeight(max(_HEIGHT, room))  # of a row with a button, in the fonts that there are

    def findings(self) -> tuple[Finding, ...]:
        """What is said."""
        return self._findings

    def text(self) -> str:
        """All that is said, whether it is unfolded or not."""
        return " ".join(sentence_text(finding.text) for finding in self._findings)

    def show_findings(self, findings: Sequence[Finding], looks: Sequence[LaneLook]) -> None:
        """Says these; nothing, where there are none."""
        findings = tuple(finding for finding in findings if finding.lane < len(looks))[:MOST]
        if findings == self._findings and looks == self._looks:
            return
        self._looks = list(looks)
        if [(finding.rule, finding.lane) for finding in findings] != [(f.rule, f.lane) for f in self._findings]:
            for row in self.rows:
                row.fold()
        if [(finding.lane, finding.remedy) for finding in findings] != [(f.lane, f.remedy) for f in self._findings]:
            self.settling.has_changed()
        self._findings = findings
        for row, finding in zip(self.rows, findings, strict=False):
            row.show_finding(finding, looks[finding.lane], show_lane=len(looks) > 1)
        self._show_rows()

    def show_outcome(self, text: str) -> None:
        """What came of a remedy that was taken, where there is nothing else to say; empty where there is none."""
        if self.nothing.text() != (text or self._when_quiet):
            self.nothing.setText(text or self._when_quiet)

    def _show_rows(self) -> None:
        count = len(self._findings)
        if count:  # before a row is shown: for a moment there would be room for both, and all of the window would jump
            self.nothing.hide()
        for row in self.rows:
            row.setVisible(row.index < (count if self._is_open else min(count, 1)))
        self.more.setVisible(count > 1)
        if self._is_open:
            self.more.setText(self.tr("Less"))
            self.more.setToolTip(self.tr("Show only the most urgent sentence"))
        else:
            self.more.setText(self.tr("{count} more").format(count=count - 1))
            self.more.setToolTip(self.tr("Show what else there is to say about this run"))
        self.more.setAccessibleName(self.more.text())
        self.nothing.setVisible(not count)
        set_state(self, "kind", "warning" if count else "quiet")

    def _on_more(self) -> None:
        self._is_open = not self._is_open
        self._show_rows()

    def _on_remedy(self, index: int) -> None:
        if not self.settling.is_over:
            return
        if index < len(self._findings) and self._findings[index].remedy is not None:
            self.remedy_wanted.emit(self._findings[index])


class _Row(QWidget):
    """One finding: whose, what, why, and what to do."""

    def __init__(self, index: int, parent: QWidget) -> None:
        super().__init__(parent)
        self.index = index
        self._swatch = LaneSwatch(0)
        self._text = ElidedLabel()
        self._evidence = ElidedLabel()
        self._evidence.setFont(theme.font("small"))
        self._evidence.setProperty("role", "muted")
        self._evidence.setObjectName(f"diagnosis.{index}.evidence")
        self._evidence.hide()
        self.why = QToolButton()
        self.why.setObjectName(f"diagnosis.{index}.why")
        self.why.setText(self.tr("Why?"))
        self.why.setToolTip(self.tr("The numbers that this sentence comes from"))
        self.why.setAccessibleName(self.tr("Why?"))
        self.why.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.why.clicked.connect(self._on_why)
        self._tried = QLabel()
        self._tried.setFont(theme.font("small"))
        self._tried.setProperty("role", "muted")
        self._tried.setObjectName(f"diagnosis.{index}.tried")
        self._tried.hide()
        self.remedy = QPushButton()
        self.remedy.setObjectName(f"diagnosis.{index}.remedy")
        icon = QLabel()
        icon.setPixmap(theme.icon("warning", "warning").pixmap(QSize(16, 16), self.devicePixelRatioF()))
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(self._text)
        words.addWidget(self._evidence)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.SPACE_2)
        row.addWidget(icon)
        row.addWidget(self._swatch)
        row.addLayout(words, 1)
        row.addWidget(self._tried)
        row.addWidget(self.remedy)
        row.addWidget(self.why)  # last: its place depends on no words, so a second click never meets another button

    def show_finding(self, finding: Finding, look: LaneLook, *, show_lane: bool) -> None:
        self._swatch.set_lane(look.style)
        self._swatch.setVisible(show_lane)
        self._text.setText(sentence_text(finding.text))
        self._evidence.setText(" ".join(sentence_text(part) for part in finding.evidence))
        outcome = "" if finding.outcome is None else sentence_text(finding.outcome)
        self._tried.setText(outcome)
        self._tried.setVisible(bool(outcome))
        self._tried.setToolTip(
            field_text.wrapped(
                self.tr("A copy of the lane began anew with this remedy, unseen, and made so many steps.")
            )
        )
        self.remedy.setVisible(finding.remedy is not None)
        if finding.remedy is not None:
            text = sentence_text(finding.remedy.text)
            self.remedy.setText(text)
            self.remedy.setAccessibleName(text)
            self.remedy.setToolTip(
                field_text.wrapped(self.tr("An ordinary edit, which you can undo: press play again and see."))
            )

    def fold(self) -> None:
        self._evidence.hide()

    def _on_why(self) -> None:
        self._evidence.setVisible(self._evidence.isHidden())


def sentence_text(sentence: Sentence) -> str:
    """In the language on the screen; values that are names of choices too."""
    values = {name: i18n.choice_name(value) if name == "function" else value for name, value in sentence.values.items()}
    return filled(QCoreApplication.translate("Diagnosis", sentence.template), values)
