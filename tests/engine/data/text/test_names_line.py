"""The line that names the columns, as a person says it: whatever stands above it is not read."""

from __future__ import annotations

from pathlib import Path

import pytest

from engine.data.columns.proposal import propose
from engine.data.reading import read_sheet
from engine.data.sheet import Sheet, SheetOptions
from engine.data.spec import DataSpec
from engine.errors import DataError
from engine.experiment.edits.field_edits import edited
from engine.store.presets import REFERENCE, load_preset

FLOWERS = "".join(f"{i}.5,{i * 7 % 5}.25,{'ab'[i % 2]}\n" for i in range(1, 13))
NAMES = "length", "width", "kind"


def read(folder: Path, text: str, **options: object) -> Sheet:
    path = folder / "my.csv"
    path.write_text(text, encoding="utf-8")
    return read_sheet(path, SheetOptions(**options))  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("above", "line"),
    [
        ("", 1),
        ("My,flowers,here\n", 2),  # a title that looks like names
        ("1,2,3\n", 2),  # a line of numbers above
        ("Sepal,,Kind\n", 2),
        ("one,two,three\n\n# made by me\n", 4),
        ("sep=,\n1;2;3\n", 3),
        ('"a title\nin two lines",,\n', 3),
    ],
)
def test_names_are_in_the_line_that_is_said(tmp_path: Path, above: str, line: int) -> None:
    sheet = read(tmp_path, above + "length,width,kind\n" + FLOWERS, names_line=line)
    assert (sheet.names, sheet.n_rows, sheet.line_of(0)) == (NAMES, 12, line + 1)
    assert (sheet.writing.names_line, sheet.writing.header, sheet.writing.lines_left_out) == (line, True, ())
    proposed = propose(sheet, DataSpec(source="my.csv", names_line=line))
    assert (proposed.names_line, proposed.header) == (line, True)


def test_names_may_be_in_a_comment(tmp_path: Path) -> None:
    text = "# my flowers\n# length,width,kind\n" + FLOWERS
    assert read(tmp_path, text, names_line=2).names == NAMES
    assert read(tmp_path, text).writing.names_line == 2, "found out as well"


def test_what_is_found_out_is_said(tmp_path: Path) -> None:
    found = read(tmp_path, "My flowers\n\nlength,width,kind\n" + FLOWERS).writing
    assert found.names_line == 3
    assert found.beginning[:3] == ((1, "My flowers"), (3, "length,width,kind"), (4, "1.5,2.25,b"))
    assert read(tmp_path, FLOWERS).writing.names_line == 0


def test_none_has_the_names(tmp_path: Path) -> None:
    sheet = read(tmp_path, "length,width,kind\n" + FLOWERS, names_line=0)
    assert (sheet.n_rows, sheet.names[0], sheet.writing.header, sheet.writing.names_line) == (13, "column 1", False, 0)


def test_the_line_goes_before_header_and_before_lines_left_out(tmp_path: Path) -> None:
    text = "My,flowers,here\nlength,width,kind\n(cm),(cm),\n" + FLOWERS
    sheet = read(tmp_path, text, names_line=2, header=False, lines_left_out=(2, 3))
    assert (sheet.names, sheet.n_rows, sheet.writing.lines_left_out) == (NAMES, 12, (3,))
    found = read(tmp_path, text, names_line=2, lines_left_out=None)
    assert found.writing.lines_left_out == (3,), "units below are found out as ever"


@pytest.mark.parametrize("note", ["note: all in summer,,\n", "note: all in summer\n", "first,,\nsecond\n"])
def test_a_note_between_names_and_rows_is_no_row(tmp_path: Path, note: str) -> None:
    sheet = read(tmp_path, "length,width,kind\n" + note + FLOWERS)
    assert (sheet.names, sheet.n_rows) == (NAMES, 12)
    (told, *_) = [str(remark) for remark in sheet.writing.remarks]
    assert told.startswith("Line 2 is left out, for it is a note on the table: ")


@pytest.mark.parametrize(
    ("text", "line", "problem"),
    [
        ("length,width,kind\n\n" + FLOWERS, 2, "line 2: there is nothing"),
        ("length,width,kind\n" + FLOWERS, 60, "line 60: there is nothing"),
        ("My flowers\nlength,width,kind\n" + FLOWERS, 1, "line 1: 1 name, where most lines have 3 fields"),
        ("a,b,c,d,e\nlength,width,kind\n" + FLOWERS, 1, "line 1: 5 names, where most lines have 3 fields"),
        ("length,width,kind\n" + FLOWERS, 13, "a header, but no rows below it"),
    ],
)
def test_a_line_that_cannot_name_them_is_refused(tmp_path: Path, text: str, line: int, problem: str) -> None:
    with pytest.raises(DataError) as refusal:
        read(tmp_path, text, names_line=line)
    assert problem in str(refusal.value)


def test_the_two_fields_do_not_contradict_each_other() -> None:
    experiment = edited(load_preset(REFERENCE), "data.source", "my.csv")
    third = edited(experiment, "data.names_line", 3)
    assert (third.data.names_line, third.data.header) == (3, True)
    assert edited(third, "data.names_line", 0).data.header is False
    assert edited(third, "data.names_line", None).data.header is None
    without = edited(third, "data.header", False)
    assert (without.data.names_line, without.data.header) == (None, False)
