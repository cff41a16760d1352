"""How a source is read, and which columns of a file are wanted."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TypeAlias

from engine.data.columns.column import Column
from engine.data.files.progress import Report, ignore
from engine.records import record

Choose: TypeAlias = Callable[[str, tuple[str, ...]], list[int]]
"""Says which of the features of a file are wanted, and in which order: (what it is called, their names) -> places."""


@record
class Reading:
    """How a source is read; see `engine.data.load_table`."""

    guess_label: bool = False
    is_new: bool = False
    choose: Choose | None = None
    columns: Sequence[Column] | None = None
    needs_label: bool = True
    report: Report = ignore
