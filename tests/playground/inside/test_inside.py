"""Looking inside through the window: only what can be seen is computed, and the diagnosis has a remedy to click."""

from __future__ import annotations

import math
from collections.abc import Callable
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QScrollArea, QToolButton, QWidget
from pytestqt.qtbot import QtBot

from engine.data import load
from engine.inspectors import InspectionRequest
from engine.inspectors.signals import Signals
from engine.train.trainer import Trainer
from playground.inside.lit import Lights, Lit
from playground.inside.panel import ALWAYS, Inside
from playground.inside.signals.view import SignalsPanel
from playground.inside.views import VIEWS
from playground.network.panel import SHOWN
from playground.shell.main_window import MainWindow
from playground.worker.inspection import LOOKING_SHARE, InspectionScheduler
from tests.playground import conftest
from tests.playground.helpers import answer, click, find, press_play, small, wait_for_step

Open = Callable[..., MainWindow]
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
NAIVE = [{"kind": "dense", "units": 60, "initialization": "uniform"}, {"kind": "activation"}] * 6
DEEP = [*NAIVE, {"kind": "dense", "units": 10, "initialization": "uniform"}]


@pytest.fixture
def open_window(shared_window: conftest.Open) -> Open:
    def make(**changes: Any) -> MainWindow:
        return shared_window(small(**changes))

    return make


def inside(window: MainWindow) -> Any:
    assert window.session.snapshot is not None
    return window.session.snapshot.inside


@pytest.mark.spare_time
def test_every_view_can_be_chosen_while_training(fresh_window: conftest.Open, qtbot: QtBot) -> None:
    data = {"source": "digits", "train": 60, "test": 40, "label_noise": 0.2}
    window = fresh_window(small(lanes=[{"name": "a"}, {"name": "b"}], data=data))
    press_play(qtbot, window)
    qtbot.waitUntil(lambda: set(window.inside.views) == set(VIEWS), timeout=20_000)
    for name in VIEWS:
        click(qtbot, window, f"action.view_{name}")
        view = window.inside.views[name]
        assert view.isVisible()
        assert view.objectName() == f"panel.{name}"
        qtbot.waitUntil(
            lambda name=name: VIEWS[name].request - {"drawing", "residuals", "fit"} <= inside(window).keys(),
            timeout=20_000,
        )
        assert window.session.run.request.what == VIEWS[name].request | ALWAYS | SHOWN
        wait_for_step(qtbot, window, window.session.snapshot.step + 1)  # type: ignore[union-attr]
    assert window.session.is_training


def test_only_what_can_be_seen_is_computed(open_window: Open, qtbot: QtBot) -> None:
    window = open_window()
    qtbot.waitUntil(lambda: isinstance(inside(window).get("signals"), Signals), timeout=20_000)
    find(window, QToolButton, "dock.inside.close").click()
    qtbot.waitUntil(lambda: set(inside(window)) == ALWAYS | SHOWN, timeout=20_000)
    window.docks["inside"].show()
    qtbot.waitUntil(lambda: "signals" in inside(window), timeout=20_000)


def test_keys_go_from_view_to_view(open_window: Open, qtbot: QtBot) -> None:
    window = open_window()
    button = find(window, QToolButton, "action.view_signals")
    button.setFocus()
    qtbot.keyClick(button, Qt.Key.Key_PageDown, Qt.KeyboardModifier.ControlModifier)
    assert window.inside.current == "gradients"
    qtbot.keyClick(button, Qt.Key.Key_PageUp, Qt.KeyboardModifier.ControlModifier)
    qtbot.keyClick(button, Qt.Key.Key_PageUp, Qt.KeyboardModifier.ControlModifier)
    assert window.inside.current == "digit"


def test_the_lane_that_is_selected_is_looked_at(open_window: Open, qtbot: QtBot) -> None:
    window = open_window(lanes=[{"name": "a"}, {"name": "b", "set": {"seed": 5}}])
    window.lanes.table.rows.select(1)
    assert window.session.run.request.focus == 1
    qtbot.waitUntil(lambda: getattr(inside(window).get("signals"), "focus", 0) == 1, timeout=20_000)


def test_the_view_stays_when_the_panels_are_made_anew(open_window: Open, qtbot: QtBot) -> None:
    window = open_window()
    click(qtbot, window, "action.view_weights")
    window.rebuild()  # as for another theme or language
    assert window.inside.current == "weights"
    assert window.inside.views["weights"].isVisible()
    qtbot.waitUntil(lambda: "weights" in inside(window), timeout=20_000)


def test_a_diagnosis_is_told_explained_and_cured(
    fresh_window: conftest.Open, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("playground.worker.trying.DEAREST", math.inf)  # however busy the machine is
    monkeypatch.setattr("playground.worker.trying.AT_REST", 60.0)
    monkeypatch.setattr("playground.worker.trying.LONGEST_REST", 60.0)
    window = fresh_window(small(layers=DEEP, lanes=[{"name": "a"}]))
    before = window.session.experiment
    press_play(qtbot, window)
    qtbot.waitUntil(lambda: "exploded" in window.diagnosis.text(), timeout=20_000)
    evidence = find(window, QLabel, "diagnosis.0.evidence")
    assert evidence.isHidden()
    click(qtbot, window, "diagnosis.0.why")
    assert evidence.isVisible()
    assert len(evidence.text()) > 20
    remedy = find(window, QPushButton, "diagnosis.0.remedy")
    qtbot.waitUntil(lambda: remedy.text() == "Use He initialization", timeout=20_000)
    tried = find(window, QLabel, "diagnosis.0.tried")
    assert tried.isVisible()
    assert "(tried)" in tried.text()
    answer(qtbot, window, "diagnosis.0.remedy")
    layers = window.session.experiment.layers
    assert {layer.initialization for layer in layers if layer.kind == "dense"} == {"he_uniform"}
    qtbot.waitUntil(lambda: "exploded" not in window.diagnosis.text(), timeout=20_000)
    told = find(window, QLabel, "diagnosis.nothing")
    if not window.session.is_training:
        press_play(qtbot, window)
    qtbot.waitUntil(lambda: "Use He initialization: no longer diverged" in told.text(), timeout=20_000)
    press_play(qtbot, window)
    qtbot.waitUntil(lambda: not window.session.is_training)
    with monkeypatch.context() as never:
        never.setattr("playground.worker.trying.AT_REST", -1.0)  # what is said then was known
        window.session.undo_stack.undo()
        assert window.session.experiment == before
        qtbot.waitUntil(lambda: "exploded" in window.diagnosis.text(), timeout=20_000)
        qtbot.waitUntil(lambda: "(tried)" in tried.text() and remedy.isVisible(), timeout=20_000)
        window.session.undo_stack.redo()
        qtbot.waitUntil(lambda: "Use He initialization: no longer diverged" in told.text(), timeout=20_000)
    window.session.undo_stack.undo()


def lit(window: MainWindow) -> set[object]:
    """What is marked in the view that can be seen."""
    parts = [part for part in window.inside.findChildren(QWidget) if isinstance(part, Lit) and part.isVisible()]
    return {part.lit for part in parts if part.lit_rect() is not None}


def test_what_is_lit_is_scrolled_to_once_it_is_there(open_window: Open, qtbot: QtBot) -> None:
    """The last of many layers, before the view has seen anything of them."""
    deep = [{"kind": "dense", "units": 10}, {"kind": "activation", "function": "relu"}] * 12
    window = open_window(layers=[*deep, {"kind": "dense", "units": 10}])
    window.inside.choose("signals")
    window.inside.turn_to("now")
    window.inside.light(Lights(layer=24, weights=12))
    press_play(qtbot, window)
    signals = window.inside.views["signals"]
    assert isinstance(signals, SignalsPanel)

    def is_seen() -> bool:
        place = signals.strips.lit_rect()
        return place is not None and signals.strips.visibleRegion().contains(place.center().toPoint())

    qtbot.waitUntil(is_seen, timeout=20_000)


def test_why_opens_the_view_that_shows_it_with_lane_and_layer_lit(open_window: Open, qtbot: QtBot) -> None:
    """Values of tanh that naive weights saturate, in the second of two lanes."""
    tanh = [{"kind": "dense", "units": 100}, {"kind": "activation", "function": "tanh"}] * 2
    lanes = [{"name": "a"}, {"name": "b", "set": {"layers.*.initialization": "uniform"}}]
    slow = {"kind": "sgd", "learning_rate": 0.001}
    window = open_window(layers=[*tanh, {"kind": "dense", "units": 10}], lanes=lanes, optimizer=slow)
    window.inside.choose("weights")
    press_play(qtbot, window)
    wait_for_step(qtbot, window, 1)  # of step 0 there are no gradients
    qtbot.waitUntil(lambda: "saturated" in window.diagnosis.text(), timeout=20_000)
    press_play(qtbot, window)
    qtbot.waitUntil(lambda: not window.session.is_training)
    finding = window.diagnosis.findings()[0]
    click(qtbot, window, "diagnosis.0.why")
    assert find(window, QLabel, "diagnosis.0.evidence").text().startswith(f"At step {finding.step:,}: ")
    assert "Glorot and Bengio 2010" in find(window, QLabel, "diagnosis.0.reason").text()
    assert window.inside.current == "signals"
    assert window.lanes.table.rows.selected == finding.lane == 1
    layer = finding.where.layer
    assert layer in (1, 3)
    assert window.layers.stack.selection.indices() == [layer]
    qtbot.waitUntil(lambda: lit(window) == {layer}, timeout=20_000)
    signals = window.inside.views["signals"]
    assert isinstance(signals, SignalsPanel)
    assert (signals.view.value(), signals.scale.value()) == ("now", "shapes")
    for view, marked in (("weights", {layer // 2}), ("gradients", {layer // 2, "b"})):
        window.inside.choose(view)
        qtbot.waitUntil(lambda expected=marked: lit(window) == expected, timeout=20_000)
    click(qtbot, window, "diagnosis.0.why")
    assert find(window, QLabel, "diagnosis.0.reason").isHidden()
    assert lit(window) == set()
    click(qtbot, window, "diagnosis.0.why")
    assert find(window, QLabel, "diagnosis.0.reason").isVisible()
    qtbot.keyClick(window.focusWidget() or window, Qt.Key.Key_Escape)
    assert find(window, QLabel, "diagnosis.0.reason").isHidden()
    assert lit(window) == set()


def test_a_remedy_brings_a_lane_back_that_has_left(open_window: Open, qtbot: QtBot) -> None:
    linear = [{"kind": "dense", "units": 8}, {"kind": "dense", "units": 10}]
    lanes = [{"name": "a"}, {"name": "b", "set": {"optimizer.learning_rate": 0.01}}]
    window = open_window(layers=linear, optimizer={"kind": "sgd", "learning_rate": 90}, lanes=lanes)
    press_play(qtbot, window)
    qtbot.waitUntil(lambda: "diverged" in window.diagnosis.text(), timeout=20_000)
    assert window.session.is_training, "b goes on"
    before = window.session.experiment
    qtbot.waitUntil(find(window, QPushButton, "diagnosis.0.remedy").isVisible, timeout=60_000)  # once it is tried
    answer(qtbot, window, "diagnosis.0.remedy")
    assert window.session.experiment != before
    assert window.session.is_training
    qtbot.waitUntil(lambda: window.session.snapshot is not None and window.session.snapshot.step > 0, timeout=20_000)


def test_a_rate_changed_after_the_divergence_counts_once_it_starts_again(open_window: Open, qtbot: QtBot) -> None:
    linear = [{"kind": "dense", "units": 8}, {"kind": "dense", "units": 10}]
    window = open_window(layers=linear, optimizer={"kind": "sgd", "learning_rate": 90}, lanes=[{"name": "a"}])
    press_play(qtbot, window)
    qtbot.waitUntil(lambda: "diverged" in window.diagnosis.text(), timeout=20_000)
    qtbot.waitUntil(lambda: not window.session.is_training, timeout=20_000)
    assert window.session.edit("optimizer.learning_rate", 0.1)
    edited_ = window.session.experiment
    remedy = find(window, QPushButton, "diagnosis.0.remedy")
    qtbot.waitUntil(lambda: remedy.text() == "Start again with learning rate 0.1", timeout=60_000)
    evidence = find(window, QLabel, "diagnosis.0.evidence")
    assert "Its learning rate was 90." in evidence.text()
    answer(qtbot, window, "diagnosis.0.remedy")
    qtbot.waitUntil(lambda: "diverged" not in window.diagnosis.text(), timeout=20_000)
    assert window.session.experiment == edited_
    if not window.session.is_training:
        press_play(qtbot, window)
    wait_for_step(qtbot, window, 30)
    assert window.session.snapshot is not None
    assert window.session.snapshot.lanes[0].diverged_at is None
    window.session.undo_stack.undo()
    qtbot.waitUntil(lambda: "diverged" in window.diagnosis.text(), timeout=20_000)


def test_a_healthy_run_is_not_talked_about(open_window: Open, qtbot: QtBot) -> None:
    window = open_window()
    press_play(qtbot, window)
    wait_for_step(qtbot, window, 60)
    press_play(qtbot, window)
    qtbot.waitUntil(lambda: not window.session.is_training)
    assert window.diagnosis.text() == ""
    told = find(window, QLabel, "diagnosis.nothing")
    assert told.isVisible()
    qtbot.waitUntil(lambda: told.text().startswith("Nothing found: the test loss"))  # with the snapshot of the pause
    assert window.diagnosis.property("kind") == "quiet"


def test_looks_take_a_part_of_the_time_only(monkeypatch: pytest.MonkeyPatch) -> None:
    """By a clock that the looks themselves move: each takes 10 ms, everything else between them 1 ms."""
    now = [0.0]
    monkeypatch.setattr("playground.worker.inspection.time.perf_counter", lambda: now[0])
    looks = 0

    def slow(trainer: Trainer, request: InspectionRequest) -> dict[str, int]:
        nonlocal looks
        looks += 1
        now[0] += 0.01
        return dict.fromkeys(request.what, looks)

    monkeypatch.setattr("playground.worker.inspection.look_inside", slow)
    lookout = InspectionScheduler()
    lookout.set_request(InspectionRequest(frozenset({"signals", "weights"})))
    experiment = small()
    trainer = Trainer(experiment, load(experiment.data))
    for _ in range(10_000):
        result = lookout.look(trainer, at_once=False)
        assert result.keys() == {"signals", "weights"}
        now[0] += 0.001
    share = looks * 0.01 / now[0]
    assert LOOKING_SHARE * 0.8 < share < LOOKING_SHARE * 1.1


@pytest.mark.parametrize("page", ["memorized", "mistakes"])
def test_another_page_of_a_view_begins_at_its_top(open_window: Open, qtbot: QtBot, page: str) -> None:
    window = open_window()
    click(qtbot, window, "action.view_predictions")
    view = window.inside.views["predictions"]
    holder = view.parentWidget().parentWidget()
    assert isinstance(holder, QScrollArea)
    view.setMinimumHeight(3000)
    bar = holder.verticalScrollBar()
    qtbot.waitUntil(lambda: bar.maximum() > 0)
    bar.setValue(bar.maximum())
    click(qtbot, window, f"predictions.view.{page}")
    QApplication.processEvents()
    assert bar.value() == 0


def test_rows_that_a_view_of_a_plane_cannot_show_open_another_until_a_person_wants_it(qtbot: QtBot) -> None:
    spiral, digits = (load(small(data={"source": name, "train": 40, "test": 20}).data) for name in ("spiral", "digits"))
    panel = Inside(None, "boundary")
    qtbot.addWidget(panel)
    panel.show_dataset(spiral)
    assert panel.current == "boundary"
    panel.show_dataset(None)
    panel.show_dataset(digits)
    assert panel.current == "predictions"
    panel.choose("boundary")
    panel.show_dataset(digits)
    assert panel.current == "boundary"
