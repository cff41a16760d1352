"""What a person has chosen to look at, as a text, and the way back to it."""

from __future__ import annotations

import contextlib
import json

from playground.curves.look import look_again, look_of
from playground.curves.panel import CurvesPanel
from playground.inside.panel import Inside
from playground.lanes.panel import LanesPanel


def looked_at(lanes: LanesPanel, inside: Inside, curves: CurvesPanel) -> str:
    """The lane, the view of the inside and its page, and how the curves are set."""
    chosen = {"lane": lanes.table.rows.selected, "inside": inside.current, "pages": inside.chosen_pages()}
    return json.dumps(chosen | {"curves": look_of(curves)})


def look_there(look: str, lanes: LanesPanel, inside: Inside, curves: CurvesPanel) -> None:
    """Chooses that again, as far as it is there."""
    with contextlib.suppress(ValueError, TypeError, LookupError, OverflowError, RecursionError):
        chosen = json.loads(look)
        lanes.table.rows.select(int(chosen["lane"]))
        inside.choose(str(chosen["inside"]))
        for page in chosen.get("pages", ()):  # which the first versions did not write
            inside.turn_to(str(page))
        look_again(curves, chosen["curves"])
