"""Whether a net like LeNet learns MNIST in the window in two minutes, without a stall, while one looks into it."""

from __future__ import annotations

from benchmarks import children
from benchmarks.recipes import WITHOUT_MNIST, mnist_images
from benchmarks.report import Row, skipped
from benchmarks.window import FRAMES, SPEED_KEPT_BY_PICTURES

SECONDS = 120
STALL_MS = 50
SIDES = (28, 14)


def digits() -> list[Row]:
    """5000 rows of MNIST's t10k files, the other 5000 to test, in the window, offscreen, with the view Maps open."""
    if mnist_images() is None:
        return [skipped("MNIST in the window", WITHOUT_MNIST)]
    return [row for side in SIDES for row in _rows(side)]


def _rows(side: int) -> list[Row]:
    what = f"MNIST at {side}x{side} in the window"
    try:
        seen = children.run("benchmarks.digits_child", str(side), str(SECONDS))
    except children.ChildFailedError as error:
        return [skipped(what, f"failed: {error}")]
    seconds = SECONDS * 10 if seen["reached"] is None else seen["reached"]
    speed = seen["steps_per_second"]
    worst = ", ".join(
        f"{1000 * stall['late']:.0f} ({1000 * stall['working']:.0f} of it working, {1000 * stall['queued']:.0f} queued "
        f"for a core, {1000 * stall['waited']:.0f} waiting) at {stall['at']:.0f} s"
        for stall in seen["worst"]
    )
    return [
        Row(
            f"seconds until 96 % of the other 5000 rows are read, {what}",
            seconds,
            "s",
            at_most=SECONDS,
            note=f"{seen['steps']} steps in {seen['seconds']:.0f} s; {seen['accuracy']:.1%} at most",
            if_missed="" if seen["reached"] is not None else "it was not reached",
        ),
        Row(
            f"longest stall, {what}",
            seen["wall"],
            "ms",
            at_most=STALL_MS,
            note=f"p99 {seen['p99']:.0f} ms; the worst without what other programs had of the cores: {worst} ms",
            if_missed=f"{seen['own']:.0f} ms without what other programs had of the cores",
            details=seen,
        ),
        Row(f"longest work of the window's thread between two ticks, {what}", seen["working"], "ms", at_most=STALL_MS),
        Row(f"frames a second, {what}", seen["frames_per_second"], "fps", at_least=FRAMES),
        Row(
            f"training speed kept, {what}",
            seen["speed_kept"],
            at_least=SPEED_KEPT_BY_PICTURES,
            note=f"{speed['window']:.0f} steps/s in the window, {speed['alone']:.0f} alone",
            details={"steps_per_second": speed},
        ),
    ]
