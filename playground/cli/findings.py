"""What the diagnosis says of a run at its end, as the command line gives it."""

from __future__ import annotations

import time
from collections.abc import Callable, Collection, Sequence
from typing import Any, Final

from engine.data import load
from engine.diagnosis.diagnosis import told_of_lanes
from engine.diagnosis.findings import Finding
from engine.diagnosis.trial.trials import Trials
from engine.train.trainer import Trainer

BRIEFLY: Final = 5.0
"""Seconds for which remedies are tried where nobody says for how long."""
_SLICE: Final = 0.1


def findings_at_end(
    trainer: Trainer,
    looks: Collection[int],
    *,
    seconds: float,
    begins: Callable[[], None],
    is_over: Callable[[], bool],
) -> tuple[Finding, ...]:
    """The most urgent of each lane by the figures of these ``looks``, with remedies that helped when they were tried on
    copies. What is not tried after so many seconds, or when ``is_over``, is named untried. begins: is called where
    there is something to try."""
    findings = tuple(told_of_lanes(trainer, looks=looks).values())
    trials = Trials(load, dearest=seconds)
    trials.follow(trainer, findings, looks)
    if trials.is_busy:
        begins()
    ends = time.perf_counter() + seconds
    while trials.is_busy and time.perf_counter() < ends and not is_over():
        trials.work(_SLICE)
    trials.give_up(is_dear=seconds > 0)
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
        else {
            "text": str(remedy.text),
            "edits": [list(edit) for edit in remedy.edits],
            "tried": finding.tried is not None,
        },
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
