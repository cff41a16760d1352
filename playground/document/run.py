"""The run of the open document, as the window drives it: play, pause, look back, look inside, write it to a file.

What is asked for goes to the training thread as a command; what comes of it comes back as a signal.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from engine.data import Dataset
from engine.experiment.edits.live_edits import needs_restart
from engine.experiment.experiment import Experiment
from engine.inspectors import InspectionRequest
from engine.train.kept.run_state import Checkpoint
from engine.train.openings import Openings
from engine.train.snapshot import Snapshot
from engine.train.trainer import Trainer
from playground.document.undo import BEGINNING, LeftRun, Start
from playground.worker.commands import (
    Apply,
    Branch,
    Capture,
    Export,
    Inspect,
    Limit,
    Load,
    LookBack,
    OpenTest,
    Pause,
    Play,
    SaveModel,
    SaveRun,
    Unbranch,
)
from playground.worker.thread import TrainingThread
from playground.worker.writings import Refused


class RunController(QObject):
    """Lives in the window's thread. Which experiment is trained, and on which rows, the session says."""

    snapshot_changed = Signal(object)
    """The newest Snapshot; None at once after a restart."""
    training_changed = Signal(bool)
    outdated = Signal()
    """The experiment's run is to be loaded anew: what there was could not follow."""
    failed = Signal(object)
    """A PlaygroundError: what was asked for could not be done."""
    model_saved = Signal(object)
    """The Path of the file."""
    saved = Signal(object)
    """The Path of the file that the run was written to."""
    captured = Signal(object, float)
    """A Checkpoint, which `capture` has asked for, and the seconds that taking it has cost."""
    branched = Signal(str, float)
    """A lane whose network is another than that of the lane that it comes from, and by how much its outputs are others,
    as a share of their spread."""
    exported = Signal(object)
    """The Path of a file that `export` has written."""

    def __init__(self, ready: Callable[[Callable[[], None]], bool], parent: QObject) -> None:
        """``ready(then)``: whether there are rows to train on; ``then`` is called where they are found later."""
        super().__init__(parent)
        self.number = 0
        """Each restart has the next one."""
        self.snapshot: Snapshot | None = None
        self.is_training = False
        self.request = InspectionRequest()
        self.speed_limit: float | None = None
        """Steps a second; None is full speed. No part of the experiment: see `set_speed_limit`."""
        self.starts_from_model = False
        """Whether the run began from parameters that the seed alone would not give."""
        self.is_untouched = True
        """Whether the run stands where the seed's weights begin."""
        self._ready = ready
        self._serial = 0
        self._is_closed = False
        self._thread = TrainingThread(self)
        self._thread.published.connect(self._on_published)
        self._thread.outdated.connect(self._on_outdated)
        self._thread.stopped.connect(self._on_stopped)
        self._thread.failed.connect(self.failed)
        self._thread.refused.connect(self._on_refused)
        self._thread.saved.connect(self.model_saved)
        self._thread.exported.connect(self.exported)
        self._thread.run_saved.connect(self.saved)
        self._thread.captured.connect(self._on_captured)
        self._thread.branched.connect(self._on_branched)

    # --- playing ----------------------------------------------------------------------------------------------------

    def toggle(self) -> None:
        """Plays or pauses."""
        if self.is_training:
            self.pause()
        else:
            self.play()

    def play(self, steps: int | None = None, *, to_epoch: bool = False) -> None:
        """Trains up to the experiment's number of steps, or so many; from there, as many again.

        With ``to_epoch``, up to the next step that begins an epoch.
        """
        if self._is_closed:
            return
        if not self._ready(partial(self.play, steps, to_epoch=to_epoch)):
            return
        self._serial += 1
        self.is_untouched = False
        self._thread.submit(Play(self._serial, steps, to_epoch))
        self._set_training(True)

    def pause(self) -> None:
        if self.is_training:
            self._serial += 1
            self._thread.submit(Pause())
            self._set_training(False)

    def step(self) -> None:
        """Makes one step and pauses."""
        self.pause()
        self.play(1)

    def epoch(self) -> None:
        """Trains up to the next epoch and pauses."""
        self.pause()
        self.play(to_epoch=True)

    def look_back(self, step: int | None) -> None:
        """Shows the run as it was at a step that is kept, paused; with None as it is now. Playing goes on from now."""
        self.pause()
        if self.snapshot is not None:
            self._thread.submit(LookBack(step))

    def open_test_set(self) -> None:
        """Shows what the lanes make of the test rows now, paused; with the next step they are sealed again.

        That it was done stays with the run, and with all others on the same split.
        """
        self.pause()
        if self.snapshot is not None and self.snapshot.has_validation:
            self._thread.submit(OpenTest())

    def set_speed_limit(self, limit: float | None) -> None:
        """So many steps a second at most, from now on; None is full speed."""
        self.speed_limit = limit
        self._thread.submit(Limit(limit))

    def inspect(self, request: InspectionRequest) -> None:
        """What of the inside of the network somebody looks at: `Snapshot.inside` has it from now on."""
        if request != self.request:
            self.request = request
            self._thread.submit(Inspect(request))

    # --- for the session: which run it is ---------------------------------------------------------------------------

    def load(self, experiment: Experiment, dataset: Dataset, start: Start, wanted: frozenset[int]) -> None:
        """Another run in place of this one: it begins with the seed's weights, or goes on from ``start``.

        This one is kept, as are those that have their number among ``wanted``.
        """
        from_model = start.from_model if isinstance(start, LeftRun) else start is not None
        if isinstance(start, Checkpoint) and needs_restart(start.experiment, experiment):
            start, from_model = None, False
        wanted |= {self.number}
        origin = start.number if isinstance(start, LeftRun) else start
        if isinstance(origin, int):
            wanted |= {origin}
        self.number += 1
        self.snapshot = None
        self.starts_from_model = from_model
        self.is_untouched = not origin
        self._thread.submit(Load(self.number, experiment, dataset, origin, wanted))
        self.snapshot_changed.emit(None)

    def unload(self) -> None:
        """There are no rows to train on: whatever the run still says is about another experiment."""
        self.pause()
        self.number += 1
        self.snapshot = None
        self.snapshot_changed.emit(None)

    def apply(self, experiment: Experiment) -> None:
        """Takes changed numbers, live."""
        self._thread.submit(Apply(self.number, experiment))

    def regroup(
        self,
        command: Callable[..., Branch | Unbranch],
        experiment: Experiment,
        back: LeftRun | None,
        wanted: frozenset[int],
    ) -> None:
        """Goes on with a lane more or less, or with the run ``back``, which had these lanes. ``command`` is told the
        run's new number. This one is kept, as are those that have their number among ``wanted``.
        """
        origin = None if back is None or back == BEGINNING else back.number
        wanted |= {self.number} | ({origin} if origin is not None else set())
        self.number += 1  # snapshots on their way have another number of lanes
        self.snapshot = None
        self.is_untouched = False
        self.starts_from_model = True  # a weight of a branch may be another, at step 0, too
        self._thread.submit(command(run=self.number, experiment=experiment, back=origin, wanted=wanted))
        self.snapshot_changed.emit(None)

    def left(self) -> LeftRun:
        """The run as it is left now, to come back to."""
        return BEGINNING if self.is_untouched else LeftRun(self.number, self.is_training, self.starts_from_model)

    # --- keeping it -------------------------------------------------------------------------------------------------

    def capture(self) -> None:
        """Asks for the run as it is; `captured` follows, unless the run is another by then."""
        self._thread.submit(Capture())

    def at_rest(self) -> Checkpoint | None:
        """The run as it is, paused; None where nothing was trained.

        Raises:
            TimeoutError: it does not come to rest.
        """
        self.pause()
        checkpoint = self._thread.at_rest(self.number)
        if checkpoint is None or self.is_worth_keeping(checkpoint.step, checkpoint.openings):
            return checkpoint
        return None

    def finish_writing(self, timeout: float) -> list[Path]:
        """Waits so many seconds for the files that were asked for. Those that are not written by then."""
        return self._thread.finish_writing(timeout)

    def take_refused(self) -> list[Refused]:
        """The files that could not be written and that nobody has been told of yet; whoever takes them tells."""
        return self._thread.take_refused()

    def is_worth_keeping(self, step: int, openings: Openings) -> bool:
        """Whether a run that has come to this step is more than its seed alone would give."""
        return step > 0 or self.starts_from_model or openings.count > 0

    def save_model(self, path: Path) -> None:
        """Writes the parameters of all lanes; `model_saved` or `failed` follows."""
        self._thread.submit(SaveModel(path))

    def save(self, path: Path) -> None:
        """Writes the run as it has come to be; `saved` or `failed` follows."""
        self._thread.submit(SaveRun(path))

    def export(self, write: Callable[[Trainer], None], path: Path) -> None:
        """Lets ``write`` make a file of the run as it is, in the training thread; `exported` or `failed` follows."""
        self._thread.submit(Export(write, path))

    def close(self) -> bool:
        """Stops training for good; False if it does not stop within two seconds."""
        self._is_closed = True
        self._set_training(False)
        return self._thread.close()

    # --- what comes back --------------------------------------------------------------------------------------------

    def _set_training(self, is_training: bool) -> None:
        if self.is_training != is_training:
            self.is_training = is_training
            self.training_changed.emit(is_training)

    def _on_published(self) -> None:
        snapshot = self._thread.mailbox.take()
        if snapshot is not None and snapshot.run == self.number:
            self.snapshot = snapshot
            self.snapshot_changed.emit(snapshot)  # panels paint before this returns
        self._thread.mailbox.painted.set()

    def _on_outdated(self, run: int) -> None:
        if run == self.number and not self._is_closed:
            self.outdated.emit()

    def _on_stopped(self, serial: int) -> None:
        if serial == self._serial:
            self._set_training(False)

    def _on_refused(self) -> None:
        for refused in self.take_refused():
            self.failed.emit(refused.problem)

    def _on_captured(self, captured: tuple[int, Checkpoint, float]) -> None:
        run, checkpoint, seconds = captured
        if run == self.number:
            self.captured.emit(checkpoint, seconds)

    def _on_branched(self, branched: tuple[int, str, float]) -> None:
        run, lane, moved = branched
        if run == self.number:
            self.branched.emit(lane, moved)
