"""Remedies are tried before they are offered: fairly, unseen, and what helped most is what is proposed."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import numpy as np
import pytest

from benchmarks.coach.recipe import net, rows
from engine.diagnosis.apply_remedy import cured
from engine.diagnosis.diagnosis import told_of_lanes
from engine.diagnosis.evidence.gather import evidence
from engine.diagnosis.findings import Finding, Remedy, say
from engine.diagnosis.trial.alternatives import candidates, changes
from engine.diagnosis.trial.attempt import Outcome, Try
from engine.diagnosis.trial.trials import Trials
from engine.experiment.experiment import Experiment
from engine.experiment.lanes.lanes import isolate_lane
from engine.train.trainer import Trainer
from tests.engine.helpers import lane_bytes

DEAD = net("digits", 50, 50, 50, lr=1.0, seeds=1)


def trained(experiment: Experiment, steps: int = 300) -> Trainer:
    trainer = Trainer(experiment, rows(experiment.data))
    for step in range(0, steps + 1, steps // 20):
        trainer.run(step - trainer.step, record=True)
        trainer.measure()
    return trainer


def told(trainer: Trainer) -> tuple[Finding, ...]:
    with np.errstate(all="ignore"):
        return tuple(told_of_lanes(trainer).values())


def tried(trainer: Trainer, findings: tuple[Finding, ...] | None = None) -> tuple[Finding, ...]:
    trials, findings = Trials(rows), told(trainer) if findings is None else findings
    trials.follow(trainer, findings)
    trials.settle()
    return trials.judged(findings)


def test_the_figure_of_a_remedy_is_what_taking_it_leads_to() -> None:
    (finding,) = tried(trained(DEAD))
    assert finding.remedy is not None
    assert finding.tried is not None
    better = Trainer(cured(DEAD, finding.remedy), rows(DEAD.data))
    better.measure()
    better.run(finding.tried.steps)
    better.end()
    assert finding.tried.after == better.snapshot().lanes[0].test_data_loss
    assert finding.tried.before == trained(DEAD).snapshot().lanes[0].test_data_loss
    assert str(finding.outcome) == (
        f"Test loss {finding.tried.before:.3g} → {finding.tried.after:.3g} after 300 steps (tried)."
    )


@pytest.mark.parametrize(
    "experiment",
    [
        DEAD,
        net("digits", 50, 50, optimizer="momentum", lr=0.3, seeds=1),
        net("digits", 50, 50, data={"scaling": "none"}, lr=0.1, seeds=1),
        net("slope", 20, function="leaky_relu", lr=1.0, seeds=1),
        net("digits", 50, 50, 50, function="tanh", lr=3.0, seeds=1),
    ],
    ids=["rate 1", "momentum 0.3", "unscaled", "diverged", "tanh"],
)
def test_what_large_steps_have_done_is_cured_and_nothing_diverges(experiment: Experiment) -> None:
    for finding in tried(trained(experiment)):
        assert finding.remedy is not None
        better = trained(cured(experiment, finding.remedy)).snapshot().lanes[0]
        assert better.diverged_at is None
        assert better.train_accuracy > 0.8


def test_trials_leave_the_run_as_it_is() -> None:
    looked_at, alone = trained(DEAD, 100), trained(DEAD, 100)
    tried(looked_at)
    for trainer in (looked_at, alone):
        trainer.run(50)
    assert lane_bytes(looked_at, 0) == lane_bytes(alone, 0)


def test_slices_change_nothing() -> None:
    trainer = trained(DEAD)
    in_slices, findings = Trials(rows), told(trainer)
    in_slices.follow(trainer, findings)
    while in_slices.is_busy:
        in_slices.work(0.0001)
        in_slices.follow(trainer, findings)
    assert in_slices.judged(findings) == tried(trainer, findings)


def test_before_it_is_tried_nothing_is_offered() -> None:
    trainer = trained(DEAD)
    trials, findings = Trials(rows), told(trainer)
    trials.follow(trainer, findings)
    assert trials.is_busy
    assert [finding.remedy for finding in trials.judged(findings)] == [None]


def test_where_nothing_helps_nothing_is_proposed() -> None:
    trainer = trained(net("noise", 16, lr=0.02, l2=0.05, seeds=1), 400)
    with np.errstate(all="ignore"):
        found = evidence(trainer, 0)
    remedy = Remedy(say("Learning rate {rate:g}", rate=0.002), (("optimizer.learning_rate", 0.002),))
    finding = Finding("plateau", 0, say("{lane}", lane=found.name), (), remedy)
    (judged,) = tried(trainer, (finding,))
    assert judged.remedy is None
    assert "none helped" in str(judged.outcome)


def test_a_value_that_another_lane_has_is_judged_by_that_lane(monkeypatch: pytest.MonkeyPatch) -> None:
    lanes: list[dict[str, Any]] = [
        {"name": "fast", "set": {"optimizer.learning_rate": 1.0}},
        {"name": "slow", "set": {"optimizer.learning_rate": 0.1}},
    ]
    trainer = trained(net("digits", 50, 50, 50, lr=0.05, lanes=lanes))
    finding = next(each for each in told(trainer) if each.lane == 0)
    remedy = Remedy(say("Learning rate {rate:g}", rate=0.1), (("lanes.0.learning_rate", 0.1),))
    made: list[Try] = []
    monkeypatch.setattr(Try, "go_on", lambda self, steps: made.append(self))
    (judged,) = tried(trainer, (replace(finding, remedy=remedy),))
    assert not made
    assert judged.tried is not None
    assert judged.tried.after == trainer.snapshot().lanes[1].test_data_loss


def test_none_proposes_what_is_there() -> None:
    trainer = trained(DEAD)
    with np.errstate(all="ignore"):
        found = evidence(trainer, 0)
    (finding,) = told(trainer)
    proposals = candidates(found, finding)
    assert len(proposals) > 3
    assert all(cured(DEAD, remedy) != DEAD for remedy in proposals)
    assert len({remedy.edits for remedy in proposals}) == len(proposals)
    there = Remedy(say("Learning rate {rate:g}", rate=1.0), (("lanes.0.learning_rate", 1.0),))
    assert not changes(DEAD, 0, there)


def test_an_overfitting_lane_is_tried_for_as_many_steps_as_it_took() -> None:
    experiment = net("digits", 100, 100, data={"train": 150}, optimizer="adam", lr=0.02, seeds=1)
    (finding,) = tried(trained(experiment, 800))
    assert finding.rule == "overfitting"
    assert finding.tried is not None
    assert finding.tried.steps == 800
    assert finding.tried.after is not None
    assert finding.tried.after < 0.9 * finding.tried.before


def test_squared_error_gets_a_penalty_of_its_size() -> None:
    experiment = net("digits", 100, 100, data={"train": 60}, loss="mean_squared_error", lr=0.5, seeds=1)
    trainer = trained(experiment, 600)
    with np.errstate(all="ignore"):
        found = replace(evidence(trainer, 0), best_held_out_loss=0.0, train_loss_at_best=9.0)
    from engine.diagnosis.remedies import regularize

    remedy = regularize(found)
    assert remedy is not None
    better = trained(isolate_lane(cured(experiment, remedy), 0), 600).snapshot().lanes[0]
    assert better.test_accuracy > trainer.snapshot().lanes[0].test_accuracy - 0.03


def test_better_is_less_loss_or_more_accuracy_and_neither_much_worse() -> None:
    own = Outcome(1.0, 0.5, 1000)
    assert Outcome(0.9, 0.5, 1000).helps(own)
    assert Outcome(1.0, 0.55, 1000).helps(own)
    assert not Outcome(0.95, 0.52, 1000).helps(own)
    assert not Outcome(0.5, 0.4, 1000).helps(own)
    assert not Outcome(1.1, 0.9, 1000).helps(own)
    assert not Outcome(np.inf, 0.9, 1000).helps(own)
    assert Outcome(3.0, 0.1, 1000).helps(Outcome(np.inf, -np.inf, 1000))
