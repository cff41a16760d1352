"""The settings of augmentation: clicked and typed, undone, told in a line, and what they make of a row."""

from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QLabel, QSpinBox
from pytestqt.qtbot import QtBot

from engine.data import load
from engine.data.augmentation.pictures import picture_rows
from engine.data.augmentation.spec import AugmentationSpec
from engine.experiment.lanes.lane_edits import add_lane
from engine.train.stepping.augmenter import Augmenter
from playground.data.augmentation import VERSIONS, AugmentationSection, versions
from playground.shell.main_window import MainWindow
from playground.ui.fields.numbers.number_edit import IntegerEdit
from playground.ui.painting.row_pictures import RowPictures
from tests.playground.conftest import Open
from tests.playground.helpers import click, find, small


@pytest.fixture
def window(qtbot: QtBot, shared_window: Open) -> MainWindow:
    window = shared_window(small())
    click(qtbot, window, "data.augmentation.open")
    return window


def test_it_is_set_while_it_trains_and_undone(qtbot: QtBot, window: MainWindow) -> None:
    session = window.session
    session.run.play()
    qtbot.waitUntil(lambda: session.snapshot is not None and session.snapshot.step > 3)
    assert session.snapshot is not None
    run = session.snapshot.run
    find(window, QCheckBox, "data.augmentation.flip").click()
    edit = find(window, IntegerEdit, "data.augmentation.shift")
    edit.setFocus()
    edit.selectAll()
    qtbot.keyClicks(edit, "2")
    qtbot.keyClick(edit, Qt.Key.Key_Return)
    assert session.experiment.data.augmentation == AugmentationSpec(shift=2, flip=True)
    assert find(window, QLabel, "data.augmentation.note").text() == "Shift 2, Mirror"

    def marked() -> set[str]:
        assert session.snapshot is not None
        return {mark.path for mark in session.snapshot.history.marks}

    qtbot.waitUntil(lambda: marked() >= {"data.augmentation.shift"})
    assert session.snapshot.run == run, "the run goes on"
    session.undo_stack.undo()
    session.undo_stack.undo()
    assert not session.experiment.data.augmentation.is_on
    assert find(window, QLabel, "data.augmentation.note").text() == "off"


def test_other_rows_that_are_no_pictures_are_learned_as_they_are(window: MainWindow) -> None:
    window.session.edit("data.augmentation.shift", 1)
    assert window.session.edit("data.source", "circle")
    assert not window.session.experiment.data.augmentation.is_on
    assert not find(window, AugmentationSection, "data.augmentation").isVisible()
    failed = []
    window.session.failed.connect(failed.append)
    assert not window.session.edit("data.augmentation.shift", 1)
    assert "only pictures" in str(failed[0])


def test_the_row_is_seen_as_it_is_and_as_steps_may_see_it(window: MainWindow) -> None:
    dataset = load(small().data)
    rows = picture_rows(dataset)
    assert rows is not None
    still = versions(dataset.train_x[3], AugmentationSpec(), rows, 0, 8)
    assert (still == dataset.train_x[3]).all()
    seen = versions(dataset.train_x[3], AugmentationSpec(shift=1), rows, 0, 8)
    np.testing.assert_array_equal(seen[0], dataset.train_x[3])
    assert len({version.tobytes() for version in seen}) > 3
    batch = Augmenter(AugmentationSpec(shift=1), rows, [0], 8).versions(dataset.train_x, np.array([[3, *range(7)]]), 2)
    np.testing.assert_array_equal(seen[3], batch[0, 0])
    pictures = find(window, RowPictures, "data.augmentation.pictures")
    before = pictures.grab().toImage()
    window.session.edit("data.augmentation.shift", 2)
    assert pictures.count() == VERSIONS
    moved = pictures.grab().toImage()
    assert moved != before
    find(window, QSpinBox, "data.augmentation.row").setValue(7)
    assert pictures.grab().toImage() != moved


def test_lanes_that_differ_in_it_are_told(window: MainWindow) -> None:
    session = window.session
    session.change(add_lane, "Add a lane")
    session.edit("lanes.0.set.data.augmentation.shift", 1)
    assert find(window, QLabel, "data.augmentation.note").text() == "off; lanes differ in it"
