"""Numbers to learn: read from a file, standardized by the training rows, blurred by noise."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from engine.data import load, load_table, split
from engine.data.columns.column import number_columns
from engine.data.dataset import Table
from engine.data.spec import DataSpec
from engine.errors import DataError

PRICES = "area,price,rooms\n50,120.5,2\n70,-3e2,3\n90,200,3\n50,120.5,2\n50,7,2\n"


def spec(path: Path, **changes: object) -> DataSpec:
    fields = {"label": "price", "task": "numbers", "train": 3, "test": 2, "scaling": "none"}
    return DataSpec.model_validate({"source": str(path), **fields, **changes})


def write(folder: Path, text: str) -> Path:
    path = folder / "prices.csv"
    path.write_text(text)
    return path


@pytest.mark.parametrize("text", [PRICES, "".join(f"{line}\n" for line in PRICES.replace(".5", "").split())])
def test_a_column_of_numbers_is_read_as_it_stands(tmp_path: Path, text: str) -> None:
    """With decimals, and as the plain whole numbers that are read on a way of their own."""
    text = text.replace("-3e2", "300") if ".5" not in text else text
    table = load_table(spec(write(tmp_path, text)))
    expected = [float(line.split(",")[1]) for line in text.splitlines()[1:]]
    assert table.labels.tolist() == expected
    assert table.labels.dtype == np.float32
    assert (table.classes, table.task, table.n_outputs, table.target_name) == ((), "numbers", 1, "price")
    assert table.feature_names == ("area", "rooms")


def test_more_numbers_than_there_may_be_classes(tmp_path: Path) -> None:
    numbers = np.random.default_rng(0).normal(size=3000).round(6)
    path = write(tmp_path, "area,price\n" + "\n".join(f"{i},{y}" for i, y in enumerate(numbers)))
    np.testing.assert_array_equal(load_table(spec(path)).labels, numbers.astype(np.float32))


@pytest.mark.parametrize(
    ("cell", "problem"),
    [("cheap", "cheap is not a number"), ("1e300", "1e300 is too large a number")],
)
def test_a_bad_number_is_found(tmp_path: Path, cell: str, problem: str) -> None:
    path = write(tmp_path, PRICES.replace("-3e2", cell))
    with pytest.raises(DataError) as error:
        load_table(spec(path))
    assert f"line 3, column price: {problem}" in str(error.value)


@pytest.mark.parametrize(
    ("cells", "numbers"),
    [
        (['"$731,003"', '"$1,200"', "$5", '"$98,765"'], [731003, 1200, 5, 98765]),
        (['"731,003"', '"-1,200"', "5", '"98,765.5"'], [731003, -1200, 5, 98765.5]),
        (["11.0%", "7%", "-2.5%", "100%"], [11, 7, -2.5, 100]),
        (["3.5", "NA", "?", "4.25"], [3.5, 4.25]),
    ],
)
def test_a_label_is_written_as_people_write_numbers(tmp_path: Path, cells: list[str], numbers: list[float]) -> None:
    text = "area,price\n" + "".join(f"{place}.5,{cell}\n" for place, cell in enumerate(6 * cells))
    path = write(tmp_path, text)
    table = load_table(spec(path))
    assert table.labels.tolist() == 6 * numbers
    feature = load_table(spec(path, label="area")).features[:, 0]
    np.testing.assert_array_equal(table.labels, feature[~np.isnan(feature)])  # what the same texts are elsewhere


def test_a_label_with_decimal_commas(tmp_path: Path) -> None:
    path = write(tmp_path, "area;price\n" + "1,5;7.136,05\n2,5;8.250,10\n3,5;12,00\n4,5;1.000.000,5\n" * 6)
    assert load_table(spec(path)).labels[:4].tolist() == pytest.approx([7136.05, 8250.1, 12, 1000000.5], rel=1e-7)


def test_points_between_thousands_alone_where_decimals_have_a_comma(tmp_path: Path) -> None:
    """In label and feature alike, however late in the file another number says so."""
    lines = "".join(f"{row},5;{row % 9 + 1}.250;{row % 9 + 1}.136;{row % 9},5\n" for row in range(4000))
    path = write(tmp_path, "area;rent;price;mark\n" + lines + "1,5;7.136,05;8.250,10;2,5\n")
    table = load_table(spec(path, label="price"))
    assert table.labels[[0, -1]].tolist() == pytest.approx([1136, 8250.1], rel=1e-6)
    assert table.features[[0, -1], 1].tolist() == pytest.approx([1250, 7136.05], rel=1e-6)
    assert table.findings is not None
    told = [str(note) for note in table.findings.notes]
    assert "Column rent: 1.250 is read as 1250, since decimals have a comma in this file." in told
    assert "Column price: 1.136 is read as 1136, since decimals have a comma in this file." in told
    assert not any("mark" in note for note in told)


def test_a_row_without_a_number_to_learn_is_left_out(tmp_path: Path) -> None:
    table = load_table(spec(write(tmp_path, PRICES.replace("-3e2", ""))))
    assert table.labels.tolist() == [120.5, 200, 120.5, 7]
    assert table.features[:, 0].tolist() == [50, 90, 50, 50]


def test_what_is_found_speaks_of_numbers(tmp_path: Path) -> None:
    findings = load_table(spec(write(tmp_path, PRICES))).findings
    assert findings is not None
    assert (findings.duplicates, findings.contradictions, findings.counts) == (1, 3, ())
    assert "but another number to learn: 3." in " ".join(str(note) for note in findings.notes)
    assert "class" not in " ".join(str(note) for note in findings.notes)


def test_the_training_rows_alone_standardize(tmp_path: Path) -> None:
    """120.5, -300, 200 have the mean 6.8333 and the deviation sqrt(147 361.06 / 3) = 219.4 (by hand)."""
    data = load(spec(write(tmp_path, PRICES)))
    assert data.train_y.tolist() == [120.5, -300, 200]
    assert data.test_y.tolist() == [120.5, 7]
    assert data.target_offset == pytest.approx(20.5 / 3)
    squares = (120.5 - 20.5 / 3) ** 2 + (-300 - 20.5 / 3) ** 2 + (200 - 20.5 / 3) ** 2
    assert data.target_scale == pytest.approx((squares / 3) ** 0.5)


def numbers(n: int = 4000) -> Table:
    rng = np.random.default_rng(1)
    return Table(
        "rows", np.zeros((n, 1), np.float32), rng.normal(5, 3, n).astype(np.float32), (), number_columns(("x",))
    )


def test_label_noise_is_a_share_of_the_spread_and_grows_along_the_same_draws() -> None:
    made = {share: split(numbers(), DataSpec(train=3000, test=1000, label_noise=share)) for share in (0.0, 0.2, 0.4)}
    clean = made[0.0].train_y
    assert clean.tobytes() == made[0.4].train_y_clean.tobytes()
    little, much = (made[share].train_y.astype(np.float64) - clean for share in (0.2, 0.4))
    assert little.std() == pytest.approx(0.2 * 3, rel=0.05)
    np.testing.assert_allclose(much, 2 * little, atol=1e-5)
    assert made[0.4].test_y.tobytes() == made[0.0].test_y.tobytes()
    assert made[0.4].target_scale == made[0.0].target_scale


def test_sources_that_have_classes_alone_refuse_numbers() -> None:
    for source in ("digits", "circle"):
        with pytest.raises(DataError) as error:
            load(DataSpec(source=source, task="numbers"))
        assert str(error.value) == f"{source} has classes to learn, no numbers: set data.task to classes."
