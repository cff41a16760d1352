"""Numbers as the training rows have them: with a comma before decimals, marks between thousands, and units."""

from __future__ import annotations

import re
from collections.abc import Mapping


def number_of(text: str, decimal: str, units: Mapping[str, float]) -> float:
    """decimal: their mark; units: what stands behind numbers, and what each multiplies by."""
    parts = re.fullmatch(r"(.*\d[.,]?)\s*(\D*)", text.strip()) if units else None
    digits, unit = (parts[1], parts[2].rstrip(".")) if parts else (text.strip(), "")
    if unit not in {"", *units}:
        raise ValueError(f"{text!r} has another unit than the training rows")
    mark = "," if decimal == "." else "."
    if re.fullmatch(rf"[-+]?[1-9]\d{{0,2}}(?:\{mark}\d{{3}})+(?:\{decimal}\d*)?", digits):
        digits = digits.replace(mark, "")
    return float(digits.replace(decimal, ".")) * units.get(unit, 1)
