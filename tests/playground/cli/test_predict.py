"""``playground predict``: the model's own answers, a line a row, whatever else the file holds."""

from __future__ import annotations

import csv
import io
from pathlib import Path

import numpy as np
import pytest

from engine.data import load
from engine.experiment.experiment import parse
from engine.inspectors.probing import of_lane
from engine.store.model_files import save_model
from engine.train.trainer import Trainer
from playground.cli.main import main

HEADER = "wide,high,colour,kind"


def lines(seed: int, rows: int = 60) -> list[str]:
    rng = np.random.default_rng(seed)
    x = rng.normal(size=(rows, 2))
    colours = rng.choice(["red", "green"], rows)
    return [
        f"{a:.4f},{b:.4f},{colour},{'up' if a + (colour == 'red') > 0 else 'down'}"
        for (a, b), colour in zip(x, colours, strict=True)
    ]


def trained(folder: Path, *, lanes: int = 1, task: str = "classes") -> Trainer:
    (folder / "rows.csv").write_text("\n".join([HEADER, *lines(0)]) + "\n", encoding="utf-8")
    label = {"label": "kind"} if task == "classes" else {"label": "wide", "task": "numbers"}
    recipe = parse(
        {
            "data": {"source": str(folder / "rows.csv"), **label, "train": 40, "test": 20, "scaling": "standard"},
            "layers": [{"kind": "dense", "units": 2 if task == "classes" else 1}],
            "loss": "softmax_cross_entropy" if task == "classes" else "mean_squared_error",
            "optimizer": {"kind": "sgd", "learning_rate": 0.1},
            "lanes": [{"name": f"lane {number}", "set": {"seed": number}} for number in range(lanes)],
        }
    )
    trainer = Trainer(recipe, load(recipe.data))
    trainer.run(40)
    save_model(trainer, folder / "m.npz")
    return trainer


def table(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text)))


def test_rows_without_labels_in_another_order_and_case(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    trainer = trained(tmp_path)
    rows = [line.split(",") for line in lines(0)[40:]]
    shuffled = [f"{index},{colour},{high},{wide}" for index, (wide, high, colour, _) in enumerate(rows)]
    (tmp_path / "new.csv").write_text("\n".join(["id,Colour, HIGH,wide", *shuffled]), encoding="utf-8")
    assert main(["predict", str(tmp_path / "m.npz"), "--data", str(tmp_path / "new.csv")]) == 0
    found = table(capsys.readouterr().out)
    expected = of_lane(trainer.groups[0], 0, trainer.dataset.test_x)
    classes = trainer.dataset.classes
    for line, shares in zip(found, expected, strict=True):
        assert line["class"] == classes[int(shares.argmax())]
        assert [float(line[f"p({name})"]) for name in classes] == pytest.approx(shares, rel=1e-4)


def test_to_a_file_and_of_one_lane_among_several(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    trainer = trained(tmp_path, lanes=2)
    ask = ["predict", str(tmp_path / "m.npz"), "--data", str(tmp_path / "rows.csv"), "--out", str(tmp_path / "o.csv")]
    assert main(ask) == 2
    assert "choose one of lane 0, lane 1" in capsys.readouterr().err
    assert main([*ask, "--lane", "lane 1"]) == 0
    found = table((tmp_path / "o.csv").read_text(encoding="utf-8"))
    taken = of_lane(trainer.groups[0], 1, trainer.dataset.train_x).argmax(axis=1)
    assert [line["class"] for line in found[:40]] == [trainer.dataset.classes[label] for label in taken]
    assert len(found) == 60


def test_numbers_come_in_the_unit_of_the_label(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    trainer = trained(tmp_path, task="numbers")
    assert main(["predict", str(tmp_path / "m.npz"), "--data", str(tmp_path / "rows.csv")]) == 0
    found = [float(line["wide"]) for line in table(capsys.readouterr().out)]
    assert found[40:] == pytest.approx(of_lane(trainer.groups[0], 0, trainer.dataset.test_x)[:, 0], rel=1e-4)


def test_what_lacks_a_column_is_one_sentence(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    trained(tmp_path)
    (tmp_path / "new.csv").write_text("wide,colour\n1,red\n2,red\n", encoding="utf-8")
    assert main(["predict", str(tmp_path / "m.npz"), "--data", str(tmp_path / "new.csv")]) == 2
    told = capsys.readouterr()
    assert "lacks high" in told.err
    assert told.err.count("\n") == 1
    assert not told.out
    assert main(["predict", str(tmp_path / "m.npz"), "--data", "digits"]) == 2
    assert "lacks" in capsys.readouterr().err or "features" in capsys.readouterr().err


def test_what_new_rows_are_taken_as_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    trainer = trained(tmp_path)
    mean = float(trainer.dataset.raw().train[:, 1].mean())
    rows = [
        f"{i}.5,{'' if i % 4 == 0 else i},{'blue' if i % 5 == 0 else 'red'},{'' if i % 3 == 0 else 'up'}"
        for i in range(60)
    ]
    rows[7] = "big,7,red,up"
    (tmp_path / "new.csv").write_text("\n".join([HEADER, *rows]) + "\n", encoding="utf-8")
    ask = [str(tmp_path / "m.npz"), "--data", str(tmp_path / "new.csv")]
    assert main(["predict", *ask]) == 0
    told = capsys.readouterr().err
    assert f"high: no value in 15 of 60 rows, taken as {mean:.5g}." in told
    assert "colour: 12 of 60 rows have a value that no training row has, taken as green." in told
    assert "wide: no value in 1 of 60 rows" in told
    assert "big" in told
    assert "label" not in told
    assert main(["evaluate", *ask]) == 0
    told = capsys.readouterr().err
    assert "Rows left out, because they have no label: 20." in told
    assert "high: no value in 10 of 40 rows" in told


def test_numbers_far_larger_than_what_sets_them_apart_are_told_apart(tmp_path: Path) -> None:
    """Of y = 1e7 + 3x, which float32 holds, each row's own number: rounded to seven digits they would be tens off."""
    rows = [f"{x},{10_000_000 + 3 * x}" for x in range(200)]
    table, model, out = tmp_path / "meters.csv", tmp_path / "m.npz", tmp_path / "out.csv"
    table.write_text("\n".join(["x,y", *rows]))
    assert main(["train", str(table), "--set", "data.task=numbers", "--save", str(model), "--quiet"]) == 0
    assert main(["predict", str(model), "--data", str(table), "--out", str(out)]) == 0
    said = np.array([float(line) for line in out.read_text().splitlines()[1:]])
    true = 10_000_000 + 3 * np.arange(200.0)
    assert np.unique(said).size > 190
    assert np.corrcoef(said, true)[0, 1] > 0.999
    assert np.sqrt(np.mean((said - true) ** 2)) < 0.05 * true.std()
