"""The settings of a report: the layers of the network, and how it trains."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Final

from pydantic import BaseModel
from PySide6.QtCore import QCoreApplication

from engine.experiment.experiment import Experiment
from engine.fields import field_infos
from engine.visible import visible
from playground.export import lane_sheet
from playground.export.report.html import pairs, table
from playground.ui.text import i18n
from playground.ui.text.numbers import DASH

_ELSEWHERE: Final = ("file", "data", "network", "lanes")
"""Groups of an experiment's fields that have parts of the report for themselves."""


def _tr(text: str) -> str:
    return QCoreApplication.translate("Report", text)


def network(experiment: Experiment) -> str:
    rows = [
        (str(place), i18n.choice_name(layer.kind), ", ".join(f"{title} {text}" for title, text in field_texts(layer)))
        for place, layer in enumerate(experiment.layers, start=1)
    ]
    return table(["", _tr("Layer"), _tr("Settings")], rows, ["number", "word", "setting"])


def training(experiment: Experiment) -> str:
    """All that no other part of the report tells, first what has settings of its own."""
    titles = {
        "optimizer": _tr("Optimizer"),
        "schedule": _tr("Schedule"),
        "early_stopping": _tr("Early stopping"),
    }
    infos = field_infos(type(experiment))
    specs = {name: value for name in infos if isinstance(value := getattr(experiment, name), BaseModel)}
    parts = [
        (titles.get(name) or i18n.field_title(infos[name]), _spec(spec))
        for name, spec in specs.items()
        if infos[name].group not in _ELSEWHERE
    ]
    return pairs([*parts, *field_texts(experiment, told=_ELSEWHERE, skip=tuple(specs))])


def _spec(spec: BaseModel) -> str:
    """Its kind, or whether it is on, and its settings."""
    kind = getattr(spec, "kind", None)
    first = i18n.choice_name(kind) if kind is not None else lane_sheet.value_text(getattr(spec, "on", ""))
    return _words(first, field_texts(spec, skip=("on",)))


def _value(value: object) -> str:
    """Of a part with settings of its own, those that it has; a dash where there is nothing to say."""
    if isinstance(value, BaseModel):
        return _words("", field_texts(value)) if value != type(value)() else DASH
    if isinstance(value, dict):
        return "; ".join(f"{visible(str(name))}: {_said(part)}" for name, part in value.items()) or DASH
    return DASH if value is None or value == () else lane_sheet.value_text(value)


def _said(value: object) -> str:
    """Of one of many parts, such as a column, what differs from saying nothing of it."""
    if not isinstance(value, BaseModel):
        return _value(value)
    said = value.model_dump(exclude_defaults=True)
    infos = field_infos(type(value))
    return _words("", ((i18n.field_title(infos[name]), _value(getattr(value, name))) for name in said)) or DASH


def _words(kind: str, fields: Iterable[tuple[str, str]]) -> str:
    return ", ".join([*filter(None, [kind]), *(f"{title} {text}" for title, text in fields)])


def field_texts(model: BaseModel, *, told: Sequence[str] = (), skip: Sequence[str] = ()) -> list[tuple[str, str]]:
    """Title and value of every field, but for those of groups that are ``told`` in other words."""
    found = []
    for name, info in field_infos(type(model)).items():
        if name == "kind" or name in skip or info.group in told:
            continue
        value = getattr(model, name)
        found.append((i18n.field_title(info), _value(value)))
    return found
