"""A branch with another network, made while the run trains: what it begins with, and what it does to the others."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from engine.experiment.edits.deepening import deepen_lane
from engine.experiment.lanes.lane_edits import branch_lane, remove_lane
from engine.train.kept.interventions import WeightEdit
from engine.verdict.verdict import verdict
from engine.verdict.wording import text
from playground.curves.along import CLOCK, Along
from playground.curves.happenings import marks
from playground.ui.look.lane_look import LaneLook
from playground.ui.text.numbers import setting
from playground.worker.commands import Branch, LookBack, Pause, Play, Unbranch
from tests.engine.helpers import lane, lane_bytes
from tests.playground.worker.test_run import desk, engine, figures


@pytest.mark.parametrize("settings", [{"layers.0.units": 12}, {"layers.1.on": False}])
def test_it_comes_while_the_run_trains_and_the_others_never_feel_it(settings: dict[str, object]) -> None:
    run = desk()
    two = branch_lane(run.experiment, 0, "other", settings)
    run.do_until_step(30, Branch(2, two, lane=0, step=None, serial=1, noise=0.01), Pause())
    began = run.window.shown[-1]
    assert (began.run, len(began.lanes)) == (2, 2)
    ((number, name, moved),) = run.branched
    assert (number, name) == (2, "other")
    assert 0 < moved < 0.05 or "layers.1.on" in settings
    assert np.isfinite(began.lanes[1].train_loss), "what it begins with is known at once"
    there = began.history.steps[-1]
    assert there == began.step
    assert np.isfinite(began.history.measure("train_data_loss")[-1, 1])
    shown = run.do(Play(2, steps=20))
    alone = engine(run.experiment, run.dataset, shown.step).snapshot().lanes[0]
    assert figures(shown.lanes[0]) == figures(alone) != figures(shown.lanes[1])
    run.do(Unbranch(3, run.experiment))
    (left,) = run.do(Play(3, steps=5)).lanes
    assert figures(left) == figures(engine(run.experiment, run.dataset, shown.step + 5).snapshot().lanes[0])


def test_grown_without_noise_its_curve_begins_on_that_of_its_lane() -> None:
    run = desk()
    run.do(Play(1, steps=30))
    two = branch_lane(run.experiment, 0, "wide", {"layers.0.units": 12})
    old, new = run.do(Branch(2, two, lane=0, step=None, serial=1)).lanes
    assert figures(new) == pytest.approx(figures(old), rel=1e-4)
    assert run.branched[0][2] < 1e-6


def test_from_an_earlier_step_it_has_made_fewer_steps_than_the_run_and_its_curve_says_so() -> None:
    run = desk()
    run.do(Play(1, steps=40))
    kept = run.window.shown[-1].kept_steps
    step = kept[len(kept) // 2]
    then = run.do(LookBack(step)).lanes[0]
    two = branch_lane(run.experiment, 0, "frozen", {"layers.0.frozen": True})
    shown = run.do(Branch(2, two, lane=0, step=step, serial=1))
    old, new = shown.lanes
    assert (old.steps, old.behind) == (40, 0)
    assert (new.steps, new.behind) == (step, 40 - step)
    assert new.train_loss == then.train_loss
    shown = run.do(Play(2, steps=10))
    assert [lane.steps for lane in shown.lanes] == [50, step + 10]
    along = Along.of("steps", two, shown.history, [100, 100], [lane.behind for lane in shown.lanes])
    assert along.places(0, [40, 50]).tolist() == [40, 50]
    assert along.places(1, [40, 50]).tolist() == [step, step + 10], "it goes on where it left its lane"
    assert along.step(1, step) == 40
    assert along.place(CLOCK, 40) == 40
    again = run.do(Branch(3, branch_lane(two, 1, "of it", {"layers.0.l2": 0.1}), lane=1, step=None, serial=2))
    assert again.lanes[2].steps == step + 10, "a branch of the branch has made as many"
    finished = verdict(run.run._there())
    assert finished is not None
    assert finished.late == (("frozen", 40 - step), ("of it", 40 - step))
    assert f"frozen has trained {40 - step} steps fewer." in text(finished)


def test_a_lane_taken_away_in_the_middle_is_missed_by_none() -> None:
    run = desk(lanes=[lane("a"), lane("b", l2=0.5), lane("c", settings={"layers.0.units": 9}), lane("d", l2=0.1)])
    run.do(Play(1, steps=30))
    for number, index in enumerate((1, 0, 1), start=2):
        fewer = remove_lane(run.run._there().experiment, index)
        run.do(Unbranch(number, fewer, lane=index))
        shown = run.do(Play(number, steps=10))
        alone = engine(fewer, run.dataset, shown.step).snapshot()
        assert [figures(each) for each in shown.lanes] == [figures(each) for each in alone.lanes]
    assert not run.outdated


@pytest.mark.parametrize("trains_on", [0, 15])
def test_taken_back_and_made_again_a_branch_is_the_one_that_it_was(trains_on: int) -> None:
    run = desk()
    run.do(Play(1, steps=30))
    two = branch_lane(run.experiment, 0, "wide", {"layers.0.units": 12})
    branch = Branch(2, two, lane=0, step=None, serial=1, wanted=frozenset({1, 2}))
    run.do(branch)
    there = run.do(Play(2, steps=20))
    weights = lane_bytes(run.run._there(), 1)
    run.do(Unbranch(3, run.experiment, back=1, wanted=frozenset({1, 2, 3})))
    without = run.do(Play(3, steps=trains_on)) if trains_on else run.window.shown[-1]
    assert without.step == 50 + trains_on, "the others went on, and not back to where the branch was made"
    back = run.do(replace(branch, run=4, back=2, wanted=frozenset({2, 3, 4})))
    assert (back.run, back.step) == (4, 50)
    assert lane_bytes(run.run._there(), 1) == weights
    np.testing.assert_array_equal(back.history.values, there.history.values)
    assert run.run._there().of(1)[0].optimizer.t == 50
    last = run.do(Unbranch(5, run.experiment, back=3, wanted=frozenset({3, 4, 5})))
    assert last.step == 50 + trains_on, "what was trained without it is there, too"


def test_where_there_is_no_room_for_the_run_the_branch_starts_where_it_did(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("engine.train.kept.kept_runs.MOST_BYTES", 1)
    run = desk()
    run.do(Play(1, steps=30))
    two = branch_lane(run.experiment, 0, "wide", {"layers.0.units": 12})
    branch = Branch(2, two, lane=0, step=None, serial=1, wanted=frozenset({1, 2}))
    run.do(branch)
    run.do(Play(2, steps=20))
    run.do(Unbranch(3, run.experiment, back=1, wanted=frozenset({1, 2, 3})))
    back = run.do(replace(branch, run=4, back=2, wanted=frozenset({2, 3, 4})))
    assert (back.step, back.lanes[1].steps) == (50, 30)


def test_deeper_while_it_trains_and_back() -> None:
    run = desk()
    deeper = deepen_lane(run.experiment, 0, 0, "relu", run.dataset)
    run.do_until_step(30, Branch(2, deeper, lane=0, step=None, serial=1), Pause())
    began = run.window.shown[-1]
    old, new = began.lanes
    assert figures(new) == pytest.approx(figures(old), rel=1e-4)
    assert run.branched[0][2] < 1e-6
    shown = run.do(Play(2, steps=20))
    alone = engine(run.experiment, run.dataset, shown.step).snapshot().lanes[0]
    assert figures(shown.lanes[0]) == figures(alone) != figures(shown.lanes[1])
    run.do(LookBack(shown.kept_steps[0]))
    run.do(Unbranch(3, run.experiment))
    (left,) = run.do(Play(3, steps=5)).lanes
    assert figures(left) == figures(engine(run.experiment, run.dataset, shown.step + 5).snapshot().lanes[0])
    assert run.run._there().experiment == run.experiment


def test_an_edited_weight_is_marked_on_its_lane_where_it_starts() -> None:
    run = desk(lanes=[lane("a"), lane("b", l2=0.5)])
    run.do(Play(1, steps=30))
    was = run.run._there().lane_parameters(1)[0]["weight"][2, 1]
    three = branch_lane(run.experiment, 1, "edited")
    edit = WeightEdit(0, "weight", (2, 1), 2.5)
    run.do(Branch(2, three, lane=1, step=None, serial=1, edit=edit))
    run.do(Unbranch(3, remove_lane(three, 0), lane=0))
    shown = run.do(Play(3, steps=5))
    (mark,) = shown.history.marks
    assert (mark.step, mark.path, mark.new) == (30, "lanes.1.set.layers.0.weight[2,1]", 2.5)
    assert mark.old == pytest.approx(was)
    looks = [LaneLook("b", 1), LaneLook("edited", 2)]
    (note,) = marks(shown.history, looks)
    assert (note.step, note.style) == (30, 2)
    assert note.text == f"Lane 2, layer 1: w 3→2 {setting(mark.old)} → 2.5"
    assert not run.do(Unbranch(4, remove_lane(run.run._there().experiment, 1), lane=1)).history.marks
