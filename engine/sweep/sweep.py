"""Takes a plan to its end, stage by stage: whatever is in the journal already is not done again."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from typing import Final

from engine.errors import PlaygroundError
from engine.experiment.experiment import parse
from engine.records import record
from engine.sweep.batches import Batch, batch_of, check_memory, gathered
from engine.sweep.lane_checkpoints import joined
from engine.sweep.plan import Plan, Trial
from engine.sweep.results.journal import Journal
from engine.sweep.results.told import packed
from engine.sweep.results.trial_result import TrialResult
from engine.sweep.rows import Rows
from engine.sweep.rungs import expected_work, going_on, stages, steps_of
from engine.sweep.workers.runners import Runner, Watch
from engine.train.fit import check_fit
from engine.train.kept.run_state import Checkpoint

TRIES: Final = 2
"""Of a batch that fails."""


@record
class Progress:
    """How far a sweep is. trials: that are over, of ``total``; work: steps of all trials together, of about
    ``whole_work``; stage, of ``stages``.
    """

    trials: int
    total: int
    work: int
    whole_work: int
    stage: int
    stages: int
    failed: int = 0


def check_plan(plan: Plan, rows: Rows) -> None:
    """Raises PlaygroundError where trials cannot be trained: settings that do not go together, or with the rows."""
    if plan.experiment.steps is None and "steps" not in plan.paths:
        raise PlaygroundError(
            "{name} goes on for ever: say how many steps to train with --steps.", name=plan.experiment.name
        )
    known = set()
    for trial in plan.trials:
        name = plan.network(trial)
        if name not in known:
            known.add(name)
            experiment = parse(plan.alone(trial).to_dict())
            check_fit(experiment, rows.dataset(experiment.data))


class Sweep:
    """Runs a plan. ``show`` is told how far it is, as often as something happens."""

    def __init__(
        self,
        plan: Plan,
        rows: Rows,
        runner: Runner,
        journal: Journal,
        *,
        show: Callable[[Progress], None] = lambda progress: None,
        should_stop: Callable[[], bool] = lambda: False,
    ) -> None:
        self._plan, self._rows, self._runner, self._journal = plan, rows, runner, journal
        self._show, self._should_stop = show, should_stop
        self._ends = stages(plan)
        self._whole = expected_work(plan, self._ends)
        self._stage = 0
        self._over: set[int] = set()
        self._going: set[int] = set()
        """The trials of this stage."""
        self._made = 0
        self._steps: dict[int, int] = {}
        self._lanes: dict[int, tuple[int, int]] = {}

    def run(self) -> bool:
        """Whether it came to its end; False where it was stopped before.

        Raises:
            PlaygroundError: a trial does not fit into memory, what was found cannot be written, or the cluster is gone.
        """
        check_memory(self._plan, self._rows, self._runner.memory)
        going = list(self._plan.trials)
        for stage, end in enumerate(self._ends):
            self._stage, self._going = stage, {trial.number for trial in going}
            self._made += sum(
                self._work(trial, end) for trial in going if self._journal.stages.get(trial.number, -1) >= stage
            )
            self._note_over()
            if not self._run_stage(stage, end, going):
                return False
            if stage:
                self._journal.forget(stage - 1)
            going = going_on(going, stage, self._journal.results, self._journal.stages)
        self._over = {trial.number for trial in self._plan.trials}
        self._tell()
        return True

    def _work(self, trial: Trial, end: int) -> int:
        """Steps that a trial makes in the stage that ends there."""
        end = end or steps_of(self._plan, trial)
        return end - (self._ends[self._stage - 1] if self._stage else 0)

    def _run_stage(self, stage: int, end: int, going: Sequence[Trial]) -> bool:
        left = [trial for trial in going if self._journal.stages.get(trial.number, -1) < stage]
        failed: list[tuple[list[Trial], PlaygroundError]] = []
        wanted: Iterable[Sequence[Trial]] = self._gathered(left, end)
        for attempt in range(TRIES):
            failed.clear()
            for trials, reason in self._run_batches(stage, end, list(wanted)):
                failed.append((trials, reason))
            if self._should_stop():
                return False
            wanted = [trials for trials, _ in failed]
            if attempt == TRIES - 1:
                for trials, reason in failed:
                    said, told = str(reason), packed(reason)
                    failures = [TrialResult(trial.number, "failed", 0, reason=said, told=told) for trial in trials]
                    self._journal.add(stage, failures)
                    self._note_over()
        return True

    def _gathered(self, trials: Sequence[Trial], end: int) -> list[list[Trial]]:
        made = self._work(trials[0], end) if trials else 0
        return gathered(
            self._plan, self._rows, trials, workers=self._runner.workers, memory=self._runner.memory, steps=made
        )

    def _run_batches(
        self, stage: int, end: int, wanted: Sequence[Sequence[Trial]]
    ) -> Iterator[tuple[list[Trial], PlaygroundError]]:
        """Trains them, and yields those that fail, and why."""

        def batches() -> Iterator[Batch]:
            for trials in wanted:
                batch = self._batch(stage, end, trials)
                before = 0 if batch.checkpoint is None else batch.checkpoint.step
                self._lanes[batch.trials[0]] = len(trials), before
                yield batch

        watch = Watch(self._stepped, self._should_stop)
        # Not the list of now: a batch may need a table that nobody has asked for yet.
        for outcome in self._runner.run(batches(), self._rows.tables, watch):
            numbers = outcome.batch.trials
            self._steps.pop(numbers[0], None)
            if outcome.result is None:
                assert outcome.reason is not None
                yield [self._plan.trials[number] for number in numbers], outcome.reason
                continue
            checkpoint = outcome.result.checkpoint
            has_left = all(result.state != "pruned" for result in outcome.result.results)
            self._journal.add(stage, outcome.result.results, None if has_left else checkpoint)
            self._made += sum(self._work(self._plan.trials[number], end) for number in numbers)
            self._note_over()

    def _batch(self, stage: int, end: int, trials: Sequence[Trial]) -> Batch:
        until = end or steps_of(self._plan, trials[0])
        batch = batch_of(self._plan, self._rows, trials, until)
        if stage:
            batch = replace(batch, checkpoint=self._checkpoint(stage - 1, batch))
        return batch

    def _checkpoint(self, stage: int, batch: Batch) -> Checkpoint | None:
        """What the trials go on from; None where it is lost, and they begin anew."""
        parts = [self._journal.checkpoint(stage, number) for number in batch.trials]
        known = [part for part in parts if part is not None]
        return joined(known, batch.experiment) if len(known) == len(parts) else None

    # --- telling ----------------------------------------------------------------------------------------------------

    def _note_over(self) -> None:
        self._over = {
            number
            for number, result in self._journal.results.items()
            if result.state != "pruned" or number not in self._going
        }
        self._tell()

    def _stepped(self, trial: int, step: int) -> None:
        lanes, before = self._lanes[trial]
        self._steps[trial] = lanes * (step - before)
        self._tell()

    def _tell(self) -> None:
        failed = sum(result.state == "failed" for result in self._journal.results.values())
        self._show(
            Progress(
                len(self._over),
                len(self._plan.trials),
                self._made + sum(self._steps.values()),
                self._whole,
                self._stage,
                len(self._ends),
                failed,
            )
        )
