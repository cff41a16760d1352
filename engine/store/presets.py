"""The experiments that come with the program; ``assets/presets/index.json`` says what each of them shows."""

from __future__ import annotations

import json
from functools import cache
from typing import TYPE_CHECKING, Final

from engine.assets import asset
from engine.errors import PlaygroundError
from engine.records import record

if TYPE_CHECKING:
    from engine.experiment.experiment import Experiment

REFERENCE: Final = "reference"
"""What the engine was first built for, and what an unnamed experiment is."""
FIRST_PRESET: Final = "first-look"
"""What the program opens on: two inputs, so that all of it can be drawn, a lane that learns and one that cannot."""


@record
class Preset:
    """``name`` is what the command line calls it, ``description`` one sentence on what there is to see."""

    name: str
    title: str
    description: str


@cache
def presets() -> tuple[Preset, ...]:
    """All presets, in the order in which to try them."""
    index = json.loads(asset("presets", "index.json").read_text(encoding="utf-8"))
    return tuple(Preset(name, entry["title"], entry["description"]) for name, entry in index.items())


def preset_names() -> tuple[str, ...]:
    """The names that `load_preset` knows."""
    return tuple(preset.name for preset in presets())


def names_at_hand() -> tuple[str, ...]:
    """Those of presets whose rows are there without a download."""
    from engine.data.sources.registry import source_of  # here, as below: the list of the presets needs none of it

    return tuple(name for name in preset_names() if not source_of(load_preset(name).data.source).is_download)


@cache
def preset_curves() -> dict[str, tuple[tuple[float, ...], ...]]:
    """Preset -> lane -> test accuracies, or R2, from the first step to the last: made by docs/make_curves.py.

    The points are equally far apart; a lane that diverges has none from then on. A preset whose rows were not there
    when they were made has no curves.
    """
    curves = json.loads(asset("presets", "curves.json").read_text(encoding="utf-8"))
    return {name: tuple(tuple(lane) for lane in lanes) for name, lanes in curves.items()}


def first_experiment() -> Experiment:
    """What there is to see at the very first start."""
    return load_preset(FIRST_PRESET)


def new_experiment() -> Experiment:
    """A small network on the bundled digits, to start from."""
    from engine.experiment.experiment import parse

    return parse(
        {
            "layers": [
                {"kind": "dense", "units": 32},
                {"kind": "activation", "function": "relu"},
                {"kind": "dense", "units": 10},
            ],
            "optimizer": {"kind": "sgd", "learning_rate": 0.1},
            "batch_size": 32,
        }
    )


def load_preset(name: str) -> Experiment:
    """The experiment of a preset.

    Raises:
        PlaygroundError: there is no such preset.
    """
    if name not in preset_names():
        raise PlaygroundError(
            "There is no preset {name}; there are {presets}.", name=name, presets=", ".join(preset_names())
        )
    from engine.store.experiment_files import (
        open_experiment,  # here, so that a list of the presets needs no more than this file
    )

    return open_experiment(asset("presets", f"{name}.json"))
