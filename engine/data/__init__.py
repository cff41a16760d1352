"""Rows to learn from: bundled digits, two-feature toys, CSV and IDX files, downloads.

`load_table` reads a source as it is; `split` cuts and scales it as a DataSpec says; `load` does both.
"""

from __future__ import annotations

from collections.abc import Sequence

from engine.data.columns.column import Column
from engine.data.dataset import Dataset, Table
from engine.data.files.progress import CancelledError, Report, ignore
from engine.data.preprocessing.split import split
from engine.data.sources.choice import Choose, Reading
from engine.data.sources.registry import is_file, source_of
from engine.data.spec import DataSpec
from engine.data.task import wrong_task

__all__ = ["CancelledError", "Choose", "Dataset", "Report", "Table", "is_file", "load", "load_table", "split"]


def load(spec: DataSpec) -> Dataset:
    """Rows ready for training.

    Raises:
        DataError: one sentence that says what is wrong with the source, and where.
    """
    return split(load_table(spec), spec)


def load_table(
    spec: DataSpec,
    *,
    guess_label: bool = False,
    is_new: bool = False,
    choose: Choose | None = None,
    columns: Sequence[Column] | None = None,
    needs_label: bool = True,
    report: Report = ignore,
) -> Table:
    """All rows of a source. Toys have just as many rows as the spec asks for, and depend on more of it.

    With ``guess_label`` the likeliest column of a file is its label where it has none of the name in the spec; with
    ``is_new`` all that can be said of a file is guessed, see `engine.data.columns.proposal`; ``table.as_read`` has what
    came of it. With ``choose`` the rows are to be used, not to be learned from: no other columns are read, as what
    ``columns`` says of them in that order, the label may be written in another way, and one class is enough.
    Unless it needs a label, a file is asked for none: all rows of the table are of one class without a name.
    ``report`` is told how far a download or a file is, and may stop it.

    Raises:
        DataError: one sentence that says what is wrong with the source, and where.
    """
    source = source_of(spec.source)
    reading = Reading(guess_label, is_new, choose, columns, needs_label, report)
    if source.task not in (None, spec.task):
        raise wrong_task(spec.source, spec.task)
    return source.load(spec, reading)
