"""A verdict that does not jump while training goes on: what it claims changes only when the change has stayed."""

from __future__ import annotations

from typing import Final

from engine.verdict.verdict import Verdict

LOOKS: Final = 3
"""So many looks in a row, at other steps, have to claim the same before it is said in place of another claim."""


class Steady:
    """Shows verdicts one after the other."""

    def __init__(self) -> None:
        self._shown: Verdict | None = None
        self._waiting: Verdict | None = None
        self._looks = 0

    def show(self, verdict: Verdict | None, *, is_final: bool) -> Verdict | None:
        """What to say now. The numbers of a claim that stays are always the newest. is_final: training stands still, so
        that what there is counts; so it does at an earlier step, which is another run or the past.
        """
        shown = self._shown
        if verdict is None or shown is None or is_final or verdict.step < shown.step or verdict.claim == shown.claim:
            self._shown, self._waiting, self._looks = verdict, None, 0
            return verdict
        waiting = self._waiting
        if waiting is None or waiting.claim != verdict.claim:
            self._waiting, self._looks = verdict, 1
        elif waiting.step != verdict.step:
            self._waiting, self._looks = verdict, self._looks + 1
        if self._looks >= LOOKS:
            self._shown, self._waiting, self._looks = verdict, None, 0
        return self._shown
