"""From an experiment to a run, in one call."""

from __future__ import annotations

import sys
from os import PathLike, fspath

from engine.api.run import Run
from engine.api.specs import Data
from engine.data import Dataset, load, load_table, split
from engine.data.spec import DataSpec
from engine.errors import PlaygroundError
from engine.experiment.edits.adapt import fitting_rows
from engine.experiment.edits.field_edits import edited
from engine.experiment.experiment import Experiment
from engine.experiment.plain_data import plain_data
from engine.nn.layers.parts.products import on_one_thread
from engine.store.experiment_files import full_source
from engine.train.history.history import even_points
from engine.train.memory import check_memory
from engine.train.stepping.lane_threads import usable_cores
from engine.train.trainer import Trainer


def train(
    experiment: Experiment, *, steps: int | None = None, threads: int | None = None, progress: bool = False
) -> Run:
    """Trains all lanes to the end and measures them along the way. The same figures as in the window, bit for bit.

    ``steps``: in place of the experiment's own. ``threads``: to spread lanes over; all cores by default, and no number
    depends on it. ``progress``: one line on stderr that says how far it is.

    Raises:
        PlaygroundError: the data cannot be used, does not fit, or nothing says how many steps to make.
    """
    goal = experiment.steps if steps is None else steps
    if goal is None:
        raise PlaygroundError("{name} goes on for ever: say how many steps to train.", name=experiment.name)
    experiment = edited(experiment, "steps", plain_data(goal))
    experiment = edited(experiment, "data.source", full_source(experiment.data.source))
    dataset = load(experiment.data)
    check_memory(experiment, dataset)
    with on_one_thread():
        trainer = Trainer(experiment, dataset, threads=threads or usable_cores())
        trainer.measure()
        for point in even_points(goal):
            trainer.run(point - trainer.step, record=True)
            trainer.measure()
            if progress:
                print(f"\r{trainer.step:,} of {goal:,} steps", end="", file=sys.stderr, flush=True)
            if not len(trainer.active):
                break
        if progress:
            print(file=sys.stderr)
        trainer.end()
        return Run(experiment, dataset, trainer.snapshot(is_finished=True), trainer)


def load_data(data: DataSpec | str | PathLike[str] = "digits") -> Dataset:
    """Rows as training sees them, scaled and split: of a ``Data(...)``, or of the name or the path of a source.

    Of a path, the label column is guessed, and no more rows are asked for than there are.

    Raises:
        DataError: one sentence that says what is wrong with the source, and where.
    """
    if isinstance(data, DataSpec):
        return load(data)
    source = Data(fspath(data))
    table = load_table(source, guess_label=True)
    return split(table, fitting_rows(source, table))
