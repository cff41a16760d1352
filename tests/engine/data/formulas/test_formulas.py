"""Formulas: what they mean, against Python's own arithmetic and by hand, and one sentence for each mistake."""

from __future__ import annotations

import contextlib
import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.data.formulas import Inputs, parse
from engine.data.formulas.inputs import USUAL
from engine.data.formulas.parser import DEEPEST
from engine.data.formulas.tokens import LONGEST
from engine.data.formulas.tree import FUNCTIONS
from engine.data.spec import DataSpec
from engine.errors import DataError, ExperimentError, FormulaError
from engine.experiment.experiment import parse as parse_experiment
from tests.conftest import examples

X = np.array([[2.0, 3.0], [-0.5, 4.0], [0.25, -1.5]], np.float32)


def found(formula: str, x: np.ndarray = X, names: tuple[str, ...] = ("x1", "x2")) -> np.ndarray:
    return Inputs.read([formula], names).of_rows(x)[:, 0]


@pytest.mark.parametrize(
    ("formula", "at_2_and_3"),
    [
        ("x1", 2),
        ("x1 - x2 - 1", -2),
        ("12 / x1 / x2", 2),
        ("x1 + x2 * x1", 8),
        ("(x1 + x2) * x1", 10),
        ("-x1^2", -4),
        ("(-x1)^2", 4),
        ("x1^x2^x1", 512),
        ("x1^-1", 0.5),
        ("2--x1", 4),
        ("+x1 - +x2", -1),
        ("1.5e1 + .5 + 1.", 16.5),
        ("x1**2", 4),
        ("sin x1", 0.9092974),
        ("sin x1^2", -0.7568025),
        ("sin(x1)^2", 0.8268218),
        ("sin x1 * x2", 2.7278923),
        ("cos(pi * x1)", 1),
        ("tanh(x1 - x1)", 0),
        ("log(exp(x2))", 3),
        ("sqrt(x1 * 8)", 4),
        ("abs(x1 - x2) + Abs x2", 4),
        ("X1*`x2`", 6),
        ("7", 7),
    ],
)
def test_meaning_by_hand(formula: str, at_2_and_3: float) -> None:
    assert found(formula)[0] == pytest.approx(at_2_and_3, rel=2e-6, abs=2e-7)


def expressions() -> st.SearchStrategy[str]:
    """Formulas that Python reads in the same way but for the sign of a power."""
    numbers = st.floats(0.1, 5).map(lambda number: f"{number:.3g}")
    leaves = st.sampled_from(["x1", "x2"]) | numbers

    def larger(part: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
        both = st.tuples(part, st.sampled_from(["+", "-", "*", "/", " - ", " * "]), part)
        return (
            both.map("".join)
            | part.map(lambda inside: f"({inside})")
            | part.map(lambda inside: f"-{inside}")
            | part.map(lambda inside: f"({inside})^2")
            | st.tuples(st.sampled_from(["sin", "cos", "tanh", "abs"]), part).map(lambda pair: f"{pair[0]}({pair[1]})")
        )

    return st.recursive(leaves, larger, max_leaves=8).filter(lambda text: len(text) <= LONGEST)


@given(expressions(), st.floats(-3, 3, width=32), st.floats(-3, 3, width=32))
@examples(300)
def test_precedence_is_that_of_python(formula: str, x1: float, x2: float) -> None:
    known = {"sin": np.sin, "cos": np.cos, "tanh": np.tanh, "abs": np.abs, "x1": np.float64(x1), "x2": np.float64(x2)}
    with np.errstate(all="ignore"):
        expected = eval(formula.replace("^", "**"), {}, known)  # written by this test
    try:
        value = found(formula, np.array([[x1, x2]], np.float32))[0]
    except FormulaError:  # too many brackets within each other
        return
    if abs(expected) < 1e3 and "/" not in formula:
        assert value == pytest.approx(expected, rel=1e-2, abs=1e-2)


def test_the_seven_of_tensorflow_playground() -> None:
    x1, x2 = X.astype(np.float64).T
    expected = np.stack([x1, x2, x1 * x1, x2 * x2, x1 * x2, np.sin(x1), np.sin(x2)], axis=1)
    np.testing.assert_allclose(Inputs.read(USUAL, ("x1", "x2")).of_rows(X), expected, rtol=1e-6)


def test_columns_go_by_their_names_and_by_their_places() -> None:
    names = ("sepal length (cm)", "Width", "pi", "log", "x1")
    x = np.arange(1, 6, dtype=np.float32)[None]
    for formula, value in [
        ("`sepal length (cm)`", 1),
        ("width", 2),
        (" WIDTH ", 2),
        ("pi", 3),
        ("log(`log`)", math.log(4)),
        ("x1", 5),
    ]:
        assert found(formula, x, names)[0] == pytest.approx(value), formula
    with pytest.raises(FormulaError, match="no column x2"):
        found("x2", x, names)
    pair = np.array([[3, 4]], np.float32)
    assert found("x1 * x2", pair, ("length", "width"))[0] == 12
    assert found("x1 * x2", pair, ("length", "x1"))[0] == 16, "a column that is called so comes first"


def test_letters_of_any_language_and_dots_are_names() -> None:
    assert found("키 + Sepal.Length", np.array([[1, 2]], np.float32), ("키", "Sepal.Length"))[0] == 3


@pytest.mark.parametrize(
    ("formula", "place", "words"),
    [
        ("", None, "empty"),
        ("   ", None, "empty"),
        ("x1 x2", 4, "missing before x2"),
        ("2x1", 2, "missing before x1"),
        ("(x1)(x2)", 5, "missing before ("),
        ("x1 +", None, "it ends where"),
        ("x1 + * x2", 6, "before * a number"),
        ("(x1 + x2", 1, "never closed"),
        ("(x1 x2)", 5, "missing before x2"),
        ("x1 + x2)", 8, "no ( before it"),
        ("()", 2, "before ) a number"),
        ("sinh(x1)", 1, "no function sinh; there are sin, cos"),
        ("x1(2)", 1, "no function x1"),
        ("sin", 1, "sin needs something to work on"),
        ("log + 1", 1, "log needs something"),
        ("x3 + 1", 1, "no column x3; there are x1, x2"),
        ("1,5 * x1", 2, "with a point"),
        ("x1 % 2", 4, "% means nothing here"),
        ("x1 = 2", 4, "= means nothing here"),
        ("`x1", 1, "no second `"),
        ("x1.real", 1, "no column x1.real"),
        ("__import__('os')", 1, "no function __import__"),
        ("x1; x2", 3, "; means nothing"),
        ("9e99 * x1", 1, "too large"),
        ("x1 *\n* x2", 6, "before * a number"),
        ("(" * (DEEPEST + 1) + "x1", DEEPEST + 2, "within each other"),
        ("-" * (DEEPEST + 1) + "x1", None, "within each other"),
        ("x1^" * (DEEPEST + 1) + "x1", None, "within each other"),
        ("x1+" * 100 + "x1", None, "302 characters; at most 200"),
    ],
)
def test_one_sentence_says_what_is_wrong_and_where(formula: str, place: int | None, words: str) -> None:
    with pytest.raises(FormulaError) as raised:
        found(formula)
    sentence = str(raised.value)
    assert words in sentence
    assert "\n" not in sentence
    assert sentence.endswith(".")
    if place is not None:
        assert f"place {place}:" in sentence


@given(st.text(alphabet="x12 +-*/^()`.,esin_o\n√", max_size=LONGEST + 20))
@examples(500)
def test_anything_typed_is_read_or_refused_in_a_sentence(text: str) -> None:
    with contextlib.suppress(FormulaError):
        assert found(text).shape == (3,)


def test_the_longest_formula_is_read() -> None:
    formula = "+".join(["x1"] * 67)
    assert len(formula) == LONGEST
    assert found(formula)[0] == 134


def test_where_there_is_no_value_it_is_said() -> None:
    inputs = Inputs.read(["x1", "log(x1) * x2"], ("x1", "x2"))
    values = inputs.of_rows(X)
    assert np.isnan(values[1, 1])
    with pytest.raises(DataError) as raised:
        inputs.check(values, X)
    assert "log(x1) * x2 has no value where x1 = -0.5, x2 = 4: 1 of 3 rows" in str(raised.value)
    inputs.check(values[[0, 2]], X[[0, 2]])


def test_an_experiment_names_the_formula_that_cannot_be_read() -> None:
    def data(*inputs: str) -> DataSpec:
        recipe = {"data": {"source": "xor", "inputs": inputs}, "layers": [{"kind": "dense", "units": 2}]}
        return parse_experiment(recipe).data

    assert data("x1", "x1 ^ 2").inputs == ("x1", "x1 ^ 2")
    assert data().inputs == ()
    with pytest.raises(ExperimentError, match=r"data\.inputs\.1: x1 \+: it ends where"):
        data("x1", "x1 +")
    with pytest.raises(ExperimentError, match=r"data\.inputs\.2: x1\*x2 is there already"):
        data("x1 * x2", "x1", "x1*x2")
    with pytest.raises(ExperimentError, match=r"data\.inputs: must have at most 64 entries"):
        data(*(f"x1 + {number}" for number in range(65)))


def test_every_function_is_known_to_numpy_by_its_name() -> None:
    assert all(getattr(np, name) is function for name, function in FUNCTIONS.items())
    assert parse("sin(x1)") == parse("sin x1"), "places and all"
