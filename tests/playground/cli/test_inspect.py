"""``playground inspect``: what is printed of a table, of pictures, and of what is neither."""

from __future__ import annotations

import json
import struct
from pathlib import Path

import numpy as np
import pytest

from engine.data import load
from engine.store.experiment_files import save_experiment
from engine.store.model_files import save_model
from engine.store.presets import load_preset
from engine.train.trainer import Trainer
from playground.cli.main import main


def test_a_table_is_told_column_by_column(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "my.csv"
    path.write_bytes("Größe;Art\n1,5;a\n;b\n2,5;a\n".encode("cp1252"))
    assert main(["inspect", str(path)]) == 0
    lines = [line.split() for line in capsys.readouterr().out.splitlines()]
    assert lines[1] == ["Größe", "feature", "number", "1", "1.5,", "2.5"]
    assert lines[2] == ["Art", "label", "yes", "or", "no", "a,", "b"]
    told = "3 rows of my.csv; CSV, header, separated by semicolons, decimals as 1,5, cp1252; classes to learn"
    assert " ".join(lines[3]) == told


def test_the_line_of_the_names_is_told_and_said(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "my.csv"
    path.write_text("My,flowers\nlength,kind\n" + "".join(f"{i},{'ab'[i % 2]}\n" for i in range(12)))
    assert main(["inspect", str(path), "--set", "data.names_line=2"]) == 0
    out = capsys.readouterr().out
    assert "12 rows of my.csv; CSV, header in line 2, separated by commas" in " ".join(out.split())
    assert main(["inspect", str(path), "--set", "data.names_line=2", "--json"]) == 0
    found = json.loads(capsys.readouterr().out)
    assert (found["names_line"], [column["name"] for column in found["columns"]]) == (2, ["length", "kind"])
    assert main(["inspect", str(path), "--set", "data.names_line=90"]) == 2
    assert "my.csv, line 90: there is nothing, so it cannot name the columns" in capsys.readouterr().err


def test_json_has_the_promised_fields(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "my.csv"
    path.write_text("5.1,x\n7,y\n")
    assert main(["inspect", str(path), "--json"]) == 0
    found = json.loads(capsys.readouterr().out)
    assert {"rows", "header", "separator", "decimal", "encoding", "label", "task", "columns", "findings"} <= set(found)
    assert (found["rows"], found["header"], found["separator"], found["decimal"]) == (2, False, ",", ".")
    assert [column["name"] for column in found["columns"]] == ["column 1", "column 2"]
    assert found["columns"][0] == {"name": "column 1", "kind": "number", "role": "feature", "missing": 0}
    assert (found["label"], found["task"]) == ("column 2", "classes")
    assert found["findings"][0] == "No training row is of y, so it cannot be learned."
    assert any("columns are called by their place" in finding for finding in found["findings"])


def test_pictures_are_told_too(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "x-images-idx3-ubyte"
    path.write_bytes(struct.pack(">4I", 0x803, 3, 2, 4) + bytes(24))
    (tmp_path / "x-labels-idx1-ubyte").write_bytes(struct.pack(">2I", 0x801, 3) + bytes([0, 1, 0]))
    assert main(["inspect", str(path)]) == 0
    assert "3 pictures of 2 x 4 pixels in x-images-idx3-ubyte; 2 classes" in capsys.readouterr().out
    assert main(["inspect", str(path), "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["classes"] == ["0", "1"]
    assert main(["inspect", str(path), "--set", "data.downsample=2"]) == 0
    assert "3 pictures of 1 x 2 pixels" in capsys.readouterr().out
    assert main(["inspect", str(path), "--set", "data.downsample=9"]) == 2
    assert "must be between 1 and 4" in capsys.readouterr().err


def test_what_cannot_be_read_is_one_sentence(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["inspect", str(tmp_path / "none.csv")]) == 2
    told = capsys.readouterr()
    assert told.err == f"{tmp_path / 'none.csv'} does not exist.\n"
    assert not told.out


@pytest.mark.parametrize(("name", "words"), [("m.npz", "is a trained model"), ("e.json", "is an experiment")])
def test_what_is_no_table_is_called_by_its_name(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], name: str, words: str
) -> None:
    path = tmp_path / name
    experiment = load_preset("spiral")
    if name == "m.npz":
        save_model(Trainer(experiment, load(experiment.data)), path)
    else:
        save_experiment(experiment, path)
    assert main(["inspect", str(path)]) == 2
    assert f"{path} {words}, not a table: " in capsys.readouterr().err


@pytest.mark.parametrize("name", ["half.npz", "half.playground-run"])
def test_a_damaged_file_is_called_damaged(tmp_path: Path, capsys: pytest.CaptureFixture[str], name: str) -> None:
    path = tmp_path / "whole.npz"
    np.savez(path, X=np.zeros((50, 4)), y=np.arange(50))
    (tmp_path / name).write_bytes(path.read_bytes()[:900])
    assert main(["inspect", str(tmp_path / name)]) == 2
    assert f"{name} is damaged: neither" in capsys.readouterr().err


def test_what_is_nested_without_end_is_no_experiment(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "deep.json"
    path.write_text("[" * 200_000)
    assert main(["inspect", str(path)]) == 2
    told = capsys.readouterr().err
    assert "deep.json" in told
    assert "is an experiment" not in told


def test_a_terminal_obeys_nothing_in_a_table(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "a.csv"
    rows = "\n".join(f"{n},{n % 3},c\x07{n % 2}" for n in range(30))
    path.write_text(f"a\x1b[2J,b\u202e,label\n{rows}", encoding="utf-8")
    for arguments in (["inspect", str(path)], ["train", str(path), "--steps", "2"], ["inspect", f"{path}\x1b[2J"]):
        main(arguments)
        out, err = capsys.readouterr()
        assert not set("\x1b\u202e\x07") & set(out + err), arguments
        assert out or err


def test_a_model_is_used_on_a_file_whose_line_of_names_has_to_be_said(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path, model = tmp_path / "my.csv", str(tmp_path / "model.npz")
    path.write_text(
        "My,flowers,here\nlength,width,kind\n" + "".join(f"{i % 7},{i % 5},{'ab'[i % 2]}\n" for i in range(60))
    )
    says = "data.names_line=2"
    assert main(["train", str(path), "--set", says, "--label", "kind", "--steps", "5", "--save", model]) == 0
    assert main(["predict", model, "--data", str(path)]) == 2
    assert "lacks length, width" in capsys.readouterr().err
    assert main(["predict", model, "--data", str(path), "--set", says]) == 0
    assert len(capsys.readouterr().out.splitlines()) == 61
    assert main(["evaluate", model, "--data", str(path), "--set", says, "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["rows"] == 60
    assert main(["predict", model, "--data", str(path), "--set", "data.scaling=none"]) == 2
    assert "here only how the file is written can be set" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("x,y\n1,2\n", "has a single row: one to learn from and one to test are needed."),
        ("x\n1\n2\n", "has no column but x, so there is nothing to learn from."),
        ("x,y\n" + "".join(f"{k / 2},a\n" for k in range(30)), "every row has the same y, a"),
    ],
)
def test_what_cannot_be_learned_from_is_told_column_by_column_and_refused(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], text: str, sentence: str
) -> None:
    """A pipeline that asks before it trains must notice."""
    path = tmp_path / "my.csv"
    path.write_text(text)
    assert main(["inspect", str(path)]) == 2
    out, err = capsys.readouterr()
    assert "my.csv; CSV, header" in " ".join(out.split())
    assert sentence in err
    assert sentence not in out
    assert main(["inspect", str(path), "--json"]) == 2
    assert sentence in json.loads(capsys.readouterr().out)["findings"][-1]


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("a;b\n1;2\n3\n", "line 3: 1 field, where the header has 2"),
        ("a;b\n1;2\n3;4;5\n", "line 3: 3 fields, where the header has 2"),
        ('a,b,c\n1,2\n3,4,5,6\n"unclosed,7,8\n', "line 2: 2 fields, where the header has 3"),
        ("a,b\nx,1,2\ny,3,4\nz,5,6,7\n", "line 4: 4 fields, where most lines have 3"),
        ("x,y\n" + "oops,a\n" * 2 + "1.5,a\n2.5,b\n" * 30, "as does 1 more cell of the column"),
        ("x,y\n" + "oops,a\n" * 3 + "1.5,a\n2.5,b\n" * 30, "as do 2 more cells of the column"),
    ],
)
def test_one_is_not_several(tmp_path: Path, capsys: pytest.CaptureFixture[str], text: str, sentence: str) -> None:
    (tmp_path / "my.csv").write_text(text)
    main(["inspect", str(tmp_path / "my.csv")])
    out, err = capsys.readouterr()
    assert sentence in out + err
