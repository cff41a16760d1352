"""What is wrong with a run, in words, from its numbers: rules, each with its evidence and a remedy.

Rules stand in one table, `RULES`, most urgent first. Each looks at the `Evidence` of one lane and either keeps silent
or says one sentence. Sentences are templates with values, so that they can be translated.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator
from itertools import islice, pairwise
from typing import TYPE_CHECKING, Final

import numpy as np

from engine.diagnosis import remedies
from engine.diagnosis.evidence import Evidence, evidence, memorized_shares
from engine.diagnosis.findings import Finding, Remedy, Sentence, say
from engine.inspectors.request import Wishes
from engine.inspectors.signals import signals
from engine.spec import ActivationSpec, DenseSpec, DropoutSpec

if TYPE_CHECKING:
    from engine.train.trainer import Trainer

__all__ = ["MOST", "RULES", "diagnose", "diagnosis"]

Told = tuple[Sentence, tuple[Sentence, ...], Remedy | None]
Rule = Callable[[Evidence], Told | None]

MOST: Final = 3
"""Findings that are told at once, at most."""
SETTLED: Final = 300
"""Steps before it is said that something does not learn."""
FALL: Final = 1e-3
"""Share of the training loss: what falls by less from one third of the run to the next is stuck, what falls by more may
only be slow."""
LEARNED: Final = 0.9
"""Training accuracy from which on nobody asks why it does not learn."""
FADING: Final = 0.1
"""Standard deviation of the outputs over that of the input."""
VANISHING: Final = 1e-3
"""Root mean square of the first dense layer's gradient over the last one's."""
EXPLODING: Final = 1e3
LARGE: Final = 10.0
"""Standard deviation of the features; one is usual."""
SATURATED: Final = 0.5
"""Share of a layer's values on the flat parts of its function."""
DEAD: Final = 0.5
"""Share of a layer's ReLU units that never fire."""
GAP: Final = 0.1
"""Training less test accuracy."""
RISEN: Final = 1.15
"""The test loss over its best."""
MEMORIZED: Final = 0.5
FEW: Final = 5
"""Wrong labels that say nothing yet."""
LEFT: Final = 0.01
"""Of the weights' norm at the start; nothing but a penalty shrinks weights so far."""
CRAWLING: Final = 1e-5
"""Update over weight."""


def diagnosis(trainer: Trainer, wishes: Wishes) -> tuple[Finding, ...]:
    """What is to be said of the visible lanes, most urgent first, each rule once."""
    if not len(trainer.history):
        return ()
    seen, memorized = signals(trainer, wishes), memorized_shares(trainer)
    lanes = [lane for lane, spec in enumerate(trainer.experiment.lanes) if spec.visible]
    lanes.sort(key=lambda lane: lane != wishes.focus)
    everything = [evidence(trainer, lane, seen, memorized) for lane in lanes]
    return tuple(islice(_findings(everything), MOST))


def _findings(everything: list[Evidence]) -> Iterator[Finding]:
    """Rule by rule; a lane is told once, and of lanes with the same trouble the first."""
    spoken_of: set[int] = set()
    for name, rule in RULES.items():
        for found in everything:
            if found.lane in spoken_of:
                continue
            told = rule(found)
            if told is not None:
                spoken_of.add(found.lane)
                yield Finding(name, found.lane, *told)
                break


def diagnose(found: Evidence) -> list[Finding]:
    """All that is to be said of one lane."""
    return [Finding(name, found.lane, *told) for name, rule in RULES.items() if (told := rule(found)) is not None]


# --- it cannot start ------------------------------------------------------------------------------------------------


def _diverged(e: Evidence) -> Told | None:
    if e.diverged_at is None:
        return None
    grown, start = _naive_growth(e), remedies.initialization(e)
    if grown > 2 and start is not None:
        text = say(
            "{lane} exploded at step {step}: naive weights enlarge the signal {growth:.1f} times in each layer.",
            lane=e.name,
            step=e.diverged_at,
            growth=grown,
        )
        proof = say("A unit with n inputs and weights between -1 and 1 adds up n terms: its variance grows by n / 6.")
        return text, (proof,), start
    if e.input_std > LARGE and e.experiment.data.scaling != "standard":
        text = say(
            "{lane} diverged at step {step}: its features are large, and so are its gradients.",
            lane=e.name,
            step=e.diverged_at,
        )
        return text, (_std_of_input(e),), remedies.standard_scaling()
    text = say("{lane} diverged at step {step}: its steps were too large.", lane=e.name, step=e.diverged_at)
    proof = say("Its learning rate was {rate:g}.", rate=e.learning_rate)
    return text, (proof,), remedies.rate(e, e.learning_rate / 10)


def _all_units_alike(e: Evidence) -> Told | None:
    """Zeros are no harm in the output layer, nor where the next layer's weights differ and the function has a slope
    at zero."""
    if e.train_accuracy > LEARNED:
        return None
    alike = 0
    for here, following in pairwise(e.dense):
        layer, after = e.layers[here], e.layers[following]
        between = [spec.function for spec in e.layers[here:following] if isinstance(spec, ActivationSpec)]
        if _starts_with_zeros(layer) and (_starts_with_zeros(after) or "relu" in between):
            alike += 1
    if not alike:
        return None
    text = say("{lane} starts with weights of zero, so all units of a layer are the same, and stay so.", lane=e.name)
    return text, (say("Hidden layers that start so: {count}.", count=alike),), remedies.initialization(e)


def _exploding_signal(e: Evidence) -> Told | None:
    last = e.std[e.dense[-1]]
    if not (last > EXPLODING * e.input_std and last > LARGE) or e.train_accuracy > LEARNED:
        return None
    text = say(
        "{lane}: the signal explodes on its way, it leaves the last layer {times:.0e} times as large as it came in.",
        lane=e.name,
        times=last / e.input_std if e.input_std else math.inf,
    )
    start = remedies.initialization(e)
    return text, (_std_on_the_way(e),), remedies.rate(e, e.learning_rate / 10) if start is None else start


# --- it does not learn ----------------------------------------------------------------------------------------------


def _too_strong_penalty(e: Evidence) -> Told | None:
    name, strongest = _strongest_penalty(e)
    if not _is_ruled_by_penalty(e, 0.7) or not _is_stuck(e, 10 * FALL) or not _learns_little(e, 0.75):
        return None
    if not (e.step - e.since) * float(np.nanmedian(e.update_ratio)) > 1:  # too early to tell what the weights come to
        return None
    text = say(
        "{lane}: the {penalty} penalty pulls as hard as the data, so little is learned: λ {strength:g} is too strong.",
        lane=e.name,
        penalty=name.upper(),
        strength=strongest,
    )
    proof = say(
        "Penalty gradient over data gradient: {share:.2g}; training accuracy {accuracy:.0%}.",
        share=float(np.nanmedian(e.penalty_share)),
        accuracy=e.train_accuracy,
    )
    return text, (proof,), remedies.weaker_penalty(e, name, strongest)


def _vanishing_gradient(e: Evidence) -> Told | None:
    if len(e.dense) < 3 or not e.step or e.train_accuracy > LEARNED:
        return None
    first, last = e.gradient_rms[0], e.gradient_rms[-1]
    # A gradient of exactly zero is the work of dead units, and where a penalty rules, there is another story to tell.
    if not 0 < first < VANISHING * last or _is_ruled_by_penalty(e):
        return None
    text = say(
        "{lane}: layer {first}'s gradient is {share:.0e} of layer {last}'s: it is vanishing.",
        lane=e.name,
        first=_number(e.dense[0]),
        last=_number(e.dense[-1]),
        share=first / last,
    )
    proof = say(
        "Gradient of layer {first}: {at_first:.1e}, of layer {last}: {at_last:.1e}.",
        first=_number(e.dense[0]),
        last=_number(e.dense[-1]),
        at_first=first,
        at_last=last,
    )
    return text, (proof,), remedies.against_vanishing(e)


def _fading_signal(e: Evidence) -> Told | None:
    """Only where the weights start too small: what else makes a signal small has rules of its own."""
    start = remedies.initialization(e)
    if start is None or len(e.dense) < 3 or remedies.hidden_function(e) == "sigmoid":
        return None
    last = e.std[e.dense[-1]] / _dropout_factor(e)
    if not 0 < last < FADING * e.input_std or not _learns_little(e) or _is_ruled_by_penalty(e):
        return None
    text = say(
        "{lane}: the signal fades on its way: only {share:.1%} of its size reaches the output, so learning crawls.",
        lane=e.name,
        share=last / e.input_std,
    )
    return text, (_std_on_the_way(e),), start


def _saturated(e: Evidence) -> Told | None:
    if not np.nanmax(e.saturated, initial=0) > SATURATED:
        return None
    start = remedies.initialization(e)
    if start is None and (e.train_accuracy > LEARNED or e.progress > 0.05):  # weights have grown, and it learns
        return None
    if e.train_accuracy > LEARNED and not e.train_accuracy - e.test_accuracy > GAP:
        return None
    index = int(np.nanargmax(e.saturated))
    layer = e.layers[index]
    assert isinstance(layer, ActivationSpec)
    text = say(
        "{lane}: {share:.0%} of the {function} values of layer {layer} are saturated, where the slope is nearly zero.",
        lane=e.name,
        share=float(e.saturated[index]),
        function=layer.function,
        layer=_number(index),
    )
    came_in = float(e.std[index - 1]) if index else e.input_std
    proof = say("What comes into it has a standard deviation of {std:.2g}.", std=came_in)
    if e.input_std > LARGE and e.experiment.data.scaling != "standard":
        return text, (_std_of_input(e), proof), remedies.standard_scaling()
    return text, (proof,), remedies.rate(e, e.learning_rate / 10) if start is None else start


def _dead(e: Evidence) -> Told | None:
    if not np.nanmax(e.dead, initial=0) > DEAD or e.train_accuracy > LEARNED or _is_ruled_by_penalty(e):
        return None
    index = int(np.nanargmax(e.dead))
    text = say(
        "{lane}: {share:.0%} of the ReLU units of layer {layer} are dead: they never fire, so they never learn.",
        lane=e.name,
        share=float(e.dead[index]),
        layer=_number(index),
    )
    proof = say("They are zero for every training row looked at.")
    return text, (proof,), remedies.leaky_relu(e)


def _too_strong_dropout(e: Evidence) -> Told | None:
    rates = [layer.rate for layer in e.layers if isinstance(layer, DropoutSpec)]
    kept = math.prod(1 - rate for rate in rates)
    if not rates or max(rates) < 0.4 or kept > 0.3 or not _is_stuck(e) or not _learns_little(e):
        return None
    text = say(
        "{lane}: with dropout {rate:g} only {kept:.1%} of the paths through the net are open at a time.",
        lane=e.name,
        rate=max(rates),
        kept=kept,
    )
    proof = say(
        "Dropout layers: {count}; training accuracy {accuracy:.0%}.", count=len(rates), accuracy=e.train_accuracy
    )
    return text, (proof,), remedies.weaker_dropout(e)


def _too_small_steps(e: Evidence) -> Told | None:
    if not _is_stuck(e) or not _learns_little(e) or e.rate_factor < 0.1:
        return None
    largest = float(e.update_ratio.max())
    if not 0 < largest < CRAWLING:
        return None
    text = say("{lane} hardly moves: a step changes its weights by less than a hundred-thousandth.", lane=e.name)
    proof = say("Update over weight: {ratio:.1e} at most.", ratio=largest)
    return text, (proof,), remedies.faster(e)


def _no_hidden_layer(e: Evidence) -> Told | None:
    bends = any(isinstance(layer, ActivationSpec) and layer.function != "identity" for layer in e.layers)
    if bends or not _is_stuck(e, 10 * FALL) or not _learns_little(e):  # without a bend nothing suddenly gets better
        return None
    text = say("{lane} has no nonlinearity, so it can only draw straight lines between the classes.", lane=e.name)
    proof = say(
        "Training accuracy {accuracy:.0%} after {epochs:.0f} epochs.", accuracy=e.train_accuracy, epochs=e.epoch
    )
    return text, (proof,), remedies.hidden_layer(e)


# --- it learns by heart ---------------------------------------------------------------------------------------------


def _memorized_labels(e: Evidence) -> Told | None:
    """Where most labels are wrong, they are what there is to learn."""
    if not e.memorized > MEMORIZED or not FEW <= e.wrong_labels < e.n_rows / 2:
        return None
    text = say(
        "{lane} has memorized {share:.0%} of the {count} wrong labels: it learns the noise.",
        lane=e.name,
        share=e.memorized,
        count=e.wrong_labels,
    )
    return text, (_accuracies(e),), remedies.regularize(e)


def _overfitting(e: Evidence) -> Told | None:
    if e.epoch < 5 or not e.train_accuracy - e.test_accuracy > GAP:
        return None
    if not (e.test_loss > RISEN * e.best_test_loss and e.train_loss < e.train_loss_at_best):
        return None
    text = say(
        "{lane} overfits: since step {step} its test loss has risen while the training loss fell.",
        lane=e.name,
        step=e.best_step,
    )
    proof = say("Test loss {now:.3f}, at its best {best:.3f}.", now=e.test_loss, best=e.best_test_loss)
    return text, (proof, _accuracies(e)), remedies.regularize(e)


RULES: Final[dict[str, Rule]] = {
    "diverged": _diverged,
    "all_units_alike": _all_units_alike,
    "exploding_signal": _exploding_signal,
    "too_strong_penalty": _too_strong_penalty,
    "vanishing_gradient": _vanishing_gradient,
    "fading_signal": _fading_signal,
    "saturated": _saturated,
    "dead": _dead,
    "too_strong_dropout": _too_strong_dropout,
    "memorized_labels": _memorized_labels,
    "overfitting": _overfitting,
    "too_small_steps": _too_small_steps,
    "no_hidden_layer": _no_hidden_layer,
}


# --- what rules share -----------------------------------------------------------------------------------------------


def _is_stuck(e: Evidence, most: float = FALL) -> bool:
    """Long enough under way, and neither better nor nearer of late: its loss has not fallen by more than ``most``."""
    is_settled = e.diverged_at is None and e.step - e.since >= SETTLED and e.epoch >= 5
    return is_settled and e.progress < 0.05 and e.fall < most


def _learns_little(e: Evidence, share: float = 0.5) -> bool:
    """Less than this share of the way from guessing to knowing."""
    return e.train_accuracy < e.chance + share * (1 - e.chance)


def _is_ruled_by_penalty(e: Evidence, least: float = 1.0) -> bool:
    """Whether a penalty that is no small one pulls ``least`` times as hard as the data, or has pulled until hardly a
    weight is left."""
    name, strongest = _strongest_penalty(e)
    share = np.nan_to_num(e.penalty_share, posinf=np.inf)  # NaN: neither pulls, or no step was recorded
    pulls = bool(np.median(share) > least or np.median(e.weight_share) < LEFT)
    return strongest > remedies.SOUND_PENALTIES[name] and pulls


def _strongest_penalty(e: Evidence) -> tuple[str, float]:
    """``l1`` or ``l2``, and its largest λ."""
    dense = [layer for layer in e.layers if isinstance(layer, DenseSpec)]
    l1, l2 = max(layer.l1 for layer in dense), max(layer.l2 for layer in dense)
    return ("l1", l1) if l1 > l2 else ("l2", l2)


def _starts_with_zeros(layer: object) -> bool:
    return isinstance(layer, DenseSpec) and layer.initialization == "zeros"


def _number(index: int) -> int:
    """What a layer of the stack is called everywhere: its row, counted from 1, whatever the kinds of the rows."""
    return index + 1


def _naive_growth(e: Evidence) -> float:
    """By how much weights in -1..1 enlarge the signal in a layer behind ReLU units: sqrt(n / 6); 0 without any."""
    naive = any(isinstance(layer, DenseSpec) and layer.initialization == "uniform" for layer in e.layers)
    if not naive or remedies.hidden_function(e) in ("sigmoid", "tanh"):
        return 0.0
    widths = [e.n_features, *(layer.units for layer in e.layers if isinstance(layer, DenseSpec))]
    return math.sqrt(max(widths[:-1]) / 6)


def _dropout_factor(e: Evidence) -> float:
    """What testing multiplies the signal by on its way: it is no fault of the weights."""
    if e.experiment.dropout_scaling == "train":
        return 1.0
    before_output = [layer for layer in e.layers[: e.dense[-1]] if isinstance(layer, DropoutSpec)]
    return math.prod(1 - layer.rate for layer in before_output)


def _std_of_input(e: Evidence) -> Sentence:
    return say("Standard deviation of the features {std:.2g}.", std=e.input_std)


def _std_on_the_way(e: Evidence) -> Sentence:
    last = float(e.std[e.dense[-1]])
    return say(
        "Standard deviation of the input {before:.2g}, of the outputs {after:.2g}.", before=e.input_std, after=last
    )


def _accuracies(e: Evidence) -> Sentence:
    return say(
        "Accuracy on the training rows {train:.0%}, on the test rows {test:.0%}.",
        train=e.train_accuracy,
        test=e.test_accuracy,
    )
