"""Augmentation: drawn from (seed, step), for training rows alone, and the same whoever trains beside."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import numpy as np
import pytest

from engine.arrays import Array
from engine.data import Dataset
from engine.data.augmentation.pictures import PictureRows, picture_rows
from engine.data.augmentation.spec import AugmentationSpec
from engine.data.preprocessing.preparation import plain
from engine.errors import ExperimentError
from engine.experiment.edits.field_edits import edited
from engine.experiment.experiment import Experiment
from engine.experiment.lanes.lanes import isolate_lane
from engine.train.stepping.augmenter import NUMBERS, Augmenter, moves
from engine.train.trainer import Trainer
from tests.engine.helpers import activation, blobs, dense, dropout, lane, lane_bytes, pictures, recipe, trained

ALL = {"shift": 1, "rotate": 20.0, "crop": 0.2, "flip": True, "noise": 0.1}


def net(lanes: Any = ({"name": "a"},), augmentation: Any = ALL, **fields: Any) -> Experiment:
    layers = [{"kind": "conv2d", "filters": 2}, activation(), {"kind": "flatten"}, dropout(0.2), dense(3)]
    data = {"source": "digits", "augmentation": augmentation}
    return recipe(*layers, lanes=list(lanes), data=data, batch_size=8, **fields)


def weights(trainer: Trainer) -> list[list[bytes]]:
    return [lane_bytes(trainer, lane) for lane in range(len(trainer.experiment.lanes))]


def batch(trainer: Trainer) -> Array:
    """What the network would be given in the coming step: (lanes or 1, rows, n_features)."""
    whole = trainer.groups[0]._lane_threads.whole
    whole.begin(trainer.step, 0, trainer.groups[0].optimizer)
    found: Array = whole.gather()[0].values[0].copy()
    return found


LANES = [
    lane("a"),
    lane("b", seed=5),
    lane("c", settings={"data.augmentation.shift": 0}),
    lane("d", settings={"data.augmentation.noise": 0.3}),
]


@pytest.mark.parametrize("sampling", ["replacement", "shuffle", "full"])
def test_a_lane_alone_is_the_lane_among_others(sampling: str) -> None:
    experiment = net(LANES, sampling=sampling)
    together = weights(trained(experiment, pictures(), 12))
    for index in range(len(LANES)):
        alone = trained(isolate_lane(experiment, index), pictures(), 12)
        assert weights(alone) == [together[index]]
    assert len({tuple(lane) for lane in together}) == len(LANES)


@pytest.mark.parametrize("sampling", ["replacement", "shuffle", "full"])
def test_two_halves_are_the_whole(sampling: str) -> None:
    whole, halves = (
        Trainer(net(LANES, sampling=sampling), pictures()),
        Trainer(net(LANES, sampling=sampling), pictures()),
    )
    whole.run(11)
    for steps in (4, 7):
        halves.measure()
        halves.run(steps)
    assert weights(whole) == weights(halves)


def test_threads_make_no_difference(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("engine.train.stepping.lane_threads.ENOUGH", 1)
    lanes = [lane(str(seed), seed=seed) for seed in range(4)]
    one, four = trained(net(lanes), pictures(), 6), trained(net(lanes), pictures(), 6, threads=4)
    assert weights(one) == weights(four)


def test_lanes_of_one_seed_share_the_rows() -> None:
    trainer = Trainer(net([lane("a"), lane("b", l2=0.1)]), pictures())
    assert batch(trainer).shape[0] == 1
    assert not np.array_equal(batch(trainer), batch(trained(trainer.experiment, pictures(), 1)))


def test_what_is_measured_is_measured_on_rows_as_they_are() -> None:
    still, moving = Trainer(net(augmentation={}), pictures()), Trainer(net(), pictures())
    still.measure()
    moving.measure()
    np.testing.assert_array_equal(still.measured, moving.measured)


def test_it_changes_between_two_steps() -> None:
    experiment = net(augmentation={})
    trainer = trained(experiment, pictures(), 5)
    changed = edited(experiment, "data.augmentation.shift", 2)
    trainer.apply(changed)
    trainer.run(5)
    assert [mark.path for mark in trainer.history.view().marks] == ["data.augmentation.shift"]
    assert weights(trainer) != weights(trained(experiment, pictures(), 10))
    trainer.apply(experiment)
    np.testing.assert_array_equal(batch(trainer), batch(trained(experiment, pictures(), 10)))


def test_without_it_nothing_is_drawn() -> None:
    assert weights(trained(net(augmentation={}), pictures(), 4)) == weights(
        trained(net(augmentation={**dict.fromkeys(("shift",), 0)}), pictures(), 4)
    )


def test_rows_that_are_no_pictures() -> None:
    flat = recipe(dense(3), data={"source": "digits", "augmentation": {"flip": True}})
    with pytest.raises(ExperimentError, match=r"data\.augmentation\.flip: only pictures .* set it to false"):
        Trainer(flat, blobs())
    one = recipe(dense(3), lanes=[lane("a"), lane("b", settings={"data.augmentation.crop": 0.2})])
    with pytest.raises(ExperimentError, match=r"lanes\.1\.set\.data\.augmentation\.crop: .* set it to 0"):
        Trainer(one, blobs())


@pytest.mark.parametrize("field", ["shift", "rotate", "crop"])
def test_a_lane_says_what_it_may(field: str) -> None:
    with pytest.raises(ExperimentError, match=rf"lanes\.0\.set\.data\.augmentation\.{field}: must be between"):
        net([lane("a", settings={f"data.augmentation.{field}": 999})])
    with pytest.raises(ExperimentError, match="there is no such field"):
        net([lane("a", settings={"data.augmentation.bend": 1})])


# --- the draws --------------------------------------------------------------------------------------------------------


def test_moves_lie_within_their_limits() -> None:
    """A point is shifted by whole pixels, each as often as another; the window of a crop stays inside the picture."""
    u = np.random.default_rng(0).random((NUMBERS, 20_000), np.float32)
    found = moves(u, AugmentationSpec(shift=2), (8, 8, 1))
    assert np.unique(found[2]).tolist() == np.unique(found[5]).tolist() == [-2, -1, 0, 1, 2]
    assert np.bincount((found[2] + 2).astype(int)).min() > 3700
    a, _, c, _, e, f = moves(u, AugmentationSpec(crop=0.5), (8, 6, 1))
    assert 0.5 <= a.min() < 0.51 < 0.99 < a.max() <= 1
    for size, centre, side in ((a, c, 8), (e, f, 6)):
        assert (np.abs(centre) + size * side / 2 <= side / 2 + 1e-5).all()
    a, b, *_ = moves(u, AugmentationSpec(rotate=30), (8, 8, 1))
    assert 29.5 < np.degrees(np.arctan2(-b, a)).max() <= 30.001
    assert abs((moves(u, AugmentationSpec(flip=True), (8, 8, 1))[4] < 0).mean() - 0.5) < 0.02


def test_grain_has_the_size_that_is_asked_for() -> None:
    rows = PictureRows((20, 20, 1), np.zeros(1, np.float32), 0.0, 4.0)
    x = np.full((50, 400), 2, np.float32)
    found = Augmenter(AugmentationSpec(noise=0.25), rows, [1], 50).versions(x, None, 3)[0]
    assert abs(found.std() - 1) < 0.02
    assert abs(found.mean() - 2) < 0.02


def test_pixels_that_are_scaled_each_in_its_own_way() -> None:
    """They are moved as the source has them, so the same picture comes out as without any scaling."""
    plain_rows = pictures((4, 4, 1))
    raw = plain_rows.train_x
    offset, scale = raw.mean(axis=0), raw.std(axis=0)
    names = plain_rows.feature_names
    scaled = replace(plain_rows, train_x=(raw - offset) / scale, preparation=plain(names, offset, scale))
    spec, each = AugmentationSpec(shift=1, flip=True), []
    for dataset in (plain_rows, scaled):
        rows = picture_rows(dataset)
        assert rows is not None
        each.append(Augmenter(spec, rows, [0], 30).versions(dataset.train_x, None, 0)[0])
    np.testing.assert_allclose(each[1] * scale + offset, each[0], atol=1e-5)


def test_paper_is_what_most_pictures_have_along_their_edge() -> None:
    white: Dataset = replace(pictures(), train_x=np.where(np.arange(30) % 5 == 2, 0, 9) * np.ones((30, 1), np.float32))
    rows = picture_rows(white)
    assert rows is not None
    assert rows.paper.tolist() == [9]
    assert rows.unit == 9
