"""Do the views speak for themselves? Pictures of eight presets without their names and without the diagnosis bar, for a
reader who never saw the program to name cause and evidence; and a key to judge the answers by.

    python docs/reader_test.py FOLDER        FOLDER/01.png ... 08.png, and FOLDER/key.md for the examiner alone
"""

from __future__ import annotations

import os
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ.setdefault("QT_SCALE_FACTOR", "1")

from make_pictures import settle, wait_until
from PySide6.QtCore import QPoint, QRect
from PySide6.QtGui import QPainter, QPixmap
from PySide6.QtWidgets import QApplication

from engine.store.presets import load_preset
from playground.shell.app import create_window
from playground.shell.main_window import MainWindow
from playground.ui.look import theme


@dataclass(frozen=True, slots=True)
class Question:
    """``step``: where the run stands in the picture. ``cause`` and ``evidence``: what a reader should find."""

    preset: str
    step: int
    cause: str
    evidence: str


QUESTIONS = (
    Question(
        "dead-relu",
        500,
        "With the largest learning rate the units of the ReLU layers have died: zero for every row.",
        "The layers' shares of dead units (and spikes at zero) in Signals; crossed units in the network; its loss or "
        "accuracy stays at guessing while the lanes with smaller rates learn.",
    ),
    Question(
        "overfitting",
        1000,
        "Overfitting: without L2 the net fits single training points; a penalty prevents it.",
        "Islands around single points in the boundary of λ 0; its held-out loss rises again after its best while the "
        "training loss falls.",
    ),
    Question(
        "initializations",
        300,
        "The scale of the first weights: naive ones explode and the lane diverges, Xavier's let the signal fade, He's "
        "keep its size.",
        "The signal by layer at the start, on a logarithmic scale: one line leaves through the top, one falls, one is "
        "level; the naive lane has diverged at the first steps.",
    ),
    Question(
        "too-much-dropout",
        600,
        "The dropout rate is too high (0.8 in each of three layers): hardly a path through the net is open.",
        "The mask of the coming step crosses most units out; the loss with masks is far above that without; the lane "
        "learns little, while that with 0.2 learns.",
    ),
    Question(
        "saturation",
        500,
        "Naive (too large) first weights saturate tanh: units stand at -1 and 1, where the slope is nearly zero.",
        "Histograms with heaps at both ends and high shares of saturated values for Naive, a heap in the middle for "
        "Xavier; training accuracy near 100 % and test accuracy far below the other's.",
    ),
    Question(
        "learning-rate",
        800,
        "The learning rate: the largest one overshoots (its weights run away, its loss stays high or stirs), the "
        "smallest one crawls.",
        "Loss curves of the lanes; the weights of the largest rate, far wider than at the start.",
    ),
    Question(
        "memorized-labels",
        1500,
        "Wrong labels (a fifth of the training rows) are learned by heart where neither L2 nor dropout is on.",
        "The share of wrong labels that is memorized, by lane; training accuracy near 100 % above the level of the "
        "right labels, held-out loss rising.",
    ),
    Question(
        "too-much-l2",
        600,
        "Too strong an L2 penalty (λ 0.3) pulls every weight to zero, so the net answers the same for all rows.",
        "Weights of that lane collapsed to zero beside those at the start; its loss stays at the level of guessing.",
    ),
)


def main(folder: Path) -> int:
    """Takes all of them, numbered in their order, which tells nothing."""
    os.environ["XDG_CONFIG_HOME"] = tempfile.mkdtemp()  # neither read nor change the user's own settings
    application = QApplication(sys.argv[:1])
    folder.mkdir(parents=True, exist_ok=True)
    key = ["# Key: not for the reader", ""]
    for number, question in enumerate(QUESTIONS, start=1):
        path = folder / f"{number:02}.png"
        _picture(question).save(str(path))
        print(path)
        key += [f"## {path.name}: {question.preset}, step {question.step}", ""]
        key += [f"- Cause: {question.cause}", f"- Evidence: {question.evidence}", ""]
    (folder / "key.md").write_text("\n".join(key), encoding="utf-8")
    application.quit()
    return 0


def _picture(question: Question) -> QPixmap:
    """The window as it opens with the preset, at that step, light, 1280 x 720."""
    window = create_window(load_preset(question.preset))
    if theme.current().name != "light":
        window.actions_by_name["theme"].trigger()
    window.resize(1280, 720)
    window.show()
    window.actions_by_name["restore_layout"].trigger()
    window.tell_story(question.preset)
    wait_until(lambda: window.session.snapshot is not None)
    window.session.run.play(question.step)
    wait_until(lambda: not window.session.is_training)
    settle()
    picture = _without_answers(window)
    window.close()
    window.deleteLater()
    return picture


def _without_answers(window: MainWindow) -> QPixmap:
    """The rooms of the preset's name and of the diagnosis bar stay as they are, and are empty."""
    picture = window.grab()
    painter = QPainter(picture)
    for part in (window.transport.preset, window.diagnosis):
        painter.fillRect(QRect(part.mapTo(window, QPoint()), part.size()), window.palette().window())
    painter.end()
    return picture


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    sys.exit(main(Path(sys.argv[1])))
