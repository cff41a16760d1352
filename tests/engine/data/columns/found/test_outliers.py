"""Numbers to learn that lie far from all others: which are told, and what the button makes of them."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from engine.data import load_table, split
from engine.data.columns.found.outliers import outliers, ruling
from engine.data.columns.found.told import told_of
from engine.data.spec import DataSpec
from engine.experiment.edits.adapt import with_rows_of
from engine.experiment.edits.field_edits import edited
from engine.experiment.experiment import Experiment, parse

PRICES = [180_000 + 4_000 * place for place in range(100)]


def houses(tmp_path: Path, prices: list[object]) -> Experiment:
    path = tmp_path / "houses.csv"
    lines = [f'{place * 37 % 101}.5,{place * 53 % 97},"{price}"' for place, price in enumerate(prices)]
    path.write_text("\n".join(["area,year,price", *lines]))
    read = load_table(DataSpec(source=str(path)), is_new=True).as_read
    assert read is not None
    assert (read.label, read.task) == ("price", "numbers")
    return parse({"name": "a", "data": read.model_dump(mode="json"), "layers": [{"kind": "dense", "units": 1}]})


def told(made: Experiment) -> list[tuple[str, str, tuple[tuple[str, object], ...]]]:
    remarks = told_of(split(load_table(made.data), made.data), made.data)
    return [(str(remark), str(remark.mend.text), remark.mend.edits) for remark in remarks if remark.mend is not None]


@pytest.mark.parametrize(("typed", "text"), [(35_000_000, "35000000"), ("$35,000,000", "$35,000,000")])
def test_two_zeros_too_many_are_told_and_left_out(tmp_path: Path, typed: object, text: str) -> None:
    made = houses(tmp_path, [*PRICES[:42], typed, *PRICES[42:]])
    sentence, button, edits = told(made)[0]
    assert sentence.startswith(f"price is {text} in line 44, far from all its other values")
    assert button == "Leave this row out"
    for field, value in edits:
        made = edited(made, field, value)
    table = load_table(made.data)
    made = with_rows_of(made, table)
    assert sorted(table.labels.tolist()) == PRICES
    after = told(made)
    assert not [each for each, _, _ in after if "far from all" in each]
    undo = [
        edits for each, _, edits in after if each == f"Rows in which price counts as missing, since it is {text}: 1."
    ]
    assert undo == [(("data.columns.price.means_missing", ()),)]


def test_a_value_that_says_that_there_is_none_is_told_as_of_features(tmp_path: Path) -> None:
    made = houses(tmp_path, [*PRICES, -999_999, -999_999, -999_999])
    sentence, button, edits = told(made)[0]
    assert sentence.startswith("Rows in which price is -999999, far from all its other values: 3.")
    assert button == "Count it as missing"
    for field, value in edits:
        made = edited(made, field, value)
    assert sorted(load_table(made.data).labels.tolist()) == PRICES


def test_few_that_lie_alone_and_none_of_a_long_tail() -> None:
    rng = np.random.default_rng(0)
    for seed in range(50):
        tail = np.random.default_rng(seed).lognormal(11, 1, 500).astype(np.float32)
        assert not len(outliers(tail)), "incomes have no mistakes"
    plain = rng.normal(50, 10, 300).astype(np.float32)
    assert not len(outliers(plain))
    assert not len(outliers(plain[:19]))
    assert not len(outliers(np.array([0.0] * 90 + [5.0] * 10, np.float32)))
    wrong = plain.copy()
    wrong[[7, 70]] = 5000, -4000
    assert outliers(wrong).tolist() == [7, 70]
    wrong[100:110] = 5000
    assert not len(outliers(wrong)), "so many are a part of the numbers"


def test_several_that_make_up_most_of_the_variation_are_told_and_left_out(tmp_path: Path) -> None:
    prices: list[object] = [*PRICES]
    for place, factor in ((5, 40), (20, 30), (33, 60), (70, 50)):
        prices[place] = PRICES[place] * factor
    made = houses(tmp_path, prices)
    sentence, button, edits = told(made)[0]
    assert sentence.startswith("price: 4 of 100 values lie far from the others, 23000000 in line 72 farthest, and make")
    assert button == "Leave these rows out"
    for field, value in edits:
        made = edited(made, field, value)
    table = load_table(made.data)
    assert len(table.labels) == 96
    assert max(table.labels) == PRICES[-1]
    assert not [each for each, _, _ in told(with_rows_of(made, table)) if "far from the others" in each]


def test_all_that_lie_beyond_the_gap_are_counted_not_the_farthest_alone() -> None:
    """Prices from 60 to 410, and six that were multiplied by 15: the least of these is four times the largest of the
    others, though in logarithms only four of the six are far by themselves."""
    rng = np.random.default_rng(0)
    prices = rng.normal(240, 80, 240).clip(60, 410).astype(np.float32)
    prices[[7, 47, 87, 127, 167, 207]] = 2017, 2389, 3105, 4578, 4630, 5425
    assert ruling(prices).tolist() == [207, 167, 127, 87, 47, 7]


def test_a_gap_that_no_tail_has_tells_those_that_were_multiplied_by_20() -> None:
    """Prices over a power of ten: even 20 times as much is not far in their logarithms, but nothing lies before it."""
    found = 0
    for seed in range(20):
        rng = np.random.default_rng(seed)
        prices = (2500 * (22 * rng.integers(1, 7, 300) + rng.normal(0, 9, 300)).clip(5)).astype(np.float32)
        large = np.flatnonzero(prices > 100_000)[:6]
        prices[large] *= 20
        told = ruling(prices)
        found += set(told.tolist()) == set(large.tolist())
    assert found == 20


def test_skewed_numbers_have_no_such_gap() -> None:
    """Log-normal ones, exponential ones, and counts."""
    for seed in range(40):
        rng = np.random.default_rng(seed)
        for n in (60, 300, 1500):
            for width in (0.3, 0.5, 1.0, 2.0):
                assert not len(ruling(rng.lognormal(12, width, n).astype(np.float32)))
            assert not len(ruling(rng.exponential(5, n).astype(np.float32)))
            assert not len(ruling(rng.negative_binomial(0.5, 0.05, n).astype(np.float32)))


def test_several_can_be_kept_so_that_they_hardly_count(tmp_path: Path) -> None:
    prices: list[object] = [*PRICES]
    for place, factor in ((5, 40), (20, 30), (33, 60), (70, 50)):
        prices[place] = PRICES[place] * factor
    made = houses(tmp_path, prices)
    sentence, button, edits = told(made)[1]
    assert sentence.startswith("Where they are no mistakes")
    assert button == "Let them hardly count"
    for field, value in edits:
        made = edited(made, field, value)
    assert (made.data.robust_label, made.loss) == (True, "huber")
    after = told(made)
    assert any(each.endswith("The label is robust: with the loss Huber they hardly count.") for each, _, _ in after)
    assert not [each for each, _, _ in after if "goes by them" in each or each.startswith("Where they are no mistakes")]


def test_few_rule_where_labels_were_multiplied_and_never_in_a_long_tail() -> None:
    for seed in range(50):
        rng = np.random.default_rng(seed)
        tail = rng.lognormal(11, 1.5, 500).astype(np.float32)
        assert not len(ruling(tail))
        tail[:30] = 0
        assert not len(ruling(tail))
        plain = (rng.normal(0, 10, 500) + 15).astype(np.float32)
        assert not len(ruling(plain))
        wrong = plain.copy()
        wrong[:10] *= 40
        found = ruling(wrong)
        assert 4 <= len(found) <= 10
        assert found.max() < 10
        wrong[:50] = plain[:50] * 40
        assert not len(ruling(wrong)), "a tenth of the rows is no mistake"


def test_a_number_that_elsewhere_stands_for_none_is_one_of_all_that_are_counted(tmp_path: Path) -> None:
    made = houses(tmp_path, [*(90 + place / 10 for place in range(150)), *(9000 + place for place in range(4))])
    sentences = [sentence for sentence, _, _ in told(made)]  # 99.9 is among them, and none is missing
    assert any(sentence.startswith("price: 4 of 154 values lie far from the others") for sentence in sentences)
