"""CSV files of random bytes, and tables with faults: read as Python's own csv and float do, or refused."""

from __future__ import annotations

import csv
import gzip
import io
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.data import Table, load_table
from engine.data.columns.column import Column
from engine.data.spec import DataSpec
from tests.fuzz.hostile import damaged, many, read_in_small_pieces, tried

pytestmark = pytest.mark.nightly

ENCODINGS = ("utf-8", "utf-8-sig", "utf-16", "cp949")
WORDS = ["cat", "dog", "고양이", "a b", "None", "NA", "True", "x" * 50]
WHOLE = st.integers(0, 99).map(str) | st.sampled_from(["0", "007", "1234567", "12345678", "-1", "9" * 30])
DECIMAL = st.floats(-1e6, 1e6).map(lambda value: f"{value:.6g}") | st.sampled_from(["1e5", ".5", "5.", "-0", "1E-9"])
FAULTS = ["", " ", "nan", "inf", "-inf", "1e400", "1e39", "True", "?", '"', '"1"', "1;2", "1,2", "٣", "1_000", "0x1F"]
FAULTS += ["\0", "\r", "+1", "--1", "1.2.3", "1e", "infinity", "NaN", "NULL", "\u00a05", "1 2", "-", ".", "\x1a"]


@pytest.fixture(params=["whole", "pieces"], scope="module")
def path(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """Small files read at once, and as large ones are: in pieces of some lines."""
    with pytest.MonkeyPatch.context() as patch:
        if request.param == "pieces":
            read_in_small_pieces(patch)
        yield tmp_path_factory.mktemp("fuzz") / "my.csv"


@st.composite
def tables(draw: st.DrawFn) -> tuple[bytes, str, str]:
    """A table in which perhaps something is wrong, its encoding and its separator."""
    separator, encoding = draw(st.sampled_from(",;\t")), draw(st.sampled_from(ENCODINGS))
    n_features, n_rows = draw(st.integers(1, 4)), draw(st.integers(1, 30))
    cells = draw(st.sampled_from([WHOLE, DECIMAL]))
    labels = st.sampled_from(draw(st.sampled_from([WORDS, ["0", "1", "7"], ["1.0", "2.0", "1"]])))
    rows = [[draw(cells) for _ in range(n_features)] + [draw(labels)] for _ in range(n_rows)]
    header = [f"f{index}" for index in range(n_features)] + ["label"]
    for _ in range(draw(st.sampled_from([0, 0, 1, 2]))):
        row = draw(st.integers(0, n_rows - 1))
        match draw(st.sampled_from(["cell", "cell", "label", "short", "long", "blank", "header"])):
            case "cell":
                rows[row][0] = draw(st.sampled_from(FAULTS))
            case "label":
                rows[row][-1] = draw(st.sampled_from(FAULTS))
            case "short":
                rows[row] = rows[row][:1]
            case "long":
                rows[row] = [*rows[row], "1"]
            case "blank":
                rows[row] = [draw(st.sampled_from(["", " ", "\t"]))]
            case "header":
                header[0] = draw(st.sampled_from(["label", "", "1", '"a', " f0 ", "f1"]))
    newline = draw(st.sampled_from(["\n", "\n", "\r\n", "\r"]))
    text = newline.join(separator.join(row) for row in [header, *rows]) + draw(st.sampled_from(["", newline]))
    return text.encode(encoding, errors="replace"), encoding, separator


def read(path: Path) -> Table:
    return load_table(DataSpec(source=str(path)))


@given(table=tables())
@many(120)
def test_tables_with_faults(path: Path, table: tuple[bytes, str, str]) -> None:
    data, encoding, separator = table
    found = tried("CSV tables", path, data, read)
    if found is not None:
        check(found, data, encoding, separator)


def check(table: Table, data: bytes, encoding: str, separator: str) -> None:
    """Cell by cell, with float() and the csv module: each is what it says, or counts as missing."""
    text = data.decode("utf-8-sig" if encoding == "utf-8" else encoding)
    blank = " \n" if separator == "\t" else " \t\n"
    lines = [line for line in io.StringIO(text, newline=None) if line.strip(blank)]
    header, *records = csv.reader(lines, delimiter=separator)
    names = [name.strip() for name in header]
    place = names.index("label")
    assert table.sheet is not None
    if table.sheet.names != tuple(names) or table.sheet.writing.separator != separator:
        return  # mended, or taken for another table: what becomes of such is tested elsewhere
    records = [fields for fields in records if len(fields) > place and fields[place].strip() not in ("", "nan", "NaN")]
    assert len(records) == table.n_rows
    for row, fields in enumerate(records):
        for column, value in zip(table.columns, table.features[row], strict=True):
            if not np.isnan(value):
                check_cell(column, float(value), fields[names.index(column.name)], table.sheet.writing.decimal)
        label, name = fields[place].strip(), table.classes[table.labels[row]]
        assert label == name or float(label) == float(name)


def check_cell(column: Column, value: float, field: str, decimal: str) -> None:
    name = column.categories[int(value)] if column.categories else ""
    if name and name == field.strip():
        return
    wanted = float(name) if name else value
    assert wanted == pytest.approx(as_float(field, decimal), rel=3e-7)


def as_float(field: str, decimal: str) -> float:
    words = {"True": 1.0, "False": 0.0}
    if field.strip() in words:
        return words[field.strip()]
    is_comma = decimal == "," or "," in field  # a column may show a mark of its own
    return float(field.replace(".", "").replace(",", ".") if is_comma else field)


@given(
    data=st.binary(max_size=300) | st.sampled_from(ENCODINGS).map("a,b,label\n1,2,개\n3,4,새\n".encode).flatmap(damaged)
)
@many(200)
def test_any_bytes(path: Path, data: bytes) -> None:
    table = tried("CSV bytes", path, data, read)
    if table is not None:
        assert not np.isinf(table.features).any()
        assert len(table.labels) == table.n_rows
        assert table.labels.max() < len(table.classes)


@given(data=damaged(gzip.compress(b"a,label\n" + b"1,x\n2,y\n" * 50)))
@many(60)
def test_damaged_gzip(path: Path, data: bytes) -> None:
    tried("CSV gzip", path, data, read)
