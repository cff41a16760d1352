"""Experiments written to files, which say in full how a table of one's own is learned."""

from __future__ import annotations

from pathlib import Path

from engine.api.own_table import is_path_alone, load_new, told_of_new
from engine.api.telling import warn
from engine.errors import DataError
from engine.experiment.experiment import Experiment
from engine.store import experiment_files


def save_experiment(experiment: Experiment, path: Path | str) -> None:
    """Writes an experiment file. Data that lies in or below its folder is named relative to it, so both can move.

    Of a table of which nothing but the path is said the file has what `train` learns it by, which a warning tells: the
    defaults of a file are those of before, and another thing.

    Raises:
        PlaygroundError: it cannot be written.
    """
    if isinstance(experiment, Experiment) and is_path_alone(experiment.data):
        try:
            experiment, dataset, is_guess = load_new(experiment)
        except DataError as error:
            warn(
                f"{error} So the experiment file cannot say how its rows are best learned: as they stand in the table, "
                f"{experiment.data.train} to train on and {experiment.data.test} to test."
            )
        else:
            warn(told_of_new(dataset, experiment.data, is_guess=is_guess).replace("run.experiment.data", "The file"))
    experiment_files.save_experiment(experiment, path)
