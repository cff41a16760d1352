"""How a person has set the curves, to be set so again at the next start: what they show, and the zoom."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, replace
from typing import TYPE_CHECKING, Any

from playground.curves.options import SMOOTHINGS, part_texts

if TYPE_CHECKING:
    from playground.curves.panel import CurvesPanel


def look_of(curves: CurvesPanel) -> dict[str, Any]:
    """All of it as plain values. The time axis is remembered by itself, for every window."""
    options = asdict(curves.options)
    del options["axis"]
    return {**options, "log": curves.loss.is_log, "zoomed": curves.axis.zoomed()}


def look_again(curves: CurvesPanel, look: Mapping[str, Any]) -> None:
    """The zoom follows with the run. Raises ValueError, TypeError or LookupError where that is no such look."""
    part, smoothing = str(look["part"]), int(look["smoothing"])
    if part not in part_texts() or smoothing not in SMOOTHINGS:
        raise ValueError(part, smoothing)
    best, gap, before = (bool(look[name]) for name in ("best", "gap", "before"))
    options = replace(curves.options, part=part, smoothing=smoothing, best=best, gap=gap, before=before)
    curves.header.options.set_options(options)
    curves.header.set_log(is_log=bool(look["log"]))
    curves.header.options.changed.emit(options)
    curves.axis.zoom_when_shown(look["zoomed"])
