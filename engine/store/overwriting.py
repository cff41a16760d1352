"""Keeps what is written away from what is read: no output takes the place of an input."""

from __future__ import annotations

import os
from collections.abc import Iterable
from pathlib import Path

from engine.data import is_file
from engine.errors import PlaygroundError
from engine.experiment.experiment import Experiment


def is_same_file(one: Path | str, other: Path | str) -> bool:
    """Whether both names lead to one file, through links too; a file that is not there yet is known by its path."""
    try:
        return Path(one).samefile(other)
    except (OSError, ValueError):  # missing, forbidden, or a name that cannot be
        return os.path.realpath(one) == os.path.realpath(other)


def check_kept(output: Path | str, inputs: Iterable[Path | str]) -> None:
    """Raises PlaygroundError where ``output`` would be written over one of the files that are read."""
    if any(is_same_file(output, path) for path in inputs):
        raise PlaygroundError(
            "{file} is one of the files that are read here, so it is not written over: choose another name.",
            file=output,
        )


def data_files(experiment: Experiment) -> list[Path]:
    """The file that its rows come from, where they come from one."""
    source = experiment.data.source
    return [Path(source).expanduser()] if is_file(source) else []
