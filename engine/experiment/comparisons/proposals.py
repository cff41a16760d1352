"""Values that are worth comparing, proposed from what a field says of itself and from what it is now."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any, Final

from engine.fields import FieldInfo

MOST: Final = 6
"""More lanes than that are hard to tell apart."""
_DECADE: Final = (0.1, 0.3, 1.0, 3.0, 10.0)
_DOUBLINGS: Final = (0.25, 0.5, 1, 2, 4)
_UP: Final = (1, 2, 4, 8)
"""Of the step of a setting that is 0 now."""
_SHARES: Final = (0.0, 0.25, 0.5, 0.75, 0.9)
_FROM_ZERO: Final = (0.0, 1e-4, 1e-3, 1e-2, 1e-1)
"""Of a setting that is off now and has a logarithmic scale."""


def proposed(info: FieldInfo, present: Any) -> tuple[Any, ...]:
    """Up to `MOST` values, the present one among them, in ascending order or in that of the choices."""
    match info.kind:
        case "flag":
            return False, True
        case "choice":
            return _choices(info, present)
        case "integer":
            return integers(info, present if isinstance(present, int) else None)
        case "number":
            return numbers(info, float(present) if isinstance(present, int | float) else None)
        case _:
            return (present,)


def _choices(info: FieldInfo, present: Any) -> tuple[Any, ...]:
    front = info.choices[:MOST]
    return front if present in front or present not in info.choices else (*front[:-1], present)


def numbers(info: FieldInfo, present: float | None) -> tuple[float, ...]:
    """Of a logarithmic field a decade down and up, of a share the whole range, of any other halves and doubles."""
    if info.logarithmic:
        found = [*_FROM_ZERO] if not present else around(present, _DECADE)
        return within(info, found)
    if info.minimum == 0 and info.maximum == 1:
        return within(info, [*_SHARES, *([] if present is None else [present])])
    if present == 0:
        return within(info, [0.0, *around(info.step or 1.0, _UP)])
    return within(info, around(present or info.step or 1.0, _DOUBLINGS))


def integers(info: FieldInfo, present: int | None) -> tuple[int, ...]:
    """Halves and doubles of what it is now; where it is not set, doubles of the least that it can be."""
    least = max(1, int(info.minimum or 1))
    centre = float(4 * least if present is None else max(present, least))
    return tuple(int(value) for value in within(info, map(round, (centre * factor for factor in _DOUBLINGS))))


def around(present: float, factors: Sequence[float]) -> list[float]:
    """Multiples of a value, each rounded to two digits, but for the value itself."""
    return [present if factor == 1 else rounded(present * factor) for factor in factors]


def rounded(value: float, digits: int = 2) -> float:
    """As a person would write it: 0.0314159 -> 0.031."""
    return float(f"{value:.{digits}g}")


def within(info: FieldInfo, values: Iterable[float]) -> tuple[float, ...]:
    """Those that the field can take, each once, ascending."""
    return tuple(sorted({value for value in values if _is_legal(info, value)}))


def _is_legal(info: FieldInfo, value: float) -> bool:
    low, high = info.minimum, info.maximum
    is_high_enough = low is None or value > low or (value == low and not info.open_minimum)
    return is_high_enough and (high is None or value < high or (value == high and not info.open_maximum))
