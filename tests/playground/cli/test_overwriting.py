"""No output takes the place of an input, by whatever name it is called."""

from __future__ import annotations

from pathlib import Path

import pytest

from engine.data import load
from engine.experiment.experiment import parse
from engine.store.experiment_files import save_experiment
from engine.store.model_files import save_model
from engine.train.trainer import Trainer
from playground.cli.main import main

READ_HERE = "is one of the files that are read here, so it is not written over: choose another name.\n"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Rows, an experiment that learns from them, its model, and links to all of them."""
    lines = [f"{i % 3 + i / 100},{-(i % 3)},{'abc'[i % 3]}" for i in range(60)]
    (tmp_path / "rows.csv").write_text("\n".join(["x,y,kind", *lines]) + "\n")
    data = {"source": str(tmp_path / "rows.csv"), "label": "kind", "train": 40, "test": 20}
    experiment = parse({"name": "e", "data": data, "layers": [{"kind": "dense", "units": 3}], "steps": 5})
    save_experiment(experiment, tmp_path / "e.json")
    trainer = Trainer(experiment, load(experiment.data))
    save_model(trainer, tmp_path / "m.npz")
    (tmp_path / "sub").mkdir()
    for name in ("rows.csv", "e.json", "m.npz"):
        (tmp_path / f"link-{name}").symlink_to(tmp_path / name)
        (tmp_path / f"hard-{name}").hardlink_to(tmp_path / name)
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.mark.parametrize(
    "command",
    [
        "train e.json --save e.json",
        "train e.json --save sub/../e.json",
        "train e.json --history link-rows.csv",
        "train link-e.json --save hard-e.json",
        "train spiral --data rows.csv --label kind --history rows.csv",
        "train spiral --data link-rows.csv --label kind --save rows.csv",
        "export m.npz --script m.npz",
        "export m.npz --script link-m.npz",
        "export m.npz --script hard-m.npz",
        "export link-m.npz --script m.npz",
        "export m.npz --script rows.csv",
        "export m.npz --onnx m.npz",
    ],
)
def test_an_input_is_not_written_over(folder: Path, command: str, capsys: pytest.CaptureFixture[str]) -> None:
    if "--onnx" in command:
        pytest.importorskip("onnx")
    before = {path.name: path.read_bytes() for path in folder.iterdir() if path.is_file()}
    assert main(command.split()) == 2
    printed = capsys.readouterr()
    assert printed.err == f"{command.split()[-1]} {READ_HERE}"
    assert printed.out == ""
    assert {path.name: path.read_bytes() for path in folder.iterdir() if path.is_file()} == before


def test_two_outputs_of_one_file_are_known_by_the_file(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["train", "e.json", "--save", "new", "--history", "sub/../new"]) == 2
    assert "cannot hold both the model and the history." in capsys.readouterr().err
    assert main(["train", "e.json", "--save", "new", "--history", "other"]) == 0


@pytest.mark.parametrize(
    ("name", "sentence"),
    [
        ("", "The name of the file to write is empty: give one.\n"),
        ("rows.csv/x.npz", "rows.csv/x.npz cannot be written: {folder}/rows.csv is a file, not a folder.\n"),
    ],
)
def test_a_name_that_cannot_be_is_told_for_what_it_is(
    folder: Path, name: str, sentence: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["train", "e.json", "--save", name]) == 2
    assert capsys.readouterr().err == sentence.format(folder=folder.resolve())
