"""Whether the window stays alive while it trains at full speed, and what that costs the training."""

from __future__ import annotations

from benchmarks import children
from benchmarks.report import Row, skipped

LATE_MS = 25
FRAMES = 29
"""30 less one for rounding at both ends."""
SPEED_KEPT = 0.60


def window() -> list[Row]:
    """The window, offscreen, 1280 x 720, training at full speed."""
    return [row for name, title in (("reference", "the reference"), ("toy", "2-4-2-2")) for row in _rows(name, title)]


def _rows(name: str, title: str) -> list[Row]:
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
            details={"late_ms": late, "late_at_rest_ms": rest},
        ),
        Row(f"frames a second, {title}", seen["frames_per_second"], "fps", at_least=FRAMES),
        Row(
            f"training speed kept, {title}",
            seen["speed_kept"],
            at_least=SPEED_KEPT,
            if_missed=f"{speed['window']:.0f} steps/s in the window, {speed['alone']:.0f} alone",
            details={"steps_per_second": speed},
        ),
    ]


def _late(late: dict[str, float]) -> str:
    return f"p50 {late['p50']:.1f}, p99 {late['p99']:.1f}, max {late['max']:.1f} ms"
