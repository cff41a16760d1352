"""How soon there is something to see."""

from __future__ import annotations

import statistics
import time

from benchmarks import children
from benchmarks.report import Row, skipped

RUNS = 9
GOAL = 2.0
REASON = "of some 0.95 s, pydantic and our imports take 0.3, the widgets 0.2, show and paint 0.1; a busy machine adds"
WHAT = "first paint of the window over an empty pyqtgraph window"


def startup() -> list[Row]:
    """From the start of the interpreter to something to see, median of 9. Both from bytecode, as from the second start
    on: pip compiles what it installs, but this checkout compiles itself at its first start, which is not counted."""
    taken: dict[str, list[float]] = {"playground": [], "empty": []}
    try:
        children.run("benchmarks.first_paint_child", "playground")
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
