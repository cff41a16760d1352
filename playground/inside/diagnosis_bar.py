"""What is wrong with the run, in one to three sentences; the evidence on a click, and the remedy as a button."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QToolButton, QVBoxLayout, QWidget

from playground.inside.diagnosis_row import DiagnosisRow
from playground.ui.look import theme
from playground.ui.look.lane_look import LaneLook
from playground.ui.look.restyle import set_state
from playground.ui.text.sentences import sentence_text
from playground.ui.widgets.elided_label import ElidedLabel
from playground.ui.widgets.settling import Settling
from playground.ui.widgets.still import Still

if TYPE_CHECKING:
    from engine.diagnosis.findings import Finding

MOST: Final = 3
_HEIGHT: Final = 34


class DiagnosisBar(QFrame):
    """The first sentence is shown, and the others unfold; always there, so that nothing jumps when it has to speak."""

    remedy_wanted = Signal(object)
    """The Finding whose button was pressed."""
    why_wanted = Signal(object)
    """The Finding whose evidence a person wants to see."""
    why_folded = Signal()
    """That a person has seen enough of it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("diagnosis")
        self.setProperty("role", "message")
        self.setProperty("kind", "quiet")
        self.setAccessibleName(self.tr("Diagnosis"))
        self._findings: tuple[Finding, ...] = ()
        self._looks: list[LaneLook] = []
        self._is_open = False
        self._is_answer = False
        self.settling = Settling()
        self.rows: list[DiagnosisRow] = []
        """Of the findings that there have been; the first one stands ready."""
        self._when_quiet = self.tr("Problems found in this run and their remedies appear here.")
        self.nothing = ElidedLabel(self._when_quiet)
        self.nothing.setObjectName("diagnosis.nothing")
        self.nothing.setProperty("role", "muted")
        self.nothing.setFont(theme.font("small"))
        self.setMinimumHeight(_HEIGHT)
        self.more = QToolButton()
        self.more.setObjectName("diagnosis.more")
        self.more.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.more.clicked.connect(self._on_more)
        self._keep_room_for_more()
        self._lines = lines = QVBoxLayout()
        lines.setSpacing(2)
        self._quiet = Still(self.nothing, is_whole=False)
        lines.addWidget(self._quiet)
        self._add_row()
        layout = QHBoxLayout(self)
        layout.setContentsMargins(theme.SPACE_3, 2, theme.SPACE_2, 1)
        layout.addLayout(lines, 1)
        layout.addWidget(self.more, 0, Qt.AlignmentFlag.AlignTop)
        self._show_rows()

    def _add_row(self) -> None:
        """Below the others."""
        row = DiagnosisRow(len(self.rows), self)
        self.rows.append(row)
        self._lines.addWidget(row)
        row.remedy.clicked.connect(partial(self._on_remedy, row.index))
        row.why_wanted.connect(self._on_why)
        row.why_folded.connect(self.why_folded)

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
        room = row.tallest() + sum(margins.top() + margins.bottom() for margins in around)
        self.setMinimumHeight(max(_HEIGHT, room))  # in the fonts that there are

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
        while len(self.rows) < len(findings):
            self._add_row()
        for row, finding in zip(self.rows, findings, strict=False):
            row.show_finding(finding, looks[finding.lane], show_lane=len(looks) > 1)
        self._show_rows()

    def show_quiet(self, text: str, *, is_answer: bool = False) -> None:
        """What is said where nothing is wrong: how it goes, or what came of a remedy; empty where there is nothing.
        ``is_answer``: it is said beside findings, too."""
        if self.nothing.text() != (text or self._when_quiet):
            self.nothing.setText(text or self._when_quiet)
        if is_answer != self._is_answer:
            self._is_answer = is_answer
            self._show_rows()

    def _show_rows(self) -> None:
        count = len(self._findings)
        if count and not self._is_answer:
            # Before a row is shown: for a moment there would be room for both, and all of the window would jump.
            self._quiet.hide()
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
        self._quiet.setVisible(not count or self._is_answer)
        set_state(self, "kind", "warning" if count else "quiet")

    def _on_more(self) -> None:
        self._is_open = not self._is_open
        self._show_rows()

    def fold(self) -> bool:
        """Hides the evidence, as another press on *Why?* does; False, where there is none to be seen."""
        unfolded = [row for row in self.rows if row.is_unfolded and row.isVisible()]
        for row in unfolded:
            row.fold()
        if unfolded:
            self.why_folded.emit()
        return bool(unfolded)

    def quiet_text(self) -> str:
        """What is said in place of findings; empty where there are some, or nothing is known."""
        return "" if self._findings or self.nothing.text() == self._when_quiet else self.nothing.text()

    def _on_why(self, index: int) -> None:
        if index < len(self._findings):
            self.why_wanted.emit(self._findings[index])

    def _on_remedy(self, index: int) -> None:
        if not self.settling.is_over:
            return
        if index < len(self._findings) and self._findings[index].remedy is not None:
            self.remedy_wanted.emit(self._findings[index])
