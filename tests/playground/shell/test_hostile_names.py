"""Names from outside - of files, columns, classes, lanes - are shown as what they are: no markup, no codes."""

from __future__ import annotations

from collections.abc import Iterator
from html import unescape
from pathlib import Path

import pytest
from PySide6.QtCore import QAbstractItemModel, QAbstractListModel, QBuffer, QModelIndex, Qt
from PySide6.QtGui import QAction
from PySide6.QtSvg import QSvgGenerator
from PySide6.QtWidgets import QAbstractButton, QAbstractItemView, QComboBox, QLabel, QLineEdit, QMenu, QWidget
from pytestqt.qtbot import QtBot

from engine.visible import visible
from playground.inside.boundary.legend import ClassLegend
from playground.inside.views import VIEWS
from playground.shell.main_window import MainWindow
from tests.playground.conftest import Open
from tests.playground.helpers import press_play, small, wait_for_step

MARKUP = "<b>bold</b><img src=x>"
CODES = "\x1b[2J\u202e\u2066\x07\x9b31m"
OBEYED = {code for code in CODES if not code.isprintable()}


def hostile(what: str) -> str:
    return f"{MARKUP}{what}{CODES}"


def test_what_a_screen_obeys_is_shown_as_a_code() -> None:
    assert visible(hostile("x")) == MARKUP + r"x\x1b[2J\u202e\u2066\x07\x9b31m"
    for text in ("λ → µ ½", "한국어 ✓", "\u200dfamily \U0001f468\u200d\U0001f469\u200d\U0001f467", "नमस्\u200dते"):
        assert visible(text) == text
    assert visible("a\nb\tc") == r"a\nb\tc"
    assert visible("a\nb", keep="\n") == "a\nb"
    assert visible("\ud800\u2028") == r"\ud800\u2028"


@pytest.fixture
def table(tmp_path: Path) -> Path:
    """Written by an enemy."""
    path = tmp_path / f"{MARKUP.replace('/', '')}{CODES}.csv"
    names = ",".join([hostile("one"), hostile("two"), "label"])
    rows = [f"{n % 7},{n % 5},{hostile('class')}{n % 3}" for n in range(90)]
    path.write_text("\n".join([names, *rows]), encoding="utf-8")
    return path


@pytest.fixture
def window(qtbot: QtBot, shared_window: Open, table: Path) -> MainWindow:
    window = shared_window(small(name=hostile("experiment")))
    session = window.session
    window.files.open_path(table)
    qtbot.waitUntil(lambda: session.experiment.data.source == str(table) and session.snapshot is not None)
    session.structure.add_lane()
    session.edit("lanes.0.name", hostile("lane"))
    session.edit("lanes.1.name", hostile("other"))
    return window


def texts(widget: QWidget) -> Iterator[tuple[str, str, bool]]:
    """All that a part of the window can say: where, what, and whether as rich text."""
    for each in [widget, *widget.findChildren(QWidget)]:
        name = f"{type(each).__name__} {each.objectName()}"
        yield f"{name} tooltip", each.toolTip(), True
        yield f"{name} accessible name", each.accessibleName(), False
        yield f"{name} title", each.windowTitle(), False
        if isinstance(each, QComboBox | QLineEdit):
            yield f"{name} placeholder", each.placeholderText(), False
        if isinstance(each, QLabel):
            is_rich = each.textFormat() != Qt.TextFormat.PlainText  # Qt guesses, where nobody says
            yield f"{name} text", each.text(), is_rich
        elif isinstance(each, QAbstractButton):
            yield f"{name} text", each.text(), False
        elif isinstance(each, QComboBox) or (isinstance(each, QAbstractItemView) and each.model() is not None):
            yield from _items(name, each.model())
        for action in each.actions() if isinstance(each, QMenu) else []:
            yield from _of_action(name, action)


def _of_action(name: str, action: QAction) -> Iterator[tuple[str, str, bool]]:
    yield f"{name} action {action.objectName()}", action.text(), False
    yield f"{name} action {action.objectName()} tooltip", action.toolTip(), True


def _items(name: str, model: QAbstractItemModel) -> Iterator[tuple[str, str, bool]]:
    for row in range(min(20, model.rowCount(QModelIndex()))):
        for column in range(1 if isinstance(model, QAbstractListModel) else model.columnCount(QModelIndex())):
            index = model.index(row, column)
            yield f"{name} item", str(index.data() or ""), False
            tip = str(index.data(Qt.ItemDataRole.ToolTipRole) or "")
            yield f"{name} item tooltip", tip, True


def faults(widget: QWidget) -> set[str]:
    found = set()
    for where, text, is_rich in texts(widget):
        if MARKUP in text and is_rich:
            found.add(f"{where}: markup is obeyed: {text[:60]!r}")
        if not OBEYED.isdisjoint(unescape(text)):
            found.add(f"{where}: codes are obeyed: {text[:80]!r}")
    return found


def test_names_are_shown_as_what_they_are(qtbot: QtBot, window: MainWindow) -> None:
    press_play(qtbot, window)
    wait_for_step(qtbot, window, 30)
    found = faults(window)
    for view in VIEWS:
        window.inside.choose(view)
        qtbot.waitUntil(lambda: window.session.snapshot is not None)
        step = window.session.snapshot.step if window.session.snapshot is not None else 0
        wait_for_step(qtbot, window, step + 5)
        found |= faults(window.inside.views[view])
    window.files.open_path(Path(f"/nowhere/{hostile('').replace('/', '')}"))
    found |= faults(window)
    for action in window.actions():
        found |= {where for where, text, is_rich in _of_action("window", action) if is_rich and MARKUP in text}
    assert not found, "\n" + "\n".join(sorted(found))


def test_a_name_of_two_lines_makes_no_second_sentence(shared_window: Open) -> None:
    """Which would be the program's own in a person's eyes."""
    window = shared_window(small())
    window.session.file_came.emit(small(name="rows.csv\nYour work is lost"), True, None)
    assert r"rows.csv\nYour work is lost" in window.message.text()


def painted(widget: QWidget) -> str:
    """What it paints, as a drawing that holds its words."""
    buffer = QBuffer()
    picture = QSvgGenerator()
    picture.setOutputDevice(buffer)
    picture.setSize(widget.size())
    widget.render(picture)
    return unescape(bytes(buffer.data().data()).decode())


def test_painted_names_are_shown_as_codes(qtbot: QtBot) -> None:
    legend = ClassLegend()
    qtbot.addWidget(legend)
    legend.set_classes(["\u202eab", "cd"])
    legend.resize(legend.sizeHint())
    assert r"\u202eab" in painted(legend)
    assert "\u202e" not in painted(legend)
