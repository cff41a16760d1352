"""Whether the curves of a long run cost more to draw than those of a short one."""

from __future__ import annotations

from benchmarks import children
from benchmarks.report import Row, skipped

GOAL = 1.5
WHAT = "a frame of the curves, 9 lanes: step 1 000 000 over step 10 000"


def history() -> list[Row]:
    """The curves of a run of a million steps."""
    try:
        seen = children.run("benchmarks.history_child")
    except children.ChildFailedError as error:
        return [skipped(WHAT, f"failed: {error}")]
    taken = seen["milliseconds"]
    return [
        Row(
            WHAT, seen["ratio"], at_most=GOAL, note=f"{taken['long']:.1f} ms over {taken['short']:.1f} ms", details=seen
        )
    ]
