"""Takes the pictures of the README and of docs/gallery.md: `make pictures`. Each is the real window, really trained."""

from __future__ import annotations

import os
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ.setdefault("QT_SCALE_FACTOR", "2")

from PySide6.QtCore import QEventLoop, Qt, QTimer
from PySide6.QtWidgets import QApplication, QSlider, QToolButton, QWidget

from engine.experiment.comparisons.of_overfitting import L2_BY_DROPOUT
from engine.experiment.experiment import Experiment
from engine.experiment.lanes.grids import grid
from engine.experiment.lanes.lane_edits import compare
from engine.store.presets import load_preset
from playground.shell.app import create_window
from playground.shell.main_window import MainWindow
from playground.ui.look import theme

HERE = Path(__file__).parent
LOOKS = ("light", "dark")
SETTLE = 0.8
"""Seconds that the views have to look inside after the last step."""


@dataclass(frozen=True, slots=True)
class Picture:
    """``part``: the whole window, or one of its panels; ``view``: of the inside; ``lane``: the one that is selected."""

    file: str
    preset: str
    step: int
    part: str = "window"
    view: str = "signals"
    lane: int = 0
    size: tuple[int, int] = (1440, 900)
    looks: tuple[str, ...] = LOOKS
    prepare: Callable[[MainWindow], None] | None = None
    recipe: Callable[[Experiment], Experiment] | None = None


def _draw_a_seven(window: MainWindow) -> None:
    """With the pen that the arrow keys move: nobody holds a mouse here."""
    from PySide6.QtCore import QPoint, Qt
    from PySide6.QtTest import QTest

    pad = window.findChild(QWidget, "digit.pad")
    assert isinstance(pad, QWidget)
    side = min(pad.width(), pad.height())
    corners = [QPoint(int(x * side), int(y * side)) for x, y in ((0.28, 0.22), (0.74, 0.22), (0.56, 0.5), (0.42, 0.82))]
    QTest.mousePress(pad, Qt.MouseButton.LeftButton, pos=corners[0])
    for start, end in pairwise(corners):
        for share in range(1, 11):
            QTest.mouseMove(pad, start + (end - start) * (share / 10))
    QTest.mouseRelease(pad, Qt.MouseButton.LeftButton, pos=corners[-1])


def _show_map(window: MainWindow) -> None:
    button = window.findChild(QToolButton, "lanes.view.map")
    assert isinstance(button, QToolButton)
    button.click()


def _show_training(window: MainWindow) -> None:
    for name in ("data", "layers", "training"):
        window.panels.folds.fold(name, name != "training")


def _show_history(window: MainWindow) -> None:
    for path, value in (("batch_size", 64), ("layers.0.units", 64), ("layers.0.l2", 0.1), ("optimizer.kind", "adam")):
        window._edit(path, value)
    window.docks["history"].show()
    window.docks["history"].raise_()
    for name in ("data", "layers", "training"):
        window.panels.folds.fold(name, True)
    window.resizeDocks([window.docks["history"]], [320], Qt.Orientation.Vertical)


def _move_right(window: MainWindow) -> None:
    slider = window.inside.findChild(QSlider, "moved.right")
    assert isinstance(slider, QSlider)
    slider.setValue(2)  # half pixels


def _augment(window: MainWindow) -> None:
    for path, value in (("shift", 1), ("rotate", 15.0), ("noise", 0.1)):
        window._edit(f"data.augmentation.{path}", value)
    button = window.data.findChild(QToolButton, "data.augmentation.open")
    assert isinstance(button, QToolButton)
    button.setChecked(True)
    window.resizeDocks([window.docks["data"]], [460], Qt.Orientation.Vertical)


def _five_seeds(experiment: Experiment) -> Experiment:
    from engine.experiment.lanes.grids import seeds

    return seeds(compare(experiment, "rate", (0.0, 0.2, 0.5)), 5)


def _five_by_five(experiment: Experiment) -> Experiment:
    return grid(experiment, L2_BY_DROPOUT)


_VIEW = (1400, 1000)
"""The window whose panel is shown by itself."""
_LOW = (1400, 660)
"""The one whose panel has little to say."""
PICTURES = (
    Picture("initializations", "initializations", 300, lane=2),
    Picture("l2", "l2", 1500, view="predictions", looks=("light",)),
    Picture("spiral", "spiral", 2500, view="boundary", looks=("dark",)),
    Picture("gallery/layers", "reference", 40, "layers", size=_VIEW),
    Picture("gallery/data", "l2", 40, "data", size=_VIEW),
    Picture("gallery/training", "reference", 40, "training", size=_LOW, prepare=_show_training),
    Picture("gallery/history", "reference", 40, "history", size=_LOW, prepare=_show_history),
    Picture("gallery/lanes", "l2-and-dropout", 800, "lanes", size=_VIEW),
    Picture("gallery/grid", "dropout", 250, recipe=_five_by_five, prepare=_show_map, lane=7),
    Picture("gallery/seeds", "dropout", 600, recipe=_five_seeds),
    Picture("gallery/signals", "initializations", 200, "inside", "signals", lane=2, size=_VIEW),
    Picture("gallery/preview", "initializations", 0, "inside", "signals", lane=2, size=_VIEW),
    Picture("gallery/gradients", "initializations", 300, "inside", "gradients", lane=1, size=_VIEW),
    Picture("gallery/weights", "l2-and-dropout", 2000, "inside", "weights", lane=1, size=_VIEW),
    Picture("gallery/penalty", "l2-and-dropout", 2000, "inside", "penalty", lane=1, size=_VIEW),
    Picture("gallery/dropout", "l2-and-dropout", 2000, "inside", "dropout", lane=2, size=_VIEW),
    Picture("gallery/predictions", "l2-and-dropout", 2000, "inside", "predictions", size=_VIEW),
    Picture("gallery/quality", "overfitting", 400, "inside", "quality", size=_VIEW),
    Picture("gallery/regression", "regression", 1500, view="boundary"),
    Picture("gallery/boundary", "spiral", 2500, "inside", "boundary", size=_VIEW),
    Picture("gallery/maps", "first-convolution", 400, "inside", "maps", size=_VIEW),
    Picture("gallery/filters", "first-convolution", 400, "inside", "filters", size=_VIEW),
    Picture("gallery/reasons", "dense-or-conv", 600, "inside", "reasons", size=_VIEW),
    Picture("gallery/moved", "augmentation", 2000, "inside", "moved", size=_VIEW, prepare=_move_right),
    Picture("gallery/augmentation", "first-convolution", 40, "data", size=_VIEW, prepare=_augment),
    Picture("gallery/digit", "initializations", 600, "inside", "digit", lane=2, size=_VIEW, prepare=_draw_a_seven),
)


def wait_until(condition: Callable[[], bool], seconds: float = 240) -> None:
    """Lets the window work until something has come true."""
    loop = QEventLoop()
    watch = QTimer()
    watch.setInterval(20)
    watch.timeout.connect(lambda: loop.quit() if condition() else None)
    watch.start()
    QTimer.singleShot(int(seconds * 1000), loop.quit)
    loop.exec()
    if not condition():
        raise TimeoutError


def settle() -> None:
    """Waits until the views have caught up."""
    end = time.monotonic() + SETTLE
    wait_until(lambda: time.monotonic() > end)


def take(picture: Picture) -> None:
    """Trains a preset up to a step and saves the window's picture, in each theme."""
    experiment = load_preset(picture.preset)
    window = create_window(picture.recipe(experiment) if picture.recipe else experiment)
    if theme.current().name != picture.looks[0]:
        window.actions_by_name["theme"].trigger()
    window.resize(*picture.size)
    window.show()
    window.actions_by_name["restore_layout"].trigger()
    wait_until(lambda: window.session.snapshot is not None)
    if picture.step:
        window.session.run.play(picture.step)
        wait_until(lambda: not window.session.is_training)
    for look in picture.looks:
        if theme.current().name != look:
            window.actions_by_name["theme"].trigger()
        window.inside.choose(picture.view)
        window.lanes.table.rows.select(picture.lane)
        settle()
        if picture.prepare is not None:
            picture.prepare(window)
            settle()
        part = window if picture.part == "window" else window.docks[picture.part]
        path = HERE / f"{picture.file}-{look}.png"
        path.parent.mkdir(exist_ok=True)
        part.grab().save(str(path))
        print(path.relative_to(HERE))
    window.close()
    window.deleteLater()


def main() -> int:
    """Takes all pictures, or those whose names are given."""
    os.environ["XDG_CONFIG_HOME"] = tempfile.mkdtemp()  # neither read nor change the user's own settings
    application = QApplication(sys.argv[:1])
    wanted = sys.argv[1:]
    for picture in PICTURES:
        if not wanted or any(name in picture.file for name in wanted):
            take(picture)
    application.quit()
    return 0


if __name__ == "__main__":
    sys.exit(main())
