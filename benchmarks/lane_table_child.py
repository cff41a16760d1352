"""The lane table with 64 lanes, in a process of its own: how long it takes to scroll and to sort, painted and all."""

from __future__ import annotations

import json
import os
import time
from collections.abc import Callable
from functools import partial

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtWidgets import QApplication

from engine.experiment.lanes.grids import grid
from engine.store.presets import load_preset
from playground.lanes.panel import LanesPanel

LANES = 64
SETTLE_MS = 4000
"""By then all rows have their editors."""


def main() -> None:
    application = QApplication([])
    panel = LanesPanel()
    panel.show_experiment(grid(load_preset("reference"), {"l2": [n / 1000 for n in range(LANES)]}))
    panel.resize(900, 400)
    panel.show()
    loop = QEventLoop()
    QTimer.singleShot(SETTLE_MS, loop.quit)
    loop.exec()
    rows = panel.table.rows
    bar = rows.verticalScrollBar()

    def took(what: Callable[[], object]) -> float:
        """Milliseconds of the processor: a busy machine makes any of them longer on the clock."""
        started = time.process_time()
        what()
        application.processEvents()
        return 1000 * (time.process_time() - started)

    scrolls = [took(partial(bar.setValue, place)) for place in range(0, bar.maximum(), 84)]
    sorts = [took(partial(rows.sort_by, column)) for column in ("name", "name", "l2", "l2")]
    print(json.dumps({"scroll_ms": max(scrolls), "sort_ms": max(sorts)}))


if __name__ == "__main__":
    main()
