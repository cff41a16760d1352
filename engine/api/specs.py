"""The parts of an experiment as a person writes them: ``Dense(100, l2=0.01)``, ``Adam(0.001)``, ``Data("digits")``."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, Final, Generic, ParamSpec, TypeVar, cast, overload

from pydantic import ValidationError

from engine.data.spec import DataSpec
from engine.errors import ExperimentError
from engine.experiment.calls import check_no_frame
from engine.experiment.lanes.spec import LaneSpec
from engine.experiment.plain_data import plain_data
from engine.experiment.validation import plain_error
from engine.nn.layers.activation import ActivationSpec
from engine.nn.layers.average_pool import AveragePoolSpec
from engine.nn.layers.batch_norm import BatchNormSpec
from engine.nn.layers.conv2d import Conv2dSpec
from engine.nn.layers.dense import DenseSpec
from engine.nn.layers.dropout import DropoutSpec
from engine.nn.layers.flatten import FlattenSpec
from engine.nn.layers.global_average_pool import GlobalAveragePoolSpec
from engine.nn.layers.layer_norm import LayerNormSpec
from engine.nn.layers.max_pool import MaxPoolSpec
from engine.nn.layers.registry import LAYERS
from engine.optim import schedules, stopping
from engine.optim.adam import AdamSpec, AdamwSpec, NadamSpec
from engine.optim.adaptive import AdadeltaSpec, AdagradSpec, RmspropSpec
from engine.optim.registry import OPTIMIZERS
from engine.optim.sgd import MomentumSpec, NesterovSpec, SgdSpec
from engine.spec import Spec

P = ParamSpec("P")
FirstT = TypeVar("FirstT")
SpecT = TypeVar("SpecT", bound=Spec)


class Part(Generic[P, FirstT, SpecT]):
    """Makes specs of one kind. Its first setting may be given by place: ``Dropout(0.2)`` is ``Dropout(rate=0.2)``.

    The settings, their limits and what they are by themselves are those of the spec, and so is what comes out.
    """

    def __init__(self, spec: Callable[P, SpecT], first: str | None, kind: type[FirstT], **by_itself: Any) -> None:
        """first: the setting that comes first, if any, and kind: its type. by_itself: what differs from the spec's."""
        self.spec = cast(type[SpecT], spec)
        self.first = first
        self.by_itself = by_itself
        self.__doc__ = self.spec.__doc__

    @overload
    def __call__(self, *args: P.args, **settings: P.kwargs) -> SpecT: ...

    @overload
    def __call__(self, first: FirstT, /, *args: P.args, **settings: P.kwargs) -> SpecT: ...

    def __call__(self, *args: Any, **settings: Any) -> SpecT:  # type: ignore[misc]  # P stands for anything
        """Raises ExperimentError: one sentence that names the setting, its range and the value."""
        given: dict[str, Any] = {**self.by_itself, **settings}
        if args:
            if self.first is None:
                raise ExperimentError("Write each setting as name=value.")
            if len(args) > 1:
                raise ExperimentError(
                    "Only {first} may stand without its name; write the others as name=value.", first=self.first
                )
            if self.first in settings:
                raise ExperimentError("{path}: given twice.", path=self.first)
            given[self.first] = args[0]
        check_no_frame("source", given.get("source"))
        try:
            return self.spec.model_validate({name: plain_data(value) for name, value in given.items()})
        except ValidationError as error:
            raise plain_error(error, self.spec) from None

    def __repr__(self) -> str:
        names = ", ".join(name for name in self.spec.model_fields if name != "kind")
        return f"{self.spec.__name__.removesuffix('Spec')}({names})"

    def usual(self, name: str) -> object:
        """What a setting is where nothing is said; Ellipsis where something has to be."""
        field = self.spec.model_fields[name]
        return self.by_itself.get(name, ... if field.is_required() else field.get_default(call_default_factory=True))


if TYPE_CHECKING:
    from engine.nn.layers.parts.initializers import Initialization, ShortName

    class _Dense(DenseSpec):
        """What a person may write: the spec itself, once made, has full names only."""

        initialization: Initialization | ShortName = "he_uniform"  # type: ignore[assignment]

    Dense = Part(_Dense, "units", int)
else:
    Dense = Part(DenseSpec, "units", int)
Activation = Part(ActivationSpec, "function", str)
Dropout = Part(DropoutSpec, "rate", float)
BatchNorm = Part(BatchNormSpec, "momentum", float)
LayerNorm = Part(LayerNormSpec, "epsilon", float)
Conv2d = Part(Conv2dSpec, "filters", int)
MaxPool = Part(MaxPoolSpec, "size", int)
AveragePool = Part(AveragePoolSpec, "size", int)
GlobalAveragePool = Part(GlobalAveragePoolSpec, None, object)
Flatten = Part(FlattenSpec, None, object)

Sgd = Part(SgdSpec, "learning_rate", float)
Momentum = Part(MomentumSpec, "learning_rate", float)
Nesterov = Part(NesterovSpec, "learning_rate", float)
Adagrad = Part(AdagradSpec, "learning_rate", float)
Rmsprop = Part(RmspropSpec, "learning_rate", float)
Adadelta = Part(AdadeltaSpec, "learning_rate", float)
Adam = Part(AdamSpec, "learning_rate", float)
Nadam = Part(NadamSpec, "learning_rate", float)
Adamw = Part(AdamwSpec, "learning_rate", float)

ConstantSchedule = Part(schedules.ConstantSchedule, "warm_up", int)
StepSchedule = Part(schedules.StepSchedule, "every", int)
ExponentialSchedule = Part(schedules.ExponentialSchedule, "half_life", int)
CosineSchedule = Part(schedules.CosineSchedule, "over", int)
PlateauSchedule = Part(schedules.PlateauSchedule, "every", int)
EarlyStopping = Part(stopping.EarlyStopping, "patience", int, on=True)

Data = Part(DataSpec, "source", str)
Lane = Part(LaneSpec, "name", str)

PARTS: Final[dict[type[Spec], tuple[str, Part[..., Any, Any]]]] = {
    part.spec: (name, part) for name, part in tuple(globals().items()) if isinstance(part, Part)
}
"""Spec -> what makes it, and its name."""


def _add_part(spec: type[Spec]) -> None:
    """Lets a kind be written that is not listed above, by the name of its spec: only type checkers miss the line."""
    name = spec.__name__.removesuffix("Spec")
    first = next((field for field in spec.model_fields if field != "kind"), None)
    PARTS[spec] = name, Part(spec, first, object)
    globals()[name] = PARTS[spec][1]


for _kinds in (LAYERS, OPTIMIZERS, schedules.SCHEDULES):
    for _spec in _kinds.values():
        if _spec not in PARTS:
            _add_part(_spec)
