"""Experiment files that were damaged, or written by somebody who means no good."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.experiment.experiment import parse
from engine.store.experiment_files import open_experiment
from engine.store.presets import load_preset, preset_names
from tests.fuzz.hostile import damaged, many, tried

pytestmark = pytest.mark.nightly

TREES = [load_preset(name).to_dict() for name in preset_names()]
TEXTS = [json.dumps(tree).encode() for tree in TREES]
RAW = [
    *("NaN", "-Infinity", "1e400", "-0.0", "1" + "0" * 400, "1" + "0" * 5000, "2147483648", "-1", "0.5", "1e-320"),
    *('"\\ud800"', '"\\udfff\\ud800"', '"\\u0000"', '"{path}"', '"{0.__class__}"', '"' + "x" * 5000 + '"', '""'),
    *("null", "true", "[]", "{}", "[[]]", '{"kind": "dense"}', '{"kind": null}', "[" * 3000 + "]" * 3000),
    '{"a":' * 2000 + "1" + "}" * 2000,
    *('"../../etc/passwd"', '"/dev/zero"', '"~root"', '"lanes.*.l2"', '"layers.0.units"'),
]
"""Pieces of JSON, some of which Python's writer would not write."""


def places(tree: Any, path: tuple[str | int, ...] = ()) -> list[tuple[str | int, ...]]:
    """Every place in a tree of dicts and lists."""
    inner = tree.items() if isinstance(tree, dict) else enumerate(tree) if isinstance(tree, list) else ()
    return [path, *(place for key, value in inner for place in places(value, (*path, key)))]


PLACES = [places(tree) for tree in TREES]


@st.composite
def mutated(draw: st.DrawFn) -> bytes:
    """A valid experiment with up to three places filled by something else, taken away or put in twice."""
    index = draw(st.integers(0, len(TREES) - 1))
    tree = json.loads(TEXTS[index])
    raws: dict[str, str] = {}
    for number in range(draw(st.integers(1, 3))):
        path = draw(st.sampled_from(PLACES[index]))
        holder = tree
        try:
            for key in path[:-1]:
                holder = holder[key]
            old = holder[path[-1]] if path else tree
        except (KeyError, IndexError, TypeError):  # it went with an earlier place
            continue
        mark = f"@{number}@"
        raws[f'"{mark}"'] = draw(st.sampled_from(RAW) | st.text(max_size=8).map(json.dumps) | st.integers().map(str))
        match draw(st.sampled_from(["replace", "replace", "remove", "add", "wrap", "many"])):
            case "replace" if path:
                holder[path[-1]] = mark
            case "remove" if path:
                del holder[path[-1]]
            case "add" if isinstance(old, dict):
                old[draw(st.sampled_from(["kind", "set", "rate", "", "__class__", "layers", "version"]))] = mark
            case "wrap" if path:
                holder[path[-1]] = [old]
            case "many" if isinstance(old, list):
                old.extend(old * draw(st.integers(1, 30)))
    text = json.dumps(tree)
    for mark, raw in raws.items():
        text = text.replace(mark, raw)
    return text.encode()


def check(path: Path, data: bytes) -> None:
    experiment = tried("experiments", path, data, open_experiment)
    if experiment is not None:
        assert parse(experiment.to_json()) == experiment


@pytest.fixture(scope="module")
def path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("fuzz") / "e.json"


@given(data=mutated())
@many(400)
def test_fields_of_any_kind(path: Path, data: bytes) -> None:
    check(path, data)


@given(data=st.sampled_from(TEXTS).flatmap(damaged))
@many(200)
def test_damaged_text(path: Path, data: bytes) -> None:
    check(path, data)


@pytest.mark.parametrize("opening", [b"[", b'{"a":', b'[{"layers":', b'{"layers":[', b"-", b'"\\'])
@pytest.mark.parametrize("count", [100, 1000, 100_000, 1_000_000])
def test_nested_without_end(path: Path, opening: bytes, count: int) -> None:
    check(path, opening * count)
