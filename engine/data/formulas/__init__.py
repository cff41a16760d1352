"""Formulas in the names of columns, such as ``x1 * x2`` or ``log(abs(age) + 1)``, read by a small parser of our own.

Numbers, names, ``+ - * / ^``, brackets and a handful of functions; nothing is ever run as code.
"""

from __future__ import annotations

from engine.data.formulas.inputs import Inputs, bare, quoted
from engine.data.formulas.parser import parse

__all__ = ["Inputs", "bare", "parse", "quoted"]
