"""Which fields of the stack or the optimizer the lanes set themselves, so that an edit there does not reach them."""

from __future__ import annotations

import re
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from engine.experiment import Experiment

_MOST_NAMED = 3
_INDEX = re.compile(r"\.\d+\.")


@dataclass(frozen=True, slots=True)
class Override:
    """The lanes that set a field. ``by_all``: nobody uses the field's own value."""

    lanes: tuple[str, ...]
    by_all: bool

    def text(self) -> str:
        """One sentence for the tooltip of the field's editor."""
        one = len(self.lanes) == 1
        if self.by_all and one:
            template = _tr("Set by lane {lanes} in the lanes table: this value is not used.")
        elif self.by_all:
            template = _tr("Set by lanes {lanes} in the lanes table: this value is not used.")
        elif one:
            template = _tr("Set by lane {lanes} in the lanes table: this value is for the other lanes.")
        else:
            template = _tr("Set by lanes {lanes} in the lanes table: this value is for the other lanes.")
        return template.format(lanes=self._names())

    def _names(self) -> str:
        named = ", ".join(self.lanes[:_MOST_NAMED])
        rest = len(self.lanes) - _MOST_NAMED
        return _tr("{lanes} and {count} more").format(lanes=named, count=rest) if rest > 0 else named


def _tr(text: str) -> str:
    return QCoreApplication.translate("Overrides", text)


def override_of(experiment: Experiment, path: str) -> Override | None:
    """Who sets the field ``path`` (``layers.0.l2``, ``optimizer.learning_rate``); None where nobody does."""
    everywhere = _INDEX.sub(".*.", path)
    lanes = tuple(lane.name for lane in experiment.lanes if path in lane.set or everywhere in lane.set)
    return Override(lanes, len(lanes) == len(experiment.lanes)) if lanes else None
