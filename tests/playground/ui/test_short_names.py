"""What tells names apart where there is little room."""

from __future__ import annotations

import pytest

from playground.ui.text.short_names import apart


@pytest.mark.parametrize(
    ("names", "short"),
    [
        (["Rate 0.01", "Rate 0.001", "Rate 0.1"], ["0.01", "0.001", "0.1"]),
        (["λ 0", "λ 0.03"], ["0", "0.03"]),
        (["He", "Xavier"], ["He", "Xavier"]),
        (["He", "He (2)"], ["He", "He (2)"]),
        (["All zeros"], ["All zeros"]),
        (["Batch of 1", "Batch of 32"], ["1", "32"]),
        (["a b", "a b"], ["b", "b"]),
        ([], []),
    ],
)
def test_words_that_all_begin_with_are_left_out(names: list[str], short: list[str]) -> None:
    assert apart(names) == short
