"""What is exported: one lane by itself, with its settings, its parameters, and what makes raw rows its input."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from engine.arrays import Array
from engine.data.preprocessing.preparation import Preparation, Prepared
from engine.data.reading.idx import pixel_names
from engine.data.task import Task
from engine.errors import PlaygroundError
from engine.experiment.experiment import Experiment
from engine.experiment.lanes.lanes import isolate_lane
from engine.nn.layers.base import Shape
from engine.nn.losses import LOSSES
from engine.nn.shapes import row_shape
from engine.records import record
from engine.store.model_files import Model
from engine.store.provenance import Origin, provenance
from engine.train.trainer import Trainer


@record(eq=False)
class TrainedLane(Prepared):
    """``experiment`` has this lane only; ``parameters`` has an entry a layer, as model files have.

    preparation: what makes the columns of a table its features.
    """

    experiment: Experiment
    parameters: Sequence[Mapping[str, Array]]
    classes: tuple[str, ...]
    preparation: Preparation
    steps: int | None = None
    """How many steps show again what it has done; None where that is not known."""
    has_ended: bool = False
    """Whether the run was over, which lets lanes go back to their best."""
    origin: Origin = "seed"
    is_named: bool = True
    """Whether the names of the columns come from the source, and are not made up."""
    target_name: str = ""
    """What the numbers are called that were learned, without ``classes``; see `engine.data.Dataset`."""
    target_offset: float = 0.0
    target_scale: float = 1.0
    image_shape: tuple[int, int] | None = None
    """(height, width), where a row is a picture."""

    @property
    def task(self) -> Task:
        return "classes" if self.classes else "numbers"

    @property
    def row_shape(self) -> Shape:
        """Of a row, as the network sees it."""
        return row_shape(self.experiment.layers, self)

    @property
    def name(self) -> str:
        return self.experiment.lanes[0].name

    @property
    def gives_probabilities(self) -> bool:
        """Whether softmax makes probabilities of the outputs; those of squared error are used as they are."""
        return self.task == "classes" and LOSSES[self.experiment.loss].has_probabilities

    @property
    def n_bytes(self) -> int:
        """Of all parameters."""
        return sum(array.nbytes for layer in self.parameters for array in layer.values())


def lane_of_model(model: Model, lane: int) -> TrainedLane:
    """A lane of a saved model."""
    return TrainedLane(
        experiment=isolate_lane(model.experiment, lane),
        parameters=model.lanes[lane],
        classes=model.classes,
        preparation=model.of(lane)[0].preparation,
        steps=None if model.provenance is None else model.provenance.steps_of(lane),
        has_ended=model.provenance is not None and model.provenance.has_ended,
        origin="seed" if model.provenance is None else model.provenance.origin(lane),
        is_named=model.feature_names != pixel_names(len(model.feature_names))
        if model.is_named is None
        else model.is_named,
        target_name=model.target_name,
        target_offset=model.target_offset,
        target_scale=model.target_scale,
        image_shape=model.image_shape,
    )


def lane_of_run(trainer: Trainer, lane: int) -> TrainedLane:
    """A lane of a run, with the parameters that it has now."""
    dataset, found = trainer.of(lane)[0].dataset, provenance(trainer)
    return TrainedLane(
        experiment=isolate_lane(trainer.experiment, lane),
        parameters=trainer.lane_parameters(lane),
        classes=dataset.classes,
        preparation=dataset.preparation,
        steps=found.steps_of(lane),
        has_ended=found.has_ended,
        origin=found.origin(lane),
        is_named=dataset.is_named,
        target_name=dataset.target_name,
        target_offset=dataset.target_offset,
        target_scale=dataset.target_scale,
        image_shape=dataset.image_shape,
    )


def lane_called(experiment: Experiment, name: str | None) -> int:
    """The index of the lane of this name; without a name, of the only one.

    Raises:
        PlaygroundError: there is no such lane, or there are several to choose from.
    """
    names = [lane.name for lane in experiment.lanes]
    if name is None and len(names) == 1:
        return 0
    if name in names:
        return names.index(name)
    listed = ", ".join(names)
    if name is None:
        raise PlaygroundError("There are {count} lanes: choose one of {lanes}.", count=len(names), lanes=listed)
    raise PlaygroundError("There is no lane {name}: choose one of {lanes}.", name=name, lanes=listed)
