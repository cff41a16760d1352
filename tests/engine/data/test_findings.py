"""What is found in a person's file, against files small enough to count by hand."""

import gzip
import struct

import numpy as np
import pandas as pd
import pytest

from engine.data import load_table, split
from engine.data.columns.guess import likeliest_label
from engine.data.columns.table import table_of
from engine.data.findings import MOST_EXAMINED, find
from engine.data.sheet import SheetOptions
from engine.data.spec import DataSpec
from engine.data.text.read import read_text
from engine.errors import DataError


def read(content, label="label", *, guess=False):
    data = content if isinstance(content, bytes) else content.encode()
    sheet = read_text(data, SheetOptions(), file="my.csv", name="my.csv", exact=(label,))
    is_guess = guess and label not in sheet.names
    label = likeliest_label(sheet, label) if is_guess else label
    return table_of(sheet, DataSpec(source="my.csv", label=label), is_guess=is_guess)


def notes_of(table):
    return [str(note) for note in table.findings.notes]


def test_a_file_with_nothing_to_say():
    table = read("a,label\n1,x\n2,y\n3,x\n")
    found = table.findings
    assert (found.rows, found.examined, found.counts) == (3, 3, (2, 1))
    assert (found.constant, found.duplicates, found.contradictions) == ((), 0, 0)
    assert found.writing.columns == ("a", "label")
    assert (found.writing.separator, found.writing.encoding, found.writing.is_guess) == (",", "utf-8", False)
    balanced = read("a,label\n1,x\n2,y\n3,x\n4,y\n")
    assert notes_of(balanced) == []


def test_a_file_with_everything():
    rows = ["1;5;3;장미", "1;5;3;장미", "2;5;3;백합", "2;5;3;장미", "1;5;3;장미", "4;5;3;장미", "6;5;3;장미"]
    content = "폭;높이;깊이;species\n" + "\n".join(rows) + "\n"
    table = read(content.encode("cp949"), guess=True)
    found = table.findings
    assert table.classes == ("백합", "장미")
    assert found.writing.encoding == "cp949"
    assert found.writing.separator == ";"
    assert (found.writing.label, found.writing.is_guess) == ("species", True)
    assert found.counts == (1, 6)
    assert found.constant == ("높이", "깊이")
    assert (found.duplicates, found.contradictions) == (2, 2)
    assert notes_of(table) == [
        "The classes are unbalanced: 장미 has 6 rows, 백합 has 1.",
        "2 columns never change, so they tell nothing (높이, 깊이).",
        "Rows with the features and the label of another row: 2. One may be trained on and its twin tested.",
        "Rows with the features of another row, but another class: 2.",
    ]


def test_all_rows_of_features_with_several_labels_count():
    content = "stars,label\n" + "".join(f"{i % 5},{'xyz'[i // 5 % 3]}\n" for i in range(60)) + "9,x\n9,x\n"
    assert read(content).findings.contradictions == 60


def test_zero_with_a_sign_is_zero():
    assert read("a,label\n0,x\n-0.0,x\n1,y\n2,y\n").findings.duplicates == 1


def test_one_constant_column():
    assert notes_of(read("a,b,label\n1,7,x\n2,7,y\n")) == ["Column b never changes, so it tells nothing."]


def test_many_constant_columns_are_not_all_named():
    table = read("a,c0,c1,c2,c3,c4,c5,label\n1,1,1,1,1,1,1,x\n2,1,1,1,1,1,1,y\n")
    assert notes_of(table) == ["6 columns never change, so they tell nothing (c0, c1, c2, c3, c4, ...)."]


def test_a_column_of_measurements_is_hardly_a_class():
    content = "a,label\n" + "".join(f"{i},{i * 0.5}\n" for i in range(9))
    assert notes_of(read(content)) == ["label has 9 different values in 9 rows: is it really the class?"]


def test_where_one_class_is_nearly_all_accuracy_says_little():
    rows = "".join(f"{place / 7:.4f},{'fraud' if place % 50 == 0 else 'fine'}\n" for place in range(400))
    (told,) = notes_of(read(f"a,label\n{rows}"))
    assert told == (
        "The classes are unbalanced: fine has 392 rows, fraud has 8. Always saying fine is right in 98 % of them, so "
        "precision and recall of the others say more than accuracy."
    )


def test_pixels_at_the_rim_are_no_news():
    header = ",".join(f"p{i}" for i in range(16))
    rows = "".join(f"{','.join(['0'] * 15)},{i},{'xy'[i % 2]}\n" for i in range(4))
    table = read(f"{header},label\n{rows}")
    assert table.image_shape == (4, 4)
    assert table.findings.constant == ()
    assert notes_of(table) == ["p0 to p15 are read as pictures of 4 × 4 pixels."]


def test_a_change_far_down_the_file_counts():
    features = np.zeros((MOST_EXAMINED + 5, 2), np.float32)
    features[:, 0] = np.arange(len(features))
    features[-1, 1] = 1
    labels = np.arange(len(features)) % 2
    found = find(features, labels, classes=("x", "y"), feature_names=("a", "b"), is_image=False)
    assert found.constant == ()
    features[-1, 1] = 0
    features[1] = features[3]
    found = find(features, labels, classes=("x", "y"), feature_names=("a", "b"), is_image=False)
    assert found.constant == ("b",)
    assert found.examined == MOST_EXAMINED
    assert "Of the first 20000 rows, those with the features and the label of another row: 1." in [
        str(note) for note in found.notes
    ]


def test_images_have_findings_but_no_columns(tmp_path):
    path = tmp_path / "my-images-idx3-ubyte.gz"
    path.write_bytes(gzip.compress(struct.pack(">4I", 0x803, 3, 2, 2) + bytes([1, 2, 3, 4] * 3)))
    (tmp_path / "my-labels-idx1-ubyte").write_bytes(struct.pack(">2I", 0x801, 3) + bytes([4, 4, 9]))
    found = load_table(DataSpec(source=str(path))).findings
    assert found.writing is None
    assert (found.counts, found.duplicates, found.contradictions) == ((2, 1), 1, 3)


def test_findings_stay_with_the_rows(tmp_path):
    path = tmp_path / "my.csv"
    path.write_text("a,label\n1,x\n2,y\n3,x\n")
    spec = DataSpec(source=str(path), train=1, test=1)
    table = load_table(spec)
    dataset = split(table, spec)
    assert dataset.findings is table.findings
    assert dataset.source_rows == 3


def test_a_label_that_is_there_is_not_guessed():
    table = read("species,label,b\n1,x,2\n2,y,3\n", guess=True)
    assert (table.findings.writing.label, table.findings.writing.is_guess) == ("label", False)


def test_the_command_line_stays_strict(tmp_path):
    path = tmp_path / "my.csv"
    path.write_text("a,species\n1,x\n2,y\n")
    with pytest.raises(DataError, match="no column label"):
        load_table(DataSpec(source=str(path)))
    assert load_table(DataSpec(source=str(path)), guess_label=True).classes == ("x", "y")


def test_repeated_rows_are_those_that_pandas_finds():
    """Numbers with few digits, which differ in few bits: what a hash has to keep apart."""
    rng = np.random.default_rng(4)
    features = rng.integers(-2, 3, (3000, 4)).astype(np.float32)
    features[rng.random(features.shape) < 0.1] = -0.0
    labels = rng.integers(0, 3, 3000)
    frame = pd.DataFrame(features + 0.0)
    pairs = frame.assign(label=labels)
    found = find(features, labels, classes=("a", "b", "c"), feature_names="wxyz", is_image=False)
    assert found.duplicates == int(pairs.duplicated().sum()) > 0
    assert found.contradictions == int((pairs.groupby(list(frame))["label"].transform("nunique") > 1).sum()) > 0


def test_rows_that_differ_in_the_last_of_many_columns_do_not_repeat_each_other():
    features = np.zeros((30, 50), np.float32)
    features[:, -1] = np.arange(30) // 2
    labels = np.array([0, 0, 0, 1] * 7 + [0, 0])
    found = find(features, labels, classes=["a", "b"], feature_names=[f"x{i}" for i in range(50)], is_image=False)
    assert (found.duplicates, found.contradictions) == (8, 14)
    assert (
        find(
            np.eye(30, 50, dtype=np.float32), labels, classes=["a", "b"], feature_names=[""] * 50, is_image=False
        ).duplicates
        == 0
    )
