"""What is made of the columns of a table, as exports have it: lines of a script, and nodes of an ONNX graph."""

from __future__ import annotations

import inspect
import json
from typing import TYPE_CHECKING, Final

import numpy as np

from engine.data.columns.column import Column
from engine.data.columns.means_missing import numbers_of
from engine.data.formulas.tokens import in_one_line
from engine.data.matching import folded_class
from engine.data.preprocessing.preparation import Feature, Preparation, wave

if TYPE_CHECKING:
    from engine.export.graph import Graph

_VALUES: Final = '''
def numbers(path: str, cells: list[list[str]]) -> Array:
    """The same as numbers: categories as their places in CATEGORIES, days after 1970, NaN where there is no value."""
    places = [finder(names, folded_class) for names in CATEGORIES]

    def number(cell: str, column: int) -> float:
        if cell in MISSING or folded_class(cell) in MEANS_MISSING[column]:
            return math.nan
        if CATEGORIES[column]:
            place = places[column](cell)
            return -1 if place is None else place  # one that no training row had
        if column in DATES:
            return float((np.datetime64(cell) - np.datetime64(0, "D")) / np.timedelta64(1, "D"))
        return float(cell)

    rows = []
    for at, line in enumerate(cells, start=1):
        try:
            rows.append([number(cell.strip(), column) for column, cell in enumerate(line)])
        except ValueError as error:
            raise SystemExit(f"{path}: row {at}: {error}.") from None
    return np.array(rows, np.float32)
'''
_MISSING: Final = ("", "NA", "N/A", "n/a", "nan", "NaN", "NULL", "null", "?", "-", ".")
"""Texts that stand for no value."""


def features_code(preparation: Preparation) -> str:
    """A function of the script: the same steps as the engine's, so that they give the same numbers to the last bit."""
    filling = [float(value) for value in preparation.filling] if preparation.filling is not None else []
    waves = [inspect.getsource(wave), ""] if any(feature.kind == "wave" for feature in preparation.features) else []
    lines = [f"        {_code(feature)},  # {in_one_line(feature.name)}" for feature in preparation.features]
    return "\n".join(
        [
            *waves,
            "def features(rows: Array) -> Array:",
            '    """rows: (n, columns), NaN where there is no value -> (n, features)."""',
            f"    filled = np.where(np.isnan(rows), np.array({filling!r}, np.float32), rows)",
            "    columns = [",
            *lines,
            "    ]",
            "    return np.stack(columns, axis=1).astype(np.float32)",
        ]
    )


def is_written_otherwise(preparation: Preparation) -> bool:
    """Whether numbers stand in the file as no program reads them by itself: with a comma, or with units."""
    return any(column.decimal == "," or column.units for column in preparation.columns)


def reading_code(preparation: Preparation) -> str:
    """How cells become numbers, in place of `engine.export.pieces.tables.numbers`."""
    if is_written_otherwise(preparation):
        decimals = tuple(column.decimal or "." for column in preparation.columns)
        units = ",\n".join(f"    {_factors(column)!r}" for column in preparation.columns)
        values = _VALUES.replace("float(cell)\n\n", "number_of(cell, DECIMALS[column], UNITS[column])\n\n")
        return f"{_code_of_values(preparation, values)}\nDECIMALS = {decimals!r}\nUNITS = (\n{units},\n)"
    return _code_of_values(preparation, _VALUES)


def _factors(column: Column) -> dict[str, float]:
    if not column.units:
        return {}
    from engine.data.text.units import factors_of  # here, because pandas takes long to import

    return factors_of(set(column.units)) or {}


def _code_of_values(preparation: Preparation, values: str) -> str:
    categories = ",\n".join(f"    {column.categories!r}" for column in preparation.columns)
    texts = tuple(tuple(map(folded_class, column.means_missing)) for column in preparation.columns)
    holes = f"MEANS_MISSING = {texts!r}"
    dates = tuple(place for place, column in enumerate(preparation.columns) if column.kind == "date")
    return f"{values.strip()}\n\n\nCATEGORIES = (\n{categories},\n)\nDATES = {dates!r}\nMISSING = {_MISSING!r}\n{holes}"


def _code(feature: Feature) -> str:
    match feature.kind:
        case "value":
            return f"filled[:, {feature.column}]"
        case "is":
            return f"filled[:, {feature.column}] == {feature.category}"
        case "missing":
            return f"np.isnan(rows[:, {feature.column}])"
        case "wave":
            return f"wave(filled[:, {feature.column}], {feature.period!r}, {feature.shift!r})"


def add_features(graph: Graph, preparation: Preparation) -> None:
    """Nodes from the columns, (rows, n_columns), NaN where there is no value, to the features, (rows, n_features)."""
    _add_holes(graph, preparation)
    raw, filled = graph.last, graph.last
    if preparation.filling is not None:
        filled = graph.node("Where", graph.node("IsNaN", raw), graph.constant(preparation.filling[None]), raw)
    graph.last = graph.node("Concat", *(_node(graph, feature, raw, filled) for feature in preparation.features), axis=1)


def _add_holes(graph: Graph, preparation: Preparation) -> None:
    """NaN in the place of numbers and days that stand for none."""
    holes = [numbers_of(column) for column in preparation.columns]
    for turn in range(max(map(len, holes), default=0)):
        numbers = [some[turn] if turn < len(some) else np.nan for some in holes]  # nothing equals NaN
        is_hole = graph.node("Equal", graph.last, graph.constant(np.array([numbers], np.float32)))
        hole = graph.constant(np.full((1, 1), np.nan, np.float32))
        graph.last = graph.node("Where", is_hole, hole, graph.last)


def _node(graph: Graph, feature: Feature, raw: str, filled: str) -> str:
    """The name of a feature, (rows, 1)."""
    column = graph.node("Gather", raw if feature.kind == "missing" else filled, *graph.whole(feature.column), axis=1)
    if feature.kind == "value":
        return column
    if feature.kind == "wave":
        return _wave_node(graph, column, feature)
    category = graph.constant(np.full((1, 1), feature.category, np.float32))
    truth = graph.node("IsNaN", column) if feature.kind == "missing" else graph.node("Equal", column, category)
    return graph.node("Cast", truth, to=_FLOAT)


def _wave_node(graph: Graph, column: str, feature: Feature) -> str:
    """The name of a wave over days, (rows, 1)."""
    period, shift, circle = (
        graph.constant(np.full((1, 1), number, np.float32)) for number in (feature.period, feature.shift, 2 * np.pi)
    )
    turns = graph.node("Div", column, period)
    place = graph.node("Add", graph.node("Sub", turns, graph.node("Floor", turns)), shift)
    return graph.node("Sin", graph.node("Mul", place, circle))


_FLOAT: Final = 1
"""onnx.TensorProto.FLOAT"""


def columns_json(preparation: Preparation) -> list[dict[str, object]]:
    """What the columns are, for who fills them: a category is its place among those that are named here."""
    columns: list[dict[str, object]] = json.loads(preparation.to_json())["columns"]
    return columns
