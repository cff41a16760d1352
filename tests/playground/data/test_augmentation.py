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
from playground.ui.fields.numbers.number_edit import IntegerEdit
from playground.ui.painting.row_pictures import RowPictures
from tests.playground.conftest import OpenDesk
from tests.playground.data_desk import DataDesk
from tests.playground.helpers import click, find, small


@pytest.fixture
def desk(qtbot: QtBot, shared_desk: OpenDesk) -> DataDesk:
    desk = shared_desk(small())
    click(qtbot, desk, "data.augmentation.open")
    return desk


def test_it_is_set_while_it_trains_and_undone(qtbot: QtBot, desk: DataDesk) -> None:
    session = desk.session
    session.run.play()
    qtbot.waitUntil(lambda: session.snapshot is not None and session.snapshot.step > 3)
    assert session.snapshot is not None
    run = session.snapshot.run
    find(desk, QCheckBox, "data.augmentation.flip").click()
    edit = find(desk, IntegerEdit, "data.augmentation.shift")
    edit.setFocus()
    edit.selectAll()
    qtbot.keyClicks(edit, "2")
    qtbot.keyClick(edit, Qt.Key.Key_Return)
    assert session.experiment.data.augmentation == AugmentationSpec(shift=2, flip=True)
    assert find(desk, QLabel, "data.augmentation.note").text() == "Shift 2, Mirror"

    def marked() -> set[str]:
        assert session.snapshot is not None
        return {mark.path for mark in session.snapshot.history.marks}

    qtbot.waitUntil(lambda: marked() >= {"data.augmentation.shift"})
    assert session.snapshot.run == run, "the run goes on"
    session.undo_stack.undo()
    session.undo_stack.undo()
    assert not session.experiment.data.augmentation.is_on
    assert find(desk, QLabel, "data.augmentation.note").text() == "off"


def test_other_rows_that_are_no_pictures_are_learned_as_they_are(desk: DataDesk) -> None:
    desk.session.edit("data.augmentation.shift", 1)
    assert desk.session.edit("data.source", "circle")
    assert not desk.session.experiment.data.augmentation.is_on
    assert not find(desk, AugmentationSection, "data.augmentation").isVisible()
    failed = []
    desk.session.failed.connect(failed.append)
    assert not desk.session.edit("data.augmentation.shift", 1)
    assert "only pictures" in str(failed[0])


def test_the_row_is_seen_as_it_is_and_as_steps_may_see_it(desk: DataDesk) -> None:
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
    pictures = find(desk, RowPictures, "data.augmentation.pictures")
    before = pictures.grab().toImage()
    desk.session.edit("data.augmentation.shift", 2)
    assert pictures.count() == VERSIONS
    moved = pictures.grab().toImage()
    assert moved != before
    find(desk, QSpinBox, "data.augmentation.row").setValue(7)
    assert pictures.grab().toImage() != moved


def test_lanes_that_differ_in_it_are_told(desk: DataDesk) -> None:
    session = desk.session
    session.change(add_lane, "Add a lane")
    session.edit("lanes.0.set.data.augmentation.shift", 1)
    assert find(desk, QLabel, "data.augmentation.note").text() == "off; lanes differ in it"
