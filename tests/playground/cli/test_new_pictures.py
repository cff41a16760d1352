"""Pictures that nobody has learned from are mixed and split in the terminal as the window does it."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from engine.data.spec import DataSpec
from engine.experiment.edits.starter import starter
from playground.cli.inputs import Changes
from playground.cli.main import main
from playground.cli.new_file import load_new_file
from tests.engine.data.reading.test_cifar import picture as cifar_picture

SHADES = {"dark": 20, "grey": 120, "light": 220}


def test_a_folder_that_lies_class_by_class(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    image = pytest.importorskip("PIL.Image")
    folder = tmp_path / "shades"
    for name, shade in SHADES.items():
        (folder / name).mkdir(parents=True)
        for index in range(40):
            image.fromarray(np.full((4, 4), shade + index % 7, np.uint8)).save(folder / name / f"{index}.png")
    experiment, dataset, remarks = load_new_file(starter(DataSpec(), n_outputs=2), Changes(data=str(folder)))
    assert dataset.valid_x is not None
    assert dataset.valid_y is not None
    assert (len(dataset.train_x), len(dataset.valid_x), len(dataset.test_x)) == (72, 24, 24)  # 60/20/20 of 120
    for labels in (dataset.train_y, dataset.valid_y, dataset.test_y):
        assert set(np.bincount(labels.astype(int))) == {len(labels) // 3}
    assert experiment.data.shuffle_seed == 0
    assert "shades has 120 rows: 72 train, 24 validate and 24 test." in remarks
    assert "Rows are mixed with seed 0, classes spread evenly." in remarks
    asked = Changes(data=str(folder), train=30)
    data = load_new_file(starter(DataSpec(), n_outputs=2), asked)[0].data
    assert (data.train, data.validation, data.test) == (30, 24, 24)
    assert main(["train", str(folder), "--steps", "1"]) == 0
    assert "cannot be learned" not in capsys.readouterr().err


def test_the_test_batch_of_cifar_is_mixed_in(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = tmp_path / "cifar"
    folder.mkdir()
    rows = [cifar_picture(place % 2, place, 0, 0) for place in range(20)]
    (folder / "data_batch_1.bin").write_bytes(b"".join(rows[:10]))
    (folder / "test_batch.bin").write_bytes(b"".join(rows[10:]))
    assert main(["train", str(folder), "--steps", "1"]) == 0
    err = capsys.readouterr().err
    assert "cifar has 20 rows: 12 train, 4 validate and 4 test." in err
    assert "are joined in this order; the split makes new ones." in err
