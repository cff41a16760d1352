"""What the diagnosis says of a run at its end, as the command line gives it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from engine.data import load
from engine.diagnosis.diagnosis import told_of_lanes
from engine.diagnosis.findings import Finding
from engine.diagnosis.trial.trials import Trials
from engine.train.trainer import Trainer


def findings_at_end(trainer: Trainer, *, tries: bool) -> tuple[Finding, ...]:
    """The most urgent of each lane. ``tries``: remedies are tried on copies, and those that help are named."""
    findings = tuple(told_of_lanes(trainer).values())
    if not tries:
        return findings
    trials = Trials(load)
    trials.follow(trainer, findings)
    trials.settle()
    return trials.judged(findings)


def finding_object(trainer: Trainer, finding: Finding) -> dict[str, Any]:
    """One of the ``findings`` of ``--json``."""
    remedy = finding.remedy
    return {
        "lane": trainer.experiment.lanes[finding.lane].name,
        "rule": finding.rule,
        "step": trainer.step,
        "text": str(finding.text),
        "evidence": [str(sentence) for sentence in (*finding.evidence, finding.outcome) if sentence is not None],
        "remedy": None
        if remedy is None
        else {"text": str(remedy.text), "edits": [list(edit) for edit in remedy.edits]},
    }


def sentences(findings: Sequence[Finding]) -> list[str]:
    """Some lines for each: what, by which figures of which step, what helps, and what came of trying it."""
    lines = []
    for finding in findings:
        lines.append(str(finding.text))
        lines.append("  " + " ".join(str(said) for said in (finding.when, *finding.evidence) if said is not None))
        if finding.remedy is not None:
            lines.append(f"  Remedy: {finding.remedy.text}.")
        if finding.outcome is not None:
            lines.append(f"  {finding.outcome}")
    return lines
