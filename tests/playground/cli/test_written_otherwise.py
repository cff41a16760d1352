"""New rows are read as the file was written that was learned from, where they leave it open themselves."""

from __future__ import annotations

import dataclasses
from functools import partial
from pathlib import Path

import numpy as np
import pandas as pd
import pytest

from engine import Activation, Adam, Data, Dense, Experiment, Run, train
from engine.data import load_table
from engine.data.columns.column import Column
from engine.data.new_file import of_new_file
from engine.data.preprocessing.preparation import from_json
from engine.store.model_files import load_model, save_model
from engine.store.scoring import columns_of
from engine.train.trainer import Trainer
from playground.cli.main import main


def german(number: float, digits: int) -> str:
    return f"{number:,.{digits}f}".translate(str.maketrans(",.", ".,"))


def write(path: Path, *lines: str) -> None:
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """With a model of weights in kilograms, in a file in which commas stand before decimals and points between
    thousands."""
    folder = tmp_path_factory.mktemp("written")
    rng = np.random.default_rng(0)
    weights, prices = rng.uniform(50, 110, 200), rng.uniform(500, 9000, 200)
    rows = zip(weights, prices, weights + prices / 100 > 125, strict=True)
    lines = [f"{german(a, 3)} kg;{german(b, 2)};{'big' if c else 'small'}" for a, b, c in rows]
    write(folder / "rows.csv", "weight;price;class", *lines)
    run_of(folder).save(folder / "m.npz")
    return folder


def run_of(folder: Path) -> Run:
    data = Data(str(folder / "rows.csv"), label="class", scaling="standard", train=150, test=50)
    return train(Experiment(layers=[Dense(8), Activation("tanh"), Dense(2)], data=data, optimizer=Adam(0.02), steps=50))


def read(folder: Path, *lines: str) -> list[list[float]]:
    write(folder / "new.csv", *lines)
    model = load_model(folder / "m.npz")
    spec = of_new_file(str(folder / "new.csv"), "class")
    choose = partial(columns_of, model)
    return load_table(spec, choose=choose, columns=model.preparation.columns, needs_label=False).features.tolist()


def test_a_model_file_knows_how_its_columns_were_written(folder: Path) -> None:
    weight, price = load_model(folder / "m.npz").preparation.columns
    assert (weight.decimal, weight.units) == (",", ("kg",))
    assert (price.decimal, price.units) == (",", ())


@pytest.mark.parametrize(
    "lines",
    [
        ('weight,price\n"70,500 kg","1.250,5"',),  # as it says itself
        ("weight;price\n70,500 kg;1250,5",),
        ('weight,price\n"70,500 kg",1250.5',),  # in one file both
        ("weight\tprice\n70.5 kg\t1250.5",),  # it says the other thing, which counts
    ],
)
def test_what_a_file_says_itself_counts(folder: Path, lines: tuple[str]) -> None:
    assert read(folder, *lines) == [[70.5, 1250.5]]


@pytest.mark.parametrize(
    "lines",
    [
        ("weight;price", "70,500 kg;1.250", "60,250;7.500"),
        ('weight,price\n"70,500 kg",1.250\n"60,250 kg",7.500',),
    ],
)
def test_what_it_leaves_open_is_as_in_training(
    folder: Path, lines: tuple[str, ...], capsys: pytest.CaptureFixture[str]
) -> None:
    assert read(folder, *lines) == [[70.5, 1250], [60.25, 7500]]
    assert main(["predict", str(folder / "m.npz"), "--data", str(folder / "new.csv")]) == 0
    told = capsys.readouterr().err
    assert "may be read in two ways: decimals are taken to be written as 1,5, as in the rows" in told


def test_who_says_how_it_is_written_is_heard(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write(folder / "new.csv", "weight;price", "70.500 kg;1.250")
    model = load_model(folder / "m.npz")
    spec = of_new_file(str(folder / "new.csv"), said={"decimal": "."})
    choose = partial(columns_of, model)
    table = load_table(spec, choose=choose, columns=model.preparation.columns, needs_label=False)
    assert table.features.tolist() == [[70.5, 1.25]]
    words = ["predict", str(folder / "m.npz"), "--data", str(folder / "new.csv")]
    assert main([*words, "--set", "data.decimal=."]) == 0
    assert "two ways" not in capsys.readouterr().err


def test_another_unit_is_refused_by_its_name(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write(folder / "new.csv", "weight;price", "70 kg;1250", "154 lb;1250")
    assert main(["predict", str(folder / "m.npz"), "--data", str(folder / "new.csv")]) != 0
    assert "line 3, column weight: 154 lb has another unit than the training rows (kg)." in capsys.readouterr().err


def test_so_it_is_in_evaluate_and_in_python(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    rows = [("70,500 kg", "1.250", "small"), ("109,000 kg", "8.900", "big")]
    write(folder / "new.csv", "weight;price;class", *(";".join(row) for row in rows))
    assert main(["evaluate", str(folder / "m.npz"), "--data", str(folder / "new.csv"), "--json"]) == 0
    assert '"accuracy": 1.0' in capsys.readouterr().out
    frame = pd.DataFrame({"weight": ["70,500 kg", "109,000 kg"], "price": [1250.0, 8900.0]})
    assert run_of(folder).predict(frame).tolist() == ["small", "big"]


def test_sizes_mean_what_they_meant_in_training(tmp_path: Path) -> None:
    """Beside thousands 5 m is five million, also in a file that has no other."""
    write(tmp_path / "rows.csv", "fans,class", *(f"{k}.5 k,a\n{k} m,b" for k in range(1, 60)))
    data = Data(str(tmp_path / "rows.csv"), label="class", train=80, test=20, shuffle_seed=0, scaling="standard")
    train(Experiment(layers=[Dense(2)], data=data, steps=1)).save(tmp_path / "m.npz")
    assert read(tmp_path, "fans", "5 m", "7 m", "2 B") == [[5e6], [7e6], [2e9]]


def test_files_of_before_are_read_as_before(folder: Path) -> None:
    text = '{"columns": [{"name": "weight", "kind": "number"}]}'
    assert from_json(text, np.zeros(1, np.float32), np.ones(1, np.float32)).columns == (Column("weight"),)
    run = run_of(folder)
    bare = dataclasses.replace(
        run.dataset.preparation,
        columns=tuple(dataclasses.replace(each, decimal="", units=()) for each in run.dataset.preparation.columns),
    )
    assert '"decimal"' not in bare.to_json()
    trainer = Trainer(run.experiment, dataclasses.replace(run.dataset, preparation=bare))
    save_model(trainer, folder / "m-before.npz")
    assert [column.decimal for column in load_model(folder / "m-before.npz").preparation.columns] == ["", ""]


def test_a_slip_is_no_unit(tmp_path: Path) -> None:
    lines = [f"{k / 4},{'ab'[k % 2]}" for k in range(60)]
    write(tmp_path / "rows.csv", "size,class", *lines[:50], "7a,b", *lines[50:])
    data = Data(str(tmp_path / "rows.csv"), label="class", train=40, test=20, shuffle_seed=0, scaling="standard")
    column = load_table(data).columns[0]
    assert (column.decimal, column.units) == (".", ())
