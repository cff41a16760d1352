"""``playground sweep``: many trials of an experiment, here or on a cluster, and a table of what came of them."""

from __future__ import annotations

import importlib.util
import shlex
from collections.abc import Sequence
from contextlib import AbstractContextManager, nullcontext
from pathlib import Path
from typing import TYPE_CHECKING

from engine.data import Dataset
from engine.errors import PlaygroundError
from engine.experiment.experiment import Experiment
from engine.records import record
from engine.store.atomic import check_writable
from engine.store.overwriting import check_kept, data_files
from engine.sweep.axes import Range, Values, parse_range, parse_values
from engine.sweep.batches import gathered, needed
from engine.sweep.counting import trials_said
from engine.sweep.plan import Plan, make_plan
from engine.sweep.results.journal import SCRATCH, Journal, begun, folder_of, header_of, plan_of
from engine.sweep.results.judging import judge, words
from engine.sweep.results.table import (
    SweepTable,
    check_ending,
    check_free,
    is_result_of,
    open_table,
    save_table,
    tabulated,
)
from engine.sweep.rows import Rows
from engine.sweep.rungs import under_way
from engine.sweep.sweep import Sweep, check_plan
from engine.sweep.workers.runners import Here, Runner
from engine.verdict.verdict import Verdict
from engine.verdict.wording import sentences
from playground.cli.exit_codes import DONE, FAILED
from playground.cli.inputs import Changes
from playground.cli.interrupts import Interrupts
from playground.cli.preparing import changed, prepare, told_of_rows
from playground.cli.sweep.progress import make_display
from playground.cli.sweep.report import print_settings
from playground.cli.telling import tell

if TYPE_CHECKING:
    from engine.sweep.workers.on_dask import Cluster


@record
class Asked:
    """The options that say what is swept, where, and what becomes of it. workers: 0 for this process.
    progress_json: another program follows it."""

    grid: tuple[str, ...]
    random: tuple[str, ...]
    seeds: int
    trials: int | None
    halving: bool
    out: str
    scheduler: str | None
    workers: int
    resume: bool
    quiet: bool
    progress_json: bool = False

    @property
    def axes(self) -> list[Values | Range]:
        """Raises PlaygroundError."""
        found: list[Values | Range] = [*map(parse_values, self.grid), *map(parse_range, self.random)]
        if not found and self.seeds == 1:
            raise PlaygroundError("There is nothing to sweep: add --grid PATH=V1,V2, --random or --seeds N.")
        return found

    @property
    def has_cluster(self) -> bool:
        return self.scheduler is not None or self.workers > 0


def run(original: Experiment, path: Path | None, changes: Changes, asked: Asked) -> int:
    """Trains all trials and writes the result. Returns the exit code.

    path: the file of the experiment, where it comes from one.

    Raises:
        PlaygroundError: the experiment, its data, what is swept, the cluster or the result cannot be used.
    """
    if not asked.out:
        raise PlaygroundError("The name of the file to write is empty: give one.")
    out = Path(asked.out)
    check_ending(out)
    axes = asked.axes
    _check_dask(asked)
    check_writable(out)
    experiment = changed(original, changes)
    _check_folds(changes.folds_alone(experiment), axes)
    check_kept(out, [*([] if path is None else [path]), *data_files(experiment)])
    prepared = prepare(original, changes, quiet=asked.quiet)
    experiment, dataset = prepared.experiment, prepared.dataset
    assert dataset.table is not None
    if not asked.quiet:
        for remark in (*prepared.remarks, *told_of_rows(dataset, experiment), *changes.remarks(experiment)):
            tell(remark, err=True)
    plan = make_plan(experiment, axes, seeds=asked.seeds, draw=asked.trials, halving=asked.halving)
    rows = Rows(experiment.data, dataset.table)
    check_plan(plan, rows)
    return _Run(plan, rows, dataset, asked, out).run()


def go_on(asked: Asked) -> int:
    """Takes up a sweep that was broken off, as it was begun. Returns the exit code.

    Raises:
        PlaygroundError: there is none with this result, its rows are not those any more, or the cluster cannot be used.
    """
    out = Path(asked.out)
    check_ending(out)
    _check_dask(asked)
    if not folder_of(out).exists() and open_table(out).is_whole:
        tell(f"{out} has all its trials already.", err=True)
        return DONE
    header = begun(folder_of(out))
    plan = plan_of(header)
    dataset = prepare(plan.experiment, Changes(), quiet=asked.quiet).dataset
    assert dataset.table is not None
    rows = Rows(plan.experiment.data, dataset.table)
    if rows.fingerprint != header["rows"]:
        raise PlaygroundError(
            "The rows of {source} are not those that the sweep of {file} began with.",
            source=plan.experiment.data.source,
            file=out,
        )
    return _Run(plan, rows, dataset, asked, out).run()


def _check_folds(folds: int | None, axes: Sequence[Values | Range]) -> None:
    """Raises PlaygroundError where rows are to be cut into folds of which no trial leaves one out."""
    if folds is not None and all(axis.path != "data.fold" for axis in axes):
        raise PlaygroundError(
            "data.folds alone changes no trial: add --grid data.fold={folds}, so that each fold validates once.",
            folds=",".join(map(str, range(1, folds + 1))),
        )


def _check_dask(asked: Asked) -> None:
    if asked.has_cluster and importlib.util.find_spec("distributed") is None:
        raise PlaygroundError(
            "A sweep over several processes needs Dask: install nn-playground[sweep], or add --workers 0 to train in "
            "this one."
        )


class _Run:
    def __init__(self, plan: Plan, rows: Rows, dataset: Dataset, asked: Asked, out: Path) -> None:
        self._plan, self._rows, self._dataset, self._asked, self._out = plan, rows, dataset, asked, out
        self._header = header_of(plan, rows.fingerprint)

    def run(self) -> int:
        folder = folder_of(self._out)
        if self._asked.resume and not folder.exists() and is_result_of(self._out, self._header):
            tell(f"{self._out} has all {len(self._plan.trials)} trials already.", err=True)
            return DONE
        check_free(self._out, self._header if folder.exists() else None)
        with Interrupts() as interrupts, Journal(folder, self._header, resume=self._asked.resume) as journal:
            self._say_what()
            gone: PlaygroundError | None = None
            is_over = False
            try:
                with self._runner(journal) as runner:
                    self._say_where(runner)
                    is_over = self._train(runner, journal, interrupts)
            except PlaygroundError as error:
                if not journal.results and not interrupts.asked:
                    journal.remove_if_empty()
                    raise
                gone = error
            if interrupts.asked and not journal.results:
                journal.remove_if_empty()
                tell(
                    "Interrupted before a trial was done: nothing is kept, and the same command begins anew.", err=True
                )
                return interrupts.exit_code
            table, verdict = self._table(journal)
            save_table(table, self._header, self._out)
            if is_over:
                journal.remove()
        print_settings(table, verdict)
        return self._end(table, gone, is_over, interrupts)

    def _train(self, runner: Runner | Cluster, journal: Journal, interrupts: Interrupts) -> bool:
        with make_display(quiet=self._asked.quiet, as_json=self._asked.progress_json) as display:
            return Sweep(
                self._plan,
                self._rows,
                runner,
                journal,
                show=display.show,
                should_stop=lambda: interrupts.asked,
            ).run()

    def _end(self, table: SweepTable, gone: PlaygroundError | None, is_over: bool, interrupts: Interrupts) -> int:
        done, of = table.n_over, len(self._plan.trials)
        if gone is not None:
            tell(gone, err=True)
        if not is_over:
            rest = f"playground sweep --resume --out {shlex.quote(str(self._out))}"
            tell(f"{done} of {of} trials are in {self._out}; `{rest}` does the rest.", err=True)
            return interrupts.exit_code if interrupts.asked else FAILED
        failed = [row for row in table.rows if row["state"] == "failed"]
        if failed:
            tell(f"{len(failed)} of {of} trials failed, the first because {failed[0]['reason']}.", err=True)
        return FAILED if failed else DONE

    def _runner(self, journal: Journal) -> AbstractContextManager[Runner | Cluster]:
        if not self._asked.has_cluster:
            return nullcontext(Here())
        from engine.sweep.workers.on_dask import Cluster  # here, because it is an extra, and takes long to import

        scratch = journal.folder / SCRATCH
        return Cluster(workers=self._asked.workers, scheduler=self._asked.scheduler, scratch=scratch)

    def _say_what(self) -> None:
        if self._asked.quiet:
            return
        plan = self._plan
        halving = ", halved at rungs" if plan.halving else ""
        tell(f"{trials_said(plan)}{halving}.", err=True)
        if plan.halving and self._dataset.valid_x is None:
            tell("There are no validation rows, so the test rows choose which settings go on.", err=True)

    def _say_where(self, runner: Runner) -> None:
        if self._asked.quiet:
            return
        plan, workers = self._plan, runner.workers
        batches = gathered(plan, self._rows, plan.trials, workers=workers, memory=runner.memory)
        size = needed(plan, self._rows, batches)
        limit = "" if runner.memory is None else f" of the {_bytes(runner.memory)} that one has"
        where = "1 worker" if workers == 1 else f"{workers} workers"
        tell(f"{where}; the largest batch takes about {_bytes(size)}{limit}, beside Python itself.", err=True)
        address = getattr(runner, "dashboard", None)
        if address is not None:
            tell(f"Dashboard: {address}", err=True)

    def _table(self, journal: Journal) -> tuple[SweepTable, Verdict | None]:
        data = self._dataset
        _, results = under_way(self._plan, journal.results, journal.stages)
        held_out = data.test_y if data.valid_y is None else data.valid_y
        verdict = judge(self._plan, results, len(held_out), task=data.task, of_validation=data.valid_y is not None)
        said = [] if verdict is None else sentences(verdict)
        table = tabulated(self._plan, results, words(self._plan, results, verdict), verdict=said, task=data.task)
        return table, verdict


def _bytes(n: int) -> str:
    return f"{n / 1e9:.1f} GB" if n >= 1e9 else f"{max(1, round(n / 1e6))} MB"
