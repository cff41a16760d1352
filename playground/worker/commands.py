"""What the window can ask of the training thread: see `playground.worker.thread.TrainingThread.submit`."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, TypeAlias

from numpy.typing import NDArray

from engine.data import Dataset
from engine.experiment.experiment import Experiment
from engine.inspectors import InspectionRequest
from engine.records import record
from engine.train.kept.run_state import Checkpoint
from engine.train.trainer import Trainer

if TYPE_CHECKING:
    from engine.train.kept.interventions import WeightEdit

Parameters: TypeAlias = Sequence[Sequence[Mapping[str, NDArray[Any]]]]
"""An entry a lane, of one entry a layer."""


@record(eq=False)
class Weights:
    """What a run can begin with in place of the seed's weights: a model's parameters."""

    lanes: Parameters


@record
class Load:
    """Start again: a new trainer for this experiment, also one with other first weights, or one that goes on from a
    checkpoint, or from a run that was kept under a number. Their settings may differ in what can be changed live.

    The number of a run stands for one history, which only grows: panels read what is new in it.

    The run that there was, and those kept, are kept on where their number is among ``wanted``.
    """

    run: int
    experiment: Experiment
    dataset: Dataset
    start: Checkpoint | Weights | int | None = None
    wanted: frozenset[int] = frozenset()


@record
class Apply:
    """Take changed numbers, live; where this run cannot, `Reports.outdated` says so."""

    run: int
    experiment: Experiment


@record
class Play:
    """Train so many steps, or, with None, up to the experiment's own number (and as many again from there).

    With ``to_epoch`` up to the next step that begins an epoch. ``serial`` comes back with `TrainingThread.stopped`, so
    that the end of one play is not taken for another's.
    """

    serial: int
    steps: int | None = None
    to_epoch: bool = False


@record
class Pause:
    """Stop stepping and report."""


@record
class Limit:
    """Train no more than so many steps a second; with None, as many as the machine can make."""

    speed: float | None


@record
class SaveModel:
    """Write the parameters of all lanes to a file."""

    path: Path


@record
class SaveRun:
    """Write the run as it is, to go on from there another time."""

    path: Path


@record
class Branch:
    """Go on as run ``run`` with one more lane, the last of the experiment, which starts as ``lane`` was at a kept step,
    or is now.

    ``serial`` tells branches apart: one that was taken back and is made again starts at the same weights. Where its
    network is another, ``noise`` parts what is new from what it is copied from (`engine.train.kept.growing`). With
    ``edit`` one number is another from its start on. ``back``: the run that had this lane, which comes back as it was
    left where it is still kept. ``wanted``: runs that something leads back to, this one's number too.
    """

    run: int
    experiment: Experiment
    lane: int
    step: int | None
    serial: int
    noise: float = 0.0
    edit: WeightEdit | None = None
    back: int | None = None
    wanted: frozenset[int] = frozenset()


@record
class Unbranch:
    """Go on without a lane, and without the layers that it alone has; without the last one, where none is named.

    ``back``: a run without it, which comes back in place of this one where it has come further. ``wanted`` as for
    `Branch`.
    """

    run: int
    experiment: Experiment
    lane: int | None = None
    back: int | None = None
    wanted: frozenset[int] = frozenset()


@record
class LookBack:
    """Show the run as it was at one of its kept steps, or, with None, as it is now. The run itself is not touched."""

    step: int | None


@record
class OpenTest:
    """Look at the test rows, which are sealed where there are validation rows, as the run is now."""


@record(eq=False)
class Export:
    """Let ``write`` make a file of the run as it is."""

    write: Callable[[Trainer], None]
    path: Path


@record
class Inspect:
    """Look at this of the inside of the network from now on."""

    request: InspectionRequest


@record
class Capture:
    """Say what the run is just now, so that it can go on from there another time."""


Command: TypeAlias = (
    Load
    | Apply
    | Play
    | Pause
    | Limit
    | SaveModel
    | Export
    | SaveRun
    | Branch
    | Unbranch
    | LookBack
    | OpenTest
    | Inspect
    | Capture
)

WRITES: Final = SaveModel | Export | SaveRun
"""Those that leave the run as it is and write its ``path``."""
