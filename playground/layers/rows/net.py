"""The net beside the stack, as geometry: circles for units, and the wires between them. Nothing is painted here."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import replace
from typing import Final

from engine.nn.layers.base import has_weights
from engine.records import record
from playground.layers.rows.view import LayerView

SLOTS: Final = 5
"""So many units are drawn at most. Where there are more, the middle one gives its place to an ellipsis."""
MARGIN: Final = 6
"""From the edge of the gutter to the middle of the outermost circle."""
_ORDER: Final = (1, 3, 0, 4, 2)
"""In which order dropout switches the drawn units off as its rate grows."""

Line = tuple[float, float]
"""Where a wire starts above and ends below, in pixels from the left."""


@record
class Wires:
    """All between the middles of two neighbouring rows. ``is_lit``: they lead into a selected layer."""

    lines: tuple[Line, ...] = ()
    is_lit: bool = False


@record
class NetRow:
    """What of the net lies in one row: its units, and the wires that come in and go out.

    ``kind`` is that of a layer, ``input`` or ``output``. ``units`` are those that work and ``dropped`` those that
    dropout has switched off, all by their places in pixels from the left.
    """

    kind: str
    units: tuple[float, ...] = ()
    dropped: tuple[float, ...] = ()
    has_more: bool = False
    is_selected: bool = False
    above: Wires = Wires()
    below: Wires = Wires()


def places(count: int | None, width: int) -> tuple[tuple[float, ...], bool]:
    """Where so many units are drawn in a gutter of this width, and whether there are more than can be drawn."""
    step = (width - 2 * MARGIN) / (SLOTS - 1)
    has_more = count is None or count > SLOTS
    slots: Sequence[int] = [0, 1, 3, 4] if has_more else range(count or 0)
    left = MARGIN if has_more else (width - step * (len(slots) - 1)) / 2
    return tuple(left + step * slot for slot in slots), has_more


def dropped_places(units: tuple[float, ...], rate: float) -> tuple[float, ...]:
    """Which of the drawn units dropout switches off: about that share, at least one, never all."""
    if rate <= 0 or len(units) < 2:
        return ()
    count = min(len(units) - 1, max(1, round(rate * len(units))))
    slots = [slot for slot in _ORDER if slot < len(units)][:count]
    return tuple(units[slot] for slot in sorted(slots))


def net(views: Sequence[LayerView], selected: Collection[int], width: int) -> list[NetRow]:
    """The whole net in a gutter of this width: the input, a row for each layer, the output."""
    weighted = [has_weights(view.layer) and not view.is_off for view in views]
    lit = _lit(weighted, selected)
    units, has_more = places(views[0].inputs, width)
    rows = [NetRow("input", units, has_more=has_more)]
    for index, view in enumerate(views):
        alive = rows[-1].units
        dropped: tuple[float, ...] = ()
        if weighted[index]:
            units, has_more = places(view.outputs, width)
            lines = tuple((top, bottom) for top in alive for bottom in units)
        else:
            dropped = () if view.is_off else dropped_places(alive, view.layer.dropped)
            units = tuple(place for place in alive if place not in dropped)
            lines = _straight(alive)
        wires = Wires(lines, index in lit)
        rows[-1] = replace(rows[-1], below=wires)
        rows.append(NetRow(view.layer.kind, units, dropped, has_more, index in selected, above=wires))
    last = Wires(_straight(rows[-1].units))
    rows[-1] = replace(rows[-1], below=last)
    return [*rows, NetRow("output", rows[-1].units, has_more=has_more, above=last)]


def folded(head: NetRow, rest: Sequence[NetRow]) -> NetRow:
    """A row that stands for those of the layers behind it, too: what dropout switches off there is seen here."""
    if not rest:
        return head
    dropped = {place for row in rest for place in row.dropped}
    units = tuple(place for place in head.units if place not in dropped)
    is_selected = head.is_selected or any(row.is_selected for row in rest)
    return replace(head, units=units, dropped=tuple(sorted(dropped)), is_selected=is_selected, below=rest[-1].below)


def _straight(units: tuple[float, ...]) -> tuple[Line, ...]:
    return tuple((place, place) for place in units)


def _lit(weighted: Sequence[bool], selected: Collection[int]) -> set[int]:
    """Which wires lead into a selected layer: back to the units of the layer with weights, or the input, before it.

    Wires i are those that end at layer i.
    """
    lit: set[int] = set()
    for index in selected:
        while index >= 0:
            lit.add(index)
            index -= 1
            if index < 0 or weighted[index]:
                break
    return lit
