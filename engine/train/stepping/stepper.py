"""The Stepper: makes the training steps of some lanes, from the draw of a batch to the update."""

from __future__ import annotations

import math
from collections.abc import Callable
from itertools import pairwise
from typing import TYPE_CHECKING, Any

import numpy as np

from engine.arrays import Array
from engine.experiment.experiment import Experiment
from engine.experiment.lanes.lanes import lane_setup
from engine.nn.losses import Loss
from engine.nn.network import Network
from engine.nn.rng import Purpose, RawStream
from engine.nn.workspace import Workspace
from engine.optim.base import Optimizer
from engine.optim.schedules import LearningRates
from engine.train.history.layer_history import StepRecorder
from engine.train.stepping.batches import Batches
from engine.train.stepping.frozen import FrozenParts

if TYPE_CHECKING:
    from engine.data.augmentation.pictures import PictureRows
    from engine.data.augmentation.spec import AugmentationSpec
    from engine.train.stepping.augmenter import Augmenter


class Stepper:
    """Steps all lanes of a network in lockstep, until one of them turns out to have diverged.

    What it changes belongs to these lanes alone, so steppers of different lanes may run at the same time.
    ``lanes`` are the indices of the lanes in the experiment, one for each row of the network.
    x: (rows, n_features); targets: (rows, classes), one-hot. pictures: says what these rows are as pictures.
    """

    def __init__(
        self,
        network: Network,
        lanes: Array,
        loss: Loss,
        x: Array,
        targets: Array,
        pictures: Callable[[], PictureRows | None] = lambda: None,
    ) -> None:
        self.network = network
        self.lanes = lanes
        self.rows = slice(0, len(lanes))
        """Where the lanes stand in the network that this one's is a part of."""
        self.step = 0
        self.rows_seen = 0
        self.diverged: Array = np.empty(0, np.intp)
        """The rows of the network that cannot make the coming step: see `find_diverged`."""
        self.loss = loss
        self._x = x
        self._targets = targets
        self._find_pictures = pictures
        self._augmenter: Augmenter | None = None
        self._is_stopped = False
        self.optimizer: Optimizer[Any]

    def configure(self, experiment: Experiment, factors: Array) -> None:
        """Takes the numbers of the experiment that may change while training."""
        self._experiment = experiment
        self._setups = [lane_setup(experiment, lane) for lane in self.lanes]
        self.network.configure([setup.layers for setup in self._setups], experiment.dropout_scaling)
        self._frozen = FrozenParts.of(self.network, [setup.layers for setup in self._setups])
        self.set_rates(factors)
        seeds = [setup.seed for setup in self._setups]
        distinct = sorted(set(seeds))
        # Lanes of one seed share one draw; (1, ...) arrays are broadcast to all of them.
        self._seed_of_lane = np.array([distinct.index(seed) for seed in seeds]) if len(distinct) > 1 else None
        self.batches = Batches(distinct, len(self._x), experiment.batch_size, experiment.sampling)
        self._mask_stream = RawStream(distinct, Purpose.MASKS)
        self._augmenter = self._new_augmenter(experiment.data.augmentation, distinct)

    def _new_augmenter(self, spec: AugmentationSpec, seeds: list[int]) -> Augmenter | None:
        """None where rows are learned from as they are."""
        pictures = self._find_pictures() if spec.is_on else None
        if pictures is None:
            return None
        from engine.train.stepping.augmenter import Augmenter  # here, because most runs have none

        return Augmenter(spec, pictures, seeds, self.batches.size)

    def set_rates(self, factors: Array) -> None:
        """factors: what a plateau has made of the learning rates of all lanes of the experiment."""
        self._factors = factors
        each = zip(self._setups, factors[self.lanes], strict=True)
        base = [[setup.optimizer.learning_rate * factor] for setup, factor in each]
        self._rates = LearningRates(self._experiment.schedule, np.array(base, self.network.dtype))

    def begin(self, step: int, rows_seen: int, optimizer: Optimizer[Any]) -> None:
        """Goes on from a step, with an optimizer of these lanes."""
        self.step, self.rows_seen, self.optimizer = step, rows_seen, optimizer
        self._is_stopped = False

    # --- some of the lanes ------------------------------------------------------------------------------------------

    @property
    def multiplications(self) -> int:
        """How many a step of one lane takes, roughly: forward, and back to the weights and to what they act on."""
        return 3 * self.batches.size * self.network.n_weights

    def part(self, rows: slice) -> Stepper:
        """A stepper of these neighbours alone, which changes the same arrays."""
        network, lanes = self.network.part(rows), self.lanes[rows]
        part = Stepper(network, lanes, self.loss, self._x, self._targets, self._find_pictures)
        part.rows = rows
        part.configure(self._experiment, self._factors)
        return part

    def rests(self) -> list[Stepper]:
        """Parts that go on from here, with the lanes between those that have diverged."""
        edges = [-1, *self.diverged.tolist(), len(self.lanes)]
        rests = [self.part(slice(left + 1, right)) for left, right in pairwise(edges) if right - left > 1]
        for rest in rests:
            rest.follow(self)
        return rests

    def follow(self, whole: Stepper) -> None:
        """Goes on from where the stepper is that this is a part of."""
        self.begin(whole.step, whole.rows_seen, whole.optimizer.part(self.rows))

    def catch_up(self, part: Stepper) -> None:
        """All parts have come to where this one is."""
        self.step, self.rows_seen = part.step, part.rows_seen
        self.optimizer.catch_up(part.optimizer)

    # --- steps ------------------------------------------------------------------------------------------------------

    def run(self, goal: int, recorder: StepRecorder | None = None) -> None:
        """Steps until ``step`` is ``goal`` or a lane is found in ``diverged``. A recorder takes each step down."""
        with np.errstate(all="ignore"):  # lanes may overflow: that is what diverging means
            while self.step < goal and not self._is_stopped and self._make_step(recorder):
                pass

    def stop(self) -> None:
        """Lets `run`, in another thread, end after the step that it is at."""
        self._is_stopped = True

    def _make_step(self, recorder: StepRecorder | None) -> bool:
        """Whether there was no lane that has diverged; else nothing was updated."""
        network, optimizer, rates = self.network, self.optimizer, self._rates
        work, targets = self.gather()
        outputs = network.forward(work)
        if self._has_diverged(outputs):
            return False
        self.loss.gradient(outputs, targets, work.output_delta)
        network.backward(work)
        if recorder is not None:
            recorder.before_update(network)
        if rates.are_moving:
            rates.follow(self.step)
        self.update(optimizer, network.parameters, network.gradients, rates.now)
        self.step += 1
        self.rows_seen += work.rows
        if recorder is not None:
            recorder.after_update(network, self.lanes, self.step)
        return True

    def update(self, optimizer: Optimizer[Any], p: Array, g: Array, rates: Array) -> None:
        """Changes p as the optimizer says, less what is frozen. Spoils g."""
        if self._frozen is None:
            optimizer.step(p, g, rates)
        else:
            self._frozen.step(optimizer, p, g, rates)

    def find_diverged(self) -> None:
        """Puts into ``diverged`` what `run` would find there in the coming step, and makes no step."""
        with np.errstate(all="ignore"):
            self._has_diverged(self.network.forward(self.gather()[0]))

    def _has_diverged(self, outputs: Array) -> bool:
        """Whether there are lanes with a parameter, or an output for the batch of this step, that is not finite.

        So it depends on the step alone, not on who evaluates when.
        """
        parameters = self.network.parameters
        flat, learned = outputs.reshape(-1), parameters.reshape(-1)
        if math.isfinite(flat.dot(flat) + learned.dot(learned)):  # else a number, or its square, is not
            return False
        is_sound = np.isfinite(outputs).all(axis=(1, 2)) & np.isfinite(parameters).all(axis=1)
        self.diverged = np.flatnonzero(~is_sound)
        return len(self.diverged) > 0

    def find_gradient(self) -> None:
        """Writes the gradient of the coming step, without making it. What layers keep of a batch is put back."""
        network = self.network
        kept = network.state.copy()
        with np.errstate(all="ignore"):
            work, targets = self.gather()
            self.loss.gradient(network.forward(work), targets, work.output_delta)
            network.backward(work)
        network.state[:] = kept

    def coming_rates(self) -> Array:
        """The learning rates of the coming step: (lanes, 1)."""
        if self._rates.are_moving:
            self._rates.follow(self.step)
        return self._rates.now

    def gather(self) -> tuple[Workspace, Array]:
        """The batch and the masks of this step; targets: (lanes or 1, rows, classes)."""
        indices = self.batches.rows_at(self.step)
        rows = len(self._x) if indices is None else indices.shape[1]
        work = self.network.workspace(rows, training=True)
        if self._augmenter is not None:
            work.values[0] = self._for_lanes(self._augmenter.versions(self._x, indices, self.step))
        elif indices is None:
            work.values[0] = self._x[None]
        if indices is None:
            targets = self._targets[None]
        else:
            indices = self._for_lanes(indices)
            if self._augmenter is None:
                if len(work.values[0]) != len(indices):
                    work.values[0] = np.empty((*indices.shape, self._x.shape[1]), self.network.dtype)
                # mode="clip" writes straight into out; the default copies first.
                self._x.take(indices, axis=0, out=work.values[0], mode="clip")
            targets = self._targets.take(indices, axis=0, mode="clip")
        # Enough for a whole batch even where an epoch ends with a smaller one: so no two steps share numbers.
        units = self.network.mask_units * self.batches.size
        raw = (
            self._mask_stream.at(self.step, (units + 3) // 4).view(np.uint16) if units else np.empty((1, 0), np.uint16)
        )
        self.network.draw_masks(self._for_lanes(raw), work)
        return work, targets

    def _for_lanes(self, drawn: Array) -> Array:
        """(seeds, ...) -> (lanes, ...), or (1, ...) where all lanes share one seed."""
        return drawn if self._seed_of_lane is None or len(drawn) == 1 else drawn[self._seed_of_lane]
