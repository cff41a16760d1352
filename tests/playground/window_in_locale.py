"""A window in a process of its own, in the language of another computer: run by test_locales.py.

``python -m tests.playground.window_in_locale FOLDER`` types numbers, trains on FOLDER/rows.csv, writes what it did to
FOLDER and prints what it showed, as JSON.
"""

from __future__ import annotations

import json
import locale
import sys
from pathlib import Path
from typing import Any

from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtWidgets import QAbstractSpinBox, QApplication, QLabel, QSpinBox

from engine.data import load_table
from engine.store.experiment_files import save_experiment, save_history
from playground.shell.app import create_window
from playground.shell.main_window import MainWindow
from tests.playground.helpers import find, small, type_into


def wait_until(condition: Any) -> None:
    """Lets the window work until something has come true."""
    loop = QEventLoop()
    watch = QTimer()
    watch.setInterval(5)
    watch.timeout.connect(lambda: loop.quit() if condition() else None)
    watch.start()
    loop.exec()


def report(window: MainWindow, folder: Path) -> dict[str, Any]:
    """Does what a person does with numbers, and says what came of it."""
    session = window.session
    window.panels.folds.fold("training", False)
    wait_until(lambda: window.findChild(QAbstractSpinBox, "optimizer.learning_rate") is not None)
    typed = {}
    for text in ("0,05", "0.02", "1e-2"):
        type_into(window, "optimizer.learning_rate", text)
        typed[text] = session.experiment.optimizer.learning_rate
    session.edit("data.source", str(folder / "rows.csv"))
    wait_until(lambda: session.experiment.data.source.endswith("rows.csv"))
    session.edit("steps", 60)
    session.run.play()
    wait_until(lambda: not session.is_training and session.snapshot is not None and session.snapshot.step == 60)
    snapshot = session.snapshot
    assert snapshot is not None
    save_experiment(session.experiment, folder / "experiment.json")
    save_history(snapshot.history, [lane.name for lane in snapshot.lanes], folder / "history.csv")
    row = QSpinBox()
    row.setValue(15)
    return {
        "decimal point": locale.localeconv()["decimal_point"],
        "typed": typed,
        "editor": find(window, QAbstractSpinBox, "optimizer.learning_rate").text(),
        "box": row.text(),
        "labels": " ".join(label.text() for label in window.findChildren(QLabel)),
        "table": load_table(session.experiment.data).features[:2].tolist(),
    }


def main(folder: Path) -> None:
    app = QApplication([])
    window = create_window(small())
    window.show()
    wait_until(lambda: window.session.snapshot is not None)
    print(json.dumps(report(window, folder)))
    window.close()
    app.processEvents()


if __name__ == "__main__":
    main(Path(sys.argv[1]))
