"""What the diagnosis says, in the language on the screen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from playground.ui.text.sentences import sentence_text

if TYPE_CHECKING:
    from engine.diagnosis.findings import Finding


def evidence_text(finding: Finding) -> str:
    """The figures that a finding comes from, at which step they were so, and of which other lanes it is said."""
    parts = (finding.when, *finding.evidence, finding.others)
    return " ".join(sentence_text(part) for part in parts if part is not None)


def reason_text(finding: Finding) -> str:
    """By which measure and threshold its rule goes, and where that is from."""
    from engine.diagnosis.reasons import reason_of

    reason = reason_of(finding)
    if not reason.source:
        return sentence_text(reason.formula)
    return f"{sentence_text(reason.formula)} ({reason.source})"
