"""What the network is given in place of the features themselves: formulas over them."""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Sequence
from typing import Final, Self

import numpy as np
from numpy.typing import NDArray

from engine.data.files.wording import listed, shown
from engine.data.formulas.parser import parse
from engine.data.formulas.tokens import in_one_line
from engine.data.formulas.tree import FUNCTIONS, Column, Name, Node, Number, bound, columns, value
from engine.data.matching import finder
from engine.errors import DataError, FormulaError
from engine.records import record

USUAL: Final = ("x1", "x2", "x1^2", "x2^2", "x1*x2", "sin x1", "sin x2")
"""Those of tensorflow/playground, for two features."""
_QUOTED: Final = re.compile("`[^`]+`")
_BLANKS: Final = re.compile(r"`([^\W\d][\w ]*)`")
"""Names that say where they end without the signs around them, too."""
_PLAIN: Final = re.compile(r"[^\W\d]\w*(\.[^\W\d]\w*)*")


@record
class Inputs:
    """Formulas whose columns have been found.

    names: (n_inputs,), the formulas as they were written; feature_names: (n_features,), those that they are made of.
    """

    names: tuple[str, ...]
    feature_names: tuple[str, ...]
    trees: tuple[Node, ...]

    @classmethod
    def read(
        cls, formulas: Sequence[str], feature_names: Sequence[str], *, label: str = "", ignored: Sequence[str] = ()
    ) -> Self:
        """Formulas over features of these names; where there are two, ``x1`` and ``x2`` stand for them as well.

        label, ignored: columns of the table that are no features, so that it can be said of them.

        Raises:
            FormulaError: one sentence that says what is wrong, and at which place.
        """
        place_of = finder(feature_names)
        ordinals = {"x1": 0, "x2": 1} if len(feature_names) == 2 else {}

        def finding(formula: str) -> Callable[[Name], Node]:
            def find(name: Name) -> Node:
                place = place_of(name.name)
                place = ordinals.get(name.name.lower()) if place is None else place
                if place is None and name.name == "pi":
                    return Number(math.pi)
                if place is None:
                    raise _why_not(formula, name, feature_names, label, ignored)
                return Column(place)

            return find

        def tree_of(formula: str) -> Node:
            try:
                return bound(parse(formula), finding(formula))
            except FormulaError as error:
                raise _unquoted(formula, (*feature_names, label, *ignored)) or error from None

        trees = tuple(map(tree_of, formulas))
        return cls(tuple(formula.strip() for formula in formulas), tuple(feature_names), trees)

    @property
    def titles(self) -> tuple[str, ...]:
        """What the inputs are called where nothing is to be typed: without the signs between which names stand."""
        return tuple(map(bare, self.names))

    def of_rows(self, x: NDArray[np.float32]) -> NDArray[np.float32]:
        """x: (rows, n_features) -> (rows, n_inputs). Not finite where a formula has no value."""
        found = np.empty((len(x), len(self.trees)), np.float32)
        with np.errstate(all="ignore"):
            for place, tree in enumerate(self.trees):
                found[:, place] = value(tree, x)
        return found

    def check(self, found: NDArray[np.float32], x: NDArray[np.float32]) -> None:
        """found: (rows, n_inputs), made of x: (rows, n_features).

        Raises:
            DataError: a formula has no value for a row; the sentence says which, and what the row is.
        """
        wrong = ~np.isfinite(found)
        if not wrong.any():
            return
        row, place = (int(index) for index in np.argwhere(wrong)[0])
        used = sorted(columns(self.trees[place]))
        raise DataError(
            "The input {formula} has no value where {values}: {count} of {rows} rows are so. Change the formula, as in "
            "log(abs(x1) + 1), or take it away.",
            formula=self.names[place],
            values=", ".join(f"{shown(self.feature_names[index])} = {x[row, index]:.5g}" for index in used),
            count=int(wrong[:, place].sum()),
            rows=len(x),
        )


def quoted(name: str) -> str:
    """A column as a formula names it."""
    return name if _PLAIN.fullmatch(name) and name.lower() not in FUNCTIONS else f"`{name}`"


def bare(formula: str) -> str:
    """A formula as it is read, not typed: the name of a column by itself, and names with blanks as they are."""
    return formula[1:-1] if _QUOTED.fullmatch(formula) else _BLANKS.sub(r"\1", formula)


def _unquoted(formula: str, names: Sequence[str]) -> FormulaError | None:
    """What is said of a formula that cannot be read and has names in it that want to stand between two `."""
    wanting = sorted({name for name in names if name and quoted(name) != name and "`" not in name}, key=len)
    if not wanting:
        return None
    either = "|".join(map(re.escape, reversed(wanting)))  # the longest first
    word = re.compile(rf"`[^`]*`|(?<![\w`])(?P<name>{either})(?![\w`])", re.IGNORECASE)
    first = next((found for found in word.finditer(formula) if found["name"]), None)
    if first is None:
        return None
    return FormulaError(
        "{formula}, place {place}: {name} has blanks or other signs, so it stands between two `, as in {written}.",
        formula=in_one_line(formula),
        place=first.start() + 1,
        name=shown(first[0]),
        written=in_one_line(word.sub(lambda found: f"`{found['name']}`" if found["name"] else found[0], formula)),
    )


def _why_not(
    formula: str, name: Name, feature_names: Sequence[str], label: str, ignored: Sequence[str]
) -> FormulaError:
    """What is said of a name that no formula can use."""
    values = {
        "formula": in_one_line(formula),
        "place": name.place,
        "name": shown(name.name),
        "columns": listed([quoted(feature) for feature in feature_names]),
    }
    if label and finder((label,))(name.name) is not None:
        return FormulaError(
            "{formula}, place {place}: {name} is the label, which the network is to tell without being given it; there "
            "are {columns}.",
            **values,
        )
    if any(feature.lower().startswith(f"{name.name} = ".lower()) for feature in feature_names):
        return FormulaError(
            "{formula}, place {place}: {name} is a category, of which each value is a column; there are {columns}.",
            **values,
        )
    if finder(ignored)(name.name) is not None:
        return FormulaError(
            "{formula}, place {place}: {name} is ignored, so a formula cannot use it: make it a feature, or write "
            "another; there are {columns}.",
            **values,
        )
    return FormulaError("{formula}, place {place}: there is no column {name}; there are {columns}.", **values)
