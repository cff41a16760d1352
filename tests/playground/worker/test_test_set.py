"""The test set of a run that has validation rows: sealed, opened, and never again what it was."""

from __future__ import annotations

import math

from engine.data import load
from engine.experiment.edits.field_edits import edited
from engine.train.openings import Openings
from engine.train.snapshot import Snapshot
from playground.worker.commands import Apply, Branch, Load, LookBack, OpenTest, Play
from tests.playground.worker.test_run import Desk, desk

SPLIT = {"source": "digits", "train": 60, "validation": 40, "test": 50}


def is_shown(snapshot: Snapshot) -> bool:
    """Whether test figures are; no views say another thing."""
    shown = all(math.isfinite(lane.test_accuracy) for lane in snapshot.lanes)
    assert shown != snapshot.is_test_sealed
    return shown


def validated() -> Desk:
    return desk(data=SPLIT)


def looked_at(at: Desk, serial: int, steps: int) -> Snapshot:
    """After so many steps somebody opens it."""
    at.do(Play(serial, steps=steps))
    return at.do(OpenTest())


def restarted(at: Desk, run: int, start: int | None = None, **changes: object) -> Snapshot:
    """Another run, with settings that have changed, or one that was kept under a number."""
    experiment = at.experiment
    for path, value in changes.items():
        experiment = edited(experiment, path.replace("__", "."), value)
    wanted = frozenset({1, 2, 3})
    return at.do(Load(run, experiment, load(experiment.data), start, wanted))


def test_it_is_sealed_until_somebody_opens_it_and_with_the_next_step_again() -> None:
    at = validated()
    assert not is_shown(at.do(Play(1, steps=7)))
    opened = at.do(OpenTest())
    assert is_shown(opened)
    assert (opened.step, opened.openings) == (7, Openings((7,)))
    later = at.do(Play(2, steps=1))
    assert not is_shown(later)
    assert later.openings == Openings((7,))


def test_without_validation_rows_nothing_is_sealed() -> None:
    at = desk()
    assert is_shown(at.do(Play(1, steps=3)))


def test_looking_back_shows_them_where_they_were_opened() -> None:
    at = validated()
    at.do(Play(1, steps=4))
    at.do(OpenTest())
    at.do(Play(2, steps=4))
    past = at.do(LookBack(4))
    assert (past.step, is_shown(past)) == (4, True)
    assert not is_shown(at.do(LookBack(None)))


def test_a_look_stays_with_the_split_whatever_is_changed_or_undone() -> None:
    at = validated()
    looked_at(at, 1, 4)
    again = restarted(at, 2, layers__0__units=7)
    assert (again.step, again.openings, is_shown(again)) == (0, Openings((), 1), False)
    looked_at(at, 2, 2)
    scaled = restarted(at, 3, data__scaling="standard", data__label_noise=0.2)
    assert scaled.openings == Openings((), 2)
    back = restarted(at, 4, start=1)
    assert (back.step, back.openings, is_shown(back)) == (4, Openings((4,), 1), True)


def test_rows_that_were_looked_at_stay_so_in_another_split() -> None:
    """The digits lie in their order: rows 100 to 149 test here, and rows 90 to 139 with 30 that validate."""
    at = validated()
    looked_at(at, 1, 4)
    assert restarted(at, 2, data__validation=30).openings == Openings((), 1, 40, chosen_by=10)
    assert restarted(at, 3, data__train=10).openings == Openings(chosen_by=40), "rows 50 to 99 were not among them"
    assert restarted(at, 4, data__test=20).openings == Openings((), 1), "all 20 were"
    assert restarted(at, 5, data__test=80).openings == Openings((), 1, 50)
    assert restarted(at, 6).openings == Openings((), 1)


def test_looks_at_other_splits_add_up() -> None:
    at = validated()
    looked_at(at, 1, 4)
    restarted(at, 2, data__validation=30)
    assert looked_at(at, 2, 3).openings == Openings((3,), 1, chosen_by=10)
    assert restarted(at, 3, data__train=110).openings == Openings()
    assert restarted(at, 4, start=1).openings == Openings((4,), 1), "both are known when undo brings it back"


def test_a_branch_keeps_the_seal_and_the_looks() -> None:
    at = validated()
    looked_at(at, 1, 4)
    at.do(Play(2, steps=1))
    experiment = edited(at.experiment, "lanes", [*at.experiment.to_dict()["lanes"], {"name": "branch"}])
    branched = at.do(Branch(2, experiment, 0, None, 1))
    assert not is_shown(branched)
    assert branched.openings == Openings((4,))


def test_rows_that_have_validated_are_known_as_such_once_they_test() -> None:
    """Of the digits rows 60 to 99 validate and 100 to 149 test; with none that validate rows 60 to 109 test."""
    at = validated()
    assert restarted(at, 2, data__validation=0).openings == Openings(), "nothing was learned, so nothing was chosen"
    restarted(at, 3)
    at.do(Play(1, steps=2))
    assert restarted(at, 4, data__validation=0).openings == Openings(chosen_by=40)
    assert restarted(at, 5, data__train=30).openings == Openings(chosen_by=30), "rows 70 to 119 test"
    assert restarted(at, 6).openings == Openings(), "rows 100 to 149 never chose anything"
    kept = {**SPLIT, "keep_test": True}
    held = desk(data=kept)
    held.do(Play(1, steps=2))
    for run, changes in enumerate(({"data__validation": 0}, {"data__train": 90}, {"data__validation": 70})):
        assert restarted(held, run + 2, **changes).openings == Openings()
    assert restarted(held, 7, data__test=60).openings == Openings(chosen_by=10), "the ten before them"


def test_rows_that_have_validated_are_known_too_where_the_run_was_outdated_first() -> None:
    """By an edit that it cannot follow, so that no run is there when the next one comes."""
    at = validated()
    at.do(Play(1, steps=2))
    at.run.carry_out([Apply(7, edited(at.experiment, "data.validation", 0))])
    assert at.outdated == [7]
    assert restarted(at, 8, data__validation=0).openings == Openings(chosen_by=40)
