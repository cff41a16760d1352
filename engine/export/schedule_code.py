"""What a schedule adds to the training loop of a script: a function of the step, or looks at the held-out loss."""

from __future__ import annotations

from collections.abc import Iterator

from engine.optim.schedules import NOTHING, ScheduleSpec


def rate_code(schedule: ScheduleSpec) -> str:
    """The function ``rate_factor(step)``; empty where the learning rate does not follow the step."""
    return "" if schedule.is_level and not schedule.warm_up else "\n".join(_rate_lines(schedule))


def _rate_lines(schedule: ScheduleSpec) -> Iterator[str]:
    yield "def rate_factor(step: int) -> float:"
    yield '    """What the learning rate is multiplied by."""'
    if schedule.warm_up:
        yield f"    if step < {schedule.warm_up}:"
        yield f"        return (step + 1) / {schedule.warm_up}"
    if schedule.is_level:
        yield "    return 1.0"
        return
    yield f"    t = step - {schedule.warm_up}" if schedule.warm_up else "    t = step"
    yield f"    factor = {schedule.expression()}"
    yield f"    return factor if factor >= {NOTHING!r} else 0.0"


def rate(schedule: ScheduleSpec) -> str:
    """The learning rate of a step."""
    base = "LEARNING_RATE" if schedule.look_every is None else "LEARNING_RATE * factor"
    if rate_code(schedule):
        return f"np.float32(np.float32({base}) * rate_factor(step))"
    return f"np.float32({base})"


def before_training(schedule: ScheduleSpec) -> Iterator[str]:
    """What it remembers."""
    yield from _indented(schedule.memory_code(), 1)


def after_step(schedule: ScheduleSpec, rows: str) -> Iterator[str]:
    """What it does after a step. rows: ``valid`` or ``test``, the held-out rows."""
    if schedule.look_every is not None:
        yield f"        if (step + 1) % {schedule.look_every} == 0:  # a look at the {rows} loss"
        yield from _indented(schedule.look_code(f"figures(layers, {rows}_x, {rows}_y)[0]"), 3)


def _indented(code: str, steps: int) -> Iterator[str]:
    for line in code.splitlines():
        yield "    " * steps + line
