"""Each preset says which view, lane and mode tell its story, and opening it opens them."""

from __future__ import annotations

from PySide6.QtWidgets import QAbstractButton
from pytestqt.qtbot import QtBot

from engine.store.presets import FIRST_PRESET, load_preset, preset_names
from playground.inside.views import VIEWS
from playground.shell.app import create_window
from playground.shell.start.stories import stories
from tests.playground.helpers import find, small


def test_every_preset_has_a_story_of_a_view_and_a_lane_that_there_are() -> None:
    assert set(stories()) == set(preset_names())
    for name, story in stories().items():
        assert story.view in VIEWS
        assert story.lane in [lane.name for lane in load_preset(name).lanes]


def test_every_mode_is_a_button_of_the_view(qtbot: QtBot) -> None:
    window = create_window(small())
    qtbot.addWidget(window)
    for story in stories().values():
        window.inside.choose(story.view)
        for choice, value in story.modes.items():
            assert find(window.inside.views[story.view], QAbstractButton, f"{choice}.{value}").isCheckable()
    window.close()


def test_opening_a_preset_opens_its_story(qtbot: QtBot) -> None:
    window = create_window(small())
    qtbot.addWidget(window)
    for name in ("initializations", "too-much-dropout"):
        window.inside.choose("weights")
        window.files.open_preset(name)
        story = stories()[name]
        assert window.inside.current == story.view
        assert window.session.experiment.lanes[window.lanes.table.rows.selected].name == story.lane
        for choice, value in story.modes.items():
            assert find(window, QAbstractButton, f"{choice}.{value}").isChecked()
    window.close()


def test_what_a_preset_shows_is_told_when_it_is_opened_and_again_when_asked_for(qtbot: QtBot) -> None:
    window = create_window(small())
    qtbot.addWidget(window)
    assert not window.actions_by_name["story"].isEnabled()
    window.files.open_preset("too-much-dropout")
    assert window.message.text().startswith("With four of five units off")
    assert window.session.edit("steps", 50)
    assert not window.message.isHidden(), "it is the same document"
    window.message.close_message()
    window.actions_by_name["story"].trigger()
    assert window.message.text().startswith("With four of five units off")
    window.files.new()
    assert window.message.isHidden()
    window.close()


def test_a_window_on_a_preset_begins_with_its_view_alone(qtbot: QtBot) -> None:
    """No other view is made before the first paint."""
    window = create_window(load_preset(FIRST_PRESET), preset=FIRST_PRESET)
    qtbot.addWidget(window)
    assert list(window.inside.views) == [stories()[FIRST_PRESET].view]
    window.close()
