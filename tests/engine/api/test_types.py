"""What type checkers make of the Python face: mypy reads this file; an ignored error that is none fails the check."""

from __future__ import annotations

import pytest

from engine import Activation, Adam, Dense, Dropout
from engine.errors import ExperimentError


def test_short_names_are_no_type_errors() -> None:
    assert Dense(100, initialization="he") == Dense(100, initialization="he_uniform") == Dense(units=100)
    assert Dense(3, initialization="naive", l2=0.1).l2 == 0.1
    assert Activation("relu").function == "relu"
    assert Dropout(0.5).rate == 0.5
    assert Adam(0.1, beta1=0.8).beta1 == 0.8


def test_what_there_is_not_is_refused_by_both() -> None:
    with pytest.raises(ExperimentError):
        Dense(100, initialization="hee")  # type: ignore[call-overload]
    with pytest.raises(ExperimentError):
        Dense(100, width=2)  # type: ignore[call-overload]
