"""Hands on how many hostile files a test has tried, and what became of them."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest

from tests.conftest import FILES
from tests.fuzz.hostile import counted


@pytest.fixture(autouse=True)
def _counted(record_property: Callable[[str, object], None]) -> Iterator[None]:
    counted.clear()
    yield
    if counted:
        record_property(FILES, {kind: dict(outcomes) for kind, outcomes in counted.items()})
