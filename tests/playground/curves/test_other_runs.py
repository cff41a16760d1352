"""Runs to compare with: those before, which are ghosts, and those that were pinned."""

from __future__ import annotations

import numpy as np
import pytest

from engine.experiment.edits.field_edits import edited
from playground.curves.panel import CurvesPanel
from tests.playground.curves.desk import Open, choose, flat, lanes, run, texts


def test_the_run_before_a_reset_stays_as_a_ghost(opened: Open) -> None:
    panel = opened(lanes(2))
    panel.show_snapshot(run(flat(0.2, 0.5)))
    panel.show_snapshot(None)
    panel.show_snapshot(run(flat(0.8, 0.9, points=5), run_id=2))
    (ghost,) = panel.loss.ghosts
    assert ghost.test.of(0)[1].tolist() == pytest.approx([0.2] * 40)
    choose(panel, "curve_before")
    assert not panel.loss.ghosts
    panel.show_experiment(lanes(2).model_copy(update={"name": "another"}))
    choose(panel, "curve_before")
    panel.show_snapshot(run(flat(0.8, 0.9), run_id=3))
    assert not panel.loss.ghosts, "another experiment is not compared with"


def test_a_pinned_run_stays(opened: Open) -> None:
    panel = opened(lanes(1))
    panel.show_snapshot(run(flat(0.3)))
    choose(panel, "pin_run")
    for run_id in (2, 3, 4):
        panel.show_snapshot(run(flat(0.9), run_id=run_id))
    choose(panel, "curve_before")
    (ghost,) = panel.loss.ghosts
    assert ghost.test.y[0, 0] == pytest.approx(0.3)
    other = CurvesPanel()
    other.take_over(panel)
    assert other.runs.pinned == panel.runs.pinned
    choose(panel, "unpin_runs")
    assert not panel.loss.ghosts


def test_a_ghost_says_what_has_changed_since(opened: Open) -> None:
    panel = opened(lanes(1))
    panel.show_snapshot(run(flat(0.2)))
    for number, (path, value, text) in enumerate(
        [
            ("layers.0.units", 12, "before: Layer 1: Units 8 → 12"),
            ("seed", 3, "before: Seed 0 → 3"),
            ("layers", [{"kind": "dense", "units": 10}], "before: Layers 4 → 1"),
        ]
    ):
        panel = opened(lanes(1))
        panel.show_snapshot(run(flat(0.2)))
        panel.show_experiment(edited(lanes(1), path, value))
        panel.show_snapshot(None)
        panel.show_snapshot(run(flat(0.8, points=5), run_id=number + 2))
        assert texts(panel) == [text]
        assert panel.loss.accessibleDescription() == f"{text} · 0.2000, 20.0% at step 390"


def test_the_last_runs_before_stay_with_what_they_had_come_to(opened: Open) -> None:
    panel = opened(lanes(2))
    figures = [(0.2, 0.5), (0.4, 0.3), (0.7, 0.6)]
    for number, (units, of_lanes) in enumerate(zip((8, 12, 16), figures, strict=True), start=1):
        panel.show_experiment(edited(lanes(2), "layers.0.units", units))
        panel.show_snapshot(run(flat(*of_lanes), run_id=number))
    panel.show_experiment(edited(lanes(2), "layers.0.units", 20))
    panel.show_snapshot(run(flat(0.9, 0.9, points=2), run_id=4))
    assert [ghost.text.partition(" · ")[::2] for ghost in panel.loss.ghosts] == [
        ("before: Layer 1: Units 16 → 20", "best lane 0.6000, 60.0% at step 390"),
        ("before 2: Layer 1: Units 12 → 20", "best lane 0.3000, 30.0% at step 390"),
    ]
    panel.show_experiment(edited(lanes(2), "layers.0.units", 16))
    panel.show_snapshot(run(flat(0.7, 0.6), run_id=5))
    assert texts(panel) == ["before: Layer 1: Units 12 → 16"], "the run that undo brought back is no ghost"


def test_a_ghost_has_no_colour_of_a_lane(opened: Open) -> None:
    panel = opened(lanes(3))
    panel.show_snapshot(run(flat(0.2, 0.5, 0.8)))
    panel.show_experiment(edited(lanes(3), "layers.0.units", 12))
    panel.show_snapshot(run(flat(0.9, 0.9, 0.9, points=2), run_id=2))
    before = panel.loss.grab().toImage()
    choose(panel, "curve_before")
    after = panel.loss.grab().toImage()
    changed = [
        before.pixelColor(x, y)
        for x in range(before.width() // 2, before.width())  # the run itself has not come so far
        for y in range(before.height())
        if before.pixel(x, y) != after.pixel(x, y)
    ]
    assert len(changed) > 500, "it was drawn"
    assert max(color.hsvSaturationF() for color in changed) < 0.3


def test_a_spirals_curve_is_not_shown_beside_digits(opened: Open) -> None:
    panel = opened(lanes(1))
    panel.show_snapshot(run(flat(0.2)))
    choose(panel, "pin_run")
    panel.show_snapshot(run(flat(0.2)))
    spiral = edited(lanes(1), "data.source", "spiral")
    panel.show_experiment(spiral)
    panel.show_snapshot(run(flat(0.5), run_id=2))
    assert texts(panel) == []
    panel.show_experiment(lanes(1))
    panel.show_snapshot(run(flat(0.3), run_id=3))
    assert texts(panel) == ["pinned"], "what was pinned is there again, and the spiral's run is not"


def test_a_ghost_ends_with_its_document_and_a_pinned_run_does_not(opened: Open) -> None:
    panel = opened(lanes(1))
    panel.show_snapshot(run(flat(0.2)))
    panel.show_snapshot(run(flat(0.4), run_id=2))
    choose(panel, "pin_run")
    panel.show_snapshot(run(flat(0.4), run_id=2))
    assert texts(panel) == ["pinned", "before: reset"]
    panel.show_document(1)
    panel.show_experiment(edited(lanes(1), "layers.0.units", 12))
    panel.show_snapshot(run(flat(0.6), run_id=3))
    assert texts(panel) == ["pinned: Layer 1: Units 8 → 12"]


def test_a_run_that_comes_back_is_not_its_own_ghost(opened: Open) -> None:
    """An edit, and undo before the new run has come anywhere: the curve shown is the one that stood behind it."""
    panel = opened(lanes(1))
    panel.show_snapshot(run(flat(0.2)))
    panel.show_experiment(edited(lanes(1), "layers.0.units", 12))
    panel.show_snapshot(run(flat(0.8, points=1), run_id=2))
    assert texts(panel) == ["before: Layer 1: Units 8 → 12"]
    panel.show_experiment(lanes(1))
    panel.show_snapshot(run(flat(0.2), run_id=3))
    assert texts(panel) == []


def test_a_run_that_goes_on_with_a_lane_more_has_no_ghost(opened: Open) -> None:
    panel = opened(lanes(2))
    panel.show_snapshot(run(flat(0.2, 0.5)))
    panel.show_experiment(lanes(3))
    panel.show_snapshot(None)
    panel.show_snapshot(run(np.where(np.arange(50)[:, None] < 40, flat(0.2, 0.5, np.nan, points=50), 0.3), run_id=2))
    assert texts(panel) == []
