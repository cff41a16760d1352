"""Readers that not everybody needs, and how to get them."""

from __future__ import annotations

from importlib import import_module
from types import ModuleType

from engine.errors import DataError

_EXTRAS = {"openpyxl": "excel", "pyarrow.parquet": "parquet", "PIL.Image": "pictures"}


def extra(module: str, file: object) -> ModuleType:
    """A module that comes with an extra of the package.

    Raises:
        DataError: it is not installed; says how to.
    """
    try:
        return import_module(module)
    except ImportError:
        raise DataError(
            '{file} needs a reader that is not installed: pip install "nn-playground[{extra}]".',
            file=file,
            extra=_EXTRAS[module],
        ) from None
