"""Tables in text files, written in every way that people and programs do, against what a person reads in them."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest

from engine.data.sheet import Sheet, SheetOptions, Words, kind_of, n_missing
from engine.data.text.read import read_text
from engine.errors import DataError


def read(content: str | bytes, exact: tuple[str, ...] = (), rows: int | None = None, **options: Any) -> Sheet:
    data = content if isinstance(content, bytes) else content.encode()
    return read_text(data, SheetOptions(**options), file="my.csv", name="my.csv", exact=exact, rows=rows)


def values(sheet: Sheet) -> list[list[Any]]:
    """A list a column; None for what is missing."""
    found = []
    for column in sheet.columns:
        cells = column.texts() if isinstance(column, Words) else column
        found.append([None if cell is None or cell != cell else cell for cell in cells.tolist()])
    return found


def remarks(sheet: Sheet) -> list[str]:
    return [str(remark) for remark in sheet.writing.remarks]


def problem(content: str, **options: Any) -> str:
    with pytest.raises(DataError) as error:
        read(content, **options)
    message = str(error.value)
    assert message.startswith("my.csv")
    assert message.endswith(".")
    assert "\n" not in message
    return message


# --- separators, decimals, lines -----------------------------------------------------------------------------------


@pytest.mark.parametrize("separator", [",", ";", "\t", "|"])
@pytest.mark.parametrize("newline", ["\n", "\r\n", "\r", "\r\r\n"])
@pytest.mark.parametrize("end", [True, False])
def test_separators_and_line_ends(separator: str, newline: str, end: bool) -> None:
    text = "a,label,b\n1,cat,2.5\n-3,dog,4\n5e1,cat,6" + "\n" * end
    sheet = read(text.replace(",", separator).replace("\n", newline))
    assert sheet.names == ("a", "label", "b")
    assert values(sheet) == [[1, -3, 50], ["cat", "dog", "cat"], [2.5, 4, 6]]
    assert sheet.writing.separator == separator
    assert (sheet.line_of(0), sheet.line_of(2)) == (2, 4)


@pytest.mark.parametrize("blank", ["   ", " "])
def test_runs_of_blanks(blank: str) -> None:
    text = '  18.0   8   307.0 "chevrolet chevelle"\n  15.0   8   350.0 "buick skylark"  \n  ?   4   120.5 ford\n'
    sheet = read(text.replace("   ", blank))
    assert values(sheet) == [
        [18, 15, None],
        [8, 8, 4],
        [307, 350, 120.5],
        ["chevrolet chevelle", "buick skylark", "ford"],
    ]
    assert sheet.writing.separator == " "
    assert not sheet.writing.header


@pytest.mark.parametrize("header", ["Länge;Breite;Art\n", ""])
def test_decimal_commas(header: str) -> None:
    sheet = read(f"{header}1,5;2,25;a\n3,0;4;b\n0,125;1.234,5;a\n")
    assert values(sheet) == [[1.5, 3, 0.125], [2.25, 4, 1234.5], ["a", "b", "a"]]
    assert (sheet.writing.decimal, sheet.writing.header) == (",", bool(header))


@pytest.mark.parametrize(
    ("cells", "wanted"),
    [
        (['"11,288"', '"8,908"', "12"], [11288, 8908, 12]),
        (["12%", "15.5 %", "-3%"], [12, 15.5, -3]),
        (["$1", "$2.50", "€ 3"], [1, 2.5, 3]),
        (['"$1,200.50"', '"($300)"', "-$5"], [1200.5, -300, -5]),
        (["1 234", "12 345 678", "5"], [1234, 12345678, 5]),
        (["−1.5", "2", "+3"], [-1.5, 2, 3]),
        ([" 1 ", " 2", "3 "], [1, 2, 3]),
        (["1e5", "1E-3", "-.5"], [100000, 0.001, -0.5]),
    ],
)
def test_numbers_as_people_write_them(cells: list[str], wanted: list[float]) -> None:
    sheet = read("a,b\n" + "".join(f"{cell},x\n" for cell in cells))
    assert kind_of(sheet.columns[0]) == "number"
    np.testing.assert_allclose(sheet.columns[0], wanted, rtol=1e-6)  # type: ignore[arg-type]


def test_said_is_said() -> None:
    text = "1,5\n2,5\n"
    assert values(read(text, separator=";", decimal=",")) == [[1.5, 2.5]]
    assert values(read(text, separator=",")) == [[1, 2], [5, 5]]
    assert read(text, separator=",", header=True).names == ("1", "5")
    assert values(read("a,b\n1,2\n", header=False)) == [["a", "1"], ["b", "2"]]


# --- above the table ---------------------------------------------------------------------------------------------


def test_titles_and_comments() -> None:
    sheet = read("Measured in May, by me\n\na,b,c,d\n1,2,3,4\n5,6,7,8\n")
    assert (sheet.names, sheet.n_rows, sheet.line_of(0)) == (("a", "b", "c", "d"), 2, 4)
    assert remarks(sheet) == ["A line above the table is not read: Measured in May, by me."]
    for mark in "#%":
        sheet = read(f"{mark} one\n{mark} two\na,b\n1,2\n{mark} three, four, five\n3,4\n")
        assert values(sheet) == [[1, 3], [2, 4]]
        assert sheet.line_of(1) == 6
        assert remarks(sheet) == [f"2 lines above the table are not read; the first is: {mark} one."]


def test_a_title_padded_by_a_spreadsheet() -> None:
    assert values(read("Report,,\n,,\na,b,c\n1,2,3\n4,5,6\n")) == [[1, 4], [2, 5], [3, 6]]


def test_the_separator_may_be_said_in_the_file() -> None:
    sheet = read("sep=;\na;b\n1,5;x\n2;y\n")
    assert (values(sheet), remarks(sheet)) == ([[1.5, 2], ["x", "y"]], [])


def test_names_in_a_comment_as_numpy_writes_them() -> None:
    sheet = read("# a b c\n1.0 2.0 3.0\n4.0 5.0 6.0\n")
    assert (sheet.names, sheet.writing.header, sheet.n_rows) == (("a", "b", "c"), True, 2)
    assert read("# a b c\n1.0 2.0 3.0\n4.0 5.0 6.0\n", header=True).n_rows == 2


def test_values_that_begin_with_a_mark_are_values() -> None:
    assert values(read("#ff0000,1\n#00ff00,2\n")) == [["#ff0000", "#00ff00"], [1, 2]]
    assert values(read("color,n\n#ff0000,1\nred,2\n")) == [["#ff0000", "red"], [1, 2]]


# --- header or none ------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("content", "header"),
    [
        ("5.1,3.5,Iris-setosa\n7.0,3.2,Iris-virginica\n4.7,3.2,Iris-setosa\n", False),
        ("5,0,0,1\n4,0,0,1\n", False),
        ("a,x\nb,y\na,x\n", False),
        ("color,taste\nred,good\nblue,bad\n", True),
        ("0,1,2,3,label\n1,2,3,4,x\n2,3,4,5,y\n", True),
        ("0,1,2,3\n1,2,3,4\n2,3,4,5\n", True),
        ("country,2019,2020\nA,5,6\nB,7,8\n", True),
        ("height,density,quality\n7.4,,5\n7.8,0.99,5\n", True),
        ("x\n1\n2\n", True),
        ("1\n2\n3\n", False),
        ("day,value\n2024-01-02,1\n", True),
        ("2024-01-01,1\n2024-01-02,1\n", False),
        ("?,a\n1,b\n2,a\n", False),
        ("1,2,3\n", False),
    ],
)
def test_a_header_is_told_from_a_row_and_no_row_is_lost(content: str, header: bool) -> None:
    sheet = read(content)
    assert sheet.writing.header is header
    assert sheet.n_rows == len(content.splitlines()) - header
    if not header:
        assert sheet.names == tuple(f"column {place}" for place in range(1, len(sheet.names) + 1))
        assert "The first line is a row like the others" in remarks(sheet)[0]


def test_a_name_that_is_known_makes_a_header() -> None:
    assert not read("label,x\nlabel,y\n").writing.header
    assert read("label,x\nlabel,y\n", exact=("label",)).writing.header


def test_unnamed_and_repeated_columns() -> None:
    sheet = read(",a,a,b,\n0,1,2,3,\n1,5,6,7,\n")
    assert sheet.names == ("column 1", "a", "a 2", "b", "column 5")
    assert sheet.unnamed == {"column 1", "column 5"}
    assert remarks(sheet) == [
        "Columns without a name are called by their place: column 1, column 5.",
        "Names that come twice have got a number: a 2.",
    ]
    assert read("a,a 2,a\n1,2,3\n4,5,6\n").names == ("a", "a 2", "a 3")
    assert read("Unnamed: 0,a\n0,1\n1,2\n").unnamed == {"Unnamed: 0"}


def test_names_of_rows_as_r_writes_them() -> None:
    sheet = read('"a","b"\n"r1",1,2\n"r2",3,4\n')
    assert (sheet.names, values(sheet)) == (("column 1", "a", "b"), [["r1", "r2"], [1, 3], [2, 4]])


@pytest.mark.parametrize("header", ["a,b,c", "a,b,c,"])
def test_a_separator_at_the_end_of_each_line(header: str) -> None:
    sheet = read(f"{header}\n1,2,3,\n4,5,6,\n")
    assert values(sheet)[:3] == [[1, 4], [2, 5], [3, 6]]
    assert n_missing(sheet.columns[-1]) == (2 if header.endswith(",") else 0)
    assert values(read("a,b,c,\n1,2,3\n4,5,6\n")) == [[1, 4], [2, 5], [3, 6]]


def test_quoted_names() -> None:
    assert read('"my, name","two\nlines"\n1,2\n3,4\n').names == ("my, name", "two\nlines")


# --- missing, unreadable, ragged -----------------------------------------------------------------------------------


def test_words_for_nothing() -> None:
    sheet = read("a,b,c\n1,NA,x\n?,2,y\n3,-,N/A\n , ,\nn/a,null,z\n")
    assert values(sheet) == [[1, None, 3, None, None], [None, 2, None, None, None], ["x", "y", None, None, "z"]]


def test_a_class_may_be_called_none() -> None:
    sheet = read("a,label\n1,None\n2,NA\n3,null\n4,\n", exact=("label",))
    assert values(sheet)[1] == ["None", "NA", "null", None]


def test_a_few_cells_that_are_no_numbers_are_missing_and_told() -> None:
    rows = [f"{i},{'xy'[i % 2]}\n" for i in range(40)]
    sheet = read("a,b\n" + "".join(rows) + "oops,x\n41,y\n")
    assert n_missing(sheet.columns[0]) == 1
    assert remarks(sheet) == ["my.csv, line 42, column a: oops is not a number, so it counts as missing."]
    sheet = read("a,b\noops,x\n" + "".join(rows) + "1e39,x\n1e400,x\n")
    assert n_missing(sheet.columns[0]) == 3
    assert remarks(sheet) == [
        "my.csv, line 2, column a: oops is not a number, so it counts as missing, as do 2 more cells of the column."
    ]
    sheet = read("a,b\n" + "".join(rows) + "1e400,x\n")
    assert remarks(sheet) == ["my.csv, line 42, column a: 1e400 is too large a number, so it counts as missing."]


@pytest.mark.parametrize("late", [0, 300])
def test_many_words_among_numbers_make_a_column_of_words(late: int) -> None:
    numbers = [f"{i:03}" for i in range(late)]
    sheet = read("a,b\n" + "".join(f"{text},1\n" for text in [*numbers, *(f"w{i}" for i in range(300))]))
    assert values(sheet)[0] == [*numbers, *(f"w{i}" for i in range(300))]


@pytest.mark.parametrize(
    ("content", "parts"),
    [
        ("", ["is empty"]),
        ("\n \n", ["is empty"]),
        ("a,b\n", ["header, but no rows"]),
        ("a,b,label\n1,2,x\n3,4\n5,6,y\n", ["line 3", "2 fields", "header has 3"]),
        ('a,b,label\n1,2,"x"\n3,4\n5,6,y\n', ["line 3", "2 fields", "header has 3"]),
        ("a,b,label\n1,2,x\n3,4,y,5\n", ["line 3", "4 fields", "header has 3"]),
        ("a,b,label\n0,1,2,x\n0,3,4,y\n", ["line 2", "4 fields", "header has 3"]),
        ("1,2,3\n1,2,3\n4,5\n1,2,3\n", ["line 3", "2 fields", "most lines have 3"]),
        ("1 2 3\n1 2 3\n4 5\n" + "1 2 3\n" * 20, ["line 3", "2 fields"]),
        ('a,label\n1,"x\n2,y\n', ["quotation mark"]),
    ],
)
def test_what_is_wrong_is_said_with_its_place(content: str, parts: list[str]) -> None:
    message = problem(content)
    assert all(part in message for part in parts), message


def test_lines_are_counted_as_an_editor_does() -> None:
    content = 'a,b\n\n1,"x\ny"\n\n' + "2,z\n" * 20 + "  \nbad,z\n"
    assert "line 27, column a: bad" in remarks(read(content))[0]


# --- kinds ---------------------------------------------------------------------------------------------------------


def test_yes_and_no_days_and_hours() -> None:
    sheet = read(
        "a,b,c,d,e\nTrue,2024-01-31,13/01/2024,2024-01-31 10:30,1\nfalse,2024-02-01,02/03/2024,2024-02-01 12:00,2\n"
    )
    assert [kind_of(column) for column in sheet.columns] == ["yes_no", "date", "date", "date", "number"]
    assert values(sheet)[0] == [True, False]
    assert [str(column) for column in sheet.columns[2]] == ["2024-01-13", "2024-03-02"]  # type: ignore[union-attr]
    assert str(sheet.columns[3][0]) == "2024-01-31T10:30:00"  # type: ignore[index]
    assert kind_of(read("a,b\nTrue,1\n,2\n").columns[0]) == "text"
    assert kind_of(read("a,b\n2024-01-31,1\n2024-31-31,2\n").columns[0]) == "text"
    sheet = read("a,b\n01/02/2024,1\n,2\n")
    assert str(sheet.columns[0][0]) == "2024-01-02"  # type: ignore[index]
    assert n_missing(sheet.columns[0]) == 1


def test_large_whole_numbers_stay_apart() -> None:
    sheet = read("id,b\n1000000001,x\n1000000002,y\n")
    assert values(sheet)[0] == [1000000001, 1000000002]
    huge = "a,label\n1,99999999999999999999\n2,1\n"
    assert values(read(huge, exact=("label",)))[1] == ["99999999999999999999", "1"]
    np.testing.assert_allclose(read(huge).columns[1], [1e20, 1])  # type: ignore[arg-type]


def test_numbers_lie_side_by_side() -> None:
    sheet = read("a,label,b,c\n1,7,2.5,x\n3,8,4,y\n", exact=("label",))
    assert sheet.block_places == (0, 2)
    assert sheet.numbers((0, 2)) is sheet.block
    assert sheet.numbers((2, 1, 0)).tolist() == [[2.5, 7, 1], [4, 8, 3]]
    assert sheet.columns[1].dtype == np.float64  # type: ignore[union-attr]
    assert not sheet.block.flags.writeable  # type: ignore[union-attr]


def test_only_the_first_rows() -> None:
    content = 'a,b\n1,"x\ny"\n2,z\n3,z\n'
    assert values(read(content, rows=2)) == [[1, 2], ["x\ny", "z"]]
    assert read(content, rows=9).n_rows == 3


def test_a_number_of_hundreds_of_digits_beside_a_word_is_too_large() -> None:
    rows = [*map(str, range(20)), "9" * 400, "odd"]
    sheet = read("a,b\n" + "".join(f"{cell},1\n" for cell in rows))
    assert np.isnan(sheet.column("a")[-2:]).all()
    assert sheet.column("a")[:20].tolist() == list(range(20))


def test_many_numbers_that_are_too_large_are_called_so() -> None:
    sheet = read("a,b\n-5.2e+38,x\n" + "".join(f"{i},y\n" for i in range(40)) + "1e39,x\n")
    assert remarks(sheet) == [
        "my.csv, line 2, column a: -5.2e+38 is too large a number, so it counts as missing, as does 1 more cell of the "
        "column."
    ]
