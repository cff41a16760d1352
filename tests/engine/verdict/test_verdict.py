"""The verdict on runs: what is ranked, by which rows, and what is said of it."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import numpy as np
import pytest
from numpy.typing import NDArray

from engine.data import load
from engine.data.dataset import Dataset
from engine.experiment.experiment import Experiment
from engine.train.trainer import Trainer
from engine.verdict.settings import Repeats, settings_of
from engine.verdict.steady import LOOKS, Steady
from engine.verdict.verdict import Verdict, judged, verdict
from engine.verdict.wording import text
from tests.engine.helpers import activation, blobs, dense, lane, numbers_of, recipe, small_net, trained


def of_counts(*settings: dict[int, int], rows: int = 300, **more: Any) -> Verdict:
    """Settings a, b, ...: seed -> how many rows are right, the first ones; -1 where the lane diverged."""
    repeats, scores, names = [], [], []
    for name, counts in zip("abcdefgh", settings, strict=False):
        repeats.append(Repeats(name, {seed: len(scores) + at for at, seed in enumerate(counts)}))
        names += [f"{name} {seed}" for seed in counts]
        scores += [np.where(count < 0, np.nan, np.arange(rows) < count) for count in counts.values()]
    return judged(
        repeats, np.array(scores, float), names, **{"step": 1, "of_validation": True, "task": "classes", **more}
    )


# --- what is said ----------------------------------------------------------------------------------------------------


def test_one_row_in_three_hundred_is_noise() -> None:
    said = of_counts({0: 200}, {0: 201})
    assert text(said) == "b is ahead of a by one row in 300: within noise. 5 more seeds would tell more."
    assert said.best is None


def test_many_rows_are_no_luck_of_the_rows_but_one_seed_may_be() -> None:
    said = of_counts({0: 200}, {0: 240})
    assert text(said) == (
        "b, 80.0%, is ahead of a by 40 rows in 300, more than the luck of rows. 5 more seeds would tell whether it is "
        "the seed's."
    )
    assert said.best is None, "a seed may have been lucky"


def test_lanes_that_are_right_equally_often() -> None:
    assert text(of_counts({0: 150}, {0: 150})).startswith("a and b are both right on 50.0% of 300 rows.")
    assert text(of_counts({0: 150}, {0: 150}, {0: 150})).startswith("a, b, c are each right on 50.0% of 300 rows.")
    many = text(of_counts(*[{0: 150}] * 8))
    assert many.startswith("a and 7 others are each right on 50.0% of 300 rows.")


def test_the_best_is_said_with_its_seeds() -> None:
    """By hand: means 0.8 and 0.7, a standard deviation of 0.7 and 1.2 rows; the differences are 31, 30, 31, 28, 30."""
    a = dict(enumerate([210, 211, 209, 210, 210]))
    b = dict(enumerate([241, 241, 240, 238, 240]))
    said = of_counts(a, b)
    assert said.best is not None
    assert said.best.name == "b"
    assert said.comparisons[0].difference.mean == pytest.approx(0.1)
    assert text(said).startswith("Best: b, 80.0 ± 0.4%; ahead of a with 5 of 5 seeds, by 10.0 ± ")
    assert text(said).endswith(" points.")


def test_the_second_is_named_though_seeds_would_only_tell_the_third() -> None:
    """The second is behind by 1, -1, 1, 0 rows: there is no room for as many seeds. The third by 10, 20, 16, 8."""
    said = of_counts(
        {0: 240, 1: 241, 2: 240, 3: 242}, {0: 239, 1: 242, 2: 239, 3: 242}, {0: 230, 1: 221, 2: 224, 3: 234}
    )
    assert [standing.name for standing in said.standings] == ["a", "b", "c"]
    assert said.comparisons[0].more is None
    assert said.comparisons[1].more is not None
    assert text(said).startswith("a, 80.2 ± 0.3%, leads b by 0.1 ")
    assert text(said).endswith(f"{said.comparisons[1].more} more seeds would tell a from c.")


def test_a_tie_is_no_lead() -> None:
    a = dict(enumerate([240, 241, 242, 243, 244]))
    assert text(of_counts(a, a)) == "a and b do equally well over 5 seeds: 80.7%."
    assert of_counts(a, a).comparisons[0].is_tie


def test_what_beats_some_says_whom() -> None:
    a, b, c = {s: 240 + s for s in range(8)}, {s: 240 + (s * 5) % 8 for s in range(8)}, {s: 90 + s for s in range(8)}
    said = of_counts(a, b, c)
    assert said.best is None
    assert [comparison.is_better for comparison in said.comparisons] == [False, True]
    assert text(said).startswith("a and b do equally well over 8 seeds: 81.2%. a is better than c.")
    b |= {0: 239}
    assert "within noise" in text(of_counts(a, b, c))
    assert "It is better than c." in text(of_counts(a, b, c))


def test_of_many_settings_it_says_how_many_are_behind() -> None:
    """By rows with one seed, and by seeds with three: twelve settings, of which eight are far behind."""
    right = [240, 241, 239, 240, 150, 151, 150, 149, 150, 151, 149, 150]

    def said(seeds: int) -> str:
        settings = [Repeats(str(at), {s: at * seeds + s for s in range(seeds)}) for at in range(len(right))]
        rows = [np.arange(300) < count + (at + s) % 3 for at, count in enumerate(right) for s in range(seeds)]
        scores, names = np.array(rows, float), [""] * (seeds * len(right))
        return text(judged(settings, scores, names, step=1, of_validation=True, task="classes"))

    assert "within noise. 1 is ahead of 8 of 11 others by more than the luck of rows. 4 more seeds" in said(1)
    assert "It is better than 8 of 11 others." in said(3) or "1 is better than 8 of 11 others." in said(3)


def test_seeds_alone_have_a_mean_and_a_spread() -> None:
    assert text(of_counts({0: 150, 1: 156, 2: 144})) == "50.0 ± 2.0% over 3 seeds."


def test_lanes_that_diverged_are_named_and_not_ranked() -> None:
    said = of_counts({0: 150, 1: 151}, {0: 299, 1: -1}, {0: -1, 1: -1}, {0: 100, 1: 101})
    assert [standing.name for standing in said.standings] == ["a", "d"]
    assert text(said).endswith("b diverged with 1 of 2 seeds and is not ranked. c diverged.")
    assert text(of_counts({0: -1}, {0: -1})) == "a diverged. b diverged."
    assert "5 settings diverged" in text(of_counts({0: 10}, *[{0: -1}] * 5))


def test_seeds_in_common_are_compared() -> None:
    """Seed 7 of the first has no partner: neither its mean nor its row counts in the comparison."""
    said = of_counts({0: 150, 1: 150, 7: 300}, {0: 160, 1: 158})
    assert said.standings[0].name == "b"
    assert said.comparisons[0].difference.seeds == 2
    assert said.comparisons[0].difference.mean == pytest.approx(9 / 300)
    assert "no seed in common" in text(of_counts({0: 150}, {1: 200}))


def test_no_more_seeds_are_offered_than_there_is_room_for() -> None:
    sixteen = [{seed: 150 + seed for seed in range(4)}] * 16
    repeats = [Repeats(str(at), {seed: 4 * at + seed for seed in each}) for at, each in enumerate(sixteen)]
    scores = np.random.default_rng(0).integers(0, 2, (64, 300)).astype(float)
    said = judged(repeats, scores, [""] * 64, step=1, of_validation=False, task="classes")
    assert all(comparison.more is None for comparison in said.comparisons)
    assert "no room" in text(said) or "rows would tell" in text(said)


# --- runs ------------------------------------------------------------------------------------------------------------


def net(*, lanes: list[dict[str, Any]], **fields: Any) -> Experiment:
    return small_net(lanes=lanes, **fields)


TWO_BY_TWO = [
    lane("λ 0 · seed 0", l2=0.0, seed=0),
    lane("λ 1 · seed 0", l2=1.0, seed=0),
    lane("λ 0 · seed 1", l2=0.0, seed=1),
    lane("λ 1 · seed 1", l2=1.0, seed=1),
]


def test_lanes_that_differ_in_their_seed_alone_are_one_setting() -> None:
    found = settings_of(net(lanes=TWO_BY_TWO))
    assert found == [Repeats("λ 0", {0: 0, 1: 2}), Repeats("λ 1", {0: 1, 1: 3})]


def test_a_branch_is_no_repeat() -> None:
    branch = [lane("a", l2=0.1), lane("a from step 3", l2=0.1), lane("a · seed 1", l2=0.1, seed=1)]
    assert settings_of(net(lanes=branch)) == [Repeats("a", {0: 0, 1: 2})]


def with_validation(data: Dataset) -> Dataset:
    return replace(data, valid_x=data.train_x[:12], valid_y=data.train_y[:12])


def test_means_are_those_of_the_figures() -> None:
    trainer = trained(net(lanes=TWO_BY_TWO), blobs(), 20)
    said = verdict(trainer)
    assert said is not None
    lanes = trainer.snapshot().lanes
    means = {standing.name: standing.mean for standing in said.standings}
    assert means["λ 0"] == pytest.approx((lanes[0].test_accuracy + lanes[2].test_accuracy) / 2)
    assert means["λ 1"] == pytest.approx((lanes[1].test_accuracy + lanes[3].test_accuracy) / 2)
    assert not said.of_validation


def test_one_lane_has_no_verdict() -> None:
    assert verdict(trained(net(lanes=[lane("only")]), blobs(), 2)) is None


def test_lanes_of_one_fold_are_compared_and_those_of_several_are_not() -> None:
    def said(*folds: int) -> Verdict | None:
        lanes = [lane(str(at), l2=at / 10, settings={"data.fold": fold}) for at, fold in enumerate(folds)]
        data = {"source": "circle", "train": 60, "test": 20, "folds": 3}
        folded = recipe(dense(4), activation("tanh"), dense(2), data=data, lanes=lanes)
        return verdict(trained(folded, load(folded.data), 5))

    assert said(1, 1) is not None
    assert said(1, 2) is None


def test_where_there_are_validation_rows_the_test_set_is_never_asked() -> None:
    data = with_validation(blobs())
    other = replace(data, test_x=data.test_x * -3, test_y=data.test_y[::-1].copy())
    said = [verdict(trained(net(lanes=TWO_BY_TWO), rows, 20)) for rows in (data, other)]
    assert said[0] == said[1]
    assert said[0] is not None
    assert said[0].of_validation
    assert said[0].rows == 12


def test_the_penalty_has_no_say() -> None:
    """The lane with the large penalty has the larger loss, and the same rows right: neither is better."""
    trainer = trained(net(lanes=[lane("a", l2=0.0), lane("b", l2=0.0001)]), blobs(), 1)
    said = verdict(trainer)
    assert said is not None
    assert said.comparisons[0].difference.mean == 0


def test_a_look_changes_nothing_in_the_run() -> None:
    trainer = trained(net(lanes=TWO_BY_TWO), blobs(), 5)
    before = trainer.groups[0].network.parameters.tobytes(), trainer.groups[0].network.state.tobytes()
    verdict(trainer)
    assert (trainer.groups[0].network.parameters.tobytes(), trainer.groups[0].network.state.tobytes()) == before


def test_a_lane_that_diverged_in_a_run() -> None:
    lanes = [lane("sound", learning_rate=0.01), lane("wild", learning_rate=100.0, l2=1.0)]
    trainer = trained(net(lanes=lanes), blobs(), 60)
    assert trainer.diverged_at
    said = verdict(trainer)
    assert said is not None
    assert [standing.name for standing in said.standings] == ["sound"]
    assert text(said).endswith("wild diverged.")


def test_of_numbers_it_is_r2() -> None:
    x: NDArray[np.float64] = np.linspace(-1, 1, 40)[:, None]
    data = numbers_of(x, 50 + 20 * x[:, 0], x[::2], 50 + 20 * x[::2, 0])
    lanes = [lane("slow", learning_rate=1e-3), lane("quick", learning_rate=0.1)]
    fields = {"loss": "mean_squared_error", "data": {"source": "x.csv", "task": "numbers"}}
    experiment = recipe(dense(1), lanes=lanes, **fields)
    trainer = trained(experiment, data, 30)
    said = verdict(trainer)
    assert said is not None
    snapshot = trainer.snapshot().lanes
    assert said.standings[0].name == "quick"
    assert said.standings[0].mean == pytest.approx(snapshot[1].test_accuracy, abs=1e-5)
    # RMSE by hand: sqrt(1 - R2) times the spread of the numbers.
    spread = float(np.std(50 + 20 * x[::2, 0]))
    assert said.standings[1].rmse == pytest.approx(np.sqrt(1 - snapshot[0].test_accuracy) * spread, rel=1e-4)
    assert "R² " in text(said)


# --- while training goes on ------------------------------------------------------------------------------------------


def at(step: int, *counts: int) -> Verdict:
    return of_counts(*[{0: count} for count in counts], step=step)


def test_numbers_change_at_once_and_the_leader_only_when_it_stays() -> None:
    steady = Steady()
    first = steady.show(at(1, 150, 140), is_final=False)
    assert first is not None
    assert steady.show(at(2, 155, 141), is_final=False) == at(2, 155, 141)
    for step in range(3, 3 + LOOKS - 1):
        shown = steady.show(at(step, 150, 160), is_final=False)
        assert shown == at(2, 155, 141), "not yet"
        assert steady.show(at(step, 150, 160), is_final=False) == shown, "the same step again is no other look"
    assert steady.show(at(9, 150, 160), is_final=False) == at(9, 150, 160)


def test_where_looks_are_seconds_apart_the_newest_is_said_at_once() -> None:
    """An evaluation may take that long: the table beside it would show other leaders meanwhile."""
    steady = Steady()
    steady.show(at(20, 150, 140), is_final=False, seconds=7.0)
    assert steady.show(at(40, 140, 150), is_final=False, seconds=14.0) == at(40, 140, 150)
    assert steady.show(at(45, 150, 140), is_final=False, seconds=14.5) == at(40, 140, 150), "half a second is no time"


def test_what_jumps_back_was_never_said() -> None:
    steady = Steady()
    steady.show(at(1, 150, 140), is_final=False)
    for step in range(2, 20, 2):
        for where, counts in ((step, (150, 160)), (step + 1, (150, 140))):
            shown = steady.show(at(where, *counts), is_final=False)
            assert shown is not None
            assert shown.standings[0].name == "a"


def test_a_claim_does_not_grow_old_while_others_follow_each_other() -> None:
    steady = Steady()
    steady.show(at(10, 150, 140, 130), is_final=False)
    shown = None
    for step, counts in enumerate(((140, 150, 130), (140, 130, 150), (140, 151, 130)), 11):
        shown = steady.show(at(step, *counts), is_final=False)
    assert shown == at(13, 140, 151, 130)


def test_what_was_found_at_half_the_steps_is_not_said_beside_the_figures_of_now() -> None:
    steady = Steady()
    steady.show(at(1, 150, 140), is_final=False)
    assert steady.show(at(1, 150, 140), is_final=False, now=179) is None, "the figures are of step 179"
    assert steady.show(at(200, 140, 150), is_final=False, now=180) == at(200, 140, 150)
    assert steady.show(at(401, 150, 140), is_final=False, now=401) == at(401, 150, 140), "need not be refuted thrice"


def test_a_lane_with_the_settings_and_seed_of_another_is_said_to_be_left_out() -> None:
    twins = [Repeats("a", {0: 0}), Repeats("b", {0: 2})]
    scores = np.array([np.arange(300) < count for count in (200, 250, 201)], float)
    names = ["a", "a with a weight edited", "b"]
    found = judged(twins, scores, names, step=1, of_validation=True, task="classes")
    assert found.apart == ("a with a weight edited",)
    assert text(found).startswith(
        "b is ahead of a by one row in 300: within noise. "
        "Not compared, with the settings and seed of another: a with a weight edited."
    )


def test_the_end_counts_at_once() -> None:
    steady = Steady()
    steady.show(at(5, 150, 140), is_final=False)
    assert steady.show(at(6, 140, 150), is_final=True) == at(6, 140, 150)
    assert steady.show(at(2, 150, 140), is_final=False) == at(2, 150, 140), "another run"
    assert steady.show(None, is_final=False) is None


def test_the_trainer_is_only_looked_at(monkeypatch: pytest.MonkeyPatch) -> None:
    trainer = trained(net(lanes=TWO_BY_TWO), blobs(), 3)
    monkeypatch.setattr(Trainer, "measure", lambda self: pytest.fail("measured"))
    assert verdict(trainer) is not None
