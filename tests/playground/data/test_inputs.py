"""The switches of the inputs and the line for a formula: clicked, typed, taken back, and followed into the network."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QSignalSpy, QTest
from PySide6.QtWidgets import QLabel, QLineEdit, QToolButton, QWidget
from pytestqt.qtbot import QtBot

from engine.data import load
from engine.data.formulas import Inputs
from engine.data.formulas.inputs import USUAL
from playground.data.input_pictures import levels
from playground.data.panel import DataPanel
from playground.shell.main_window import MainWindow
from tests.playground.conftest import Open, OpenDesk
from tests.playground.data_desk import DataDesk
from tests.playground.helpers import click, csv_of_flowers, find, small

NAMES = [f"data.inputs.{formula.replace(' ', '_')}" for formula in USUAL]


@pytest.fixture(scope="module")
def kept(keep: Callable[[QWidget], None]) -> DataPanel:
    panel = DataPanel()
    keep(panel)
    panel.resize(400, 600)
    return panel


@pytest.fixture
def panel(kept: DataPanel, qtbot: QtBot) -> DataPanel:
    """The same for all tests, with nothing typed."""
    with qtbot.waitExposed(kept):
        kept.show()
    show(kept)
    find(kept, QLineEdit, "data.inputs.formula").clear()
    return kept


@pytest.fixture
def desk(shared_desk: OpenDesk) -> DataDesk:
    return shared_desk(small())


@pytest.fixture
def window(shared_window: Open) -> MainWindow:
    window = shared_window(small())
    window.panels.folds.fold("data", False)
    return window


def show(panel: DataPanel, **data: Any) -> None:
    layers = [{"kind": "dense", "units": 2}]
    experiment = small(data={"source": "circle", "train": 30, "test": 20, **data}, layers=layers)
    panel.show_dataset(load(experiment.data))
    panel.show_experiment(experiment)


def are_on(panel: QWidget) -> list[str]:
    return [formula for formula, name in zip(USUAL, NAMES, strict=True) if find(panel, QToolButton, name).isChecked()]


def own(panel: DataPanel) -> list[str]:
    """Formulas that stand in lines of their own."""
    buttons = panel.given.switches.findChildren(QToolButton)
    names = [button.objectName() for button in buttons]
    return [name.removeprefix("data.inputs.remove.") for name in names if ".remove." in name]


def problem(panel: DataPanel) -> str:
    label = find(panel, QLabel, "data.inputs.problem")
    return label.text() if label.isVisible() else ""


def test_every_switch_explains_itself(panel: DataPanel) -> None:
    for name in [*NAMES, "data.inputs.formula"]:
        control = find(panel, QWidget, name)
        assert control.toolTip(), name
        assert control.accessibleName(), name
        assert control.focusPolicy() & Qt.FocusPolicy.TabFocus, name


def test_the_features_themselves_are_on_where_nothing_is_said(panel: DataPanel) -> None:
    assert are_on(panel) == ["x1", "x2"]
    show(panel, inputs=["x2*x1", "sin(x1)", "x1^2", "x1 + 1"])
    assert are_on(panel) == ["x1^2", "sin x1"], "x2*x1 is written in another way, and shown as it is"
    assert own(panel) == ["x2*x1", "x1 + 1"]


@pytest.mark.parametrize(
    ("before", "switch", "after"),
    [
        ([], "x1*x2", ["x1", "x2", "x1*x2"]),
        (["x1", "x2", "x1*x2"], "x1*x2", []),
        ([], "x1", ["x2"]),
        (["x1*x2", "exp(x1)"], "x1", ["x1", "x1*x2", "exp(x1)"]),
        (["sin(x1)", "x1"], "sin x1", ["x1"]),
    ],
)
def test_a_click_switches_an_input(
    panel: DataPanel, qtbot: QtBot, before: list[str], switch: str, after: list[str]
) -> None:
    show(panel, inputs=before)
    with qtbot.waitSignal(panel.edited) as edit:
        click(qtbot, panel, f"data.inputs.{switch.replace(' ', '_')}")
    assert edit.args == ["data.inputs", after]


def test_the_space_bar_switches_too(panel: DataPanel, qtbot: QtBot) -> None:
    switch = find(panel, QToolButton, "data.inputs.x2^2")
    switch.setFocus()
    with qtbot.waitSignal(panel.edited) as edit:
        QTest.keyClick(switch, Qt.Key.Key_Space)
    assert edit.args == ["data.inputs", ["x1", "x2", "x2^2"]]


def test_the_last_input_stays(panel: DataPanel, qtbot: QtBot) -> None:
    show(panel, inputs=["x1"])
    edits = QSignalSpy(panel.edited)
    click(qtbot, panel, "data.inputs.x1")
    assert edits.count() == 0
    assert are_on(panel) == ["x1"]
    assert "at least one input" in problem(panel)


def test_a_formula_is_typed_and_taken_away(panel: DataPanel, qtbot: QtBot) -> None:
    line = find(panel, QLineEdit, "data.inputs.formula")
    QTest.keyClicks(line, " x1^2 + x2^2 ")
    with qtbot.waitSignal(panel.edited) as edit:
        QTest.keyClick(line, Qt.Key.Key_Return)
    assert edit.args == ["data.inputs", ["x1", "x2", "x1^2 + x2^2"]]
    show(panel, inputs=edit.args[1])
    assert own(panel) == ["x1^2 + x2^2"]
    assert line.text() == ""
    with qtbot.waitSignal(panel.edited) as edit:
        click(qtbot, panel, "data.inputs.remove.x1^2 + x2^2")
    assert edit.args == ["data.inputs", []]


def test_a_mistake_is_told_below_the_line_with_the_cursor_at_its_place(panel: DataPanel) -> None:
    line, edits = find(panel, QLineEdit, "data.inputs.formula"), QSignalSpy(panel.edited)
    for typed, says, cursor in [
        ("x1 +* 2", "before * a number", 4),
        ("x3", "there is no column x3; there are x1, x2", 0),
        ("sin(x1", "this ( is never closed", 3),
        ("x1*1", "", None),
    ]:
        line.clear()
        QTest.keyClicks(line, typed)
        assert problem(panel) == "", "typing on takes the sentence away"
        QTest.keyClick(line, Qt.Key.Key_Return)
        assert says in problem(panel)
        assert line.text() == typed
        if cursor is not None:
            assert line.cursorPosition() == cursor
    assert edits.count() == 1, "only the last one could be read"
    line.clear()
    QTest.keyClicks(line, "X2")
    QTest.keyClick(line, Qt.Key.Key_Return)
    assert problem(panel) == "X2 is there already."


def test_they_are_there_for_two_features_alone(panel: DataPanel, tmp_path: Any) -> None:
    assert panel.given.switches.isVisible()
    panel.show_dataset(load(small().data))
    assert not panel.given.switches.isVisible()
    path = csv_of_flowers(tmp_path)
    show(panel, source=str(path))
    assert panel.given.switches.isVisible()
    tip = find(panel, QToolButton, "data.inputs.x1").toolTip()
    names = load(small(data={"source": str(path), "train": 30, "test": 20}).data).feature_names
    assert f"x₁ is {names[0]}, x₂ is {names[1]}." in tip


def test_pictures_show_the_sign_and_the_size_of_a_formula() -> None:
    def seen(formula: str) -> np.ndarray:
        return levels(Inputs.read([formula], ("x1", "x2")).trees[0], (-6, 6), (-6, 6)).astype(int)

    assert (np.diff(seen("x1")[0]) > 0).all(), "it grows to the right"
    assert (np.diff(seen("x2")[:, 0]) < 0).all(), "and upwards"
    product = seen("x1*x2")
    assert product[0, -1] > 250 > 6 > product[0, 0], "above zero on the upper right, below on the upper left"
    assert (seen("x1^2") >= 128).all()
    assert (seen("log(x1 - 100)") == 128).all(), "nothing where there is no value"
    assert (seen("-3") == 1).all()


def test_inputs_go_into_the_network_and_back(window: MainWindow, qtbot: QtBot) -> None:
    session = window.session
    session.edit("data.source", "xor")
    click(qtbot, window, "data.inputs.x1*x2")
    assert session.experiment.data.inputs == ("x1", "x2", "x1*x2")
    assert session.dataset is not None
    assert session.dataset.n_features == 3
    assert window.layers.stack.input.text() == "x1, x2, x1*x2"
    session.undo_stack.undo()
    assert session.experiment.data.inputs == ()
    assert are_on(window) == ["x1", "x2"]
    session.undo_stack.redo()
    assert are_on(window) == ["x1", "x2", "x1*x2"]
    session.edit("data.source", "digits")
    assert session.experiment.data.inputs == (), "digits have no x1"
    session.undo_stack.undo()
    assert session.experiment.data.inputs == ("x1", "x2", "x1*x2")


def test_a_formula_without_a_value_for_some_row_is_refused_and_stays_typed(desk: DataDesk, qtbot: QtBot) -> None:
    desk.session.edit("data.source", "xor")
    line = find(desk, QLineEdit, "data.inputs.formula")
    QTest.keyClicks(line, "log(x1)")
    with qtbot.waitSignal(desk.session.failed):
        QTest.keyClick(line, Qt.Key.Key_Return)
    assert desk.session.experiment.data.inputs == ()
    assert line.text() == "log(x1)"
    assert "has no value where x1 = " in desk.data.message.text()
