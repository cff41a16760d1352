"""The run that is loaded, and those before it: commands are carried out on it, and what comes of it is published.

It knows neither Qt nor threads of its own: `playground.worker.thread` calls it in the training thread, tests in theirs.
"""

from __future__ import annotations

import contextlib
import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from engine.errors import PlaygroundError
from engine.experiment.edits.live_edits import needs_restart
from engine.train.kept.kept_runs import KeptRun, KeptRuns
from engine.train.kept.run_state import Checkpoint, capture, restore, trainer_of
from engine.train.kept.timeline import Timeline, in_the_past, past_trainer
from engine.train.looks import Looks
from engine.train.snapshot import Snapshot
from engine.train.trainer import Trainer
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
    OpenTest,
    Pause,
    Play,
    SaveModel,
    SaveRun,
    Unbranch,
    Weights,
)
from playground.worker.inbox import Inbox, passed_over, worth_doing
from playground.worker.inspection import InspectionScheduler
from playground.worker.mailbox import Mailbox
from playground.worker.reports import Reports
from playground.worker.training_loop import TrainingLoop, last_step, seconds
from playground.worker.trying import Trying
from playground.worker.writings import Writings

if TYPE_CHECKING:
    from engine.train.kept.branching import Start


class Run:
    """All its methods belong to one thread at a time."""

    def __init__(self, inbox: Inbox, mailbox: Mailbox, reports: Reports) -> None:
        """What comes into ``inbox`` interrupts the training; snapshots go into ``mailbox``."""
        self._mailbox = mailbox
        self._reports = reports
        self._inbox = inbox
        self._trying = Trying()
        self._inspections = InspectionScheduler()
        judge = self._inspections.judge
        self._loop = TrainingLoop(inbox, mailbox.painted, self._measure, self._publish, judge, self._trying.spare)
        self._trainer: Trainer | None = None
        self._past: Trainer | None = None
        """The same as it was at an earlier step, while that is shown."""
        self._timeline = Timeline()
        self._kept = KeptRuns()
        self._starts: dict[int, Start] = {}
        """Where each branch has started."""
        self._looks, self._serial = Looks(), 0
        self._shown: Snapshot | None = None
        """What was handed out last."""
        self.writings = Writings()

    @property
    def is_training(self) -> bool:
        """Whether `train` has something to do."""
        return self._loop.has_goal

    def carry_out(self, commands: Sequence[Command]) -> None:
        """In order. What goes wrong is reported in a sentence, and the others are carried out all the same."""
        for load in passed_over(commands):
            if isinstance(load.start, int):
                self._kept.rename(load.start, load.run)
        for command in worth_doing(commands):
            self._guard(partial(self._carry_out, command))

    def train(self) -> None:
        """On to where the last Play leads, unless a command comes meanwhile; then it can be called again."""
        self._guard(self._train)

    def rest(self) -> None:
        """While there is nothing else to do: remedies are tried, and what comes of it is told."""
        if not self.is_training and self._trainer is not None and self._past is None:
            self._guard(self._rest)

    def _rest(self) -> None:
        assert self._trainer is not None
        if not self._trying.rest(lambda: self._inbox.interrupts) or self._shown is None:
            return
        inside = self._trying.with_verdicts(self._trainer, self._inspections.latest)
        self._shown = replace(self._shown, inside=inside)
        self._mailbox.put(self._shown)
        self._reports.published()

    def at_rest(self, number: int) -> Checkpoint | None:
        """The run of this number as it is; None where it was not made."""
        trainer = self._trainer
        return capture(trainer) if trainer is not None and trainer.run_id == number else None

    def while_writing(self, number: int) -> Checkpoint | None:
        """The run of this number as it is, for any thread, where it stands still because a file is being written."""
        return self.writings.while_writing(partial(self.at_rest, number))

    # --- carrying out -----------------------------------------------------------------------------------------------

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
        self._reports.failed(error)

    def _end_play(self) -> None:
        self._loop.stop()
        self._reports.stopped(self._serial)

    def _train(self) -> None:
        trainer = self._trainer
        if trainer is not None and self.is_training and self._loop.train(trainer):
            self._end_play()

    def _carry_out(self, command: Command) -> None:
        if isinstance(command, Load | Play | Pause | Branch | Unbranch | OpenTest):
            self._leave_past()
        match command:
            case Load():
                self._put_by(command.wanted)
                self._timeline = Timeline()
                self._trainer = None  # frees its arrays before the new ones are made
                self._loop.forget()
                self._inspections.forget()
                self._trying.forget()
                self._trainer = self._make_trainer(command)
                self._count_openings(self._trainer)
                is_new = self._trainer.measured_at < 0
                took = seconds(partial(self._measure, self._trainer))
                self._loop.begin(self._trainer.step, measure_takes=took if is_new else None)
                self._publish()
            case Apply():
                self._apply(command)
            case Play():
                self._play(command)
            case Pause() if self._trainer is not None:
                self._loop.stop()
                self._measure(self._trainer)
                self._publish()
            case Branch():
                self._regroup(command, 1, partial(self._branch, command))
            case Unbranch():
                self._regroup(command, -1, partial(self._unbranch, command))
            case LookBack() if self._trainer is not None:
                self._look_back(self._trainer, command.step)
            case OpenTest() if self._trainer is not None:
                self._trainer.open_test_set()
                self._count_openings(self._trainer)
                self._publish()
            case SaveModel():
                self._save(command.path, partial(_save_model, path=command.path), self._reports.saved)
            case SaveRun():
                self._save(command.path, partial(_save_run, path=command.path), self._reports.run_saved)
            case Capture() if self._trainer is not None:
                self._capture(self._trainer)
            case Export():
                self._save(command.path, command.write, self._reports.exported)
            case Inspect():
                self._inspections.set_request(command.request)
                if self._trainer is not None and not self.is_training:
                    self._publish()
            case Limit():
                self._loop.set_speed(command.speed)

    def _play(self, command: Play) -> None:
        self._serial = command.serial
        self._loop.restart_clock()
        trainer = self._trainer
        if trainer is None:  # it could not be made, and `failed` said why
            self._end_play()
        elif not len(trainer.active):
            raise PlaygroundError(
                "No lane is left to train: each has stopped early or diverged. Reset starts them again."
            )
        else:
            self._loop.aim(trainer, command)

    def _put_by(self, wanted: frozenset[int]) -> None:
        """Keeps the run that another one takes the place of, where something may lead back to it."""
        self._remember_choices()
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
        if isinstance(start, Checkpoint):
            try:
                trainer = restore(start, command.dataset, run=command.run, seals_test=True)
                trainer.apply(command.experiment)
            except PlaygroundError as error:
                self._timeline = Timeline()
                self._reports.failed(error)
            else:
                return trainer
        trainer = Trainer(command.experiment, command.dataset, run=command.run, seals_test=True)
        if isinstance(start, Weights):
            trainer.set_parameters(start.lanes)
        return trainer

    def _count_openings(self, trainer: Trainer) -> None:
        """A run goes on with all looks at its test rows, whichever run they were made in."""
        of = trainer.experiment.data, trainer.dataset
        before = self._looks.at(*of)
        chosen_by = self._looks.chosen_by(*of)
        trainer.openings = trainer.openings.of_run(trainer.step, before.times, before.rows, chosen_by)
        self._looks.add(*of, trainer.openings.count - before.times)

    def _remember_choices(self) -> None:
        """The validation rows of the run that is there, if it has come to anything, were chosen by from then on."""
        if self._trainer is not None and self._trainer.step:
            self._looks.choose(self._trainer.experiment.data, self._trainer.dataset)

    def _capture(self, trainer: Trainer) -> None:
        """Takes a moment, and twice the memory of the parameters; where there is none, the run goes on uncaptured."""
        before = time.perf_counter()
        with contextlib.suppress(MemoryError):
            checkpoint = capture(trainer)
            self._reports.captured((trainer.run_id, checkpoint, time.perf_counter() - before))

    def _look_back(self, trainer: Trainer, step: int | None) -> None:
        self._loop.stop()
        self._leave_past()
        moment = None if step is None or step >= trainer.step else self._timeline.at(step)
        if moment is not None:
            self._past = past_trainer(moment, trainer)
        self._publish()

    def _apply(self, command: Apply) -> None:
        trainer = self._trainer
        if trainer is None or needs_restart(trainer.experiment, command.experiment):
            self._be_outdated(command.run)
            return
        self._loop.move_end(trainer.experiment, command.experiment, trainer.step)
        trainer.apply(command.experiment)
        self._publish()

    def _regroup(self, command: Branch | Unbranch, more: int, work: Callable[[Trainer], None]) -> None:
        """``more``: lanes. Where the run has others than its window takes it to have, or cannot, it begins anew."""
        trainer, lanes = self._trainer, len(command.experiment.lanes)
        if trainer is None or len(trainer.experiment.lanes) + more != lanes:
            self._be_outdated(command.run)
            return
        try:
            if not self._brought_back(command, trainer, only_further=more < 0):
                self._put_by(command.wanted)
                work(trainer)
        except Exception:
            self._be_outdated(command.run)
            raise

    def _brought_back(self, command: Branch | Unbranch, trainer: Trainer, *, only_further: bool) -> bool:
        """The run that was left with these lanes, as it was left, where it is still kept.

        ``only_further``: where it has made more steps than this one. Lanes that go leave the others as they are, so
        that these can go on from either.
        """
        kept = None if command.back is None else self._kept.take(command.back)
        if kept is None or needs_restart(kept.checkpoint.experiment, command.experiment):
            return False
        if only_further and kept.checkpoint.step <= trainer.step:
            return False
        back = trainer_of(kept.checkpoint, trainer.dataset, run=command.run, seals_test=True)
        back.apply(command.experiment)
        self._put_by(command.wanted)
        self._timeline, self._trainer = kept.timeline, back
        self._count_openings(back)
        self._inspections.forget()
        self._trying.forget()
        self._loop.begin(back.step, measure_takes=None)
        self._measure(back)
        self._publish()
        return True

    def _be_outdated(self, run: int) -> None:
        """Whatever could not be done: the window has gone on to an experiment that this run cannot take. It is kept,
        for undo may lead back to it, but not shown any more."""
        self._remember_choices()
        trainer, self._trainer = self._trainer, None
        if trainer is not None:
            with contextlib.suppress(MemoryError, RuntimeError):  # which is broken in the middle of a step
                self._kept.keep(trainer.run_id, KeptRun(capture(trainer), self._timeline))
        self._loop.forget()
        self._reports.outdated(run)

    def _unbranch(self, command: Unbranch, trainer: Trainer) -> None:
        from playground.worker import regrouping  # here, as below: most runs never branch

        self._trainer, self._timeline, _ = regrouping.without_lane(command, trainer, self._timeline)
        self._inspections.forget()
        self._publish()

    def _branch(self, command: Branch, trainer: Trainer) -> None:
        from playground.worker import regrouping

        new, self._timeline, moved = regrouping.with_branch(command, trainer, self._timeline, self._starts)
        self._trainer = new
        self._inspections.forget()
        new.forget_figures()
        self._measure(new)  # what it begins with is the first point of its own curve
        if moved is not None:
            self._reports.branched((command.run, command.experiment.lanes[-1].name, moved))
        self._publish()

    def _leave_past(self) -> None:
        if self._past is not None:
            self._past = None
            self._inspections.forget()

    def _save(self, path: Path, write: Callable[[Trainer], None], saved: Callable[[Path], object]) -> None:
        """What goes wrong is no reason to stop training."""
        if self.writings.write(path, lambda: write(self._there())):
            saved(path)
        else:
            self._reports.refused()

    def _there(self) -> Trainer:
        if self._trainer is None:
            raise PlaygroundError("There is no network to save yet.")
        return self._trainer

    def _measure(self, trainer: Trainer) -> None:
        """Takes the figures, and keeps the moment to look back at where it is time; that costs much less."""
        trainer.measure()
        with contextlib.suppress(MemoryError):
            self._timeline.take(trainer)

    def _publish(self, *, is_finished: bool = False, at_once: bool = True) -> None:
        """Hands out a snapshot; ``at_once`` looks at everything that is asked for, however long it takes."""
        now = self._trainer
        assert now is not None
        if not len(now.history):
            self._measure(now)
        shown = now if self._past is None else self._past
        inside = self._inspections.look(shown, at_once=at_once)
        if shown is now:
            inside = self._trying.with_verdicts(now, inside)
        snapshot = shown.snapshot(steps_per_second=self._loop.steps_per_second, is_finished=is_finished, inside=inside)
        if shown is not now:
            snapshot = in_the_past(snapshot, now)
        is_over = now.has_ended and now.step >= last_step(now.experiment)  # the end may have been put off since
        has_ended = shown is now and (is_over or not len(now.active))
        stands_still = is_finished or not self.is_training
        self._shown = snapshot = replace(
            snapshot, kept_steps=self._timeline.steps, has_ended=has_ended, stands_still=stands_still
        )
        self._mailbox.put(snapshot)
        self._reports.published()


def _save_model(trainer: Trainer, path: Path) -> None:
    from engine.store.model_files import save_model  # here, as below: the window opens sooner without

    save_model(trainer, path)


def _save_run(trainer: Trainer, path: Path) -> None:
    from engine.store.run_files import save_checkpoint

    save_checkpoint(capture(trainer), path)
