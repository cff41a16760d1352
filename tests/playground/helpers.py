"""What tests of the window share: small experiments, and hands to click and type with."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QAbstractSpinBox, QApplication, QMainWindow, QToolButton, QWidget

from engine.experiment.experiment import Experiment, parse
from playground.document.session import Session
from playground.inside.diagnosis_bar import DiagnosisBar
from playground.shell.main_window import MainWindow
from playground.ui.look import theme
from playground.ui.panel import Panel
from playground.ui.widgets.message_bar import MessageBar

if TYPE_CHECKING:  # pytest is a third of what a process of its own would import
    from pytestqt.qtbot import QtBot

    from tests.playground.data_desk import DataDesk

Kind = TypeVar("Kind", bound=QWidget)
_DIGITS = 72
"""Width of the ten digits in Noto Sans CJK, in pixels."""


def small(**changes: Any) -> Experiment:
    """A net that takes a few dozen microseconds a step."""
    recipe: dict[str, Any] = {
        "name": "small",
        "data": {"source": "digits", "train": 60, "test": 40},
        "layers": [
            {"kind": "dense", "units": 8},
            {"kind": "activation", "function": "relu"},
            {"kind": "dropout", "rate": 0.1},
            {"kind": "dense", "units": 10},
        ],
        "batch_size": 16,
        "steps": 1_000_000,
    }
    return parse({**recipe, **changes})


def with_room(pixels: int) -> int:
    """A width, and more of it where letters are wider here than those that the window was measured with."""
    digits = QFontMetrics(theme.font("number")).horizontalAdvance("0123456789")
    return pixels if digits <= _DIGITS else -(-pixels * digits // _DIGITS)


def find(window: QWidget, kind: type[Kind], name: str) -> Kind:
    """The one control of this objectName; what is folded away is made where it is looked for, in a panel alone, too."""
    widget = window.findChild(kind, name)
    if widget is None:
        for panel in [window] if isinstance(window, Panel) else window.findChildren(Panel):
            panel.complete()
        widget = window.findChild(kind, name)
    assert isinstance(widget, kind), f"there is no {kind.__name__} called {name}"
    return widget


def click(qtbot: QtBot, window: QWidget, name: str) -> None:
    """Presses a button with the mouse."""
    button = find(window, QToolButton, name)
    assert button.isEnabled(), f"{name} is disabled"
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def answer(qtbot: QtBot, window: QMainWindow, name: str) -> None:
    """Presses a button of a bar, as if the time were over in which a press may be meant for what stood there before."""
    qtbot.waitUntil(lambda: find(window, QAbstractButton, name).isVisible())
    bars = [*window.findChildren(MessageBar), *window.findChildren(DiagnosisBar)]
    for bar in bars:
        bar.settling._until = 0.0
    qtbot.mouseClick(find(window, QAbstractButton, name), Qt.MouseButton.LeftButton)


def press_play(qtbot: QtBot, window: MainWindow) -> None:
    """Clicks the toolbar's play and pause button."""
    click(qtbot, window, "button.play")


def type_into(window: QWidget, name: str, text: str) -> None:
    """Replaces a spin box's text, as a person does, and presses Enter."""
    box = find(window, QAbstractSpinBox, name)
    box.setFocus()
    box.selectAll()
    QTest.keyClicks(box, text)
    QTest.keyClick(box, Qt.Key.Key_Return)


def wait_for_step(qtbot: QtBot, window: MainWindow | Session, step: int) -> None:
    """Until the window, or a document without one, shows at least this step."""
    session = window if isinstance(window, Session) else window.session
    qtbot.waitUntil(lambda: session.snapshot is not None and session.snapshot.step >= step, timeout=20_000)


def csv_of_flowers(folder: Path) -> Path:
    """A small table with a text label and three classes."""
    rows = [
        f"{i % 7 + kind},{i % 5 - kind},{name}" for i in range(20) for kind, name in enumerate(("rose", "iris", "lily"))
    ]
    path = folder / "flowers.csv"
    path.write_text("width,height,label\n" + "\n".join(rows) + "\n", encoding="utf-8")
    return path


def told(window: MainWindow | DataDesk) -> str:
    """What the window says just now, in its own message bar, whichever stands before it, or, about data, in the data
    panel."""
    bars = [bar for bar in (window.message, window.data.message) if not bar.isHidden()]
    return " ".join(bar.text() for bar in bars)


class Paintings(QObject):
    """Counts how often a widget is painted; of the application, how often any is."""

    def __init__(self, widget: QObject) -> None:
        super().__init__(widget)
        self.count = 0
        widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        self.count += event.type() == QEvent.Type.Paint
        return False


@contextmanager
def all_paintings() -> Iterator[Paintings]:
    """Counts all that is painted meanwhile, whatever it is."""
    app = QApplication.instance()
    assert app is not None
    paintings = Paintings(app)
    yield paintings
    app.removeEventFilter(paintings)
    paintings.deleteLater()
