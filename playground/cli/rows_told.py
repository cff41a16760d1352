"""What was found in a person's own rows, in the words in which the window says it."""

from __future__ import annotations

from engine.data import Dataset
from engine.data.columns.found.told import told_of
from engine.data.files.wording import shown
from engine.data.spec import DataSpec


def rows_told(dataset: Dataset, data: DataSpec) -> list[str]:
    """The worst first; nothing of rows that come with the program."""
    return [str(remark) for remark in told_of(dataset, data)]


def guess_sentence(label: str) -> str:
    """Of a file whose label nobody has named: the window says it too."""
    return f"Learning to tell {shown(label)} is a guess: train with --label to name another column."
