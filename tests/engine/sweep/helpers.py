"""A small experiment that sweeps of the tests are about, and a sweep of it in this process."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from engine.data import load_table
from engine.experiment.experiment import Experiment, parse
from engine.sweep.axes import parse_range, parse_values
from engine.sweep.plan import Plan, make_plan
from engine.sweep.results.journal import Journal, header_of
from engine.sweep.rows import Rows
from engine.sweep.sweep import Sweep, check_plan
from engine.sweep.workers.runners import Here, Runner


def small(**fields: Any) -> Experiment:
    """Two features, one hidden layer with dropout, sixty steps."""
    layers = [
        {"kind": "dense", "units": 6, "l2": 0.01},
        {"kind": "activation", "function": "tanh"},
        {"kind": "dropout", "rate": 0.1},
        {"kind": "dense", "units": 2},
    ]
    data = {"source": "xor", "train": 60, "validation": 40, "test": 40}
    return parse({"layers": layers, "data": data, "steps": 60, "batch_size": 10, "seed": 3, **fields})


def planned(*grid: str, experiment: Experiment | None = None, random: tuple[str, ...] = (), **asked: Any) -> Plan:
    """The plan of these options of the command line."""
    axes = [*map(parse_values, grid), *map(parse_range, random)]
    return make_plan(experiment or small(), axes, **asked)


def rows_of(plan: Plan) -> Rows:
    data = plan.experiment.data
    return Rows(data, load_table(data))


def swept(plan: Plan, folder: Path, runner: Runner | None = None, *, resume: bool = False, **watch: Any) -> Journal:
    """The journal, closed, of a sweep that has come to its end, or was stopped."""
    rows = rows_of(plan)
    check_plan(plan, rows)
    with Journal(folder, header_of(plan, rows.fingerprint), resume=resume) as journal:
        Sweep(plan, rows, runner or Here(), journal, **watch).run()
    return journal
