"""Columns that say one thing in several ways are told, with what to do."""

from __future__ import annotations

from pathlib import Path

import pytest

from engine.data import load_table
from engine.data.columns.found.told import told_of
from engine.data.new_file import of_new_file
from engine.data.preprocessing.split import split
from engine.data.text.units import mixed_units


def told(path: Path, cells: list[str], label: str = "class") -> list[str]:
    rows = [f"{cell};{place * 37 % 101 / 4};{'ab'[place % 2]}" for place, cell in enumerate(cells)]
    path.write_text("\n".join(["size;x;class", *rows]) + "\n", encoding="utf-8")
    table = load_table(of_new_file(str(path), label), is_new=True)
    assert table.as_read is not None
    return [str(remark) for remark in told_of(split(table, table.as_read), table.as_read)]


@pytest.mark.parametrize(
    ("cells", "examples"),
    [
        ([f"1.{k:02} m" if k % 2 else f"{100 + k} cm" for k in range(80)], "1.01 m, 100 cm"),
        ([f"{50 + k} kg" if k % 40 else "70000 g" for k in range(80)], "100 kg, 70000 g"),
        ([f"{k},5 °C" if k % 2 else f"{k},5 °F" for k in range(80)], "0,5 °F, 1,5 °C"),
    ],
)
def test_several_units_are_told_first(tmp_path: Path, cells: list[str], examples: str) -> None:
    found = told(tmp_path / "t.csv", cells)
    assert found[0] == (
        f"Column size has numbers in several units, {examples}, so they cannot be compared: write all of them in one "
        "unit in the file."
    )


@pytest.mark.parametrize(
    "texts",
    [
        ["70 kg", "71 kg"],
        ["1 k", "2 M"],
        ["5 MB", "6 GB"],
        ["1 year", "2 years"],
        ["2h 50m", "19h", "45m"],
        ["4a", "5c", "7f"],  # houses
        ["1st", "2nd", "3rd"],
        ["2 BHK", "4 Bedroom"],
        ["red", "green"],
        ["3 cm", "wide", "narrow", "4 m"],
        [],
    ],
)
def test_what_are_no_several_units(texts: list[str]) -> None:
    assert not mixed_units(texts)


def test_a_unit_of_few_among_many_is_found() -> None:
    assert mixed_units([f"{k / 8} kg" for k in range(5000)] + ["70000 g"]) == {"kg": "0.0 kg", "g": "70000 g"}


@pytest.mark.parametrize("label", ["class", "size"])
@pytest.mark.parametrize(
    ("ways", "listed"),
    [("yes no ja nein", "ja, nein, no, yes"), ("yes no 1 0", "0, 1, no, yes"), ("예 yes no", "no, yes, 예")],
)
def test_yes_in_several_ways_is_told(tmp_path: Path, ways: str, listed: str, label: str) -> None:
    words = ways.split()
    found = told(tmp_path / "t.csv", [words[k * 7 % 11 % len(words)] for k in range(80)], label)
    (sentence,) = [text for text in found if "several ways" in text]
    assert sentence.startswith("Column size says yes or no in several ways (")
    assert sorted(listed.split(", ")) == sorted(sentence.partition("(")[2].partition(")")[0].split(", "))
    assert f"count as {len(words)} different values" in sentence


@pytest.mark.parametrize("ways", ["yes no", "ja nein", "yes no maybe", "y n", "1 2 3", "true false"])
def test_yes_in_one_way_is_not(tmp_path: Path, ways: str) -> None:
    words = ways.split()
    assert not any("several" in text for text in told(tmp_path / "t.csv", [words[k % len(words)] for k in range(60)]))
