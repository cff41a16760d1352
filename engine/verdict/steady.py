"""A verdict that does not jump while training goes on: a claim goes only when several looks have spoken against it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from engine.verdict.verdict import Verdict

LOOKS: Final = 3
"""So many looks in a row, at other steps, have to speak against a claim before the newest is said in its place."""

UNHURRIED: Final = 1.5
"""Seconds of training: of looks so far apart the newest is said at once, for nothing jumps."""

AGED: Final = 2
"""What was found at a step is old, and says nothing of the run as it is, once that has made so many times the steps."""


def has_aged(step: int, now: int) -> bool:
    """Whether what was found at ``step`` says nothing any more of the run at step ``now``."""
    return AGED * step < now


class Steady:
    """Shows verdicts one after the other."""

    def __init__(self) -> None:
        self._shown: Verdict | None = None
        self._newest = 0, 0.0
        """Of the newest look, its step and when it was first seen."""
        self._waiting: Verdict | None = None
        self._looks = 0

    def show(self, verdict: Verdict | None, *, is_final: bool, now: int = 0, seconds: float = 0.0) -> Verdict | None:
        """What to say now. The numbers of a claim that stays are always the newest. is_final: training stands still, so
        that what there is counts; so it does at an earlier step, which is another run or the past. now: the step of the
        figures beside it. What has aged is not said beside them, nor does anything new wait for it to be refuted.
        seconds: that the run has trained.
        """
        if verdict is not None and not is_final and has_aged(verdict.step, now):
            verdict = None
        shown = self._shown
        is_rare = verdict is not None and self._comes_late(verdict.step, seconds)
        if verdict is None or shown is None or is_final or has_aged(shown.step, max(now, verdict.step)):
            shown = None
        if verdict is None or shown is None or verdict.step < shown.step or verdict.claim == shown.claim:
            self._shown, self._waiting, self._looks = verdict, None, 0
            return verdict
        waiting = self._waiting
        if waiting is None or waiting.step != verdict.step:  # whatever they claim: it must not grow old meanwhile
            self._waiting, self._looks = verdict, self._looks + 1
        if is_rare or self._looks >= LOOKS:
            self._shown, self._waiting, self._looks = verdict, None, 0
        return self._shown

    def _comes_late(self, step: int, seconds: float) -> bool:
        """Whether the look at this step is so far from the one before it."""
        last = self._newest
        if step != last[0]:
            self._newest = step, seconds
        return seconds - last[1] >= UNHURRIED
