"""Whether memory stays flat however long somebody plays."""

from __future__ import annotations

from benchmarks import children
from benchmarks.report import Row, skipped

GROWTH = 1.05


def memory() -> list[Row]:
    """Memory of the window's process, after over before."""
    titles = {
        "steps": "300 000 steps of 2-4-2-2, nine lanes, in the window",
        "resets": "100 resets while it trains",
        "experiments": "100 experiments opened",
    }
    try:
        seen = children.run("benchmarks.memory_child")
    except children.ChildFailedError as error:
        return [skipped("memory", f"failed: {error}")]
    return [
        Row(
            title,
            seen[name]["ratio"],
            at_most=GROWTH,
            note=f"{seen[name]['before']:.0f} MB before, {seen[name]['after']:.0f} MB after",
            details=seen[name],
        )
        for name, title in titles.items()
    ]
