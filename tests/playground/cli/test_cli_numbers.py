"""Numbers on the command line: train, evaluate and export a table of prices."""

from __future__ import annotations

import csv
from pathlib import Path

import numpy as np
import pytest

from playground.cli.report import error_text
from tests.playground.cli.terminal import figures_of, playground, refused

IN_ORDER = ("--set", "data.shuffle_seed=null", "--set", "data.stratify=false")
SETTINGS = ("--label", "price", "--set", "data.task=numbers", "--set", "data.scaling=standard", *IN_ORDER, "--quiet")
TRAIN = ("train", "reference", "--data", "homes.csv", *SETTINGS, "--train", "60", "--test", "40", "--steps", "60")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    rng = np.random.default_rng(0)
    area, rooms = rng.uniform(30, 150, 100), rng.integers(1, 6, 100)
    price = 4000 * area + 10000 * rooms + rng.normal(0, 20000, 100)
    lines = [f"{a:.1f},{p:.0f},{r}" for a, p, r in zip(area, price, rooms, strict=True)]
    (tmp_path / "homes.csv").write_text("\n".join(["area,price,rooms", *lines]) + "\n")
    return tmp_path


def test_train_gives_r2_and_errors_in_the_label_s_own_unit(folder: Path) -> None:
    found = figures_of(*TRAIN, "--save", "m.npz", "--history", "h.csv", cwd=folder)["lanes"][0]
    for part in (found["train"], found["test"]):
        assert set(part) == {"loss", "data_loss", "penalty", "r2", "rmse", "mae"}
    with (folder / "homes.csv").open() as file:
        prices = np.array([float(line["price"]) for line in csv.DictReader(file)])
    test = found["test"]
    assert test["rmse"] == pytest.approx(np.sqrt((1 - test["r2"]) * prices[60:].var()), rel=1e-3)
    assert 1000 < test["mae"] < test["rmse"]
    with (folder / "h.csv").open() as file:
        assert float([*csv.DictReader(file)][-1]["test_r2"]) == pytest.approx(test["r2"], rel=1e-5)

    rest = (folder / "homes.csv").read_text().splitlines()
    (folder / "rest.csv").write_text("\n".join([rest[0], *rest[61:]]))
    again = figures_of("evaluate", "m.npz", "--data", "rest.csv", cwd=folder)["lanes"][0]["test"]
    assert again == pytest.approx(test, rel=1e-4)
    table = playground("evaluate", "m.npz", "--data", "rest.csv", cwd=folder).stdout
    assert table.splitlines()[0].split() == ["lane", "loss", "R2", "RMSE", "MAE", "penalty"]


def test_the_table_and_the_lines_speak_of_r2(folder: Path) -> None:
    done = playground(*[part for part in TRAIN if part != "--quiet"], cwd=folder)
    assert "The output layer now has 1 unit, for price of homes.csv; the loss is mean_squared_error." in done.stderr
    head = "lane train loss train R2 test loss test R2 test RMSE test MAE penalty"
    assert done.stdout.splitlines()[0].split() == head.split()
    assert "R2" in done.stderr
    assert "accuracy" not in done.stdout + done.stderr


def test_what_is_no_number_and_what_has_no_numbers(folder: Path) -> None:
    (folder / "homes.csv").write_text("area,price\n5,cheap\n5,3\n2,4\n")
    assert "line 2, column price: cheap is not a number" in refused(*TRAIN, cwd=folder)
    said = refused("train", "reference", "--set", "data.task=numbers", cwd=folder)
    assert said == "digits has classes to learn, no numbers: set data.task to classes.\n"
    said = refused("train", "reference", "--set", "loss=hinge", cwd=folder)
    assert "huber" in said


def test_large_errors_are_written_as_small_ones_are() -> None:
    assert [*map(error_text, (107_912.4, 87_580.0, 1.23456, 99_999.6))] == ["107912", "87580", "1.2346", "100000"]
    assert error_text(float("inf")) == "not finite"


def test_of_a_robust_label_the_table_has_the_median_error_and_a_line_says_why(folder: Path) -> None:
    lines = (folder / "homes.csv").read_text().splitlines()
    for row in (20, 70):
        area, price, rooms = lines[row].split(",")
        lines[row] = f"{area},{price}000,{rooms}"
    (folder / "homes.csv").write_text("\n".join(lines))
    robust = [part for part in TRAIN if part != "--quiet"]
    robust += ["--set", "data.robust_label=true", "--set", "loss=huber", "--save", "m.npz"]
    done = playground(*robust, cwd=folder)
    head = "lane train loss train R2 test loss test R2 test median test MAE penalty"
    assert done.stdout.splitlines()[0].split() == head.split()
    assert "R2 and RMSE go by 1 of 40 test rows, which lies far from the others" in done.stderr
    told = playground("evaluate", "m.npz", "--data", "homes.csv", cwd=folder)
    assert told.stdout.splitlines()[0].split() == ["lane", "loss", "R2", "median", "RMSE", "MAE", "penalty"]
    assert "R2 and RMSE go by 2 of 100 rows, which lie far from the others" in told.stderr
