"""Experiments and figures as small HTML tables, for notebooks: without colours, so that any theme suits them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from html import escape
from typing import TYPE_CHECKING, Final

from engine.data.preprocessing.sizes import size_text
from engine.experiment.lanes.lanes import lane_settings, settings_apart
from engine.fields import field_info

if TYPE_CHECKING:
    from pydantic import BaseModel

    from engine.experiment.recipe import Recipe

_CELL: Final = "text-align: left"
_NUMBER: Final = "text-align: right; font-variant-numeric: tabular-nums"


def experiment_html(experiment: Recipe) -> str:
    """Its stack, a line a layer, and its lanes, a line each with the settings in which they differ."""
    stack = [(str(index), layer.kind, _settings(layer)) for index, layer in enumerate(experiment.layers)]
    every = [lane_settings(experiment, lane) for lane in range(len(experiment.lanes))]
    differing = [field for field in every[0] if len({settings[field] for settings in every}) > 1]
    apart = [settings_apart(experiment, lane) for lane in range(len(experiment.lanes))]
    others = list(dict.fromkeys(path for settings in apart for path in settings))
    lanes = [
        (spec.name, *(_values(settings[field]) for field in differing), *(_text(own.get(path, "")) for path in others))
        for spec, settings, own in zip(experiment.lanes, every, apart, strict=True)
    ]
    data, optimizer = experiment.data, experiment.optimizer
    validation = f", {size_text(data.validation)} validation" if data.validation else ""
    rows = f"{size_text(data.train)} training{validation} and {size_text(data.test)} test rows"
    about = f"{data.source}: {rows}, {optimizer.kind} ({_settings(optimizer)})"
    return (
        f"<p><b>{escape(experiment.name)}</b><br>{escape(about)}</p>"
        f"{table_html(('', 'layer', 'settings'), stack)}{table_html(('lane', *differing, *others), lanes)}"
    )


def table_html(columns: Sequence[str], rows: Iterable[Sequence[str]], *, numbers: bool = False) -> str:
    """A table; with ``numbers`` all columns but the first stand to the right."""
    styles = [_NUMBER if numbers and place else _CELL for place in range(len(columns))]

    def line(tag: str, cells: Sequence[str]) -> str:
        inner = (f'<{tag} style="{style}">{escape(cell)}</{tag}>' for style, cell in zip(styles, cells, strict=True))
        return f"<tr>{''.join(inner)}</tr>"

    body = "".join(line("td", row) for row in rows)
    return f"<table><thead>{line('th', columns)}</thead><tbody>{body}</tbody></table>"


def _settings(spec: BaseModel) -> str:
    """``units 100, L1 0.01``: the first setting, and the others that are not as they are by themselves."""
    first, *others = [name for name in type(spec).model_fields if name != "kind"]
    fields = type(spec).model_fields
    named = [first, *(name for name in others if getattr(spec, name) != fields[name].default)]
    return ", ".join(f"{field_info(spec, name).title.lower()} {_text(getattr(spec, name))}" for name in named)


def _values(values: tuple[object, ...]) -> str:
    """Of each layer that has the setting; one where all agree."""
    return ", ".join(dict.fromkeys(map(_text, values)))


def _text(value: object) -> str:
    return f"{value:.6g}" if isinstance(value, float) else str(value)
