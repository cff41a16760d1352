"""How soon there is something to see."""

from __future__ import annotations

import statistics
import time

from benchmarks import children
from benchmarks.report import Row, skipped

RUNS = 5
GOAL = 2.0
REASON = "imports besides pyqtgraph take some 0.5 s, six panels some 0.35 s; the views of the inside come later"
WHAT = "first paint of the window over an empty pyqtgraph window"


def startup() -> list[Row]:
    """From the start of the interpreter to something to see, median of 5."""
    taken: dict[str, list[float]] = {"playground": [], "empty": []}
    try:
        for _ in range(RUNS):
            for name, times in taken.items():
                before = time.time()
                times.append(children.run("benchmarks.first_paint_child", name) - before)
    except children.ChildFailedError as error:
        return [skipped(WHAT, f"failed: {error}")]
    seconds = {name: statistics.median(times) for name, times in taken.items()}
    note = f"{seconds['playground']:.2f} s over {seconds['empty']:.2f} s"
    figure = seconds["playground"] / seconds["empty"]
    return [Row(WHAT, figure, at_most=GOAL, note=note, if_missed=REASON, details={"seconds": seconds})]
