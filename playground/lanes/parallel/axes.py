"""The axes of parallel coordinates: a setting or a result each, and where every lane lies on it."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from typing import Any, Final

from PySide6.QtCore import QCoreApplication

from engine.data.task import Task
from engine.experiment.declared import declared
from engine.experiment.experiment import Experiment
from engine.experiment.field_path import FieldPath
from engine.experiment.lanes.grids import varying
from engine.experiment.lanes.lanes import lane_path
from engine.fields import FieldInfo
from engine.records import record
from engine.train.snapshot import LaneSnapshot
from playground.lanes.compare.words import setting_title, value_title
from playground.lanes.table.figures.headings import headings
from playground.ui.text.numbers import DASH, loss, number, score, setting

RESULTS: Final = ("train_accuracy", "held_out_accuracy", "held_out_data_loss", "step_ms")
_LOSSES: Final = ("held_out_data_loss", "step_ms")
"""Less of them is better, so that their axes go downwards; and they are logarithmic."""
_EDGE: Final = 0.06
"""Room beyond the outermost choices."""


@record
class Axis:
    """``places``: where each lane lies, from 0 at the bottom to 1; NaN where it has no such value. ``texts``: what each
    lane has. ``bottom`` and ``top``: what is written at the ends. ``between``: of choices, those that lie between."""

    name: str
    title: str
    help: str
    places: tuple[float, ...]
    texts: tuple[str, ...]
    bottom: str
    top: str
    is_result: bool = False
    between: tuple[tuple[float, str], ...] = ()

    def lanes_within(self, low: float, high: float) -> frozenset[int]:
        """Those between two places."""
        return frozenset(lane for lane, place in enumerate(self.places) if low <= place <= high)


def axes(experiment: Experiment, lanes: Sequence[LaneSnapshot], task: Task, *, has_validation: bool) -> list[Axis]:
    """Settings in which lanes differ, and behind them what lanes have reached, where that is known."""
    found = [_of_setting(field, values) for field, values in varying(experiment).items()]
    titles = headings(task, has_validation=has_validation)
    for name in RESULTS if len(lanes) == len(experiment.lanes) else ():
        values = [float(getattr(lane, name)) for lane in lanes]
        if any(map(math.isfinite, values)):
            axis = _of_result(name, values, task, titles[name])
            if name != "step_ms" or len(set(axis.texts)) > 1:  # lanes of one network take equally long
                found.append(axis)
    return found


def _of_setting(field: str, values: Sequence[Any]) -> Axis:
    info = declared(FieldPath.parse(lane_path(field)))
    title = setting_title(field, info)
    return setting_axis(field, title, _tr("A setting in which the lanes differ."), values, tuple(map(_written, values)))


def setting_axis(path: str, title: str, help_text: str, values: Sequence[Any], texts: tuple[str, ...]) -> Axis:
    """Of what each line sets there, and how that is written; None where it sets nothing."""
    info = declared(FieldPath.parse(lane_path(path)))
    known = [value for value in values if value is not None]
    numeric = all(isinstance(value, int | float) and not isinstance(value, bool) for value in known)
    places = _numbers(values, is_log=info is not None and info.logarithmic) if numeric else _choices(values, info)
    bottom, top = _ends(places, texts)
    named = () if numeric else tuple(sorted({*zip(places, texts, strict=True)})[1:-1])
    return Axis(path, title, help_text, places, texts, bottom, top, between=named)


def result_axis(
    name: str, title: str, help_text: str, values: Sequence[float], texts: tuple[str, ...], *, falls: bool
) -> Axis:
    """Of what each line has reached, the best at the top; of what ``falls``, less is better, in the logarithm."""
    places = _numbers([value if math.isfinite(value) else None for value in values], is_log=falls)
    if falls:
        places = tuple(1 - place for place in places)
    return Axis(name, title, help_text, places, texts, *_ends(places, texts), is_result=True)


def _of_result(name: str, values: Sequence[float], task: Task, heading: tuple[str, str]) -> Axis:
    write: Callable[[float], str] = loss
    if name == "step_ms":
        write = _two_digits
    elif name not in _LOSSES:
        write = _scores(task)
    texts = tuple(write(value) if math.isfinite(value) else DASH for value in values)
    return result_axis(name, heading[0], heading[1], values, texts, falls=name in _LOSSES)


def _numbers(values: Sequence[Any], *, is_log: bool) -> tuple[float, ...]:
    """Zeros of a logarithmic axis lie below all others, a tenth of it away."""
    known = [float(value) for value in values if value is not None]
    positive = [value for value in known if value > 0]
    use_log = is_log and bool(positive) and min(known) >= 0

    def height(value: float) -> float:
        return math.log10(value) if use_log else value

    least = min(map(height, positive if use_log else known), default=0.0)
    most = max(map(height, positive if use_log else known), default=1.0)
    span = most - least
    floor = 0.12 if use_log and min(known) == 0 and span else 0.0

    def place(value: Any) -> float:
        if value is None:
            return math.nan
        if not span:
            return 0.0 if use_log and not value else 0.5 if len(set(known)) == 1 else 1.0
        return 0.0 if use_log and not value else floor + (1 - floor) * (height(float(value)) - least) / span

    return tuple(map(place, values))


def _choices(values: Sequence[Any], info: FieldInfo | None) -> tuple[float, ...]:
    """Evenly apart, in the order in which they are offered, the first at the top."""
    order = list(info.choices) if info is not None else []
    distinct = list(dict.fromkeys(values))
    distinct.sort(key=lambda value: (value is None, order.index(value) if value in order else -1, _last(value)))
    step = (1 - 2 * _EDGE) / max(1, len(distinct) - 1)
    return tuple(1 - _EDGE - step * distinct.index(value) for value in values)


def _last(value: Any) -> str:
    """What is on stands above what is off."""
    return str(not value) if isinstance(value, bool) else str(value)


def _ends(places: Sequence[float], texts: Sequence[str]) -> tuple[str, str]:
    known = sorted((place, text) for place, text in zip(places, texts, strict=True) if not math.isnan(place))
    return (known[0][1], known[-1][1]) if known else (DASH, DASH)


def _written(value: Any) -> str:
    if value is None:
        return DASH
    if isinstance(value, bool | str):
        return value_title(value)
    return setting(value) if isinstance(value, int | float) else str(value)


def _scores(task: Task) -> Callable[[float], str]:
    return lambda value: score(value, task)


def _two_digits(value: float) -> str:
    return number(value, 2)


def _tr(text: str) -> str:
    return QCoreApplication.translate("ParallelCoordinates", text)
