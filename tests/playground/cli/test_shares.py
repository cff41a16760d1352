"""Sizes as shares of all rows, on the command line."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from playground.cli.main import main
from tests.playground.helpers import csv_of_flowers, small


@pytest.mark.parametrize("asked", [("--train", "0.5"), ("--train", "50%"), ("--set", "data.train=0.5")])
def test_half_of_a_new_file(asked: tuple[str, str], tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The validation rows that nobody asked for stay a fifth."""
    path = csv_of_flowers(tmp_path)
    rows = len(path.read_text().splitlines()) - 1
    assert main(["train", str(path), "--steps", "1", *asked]) == 0
    told = capsys.readouterr().err
    assert f"has {rows} rows: {rows // 2} train, {rows // 5} validate" in told


def test_what_is_no_size(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["train", "reference", "--train", "half"]) == 2
    assert "'half' is neither a number of rows, such as 300, nor a share, as 0.6." in capsys.readouterr().err
    assert main(["train", "reference", "--train", "1.5"]) == 2
    assert capsys.readouterr().err == "data.train: must be a whole number of rows, or a share below 1; got 1.5.\n"


def test_sizes_that_were_asked_for_stay_though_they_are_those_that_are_proposed(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = csv_of_flowers(tmp_path)
    assert main(["train", str(path), "--steps", "1", "--train", "36", "--test", "24"]) == 0
    told = capsys.readouterr().err
    assert "has 60 rows: 36 train and 24 test" in told
    assert "Not enough rows for all sizes, so validation 12 → 0 gave way.\n" in told
    assert main(["train", str(path), "--steps", "1", "--train", "70%"]) == 0
    told = capsys.readouterr().err
    assert "has 60 rows: 42 train, 6 validate and 12 test" in told
    assert "so validation 12 → 6 gave way.\n" in told


def test_test_rows_that_validated_are_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Of the digits, in their order, rows 60 to 99 validate; without validation rows 60 to 109 test."""
    path = tmp_path / "old.json"
    path.write_text(json.dumps(small(steps=1, data={"train": 60, "validation": 40, "test": 50}).to_dict()))
    assert main(["train", str(path), "--validation", "0"]) == 0
    assert "40 of the 50 test rows are validation rows of the experiment as it was" in capsys.readouterr().err
    for option in (["--test", "20"], ["--set", "data.keep_test=true", "--validation", "0"], []):
        assert main(["train", str(path), *option]) == 0
        assert "validation rows of the experiment" not in capsys.readouterr().err
