"""CSV files: what is read, and the one sentence about each thing that can be wrong."""

import gzip
import os
import tempfile
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.data import is_file, load, load_table
from engine.data.columns.column import number_columns
from engine.data.columns.pixels import image_shape
from engine.data.columns.table import table_of as made_table
from engine.data.sheet import SheetOptions
from engine.data.spec import DataSpec
from engine.data.text.parsing.filling import Filling
from engine.data.text.read import read_text
from engine.errors import DataError
from tests.conftest import examples, thorough_product

GOOD = "a,label,b\n1,cat,2.5\n-3,dog,4\n5e1,cat,6\n"


def read(content, label="label"):
    data = content if isinstance(content, bytes) else content.encode()
    sheet = read_text(data, SheetOptions(), file="my.csv", name="my.csv", exact=(label,))
    return made_table(sheet, DataSpec(source="my.csv", label=label))


def problem(content, label="label"):
    with pytest.raises(DataError) as error:
        read(content, label)
    message = str(error.value)
    assert "my.csv" in message
    assert message.endswith(".")
    assert "\n" not in message
    assert error.value.values["file"] == "my.csv"
    return message


def check_good(table):
    assert table.features.tolist() == [[1, 2.5], [-3, 4], [50, 6]]
    assert table.features.dtype == np.float32
    assert table.features.flags.c_contiguous
    assert not table.features.flags.writeable
    assert table.labels.tolist() == [0, 1, 0]
    assert table.classes == ("cat", "dog")
    assert table.feature_names == ("a", "b")
    assert table.image_shape is None


@pytest.mark.parametrize(
    ("encoding", "separator", "newline"),
    thorough_product(("utf-8", "utf-8-sig", "utf-16", "cp949"), (",", ";", "\t"), ("\n", "\r\n", "\r")),
)
def test_encodings_separators_and_line_ends(encoding, separator, newline):
    check_good(read(GOOD.replace(",", separator).replace("\n", newline).encode(encoding)))


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp949"])
def test_korean(encoding):
    table = read("길이,종류\n1,고양이\n2,개\n".encode(encoding), label="종류")
    assert table.classes == ("개", "고양이")
    assert table.labels.tolist() == [1, 0]
    assert table.feature_names == ("길이",)


def test_quotes_spaces_blank_lines_and_a_missing_last_line_end():
    check_good(read('\n"a", label ,"b"\n 1 , cat,2.5\n\n-3,"dog",4\n  \n"5e1",cat ,6'))


def test_names_with_the_separator_inside_quotes():
    assert read('"a,b,c";label\n1;0\n2;1\n').feature_names == ("a,b,c",)


@pytest.mark.parametrize(
    ("labels", "classes"),
    [
        (["10", "9", "9"], ("9", "10")),
        (["1.0", "0.0", "2.0"], ("0", "1", "2")),
        (["0.5", "1", "-1"], ("-1", "0.5", "1")),
        (["10", "9", "x"], ("10", "9", "x")),
        (["True", "False", "True"], ("False", "True")),
        (["None", "NA", "null"], ("NA", "None", "null")),
        (["99999999999999999999", "1", "1"], ("1", "99999999999999999999")),
    ],
)
def test_classes_are_sorted_as_numbers_where_all_are_numbers(labels, classes):
    table = read("a,label\n" + "".join(f"0,{label}\n" for label in labels))
    assert table.classes == classes
    assert len(set(table.labels)) == len(classes)


def test_true_and_false_are_1_and_0():
    assert read("a,label\nTrue,x\nFalse,y\n").features.tolist() == [[1], [0]]


def test_whole_numbers_of_any_size_are_features():
    content = "a,b,label\n99999999999999999999999,18446744073709551615,x\n1,-2,y\n"
    np.testing.assert_allclose(read(content).features, [[1e23, 1.8446744e19], [1, -2]], rtol=1e-6)


def both_ways(content, label="label"):
    """Read as whole numbers, if it is that, and as any other table."""
    plain = read(content, label)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Filling, "read_numbers", lambda *_: False)
        other = read(content, label)
    assert plain.features.tobytes() == other.features.tobytes()
    assert plain.labels.tolist() == other.labels.tolist()
    assert plain.classes == other.classes
    return plain


WHOLE = [
    ["0,1,2", "3,0,4"],
    ["007,1,9999999", "10,0,123456"],
    ["12345678,1,2", "3,0,4"],
    ["99999999999999999999999,1,2", "3,0,4"],
    ["-1,1,2", "3,0,4"],
    ["1.5,1,2", "3,0,4"],
    ["1,1,2", "", "3,0,4"],
    [" 1,1,2", "3,0 ,4"],
    ['"1",1,2', "3,0,4"],
    ["1,01,2", "3,1,4", "5,0,6"],
    [f"{i},{i % 3},{i % 1000}" for i in range(1000)],
]


@pytest.mark.parametrize(
    ("rows", "newline", "end", "encoding"),
    thorough_product(WHOLE, ("\n", "\r\n", "\r"), (True, False), ("utf-8", "utf-8-sig", "utf-16")),
)
def test_whole_numbers_are_what_they_are_in_any_other_table(rows, newline, end, encoding):
    text = newline.join(["a,label,b", *rows]) + newline * end
    table = both_ways(text.encode(encoding))
    wanted = [[float(field.strip(' "')) for field in row.split(",")] for row in rows if row]
    np.testing.assert_array_equal(table.features, np.array(wanted, np.float32)[:, [0, 2]])
    assert [float(table.classes[label]) for label in table.labels] == [row[1] for row in wanted]


def test_names_with_line_breaks_are_told_in_one_line():
    assert "of its 2 columns (a b, c)" in problem('"a\nb",c\n1,2\n3,4\n')


@pytest.mark.parametrize(
    ("names", "shape"),
    [
        ([f"pixel{i}" for i in range(784)], (28, 28)),
        ([f"{r}x{c}" for r in range(8) for c in range(8)], (8, 8)),
        ([str(i) for i in range(16)], (4, 4)),
        ([f"p{i}" for i in range(9)], None),
        ([f"p{i}" for i in range(17)], None),
        ([f"name {letter}" for letter in "abcdefghijklmnop"], None),
        ([*(f"p{i}" for i in range(15)), "age"], None),
    ],
)
def test_a_square_number_of_numbered_columns_is_a_picture(names, shape):
    assert image_shape(number_columns(names)) == shape


@pytest.mark.parametrize(
    ("content", "parts"),
    [
        ("", ["my.csv is empty"]),
        ("\n \n", ["my.csv is empty"]),
        ("a,label\n", ["no rows"]),
        ("label\n1\n2\n", ["no column but label"]),
        ("a,b,label\n1,2,x\n3,4\n5,6,y\n", ["line 3", "2 fields", "header has 3"]),
        ("a,b,label\n1,2,x\n3,4,y,5\n", ["line 3", "4 fields", "header has 3"]),
        ("a,b,label\n0,1,2,x\n0,3,4,y\n", ["line 2", "4 fields", "header has 3"]),
        ("a,label\n1,x\n2,x\n", ["same label, x", "two classes"]),
        ("a,label\n" + "".join(f"0,{i}\n" for i in range(1001)), ["1001", "1000 classes"]),
        ('a,label\n1,"x\n2,y\n', ["quotation mark"]),
        (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", ["not text"]),
        (bytes(range(256)), ["not text"]),
    ],
)
def test_what_is_wrong_is_said_with_its_place(content, parts):
    message = problem(content)
    assert all(part in message for part in parts), message


@pytest.mark.parametrize(
    ("header", "likeliest"),
    [("a,LABEL,class", "LABEL"), ("a,Class,c", "Class"), ("species,b,c", "species"), ("a,b,c", "c")],
)
def test_a_missing_label_column_lists_the_columns_and_suggests_one(header, likeliest):
    message = problem(f"{header}\n1,word,2\n2,word,3\n")
    assert f"no column label; of its 3 columns ({header.replace(',', ', ')})" in message
    assert f"{likeliest} is the likeliest label" in message


def test_a_long_list_of_columns_is_shortened():
    names = [f"p{i}" for i in range(784)]
    message = problem(",".join(names) + "\n" + ",".join("1" for _ in names) + "\n")
    assert "784 columns (p0, p1, p2, p3, p4, p5, p6, p7, ...), p783 is" in message


def table_of(path, **changes):
    return load_table(DataSpec(source=str(path), **changes))


def file_problem(path):
    with pytest.raises(DataError) as error:
        table_of(path)
    return str(error.value)


def test_files_plain_or_gzipped(tmp_path):
    for path, content in ((tmp_path / "my.csv", GOOD.encode()), (tmp_path / "my.csv.gz", gzip.compress(GOOD.encode()))):
        path.write_bytes(content)
        check_good(table_of(path))
        assert table_of(path).name == path.name


def test_a_file_is_cut_as_the_experiment_says(tmp_path):
    path = tmp_path / "my.csv"
    path.write_text(GOOD)
    data = load(DataSpec(source=str(path), train=1, test=1))
    assert data.train_x.tolist() == [[pytest.approx(0.4), 1]]
    assert data.test_y.tolist() == [1]


def test_files_that_cannot_be_read(tmp_path):
    assert file_problem(tmp_path / "none.csv") == f"{tmp_path / 'none.csv'} does not exist."
    assert "is a folder" in file_problem(tmp_path)
    assert "does not exist" in file_problem("a\0b.csv")
    assert "cannot be read" in file_problem("x" * 5000)
    (tmp_path / "empty.csv").touch()
    assert "is empty" in file_problem(tmp_path / "empty.csv")
    (tmp_path / "half.csv.gz").write_bytes(gzip.compress(os.urandom(1000))[:500])
    assert "cut short or damaged" in file_problem(tmp_path / "half.csv.gz")


@pytest.mark.parametrize("refused", ["open", "stat"], ids=["the file", "its folder"])
def test_permission_denied(tmp_path, monkeypatch, refused):
    path = tmp_path / "my.csv"
    path.write_text(GOOD)

    def refuse(*_args, **_kwargs):
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, refused, refuse)  # the tests may run as root, to whom all is permitted
    assert file_problem(path) == f"{path} cannot be read: permission is denied."


@pytest.mark.parametrize("pack", [bytes, gzip.compress])
def test_a_file_that_is_too_large(tmp_path, monkeypatch, pack):
    monkeypatch.setattr("engine.data.files.read.LARGEST_FILE", 1000)
    path = tmp_path / "my.csv"
    path.write_bytes(pack(GOOD.encode() + b"1,x,2\n" * 1000))
    assert "larger than 2 GB" in file_problem(path)


def test_is_file():
    assert not is_file("digits")
    assert not is_file("mnist")
    assert is_file("my.csv")


fields = st.sampled_from(
    [
        "1",
        "-2.5",
        "",
        "x",
        '"',
        '""',
        "nan",
        "inf",
        "1e400",
        "True",
        " ",
        "가",
        "9" * 25,
        "label",
        "\n",
        "\r",
        "\t",
        "a b",
    ]
)
lines = st.lists(st.lists(fields, min_size=1, max_size=4), max_size=6)


@given(
    header=st.sampled_from(["a,label", "a,b,label", "label", "a;label", '"a,label', "\ufeffa,label"]),
    rows=lines,
    separator=st.sampled_from([",", ";", "\t"]),
    newline=st.sampled_from(["\n", "\r\n", "\r"]),
    encoding=st.sampled_from(["utf-8", "utf-8-sig", "utf-16", "cp949"]),
)
@examples(200)
def test_any_table_gives_rows_or_a_plain_error(header, rows, separator, newline, encoding):
    text = newline.join([header, *(separator.join(row) for row in rows)])
    check_any(text.encode(encoding, errors="replace"))


@given(
    start=st.sampled_from([b"", b"a,label\n", b"\xff\xfe", b"\xfe\xff", b"\xef\xbb\xbf"]), rest=st.binary(max_size=80)
)
@examples(200)
def test_any_bytes_give_rows_or_a_plain_error(start, rest):
    check_any(start + rest)


def check_any(data):
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "my.csv")
        path.write_bytes(data)
        try:
            table = table_of(path)
        except DataError:
            return
        assert not np.isinf(table.features).any()
        assert len(table.labels) == table.n_rows
        assert table.labels.max() < len(table.classes)


def test_codes_keep_their_zeros_as_classes_and_as_categories():
    rows = [f"{size},{code},{other}" for size in range(4) for code, other in (("01067", "007"), ("10115", "12"))]
    text = "\n".join(["size,PLZ,part", *rows]) + "\n"
    assert read(text, "PLZ").classes == ("01067", "10115")
    assert read(text, "part").classes == ("7", "12"), "of several lengths: nobody can say how many zeros there were"
    sheet = read_text(text.encode(), SheetOptions(), file="my.csv", name="my.csv", exact=("part",))
    columns = {"PLZ": {"kind": "category"}}
    table = made_table(sheet, DataSpec(source="my.csv", label="part", columns=columns))
    assert table.columns[1].categories == ("01067", "10115")
    assert table.features[:2, 1].tolist() == [0, 1]
