"""Whether the window stays alive while it trains at full speed, and what that costs the training."""

from __future__ import annotations

from benchmarks import children
from benchmarks.recipes import WITHOUT_MNIST, mnist_images
from benchmarks.report import Row, skipped

LATE_MS = 12
STALL_MS = 50
FRAMES = 29
"""30 less one for rounding at both ends."""
SPEED_KEPT = 0.85
SPEED_KEPT_BY_PICTURES = 0.75
SHARE = 0.10
"""Of the training time, for evaluations, looks inside and snapshots."""
NETS = {
    "reference": "reference net",
    "toy": "2-4-2-2",
    "reference9": "reference net, 9 lanes",
    "toy9": "2-4-2-2, 9 lanes",
    "toy25": "2-4-2-2, 5 x 5 grid",
    "pictures": "convolution on 14x14",
}


def window() -> list[Row]:
    """The window, offscreen, 1280 x 720, training at full speed."""
    return [*(row for name, title in NETS.items() for row in _rows(name, title)), *_table()]


def _table() -> list[Row]:
    """The lane table with as many lanes as there can be."""
    try:
        seen = children.run("benchmarks.lane_table_child")
    except children.ChildFailedError as error:
        return [skipped("the lane table, 64 lanes", f"failed: {error}")]
    return [
        Row(f"longest {what} of the lane table, 64 lanes", seen[f"{what}_ms"], "ms", at_most=STALL_MS)
        for what in ("scroll", "sort")
    ]


def _rows(name: str, title: str) -> list[Row]:
    if name == "pictures" and mnist_images() is None:
        return [skipped(f"the window, {title}", WITHOUT_MNIST)]
    try:
        seen = children.run("benchmarks.window_child", name)
    except children.ChildFailedError as error:
        return [skipped(f"the window, {title}", f"failed: {error}")]
    late, rest, speed = seen["late_ms"], seen["late_at_rest_ms"], seen["steps_per_second"]
    return [
        Row(
            f"how late a 4 ms timer comes, p99, {title}",
            late["p99"],
            "ms",
            at_most=LATE_MS,
            note=f"{_late(late)}; without training: {_late(rest)}",
            if_missed="as long as a single plot of so many curves, or the view of the inside, takes to paint",
            details={"late_ms": late, "late_at_rest_ms": rest},
        ),
        Row(f"longest stall, {title}", late["max"], "ms", at_most=STALL_MS),
        Row(
            f"evaluations, looks and snapshots, share of the time, {title}",
            seen["looking_share"],
            at_most=SHARE,
            note=", ".join(f"{name} {share:.1%}" for name, share in seen["shares"].items()),
            if_missed="a young run is evaluated more densely: 0.3 s beyond its share, and no turn here lasts long",
            details={"shares": seen["shares"]},
        ),
        Row(
            f"frames a second, {title}",
            seen["frames_per_second"],
            "fps",
            at_least=FRAMES,
            note=f"the loss was painted {seen['plots_per_second']:.0f} times a second",
        ),
        Row(
            f"training speed kept, {title}",
            seen["speed_kept"],
            at_least=SPEED_KEPT_BY_PICTURES if name == "pictures" else SPEED_KEPT,
            note=_beside(speed, seen["threads"]),
            if_missed=f"{speed['window']:.0f} steps/s in the window, {speed['alone']:.0f} alone: training waits "
            "while the window paints, 30 times a second, and afterwards nothing is in the caches; see "
            "docs/decisions/007",
            details={"steps_per_second": speed},
        ),
    ]


def _beside(speed: dict[str, float], threads: dict[str, int]) -> str:
    """What the trainer alone was given, and how it would do with the whole machine."""
    share = speed["window"] / speed["on all cores"]
    alone = f"beside the trainer alone with {threads['window']} for the lanes, as the window has"
    return f"{alone}; beside {threads['all']}, as playground train has: {share:.2f}"


def _late(late: dict[str, float]) -> str:
    return f"p50 {late['p50']:.1f}, p99 {late['p99']:.1f}, max {late['max']:.1f} ms"
