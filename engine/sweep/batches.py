"""Batches: trials that may share a network, gathered so that they cost little and fit into a worker's memory."""

from __future__ import annotations

from collections.abc import Sequence
from math import ceil, prod
from typing import Final

from engine.errors import PlaygroundError
from engine.experiment.experiment import Experiment
from engine.experiment.lanes.groups import groups
from engine.experiment.lanes.lane_edits import MOST_LANES
from engine.nn.layers.base import Shape
from engine.nn.shapes import layer_shapes, parameter_shapes, row_shape
from engine.records import record
from engine.sweep.plan import Plan, Trial
from engine.sweep.rows import Rows
from engine.train.kept.run_state import Checkpoint
from engine.train.memory import needed_memory

SHARE_OF_MEMORY: Final = 0.5
"""Of a worker's, that a batch may take: the rows, Python and NumPy have the rest."""
LONGEST: Final = 3e12
"""Multiplications of a batch, about: some minutes, which is what a worker that dies costs."""


@record
class Batch:
    """Trials that train together, a lane each. ``table``: which table its rows are of. It goes on from ``checkpoint``
    up to the step ``until``; with ``is_last`` that is the end of the run.
    """

    trials: tuple[int, ...]
    experiment: Experiment
    table: int
    until: int
    is_last: bool
    checkpoint: Checkpoint | None = None


def batch_of(
    plan: Plan, rows: Rows, trials: Sequence[Trial], until: int, checkpoint: Checkpoint | None = None
) -> Batch:
    """These trials of one network."""
    (group,) = groups(plan.shared(trials))
    experiment = group.experiment
    assert experiment.steps is not None
    return Batch(
        tuple(trial.number for trial in trials),
        experiment,
        rows.table_of(experiment.data),
        until,
        until == experiment.steps,
        checkpoint,
    )


def gathered(
    plan: Plan, rows: Rows, trials: Sequence[Trial], *, workers: int, memory: int | None, steps: int | None = None
) -> list[list[Trial]]:
    """The trials of each batch: as many as may share a network, fit into ``memory`` bytes of a worker and take some
    minutes; but no fewer batches than there are workers, and all of one network about equally large.

    steps: how many are to be made; by itself all.
    """
    networks: dict[str, list[Trial]] = {}
    for trial in trials:
        networks.setdefault(plan.network(trial), []).append(trial)
    found = []
    for members in networks.values():
        most = _most_lanes(plan, rows, members[0], memory, steps)
        n = ceil(len(members) / most)
        if len(networks) < workers:
            n = max(n, min(workers, len(members)))
        n = min(len(members), ceil(n / workers) * workers) if n > 1 else n
        size, more = divmod(len(members), n)
        start = 0
        for place in range(n):
            stop = start + size + (place < more)
            found.append(members[start:stop])
            start = stop
    return found


def _most_lanes(plan: Plan, rows: Rows, trial: Trial, memory: int | None, steps: int | None) -> int:
    experiment = plan.alone(trial)
    shape = row_shape(experiment.layers, rows.shape(experiment.data))
    fit = MOST_LANES if memory is None else int(memory * SHARE_OF_MEMORY / lane_memory(experiment, shape))
    cost = float(steps or experiment.steps or 1) * multiplications(experiment, shape)
    return max(1, min(MOST_LANES, fit, int(LONGEST / max(1.0, cost))))


def multiplications(experiment: Experiment, shape: Shape) -> int:
    """How many a step of one lane takes, roughly. shape: of a row.

    A product for the values, and two for the gradients, with each parameter and row; of a picture at each place.
    """
    shapes = layer_shapes(experiment.layers, shape)
    counts = (sum(map(prod, each.values())) for each in parameter_shapes(experiment.layers, shape))
    products = sum(count * prod(after[:-1]) for count, after in zip(counts, shapes[1:], strict=True))
    return 3 * experiment.batch_size * products


def lane_memory(experiment: Experiment, shape: Shape) -> int:
    """Bytes that one lane takes, roughly."""
    return needed_memory(experiment.model_copy(update={"lanes": experiment.lanes[:1]}), shape)


def check_memory(plan: Plan, rows: Rows, memory: int | None) -> None:
    """Raises PlaygroundError where a trial alone does not fit into the memory of a worker."""
    if memory is None:
        return
    for trial in {plan.network(trial): trial for trial in plan.trials}.values():
        size = needed(plan, rows, [[trial]])
        if size > memory:
            raise PlaygroundError(
                "Trial {trial}, {setting}, needs about {needed:.1f} GB of memory, but a worker has {available:.1f} GB: "
                "use fewer units or rows, or fewer workers.",
                trial=trial.number,
                setting=plan.setting_name(trial),
                needed=size / 1e9,
                available=memory / 1e9,
            )


def needed(plan: Plan, rows: Rows, batches: Sequence[Sequence[Trial]]) -> int:
    """Bytes that the largest batch takes, roughly, rows included."""
    lanes: dict[str, int] = {}
    largest = 0
    for batch in batches:
        name = plan.network(batch[0])
        if name not in lanes:
            experiment = plan.alone(batch[0])
            lanes[name] = lane_memory(experiment, row_shape(experiment.layers, rows.shape(experiment.data)))
        largest = max(largest, len(batch) * lanes[name])
    return largest + rows.nbytes
