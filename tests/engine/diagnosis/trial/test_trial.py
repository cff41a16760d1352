"""Remedies are tried before they are offered: fairly, unseen, and what helped most is what is proposed."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from typing import Any

import numpy as np
import pytest

from benchmarks.coach.recipe import net, rows
from engine.diagnosis.apply_remedy import cured
from engine.diagnosis.diagnosis import evidence_of_lanes, told_of_lanes
from engine.diagnosis.evidence.gather import evidence
from engine.diagnosis.findings import Finding, Remedy, Tried, say
from engine.diagnosis.trial.alternatives import candidates, changes
from engine.diagnosis.trial.attempt import Outcome, Try
from engine.diagnosis.trial.judge import Judge, TooDearError
from engine.diagnosis.trial.trials import Trials
from engine.experiment.edits.field_edits import edited
from engine.experiment.experiment import Experiment
from engine.experiment.lanes.lanes import isolate_lane
from engine.store.presets import load_preset
from engine.train.trainer import Trainer
from tests.conftest import thorough
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


@cache
def dead() -> Trainer:
    """For those who only look at it: trials leave a run as it is."""
    return trained(DEAD)


def test_the_figure_of_a_remedy_is_what_taking_it_leads_to() -> None:
    (finding,) = tried(dead())
    assert finding.remedy is not None
    assert finding.tried is not None
    better = Trainer(cured(DEAD, finding.remedy), rows(DEAD.data))
    better.measure()
    better.run(finding.tried.steps)
    better.end()
    assert finding.tried.after == better.snapshot().lanes[0].test_data_loss
    assert finding.tried.before == dead().snapshot().lanes[0].test_data_loss
    assert str(finding.outcome) == (
        f"Test loss {finding.tried.before:.3g} → {finding.tried.after:.3g} after 300 steps (tried)."
    )


LARGE_STEPS = [
    DEAD,
    net("digits", 50, 50, optimizer="momentum", lr=0.3, seeds=1),
    net("digits", 50, 50, data={"scaling": "none"}, lr=0.1, seeds=1),
    net("slope", 20, function="leaky_relu", lr=1.0, seeds=1),
    net("digits", 50, 50, 50, function="tanh", lr=3.0, seeds=1),
]


@pytest.mark.parametrize(
    "experiment",
    thorough(LARGE_STEPS, by_day=[LARGE_STEPS[0], *LARGE_STEPS[2:4]]),
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
    trainer = dead()
    in_slices, findings = Trials(rows), told(trainer)
    in_slices.follow(trainer, findings)
    while in_slices.is_busy:
        in_slices.work(0.0001)
        in_slices.follow(trainer, findings)
    assert in_slices.judged(findings) == tried(trainer, findings)


def test_before_it_is_tried_nothing_is_offered() -> None:
    trainer = dead()
    trials, findings = Trials(rows), told(trainer)
    trials.follow(trainer, findings)
    assert trials.is_busy
    assert [finding.remedy for finding in trials.judged(findings)] == [None]


def test_where_nothing_helps_nothing_is_proposed() -> None:
    trainer = trained(net("noise", 16, lr=0.02, l2=0.05, seeds=1), 100)
    with np.errstate(all="ignore"):
        found = evidence(trainer.groups[0], 0)
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
    trainer = dead()
    with np.errstate(all="ignore"):
        found = evidence(trainer.groups[0], 0)
    (finding,) = told(trainer)
    proposals = candidates(found, finding)
    assert len(proposals) > 3
    assert all(cured(DEAD, remedy) != DEAD for remedy in proposals)
    assert len({remedy.edits for remedy in proposals}) == len(proposals)
    there = Remedy(say("Learning rate {rate:g}", rate=1.0), (("lanes.0.learning_rate", 1.0),))
    assert not changes(found, there)


@pytest.mark.parametrize(("other", "is_offered"), [(0.3, True), (3.0, False)])
def test_what_a_lane_shows_that_has_more_of_what_is_too_much_is_no_remedy(other: float, is_offered: bool) -> None:
    """It may do better by chance: who is told that the steps are too large is not told to enlarge them."""
    e = edited(DEAD, "lanes", [{"name": "a"}, {"name": "b", "set": {"optimizer.learning_rate": other}}])
    found = evidence_of_lanes(trained(e, 20))[0]
    remedy = Remedy(say("Less"), (("lanes.0.learning_rate", 0.1),))
    finding = Finding("rate_too_large", 0, say("Steps."), (), remedy)
    proposed = [dict(remedy.edits).get("lanes.0.learning_rate") for remedy in candidates(found, finding)]
    assert (other in proposed) is is_offered


def test_an_overfitting_lane_is_tried_for_as_many_steps_as_it_took() -> None:
    experiment = net("digits", 100, 100, data={"train": 150}, optimizer="adam", lr=0.02, seeds=1)
    (finding,) = tried(trained(experiment, 520))
    assert finding.rule == "overfitting"
    assert finding.tried is not None
    assert finding.tried.steps == 520, "more than others are tried for"
    assert finding.tried.after is not None
    assert finding.tried.after < 0.9 * finding.tried.before


def test_squared_error_gets_a_penalty_of_its_size() -> None:
    experiment = net("digits", 100, 100, data={"train": 60}, loss="mean_squared_error", lr=0.5, seeds=1)
    trainer = trained(experiment, 600)
    with np.errstate(all="ignore"):
        found = replace(evidence(trainer.groups[0], 0), best_held_out_loss=0.0, train_loss_at_best=9.0)
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


def test_no_remedy_is_enough_while_guessing_is_better() -> None:
    """From a rate of 5 a tenth is still too large: it is less bad, and another is offered that learns."""
    spiral = net("spiral", 32, 32, function="tanh", optimizer="adam", lr=5.0, seeds=1)
    (finding,) = tried(trained(spiral, 300))
    assert finding.rule == "rate_too_large"
    assert finding.remedy is not None
    assert finding.tried is not None
    assert finding.tried.after is not None
    assert finding.tried.after < np.log(2)
    first_tried = trained(cured(spiral, Remedy(say("less"), (("lanes.0.learning_rate", 0.5),))), 300)
    assert first_tried.snapshot().lanes[0].test_data_loss > finding.tried.after


def test_what_is_no_better_than_guessing_says_so() -> None:
    finding = Finding("rate_too_large", 0, say("too large"), (), None, Tried(300, 3, 5.0, 0.8, 0.69))
    assert str(finding.outcome) == "Test loss 5 → 0.8 after 300 steps (tried); guessing gives 0.69."


def test_a_lane_beside_is_judged_by_all_that_it_has_done() -> None:
    """At first the slower one is behind: a trial as short would not tell. What it shows goes on with the run, and costs
    no trial."""
    trainer, trials = trained(load_preset("spiral"), 1000), Trials(rows)
    finding = next(each for each in told(trainer) if each.rule == "rate_too_large")
    trials.follow(trainer, (finding,))
    trials.settle()
    (judged,) = trials.judged((finding,))
    slow, _, fast = trainer.snapshot().lanes
    assert (fast.name, str(judged.remedy and judged.remedy.text)) == ("Rate 0.1", "Learning rate 0.01")
    assert judged.tried is not None
    assert (judged.tried.before, judged.tried.after) == (fast.test_data_loss, slow.test_data_loss)
    assert str(judged.outcome).startswith("Rate 0.01 shows it: test loss ")
    assert str(judged.outcome).endswith("at step 1000.")
    trainer.run(200)
    trainer.measure()
    trials.follow(trainer, (finding,))
    assert not trials.is_busy
    (judged,) = trials.judged((finding,))
    slow, _, fast = trainer.snapshot().lanes
    assert judged.tried is not None
    assert (judged.tried.before, judged.tried.after) == (fast.test_data_loss, slow.test_data_loss)
    assert str(judged.outcome).endswith("at step 1200.")


def edited_after_divergence(path: str, value: float) -> Trainer:
    trainer = trained(net("digits", 50, function="leaky_relu", lr=50.0, seeds=1), 60)
    assert trainer.diverged_at
    trainer.apply(edited(trainer.experiment, path, value))
    return trainer


def test_a_divergence_is_about_the_rate_with_which_it_diverged() -> None:
    (finding,) = told(edited_after_divergence("lanes.0.learning_rate", 0.1))
    assert "Its learning rate was 50." in map(str, finding.evidence)
    assert finding.remedy == Remedy(say("Start again with learning rate {rate:g}", rate=0.1), ())
    (judged,) = tried(edited_after_divergence("lanes.0.learning_rate", 0.1))
    assert judged.remedy == finding.remedy
    assert judged.tried is not None
    assert judged.tried.after is not None


def test_a_rate_with_which_it_learns_nothing_is_not_offered_because_it_stands_there() -> None:
    (finding,) = tried(edited_after_divergence("lanes.0.learning_rate", 1e-6))
    assert finding.remedy is not None
    assert finding.tried is not None
    assert finding.remedy.edits != ()
    assert finding.tried.after is not None
    assert finding.tried.after < finding.tried.guessing


def test_nobody_starts_again_with_larger_steps() -> None:
    (finding,) = told(edited_after_divergence("lanes.0.learning_rate", 80.0))
    assert str(finding.remedy.text) == "Learning rate 5"


def test_two_causes_are_cured_together_where_neither_remedy_helps_alone() -> None:
    """Weights of zero, and dropout that hardly lets anything through."""
    sick = net("digits", *[50] * 3, start="zeros", rate=0.9, lr=0.1, seeds=1)
    trainer = trained(sick, 100)
    (judged,) = tried(trainer)
    assert judged.remedy is not None
    assert str(judged.remedy.text) == "Use He initialization; Use a rate of 0.2"
    assert judged.tried is not None
    for edit in judged.remedy.edits:
        alone = trained(cured(sick, Remedy(say("half"), (edit,))), 100).snapshot().lanes[0]
        assert judged.tried.after is not None
        assert alone.test_data_loss > judged.tried.after / 0.9


def test_what_no_longer_diverges_and_learns_nothing_says_so() -> None:
    finding = Finding("diverged", 0, say("diverged"), (), None, Tried(200, 3, np.inf, 2.75, 2.3))
    assert str(finding.outcome) == ("It does not diverge: test loss 2.75 after 200 steps (tried); guessing gives 2.3.")


def test_a_lane_beside_is_named_of_one_that_diverged_too() -> None:
    finding = Finding("diverged", 0, say("diverged"), (), None, Tried(800, 1, np.inf, 0.816, 2.3, "He"))
    assert str(finding.outcome) == "He shows it: no divergence, test loss 0.816 at step 800."


def test_lanes_beside_show_what_helps_where_trials_take_too_long() -> None:
    """λ 0.01 would be tried first."""
    preset = load_preset("memorized-labels")
    neither, _, dropout = preset.model_dump()["lanes"]
    trainer = trained(edited(preset, "lanes", [neither, dropout]), 800)
    trials, findings = Trials(rows, dearest=0.0), told(trainer)
    trials.follow(trainer, findings)
    trials.settle()
    (judged,) = trials.judged(findings)
    assert judged.rule == "memorized"
    assert str(judged.outcome).startswith("Dropout 0.5 shows it")


def test_of_lanes_beside_the_best_is_named() -> None:
    """Rate 0.01 would be enough, and comes first."""
    trainer = trained(load_preset("learning-rate"), 200)
    trials, findings = Trials(rows, dearest=0.0), told(trainer)
    trials.follow(trainer, findings)
    trials.settle()
    (judged,) = (each for each in trials.judged(findings) if each.rule == "rate_too_large")
    assert str(judged.remedy and judged.remedy.text) == "Learning rate 0.1"
    assert str(judged.outcome).startswith("Rate 0.1 shows it")


def test_what_was_too_dear_to_be_tried_is_asked_again_when_a_lane_beside_may_show_it() -> None:
    trainer = trained(load_preset("dead-relu"), 60)
    trials, findings = Trials(rows, dearest=0.0), told(trainer)
    trials.follow(trainer, findings)
    trials.settle()
    (judged,) = trials.judged(findings)
    assert judged.remedy is not None
    assert str(judged.outcome) == "The remedy was not tried: that would take too long."
    trainer.run(340, record=True)
    trainer.measure()
    findings = told(trainer)
    trials.follow(trainer, findings)
    trials.settle()
    assert str(trials.judged(findings)[0].outcome).startswith("Rate 0.1 shows it")


def test_that_none_helped_is_not_said_while_the_next_may() -> None:
    """At the start of the first look the third remedy is the first that helps within 100 steps."""
    trainer = Trainer(load_preset("first-look"), rows(load_preset("first-look").data))
    trainer.measure()
    (finding,) = told(trainer)
    judge = Judge(trainer, evidence_of_lanes(trainer)[finding.lane], finding, rows, np.inf)
    said = list(dict.fromkeys(str(judge.verdict.outcome) for _ in judge.steps()))
    assert said[:2] == ["The remedy was not tried.", "None"]
    assert not any("none helped" in words for words in said)
    assert str(judge.verdict.outcome).startswith("Test loss 0.693 → 0.67")


def test_what_was_stopped_as_too_dear_does_not_say_that_none_helped(monkeypatch: pytest.MonkeyPatch) -> None:
    """Two are tried in vain, and the third would take too long: it is asked again."""
    trainer = Trainer(load_preset("first-look"), rows(load_preset("first-look").data))
    trainer.measure()
    findings = told(trainer)
    through = Judge._through
    begun: list[Try] = []

    def dear_from_the_fourth(self: Judge, attempt: Try) -> Iterator[None]:
        begun.append(attempt)
        if len(begun) > 3:  # the lane itself, and two remedies
            raise TooDearError
        yield from through(self, attempt)

    monkeypatch.setattr(Judge, "_through", dear_from_the_fourth)
    trials = Trials(rows)
    trials.follow(trainer, findings)
    trials.settle()
    assert [(each.remedy, each.outcome) for each in trials.judged(findings)] == [(None, None)]
    monkeypatch.undo()
    trainer.run(400, record=True)
    trainer.measure()
    findings = tuple(each for each in told(trainer) if each.rule == "zeros")
    trials.follow(trainer, findings)
    assert trials.is_busy


def test_a_trial_that_is_given_up_goes_on_when_the_run_does() -> None:
    trainer = trained(DEAD)
    trials, findings = Trials(rows), told(trainer)
    trials.follow(trainer, findings)
    trials.give_up()
    assert trials.judged(findings)[0].remedy == findings[0].remedy, "untried"
    trials.follow(trainer, findings)
    assert not trials.is_busy
    trainer.run(20, record=True)
    trainer.measure()
    trials.follow(trainer, told(trainer))
    assert trials.is_busy
