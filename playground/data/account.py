"""A plain account of what was found in a person's file."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from playground.ui.look import theme
from playground.ui.text import i18n
from playground.ui.text.numbers import count

if TYPE_CHECKING:  # what only files have, the window opens without
    from engine.data.findings import Findings
    from engine.data.sheet import Writing

_ENCODINGS = {"utf-8-sig": "UTF-8", "utf-16": "UTF-16", "cp949": "CP949"}


class DataAccount(QLabel):
    """The facts in a line, and below them a line for each thing a person should know. Hidden where there is neither."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("data.findings")
        self.setAccessibleName(self.tr("What was found in the file"))
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.setWordWrap(True)
        self.setFont(theme.font("small"))
        self.setProperty("role", "muted")
        self.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Minimum)
        self.hide()

    def show_findings(self, findings: Findings | None) -> None:
        lines = account(findings) if findings is not None else []
        self.setText("\n".join(lines))
        self.setVisible(bool(lines))


def account(findings: Findings) -> list[str]:
    """``5 columns, 150 rows, 3 classes; separator ;, encoding CP949``, and the notes."""
    facts = _facts(findings.writing, findings) if findings.writing is not None else []
    return [*facts, *(f"• {i18n.error_text(note)}" for note in findings.notes)]


def _facts(writing: Writing, findings: Findings) -> list[str]:
    separator = _tr("tab") if writing.separator == "\t" else f"“{writing.separator}”"
    template = _tr("{columns} columns, {rows} rows, {classes} classes; separator {separator}, encoding {encoding}")
    return [
        template.format(
            columns=len(writing.columns),
            rows=count(findings.rows),
            classes=len(findings.counts),
            separator=separator,
            encoding=_ENCODINGS.get(writing.encoding, writing.encoding),
        )
    ]


def _tr(text: str) -> str:
    return QCoreApplication.translate("DataAccount", text)
