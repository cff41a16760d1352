"""From an experiment to a run, in one call."""

from __future__ import annotations

import sys
from os import PathLike, fspath
from typing import Final

from engine.api.checks import check_experiment
from engine.api.own_table import is_path_alone, load_new, told_of_new, told_of_unsaid
from engine.api.run import Run
from engine.api.specs import Data, Dense
from engine.api.telling import warn
from engine.data import Dataset, load
from engine.data.spec import DataSpec
from engine.errors import PlaygroundError
from engine.experiment.calls import check_no_frame, told_plainly, wrong
from engine.experiment.edits.field_edits import edited
from engine.experiment.experiment import Experiment
from engine.experiment.plain_data import plain_data
from engine.nn.layers.parts.products import on_one_thread
from engine.store.experiment_files import full_source
from engine.train.history.history import even_points
from engine.train.memory import check_memory
from engine.train.stepping.lane_threads import usable_cores
from engine.train.trainer import Trainer

_ANY: Final = [Dense(1)]
"""Layers, where none are asked for."""


@told_plainly("train")
def train(
    experiment: Experiment, *, steps: int | None = None, threads: int | None = None, progress: bool = False
) -> Run:
    """Trains all lanes to the end and measures them along the way. The same figures as in the window, bit for bit.

    ``steps``: in place of the experiment's own. ``threads``: to spread lanes over; all cores by default, and no number
    depends on it. ``progress``: one line on stderr that says how far it is.

    A table of which nothing but the path is said is learned as by ``playground train FILE``: its label is guessed, and
    rows are mixed, split by shares, and scaled column by column; a warning says how. ``run.experiment`` has all of it.

    Raises:
        PlaygroundError: the data cannot be used, does not fit, or nothing says how many steps to make.
    """
    check_experiment("train", experiment)
    goal = experiment.steps if steps is None else steps
    if goal is None:
        raise PlaygroundError("{name} goes on for ever: say how many steps to train.", name=experiment.name)
    experiment = edited(experiment, "steps", plain_data(goal))
    experiment = edited(experiment, "data.source", full_source(experiment.data.source))
    experiment, dataset, told = _rows_of(experiment)
    check_memory(experiment, dataset)
    with on_one_thread():
        trainer = Trainer(experiment, dataset, threads=threads or usable_cores())
        if told:
            warn(told)
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


def _rows_of(experiment: Experiment) -> tuple[Experiment, Dataset, str]:
    """The experiment as it is trained, its rows, and what a person should know of how these are learned."""
    if is_path_alone(experiment.data):
        experiment, dataset, is_guess = load_new(experiment)
        return experiment, dataset, told_of_new(dataset, experiment.data, is_guess=is_guess)
    dataset = load(experiment.data)
    return experiment, dataset, told_of_unsaid(dataset, experiment.data)


def load_data(data: DataSpec | str | PathLike[str] = "digits") -> Dataset:
    """Rows as training sees them, scaled and split: of a ``Data(...)``, or of the name or the path of a source.

    Of a path alone, the label column is guessed, and rows are mixed, split and scaled as in training.

    Raises:
        DataError: one sentence that says what is wrong with the source, and where.
    """
    check_no_frame("data", data)
    if not isinstance(data, DataSpec | str | PathLike):
        raise wrong("data", '"t.csv"', data)
    spec = data if isinstance(data, DataSpec) else Data(fspath(data))
    return load_new(Experiment(layers=_ANY, data=spec))[1] if is_path_alone(spec) else load(spec)
