"""What a schedule adds to the training loop of a script: a function of the step, or looks at the test loss."""

from __future__ import annotations

from collections.abc import Iterator

from engine.optim.schedules import NOTHING, PlateauSchedule, ScheduleSpec


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
    if isinstance(schedule, PlateauSchedule):
        yield f"    factor, plateau = 1.0, Patience({schedule.minimum_change!r})"


def after_step(schedule: ScheduleSpec) -> Iterator[str]:
    """What it does after a step."""
    if isinstance(schedule, PlateauSchedule):
        yield f"        if (step + 1) % {schedule.every} == 0:  # a look at the test loss"
        yield "            plateau.look(figures(layers, test_x, test_y)[0])"
        yield f"            if plateau.waited >= {schedule.patience}:"
        yield f"                factor, plateau.waited = factor * {schedule.factor!r}, 0"
        yield f"                factor = factor if factor >= {NOTHING!r} else 0.0"
