"""Reads a formula.

    sum      = product { (+ | -) product }
    product  = signed { (* | /) signed }
    signed   = { + | - } power
    power    = operand [ ^ signed ]                        so -x^2 is -(x^2), and 2^3^2 is 2^(3^2)
    operand  = number | column | "(" sum ")" | function "(" sum ")" | function signed      sin x^2 is sin(x^2)

A name is that of a column or, where there is none so called, ``pi``, or that of a function where something to work on
follows; between two ` it is always that of a column, which may have blanks and any other signs.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from engine.data.formulas.tokens import Token, in_one_line, tokens
from engine.data.formulas.tree import FUNCTIONS, Binary, Call, Name, Negative, Node, Number
from engine.errors import FormulaError

DEEPEST: Final = 20
"""Brackets, functions, signs and powers within each other."""


def parse(formula: str) -> Node:
    """The tree of a formula. Columns are not looked up.

    Raises:
        FormulaError: one sentence that says what is wrong, and at which place.
    """
    return _Parser(formula).whole()


class _Parser:
    def __init__(self, formula: str) -> None:
        self._formula = formula
        self._tokens = tokens(formula)
        self._token = next(self._tokens)
        self._depth = 0

    def whole(self) -> Node:
        if self._is_end():
            raise FormulaError("A formula is empty: write one, such as x1*x2, or take it away.")
        node = self._sum()
        if self._token.text == ")":
            raise FormulaError("{formula}, place {place}: this ) has no ( before it.", **self._at())
        if not self._is_end():
            raise FormulaError("{formula}, place {place}: + - * / or ^ is missing before {text}.", **self._at())
        return node

    # --- the rules of the grammar ------------------------------------------------------------------------------------

    def _sum(self) -> Node:
        return self._chain("+-", self._product)

    def _product(self) -> Node:
        return self._chain("*/", self._signed)

    def _chain(self, signs: str, operand: Callable[[], Node]) -> Node:
        """Operands from left to right: 8 - 2 - 1 is (8 - 2) - 1."""
        node = operand()
        while self._is_sign(signs):
            sign = self._take().text
            node = Binary(sign, node, operand())
        return node

    def _signed(self) -> Node:
        if not self._is_sign("+-"):
            return self._power()
        is_negative = self._take().text == "-"
        node = self._deeper(self._signed)
        return Negative(node) if is_negative else node

    def _power(self) -> Node:
        base = self._operand()
        if not self._is_sign("^"):
            return base
        self._take()
        return Binary("^", base, self._deeper(self._signed))

    def _operand(self) -> Node:
        token = self._token
        match token.kind:
            case "number":
                return self._number()
            case "name":
                return self._named(self._take())
            case "quoted":
                self._take()
                return Name(token.text, token.place)
        if token.text == "(":
            return self._bracketed()
        if token.kind == "end":
            raise FormulaError("{formula}: it ends where a number, a column or a function should follow.", **self._at())
        raise FormulaError(
            "{formula}, place {place}: before {text} a number, a column or a function is missing.", **self._at()
        )

    def _number(self) -> Node:
        value = float(self._token.text)
        if value > 3e38:
            raise FormulaError("{formula}, place {place}: {text} is too large a number.", **self._at())
        self._take()
        return Number(value)

    def _bracketed(self) -> Node:
        opening = self._take()
        node = self._deeper(self._sum)
        if self._token.text != ")":
            self._check_operator_before_operand()
            raise FormulaError("{formula}, place {place}: this ( is never closed.", **self._at(opening))
        self._take()
        return node

    def _named(self, name: Token) -> Node:
        """A column or a number, or a function and what it works on."""
        is_applied = self._token.text == "("
        function = name.text.lower()
        if function not in FUNCTIONS:
            if is_applied:
                raise FormulaError(
                    "{formula}, place {place}: there is no function {text}; there are {functions}. "
                    "To multiply, write * before the bracket.",
                    **self._at(name),
                )
            return Name(name.text, name.place)
        if is_applied:
            return Call(function, self._bracketed())
        if self._token.kind in ("number", "name", "quoted"):
            return Call(function, self._deeper(self._signed))
        raise FormulaError(
            "{formula}, place {place}: {text} needs something to work on, as in {text}(x1); "
            "a column of that name stands between two `.",
            **self._at(name),
        )

    # --- help --------------------------------------------------------------------------------------------------------

    def _take(self) -> Token:
        token, self._token = self._token, next(self._tokens, self._token)
        return token

    def _is_end(self) -> bool:
        return self._token.kind == "end"

    def _is_sign(self, signs: str) -> bool:
        return self._token.kind == "sign" and self._token.text in signs

    def _deeper(self, rule: Callable[[], Node]) -> Node:
        self._depth += 1
        if self._depth > DEEPEST:
            raise FormulaError(
                "{formula}, place {place}: more than {deepest} brackets and powers within each other.", **self._at()
            )
        node = rule()
        self._depth -= 1
        return node

    def _check_operator_before_operand(self) -> None:
        if self._token.kind in ("number", "name", "quoted") or self._token.text == "(":
            raise FormulaError("{formula}, place {place}: + - * / or ^ is missing before {text}.", **self._at())

    def _at(self, token: Token | None = None) -> dict[str, object]:
        """What sentences say of a word: that which is to be read next, unless another is meant."""
        token = token or self._token
        return {
            "formula": in_one_line(self._formula),
            "place": token.place,
            "text": token.text,
            "functions": ", ".join(FUNCTIONS),
            "deepest": DEEPEST,
        }
