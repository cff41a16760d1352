"""Which lines are drawn of a run, and how they look: lanes or their means, smoothed, with their best and their gap."""

from __future__ import annotations

import math
import re
from collections.abc import Sequence
from typing import Final

import numpy as np
from PySide6.QtCore import QCoreApplication

from engine.train.history.history import held_out
from engine.train.snapshot import Snapshot
from playground.curves.along import STEPS, Along
from playground.curves.data import CurveData
from playground.curves.options import CurveOptions
from playground.curves.plots.drawn import MANY_LINES, Band, Ghost, Lines
from playground.curves.runs import Drawn, Runs
from playground.ui.look.lane_look import LaneLook
from playground.ui.painting.lines.thinning import Points
from playground.ui.text import numbers
from playground.ui.text.numbers import count

_SEED_AT_END: Final = re.compile(r"[\s·,–-]*(seed)?\s*$")


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


def measures(what: str, *, has_validation: bool) -> tuple[str, str]:
    """The training and the held-out measure of ``data_loss``, ``penalty``, ``loss`` (their sum) or ``accuracy``."""
    return ("penalty", "penalty") if what == "penalty" else (f"train_{what}", f"{held_out(has_validation)}_{what}")


def lines(runs: Runs, what: str, shown: Sequence[int], focus: int, options: CurveOptions) -> Lines:
    """The lines of ``shown``, columns of the data."""
    names = measures(what, has_validation=runs.has_validation)
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
        if what == "data_loss":
            for line, column in enumerate(shown):
                if column < len(runs.looked_at) and not math.isnan(runs.looked_at[column][0]):
                    best[0][line], best[1][line] = runs.looked_at[column]
    return Lines(
        train=train,
        test=test,
        looks=looks,
        oldest=runs.data.first,
        newest=runs.data.last,
        bands=bands,
        focus=in_focus,
        faint=faint,
        best=best,
        gap=options.gap and what != "penalty",
        has_test=what != "penalty",
        lanes=[lanes_of(runs, column)[0] for column in shown],
    )


def ghosts(runs: Runs, what: str, options: CurveOptions, axis: str = STEPS) -> list[Ghost]:
    """Other runs, over this axis: those before, where they are wanted, and those that were pinned."""
    others = runs.compared(before=options.before)
    result = []
    names_of = _names([run.is_pinned for run in others])
    for name, other in zip(names_of, others, strict=True):
        assert runs.shown is not None
        shown = [lane for lane, look in enumerate(other.looks) if look.visible]
        names = measures(what, has_validation=other.history.has_validation)
        train, test = (_curves(other.data, measure, shown, options.smoothing) for measure in names)
        words = other.text(runs.shown)
        if not words and not other.is_pinned:
            words = _tr("reset")
        along = Along.of(axis, other.experiment, other.history, other.rows, other.behind)
        train, test = along.points(train, shown), along.points(test, shown)
        result.append(Ghost(train, test, name, _with_figures(f"{name}: {words}" if words else name, other)))
    return result


def _names(pinned: Sequence[bool]) -> list[str]:
    """Of the runs that were pinned, and behind them of those before, the newest first."""
    n_pinned, n_before = sum(pinned), len(pinned) - sum(pinned)
    of_pinned = [_tr("pinned {number}") if n_pinned > 1 else _tr("pinned")] * n_pinned
    of_before = [_tr("before"), *[_tr("before {number}")] * (n_before - 1)][:n_before]
    numbers = [*range(1, n_pinned + 1), *range(1, n_before + 1)]
    return [name.format(number=number) for name, number in zip((*of_pinned, *of_before), numbers, strict=True)]


def _with_figures(text: str, run: Drawn) -> str:
    """And what it had come to."""
    reached = run.reached()
    if reached is None:
        return text
    loss, score = reached
    template = _tr("{text} · {loss}, {score} at step {step}")
    if len(run.looks) > 1:
        template = _tr("{text} · best lane {loss}, {score} at step {step}")
    step = count(int(run.history.steps[-1]))
    values = {"loss": numbers.loss(loss), "score": numbers.score(score, run.experiment.data.task), "step": step}
    return template.format(text=text, **values)


def to_be_seen(runs: Runs, drawn: Lines, shown: Sequence[int], snapshot: Snapshot) -> tuple[Points, Points]:
    """The lines that the axis has to make room for: those that still train, or all where none does."""
    lanes = [lanes_of(runs, column) for column in shown]
    alive = [any(snapshot.lanes[lane].diverged_at is None for lane in group) for group in lanes]
    keep = np.flatnonzero(alive if any(alive) else np.ones(len(shown)))
    train, test = drawn.measured
    return train.pick(keep), test.pick(keep)


def drawn_otherwise(runs: Runs, options: CurveOptions, along: Along, n_lines: int) -> str:
    """What of the lines is not drawn as it was measured, or not over the axis that was asked for."""
    notes = []
    if n_lines > MANY_LINES:
        of_validation, of_test = (
            _tr("pale: validation rows of the other lanes"),
            _tr("pale: test rows of the other lanes"),
        )
        notes.append(of_validation if runs.has_validation else of_test)
    if options.axis != STEPS and along.is_steps:
        notes.append(_tr("over steps: seconds are not known of this run"))
    if options.smoothing:
        notes.append(_tr("smoothed; as measured: faint"))
    return " · ".join(notes)


def _tr(text: str) -> str:
    return QCoreApplication.translate("Curves", text)


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
