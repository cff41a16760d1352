"""Whoever calls the library wrongly reads in one sentence what was given and what to give."""

from __future__ import annotations

import warnings
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd
import pytest

import engine
from engine import (
    Activation,
    Adam,
    BatchNorm,
    CosineSchedule,
    Data,
    Dense,
    EarlyStopping,
    Experiment,
    Lane,
    Run,
    Sgd,
    as_python,
    compare,
    diagnose,
    inspect,
    load_data,
    open_experiment,
    save_experiment,
    train,
)
from engine.errors import PlaygroundError
from engine.nn.layers.registry import LAYERS
from engine.optim.registry import OPTIMIZERS
from engine.optim.schedules import SCHEDULES

E = Experiment(layers=[Dense(4), Activation("relu"), Dense(2)], data=Data("xor", train=8, test=8), steps=3)
FRAME = pd.DataFrame({"a": [1, 2], "b": [3, 4]})
NET = [Dense(2)]


@pytest.fixture(scope="module")
def run() -> Run:
    return train(E)


CALLS: list[tuple[Callable[[Any], object], str]] = [
    (lambda _: train([E, E]), r"train: write it as train\(experiment\); got a list\."),  # type: ignore[arg-type]
    (lambda _: train(NET), r"train: write it as train\(Experiment\(layers=\[\.\.\.\]\)\); got a list of layers\."),  # type: ignore[arg-type]
    (lambda run: train(run), r"train: write it as train\(run\.experiment\); got a Run\."),
    (lambda _: train(E, epochs=5), "train has no epochs: say steps"),  # type: ignore[call-arg]
    (lambda _: train(E, step=5), "train has no step: say steps"),  # type: ignore[call-arg]
    (lambda _: train(E, foo=5), "train has no foo: it has steps, threads, progress"),  # type: ignore[call-arg]
    (lambda _: train(E, 5), "train: write each setting as name=value: steps, threads, progress"),  # type: ignore[call-arg]
    (lambda _: train(), "train needs experiment"),  # type: ignore[call-arg]
    (lambda _: Experiment(NET), r"Experiment: write each setting as name=value: layers, data"),  # type: ignore[call-arg]
    (lambda _: Experiment(), "Experiment needs layers"),  # type: ignore[call-arg]
    (lambda _: compare(E, "l2", 0.1), r'compare: write it as compare\(experiment, "l2", \[0\.1\]\); got 0\.1\.'),  # type: ignore[arg-type]
    (
        lambda _: compare(E, "optimizer.kind", "adam"),
        r'compare: write it as compare\(experiment, "optimizer.kind", \["adam"\]\); got \'adam\'\.',
    ),
    (lambda _: compare(E, "optimizer", [Adam(), Sgd()]), "optimizer: "),
    (lambda run: compare(run, "l2", [0]), r"compare: write it as compare\(run\.experiment, \.\.\.\); got a Run\."),
    (lambda _: compare(E, E), "compare needs values"),  # type: ignore[call-arg,arg-type]
    (lambda _: compare(E, E, [1]), r'compare: write it as compare\(experiment, "l2", \[0, 0\.1\]\); got an Experiment'),  # type: ignore[arg-type]
    (
        lambda _: compare(E, "learning_rte", [0.1]),
        "learning_rte: there is no such setting: the nearest is learning_rate",
    ),
    (lambda run: inspect(run, ["signals"]), r"inspect: write it as inspect\(run, \"signals\"\); got a list\."),
    (
        lambda _: inspect(E, "signals"),
        r"inspect: write it as inspect\(train\(experiment\), \.\.\.\); got an Experiment",
    ),  # type: ignore[arg-type]
    (lambda run: inspect(run, "signal"), "There is no view signal; there are "),
    (lambda _: diagnose(E), r"diagnose: write it as diagnose\(train\(experiment\)\); got an Experiment\."),  # type: ignore[arg-type]
    (lambda run: as_python(run), r"as_python: write it as as_python\(run\.experiment\); got a Run\."),
    (
        lambda _: save_experiment("e.json", E),  # type: ignore[arg-type]
        r'save_experiment: write it as save_experiment\(experiment, "e\.json"\); got \'e\.json\'\.',
    ),
    (lambda _: save_experiment(E, None), r"save_experiment: write it as .*; got None\."),  # type: ignore[arg-type]
    (lambda _: open_experiment(5), r'open_experiment: write it as open_experiment\("e\.json"\); got 5\.'),  # type: ignore[arg-type]
    (lambda run: run.save(None), r'save: write it as run\.save\("m\.npz"\); got None\.'),
    (lambda _: load_data(FRAME), r"data: a pandas frame is no source .*to_csv"),  # type: ignore[arg-type]
    (lambda _: load_data(5), r'data: write it as "t\.csv"; got 5\.'),  # type: ignore[arg-type]
    (lambda _: Experiment(layers=NET, data=FRAME), r"data: a pandas frame is no source .*to_csv"),  # type: ignore[arg-type]
    (lambda _: Data(FRAME), r"source: a pandas frame is no source .*to_csv"),
    (lambda _: Experiment(layers=NET, data=np.zeros((3, 2))), r'data: write it as "t\.csv"; got a ndarray\.'),  # type: ignore[arg-type]
    (lambda _: Experiment(layers=Dense(2)), r"layers: write it as \[Dense\(8\), .*\]; got a Dense\."),  # type: ignore[arg-type]
    (lambda _: Experiment(layers=[8, 2]), r"layers\.0: write it as Dense\(8\); got 8\."),  # type: ignore[list-item]
    (lambda _: Experiment(layers=NET, lanes="a"), r'lanes: write it as \[Lane\("a"\), .*\]; got \'a\'\.'),
    (lambda _: Experiment(layers=NET, optimizer="adm"), r"optimizer\.kind: must be one of sgd, .*; got 'adm'"),
    (lambda _: Experiment(layers=NET, optimizer=3), r"optimizer: write it as Adam\(0\.001\); got 3\."),
    (lambda _: Experiment(layers=NET, optimiser=Adam()), "optimiser: unknown field: the nearest is optimizer"),
    (lambda _: Dense(3, init="he"), "init: unknown field: the nearest is initialization"),  # type: ignore[call-overload]
    (lambda _: Data("t.csv", lable="y"), "lable: unknown field: the nearest is label"),  # type: ignore[call-overload]
    (lambda _: Dense(3, qqq=1), r"qqq: unknown field\."),  # type: ignore[call-overload]
    (lambda _: setattr(E, "batch_size", 5), r'never changes: edited\(experiment, "batch_size", 5\) gives a new one'),
    (lambda _: setattr(E.optimizer, "learning_rate", 5), r"learning_rate: .* never changes"),
    (lambda _: train(Experiment(layers=[Dense(1)])), "the output layer has 1 unit, but digits has 10 classes"),
]


@pytest.mark.parametrize("place", range(len(CALLS)))
def test_a_wrong_call_is_told_in_one_sentence(place: int, run: Run) -> None:
    call, sentence = CALLS[place]
    with pytest.raises((PlaygroundError, TypeError), match=sentence) as caught:
        call(run)
    told = str(caught.value)
    assert "\n" not in told
    assert "http" not in told
    assert len(told) < 300


def test_kinds_may_be_given_by_name_or_without_brackets() -> None:
    written = Experiment(
        layers=[Dense(4), BatchNorm, Dense(2)],  # type: ignore[list-item]
        optimizer="Adam",
        schedule="cosine",
        early_stopping=EarlyStopping,
        lanes=["a", Lane("b", set={"seed": 1})],
    )
    assert written == Experiment(
        layers=[Dense(4), BatchNorm(), Dense(2)],
        optimizer=Adam(),
        schedule=CosineSchedule(),
        early_stopping=EarlyStopping(),
        lanes=[Lane("a"), Lane("b", set={"seed": 1})],
    )
    assert Experiment(layers=NET, optimizer=Adam).optimizer == Adam()


def test_values_that_are_there_twice_make_one_lane_and_that_is_told() -> None:
    with pytest.warns(UserWarning, match=r"l2: 0 is there more than once: it has one lane\."):
        assert len(compare(E, "l2", [0, 0.0, 1]).lanes) == 2
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        assert len(compare(E, "l2", (value for value in (0, 1))).lanes) == 2


def test_a_star_gives_all_that_the_readme_names_and_every_kind() -> None:
    names: dict[str, Any] = {}
    exec("from engine import *", names)
    assert {"Dense", "Experiment", "PlaygroundError", "compare", "inspect", "load_data", "train"} <= set(names)
    kinds = [
        spec.__name__.removesuffix("Spec") for all_of in (LAYERS, OPTIMIZERS, SCHEDULES) for spec in all_of.values()
    ]
    assert set(kinds) <= set(names)


def test_a_star_gives_a_kind_that_is_not_listed(monkeypatch: pytest.MonkeyPatch) -> None:
    from engine.api import specs

    monkeypatch.setitem(specs.PARTS, Path, ("Lion", specs.Adam))  # type: ignore[misc]
    monkeypatch.setattr(specs, "Lion", specs.Adam, raising=False)
    assert "Lion" in engine.__all__
    names: dict[str, Any] = {}
    exec("from engine import *", names)
    assert names["Lion"] is specs.Adam
