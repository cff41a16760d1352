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
        at = lookout.look(trainer, at_once=False)["verdict"]
        assert (at != looked) == is_new, (seconds, trainer.step)
        looked = at
