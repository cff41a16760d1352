"""Which column of a new file is likely to be the label, and whether it holds classes or numbers."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from engine.data.columns.kinds import LEAST_READABLE
from engine.data.columns.roles import why_ignored
from engine.data.columns.values import as_written
from engine.data.sheet import Column, Sheet, Words, kind_of, n_missing
from engine.data.task import Task

_USUAL: Final = (
    *("label", "labels", "class", "classes", "target", "targets", "y"),
    *("diagnosis", "species", "variety", "digit", "survived", "quality", "outcome", "churn", "churned", "exited"),
    *("attrition", "fraud", "spam", "default", "loan_status", "sentiment"),
    *("medv", "price", "saleprice", "sale_price", "selling_price", "median_house_value", "mpg", "charges", "rings"),
    *("정답", "라벨", "레이블", "클래스", "분류", "품종", "진단", "생존", "생존여부", "합격여부", "이탈", "이탈여부"),
    *("klasse", "ziel", "diagnose", "kaufpreis", "verkaufspreis", "classe", "cible", "clase", "objetivo"),
)
"""What label columns are called, the surest names first; ``is_`` before them and marks between words aside."""
_USUAL_AT_AN_END: Final = frozenset(
    {
        *("income", "salary", "category", "result", "rating", "score", "status", "type", "grade", "kind"),
        *("결과", "종류", "등급", "판정", "가격", "집값", "매매가", "점수", "상태", "유형"),
        *("ergebnis", "kategorie", "typ", "art", "preis", "prix", "precio"),
    }
)
"""Names of many a feature, too."""
_UNIT: Final = re.compile(r"(?<=\S)\s*(\([^()]*\)|\[[^\[\]]*\])$")
_ROWS: Final = 20_000
"""Rows that are looked at."""
MOST_CLASSES: Final = 20
"""Different whole numbers that are still taken for classes."""


def likeliest_label(sheet: Sheet, label: str = "label") -> str:
    """The column that is likeliest to be the label: by its name, or else by its place and its values."""
    for name in (*_asked(sheet, label), *_usually_named(sheet)):
        if not _is_empty(sheet, name):
            return name
    return _by_values(sheet)


def _asked(sheet: Sheet, label: str) -> Iterator[str]:
    """The column with this name in other letters, and what the file itself says is the label."""
    wanted = label.strip().casefold()
    yield from [name for name in sheet.names if name.strip().casefold() == wanted][:1]
    yield from (name for name, hint in sheet.hints.items() if hint.role == "label")


def _usually_named(sheet: Sheet) -> Iterator[str]:
    """The columns that are called as labels are, the surest first."""
    by_plain_name = {_plain(name): name for name in reversed(sheet.names)}
    for usual in _USUAL:
        if usual in by_plain_name and not _is_height(sheet, usual):
            yield by_plain_name[usual]
    for name in (sheet.names[-1], sheet.names[0]):
        if _plain(name) in _USUAL_AT_AN_END:
            yield name


def _by_values(sheet: Sheet) -> str:
    """The last column if it says yes or no. Else the first with a few values that come again and again: of the last,
    the first, and then those of words from the end; numbers will do only where no column has words. Else the last.

    Dates and names of the rows are neither the last column nor the first.
    """
    places = range(len(sheet.names))
    first = next((place for place in places if _may_be_a_label(sheet, place)), places[0])
    last = next((place for place in reversed(places) if _may_be_a_label(sheet, place)), places[-1])
    if _says_yes_or_no(sheet.columns[last]):
        return sheet.names[last]
    of_words = [place for place in reversed(places) if kind_of(sheet.columns[place]) in ("text", "yes_no")]
    ends = [place for place in (last, first) if place in of_words or not of_words]
    likely = (place for place in (*ends, *of_words) if is_like_classes(sheet.columns[place]))
    return sheet.names[next(likely, last)]


def _plain(name: str) -> str:
    """Without the unit in brackets behind it."""
    bare = _UNIT.sub("", name.strip())
    return re.sub(r"[\W_]+", "_", bare.casefold()).strip("_").removeprefix("is_")


def _is_height(sheet: Sheet, usual: str) -> bool:
    """Whether it is the y of a point: it stands beside an x, and something else comes last."""
    return usual == "y" and "x" in map(_plain, sheet.names) and _plain(sheet.names[-1]) != "y"


def _may_be_a_label(sheet: Sheet, place: int) -> bool:
    is_date = kind_of(sheet.columns[place]) == "date"
    return not is_date and sheet.names[place] not in sheet.unnamed and why_ignored(sheet, place) is None


def _says_yes_or_no(column: Column) -> bool:
    """Two different words, or 0 and 1."""
    if isinstance(column, Words):
        return len(column.values) == 2
    return column.dtype.kind == "b" or (column.dtype.kind == "f" and set(np.unique(_known(column))) == {0, 1})


def _known(numbers: NDArray[Any]) -> NDArray[Any]:
    """Of the rows that are looked at."""
    first = numbers[:_ROWS]
    return np.asarray(first[~np.isnan(first)])


def _is_empty(sheet: Sheet, name: str) -> bool:
    column = sheet.column(name)
    return n_missing(column) == len(column)


def likeliest_task(column: Column, decimal: str = ".") -> Task:
    """Numbers where there are fractions, or many different whole numbers, however people write them.

    decimal: the mark of decimals in texts.
    """
    if isinstance(column, Words):
        words, numbers = as_written(column, decimal)
        present = int((words.codes >= 0).sum())
        if present and int(np.isfinite(numbers).sum()) >= LEAST_READABLE * present:
            column = numbers
    return "numbers" if kind_of(column) in ("number", "date") and not is_like_classes(column) else "classes"


def is_like_classes(column: Column) -> bool:
    """Whether the values are a few words or whole numbers that come again and again."""
    if isinstance(column, Words):
        return 2 <= len(column.values) <= max(2, int((column.codes >= 0).sum()) // 4)
    if column.dtype.kind == "b":
        return True
    if column.dtype.kind == "M":
        return False
    values = _known(column)
    distinct = np.unique(values)
    is_whole = bool((distinct == np.rint(distinct)).all())
    return is_whole and 2 <= len(distinct) <= max(2, min(MOST_CLASSES, len(values) // 3))
