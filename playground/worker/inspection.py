"""How the training thread looks inside the network: at what is asked for, as often as a part of the time allows."""

from __future__ import annotations

import time
from collections.abc import Collection, Mapping
from dataclasses import replace
from typing import Any, Final

from engine.inspectors import INSPECTORS, InspectionRequest, look_inside
from engine.train.trainer import Trainer
from engine.verdict.steady import AGED

LOOKING_SHARE: Final = 0.04
"""Largest share of the time that all looks together may take."""
LEAST_PAUSE: Final = 0.09
"""Seconds between two looks, at least."""
SLOW: Final = {"diagnosis": 0.5, "verdict": 0.5}
"""The same, for what changes slowly; and is said in words."""
OF_FIGURES: Final = frozenset({"verdict", "middle_errors"})
"""What stands beside the figures of the lanes, and so is found of the weights that these were measured of."""
OLDEST: Final = 5.0
"""Seconds after which these are found anew, at up to a tenth of the time: words must not stand at odds with figures.
So they are, at that share of the time, where the run has made twice the steps meanwhile: few steps change it all then.
"""
TENTH: Final = 9
"""So many times what a look has taken is the pause with which it takes a tenth of the time."""


class InspectionScheduler:
    """Keeps the latest results. Each inspector has its own pace: what is dear is looked at more seldom."""

    def __init__(self) -> None:
        self.request = InspectionRequest()
        self._inside: dict[str, Any] = {}
        self._next: dict[str, float] = {}
        self._aged: dict[str, tuple[int, float]] = {}
        """Of those in SLOW: beyond which step they are old, and when that may be mended at the soonest."""

    def set_request(self, request: InspectionRequest) -> None:
        """From the next look on. What is no longer asked for is forgotten, for it grows old."""
        self.request = request
        self._inside = {name: result for name, result in self._inside.items() if name in request.what}
        self._next = {}
        self._aged = {}

    def forget(self) -> None:
        """Another network is looked at."""
        self._inside = {}
        self._next = {}
        self._aged = {}

    @property
    def latest(self) -> Mapping[str, Any]:
        """The results that there are."""
        return dict(self._inside)

    def look(self, trainer: Trainer, *, at_once: bool) -> Mapping[str, Any]:
        """The results by name; those that are due, or with ``at_once`` all of them, are made anew.

        The window may have gone on to other lanes: in place of one that the run does not have, its last is looked at.
        """
        names = self.request.what & INSPECTORS.keys()
        has_figures = trainer.measured_at in (trainer.step, -1)  # or the snapshot that is about to be made measures
        self._look(trainer, names if has_figures else names - OF_FIGURES, at_once=at_once)
        return dict(self._inside)

    def judge(self, trainer: Trainer) -> None:
        """Figures were measured just now: what stands beside them is found too, where it is due."""
        self._look(trainer, self.request.what & OF_FIGURES, at_once=False)

    def _look(self, trainer: Trainer, names: Collection[str], *, at_once: bool) -> None:
        request = self.request.among(len(trainer.experiment.lanes))
        asked = len(self.request.what & INSPECTORS.keys())
        for name in names:
            started = time.perf_counter()
            if not at_once and name in self._inside and not self._is_due(name, trainer.step, started):
                continue
            self._inside |= look_inside(trainer, replace(request, what=frozenset([name])))
            took = time.perf_counter() - started
            pause = max(took * asked / LOOKING_SHARE, SLOW.get(name, LEAST_PAUSE))
            if name in SLOW:
                pause = min(pause, max(OLDEST, TENTH * took))
                soonest = started + took + max(TENTH * took, SLOW[name])
                self._aged[name] = AGED * trainer.step, soonest
            self._next[name] = started + took + pause

    def _is_due(self, name: str, step: int, now: float) -> bool:
        """step: at which the run stands; now: seconds."""
        last, soonest = self._aged.get(name, (step, 0.0))
        return now >= self._next.get(name, 0.0) or (step > last and now >= soonest)
