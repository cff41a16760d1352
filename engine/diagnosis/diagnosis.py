"""What is wrong with a run, in words, from its numbers: rules, each with its evidence and a remedy.

Rules stand in one table, `RULES`, most urgent first. Each looks at the `Evidence` of one lane and either keeps silent
or says one sentence. Sentences are templates with values, so that they can be translated.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from engine.diagnosis.evidence.answers import answers_of
from engine.diagnosis.evidence.beside import with_lanes_beside
from engine.diagnosis.evidence.evidence import Evidence
from engine.diagnosis.evidence.gather import evidence
from engine.diagnosis.findings import Finding
from engine.diagnosis.in_whole import finding_in_whole
from engine.diagnosis.rules.capacity import bottleneck, net_too_small, no_hidden_layer, plateau, stuck_at_chance
from engine.diagnosis.rules.clues import ON_THE_WAY, Rule, Told
from engine.diagnosis.rules.data import (
    class_ignored,
    class_missing,
    features_unscaled,
    imbalance,
    label_leak,
    rows_sorted,
    sentinel_left,
)
from engine.diagnosis.rules.learns_by_heart import few_rows, memorized, overfitting
from engine.diagnosis.rules.rates import batch_too_small, diverged, rate_too_large, rate_too_small
from engine.diagnosis.rules.regularization import (
    activation_on_logits,
    dropout_on_logits,
    dropout_too_strong,
    penalty_too_strong,
)
from engine.diagnosis.rules.signals import dead, exploding, fading, saturated, vanishing, zeros
from engine.diagnosis.where import where
from engine.inspectors.request import InspectionRequest
from engine.inspectors.signals import signals

if TYPE_CHECKING:
    from engine.train.group_trainer import GroupTrainer
    from engine.train.trainer import Trainer

__all__ = ["MOST", "RULES", "diagnose", "diagnosis", "evidence_of_lanes", "first_finding", "told_of_lanes"]


MOST: Final = 3
"""Findings that are told at once, at most."""


def diagnosis(trainer: Trainer, request: InspectionRequest) -> tuple[Finding, ...]:
    """What is to be said of the visible lanes, most urgent first, each rule once: of the lane in focus, where it says
    that, and with the names of the others."""
    told = told_of_lanes(trainer)
    lanes = [lane for lane in told if trainer.experiment.lanes[lane].visible]
    lanes.sort(key=lambda lane: lane != request.focus)
    alike: dict[str, list[int]] = {}
    for lane in lanes:
        alike.setdefault(told[lane].rule, []).append(lane)
    names = [lane.name for lane in trainer.experiment.lanes]
    return tuple(
        replace(told[first], also=tuple(names[lane] for lane in sorted(others)))
        for first, *others in (alike[rule] for rule in RULES if rule in alike)
    )[:MOST]


def told_of_lanes(trainer: Trainer, *, beside: bool = True, looks: Collection[int] | None = None) -> dict[int, Finding]:
    """The most urgent finding of each lane of which there is something to say; without ``beside`` as if each were
    alone. looks: steps whose figures count, so that the same run is told the same whatever else was measured."""
    if not len(trainer.history):
        return {}
    found = {lane: first_finding(each) for lane, each in evidence_of_lanes(trainer, beside=beside, looks=looks).items()}
    told = {lane: finding for lane, finding in found.items() if finding is not None}
    if len(trainer.groups) == 1:
        return told
    groups = {lane: lanes for _, lanes in trainer.together.groups for lane in lanes}
    return {lane: finding_in_whole(each, trainer.experiment, groups[lane]) for lane, each in told.items()}


def evidence_of_lanes(
    trainer: Trainer, *, beside: bool = True, looks: Collection[int] | None = None
) -> dict[int, Evidence]:
    """Of every lane, by its number in the whole, with those beside it, of whichever group."""
    if len(trainer.groups) == 1:
        found = dict(enumerate(_of_group(trainer.groups[0], looks)))
    else:
        groups = trainer.together.groups
        every = {
            lane: each for group, lanes in groups for lane, each in zip(lanes, _of_group(group, looks), strict=True)
        }
        found = {lane: every[lane] for lane in sorted(every)}
    if not beside:
        return found
    return dict(zip(found, with_lanes_beside(list(found.values())), strict=True))


def _of_group(trainer: GroupTrainer, looks: Collection[int] | None) -> list[Evidence]:
    seen, answers = signals(trainer, InspectionRequest()), answers_of(trainer)
    return [evidence(trainer, lane, seen, answers, looks) for lane in range(len(trainer.experiment.lanes))]


def first_finding(found: Evidence) -> Finding | None:
    """What is most urgent of one lane."""
    findings = (_finding(name, found, told) for name, rule in RULES.items() if (told := rule(found)) is not None)
    return next(findings, None)


def diagnose(found: Evidence) -> list[Finding]:
    """All that is to be said of one lane."""
    return [_finding(name, found, told) for name, rule in RULES.items() if (told := rule(found)) is not None]


def _finding(name: str, found: Evidence, told: Told) -> Finding:
    """Its evidence is of the step that it begins with; what is of a later one comes last, and says so."""
    text, proofs, remedy = told
    proofs = tuple(sorted(proofs, key=lambda each: each.template == ON_THE_WAY))
    finding = Finding(
        name, found.lane, text, proofs, remedy, has_validation=found.has_validation, step=found.figures_at
    )
    return replace(finding, where=where(finding, found))


RULES: Final[dict[str, Rule]] = {
    rule.__name__: rule
    for rule in (
        *(rows_sorted, class_missing, features_unscaled),
        *(penalty_too_strong, diverged, zeros, exploding, batch_too_small),
        *(activation_on_logits, dropout_on_logits, dropout_too_strong, bottleneck, rate_too_large),
        *(saturated, vanishing, fading, dead, sentinel_left, no_hidden_layer),
        *(rate_too_small, memorized, few_rows, overfitting),
        *(net_too_small, class_ignored, imbalance, stuck_at_chance, plateau, label_leak),
    )
}
"""One chain, each before what it causes: of a lane the first that speaks is told."""
