"""Lines that are no rows: units below the names, sums and notes at the end; and what only looks like them."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from engine.data.columns.proposal import propose
from engine.data.reading import read_sheet
from engine.data.sheet import Sheet, SheetOptions, kind_of
from engine.data.spec import DataSpec
from engine.data.text.lines import record_at, without_lines

FLOWERS = "".join(f"{i}.5,{i * 7 % 5}.25,{'ab'[i % 2]}\n" for i in range(1, 13))
SHOPS = "".join(f"shop {i},{i * 7 % 11},{i * 5 % 13}\n" for i in range(1, 13))
SUMS = sum(i * 7 % 11 for i in range(1, 13)), sum(i * 5 % 13 for i in range(1, 13))


def read(folder: Path, text: str, **options: object) -> Sheet:
    path = folder / "my.csv"
    path.write_text(text, encoding="utf-8")
    return read_sheet(path, SheetOptions(**options))  # type: ignore[arg-type]


@pytest.mark.parametrize(
    "below",
    [
        "(cm),(cm),\n",
        "cm,mm,\n",
        "°C,km/h,\n",
        "v1,v2,v3\n",
        "Length of it,Width of it,Kind of it\n",
        '"How long\nis it?","How wide?",\n',
        "원,개,\n",
    ],
)
def test_units_and_codes_below_the_names_are_no_row(tmp_path: Path, below: str) -> None:
    sheet = read(tmp_path, "length,width,kind\n" + below + FLOWERS)
    assert (sheet.n_rows, [kind_of(column) for column in sheet.columns]) == (12, ["number", "number", "text"])
    assert (sheet.names, sheet.writing.lines_left_out) == (("length", "width", "kind"), (2,))
    assert sheet.line_of(0) == 3 + below.count("\n") - 1, "all other lines keep their numbers"
    (told,) = [remark for remark in sheet.writing.remarks if "left out, for it says more" in str(remark)]
    assert told.mend is not None
    assert told.mend.edits == (("data.lines_left_out", ()),)


@pytest.mark.parametrize(
    "row", ["unknown,1.25,a\n", "unknown,unknown,a\n", "3.5,n.a.,b\n", "?,?,a\n", "-,-,\n", "missing,refused,a\n"]
)
def test_a_row_of_holes_is_a_row(tmp_path: Path, row: str) -> None:
    sheet = read(tmp_path, "length,width,kind\n" + row + FLOWERS)
    assert (sheet.n_rows, sheet.writing.lines_left_out) == (13, ())


def test_names_above_names_are_put_together(tmp_path: Path) -> None:
    sheet = read(tmp_path, "Sepal,,Kind\nlength,width,\n" + FLOWERS)
    assert sheet.names == ("Sepal length", "Sepal width", "Kind")
    again = read(tmp_path, "Sepal,,Kind\nlength,width,\n" + FLOWERS, lines_left_out=(2,))
    assert again.names == sheet.names


@pytest.mark.parametrize(
    ("end", "lines"),
    [
        ("Total,{},{}\n", (14,)),
        ("합계,{},{}\n평균,5.1,5.8\n", (14, 15)),
        ("Grand total (n = 12):,{},{}\nMax,10,12\n", (14, 15)),
        (",{},{}\n", (14,)),
        ("alle zusammen,{},{}\n", (14,)),
        ("Total,{},{}\nSource: the tax office,,\n", (14, 15)),
        ("\nSource: the tax office\n", (15,)),
    ],
)
def test_sums_and_notes_at_the_end_are_no_rows(tmp_path: Path, end: str, lines: tuple[int, ...]) -> None:
    sheet = read(tmp_path, "shop,may,june\n" + SHOPS + end.format(*SUMS))
    assert (sheet.n_rows, sheet.writing.lines_left_out) == (12, lines)
    told = [str(remark) for remark in sheet.writing.remarks]
    assert all(any(text.startswith(f"Line {line} is left out, for it ") for text in told) for line in lines)


@pytest.mark.parametrize(
    "end", ["Max,3,4\n", "shop 13,3,4\n", "shop 13,{},4\n", "Total recall,3,4\n", ",3,4\n", "Sum Lee,99,98\n"]
)
def test_what_looks_like_them_is_a_row(tmp_path: Path, end: str) -> None:
    sheet = read(tmp_path, "shop,may,june\n" + SHOPS + end.format(*SUMS))
    assert (sheet.n_rows, sheet.writing.lines_left_out) == (13, ())


def test_a_category_that_is_called_total_again_and_again_is_none(tmp_path: Path) -> None:
    rows = "".join(f"{who},{year},{year * len(who) % 97}\n" for year in range(2010, 2020) for who in ("Men", "Total"))
    assert read(tmp_path, "who,year,number\n" + rows).n_rows == 20


def test_what_is_said_counts_and_what_seems_to_be_no_row_is_told(tmp_path: Path) -> None:
    text = "shop,may,june\n" + SHOPS + "Total,{},{}\n".format(*SUMS)
    sheet = read(tmp_path, text, lines_left_out=())
    assert sheet.n_rows == 13
    (told,) = [remark for remark in sheet.writing.remarks if "seems to be no row: Total" in str(remark)]
    assert told.mend is not None
    assert told.mend.edits == (("data.lines_left_out", (14,)),)
    assert read(tmp_path, text, lines_left_out=(3, 14)).n_rows == 11


def test_an_experiment_keeps_what_was_found(tmp_path: Path) -> None:
    sheet = read(tmp_path, "length,width,kind\n(cm),(cm),\n" + FLOWERS)
    assert propose(sheet, DataSpec(source="my.csv")).lines_left_out == (2,)
    assert DataSpec().lines_left_out == (), "as experiments from before mean it"


def test_lines_are_blanked_in_their_places() -> None:
    text = b'a\n"b\nb",1\nc\n\nd'
    assert without_lines(text, (2,)) == b"a\n\n\nc\n\nd"
    assert without_lines(text, (1, 4, 6, 9)) == b'\n"b\nb",1\n\n\n'
    assert [record_at(text, line) for line in (1, 2, 4, 6, 7)] == ["a", '"b\nb",1', "c", "d", ""]
    long = b"".join(b"%d\n" % i for i in range(1, 100_001))
    rng = np.random.default_rng(0)
    for line in rng.integers(1, 100_001, 5).tolist():
        assert record_at(long, line) == str(line)
