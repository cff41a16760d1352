"""What is wrong with a run, in words, from its numbers: rules, each with its evidence and a remedy.

Rules stand in one table, `RULES`, most urgent first. Each looks at the `Evidence` of one lane and either keeps silent
or says one sentence. Sentences are templates with values, so that they can be translated.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from engine.diagnosis.cannot_start import all_units_alike, diverged, exploding_signal
from engine.diagnosis.clues import Rule
from engine.diagnosis.does_not_learn import (
    dead,
    fading_signal,
    no_hidden_layer,
    saturated,
    too_small_steps,
    too_strong_dropout,
    too_strong_penalty,
    vanishing_gradient,
)
from engine.diagnosis.evidence import Evidence, evidence, memorized_shares
from engine.diagnosis.findings import Finding
from engine.diagnosis.learns_by_heart import memorized_labels, overfitting
from engine.inspectors.request import InspectionRequest
from engine.inspectors.signals import signals

if TYPE_CHECKING:
    from engine.train.trainer import Trainer

__all__ = ["MOST", "RULES", "diagnose", "diagnosis", "first_finding", "told_of_lanes"]


MOST: Final = 3
"""Findings that are told at once, at most."""


def diagnosis(trainer: Trainer, request: InspectionRequest) -> tuple[Finding, ...]:
    """What is to be said of the visible lanes, most urgent first, each rule once."""
    told = told_of_lanes(trainer)
    lanes = [lane for lane in told if trainer.experiment.lanes[lane].visible]
    lanes.sort(key=lambda lane: lane != request.focus)
    first: dict[str, Finding] = {}
    for lane in lanes:
        first.setdefault(told[lane].rule, told[lane])
    return tuple(first[rule] for rule in RULES if rule in first)[:MOST]


def told_of_lanes(trainer: Trainer) -> dict[int, Finding]:
    """The most urgent finding of each lane of which there is something to say."""
    if not len(trainer.history):
        return {}
    seen, memorized = signals(trainer, InspectionRequest()), memorized_shares(trainer)
    everything = [evidence(trainer, lane, seen, memorized) for lane in range(len(trainer.experiment.lanes))]
    found = {each.lane: first_finding(each) for each in everything}
    return {lane: finding for lane, finding in found.items() if finding is not None}


def first_finding(found: Evidence) -> Finding | None:
    """What is most urgent of one lane."""
    findings = (Finding(name, found.lane, *told) for name, rule in RULES.items() if (told := rule(found)) is not None)
    return next(findings, None)


def diagnose(found: Evidence) -> list[Finding]:
    """All that is to be said of one lane."""
    return [Finding(name, found.lane, *told) for name, rule in RULES.items() if (told := rule(found)) is not None]


RULES: Final[dict[str, Rule]] = {
    "diverged": diverged,
    "zeros": all_units_alike,
    "exploding": exploding_signal,
    "penalty_too_strong": too_strong_penalty,
    "vanishing": vanishing_gradient,
    "fading": fading_signal,
    "saturated": saturated,
    "dead": dead,
    "dropout_too_strong": too_strong_dropout,
    "memorized": memorized_labels,
    "overfitting": overfitting,
    "rate_too_small": too_small_steps,
    "no_hidden_layer": no_hidden_layer,
}
