"""The columns that the rows of the stack share at a width, so that their editors stand in line."""

from __future__ import annotations

from functools import lru_cache
from typing import Final

from PySide6.QtGui import QFontMetrics

from engine.nn.layers.registry import LAYERS
from engine.records import record
from playground.ui.look import theme
from playground.ui.text import i18n
from playground.ui.text.short_names import usual_followers

ROW: Final = 36
"""Height of a row."""
GAP: Final = 4
GUTTER: Final = 56
"""Width of the drawing of the net, where there is room."""
FOLD: Final = 16
"""Before the name of a layer, for the mark that opens a hidden layer."""
_NARROW_GUTTER: Final = 32
_NARROW_CHOICE: Final = 48
_CHOICE_FRAME: Final = 36
"""What a closed list needs beside its text."""
_TOLD_APART: Final = ("uniform", "xavier_uniform", "he_uniform")
"""The initializations whose short names are whole wherever there is room for anything more."""


@record
class Span:
    x: int
    width: int

    @property
    def end(self) -> int:
        return self.x + self.width


@record
class Columns:
    """Where things are in a row, in pixels. The net is drawn from 0 to ``gutter``."""

    gutter: int
    name: Span
    units: Span
    initialization: Span
    l2: Span


@record
class Measures:
    """What language and fonts need. ``name``: a number and a kind; ``sizes``: with its sizes; ``followers``: with what
    usually follows it; ``long_``: all digits."""

    name: int
    sizes: int
    followers: int
    choice: int
    units: int
    long_units: int
    value: int
    long_value: int


def measured() -> Measures:
    """For the language and the fonts that are set."""
    body, small, number = (QFontMetrics(theme.font(size)) for size in ("body", "small", "number"))
    kind = max(body.horizontalAdvance(i18n.choice_name(kind)) for kind in LAYERS) + 2
    editor = theme.SPACE_3
    return Measures(
        name=FOLD + body.horizontalAdvance("0 ") + kind,
        sizes=FOLD + max(body.horizontalAdvance("00 ") + kind, small.horizontalAdvance("784→100 · 79k") + 2),
        followers=FOLD + small.horizontalAdvance(usual_followers()) + 2,
        choice=max(body.horizontalAdvance(i18n.choice_name(value).split()[0]) for value in _TOLD_APART) + _CHOICE_FRAME,
        units=number.horizontalAdvance("1000") + editor,
        long_units=number.horizontalAdvance("10000") + editor,
        value=number.horizontalAdvance("0.001") + editor,
        long_value=number.horizontalAdvance("0.0001") + editor,
    )


def narrowest(measures: Measures) -> int:
    """The width of a row below which its last editor is cut."""
    return _NARROW_GUTTER + measures.name + _NARROW_CHOICE + measures.units + measures.value + 5 * GAP


@lru_cache(maxsize=64)
def columns(measures: Measures, width: int) -> Columns:
    """The columns of a row of this width: as narrow as can be, then more, where it helps most first."""
    gutter, name, choice = _NARROW_GUTTER, measures.name, _NARROW_CHOICE
    units, value = measures.units, measures.value
    spare = width - narrowest(measures)

    def more(now: int, most: int) -> int:
        nonlocal spare
        grown = max(0, min(most - now, spare))
        spare -= grown
        return now + grown

    choice = more(choice, measures.choice)
    gutter = more(gutter, 40)
    value = more(value, measures.long_value)
    units = more(units, measures.long_units)
    name = more(name, max(measures.sizes, measures.followers))
    gutter = more(gutter, GUTTER)
    choice = more(choice, 124)
    value = more(value, value + spare // 6)
    name = more(name, name + spare // 2)
    choice = more(choice, choice + spare)
    widths = gutter, name, units, choice, value
    starts = [0]
    for each in widths[:-1]:
        starts.append(starts[-1] + each + GAP)
    spans = [Span(start, each) for start, each in zip(starts, widths, strict=True)]
    return Columns(gutter, *spans[1:])
