"""High contrast is put on, remembered, and taken off again."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QObject

from playground.shell.appearance import Appearance
from playground.ui.look import theme
from playground.ui.settings import settings


@pytest.fixture
def appearance(qapp: object) -> Iterator[Appearance]:
    """Without a window, which has its panels made anew by it."""
    holder = QObject()
    yield Appearance(holder)
    theme.apply("light")


def test_high_contrast_is_put_on_remembered_and_taken_off(appearance: Appearance) -> None:
    theme.apply("dark")
    changes = []
    appearance.changed.connect(lambda: changes.append(theme.current().name))
    appearance.switch_theme()
    before = theme.current().name
    appearance.switch_contrast()
    assert theme.current().name == "contrast"
    assert settings().value("theme") == "contrast"
    assert theme.named(settings().value("theme")) == "contrast"
    appearance.switch_contrast()
    assert theme.current().name == before
    theme.apply("contrast")
    appearance.switch_theme()
    assert theme.current().name == "dark"
    assert changes == [before, "contrast", before, "contrast", "dark"]
    assert theme.named("nonsense") == "system"
