"""What a comparison is."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, Literal

from engine.data.dataset import Dataset
from engine.experiment.experiment import Experiment
from engine.experiment.field_path import FieldPath
from engine.experiment.lanes.grids import check_has_layers
from engine.experiment.lanes.lane_edits import compare
from engine.experiment.lanes.lanes import isolate_lane
from engine.experiment.lanes.spec import ON
from engine.records import record

Group = Literal["network", "training", "overfitting", "rows", "chance"]


@record
class Start:
    """What a comparison is made from: all else stays as it is in this lane.

    rows: how many training rows there are, or None while they are not read. picture: (height, width) of each, where
    rows are pictures.
    """

    experiment: Experiment
    lane: int = 0
    rows: int | None = None
    picture: tuple[int, int] | None = None

    @classmethod
    def of(cls, experiment: Experiment, lane: int, dataset: Dataset | None) -> Start:
        """With what is known of the rows as they were read."""
        if dataset is None:
            return cls(experiment, lane)
        rows = len(dataset.train_y) if experiment.data.train_on is None else None
        return cls(experiment, lane, rows, dataset.image_shape)

    @property
    def alone(self) -> Experiment:
        """The lane alone, its settings written into the stack, which is without the layers that it has switched off: as
        layers that pass on they would be taken for activations to change."""
        alone = isolate_lane(self.experiment, self.lane)
        settings = self.experiment.lanes[self.lane].set
        layers = tuple(
            layer for at, layer in enumerate(alone.layers) if settings.get(str(FieldPath.of_layer(at, ON)), True)
        )
        return alone if len(layers) == len(alone.layers) else alone.model_copy(update={"layers": layers})

    @property
    def n_rows(self) -> int | None:
        """Of training: what was read, or else what is asked for; without the fold that the lane leaves out."""
        train, data = self.experiment.data.train, self.alone.data
        rows = self.rows if self.rows is not None else train if isinstance(train, int) else None
        if rows is None or data.fold is None or data.folds is None or self.experiment.data.fold is not None:
            return rows  # with a fold for all lanes, what was read is without it
        return rows - rows // data.folds - (data.fold <= rows % data.folds)


def _always(start: Start) -> None:
    return None


@record
class Comparison:
    """``title`` is on its chip, and ``help`` is one sentence on what there is to see; the window translates both.

    check: raises ExperimentError where the comparison cannot be made, quickly. make: the experiment with its lanes;
    raises the same, and whatever its values may be refused for.
    """

    name: str
    title: str
    help: str
    group: Group
    make: Callable[[Start], Experiment]
    check: Callable[[Start], None] = _always


def of_values(
    name: str, title: str, help_text: str, group: Group, field: str, propose: Callable[[Start], Sequence[Any]]
) -> Comparison:
    """Lanes that differ in one setting. field: its path, or its short name; propose: values around the present one."""

    def check(start: Start) -> None:
        check_has_layers(start.alone, [field])

    def make(start: Start) -> Experiment:
        check(start)
        return compare(start.alone, field, propose(start))

    return Comparison(name, title, help_text, group, make, check)
