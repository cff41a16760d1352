"""The same small table in every format, packed or not, told by its content alone."""

from __future__ import annotations

import bz2
import datetime
import gzip
import lzma
import sys
import zipfile
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from engine.data.columns.proposal import propose
from engine.data.files.packed import most_unpacked
from engine.data.files.progress import CancelledError
from engine.data.reading import read_sheet
from engine.data.sheet import Sheet, SheetOptions, Words, kind_of
from engine.data.spec import DataSpec
from engine.errors import DataError

CSV = b"length,kind,day\n1.5,cat,2024-01-31\n,dog,2024-02-01\n3,cat,\n"


def values(sheet: Sheet) -> dict[str, list[Any]]:
    found = {}
    for name, column in zip(sheet.names, sheet.columns, strict=True):
        cells = column.texts() if isinstance(column, Words) else column
        found[name] = [None if cell is None or cell != cell else cell for cell in cells.tolist()]
    return found


def check(sheet: Sheet) -> None:
    days = [datetime.date(2024, 1, 31), datetime.date(2024, 2, 1), None]
    assert values(sheet) == {"length": [1.5, None, 3], "kind": ["cat", "dog", "cat"], "day": days}
    assert [kind_of(column) for column in sheet.columns] == ["number", "text", "date"]


def problem(path: Path, **options: Any) -> str:
    with pytest.raises(DataError) as error:
        read_sheet(path, **options)
    message = str(error.value)
    assert str(path) in message
    assert message.endswith((".", '".'))
    assert "\n" not in message
    return message


def zipped(path: Path, files: dict[str, bytes]) -> Path:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as packed:
        for name, content in files.items():
            packed.writestr(name, content)
    return path


# --- packed ----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("pack", [bytes, gzip.compress, bz2.compress, lzma.compress])
def test_packed_files_are_known_by_their_content(tmp_path: Path, pack: Any) -> None:
    path = tmp_path / "my.txt"
    path.write_bytes(pack(CSV))
    sheet = read_sheet(path)
    check(sheet)
    assert (sheet.file, sheet.name, sheet.writing.format) == (str(path), "my.txt", "CSV")
    assert read_sheet(path, rows=1).n_rows == 1


def test_several_streams_one_after_the_other(tmp_path: Path) -> None:
    path = tmp_path / "my.xz"
    for pack in (gzip.compress, bz2.compress, lzma.compress):
        path.write_bytes(pack(CSV[:20]) + pack(CSV[20:]))
        check(read_sheet(path))


def test_a_zip_file_of_one(tmp_path: Path) -> None:
    files = {"folder/": b"", "folder/my.csv": CSV, "__MACOSX/._my.csv": b"x", "folder/.DS_Store": b"y"}
    check(read_sheet(zipped(tmp_path / "my.zip", files)))


def test_a_zip_file_of_several_says_which(tmp_path: Path) -> None:
    assert "holds 2 files (a.csv, b.csv): unpack it" in problem(
        zipped(tmp_path / "my.zip", {"a.csv": CSV, "b.csv": CSV})
    )
    assert "empty zip file" in problem(zipped(tmp_path / "none.zip", {"folder/": b""}))


@pytest.mark.parametrize("pack", [gzip.compress, bz2.compress, lzma.compress])
def test_half_a_file_and_damage(tmp_path: Path, pack: Any) -> None:
    rng = np.random.default_rng(0)
    whole = pack(CSV + b"1,cat,2024-01-31\n" * 50 + rng.integers(97, 120, 5000, np.uint8).tobytes())
    path = tmp_path / "my.csv"
    path.write_bytes(whole[: len(whole) // 2])
    assert "cut short or damaged" in problem(path)
    path.write_bytes(whole[:100] + b"xxxx" + whole[104:])
    assert "cut short or damaged" in problem(path)


@pytest.mark.parametrize("pack", [gzip.compress, bz2.compress, lzma.compress])
def test_a_bomb_is_not_unpacked(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, pack: Any) -> None:
    monkeypatch.setattr("engine.data.files.packed._ALWAYS", 10_000)
    path = tmp_path / "my.csv"
    path.write_bytes(pack(b"a,b\n" + b"1,2\n" * 50_000))
    assert "unpacks to more than" in problem(path)


@pytest.mark.parametrize(
    ("size", "most"), [(100, 64), (1, 64), (2**20, 200), (10 * 2**20, 512), (25 * 2**20, 512), (80 * 2**20, 1600)]
)
def test_what_a_packed_file_may_hold(size: int, most: int) -> None:
    """In MB. Ten megabytes of nothing do not fill the memory."""
    assert most_unpacked(size) == most * 2**20


@pytest.mark.parametrize("pack", [bytes, gzip.compress])
def test_whoever_waits_can_stop_it(tmp_path: Path, pack: Any) -> None:
    """Each few million of bytes are announced, unpacked or not."""
    path = tmp_path / "my.csv"
    content = b"a,b\n" + b"1.5,x\n" * 1_500_000
    calls = list[int]()
    path.write_bytes(pack(content))
    read_sheet(path, report=lambda done, total: calls.append(done))
    assert len(calls) > 2

    def stop(done: int, total: int) -> None:
        calls.append(done)
        if len(calls) > 1:
            raise CancelledError("{name} is not read.", name="my.csv")

    calls.clear()
    with pytest.raises(CancelledError):
        read_sheet(path, report=stop)
    assert len(calls) == 2


# --- other formats ---------------------------------------------------------------------------------------------------


def test_arff(tmp_path: Path) -> None:
    path = tmp_path / "my.data"
    path.write_text(
        "% about it\n\n@RELATION iris\n@attribute 'sepal length' NUMERIC % in cm\n@ATTRIBUTE class {setosa, 'a b'}\n"
        "@attribute note string\n@attribute day date yyyy-MM-dd\n\n@DATA\n"
        "5.1,setosa,'it''s, well',2024-01-31\n% a comment\n?, 'a b' ,\"x\",?\n"
    )
    sheet = read_sheet(path)
    assert sheet.names == ("sepal length", "class", "note", "day")
    assert values(sheet)["sepal length"] == [pytest.approx(5.1), None]
    assert values(sheet)["class"] == ["setosa", "a b"]
    assert values(sheet)["note"][0] == "it's, well"
    assert [sheet.hints[name].kind for name in sheet.names] == ["number", "category", None, "date"]
    assert sheet.writing.format == "ARFF"
    assert (sheet.line_of(0), sheet.line_of(1)) == (10, 12)


@pytest.mark.parametrize(
    ("content", "part"),
    [
        ("@relation x\n@attribute a numeric\n1\n", "one with @data"),
        ("@relation x\n@attribute a numeric\n@data\n{0 1}\n", "sparsely"),
        ("@relation x\n@attribute a\n@data\n1\n", "line 2: an attribute without"),
        ("@relation x\n@attribute a fish\n@data\n1\n", "line 2: an attribute of an unknown kind"),
        ("@relation x\n@attribute a numeric\n@data\n1,2\n3,4\n", "2 fields, where the header has 1"),
    ],
)
def test_arff_that_is_none(tmp_path: Path, content: str, part: str) -> None:
    path = tmp_path / "my.arff"
    path.write_text(content)
    assert part in problem(path)


def test_orange_with_three_lines_of_header(tmp_path: Path) -> None:
    path = tmp_path / "my.tab"
    path.write_text("length\tkind\tname\tcolor\nc\td\tstring\ta b\n\tclass\tmeta\n1.5\tcat\tTom\ta\n?\tdog\tRex\tb\n")
    sheet = read_sheet(path)
    assert values(sheet) == {"length": [1.5, None], "kind": ["cat", "dog"], "name": ["Tom", "Rex"], "color": ["a", "b"]}
    assert [sheet.hints[name].role for name in sheet.names] == [None, "label", "ignored", None]
    assert [sheet.hints[name].kind for name in sheet.names] == ["number", "category", None, "category"]
    assert (sheet.writing.format, sheet.line_of(0)) == ("Orange", 4)


def test_orange_with_one_line_of_header(tmp_path: Path) -> None:
    path = tmp_path / "my.tab"
    path.write_text("C#length\tcD#kind\tmS#name\tD#level\tplain\n1.5\tcat\tTom\t1\t5\n2\tdog\tRex\t2\t6\n")
    sheet = read_sheet(path)
    assert sheet.names == ("length", "kind", "name", "level", "plain")
    assert [sheet.hints[name].role for name in sheet.names] == [None, "label", "ignored", None, None]
    assert [sheet.hints[name].kind for name in sheet.names] == ["number", "category", None, "category", None]


def test_excel(tmp_path: Path) -> None:
    openpyxl = pytest.importorskip("openpyxl")
    book = openpyxl.Workbook()
    book.create_sheet("data")
    rows = [
        ["Measured in May"],
        [],
        ["length", "kind", "day"],
        [1.5, "cat", datetime.datetime(2024, 1, 31)],
        [None, "dog", datetime.date(2024, 2, 1)],
        [3, "cat"],
    ]
    for row in rows:
        book["data"].append(row)
    path = tmp_path / "my.csv"
    book.save(path)
    sheet = read_sheet(path)
    check(sheet)
    assert [str(remark) for remark in sheet.writing.remarks] == [
        "Read is sheet data of Sheet, data.",
        "A line above the table is not read: Measured in May.",
    ]
    assert (sheet.writing.format, sheet.line_of(0)) == ("Excel", 4)
    assert read_sheet(path, rows=2).n_rows == 2
    assert read_sheet(path, SheetOptions(header=False)).names[0] == "column 1"


Rows = list[list[object]]


def workbook(path: Path, sheets: dict[str, Rows], hidden: tuple[str, ...] = ()) -> Path:
    openpyxl = pytest.importorskip("openpyxl")
    book = openpyxl.Workbook()
    book.remove(book.active)
    for name, rows in sheets.items():
        sheet = book.create_sheet(name)
        for row in rows:
            sheet.append(row)
        if name in hidden:
            sheet.sheet_state = "hidden"
    book.save(path)
    return path


COVER: list[list[object]] = [
    ["Quarterly report"],
    [],
    ["Author", "Kim"],
    ["Version", 1.5],
    ["Rows", 60],
    ["Year", 2024],
]
MEANINGS: list[list[object]] = [
    ["no", "column", "meaning"],
    *([i, f"column {i}", "what it means"] for i in range(1, 9)),
]
FLOWERS: list[list[object]] = [["width", "height", "kind"], *([i / 2, i / 3, "abc"[i % 3]] for i in range(60))]
LIST: Rows = [["name", "town"], *([f"n{i}", "Rome"] for i in range(20))]


@pytest.mark.parametrize(
    ("sheets", "hidden", "read"),
    [
        ({"Cover": COVER, "Meaning": MEANINGS, "Flowers": FLOWERS}, (), "Flowers"),
        ({"Empty": [], "Notes": [["see below"]], "Flowers": FLOWERS, "Cover": COVER}, (), "Flowers"),
        ({"2023": FLOWERS[:21], "2024": FLOWERS}, (), "2023"),
        ({"Old": FLOWERS, "New": FLOWERS[:21]}, ("Old",), "New"),
        ({"Notes": [["see below"]], "List": LIST}, (), "List"),
        ({"Notes": [["see below"]], "Empty": []}, (), "Notes"),
    ],
)
def test_the_sheet_of_a_workbook_that_looks_like_a_table_is_read(
    tmp_path: Path, sheets: dict[str, Rows], hidden: tuple[str, ...], read: str
) -> None:
    path = workbook(tmp_path / "my.xlsx", sheets, hidden)
    if read == "Notes":
        assert "has a header, but no rows" in problem(path)
        return
    found = read_sheet(path)
    assert (found.writing.sheet, found.writing.sheets) == (read, tuple(sheets))
    assert str(found.writing.remarks[0]).startswith(f"Read is sheet {read} of ")


def test_a_sheet_can_be_asked_for(tmp_path: Path) -> None:
    path = workbook(tmp_path / "my.xlsx", {"2023": FLOWERS, "2024": FLOWERS[:21], "Empty": []})
    assert read_sheet(path, SheetOptions(sheet="2024")).n_rows == 20
    assert DataSpec(sheet=2024).sheet == "2024", "as the command line says it"
    found = problem(path, options=SheetOptions(sheet="2025"))
    assert "has no sheet 2025: it has 2023, 2024, Empty." in found
    assert "sheet Empty is empty." in problem(path, options=SheetOptions(sheet="Empty"))
    proposed = propose(read_sheet(path, SheetOptions(sheet="2024")), DataSpec(source=str(path)))
    assert (proposed.sheet, proposed.header) == ("2024", True)


def test_of_two_sheets_the_other_is_offered(tmp_path: Path) -> None:
    path = workbook(tmp_path / "my.xlsx", {"Flowers": FLOWERS, "Cover": COVER})
    mend = read_sheet(path).writing.remarks[0].mend
    assert mend is not None
    assert (str(mend.text), mend.edits) == ("Read Cover instead", (("data.sheet", "Cover"),))


@pytest.mark.parametrize("content", [b"<worksheet/>", b""])
def test_excel_that_is_none(tmp_path: Path, content: bytes) -> None:
    pytest.importorskip("openpyxl")
    assert "no Excel file" in problem(zipped(tmp_path / "my.xlsx", {"xl/workbook.xml": content}))
    (tmp_path / "half.xlsx").write_bytes((tmp_path / "my.xlsx").read_bytes()[:60])
    assert "cut short or damaged" in problem(tmp_path / "half.xlsx")


def test_parquet(tmp_path: Path) -> None:
    pyarrow = pytest.importorskip("pyarrow")
    parquet = pytest.importorskip("pyarrow.parquet")
    table = pyarrow.table(
        {
            "length": pyarrow.array([1.5, None, 3.0]),
            "kind": pyarrow.array(["cat", "dog", "cat"]).dictionary_encode(),
            "day": pyarrow.array([datetime.date(2024, 1, 31), datetime.date(2024, 2, 1), None]),
            "yes": [True, False, True],
            "n": [1, 2, 2**40],
            "word": ["a", None, "b"],
            "time": pyarrow.array([0, 1, None], pyarrow.timestamp("us")),
            "__index_level_0__": [0, 1, 2],
        }
    )
    path = tmp_path / "my.csv"
    parquet.write_table(table, path)
    sheet = read_sheet(path)
    assert sheet.names == (*table.column_names[:-1], "column 8")
    assert sheet.unnamed == {"column 8"}
    found = values(sheet)
    assert (found["length"], found["kind"]) == ([1.5, None, 3], ["cat", "dog", "cat"])
    assert found["yes"] == [True, False, True]
    assert (found["n"], found["word"]) == ([1, 2, 2**40], ["a", None, "b"])
    assert [kind_of(column) for column in sheet.columns][-2:] == ["date", "number"]
    assert read_sheet(path, rows=2).n_rows == 2
    path.write_bytes(path.read_bytes()[:-20])
    assert "cut short or damaged" in problem(path)


@pytest.mark.parametrize(("module", "extra"), [("openpyxl", "excel"), ("pyarrow.parquet", "parquet")])
def test_a_reader_that_is_not_installed_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, module: str, extra: str
) -> None:
    monkeypatch.setitem(sys.modules, module, None)
    path = zipped(tmp_path / "my.file", {"xl/workbook.xml": b""})
    if extra == "parquet":
        path.write_bytes(b"PAR1" + bytes(20) + b"PAR1")
    assert f'pip install "nn-playground[{extra}]"' in problem(path)


def test_arrays_of_numpy(tmp_path: Path) -> None:
    path = tmp_path / "my.data"
    x = np.array([[1, 2.5], [3, np.nan]])
    with path.open("wb") as stream:
        np.savez_compressed(stream, X=x, y=np.array(["cat", "dog"]), names=np.array(["a"]))
    sheet = read_sheet(path)
    assert sheet.names == ("x1", "x2", "label")
    assert values(sheet) == {"x1": [1, 3], "x2": [2.5, None], "label": ["cat", "dog"]}
    assert sheet.numbers((0, 1)) is sheet.block
    assert sheet.hints["label"].role == "label"


def test_pictures_of_keras(tmp_path: Path) -> None:
    path = tmp_path / "mnist.npz"
    x = np.arange(5 * 4 * 4, dtype=np.uint8).reshape(5, 4, 4)
    np.savez(
        path, x_test=x[3:], x_train=x[:3], y_train=np.array([0, 1, 2], np.uint8), y_test=np.array([1, 0], np.uint8)
    )
    sheet = read_sheet(path)
    assert sheet.names == (*(f"pixel{place}" for place in range(16)), "label")
    assert sheet.numbers(range(16)).tolist() == x.reshape(5, 16).tolist()
    assert values(sheet)["label"] == [0, 1, 2, 1, 0]
    assert "Rows of train, test are joined" in str(sheet.writing.remarks[0])


@pytest.mark.parametrize(
    ("arrays", "part"),
    [
        ({"a": np.zeros(3), "b": np.zeros(3)}, "needs an array called X and one called y; those of numbers are a, b"),
        ({"X": np.zeros((3, 2)), "y": np.zeros(2)}, "shapes 3 x 2 and 2"),
        ({"X": np.zeros(3), "y": np.zeros(3)}, "shapes 3 and 3"),
        ({"X": np.array([[object()]]), "y": np.zeros(1)}, "needs an array called X and one called y"),
    ],
)
def test_arrays_that_do_not_fit(tmp_path: Path, arrays: dict[str, Any], part: str) -> None:
    np.savez(tmp_path / "my.npz", **arrays)
    assert part in problem(tmp_path / "my.npz")


def test_arrays_that_promise_too_much(tmp_path: Path) -> None:
    path = tmp_path / "my.npz"
    np.savez(path, X=np.zeros((3, 2)), y=np.zeros(3))
    for forged in (b"(3, 9)", b"(99999999, 99999999)"):
        with zipfile.ZipFile(path) as packed:
            files = {name: packed.read(name) for name in packed.namelist()}
        files["X.npy"] = files["X.npy"].replace(b"(3, 2), }", forged + b", }")
        zipped(tmp_path / "forged.npz", files)
        assert problem(tmp_path / "forged.npz")


@pytest.mark.parametrize("text", ['[{"a": 1}]', ' {\n  "a": [1, 2]}', "[[1, 2], [3, 4]]", '\ufeff[ {"a":1} ]'])
def test_json_is_called_by_its_name(tmp_path: Path, text: str) -> None:
    path = tmp_path / "my.csv"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(DataError, match="is a JSON file: rows are read from tables"):
        read_sheet(path)
