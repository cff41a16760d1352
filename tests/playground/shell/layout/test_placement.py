"""Where the window lies on screens of several sizes, with the frame that the desktop draws around it."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import TypeAlias

import pytest
from PySide6.QtCore import QMargins, QPoint, QRect, QSize
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from playground.shell.app import create_window
from playground.shell.layout.placement import first_place, on_screen
from playground.shell.main_window import MainWindow
from playground.ui.settings import settings
from tests.conftest import only_at_night, thorough
from tests.playground.fork_server import ForkServer
from tests.playground.helpers import small

FRAME = QMargins(1, 20, 1, 5)
"""Openbox's."""
Open: TypeAlias = Callable[[], MainWindow]
Start: TypeAlias = tuple[QRect, QRect, QRect]
"""The room, the window with its frame, and the window without."""


@pytest.fixture
def open_window(qtbot: QtBot) -> Open:
    def make() -> MainWindow:
        window = create_window(small())
        qtbot.addWidget(window)
        with qtbot.waitExposed(window):
            window.show()
        return window

    return make


@pytest.fixture
def starts(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, fork_server: ForkServer) -> Callable[..., list[Start]]:
    """Opens a window so many times on a screen of a size, in a process that remembers what the one before did."""
    folder = tmp_path / "settings"

    def run(width: int, height: int, times: int = 2, scale: int = 1) -> list[Start]:
        screen = {"name": "one", "x": 0, "y": 0, "width": width, "height": height}
        screen |= {"logicalDpi": 96, "logicalBaseDpi": 96, "dpr": 1}
        file = tmp_path / "screens.json"
        file.write_text(json.dumps({"screens": [screen]}))
        monkeypatch.setenv("QT_QPA_PLATFORM", f"offscreen:configfile={file}")
        monkeypatch.setenv("QT_SCALE_FACTOR", str(scale))
        monkeypatch.setenv("XDG_CONFIG_HOME", str(folder))
        done = fork_server.run("tests.playground.window_on_screen", str(times), folder=tmp_path)
        assert done.returncode == 0, done.stderr
        return [tuple(QRect(*place) for place in each) for each in json.loads(done.stdout)]

    return run


@pytest.mark.parametrize(
    ("width", "height", "scale"), [(1280, 720, 1), (1920, 1080, 2), pytest.param(3840, 2160, 2, marks=only_at_night)]
)
def test_the_second_start_is_as_the_first_and_all_of_it_is_on_the_screen(
    starts: Callable[..., list[Start]], width: int, height: int, scale: int
) -> None:
    (room, framed, place), second = starts(width, height, scale=scale)
    assert framed != place, "this platform draws frames"
    assert room.contains(framed)
    assert room.size() == QSize(width, height) / scale
    assert second == (room, framed, place)
    if room.width() == 1280:
        assert framed == room, "there is nothing to give away"


def test_a_larger_screen_that_is_gone_leaves_the_window_on_the_one_there_is(
    starts: Callable[..., list[Start]],
) -> None:
    ((_, large, _),) = starts(2560, 1440, times=1)
    ((room, framed, _),) = starts(1280, 720, times=1)
    assert large.width() > 2000
    assert room.contains(framed)


@pytest.mark.parametrize(
    ("room", "size"),
    [
        ((1280, 720), (1278, 695)),
        ((1366, 768), (1280, 720)),
        ((1920, 1080), (1536, 864)),
        ((3840, 2160), (3072, 1728)),
        ((1024, 600), (1022, 575)),
    ],
)
def test_the_first_window_has_a_share_of_the_screen(room: tuple[int, int], size: tuple[int, int]) -> None:
    screen = QRect(QPoint(100, 30), QSize(*room))
    place = first_place(screen, FRAME)
    assert place.size() == QSize(*size)
    framed = place.marginsAdded(FRAME)
    assert screen.contains(framed)
    middle = framed.center() - screen.center()
    assert max(abs(middle.x()), abs(middle.y())) <= 1


def test_a_window_never_lies_off_the_screen(qtbot: QtBot) -> None:
    room = QGuiApplication.primaryScreen().availableGeometry()
    for place in (QRect(-5000, -5000, 800, 600), QRect(90_000, 40, 800, 600), QRect(0, 0, 90_000, 90_000)):
        assert room.contains(on_screen(place))
    inside = QRect(room.left() + 10, room.top() + 10, 200, 100)
    assert on_screen(inside) == inside


def test_a_maximized_window_comes_back_maximized_and_knows_its_other_size(open_window: Open, qtbot: QtBot) -> None:
    first = open_window()
    first.setGeometry(10, 40, 1000, 640)
    first.showMaximized()
    qtbot.waitUntil(first.isMaximized)
    first.close()
    assert settings().value("window/place") == QRect(10, 40, 1000, 640)
    assert open_window().isMaximized()


@pytest.mark.parametrize("value", thorough(["nonsense", 7, QRect(), QRect(0, 0, -5, 3)], by_day=["nonsense"]))
def test_what_cannot_be_a_place_is_ignored(open_window: Open, value: object) -> None:
    for key in ("window/place", "window/frame", "window/maximized"):
        settings().setValue(key, value)
    assert open_window().size() == QSize(1280, 720)
