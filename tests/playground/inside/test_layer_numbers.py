"""One numbering of layers, that of the rows of the stack: in the bar, in every view, in the history, on the curves."""

from __future__ import annotations

import re

import pytest
from pytestqt.qtbot import QtBot

from engine.experiment.experiment import Experiment
from playground.curves.happenings import happenings
from playground.inside.dropout.view import DropoutPanel
from playground.inside.signals.view import SignalsPanel
from playground.inside.view import InsidePanel
from playground.inside.weights.gradients_view import GradientsPanel
from playground.inside.weights.penalty_view import PenaltyPanel
from playground.inside.weights.weights_view import WeightsPanel
from playground.layers.rows.row import LayerRow
from playground.shell.main_window import MainWindow
from playground.ui.text.edit_titles import path_title
from tests.playground.conftest import Open
from tests.playground.helpers import small

DENSE = (1, 4, 7)
"""Rows of the dense layers."""


def naive() -> Experiment:
    """Each dense layer but the last has an activation and a dropout behind it; its tanh is saturated from the start."""
    hidden = [
        {"kind": "dense", "units": 100, "initialization": "uniform", "l2": 0.01},
        {"kind": "activation", "function": "tanh"},
        {"kind": "dropout", "rate": 0.1},
    ]
    return small(layers=[*hidden, *hidden, {"kind": "dense", "units": 10, "initialization": "uniform"}])


@pytest.fixture
def window(shared_window: Open) -> MainWindow:
    return shared_window(naive())


def seen(window: MainWindow, qtbot: QtBot, name: str, what: str = "") -> InsidePanel:
    """A view that has looked inside a run of some steps."""
    window.inside.choose(name)
    window.session.run.play(12)
    qtbot.waitUntil(lambda: not window.session.is_training, timeout=20_000)
    wanted = what or name
    qtbot.waitUntil(lambda: wanted in window.session.snapshot.inside, timeout=20_000)
    view = window.inside.views[name]
    qtbot.waitUntil(lambda: view.snapshot is window.session.snapshot, timeout=20_000)
    return view


def rows(window: MainWindow) -> list[LayerRow]:
    return window.layers.findChildren(LayerRow)


def test_the_rows_say_their_number(window: MainWindow) -> None:
    by_number = sorted(rows(window), key=lambda row: row.number)
    assert [row.title() for row in by_number] == [
        f"Layer {number}: {kind}"
        for number, kind in enumerate(["Dense", "Activation", "Dropout"] * 2 + ["Dense"], start=1)
    ]
    first, second = by_number[1].grab().toImage(), by_number[4].grab().toImage()
    assert first != second, "the number is to be seen: nothing else tells these two activations apart"


def test_the_bar_speaks_of_the_row_that_the_view_shows(window: MainWindow, qtbot: QtBot) -> None:
    view = seen(window, qtbot, "signals")
    assert isinstance(view, SignalsPanel)
    qtbot.waitUntil(lambda: "saturated" in window.diagnosis.text(), timeout=20_000)
    (number,) = map(int, re.findall(r"layer (\d+)", window.diagnosis.text()))
    share = re.findall(r"(\d+)%", window.diagnosis.text())[0]
    strips = view.strips.strips
    assert [int(strip.name.split()[0]) for strip in strips] == list(range(1, 8))
    strip = strips[number - 1]
    assert strip.name == f"{number} Tanh"
    assert strip.stuck_word == "saturated"
    assert f"{strip.stuck:.0%}" == f"{share}%"


def test_views_of_dense_layers_have_the_numbers_of_their_rows(window: MainWindow, qtbot: QtBot) -> None:
    names = ("layer 1", "layer 4", "layer 7")
    gradients = seen(window, qtbot, "gradients", "diagnosis")
    assert isinstance(gradients, GradientsPanel)
    assert gradients.plot._shown is not None
    assert gradients.plot._shown.names == names
    gradients.plot.look_at(0)
    assert all(f"{name} " in gradients.plot.accessibleDescription() for name in names)
    weights = seen(window, qtbot, "weights")
    assert isinstance(weights, WeightsPanel)
    assert weights.histograms._spread is not None
    assert weights.histograms._spread.names == names
    penalty = seen(window, qtbot, "penalty")
    assert isinstance(penalty, PenaltyPanel)
    assert all(name in penalty.bars.norms(layer) for layer, name in enumerate(names))
    dropout = seen(window, qtbot, "dropout")
    assert isinstance(dropout, DropoutPanel)
    assert [column.name for column in dropout.net.columns()] == ["Input", "1", "4", "Output"]


def test_history_and_marks_count_rows_too(window: MainWindow, qtbot: QtBot) -> None:
    by_number = {row.number: row for row in rows(window)}
    for number in DENSE:
        row = by_number[number]
        assert path_title(f"layers.{row.index}.l2") == f"Layer {number}: L2 λ"
        assert row.editors["l2"].accessibleName() == f"Layer {number} L2 λ"
    window.session.run.play(5)
    qtbot.waitUntil(lambda: not window.session.is_training, timeout=20_000)
    window._edit("layers.3.l2", 0.5)
    assert window.session.undo_stack.undoText() == "Layer 4: L2 λ"
    qtbot.waitUntil(lambda: bool(window.session.snapshot.history.marks), timeout=20_000)
    assert happenings(window.session.snapshot, window.curves.runs.looks)[-1].text == "Layer 4: L2 λ 0.01 → 0.5"


def test_a_lane_s_own_setting_of_one_layer_says_which() -> None:
    assert path_title("lanes.1.set.layers.3.l2") == "Lane 2, layer 4: L2 λ"
    assert path_title("lanes.1.set.layers.*.l2") == path_title("lanes.1.l2") == "Lane 2: L2 λ"


def test_an_edit_of_the_stack_gives_layers_their_new_numbers(window: MainWindow, qtbot: QtBot) -> None:
    view = seen(window, qtbot, "gradients", "diagnosis")
    assert isinstance(view, GradientsPanel)
    window.session.structure.insert_layer(1, "batch_norm")
    assert view.dense_names() == ("layer 1", "layer 5", "layer 8")
