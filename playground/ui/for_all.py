"""One thing told to many."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TypeVar

_T = TypeVar("_T")


def for_all(tell: Callable[[_T], object], receivers: Iterable[_T]) -> None:
    """Tells every receiver, even where another one fails. Raises: the first failure, when all have been told."""
    first: Exception | None = None
    for receiver in receivers:
        try:
            tell(receiver)
        except Exception as error:
            first = first or error
    if first is not None:
        raise first
