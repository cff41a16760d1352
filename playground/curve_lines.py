"""Which lines are drawn of a run, and how they look: lanes or their means, smoothed, with their best and their gap."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Final

from engine.thinning import Points
from playground.curve_data import CurveData
from playground.widgets.curve_options import CurveOptions
from playground.widgets.lane_look import LaneLook
from playground.widgets.lane_plot import Band, Ghost, Lines

_SEED_AT_END: Final = re.compile(r"[\s·,–-]*(seed)?\s*$")
MOST_PINNED: Final = 3


@dataclass(slots=True)
class Runs:
    """The run that is shown, and those that it is compared with."""

    name: str = ""
    """Of the experiment."""
    looks: list[LaneLook] = field(default_factory=list)
    groups: tuple[tuple[int, ...], ...] = ()
    run: int = -1
    foreign: int = -1
    """A run of another experiment."""
    data: CurveData = field(default_factory=lambda: CurveData(0))
    before: Drawn | None = None
    """The run before the last restart."""
    pinned: list[Drawn] = field(default_factory=list)

    def open(self, name: str) -> None:
        """Another experiment: the run that is still shown is none to compare the next one with."""
        self.name, self.before, self.foreign = name, None, self.run

    def start(self, run: int) -> None:
        """A new run; the last one stays to compare with, if it had come anywhere."""
        if len(self.data) > 2 and self.run != self.foreign:
            self.before = self.drawn()
        self.run, self.data = run, CurveData(len(self.looks), self.groups)

    def drawn(self) -> Drawn:
        """The run as it is now."""
        return Drawn(self.data, tuple(self.looks))

    def pin(self) -> None:
        """Keeps the run as it is now on the screen."""
        if len(self.data):
            self.pinned = [*self.pinned, self.drawn()][-MOST_PINNED:]
            # What comes now goes into data of its own.
            again = CurveData(len(self.looks), self.groups)
            self.data, self.run = again, -1


@dataclass(frozen=True, slots=True, eq=False)
class Drawn:
    """A run that goes on no longer, and how its lanes looked."""

    data: CurveData
    looks: tuple[LaneLook, ...]


def columns(runs: Runs, bands: bool) -> list[int]:
    """Which columns of the data are drawn: visible lanes, and the means that stand for some of them."""
    shown = [lane for lane, look in enumerate(runs.looks) if look.visible]
    if not bands:
        return shown
    for place, group in enumerate(runs.groups, start=len(runs.looks)):
        members = [lane for lane in group if lane in shown]
        if len(members) > 1:
            shown[shown.index(members[0])] = place
            shown = [lane for lane in shown if lane not in members]
    return shown


def lanes_of(runs: Runs, column: int) -> tuple[int, ...]:
    """The lanes that a column of the data stands for."""
    lanes = len(runs.looks)
    return (column,) if column < lanes else runs.groups[column - lanes]


def measures(what: str) -> tuple[str, str]:
    """The training and the test measure of ``data_loss``, ``penalty``, ``loss`` (their sum) or ``accuracy``."""
    return ("penalty", "penalty") if what == "penalty" else (f"train_{what}", f"test_{what}")


def lines(runs: Runs, what: str, shown: Sequence[int], focus: int, options: CurveOptions) -> Lines:
    """The lines of ``shown``, columns of the data."""
    names = measures(what)
    train, test = (runs.data.curves(name, shown) for name in names)
    looks, bands, in_focus = [], [], -1
    for line, column in enumerate(shown):
        group = lanes_of(runs, column)
        look = runs.looks[group[0]]
        looks.append(look if len(group) == 1 else LaneLook(common_name(runs.looks, group), look.style))
        if len(group) > 1:
            bands.append(Band(line, runs.data.spread(names[1], column - len(runs.looks))))
        if focus in group:
            in_focus = line
    faint = None
    if options.smoothing:
        faint = train, test
        train, test = (runs.data.smoothed(name, shown, options.smoothing) for name in names)
    best = None
    if options.best and what != "penalty":
        values, steps = runs.data.best(names[1])
        best = steps[list(shown)], values[list(shown)]
    return Lines(
        train=train,
        test=test,
        looks=looks,
        newest=runs.data.last,
        bands=bands,
        focus=in_focus,
        faint=faint,
        best=best,
        gap=options.gap and what != "penalty",
        has_test=what != "penalty",
    )


def ghosts(runs: Runs, what: str, options: CurveOptions) -> list[Ghost]:
    """Other runs: the one before, where it is wanted, and those that were pinned."""
    others = [*runs.pinned, *([runs.before] if options.before and runs.before is not None else [])]
    result = []
    for other in others:
        shown = [lane for lane, look in enumerate(other.looks) if look.visible]
        train, test = (_curves(other.data, measure, shown, options.smoothing) for measure in measures(what))
        result.append(Ghost(train, test, [other.looks[lane].style for lane in shown]))
    return result


def _curves(data: CurveData, measure: str, shown: Sequence[int], smoothing: int) -> Points:
    return data.smoothed(measure, shown, smoothing) if smoothing else data.curves(measure, shown)


def common_name(looks: Sequence[LaneLook], group: tuple[int, ...]) -> str:
    """What the lanes of a group are called together: how their names begin, and how many they are."""
    names = [looks[lane].name for lane in group]
    common = names[0]
    for name in names[1:]:
        while not name.startswith(common):
            common = common[:-1]
    return f"{_SEED_AT_END.sub('', common) or names[0]} ×{len(group)}"
