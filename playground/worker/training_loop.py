"""Trains up to a goal, in slices between which commands are looked for, and measures, shows and naps at its pace.

The worker and the window share the interpreter lock, and a worker that never pauses starves the window. So they
take turns: after every snapshot the worker waits, for a bounded time, until the window has painted it (the
hand-shake), and between two snapshots it lets go for a moment every two milliseconds (the nap). Short naps taken often
cost less speed than longer ones, and keep the window as smooth: see docs/decisions/002.
"""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from functools import partial
from typing import Final, Protocol

from engine.experiment.experiment import Experiment
from engine.train.stepping.lane_threads import usable_cores
from engine.train.trainer import Trainer
from playground.frame_rate import FRAME
from playground.worker.commands import Play
from playground.worker.inbox import Inbox
from playground.worker.pace import SLICE, Pace
from playground.worker.speed_limit import Limiter

NAP = 0.00005
"""Seconds."""
LONG_STEP = 0.0003
"""Seconds: so long a step consists of products that let go of the lock by themselves, so it needs no naps."""
SOON = FRAME / 4
"""Seconds: an evaluation that is so near is not put off until the window has painted."""
LANE_THREADS = max(1, usable_cores() - 1)
"""Lanes are spread over so many threads where that pays: one core is for the window."""
PAINT_TIMEOUT = 0.1
"""Longest wait for the window, in seconds: it may be hidden, busy or gone."""
ENDLESS: Final = 2**62
"""The last step of a run that has none."""


class Publish(Protocol):
    """Hands out a snapshot; ``at_once`` looks at everything that is asked for, however long it takes."""

    def __call__(self, *, is_finished: bool = False, at_once: bool = True) -> None: ...


class TrainingLoop:
    """Owns when to train, and how fast; what is measured and shown it leaves to ``measure`` and ``publish``.

    ``judge`` is called after each measurement on the way, with time of its own.

    ``painted`` is set when the window has painted what was published last; ``spare`` is called between two frames, and
    takes a moment at most.
    """

    def __init__(
        self,
        inbox: Inbox,
        painted: threading.Event,
        measure: Callable[[Trainer], None],
        publish: Publish,
        judge: Callable[[Trainer], None],
        spare: Callable[[], None] = lambda: None,
    ) -> None:
        self.steps_per_second = 0.0
        self._inbox = inbox
        self._painted = painted
        self._measure = measure
        self._publish = publish
        self._judge = judge
        self._spare = spare
        self._limiter = Limiter()
        self._until: int | None = None
        self._is_whole_run = False
        """Whether that is where the run ends by its plan, and not just where a person wanted to stop and look."""
        self._pace: Pace | None = None
        """Of the run that is loaded."""

    # --- where to ---------------------------------------------------------------------------------------------------

    @property
    def has_goal(self) -> bool:
        """Whether there is something to train."""
        return self._until is not None

    def aim(self, trainer: Trainer, play: Play) -> None:
        """Trains as far as ``play`` says, as soon as `train` is called."""
        self._until = _goal(trainer, play)
        self._is_whole_run = play.steps is None and not play.to_epoch

    def stop(self) -> None:
        self._until = None

    def forget(self) -> None:
        """Another run comes."""
        self._until = None
        self.steps_per_second = 0.0

    def begin(self, step: int, measure_takes: float | None) -> None:
        """A run stands at this step. ``measure_takes``: seconds of its first evaluation, where it was made just now."""
        self._pace = Pace(step, looks_take=measure_takes)
        self._pace.end()

    def move_end(self, old: Experiment, new: Experiment, step: int) -> None:
        """The experiment's number of steps may have changed while it trains up to there."""
        if self._until == last_step(old):
            self._until = max(last_step(new), step)

    def set_speed(self, speed: float | None) -> None:
        """Steps a second at most, from now on; None for as many as the machine can make."""
        self._limiter.set_speed(speed)
        self.steps_per_second = 0.0

    def restart_clock(self) -> None:
        """The next step is due at once."""
        self._limiter.restart()

    # --- on the way -------------------------------------------------------------------------------------------------

    def train(self, trainer: Trainer) -> bool:
        """Until something else is to be done, or the goal is reached. Whether it was, or no lane is left to train."""
        trainer.threads = LANE_THREADS
        self._pace = Pace(trainer.step, self._pace)
        try:
            return self._train(trainer, self._pace)
        finally:
            self._pace.end()

    def _train(self, trainer: Trainer, pace: Pace) -> bool:
        in_slice = 1
        while not self._inbox.interrupts:
            allowed = self._allowed(in_slice)
            if not allowed:
                self._inbox.wait(max(self._limiter.wait(), SLICE))
                continue
            before = trainer.seconds
            steps = self._step(trainer, pace, min(allowed, pace.next_measure(trainer.step) - trainer.step))
            took = trainer.seconds - before
            if steps == in_slice and took < SLICE / 2:
                in_slice *= 2
            elif took > SLICE * 1.5:
                in_slice = max(1, in_slice // 2)
            if self._is_at_end(trainer):
                self._finish(trainer, pace)
                return True
            shares_well = took >= LONG_STEP * steps
            if pace.frame_is_due() or self._is_slow():
                self._note_speed(trainer, pace)
                self._publish(at_once=False)
                self._wait_for_painting(trainer, pace, took / steps, shares_well)
                self._spare()
                pace.framed()
            if not shares_well and pace.nap_is_due():
                time.sleep(NAP)
                pace.napped()
        return False

    def _finish(self, trainer: Trainer, pace: Pace) -> None:
        self._note_speed(trainer, pace)
        self._measure(trainer)
        if self._is_whole_run or trainer.step == trainer.experiment.steps:
            trainer.end()
        self._publish(is_finished=True)

    def _step(self, trainer: Trainer, pace: Pace, steps: int) -> int:
        """Makes so many steps, or fewer where the end is near, and then evaluates if it is time. Returns how many."""
        assert self._until is not None
        steps = min(steps, self._until - trainer.step)
        goal = trainer.step + steps
        measures = pace.measure_is_due(goal)
        trainer.run(steps, record=measures or goal >= self._until)
        self._limiter.made(steps)
        if measures and not self._is_at_end(trainer):
            pace.measured(trainer.step, seconds(partial(self._measure, trainer)))
            self._judge(trainer)
        return steps

    def _is_at_end(self, trainer: Trainer) -> bool:
        assert self._until is not None
        return trainer.step >= self._until or not len(trainer.active)

    def _wait_for_painting(self, trainer: Trainer, pace: Pace, step_takes: float, shares_well: bool) -> None:
        """Where the products let go of the lock, an evaluation that is due soon is made meanwhile."""
        steps = pace.next_measure(trainer.step) - trainer.step
        is_free = shares_well and not self._is_slow() and self._allowed(steps) >= steps
        if is_free and steps * step_takes <= SOON:
            self._step(trainer, pace, steps)
        if not self._inbox.is_closed:
            self._painted.wait(PAINT_TIMEOUT)

    def _allowed(self, in_slice: int) -> int:
        """How many steps may be made at once now."""
        if self._limiter.speed is None:
            return in_slice
        return min(1 if self._is_slow() else in_slice, self._limiter.due())

    def _is_slow(self) -> bool:
        """Whether every single step can be shown."""
        return self._limiter.speed is not None and self._limiter.speed <= 1 / FRAME

    def _note_speed(self, trainer: Trainer, pace: Pace) -> None:
        """What was known before a command came still counts until there is something to say."""
        self.steps_per_second = pace.speed(trainer.step) or self.steps_per_second


def _goal(trainer: Trainer, play: Play) -> int:
    if play.to_epoch:
        return trainer.next_epoch
    if play.steps is not None:
        return trainer.step + play.steps
    last = last_step(trainer.experiment)
    return last if trainer.step < last else trainer.step + last


def last_step(experiment: Experiment) -> int:
    """Where the run ends by its plan."""
    return ENDLESS if experiment.steps is None else experiment.steps


def seconds(work: Callable[[], None]) -> float:
    """Does something and says how long it took."""
    before = time.perf_counter()
    work()
    return time.perf_counter() - before
