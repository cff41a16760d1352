"""What comparisons and the fields that they are made of are called, in the language on the screen."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from engine.errors import PlaygroundError
from engine.experiment.comparisons.base import Comparison, Start
from engine.experiment.comparisons.registry import COMPARISONS
from engine.experiment.field_path import FieldPath
from engine.experiment.lanes.lanes import lane_path
from engine.experiment.lanes.spec import ON
from engine.fields import FieldInfo
from playground.ui.text import i18n
from playground.ui.text.edit_titles import path_title


def comparison_title(comparison: Comparison) -> str:
    """As on its chip."""
    return QCoreApplication.translate("Comparisons", comparison.title)


def comparison_help(comparison: Comparison) -> str:
    """One sentence on what there is to see."""
    return QCoreApplication.translate("Comparisons", comparison.help)


def problem(name: str, start: Start) -> str:
    """Why a comparison cannot be made now; empty where it can."""
    try:
        COMPARISONS[name].check(start)
    except PlaygroundError as error:
        return i18n.error_text(error)
    return ""


def setting_title(field: str, info: FieldInfo | None) -> str:
    """``L2 λ``, ``Units``, ``Layer 3: Units``, ``Layer 3: on or off``. field: a short name or a path."""
    path = FieldPath.parse(lane_path(field))
    if path.field == ON and isinstance(path.layer, int):
        return _tr("Layer {number}: there or not").format(number=path.layer + 1)
    return i18n.field_title(info) if info is not None and field == info.name else path_title(str(path))


def value_title(value: object) -> str:
    """Of a value that is ticked."""
    if isinstance(value, bool):
        return _tr("on") if value else _tr("off")
    return i18n.choice_name(str(value))


def _tr(text: str) -> str:
    return QCoreApplication.translate("GridSide", text)
