"""Random experiments of all kinds: the exported script, run by itself, comes to the weights and figures of the run."""

from __future__ import annotations

import dataclasses
import json
import random
import subprocess
import sys
from pathlib import Path
from typing import Any, Final

import numpy as np
import pytest

from engine.data import Dataset
from engine.data.preprocessing.preparation import plain
from engine.experiment.edits.field_edits import edited
from engine.experiment.experiment import Experiment
from engine.export.layers import dense as dense_export
from engine.export.script import script
from engine.export.trained import lane_of_run
from engine.nn.layers.parts.functions import ACTIVATIONS
from engine.nn.layers.parts.initializers import INITIALIZERS
from engine.train.trainer import Trainer
from tests.conftest import BY_NIGHT, thorough
from tests.engine.helpers import (
    OPTIMIZER_KINDS,
    activation,
    batch_norm,
    blobs,
    dense,
    dropout,
    lane,
    pictures,
    recipe,
    trained,
)

EXPERIMENTS: Final = 60 if BY_NIGHT else 15
RATES: Final = {"adadelta": 1.0, "adagrad": 0.1, "sgd": 0.1, "momentum": 0.03, "nesterov": 0.03}
SCHEDULES: Final = (
    {"kind": "constant"},
    {"kind": "constant", "warm_up": 20},
    {"kind": "step", "every": 10, "factor": 0.5},
    {"kind": "exponential", "half_life": 30, "warm_up": 5},
    {"kind": "cosine", "over": 50, "lowest": 0.1},
    {"kind": "plateau", "every": 5, "patience": 1, "minimum_change": 0.05},
    {"kind": "plateau", "every": 7, "patience": 2, "minimum_change": 0.0, "warm_up": 10},
)
RUN_ALL: Final = """
import contextlib, io, json, pathlib, runpy
for path in sorted(pathlib.Path().glob("net*.py")):
    scope = runpy.run_path(str(path))
    numpy = scope["np"]
    arrays = scope["unpacked"]()
    figures = []
    with contextlib.redirect_stdout(io.StringIO()) as said, numpy.errstate(all="ignore"):
        layers = scope["train"](scope["STEPS"], scope["STEPS"])
        for rows in ("train", "test", "valid")[: 3 if "valid_x" in arrays else 2]:
            x = scope["scaled"](arrays[rows + "_x"], arrays)
            figures += scope["figures"](layers, x, arrays[rows + "_y"])
    print(json.dumps([path.stem, scope["agreement"](layers), figures, said.getvalue()]))
"""
"""Floats go through JSON without losing a bit."""


def random_experiment(rng: random.Random, n_classes: int) -> Experiment:
    """Up to three hidden layers, with everything that an experiment can say."""
    layers: list[dict[str, Any]] = []
    for _ in range(rng.randint(0, 3)):
        layers += [batch_norm(momentum=rng.choice([0.1, 0.9]), epsilon=rng.choice([1e-5, 1e-3]))] * (rng.random() < 0.3)
        units, bias, start = rng.choice([1, 2, 5, 16, 33]), rng.random() < 0.8, rng.choice([*INITIALIZERS])
        penalties = {"l1": rng.choice([0.0, 0.0, 0.003]), "l2": rng.choice([0.0, 0.01, 0.1])}
        layers.append(dense(units, bias=bias, initialization=start, **penalties))
        layers += [batch_norm()] * (rng.random() < 0.3)
        function = rng.choice(list(ACTIVATIONS))
        layers += [activation(function)] * (rng.random() < 0.9)
        layers += [dropout(rng.choice([0.0, 0.1, 0.5, 0.8]))] * (rng.random() < 0.4)
    layers.append(dense(n_classes, l2=rng.choice([0.0, 0.01])))
    layers += [batch_norm()] * (rng.random() < 0.1) + [dropout(0.2)] * (rng.random() < 0.2)
    kind = rng.choice(OPTIMIZER_KINDS)
    rate = RATES.get(kind, 0.01) * rng.choice([0.3, 1.0, 3.0])
    lanes = [lane("a"), lane("b", l2=0.03, rate=0.3), lane("c", learning_rate=rate / 2, seed=rng.randrange(100))]
    stopping = {"every": rng.choice([3, 10]), "patience": rng.choice([1, 3, 20]), "restore_best": rng.random() < 0.7}
    return recipe(
        *layers,
        optimizer={"kind": kind, "learning_rate": rate},
        lanes=lanes[: rng.choice([1, 2, 3])],
        schedule=rng.choice(SCHEDULES),
        early_stopping={"on": rng.random() < 0.4, **stopping},
        sampling=rng.choice(["replacement", "shuffle", "full"]),
        batch_size=rng.choice([1, 2, 7, 16, 29, 64]),
        loss=rng.choice(["softmax_cross_entropy", "mean_squared_error", "huber"]),
        dropout_scaling=rng.choice(["test", "train"]),
        steps=rng.choice([40, 120]),
        seed=rng.randrange(2**31),
    )


def made_wild(experiment: Experiment, rng: random.Random) -> Experiment:
    """With what lies at the edge of float32: many such lanes diverge."""
    if rng.random() < 0.7:
        experiment = edited(edited(experiment, "loss", "mean_squared_error"), "optimizer.kind", "sgd")
    settings = {
        "optimizer.learning_rate": rng.choice([1.0, 30.0, 100.0]),
        **({"optimizer.epsilon": 1e-60} if hasattr(experiment.optimizer, "epsilon") else {}),
        **{
            f"layers.{i}.rate": rng.choice([0.5, 0.99999])
            for i, layer in enumerate(experiment.layers)
            if layer.kind == "dropout"
        },
    }
    for path, value in settings.items():
        experiment = edited(experiment, path, value)
    return experiment


def random_run(number: int) -> Trainer:
    """A run to its end, or to where a person has stopped it; measured."""
    rng = random.Random(number)
    n_classes = rng.choice([2, 3, 10, 12])
    experiment = random_experiment(rng, n_classes)
    dataset = blobs(rng.choice([1, 4, 17, 70]), n_classes, train=30, test=rng.choice([15, 600]), seed=number)
    if number % 3 == 0:
        experiment = made_wild(experiment, rng)
        size = np.float32(10.0 ** rng.choice([-6, 0, 3, 12]))
        dataset = dataclasses.replace(dataset, train_x=dataset.train_x * size, test_x=dataset.test_x * size)
    if number % 5 == 2:
        first = next(i for i, layer in enumerate(experiment.layers) if hasattr(layer, "frozen"))
        experiment = edited(experiment, f"layers.{first}.frozen", True)
    if number % 7 == 3:
        for index, layer in enumerate(experiment.layers[:-1]):
            if hasattr(layer, "off_units"):
                experiment = edited(experiment, f"layers.{index}.off_units", (0,))
    if number % 4 == 1:
        dataset = with_validation(dataset)
    assert experiment.steps is not None
    trainer = trained(experiment, dataset, experiment.steps)
    if rng.random() < 0.7:
        trainer.end()
    return trainer


def with_validation(dataset: Dataset) -> Dataset:
    """The last two thirds of the test rows validate."""
    cut = len(dataset.test_y) // 3
    x, y = dataset.test_x, dataset.test_y
    return dataclasses.replace(dataset, test_x=x[:cut], test_y=y[:cut], valid_x=x[cut:], valid_y=y[cut:])


def last(trainer: Trainer) -> int:
    """The lane that is exported."""
    return len(trainer.experiment.lanes) - 1


def replayed(folder: Path, trainers: dict[str, Trainer]) -> dict[str, tuple[str, list[float], str]]:
    """name -> what each script says about its weights, its data losses and accuracies, and what it has printed."""
    for name, trainer in trainers.items():
        (folder / f"{name}.py").write_text(
            script(lane_of_run(trainer, last(trainer)), trainer.dataset), encoding="utf-8"
        )
    command = [sys.executable, "-I", "-W", "error", "-c", RUN_ALL]
    done = subprocess.run(command, capture_output=True, text=True, timeout=200, cwd=folder)
    assert done.returncode == 0, done.stderr
    found = [json.loads(line) for line in done.stdout.splitlines()]
    return {name: (agreement, figures, said) for name, agreement, figures, said in found}


def figures_of(trainer: Trainer) -> list[float]:
    trainer.measure()
    found = trainer.snapshot().lanes[last(trainer)]
    figures = [found.train_data_loss, found.train_accuracy, found.test_data_loss, found.test_accuracy]
    return figures + [found.valid_data_loss, found.valid_accuracy] * found.has_validation


@pytest.mark.nightly
def test_all_kinds_come_to_the_same_weights_and_figures_to_the_last_bit(tmp_path: Path) -> None:
    trainers = {f"net{number:03}": random_run(number) for number in range(EXPERIMENTS)}
    assert sum(len(trainer.stopped_at) for trainer in trainers.values()) > 5, "early stopping takes part"
    assert any({*trainer.restored} - {*trainer.stopped_at} for trainer in trainers.values()), "the end does"
    assert sum(last(trainer) in trainer.diverged_at for trainer in trainers.values()) >= EXPERIMENTS // 20, (
        "lanes that diverge do"
    )
    validated = [trainer for trainer in trainers.values() if trainer.has_validation]
    assert not BY_NIGHT or sum(len(trainer.stopped_at) for trainer in validated) > 2, "and by validation rows"
    for name, (agreement, figures, said) in replayed(tmp_path, trainers).items():
        trainer = trainers[name]
        about = f"{name}: {trainer.experiment.to_json()}"
        assert agreement == "The weights are those of the run, to the last bit.", about
        step = trainer.diverged_at.get(last(trainer))
        assert ("diverged at step" in said) == (step is not None), about
        if step is None:
            np.testing.assert_array_equal(figures, figures_of(trainer), about)
        else:
            assert f"diverged at step {step}\n" in said, about


def many_rows(rows: int) -> Dataset:
    return blobs(64, 10, train=rows, test=100, seed=3)


PARTED: Final[tuple[dict[str, Any], ...]] = ({"sampling": "full"}, {"sampling": "shuffle", "batch_size": 420})


@pytest.mark.parametrize(("units", "rows"), thorough([(100, 600), (300, 1000)], by_day=[(100, 600)]))
def test_so_do_products_that_the_engine_cuts_into_parts(tmp_path: Path, units: int, rows: int) -> None:
    layers = [dense(units), activation(), dense(units), activation("tanh"), batch_norm(), dense(10)]
    optimizer = {"kind": "adam", "learning_rate": 0.001}
    trainers = {
        f"net{number}": trained(recipe(*layers, optimizer=optimizer, **fields), many_rows(rows), 15)
        for number, fields in enumerate(PARTED)
    }
    for name, (agreement, figures, _) in replayed(tmp_path, trainers).items():
        assert agreement == "The weights are those of the run, to the last bit.", name
        assert figures == figures_of(trainers[name])


def test_where_sums_are_made_in_another_order_figures_come_close(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As on another computer: the script does not cut the products, which the engine may have cut."""
    monkeypatch.setattr(dense_export, "parts_pay", lambda: False)
    layers = [dense(100), activation(), dense(100), activation("tanh"), batch_norm(), dense(10)]
    optimizer = {"kind": "adam", "learning_rate": 0.001}
    trainer = trained(recipe(*layers, optimizer=optimizer, sampling="full"), many_rows(600), 15)
    ((agreement, figures, _),) = replayed(tmp_path, {"net": trainer}).values()
    if "to the last bit" not in agreement:
        assert float(agreement.rpartition(" ")[2].rstrip(".")) < 1e-5
    np.testing.assert_allclose(figures, figures_of(trainer), rtol=1e-5)


AUGMENTED: Final[tuple[dict[str, Any], ...]] = (
    {"shift": 2},
    {"flip": True, "noise": 0.2},
    {"shift": 1, "rotate": 30.0, "crop": 0.3, "flip": True, "noise": 0.05},
)


def test_pictures_that_are_changed_at_every_step(tmp_path: Path) -> None:
    """Also where each pixel is scaled in its own way, and an epoch ends with a smaller batch."""
    trainers = {}
    for number, augmentation in enumerate(AUGMENTED):
        dataset = pictures((6, 5, 1 + 2 * (number == 1)))
        if number == 2:
            scale = np.linspace(0.5, 2, dataset.n_features).astype(np.float32)
            scaled = plain(dataset.feature_names, scale - 1, scale)
            rows = {name: (getattr(dataset, name) - scaled.offset) / scale for name in ("train_x", "test_x")}
            dataset = dataclasses.replace(dataset, preparation=scaled, **rows)
        data = {"source": "digits", "augmentation": augmentation}
        layers = [{"kind": "conv2d", "filters": 3}, activation(), {"kind": "flatten"}, dropout(0.2), dense(3)]
        fields = {"sampling": ("shuffle", "replacement", "full")[number], "batch_size": 8}
        trainers[f"net{number}"] = trained(recipe(*layers, data=data, **fields), dataset, 30)
    for name, (agreement, figures, _) in replayed(tmp_path, trainers).items():
        assert agreement == "The weights are those of the run, to the last bit.", name
        assert figures == figures_of(trainers[name])
