"""Lanes of anything: a lane in any group equals the lane alone, bit for bit."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.data import load, load_table
from engine.data.spec import DataSpec
from engine.errors import ExperimentError
from engine.experiment.edits.field_edits import edited
from engine.experiment.edits.live_edits import needs_restart
from engine.experiment.experiment import Experiment, parse
from engine.experiment.lanes.grids import seed_groups
from engine.experiment.lanes.groups import groups
from engine.experiment.lanes.lane_edits import branch_lane
from engine.experiment.lanes.lanes import isolate_lane, lane_setup
from engine.export.trained import lane_of_run
from engine.inspectors.probing import of_lane
from engine.store.model_files import load_model, save_model
from engine.store.run_files import capture, load_checkpoint, restore, save_checkpoint
from engine.store.scoring import score
from engine.store.transfer import parameters_for
from engine.train.kept.branching import start_now, with_lane, without_lane
from engine.train.kept.run_state import trainer_of
from engine.train.trainer import Trainer
from tests.conftest import examples
from tests.engine.helpers import KINDS_OF_MEMORY, activation, batch_norm, dense, dropout, recipe

STACK = (dense(8), batch_norm(), activation("relu"), dropout(0.2), dense(6), activation("relu"), dense(2))
DATA = {"source": "circle", "train": 60, "validation": 20, "test": 30, "noise": 0.1}


def experiment(*lanes: dict[str, Any], **fields: Any) -> Experiment:
    named = [{"name": f"lane {place}", "set": settings} for place, settings in enumerate(lanes)]
    return parse({**recipe(*STACK, batch_size=10, **fields).to_dict(), "data": DATA, "lanes": named})


def trained(e: Experiment, steps: int = 24) -> Trainer:
    trainer = Trainer(e, load(e.data))
    trainer.measure()
    trainer.run(steps // 2, record=True)
    trainer.measure()
    trainer.run(steps - steps // 2, record=True)
    trainer.measure()
    return trainer


def assert_lanes_are_alone(e: Experiment, steps: int = 24) -> None:
    together = trained(e, steps)
    history, layers = together.history.view(), together.layer_history()
    for place in range(len(e.lanes)):
        alone = trained(isolate_lane(e, place), steps)
        assert together.lane_state(place).tobytes() == alone.lane_state(0).tobytes(), e.lanes[place].set
        own = alone.history.view()
        np.testing.assert_array_equal(history.values[:, : own.values.shape[1], place], own.values[:, :, 0])
        assert (
            repr(together.snapshot().lanes[place]).split("seed=")[1]
            == repr(alone.snapshot().lanes[0]).split("seed=")[1]
        )
        mine = layers.values[:, :, :, place]
        recorded = mine[:, :, np.isfinite(mine).all(axis=(0, 1))]
        if not alone.diverged_at:
            np.testing.assert_array_equal(recorded, alone.layer_history().values[..., 0])


CHOICES: dict[str, st.SearchStrategy[Any]] = {
    "optimizer.kind": st.sampled_from(["sgd", "momentum", "adam", "nadam", "rmsprop"]),
    "optimizer.learning_rate": st.sampled_from([0.01, 0.1]),
    "optimizer.beta1": st.sampled_from([0.5, 0.9]),
    "schedule.kind": st.sampled_from(["constant", "cosine", "plateau"]),
    "schedule.warm_up": st.sampled_from([0, 5]),
    "early_stopping.on": st.booleans(),
    "early_stopping.every": st.sampled_from([3, 5]),
    "early_stopping.patience": st.sampled_from([1, 2]),
    "batch_size": st.sampled_from([4, 10, 200]),
    "sampling": st.sampled_from(["replacement", "shuffle", "full"]),
    "loss": st.sampled_from(["softmax_cross_entropy", "mean_squared_error"]),
    "dropout_scaling": st.sampled_from(["test", "train"]),
    "seed": st.integers(0, 2),
    "layers.*.function": st.sampled_from(["tanh", "relu", "gelu"]),
    "layers.5.function": st.sampled_from(["sigmoid", "elu"]),
    "layers.*.units": st.sampled_from([3, 8]),
    "layers.4.units": st.sampled_from([2, 7]),
    "layers.*.l2": st.sampled_from([0.0, 0.01]),
    "layers.3.rate": st.sampled_from([0.0, 0.5]),
    "layers.*.bias": st.booleans(),
    "layers.0.on": st.booleans(),
    "layers.1.on": st.booleans(),
    "layers.3.on": st.booleans(),
    "layers.4.on": st.booleans(),
    "layers.1.momentum": st.sampled_from([0.1, 0.5]),
    "data.train_on": st.sampled_from([7, 30, 60]),
    "data.label_noise": st.sampled_from([0.0, 0.2, 0.5]),
    "data.scaling": st.sampled_from(["max", "standard", "none"]),
    "data.inputs": st.sampled_from([("x1", "x2", "x1^2"), ("x1*x2",)]),
}
SETTINGS = st.lists(
    st.dictionaries(st.sampled_from(sorted(CHOICES)), st.none(), max_size=4).flatmap(
        lambda names: st.fixed_dictionaries({name: CHOICES[name] for name in names})
    ),
    min_size=2,
    max_size=4,
)


@given(lanes=SETTINGS)
@examples(40)
def test_a_lane_in_any_group_is_the_lane_alone(lanes: list[dict[str, Any]]) -> None:
    assert_lanes_are_alone(experiment(*lanes))


MIXED: tuple[dict[str, Any], ...] = (
    {},
    {"optimizer.kind": "adam", "batch_size": 7},
    {"layers.*.l2": 0.1},
    {"layers.0.on": False, "layers.1.on": False, "layers.2.on": False, "layers.4.units": 9},
    {"data.train_on": 12, "data.scaling": "standard", "seed": 3},
    {"optimizer.learning_rate": 100.0, "layers.*.l2": 10.0, "layers.1.on": False},
    {"early_stopping.on": True, "early_stopping.every": 4, "early_stopping.patience": 1},
)


def test_lanes_that_can_be_one_network_are() -> None:
    found = [group.lanes for group in groups(experiment(*MIXED, {"batch_size": 10, "seed": 1}))]
    assert found == [(0, 2, 7), (1,), (3,), (4,), (5,), (6,)]


def test_what_lanes_have_says_what_they_set() -> None:
    e = experiment(*MIXED)
    units = [getattr(layer, "units", None) for layer in lane_setup(e, 3).layers]
    assert units == [None, None, None, None, 9, None, 2]
    assert lane_setup(e, 1).optimizer.kind == "adam"
    wide = experiment({"layers.*.units": 3})
    assert [layer.units for layer in lane_setup(wide, 0).layers if hasattr(layer, "units")] == [3, 3, 2]


def test_an_output_that_does_not_fit_is_told_with_lane_and_field() -> None:
    e = experiment({}, {"layers.6.on": False})
    with pytest.raises(ExperimentError, match=r"lanes\.1\.set\.layers\.4\.units: the output layer has 6 units"):
        Trainer(e, load(e.data))
    with pytest.raises(ExperimentError, match=r"lanes\.0\.set\.layers\.\d\.on: the lane needs at least one dense"):
        experiment({"layers.0.on": False, "layers.4.on": False, "layers.6.on": False})


def test_a_run_of_groups_goes_on_from_its_file(tmp_path: Path) -> None:
    through, halved = trained(experiment(*MIXED), 40), trained(experiment(*MIXED), 20)
    save_checkpoint(capture(halved), tmp_path / "half.run")
    again = restore(load_checkpoint(tmp_path / "half.run"), load(halved.experiment.data))
    assert again.history.view().values.tobytes() == halved.history.view().values.tobytes()
    assert repr(again.snapshot().lanes) == repr(halved.snapshot().lanes)
    again.run(10)
    again.run(10, record=True)
    again.measure()
    for place in range(len(MIXED)):
        assert again.lane_state(place).tobytes() == through.lane_state(place).tobytes()
    assert again.diverged_at == through.diverged_at
    assert again.stopped_at == through.stopped_at
    assert again.diverged_at
    assert again.stopped_at


def test_a_model_of_groups_says_what_its_lanes_say(tmp_path: Path) -> None:
    trainer = trained(experiment(*MIXED))
    save_model(trainer, tmp_path / "model.npz")
    with np.load(tmp_path / "model.npz", allow_pickle=False) as file:
        assert file["lanes.0.layers.4.weight"].shape == (8, 6)
        assert file["lanes.3.layers.4.weight"].shape == (2, 9)
        assert "lanes.3.layers.0.weight" not in file
    model, table = load_model(tmp_path / "model.npz"), load_table(trainer.experiment.data)
    found = score(model, table)
    for place in (0, 1, 2, 3, 4, 6):
        trained_lane = lane_of_run(trainer, place)
        save_lane = trained(isolate_lane(trainer.experiment, place))
        save_model(save_lane, tmp_path / "alone.npz")
        alone = score(load_model(tmp_path / "alone.npz"), table)
        assert found.data_loss[place] == alone.data_loss[0]
        assert found.accuracy[place] == alone.accuracy[0]
        assert trained_lane.experiment == isolate_lane(trainer.experiment, place)
    warm = Trainer(trainer.experiment, load(trainer.experiment.data))
    warm.set_parameters(parameters_for(model, warm.dataset))
    assert warm.lane_state(3).tobytes() == trainer.lane_state(3).tobytes()


def test_an_edit_is_felt_by_the_lanes_that_do_not_say_otherwise() -> None:
    e = experiment({}, {"batch_size": 7}, {"optimizer.learning_rate": 0.5, "optimizer.kind": "adam"})
    changed = edited(edited(e, "batch_size", 20), "optimizer.learning_rate", 0.3)
    assert not needs_restart(e, changed)
    trainer = trained(e, 10)
    before = [group.experiment for group in trainer.groups]
    trainer.apply(changed)
    assert [group.experiment.batch_size for group in trainer.groups] == [20, 7, 20]
    assert [lane.learning_rate for lane in trainer.snapshot().lanes] == pytest.approx([0.3, 0.3, 0.5])
    assert [mark.path for mark in trainer.history.view().marks] == ["optimizer.learning_rate", "batch_size"]
    assert before != [group.experiment for group in trainer.groups]
    assert needs_restart(e, edited(e, "lanes.0.batch_size", 7)), "it joins another group"
    assert not needs_restart(e, edited(e, "lanes.1.batch_size", 8))


@pytest.mark.parametrize("kind", KINDS_OF_MEMORY)
def test_a_branch_without_an_edit_is_its_twin(kind: str) -> None:
    e = experiment({}, {"optimizer.kind": kind, "schedule.kind": "plateau", "early_stopping.on": True})
    trainer = trained(e, 16)
    grown = branch_lane(e, 1, "twin")
    start = start_now(trainer, 1)
    again = trainer_of(with_lane(capture(trainer), grown.lanes[-1], start), trainer.dataset)
    again.apply(grown)
    for each in (again, trainer):
        each.run(15)
        each.measure()
    assert again.lane_state(2).tobytes() == again.lane_state(1).tobytes()
    assert again.lane_state(1).tobytes() == trainer.lane_state(1).tobytes()
    taken_back = trainer_of(without_lane(capture(again)), trainer.dataset)
    assert repr(taken_back.snapshot().lanes) == repr(trainer.snapshot().lanes)


# --- rows ---------------------------------------------------------------------------------------------------------


def test_fewer_rows_are_the_first_ones_and_the_test_rows_are_the_same() -> None:
    data = {"source": "digits", "train": 100, "test": 50, "label_noise": 0.3, "shuffle_seed": 4, "scaling": "none"}
    whole, part = (load(DataSpec.model_validate({**data, "train_on": n})) for n in (None, 40))
    np.testing.assert_array_equal(part.train_x, whole.train_x[:40])
    np.testing.assert_array_equal(part.train_y, whole.train_y[:40])
    np.testing.assert_array_equal(part.test_x, whole.test_x)


def test_more_noise_leaves_wrong_labels_as_they_are() -> None:
    data = {"source": "digits", "train": 200, "test": 50, "shuffle_seed": 4}
    little, much = (load(DataSpec.model_validate({**data, "label_noise": share})) for share in (0.1, 0.4))
    wrong = little.train_y != little.train_y_clean
    assert wrong.sum() == 20
    np.testing.assert_array_equal(much.train_y[wrong], little.train_y[wrong])


@pytest.mark.parametrize("source", ["digits", "sine"])
def test_each_row_validates_in_one_fold_and_trains_in_the_others(source: str) -> None:
    task = "numbers" if source == "sine" else "classes"
    data = {"source": source, "train": 103, "test": 50, "scaling": "none", "task": task}
    if source == "digits":
        data["shuffle_seed"] = 1
    whole = load(DataSpec.model_validate(data))
    folds = [load(DataSpec.model_validate({**data, "folds": 5, "fold": fold})) for fold in range(1, 6)]
    rows = np.concatenate([fold.valid_x for fold in folds if fold.valid_x is not None])
    assert sorted(map(bytes, rows)) == sorted(map(bytes, whole.train_x))
    for fold in folds:
        assert fold.valid_x is not None
        assert fold.valid_y is not None
        assert len(fold.valid_x) in (20, 21)
        both = [*map(bytes, fold.train_x), *map(bytes, fold.valid_x)]
        assert sorted(both) == sorted(map(bytes, whole.train_x))
        np.testing.assert_array_equal(fold.test_x, whole.test_x)
        if task == "classes":
            share = np.bincount(whole.train_y, minlength=10) / 5
            assert np.abs(np.bincount(fold.valid_y, minlength=10) - share).max() < 1.5


def test_a_lane_of_each_fold_is_measured_on_its_own_rows() -> None:
    e = experiment(*({"data.folds": 3, "data.fold": fold} for fold in (1, 2, 3)))
    trainer = trained(e)
    for place in range(3):
        group, own = trainer.of(place)
        x, y = group.dataset.valid_x, group.dataset.valid_y
        said = of_lane(group, own, x)
        assert trainer.snapshot().lanes[place].valid_accuracy == pytest.approx((said.argmax(axis=1) == y).mean())
    assert_lanes_are_alone(e)
    assert seed_groups(e) == ((0, 1, 2),), "repeats of one setting"


def test_epochs_count_the_lane_that_left_last() -> None:
    """Where a step takes all rows, an epoch is a step. Neither lane learns anything, so patience says when it ends."""
    impatient, patient = ({"early_stopping.patience": patience, "data.train_on": 30} for patience in (1, 8))
    stopping, optimizer = {"on": True, "every": 2}, {"kind": "sgd", "learning_rate": 1e-12}
    e = experiment(impatient, patient, sampling="full", early_stopping=stopping, optimizer=optimizer)
    trainer = Trainer(e, load(e.data))
    trainer.run(100)
    first, second = (lane.stopped_at for lane in trainer.snapshot().lanes)
    assert first is not None
    assert second is not None
    assert first < second == trainer.step == trainer.epoch
