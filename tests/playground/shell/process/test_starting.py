"""What a start waits for: told by what is imported and made, for times differ from machine to machine."""

from __future__ import annotations

import gc
import json
import subprocess
import sys
from typing import Any

import pytest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from playground.shell import app
from playground.shell.app import create_window
from playground.shell.main_window import MainWindow
from playground.shell.process.import_freeze import lasting
from playground.ui.painting.row_pictures import RowPictures
from tests.playground.helpers import small

LATER = {
    *("pandas", "ssl", "urllib.request", "onnx", "click", "rich", "pooch", "pytest"),
    *("charset_normalizer", "openpyxl", "pyarrow"),
    *(
        "engine.api.specs",
        "engine.api.python_code",
        "engine.diagnosis.diagnosis",
        "engine.diagnosis.apply_remedy",
        "engine.diagnosis.findings",
        "engine.inspectors.net.coming_step",
        "engine.train.kept.interventions",
        "engine.inspectors.weights",
    ),
    *("engine.export.onnx", "engine.export.script"),
    *("engine.data.findings", "engine.data.sheet", "engine.data.reading.names", "engine.data.files.foreign"),
    *("engine.data.reading.idx", "engine.data.columns.load"),
    *("engine.data.matching", "engine.data.sources.painted"),
    *("engine.data.formulas.inputs", "engine.data.formulas.tree"),
    *("engine.store.model_files", "engine.store.run_files", "engine.store.overwriting", "engine.store.provenance"),
    *("engine.store.scoring", "engine.store.transfer"),
    *(
        "playground.shell.actions.about",
        "playground.shell.actions.keys",
        "playground.export.pictures",
        "playground.export.report.report",
    ),
    *("playground.inside.weights.gradients_view", "playground.shell.actions.shortcuts"),
    *("playground.ui.fields.field_form", "playground.lanes.compare.strip", "playground.lanes.grid.lane_map"),
}
"""Modules that nothing on the screen needs when the window has painted itself for the first time."""

SCRIPT = """
import builtins, json, linecache, sys, threading
import threadpoolctl

searched = []
load = threadpoolctl.ThreadpoolController._load_libraries
def load_libraries(self):
    searched.append(threading.current_thread() is threading.main_thread())
    load(self)
threadpoolctl.ThreadpoolController._load_libraries = load_libraries

def tell(name, what):
    print(json.dumps([name, what]), flush=True)

import playground.shell.app
tell("sources", [name for name in linecache.cache if "playground" in name])
from playground.shell.process import import_freeze
tell("is plain", builtins.__import__ is import_freeze._PLAIN)

from PySide6 import QtCore, QtGui, QtWidgets
from pyqtgraph.Qt import QtCore as core, QtGui as gui, QtWidgets as widgets
pairs = [(QtCore, core), (QtGui, gui), (QtWidgets, widgets)]
tell("copied", sum(name in vars(copy) for module, copy in pairs for name in dir(module)))

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QApplication
from playground.ui.widgets import spare_time
spare_time._PAUSE = 1_000_000  # what is made later is made later, however long a busy machine paints

class FirstPaint(QObject):
    has_begun = False

    def eventFilter(self, watched, event):
        if event.type() == QEvent.Type.Paint:
            self.has_begun = self.has_begun or watched is window
        elif self.has_begun:  # whatever comes first when all is painted: a timer may come before one of ours
            app.removeEventFilter(self)
            tell("imported", list(sys.modules))
            QTimer.singleShot(0, train)
        return False

def train():
    window.session.structure.add_lane()
    window.session.snapshot_changed.connect(look)
    window.session.run.play()

def look():
    if window.session.snapshot is not None and window.session.snapshot.step > 20:
        tell("searched", searched)
        window.close()
        app.quit()

app = QApplication([])
window = playground.shell.app.create_window()
tell("searched before", len(searched))
first_paint = FirstPaint()
app.installEventFilter(first_paint)
window.show()
app.exec()

names = [(module, copy, name) for module, copy in pairs for name in dir(module) if name[0] != "_"]
tell("names", len(names))
tell("others", [name for module, copy, name in names if getattr(copy, name) is not getattr(module, name)])
tell("found", [hasattr(core, "__version__"), hasattr(widgets, "Nothing")])

for thread in window.findChildren(QtCore.QThread):
    thread.wait()  # one that calls PySide6 meanwhile would have the names that it is used to
QtCore.QThreadPool.globalInstance().waitForDone()
from __feature__ import snake_case
QObject().set_object_name("as PySide6 promises to whoever asks for it")
"""
"""A start, and what there is at its stations."""


@pytest.fixture(scope="module")
def start() -> dict[str, Any]:
    """What the script tells of a start in a process of its own."""
    done = subprocess.run([sys.executable, "-c", SCRIPT], capture_output=True, text=True, timeout=60, check=False)
    assert done.returncode == 0, done.stderr
    return dict(json.loads(line) for line in done.stdout.splitlines())


def test_the_first_paint_does_not_wait_for_what_cannot_be_seen(start: dict[str, Any]) -> None:
    assert "playground.inside.signals.view" in start["imported"], "the view of the inside that can be seen"
    assert not LATER & set(start["imported"])


def test_libraries_are_searched_once_and_never_by_the_thread_that_trains(start: dict[str, Any]) -> None:
    """The search and a thread that loads a library at the same time can wait for each other for ever."""
    assert start["searched before"] == 1
    assert start["searched"] == [True]


def test_pyside_reads_no_source_of_ours_and_keeps_its_import(start: dict[str, Any]) -> None:
    assert start["sources"] == []
    assert not start["is plain"]


def test_pyqtgraph_copies_what_it_is_asked_for_and_finds_all_there_is(start: dict[str, Any]) -> None:
    assert start["copied"] < start["names"] / 3
    assert start["names"] > 600
    assert start["others"] == []
    assert start["found"] == [True, False]


@pytest.mark.spare_time
def test_the_form_of_a_folded_section_is_made_after_the_window_is_there(qtbot: QtBot) -> None:
    window = opened(qtbot)
    assert not has_form(window)
    qtbot.waitUntil(lambda: has_form(window))
    window.rebuild()
    assert not has_form(window), "in another language or theme it is folded, too"
    qtbot.waitUntil(lambda: has_form(window))


def test_the_form_of_an_open_section_is_made_before_the_window_is_there(qtbot: QtBot) -> None:
    window = opened(qtbot)
    assert not has_form(window)
    window.panels.folds.fold("training", False)
    assert has_form(window), "as soon as its section is opened"
    window.close()  # the next one comes up as this one was left
    assert has_form(opened(qtbot))


def test_the_rows_of_a_folded_section_are_drawn_when_it_is_opened(qtbot: QtBot) -> None:
    window = opened(qtbot)
    window.rebuild()
    pictures = window.data.findChildren(RowPictures)
    assert [each.count() for each in pictures] == [0]
    window.panels.folds.fold("data", False)
    assert pictures[0].count() > 0
    assert pictures[0].isVisible()


def test_the_collector_is_back_once_the_window_is_made(qapp: QApplication, monkeypatch: pytest.MonkeyPatch) -> None:
    found = []

    def broken(*_: object) -> None:
        found.append(gc.isenabled())
        raise RuntimeError

    monkeypatch.setattr(app, "MainWindow", broken)
    with pytest.raises(RuntimeError):
        create_window()
    assert [*found, gc.isenabled()] == [False, True]


def test_what_lasts_is_not_gone_through_by_the_collector() -> None:
    before = gc.get_freeze_count()
    with lasting():
        assert not gc.isenabled()
        kept = [[]]
    assert gc.isenabled()
    assert gc.get_freeze_count() > before
    assert not any(each is kept for each in gc.get_objects())
    gc.unfreeze()


def opened(qtbot: QtBot) -> MainWindow:
    """A window whose first events have just been dealt with."""
    window = create_window(small())
    qtbot.addWidget(window)
    window.resize(1280, 720)
    window.show()
    return window


def has_form(window: MainWindow) -> bool:
    """Without asking the panel for it, which would make it."""
    return window.training.findChild(QWidget, "optimizer.kind") is not None
