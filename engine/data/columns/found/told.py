"""All that a person should know of their own rows: in the window, its data sheet and the terminal alike."""

from __future__ import annotations

from engine.data.columns.found.split_findings import split_findings
from engine.data.dataset import Dataset
from engine.data.spec import DataSpec
from engine.errors import Remark


def told_of(dataset: Dataset, spec: DataSpec) -> tuple[Remark, ...]:
    """The worst first: what the split shows, and what is in the file. Nothing of rows that come with the program."""
    if dataset.findings is None:
        return ()
    remarks = (*(found.text for found in split_findings(dataset, spec)), *dataset.findings.notes)
    return tuple(sorted(remarks, key=lambda remark: remark.gravity))
