"""Edits by path: what they reach, what they leave, and what they refuse."""

from __future__ import annotations

import contextlib
import json
from collections.abc import Callable
from itertools import pairwise, product
from typing import Any

import numpy as np
import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from engine.data.spec import ColumnSpec
from engine.errors import ExperimentError
from engine.experiment.edits.field_edits import edited, value_at
from engine.experiment.edits.layer_edits import duplicate_layer, insert_hidden_layer, move_layer, remove_layers
from engine.experiment.edits.live_edits import needs_restart
from engine.experiment.experiment import Experiment, parse
from engine.experiment.lanes.lanes import lane_value
from engine.nn.layers.base import may_be_output
from engine.optim.registry import OPTIMIZERS
from tests.conftest import thorough
from tests.engine.helpers import OPTIMIZER_KINDS, activation, dense, dropout, lane, recipe, small_net

LANES = [
    lane("a"),
    lane("b", seed=5, l2=0.3),
    lane("c", settings={"layers.0.l2": 0.7, "layers.3.l2": 0.8, "layers.2.rate": 0.6}),
]


@pytest.fixture
def experiment() -> Experiment:
    return small_net(lanes=LANES)


@pytest.mark.parametrize(
    ("path", "value"),
    [
        ("name", "다른 이름"),
        ("seed", 4),
        ("data.source", "spiral"),
        ("data.shuffle_seed", 3),
        ("layers.0.units", 7),
        ("layers.1.function", "gelu"),
        ("layers.5.rate", 0.75),
        ("optimizer.learning_rate", 0.5),
        ("lanes.2.name", "other"),
        ("sampling", "full"),
    ],
)
def test_one_field(experiment: Experiment, path: str, value: object) -> None:
    before = experiment.to_json()
    changed = edited(experiment, path, value)
    assert value_at(changed, path) == value
    assert value_at(experiment, path) != value
    assert experiment.to_json() == before
    assert edited(changed, path, value_at(experiment, path)) == experiment


def test_all_layers_that_have_the_field(experiment: Experiment) -> None:
    changed = edited(experiment, "layers.*.l2", 0.5)
    assert [value_at(changed, f"layers.{index}.l2") for index in (0, 3, 6)] == [0.5, 0.5, 0.5]
    changed = edited(experiment, "layers.*.rate", 0.5)
    assert [value_at(changed, f"layers.{index}.rate") for index in (2, 5)] == [0.5, 0.5]
    assert changed.layers[0] == experiment.layers[0]


def test_all_lanes(experiment: Experiment) -> None:
    assert [entry.name for entry in edited(experiment, "lanes.*.name", "x").lanes] == ["x"] * 3


@pytest.mark.parametrize(
    ("field", "value"),
    [("initialization", "uniform"), ("l1", 0.5), ("l2", 0.5), ("rate", 0.5), ("learning_rate", 0.5), ("seed", 9)],
)
@pytest.mark.parametrize("index", [0, 1, 2])
def test_the_setting_of_a_lane(experiment: Experiment, index: int, field: str, value: Any) -> None:
    changed = edited(experiment, f"lanes.{index}.{field}", value)
    assert lane_value(changed, index, field) == value
    others = [other for other in range(3) if other != index]
    assert [changed.lanes[other] for other in others] == [experiment.lanes[other] for other in others]
    back = edited(changed, f"lanes.{index}.{field}", None)
    assert lane_value(back, index, field) == lane_value(small_net(), 0, field)


def test_the_setting_of_a_lane_takes_the_place_of_those_for_single_layers(experiment: Experiment) -> None:
    assert edited(experiment, "lanes.2.l2", 0.5).lanes[2].set == {"layers.2.rate": 0.6, "layers.*.l2": 0.5}
    assert edited(experiment, "lanes.2.l2", None).lanes[2].set == {"layers.2.rate": 0.6}
    assert edited(experiment, "lanes.0.l2", None) == experiment


def test_a_lanes_setting_in_full(experiment: Experiment) -> None:
    assert edited(experiment, "lanes.0.set.layers.*.l2", 0.5) == edited(experiment, "lanes.0.l2", 0.5)
    assert edited(experiment, "lanes.0.set.layers.3.l2", 0.5).lanes[0].set == {"layers.3.l2": 0.5}
    assert edited(experiment, "lanes.1.set", {}).lanes[1].set == {}
    for path in ("optimizer.learning_rate", "layers.*.l2", "layers.3.l2"):
        assert edited(experiment, f"lanes.0.{path}", 0.5) == edited(experiment, f"lanes.0.set.{path}", 0.5)
    assert "layers.2.rate" not in edited(experiment, "lanes.2.layers.2.rate", None).lanes[2].set
    assert edited(experiment, "lanes.*.set.seed", 3).lanes[2].set["seed"] == 3


@pytest.mark.parametrize(
    ("old", "new"),
    thorough(product(OPTIMIZER_KINDS, repeat=2), by_day=[*pairwise(OPTIMIZER_KINDS), (OPTIMIZER_KINDS[-1], "sgd")]),
)
def test_another_optimizer(old: str, new: str) -> None:
    """What both have is kept; epsilon is not, for its usual value differs from one to the other."""
    own = {"beta1": 0.5} if "beta1" in OPTIMIZERS[old].model_fields else {}
    start = small_net(optimizer={"kind": old, "learning_rate": 0.3, **own})
    changed = edited(start, "optimizer.kind", new).optimizer.model_dump()
    usual = small_net(optimizer={"kind": new, "learning_rate": 0.3}).optimizer.model_dump()
    kept = start.optimizer.model_dump(exclude={"kind", "epsilon"})
    assert changed == {name: kept.get(name, value) for name, value in usual.items()}


def test_the_same_optimizer_again_changes_nothing() -> None:
    experiment = small_net(optimizer={"kind": "adam", "epsilon": 1e-3})
    assert edited(experiment, "optimizer.kind", "adam") == experiment


@pytest.mark.parametrize(
    "path",
    [
        "",
        ".",
        "nonsense",
        "layers.0.nonsense",
        "layers.7.units",
        "layers.-1.units",
        "layers.².units",
        "layers.x.units",
        "layers.1.units",
        "layers.*.nonsense",
        "layers.*",
        "layers..units",
        "layers.0.units.0",
        "data.nonsense.x",
        "optimizer.momentum",
        "lanes.3.name",
        "lanes.3.l2",
        "lanes.0.l3",
        "lanes.*.l2",
        "to_dict",
        "model_fields",
        "name.upper",
        "layers." + "9" * 5000,
        "lanes." + "9" * 5000 + ".l2",
        "*",
    ],
)
def test_paths_that_lead_nowhere(experiment: Experiment, path: str) -> None:
    with pytest.raises(ExperimentError, match=r"there is no such field|there are only the lanes 0 to 2"):
        edited(experiment, path, 1)
    with pytest.raises(ExperimentError, match="there is no such field"):
        value_at(experiment, path)


@pytest.mark.parametrize(
    ("path", "value", "said"),
    [
        ("layers.0.units", 0, "layers.0.units: must be between 1 and 10000; got 0."),
        ("layers.0.units", None, "layers.0.units: "),
        ("lanes.0.l2", -1, "lanes.0.set.layers.*.l2: must be between 0 and 10; got -1."),
        ("lanes.0.set.rate", 0.5, "lanes.0.set.rate: write layers.*.rate in place of rate."),
        (
            "lanes.0.set.learning_rate",
            0.5,
            "lanes.0.set.learning_rate: write optimizer.learning_rate in ",
        ),
        ("lanes.0.optimizer.momentum", 1.5, "lanes.0.set.optimizer.momentum: must be between 0 and 1 "),
        ("lanes.0.batch_size", 0, "lanes.0.set.batch_size: must be between 1 and 100000; got 0."),
        ("lanes.0.learning_rate", "fast", "lanes.0.set.optimizer.learning_rate: "),
        ("optimizer.kind", "no such kind", "optimizer.kind: must be one of sgd, "),
        ("optimizer.kind", None, "optimizer.kind: "),
        ("optimizer.kind", ["sgd"], "optimizer.kind: "),
        ("layers.0.kind", "dropout", "layers.0."),
        ("layers", [], "layers: must have at least 1 entry."),
        ("name", object(), "The experiment holds a value that JSON cannot: "),
        ("layers.0.units", np.int64(5), "The experiment holds a value that JSON cannot: "),
    ],
)
def test_values_that_a_field_cannot_take(experiment: Experiment, path: str, value: object, said: str) -> None:
    with pytest.raises(ExperimentError) as caught:
        edited(experiment, path, value)
    assert str(caught.value).startswith(said)


def _stack(units: str, **settings: float) -> Experiment:
    """A dense layer for each letter, as many units wide as its place in the alphabet, and an output of 9 units."""
    layers = [dense(ord(letter) - ord("a") + 1) for letter in units]
    return recipe(*layers, dense(9), lanes=[lane("a"), lane("b", settings=settings)])


def _letters(experiment: Experiment) -> str:
    return "".join(chr(ord("a") - 1 + layer.model_dump()["units"]) for layer in experiment.layers[:-1])


@pytest.mark.parametrize(
    ("indices", "to", "order"),
    [([0], 2, "bcade"), ([1, 2], 0, "bcade"), ([0, 1], 1, "cabde"), ([3, 1], 0, "bdace"), ([1, 4], 3, "acdbe")],
)
def test_several_layers_move_together(indices: list[int], to: int, order: str) -> None:
    moved = move_layer(_stack("abcde"), indices, to)
    assert _letters(moved) == order
    assert moved == move_layer(_stack("abcde"), list(reversed(indices)), to), "in the order of the stack"


def test_moving_one_layer_is_moving_a_list_of_one() -> None:
    for index in range(5):
        for to in range(5):
            assert move_layer(_stack("abcde"), index, to) == move_layer(_stack("abcde"), [index], to)


def test_several_layers_are_copied_behind_the_last_of_them() -> None:
    assert _letters(duplicate_layer(_stack("abcd"), [0, 1])) == "ababcd"
    assert _letters(duplicate_layer(_stack("abcd"), [2, 0])) == "abcacd"
    assert _letters(duplicate_layer(_stack("abcd"), 1)) == "abbcd"


def test_what_a_lane_sets_goes_along_with_moved_and_copied_layers() -> None:
    start = _stack("abc", **{"layers.1.l2": 0.5, "layers.*.l1": 0.25})
    assert move_layer(start, [1, 2], 0).lanes[1].set == {"layers.0.l2": 0.5, "layers.*.l1": 0.25}
    copied = {"layers.1.l2": 0.5, "layers.3.l2": 0.5, "layers.*.l1": 0.25}
    assert duplicate_layer(start, [0, 1]).lanes[1].set == copied


paths = st.lists(
    st.sampled_from(
        ["layers", "lanes", "optimizer", "data", "set", "kind", "l2", "units", "0", "1", "*", "name", "seed"]
    )
    | st.text(max_size=3),
    max_size=5,
).map(".".join)
small_values = st.none() | st.integers() | st.floats() | st.text(max_size=5) | st.just([]) | st.just({}) | st.booleans()


@given(paths, small_values)
@example("lanes.0.set", None)
@example("lanes.0.set.", 1)
@example("lanes.set.0", 1)
@example("data.set.x", 1)
def test_any_path_and_value(path: str, value: object) -> None:
    experiment = recipe(dense(3, l2=0.5), lanes=[lane("a"), lane("b", l2=0.3)])
    with contextlib.suppress(ExperimentError):
        assert isinstance(edited(experiment, path, value), Experiment)


@pytest.mark.parametrize("name", ["age", "sepal length (cm)", "a.b.c", "1"])
def test_what_a_column_is_taken_for_is_set_by_its_name(name: str) -> None:
    before = small_net()
    after = edited(before, f"data.columns.{name}.role", "ignored")
    assert after.data.columns == {name: ColumnSpec(role="ignored")}
    assert value_at(after, f"data.columns.{name}.role") == "ignored"
    assert edited(after, f"data.columns.{name}.kind", "category").data.columns[name].role == "ignored"
    assert needs_restart(before, after)
    assert edited(edited(after, "data.source", "x.csv"), "data.source", "digits").data.columns == {}


@pytest.mark.parametrize("act", [lambda old: remove_layers(old, [2]), lambda old: move_layer(old, 2, 0)])
def test_the_layer_that_becomes_the_output_has_a_unit_a_class_in_every_lane(act: Callable[..., Experiment]) -> None:
    """Whatever a lane had set of it; other settings of lanes stay."""
    lanes = [lane("a"), lane("b", settings={"layers.0.units": 3, "layers.0.l2": 0.1})]
    new = act(recipe(dense(8), {"kind": "activation"}, dense(10), lanes=lanes))
    assert new.output_layer is not None
    assert new.layers[new.output_layer].units == 10  # type: ignore[union-attr]
    assert [value for text, value in new.lanes[1].set.items() if text.endswith("l2")] == [0.1]
    assert not [text for text in new.lanes[1].set if text == f"layers.{new.output_layer}.units"]


def test_what_belonged_to_a_hidden_layer_does_not_act_on_the_answers_when_it_becomes_the_output() -> None:
    """What a person has put behind the output stays there."""
    hidden = [dense(8), activation("relu"), dropout(0.5)]
    old = recipe(
        *hidden, *hidden, dense(10), dropout(0.2), lanes=[lane("a"), lane("b", settings={"layers.7.rate": 0.1})]
    )
    new = remove_layers(old, [6])
    assert [layer.kind for layer in new.layers] == ["dense", "activation", "dropout", "dense", "dropout"]
    assert new.layers[3].units == 10  # type: ignore[union-attr]
    assert new.layers[4] == old.layers[7]
    assert dict(new.lanes[1].set) == {"layers.4.rate": 0.1}
    assert [layer.kind for layer in remove_layers(old, [3, 6]).layers] == ["dense", "dropout"]
    assert [layer.kind for layer in remove_layers(old, [4]).layers].count("activation") == 1, "a hidden one goes alone"


def test_a_hidden_layer_is_as_the_nearest_ones_are_and_lanes_keep_their_layers() -> None:
    layers = [
        {"kind": "dense", "units": 7, "l2": 0.1},
        {"kind": "activation", "function": "tanh"},
        {"kind": "dense", "units": 3},
    ]
    old = parse({"layers": layers, "lanes": [{"name": "a"}, {"name": "b", "set": {"layers.2.l2": 0.5}}]})
    new = insert_hidden_layer(old, 2)
    assert [layer.kind for layer in new.layers] == ["dense", "activation", "dense", "activation", "dense"]
    assert new.layers[2:4] == old.layers[:2]
    assert new.layers[4] == old.layers[2]
    assert dict(new.lanes[1].set) == {"layers.4.l2": 0.5}


def test_the_first_hidden_layer_of_a_net_has_its_usual_width_and_function() -> None:
    hidden, activation, output = insert_hidden_layer(parse({"layers": [{"kind": "dense", "units": 3}]}), 0).layers
    assert (hidden.kind, activation.kind, output.kind) == ("dense", "activation", "dense")
    assert may_be_output(hidden)
    assert hidden.units == 100
    assert may_be_output(output)
    assert output.units == 3


def test_a_lane_that_is_not_there_says_which_are_and_how_there_are_two() -> None:
    one = small_net(lanes=[lane("a")])
    with pytest.raises(ExperimentError, match=r"lanes\.1\.rate: there is only lane 0") as error:
        edited(one, "lanes.1.rate", 0.3)
    example = str(error.value).partition("lanes=")[2].rstrip(".")
    two = edited(edited(one, "lanes", json.loads(example)), "lanes.1.learning_rate", 0.3)
    assert [lane.set for lane in two.lanes] == [{}, {"optimizer.learning_rate": 0.3}]
    with pytest.raises(ExperimentError, match="only the lanes 0 to 1"):
        edited(two, "lanes.2.learning_rate", 0.3)
