"""What was found in a person's own rows, in the words in which the window says it."""

from __future__ import annotations

from engine.data import Dataset
from engine.data.columns.split_findings import split_findings
from engine.data.spec import DataSpec


def rows_told(dataset: Dataset, data: DataSpec) -> list[str]:
    """What the split shows, then what is in the file; nothing of rows that come with the program."""
    if dataset.findings is None:
        return []
    return [*(str(found.text) for found in split_findings(dataset, data)), *map(str, dataset.findings.notes)]
