"""Views of lanes that differ in structure: every lane is shown, whatever it goes without, and none breaks a view."""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from importlib import import_module
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from engine.data import load
from engine.experiment.experiment import Experiment, parse
from engine.inspectors import InspectionRequest, look_inside
from engine.train.trainer import Trainer
from playground.inside.view import InsidePanel
from playground.inside.views import VIEWS
from tests.conftest import thorough_product
from tests.engine.helpers import activation, batch_norm, dense, dropout, recipe

LANES: list[dict[str, Any]] = [
    {},
    {"optimizer.kind": "adam", "batch_size": 7},
    {"layers.*.units": 5, "layers.2.function": "tanh"},
    {"layers.0.on": False, "layers.1.on": False, "layers.2.on": False},
    {"data.train_on": 20, "data.scaling": "standard"},
    {"data.folds": 3, "data.fold": 2, "layers.*.l2": 0.1},
    {"data.inputs": ["x1"], "layers.3.on": False},
]


def mixed(source: str) -> Experiment:
    stack = (dense(8, l2=0.01), batch_norm(), activation("relu"), dropout(0.3), dense(6), activation("relu"))
    n, features = (10, "pixel30") if source == "digits" else (1 if source == "sine" else 2, "x1")
    fields: dict[str, Any] = {"loss": "mean_squared_error"} if n == 1 else {}
    e = recipe(*stack, dense(n), **fields).to_dict()
    data = {"source": source, "train": 60, "test": 40, "task": "numbers" if n == 1 else "classes"}
    lanes = [{"name": f"lane {i}", "set": {**own}} for i, own in enumerate(LANES)]
    lanes[-1]["set"]["data.inputs"] = ["x" if source == "sine" else features]
    return parse({**e, "data": data, "lanes": lanes})


@cache
def trained(source: str) -> Trainer:
    """For all views, which change nothing in it."""
    e = mixed(source)
    trainer = Trainer(e, load(e.data))
    trainer.measure()
    for _ in range(3):
        trainer.run(2, record=True)
        trainer.measure()
    return trainer


ALSO = [
    *(("dropout", "sine"), ("columns", "sine"), ("boundary", "sine"), ("moved", "digits")),
    *(("weights", "circle"), ("quality", "digits"), ("bent", "circle")),
]
"""Where a view shows something else than of other rows."""


@pytest.mark.parametrize(("name", "source"), thorough_product(tuple(VIEWS), ("circle", "digits", "sine"), also=ALSO))
def test_every_lane_can_be_looked_at(name: str, source: str, qtbot: QtBot) -> None:
    trainer = trained(source)
    e, dataset = trainer.experiment, trainer.dataset
    kind = VIEWS[name]
    panel: InsidePanel = getattr(import_module(kind.module), kind.panel)()
    qtbot.addWidget(panel)
    panel.resize(360, 560)
    panel.show_experiment(e)
    panel.show_dataset(dataset)
    panel.show()
    for focus in range(len(e.lanes)):
        panel.set_focus(focus)
        request = InspectionRequest(
            kind.request, focus, rival=(focus + 1) % len(e.lanes), drawn=(focus, 0), asked=(focus, 0)
        )
        inside = look_inside(trainer, request)
        for found in inside.values():
            assert getattr(found, "focus", focus) == focus
        panel.show_snapshot(replace(trainer.snapshot(), inside=inside))
        panel.grab()
