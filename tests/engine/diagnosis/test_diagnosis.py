"""Runs made to be sick are found out, healthy ones are left alone, and every remedy can be taken and cures."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from functools import cache
from typing import Any

import numpy as np
import pytest
from threadpoolctl import threadpool_limits

from engine.data import Dataset, load
from engine.diagnosis.apply_remedy import cured
from engine.diagnosis.diagnosis import MOST, diagnose, first_finding
from engine.diagnosis.evidence.course import last_change
from engine.diagnosis.evidence.gather import evidence
from engine.diagnosis.findings import Finding
from engine.experiment.edits.field_edits import edited
from engine.experiment.experiment import Experiment
from engine.experiment.lanes.lanes import isolate_lane, lane_layers
from engine.inspectors import InspectionRequest, look_inside
from engine.inspectors.signals import signals
from engine.store.presets import load_preset, new_experiment, preset_names
from engine.train.history.history import Mark
from engine.train.trainer import Trainer
from tests.conftest import BY_NIGHT, thorough
from tests.engine.helpers import activation, batch_norm, dense, dropout, lane, lane_bytes, recipe

DIGITS = {"source": "digits", "train": 300, "test": 300}


@dataclass(frozen=True)
class Case:
    """A run, how long it is, and how often somebody looks."""

    make: Callable[[], Experiment]
    steps: int = 100
    every: int = 10


@dataclass
class Record:
    """What was found in lane 0, look by look, and what became of it."""

    looks: list[tuple[int, list[Finding]]] = field(default_factory=list)
    accuracy: float = np.nan
    """On the training rows, in the end."""

    def first(self, rule: str) -> Finding:
        found = [finding for _, findings in self.looks for finding in findings if finding.rule == rule]
        assert found, f"never found; but {self.rules()}"
        return found[0]

    def since(self, rule: str) -> int:
        """The step of the first look that finds it."""
        return next(step for step, findings in self.looks if rule in [finding.rule for finding in findings])

    def rules(self) -> set[str]:
        return {finding.rule for _, findings in self.looks for finding in findings}


def watched(experiment: Experiment, steps: int, every: int, *, lane: int = 0, dataset: Dataset | None = None) -> Record:
    """Trains as the window does: measures and records at every look."""
    rows = load(experiment.data) if dataset is None else dataset
    trainer, record = Trainer(experiment, rows, seals_test=True), Record()
    with threadpool_limits(1):
        for until in sorted({0, 1, *range(every, steps + 1, every)}):
            trainer.run(until - trainer.step, record=True)
            trainer.measure()
            record.looks.append((trainer.step, diagnose(evidence(trainer.groups[0], lane))))
    record.accuracy = trainer.snapshot().lanes[lane].train_accuracy
    return record


def net(
    depth: int, units: int, function: str = "relu", start: str = "he_uniform", *, out: int = 10, **fields: Any
) -> Experiment:
    """A net of equal hidden layers; ``l1``, ``l2``, ``rate`` (of dropout) and ``learning_rate`` (of SGD) for short."""
    penalties = {name: fields.pop(name, 0.0) for name in ("l1", "l2")}
    rate, learning_rate = fields.pop("rate", None), fields.pop("learning_rate", 0.01)
    layers = []
    for _ in range(depth):
        layers += [dense(units, initialization=start, **penalties), activation(function)]
        layers += [dropout(rate)] if rate is not None else []
    layers.append(dense(out, initialization=start, **penalties))
    optimizer = {"kind": "sgd", "learning_rate": learning_rate}
    return recipe(*layers, **{"data": DIGITS, "optimizer": optimizer, **fields})


def toy(source: str, *layers: dict[str, Any], **fields: Any) -> Experiment:
    """Two classes in a plane."""
    return recipe(*layers, dense(2), data={"source": source, "train": 200, "test": 200}, **fields)


def adam(learning_rate: float) -> dict[str, Any]:
    return {"kind": "adam", "learning_rate": learning_rate}


def sgd(learning_rate: float) -> dict[str, Any]:
    return {"kind": "sgd", "learning_rate": learning_rate}


FEW_ROWS = {**DIGITS, "train": 60}
NOISY = {**DIGITS, "train": 100, "label_noise": 0.2}

NAIVE = Case(lambda: net(10, 50, start="uniform"), 20, 2)

SICK: dict[str, tuple[str, Case]] = {
    "naive weights, ten layers": ("exploding", NAIVE),
    "naive weights, then NaN": ("diverged", NAIVE),
    "large steps": ("diverged", Case(lambda: net(2, 50, "identity", learning_rate=50.0), 60, 5)),
    "zeros": ("zeros", Case(lambda: net(2, 50, start="zeros"), 40)),
    "zeros, tanh": ("zeros", Case(lambda: net(2, 50, "tanh", "zeros"), 40)),
    "deep sigmoid": ("vanishing", Case(lambda: net(5, 30, "sigmoid", "xavier_uniform"), 100, 5)),
    "deep ReLU by Xavier": ("fading", Case(lambda: net(10, 50, start="xavier_uniform"))),
    "naive tanh": ("saturated", Case(lambda: net(3, 100, "tanh", "uniform"), 60)),
    "tanh, large steps": ("rate_too_large", Case(lambda: net(3, 50, "tanh", "xavier_uniform", learning_rate=5.0), 200)),
    "ReLU, large steps": ("rate_too_large", Case(lambda: net(3, 50, learning_rate=1.0))),
    "few rows": ("overfitting", Case(lambda: load_preset("overfitting"), 500, 20)),
    "few rows, wrong labels": (
        "overfitting",
        Case(lambda: net(2, 100, data={**FEW_ROWS, "label_noise": 0.2}, learning_rate=0.1), 500, 20),
    ),
    "wrong labels": ("memorized", Case(lambda: net(2, 100, data=NOISY, learning_rate=0.1), 300, 20)),
    "strong L2": ("penalty_too_strong", Case(lambda: net(2, 50, l2=0.3, learning_rate=0.05), 320, 20)),
    "rather strong L2": ("penalty_too_strong", Case(lambda: net(2, 100, l2=0.15, learning_rate=0.05), 600, 20)),
    "strong L1": ("penalty_too_strong", Case(lambda: net(2, 50, l1=0.03, learning_rate=0.05), 500, 20)),
    "strong dropout": ("dropout_too_strong", Case(lambda: net(4, 50, rate=0.8, learning_rate=0.05), 200, 20)),
    "tiny steps": ("rate_too_small", Case(lambda: net(1, 30, learning_rate=1e-6), 320, 20)),
    "a line through a spiral": ("no_hidden_layer", Case(lambda: toy("spiral", optimizer=sgd(0.1)), 500, 20)),
    "two straight layers": ("no_hidden_layer", Case(lambda: toy("xor", dense(8), optimizer=sgd(0.1)), 340, 20)),
}


SICK_BY_DAY = [
    *("naive weights, ten layers", "naive weights, then NaN", "zeros", "deep sigmoid", "deep ReLU by Xavier"),
    *("naive tanh", "ReLU, large steps", "few rows", "wrong labels", "strong L2", "strong dropout", "tiny steps"),
    "two straight layers",
]
"""One for each rule."""


def sick(name: str) -> Record:
    return run_of(SICK[name][1])


@cache
def run_of(case: Case) -> Record:
    """Each is run once for all tests."""
    return watched(case.make(), case.steps, case.every)


@pytest.mark.parametrize("name", thorough(SICK, by_day=SICK_BY_DAY))
def test_what_is_wrong_is_found(name: str) -> None:
    rule = SICK[name][0]
    finding = sick(name).first(rule)
    told = [str(finding.text), *map(str, finding.evidence)]
    assert finding.lane == 0
    assert len(told) > 1
    assert all(sentence.endswith(".") and "{" not in sentence and "nan" not in sentence for sentence in told)
    if rule not in ("overfitting", "memorized", "saturated"):
        assert not sick(name).accuracy > 0.7, "the run was made to be sick"


@pytest.mark.parametrize(
    "name", thorough(["few rows", "wrong labels", "naive tanh"], by_day=["wrong labels", "naive tanh"])
)
def test_validation_rows_are_looked_at_as_test_rows_were_and_are_called_by_their_name(name: str) -> None:
    """The test rows, which are sealed, are others: they decide nothing."""
    case = SICK[name][1]
    experiment = case.make()
    data = load(experiment.data)
    validated = replace(data, valid_x=data.test_x, valid_y=data.test_y, test_x=-data.test_x)
    found = watched(experiment, case.steps, case.every, dataset=validated)
    for (step, before), (_, after) in zip(sick(name).looks, found.looks, strict=True):
        assert [finding.rule for finding in before] == [finding.rule for finding in after], step
        for old, new in zip(before, after, strict=True):
            sentences = [[str(told.text), *map(str, told.evidence)] for told in (old, new)]
            renamed = [text.replace("test", "validation").replace("Test", "Validation") for text in sentences[0]]
            assert renamed == sentences[1]


@pytest.mark.parametrize("name", ["naive weights, ten layers", "zeros", "deep ReLU by Xavier", "naive tanh"])
def test_a_bad_start_is_told_before_the_first_step(name: str) -> None:
    assert sick(name).since(SICK[name][0]) == 0


# --- numbers of layers ------------------------------------------------------------------------------------------------


STACKS = [
    name for name in preset_names() if {"dropout", "activation"} <= {layer.kind for layer in load_preset(name).layers}
]
BY_DAY = ["reference", "dropout"]
"""A deep one and a flat one: each of the troubles is in one of them."""
TROUBLES = [("saturated", "tanh", "uniform", 0.01), ("rate_too_large", "relu", "he_uniform", 3.0)]
TROUBLES += [("vanishing", "sigmoid", "xavier_uniform", 0.01)]


@pytest.mark.parametrize(("rule", "function", "start", "rate"), TROUBLES)
def test_layers_are_called_by_their_rows(rule: str, function: str, start: str, rate: float) -> None:
    """In stacks with activations and dropout, where a dense layer's row is not its place among the dense ones."""
    edits = {"layers.*.function": function, "layers.*.initialization": start, "layers.*.l2": 0.0, "layers.*.rate": 0.1}
    told = []
    for name in STACKS if BY_NIGHT else BY_DAY:
        experiment = isolate_lane(load_preset(name), 0)
        for path, value in {**edits, "optimizer": sgd(rate)}.items():
            experiment = edited(experiment, path, value)
        trainer = Trainer(experiment, load(experiment.data))
        trainer.run(30, record=True)
        trainer.measure()
        found = diagnose(evidence(trainer.groups[0], 0))
        told += [(trainer, of) for of in found if of.rule == rule and of.named_layer is not None]
    assert told, "none of these stacks has the trouble"
    for trainer, finding in told:
        layers = trainer.experiment.layers
        said = str(finding.evidence[0] if rule == "rate_too_large" else finding.text)
        numbers = [int(number) for number in re.findall(r"layer (\d+)", said)]
        if rule == "vanishing":
            rows = [row for row, layer in enumerate(layers, start=1) if layer.kind == "dense"]
            assert numbers == [rows[0], rows[-1]]
            assert [int(number) for number in re.findall(r"layer (\d+)", str(finding.evidence[0]))] == numbers
            continue
        (number,) = numbers
        assert getattr(layers[number - 1], "function", None) == function
        seen = signals(trainer.groups[0], InspectionRequest())
        share = (seen.saturated if rule == "saturated" else seen.dead)[0, number - 1]
        assert f"{share:.0%} of the" in said


# --- remedies -------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", thorough(SICK, by_day=SICK_BY_DAY))
def test_every_remedy_can_be_taken(name: str) -> None:
    """Looks that come to the same remedy need it taken once."""
    experiment, remedies = SICK[name][1].make(), {}
    for _, findings in sick(name).looks:
        remedies |= {repr(finding.remedy): finding.remedy for finding in findings if finding.remedy is not None}
    assert remedies
    for remedy in remedies.values():
        better = cured(experiment, remedy)
        assert better != experiment
        Trainer(better, load(better.data)).run(2)


CURABLE = [
    *("naive weights, ten layers", "zeros", "zeros, tanh", "deep sigmoid", "deep ReLU by Xavier", "naive tanh"),
    *("tanh, large steps", "ReLU, large steps", "strong L2", "rather strong L2", "strong L1", "strong dropout"),
    *("tiny steps", "a line through a spiral", "two straight layers", "few rows"),
]


@pytest.mark.parametrize("name", thorough(CURABLE, by_day=[name for name in SICK_BY_DAY if name in CURABLE]))
def test_the_remedy_cures(name: str) -> None:
    rule, case = SICK[name]
    remedy = sick(name).first(rule).remedy
    assert remedy is not None
    again = watched(cured(case.make(), remedy), case.steps, case.every)
    assert rule not in again.rules()
    if rule not in ("overfitting", "saturated"):
        assert again.accuracy > sick(name).accuracy or np.isnan(sick(name).accuracy)


def test_large_steps_come_down_to_sound_ones() -> None:
    """Each remedy is a tenth of the rate, until it learns."""
    experiment, case = SICK["large steps"][1].make(), SICK["large steps"][1]
    for _ in range(4):
        found = watched(experiment, case.steps, case.every)
        if "diverged" not in found.rules():
            break
        remedy = found.first("diverged").remedy
        assert remedy is not None
        experiment = cured(experiment, remedy)
    assert found.accuracy > 0.5


def test_a_remedy_is_for_its_lane_and_never_what_the_lane_has() -> None:
    lanes = [lane("well", l2=0.001), lane("sick", l2=0.5)]
    experiment = net(2, 50, learning_rate=0.05, lanes=lanes)
    found = watched(experiment, 200, 20, lane=1).first("penalty_too_strong")
    assert found.remedy is not None
    assert found.lane == 1
    better = cured(experiment, found.remedy)
    assert [{getattr(layer, "l2", None) for layer in lane_layers(better, i)} - {None} for i in (0, 1)] == [
        {0.001},
        {0.01},
    ]


def test_what_to_do_about_wrong_labels_depends_on_what_is_done() -> None:
    """L2, then dropout, then more of it; no end in time, which the test rows would choose."""
    experiment, texts = net(2, 100, data={**FEW_ROWS, "label_noise": 0.2}, learning_rate=0.1), []
    for _ in range(4):
        trainer = Trainer(experiment, load(experiment.data))
        trainer.run(150, record=True)
        trainer.measure()
        (finding,) = [each for each in diagnose(evidence(trainer.groups[0], 0)) if each.rule == "memorized"]
        if finding.remedy is None:
            break
        texts.append(str(finding.remedy.text))
        experiment = cured(experiment, finding.remedy)
        if str(finding.remedy.text) == "Stop early":
            break
    assert texts == ["Use L2 with λ 0.01", "Add dropout"]


def test_a_well_started_relu_net_that_vanishes_is_offered_batch_normalization() -> None:
    experiment = net(3, 20, rate=0.1)
    trainer = Trainer(experiment, load(experiment.data))
    trainer.run(1, record=True)
    trainer.measure()
    vanishing = replace(evidence(trainer.groups[0], 0), gradient_rms=np.array([1e-6, 1e-4, 1e-2, 1.0]))
    (finding,) = diagnose(vanishing)
    assert finding.remedy is not None
    assert (finding.rule, str(finding.remedy.text)) == ("vanishing", "Add batch normalization")
    kinds = [layer.kind for layer in cured(experiment, finding.remedy).layers]
    assert kinds == ["dense", "batch_norm", "activation", "dropout"] * 3 + ["dense"]


def test_large_features_that_diverge_are_standardized() -> None:
    experiment = net(2, 50)
    trainer = Trainer(experiment, load(experiment.data))
    trainer.measure()
    finding = first_finding(replace(evidence(trainer.groups[0], 0), diverged_at=3, input_std=500.0))
    assert finding is not None
    assert finding.remedy is not None
    assert cured(experiment, finding.remedy).data.scaling == "standard"


# --- healthy runs ---------------------------------------------------------------------------------------------------

HEALTHY: dict[str, Case] = {
    "shallow ReLU on digits": Case(lambda: net(1, 100, learning_rate=0.05), 1000, 25),
    "tanh on circle": Case(
        lambda: toy("circle", dense(8, initialization="xavier_uniform"), activation("tanh"), optimizer=adam(0.01)),
        400,
        20,
    ),
    "ReLU on xor": Case(
        lambda: toy("xor", dense(8), activation(), dense(8), activation(), optimizer=adam(0.01)), 1000, 20
    ),
    "linear on gauss": Case(lambda: toy("gauss", optimizer=sgd(0.1)), 500, 20),
    "linear on digits": Case(lambda: net(0, 0, l2=0.01, learning_rate=0.1), 800, 20),
    "reference": Case(lambda: load_preset("reference"), 500, 25),
    "spiral": Case(lambda: load_preset("spiral"), 1500, 25),
    "new experiment": Case(new_experiment, 500, 20),
    "one sigmoid layer": Case(lambda: net(1, 50, "sigmoid", "xavier_uniform", learning_rate=0.1), 1000, 25),
    "dropout of a half": Case(lambda: net(2, 100, rate=0.5, learning_rate=0.05), 400, 25),
    "some L2, all rows": Case(lambda: net(1, 50, l2=0.01, learning_rate=0.1, sampling="full"), 400, 25),
    "squared error": Case(lambda: net(2, 50, learning_rate=0.1, loss="mean_squared_error"), 800, 25),
    "batch normalization": Case(
        lambda: recipe(
            *(part for _ in range(4) for part in (dense(50), batch_norm(), activation())),
            dense(10),
            data=DIGITS,
            optimizer=sgd(0.05),
        ),
        400,
        25,
    ),
    "a zero output layer": Case(
        lambda: recipe(dense(50), activation(), dense(10, initialization="zeros"), data=DIGITS, optimizer=sgd(0.05)),
        400,
        20,
    ),
    # Slow is not sick.
    "small steps": Case(lambda: net(3, 50, learning_rate=0.002), 500, 25),
    "deep tanh, small steps": Case(lambda: net(6, 50, "tanh", "xavier_uniform", learning_rate=0.003), 800, 25),
    "two sigmoid layers": Case(lambda: net(2, 50, "sigmoid", "xavier_uniform", learning_rate=0.05), 1200, 25),
}
WELL_BY_DAY = [
    *("tanh on circle", "linear on gauss", "new experiment", "dropout of a half", "some L2, all rows"),
    *("batch normalization", "a zero output layer", "small steps"),
]


@pytest.mark.parametrize("name", thorough(HEALTHY, by_day=WELL_BY_DAY))
def test_a_healthy_run_is_left_alone_at_every_look(name: str) -> None:
    case = HEALTHY[name]
    found = watched(case.make(), case.steps, case.every)
    said = [(step, str(finding.text)) for step, findings in found.looks for finding in findings]
    assert not said
    if "small steps" not in name and name != "reference":
        assert found.accuracy > 0.8, "the run was made to be well"


# --- the evidence, and what is told at once -------------------------------------------------------------------------


def test_an_edit_on_the_way_starts_the_evidence_anew() -> None:
    """What was stuck may not be any more; it is said again only when that is known."""
    experiment = net(2, 50, l2=0.3, learning_rate=0.05)
    trainer = Trainer(experiment, load(experiment.data))
    for _ in range(20):
        trainer.run(20, record=True)
        trainer.measure()
    assert diagnose(evidence(trainer.groups[0], 0))[0].rule == "penalty_too_strong"
    trainer.apply(edited(experiment, "layers.*.l2", 0.2))
    trainer.run(20, record=True)
    trainer.measure()
    found = evidence(trainer.groups[0], 0)
    assert found.since == 400
    assert "penalty_too_strong" not in [finding.rule for finding in diagnose(found)]


def test_only_changes_that_concern_a_lane_count_for_it() -> None:
    marks = [
        Mark(10, "layers.0.l2", 0, 1),
        Mark(20, "lanes.1.set.layers.*.l2", 0, 1),
        Mark(30, "lanes.0.set.seed", 0, 1),
    ]
    assert [last_change(marks[:count], 1) for count in (0, 1, 2, 3)] == [0, 10, 20, 20]


def test_the_evidence_is_what_was_measured() -> None:
    experiment = net(2, 20, data=NOISY, learning_rate=0.05, l2=0.02)
    trainer = Trainer(experiment, load(experiment.data))
    for _ in range(12):
        trainer.run(10, record=True)
        trainer.measure()
    found, history = evidence(trainer.groups[0], 0), trainer.history.view()
    train, test = history.measure("train_data_loss")[:, 0], history.measure("test_data_loss")[:, 0]
    assert found.held_out_loss == pytest.approx(np.median(test[-4:]))  # of the last third, at most five
    assert found.best_held_out_loss == pytest.approx(min(test))
    assert found.train_loss_at_best == pytest.approx(train[int(np.argmin(test))])
    before, now = train[4:8].mean(), train[8:].mean()  # steps 10 to 120: thirds end behind 40 and 80
    assert found.fall == pytest.approx(1 - now / before, abs=0.03)
    weights = [layer["weight"] for layer in trainer.lane_parameters(0) if layer]
    first = Trainer(experiment, load(experiment.data))
    start = [layer["weight"] for layer in first.lane_parameters(0) if layer]
    shares = [np.linalg.norm(now) / np.linalg.norm(then) for now, then in zip(weights, start, strict=True)]
    assert found.weight_share == pytest.approx(shares, rel=0.1)
    wrong = trainer.dataset.train_y != trainer.dataset.train_y_clean
    assert found.wrong_labels == wrong.sum()
    assert found.n_rows == 100


def test_the_focus_comes_first_and_each_rule_once() -> None:
    lanes = [lane(str(i), initialization="uniform" if i else "he_uniform") for i in range(3)]
    experiment = net(
        10, 50, lanes=[*lanes, lane("x", initialization="xavier_uniform"), lane("z", initialization="zeros")]
    )
    trainer = Trainer(experiment, load(experiment.data))
    trainer.measure()
    told = look_inside(trainer, InspectionRequest(frozenset(["diagnosis"]), focus=2))["diagnosis"]
    assert [(finding.rule, finding.lane) for finding in told] == [
        ("zeros", 4),
        ("exploding", 2),
        ("fading", 3),
    ]
    assert len(told) <= MOST
    assert [str(finding.others) for finding in told] == ["None", "The same is said of 1.", "None"]


def test_a_hidden_lane_is_not_spoken_of() -> None:
    experiment = net(10, 50, lanes=[lane("he"), {**lane("naive", initialization="uniform"), "visible": False}])
    trainer = Trainer(experiment, load(experiment.data))
    trainer.measure()
    assert look_inside(trainer, InspectionRequest(frozenset(["diagnosis"])))["diagnosis"] == ()


def test_nothing_is_said_before_anything_was_measured() -> None:
    experiment = net(10, 50, start="uniform")
    trainer = Trainer(experiment, load(experiment.data))
    assert look_inside(trainer, InspectionRequest(frozenset(["diagnosis"])))["diagnosis"] == ()


def test_looking_changes_nothing() -> None:
    experiment = net(2, 20, rate=0.3, l2=0.01, lanes=[lane("a"), lane("b", seed=3)])
    looked_at, alone = (Trainer(experiment, load(experiment.data)) for _ in range(2))
    for _ in range(5):
        looked_at.run(10, record=True)
        looked_at.measure()
        look_inside(looked_at, InspectionRequest(frozenset(["diagnosis"])))
        alone.run(10)
    for index in (0, 1):
        assert lane_bytes(looked_at, index) == lane_bytes(alone, index)


def test_what_began_with_naive_weights_is_still_their_work_when_outputs_have_shrunk() -> None:
    """The steps are not too large then: a smaller rate leaves it where it is."""
    experiment = edited(load_preset("reference"), "layers.*.initialization", "uniform")
    record = watched(experiment, 150, 50)
    last = record.looks[-1][1][0]
    assert record.accuracy < 0.5
    assert last.rule == "exploding"
    assert last.remedy is not None
    cure = watched(cured(experiment, last.remedy), 150, 150)
    assert cure.accuracy > record.accuracy
