"""A script reads the very file that its network has learned from, however that is written."""

from __future__ import annotations

from functools import partial
from pathlib import Path

import numpy as np
import pytest

from engine.data import load, load_table
from engine.data.new_file import of_new_file
from engine.export.pieces.written import number_of
from engine.export.script import script
from engine.export.trained import lane_of_run
from engine.store.model_files import load_model, save_model
from engine.store.scoring import columns_of, score
from engine.train.trainer import Trainer
from tests.engine.helpers import activation, dense, recipe
from tests.engine.scripts import run_here

RNG = np.random.default_rng(5)
WEIGHTS, PRICES = RNG.uniform(50, 110, 80), RNG.uniform(500, 9000, 80)


def german(number: float, digits: int = 2) -> str:
    return f"{number:,.{digits}f}".translate(str.maketrans(",.", ".,"))


def lines(label: str = "class") -> list[str]:
    found = ["weight;price;class" if label == "class" else "weight;colour;price"]
    for weight, price in zip(WEIGHTS.tolist(), PRICES.tolist(), strict=True):
        more = f"{german(price)};{'ab'[weight > 80]}" if label == "class" else f"{'rg'[weight > 80]};{german(price)}"
        found.append(f"{german(weight, 3)} kg;{more}")
    return found


def said(folder: Path, text: list[str], label: str = "class") -> tuple[str, str]:
    """What the script says of these rows, and what the engine says of them."""
    path = folder / "rows.csv"
    path.write_text("\n".join(text) + "\n", encoding="utf-8")
    data = load_table(of_new_file(str(path), label), is_new=True).as_read
    assert data is not None
    task = data.task == "numbers"
    loss = {"loss": "mean_squared_error"} if task else {}
    experiment = recipe(dense(6), activation("tanh"), dense(1 if task else 2), data=data.model_dump(), **loss)
    trainer = Trainer(experiment, load(experiment.data))
    trainer.run(60)
    (folder / "network.py").write_text(script(lane_of_run(trainer, 0)), encoding="utf-8")
    save_model(trainer, folder / "m.npz")
    model = load_model(folder / "m.npz")
    done = run_here(folder / "network.py", "test", "rows.csv")
    spec = of_new_file(str(path), label).model_copy(update={"task": data.task})
    table = load_table(spec, choose=partial(columns_of, model), columns=model.preparation.columns)
    name = "R2" if task else "accuracy"
    return done.stdout or done.stderr, f"{name} {score(model, table).accuracy[0]:.4f}"


@pytest.mark.parametrize(
    "change",
    [
        lambda text: text,
        lambda text: ["Weights of 2024", "", *text],  # names in another line
        lambda text: ["Weights, by hand;;", *text, ";;", ";;"],  # and lines of separators alone
        lambda text: [line.replace(" kg", "kg") for line in text],
    ],
)
def test_commas_units_and_another_line_of_names(tmp_path: Path, change: partial[list[str]]) -> None:
    found, wanted = said(tmp_path, change(lines()))
    assert found.startswith(f"{wanted} on 80 rows")


def test_the_number_to_learn_is_no_category_and_may_have_a_comma(tmp_path: Path) -> None:
    """A script took it for one, where the first column was: R2 was no number then."""
    found, wanted = said(tmp_path, lines("price"), "price")
    assert found.startswith(f"{wanted}, RMSE")
    plain = ["colour,x,price", *(f"{'rg'[k % 2]},{k % 7},{5 * (k % 2) + k % 7}.5" for k in range(80))]
    found, wanted = said(tmp_path, plain, "price")
    assert found.startswith(f"{wanted}, RMSE")


def test_another_unit_is_refused_in_a_sentence(tmp_path: Path) -> None:
    said(tmp_path, lines())
    other = [line.replace("kg", "lb") for line in lines()]
    (tmp_path / "rows.csv").write_text("\n".join(other), encoding="utf-8")
    done = run_here(tmp_path / "network.py", "test", "rows.csv")
    assert done.returncode == 1
    assert "has another unit than the training rows" in done.stderr


@pytest.mark.parametrize(
    ("text", "decimal", "number"),
    [
        ("70,500 kg", ",", 70.5),
        ("1.250,5", ",", 1250.5),
        ("1.250", ",", 1250),
        ("-1.250.000", ",", -1_250_000),
        ("70.5kg", ",", 70.5),  # it says so itself
        ("1,250 kg.", ".", 1250),
        ("0.125", ",", 0.125),
        ("3 k", ",", 3000),
        ("1e3", ".", 1000),
    ],
)
def test_numbers_as_training_has_them(text: str, decimal: str, number: float) -> None:
    assert number_of(text, decimal, {"kg": 1.0, "k": 1e3}) == number


@pytest.mark.parametrize("text", ["1,5", "7 lb", "", "seven", "1,2,3"])
def test_what_is_none(text: str) -> None:
    with pytest.raises(ValueError, match=r"could not convert|another unit"):
        number_of(text, ".", {"kg": 1.0})
