"""The words of a formula: numbers, names and signs, each with its place."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final, Literal

from engine.errors import FormulaError
from engine.records import record

LONGEST: Final = 200
"""Characters of a formula."""

_WORD: Final = re.compile(
    r"""(?P<number>(\d+\.?\d*|\.\d+)([eE][+-]?\d+)?)
      | (?P<name>[^\W\d]\w*(\.[^\W\d]\w*)*)
      | `(?P<quoted>[^`]+)`
      | (?P<sign>\*\*|[-+*/^()])""",
    re.VERBOSE,
)


@record
class Token:
    """A word. ``place`` counts characters from 1; a quoted name stands in ``text`` without its quotes."""

    kind: Literal["number", "name", "quoted", "sign", "end"]
    text: str
    place: int


def tokens(formula: str) -> Iterator[Token]:
    """All words, and an ``end`` behind them. Raises FormulaError."""
    if len(formula) > LONGEST:
        raise FormulaError(
            "The formula {formula}… has {length} characters; at most {most} are possible.",
            formula=in_one_line(formula[:40]),
            length=len(formula),
            most=LONGEST,
        )
    at = 0
    while at < len(formula):
        if formula[at].isspace():
            at += 1
            continue
        word = _WORD.match(formula, at)
        if word is None:
            raise _unknown(formula, at)
        kind = word.lastgroup
        text = word[kind or 0].replace("**", "^")
        yield Token(kind, text, at + 1)  # type: ignore[arg-type]  # the names of the groups
        at = word.end()
    yield Token("end", "", len(formula) + 1)


def in_one_line(formula: str) -> str:
    """As a sentence quotes it: every character keeps its place."""
    return "".join(sign if sign.isprintable() else " " for sign in formula)


def _unknown(formula: str, at: int) -> FormulaError:
    values = {"formula": in_one_line(formula), "place": at + 1, "sign": formula[at]}
    if formula[at] == "`":
        return FormulaError(
            "{formula}, place {place}: the name that begins with ` has no second ` behind it.", **values
        )
    if formula[at] == ",":
        return FormulaError("{formula}, place {place}: write decimals with a point, as in 0.5.", **values)
    return FormulaError(
        "{formula}, place {place}: {sign} means nothing here; there are + - * / ^ and brackets, and a column whose "
        "name has other signs stands between two `.",
        **values,
    )
