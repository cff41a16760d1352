"""Rows to learn from: bundled digits, two-feature toys, CSV and IDX files, downloads.

`load_table` reads a source as it is; `split` cuts and scales it as a DataSpec says; `load` does both.
"""

from __future__ import annotations

from pathlib import Path

from engine.data.choice import Choose
from engine.data.dataset import Dataset, Table
from engine.data.digits import load_digits
from engine.data.files import read_start
from engine.data.idx import is_idx, load_idx
from engine.data.progress import CancelledError, Report, ignore
from engine.data.spec import DOWNLOADS, NAMED_SOURCES, TOYS, DataSpec
from engine.data.split import split
from engine.data.toys import load_toy

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
    """All rows of a source. Toys have exactly ``train + test`` rows and depend on ``noise`` and ``shuffle_seed`` too.

    With ``guess_label`` the likeliest column of a CSV file is its label where it has none of the name in the spec;
    ``table.findings.writing`` says which. With ``choose`` the rows are to be used, not to be learned from: no other
    columns are read, the label may be written in another way, and one class is enough. ``report`` is told how far a
    download is, and may stop it.

    Raises:
        DataError: one sentence that says what is wrong with the source, and where.
    """
    if spec.source == "digits":
        return load_digits()
    if spec.source in TOYS:
        return load_toy(spec.source, spec.train + spec.test, noise=spec.noise, seed=spec.shuffle_seed or 0)
    if spec.source in DOWNLOADS:
        from engine.data import downloads

        return downloads.load_download(downloads.ALL[spec.source], report=report)
    return _load_file(Path(spec.source).expanduser(), label=spec.label, guess=guess_label, choose=choose)


def is_file(source: str) -> bool:
    """Whether a source is the path of a file, not one of the named ones."""
    return source not in NAMED_SOURCES


def _load_file(path: Path, *, label: str, guess: bool, choose: Choose | None) -> Table:
    """By content, not by name: IDX files have no usual ending."""
    if is_idx(read_start(path, 4)):
        return load_idx(path, fewest_classes=2 if choose is None else 1)
    from engine.data.csv.table import load_csv  # here, because importing pandas would slow down every start

    return load_csv(path, label=label, guess=guess, choose=choose)
