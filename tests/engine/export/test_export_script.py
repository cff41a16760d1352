"""Exported scripts, run by themselves with NumPy alone: their figures are the run's, their answers the network's."""

from __future__ import annotations

import ast
import dataclasses
import re
import subprocess
import sys
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from engine.data import Dataset, load
from engine.data.formulas import Inputs
from engine.data.preprocessing.preparation import plain
from engine.errors import PlaygroundError
from engine.experiment.edits.field_edits import edited
from engine.experiment.experiment import Experiment
from engine.export import script as scripts
from engine.export.script import save_script, script
from engine.export.trained import TrainedLane, lane_called, lane_of_run
from engine.inspectors.answers.residuals import all_errors
from engine.nn.evaluation import outputs
from engine.nn.layers.parts.functions import ACTIVATIONS
from engine.nn.layers.parts.initializers import INITIALIZERS
from engine.nn.losses import LOSSES
from engine.store.presets import load_preset
from engine.train.trainer import Trainer
from tests.engine.helpers import (
    OPTIMIZER_KINDS,
    activation,
    batch_norm,
    blobs,
    dense,
    dropout,
    lane,
    numbers_of,
    recipe,
    small_net,
    trained,
)
from tests.engine.scripts import run_here

STEPS = 60
LINE = re.compile(
    r"step +(\d+) +train data loss (\S+) accuracy (\S+) +test data loss (\S+) accuracy (\S+) +penalty (\S+)"
)
TO_THE_LAST_BIT = "The weights are those of the run, to the last bit."


def exported(trainer: Trainer, index: int = 0) -> TrainedLane:
    return lane_of_run(trainer, index)


def run(folder: Path, text: str, *args: str, alone: bool = False) -> str:
    """The script's output. alone: in a process of its own; ``-I``: nothing of the project is in its way."""
    path = folder / "net.py"
    path.write_text(text, encoding="utf-8")
    if alone:
        command = [sys.executable, "-I", "-W", "error", str(path), *args]
        done = subprocess.run(command, capture_output=True, text=True, timeout=100, cwd=folder)
    else:
        done = run_here(path, *args)
    assert done.returncode == 0, done.stderr
    assert done.stderr == ""
    return done.stdout


def lines_of(output: str) -> dict[int, tuple[float, ...]]:
    """step -> train loss, train accuracy, test loss, test accuracy, penalty."""
    return {int(step): tuple(map(float, figures)) for step, *figures in LINE.findall(output)}


def figures_at(trainer: Trainer, index: int = 0) -> tuple[float, ...]:
    trainer.measure()
    found = trainer.snapshot().lanes[index]
    figures = found.train_data_loss, found.train_accuracy, found.test_data_loss, found.test_accuracy, found.penalty
    return tuple(round(figure, 4 if place in (1, 3) else 6) for place, figure in enumerate(figures))


def check(
    folder: Path, experiment: Experiment, dataset: Dataset, *, steps: int = STEPS, index: int = 0, alone: bool = False
) -> str:
    """Trains here and in the script, and compares the figures on the way and at the end, and the weights."""
    trainer = Trainer(experiment, dataset)
    expected = {0: figures_at(trainer, index)}
    for step in (steps // 2, steps):
        trainer.run(step - trainer.step)
        expected[step] = figures_at(trainer, index)
    text = script(exported(trainer, index), dataset)
    output = run(folder, text, "train", "--every", str(steps // 2), alone=alone)
    found = lines_of(output)
    for step, figures in expected.items():
        if step in found:
            assert found[step] == figures, step
    assert {0, steps // 2} <= set(found)
    assert TO_THE_LAST_BIT in output
    return output


@pytest.mark.parametrize("kind", OPTIMIZER_KINDS)
def test_every_optimizer_gives_the_run_s_figures(tmp_path: Path, kind: str) -> None:
    rate = {"adadelta": 1.0, "adagrad": 0.1, "sgd": 0.1}.get(kind, 0.01)
    experiment = small_net(optimizer={"kind": kind, "learning_rate": rate}, seed=3)
    check(tmp_path, experiment, blobs())


@pytest.mark.parametrize("function", ACTIVATIONS)
def test_every_activation(tmp_path: Path, function: str) -> None:
    experiment = recipe(dense(6), activation(function), dense(3), optimizer={"kind": "adam"}, batch_size=8)
    check(tmp_path, experiment, blobs())


@pytest.mark.parametrize("initialization", INITIALIZERS)
def test_every_initialization(tmp_path: Path, initialization: str) -> None:
    experiment = recipe(dense(6, initialization=initialization), activation("tanh"), dense(3), batch_size=8)
    check(tmp_path, experiment, blobs())


@pytest.mark.parametrize(
    "fields",
    [
        {"sampling": "shuffle"},
        {"sampling": "shuffle", "batch_size": 1000},
        {"sampling": "full"},
        {"batch_size": 7, "dropout_scaling": "train"},
        *({"loss": loss, "optimizer": {"kind": "adam", "learning_rate": 0.02}} for loss in LOSSES),
        {"schedule": {"kind": "constant", "warm_up": 20}},
        {"schedule": {"kind": "step", "every": 10, "factor": 0.5}},
        {"schedule": {"kind": "exponential", "half_life": 10, "warm_up": 5}},
        {"schedule": {"kind": "cosine", "over": 50, "lowest": 0.1}},
        {"schedule": {"kind": "plateau", "every": 5, "patience": 1, "minimum_change": 0.05}},
        {"seed": 2**31 - 1},
    ],
)
def test_batches_losses_and_schedules(tmp_path: Path, fields: dict[str, Any]) -> None:
    check(tmp_path, small_net(**fields), blobs())


@pytest.mark.parametrize("sampling", ["replacement", "shuffle"])
def test_batch_normalization_penalties_and_layers_without_bias(tmp_path: Path, sampling: str) -> None:
    layers = [
        batch_norm(momentum=0.3),
        dense(8, bias=False, l1=0.003),
        batch_norm(epsilon=0.001),
        activation(),
        dropout(0.0),
        dense(5, l1=0.002, l2=0.01),
        dropout(0.4),
        dense(3),
        dropout(0.1),
    ]
    check(tmp_path, recipe(*layers, batch_size=7, sampling=sampling, optimizer={"kind": "momentum"}), blobs())


def test_a_lane_has_its_own_settings(tmp_path: Path) -> None:
    lanes = [lane("a"), lane("b", l2=0.1, rate=0.5, initialization="xavier_normal", seed=9, learning_rate=0.03)]
    output = check(tmp_path, small_net(lanes=lanes), blobs(), index=1)
    assert lines_of(output)[0] != lines_of(check(tmp_path, small_net(lanes=lanes), blobs(), index=0))[0]


@pytest.mark.parametrize("restore_best", [True, False])
def test_early_stopping_stops_at_the_same_step(tmp_path: Path, restore_best: bool) -> None:
    stopping = {"on": True, "every": 5, "patience": 3, "minimum_change": 0.0, "restore_best": restore_best}
    layers = [dense(20), activation("tanh"), dense(3)]
    experiment = recipe(
        *layers, early_stopping=stopping, batch_size=8, optimizer={"kind": "adam", "learning_rate": 0.05}
    )
    trainer = trained(experiment, blobs(), 500)
    (stopped,) = trainer.stopped_at.values()
    output = run(tmp_path, script(exported(trainer), blobs()), "train", "--every", "1000")
    assert f"stopped early at step {stopped}\n" in output
    assert lines_of(output)[stopped] == figures_at(trainer)
    assert TO_THE_LAST_BIT in output


def test_with_validation_rows_these_stop_it_and_the_test_rows_come_last(tmp_path: Path) -> None:
    stopping = {"on": True, "every": 5, "patience": 3, "minimum_change": 0.0}
    layers = [dense(20), activation("tanh"), dense(3)]
    experiment = recipe(
        *layers, early_stopping=stopping, batch_size=8, optimizer={"kind": "adam", "learning_rate": 0.05}
    )
    other = blobs(seed=1)
    dataset = replace(blobs(), valid_x=blobs().test_x, valid_y=blobs().test_y, test_x=other.test_x, test_y=other.test_y)
    trainer = trained(experiment, dataset, 500)
    (stopped,), (of,) = trainer.stopped_at.values(), trainer.snapshot().lanes
    assert trained(experiment, blobs(), 500).stopped_at == trainer.stopped_at
    output = run(tmp_path, script(exported(trainer), dataset), "train", "--every", "1000")
    first, *_, stop, at_stop, tests, agrees = output.splitlines()
    assert "valid data loss" in first
    assert "test" not in first + at_stop
    assert stop == f"stopped early at step {stopped}"
    assert f"valid data loss {of.valid_data_loss:.6f} accuracy {of.valid_accuracy:.4f}" in at_stop
    assert tests == f"test data loss {of.test_data_loss:.6f} accuracy {of.test_accuracy:.4f}"
    assert agrees == TO_THE_LAST_BIT


def test_a_lane_that_diverges_says_so(tmp_path: Path) -> None:
    layers = [dense(5), activation(), dense(5), activation(), dense(3)]
    fields = {"loss": "mean_squared_error", "optimizer": {"kind": "sgd", "learning_rate": 100.0}}
    trainer = trained(recipe(*layers, **fields), blobs(), 200)
    (step,) = trainer.diverged_at.values()
    output = run(tmp_path, script(exported(trainer), blobs()), "train")
    assert f"diverged at step {step}\n" in output
    assert TO_THE_LAST_BIT in output


@pytest.mark.parametrize(("preset", "steps"), [("reference", 100), ("spiral", 100), ("initializations", 20)])
def test_presets_with_their_own_rows(tmp_path: Path, preset: str, steps: int) -> None:
    experiment = load_preset(preset)
    last, is_alone = len(experiment.lanes) - 1, preset == "reference"
    check(tmp_path, experiment, load(experiment.data), steps=steps, index=last, alone=is_alone)


def test_standardized_rows_are_unscaled_and_scaled_again(tmp_path: Path) -> None:
    experiment = edited(edited(load_preset("reference"), "data.scaling", "standard"), "data.label_noise", 0.2)
    check(tmp_path, experiment, load(experiment.data), steps=40)


# --- the trained network ----------------------------------------------------------------------------------------------


def test_predict_gives_the_network_s_own_answers(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    experiment = edited(load_preset("reference"), "optimizer.learning_rate", 0.05)
    dataset = load(experiment.data)
    trainer = trained(experiment, dataset, 100)
    scope: dict[str, Any] = {"__name__": "net"}
    exec(script(exported(trainer), dataset), scope)
    raw = dataset.test_x * dataset.scale + dataset.offset
    z = outputs(trainer.groups[0].network, trainer.groups[0].rows.test_x)[0].astype(np.float64)
    probabilities = np.exp(z) / np.exp(z).sum(axis=1, keepdims=True)
    np.testing.assert_allclose(scope["outputs_for"](raw), probabilities, atol=1e-6)
    assert scope["predict"](raw.tolist()) == [dataset.classes[place] for place in z.argmax(axis=1)]


@pytest.mark.parametrize("separator", [",", ";", "\t"])
def test_a_table_is_tested_whatever_the_order_of_its_columns(tmp_path: Path, separator: str) -> None:
    trainer = trained(small_net(), blobs(), 100)
    right = figures_at(trainer)[3]
    names = ["label", *trainer.dataset.feature_names[::-1]]
    rows = [
        [f"{y}.0", *map(repr, x[::-1].tolist())]
        for x, y in zip(trainer.groups[0].rows.test_x, trainer.dataset.test_y, strict=True)
    ]
    table = "\n".join(separator.join(line) for line in [names, *rows])
    (tmp_path / "rows.csv").write_text("\ufeff" + table + "\n", encoding="utf-8")
    output = run(tmp_path, script(exported(trainer), blobs()), "test", "rows.csv", alone=separator == ",")
    assert output == f"accuracy {right:.4f} on 15 rows\n"
    alone = run(tmp_path, script(exported(trainer)), "test", "rows.csv")
    assert alone == output, "without rows of its own it can still be used"
    others = "\n".join(separator.join(["a note", *line]) for line in [names, *rows]).replace("x2", " X2 ")
    (tmp_path / "rows.csv").write_text(others.replace("label", "LABEL"), encoding="utf-8")
    assert run(tmp_path, script(exported(trainer)), "test", "rows.csv") == output


@pytest.mark.parametrize(
    ("table", "says"),
    [
        ("x0,x3,x1,label\n1,2,3,0\n", "rows.csv lacks x2: the network was trained on columns of these names."),
        ("x0,x3,x1,x2,label\n1,2,3,4,7\n", "rows.csv has the label 7, which the network does not know."),
        ("x0,x3,x1,x2\n1,2,3,4\n", "rows.csv has no column label"),
        ("x0,x3,x1,x2,label\n1,two,3,4,0\n", "rows.csv: row 1 has 'two' where the network takes a number."),
        ("x0,x3,x1,x2,label\n1,2\n", "rows.csv: row 1 has 2 cells, but there are 5 names."),
        ("x0,x3,x1,x2,label\n", "rows.csv has no rows below a line of names."),
        (b"x0,x3,x1,x2,label\n1,2,3,4,\xff\n", "rows.csv is no text in UTF-8: save the table as CSV in UTF-8."),
        (b"\x1f\x8bnonsense", "rows.csv is no text in UTF-8: save the table as CSV in UTF-8."),
        (f"x0,x3,x1,x2,label\n1,2,3,4,{'z' * 200_000}\n", "rows.csv has the label zzz"),
        (None, "rows.csv cannot be read: No such file or directory."),
    ],
)
def test_a_table_that_does_not_fit_is_refused_in_one_sentence(
    tmp_path: Path, table: str | bytes | None, says: str
) -> None:
    (tmp_path / "net.py").write_text(script(exported(trained(small_net(), blobs(), 1))), encoding="utf-8")
    if table is not None:
        (tmp_path / "rows.csv").write_bytes(table.encode() if isinstance(table, str) else table)
    done = run_here(tmp_path / "net.py", "test", "rows.csv")
    assert done.returncode == 1
    assert done.stderr.startswith(says)
    assert len(done.stderr.splitlines()) == 1


@pytest.mark.parametrize("loss", [name for name, loss in LOSSES.items() if loss.is_for_numbers])
@pytest.mark.parametrize("sampling", ["full", "replacement"])
def test_numbers_are_learned_anew_and_said_in_their_own_unit(tmp_path: Path, loss: str, sampling: str) -> None:
    rng = np.random.default_rng(5)
    x = rng.normal(size=(700, 3)).astype(np.float32)
    y = 1000 + 250 * x[:, 0] * x[:, 1] - 40 * x[:, 2]
    dataset = numbers_of(x[:40], y[:40], x[40:], y[40:])
    stopping = {"on": True, "every": 20, "patience": 50}
    layers, fields = [dense(8), activation("tanh"), dense(1)], {"sampling": sampling, "early_stopping": stopping}
    experiment = recipe(*layers, loss=loss, optimizer={"kind": "adam", "learning_rate": 0.02}, batch_size=9, **fields)
    trainer = trained(experiment, dataset, STEPS)
    trainer.end()
    text = script(exported(trainer), dataset)
    output = run(tmp_path, text, "train", "--every", "30")
    assert lines_of(output.replace("R2", "accuracy"))[STEPS] == figures_at(trainer)
    assert TO_THE_LAST_BIT in output
    scope: dict[str, Any] = {"__name__": "net"}
    exec(text, scope)
    said = (
        outputs(trainer.groups[0].network, trainer.groups[0].rows.test_x[:500])[0, :, 0] * dataset.target_scale
        + dataset.target_offset
    )
    np.testing.assert_allclose(scope["predict"](dataset.test_x[:500]), said, rtol=1e-5)
    lines = [",".join(map(repr, (*map(float, row), float(number)))) for row, number in zip(x[40:], y[40:], strict=True)]
    (tmp_path / "rows.csv").write_text("\n".join(["x0,x1,x2,label", *lines]))
    found = re.fullmatch(r"R2 (\S+), RMSE (\S+), MAE (\S+) on 660 rows\n", run(tmp_path, text, "test", "rows.csv"))
    assert found is not None
    assert float(found[1]) == pytest.approx(figures_at(trainer)[3], abs=1e-4)
    errors = all_errors(trainer)["test"]
    assert [float(found[2]), float(found[3])] == pytest.approx([errors.rmse[0], errors.mae[0]], rel=1e-4)
    assert float(found[2]) == pytest.approx(np.sqrt((1 - figures_at(trainer)[3]) * y[40:].var()), rel=1e-3)


def test_pictures_go_by_the_places_of_their_pixels(tmp_path: Path) -> None:
    trainer = trained(small_net(), blobs(), 100)
    pictures = dataclasses.replace(exported(trainer), is_named=False)
    rows = [
        [*map(repr, x.tolist()), str(y)]
        for x, y in zip(trainer.groups[0].rows.test_x, trainer.dataset.test_y, strict=True)
    ]
    (tmp_path / "rows.csv").write_text("\n".join(map(",".join, [["1x1", "1x2", "2x1", "2x2", "label"], *rows])))
    output = run(tmp_path, script(pictures, blobs()), "test", "rows.csv")
    assert output == f"accuracy {figures_at(trainer)[3]:.4f} on 15 rows\n"


def test_it_imports_numpy_and_the_standard_library_and_nothing_that_it_does_not_use() -> None:
    trainer = trained(small_net(), blobs(), 1)
    text = script(exported(trainer), blobs())
    tree = ast.parse(text)
    imported = {alias.name for node in ast.walk(tree) if isinstance(node, ast.Import) for alias in node.names}
    imported |= {str(node.module) for node in ast.walk(tree) if isinstance(node, ast.ImportFrom)}
    assert imported - {"numpy"} <= sys.stdlib_module_names | {"collections.abc"}
    defined = {node.name for node in tree.body if isinstance(node, ast.ClassDef | ast.FunctionDef)}
    assert {"Sgd", "Dense", "Relu", "Tanh", "Dropout"} <= defined
    assert not {"Adam", "Gelu", "BatchNorm", "InvertedDropout", "Patience", "orthogonal", "rate_factor"} & defined
    for name in defined - {"predict", "train", "test", "main"}:
        assert len(re.findall(rf"\b{name}\b", text)) > 1, f"{name} is never used"
    assert max(map(len, text.splitlines())) <= 120


HOSTILE = 'x""" + __import__("os").system("echo owned") #\\'


def test_hostile_names_stay_names(tmp_path: Path) -> None:
    experiment = small_net(name=HOSTILE + "\n\r\u202e", lanes=[lane(HOSTILE)])
    experiment = edited(experiment, "data.label", HOSTILE)
    dataset = blobs()
    trainer = trained(experiment, dataset, 5)
    found = exported(trainer)
    names = tuple(f"{HOSTILE}{number}\u2028\ud800" for number in range(4))
    hostile = dataclasses.replace(found, classes=(HOSTILE, "'", '"""'), preparation=plain(names))
    output = run(tmp_path, script(hostile, dataset), "train", alone=True)
    assert "owned" not in output
    assert lines_of(output)[5] == figures_at(trainer)


def test_what_is_too_large_to_read_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(scripts, "LARGEST", 1000)
    trainer = trained(small_net(), blobs(), 1)
    with pytest.raises(PlaygroundError, match="save the model instead"):
        save_script(exported(trainer), tmp_path / "net.py", blobs())
    assert list(tmp_path.iterdir()) == []


def test_lanes_are_chosen_by_name() -> None:
    one, two = small_net(), small_net(lanes=[lane("a"), lane("b")])
    assert lane_called(one, None) == 0
    assert lane_called(two, "b") == 1
    for name in (None, "c"):
        with pytest.raises(PlaygroundError, match="choose one of a, b"):
            lane_called(two, name)


def test_formulas_are_lines_of_the_script(tmp_path: Path) -> None:
    inputs = ["x1", "sin x2", "cos(x1) * tanh(x2)", "exp(-x1^2) - 0.5", "log(abs(x1) + 1)", "sqrt(x2^4) / 3", "2^pi"]
    experiment = edited(edited(load_preset("spiral"), "data.scaling", "standard"), "data.inputs", inputs)
    assert TO_THE_LAST_BIT in check(tmp_path, experiment, load(experiment.data))
    trainer = trained(experiment, load(experiment.data), 20)
    text = script(exported(trainer))
    assert "(np.cos(x[0]) * np.tanh(x[1])),  # cos(x1) * tanh(x2)" in text
    assert "FEATURES = ('x1', 'x2')" in text
    raw = trainer.dataset.raw().test
    rows = [
        f"{x1!r},{x2!r},{'AB'[label]}" for (x1, x2), label in zip(raw.tolist(), trainer.dataset.test_y, strict=True)
    ]
    (tmp_path / "rows.csv").write_text("\n".join(["x1,x2,label", *rows]) + "\n", encoding="utf-8")
    trainer.measure()
    accuracy = trainer.snapshot().lanes[0].test_accuracy
    assert f"accuracy {accuracy:.4f} on {len(rows)} rows" in run(tmp_path, text, "test", "rows.csv")


def test_a_hostile_column_in_a_formula_stays_a_comment(tmp_path: Path) -> None:
    trainer = trained(small_net(), blobs(), 1)
    names = ["x1\n    import os #", *(f"x{place}" for place in range(2, trainer.dataset.n_features + 1))]
    inputs = Inputs.read([f"`{name}`" for name in names], names)
    lane = dataclasses.replace(exported(trainer), preparation=dataclasses.replace(plain(names), inputs=inputs))
    assert "import os #" in script(lane)
    modules = [node for node in ast.walk(ast.parse(script(lane))) if isinstance(node, ast.Import)]
    assert "os" not in {alias.name for node in modules for alias in node.names}
