"""The Experiment: what `parse` takes, what it says about the rest, and that nothing else ever comes out."""

from __future__ import annotations

import json
import math
from typing import Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from engine.errors import ExperimentError
from engine.experiment.experiment import Experiment, parse
from tests.engine.helpers import OPTIMIZER_KINDS, activation, dense, dropout, lane, small_net

# Every field, as files have it.
REFERENCE = """{
  "version": 1,
  "name": "reference",
  "data": {"source": "digits", "train": 300, "test": 300, "label_noise": 0.0, "shuffle_seed": null},
  "layers": [
    {"kind": "dense", "units": 100, "bias": true, "initialization": "he_uniform", "l1": 0.0, "l2": 0.01},
    {"kind": "activation", "function": "relu"},
    {"kind": "dropout", "rate": 0.2},
    {"kind": "dense", "units": 10}
  ],
  "loss": "softmax_cross_entropy",
  "dropout_scaling": "test",
  "optimizer": {"kind": "sgd", "learning_rate": 0.01},
  "batch_size": 128, "sampling": "replacement", "steps": 3000, "seed": 0,
  "lanes": [{"name": "He"}, {"name": "Xavier", "set": {"layers.*.initialization": "xavier_uniform"}}]
}"""


def with_field(path: str, value: object) -> dict[str, Any]:
    """The reference as plain data with one field set, or added."""
    data = json.loads(REFERENCE)
    owner: Any = data
    *steps, last = path.split(".")
    for step in steps:
        owner = owner[int(step) if step.isdecimal() else step]
    owner[int(last) if last.isdecimal() else last] = value
    return data


def problem(data: Any) -> str:
    with pytest.raises(ExperimentError) as caught:
        parse(data)
    return str(caught.value)


def test_the_reference() -> None:
    experiment = parse(REFERENCE)
    assert [layer.kind for layer in experiment.layers] == ["dense", "activation", "dropout", "dense"]
    assert experiment.output_layer == 3
    assert [entry.name for entry in experiment.lanes] == ["He", "Xavier"]
    assert parse(REFERENCE.encode()) == parse(json.loads(REFERENCE)) == experiment


def test_what_a_file_may_leave_out() -> None:
    """What a file need not say."""
    experiment = parse({"layers": [{"kind": "dense"}]})
    assert (experiment.data.source, experiment.data.label, experiment.data.scaling) == ("digits", "label", "max")
    assert (experiment.loss, experiment.dropout_scaling) == ("softmax_cross_entropy", "test")
    assert (experiment.optimizer.kind, experiment.optimizer.learning_rate) == ("sgd", 0.01)
    assert (experiment.batch_size, experiment.sampling, experiment.steps, experiment.seed) == (
        128,
        "replacement",
        3000,
        0,
    )
    assert len(experiment.lanes) == 1


@pytest.mark.parametrize(
    ("kind", "settings"),
    [
        ("sgd", {}),
        ("momentum", {"momentum": 0.9}),
        ("nesterov", {"momentum": 0.9}),
        ("adagrad", {"epsilon": 1e-10}),
        ("rmsprop", {"rho": 0.9, "epsilon": 1e-8}),
        ("adadelta", {"rho": 0.9, "epsilon": 1e-8}),
        ("adam", {"beta1": 0.9, "beta2": 0.999, "epsilon": 1e-8}),
        ("nadam", {"beta1": 0.9, "beta2": 0.999, "epsilon": 1e-8}),
        ("adamw", {"beta1": 0.9, "beta2": 0.999, "epsilon": 1e-8, "weight_decay": 0.01}),
    ],
)
def test_optimizers_and_their_defaults(kind: str, settings: dict[str, float]) -> None:
    found = parse(with_field("optimizer", {"kind": kind})).optimizer.model_dump()
    assert found == {"kind": kind, "learning_rate": 0.01, **settings}


# --- what it says -----------------------------------------------------------------------------------------------------

RANGES = [
    ("seed", -1, "between 0 and 2147483647"),
    ("seed", 2**31, "between 0 and 2147483647"),
    ("seed", 10**40, "between 0 and 2147483647"),
    ("steps", 0, "between 1 and 1000000000"),
    ("batch_size", 100_001, "between 1 and 100000"),
    ("data.train", 0, "between 1 and 1000000, or a share below 1"),
    ("data.label_noise", 1.5, "between 0 and 1"),
    ("data.noise", 0.6, "between 0 and 0.5"),
    ("data.shuffle_seed", -3, "between 0 and 2147483647"),
    ("layers.0.units", 0, "between 1 and 10000"),
    ("layers.0.units", 10_001, "between 1 and 10000"),
    ("layers.0.l1", -0.5, "between 0 and 10"),
    ("layers.3.l2", 10.5, "between 0 and 10"),
    ("layers.2.rate", 1, "between 0 and 1 (1 excluded)"),
    ("optimizer.learning_rate", 0, "between 0 and 100 (0 excluded)"),
]


@pytest.mark.parametrize(("path", "value", "limits"), RANGES)
def test_a_number_outside_its_range(path: str, value: float, limits: str) -> None:
    assert problem(with_field(path, value)) == f"{path}: must be {limits}; got {value}."


@pytest.mark.parametrize("kind", ["momentum", "nesterov", "adam", "rmsprop", "adamw"])
def test_settings_of_an_optimizer_have_their_ranges(kind: str) -> None:
    for field in parse(with_field("optimizer", {"kind": kind})).optimizer.model_dump():
        if field not in ("kind", "learning_rate"):
            said = problem(with_field("optimizer", {"kind": kind, field: -1}))
            assert said.startswith(f"optimizer.{field}: must be between 0 and ")
            assert said.endswith("; got -1.")


@pytest.mark.parametrize(
    ("path", "limits"),
    [
        ("layers.0.l2", "between 0 and 10"),
        ("optimizer.learning_rate", "between 0 and 100 (0 excluded)"),
        ("data.label_noise", "between 0 and 1"),
    ],
)
@pytest.mark.parametrize(
    ("text", "shown"), [("NaN", "NaN"), ("Infinity", "Infinity"), ("1e999", "Infinity"), ("-1e999", "-Infinity")]
)
def test_numbers_that_are_none_are_out_of_range(path: str, limits: str, text: str, shown: str) -> None:
    written = json.dumps(with_field(path, "HERE")).replace('"HERE"', text)
    assert problem(written) == f"{path}: must be {limits}; got {shown}."


LANE_RANGES = [
    ("seed", -1, "must be between 0 and 2147483647; got -1."),
    ("layers.*.l2", 10.5, "must be between 0 and 10; got 10.5."),
    ("layers.0.l1", -1, "must be between 0 and 10; got -1."),
    ("layers.2.rate", 1.0, "must be between 0 and 1 (1 excluded); got 1.0."),
    ("layers.*.l2", math.nan, "must be between 0 and 10; got NaN."),
    ("layers.*.rate", math.inf, "must be between 0 and 1 (1 excluded); got Infinity."),
    ("optimizer.learning_rate", 0, "must be between 0 and 100 (0 excluded); got 0."),
]


@pytest.mark.parametrize(("path", "value", "said"), LANE_RANGES)
def test_a_lanes_number_outside_its_range(path: str, value: float, said: str) -> None:
    assert problem(with_field("lanes.1.set", {path: value})) == f"lanes.1.set.{path}: {said}"


def test_a_lanes_number_is_checked_even_where_no_layer_takes_it() -> None:
    data = {"layers": [dense(3)], "lanes": [lane("a", rate=7)]}
    assert problem(data) == "lanes.0.set.layers.*.rate: must be between 0 and 1 (1 excluded); got 7."
    assert parse({"layers": [dense(3)], "lanes": [lane("a", rate=0.7)]})


@pytest.mark.parametrize(
    ("path", "value"),
    [
        ("nonsense", 1),
        ("data.nonsense", 1),
        ("layers.0.rate", 0.5),
        ("layers.1.units", 5),
        ("layers.2.l2", 0.5),
        ("optimizer.momentum", 0.9),
        ("{nonsense}", 3),
    ],
)
def test_unknown_fields_are_named(path: str, value: object) -> None:
    assert problem(with_field(path, value)) == f"{path}: unknown field."


@pytest.mark.parametrize(
    ("path", "nearest"),
    [
        ("lanes.0.colour", "color"),
        ("Seed", "seed"),
        ("{name}", "name"),
        ("optimiser", "optimizer"),
        ("optimizer.learningrate", "learning_rate"),
        ("layers.0.init", "initialization"),
        ("data.lable", "label"),
    ],
)
def test_of_unknown_fields_the_nearest_is_named(path: str, nearest: str) -> None:
    assert problem(with_field(path, 3)) == f"{path}: unknown field: the nearest is {nearest}."


@pytest.mark.parametrize(
    ("path", "value", "shown"),
    [
        ("layers.0.units", "100", "'100'"),
        ("layers.0.units", 100.0, "100.0"),
        ("layers.0.units", True, "true"),
        ("layers.0.units", None, "null"),
        ("layers.0.bias", 1, "1"),
        ("layers.0.l2", "0.1", "'0.1'"),
        ("layers.0.l2", False, "false"),
        ("layers.2.rate", [0.5], "[0.5]"),
        ("seed", 1.5, "1.5"),
        ("seed", "1", "'1'"),
        ("name", 3, "3"),
        ("data", [], "[]"),
        ("data.source", 3, "3"),
        ("layers", {}, "{}"),
        ("layers.1", "relu", "'relu'"),
        ("optimizer", "adam", "'adam'"),
        ("optimizer.learning_rate", "fast", "'fast'"),
        ("lanes", "He", "'He'"),
        ("lanes.0", 1, "1"),
        ("lanes.0.name", 7, "7"),
        ("lanes.0.set", [], "[]"),
        ("lanes.1.set.layers.*.l2", True, "true"),
        ("lanes.1.set.layers.*.l2", "0.1", "'0.1'"),
        ("lanes.1.set.layers.*.l2", None, "null"),
        ("lanes.1.set.seed", 3.0, "3.0"),
    ],
)
def test_wrong_types_are_named_and_shown(path: str, value: object, shown: str) -> None:
    lane_path = path.partition("lanes.1.set.")[2]
    data = with_field("lanes.1.set", {lane_path: value}) if lane_path else with_field(path, value)
    said = problem(data)
    assert said.startswith(f"{path}: ")
    assert said.endswith(f"; got {shown}.")


@pytest.mark.parametrize(
    ("path", "value", "some_choice"),
    [
        ("layers.0.initialization", "glorot", "xavier_normal"),
        ("layers.1.function", "swish", "leaky_relu"),
        ("layers.1.kind", "conv", "dropout"),
        ("optimizer.kind", "no such kind", "adagrad"),
        ("loss", "hinge", "mean_squared_error"),
        ("sampling", "none", "shuffle"),
        ("dropout_scaling", "both", "train"),
        ("data.scaling", "min", "standard"),
        ("version", 2, "1"),
    ],
)
def test_wrong_choices_are_told_the_right_ones(path: str, value: object, some_choice: str) -> None:
    said = problem(with_field(path, value))
    assert said.startswith(f"{path}: must be one of ")
    assert some_choice in said
    assert said.endswith(f"; got {value!r}.")


@pytest.mark.parametrize(
    ("layers", "said"),
    [
        ([], "layers: must have at least 1 entry."),
        ([activation(), dropout()], "layers: the stack needs at least one dense layer, the last of which is the"),
        ([{"units": 3}], "layers.0.kind: missing."),
        ([dense(1)] * 1001, "layers: must have at most 1000 entries."),
    ],
)
def test_impossible_stacks(layers: list[dict[str, Any]], said: str) -> None:
    assert problem({"layers": layers}).startswith(said)


def test_what_is_missing_is_named() -> None:
    assert problem({}) == "layers: missing."
    assert problem(with_field("lanes.0", {})) == "lanes.0.name: missing."
    assert problem(with_field("optimizer", {})) == "optimizer.kind: missing."
    assert problem(with_field("lanes", [])) == "lanes: must have at least 1 entry."
    assert problem(with_field("lanes", [lane("a")] * 65)) == "lanes: must have at most 64 entries."
    assert problem(with_field("lanes.0.name", "")).startswith("lanes.0.name: ")


@pytest.mark.parametrize(
    ("path", "value", "said"),
    [
        ("steps", 1, "steps is the same for all lanes."),
        ("name", "a", "name is the same for all lanes."),
        ("data.test", 1, "data.test is the same for all lanes."),
        ("data.train", 1, "all lanes are tested on the same rows, so data.train is the same for all: write "),
        ("layers.0.kind", "dropout", "a lane cannot make another layer of it: "),
        ("layers.0.on", 1, "must be true or false."),
        ("layers.*.on", False, "there is no such field in the stack."),
        ("layers.l2", 1, "there is no such field in the stack."),
        ("layers.-1.l2", 1, "there is no such field in the stack."),
        ("layers.\u0663.l2", 1, "there is no such field in the stack."),
        ("layers.0.l2 ", 1, "there is no such field in the stack; there are units, "),
        ("layers.*.activation", 1, "there is no such field in the stack; there are units, "),
        ("", 1, "there is no such field in this experiment."),
        ("optimizer.speed", 1, "there is no such field in this experiment."),
        ("optimizer", 1, "there is no such field in this experiment."),
        ("batch_size", 0, "must be between 1 and 100000; got 0."),
        ("optimizer.kind", "no such kind", "must be one of sgd, "),
        ("layers.0.units", 0, "must be between 1 and "),
    ],
)
def test_what_a_lane_cannot_set_is_told_with_lane_and_field(path: str, value: object, said: str) -> None:
    assert problem(with_field("lanes.1.set", {path: value})).startswith(f"lanes.1.set.{path}: {said}")


@pytest.mark.parametrize("path", ["layers.1.l2", "layers.0.rate", "layers.9.l2", "layers.123456789.rate"])
def test_a_lane_cannot_set_what_a_layer_has_not(path: str) -> None:
    assert (
        problem(with_field("lanes.1.set", {path: 0.5})) == f"lanes.1.set.{path}: there is no such field in the stack."
    )


def test_the_error_carries_the_path() -> None:
    with pytest.raises(ExperimentError) as caught:
        parse(with_field("layers.0.units", 0))
    assert caught.value.path == "layers.0.units"
    assert caught.value.template == "{path}: must be {range}; got {value}."
    assert caught.value.values == {"path": "layers.0.units", "range": "between 1 and 10000", "value": "0"}


def test_a_long_value_is_shortened() -> None:
    assert len(problem(with_field("name", "x" * 10_000))) < 200
    assert len(problem(with_field("layers.0.units", list(range(1000))))) < 200


@pytest.mark.parametrize("text", ["", "{", "[1]", "3", "null", '"digits"', "{'layers': []}", b"\xff\xfe", b"", "\x00"])
def test_text_that_is_no_experiment(text: str | bytes) -> None:
    assert problem(text).startswith(("The experiment is not valid JSON", "An experiment is a JSON object"))


def test_the_line_of_a_slip_is_named() -> None:
    assert problem(REFERENCE.replace('"name": "reference",', '"name": "reference"')) == (
        "The experiment is not valid JSON (line 4)."
    )


# --- there and back ---------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("kind", OPTIMIZER_KINDS)
def test_round_trip(kind: str) -> None:
    lanes = [lane("다층", l2=1e-300, seed=2**31 - 1), lane("b", initialization="he", settings={"layers.0.l2": 3})]
    experiment = small_net(optimizer={"kind": kind, "learning_rate": 0.1 + 0.2}, lanes=lanes, name='"\\\n😀')
    again = parse(experiment.to_json())
    assert again == experiment
    assert again.to_json() == experiment.to_json()
    assert parse(experiment.to_dict()) == experiment
    assert json.loads(experiment.to_json()) == experiment.to_dict()


def test_an_experiment_cannot_be_changed() -> None:
    experiment = parse(REFERENCE)
    for owner, field in ((experiment, "seed"), (experiment.layers[0], "units"), (experiment.optimizer, "kind")):
        with pytest.raises(ExperimentError, match="an experiment never changes"):
            setattr(owner, field, 1)


# --- anything at all --------------------------------------------------------------------------------------------------

leaves = (
    st.none()
    | st.booleans()
    | st.integers()
    | st.integers(-(10**400), 10**400)
    | st.floats()
    | st.text(st.characters(exclude_categories=()))
    | st.sampled_from(["dense", "adam", "he", "layers.*.l2", "1", "digits"])
)
names = st.text(st.characters(exclude_categories=()), max_size=6) | st.sampled_from(
    ["kind", "set", "name", "layers.*.l2", "seed", "rate", "units"]
)
values = st.recursive(
    leaves, lambda inner: st.lists(inner, max_size=4) | st.dictionaries(names, inner, max_size=4), max_leaves=15
)
places = st.sampled_from(
    [
        "version name data data.source data.train data.label layers layers.0 layers.0.kind layers.0.units layers.0.l2",
        "layers.1 layers.1.function layers.2.rate loss dropout_scaling optimizer optimizer.kind batch_size sampling",
        "optimizer.learning_rate steps seed lanes lanes.0 lanes.0.name lanes.0.set lanes.1.set",
    ]
).flatmap(lambda line: st.sampled_from(line.split()))


def is_experiment_or_says_why(source: Any) -> None:
    try:
        experiment = parse(source)
    except ExperimentError:
        return
    assert isinstance(experiment, Experiment)
    assert parse(experiment.to_json()) == experiment


@given(values)
def test_any_value(value: Any) -> None:
    is_experiment_or_says_why(value)


@given(places, values)
@example("name", "\ud800")
@example("seed", 10**5000)
@example("layers.0.l2", 10**400)
@example("lanes.1.set", {"layers.0.l2": 10**400})
@example("lanes.1.set", {"layers." + "9" * 5000 + ".l2": 1})
@example("lanes.1.set", {"\udfff": 1})
@example("layers.0.l2", float("nan"))
@example("version", True)
def test_any_value_in_any_place(path: str, value: Any) -> None:
    data = with_field(path, value)
    is_experiment_or_says_why(data)
    try:
        text = json.dumps(data, ensure_ascii=False)
    except ValueError:  # an integer of more than 4300 digits
        return
    is_experiment_or_says_why(text)


@given(st.text(st.characters(exclude_categories=())) | st.binary())
def test_any_text(text: str | bytes) -> None:
    is_experiment_or_says_why(text)


@given(st.integers(0, len(REFERENCE) - 1), st.integers(0, 5), st.text('{}[]",:0123456789.eE-+ntfaN\\u', max_size=3))
def test_any_slip_of_the_pen(place: int, gone: int, put: str) -> None:
    is_experiment_or_says_why(REFERENCE[:place] + put + REFERENCE[place + gone :])


@pytest.mark.parametrize("depth", [100, 190, 210, 900, 100_000])
def test_deep_nesting(depth: int) -> None:
    """A limit of Python's, or one of pydantic's, is met; never a RecursionError."""
    nested: Any = 1
    for _ in range(depth):
        nested = [nested]
    is_experiment_or_says_why(with_field("name", nested))
    for opening, closing in (("[", "]"), ('{"a":', "}")):
        is_experiment_or_says_why('{"layers": ' + opening * depth + "1" + closing * depth + "}")


def test_values_that_json_has_not() -> None:
    circular: dict[str, Any] = {}
    circular["layers"] = circular
    for strange in (circular, {"layers": {1, 2}}, {"layers": object()}, {("a", "b"): 1}, {"name": b"bytes"}):
        assert problem(strange).startswith("The experiment holds a value that JSON cannot: ")
