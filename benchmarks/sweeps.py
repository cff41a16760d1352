"""Trials an hour: a sweep over processes and lanes against a plain loop of single runs."""

from __future__ import annotations

import tempfile
import time
from pathlib import Path
from statistics import median

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
    plan = make_plan(experiment, [axis], seeds=seeds)
    rows = Rows(experiment.data, load_table(experiment.data))
    alone, swept = [], []
    for turn in range(ROUNDS + 1):
        alone.append(_alone(plan, rows, singles))
        swept.append(_swept(plan, rows, cluster, folder / f"{what} {turn}"))
    ratios = [one / many for one, many in zip(alone[1:], swept[1:], strict=True)]  # the first turn warms up
    hour = [3600 / median(each[1:]) for each in (alone, swept)]
    return Row(
        f"sweep, {what}: trials an hour over a loop of single runs, {usable_cores()} cores",
        median(ratios),
        at_least=goal,
        note=f"{hour[1]:,.0f} trials an hour, {hour[0]:,.0f} one by one; {len(plan.trials)} trials in a sweep",
        details={"ratios": ratios, "alone_seconds": alone, "swept_seconds": swept},
    )


def _alone(plan: Plan, rows: Rows, n: int) -> float:
    """Seconds a trial."""
    assert plan.experiment.steps is not None
    started = time.perf_counter()
    for trial in plan.trials[:n]:
        run_batch(batch_of(plan, rows, [trial], plan.experiment.steps), rows.tables[0])
    return (time.perf_counter() - started) / n


def _swept(plan: Plan, rows: Rows, cluster: Cluster, folder: Path) -> float:
    """Seconds a trial."""
    started = time.perf_counter()
    with Journal(folder, header_of(plan, rows.fingerprint), resume=False) as journal:
        Sweep(plan, rows, cluster, journal).run()
        assert {result.state for result in journal.results.values()} == {"done"}
    return (time.perf_counter() - started) / len(plan.trials)
