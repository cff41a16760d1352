"""Makes painted points what an experiment learns from."""

from __future__ import annotations

from collections.abc import Sequence

from engine.data.preprocessing.sizes import OF_TOYS, rows_asked
from engine.data.spec import Point
from engine.experiment.experiment import Experiment, parse


def with_points(experiment: Experiment, points: Sequence[Point]) -> Experiment:
    """All of the points, shared out among training, validation and test rows as there were before.

    Raises:
        ExperimentError: there are too many.
    """
    changed = experiment.to_dict()
    data = changed["data"]
    sizes = rows_asked(experiment.data, OF_TOYS)
    data |= {"source": "painted", "points": [list(point) for point in points]}
    if len(points) >= len(sizes):
        data["train"], data["validation"], data["test"] = shared_out(sizes, len(points))
    return parse(changed)


def shared_out(sizes: Sequence[int], total: int) -> list[int]:
    """As many as there are, in these proportions: at least one where there was one, the remainder for the first."""
    new = [max(1, total * size // sum(sizes)) if size else 0 for size in sizes[1:]]
    return [total - sum(new), *new]
