"""The presets: complete, valid, and each shows what its description promises."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from threadpoolctl import threadpool_limits

from engine.assets import asset
from engine.data import load
from engine.diagnosis.diagnosis import diagnose
from engine.diagnosis.evidence.gather import evidence
from engine.errors import PlaygroundError
from engine.experiment.lanes.lanes import lane_layers
from engine.nn.shapes import layer_shapes
from engine.store.presets import load_preset, names_at_hand, new_experiment, preset_curves, preset_names, presets
from engine.train.snapshot import LaneSnapshot
from engine.train.trainer import Trainer
from tests.conftest import only_at_night, thorough
from tests.engine.data.sources.made_downloads import made_downloads


def lanes_after(name: str, steps: int | None = None) -> dict[str, LaneSnapshot]:
    """The lanes of a preset, by name, after so many steps or its own number."""
    experiment = load_preset(name)
    trainer = Trainer(experiment, load(experiment.data))
    with threadpool_limits(1):  # two would wait for each other more than they work
        trainer.run(experiment.steps if steps is None else steps)
        trainer.measure()
    return {lane.name: lane for lane in trainer.snapshot().lanes}


def test_the_index_and_the_files_agree() -> None:
    files = {path.stem for path in asset("presets").glob("*.json")} - {"index", "curves", "stories"}
    assert set(preset_names()) == files
    assert preset_names()[0] == "reference"


def test_each_is_described_in_one_sentence() -> None:
    for preset in presets():
        assert preset.title
        assert preset.description.endswith(".")
        assert preset.description.count(". ") == 0


@pytest.mark.parametrize("name", names_at_hand())
def test_each_is_named_as_its_file_and_trains(name: str) -> None:
    assert load_preset(name).name == name
    assert lanes_after(name, 2)


@pytest.mark.parametrize(
    ("name", "side"), thorough([("lenet-14", 14), ("lenet-28", 28), ("fashion", 14)], by_day=[("fashion", 14)])
)
def test_those_that_are_downloaded_train_on_pictures_of_their_size(name: str, side: int, tmp_path: Path) -> None:
    assert name not in names_at_hand()
    with made_downloads(tmp_path):
        experiment = load_preset(name)
        dataset = load(experiment.data)
        trainer = Trainer(experiment, dataset)
        trainer.run(2)
    assert experiment.name == name
    assert (dataset.image_shape, dataset.n_classes, dataset.source_rows) == ((side, side), 10, 12_000)
    assert all(lane.diverged_at is None for lane in trainer.snapshot().lanes)


def test_each_has_the_curves_of_its_lanes() -> None:
    curves = preset_curves()
    assert [name for name in curves if name in names_at_hand()] == list(names_at_hand()), "run: make pictures"
    for name, lanes in curves.items():
        assert len(lanes) == len(load_preset(name).lanes), "run: make pictures"
        assert max(len(lane) for lane in lanes) == 40
        assert all(0 <= value <= 1 for lane in lanes for value in lane)


def test_the_curves_are_those_of_the_engine() -> None:
    (curve,) = preset_curves()["reference"]
    steps = round(3000 * 5 / 39)
    (lane,) = lanes_after("reference", steps).values()
    assert curve[5] == pytest.approx(lane.test_accuracy, abs=0.02)


def test_a_new_experiment_learns_quickly() -> None:
    experiment = new_experiment()
    trainer = Trainer(experiment, load(experiment.data))
    with threadpool_limits(1):
        trainer.run(500)
        trainer.measure()
    assert trainer.snapshot().lanes[0].test_accuracy > 0.8


def test_no_other_name_is_known() -> None:
    with pytest.raises(PlaygroundError, match=r"no preset ../x; there are reference, initializations,"):
        load_preset("../x")


def test_the_reference_is_the_reference() -> None:
    """The experiment that the engine was first built for, but for the 64 pixels of the bundled digits."""
    reference = json.loads(load_preset("reference").to_json())
    dense = [layer for layer in reference["layers"] if layer["kind"] == "dense"]
    kinds = [layer["kind"] for layer in reference["layers"]]
    assert kinds == ["dense", "activation", "dropout"] * 5 + ["dense", "dropout"]
    assert [layer["units"] for layer in dense] == [100] * 5 + [10]
    assert {(layer["initialization"], layer["l2"], layer["l1"], layer["bias"]) for layer in dense} == {
        ("he_uniform", 0.01, 0.0, True)
    }
    assert {layer["rate"] for layer in reference["layers"] if layer["kind"] == "dropout"} == {0.2}
    assert {layer["function"] for layer in reference["layers"] if layer["kind"] == "activation"} == {"relu"}
    assert reference["optimizer"] == {"kind": "sgd", "learning_rate": 0.01}
    assert (reference["data"]["train"], reference["data"]["test"], reference["data"]["source"]) == (300, 300, "digits")
    assert {key: reference[key] for key in ("batch_size", "sampling", "steps", "seed", "dropout_scaling")} == {
        "batch_size": 128,
        "sampling": "replacement",
        "steps": 3000,
        "seed": 0,
        "dropout_scaling": "test",
    }


def test_naive_diverges_xavier_crawls_he_learns() -> None:
    lanes = lanes_after("initializations", 200)
    assert lanes["Naive"].diverged_at is not None
    assert lanes["Xavier"].test_accuracy < 0.5
    assert lanes["He"].test_accuracy > 0.7


@only_at_night
def test_neither_overfits_and_both_help() -> None:
    lanes = lanes_after("l2-and-dropout")
    assert lanes["Neither"].gap > 0.3
    assert all(lanes[name].test_accuracy > lanes["Neither"].test_accuracy + 0.05 for name in ("L2", "Dropout", "Both"))
    assert lanes["Both"].gap < lanes["L2"].gap < lanes["Neither"].gap


@only_at_night
def test_some_l2_helps_and_too_much_hurts() -> None:
    lanes = lanes_after("l2")
    assert lanes["λ 0"].train_accuracy > 0.98
    assert lanes["λ 0.01"].test_accuracy > lanes["λ 0"].test_accuracy + 0.05
    assert lanes["λ 0.1"].train_accuracy < 0.7


def test_the_first_look_is_learned_and_by_zeros_never() -> None:
    lanes = lanes_after("first-look")
    assert lanes["Xavier"].test_accuracy > 0.95
    assert lanes["All zeros"].test_accuracy == 0.5
    assert lanes["All zeros"].diverged_at is None


def test_the_spiral_is_solved_at_one_rate_long_before_the_others() -> None:
    lanes = lanes_after("spiral", 2000)
    assert lanes["Rate 0.01"].test_accuracy > 0.95
    assert lanes["Rate 0.001"].test_accuracy < 0.9
    assert lanes["Rate 0.1"].test_accuracy < 0.9


def test_a_curve_bends_to_every_point_fits_or_lies_flat() -> None:
    lanes = lanes_after("regression")
    assert lanes["λ 0"].gap > 0.4
    assert lanes["λ 0.03"].test_accuracy > lanes["λ 0"].test_accuracy + 0.15
    assert lanes["λ 0.03"].gap < 0.25
    assert lanes["λ 0.3"].train_accuracy == pytest.approx(0, abs=0.05)


AILMENTS = {
    "saturation": "saturated",
    "dead-relu": "rate_too_large",  # the units that died are its evidence: at the start they lived
    "overfitting": "overfitting",
    "memorized-labels": "memorized",
    "too-much-l2": "penalty_too_strong",
    "too-much-dropout": "dropout_too_strong",
}
"""What the first lane of a preset has, and the others do not."""
LONG = {"saturation", "overfitting", "memorized-labels", "too-much-dropout", "too-much-l2"}
"""Those that take half a second or more."""


@pytest.mark.parametrize("name", thorough(AILMENTS, by_day=AILMENTS.keys() - LONG))
def test_a_sick_lane_beside_a_well_one(name: str) -> None:
    experiment = load_preset(name)
    trainer = Trainer(experiment, load(experiment.data))
    found: list[set[str]] = [set() for _ in experiment.lanes]
    assert 2 <= len(experiment.lanes) <= 3
    assert experiment.steps is not None
    with threadpool_limits(1):
        for step in sorted({0, 1, *range(50, experiment.steps + 1, 50)}):
            trainer.run(step - trainer.step, record=True)
            trainer.measure()
            for lane, rules in enumerate(found):
                rules |= {finding.rule for finding in diagnose(evidence(trainer.groups[0], lane))}
    assert AILMENTS[name] in found[0]
    assert not any(AILMENTS[name] in rules for rules in found[1:])
    sick, *well = trainer.snapshot().lanes
    better = "test_data_loss" if name == "overfitting" else "test_accuracy"
    sign = -1 if name == "overfitting" else 1
    assert all(sign * getattr(lane, better) > sign * getattr(sick, better) for lane in well)


@only_at_night
def test_first_convolution_reads_digits_with_few_parameters() -> None:
    experiment = load_preset("first-convolution")
    lanes = lanes_after("first-convolution")
    shapes = layer_shapes(experiment.layers, (8, 8, 1))
    assert sum(layer.learned(shape) for layer, shape in zip(experiment.layers, shapes, strict=False)) == 1258
    he, naive = (lanes[name].test_accuracy for name in ("He", "Naive"))
    assert he > 0.96
    assert naive < he - 0.02


@only_at_night
def test_a_convolution_needs_a_ninth_of_the_parameters() -> None:
    lanes = lanes_after("dense-or-conv")
    assert abs(lanes["Convolution"].test_accuracy - lanes["Dense"].test_accuracy) < 0.015
    experiment = load_preset("dense-or-conv")
    sizes = [
        sum(layer.learned(shape) for layer, shape in zip(stack, layer_shapes(stack, (8, 8, 1)), strict=False))
        for stack in (lane_layers(experiment, lane) for lane in (0, 1))
    ]
    assert 9 <= sizes[1] / sizes[0] < 10


@only_at_night
def test_some_pooling_closes_the_gap_and_too_much_loses() -> None:
    lanes = lanes_after("pooling")
    assert lanes["Pool 2"].test_accuracy > lanes["No pool"].test_accuracy + 0.01
    assert lanes["Pool 2"].gap < lanes["No pool"].gap
    assert lanes["Pool 3"].test_accuracy < lanes["Pool 2"].test_accuracy - 0.02


LEARNS, DOES_NOT = 0.85, 0.7
"""Accuracy on the test rows."""


@pytest.mark.parametrize(
    ("name", "learn", "do_not"),
    [
        pytest.param("optimizers", ("Momentum", "Adam"), (), marks=only_at_night),
        pytest.param("activations", ("ReLU", "GELU", "Tanh"), ("Sigmoid",), marks=only_at_night),
        pytest.param("batch-size", ("4 rows", "32 rows", "All rows"), (), marks=only_at_night),
        pytest.param("width", ("16 units", "64 units"), ("2 units",), marks=only_at_night),
        ("learning-rate", ("Rate 0.01", "Rate 0.1"), ("Rate 0.001", "Rate 3")),
        pytest.param("batch-norm", ("With",), ("Without",), marks=only_at_night),
    ],
)
def test_lanes_of_anything_show_what_their_setting_does(
    name: str, learn: tuple[str, ...], do_not: tuple[str, ...]
) -> None:
    lanes = lanes_after(name)
    assert all(lanes[lane].test_accuracy > LEARNS for lane in learn)
    assert all(lanes[lane].test_accuracy < DOES_NOT for lane in do_not)
