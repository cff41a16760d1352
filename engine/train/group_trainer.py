"""The trainer of a group: steps the lanes of one network, measures them, and takes changes between two steps."""

from __future__ import annotations

import time
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any
from weakref import ref

import numpy as np
from numpy.typing import NDArray

from engine.arrays import Array
from engine.data.dataset import Dataset
from engine.experiment.edits.live_edits import live_changes, needs_restart, with_other_units
from engine.experiment.experiment import Experiment
from engine.experiment.lanes.lanes import lane_setup
from engine.nn.losses import LOSSES
from engine.nn.network import Network
from engine.nn.shapes import row_shape
from engine.optim.registry import make_optimizer
from engine.optim.schedules import Plateau
from engine.optim.stopping import BestLooks, next_look
from engine.train.fit import check_augmentation, check_fit, check_off_units
from engine.train.history.history import History, Mark, held_out, measures
from engine.train.history.label_spread import Spreads
from engine.train.history.layer_history import LayerHistoryView, StepRecorder
from engine.train.lane_states import LaneStates
from engine.train.openings import UNOPENED, Openings
from engine.train.rows import Rows
from engine.train.stepping.lane_threads import LaneThreads
from engine.train.stepping.stepper import Stepper
from engine.train.together import Together

if TYPE_CHECKING:
    from engine.train.stepping.step_parts import StepParts


class GroupTrainer:
    """Trains all lanes of one network in lockstep; ``experiment`` says of its lanes only what these may differ in, see
    `engine.experiment.lanes.groups`. Its lanes are counted from 0; ``together`` knows the others.

    ``run`` steps, ``measure`` evaluates, ``snapshot`` reports. A lane that has a parameter which is not finite, or an
    output for its coming batch, is frozen as it is, noted in ``diverged_at`` with the steps it has made, and leaves the
    network; the others go on with the same numbers as ever. So does a lane that early stopping stops, noted in
    ``stopped_at``, but it keeps its last figures. The `end` of the run is a stop, too, from which it can go on.
    With ``threads`` above 1 lanes are spread over up to so many, where their steps are long enough for that. No number
    depends on it, nor on the threads of NumPy's BLAS: each product is made on one.
    ``lanes`` says where each lane is, ``rows`` are those that it trains and is measured on.
    Early stopping, plateaus and the end look at the ``held_out`` rows: validation rows where there are any, else the
    test rows. With ``seals_test`` the test rows are not evaluated then, except where `open_test_set` was asked to.
    """

    def __init__(
        self,
        experiment: Experiment,
        dataset: Dataset,
        *,
        dtype: type[np.floating[Any]] = np.float32,
        threads: int = 1,
        seals_test: bool = False,
    ) -> None:
        check_fit(experiment, dataset)
        self.experiment = experiment
        self.dataset = dataset
        self._together: ref[Together[GroupTrainer]] | None = None
        self.threads = threads
        self.step = 0
        self.rows_seen = 0
        self.seconds = 0.0
        lanes = range(len(experiment.lanes))
        self.lane_seconds: NDArray[np.float64] = np.zeros(len(lanes))
        """What the steps of each lane have taken: its share of those of all that trained."""
        self.diverged_at: dict[int, int] = {}
        self.stopped_at: dict[int, int] = {}
        self.warm_started: frozenset[int] = frozenset()
        """Lanes that began from weights which their seed does not give: a model's, or another lane's."""
        self.behind: dict[int, int] = {}
        """Lanes that have made so many steps fewer than the group: branches from an earlier one."""
        self.plateau = Plateau(len(lanes))
        self.best_looks = BestLooks(len(lanes))
        self.has_ended = False
        self.has_validation = dataset.valid_x is not None
        self.spreads = Spreads.of(dataset)
        self.seals_test = seals_test and self.has_validation
        self.openings = UNOPENED
        self.measures = measures(self.has_validation)
        self.history = History(len(lanes), has_validation=self.has_validation)
        self.measured: NDArray[np.float64] = np.full((len(self.measures), len(lanes)), np.nan)
        self.measured_at = -1
        self.kept = np.full_like(self.measured, np.nan)
        """The last figures of the lanes that have stopped."""
        self.came_to = np.full_like(self.measured, np.nan)
        """What their training had come to by then: the same, unless they went back to their best."""
        self.network = Network(experiment.layers, row_shape(experiment.layers, dataset), len(lanes), dtype)
        self.setups = [lane_setup(experiment, lane) for lane in lanes]
        self.network.initialize([setup.layers for setup in self.setups], [setup.seed for setup in self.setups])
        self.lanes = LaneStates(self.network)
        self.recorder = StepRecorder(self.network, len(lanes))
        self.optimizer = make_optimizer(experiment.optimizer, self.network.parameters)
        self.loss = LOSSES[experiment.loss]()
        self.rows = Rows(dataset, dtype)
        self._spread_lanes()

    @property
    def active(self) -> Array:
        """The lanes that are still in the network, growing."""
        return self.lanes.active

    @property
    def together(self) -> Together[GroupTrainer]:
        """All groups of the run: this one alone, where nobody has said otherwise."""
        found = None if self._together is None else self._together()
        return found or Together(((self, tuple(range(len(self.experiment.lanes)))),), self.dataset)

    def join(self, together: Together[GroupTrainer]) -> None:
        """It trains beside others. Whoever trains them all holds on to that: else a run would hold itself."""
        self._together = ref(together)

    def _spread_lanes(self) -> None:
        """New threads, for the lanes that are in the network now."""
        rows = self.rows
        self._lane_threads = LaneThreads(
            Stepper(self.network, self.active, self.loss, rows.train_x, rows.train_targets, lambda: rows.pictures)
        )
        self._configure()

    def _configure(self) -> None:
        """Takes the numbers of the experiment that may change while training."""
        self._lane_threads.configure(self.experiment, self.plateau.factor)
        self.optimizer.configure([self.setups[lane].optimizer for lane in self.active])

    # --- stepping -------------------------------------------------------------------------------------------------

    def run(self, steps: int, *, record: bool = False) -> None:
        """Makes so many steps, or fewer if no lane is left. With ``record`` the last goes into the layer history."""
        started = time.perf_counter()
        last = self.step + steps
        if steps:
            self._go_on()
        training = self.active
        while self.step < last and len(self.active):
            is_recorded = record and self.step == last - 1
            goal = last - 1 if record and not is_recorded else last
            look = next_look(self.step, self.experiment.schedule, self.experiment.early_stopping)
            self._advance(goal if look is None else min(look, goal), is_recorded)
            if self.step == look:
                self._look()
        took = time.perf_counter() - started
        self.seconds += took
        self.lane_seconds[training] += took / max(1, len(training))

    def _advance(self, goal: int, is_recorded: bool) -> None:
        """Brings all lanes to the step ``goal``, or to an earlier one, where none of them gets so far."""
        threads = self._at_the_step()
        try:
            diverged = threads.run(goal, self.threads, self.recorder if is_recorded else None)
        finally:
            self.step, self.rows_seen = threads.whole.step, threads.whole.rows_seen
        if diverged:
            self._diverge(diverged)

    def _at_the_step(self) -> LaneThreads:
        """The lanes in the network, before the step to come."""
        self._lane_threads.whole.begin(self.step, self.rows_seen, self.optimizer)
        return self._lane_threads

    def coming_gradient(self) -> Array:
        """The gradients of the step to come, the penalty's included: (active lanes, parameters), good until that step.

        Nothing is trained by it: what the layers keep of a batch is put back.
        """
        if len(self.active):
            self._at_the_step().find_gradient()
        return self.network.gradients

    def coming_parts(self, lane: int) -> StepParts | None:
        """The step to come of a lane, taken apart; None where it has left. Nothing is trained by it."""
        row = self.lanes.row_of(lane)
        return None if row is None else self._at_the_step().take_apart(row)

    def _let_diverged_go(self) -> None:
        """Takes those lanes out that the coming step would take out, whether it is made or not."""
        if len(self.active) and not self.lanes.ahead:  # best weights are not where training stands
            diverged = self._at_the_step().find_diverged(self.threads)
            if diverged:
                self._diverge(diverged)

    def _diverge(self, lanes: Mapping[int, int]) -> None:
        """Takes lanes out that have diverged, {lane: step}."""
        self.diverged_at.update(sorted(lanes.items(), key=lambda entry: entry[::-1]))
        self._freeze(np.array(sorted(lanes)))

    def release(
        self,
        diverged_at: Mapping[int, int],
        stopped_at: Mapping[int, int],
        restored: Mapping[int, int],
        *,
        has_ended: bool,
    ) -> None:
        """Takes lanes out that have left in a run that is gone on with, lets the others go back to their best where
        that run has ended, and takes the rates of the plateau."""
        self.diverged_at, self.stopped_at = dict(diverged_at), dict(stopped_at)
        self.lanes.restored, self.has_ended = dict(restored), has_ended
        gone = sorted({*diverged_at, *stopped_at})
        if gone:
            self._freeze(np.array(gone))
        self._go_back({lane: step for lane, step in restored.items() if lane not in gone})
        if len(self.active):
            self._lane_threads.set_rates(self.plateau.factor)

    def _freeze(self, lanes: Array) -> None:
        """Takes lanes out of the network as they are."""
        stay = self.lanes.freeze(lanes)
        self.optimizer.keep(stay)
        self.measured_at = -1  # the figures of these lanes are no more
        if len(stay):
            self._spread_lanes()

    # --- looking at the held-out loss -----------------------------------------------------------------------------

    def _look(self) -> None:
        schedule, stopping = self.experiment.schedule, self.experiment.early_stopping
        loss = self._lane_threads.find(lambda network: self.rows.held_out_loss(network, self.loss), self.threads)
        if schedule.look_every is not None and self.step % schedule.look_every == 0:
            schedule.look(self.plateau, self.active, self.step, loss)
            self._lane_threads.set_rates(self.plateau.factor)
        if stopping.on and self.step % stopping.every == 0:
            done = self.best_looks.look(stopping, self.network, self.active, self.step, loss)
            if len(done):
                self._stop(done)

    def _stop(self, rows: Array) -> None:
        """Takes the lanes in these rows of the network out of it, at their best where that is asked for."""
        lanes = self.active[rows]
        self.came_to[:, lanes] = self._evaluate_lanes()[:, rows]
        for row, lane in zip(rows, lanes, strict=True):
            state = self.best_looks.take_state(int(lane))
            if state is not None and self.experiment.early_stopping.restore_best:
                self.lanes.restore(int(row), int(self.best_looks.lowest_at[lane]), state)
        self.kept[:, lanes] = self._evaluate_lanes()[:, rows]
        self.stopped_at.update((int(lane), self.step) for lane in lanes)
        self._freeze(lanes)

    def end(self) -> None:
        """The run is over. Lanes that still train go back to their best where early stopping is asked to restore it.

        What is measured, looked into and saved from now on is that; the history keeps what training came to. If `run`
        goes on, it goes on from where training stood, bit for bit as if there had been no end.
        """
        self.measure()
        self.has_ended = True
        stopping = self.experiment.early_stopping
        if stopping.on and stopping.restore_best:
            now = self.measured[self.measures.index(f"{held_out(self.has_validation)}_data_loss")]
            self._go_back(self.best_looks.better_than(now, self.active))
            self.measure()

    def _go_back(self, lanes: Mapping[int, int]) -> None:
        """Puts the best weights of these lanes in the place of those that training has come to, {lane: their step}."""
        if self.lanes.go_back(lanes, self.best_looks.states):
            self.measured_at = -1

    def _go_on(self) -> None:
        """Back to where training stands."""
        self.has_ended = False
        if self.lanes.go_on():
            self.measured_at = -1

    # --- measuring ------------------------------------------------------------------------------------------------

    def measure(self) -> None:
        """Evaluates every lane on all rows that may be looked at, and appends the figures to the history.

        Whatever is found, a lane trains on: its loss may not be finite, say because running statistics do not exist
        yet, while its steps are sound.
        """
        if self.measured_at == self.step:
            return
        self._let_diverged_go()
        figures = self.kept.copy()
        if len(self.active):
            figures[:, self.active] = self._evaluate_lanes()
        stopped = list(self.stopped_at)
        trained = figures.copy()
        trained[:, stopped] = self.came_to[:, stopped]
        if self.seals_test and not self.is_test_sealed:
            for lane in stopped:
                figures[:, lane] = self._figures(self.alone(lane))[:, 0]
        self.measured, self.measured_at = figures, self.step
        trained[:, list(self.lanes.ahead)] = np.nan  # of them the history knows already what training came to
        self.history.append(self.step, trained, self.lane_seconds)

    def _evaluate_lanes(self) -> NDArray[np.float64]:
        """The figures of the lanes in the network: (measures, active lanes)."""
        return self._lane_threads.find(self._figures, self.threads)

    def _figures(self, network: Network) -> NDArray[np.float64]:
        return self.rows.figures(network, self.loss, is_test_sealed=self.is_test_sealed)

    @property
    def is_test_sealed(self) -> bool:
        """Whether the test rows are not to be looked at, as things stand now: see `open_test_set`."""
        return self.seals_test and self.step not in self.openings.steps

    def open_test_set(self, openings: Openings) -> None:
        """Looks at the test rows with the weights that there are now, as ``openings`` says already."""
        self.openings = openings
        self.measured_at = -1
        self.measure()

    def skip_to(self, step: int) -> None:
        """Lanes that have all left are at the step to which the others have come."""
        if not len(self.active):
            self.step = step

    @property
    def next_epoch(self) -> int:
        """The step at which the next epoch begins: by then, so many rows were drawn as there are."""
        return self._lane_threads.whole.batches.next_epoch(self.step)

    # --- changing and reading -------------------------------------------------------------------------------------

    def apply(self, experiment: Experiment) -> None:
        """Takes changed numbers between two steps and marks them in the history.

        Raises:
            ValueError: the change is one of structure or data: make a new trainer (see
                `engine.experiment.edits.live_edits.needs_restart`).
        """
        if needs_restart(self.experiment, experiment):
            raise ValueError("this change needs a new trainer")
        check_augmentation(experiment, self.dataset)
        check_off_units(experiment, self.dataset)
        had_ended = self.has_ended
        self._go_on()
        for path, old, new in live_changes(self.experiment, experiment):
            self.history.mark(Mark(self.step, path, old, new))
            self.measured_at = -1  # a penalty or dropout's factor may have changed
        old_experiment, self.experiment = self.experiment, experiment
        self.setups = [lane_setup(experiment, lane) for lane in range(len(experiment.lanes))]
        if old_experiment.schedule.kind != experiment.schedule.kind:
            self.plateau = Plateau(len(experiment.lanes))
        if old_experiment.early_stopping.on != experiment.early_stopping.on:
            self.best_looks.forget(self.active)
        self.best_looks.forget(np.array(with_other_units(old_experiment, experiment), np.intp))
        if old_experiment.optimizer.kind != experiment.optimizer.kind:
            self.optimizer = make_optimizer(experiment.optimizer, self.network.parameters)
        if old_experiment.batch_size != experiment.batch_size or old_experiment.sampling != experiment.sampling:
            self._lane_threads.forget_workspaces()
        if len(self.active):
            self._configure()
        if had_ended:
            self.end()

    def lane_parameters(self, lane: int) -> list[dict[str, Array]]:
        """Copies of one lane's parameters, an entry a layer of the stack: ``weight`` (in, out) and ``bias`` (out,).

        Batch normalization has ``scale``, ``shift``, ``running_mean`` and ``running_variance``, (units,).
        """
        return [layer.parameters_of(0) for layer in self.alone(lane).layers]

    def alone(self, lane: int) -> Network:
        """A network of its own with what one lane has now, ready to be asked about rows."""
        alone = Network(self.experiment.layers, self.network.shape, 1, self.network.dtype)
        alone.set_lane_state(0, self.lanes.now(lane))
        alone.configure([lane_setup(self.experiment, lane).layers], self.experiment.dropout_scaling)
        return alone

    def set_parameters(self, lanes: Sequence[Sequence[Mapping[str, Array]]]) -> None:
        """Goes on from these parameters of all lanes, as `lane_parameters` gives them, at step 0 of a new history.

        Raises:
            ValueError: a lane has left the network, or the shapes are others.
        """
        if self.diverged_at or self.stopped_at:
            raise ValueError("a lane has left the network: make a new trainer")
        self._go_on()
        for lane, parameters in enumerate(lanes):
            self.network.set_lane(lane, parameters)
        self.warm_started, self.behind = frozenset(range(len(lanes))), {}
        self.history = History(len(self.experiment.lanes), has_validation=self.has_validation)
        self.recorder = StepRecorder(self.network, len(self.experiment.lanes))
        self.measured_at = -1

    def layer_history(self) -> LayerHistoryView:
        """Gradients, updates and weights of the steps that were recorded."""
        return self.recorder.view()

    def begin(self, lane: int) -> None:
        """A lane that has just joined: its optimizer starts afresh."""
        row = self.lanes.row_of(lane)
        assert row is not None
        with np.errstate(all="ignore"):
            self.optimizer.begin(row, self.coming_gradient()[row])
        self.measured_at = -1  # nobody knows its figures yet
