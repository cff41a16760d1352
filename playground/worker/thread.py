"""The thread that trains: a QThread around the engine's Trainer, a queue of commands into it, a mailbox out of it.

The worker and the window share the interpreter lock, and a worker that never pauses starves the window. So they
take turns: after every snapshot the worker waits, for a bounded time, until the window has painted it (the
hand-shake), and between two snapshots it lets go for a moment every two milliseconds (the nap). Short naps taken often
cost less speed than longer ones, and keep the window as smooth: see docs/decisions/002.
"""

from __future__ import annotations

import atexit
import contextlib
import queue
import sys
import threading
import time
import weakref
from collections.abc import Callable
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Final

import shiboken6
from PySide6.QtCore import QObject, QThread, Signal, SignalInstance

from engine.errors import PlaygroundError
from engine.experiment.experiment import Experiment
from engine.experiment.live_edits import needs_restart
from engine.nn.layers.products import on_one_thread
from engine.store.model_files import save_model
from engine.store.run_files import save_checkpoint
from engine.train.branching import Start, start_at, start_now, with_lane, without_last_lane
from engine.train.kept_runs import KeptRun, KeptRuns
from engine.train.lane_threads import usable_cores
from engine.train.run_state import Checkpoint, capture, restore, trainer_of
from engine.train.timeline import Timeline, in_the_past, past_trainer
from engine.train.trainer import Trainer
from playground.frame_rate import FRAME
from playground.worker.commands import (
    Apply,
    Branch,
    Capture,
    Command,
    Export,
    Inspect,
    Limit,
    Load,
    LookBack,
    Pause,
    Play,
    SaveModel,
    SaveRun,
    SetParameters,
    Unbranch,
)
from playground.worker.inspection import InspectionScheduler
from playground.worker.mailbox import Mailbox
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

_threads: weakref.WeakSet[TrainingThread] = weakref.WeakSet()


@atexit.register
def close_all() -> None:
    """A script may end without closing its window; a thread that still runs when Qt goes would abort the process."""
    for thread in list(_threads):
        if shiboken6.isValid(thread):
            thread.close()


class TrainingThread(QThread):
    """Runs only while there is something to do: a command starts it, an empty queue and no training end it.

    Its methods belong to the window's thread, except those below "the worker's side".
    """

    published = Signal()
    """A snapshot lies in the mailbox."""
    stopped = Signal(object)
    """The serial number of the Play that came to its end by itself."""
    failed = Signal(object)
    """A PlaygroundError: a command could not be carried out."""
    saved = Signal(object)
    """The Path of a model that was written."""
    exported = Signal(object)
    """The Path of what an Export has written."""
    run_saved = Signal(object)
    """The Path of a run that was written."""
    captured = Signal(object)
    """The number of the run, the Checkpoint, and the seconds that it took, as a tuple."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.mailbox = Mailbox()
        self._commands: queue.SimpleQueue[Command] = queue.SimpleQueue()
        self._closing = threading.Event()
        self._wake = threading.Event()
        """Set with every command, and to close: it ends a wait for the next step."""
        self._limiter = Limiter()
        self._lock = threading.Lock()
        self._is_working = False
        self._trainer: Trainer | None = None
        self._past: Trainer | None = None
        """The same as it was at an earlier step, while that is shown."""
        self._timeline = Timeline()
        self._kept = KeptRuns()
        self._starts: dict[int, Start] = {}
        """Where each branch has started."""
        self._until: int | None = None
        self._is_whole_run = False
        """Whether that is where the run ends by its plan, and not just where a person wanted to stop and look."""
        self._serial = 0
        _threads.add(self)
        if parent is not None:
            parent.destroyed.connect(self._on_parent_destroyed)  # comes before its children are deleted
        self._steps_per_second = 0.0
        self._inspections = InspectionScheduler()
        self._pace: Pace | None = None
        """Of the run that is loaded."""

    # --- the window's side ------------------------------------------------------------------------------------------

    def submit(self, command: Command) -> None:
        """Queues a command; commands are carried out in order, between two steps."""
        with self._lock:
            self._commands.put(command)
            self._wake.set()
            if self._is_working or self._closing.is_set():
                return
            self._is_working = True
        # `run` has decided to end, if it runs at all, so this takes a moment at most.
        self.wait()
        self.start()

    def close(self, timeout: float = 2.0) -> bool:
        """Stops for good; False if the thread is still busy after so many seconds."""
        self._closing.set()
        self._wake.set()
        self.mailbox.painted.set()
        return bool(self.wait(int(timeout * 1000)))

    def at_rest(self, run: int, timeout: float = 2.0) -> Checkpoint | None:
        """This run, once all that was asked for is done, so pause first. None where it was not made, or that takes too
        long.
        """
        has_ended = self.wait(int(timeout * 1000))
        trainer = self._trainer
        return capture(trainer) if has_ended and trainer is not None and trainer.run_id == run else None

    def _on_parent_destroyed(self, parent: QObject) -> None:
        self.close()

    # --- the worker's side ------------------------------------------------------------------------------------------

    def run(self) -> None:
        """Carries out commands and trains, until nothing is left to do."""
        with on_one_thread():  # one core for the products, one for the window
            while not self._may_end():
                for command in self._take_commands():
                    self._guard(partial(self._carry_out, command))
                self._guard(self._train_until_command)

    def _may_end(self) -> bool:
        """Decided under the lock: a command comes before the decision, or starts the thread again after it."""
        with self._lock:
            idle = self._commands.empty() and self._until is None
            self._is_working = not (idle or self._closing.is_set())
            return not self._is_working

    def _guard(self, work: Callable[[], None]) -> None:
        """Does some work; whatever goes wrong is reported in a sentence, and the thread lives on."""
        try:
            work()
        except PlaygroundError as error:
            self._fail(error)
        except MemoryError:
            self._fail(PlaygroundError("There is not enough memory for this network: make it smaller."))
        except OSError as error:
            self._fail(PlaygroundError("The file cannot be written: {problem}.", problem=error.strerror or repr(error)))
        except Exception as error:
            sys.excepthook(type(error), error, error.__traceback__)
            self._fail(PlaygroundError("Training stopped: {problem}.", problem=repr(error)))

    def _fail(self, error: PlaygroundError) -> None:
        self._end_play()
        self.failed.emit(error)

    def _end_play(self) -> None:
        self._until = None
        self.stopped.emit(self._serial)

    def _take_commands(self) -> list[Command]:
        """What is queued, less what a later Load makes pointless: quick edits need not wait for each other."""
        self._wake.clear()
        commands: list[Command] = []
        while not self._commands.empty():  # nobody else takes from the queue
            commands.append(self._commands.get())
        loads = [(index, command) for index, command in enumerate(commands) if isinstance(command, Load)]
        last = loads[-1][0] if loads else 0
        for _, load in loads[:-1]:
            if isinstance(load.start, int):
                self._kept.rename(load.start, load.run)
        outlives = (SaveModel, Export, SaveRun, Limit, Inspect)
        kept = [command for index, command in enumerate(commands) if index >= last or isinstance(command, outlives)]
        # While the timeline is dragged, only the newest place counts.
        return [
            command
            for command, following in zip(kept, [*kept[1:], None], strict=True)
            if not (isinstance(command, LookBack) and isinstance(following, LookBack))
        ]

    def _carry_out(self, command: Command) -> None:
        if isinstance(command, Load | Play | Pause | SetParameters | Branch | Unbranch):
            self._leave_past()
        match command:
            case Load():
                self._put_by(command.wanted)
                self._timeline = Timeline()
                self._trainer = None  # frees its arrays before the new ones are made
                self._until = None
                self._steps_per_second = 0.0
                self._inspections.forget()
                self._trainer = self._make_trainer(command)
                is_new = self._trainer.measured_at < 0
                took = _seconds(partial(self._measure, self._trainer))
                self._pace = Pace(self._trainer.step, looks_take=took if is_new else None)
                self._pace.end()
                self._publish()
            case Apply() if self._trainer is not None:
                if self._until == _last_step(self._trainer.experiment):
                    self._until = max(_last_step(command.experiment), self._trainer.step)
                self._trainer.apply(command.experiment)
                self._publish()
            case Play():
                self._play(command)
            case Pause() if self._trainer is not None:
                self._until = None
                self._measure(self._trainer)
                self._publish()
            case SetParameters() if self._trainer is not None:
                self._trainer.set_parameters(command.lanes)
                self._timeline.clear()
                self._publish()
            case Branch() if self._trainer is not None:
                self._branch(self._trainer, command)
            case Unbranch() if self._trainer is not None:
                self._go_on_as(self._trainer, without_last_lane, command)
                self._publish()
            case LookBack() if self._trainer is not None:
                self._look_back(self._trainer, command.step)
            case SaveModel():
                self._save(command.path, save_model, self.saved)
            case SaveRun():
                self._save(command.path, _save_run, self.run_saved)
            case Capture() if self._trainer is not None:
                self._capture(self._trainer)
            case Export():
                self._export(command)
            case Inspect():
                self._inspections.set_wishes(command.request)
                if self._trainer is not None and self._until is None:
                    self._publish()
            case Limit():
                self._limiter.set_speed(command.speed)
                self._steps_per_second = 0.0

    def _play(self, command: Play) -> None:
        self._serial = command.serial
        self._limiter.restart()
        trainer = self._trainer
        if trainer is None:  # it could not be made, and `failed` said why
            self._end_play()
        elif not len(trainer.active):
            raise PlaygroundError(
                "No lane is left to train: each has stopped early or diverged. Reset starts them again."
            )
        else:
            self._until = self._goal(trainer, command)
            self._is_whole_run = command.steps is None and not command.to_epoch

    def _put_by(self, wanted: frozenset[int]) -> None:
        """Keeps the run that another one takes the place of, where something may lead back to it."""
        trainer = self._trainer
        self._kept.only(wanted)
        if trainer is not None and trainer.run_id in wanted:
            with contextlib.suppress(MemoryError):
                self._kept.keep(trainer.run_id, KeptRun(capture(trainer), self._timeline))

    def _make_trainer(self, command: Load) -> Trainer:
        start = command.start
        if isinstance(start, int):
            kept = self._kept.take(start)
            start = None
            if kept is not None and not needs_restart(kept.checkpoint.experiment, command.experiment):
                start, self._timeline = kept.checkpoint, kept.timeline
        if start is not None:
            try:
                trainer = restore(start, command.dataset, run=command.run)
                trainer.apply(command.experiment)
            except PlaygroundError as error:
                self._timeline = Timeline()
                self.failed.emit(error)
            else:
                return trainer
        return Trainer(command.experiment, command.dataset, run=command.run)

    def _capture(self, trainer: Trainer) -> None:
        """Takes a moment, and twice the memory of the parameters; where there is none, the run goes on uncaptured."""
        before = time.perf_counter()
        with contextlib.suppress(MemoryError):
            checkpoint = capture(trainer)
            self.captured.emit((trainer.run_id, checkpoint, time.perf_counter() - before))

    def _look_back(self, trainer: Trainer, step: int | None) -> None:
        self._until = None
        self._leave_past()
        moment = None if step is None or step >= trainer.step else self._timeline.at(step)
        if moment is not None:
            self._past = past_trainer(moment, trainer)
        self._publish()

    def _branch(self, trainer: Trainer, command: Branch) -> None:
        start = self._starts.get(command.serial)
        if start is None:
            kept = None if command.step is None else self._timeline.at(command.step)
            start = start_now(trainer, command.lane) if kept is None else start_at(kept, command.lane)
            self._starts[command.serial] = start
        new = self._go_on_as(trainer, partial(with_lane, lane=command.experiment.lanes[-1], start=start), command)
        lane = len(command.experiment.lanes) - 1
        new.begin(lane)
        if start.figures is not None:  # its curve forks from that of the lane that it comes from
            new.history.begin(lane, start.step, start.figures)
        self._publish()

    def _go_on_as(
        self, trainer: Trainer, change: Callable[[Checkpoint], Checkpoint], command: Branch | Unbranch
    ) -> Trainer:
        """Goes on from a changed checkpoint of the run as it is, and remembers its past as if it had always been so."""
        new = trainer_of(change(capture(trainer)), trainer.dataset, run=command.run)
        new.apply(command.experiment)
        self._timeline.change(change)
        self._inspections.forget()
        self._trainer = new
        return new

    def _leave_past(self) -> None:
        if self._past is not None:
            self._past = None
            self._inspections.forget()

    def _save(self, path: Path, save: Callable[[Trainer, Path], None], saved: SignalInstance) -> None:
        try:
            if self._trainer is None:
                raise PlaygroundError("There is no network to save yet.")
            save(self._trainer, path)
        except PlaygroundError as error:  # no reason to stop training
            self.failed.emit(error)
        else:
            saved.emit(path)

    def _export(self, command: Export) -> None:
        try:
            if self._trainer is None:
                raise PlaygroundError("There is no network to export yet.")
            command.write(self._trainer)
        except PlaygroundError as error:  # no reason to stop training
            self.failed.emit(error)
        else:
            self.exported.emit(command.path)

    @staticmethod
    def _goal(trainer: Trainer, play: Play) -> int:
        if play.to_epoch:
            return trainer.next_epoch
        if play.steps is not None:
            return trainer.step + play.steps
        last = _last_step(trainer.experiment)
        return last if trainer.step < last else trainer.step + last

    def _train_until_command(self) -> None:
        trainer = self._trainer
        if trainer is None or self._until is None:
            return
        trainer.threads = LANE_THREADS
        self._pace = Pace(trainer.step, self._pace)
        try:
            self._train(trainer, self._pace)
        finally:
            self._pace.end()

    def _train(self, trainer: Trainer, pace: Pace) -> None:
        in_slice = 1
        while self._commands.empty() and not self._closing.is_set():
            allowed = self._allowed(in_slice)
            if not allowed:
                self._wake.wait(max(self._limiter.wait(), SLICE))
                continue
            before = trainer.seconds
            steps = self._step(trainer, pace, min(allowed, pace.next_measure(trainer.step) - trainer.step))
            took = trainer.seconds - before
            if steps == in_slice and took < SLICE / 2:
                in_slice *= 2
            elif took > SLICE * 1.5:
                in_slice = max(1, in_slice // 2)
            if self._is_at_end(trainer):
                self._note_speed(pace)
                self._measure(trainer)
                if self._is_whole_run or trainer.step == trainer.experiment.steps:
                    trainer.end()
                self._publish(is_finished=True)
                self._end_play()
                return
            shares_well = took >= LONG_STEP * steps
            if pace.frame_is_due() or self._is_slow():
                self._note_speed(pace)
                self._publish(at_once=False)
                self._wait_for_painting(trainer, pace, took / steps, shares_well)
                pace.framed()
            if not shares_well and pace.nap_is_due():
                time.sleep(NAP)
                pace.napped()

    def _step(self, trainer: Trainer, pace: Pace, steps: int) -> int:
        """Makes so many steps, or fewer where the end is near, and then evaluates if it is time. Returns how many."""
        assert self._until is not None
        steps = min(steps, self._until - trainer.step)
        goal = trainer.step + steps
        measures = pace.measure_is_due(goal)
        trainer.run(steps, record=measures or goal >= self._until)
        self._limiter.made(steps)
        if measures and not self._is_at_end(trainer):
            pace.measured(trainer.step, _seconds(partial(self._measure, trainer)))
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
        if not self._closing.is_set():
            self.mailbox.painted.wait(PAINT_TIMEOUT)

    def _allowed(self, in_slice: int) -> int:
        """How many steps may be made at once now."""
        if self._limiter.speed is None:
            return in_slice
        return min(1 if self._is_slow() else in_slice, self._limiter.due())

    def _is_slow(self) -> bool:
        """Whether every single step can be shown."""
        return self._limiter.speed is not None and self._limiter.speed <= 1 / FRAME

    def _note_speed(self, pace: Pace) -> None:
        """What was known before a command came still counts until there is something to say."""
        assert self._trainer is not None
        self._steps_per_second = pace.speed(self._trainer.step) or self._steps_per_second

    def _measure(self, trainer: Trainer) -> None:
        """Takes the figures, and keeps the moment to look back at where it is time; that costs much less."""
        trainer.measure()
        with contextlib.suppress(MemoryError):
            self._timeline.take(trainer)

    def _publish(self, *, is_finished: bool = False, at_once: bool = True) -> None:
        """Hands out a snapshot; ``at_once`` looks at everything that is wished for, however long it takes."""
        now = self._trainer
        assert now is not None
        if not len(now.history):
            self._measure(now)
        shown = now if self._past is None else self._past
        inside = self._inspections.look(shown, at_once=at_once)
        snapshot = shown.snapshot(steps_per_second=self._steps_per_second, is_finished=is_finished, inside=inside)
        if shown is not now:
            snapshot = in_the_past(snapshot, now)
        is_over = now.has_ended and now.step >= _last_step(now.experiment)  # the end may have been put off since
        has_ended = shown is now and (is_over or not len(now.active))
        snapshot = replace(snapshot, kept_steps=self._timeline.steps, has_ended=has_ended)
        self.mailbox.put(snapshot)
        self.published.emit()


def _save_run(trainer: Trainer, path: Path) -> None:
    save_checkpoint(capture(trainer), path)


def _last_step(experiment: Experiment) -> int:
    return ENDLESS if experiment.steps is None else experiment.steps


def _seconds(work: Callable[[], None]) -> float:
    """Does something and says how long it took."""
    before = time.perf_counter()
    work()
    return time.perf_counter() - before
