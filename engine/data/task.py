"""What is to be learned of a row: which class it is of, or a number of it (regression)."""

from __future__ import annotations

from typing import Any, Final, Literal, TypeAlias

from numpy.typing import NDArray

from engine.errors import DataError

Task: TypeAlias = Literal["classes", "numbers"]

Labels: TypeAlias = NDArray[Any]
"""(rows,): int64, the index of each row's class; or, where numbers are to be learned, float32 in their own unit."""

_WRONG: Final[dict[Task, str]] = {
    "numbers": "{name} has classes to learn, no numbers: set data.task to classes.",
    "classes": "{name} has numbers to learn, no classes: set data.task to numbers.",
}
"""By the task that was asked for."""


def wrong_task(name: object, asked: Task) -> DataError:
    """A source that has the other to learn."""
    return DataError(_WRONG[asked], name=name)
