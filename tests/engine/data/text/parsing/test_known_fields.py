"""What is told by its bytes is what Python's own csv and float read, or it is left to pandas."""

from __future__ import annotations

import csv
import itertools
import random

import numpy as np
import pytest

from engine.data.sheet import Sheet, SheetOptions, Words
from engine.data.text.detection.find import find_writing
from engine.data.text.marks import MISSING
from engine.data.text.parsing import known_fields
from engine.data.text.parsing.known_fields import KnownFields
from engine.data.text.parsing.part import Part
from engine.data.text.parsing.plan import plan
from engine.data.text.read import read_text

NAMES = [
    "setosa",
    "",
    "exactly8",
    "exactly8.9",
    "사과",
    "가나다라마바사아자차",
    "NA",
    "x" * 16,
    "x" * 17,
    "x" * 24,
    "x" * 32,
]
NUMBERS = ["0.1", "-2.5", "", "1e-5", "NA", "0.1234567890123456", "+3", ".5", "5.", "12345.5"]


@pytest.fixture(autouse=True, params=["at once", "in blocks", "all at one place"])
def _any_size(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(known_fields, "_SMALLEST", 0)
    if request.param == "in blocks":
        monkeypatch.setattr(known_fields, "_FIRST_BLOCK", 10)
        monkeypatch.setattr(known_fields, "_BLOCK", 200)
    if request.param == "all at one place":
        monkeypatch.setattr(known_fields, "_SHIFT", np.uint64(63))


def table(separator: str = ",") -> str:
    rng = random.Random(0)
    lines = [[rng.choice(NUMBERS), rng.choice(NAMES), rng.choice(NUMBERS[:2])] for _ in range(300)]
    return "\n".join(separator.join(line) for line in [["a", "name", "b"], ["1", "setosa", "2"], *lines])


def part_of(text: str) -> Part | None:
    found = find_writing(text.encode(), SheetOptions(), file="my.csv")
    first = [fields for _, fields in itertools.islice(found.records(), 50)]
    return KnownFields(found, plan(found, (), first)).part(found.start, len(found.data))


def read(text: str) -> Sheet:
    return read_text(text.encode(), SheetOptions(), file="my.csv", name="my.csv")


@pytest.mark.parametrize("end", ["", "\n", "\n\n"])
@pytest.mark.parametrize("separator", [",", ";", "\t"])
def test_each_cell_is_what_python_reads(separator: str, end: str) -> None:
    text = table(separator) + end
    assert part_of(text) is not None
    sheet = read(text)
    _, *rows = (row for row in csv.reader(text.splitlines(), delimiter=separator) if row)
    names = sheet.column("name")
    assert isinstance(names, Words)
    assert names.texts().tolist() == [None if row[1] in MISSING else row[1] for row in rows]
    assert [*names.values] == sorted({row[1] for row in rows} - {*MISSING})
    for place, name in ((0, "a"), (2, "b")):
        wanted = np.array([np.nan if row[place] in MISSING else float(row[place]) for row in rows])
        np.testing.assert_array_equal(sheet.column(name), wanted.astype(np.float32))


@pytest.mark.parametrize(
    "line",
    [
        "1,setosa",
        "1,setosa,2,3",
        "1,setosa,2\n\n1,setosa,2",
        " ",
        "1, setosa,2",
        '1,"a,b",2',
        f"1,{'x' * 33},2",
        "red,setosa,2",
        "1e39,setosa,2",
    ],
)
def test_anything_else_is_left_to_pandas(line: str) -> None:
    assert part_of(table() + "\n" + line + "\n1,setosa,2\n") is None


def test_names_that_are_numbers_alone_in_a_piece_are_left_to_pandas() -> None:
    found = find_writing(b"a,name\n1,red\n2,blue\n3,blue\n4,007\n5,1.50\n", SheetOptions(), file="my.csv")
    planned = plan(found, (), [["1", "red"], ["2", "blue"], ["3", "blue"]])
    assert KnownFields(found, planned).part(found.data.index(b"4,"), len(found.data)) is None


def test_more_different_fields_than_the_table_is_made_for_are_left_to_pandas(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(known_fields, "_MOST", 5)
    assert part_of(table()) is None
