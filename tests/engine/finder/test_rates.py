"""The finder runs what training runs, and reads off its curve what a person would."""

from __future__ import annotations

import numpy as np
import pytest

from engine.experiment.edits.field_edits import edited
from engine.finder import rates
from engine.finder.rates import RateCurve, find_rates
from tests.engine.helpers import activation, blobs, dense, lane, recipe, trained

NET = recipe(
    dense(6, l2=0.1), activation("relu"), dense(3), lanes=[lane("a"), lane("b", seed=4, settings={"layers.0.l2": 0.2})]
)


def curve(losses: list[list[float]], start: float = 2.0) -> RateCurve:
    values = np.array(losses)
    rates = np.array([0.001, 0.01, 0.1, 1.0, 10.0])[: values.shape[1]]
    return RateCurve(rates, values, np.full(len(values), start), 100)


def test_each_rate_has_the_run_that_it_would_have_alone() -> None:
    rates = np.array([0.003, 0.3])
    found = find_rates(NET, blobs(), lane=1, rates=rates, seeds=2, steps=25)
    assert found is not None
    for place, rate in enumerate(rates):
        for seed in range(2):
            settings = {"optimizer.learning_rate": float(rate), "layers.0.l2": 0.2}
            alone = trained(edited(NET, "lanes", [lane("x", seed=4 + seed, settings=settings)]), blobs(), 25)
            assert found.losses[seed, place] == alone.snapshot().lanes[0].train_data_loss
    begin = trained(edited(NET, "lanes", [lane("x", seed=4)]), blobs(), 0).snapshot().lanes[0]
    assert found.start[0] == begin.train_data_loss, "the data loss alone: no penalty"


def test_a_rate_that_blows_up_is_past_the_edge() -> None:
    found = find_rates(NET, blobs(), rates=np.array([0.01, 0.1, 100.0]), seeds=2, steps=40)
    assert found is not None
    assert found.edge == 100
    assert found.sound is not None
    assert found.sound[1] == 0.1
    assert found.proposal == 0.1


def test_the_band_is_what_hardly_falls_behind_the_best() -> None:
    found = curve([[1.9, 1.05, 1.0, 1.5, np.nan], [1.9, 1.07, 1.0, 1.5, 9.0]])
    assert found.sound == (0.01, 0.1)
    assert found.edge == 10
    assert found.proposal == 0.1
    assert np.isnan(found.mean[4])


def test_what_is_proposed_keeps_away_from_the_edge() -> None:
    near = RateCurve(np.array([0.1, 0.2, 0.4, 0.5]), np.array([[1.2, 1.1, 1.0, np.nan]]), np.array([2.0]), 100)
    assert near.sound == (0.2, 0.4)
    assert near.edge == 0.5
    assert near.proposal == 0.2, "0.4 is best, but too near to 0.5; 0.2 is the smallest that is sound"


def test_one_bad_draw_between_good_rates_is_no_edge() -> None:
    assert curve([[1.5, 3.0, 1.0, 1.0, 1.0]]).edge is None
    assert curve([[3.0, 3.0, 3.0, 3.0, 3.0]]).edge == 0.001


def test_where_nothing_is_learned_nothing_is_proposed() -> None:
    found = curve([[2.0, 2.0, 2.1, np.nan, np.nan]])
    assert (found.sound, found.proposal) == (None, None)
    assert curve([[np.nan] * 5]).sound is None


def test_it_ends_when_somebody_has_had_enough() -> None:
    told: list[tuple[int, int]] = []

    def report(done: int, of: int) -> bool:
        told.append((done, of))
        return done < 20

    assert find_rates(NET, blobs(), rates=np.array([0.1]), seeds=1, steps=50, report=report) is None
    done = [steps for steps, _ in told]
    assert done[0] == 0  # before anything takes long
    assert all(steps < 20 for steps in done[:-1])
    assert 20 <= done[-1] < 30


def test_where_steps_are_slow_it_looks_up_between_single_ones(monkeypatch: pytest.MonkeyPatch) -> None:
    told: list[int] = []
    monkeypatch.setattr(rates, "SLOW", 0.0)

    def report(done: int, of: int) -> bool:
        told.append(done)
        return True

    find_rates(NET, blobs(), rates=np.array([0.1]), seeds=1, steps=5, report=report)
    assert told == [0, 0, 1, 2, 3, 4, 5]


def test_who_has_had_enough_waits_for_no_evaluation(monkeypatch: pytest.MonkeyPatch) -> None:
    def measure(_: object) -> None:
        pytest.fail("it was measured")

    monkeypatch.setattr(rates.Trainer, "measure", measure)
    assert find_rates(NET, blobs(), rates=np.array([0.1]), seeds=1, steps=5, report=lambda done, of: False) is None


def test_lanes_are_no_more_than_an_experiment_can_have() -> None:
    found = find_rates(NET, blobs(), rates=np.geomspace(1e-3, 1, 40), seeds=9, steps=1)
    assert found is not None
    assert found.losses.shape == (1, 40)


@pytest.mark.parametrize("kind", ["sgd", "adam"])
def test_it_finds_a_rate_that_learns(kind: str) -> None:
    net = edited(NET, "optimizer.kind", kind)
    found = find_rates(net, blobs(), rates=np.geomspace(1e-4, 10, 11), seeds=1, steps=60)
    assert found is not None
    assert found.proposal is not None
    learned = trained(edited(net, "optimizer.learning_rate", found.proposal), blobs(), 60)
    assert learned.snapshot().lanes[0].train_accuracy > 0.8
