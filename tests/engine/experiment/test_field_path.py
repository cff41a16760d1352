"""Paths of fields: text and back, what they speak of, and what they find."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.errors import ExperimentError
from engine.experiment.edits.field_edits import edited, value_at
from engine.experiment.edits.live_edits import live_changes
from engine.experiment.experiment import Experiment
from engine.experiment.field_path import ALL, FieldPath
from tests.engine.helpers import dense, dropout, lane, recipe

FIELDS = st.from_regex("[a-z][a-z0-9_]{0,20}", fullmatch=True)
PLACES = st.integers(0, 999_999_999)
INDICES = PLACES | st.just(ALL)


@pytest.fixture
def experiment() -> Experiment:
    return recipe(
        dense(4), dropout(0.2), dense(3), lanes=[lane("a"), lane("b", settings={"layers.*.l2": 0.5, "seed": 3})]
    )


@given(st.text())
def test_any_text_comes_back(text: str) -> None:
    path = FieldPath.parse(text)
    assert str(path) == text
    assert FieldPath.parse(str(path)) == path
    assert hash(FieldPath.parse(str(path))) == hash(path)


@given(INDICES, FIELDS)
def test_the_field_of_a_layer(index: Any, field: str) -> None:
    path = FieldPath.of_layer(index, field)
    assert str(path) == f"layers.{index}.{field}"
    assert (path.layer, path.field, path.lane, path.inside_lane) == (index, field, None, None)
    assert FieldPath.parse(str(path)) == path
    assert str(path.at(ALL)) == f"layers.*.{field}"
    assert path.at(ALL).at(index) == path
    assert path.at(ALL).matches(path) or index == ALL


@given(PLACES, FIELDS)
def test_the_field_of_a_lane(number: int, field: str) -> None:
    path = FieldPath.parse(f"lanes.{number}.{field}")
    assert path == FieldPath.of_lane(number, field)
    assert (path.lane, path.lane_field, path.layer) == (number, field, None)
    assert str(path.inside_lane) == field
    assert not path.is_lane_setting


@given(PLACES, INDICES, FIELDS)
def test_the_setting_of_a_lane(number: int, index: Any, field: str) -> None:
    inner = FieldPath.of_layer(index, field)
    path = inner.in_lane(number)
    assert str(path) == f"lanes.{number}.set.layers.{index}.{field}"
    assert FieldPath.parse(str(path)).inside_lane == inner
    assert (path.lane, path.lane_field, path.field) == (number, None, field)
    assert path.is_lane_setting


@pytest.mark.parametrize(
    "text", ["", ".", "layers", "layers.0", "layers.x.l2", "layers.².l2", "layers.-1.l2", "layers.0.l2.x", "seed"]
)
def test_what_is_no_field_of_a_layer(text: str) -> None:
    path = FieldPath.parse(text)
    assert path.layer is None
    assert path.at(3) is path
    assert path.layers_among([]) == []


@pytest.mark.parametrize("text", ["lanes", "lanes.0", "lanes.*.name", "lanes.x.l2", "lane.0.l2", "lanes.1234567890.l2"])
def test_what_speaks_of_no_single_lane(text: str) -> None:
    path = FieldPath.parse(text)
    assert (path.lane, path.lane_field, path.inside_lane) == (None, None, None)


def test_a_star_stands_for_any_index_and_for_nothing_else() -> None:
    everywhere = FieldPath.parse("layers.*.l2")
    assert everywhere.matches(everywhere)
    assert everywhere.matches(FieldPath.parse("layers.12.l2"))
    for other in ("layers.12.l1", "layers.x.l2", "layers.l2", "optimizer.*.l2"):
        assert not everywhere.matches(FieldPath.parse(other))
    assert not FieldPath.parse("layers.12.l2").matches(everywhere)


def test_the_layers_that_have_the_field(experiment: Experiment) -> None:
    found = {text: FieldPath.parse(text).layers_among(experiment.layers) for text in ("layers.*.l2", "layers.*.rate")}
    assert found == {"layers.*.l2": [0, 2], "layers.*.rate": [1]}
    for text, layers in (("layers.2.l2", [2]), ("layers.1.l2", []), ("layers.3.l2", []), ("seed", [])):
        assert FieldPath.parse(text).layers_among(experiment.layers) == layers


def test_what_holds_a_field(experiment: Experiment) -> None:
    assert FieldPath.parse("seed").resolve(experiment) == ([experiment], "seed")
    assert FieldPath.parse("optimizer.kind").resolve(experiment) == ([experiment.optimizer], "kind")
    assert FieldPath.parse("layers.*.l2").resolve(experiment) == ([experiment.layers[0], experiment.layers[2]], "l2")
    assert FieldPath.parse("lanes.1.name").resolve(experiment) == ([experiment.lanes[1]], "name")
    settings, name = FieldPath.parse("lanes.1.set.layers.*.l2").resolve(experiment)
    assert (settings, name) == ([experiment.lanes[1].set], "layers.*.l2")
    assert value_at(experiment, "lanes.1.set.layers.*.l2") == 0.5


@given(st.text() | st.lists(st.sampled_from([*"0*", "layers", "lanes", "set", "l2", "seed"])).map(".".join))
def test_any_path_finds_the_same_in_an_experiment_and_in_its_plain_data(text: str) -> None:
    experiment = recipe(dense(4), dense(3), lanes=[lane("a"), lane("b", settings={"seed": 3})])
    path = FieldPath.parse(text)

    def found(root: Any) -> tuple[int, str] | str:
        try:
            owners, name = path.resolve(root)
        except ExperimentError as error:
            return str(error)
        return len(owners), name

    assert found(experiment) == found(experiment.to_dict())


def test_a_setting_that_a_lane_does_not_have_is_no_field(experiment: Experiment) -> None:
    with pytest.raises(ExperimentError, match=r"^lanes\.0\.set\.seed: there is no such field in this experiment"):
        value_at(experiment, "lanes.0.set.seed")


def test_every_path_of_a_change_leads_to_what_was_changed(experiment: Experiment) -> None:
    changed = edited(edited(experiment, "layers.2.l2", 0.25), "optimizer.learning_rate", 0.5)
    changes = list(live_changes(experiment, changed))
    assert {path for path, _, _ in changes} == {"layers.2.l2", "optimizer.learning_rate"}
    for path, old, new in changes:
        assert (value_at(experiment, path), value_at(changed, path)) == (old, new)
