"""Numbers to learn that lie far from all others, such as a price typed with two zeros too many."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Final

import numpy as np
from numpy.typing import NDArray

from engine.data.columns.found.doubts import SENTINELS, about_sentinels, far_off
from engine.data.columns.labels import Learned
from engine.data.columns.uses import Use
from engine.data.columns.values import text_of
from engine.data.files.wording import shown
from engine.data.over_rows import ends_of
from engine.data.sheet import Sheet
from engine.errors import Remark

FAR: Final = 10.0
"""Times the middle half of all numbers, from which on one is far from the nearest quartile."""
ALONE: Final = 2.0
"""Times the range of all others, from which on one lies alone beside them."""
FEWEST: Final = 20
"""Rows below which nothing is far."""
_SHARE: Final = 0.01
_MOST: Final = 3
"""More are a part of the numbers rather than mistakes, unless they rule what is learned."""
RULING: Final = 0.75
"""Share of the sum of squares about the median, from which on a few numbers rule what is learned."""
_AWAY: Final = 5.0
"""Times the middle half, from which on one of several is far."""
_GAP: Final = 1.0
_GAPS: Final = 6.0
"""Times the middle half of the logarithms, as wide as the gap is before those that are far, at least; and so wide is it
times how many they are. Of exponential logarithms, the longest of tails, the first is past chance (Renyi 1953: the gap
before the k largest is exponential, of a k-th of the mean)."""
_FEW: Final = 0.05
"""Share of the rows; more are no mistakes."""
_MOST_LEFT_OUT: Final = 16
"""Values that a column may count as missing."""

Floats = NDArray[np.float32]


def outliers(numbers: Floats) -> NDArray[np.intp]:
    """Places of the few that lie alone: (at most 3,), the farthest first.

    Each is farther from the quartiles than 10 times what is between these, and farther from all others than twice these
    are from each other: numbers with a long tail, such as incomes, have none. numbers: (rows,), all finite.
    """
    none = np.empty(0, np.intp)
    if len(numbers) < FEWEST:
        return none
    values = numbers.astype(np.float64)
    low, middle, high = np.quantile(values, (0.25, 0.5, 0.75))
    order = np.argsort(-np.abs(values - middle), kind="stable")
    found = none
    for count in range(1, min(_MOST, max(1, int(_SHARE * len(values)))) + 1):
        far, others = values[order[:count]], values[order[count:]]
        least, most = others.min(), others.max()
        is_far = np.maximum(low - far, far - high).min() > FAR * (high - low) > 0
        if is_far and np.maximum(least - far, far - most).min() > ALONE * (most - least):
            found = order[:count]
    return found


def ruling(numbers: Floats) -> NDArray[np.intp]:
    """Places of a few that make up most of the squares, the farthest first: (n,).

    Each is farther from the quartiles than 5 times what is between these. A long tail, such as that of incomes, has
    none in its logarithms, nor a wide gap, and is told of nothing; of what else has some, those beyond the widest gap
    before them in logarithms belong to them. numbers: (rows,), all finite.
    """
    none = np.empty(0, np.intp)
    if len(numbers) < FEWEST:
        return none
    values = numbers.astype(np.float64)
    is_far, middle = _are_far(values), float(np.median(values))
    if values.min() >= 0 < middle:
        logs = np.log(values + middle / 10)  # there may be zeros
        is_far = _without_the_tail(is_far, logs) | _beyond_a_gap(is_far, logs)
    squares = np.square(values - middle)
    if is_far.sum() > _FEW * len(values) or not squares[is_far].sum() > RULING * squares.sum():
        return none
    return np.flatnonzero(is_far)[np.argsort(-squares[is_far], kind="stable")]


def _without_the_tail(is_far: NDArray[np.bool_], logs: NDArray[np.float64]) -> NDArray[np.bool_]:
    """Of those that are far, the ones that are so in logarithms as well, and those beyond the widest gap before them.

    is_far, logs: (rows,)
    """
    are_far_in_logs = is_far & _are_far(logs)
    if not are_far_in_logs.any():
        return are_far_in_logs
    reach = np.abs(logs - np.median(logs))
    steps = np.sort(reach[is_far | (reach < reach[is_far].min())])
    first = int(np.searchsorted(steps, reach[is_far].min()))
    gap = first + int(np.argmax(np.diff(steps[first - 1 :])))
    found: NDArray[np.bool_] = is_far & (reach >= min(steps[gap], reach[are_far_in_logs].min()))
    return found


def _beyond_a_gap(is_far: NDArray[np.bool_], logs: NDArray[np.float64]) -> NDArray[np.bool_]:
    """Of those that are far above, the ones beyond a gap that is wider than a tail has, in logarithms.

    is_far, logs: (rows,)
    """
    low, middle, high = np.quantile(logs, (0.25, 0.5, 0.75))
    are_above = is_far & (logs > middle)
    if low == high or not are_above.any():
        return np.zeros(len(logs), np.bool_)
    steps = np.sort(logs)
    first = int(np.searchsorted(steps, logs[are_above].min()))
    gaps = np.diff(steps[first - 1 :]) / (high - low)
    left = np.arange(len(gaps), 0, -1)
    wide = np.flatnonzero((gaps > _GAP) & (gaps * left > _GAPS))
    start = steps[first + wide[0]] if len(wide) else np.inf
    found: NDArray[np.bool_] = are_above & (logs >= start)
    return found


def _are_far(values: NDArray[np.float64]) -> NDArray[np.bool_]:
    low, high = np.quantile(values, (0.25, 0.75))
    if low == high:
        return np.zeros(len(values), np.bool_)
    found: NDArray[np.bool_] = np.maximum(low - values, values - high) > _AWAY * (high - low)
    return found


def about_outliers(sheet: Sheet, use: Use, learned: Learned, *, is_robust: bool = False) -> Iterator[Remark]:
    """Of the column that is learned, where that is numbers. is_robust: whether it is scaled by median and quartiles."""
    labels = learned.labels.astype(np.float32)
    rows = np.flatnonzero(learned.rows)
    is_known = np.isin(labels, np.array([*far_off(labels, SENTINELS)], np.float32))  # 99.9 may be a number like others
    column = labels[:, None]
    yield from about_sentinels(column, ends_of(column), [replace(use, kind="number")])
    labels, rows = labels[~is_known], rows[~is_known]
    alone = outliers(labels)
    if len(few := ruling(labels)) > max(1, len(alone)):
        yield _about_several(sheet, use, labels, rows, few, is_robust=is_robust)
        if not is_robust:
            yield _about_huber()
        return
    told = set[str]()
    for place in alone.tolist():
        row = int(rows[place])
        text = _text(sheet, use, row)
        if text in told:
            continue
        told.add(text)
        remark = Remark(
            "{column} is {value} in line {line}, far from all its other values: is it a mistake? Such a row pulls at "
            "the network like many others.",
            column=shown(use.name),
            value=shown(text),
            line=sheet.line_of(row),
        )
        edit = f"data.columns.{use.name}.means_missing", [*use.means_missing, text]
        yield remark.mended_by(Remark("Leave this row out"), edit).weighing(1)


def _about_huber() -> Remark:
    """What helps where they are no mistakes: of three tables with 3 % of the labels 10 deviations off, the error on
    others was 0.35 to 0.67 of that of squared errors, and with them 50 off 0.09 to 0.18."""
    remark = Remark(
        "Where they are no mistakes, the loss Huber with a robust label, scaled by median and quartiles, keeps them in "
        "and lets them hardly count."
    )
    return remark.mended_by(Remark("Let them hardly count"), ("data.robust_label", True), ("loss", "huber")).weighing(1)


def _about_several(
    sheet: Sheet, use: Use, labels: Floats, rows: NDArray[np.intp], few: NDArray[np.intp], *, is_robust: bool
) -> Remark:
    """labels: (n,), which stand in these rows of the sheet, (n,); few: places among them."""
    squares = np.square(labels.astype(np.float64) - np.median(labels))
    row = int(rows[few[0]])
    texts = list(dict.fromkeys(_text(sheet, use, int(each)) for each in rows[few]))
    template = (
        "{column}: {count} of {rows} values lie far from the others, {value} in line {line} farthest, and make up "
        "{share} % of its variation: are they mistakes? The network goes by them more than by all other rows."
    )
    if is_robust:
        template = (
            "{column}: {count} of {rows} values lie far from the others, {value} in line {line} farthest, and make up "
            "{share} % of its variation. The label is robust: with the loss Huber they hardly count."
        )
    remark = Remark(
        template,
        column=shown(use.name),
        count=len(few),
        rows=len(labels),
        value=shown(texts[0]),
        line=sheet.line_of(row),
        share=int(100 * squares[few].sum() / squares.sum()),
    ).weighing(4 if is_robust else 1)
    left_out = [*use.means_missing, *texts]
    if len(left_out) > _MOST_LEFT_OUT:
        return remark
    return remark.mended_by(Remark("Leave these rows out"), (f"data.columns.{use.name}.means_missing", left_out))


def _text(sheet: Sheet, use: Use, row: int) -> str:
    """What stands there in the file."""
    return str(text_of(sheet.columns[use.place], row)).removesuffix(".0")
