"""What is wrong with a run, in words, from its numbers: rules, each with its evidence and a remedy.

Rules stand in one table, `RULES`, most urgent first. Each looks at the `Evidence` of one lane and either keeps silent
or says one sentence. Sentences are templates with values, so that they can be translated.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice
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

__all__ = ["MOST", "RULES", "diagnose", "diagnosis"]


MOST: Final = 3
"""Findings that are told at once, at most."""


def diagnosis(trainer: Trainer, request: InspectionRequest) -> tuple[Finding, ...]:
    """What is to be said of the visible lanes, most urgent first, each rule once."""
    if not len(trainer.history):
        return ()
    seen, memorized = signals(trainer, request), memorized_shares(trainer)
    lanes = [lane for lane, spec in enumerate(trainer.experiment.lanes) if spec.visible]
    lanes.sort(key=lambda lane: lane != request.focus)
    everything = [evidence(trainer, lane, seen, memorized) for lane in lanes]
    return tuple(islice(_findings(everything), MOST))


def _findings(everything: list[Evidence]) -> Iterator[Finding]:
    """Rule by rule; a lane is told once, and of lanes with the same trouble the first."""
    spoken_of: set[int] = set()
    for name, rule in RULES.items():
        for found in everything:
            if found.lane in spoken_of:
                continue
            told = rule(found)
            if told is not None:
                spoken_of.add(found.lane)
                yield Finding(name, found.lane, *told)
                break


def diagnose(found: Evidence) -> list[Finding]:
    """All that is to be said of one lane."""
    return [Finding(name, found.lane, *told) for name, rule in RULES.items() if (told := rule(found)) is not None]


# --- it cannot start ------------------------------------------------------------------------------------------------


# --- it does not learn ----------------------------------------------------------------------------------------------


# --- it learns by heart ---------------------------------------------------------------------------------------------


RULES: Final[dict[str, Rule]] = {
    "diverged": diverged,
    "all_units_alike": all_units_alike,
    "exploding_signal": exploding_signal,
    "too_strong_penalty": too_strong_penalty,
    "vanishing_gradient": vanishing_gradient,
    "fading_signal": fading_signal,
    "saturated": saturated,
    "dead": dead,
    "too_strong_dropout": too_strong_dropout,
    "memorized_labels": memorized_labels,
    "overfitting": overfitting,
    "too_small_steps": too_small_steps,
    "no_hidden_layer": no_hidden_layer,
}


# --- what rules share -----------------------------------------------------------------------------------------------
