"""Tries remedies in the training thread's spare time, so that what is offered has helped a copy of the lane."""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any, Final

from engine.data import load
from engine.train.trainer import Trainer

if TYPE_CHECKING:
    from engine.diagnosis.trial.trials import Trials

SHARE: Final = 0.1
"""Of the time, while the run goes on."""
AT_ONCE: Final = 0.008
"""Seconds between two frames, at most."""
AT_REST: Final = 0.6
"""Seconds of processor time, while nothing else is to do; what is not tried by then is offered untried. Not of the
clock, or what is offered would depend on what else the machine does.
"""
LONGEST_REST: Final = 5.0
"""Seconds of the clock, at most."""
DEAREST: Final = 2.0
"""Seconds that one trial may take."""


class Trying:
    """Follows what is said of the run, and keeps what the trials say."""

    def __init__(self) -> None:
        self._trials: Trials | None = None
        """None until something is found: the window opens sooner without."""
        self._last = time.perf_counter()

    @property
    def is_busy(self) -> bool:
        """Whether there is something to try."""
        return self._trials is not None and self._trials.is_busy

    def forget(self) -> None:
        """Another run comes; one that is brought back finds what was tried in it."""
        if self._trials is not None:
            self._trials.leave()

    def with_verdicts(self, trainer: Trainer, inside: Mapping[str, Any]) -> Mapping[str, Any]:
        """What was found inside, with the remedies that have stood their trial."""
        findings = inside.get("diagnosis")
        if findings is None:
            return inside
        if self._trials is None:
            if not findings:
                return inside
            from engine.diagnosis.trial.trials import Trials

            self._trials = Trials(load, dearest=DEAREST)
        self._trials.follow(trainer, findings)
        return {**inside, "diagnosis": self._trials.judged(findings)}

    def spare(self) -> None:
        """A moment between two frames."""
        now = time.perf_counter()
        if self._trials is not None and self._trials.is_busy:
            self._trials.work(min(SHARE * (now - self._last), AT_ONCE))
        self._last = time.perf_counter()

    def rest(self, is_wanted_elsewhere: Callable[[], bool]) -> bool:
        """While nothing else is to do. Whether a verdict was found."""
        spent, ends, is_new = time.thread_time() + AT_REST, time.perf_counter() + LONGEST_REST, False
        while self._trials is not None and self._trials.is_busy and not is_wanted_elsewhere():
            if time.thread_time() > spent or time.perf_counter() > ends:
                self._trials.give_up()
                return True
            is_new |= self._trials.work(AT_ONCE)
        return is_new
