"""How often words are found anew while a run goes on."""

from __future__ import annotations

import pytest

from engine.data import load
from engine.inspectors import InspectionRequest
from engine.train.trainer import Trainer
from playground.worker.inspection import OLDEST, InspectionScheduler
from tests.playground.helpers import small


def test_words_are_found_anew_where_the_run_has_made_twice_the_steps(monkeypatch: pytest.MonkeyPatch) -> None:
    """By a clock that the looks themselves move: each takes 0.1 s, as on a slow machine."""
    now = [0.0]
    monkeypatch.setattr("playground.worker.inspection.time.perf_counter", lambda: now[0])

    def slow(trainer: Trainer, request: InspectionRequest) -> dict[str, int]:
        now[0] += 0.1
        return dict.fromkeys(request.what, trainer.step)

    monkeypatch.setattr("playground.worker.inspection.look_inside", slow)
    lookout = InspectionScheduler()
    lookout.set_request(InspectionRequest(frozenset({"verdict", "signals"})))
    experiment = small()
    trainer = Trainer(experiment, load(experiment.data))
    trainer.run(1)
    looked = lookout.look(trainer, at_once=True)["verdict"]
    for seconds, steps, is_new in ((0.2, 5, False), (1.1, 1, True), (1.1, 1, False), (OLDEST, 0, True)):
        now[0] += seconds
        trainer.run(steps)
        trainer.measure()
        at = lookout.look(trainer, at_once=False)["verdict"]
        assert (at != looked) == is_new, (seconds, trainer.step)
        looked = at


def test_the_verdict_is_of_the_weights_whose_figures_the_table_shows(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("playground.worker.inspection.SLOW", {"verdict": 0.0})
    monkeypatch.setattr("playground.worker.inspection.LOOKING_SHARE", 1e9)
    lookout = InspectionScheduler()
    lookout.set_request(InspectionRequest(frozenset({"verdict", "signals"})))
    experiment = small(lanes=[{"name": "a"}, {"name": "b", "set": {"layers.*.l2": 0.1}}])
    trainer = Trainer(experiment, load(experiment.data))
    trainer.run(4)
    trainer.measure()
    lookout.judge(trainer)
    trainer.run(3)
    for at_once in (False, True):
        inside = lookout.look(trainer, at_once=at_once)
        assert inside["verdict"].step == trainer.snapshot().evaluated_at == 4
        assert inside["signals"].step == 7
    trainer.measure()
    lookout.judge(trainer)
    assert lookout.latest["verdict"].step == 7
