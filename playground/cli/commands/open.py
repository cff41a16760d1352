"""``playground [FILE|PRESET]``: opens the window on any file that the window itself can open."""

from __future__ import annotations

import os
from pathlib import Path

from engine.data import load_table
from engine.data.columns.refused import RefusedTableError
from engine.data.new_file import of_new_file
from engine.data.spec import DataSpec
from engine.experiment.experiment import Experiment
from engine.store.experiment_files import open_experiment
from engine.store.file_kind import kind_of
from engine.store.model_files import load_model
from engine.store.run_files import load_checkpoint
from playground.cli.inputs import find_experiment
from playground.shell.process.display import check_display


def run(source: str | None) -> int:
    """Returns the exit code.

    Raises:
        PlaygroundError: there is no such file or preset, it cannot be used, or there is no display.
    """
    path = Path(source).absolute() if source is not None and os.path.lexists(source) else None
    experiment, label = None if source is None or path is not None else find_experiment(source), ""
    if path is not None:
        experiment, label = _checked(path)
    check_display(*_in_the_terminal(source, label))
    from playground.shell.app import run

    return run(experiment, path)


def _in_the_terminal(source: str | None, label: str) -> list[str]:
    """What to tell ``playground train`` instead. label: the column that a table was read with."""
    if source is None:
        return ["reference"]
    match kind_of(Path(source)) if os.path.lexists(source) else "preset":
        case "rows":
            usual = DataSpec().label
            return ["reference", "--data", source, *(["--label", label] if label not in ("", usual) else [])]
        case "model" | "run":
            return ["reference"]
        case _:
            return [source]


def _checked(path: Path) -> tuple[Experiment | None, str]:
    """What is in an experiment file. Others are for the window to open, but that they can be is made sure of now.

    And the label column that was found in a table, if one was.
    """
    match kind_of(path):
        case "experiment":
            return open_experiment(path), ""
        case "model":
            load_model(path)
        case "run":
            load_checkpoint(path)
        case "rows":
            return None, _label_of(path)
    return None, ""


def _label_of(path: Path) -> str:
    """The column that a file of rows is learned by, as found; empty where that is for the window to ask."""
    try:
        findings = load_table(of_new_file(str(path)), is_new=True).findings
    except RefusedTableError:  # it was read: the window says why that is not enough, beside the columns to choose from
        return ""
    return "" if findings is None or findings.writing is None else findings.writing.label
