"""High contrast is put on, remembered, and taken off again."""

from __future__ import annotations

from pytestqt.qtbot import QtBot

from playground.shell.app import create_window
from playground.ui.look import theme
from playground.ui.settings import settings
from tests.playground.helpers import small


def test_high_contrast_is_put_on_remembered_and_taken_off(qtbot: QtBot) -> None:
    theme.apply("dark")
    window = create_window(small())
    qtbot.addWidget(window)
    window.actions_by_name["theme"].trigger()
    before = theme.current().name
    action = window.actions_by_name["contrast"]
    assert action.text() == "High contrast"
    action.trigger()
    assert theme.current().name == "contrast"
    assert action.text() == "Normal contrast"
    assert settings().value("theme") == "contrast"
    assert theme.named(settings().value("theme")) == "contrast"
    action.trigger()
    assert theme.current().name == before
    theme.apply("contrast")
    window.actions_by_name["theme"].trigger()
    assert theme.current().name == "dark"
    assert theme.named("nonsense") == "system"
    theme.apply("light")
