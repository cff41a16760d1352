"""What a file is, is told by what is in it, whatever it is called."""

from __future__ import annotations

import gzip
import itertools
import zipfile
from pathlib import Path

import numpy as np
import pytest

from engine.store.experiment_files import save_experiment
from engine.store.file_kind import ENDINGS, FileKind, kind_of
from engine.store.model_files import save_model
from engine.store.run_files import capture, save_checkpoint
from engine.train.trainer import Trainer
from tests.engine.helpers import blobs, small_net

NAMES = ("file", "file.json", "file.npz", "file.playground-run", "file.csv", "file.CSV.gz", "train-images-idx3-ubyte")


@pytest.fixture(scope="module")
def contents(tmp_path_factory: pytest.TempPathFactory) -> dict[FileKind, bytes]:
    path = tmp_path_factory.mktemp("kinds") / "file"
    trainer = Trainer(small_net(), blobs())
    found: dict[FileKind, bytes] = {}
    save_experiment(trainer.experiment, path)
    found["experiment"] = path.read_bytes()
    save_model(trainer, path)
    found["model"] = path.read_bytes()
    save_checkpoint(capture(trainer), path)
    found["run"] = path.read_bytes()
    return found


@pytest.mark.parametrize(("kind", "name"), [*itertools.product(("experiment", "model", "run"), NAMES)])
def test_the_content_counts_and_not_the_name(
    contents: dict[FileKind, bytes], tmp_path: Path, kind: FileKind, name: str
) -> None:
    path = tmp_path / name
    path.write_bytes(contents[kind])
    assert kind_of(path) == kind


@pytest.mark.parametrize("name", ["rows", "rows.csv", "rows.tsv", "rows.data", "rows.gz", "t10k-images-idx3-ubyte"])
def test_all_else_is_rows(tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    for content in (
        b"x,y,label\n1,2,a\n",
        b"",
        b"\0\0\x08\x03" + bytes(12),
        gzip.compress(b"x,label\n1,a\n"),
        b"\xff\xfe",
    ):
        path.write_bytes(content)
        assert kind_of(path) == "rows"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("xl/workbook.xml", "<workbook/>")
    assert kind_of(path) == "rows"


def test_an_experiment_may_begin_with_a_mark_and_with_white_space(tmp_path: Path) -> None:
    path = tmp_path / "file.txt"
    for start in (b"\xef\xbb\xbf", b"\r\n \t", b""):
        path.write_bytes(start + b'{"version": 1}')
        assert kind_of(path) == "experiment"


@pytest.mark.parametrize("kind", ENDINGS)
def test_the_name_counts_where_there_is_no_content_to_tell_by(tmp_path: Path, kind: FileKind) -> None:
    path = tmp_path / f"File{ENDINGS[kind].upper()}"
    assert kind_of(path) == kind, "a missing file"
    path.mkdir()
    assert kind_of(path) == kind, "a folder"
    path.rmdir()
    path.write_bytes(b"nonsense")
    assert kind_of(path) == kind, "a damaged one"


def test_endings_differ() -> None:
    assert len(set(ENDINGS.values())) == len(ENDINGS)
    assert ENDINGS["model"] == ".npz", "a contract"


def test_arrays_to_learn_from_are_rows(tmp_path: Path) -> None:
    path = tmp_path / "points.npz"
    np.savez(path, X=np.zeros((4, 2)), y=np.arange(4))
    assert kind_of(path) == "rows"
