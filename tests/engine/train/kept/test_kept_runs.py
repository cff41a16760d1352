"""Runs that are kept in memory: how much they take together, and which ones go first."""

from __future__ import annotations

import pytest

from engine.train.kept.kept_runs import KeptRun, KeptRuns, room
from engine.train.kept.run_state import capture
from engine.train.kept.timeline import Timeline
from engine.train.memory import physical_memory
from engine.train.trainer import Trainer
from tests.engine.helpers import blobs, small_net


def a_run(steps: int = 20) -> KeptRun:
    trainer, timeline = Trainer(small_net(), blobs()), Timeline()
    for _ in range(steps):
        trainer.run(1)
        trainer.measure()
        timeline.take(trainer)
    return KeptRun(capture(trainer), timeline)


def without_past(run: KeptRun) -> int:
    return KeptRun(run.checkpoint, Timeline()).nbytes


def test_what_a_run_takes_is_what_its_arrays_take() -> None:
    run = a_run(20)
    n = run.checkpoint.groups[0].lanes.nbytes
    assert run.timeline.nbytes == 20 * n
    assert run.nbytes >= 21 * n + run.checkpoint.history.values.nbytes
    assert without_past(run) == run.nbytes - 20 * n


@pytest.mark.parametrize("fits", [1, 2.5, 6])
def test_all_together_take_no_more_than_there_is_room_for(fits: float) -> None:
    run = a_run()
    most = int(fits * run.nbytes)
    kept = KeptRuns(most)
    for number in range(30):
        kept.keep(number, run)
        assert kept.nbytes <= most
    assert kept.take(29) is not None, "the newest stays"
    assert kept.take(0) is None


def test_the_oldest_lose_their_past_before_any_run_goes() -> None:
    run = a_run()
    kept = KeptRuns(run.nbytes + 2 * without_past(run))
    for number in range(3):
        kept.keep(number, a_run())
    runs = [kept.take(number) for number in range(3)]
    assert [run is not None and len(run.timeline.steps) for run in runs] == [0, 0, 20]


def test_a_run_that_is_too_large_is_not_kept() -> None:
    kept = KeptRuns(100)
    kept.keep(1, a_run())
    assert (len(kept), kept.nbytes) == (0, 0)


def test_what_nothing_leads_to_goes() -> None:
    kept = KeptRuns()
    for number in range(4):
        kept.keep(number, a_run(2))
    kept.only({1, 3, 9})
    kept.rename(3, 7)
    assert [number for number in range(10) if kept.take(number) is not None] == [1, 7]
    assert len(kept) == 0


def test_the_room_is_half_a_gigabyte_or_an_eighth_of_the_memory() -> None:
    memory = physical_memory()
    assert memory is not None
    assert room() == min(512 * 1024**2, memory // 8)
