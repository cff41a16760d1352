"""What tells names apart where there is little room."""

from __future__ import annotations

import pytest

from playground.ui.text.short_names import apart, fewest_parts


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


@pytest.mark.parametrize(
    ("names", "short"),
    [
        (["SGD · lr 0.05", "Momentum · lr 0.05", "Adam · lr 0.01"], ["SGD", "Momentum", "Adam"]),
        (["λ 0.1 · seed 1", "λ 0.1 · seed 2"], ["seed 1", "seed 2"]),
        (["λ 0 · seed 1", "λ 0 · seed 2", "λ 1 · seed 1", "λ 1 · seed 2"], ["0 · 1", "0 · 2", "1 · 1", "1 · 2"]),
        (["SGD · lr 1 · seed 1", "Adam · lr 1 · seed 1", "SGD · lr 1 · seed 2"], ["SGD · 1", "Adam · 1", "SGD · 2"]),
        (["a", "b · c"], ["a", "b · c"]),
        (["a · b", "a · b"], ["a · b", "a · b"]),
    ],
)
def test_parts_that_several_share_do_not_stand_for_them(names: list[str], short: list[str]) -> None:
    assert fewest_parts(names) == short
