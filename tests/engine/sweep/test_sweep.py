"""Sweeps in this process: figures are those of single runs, rungs change nothing, what is done is not done again."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from engine.data import Table, load
from engine.diagnosis.diagnosis import told_of_lanes
from engine.errors import PlaygroundError
from engine.experiment.experiment import Experiment
from engine.sweep.batches import Batch, check_memory, gathered, multiplications, needed
from engine.sweep.plan import Plan
from engine.sweep.results.journal import NAME, Journal, header_of, plan_of, read_records
from engine.sweep.results.trial_result import TrialResult, pack, unpack
from engine.sweep.rungs import stages, survivors, under_way
from engine.sweep.sweep import Progress, check_plan
from engine.sweep.workers import running
from engine.sweep.workers.running import BatchResult
from engine.train.history.history import even_points, look_points
from engine.train.trainer import Trainer
from tests.engine.sweep.helpers import planned, rows_of, small, swept


def alone(experiment: Experiment) -> Trainer:
    """Trained as ``playground train --quiet`` does."""
    trainer = Trainer(experiment, load(experiment.data))
    trainer.measure()
    assert experiment.steps is not None
    for point in even_points(experiment.steps):
        trainer.run(point - trainer.step, record=True)
        if point in look_points(experiment.steps):
            trainer.measure()
        if not len(trainer.active):
            break
    trainer.end()
    return trainer


def assert_as_alone(plan: Plan, journal: Journal, numbers: list[int]) -> None:
    for number in numbers:
        trainer = alone(plan.alone(plan.trials[number]))
        (lane,), found = trainer.snapshot().lanes, journal.results[number]
        figures = {
            "train_loss": lane.train_loss,
            "train_data_loss": lane.train_data_loss,
            "train_accuracy": lane.train_accuracy,
            "validation_loss": lane.valid_loss,
            "validation_data_loss": lane.valid_data_loss,
            "validation_accuracy": lane.valid_accuracy,
            "test_loss": lane.test_loss,
            "test_data_loss": lane.test_data_loss,
            "test_accuracy": lane.test_accuracy,
            "penalty": lane.penalty,
        }
        assert found.figures == {name: value for name, value in figures.items() if np.isfinite(value)}
        told = told_of_lanes(trainer).get(0)
        assert found.rule == ("" if told is None else told.rule)
        assert (found.best_at, found.restored_from) == (lane.best_at, lane.restored_from)
        assert found.state == (
            "diverged" if lane.diverged_at is not None else "stopped" if lane.stopped_at is not None else "done"
        )


STOPPING = {"on": True, "every": 6, "patience": 2}
EARLY = {**STOPPING, "minimum_change": 0.01}
"""Stops some of four trials within thirty steps."""


@pytest.mark.parametrize(
    ("grid", "fields"),
    [
        (("l2=0,0.1", "layers.*.initialization=he_uniform,zeros"), {}),
        (("learning_rate=0.1,100", "l2=0.01,1"), {}),  # the last of which diverges
        (("data.train=30,60", "data.label_noise=0,0.3"), {}),
        (("layers.2.on=true,false", "batch_size=4,10"), {"sampling": "shuffle"}),
        (("l2=0,0.5",), {"early_stopping": EARLY, "schedule": {"kind": "plateau", "every": 5, "patience": 1}}),
        (("steps=10,25",), {}),
    ],
)
def test_figures_are_those_of_single_runs_bit_for_bit(
    tmp_path: Path, grid: tuple[str, ...], fields: dict[str, Any]
) -> None:
    plan = planned(*grid, experiment=small(**{"steps": 30, **fields}), seeds=2)
    journal = swept(plan, tmp_path / "s")
    assert sorted(journal.results) == [*range(len(plan.trials))]
    assert_as_alone(plan, journal, [0, len(plan.trials) // 2, len(plan.trials) - 1])


def test_numbers_are_learned_too(tmp_path: Path) -> None:
    layers = [{"kind": "dense", "units": 4}, {"kind": "activation", "function": "tanh"}, {"kind": "dense", "units": 1}]
    data = {"source": "hills", "task": "numbers", "train": 60, "test": 40}
    experiment = small(layers=layers, data=data, loss="mean_squared_error")
    plan = planned("learning_rate=0.01,0.1", experiment=experiment)
    found = swept(plan, tmp_path / "s").results[1]
    (lane,) = alone(plan.alone(plan.trials[1])).snapshot().lanes
    assert found.figures["test_r2"] == lane.test_accuracy
    assert found.figures["test_rmse"] == pytest.approx(lane.test_rmse, rel=1e-5)
    scores = unpack(found.scores, 40, of_classes=False)
    assert scores.mean() == pytest.approx(lane.test_accuracy, abs=1e-5)


@pytest.mark.parametrize(
    "fields",
    [
        {
            "optimizer": {"kind": "nadam", "learning_rate": 0.01},
            "schedule": {"kind": "plateau", "every": 7, "patience": 1},
        },
        {"early_stopping": STOPPING, "optimizer": {"kind": "adam", "learning_rate": 0.1}},
    ],
)
def test_what_goes_on_from_rungs_is_as_if_never_stopped(tmp_path: Path, fields: dict[str, Any]) -> None:
    plan = planned("l2=0,0.03,0.1", "learning_rate=0.003,0.03,0.3", experiment=small(**fields), seeds=2, halving=True)
    told: list[Progress] = []
    journal = swept(plan, tmp_path / "s", show=told.append)
    assert {(each.stage, each.trials) for each in told} >= {(0, 0), (1, 12), (told[-1].stage, 18)}
    assert all(each.trials < 18 for each in told[:-2])
    ended = [number for number, result in journal.results.items() if result.state in ("done", "stopped")]
    assert any(result.state == "pruned" for result in journal.results.values())
    assert_as_alone(plan, journal, ended)
    assert [path.name for path in (tmp_path / "s").iterdir() if path.name.startswith("rung")] == []


def test_rungs_are_steps_at_which_runs_are_looked_at_anyway() -> None:
    plan = planned("learning_rate=" + ",".join(str(rate / 100) for rate in range(1, 41)), halving=True)
    assert stages(plan) == [2, 6, 21, 60]
    assert set(stages(plan)) <= look_points(60)
    assert stages(planned("l2=0,1", halving=True)) == [60]
    assert stages(planned("l2=0,1")) == [0]


def test_the_best_third_by_the_mean_over_seeds_goes_on() -> None:
    plan = planned("l2=0,0.1,0.2,0.3", seeds=2)
    losses = [0.5, 0.7, 0.1, None, 0.4, 0.6, 0.9, 0.2]  # means 0.6, infinite, 0.5, 0.55
    results = {n: TrialResult(n, "pruned", 1, held_out_loss=loss) for n, loss in enumerate(losses)}
    assert survivors(plan.trials, results) == {2, 3}
    assert survivors(plan.trials[:6], results) == {2}


# --- batches ------------------------------------------------------------------------------------------------------


def test_what_may_share_a_network_does_and_workers_have_equal_shares() -> None:
    plan = planned("l2=0,0.1,0.2", "optimizer.kind=sgd,adam", seeds=30)
    batches = gathered(plan, rows_of(plan), plan.trials, workers=2, memory=None)
    assert [len(batch) for batch in batches] == [45, 45, 45, 45]
    assert all(len({plan.network(trial) for trial in batch}) == 1 for batch in batches)
    alike = planned("l2=0,0.1,0.2", seeds=10)
    sizes = [len(b) for b in gathered(alike, rows_of(alike), alike.trials, workers=4, memory=None)]
    assert sizes == [8, 8, 7, 7]


def test_batches_fit_into_memory_and_take_no_longer_than_some_minutes() -> None:
    plan = planned("l2=0,0.1", seeds=20)
    rows = rows_of(plan)
    one = needed(plan, rows, [plan.trials[:1]]) - rows.nbytes
    batches = gathered(plan, rows, plan.trials, workers=1, memory=8 * one)
    assert max(len(batch) for batch in batches) <= 4
    long = planned("l2=0,0.1", seeds=20, experiment=small(steps=10**9))
    assert {len(batch) for batch in gathered(long, rows, long.trials, workers=1, memory=None)} < {*range(21)}


def test_what_does_not_fit_into_a_worker_is_said() -> None:
    plan = planned("layers.0.units=6,10000")
    rows = rows_of(plan)
    check_memory(plan, rows, None)
    check_memory(plan, rows, 10**9)
    with pytest.raises(PlaygroundError, match=r"^Trial 1, layer 1 units 10000, needs about .* GB"):
        check_memory(plan, rows, 10**6)


def test_a_step_is_estimated_by_its_products() -> None:
    experiment = small()
    assert multiplications(experiment, (2,)) == 3 * 10 * (2 * 6 + 6 + 6 * 2 + 2)


# --- going on, and failing ----------------------------------------------------------------------------------------


def test_what_was_stopped_goes_on_and_ends_with_the_same_figures(tmp_path: Path) -> None:
    plan = planned("l2=0,0.1,0.2", "optimizer.kind=sgd,adam", seeds=2)
    done: list[Progress] = []
    stopped = swept(plan, tmp_path / "s", show=done.append, should_stop=lambda: done[-1].trials > 0)
    assert 0 < len(stopped.results) < len(plan.trials)
    told: list[Progress] = []
    journal = swept(plan, tmp_path / "s", resume=True, show=told.append)
    assert told[0].trials == len(stopped.results)
    assert told[-1].work == told[-1].whole_work == 60 * len(plan.trials)
    whole = swept(plan, tmp_path / "whole")
    same = [replace(result, seconds=0.0) for _, result in sorted(journal.results.items())]
    assert same == [replace(result, seconds=0.0) for _, result in sorted(whole.results.items())]


@pytest.mark.parametrize("cut", [1, 40])
def test_a_line_that_was_cut_off_is_done_again(tmp_path: Path, cut: int) -> None:
    plan = planned("optimizer.kind=sgd,adam")
    swept(plan, tmp_path / "s")
    path = tmp_path / "s" / NAME
    path.write_bytes(path.read_bytes()[:-cut])
    assert sorted(swept(plan, tmp_path / "s", resume=True).results) == [0, 1]
    records, length = read_records(path)
    assert len(records) == 3
    assert length == path.stat().st_size


@pytest.mark.parametrize("loses", [False, True])
def test_a_rung_goes_on_after_a_stop_even_where_its_checkpoints_are_lost(tmp_path: Path, loses: bool) -> None:
    plan = planned("l2=0,0.03,0.1", "learning_rate=0.003,0.03,0.3", seeds=2, halving=True)
    told: list[Progress] = []
    swept(plan, tmp_path / "s", show=told.append, should_stop=lambda: told[-1].stage > 0)
    for path in (tmp_path / "s").glob("rung*"):
        if loses:
            path.unlink()
    journal = swept(plan, tmp_path / "s", resume=True)
    ended = [number for number, result in journal.results.items() if result.state == "done"]
    assert len(ended) == 2
    assert_as_alone(plan, journal, ended)


def test_what_waits_at_a_rung_is_not_pruned_before_the_rung_is_over() -> None:
    """Nine settings, three of which go on from the first rung and one from the second, by losses that are given."""
    plan = planned("l2=0,0.03,0.1", "learning_rate=0.003,0.03,0.3", halving=True)
    assert len(stages(plan)) == 3

    def states(reached: dict[int, int]) -> tuple[int, str]:
        results = {
            n: TrialResult(n, "pruned" if at < 2 else "done", 1, held_out_loss=n / 10) for n, at in reached.items()
        }
        stage, found = under_way(plan, results, reached)
        return stage, "".join(found[n].state[0] for n in sorted(found))

    first = dict.fromkeys(range(9), 0)
    assert states(dict.fromkeys(range(8), 0)) == (0, "u" * 8)
    assert states(first) == (1, "uuupppppp")
    assert states(first | {0: 1, 1: 1}) == (1, "uuupppppp")
    assert states(first | {0: 1, 1: 1, 2: 1}) == (2, "upppppppp")
    assert states(first | {0: 2, 1: 1, 2: 1}) == (2, "dpppppppp")
    assert states(first | {2: 1}) == (1, "uuupppppp")


def test_another_sweep_is_not_gone_on_with(tmp_path: Path) -> None:
    swept(planned("l2=0"), tmp_path / "s")
    with pytest.raises(PlaygroundError, match="go on with --resume"):
        swept(planned("l2=0"), tmp_path / "s")
    with pytest.raises(PlaygroundError, match="holds another sweep"):
        swept(planned("l2=1"), tmp_path / "s", resume=True)


@pytest.mark.parametrize("resume", [False, True])
def test_two_sweeps_do_not_write_one_journal(tmp_path: Path, resume: bool) -> None:
    plan = planned("l2=0")
    header = header_of(plan, "rows")
    with (
        Journal(tmp_path / "s", header, resume=False),
        pytest.raises(PlaygroundError, match="being written by another sweep"),
    ):
        Journal(tmp_path / "s", header, resume=resume)


def test_a_journal_tells_the_plan_again() -> None:
    plan = planned('data.inputs=["x1"],["x1","x2"]', seeds=2, halving=True)
    assert plan_of(header_of(plan, "")) == plan


@pytest.mark.parametrize("tries", [1, 2])
def test_a_failing_batch_is_tried_twice_and_the_rest_goes_on(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, tries: int
) -> None:
    plan = planned("optimizer.kind=sgd,adam", seeds=2)
    run, failures = running.run_batch, []

    def fails(batch: Batch, table: Table, report: Callable[[int], bool]) -> BatchResult | None:
        if batch.experiment.optimizer.kind == "adam" and len(failures) < tries:
            failures.append(batch)
            raise ValueError("a disk\nhas gone")
        return run(batch, table, report)

    monkeypatch.setattr(running, "run_batch", fails)
    results = swept(plan, tmp_path / "s").results
    expected = ["done"] * 4 if tries == 1 else ["done", "done", "failed", "failed"]
    assert [results[number].state for number in range(4)] == expected
    assert results[3].reason == ("" if tries == 1 else "ValueError: a disk has gone")


@pytest.mark.parametrize(
    ("grid", "fields", "said"),
    [
        (("layers.3.units=2,3",), {}, "2 classes"),
        (("data.train=60,100000",), {}, "rows"),
        (("l2=0",), {"steps": None}, "goes on for ever"),
    ],
)
def test_what_cannot_be_trained_is_said_before_anything_is(
    grid: tuple[str, ...], fields: dict[str, Any], said: str
) -> None:
    experiment = small(**fields)
    if "layers" not in grid[0]:
        experiment = small(data={"source": "digits"}, layers=[{"kind": "dense", "units": 10}], **fields)
    plan = planned(*grid, experiment=experiment)
    with pytest.raises(PlaygroundError, match=said):
        check_plan(plan, rows_of(plan))


def test_scores_are_packed_without_loss() -> None:
    right = np.random.default_rng(0).integers(0, 2, 301).astype(np.float64)
    assert np.array_equal(unpack(pack(right, of_classes=True), 301, of_classes=True), right)
    assert pack(np.full(3, np.nan), of_classes=True) == ""
    assert np.isnan(unpack("", 3, of_classes=True)).all()
