"""Spreads lanes over threads where that pays, and lets none of them go on before all are there."""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence
from functools import partial
from math import isqrt
from typing import TYPE_CHECKING, Final, TypeVar

import numpy as np

from engine.arrays import Array
from engine.experiment.experiment import Experiment
from engine.nn.layers.parts.products import on_one_thread
from engine.nn.network import Network
from engine.train.history.layer_history import StepRecorder
from engine.train.stepping.stepper import Stepper

if TYPE_CHECKING:
    from concurrent.futures import Future, ThreadPoolExecutor

    from engine.train.stepping.step_parts import StepParts

Result = TypeVar("Result")

ENOUGH: Final = 5 * 10**6
"""Multiplications of a step that a thread must have to itself, for each of the threads: all of them wait for the one
lock of the interpreter between two products, and with fewer they wait longer than they work."""


def usable_cores() -> int:
    """Processors that this process may use."""
    if hasattr(os, "sched_getaffinity"):  # not on macOS and Windows
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


class LaneThreads:
    """All lanes of a run: ``whole`` steps them, or parts of it do, neighbours together, each part in its own thread.

    A part makes all its steps before it waits for the others. Lanes do not depend on each other, and each thread's
    products are its own, so no number depends on how lanes are spread. Threads are kept from call to call, for
    starting one takes as long as a short step; they end with this object.
    """

    def __init__(self, whole: Stepper) -> None:
        self.whole = whole
        self._parts: list[Stepper] = []
        self._pool: ThreadPoolExecutor | None = None
        self._is_torn = False
        """Whether parts stand at different steps, because one of them has failed."""

    def configure(self, experiment: Experiment, factors: Array) -> None:
        """Takes the numbers of the experiment that may change while training: see `Stepper.configure`."""
        for stepper in (self.whole, *self._parts):
            stepper.configure(experiment, factors)

    def set_rates(self, factors: Array) -> None:
        """See `Stepper.set_rates`."""
        for stepper in (self.whole, *self._parts):
            stepper.set_rates(factors)

    def forget_workspaces(self) -> None:
        """Frees the workspaces, say because the batch size changed."""
        self.whole.network.forget_workspaces()
        self._parts = []

    def run(self, goal: int, threads: int, recorder: StepRecorder | None = None) -> dict[int, int]:
        """Brings ``whole`` to the step ``goal``, or to an earlier one, where none of its lanes gets so far.

        Returns the lanes that have diverged on the way, and at which step. What is recorded is done on one thread.
        """
        if self._is_torn:
            raise RuntimeError("training was broken off in the middle of a step: make a new trainer")
        with on_one_thread():
            running = [self.whole] if recorder is not None else self._steppers(threads)
            for part in self._parts:
                part.follow(self.whole)
            ended: list[Stepper] = []
            while running:
                self._run(running, goal, recorder)
                ended += running
                goal = max(stepper.step for stepper in ended)
                running = [rest for stepper in running if stepper.step < goal for rest in stepper.rests()]
        self.whole.catch_up(next(stepper for stepper in ended if stepper.step == goal))
        return _diverged(ended)

    def _run(self, steppers: list[Stepper], goal: int, recorder: StepRecorder | None) -> None:
        def stop() -> None:
            for stepper in steppers:
                stepper.stop()

        try:
            self._together([partial(stepper.run, goal, recorder) for stepper in steppers], stop)
        except BaseException:
            self._is_torn = steppers != [self.whole]
            raise

    def find_diverged(self, threads: int) -> dict[int, int]:
        """The lanes that cannot make the coming step, and that step: what `run` would return. It makes none."""
        with on_one_thread():
            steppers = self._steppers(threads)
            for part in self._parts:
                part.follow(self.whole)
            self._together([stepper.find_diverged for stepper in steppers])
        return _diverged(steppers)

    def find_gradient(self) -> None:
        """See `Stepper.find_gradient`."""
        with on_one_thread():
            self.whole.find_gradient()

    def take_apart(self, row: int) -> StepParts:
        """The step to come of the lane in a row, which is not made."""
        from engine.train.stepping.step_parts import take_apart  # for who looks closely, which no run does

        with on_one_thread():
            return take_apart(self.whole, row)

    def find(self, what: Callable[[Network], Array], threads: int) -> Array:
        """What there is to find in a network, (..., lanes), for all lanes. It changes nothing."""

        def find(network: Network) -> Array:
            with np.errstate(all="ignore"):
                return what(network)

        with on_one_thread():
            found = self._together([partial(find, stepper.network) for stepper in self._steppers(threads)])
        return np.concatenate(found, axis=-1)

    def _together(self, calls: Sequence[Callable[[], Result]], stop: Callable[[], None] = lambda: None) -> list[Result]:
        """Carries out all calls at the same time, the first in this thread, and returns their results.

        Raises what went wrong in the first of them that failed, when all have ended; ``stop`` makes that soon.
        """
        if len(calls) == 1:
            return [calls[0]()]
        from concurrent.futures import ThreadPoolExecutor, wait  # no start waits for what few runs need

        if self._pool is None:
            # As many as are needed: a pool starts a thread only when all that it has are busy.
            self._pool = ThreadPoolExecutor(len(self.whole.lanes), "lanes")
        futures: list[Future[Result]] = []
        try:
            for call in calls[1:]:
                futures.append(_begun(self._pool, call))
            return [calls[0](), *(future.result() for future in futures)]
        except BaseException:
            stop()
            wait(futures)
            raise

    def _steppers(self, threads: int) -> list[Stepper]:
        """``whole``, or parts that together are all its lanes, one for each thread that pays."""
        lanes = len(self.whole.lanes)
        n = min(threads, lanes, isqrt(lanes * self.whole.multiplications // ENOUGH))
        if n < 2:
            return [self.whole]
        if len(self._parts) != n:
            rows = np.array_split(np.arange(lanes), n)
            self._parts = [self.whole.part(slice(part[0], part[-1] + 1)) for part in rows]
        return self._parts


def _diverged(steppers: Sequence[Stepper]) -> dict[int, int]:
    """{lane: step}"""
    return {int(lane): stepper.step for stepper in steppers for lane in stepper.lanes[stepper.diverged]}


def _begun(pool: ThreadPoolExecutor, call: Callable[[], Result]) -> Future[Result]:
    """The call, in another thread; done already, in this one, where the program is ending and gives no more threads."""
    try:
        return pool.submit(call)
    except RuntimeError as error:
        if "shutdown" not in str(error):
            raise
    from concurrent.futures import Future

    done: Future[Result] = Future()
    done.set_result(call())
    return done
