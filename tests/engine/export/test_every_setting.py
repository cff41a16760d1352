"""Every setting there is, off its default: the exported script makes the steps of the run, and not the usual ones.

Whoever adds a field finds it here, whether it is one of the experiment itself, of a layer, a schedule, early stopping
or augmentation. Those of all optimizers are held by `tests.engine.optim.test_registry`; here one shows by day that
scripts hand them on.
"""

from __future__ import annotations

import runpy
from pathlib import Path
from typing import Any, Final

import pytest

from engine.data.augmentation.spec import AugmentationSpec
from engine.data.dataset import Dataset
from engine.experiment.experiment import parse
from engine.experiment.setup import Setup
from engine.export.script import script
from engine.export.trained import lane_of_run
from engine.fields import field_info
from engine.nn.layers.registry import LAYERS
from engine.optim.registry import OPTIMIZERS
from engine.optim.schedules import SCHEDULES
from engine.optim.stopping import EarlyStopping
from engine.train.trainer import Trainer
from tests.conftest import thorough
from tests.engine.helpers import activation, blobs, dense, dropout, pictures
from tests.engine.nn.test_kinds import stack
from tests.engine.off_default import settings, telling

STEPS: Final = 24
BASES: Final[dict[str, dict[str, Any]]] = {
    "early_stopping": {"on": True, "every": 2, "patience": 2, "minimum_change": 0.1},
    "schedule.step": {"every": 5},
    "schedule.plateau": {"every": 2, "patience": 1, "minimum_change": 0.3},
}
"""What else is set of a part, so that each of its settings has an effect within a few steps."""
NET: Final = [dense(6, l2=0.01), activation("tanh"), dropout(0.3), dense(3)]
PICTURE_NET: Final = [{"kind": "conv2d", "filters": 2, "kernel": 2}, activation("tanh"), dense(3)]

PARTS: Final = {
    "": Setup,
    "early_stopping": EarlyStopping,
    "data.augmentation": AugmentationSpec,
    **{f"schedule.{kind}": spec for kind, spec in SCHEDULES.items()},
    **{f"layers.{kind}": spec for kind, spec in LAYERS.items()},
}
"""What has settings, by where it stands in an experiment."""
EVERY: Final = [(part, name) for part, spec in PARTS.items() for name in settings(spec)]
_OF_OPTIMIZERS: Final = [(f"optimizer.{kind}", name) for kind, spec in OPTIMIZERS.items() for name in settings(spec)]
EVERY_OF_OPTIMIZERS: Final = thorough(_OF_OPTIMIZERS, by_day=[each for each in _OF_OPTIMIZERS if "adamw" in each[0]])


def fields_of(part: str, changes: dict[str, Any]) -> tuple[dict[str, Any], Dataset]:
    """An experiment as a file has it, with these settings in one of its parts, and its rows."""
    first, _, kind = part.partition(".")
    own = BASES.get(part, {}) | changes
    fields: dict[str, Any] = {"layers": NET, "batch_size": 8, "optimizer": {"kind": "momentum", "learning_rate": 0.1}}
    match first:
        case "":
            return fields | own, blobs()
        case "layers":
            return fields | {"layers": _with(stack(kind), kind, own)}, pictures((8, 8, 1)) if LAYERS[
                kind
            ].sees_pictures else blobs()
        case "data":
            return fields | {"layers": PICTURE_NET, "data": {"source": "digits", kind: own}}, pictures()
        case _:
            return fields | {first: ({"kind": kind} if kind else {}) | own}, blobs()


def _with(layers: list[dict[str, Any]], kind: str, changes: dict[str, Any]) -> list[dict[str, Any]]:
    """The first layer of this kind with these settings: a dense one there is not the output."""
    at = next(place for place, layer in enumerate(layers) if layer["kind"] == kind)
    return [layer | changes if place == at else layer for place, layer in enumerate(layers)]


def run(part: str, name: str, value: Any) -> Trainer:
    """A whole run with one setting."""
    fields, rows = fields_of(part, {name: value})
    trainer = Trainer(parse(fields), rows)
    trainer.run(STEPS)
    trainer.end()
    assert not trainer.diverged_at
    return trainer


def check(part: str, name: str, folder: Path) -> None:
    """Finds a value that acts, and trains with it here and in the script."""
    info = field_info(PARTS.get(part) or OPTIMIZERS[part.partition(".")[2]], name)
    tried: list[Trainer] = []

    def state(value: Any) -> bytes:
        tried.append(run(part, name, value))
        return tried[-1].lane_state(0).tobytes()

    value, _ = telling(info, state)
    trainer = tried[-1]  # with this value
    path = folder / "net.py"
    path.write_text(script(lane_of_run(trainer, 0), trainer.dataset), encoding="utf-8")
    scope = runpy.run_path(str(path))
    said = scope["agreement"](scope["train"](STEPS, STEPS))
    assert said == "The weights are those of the run, to the last bit.", (
        f"with {name} = {value!r} (usually {info.default!r}) the script takes other steps than the run: "
        "what scripts make of a setting stands in engine/export"
    )


@pytest.mark.parametrize(("part", "name"), EVERY)
def test_the_script_follows_a_setting_that_is_off_its_default(part: str, name: str, tmp_path: Path) -> None:
    check(part, name, tmp_path)


@pytest.mark.parametrize(("part", "name"), EVERY_OF_OPTIMIZERS)
def test_and_one_of_an_optimizer(part: str, name: str, tmp_path: Path) -> None:
    check(part, name, tmp_path)
