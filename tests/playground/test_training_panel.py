"""The training form: typed into, chosen from, and shown silently."""

from __future__ import annotations

from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractSpinBox, QApplication, QComboBox, QLabel
from pytestqt.qtbot import QtBot

from engine.edits import edited
from engine.experiment import Experiment
from engine.specs import OPTIMIZERS
from playground.panels.training import TrainingPanel
from playground.widgets.field_edit import Editor
from tests.playground.helpers import find, small, type_into

# Offscreen says so where a tooltip opens.
pytestmark = pytest.mark.qt_log_ignore("^This plugin does not support")

OWN = {
    "sgd": set(),
    "momentum": {"momentum"},
    "nesterov": {"momentum"},
    "adagrad": {"epsilon"},
    "rmsprop": {"rho", "epsilon"},
    "adadelta": {"rho", "epsilon"},
    "adam": {"beta1", "beta2", "epsilon"},
    "nadam": {"beta1", "beta2", "epsilon"},
    "adamw": {"beta1", "beta2", "epsilon", "weight_decay"},
}


def with_optimizer(kind: str, **changes: Any) -> Experiment:
    return small(optimizer={"kind": kind, **changes})


@pytest.fixture
def panel(qtbot: QtBot) -> TrainingPanel:
    panel = TrainingPanel()
    qtbot.addWidget(panel)
    panel.show_experiment(small())
    panel.resize(360, 420)
    with qtbot.waitExposed(panel):
        panel.show()
    panel.activateWindow()
    qtbot.waitUntil(panel.isActiveWindow)
    return panel


@pytest.fixture
def said(panel: TrainingPanel) -> list[tuple[str, object]]:
    """Everything the panel asks for."""
    heard: list[tuple[str, object]] = []
    panel.edited.connect(lambda path, value: heard.append((path, value)))
    return heard


def own_fields(panel: TrainingPanel) -> set[str]:
    """The optimizer's fields that can be found in the panel."""
    names = [child.objectName() for kind in (QAbstractSpinBox, QComboBox) for child in panel.findChildren(kind)]
    shown = {name.removeprefix("optimizer.") for name in names if name.startswith("optimizer.")}
    return shown - {"kind", "learning_rate"}


def from_the_top(panel: TrainingPanel, qtbot: QtBot) -> list[Editor]:
    """The editors in the order in which they stand, once they have got their places."""
    editors = list(panel.editors.values())
    qtbot.waitUntil(lambda: len({editor.y() for editor in editors if editor.isVisible()}) == len(editors))
    return sorted(editors, key=lambda editor: editor.y())


def choose(panel: TrainingPanel, path: str, value: str) -> None:
    """By the arrow keys."""
    combo = find(panel, QComboBox, path)
    combo.setFocus()
    while combo.currentData() != value:
        down = combo.findData(value) > combo.currentIndex()
        QTest.keyClick(combo, Qt.Key.Key_Down if down else Qt.Key.Key_Up)


@pytest.mark.parametrize(
    ("path", "text", "value"),
    [
        ("optimizer.learning_rate", "0.05", 0.05),
        ("optimizer.learning_rate", "1e-3", 0.001),
        ("batch_size", "32", 32),
        ("steps", "500", 500),
        ("seed", "7", 7),
    ],
)
def test_typed_numbers_say_path_and_value(
    panel: TrainingPanel, said: list[tuple[str, object]], qtbot: QtBot, path: str, text: str, value: float
) -> None:
    with qtbot.waitSignal(panel.edited):
        type_into(panel, path, text)
    assert said == [(path, value)]
    assert type(said[0][1]) is type(value)


@pytest.mark.parametrize(
    ("path", "value"),
    [
        ("sampling", "shuffle"),
        ("loss", "mean_squared_error"),
        ("dropout_scaling", "train"),
        ("optimizer.kind", "momentum"),
    ],
)
def test_choices_say_path_and_value(
    panel: TrainingPanel, said: list[tuple[str, object]], path: str, value: str
) -> None:
    choose(panel, path, value)
    assert said == [(path, value)]


@pytest.mark.parametrize("kind", OPTIMIZERS)
def test_an_optimizer_shows_its_own_fields_only(panel: TrainingPanel, qtbot: QtBot, kind: str) -> None:
    for before in ("adamw", "sgd", "adagrad"):
        panel.show_experiment(with_optimizer(before))
        panel.show_experiment(with_optimizer(kind))
        qtbot.waitUntil(lambda: own_fields(panel) == OWN[kind])
        names = [editor.objectName() for editor in from_the_top(panel, qtbot)]
        assert names[:2] == ["optimizer.kind", "optimizer.learning_rate"]
        assert {name.removeprefix("optimizer.") for name in names[2 : 2 + len(OWN[kind])]} == OWN[kind]


def test_the_optimizer_is_chosen_and_its_fields_typed_into(panel: TrainingPanel, qtbot: QtBot) -> None:
    experiment = small()

    def edit(path: str, value: object) -> None:
        nonlocal experiment
        experiment = edited(experiment, path, value)
        panel.show_experiment(experiment)

    panel.edited.connect(edit)
    choose(panel, "optimizer.kind", "adamw")
    assert QApplication.focusWidget() is panel.editors["optimizer.kind"], "the focus stays while rows come and go"
    type_into(panel, "optimizer.beta1", "0.8")
    type_into(panel, "optimizer.weight_decay", "0.1")
    given = {"beta1": 0.8, "weight_decay": 0.1}
    assert experiment == with_optimizer("adamw", **given)
    choose(panel, "optimizer.kind", "adagrad")
    assert find(panel, QAbstractSpinBox, "optimizer.epsilon").text() == "1e-10"


def test_rows_are_made_anew_only_for_another_optimizer(panel: TrainingPanel) -> None:
    before = dict(panel.editors)
    panel.show_experiment(with_optimizer("sgd", learning_rate=0.5))
    assert panel.editors == before
    panel.show_experiment(with_optimizer("momentum"))
    assert {path: editor for path, editor in panel.editors.items() if path in before} == before


def test_showing_is_silent(panel: TrainingPanel, said: list[tuple[str, object]]) -> None:
    for kind in (*OPTIMIZERS, "sgd"):
        changes = {"sampling": "full", "loss": "mean_squared_error", "dropout_scaling": "train", "seed": 9, "steps": 5}
        panel.show_experiment(small(optimizer={"kind": kind, "learning_rate": 0.3}, batch_size=2, **changes))
        panel.show_experiment(small())
    assert said == []


def test_what_is_typed_into_a_field_that_goes_away_is_lost_silently(
    panel: TrainingPanel, said: list[tuple[str, object]], qtbot: QtBot
) -> None:
    panel.show_experiment(with_optimizer("momentum"))
    box = find(panel, QAbstractSpinBox, "optimizer.momentum")
    qtbot.waitUntil(box.isVisible)
    box.setFocus()
    box.selectAll()
    QTest.keyClicks(box, "0.5")
    panel.show_experiment(small())
    qtbot.waitUntil(lambda: own_fields(panel) == set())
    assert said == []


@pytest.mark.parametrize("text", ["0", "-1", "101", "x"])
def test_a_learning_rate_out_of_range_is_not_said(
    panel: TrainingPanel, said: list[tuple[str, object]], text: str
) -> None:
    type_into(panel, "optimizer.learning_rate", text)
    box = find(panel, QAbstractSpinBox, "optimizer.learning_rate")
    QTest.keyClick(box, Qt.Key.Key_Escape)
    assert said == []
    assert box.text() == "0.01"


def test_what_is_refused_is_shown_again(panel: TrainingPanel) -> None:
    panel.edited.connect(lambda path, value: panel.show_experiment(small()))
    type_into(panel, "batch_size", "99")
    assert find(panel, QAbstractSpinBox, "batch_size").text() == "16"


def test_fields_that_lanes_set_are_marked(panel: TrainingPanel) -> None:
    plain, lane = {"name": "a"}, {"name": "fast", "set": {"optimizer.learning_rate": 0.5, "seed": 3}}
    panel.show_experiment(small(lanes=[plain, lane]))
    for path in ("optimizer.learning_rate", "seed"):
        box = find(panel, QAbstractSpinBox, path)
        assert box.font().italic(), path
        assert "fast" in box.toolTip()
    assert not find(panel, QAbstractSpinBox, "batch_size").font().italic()
    panel.show_experiment(small(lanes=[lane]))
    assert "not used" in find(panel, QAbstractSpinBox, "seed").toolTip()
    panel.show_experiment(small())
    for path in ("optimizer.learning_rate", "seed"):
        box = find(panel, QAbstractSpinBox, path)
        assert not box.font().italic(), path
        assert "fast" not in box.toolTip()


def test_what_has_no_effect_is_disabled_and_says_why(panel: TrainingPanel) -> None:
    layers = [{"kind": "dense", "units": 10}]
    panel.show_experiment(small(sampling="full", layers=layers))
    reasons = {"batch_size": "all training rows", "dropout_scaling": "no dropout layer"}
    for path, reason in reasons.items():
        editor = panel.editors[path]
        assert not editor.isEnabled()
        assert reason in editor.toolTip()
    panel.show_experiment(small())
    for path, reason in reasons.items():
        editor = panel.editors[path]
        assert editor.isEnabled()
        assert reason not in editor.toolTip()


def test_editors_are_in_line_and_explain_themselves(panel: TrainingPanel, qtbot: QtBot) -> None:
    panel.show_experiment(with_optimizer("adamw"))
    editors = from_the_top(panel, qtbot)
    qtbot.waitUntil(lambda: len({(editor.x(), editor.width()) for editor in editors}) == 1)  # laid out when shown
    labelled = [label.buddy() for label in panel.findChildren(QLabel)]
    for editor in editors:
        assert editor.accessibleName()
        assert editor.toolTip()
        assert editor.focusPolicy() != Qt.FocusPolicy.NoFocus
        assert editor in labelled


def test_tab_goes_from_top_to_bottom(panel: TrainingPanel, qtbot: QtBot) -> None:
    panel.show_experiment(with_optimizer("adamw"))
    order = from_the_top(panel, qtbot)
    order[0].setFocus()
    for editor in order:
        assert QApplication.focusWidget() is editor
        QTest.keyClick(editor, Qt.Key.Key_Tab)
