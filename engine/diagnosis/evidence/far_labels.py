"""A few numbers to learn that lie far from all others: what the network learns instead of the rest."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from engine.records import record

if TYPE_CHECKING:
    from engine.data.dataset import Dataset


@record
class FarLabels:
    """``value`` stands in line ``line`` of the column that is learned, the farthest of ``count``; edits: what leaves
    their rows out."""

    column: str
    value: str
    line: int
    count: int
    edits: tuple[tuple[str, Any], ...]


def far_labels(dataset: Dataset) -> FarLabels | None:
    """Those that were found in the file; None where none were, or they are too many to be left out one by one."""
    if dataset.findings is None or dataset.task != "numbers":
        return None
    path = f"data.columns.{dataset.target_name}.means_missing"
    told, texts = list[dict[str, Any]](), list[object]()
    for remark in dataset.findings.notes:
        edits = () if remark.mend is None else remark.mend.edits
        if "line" in remark.values and len(edits) == 1 and edits[0][0] == path and isinstance(edits[0][1], list):
            told.append(dict(remark.values))
            texts += edits[0][1]
    if not told:
        return None
    first = told[0]
    edits = ((path, list(dict.fromkeys(texts))),)
    count = sum(int(each.get("count", 1)) for each in told)
    return FarLabels(dataset.target_name, str(first["value"]), int(first["line"]), count, edits)
