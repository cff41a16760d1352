"""What a start waits for: told by what is imported and made, for times differ from machine to machine."""

from __future__ import annotations

import gc
import json
import subprocess
import sys

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
import sys
from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QApplication
from playground.shell.app import create_window
from playground.ui.widgets import spare_time

spare_time._PAUSE = 1_000_000  # what is made later is made later, however long a busy machine paints

class FirstPaint(QObject):
    has_begun = False

    def eventFilter(self, watched, event):
        if event.type() == QEvent.Type.Paint:
            self.has_begun = self.has_begun or watched is window
        elif self.has_begun:  # whatever comes first when all is painted: a timer may come before one of ours
            app.removeEventFilter(self)
            print(*sys.modules, flush=True)
            QTimer.singleShot(0, end)
        return False

def end():
    window.close()
    app.quit()

app = QApplication([])
window = create_window()
first_paint = FirstPaint()
app.installEventFilter(first_paint)
window.show()
app.exec()
"""

SEARCHES = """
import json, threading
import threadpoolctl

searched = []
make = threadpoolctl.ThreadpoolController._load_libraries
def load_libraries(self):
    searched.append(threading.current_thread() is threading.main_thread())
    make(self)
threadpoolctl.ThreadpoolController._load_libraries = load_libraries

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from playground.shell.app import create_window
from tests.playground.helpers import small

app = QApplication([])
window = create_window(small(lanes=[{"name": "a"}, {"name": "b"}]))
before = len(searched)

def look():
    if window.session.snapshot is not None and window.session.snapshot.step > 20:
        print(json.dumps([before, searched]), flush=True)
        window.close()
        app.quit()

window.session.snapshot_changed.connect(look)
window.session.run.play()
app.exec()
"""


def test_the_first_paint_does_not_wait_for_what_cannot_be_seen() -> None:
    done = subprocess.run([sys.executable, "-c", SCRIPT], capture_output=True, text=True, timeout=60, check=False)
    assert done.returncode == 0, done.stderr
    imported = set(done.stdout.split())
    assert "playground.inside.signals.view" in imported, "the view of the inside that can be seen"
    assert not LATER & imported


def test_libraries_are_searched_once_and_never_by_the_thread_that_trains() -> None:
    """The search and a thread that loads a library at the same time can wait for each other for ever."""
    done = subprocess.run([sys.executable, "-c", SEARCHES], capture_output=True, text=True, timeout=60, check=False)
    assert done.returncode == 0, done.stderr
    assert json.loads(done.stdout) == [1, [True]]


@pytest.mark.spare_time
def test_the_form_of_a_folded_section_is_made_after_the_window_is_there(qtbot: QtBot) -> None:
    window = opened(qtbot)
    assert not has_form(window)
    qtbot.waitUntil(lambda: has_form(window))


def test_the_form_of_an_open_section_is_made_before_the_window_is_there(qtbot: QtBot) -> None:
    window = opened(qtbot)
    window.panels.folds.fold("training", False)
    window.close()  # the next one comes up as this one was left
    assert has_form(opened(qtbot))


def test_the_form_is_there_as_soon_as_its_section_is_opened(qtbot: QtBot) -> None:
    window = opened(qtbot)
    assert not has_form(window)
    window.panels.folds.fold("training", False)
    assert has_form(window)


def test_the_rows_of_a_folded_section_are_drawn_when_it_is_opened(qtbot: QtBot) -> None:
    window = opened(qtbot)
    pictures = window.docks["data"].findChildren(RowPictures)
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


READ = """
import builtins, json, linecache
import playground.shell.app

read = [name for name in linecache.cache if "playground" in name]
from playground.shell.process import import_freeze
print(json.dumps([read, builtins.__import__ is import_freeze._PLAIN]))
from __feature__ import snake_case
from PySide6.QtCore import QObject
QObject().set_object_name("as PySide6 promises to whoever asks for it")
"""


def test_pyside_reads_no_source_of_ours_and_keeps_its_import() -> None:
    done = subprocess.run([sys.executable, "-c", READ], capture_output=True, text=True, timeout=60, check=False)
    assert done.returncode == 0, done.stderr
    assert json.loads(done.stdout) == [[], False]


COPIES = """
import json
import playground.shell.app
import PySide6
from PySide6 import QtCore, QtGui, QtWidgets
from pyqtgraph.Qt import QtCore as core, QtGui as gui, QtWidgets as widgets

pairs = [(QtCore, core), (QtGui, gui), (QtWidgets, widgets)]
copied = sum(name in vars(copy) for module, copy in pairs for name in dir(module))
names = [(module, copy, name) for module, copy in pairs for name in dir(module) if name[0] != "_"]
others = [name for module, copy, name in names if getattr(copy, name) is not getattr(module, name)]
print(json.dumps([copied, len(names), others, hasattr(core, "__version__"), hasattr(widgets, "Nothing")]))
"""


def test_pyqtgraph_copies_what_it_is_asked_for_and_finds_all_there_is() -> None:
    done = subprocess.run([sys.executable, "-c", COPIES], capture_output=True, text=True, timeout=60, check=False)
    assert done.returncode == 0, done.stderr
    copied, names, others, has_version, has_nothing = json.loads(done.stdout)
    assert copied < names / 3
    assert names > 600
    assert (others, has_version, has_nothing) == ([], True, False)


def opened(qtbot: QtBot) -> MainWindow:
    """A window whose first events have just been dealt with."""
    window = create_window(small())
    qtbot.addWidget(window)
    window.resize(1280, 720)
    window.show()
    return window


def has_form(window: MainWindow) -> bool:
    """Without asking the panel for it, which would make it."""
    return window.docks["training"].findChild(QWidget, "optimizer.kind") is not None
