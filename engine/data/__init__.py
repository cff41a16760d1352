"""Rows to learn from: bundled digits, two-feature toys, CSV and IDX files, downloads.

`load_table` reads a source as it is; `split` cuts and scales it as a DataSpec says; `load` does both.
"""

from __future__ import annotations

from engine.data.choice import Choose
from engine.data.dataset import Dataset, Table
from engine.data.progress import CancelledError, Report, ignore
from engine.data.sources import Reading, is_file, source_of
from engine.data.spec import DataSpec
from engine.data.split import split
from engine.data.task import wrong_task

__all__ = ["CancelledError", "Choose", "Dataset", "Report", "Table", "is_file", "load", "load_table", "split"]


def load(spec: DataSpec) -> Dataset:
    """Rows ready for training.

    Raises:
        DataError: one sentence that says what is wrong with the source, and where.
    """
    return split(load_table(spec), spec)


def load_table(
    spec: DataSpec, *, guess_label: bool = False, choose: Choose | None = None, report: Report = ignore
) -> Table:
    """All rows of a source. Toys have just as many rows as the spec asks for, and depend on more of it.

    With ``guess_label`` the likeliest column of a CSV file is its label where it has none of the name in the spec;
    ``table.findings.writing`` says which. With ``choose`` the rows are to be used, not to be learned from: no other
    columns are read, the label may be written in another way, and one class is enough. ``report`` is told how far a
    download is, and may stop it.

    Raises:
        DataError: one sentence that says what is wrong with the source, and where.
    """
    source = source_of(spec.source)
    if source.task not in (None, spec.task):
        raise wrong_task(spec.source, spec.task)
    return source.load(spec, Reading(guess_label=guess_label, choose=choose, report=report))
