"""Which fields of the stack or the optimizer the lanes set themselves, so that an edit there does not reach them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import QCoreApplication

from engine.experiment.experiment import Experiment
from engine.experiment.field_path import ALL, FieldPath
from engine.records import record
from engine.visible import visible
from playground.ui.text import i18n
from playground.ui.text.numbers import setting

_MOST_NAMED = 3


@record
class Override:
    """The lanes that set a field, and their values. ``by_all``: nobody uses the field's own value."""

    lanes: tuple[str, ...]
    values: tuple[Any, ...]
    by_all: bool

    def text(self) -> str:
        """One sentence for the tooltip of the field's editor."""
        one = len(self.lanes) == 1
        if self.by_all and one:
            template = _tr("Set by lane {lanes}: this value is not used.")
        elif self.by_all:
            template = _tr("Set by lanes {lanes}: this value is not used.")
        elif one:
            template = _tr("Set by lane {lanes}: this value is for the other lanes.")
        else:
            template = _tr("Set by lanes {lanes}: this value is for the other lanes.")
        return template.format(lanes=self._names())

    def _names(self) -> str:
        each = zip(self.lanes[:_MOST_NAMED], self.values, strict=False)
        named = ", ".join(f"{lane} ({value_text(value)})" for lane, value in each)
        rest = len(self.lanes) - _MOST_NAMED
        return _tr("{lanes} and {count} more").format(lanes=named, count=rest) if rest > 0 else named


def _tr(text: str) -> str:
    return QCoreApplication.translate("Overrides", text)


def value_text(value: str | float) -> str:
    """A setting as it is read."""
    return i18n.choice_name(value) if isinstance(value, str) else setting(value)


def own_path(settings: Mapping[str, Any], path: str) -> str | None:
    """By which of its paths a lane sets the field ``path``: by this very one, or for all layers; None if it does not.

    ``settings``: the lane's.
    """
    everywhere = str(FieldPath.parse(path).at(ALL))
    return next((candidate for candidate in (path, everywhere) if candidate in settings), None)


def override_of(experiment: Experiment, path: str) -> Override | None:
    """Who sets the field ``path`` (``layers.0.l2``, ``optimizer.learning_rate``); None where nobody does."""
    found = [(lane, by) for lane in experiment.lanes if (by := own_path(lane.set, path)) is not None]
    if not found:
        return None
    names, values = tuple(visible(lane.name) for lane, _ in found), tuple(lane.set[by] for lane, by in found)
    return Override(names, values, by_all=len(found) == len(experiment.lanes))
