"""Words that differ only in case and count as different ones: ``Yes`` and ``yes``."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from engine.data.files.wording import listed, shown
from engine.data.matching import folded
from engine.errors import Remark


def about_spelling(label: str, classes: Sequence[str]) -> Iterator[Remark]:
    """Of the classes that the label column names."""
    alike = defaultdict[str, list[str]](list)
    for name in classes:
        alike[folded(name)].append(name)
    for names in alike.values():
        if len(names) > 1:
            told = Remark(
                "{column}: {classes} differ only in capital letters, and count as {count} classes: write them alike in "
                "the file.",
                column=shown(label),
                classes=listed(names),
                count=len(names),
            )
            yield told.weighing(1)
