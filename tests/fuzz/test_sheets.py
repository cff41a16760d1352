"""Tables of every format, damaged or forged, and text in every dialect: a sheet, or one sentence."""

from __future__ import annotations

import bz2
import csv
import gzip
import io
import lzma
import zipfile
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.data.reading import read_sheet
from engine.data.sheet import Sheet, SheetOptions, Words, kind_of
from tests.fuzz.hostile import damaged, many, read_in_small_pieces, tried

pytestmark = pytest.mark.nightly

ENCODINGS = ("utf-8", "utf-8-sig", "utf-16", "utf-16-le", "cp949", "cp1252", "gb18030", "cp932", "koi8-r")
CELLS = ["1", "-2.5", "1,5", "12%", "$3", '"1,234"', "1e5", "1e400", "0x1F", "1_000", "٣", "", " ", "NA", "?", "-"]
CELLS += ["True", "false", "2024-01-31", "31/12/2024", "2024-99-99", "cat", "고양이", "é", "長", "привет", '"', '""']
CELLS += [
    "a b",
    "\r",
    "\x1a",
    "#",
    "%",
    "x" * 300,
    "9" * 30,
    "inf",
    "nan",
    "None",
    "'a'",
    "sep=;",
    "\\",
    "\u00a05",
    "\0",
]
SEPARATORS = st.sampled_from([",", ";", "\t", "|", " ", "  "])
NEWLINES = st.sampled_from(["\n", "\r\n", "\r", "\r\r\n"])


@pytest.fixture(params=["whole", "pieces"], scope="module")
def path(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """Small files read at once, and as large ones are: in pieces of some lines."""
    with pytest.MonkeyPatch.context() as patch:
        if request.param == "pieces":
            read_in_small_pieces(patch)
        yield tmp_path_factory.mktemp("fuzz") / "my.csv"


@st.composite
def texts(draw: st.DrawFn) -> bytes:
    """Lines of cells, with what may stand above a table, in some encoding."""
    separator, newline = draw(SEPARATORS), draw(NEWLINES)
    cells = st.sampled_from(draw(st.sampled_from([CELLS, CELLS[:4], CELLS[:16], ["1", "22", "333"]])))
    width = draw(st.integers(1, 4))
    above = draw(st.lists(st.sampled_from(["# made by me", "Title", "sep=;", "", "% x", "Title,,"]), max_size=3))
    header = draw(st.sampled_from([[], ["a", "b", "c", "d"][:width], ["a", "a", "", "Unnamed: 0"][:width]]))
    rows = draw(st.lists(st.lists(cells, min_size=width, max_size=width), min_size=1, max_size=25))
    if draw(st.booleans()):
        rows[draw(st.integers(0, len(rows) - 1))] = draw(st.lists(cells, max_size=5))
    lines = [*above, *([separator.join(header)] if header else []), *(separator.join(row) for row in rows)]
    text = newline.join(lines) + draw(st.sampled_from(["", newline]))
    return text.encode(draw(st.sampled_from(ENCODINGS)), errors="replace")


options = st.builds(
    SheetOptions,
    header=st.sampled_from([None, None, True, False]),
    names_line=st.sampled_from([None, None, None, 0, 1, 2, 3, 9]),
    separator=st.sampled_from([None, None, ",", ";", " ", '"', "\n", "é", "a"]),
    decimal=st.sampled_from([None, None, ".", ","]),
    encoding=st.sampled_from([None, None, "utf-8", "utf-16", "latin-1", "cp949", "rot13", "no such"]),
)


def check(sheet: Sheet | None) -> None:
    """What every sheet is, whatever it was read from."""
    if sheet is None:
        return
    assert len(sheet.names) == len(set(sheet.names)) == len(sheet.columns)
    assert sheet.writing.columns == sheet.names
    for column in sheet.columns:
        assert len(column) == sheet.n_rows > 0
        kind_of(column)
        if isinstance(column, Words):
            assert column.codes.min() >= -1
            assert column.codes.max() < len(column.values)
        else:
            assert not column.flags.writeable
            assert column.dtype.kind != "f" or not np.isinf(column).any()
    assert sheet.line_of(sheet.n_rows - 1) >= sheet.n_rows - 1
    for remark in sheet.writing.remarks:
        assert str(remark).endswith(".")
        assert "\n" not in str(remark)


@given(data=texts(), options=options)
@many(150)
def test_text_in_any_dialect(path: Path, data: bytes, options: SheetOptions) -> None:
    check(tried("texts", path, data, lambda file: read_sheet(file, options, exact=("a",))))


@st.composite
def written(draw: st.DrawFn) -> tuple[bytes, list[tuple[str, list[object]]], bool]:
    """A table of columns of one kind each, as a program writes it, and what it holds; None is missing."""
    n_rows = draw(st.integers(3, 40))
    decimals = st.floats(-1e6, 1e6).map(lambda value: float(f"{value:.6g}"))
    words = st.sampled_from(["cat", "dog", "a b", "x,y", "5;6", 'say "x"', "고양이", "é"])
    some = st.sampled_from([st.integers(-999, 999), decimals, words, st.booleans()])
    kinds = draw(st.lists(some, min_size=1, max_size=4))
    holes = draw(st.booleans())
    columns = [("number", [float(value) for value in draw(st.lists(decimals, min_size=n_rows, max_size=n_rows))])]
    for place, kind in enumerate(kinds):
        cells = kind if not holes else st.one_of(kind, kind, kind, st.none())
        columns.append((f"c {place}", draw(st.lists(cells, min_size=n_rows, max_size=n_rows))))
    separator, decimal = draw(
        st.sampled_from([(",", "."), (";", "."), (";", ","), ("\t", "."), ("\t", ","), ("|", ".")])
    )
    missing, header = draw(st.sampled_from(["", "NA", "?", "null"])), draw(st.booleans())
    stream = io.StringIO()
    writer = csv.writer(stream, delimiter=separator, quoting=draw(st.sampled_from([csv.QUOTE_MINIMAL, csv.QUOTE_ALL])))
    if header:
        writer.writerow([name for name, _ in columns])
    for row in zip(*(cells for _, cells in columns), strict=True):
        writer.writerow(
            [
                missing if cell is None else str(cell).replace(".", decimal) if isinstance(cell, float) else cell
                for cell in row
            ]
        )
    return stream.getvalue().encode(draw(st.sampled_from(["utf-8", "utf-8-sig", "utf-16"]))), columns, header


@given(table=written())
@many(40)
def test_what_was_written_is_read(path: Path, table: tuple[bytes, list[tuple[str, list[object]]], bool]) -> None:
    data, columns, header = table
    sheet = tried("written tables", path, data, read_sheet)
    assert sheet is not None
    assert sheet.writing.header is header
    assert sheet.n_rows == len(columns[0][1])
    if header:
        assert sheet.names == tuple(name for name, _ in columns)
    for (_, wanted), column in zip(columns, sheet.columns, strict=True):
        for value, cell in zip(wanted, (column.texts() if isinstance(column, Words) else column).tolist(), strict=True):
            if value is None:
                assert cell is None or cell != cell
            elif isinstance(cell, float):
                assert np.float32(value) == np.float32(cell)
            else:
                assert str(cell) == str(value)


@given(data=texts(), rows=st.integers(1, 5))
@many(60)
def test_the_first_rows_alone(path: Path, data: bytes, rows: int) -> None:
    sheet = tried("texts", path, data, lambda file: read_sheet(file, rows=rows))
    check(sheet)
    assert sheet is None or sheet.n_rows <= rows


@given(data=st.binary(max_size=300) | texts().flatmap(damaged))
@many(150)
def test_any_bytes(path: Path, data: bytes) -> None:
    check(tried("bytes", path, data, read_sheet))


ARFF = b"% x\n@relation r\n@attribute 'a b' numeric\n@attribute c {x, 'y z'}\n@data\n1,x\n?,'y z'\n% c\n2.5,x\n"
ORANGE = b"a\tb\tc\nc\td\tstring\n\tclass\tmeta\n1\tx\tfoo\n2\ty\tbar\n"
TABLE = b"a,b\n" + b"1.5,x\n2,y\n" * 40


def zipped(files: dict[str, bytes]) -> bytes:
    result = io.BytesIO()
    with zipfile.ZipFile(result, "w", zipfile.ZIP_DEFLATED) as packed:
        for name, content in files.items():
            packed.writestr(name, content)
    return result.getvalue()


@cache
def arrays() -> bytes:
    result = io.BytesIO()
    np.savez(result, X=np.arange(12.0).reshape(6, 2), y=np.array([0, 1, 0, 1, 0, 1]))
    return result.getvalue()


@cache  # it holds the time
def excel() -> bytes:
    openpyxl = pytest.importorskip("openpyxl")
    book, result = openpyxl.Workbook(), io.BytesIO()
    for row in (["a", "b"], [1.5, "x"], [2, "y"]):
        book.active.append(row)
    book.save(result)
    return result.getvalue()


@cache
def parquet() -> bytes:
    pyarrow, writer = pytest.importorskip("pyarrow"), pytest.importorskip("pyarrow.parquet")
    result = io.BytesIO()
    writer.write_table(pyarrow.table({"a": [1.5, 2, None], "b": ["x", "y", "x"]}), result)
    return result.getvalue()


@given(data=st.sampled_from([ARFF, ORANGE]).flatmap(damaged))
@many(150)
def test_damaged_arff_and_orange(path: Path, data: bytes) -> None:
    check(tried("ARFF, Orange", path, data, read_sheet))


@given(pack=st.sampled_from([gzip.compress, bz2.compress, lzma.compress]), data=st.data())
@many(100)
def test_damaged_packs(path: Path, pack: object, data: st.DataObject) -> None:
    whole = zipped({"a.csv": TABLE}) if data.draw(st.booleans()) else pack(TABLE)  # type: ignore[operator]
    check(tried("packed", path, data.draw(damaged(whole)), read_sheet))


@given(data=st.deferred(lambda: damaged(arrays())))
@many(150)
def test_damaged_arrays(path: Path, data: bytes) -> None:
    check(tried("arrays", path, data, read_sheet))


@given(data=st.data())
@many(60)
def test_damaged_excel(path: Path, data: st.DataObject) -> None:
    """The zip file, and what is in it."""
    whole = excel()
    if data.draw(st.booleans()):
        with zipfile.ZipFile(io.BytesIO(whole)) as packed:
            files = {name: packed.read(name) for name in packed.namelist()}
        name = data.draw(st.sampled_from(sorted(files)))
        whole = zipped(files | {name: data.draw(damaged(files[name]))})
    else:
        whole = data.draw(damaged(whole))
    check(tried("Excel", path, whole, read_sheet))


@given(data=st.data())
@many(100)
def test_damaged_parquet(path: Path, data: st.DataObject) -> None:
    check(tried("Parquet", path, data.draw(damaged(parquet())), read_sheet))
