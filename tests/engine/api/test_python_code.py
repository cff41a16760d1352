"""An experiment as Python code: run, it is the same experiment."""

from __future__ import annotations

from typing import Any

import pytest
from pydantic import BaseModel

from engine import Activation, Data, Dense, EarlyStopping, Experiment, Lane, as_python, load_preset
from engine.api.specs import PARTS
from engine.errors import ExperimentError
from engine.experiment.edits.field_edits import edited
from engine.experiment.experiment import parse
from engine.fields import field_info
from engine.nn.layers.registry import LAYERS
from engine.optim.registry import OPTIMIZERS
from engine.optim.schedules import SCHEDULES
from engine.store.presets import preset_names


def run(code: str) -> Experiment:
    """What the code leaves in ``experiment``."""
    names: dict[str, Any] = {}
    exec(compile(code, "pasted", "exec"), names)
    experiment = names["experiment"]
    assert isinstance(experiment, Experiment)
    return experiment


@pytest.mark.parametrize("name", preset_names())
def test_every_preset_comes_back(name: str) -> None:
    experiment = load_preset(name)
    assert run(as_python(experiment)).to_json() == experiment.to_json()


def test_the_code_reads_as_a_person_would_write_it() -> None:
    experiment = Experiment(
        name="Two",
        layers=[Dense(100), Activation("relu"), Dense(10, bias=False)],
        lanes=[Lane("a"), Lane("b", set={"seed": 3})],
    )
    assert as_python(experiment) == (
        "from engine import Activation, Dense, Experiment, Lane\n"
        "\n"
        "experiment = Experiment(\n"
        '    name="Two",\n'
        '    data="digits",\n'
        "    layers=[\n"
        "        Dense(100),\n"
        '        Activation("relu"),\n'
        "        Dense(10, bias=False),\n"
        "    ],\n"
        "    lanes=[\n"
        '        Lane("a"),\n'
        '        Lane("b", set={"seed": 3}),\n'
        "    ],\n"
        ")\n"
    )


@pytest.mark.parametrize(
    "text", ["a \"quoted\" 'name'", "C:\\new\\table.csv", "line\nbreak\t\0\x7f\u2028", "한국어 λ 🙂", "{x}"]
)
def test_any_text_comes_back(text: str) -> None:
    experiment = Experiment(name=text, data=Data(text, label=text), layers=[Dense(2)], lanes=[Lane(text, color=5)])
    assert run(as_python(experiment)) == experiment


def test_what_is_said_of_columns_and_pictures_comes_back() -> None:
    columns = {"city": {"kind": "category", "means_missing": ["?"]}, "id": {"role": "ignored"}}
    data = Data("t.csv", label="y", columns=columns, augmentation={"shift": 2})
    experiment = Experiment(layers=[Dense(2)], data=data)
    assert run(as_python(experiment)) == experiment


def other_values(spec: type[BaseModel]) -> list[tuple[str, object]]:
    """Each setting of a spec with another value than its own, as far as its field tells one."""
    found: list[tuple[str, object]] = []
    for name in spec.model_fields:
        info = field_info(spec, name)
        candidates = {
            "flag": (True, False),
            "choice": info.choices,
            "integer": (7, 8),
            "number": (0.3, 0.0625),
            "text": ("other",),
        }.get(info.kind, ())
        found += [(name, value) for value in candidates if name != "kind" and value != info.default][:1]
    return found


@pytest.mark.parametrize("spec", [*LAYERS.values(), *OPTIMIZERS.values(), *SCHEDULES.values()])
def test_every_setting_of_every_kind_comes_back(spec: type[BaseModel]) -> None:
    kind = spec.model_fields["kind"].default
    for name, value in other_values(spec):
        part = {"kind": kind, name: value}
        if spec in LAYERS.values():
            data = {"layers": [part, {"kind": "dense", "units": 10}]}
        else:
            data = {"layers": [{"kind": "dense"}], "optimizer" if spec in OPTIMIZERS.values() else "schedule": part}
        experiment = parse(data)
        assert run(as_python(experiment)) == experiment
        assert PARTS[spec][0] in as_python(experiment)


def test_every_setting_of_the_rest_comes_back() -> None:
    plain = Experiment(layers=[Dense(10)], lanes=[Lane("a", visible=False), Lane("b")])
    tried = 0
    for owner, path in ((Experiment, ""), (Data.spec, "data."), (EarlyStopping.spec, "early_stopping.")):
        for name, value in other_values(owner):
            try:
                experiment = edited(plain, f"{path}{name}", value)
            except ExperimentError:
                continue
            assert experiment != plain
            assert run(as_python(experiment)) == experiment
            tried += 1
    assert tried > 15
    endless = edited(plain, "steps", None)
    assert run(as_python(endless)) == endless
