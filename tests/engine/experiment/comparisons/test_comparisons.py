"""Comparisons that take one click: what each lane sets, that nothing else differs, and that all of them train."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest

from engine.data import load
from engine.errors import ExperimentError
from engine.experiment.comparisons.base import Start
from engine.experiment.comparisons.proposals import proposed
from engine.experiment.comparisons.registry import COMPARISONS
from engine.experiment.comparisons.settable import proposed_for, settable
from engine.experiment.experiment import Experiment
from engine.experiment.lanes.grids import axes, grid, seed_groups
from engine.experiment.lanes.lanes import lane_setup, lane_value
from engine.fields import FieldInfo
from engine.train.trainer import Trainer
from tests.engine.helpers import activation, batch_norm, dense, dropout, lane, recipe, trained

TOY = {"source": "circle", "train": 64, "test": 20}
DIGITS = {"source": "digits", "train": 64, "test": 20}


def net(**fields: Any) -> Experiment:
    """2 -> 8 -> 8 -> 2, with dropout."""
    layers = [dense(8), activation("tanh"), dense(8), activation("tanh"), dropout(0.25), dense(2)]
    return recipe(*layers, **{"data": TOY, "batch_size": 16, "steps": 50, **fields})


def net_for(name: str, **fields: Any) -> Experiment:
    """The same; one of pictures, where only these can be compared so."""
    if name == "augmentation":
        fields = {"data": DIGITS, "layers": [dense(8), activation("tanh"), dense(10)], **fields}
    return net(**fields)


def made(name: str, experiment: Experiment | None = None, *, lane: int = 0, rows: int | None = 64) -> Experiment:
    experiment = experiment or net_for(name)
    picture = (8, 8) if experiment.data.source == "digits" else None
    return COMPARISONS[name].make(Start(experiment, lane, rows, picture))


def values(experiment: Experiment, path: str) -> list[Any]:
    return [each.set.get(path) for each in experiment.lanes]


@pytest.mark.parametrize("name", COMPARISONS)
def test_every_comparison_trains_and_its_lanes_come_to_differ(name: str) -> None:
    experiment = made(name, net_for(name, optimizer={"kind": "sgd", "learning_rate": 0.1}))
    assert 2 <= len(experiment.lanes) <= 64
    assert len({each.name for each in experiment.lanes}) == len(experiment.lanes)
    losses = [each.train_loss for each in trained(experiment, load(experiment.data), 12).snapshot().lanes]
    assert len(set(losses)) == len(losses), losses


@pytest.mark.parametrize("name", COMPARISONS)
def test_all_else_is_as_in_the_lane_that_was_selected(name: str) -> None:
    two = net_for(name, lanes=[lane("a"), lane("b", seed=9)])
    compared = made(name, two, lane=1)
    seeds = {lane_setup(compared, index).seed for index in range(len(compared.lanes))}
    assert seeds == ({9} if name != "seeds" else {*range(5)}), "the two are runs of one setting"


@pytest.mark.parametrize("name", ["widths", "depths", "batch_norm", "activations"])
def test_a_lane_that_has_switched_off_all_hidden_layers_is_no_base_for_what_acts_on_them(name: str) -> None:
    start = Start(made("depths"), lane=0)
    for ask in (COMPARISONS[name].check, COMPARISONS[name].make):
        with pytest.raises(ExperimentError, match=r"The selected lane has no|no layer of the stack"):
            ask(start)


def test_layers_that_the_selected_lane_has_switched_off_are_not_in_what_is_made_of_it() -> None:
    """They would be activations to change: five times tanh is not tanh."""
    shallow = made("activations", made("depths"), lane=1)
    assert [layer.kind for layer in shallow.layers] == ["dense", "activation", "dense"]
    normed = made("batch_norm", made("depths"), lane=1)
    assert [layer.kind for layer in normed.layers] == ["dense", "batch_norm", "activation", "dense"]


def test_values_stand_around_the_present_one() -> None:
    rates = made("learning_rates", net(optimizer={"kind": "adam", "learning_rate": 0.02}))
    assert values(rates, "optimizer.learning_rate") == [0.002, 0.006, 0.02, 0.06, 0.2]
    assert [each.name for each in rates.lanes] == ["lr 0.002", "lr 0.006", "lr 0.02", "lr 0.06", "lr 0.2"]
    assert values(made("widths"), "layers.*.units") == [1, 2, 4, 8, 16]
    sizes = made("batch_sizes")
    assert values(sizes, "batch_size") == [1, 4, 16, None], "64 rows are all there are"
    assert sizes.lanes[-1].set == {"sampling": "full"}
    assert values(made("label_noise"), "data.label_noise") == [0.0, 0.1, 0.2, 0.4]


def test_optimizers_have_rates_that_suit_them() -> None:
    rates = "optimizer.learning_rate"
    assert values(made("optimizers", net(optimizer={"kind": "sgd", "learning_rate": 0.3})), rates) == [
        0.3,
        0.3,
        0.003,
        0.01,
    ]
    of_adam = made("optimizers", net(optimizer={"kind": "adam", "learning_rate": 0.002}))
    assert values(of_adam, rates) == [0.05, 0.05, 0.003, 0.002]
    assert [each.name for each in of_adam.lanes][-1] == "Adam · lr 0.002"


def test_a_learning_curve_ends_at_all_rows() -> None:
    curve = made("training_rows", net(data={**TOY, "train_on": 10}))
    assert values(curve, "data.train_on") == [4, 8, 16, 32, None]
    trainer = Trainer(curve, load(curve.data))
    assert [len(group.rows.train_x) for group in trainer.groups] == [4, 8, 16, 32, 64]
    with pytest.raises(ExperimentError, match="not read yet"):
        made("training_rows", net(data={**TOY, "train": 0.5}), rows=None)
    with pytest.raises(ExperimentError, match="too few"):
        made("training_rows", rows=7)


def test_depths_go_without_the_last_hidden_layers() -> None:
    deep = made("depths")
    assert [each.name for each in deep.lanes] == [
        "no hidden layer",
        "1 hidden layer",
        "2 hidden layers",
        "3 hidden layers",
    ]
    kinds = [
        [layer.kind for layer in lane_setup(deep, index).layers if getattr(layer, "function", "") != "identity"]
        for index in range(4)
    ]
    block = ["dense", "activation"]
    assert kinds == [
        ["dense"],
        [*block, "dense"],
        [*block, *block, "dropout", "dense"],
        [*block, *block, "dropout", *block, "dropout", "dense"],
    ]
    many = made("depths", recipe(*[dense(3), activation()] * 8, dense(2), data=TOY))
    assert [each.name.split()[0] for each in many.lanes] == ["no", "2", "4", "6", "8"]


def test_batch_norm_comes_behind_each_hidden_layer_or_is_taken_as_it_is() -> None:
    normed = made("batch_norm")
    assert [layer.kind for layer in normed.layers][:3] == ["dense", "batch_norm", "activation"]
    assert [each.set for each in normed.lanes] == [{"layers.1.on": False, "layers.4.on": False}, {}]
    own = made("batch_norm", recipe(dense(4), activation(), batch_norm(), dense(2), data=TOY))
    assert [layer.kind for layer in own.layers] == ["dense", "activation", "batch_norm", "dense"]
    assert own.lanes[0].set == {"layers.2.on": False}


@pytest.mark.parametrize("name", ["widths", "depths", "batch_norm", "dropout", "l2_dropout", "activations"])
def test_what_the_stack_has_no_layer_for_is_said(name: str) -> None:
    start = Start(recipe(dense(2), data=TOY))
    with pytest.raises(ExperimentError, match=r"There is no|no layer of the stack"):
        COMPARISONS[name].check(start)
    with pytest.raises(ExperimentError, match=r"There is no|no layer of the stack"):
        COMPARISONS[name].make(start)


def test_every_field_that_is_offered_can_be_set_to_what_is_proposed() -> None:
    """A grid over each of them is an experiment, and the map finds its sides again."""
    for optimizer in ("momentum", "adamw"):
        for schedule in ("constant", "cosine"):
            e = net(
                optimizer={"kind": optimizer},
                schedule={"kind": schedule},
                data={**TOY, "folds": 5},
                layers=[dense(8), batch_norm(), activation("relu"), dropout(0.5), dense(2)],
            )
            offered = settable(e)
            assert {"l2", "layers.*.units", "optimizer.kind", "data.train_on", "layers.1.on", "batch_size"} <= set(
                offered
            )
            for field, info in offered.items():
                tried = proposed_for(Start(e, rows=64), field, info)
                assert tried, field
                compared = grid(e, {field: tried})
                seen = axes(compared)
                if len(tried) > 1 and field != "data.fold":
                    assert seen is not None, field
                    assert seen.x.values == tuple(dict.fromkeys(tried)), field
                assert [lane_value(compared, index, field) for index in range(len(tried))] == list(tried), field


def test_pictures_are_learned_from_as_they_are_or_changed() -> None:
    changed = made("augmentation", net(data={**DIGITS, "augmentation": {"shift": 3, "flip": True}}))
    assert values(changed, "data.augmentation.shift") == [None, 1, None, 1]
    assert values(changed, "data.augmentation.rotate") == [None, None, 15, 15]
    plain = lane_setup(changed, 0).data.augmentation
    assert (plain.shift, plain.flip) == (0, True), "only what is compared begins at nothing"
    large = COMPARISONS["augmentation"].make(Start(changed, 0, 64, (28, 28)))
    assert values(large, "data.augmentation.shift")[1] == 2
    with pytest.raises(ExperimentError, match="Only pictures"):
        COMPARISONS["augmentation"].check(Start(net(), rows=64))


def test_a_setting_of_pictures_is_offered_where_rows_are_pictures() -> None:
    e = net(data=DIGITS)
    assert not any(path.startswith("data.augmentation") for path in settable(e))
    offered = {path: info for path, info in settable(e, has_pictures=True).items() if "augmentation" in path}
    assert [path.split(".")[-1] for path in offered] == ["shift", "rotate", "crop", "flip", "noise"]
    for path, info in offered.items():
        tried = proposed_for(Start(e, rows=64, picture=(8, 8)), path, info)
        assert not tried[0], "as they are is one of the values"
        assert values(grid(e, {path: tried}), path) == list(tried)


@pytest.mark.parametrize(
    ("kind", "facts", "present", "expected"),
    [
        ("number", {"logarithmic": True, "minimum": 0, "open_minimum": True}, 0.5, (0.05, 0.15, 0.5, 1.5, 5.0)),
        ("number", {"logarithmic": True, "minimum": 0}, 0.0, (0.0, 0.0001, 0.001, 0.01, 0.1)),
        ("number", {"minimum": 0, "maximum": 1, "open_maximum": True}, 0.9, (0.0, 0.25, 0.5, 0.75, 0.9)),
        ("number", {"minimum": 0}, 3.0, (0.75, 1.5, 3.0, 6.0, 12.0)),
        ("number", {"minimum": 0, "maximum": 30, "step": 5}, 0.0, (0.0, 5.0, 10.0, 20.0)),
        ("integer", {"minimum": 1, "maximum": 30}, 16, (4, 8, 16)),
        ("integer", {"minimum": 2}, None, (2, 4, 8, 16, 32)),
        ("flag", {}, True, (False, True)),
        ("choice", {"choices": ("a", "b")}, "b", ("a", "b")),
        ("choice", {"choices": tuple("abcdefgh")}, "h", ("a", "b", "c", "d", "e", "h")),
    ],
)
def test_proposals(kind: Any, facts: dict[str, Any], present: Any, expected: tuple[Any, ...]) -> None:
    assert proposed(FieldInfo("x", "x", "", kind, **facts), present) == expected


def test_folds_validate_all_rows_but_those_of_the_test_once() -> None:
    """Each row that is not a test row validates in one lane and trains in the four others."""
    start = net(data={"source": "digits", "train": 60, "validation": 20, "test": 20, "scaling": "none"})
    made_of = made("folds", start, rows=60)
    assert [each.name for each in made_of.lanes] == ["fold 1", "fold 2", "fold 3", "fold 4", "fold 5"]
    assert made_of.has_validation, "which is what curves, tables and early stopping look at"
    whole = load(start.data)
    assert whole.valid_x is not None
    rows = sorted(row.tobytes() for part in (whole.train_x, whole.valid_x) for row in part)
    trained_on, validated = list[bytes](), list[bytes]()
    for fold in range(len(made_of.lanes)):
        part = load(lane_setup(made_of, fold).data)
        assert part.valid_x is not None
        np.testing.assert_array_equal(part.test_x, whole.test_x)
        trained_on += [row.tobytes() for row in part.train_x]
        validated += [row.tobytes() for row in part.valid_x]
    assert sorted(validated) == rows
    assert sorted(trained_on) == sorted(rows * 4)


def test_each_setting_is_cut_into_folds_and_repeats_are_known() -> None:
    two = net(lanes=[lane("λ 0", l2=0.0), lane("λ 0.1", l2=0.1)])
    folds = made("folds", two)
    assert [each.name for each in folds.lanes][4:6] == ["λ 0 · fold 5", "λ 0.1 · fold 1"]
    assert seed_groups(folds) == (tuple(range(5)), tuple(range(5, 10)))
    assert values(made("folds", folds), "data.fold") == [*range(1, 6)] * 2, "once more they are the same"
    with pytest.raises(ExperimentError, match="too few training rows"):
        made("folds", rows=9)


def folds(**fields: Any) -> Experiment:
    """Four lanes, each of which leaves out another fourth of 62 rows: 16, 16, 15, 15."""
    lanes = [lane(f"fold {fold}", settings={"data.fold": fold}) for fold in range(1, 5)]
    return net(data={**TOY, "train": 62, "folds": 4}, lanes=lanes, **fields)


def test_the_last_lane_of_a_learning_curve_is_called_by_the_rows_that_the_fold_leaves() -> None:
    for place, rows in ((0, 46), (3, 47)):
        found = made("training_rows", folds(), lane=place, rows=62)
        assert found.lanes[-1].name == f"rows {rows}"
        trainer = Trainer(found, load(found.data))
        assert len(trainer.of(len(found.lanes) - 1)[0].rows.train_x) == rows


def test_seeds_of_folds_are_those_of_each_fold() -> None:
    found = made("seeds", folds())
    assert [(each.set["data.fold"], each.set["seed"]) for each in found.lanes] == [
        (fold, seed) for fold in range(1, 5) for seed in range(5)
    ]
    assert found.lanes[6].name == "fold 2 · seed 1"
    assert len(seed_groups(found)) == 1


def test_whole_numbers_are_exact_multiples_and_one_unit_is_one() -> None:
    large = net(data={**TOY, "train": 2000}, batch_size=128)
    assert [each.name for each in made("batch_sizes", large, rows=2000).lanes][:4] == [
        "batch 8",
        "batch 32",
        "batch 128",
        "batch 512",
    ]
    assert made("widths").lanes[0].name == "1 unit"
