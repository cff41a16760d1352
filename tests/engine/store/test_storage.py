"""Experiments and histories on disk: what is written comes back, and nothing is lost when writing fails."""

from __future__ import annotations

import csv
import json
import os
import stat
import sys
from pathlib import Path
from typing import BinaryIO

import numpy as np
import pytest

from engine.errors import ExperimentError, PlaygroundError
from engine.experiment.edits.field_edits import edited
from engine.experiment.experiment import Experiment, parse
from engine.store.atomic import check_writable, write_atomically
from engine.store.experiment_files import LARGEST_EXPERIMENT, open_experiment, save_experiment, save_history
from engine.train.history.history import MEASURES, History

COLUMNS = (
    *("step", "lane", "train_loss", "train_data_loss", "penalty", "train_accuracy"),
    *("test_loss", "test_data_loss", "test_accuracy"),
)
posix_only = pytest.mark.skipif(sys.platform == "win32", reason="Windows has other permissions and links")


def small() -> Experiment:
    return parse({"name": "λ und 학습", "layers": [{"kind": "dense", "units": 10}]})


# --- experiments ------------------------------------------------------------------------------------------------------


def test_what_is_saved_can_be_opened(tmp_path: Path) -> None:
    save_experiment(small(), tmp_path / "e.json")
    assert open_experiment(tmp_path / "e.json") == small()


def test_a_byte_order_mark_is_no_obstacle(tmp_path: Path) -> None:
    (tmp_path / "e.json").write_bytes(b"\xef\xbb\xbf" + small().to_json().encode())
    assert open_experiment(tmp_path / "e.json") == small()


def test_relative_data_counts_from_the_files_own_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = tmp_path / "lesson"
    folder.mkdir()
    text = edited(small(), "data.source", "rows/iris.csv").to_json()
    (folder / "e.json").write_text(text, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    assert open_experiment("lesson/e.json").data.source == str(folder / "rows" / "iris.csv")


def test_data_beside_the_file_is_named_relative_so_that_both_can_move(tmp_path: Path) -> None:
    (tmp_path / "old").mkdir()
    experiment = edited(small(), "data.source", str(tmp_path / "old" / "rows" / "iris.csv"))
    save_experiment(experiment, tmp_path / "old" / "e.json")
    (tmp_path / "old").rename(tmp_path / "new")
    assert open_experiment(tmp_path / "new" / "e.json").data.source == str(tmp_path / "new" / "rows" / "iris.csv")


@pytest.mark.parametrize("place", ["../iris.csv", "./digits", "."])
def test_data_elsewhere_or_with_the_name_of_a_bundled_source_is_named_in_full(
    place: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    save_experiment(edited(small(), "data.source", place), "e.json")
    saved = json.loads(Path("e.json").read_text(encoding="utf-8"))["data"]["source"]
    assert Path(saved) == (tmp_path / place).resolve()
    assert open_experiment("e.json").data.source == saved


def test_a_named_source_stays_as_it_is(tmp_path: Path) -> None:
    save_experiment(edited(small(), "data.source", "spiral"), tmp_path / "e.json")
    assert open_experiment(tmp_path / "e.json").data.source == "spiral"


@pytest.mark.parametrize(
    ("content", "problem"),
    [
        (b"", "not valid JSON"),
        (b"{", "not valid JSON (line 1)"),
        (b"[1]", "a JSON object"),
        (b"\xff\xfe\x00", "not text in UTF-8"),
        (b'{"layers": [{"kind": "dense", "units": 0}]}', "layers.0.units: must be between 1 and 10000; got 0"),
        (b'{"layers": [{"kind": "dense"}], "colour": 1}', "colour: unknown field"),
        (b" " * (LARGEST_EXPERIMENT + 1), "larger than 10 MB"),
        (b"[" * 100_000, "nested too deeply"),
    ],
    ids=["empty", "cut", "list", "binary", "range", "unknown", "large", "deep"],
)
def test_a_bad_file_is_named_with_its_problem_in_one_sentence(content: bytes, problem: str, tmp_path: Path) -> None:
    path = tmp_path / "bad.json"
    path.write_bytes(content)
    with pytest.raises(ExperimentError) as caught:
        open_experiment(path)
    sentence = str(caught.value)
    assert sentence.startswith(str(path))
    assert problem in sentence
    assert sentence.endswith(".")
    assert "\n" not in sentence


def test_the_error_still_knows_the_field(tmp_path: Path) -> None:
    (tmp_path / "bad.json").write_text('{"layers": [{"kind": "dense", "units": 0}]}')
    with pytest.raises(ExperimentError) as caught:
        open_experiment(tmp_path / "bad.json")
    assert caught.value.path == "layers.0.units"


def test_missing_files_and_folders(tmp_path: Path) -> None:
    with pytest.raises(ExperimentError, match=r"nowhere\.json does not exist\."):
        open_experiment(tmp_path / "nowhere.json")
    with pytest.raises(ExperimentError, match="is a folder"):
        open_experiment(tmp_path)


# --- writing ----------------------------------------------------------------------------------------------------------


def test_a_failed_write_leaves_the_old_file_and_nothing_else(tmp_path: Path) -> None:
    path = tmp_path / "kept"
    path.write_text("old")

    def fail(stream: BinaryIO) -> None:
        stream.write(b"half")
        raise OSError(28, "No space left on device")

    with pytest.raises(PlaygroundError, match=r"kept cannot be written: no space left on device\."):
        write_atomically(path, fail)
    assert path.read_text() == "old"
    assert list(tmp_path.iterdir()) == [path]


def test_the_old_content_is_there_until_the_new_is_whole(tmp_path: Path) -> None:
    path = tmp_path / "file"
    path.write_text("old")
    seen = []
    write_atomically(path, lambda stream: (stream.write(b"new"), seen.append(path.read_text())))
    assert seen == ["old"]
    assert path.read_text() == "new"


@posix_only
def test_permissions_and_links_stay(tmp_path: Path) -> None:
    real, link = tmp_path / "real", tmp_path / "link"
    real.write_text("old")
    real.chmod(0o640)
    link.symlink_to(real)
    write_atomically(link, lambda stream: stream.write(b"new"))
    assert link.is_symlink()
    assert real.read_text() == "new"
    assert stat.S_IMODE(real.stat().st_mode) == 0o640


@posix_only
def test_a_new_file_has_the_usual_permissions(tmp_path: Path) -> None:
    write_atomically(tmp_path / "new", lambda stream: stream.write(b""))
    (tmp_path / "usual").touch()
    assert (tmp_path / "new").stat().st_mode == (tmp_path / "usual").stat().st_mode


@posix_only
def test_a_device_is_written_to_and_not_replaced() -> None:
    write_atomically(os.devnull, lambda stream: stream.write(b"gone"))
    assert stat.S_ISCHR(Path(os.devnull).stat().st_mode)


@pytest.mark.parametrize(("place", "problem"), [("", "it is a folder"), ("no/where", "does not exist")])
def test_where_nothing_can_be_written(place: str, problem: str, tmp_path: Path) -> None:
    with pytest.raises(PlaygroundError, match=problem):
        save_experiment(small(), tmp_path / place)
    with pytest.raises(PlaygroundError, match=problem):
        check_writable(tmp_path / place)


@pytest.mark.parametrize("name", ["x" * 300, "nul\0"])
def test_impossible_names(name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Path, "is_dir", os.path.isdir)  # as of Python 3.14: False, no OSError
    monkeypatch.setattr(Path, "exists", os.path.exists)
    with pytest.raises(PlaygroundError, match="cannot be written"):
        check_writable(tmp_path / name)


def test_checking_leaves_nothing_behind_and_the_old_file_alone(tmp_path: Path) -> None:
    (tmp_path / "old").write_text("old")
    check_writable(tmp_path / "old")
    check_writable(tmp_path / ("x" * 255))
    assert [path.read_text() for path in tmp_path.iterdir()] == ["old"]


# --- histories --------------------------------------------------------------------------------------------------------


def test_a_history_has_a_line_for_each_step_and_lane(tmp_path: Path) -> None:
    history = History(2)
    figures = np.array([[0.5, 1.5], [0.25, 0.0], [0.75, 0.125], [2.0, 3.0], [1 / 3, 1e-9]])
    assert len(figures) == len(MEASURES)
    history.append(0, figures)
    figures = figures.copy()
    figures[:, 1] = np.nan
    history.append(1_000_000, figures)
    save_history(history.view(), ["He, with comma", "Naive"], tmp_path / "h.csv")
    with (tmp_path / "h.csv").open(encoding="utf-8", newline="") as file:
        lines = list(csv.reader(file))
    assert lines == [
        [
            "step",
            "lane",
            "train_loss",
            "train_data_loss",
            "penalty",
            "train_accuracy",
            "test_loss",
            "test_data_loss",
            "test_accuracy",
        ],
        ["0", "He, with comma", "0.75", "0.5", "0.25", "0.75", "2.25", "2", "0.3333333"],
        ["0", "Naive", "1.5", "1.5", "0", "0.125", "3", "3", "1e-09"],
        ["1000000", "He, with comma", "0.75", "0.5", "0.25", "0.75", "2.25", "2", "0.3333333"],
        ["1000000", "Naive", "", "", "", "", "", "", ""],
    ]
