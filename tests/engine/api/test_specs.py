"""What a person writes: parts of an experiment, and an experiment of them."""

from __future__ import annotations

from html.parser import HTMLParser
from pathlib import Path
from typing import Any, Literal

import numpy as np
import pytest

import engine
from engine import Activation, Adam, BatchNorm, Data, Dense, Dropout, EarlyStopping, Experiment, Lane, load_preset
from engine.api import specs
from engine.api.specs import PARTS, Part
from engine.errors import ExperimentError
from engine.experiment.experiment import parse
from engine.nn.layers.registry import LAYERS
from engine.optim.registry import OPTIMIZERS
from engine.optim.schedules import SCHEDULES
from engine.spec import Spec
from engine.store.presets import preset_names


def test_every_kind_can_be_written() -> None:
    for kinds in (LAYERS, OPTIMIZERS, SCHEDULES):
        for kind, spec in kinds.items():
            name, part = PARTS[spec]
            assert getattr(engine, name) is part
            assert part().kind == kind
            assert (part.first or name) in repr(part)


def test_a_kind_that_is_not_listed_can_be_written_too(monkeypatch: pytest.MonkeyPatch) -> None:
    class Plain(Spec):
        kind: Literal["plain"] = "plain"

    class ScaleSpec(Spec):
        kind: Literal["scale"] = "scale"
        by: float = 2.0

    for spec, name in ((Plain, "Plain"), (ScaleSpec, "Scale")):
        monkeypatch.setitem(PARTS, spec, ())  # both are put back when the test is over
        monkeypatch.setattr(specs, name, None, raising=False)
        specs._add_part(spec)
    assert engine.Scale(3).by == 3
    assert engine.Plain() == Plain()
    with pytest.raises(ExperimentError, match="Write each setting as name=value"):
        engine.Plain(3)


def test_parts_are_the_specs_that_a_file_has() -> None:
    written = Experiment(
        name="small",
        data=Data("spiral", train=20, test=30, noise=0.1),
        layers=[Dense(8, initialization="he"), BatchNorm(0.2), Activation("tanh"), Dropout(0.5), Dense(2, l2=1)],
        optimizer=Adam(0.001),
        early_stopping=EarlyStopping(3),
        lanes=[Lane("a"), Lane("b", set={"layers.*.l2": 0.5}, color=3)],
    )
    assert written == parse(
        {
            "name": "small",
            "data": {"source": "spiral", "train": 20, "test": 30, "noise": 0.1},
            "layers": [
                {"kind": "dense", "units": 8, "initialization": "he_uniform"},
                {"kind": "batch_norm", "momentum": 0.2},
                {"kind": "activation", "function": "tanh"},
                {"kind": "dropout", "rate": 0.5},
                {"kind": "dense", "units": 2, "l2": 1},
            ],
            "optimizer": {"kind": "adam", "learning_rate": 0.001},
            "early_stopping": {"on": True, "patience": 3},
            "lanes": [{"name": "a"}, {"name": "b", "set": {"layers.*.l2": 0.5}, "color": 3}],
        }
    )


def test_numbers_of_numpy_tuples_and_paths_will_do() -> None:
    experiment = Experiment(layers=(Dense(np.int64(3)),), data=Path("a", "b.csv"), steps=np.int32(5))
    assert experiment.data.source == str(Path("a", "b.csv"))
    assert experiment == Experiment(layers=[Dense(units=3)], data=Data(str(Path("a", "b.csv"))), steps=5)
    assert Dropout(np.float64(0.25)).rate == 0.25


@pytest.mark.parametrize(
    ("part", "args", "settings", "sentence"),
    [
        (Dense, (0,), {}, "units: must be between 1 and 10000; got 0."),
        (Dense, (1, 2), {}, "Only units may stand without its name; write the others as name=value."),
        (Dense, (1,), {"units": 2}, "units: given twice."),
        (Dense, (1,), {"l3": 2}, "l3: unknown field."),
        (Dropout, (1,), {}, "rate: must be between 0 and 1 (1 excluded); got 1."),
        (Adam, ("x",), {}, "learning_rate: input should be a valid number; got 'x'."),
        (Lane, (), {}, "name: missing."),
    ],
)
def test_a_part_says_in_one_sentence_what_is_wrong(
    part: Part[Any, Any, Any], args: tuple[object, ...], settings: dict[str, object], sentence: str
) -> None:
    with pytest.raises(ExperimentError) as caught:
        part(*args, **settings)
    assert str(caught.value) == sentence


@pytest.mark.parametrize(
    ("settings", "path", "sentence"),
    [
        ({"steps": 0}, "steps", "steps: must be between 1 and 1000000000; got 0."),
        ({"stepz": 1}, "stepz", "stepz: unknown field: the nearest is steps."),
        ({"layers": []}, "layers", "layers: must have at least 1 entry."),
        ({"layers": [3]}, "layers.0", "layers.0: write it as Dense(8); got 3."),
        ({"optimizer": 3}, "optimizer", "optimizer: write it as Adam(0.001); got 3."),
        (
            {"layers": [Activation("relu")]},
            "layers",
            "layers: the stack needs at least one dense layer, the last of which is the output.",
        ),
        ({"name": object}, "", "The experiment holds a value that JSON cannot: "),
    ],
)
def test_an_experiment_says_in_one_sentence_what_is_wrong(settings: dict[str, Any], path: str, sentence: str) -> None:
    with pytest.raises(ExperimentError) as caught:
        Experiment(**{"layers": [Dense(10)], **settings})
    assert str(caught.value).startswith(sentence)
    assert "\n" not in str(caught.value)
    assert caught.value.path == path


def test_what_a_constructor_is_given_is_what_a_file_gives() -> None:
    for name in preset_names():
        experiment = load_preset(name)
        assert Experiment(**dict(experiment)) == experiment
        assert type(parse(experiment.to_json())) is Experiment


def test_an_experiment_is_told_in_a_line() -> None:
    assert repr(load_preset("l2")) == str(load_preset("l2")) == "Experiment('l2': 100-100-10, 4 lanes)"
    assert repr(Experiment(layers=[Dense(10)])) == "Experiment('untitled': 10, 1 lane)"
    deep = Experiment(layers=[*[Dense(20)] * 40, Dense(3)])
    assert repr(deep) == f"Experiment('untitled': {'20-' * 10}…-3, 1 lane)"


class Cells(HTMLParser):
    """The texts of the cells, and the tags that are open."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.texts: list[str] = []
        self.open: list[str] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: object) -> None:
        if tag != "br":
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        self.texts.append(data)


def test_a_notebook_shows_stack_and_lanes() -> None:
    experiment = Experiment(
        name="<b>&",
        layers=[Dense(7, l1=0.25), Activation("gelu"), Dense(10)],
        lanes=[Lane("<i>", set={"layers.*.l2": 0.5}), Lane("b", set={"layers.0.l2": 0.125})],
    )
    html = experiment._repr_html_()
    cells = Cells(html)
    assert not cells.open, "every tag is closed"
    assert {"<b>&", "<i>", "units 7, l1 0.25", "function gelu", "l2"} < set(cells.texts)
    assert cells.texts[-4:] == ["<i>", "0.5", "b", "0.125, 0"]
    assert "color" not in html, "the notebook's own theme says how it looks"
