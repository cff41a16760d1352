"""What a person writes in Python - specs, tuples, paths, NumPy's numbers - as the plain data that JSON has."""

from __future__ import annotations

import os
from collections.abc import Mapping
from typing import Any

import numpy as np
from pydantic import BaseModel


def plain_data(value: object) -> Any:
    """``value`` with specs as dicts, sequences as lists, paths as texts and NumPy's numbers as Python's."""
    if isinstance(value, BaseModel):
        return value.model_dump(mode="json")
    if isinstance(value, Mapping):
        return {key: plain_data(entry) for key, entry in value.items()}
    if isinstance(value, list | tuple | np.ndarray):
        return [plain_data(entry) for entry in value]
    if isinstance(value, np.generic):
        return value.item()
    return os.fspath(value) if isinstance(value, os.PathLike) else value
