"""At 1280x720 no text of the window is cut, in any preset and in both languages, whatever else there is to tell."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from engine.store.presets import load_preset, names_at_hand
from playground.shell.app import create_window
from playground.shell.main_window import MainWindow
from playground.ui.settings import settings
from playground.ui.text import i18n
from tests.conftest import only_at_night, thorough, thorough_product
from tests.playground.shell.layout.cut_texts import cut_texts

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
BY_DAY = ("first-look", "reference", "dense-or-conv", "regression")
AT_NIGHT = tuple(name for name in names_at_hand() if name not in BY_DAY)

UNDER_A_FRAME = (1280, 693)
"""What is left of a screen of 1280x720."""
NOTICE = "The program was cut off: this is your work as it was at 14:32; older work is kept, too (2). "


@pytest.fixture
def language(request: pytest.FixtureRequest) -> Iterator[str]:
    settings().setValue("language", request.param)
    yield request.param
    settings().remove("language")
    i18n.set_language("en")


def opened(qtbot: QtBot, preset: str, size: tuple[int, int] = (1280, 720)) -> MainWindow:
    window = create_window(load_preset(preset), preset=preset)
    qtbot.addWidget(window)
    window.resize(*size)
    with qtbot.waitExposed(window):
        window.show()
    window.resize(*size)
    qtbot.waitUntil(lambda: window.session.snapshot is not None, timeout=60_000)
    window.session.run.play(30)
    qtbot.waitUntil(lambda: not window.session.is_training, timeout=60_000)
    return window


@pytest.mark.parametrize(("preset", "language"), thorough_product(BY_DAY, ("en", "ko")), indirect=["language"])
def test_nothing_is_cut(qtbot: QtBot, preset: str, language: str) -> None:
    window = opened(qtbot, preset)
    assert cut_texts(window) == []
    window.close()


@pytest.mark.parametrize("language", thorough(["en", "ko"], by_day=["ko"]), indirect=True)
def test_nothing_is_cut_or_squeezed_by_what_the_window_tells(qtbot: QtBot, language: str) -> None:
    window = opened(qtbot, "first-look", UNDER_A_FRAME)

    def look() -> tuple[list[str], int, int]:
        """What is cut, and how high the curves and the drawing are."""
        return cut_texts(window), window.curves.loss.height(), window.network.drawing.height()

    _, plot, drawing = before = look()
    assert before[0] == []
    assert plot >= 110
    assert drawing >= 110
    window.offer_first_steps()
    qtbot.waitUntil(lambda: any(steps.isVisible() for steps in window.findChildren(QWidget, "next_steps")))
    qtbot.waitUntil(lambda: look() == before)
    window.recovery_bar.show_notice("info", NOTICE, ("Start fresh", ""), ("Older work", ""))
    qtbot.waitUntil(lambda: look() == before)
    window.message.show_message("warning", NOTICE * 4, action="Undo")
    qtbot.waitUntil(lambda: look() == before)
    window.message.more_button.click()
    qtbot.waitUntil(lambda: window.message.height() > 40)
    qtbot.waitUntil(lambda: look() == before)
    window.network.header.step_button.click()
    qtbot.waitUntil(lambda: bool(window.network.drawing.figures))
    assert cut_texts(window) == []
    window.close()


@only_at_night
@pytest.mark.parametrize("size", [(1366, 741), (1920, 1053), (3840, 2133)])
@pytest.mark.parametrize("language", ["en", "ko"], indirect=True)
def test_nothing_is_cut_in_larger_windows(qtbot: QtBot, size: tuple[int, int], language: str) -> None:
    window = opened(qtbot, "initializations", size)
    assert cut_texts(window) == []
    window.close()


@only_at_night
@pytest.mark.parametrize("language", ["en", "ko"], indirect=True)
@pytest.mark.parametrize("preset", AT_NIGHT)
def test_nothing_is_cut_in_any_preset(qtbot: QtBot, preset: str, language: str) -> None:
    window = opened(qtbot, preset)
    assert cut_texts(window) == []
    window.close()


def test_what_is_cut_is_found(qtbot: QtBot) -> None:
    holder = QWidget()
    qtbot.addWidget(holder)
    label, wrapped, button = (
        QLabel("a long text", holder),
        QLabel("a long text " * 9, holder),
        QPushButton("OK", holder),
    )
    wrapped.setWordWrap(True)
    label.setGeometry(0, 0, 20, 20)
    wrapped.setGeometry(0, 20, 100, 20)
    button.setGeometry(0, 60, 120, 30)
    holder.resize(200, 100)
    with qtbot.waitExposed(holder):
        holder.show()
    assert [text.partition(":")[0] for text in cut_texts(holder)] == ["QLabel", "QLabel"]
