"""The bars are what the engine has found, the heaviest column first."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from engine.data import load
from engine.inspectors import InspectionRequest, look_inside
from engine.inspectors.answers.importance import Importance
from engine.train.trainer import Trainer
from playground.inside.columns.view import ColumnsPanel
from tests.playground.helpers import small


@pytest.fixture
def panel(qtbot: QtBot) -> ColumnsPanel:
    panel = ColumnsPanel()
    qtbot.addWidget(panel)
    panel.resize(400, 300)
    panel.show()
    return panel


def show(panel: ColumnsPanel, source: str, **data: object) -> Importance:
    units = 10 if source == "digits" else 2
    experiment = small(
        data={"source": source, "train": 60, "test": 90, **data},
        layers=[{"kind": "dense", "units": 6}, {"kind": "activation"}, {"kind": "dense", "units": units}],
    )
    trainer = Trainer(experiment, load(experiment.data))
    trainer.run(30)
    panel.show_experiment(experiment)
    panel.show_dataset(trainer.dataset)
    found = look_inside(trainer, InspectionRequest(frozenset(["importance"])))["importance"]
    assert isinstance(found, Importance)
    panel.show_snapshot(trainer.snapshot(inside={"importance": found}))
    return found


def test_the_heaviest_column_stands_first(panel: ColumnsPanel) -> None:
    found, bars = show(panel, "gauss"), panel.bars.bars()
    assert [bar.lost for bar in bars] == sorted(found.lost, reverse=True)
    assert {bar.name for bar in bars} == {"x1", "x2"}
    assert bars[0].name == found.names[int(np.argmax(found.lost))]
    assert f"{found.score * 100:.1f}%" in panel.caption.text()
    assert "step 30 · Lane 1 · 90 test rows" in [label.text() for label in panel.header.findChildren(QLabel)]
    assert found.rows == 90


def test_a_key_reads_a_column_off(panel: ColumnsPanel) -> None:
    show(panel, "gauss")
    panel.bars.setFocus()
    QTest.keyClick(panel.bars, Qt.Key.Key_Down)
    assert panel.bars.accessibleDescription() == panel.bars.bars()[0].reading


def test_pictures_have_no_columns_to_tell(panel: ColumnsPanel) -> None:
    show(panel, "digits")
    assert panel.message.isVisible()
    assert "pixel" in panel.message.text()


def test_an_own_formula_leaves_the_columns_to_be_told(panel: ColumnsPanel) -> None:
    show(panel, "gauss", inputs=["x1", "x2", "x1 * x2"])
    assert {bar.name for bar in panel.bars.bars()} == {"x1", "x2"}
    assert not panel.message.isVisible()
    assert "formula" not in panel.caption.text()


def test_where_formulas_have_no_value_the_view_says_that_inputs_are_shuffled(panel: ColumnsPanel) -> None:
    found = show(panel, "gauss", inputs=["x1", "x2", "x1 * x2"])
    inputs = ("x1", "x2", "x1 * x2")
    nothing = np.zeros(3)
    assert panel.snapshot is not None
    told = replace(found, names=inputs, lost=nothing, spread=nothing, of_inputs=True)
    panel.show_snapshot(replace(panel.snapshot, inside={"importance": told}))
    assert {bar.name for bar in panel.bars.bars()} == set(inputs)
    assert "Inputs are shuffled one by one, formulas among them" in panel.caption.text()
