"""Numbers with something behind them."""

from __future__ import annotations

import re
from pathlib import Path

import numpy as np
import pytest

from engine.data import load, load_table
from engine.data.spec import DataSpec
from engine.data.text.units import measured


@pytest.mark.parametrize(
    ("texts", "numbers"),
    [
        (["70 kg", "71.5kg", "1,200 kg"], [70, 71.5, 1200]),
        (["1,5 kg", "2,75 kg"], [1.5, 2.75]),
        (["431", "1.2 k", "3.4 M", "12K"], [431, 1200, 3_400_000, 12_000]),
        (["$1.2B", "$3M"], [1.2e9, 3e6]),
        (["3.5만", "1200", "2억"], [35_000, 1200, 200_000_000]),
        (["19MB", "500kB", "1.5 GB"], [19e6, 500e3, 1.5e9]),
        (["1 year", "2 years", "10 Years"], [1, 2, 10]),
        (["23.4 km/h", "7 km/h"], [23.4, 7]),
        (["21°C", "-3 °C"], [21, -3]),
        (["1:02:33", "4:13", "0:59"], [3753, 253, 59]),
        (["2h 50m", "19h", "45m"], [170, 1140, 45]),
        (["100 m", "200 m", "5 m"], [100, 200, 5]),
        (["5 min", "7 min"], [5, 7]),
    ],
)
def test_what_stands_behind_numbers(texts: list[str], numbers: list[float]) -> None:
    found = measured(texts)
    assert found is not None
    np.testing.assert_allclose(found, numbers)
    for text, number in zip(texts, numbers, strict=True):  # each as among the others: a file may hold one row
        if "," not in text:
            np.testing.assert_allclose(measured([text]) if not text.isdecimal() else [number], [number])


@pytest.mark.parametrize(
    "texts",
    [
        ["1st", "2nd", "3rd"],
        ["70 kg", "154 lbs"],
        ["0008-XK", "0009-XK"],
        ["007A", "008A"],
        ["18-24", "25-34"],
        ["C85", "C123"],
        ["2 BHK", "4 Bedroom"],
        ["10AM", "11PM"],
        ["1", "2", "3", "4a"],
        ["red", "green"],
        ["2024-03-01", "2024-03-02"],
        [],
    ],
)
def test_what_is_no_number_with_a_unit(texts: list[str]) -> None:
    assert measured(texts) is None


def test_of_a_million_words_a_few_are_looked_at(monkeypatch: pytest.MonkeyPatch) -> None:
    looked_at: list[int] = []
    monkeypatch.setattr("engine.data.text.units._clock_times", lambda texts: looked_at.append(len(texts)))
    assert measured([f"name {place}" for place in range(100_000)]) is None
    assert looked_at == [200]


def test_a_table_with_units_told_and_taken_back(tmp_path: Path) -> None:
    path = tmp_path / "people.csv"
    rows = [f"{50 + place % 31}.5 kg,{[10, 20, 50][place % 3]} mg,{place % 7}.{place % 9} k" for place in range(90)]
    path.write_text("\n".join(["weight,dose,y", *rows]) + "\n")
    table = load_table(DataSpec(source=str(path)), is_new=True)
    assert table.as_read is not None
    assert (table.as_read.task, table.feature_names) == ("numbers", ("weight", "dose"))
    np.testing.assert_allclose(table.features[:2], [[50.5, 10], [51.5, 20]])
    np.testing.assert_allclose(table.labels[:3], [0, 1100, 2200])
    assert table.findings is not None
    told = {str(note): note for note in table.findings.notes}
    assert "Column weight is read as numbers: 50.5 kg is 50.5." in told
    assert "Column y is read as numbers: 0.0 k is 0." in told
    mend = told["Column dose is read as numbers: 10 mg is 10."].mend
    assert mend is not None
    assert mend.edits == (("data.columns.dose.kind", "category"),)
    said = table.as_read.model_dump()
    said["columns"]["dose"] = {"kind": "category"}
    names = load(DataSpec.model_validate(said)).feature_names
    assert names == ("weight", "dose = 10 mg", "dose = 20 mg", "dose = 50 mg")


@pytest.mark.parametrize(
    ("first", "behind", "number"), [("1,500 kg", ",25 kg", 1.5), ("1 m", " k", 1e6), ("(see note)", " cm", None)]
)
def test_what_is_told_of_a_text_is_what_it_is_among_the_others(
    tmp_path: Path, first: str, behind: str, number: float | None
) -> None:
    path = tmp_path / "sizes.csv"
    texts = [first, *(f"{place}{behind}" for place in range(3, 63))]
    path.write_text("\n".join(["size;y", *(f"{text};{'uv'[place % 2]}" for place, text in enumerate(texts))]) + "\n")
    table = load_table(DataSpec(source=str(path)), is_new=True)
    assert table.findings is not None
    (told,) = [str(note) for note in table.findings.notes if "is read as numbers" in str(note)]
    text, said = re.findall(": (.*) is (.*)[.]", told)[0]
    assert float(said) == table.features[texts.index(text), 0]
    if number is not None:
        assert (text, float(said)) == (first, number)


def test_units_alone_may_show_how_a_file_writes_its_decimals(tmp_path: Path) -> None:
    """58,062 kg may be either; beside it stands 192,4 cm."""
    path = tmp_path / "t.csv"
    rows = [f"{50 + k},062 kg;{150 + k},4 cm;{'ab'[k % 2]}" for k in range(20)]
    path.write_text("\n".join(["weight;height;class", *rows]), encoding="utf-8")
    table = load_table(DataSpec(source=str(path), label="class"))
    np.testing.assert_allclose(table.features[:2], [[50.062, 150.4], [51.062, 151.4]], rtol=1e-6)
    assert table.sheet is not None
    assert table.sheet.writing.decimal == ","
    mixed = "\n".join(["weight;size;class", *(f"{50 + k},5 kg;1.{k:02};{'ab'[k % 2]}" for k in range(20))])
    path.write_text(mixed, encoding="utf-8")
    table = load_table(DataSpec(source=str(path), label="class"))
    np.testing.assert_allclose(table.features[:2], [[50.5, 1.0], [51.5, 1.01]], rtol=1e-6)
