"""A table by its path alone is learned as ``playground train FILE`` learns it; what is said of it counts as before."""

from __future__ import annotations

import json
import pickle
from pathlib import Path

import numpy as np
import pandas as pd
import pytest

from engine import (
    Activation,
    Adam,
    Data,
    Dense,
    Experiment,
    as_python,
    compare,
    edited,
    load_data,
    open_experiment,
    save_experiment,
    train,
)
from playground.cli.main import main

NET = [Dense(8), Activation("relu"), Dense(2)]


@pytest.fixture
def table(tmp_path: Path) -> Path:
    """1000 customers, sorted by what is to be learned."""
    rng = np.random.default_rng(0)
    frame = pd.DataFrame({"income": rng.normal(60_000, 9000, 1000), "city": rng.choice(["Ulm", "Bonn"], 1000)})
    frame["churn"] = np.where(frame["income"] + 9000 * (frame["city"] == "Ulm") > 64_000, "stays", "goes")
    path = tmp_path / "t.csv"
    frame.sort_values("churn").to_csv(path, index=False)
    return path


def experiment(data: object, **settings: object) -> Experiment:
    return Experiment(layers=NET, data=data, optimizer=Adam(0.01), **{"steps": 200, **settings})  # type: ignore[arg-type]


GUESS = r"t\.csv: learns churn, which is a guess, from 600 rows, with 200 to validate and 200 to test; "


def test_a_path_alone_is_learned_as_on_the_command_line(table: Path, tmp_path: Path) -> None:
    """Whether it is a text, a path, or the source of otherwise usual data."""
    save_experiment(experiment(Data("digits"), name="net", steps=100), tmp_path / "net.json")
    model = tmp_path / "m.npz"
    assert main(["train", str(tmp_path / "net.json"), "--data", str(table), "--save", str(model), "--quiet"]) == 0
    with np.load(model) as saved:
        theirs, weight = json.loads(str(saved["experiment"]))["data"], saved["lanes.0.layers.0.weight"]
    for data in (str(table), table, Data(str(table))):
        with pytest.warns(UserWarning, match=GUESS) as told:
            run = train(experiment(data, steps=100))
        assert told[0].filename == __file__
        assert "mixed, classes spread evenly, features standardized" in str(told[0].message)
        assert run.lanes[0].test_accuracy > 0.9
        np.testing.assert_array_equal(weight, run.parameters()[0]["weight"])
        assert theirs == run.experiment.to_dict()["data"]


def test_comparisons_and_edits_of_it_are_learned_alike(table: Path) -> None:
    bare = experiment(str(table), steps=20)
    lanes = compare(edited(edited(bare, "seed", 3), "batch_size", 16), "l2", [0, 0.1])
    for each in (lanes, pickle.loads(pickle.dumps(lanes)), Experiment(**{**dict(lanes), "name": "b"})):
        with pytest.warns(UserWarning, match=GUESS):
            run = train(each, steps=5)
        assert run.experiment.data.scaling == "standard"
        assert len(run.lanes) == 2
    pasted: dict[str, Experiment] = {}
    exec(as_python(bare), pasted)
    with pytest.warns(UserWarning, match=GUESS):
        train(pasted["experiment"], steps=1)


def test_the_experiment_of_such_a_run_says_it_in_full(table: Path, tmp_path: Path) -> None:
    with pytest.warns(UserWarning, match=GUESS):
        run = train(experiment(str(table)), steps=20)
    save_experiment(run.experiment, tmp_path / "e.json")
    again = [train(run.experiment), train(open_experiment(tmp_path / "e.json"))]  # and nothing is told
    for other in again:
        np.testing.assert_array_equal(other.parameters()[0]["weight"], run.parameters()[0]["weight"])


def test_what_a_file_of_an_experiment_says_has_the_meaning_it_had(table: Path, tmp_path: Path) -> None:
    table.write_text(table.read_text(encoding="utf-8").replace("churn", "label"), encoding="utf-8")
    short = tmp_path / "short.json"
    layers = [{"kind": "dense", "units": 2}]
    short.write_text(json.dumps({"data": {"source": str(table)}, "layers": layers, "steps": 5}), encoding="utf-8")
    of_file = open_experiment(short)
    pasted: dict[str, Experiment] = {}
    exec(as_python(of_file), pasted)
    for each in (of_file, compare(of_file, "l2", [0]), edited(of_file, "seed", 0)):
        data = train(each).experiment.data
        assert (data.train, data.test, data.scaling, data.shuffle_seed) == (300, 300, "max", None)
    with pytest.warns(UserWarning, match="nothing is said"):
        data = train(pasted["experiment"]).experiment.data
    assert (data.train, data.test, data.scaling) == (300, 300, "max")


def test_a_number_to_learn_gets_a_loss_for_it_unless_one_was_chosen(tmp_path: Path) -> None:
    x = np.random.default_rng(0).normal(size=200)
    pd.DataFrame({"x": x, "price": 100 + 7 * x}).to_csv(tmp_path / "p.csv", index=False)
    quick = {"optimizer": Adam(0.1)}
    for settings, loss in (({}, "mean_squared_error"), ({"loss": "huber"}, "huber")):
        with pytest.warns(UserWarning, match=r"p\.csv: learns price, which is a guess, from 120 rows"):
            run = train(Experiment(layers=[Dense(1)], data=str(tmp_path / "p.csv"), **quick, **settings), steps=50)
        assert run.experiment.loss == loss
    assert run.lanes[0].test_accuracy > 0.9


def test_what_is_said_counts_and_what_is_left_out_is_told(table: Path) -> None:
    said = Data(str(table), label="churn", train=500, test=500)
    with pytest.warns(UserWarning, match="nothing is said") as told:
        run = train(experiment(said), steps=5)
    assert (run.experiment.data.scaling, run.experiment.data.train) == ("max", 500)
    sentence = str(told[0].message)
    assert 'Data(..., scaling="standard", shuffle_seed=0, stratify=True)' in sentence
    assert "divided by their largest value" in sentence
    assert "in the order of the file" in sentence
    with pytest.warns(UserWarning, match="in the order of the file") as told:
        train(experiment(Data(str(table), label="churn", train=500, test=500, scaling="max")), steps=5)
    assert "divided" not in str(told[0].message)
    train(experiment(Data(str(table), label="churn", scaling="max", shuffle_seed=0)), steps=5)  # nothing is told


def test_load_data_reads_it_as_training_does(table: Path) -> None:
    rows = load_data(table)
    with pytest.warns(UserWarning, match=GUESS):
        run = train(experiment(table), steps=1)
    np.testing.assert_array_equal(rows.train_x, run.dataset.train_x)
    np.testing.assert_array_equal(rows.test_y, run.dataset.test_y)


def test_a_file_of_an_experiment_that_says_the_path_alone_is_learned_alike(table: Path, tmp_path: Path) -> None:
    """The window and the command line read the file, and train that; the defaults of a file are those of before."""
    bare = experiment(str(table), steps=20)
    with pytest.warns(UserWarning, match=GUESS) as told:
        save_experiment(bare, tmp_path / "e.json")
    assert told[0].filename == __file__
    assert "The file says it in full" in str(told[0].message)
    with pytest.warns(UserWarning, match=GUESS):
        run = train(bare)
    of_file = open_experiment(tmp_path / "e.json")
    assert of_file.data == run.experiment.data
    np.testing.assert_array_equal(train(of_file).parameters()[0]["weight"], run.parameters()[0]["weight"])
    assert main(["train", str(tmp_path / "e.json"), "--save", str(tmp_path / "m.npz"), "--quiet"]) == 0
    with np.load(tmp_path / "m.npz") as saved:
        np.testing.assert_array_equal(saved["lanes.0.layers.0.weight"], run.parameters()[0]["weight"])


def test_where_the_table_is_not_there_the_file_says_what_it_can(tmp_path: Path) -> None:
    with pytest.warns(UserWarning, match=r"none\.csv does not exist\. So the experiment file cannot say"):
        save_experiment(experiment(str(tmp_path / "none.csv")), tmp_path / "e.json")
    assert open_experiment(tmp_path / "e.json").data.train == 300
    save_experiment(experiment(Data(str(tmp_path / "none.csv"), train=20, test=10)), tmp_path / "e.json")
