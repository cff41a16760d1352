"""Values of a setting as a person types them: ``0, 0.001, 0.01``, ``0..0.5 by 0.1``, ``0.001..1 by ×10``."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from decimal import Decimal
from typing import Any, Final

from PySide6.QtCore import QCoreApplication

from engine.experiment.comparisons.search import Range
from engine.experiment.lanes.lane_edits import MOST_LANES
from engine.fields import FieldInfo
from playground.ui.text import field_text, i18n
from playground.ui.text.number_text import plain, unraised

_NUMBER: Final = r"[-+]?(?:\d+(?:\.\d+)?|\.\d+)(?:[eE][-+]?\d{1,3})?"
_RANGE: Final = re.compile(rf"({_NUMBER})\s*(?:\.{{2,3}}|…)\s*({_NUMBER})(?:\s*by\s*([×x*]?)\s*({_NUMBER}))?")
_SINGLE: Final = re.compile(_NUMBER)
_DECIMAL_COMMA: Final = re.compile(r"(?<=\d),(?=\d)")


class ValuesError(ValueError):
    """A text that says no values, in a translated sentence."""


def _tr(text: str) -> str:
    return QCoreApplication.translate("GridValues", text)


def parse_values(text: str, info: FieldInfo) -> tuple[Any, ...]:
    """The values that a text lists, each once, checked against the field's range.

    Raises:
        ValuesError: what is wrong with the text.
    """
    text = unraised(plain(text))
    if ";" in text:  # then a comma within a number is a decimal one: 0,1; 0,2
        text = _DECIMAL_COMMA.sub(".", text)
    numbers: dict[Decimal, None] = {}
    for part in re.split(r"[,;]", text):
        for number in _numbers(part.strip(), info):
            numbers[number] = None
            if len(numbers) > MOST_LANES:
                raise ValuesError(_tr("These are more than {most} values.").format(most=MOST_LANES))
    if not numbers:
        raise ValuesError(_tr("There are no values yet."))
    return tuple(_checked(number, info) for number in numbers)


def parse_range(text: str, info: FieldInfo) -> Range:
    """``0.001..1``: from where to where numbers are drawn; on a logarithmic scale where the field has one.

    Raises:
        ValuesError: what is wrong with the text.
    """
    match = _RANGE.fullmatch(unraised(plain(text)).strip())
    if match is None or match[4] is not None:
        raise ValuesError(_tr("Say from where to where: 0.001..1"))
    low, high = (_checked(Decimal(end), info) for end in (match[1], match[2]))
    if high <= low:
        raise ValuesError(_tr("A range goes upwards: the smaller number comes first."))
    if info.logarithmic and low <= 0:
        raise ValuesError(_tr("Orders of magnitude are drawn equally often, so the range has to start above 0."))
    return Range(low, high, is_log=info.logarithmic, is_integer=info.kind == "integer")


def _numbers(part: str, info: FieldInfo) -> Iterable[Decimal]:
    if match := _RANGE.fullmatch(part):
        low, high = Decimal(match[1]), Decimal(match[2])
        if match[4] is None and info.kind != "integer":
            raise ValuesError(_tr("Say how far apart: {text} by 0.1").format(text=part))
        return _stops(low, high, Decimal(match[4] or 1), is_factor=bool(match[3]))
    words = part.split()
    for word in words:
        if not _SINGLE.fullmatch(word):
            raise ValuesError(_tr("“{word}” is not a number.").format(word=word))
    return [Decimal(word) for word in words]


def _stops(low: Decimal, high: Decimal, step: Decimal, *, is_factor: bool) -> Iterator[Decimal]:
    """From ``low`` up to ``high``, which is met exactly because these are decimal numbers."""
    if high < low:
        raise ValuesError(_tr("A range goes upwards: the smaller number comes first."))
    if step <= (1 if is_factor else 0) or (is_factor and low <= 0):
        raise ValuesError(_tr("A range needs a step above 0, or a start above 0 and a factor above 1."))
    while low <= high:
        yield low
        low = low * step if is_factor else low + step


def _checked(number: Decimal, info: FieldInfo) -> Any:
    value: Any = float(number)
    if info.kind == "integer":
        if not value.is_integer():
            raise ValuesError(_tr("{value} is not a whole number.").format(value=number))
        value = int(value)
    low, high = info.minimum, info.maximum
    too_low = low is not None and (value < low or (info.open_minimum and value == low))
    too_high = high is not None and (value > high or (info.open_maximum and value == high))
    if too_low or too_high:
        template = _tr("{value} is out of range. {field}: {limits}.")
        raise ValuesError(
            template.format(value=number, field=i18n.field_title(info), limits=field_text.range_text(info))
        )
    return value
