"""Trials an hour: a sweep over processes and lanes against a plain loop of single runs.

Where others use the machine, the clock tells how it is shared out: a session with two processes gets no more of it than
one with one. So the note says what it would be by processor time, of all processes of the sweep.
"""

from __future__ import annotations

import tempfile
import time
from dataclasses import dataclass
from pathlib import Path
from statistics import median

import psutil  # type: ignore[import-untyped]

from benchmarks.report import Row
from engine.data import load_table
from engine.experiment.edits.field_edits import edited
from engine.experiment.experiment import Experiment
from engine.store.presets import load_preset
from engine.sweep.axes import parse_values
from engine.sweep.batches import batch_of
from engine.sweep.plan import Plan, make_plan
from engine.sweep.results.journal import Journal, header_of
from engine.sweep.rows import Rows
from engine.sweep.sweep import Sweep
from engine.sweep.workers.on_dask import Cluster
from engine.sweep.workers.running import run_batch
from engine.train.stepping.lane_threads import usable_cores

ROUNDS = 3
"""In turns, so that both see the same machine."""
SMALL, REFERENCE = 3.0, 1.5
"""Goals, on two cores."""


def sweeps() -> list[Row]:
    """The same trials, measured and diagnosed alike; the cluster is started before."""
    spiral = edited(load_preset("spiral"), "steps", 1000)
    reference = edited(load_preset("reference"), "steps", 300)
    cores = usable_cores()
    with tempfile.TemporaryDirectory() as folder, Cluster(workers=cores, scratch=Path(folder) / "scratch") as cluster:
        return [
            _row("small net", spiral, cluster, Path(folder), seeds=32, singles=4, goal=SMALL),
            _row("reference net", reference, cluster, Path(folder), seeds=4, singles=2, goal=REFERENCE),
        ]


def _row(
    what: str, experiment: Experiment, cluster: Cluster, folder: Path, *, seeds: int, singles: int, goal: float
) -> Row:
    axis = parse_values("optimizer.learning_rate=0.01,0.02,0.03,0.04")
    plan, cores = make_plan(experiment, [axis], seeds=seeds), usable_cores()
    rows = Rows(experiment.data, load_table(experiment.data))
    alone, swept = [], []
    for turn in range(ROUNDS + 1):
        alone.append(_alone(plan, rows, singles))
        swept.append(_swept(plan, rows, cluster, folder / f"{what} {turn}"))
    turns = [*zip(alone, swept, strict=True)][1:]  # the first one warms up
    ratios = [one.seconds / many.seconds for one, many in turns]
    by_processor = [cores * one.processor / many.processor for one, many in turns]
    hour = [3600 / median(each.seconds for each in of) for of in zip(*turns, strict=True)]
    return Row(
        f"sweep, {what}: trials an hour over a loop of single runs, {cores} cores",
        median(ratios),
        at_least=goal,
        note=f"{hour[1]:,.0f} trials an hour, {hour[0]:,.0f} one by one; {len(plan.trials)} trials in a sweep; "
        f"{median(by_processor):.2f}x by processor time",
        details={
            "ratios": ratios,
            "by_processor": by_processor,
            "alone": [[turn.seconds, turn.processor] for turn in alone],
            "swept": [[turn.seconds, turn.processor] for turn in swept],
        },
    )


@dataclass(frozen=True)
class _Turn:
    """What a trial took: seconds by the clock, and of processors."""

    seconds: float
    processor: float


def _alone(plan: Plan, rows: Rows, n: int) -> _Turn:
    assert plan.experiment.steps is not None
    started, worked = time.perf_counter(), time.thread_time()
    for trial in plan.trials[:n]:
        run_batch(batch_of(plan, rows, [trial], plan.experiment.steps), rows.tables[0])
    return _Turn((time.perf_counter() - started) / n, (time.thread_time() - worked) / n)


def _swept(plan: Plan, rows: Rows, cluster: Cluster, folder: Path) -> _Turn:
    started, worked = time.perf_counter(), _processor_seconds()
    with Journal(folder, header_of(plan, rows.fingerprint), resume=False) as journal:
        Sweep(plan, rows, cluster, journal).run()
        assert {result.state for result in journal.results.values()} == {"done"}
    n = len(plan.trials)
    return _Turn((time.perf_counter() - started) / n, (_processor_seconds() - worked) / n)


def _processor_seconds() -> float:
    """Of this process, in which the scheduler is, and of all workers."""
    this = psutil.Process()
    return sum(sum(process.cpu_times()[:2]) for process in (this, *this.children(recursive=True)))
