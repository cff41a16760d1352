"""A table that was read, but cannot be learned from as it is: with what was read, so that it can be mended."""

from __future__ import annotations

from engine.data.sheet import Sheet
from engine.data.spec import DataSpec
from engine.errors import DataError


class RefusedTableError(DataError):
    """sheet: the file as it was read; spec: what its columns were taken for."""

    def __init__(self, why: DataError, sheet: Sheet, spec: DataSpec) -> None:
        super().__init__(why.template, **why.values)
        self.sheet = sheet
        self.spec = spec
