"""Chance is a function of (seed, step): the same again, in any order, in any portions, after any detour."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.experiment.edits.field_edits import edited
from engine.experiment.experiment import Experiment
from engine.nn.rng import Purpose, RawStream, generator
from engine.train.stepping.batches import Batches
from engine.train.trainer import Trainer
from tests.conftest import examples
from tests.engine.helpers import (
    activation,
    blobs,
    dense,
    dropout,
    lane,
    lane_bytes,
    recipe,
    small_net,
    trained,
)

LANES = [lane("a"), lane("b", seed=5, rate=0.5), lane("c", l2=0.3, initialization="uniform")]
SAMPLINGS = ("replacement", "shuffle", "full")

orders = st.lists(st.integers(0, 300), min_size=1, max_size=12)


def everything(trainer: Trainer) -> list[list[bytes]]:
    return [lane_bytes(trainer, lane) for lane in range(len(trainer.experiment.lanes))]


@pytest.mark.parametrize("sampling", SAMPLINGS)
def test_the_same_experiment_twice(sampling: str) -> None:
    experiment = small_net(sampling=sampling, lanes=LANES)
    first, second = trained(experiment, blobs(), 20), trained(experiment, blobs(), 20)
    assert everything(first) == everything(second)
    np.testing.assert_array_equal(first.history.view().values, second.history.view().values)


@pytest.mark.parametrize("kind", ["sgd", "adam", "nadam"])
@pytest.mark.parametrize("sampling", SAMPLINGS)
def test_two_halves_are_the_whole(sampling: str, kind: str) -> None:
    experiment = small_net(sampling=sampling, lanes=LANES, optimizer={"kind": kind, "learning_rate": 0.05})
    whole, halves = Trainer(experiment, blobs()), Trainer(experiment, blobs())
    whole.run(20)
    halves.run(10)
    halves.run(10)
    assert everything(whole) == everything(halves)
    assert whole.step == halves.step == 20
    assert whole.groups[0].rows_seen == halves.groups[0].rows_seen


def test_it_is_pinned_down_for_good() -> None:
    """A seed noted down has to mean the same on every machine and in every later release."""
    stream = RawStream([0, 7], Purpose.ROWS)
    assert [int(word) % 1000 for word in stream.at(3, 2).ravel()] == [886, 913, 425, 393]
    rows = Batches([0], 300, 6, "replacement").rows_at(100)
    assert rows is not None
    assert rows.tolist() == [[87, 86, 186, 106, 95, 212]]


# --- draws ------------------------------------------------------------------------------------------------------------


@given(orders, st.sampled_from([1, 3, 100, 5000, 9000]))
@examples(80)
def test_raw_words_asked_out_of_order(order: list[int], words: int) -> None:
    """The place of a step in the stream is step * words, whatever was asked before."""
    stream = RawStream([3, 8], Purpose.MASKS)
    for step in order:
        found = stream.at(step, words)
        for row, seed in zip(found, (3, 8), strict=True):
            source = generator(seed, Purpose.MASKS).bit_generator
            assert isinstance(source, np.random.PCG64)
            np.testing.assert_array_equal(row, source.advance(step * words).random_raw(words))


@given(st.lists(st.tuples(st.integers(0, 50), st.sampled_from([2, 7, 64])), min_size=1, max_size=15))
@examples(80)
def test_a_change_of_the_number_of_words_confuses_nothing(asked: list[tuple[int, int]]) -> None:
    stream = RawStream([1], Purpose.MASKS)
    for step, words in asked:
        np.testing.assert_array_equal(stream.at(step, words), RawStream([1], Purpose.MASKS).at(step, words))


@pytest.mark.parametrize("sampling", SAMPLINGS)
@given(orders)
@examples(80)
def test_batches_asked_out_of_order(sampling: str, order: list[int]) -> None:
    batches = Batches([2, 4], 23, 5, sampling)
    for step in order:
        fresh = Batches([2, 4], 23, 5, sampling).rows_at(step)
        found = batches.rows_at(step)
        assert (found is None) == (fresh is None)
        if found is not None and fresh is not None:
            np.testing.assert_array_equal(found, fresh)


def test_purposes_and_seeds_have_streams_of_their_own() -> None:
    streams = [RawStream([seed], purpose).at(0, 200).ravel() for seed in (0, 1, 2) for purpose in Purpose]
    assert len(np.unique(streams)) == 3 * len(Purpose) * 200


@given(n=st.integers(1, 40), size=st.integers(1, 50), epoch=st.integers(0, 3))
def test_a_shuffled_epoch_sees_every_row_once(n: int, size: int, epoch: int) -> None:
    batches = Batches([0, 9], n, size, "shuffle")
    per_epoch = batches.steps_per_epoch
    assert (per_epoch - 1) * size < n <= per_epoch * size
    drawn = [batches.rows_at(epoch * per_epoch + place) for place in range(per_epoch)]
    assert [rows.shape[1] for rows in drawn[:-1]] == [min(size, n)] * (per_epoch - 1)
    assert drawn[-1].shape[1] == n - (per_epoch - 1) * min(size, n)
    for order in np.concatenate(drawn, axis=1):
        assert sorted(order.tolist()) == list(range(n))


def test_epochs_differ_from_each_other() -> None:
    batches = Batches([0], 50, 50, "shuffle")
    first, second = batches.rows_at(0), batches.rows_at(1)
    assert (first != second).any()


def test_rows_drawn_with_replacement_are_uniform() -> None:
    batches = Batches([5], 10, 100, "replacement")
    counts = np.bincount(np.concatenate([batches.rows_at(step)[0] for step in range(100)]), minlength=10)
    assert counts.sum() == 10_000
    # Chi-squared with 9 degrees of freedom is below 27.88 with probability 0.999.
    assert np.square(counts - 1000).sum() / 1000 < 27.88


def test_a_batch_may_be_larger_than_the_rows() -> None:
    rows = Batches([0], 3, 10, "replacement").rows_at(0)
    assert rows is not None
    assert rows.shape == (1, 10)
    assert set(rows.ravel().tolist()) <= {0, 1, 2}
    trainer = trained(small_net(batch_size=50), blobs(train=7), 3)
    assert trainer.groups[0].rows_seen == 150


# --- the trainer ------------------------------------------------------------------------------------------------------


def test_full_sampling_takes_all_rows_in_order() -> None:
    data = blobs(train=17)
    trainer = trained(small_net(sampling="full", lanes=LANES), data, 2)
    (batch,) = trainer.groups[0].network.workspace(17, training=True).values[0]
    np.testing.assert_array_equal(batch, data.train_x)
    assert trainer.snapshot().epoch == 2


def test_a_snapshot_says_which_step_its_figures_belong_to() -> None:
    trainer = Trainer(small_net(), blobs(), run=9)
    trainer.run(3)
    trainer.measure()
    trainer.run(2)
    snapshot = trainer.snapshot(steps_per_second=50.0)
    assert (snapshot.run, snapshot.step, snapshot.evaluated_at, snapshot.steps_per_second) == (9, 5, 3, 50.0)
    assert snapshot.epoch == 5 * 8 / 30
    assert snapshot.history.steps.tolist() == [3]
    trainer.measure()
    assert trainer.snapshot().evaluated_at == 5


def test_lanes_with_batches_of_other_sizes_have_seen_the_rows_more_or_less_often() -> None:
    lanes = [{"name": "a"}, {"name": "b", "set": {"batch_size": 2}}, {"name": "c", "set": {"sampling": "full"}}]
    trainer = Trainer(small_net(lanes=lanes), blobs())
    trainer.run(3)
    assert trainer.snapshot().epochs == (3 * 2 / 30, 3)
    assert Trainer(small_net(lanes=LANES), blobs()).snapshot().epochs is None


def test_shuffled_epochs_are_counted_by_rows() -> None:
    trainer = Trainer(small_net(sampling="shuffle", batch_size=8), blobs(train=20))
    epochs = []
    for _ in range(6):
        trainer.run(1)
        epochs.append(trainer.groups[0].rows_seen / 20)
    assert epochs == [0.4, 0.8, 1.0, 1.4, 1.8, 2.0]


def test_no_two_steps_share_their_masks() -> None:
    """Also not the short step at the end of an epoch, whose masks need fewer numbers: 6 rows are 4 and 2."""
    experiment = recipe(dropout(0.5), dense(3), sampling="shuffle", batch_size=4)
    trainer = Trainer(experiment, blobs(8, train=6))
    masks = []
    for step in range(6):
        trainer.run(1)
        mask = trainer.groups[0].network.workspace((4, 2)[step % 2], training=True).masks[0]
        assert mask is not None
        masks += [mask[0, row : row + 2].tobytes() for row in range(0, mask.shape[1], 2)]
    assert len(set(masks)) == len(masks) == 9


def test_the_trained_rows_stay_as_they_were() -> None:
    data = blobs()
    data.train_x.setflags(write=False)
    data.test_x.setflags(write=False)
    before = data.train_x.copy()
    layers = [activation("gelu"), dropout(0.5), activation("relu"), dense(3)]
    for sampling in SAMPLINGS:
        trained(recipe(*layers, sampling=sampling, batch_size=30), data, 3)
    np.testing.assert_array_equal(data.train_x, before)


DETOURS = [
    ("layers.*.l2", 0.5),
    ("layers.*.l1", 0.5),
    ("layers.*.rate", 0.0),
    ("layers.2.rate", 0.9),
    ("lanes.0.l2", 0.7),
    ("optimizer.learning_rate", 9.0),
    ("batch_size", 3),
    ("sampling", "full"),
    ("sampling", "shuffle"),
    ("dropout_scaling", "train"),
    ("name", "another"),
    ("steps", 17),
]


def there_and_back(experiment: Experiment, path: str, value: object) -> Trainer:
    trainer = Trainer(experiment, blobs())
    trainer.run(7)
    trainer.measure()
    trainer.apply(edited(experiment, path, value))
    trainer.measure()
    trainer.apply(experiment)
    trainer.run(7)
    trainer.measure()
    return trainer


@pytest.mark.parametrize(("path", "value"), DETOURS)
def test_an_edit_there_and_back_leaves_no_trace(path: str, value: object) -> None:
    experiment = small_net(lanes=LANES)
    straight = Trainer(experiment, blobs())
    for _ in range(2):
        straight.run(7)
        straight.measure()
    detour = there_and_back(experiment, path, value)
    assert everything(straight) == everything(detour)
    assert detour.history.view().marks == ()
    np.testing.assert_array_equal(straight.history.view().values, detour.history.view().values)
