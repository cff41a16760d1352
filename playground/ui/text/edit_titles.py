"""What a live change is called on the curves and in the undo menu."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QCoreApplication

from engine.data.preprocessing.sizes import is_share, size_text
from engine.data.spec import ColumnSpec, DataSpec
from engine.experiment.declared import declared
from engine.experiment.field_path import ALL, FieldPath
from engine.experiment.lanes.spec import ON
from engine.fields import field_info, has_field
from engine.train.history.history import Mark
from engine.visible import visible
from playground.ui.text import i18n
from playground.ui.text.numbers import setting


def path_title(path: str) -> str:
    """What an edit of this field is called: ``Layer 1: Units``, ``Lane 2, layer 4: L2 λ``, ``Age: Role``."""
    kinds = {
        "optimizer.kind": QCoreApplication.translate("Marks", "Optimizer"),
        "schedule.kind": QCoreApplication.translate("Marks", "Schedule"),
        "layers": QCoreApplication.translate("Marks", "Layers"),
        "lanes": QCoreApplication.translate("Marks", "Lanes"),
    }
    if path in kinds:
        return kinds[path]
    at = FieldPath.parse(path)
    inside = at if at.inside_lane is None else at.inside_lane
    if inside.column is not None and has_field(ColumnSpec, at.field):
        title = f"{visible(inside.column)}: {i18n.field_title(field_info(ColumnSpec, at.field))}"
    else:
        info = declared(at)
        title = i18n.field_title(info) if info is not None else _weight(at.field) or at.field.capitalize()
    layer = (at.inside_lane or at).layer
    number = layer + 1 if isinstance(layer, int) else None
    if at.lane is not None and number is not None:
        owner = QCoreApplication.translate("Marks", "Lane {number}, layer {layer}").format(
            number=at.lane + 1, layer=number
        )
    elif at.lane is not None:
        owner = QCoreApplication.translate("Marks", "Lane {number}").format(number=at.lane + 1)
    elif number is not None:
        owner = QCoreApplication.translate("Marks", "Layer {number}").format(number=number)
    else:
        return title
    return f"{owner}: {title}"


def _weight(field: str) -> str:
    """``w 3→5`` of ``weight[2,4]``, and ``b 3`` of ``bias[2]``, counted from 1 as in the drawing; empty for others."""
    name, _, place = field.removesuffix("]").partition("[")
    return f"{name[:1]} {'→'.join(str(int(at) + 1) for at in place.split(','))}" if place else ""


def setting_text(path: str, value: object) -> str:
    """``Optimizer Adam``, ``Layer 3: off``."""
    at = FieldPath.parse(path)
    if at.layer is not None and at.field == ON:
        owner = QCoreApplication.translate("Marks", "Layer {number}").format(number=int(at.layer) + 1)
        return f"{owner}: {_value(value)}"
    return f"{path_title(path)} {_special(value, path) or _value(value)}"


def mark_text(mark: Mark) -> str:
    """``L2 λ 0.01 → 0.1``."""
    old, new = (_special(value, mark.path) or _value(value) for value in (mark.old, mark.new))
    return f"{path_title(mark.path)} {old} → {new}"


def mark_texts(marks: Sequence[Mark]) -> list[tuple[int, str, int | None]]:
    """(step, text, lane where it is of one of its weights) of each; what changed alike in several layers at one step is
    told once: ``L2 λ 0.01 → 0.1``."""
    alike: dict[tuple[Any, ...], list[Mark]] = {}
    for mark in marks:
        everywhere = FieldPath.parse(mark.path).at(ALL)
        alike.setdefault((mark.step, everywhere, mark.old, mark.new), []).append(mark)
    result = []
    for group in alike.values():
        first = group[0]
        path = first.path if len(group) == 1 else str(FieldPath.parse(first.path).at(ALL))
        at = FieldPath.parse(first.path)
        text = mark_text(Mark(first.step, path, first.old, first.new))
        result.append((first.step, text, at.lane if _weight(at.field) else None))
    return result


def _special(value: object, path: str) -> str:
    """What is not told as other values are; empty for those."""
    if path.rpartition(".")[2] == "off_units" and isinstance(value, str | tuple | list):
        return units_text([int(unit) for unit in (value.split(",") if isinstance(value, str) else value)])
    return _share(value, path)


def units_text(units: Sequence[int]) -> str:
    """``3, 5``, counted from 1 as everywhere in the window."""
    return ", ".join(str(unit + 1) for unit in units) or "–"


def _share(value: object, path: str) -> str:
    """``60 %``, where it is a share of the rows; empty otherwise."""
    group, _, name = path.rpartition(".")
    is_size = group == "data" and has_field(DataSpec, name) and field_info(DataSpec, name).shares
    return size_text(value) if is_size and isinstance(value, float) and is_share(value) else ""


def _value(value: object) -> str:
    if value is None:
        return "–"
    if isinstance(value, bool):
        return QCoreApplication.translate("Marks", "on") if value else QCoreApplication.translate("Marks", "off")
    if isinstance(value, str):
        return i18n.choice_name(value)
    if isinstance(value, tuple):
        return ", ".join(map(str, value))
    return setting(value) if isinstance(value, int | float) else str(value)
