"""Inputs of one's own, over the columns of any table."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from engine.data import load
from engine.data.formulas import quoted
from engine.data.spec import DataSpec
from playground.data.formulas import OwnFormulas
from tests.playground.conftest import OpenDesk
from tests.playground.helpers import click, find, small


def table(folder: Path) -> Path:
    rows = [
        f"{place % 9 / 2},{place % 7 / 3},{('red', 'blue')[place % 2]},{place % 5},{place % 3}" for place in range(90)
    ]
    path = folder / "pieces.csv"
    path.write_text("\n".join(["width,net weight (kg),colour,parts,label", *rows]))
    return path


@pytest.mark.parametrize("name", ["e`f", "x" * 300, "{g}", "a.b", "sin", "pi", "2nd"])
def test_columns_of_any_name(qtbot: QtBot, tmp_path: Path, name: str) -> None:
    """Formulas are offered where every column can be named in one; else there are none, and all the rest is there."""
    path = tmp_path / "named.csv"
    path.write_text("\n".join([f"{name},b,c,label", *(f"{i / 3},{i % 7 / 2},{i % 5 / 2},{i % 2}" for i in range(60))]))
    dataset = load(DataSpec(source=str(path), train=30, test=10))
    formulas = OwnFormulas()
    qtbot.addWidget(formulas)
    assert formulas.is_for(dataset) is (name not in ("e`f", "x" * 300))
    if formulas.is_for(dataset):
        formulas.show_inputs(dataset)
        formulas.line.setText(f"{quoted(name)} * b")
        with qtbot.waitSignal(formulas.chosen) as chosen:
            formulas.line.returnPressed.emit()
        assert chosen.args == [[quoted(name), "b", "c", f"{quoted(name)} * b"]]


@pytest.mark.parametrize(
    ("formula", "words"),
    [
        (
            "price * 2",
            "place 1: price is the label, which the network is to tell without being given it; there",
        ),
        ("area + PRICE", "place 8: PRICE is the label"),
        ("town * area", "place 1: town is a category, of which each value is a column; there are area, `town = Busan`"),
        ("area * code", "place 8: code is ignored, so a formula cannot use it"),
        ("area * zoo", "place 8: there is no column zoo"),
    ],
)
def test_what_no_formula_can_use_is_called_by_what_it_is(
    qtbot: QtBot, tmp_path: Path, formula: str, words: str
) -> None:
    """There is a column of that name, so nobody is told that there is none."""
    path = tmp_path / "houses.csv"
    towns = ("Busan", "Daegu", "Seoul")
    rows = [f"h{i}x,{i % 17},{towns[i % 3]},{i * 13 % 29 + 0.5}" for i in range(60)]
    path.write_text("\n".join(["code,area,town,price", *rows]))
    spec = DataSpec(source=str(path), label="price", task="numbers", train=30, test=10)
    formulas = OwnFormulas()
    qtbot.addWidget(formulas)
    formulas.show_inputs(load(spec))
    formulas.line.setText(formula)
    formulas.line.returnPressed.emit()
    assert words in formulas.problem.text()


def test_a_formula_over_columns_is_one_more_input(shared_desk: OpenDesk, qtbot: QtBot, tmp_path: Path) -> None:
    desk = shared_desk(small())
    session = desk.session
    with qtbot.waitSignal(session.dataset_changed):
        session.edit("data.source", str(table(tmp_path)))
    assert session.dataset is not None
    features = session.dataset.feature_names
    line = find(desk, QLineEdit, "data.formulas.add")
    assert line.placeholderText() == "Add a formula, such as width * parts"
    line.setFocus()
    QTest.keyClicks(line, "width * weight")
    QTest.keyClick(line, Qt.Key.Key_Return)
    assert "there is no column weight" in desk.data.given.formulas.problem.text()
    line.clear()
    QTest.keyClicks(line, "width * net weight (kg)")
    QTest.keyClick(line, Qt.Key.Key_Return)
    assert "place 9: net weight (kg) has blanks or other signs" in desk.data.given.formulas.problem.text()
    line.clear()
    QTest.keyClicks(line, "width * `net weight (kg)`")
    with qtbot.waitSignal(session.dataset_changed):
        QTest.keyClick(line, Qt.Key.Key_Return)
    assert session.experiment.data.inputs == (*map(quoted, features), "width * `net weight (kg)`")
    dataset = session.dataset
    assert dataset is not None
    assert dataset.n_features == len(features) + 1
    assert dataset.feature_names == (*features, "width * `net weight (kg)`"), "columns by their own names"
    raw = dataset.unscaled(dataset.train_x)
    np.testing.assert_allclose(raw[:, -1], raw[:, 0] * raw[:, 1], atol=1e-5)
    with qtbot.waitSignal(session.dataset_changed):
        click(qtbot, desk, "data.formulas.remove.width * `net weight (kg)`")
    assert session.experiment.data.inputs == ()
    assert session.dataset is not None
    assert session.dataset.feature_names == features
    session.edit("data.source", "digits")
    qtbot.waitUntil(lambda: not desk.data.given.formulas.isVisible())
