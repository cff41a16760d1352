"""What is said of a run of which there is nothing to find: where it stands, in one sentence."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Any, Final

import numpy as np

from engine.diagnosis.evidence.course import mean, windows
from engine.diagnosis.evidence.guessing import chance_loss, held_out_chance_loss, is_no_better, part
from engine.diagnosis.findings import Sentence, say
from engine.diagnosis.rules.clues import GAP
from engine.experiment.lanes.lanes import lane_setup

if TYPE_CHECKING:
    from engine.arrays import Array
    from engine.data.dataset import Dataset
    from engine.experiment.experiment import Experiment
    from engine.train.snapshot import LaneSnapshot, Snapshot

EARLY: Final = 50
"""Steps before anything is said of how it goes."""
LEVEL: Final = 0.003
"""Share by which the loss is lower, or higher, than in the window before; less is level."""
MANY: Final = 2
"""Features times this, from which on they are many for so many training rows."""
AWAY: Final = 0.1
"""Share above the lowest loss from which on it is not called level, however it went back and forth."""

_FALLS: Final = {
    False: "Nothing found: the test loss still falls, {loss:.3g} at step {step}.",
    True: "Nothing found: the validation loss still falls, {loss:.3g} at step {step}.",
}
_IS_LEVEL: Final = {
    False: "Nothing found: the test loss is level, {loss:.3g} at step {step}.",
    True: "Nothing found: the validation loss is level, {loss:.3g} at step {step}.",
}
_WAS_LOWER: Final = {
    False: "Nothing found, but the test loss was lower before: {best_loss:.3g} at step {best}, "
    "now {loss:.3g} at step {step}.",
    True: "Nothing found, but the validation loss was lower before: {best_loss:.3g} at step {best}, "
    "now {loss:.3g} at step {step}.",
}
_RISES: Final = {
    False: "Nothing found, but the test loss rises of late, {loss:.3g} at step {step}.",
    True: "Nothing found, but the validation loss rises of late, {loss:.3g} at step {step}.",
}
_WENT_BACK: Final = {
    False: "Nothing found: it went back to step {best}, where the test loss was lowest, {loss:.3g}.",
    True: "Nothing found: it went back to step {best}, where the validation loss was lowest, {loss:.3g}.",
}
_OVERFITS_THERE: Final = {
    "classes": "It went back to step {best}, and overfits even there: accuracy on the training rows {train:.0%}, on "
    "the held-out rows {held_out:.0%}.",
    "numbers": "It went back to step {best}, and overfits even there: R² on the training rows {train:.2f}, on the "
    "held-out rows {held_out:.2f}.",
    "robust": "It went back to step {best}, and overfits even there: loss on the training rows {train:.3g} "
    "(guessing {train_guessing:.3g}), on the held-out rows {held_out:.3g} (guessing {guessing:.3g}).",
}
_HAS_MANY_FEATURES: Final = {
    "classes": "It went back to step {best}, and overfits even there: accuracy on the training rows {train:.0%}, on "
    "the held-out rows {held_out:.0%}. {features} features are many for {rows} training rows: leave out those that "
    "tell nothing, or add rows.",
    "numbers": "It went back to step {best}, and overfits even there: R² on the training rows {train:.2f}, on the "
    "held-out rows {held_out:.2f}. {features} features are many for {rows} training rows: leave out those that tell "
    "nothing, or add rows.",
    "robust": "It went back to step {best}, and overfits even there: loss on the training rows {train:.3g} "
    "(guessing {train_guessing:.3g}), on the held-out rows {held_out:.3g} (guessing {guessing:.3g}). {features} "
    "features are many for {rows} training rows: leave out those that tell nothing, or add rows.",
}
"""By what is learned: of a robust label R2 goes by the few values far off, which are not to count."""
_GUESSES: Final = {
    False: "No rule applies at step {step}, but a test loss of {loss:.3g} is no better than guessing, {guessing:.3g}.",
    True: "No rule applies at step {step}, but a validation loss of {loss:.3g} is no better than guessing, "
    "{guessing:.3g}.",
}
_HARDLY_BETTER: Final = {
    False: "No rule applies at step {step}, but a test loss of {loss:.3g} is hardly better than guessing, "
    "{guessing:.3g}.",
    True: "No rule applies at step {step}, but a validation loss of {loss:.3g} is hardly better than guessing, "
    "{guessing:.3g}.",
}
_OF_SEVERAL: Final = {
    False: "Nothing found in {count} lanes: at step {step} {lane} has the lowest test loss, {loss:.3g}.",
    True: "Nothing found in {count} lanes: at step {step} {lane} has the lowest validation loss, {loss:.3g}.",
}
_OF_SEVERAL_EARLIER: Final = {
    False: "Nothing found in {count} lanes: {lane} has the lowest test loss, {loss:.3g}, that of step {step}.",
    True: "Nothing found in {count} lanes: {lane} has the lowest validation loss, {loss:.3g}, that of step {step}.",
}
"""By whether there are validation rows."""


def calm(snapshot: Snapshot, experiment: Experiment, dataset: Dataset) -> Sentence | None:
    """Of the visible lane with the lowest held-out loss; None while it is too early to say anything."""
    lanes = [index for index, lane in enumerate(experiment.lanes[: len(snapshot.lanes)]) if lane.visible]
    losses = {index: snapshot.lanes[index].held_out_data_loss for index in lanes}
    losses = {index: loss for index, loss in losses.items() if math.isfinite(loss)}
    if not losses or snapshot.step < EARLY or len(snapshot.history) < 3:
        return None
    best = min(losses, key=losses.__getitem__)
    lane, kind = snapshot.lanes[best], lane_setup(experiment, best).loss
    measured = _known(snapshot, best)[0].tolist()  # an evaluation may take longer than many steps
    at = min(snapshot.step, measured[-1]) if measured else snapshot.step
    figures = {"loss": losses[best], "step": snapshot.weights_step(best, at)}
    if is_no_better(losses[best], lane.held_out_accuracy, kind, dataset):
        guessing = held_out_chance_loss(kind, dataset)
        if losses[best] < guessing:
            return say(_HARDLY_BETTER[lane.has_validation], guessing=guessing, **figures)
        return say(_GUESSES[lane.has_validation], guessing=guessing, **figures)
    if len(lanes) > 1 and figures["step"] < at:
        return say(_OF_SEVERAL_EARLIER[lane.has_validation], count=len(lanes), lane=lane.name, **figures)
    if len(lanes) > 1:
        return say(_OF_SEVERAL[lane.has_validation], count=len(lanes), lane=lane.name, **figures)
    if lane.restored_from is not None and _gap(lane, kind, dataset) > GAP:
        return _overfits_there(lane, kind, dataset)
    if lane.restored_from is not None:
        return say(_WENT_BACK[lane.has_validation], best=lane.restored_from, loss=losses[best])
    return _course(snapshot, best, figures)


def _gap(lane: LaneSnapshot, kind: str, dataset: Dataset) -> float:
    """As `engine.diagnosis.rules.clues.gap`."""
    if dataset.is_label_robust:
        held_out = part(lane.held_out_data_loss, held_out_chance_loss(kind, dataset))
        return held_out - part(lane.train_data_loss, chance_loss(kind, dataset))
    return lane.train_accuracy - lane.held_out_accuracy


def _overfits_there(lane: LaneSnapshot, kind: str, dataset: Dataset) -> Sentence:
    """Early stopping has kept the loss from rising; what was learned holds for the training rows all the same."""
    rows = len(dataset.train_y)
    is_robust = dataset.is_label_robust
    learned = "robust" if is_robust else dataset.task
    figures: dict[str, Any] = {
        "best": lane.restored_from,
        "train": lane.train_data_loss if is_robust else lane.train_accuracy,
        "held_out": lane.held_out_data_loss if is_robust else lane.held_out_accuracy,
    }
    if is_robust:
        figures |= {"train_guessing": chance_loss(kind, dataset), "guessing": held_out_chance_loss(kind, dataset)}
    if dataset.image_shape is None and MANY * dataset.n_features > rows:
        return say(_HAS_MANY_FEATURES[learned], features=dataset.n_features, rows=rows, **figures)
    return say(_OVERFITS_THERE[learned], **figures)


def _course(snapshot: Snapshot, index: int, figures: dict[str, Any]) -> Sentence:
    """Whether the held-out loss falls, is level or rises, by its means over the latest windows.

    A mean over a loss that swings may fall by chance. So it falls only where the lowest loss of all is a late one, of
    the second half of the last window, and the last is below the mean of the window before.
    """
    has_validation = snapshot.lanes[index].has_validation
    steps, losses = _known(snapshot, index)
    if not len(steps):
        return say(_IS_LEVEL[has_validation], **figures)
    before, late = windows(steps)
    if before.start == before.stop and len(losses) > 1:  # there are few yet: the last one, and the one before it
        before, late = slice(len(losses) - 2, len(losses) - 1), slice(len(losses) - 1, None)
    earlier, lately, lowest = mean(losses[before]), mean(losses[late]), int(losses.argmin())
    fall = (earlier - lately) / earlier if earlier else 0.0
    is_late = lowest >= (late.start + len(losses)) // 2
    if fall < -LEVEL:
        return say(_RISES[has_validation], **figures)
    if fall > LEVEL and is_late and figures["loss"] < earlier:
        return say(_FALLS[has_validation], **figures)
    if figures["loss"] > losses[lowest] * (1 + (LEVEL if fall > LEVEL else AWAY)):
        lower = {"best": int(steps[lowest]), "best_loss": float(losses[lowest])}
        return say(_WAS_LOWER[has_validation], **lower, **figures)
    return say(_IS_LEVEL[has_validation], **figures)


def _known(snapshot: Snapshot, lane: int) -> tuple[Array, Array]:
    """Steps and held-out losses, (points,), but for those of a lane that joined later, or was not looked at."""
    steps, losses = snapshot.history.steps, snapshot.history.measure("held_out_data_loss")[:, lane]
    is_known = np.isfinite(losses)
    return steps[is_known], losses[is_known].astype(np.float64)
