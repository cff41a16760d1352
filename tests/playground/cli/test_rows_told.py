"""What is found in a person's rows is said in the terminal however they come to be learned."""

from __future__ import annotations

from pathlib import Path

import pytest

from engine.data import load_table, split
from engine.data.spec import DataSpec
from engine.store.experiment_files import save_experiment
from playground.cli.main import main
from playground.cli.rows_told import rows_told
from tests.engine.helpers import dense, recipe

LEAK = "leak gives the label away: is it known before the answer is?"
UNTRAINED = "No training row is of b, so it cannot be learned."


@pytest.fixture
def table(tmp_path: Path) -> Path:
    """Sorted by class, with a column that gives the class away."""
    path = tmp_path / "sorted.csv"
    rows = [f"{i * 7 % 13},{5 if i < 60 else 9},{'a' if i < 60 else 'b'}" for i in range(120)]
    path.write_text("\n".join(["size,leak,kind", *rows]) + "\n")
    return path


def test_of_a_new_file(table: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["train", str(table), "--steps", "1"]) == 0
    told = capsys.readouterr().err.splitlines()
    assert LEAK in told
    assert main(["inspect", str(table)]) == 0
    found = capsys.readouterr().out.splitlines()
    assert LEAK in found
    spec = load_table(DataSpec(source=str(table)), is_new=True).as_read
    assert spec is not None
    rows = load_table(spec)
    found = [line for line in found if "is a guess" not in line]
    assert [line for line in found if line in told] == rows_told(split(rows, spec), spec)


def test_of_the_rows_of_an_experiment(table: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    data = {"source": str(table), "label": "kind", "train": 50, "test": 60}
    save_experiment(recipe(dense(2), data=data), tmp_path / "mine.json")
    assert main(["train", str(tmp_path / "mine.json"), "--steps", "1"]) == 0
    assert UNTRAINED in capsys.readouterr().err.splitlines()
    assert main(["train", str(tmp_path / "mine.json"), "--steps", "1", "--set", "data.shuffle_seed=0"]) == 0
    assert LEAK in capsys.readouterr().err.splitlines()


def test_nothing_of_rows_that_come_along(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["train", "reference", "--steps", "1"]) == 0
    assert "training row" not in capsys.readouterr().err


def test_a_label_with_holes_is_split_by_the_rows_that_have_one(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "boat.csv"
    rows = [f"{i * 7 % 13},{'' if i % 4 == 0 else i % 11 + 0.5},{'ab'[i % 2]}" for i in range(120)]
    path.write_text("\n".join(["size,Age,kind", *rows]) + "\n")
    told = []
    for options in (["--label", "Age"], ["--set", "data.columns.age.role=label"]):
        assert main(["train", str(path), "--steps", "1", *options]) == 0
        told.append([line for line in capsys.readouterr().err.splitlines() if line.startswith("boat.csv")])
    assert told == [["boat.csv has 90 rows: 54 train, 18 validate and 18 test."]] * 2


def test_that_the_label_is_a_guess_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "towns.csv"
    path.write_text("\n".join(["size,town", *(f"{row},{'ab'[row % 2]}" for row in range(60))]) + "\n")
    guess = "Learning to tell town is a guess: train with --label to name another column."
    assert main(["train", str(path), "--steps", "1"]) == 0
    assert guess in capsys.readouterr().err.splitlines()
    assert main(["inspect", str(path)]) == 0
    assert guess in capsys.readouterr().out
    assert main(["train", str(path), "--label", "town", "--steps", "1"]) == 0
    assert "is a guess" not in capsys.readouterr().err
