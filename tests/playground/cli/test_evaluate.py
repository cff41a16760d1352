"""Evaluating a model from the command line: rows are scaled, named and labelled as in training."""

from __future__ import annotations

from pathlib import Path

import numpy as np

from tests.playground.cli.terminal import FIGURES, figures_of, playground, refused, write_rows


def test_evaluate_scales_and_labels_as_in_training(model: Path) -> None:
    (model / "other.csv").write_text("y,kind,x\n0,a,0\n100,b,1\n100,b,1\n0,b,0\n")
    found = figures_of("evaluate", "m.npz", "--data", "other.csv", "--label", "kind", cwd=model)
    assert (found["name"], found["steps"], found["data"], found["rows"]) == ("rows", 300, "other.csv", 4)
    first = found["lanes"][0]
    assert set(first) == {"name", "set", "seed", "test"}
    assert set(first["test"]) == FIGURES
    assert first["test"]["accuracy"] == 0.75


def test_evaluate_prints_a_table(model: Path) -> None:
    done = playground("evaluate", "m.npz", "--data", "rows.csv", cwd=model)
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.splitlines()[0].split() == ["lane", "loss", "accuracy", "penalty"]
    assert done.stdout.splitlines()[-1] == "20 rows of rows.csv, after 300 steps of training"


def test_evaluate_finds_columns_and_classes_by_name(model: Path) -> None:
    """Another order, other letters, blanks, columns more, numbers of rows less: the same figures for the same rows."""
    rows = [[i % 2, 100 * (i % 2), "ab"[i % 2]] for i in range(20)]
    others = [[f"id{i}", y, "", f" {kind.upper()} ", x] for i, (x, y, kind) in enumerate(rows)]
    write_rows(model / "others.csv", ["id", " Y", "note", "LABEL", "X "], others)
    expected = figures_of("evaluate", "m.npz", "--data", "rows.csv", cwd=model)["lanes"]
    assert figures_of("evaluate", "m.npz", "--data", "others.csv", cwd=model)["lanes"] == expected
    write_rows(model / "one_class.csv", ["y", "label", "x"], [[y, kind, x] for x, y, kind in rows if kind == "b"])
    assert figures_of("evaluate", "m.npz", "--data", "one_class.csv", cwd=model)["rows"] == 10
    write_rows(model / "one.csv", ["label", "y", "x"], [["b", 100, 1]])
    done = playground("evaluate", "m.npz", "--data", "one.csv", cwd=model)
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.splitlines()[1].split()[-2] == "100.0%"
    assert done.stdout.splitlines()[-1].startswith("1 row of one.csv")


def test_evaluate_goes_by_places_where_there_are_no_names_and_says_so(model: Path) -> None:
    """As in files of before, which do not say whether their names are made up."""
    with np.load(model / "m.npz", allow_pickle=False) as file:
        arrays = {name: file[name] for name in file.files if name != "is_named"}
    np.savez(model / "before.npz", **arrays)
    (model / "elsewhere.csv").write_text("width,height,label\n0,0,a\n1,100,b\n")
    assert "elsewhere.csv lacks x, y" in refused("evaluate", "m.npz", "--data", "elsewhere.csv", cwd=model)
    done = playground("evaluate", "before.npz", "--data", "elsewhere.csv", cwd=model)
    assert done.stderr == ("The columns of elsewhere.csv are taken in their order: before.npz has no names for them.\n")
    assert done.returncode == 0
    (model / "half.csv").write_text("x,height,label\n0,0,a\n1,100,b\n")
    assert "half.csv lacks y" in refused("evaluate", "before.npz", "--data", "half.csv", cwd=model)


def test_rows_without_labels_are_sent_to_predict(model: Path) -> None:
    """No other column is offered as the label: they are what the model learned from."""
    (model / "new.csv").write_text("x,y\n0,0\n1,100\n")
    said = refused("evaluate", "m.npz", "--data", "new.csv", cwd=model)
    assert "new.csv has no column label, which what a model says is compared with" in said
    assert "`playground predict`" in said
    assert "likeliest" not in said


def test_evaluate_names_what_does_not_fit(model: Path) -> None:
    (model / "strange.csv").write_text("x,y,label\n0,0,a\n1,1,z\n")
    assert "strange.csv has the label z, which m.npz does not know: its classes are a, b." in refused(
        "evaluate", "m.npz", "--data", "strange.csv", cwd=model
    )
    assert "digits lacks x, y: m.npz was trained on columns of these names." in refused(
        "evaluate", "m.npz", "--data", "digits", cwd=model
    )
    assert "rows.csv is damaged or not a model file." in refused(
        "evaluate", "rows.csv", "--data", "rows.csv", cwd=model
    )
    assert "Missing option '--data'." in refused("evaluate", "m.npz", cwd=model)
    assert "y is a feature that m.npz was trained on: name the column that holds the classes with --label." in refused(
        "evaluate", "m.npz", "--data", "rows.csv", "--label", "y", cwd=model
    )
