"""Training in one call: the same figures as on the command line, which goes its own way to them."""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np
import pandas as pd
import pytest

from engine import (
    Activation,
    Adam,
    Data,
    Dense,
    Dropout,
    EarlyStopping,
    Experiment,
    Lane,
    Run,
    compare,
    inspect,
    load_data,
    load_preset,
    train,
)
from engine.errors import DataError, ExperimentError, PlaygroundError
from engine.store.experiment_files import HISTORY_COLUMNS, save_experiment
from engine.store.model_files import load_model
from playground.cli.main import main

SMALL = Experiment(
    name="small",
    data=Data("spiral", train=60, test=40, noise=0.1),
    layers=[Dense(8), Activation("relu"), Dropout(0.2), Dense(2)],
    optimizer=Adam(0.01),
    batch_size=10,
    steps=250,
    lanes=[Lane("a"), Lane("b", set={"layers.*.rate": 0.5})],
)


@pytest.fixture(scope="module")
def run() -> Run:
    return train(SMALL)


def test_figures_history_and_model_are_those_of_the_command_line(
    run: Run, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    source, model, history = tmp_path / "e.json", tmp_path / "m.npz", tmp_path / "h.csv"
    save_experiment(SMALL, source)
    assert main(["train", str(source), "--json", "--save", str(model), "--history", str(history)]) == 0
    told = json.loads(capsys.readouterr().out)
    assert run.snapshot.step == told["steps"] == 250
    for lane, expected in zip(run.lanes, told["lanes"], strict=True):
        assert lane.train_data_loss == expected["train"]["data_loss"]
        assert lane.test_accuracy == expected["test"]["accuracy"]
        assert lane.penalty == expected["test"]["penalty"]
    expected_frame = pd.read_csv(history)
    frame = run.history
    assert tuple(frame.columns) == HISTORY_COLUMNS
    pd.testing.assert_frame_equal(frame, expected_frame, check_dtype=False, rtol=1e-6)
    stored = load_model(model)
    for lane, layers in enumerate(stored.lanes):
        for mine, theirs in zip(run.parameters(lane), layers, strict=True):
            assert mine.keys() == theirs.keys()
            for name in mine:
                np.testing.assert_array_equal(mine[name], theirs[name])


def test_a_run_is_saved_as_a_model(run: Run, tmp_path: Path) -> None:
    run.save(tmp_path / "m.npz")
    model = load_model(tmp_path / "m.npz")
    assert model.experiment == run.experiment
    assert model.provenance is not None
    assert model.provenance.steps == 250


def test_answers_are_those_that_were_counted(run: Run) -> None:
    data = run.dataset
    raw = data.test_x * data.scale + data.offset
    truth = np.array(data.classes)[data.test_y]
    for lane in ("a", "b", 0, -1):
        index = {"a": 0, "b": 1}.get(str(lane), lane)
        assert (run.predict(raw, lane) == truth).mean() == pytest.approx(run.lanes[int(index)].test_accuracy)
    shares = run.probabilities(raw, "b")
    np.testing.assert_allclose(shares.sum(axis=1), 1, rtol=1e-5)
    log_loss = -np.log(shares[np.arange(len(raw)), data.test_y]).mean()
    assert log_loss == pytest.approx(run.lanes[1].test_data_loss, rel=1e-4)
    assert run.predict(raw[0]).shape == (1,)


def test_a_look_is_a_view_and_changes_nothing(run: Run) -> None:
    before = [run.trainer.lane_state(lane) for lane in (0, 1)]
    outputs = np.asarray(run.dataset.train_x) @ run.parameters()[0]["weight"] + run.parameters()[0]["bias"]
    assert inspect(run, "signals").std[0, 0] == pytest.approx(outputs.std(), rel=1e-4)
    assert inspect(run, "weights", lane="b").focus == 1
    assert run.diagnose() == inspect(run, "diagnosis")
    for state, lane in zip(before, (0, 1), strict=True):
        np.testing.assert_array_equal(run.trainer.lane_state(lane), state)


def test_a_diagnosis_says_what_is_wrong() -> None:
    bad = train(compare(load_preset("initializations"), "layers.*.initialization", ["uniform"]), steps=20)
    assert [finding.rule for finding in bad.diagnose()] == ["diverged"]
    assert "step" in str(bad.diagnose()[0].text)
    assert "not finite" in bad._repr_html_()
    assert np.isnan(bad.probabilities(np.zeros(64))).all()
    with pytest.raises(PlaygroundError, match="has diverged"):
        bad.predict(np.zeros(64))


def test_a_comparison_has_a_lane_for_each_value_and_each_trains_as_it_would_alone() -> None:
    with pytest.warns(UserWarning, match=r"layers\.\*\.l2: 1.0 is there more than once"):
        experiment = compare(SMALL, "layers.*.l2", [0, 0.01, np.float64(1), 1])
    assert [lane.name for lane in experiment.lanes] == ["λ 0", "λ 0.01", "λ 1"]
    assert experiment.lanes[1].set == {"layers.*.l2": 0.01}
    together = train(experiment, steps=30)
    for lane, l2 in enumerate([0, 0.01, 1]):
        layers = [Dense(8, l2=l2), Activation("relu"), Dropout(0.2), Dense(2, l2=l2)]
        alone = train(Experiment(**{**dict(SMALL), "layers": layers, "lanes": [Lane("alone")]}), steps=30)
        assert alone.lanes[0].test_data_loss == together.lanes[lane].test_data_loss
    assert [lane.set for lane in compare(SMALL, "learning_rate", [0.1]).lanes] == [{"optimizer.learning_rate": 0.1}]
    assert [lane.set for lane in compare(SMALL, "layers.0.initialization", ["he"]).lanes] == [
        {"layers.0.initialization": "he"}
    ]


@pytest.mark.parametrize(
    ("path", "values", "names"),
    [
        ("optimizer.kind", ["sgd", "adam"], ["SGD", "Adam"]),
        ("layers.0.units", [2, np.int64(4)], ["layer 1 units 2", "layer 1 units 4"]),
        ("layers.*.units", [2, 4], ["units 2", "units 4"]),
        ("layers.1.function", ["tanh"], ["layer 2 Tanh"]),
        ("layers.2.on", [True, False], ["layer 3 on", "layer 3 off"]),
        ("batch_size", [4, 8], ["batch 4", "batch 8"]),
        ("data.label_noise", [0, 0.5], ["noise 0", "noise 0.5"]),
        ("early_stopping.on", [False, True], ["off", "on"]),
        ("data.inputs", [["x1"], ["x1", "x2"]], ["inputs 1", "inputs 2"]),
    ],
)
def test_any_field_that_a_lane_may_set_is_compared(path: str, values: list[object], names: list[str]) -> None:
    experiment = compare(SMALL, path, values)
    assert [lane.name for lane in experiment.lanes] == names
    alone = [train(compare(SMALL, path, [value]), steps=5).lanes[0] for value in values]
    together = train(experiment, steps=5).lanes
    assert [lane.test_data_loss for lane in together] == [lane.test_data_loss for lane in alone]


@pytest.mark.parametrize(
    ("path", "values", "sentence"),
    [
        ("layers.0.unit", [1], "layers.0.unit: no layer of the stack has such a setting."),
        ("layers.0.kind", ["dropout"], "layers.0.kind: a lane cannot make another layer of it"),
        ("batch", [1], "batch: there is no such setting: the nearest is batch_size."),
        ("batch_size", [0], "batch_size: must be between 1 and 100000; got 0"),
        ("optimizer.kind", ["sgd", "sdg"], "optimizer.kind: "),
        ("optimizer.speed", [1], "optimizer.speed: there is no such field in this experiment."),
        ("data.train", [10], "data.train: all lanes are tested on the same rows, so data.train is the same for all"),
        ("name", ["a"], "name: name is the same for all lanes."),
        ("l2", [], "lanes: must have at least 1 entry."),
        ("l2", ["many"], "l2: "),
        ("l2", [11], "l2: must be between 0 and 10; got 11"),
        ("seed", range(65), "lanes: must have at most 64 entries."),
    ],
)
def test_what_cannot_be_compared(path: str, values: list[object], sentence: str) -> None:
    with pytest.raises(ExperimentError) as caught:
        compare(SMALL, path, values)
    assert str(caught.value).startswith(sentence)


def test_a_setting_that_no_layer_has_is_not_compared() -> None:
    with pytest.raises(ExperimentError, match="no layer of the stack has such a setting"):
        compare(Experiment(layers=[Dense(10)]), "layers.*.rate", [0, 0.5])


def test_what_cannot_be_trained_or_seen(run: Run) -> None:
    endless = Experiment(**{**dict(SMALL), "steps": None})
    with pytest.raises(PlaygroundError, match="small goes on for ever: say how many steps to train"):
        train(endless)
    assert train(endless, steps=3).snapshot.step == 3
    with pytest.raises(ExperimentError, match=r"layers\.0\.units: the output layer has 3 units, but digits has 10"):
        train(Experiment(layers=[Dense(3)]))
    with pytest.raises(PlaygroundError, match=r"There is no lane c; there are a, b\."):
        run.parameters("c")
    with pytest.raises(PlaygroundError, match=r"There is no lane 2; there are a, b\."):
        run.parameters(2)
    with pytest.raises(PlaygroundError, match="There is no view colours; there are bent, boundary, "):
        inspect(run, "colours")
    with pytest.raises(PlaygroundError, match="A row of spiral has 2 features"):
        run.predict([[1, 2, 3]])


def test_early_stopping_and_progress(capsys: pytest.CaptureFixture[str]) -> None:
    stopping = EarlyStopping(1, every=5, minimum_change=1.0)
    stopped = train(Experiment(**{**dict(SMALL), "early_stopping": stopping}), progress=True)
    assert [lane.stopped_at for lane in stopped.lanes] == [10, 10]
    out, err = capsys.readouterr()
    assert not out
    assert err.endswith(" of 250 steps\n")


def test_a_run_is_told_in_a_line_and_shown_as_a_table(run: Run) -> None:
    assert repr(run) == "Run('small': 250 steps, 2 lanes)"
    html = run._repr_html_()
    for words in (
        "train loss",
        "test accuracy",
        f"{run.lanes[1].test_data_loss:.4f}",
        f"{run.lanes[0].test_accuracy:.1%}",
    ):
        assert words in html
    assert "color" not in html


def test_data_by_name_by_path_and_in_full(tmp_path: Path) -> None:
    assert load_data().n_classes == 10
    assert len(load_data(Data("xor", train=12, test=8)).train_x) == 12
    table = tmp_path / "t.csv"
    table.write_text(
        "size,colour,kind\n" + "".join(f"{n},{n % 3},{'ab'[n % 2]}\n" for n in range(20)), encoding="utf-8"
    )
    found = load_data(table)
    assert found.classes == ("a", "b")
    assert (len(found.train_x), len(found.test_x)) == (12, 4)
    with pytest.raises(DataError, match=r"nothing\.csv does not exist"):
        load_data(tmp_path / "nothing.csv")
