"""What is wrong with a run, in words, from its numbers: rules, each with its evidence and a remedy.

Rules stand in one table, `RULES`, most urgent first. Each looks at the `Evidence` of one lane and either keeps silent
or says one sentence. Sentences are templates with values, so that they can be translated.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import islice
from typing import TYPE_CHECKING, Any, Final

import numpy as np

from engine.diagnostics.evidence import Evidence, evidence, memorized_shares
from engine.diagnostics.signals import signals
from engine.diagnostics.wishes import Wishes
from engine.specs import ActivationSpec, DenseSpec, DropoutSpec

if TYPE_CHECKING:
    from engine.trainer import Trainer


@dataclass(frozen=True, slots=True)
class Sentence:
    """A template of `str.format` and what goes into it."""

    template: str
    values: Mapping[str, Any] = field(default_factory=dict)

    def __str__(self) -> str:
        return self.template.format(**self.values)


def say(template: str, **values: Any) -> Sentence:
    return Sentence(template, values)


@dataclass(frozen=True, slots=True)
class Remedy:
    """An ordinary edit and what its button says.

    ``edits``: (path, value) as for `engine.edits.edited`; the path ``insert`` stands for a new layer, (index, kind).
    """

    text: Sentence
    edits: tuple[tuple[str, Any], ...]


@dataclass(frozen=True, slots=True)
class Finding:
    """One rule that applies to one lane."""

    rule: str
    lane: int
    text: Sentence
    evidence: tuple[Sentence, ...]
    remedy: Remedy | None = None


Told = tuple[Sentence, tuple[Sentence, ...], Remedy | None]
Rule = Callable[[Evidence], Told | None]

MOST: Final = 3
"""Findings that are told at once, at most."""
SETTLED: Final = 300
"""Steps before it is said that something does not learn."""
FADING: Final = 0.1
"""Standard deviation of the outputs over that of the input."""
VANISHING: Final = 1e-3
"""Root mean square of the first dense layer's gradient over the last one's."""
EXPLODING: Final = 1e3
SATURATED: Final = 0.5
"""Share of a layer's values on the flat parts of its function."""
DEAD: Final = 0.5
"""Share of a layer's ReLU units that never fire."""
GAP: Final = 0.1
"""Training less test accuracy."""
RISEN: Final = 1.15
"""The test loss over its best."""
MEMORIZED: Final = 0.5


def diagnosis(trainer: Trainer, wishes: Wishes) -> tuple[Finding, ...]:
    """What is to be said of the visible lanes, most urgent first, each rule once."""
    if not len(trainer.history.view()):
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


# --- rules ----------------------------------------------------------------------------------------------------------


def _diverged(e: Evidence) -> Told | None:
    if e.diverged_at is None:
        return None
    grown = _naive_growth(e)
    if grown is not None and grown > 2:
        text = say(
            "{lane} exploded at step {step}: naive weights enlarge the signal {growth:.1f} times in each layer.",
            lane=e.name,
            step=e.diverged_at,
            growth=grown,
        )
        proof = say("A unit with n inputs and weights between -1 and 1 adds up n terms: its variance grows by n / 6.")
        return text, (proof,), _initialization(e)
    text = say("{lane} diverged at step {step}: its steps were too large.", lane=e.name, step=e.diverged_at)
    proof = say("Its learning rate was {rate:g}.", rate=e.learning_rate)
    return text, (proof,), _rate(e, e.learning_rate / 10)


def _all_units_alike(e: Evidence) -> Told | None:
    zeros = [layer for layer in e.layers if isinstance(layer, DenseSpec) and layer.initialization == "zeros"]
    if not zeros or len(e.dense) < 2:
        return None
    text = say("{lane} starts with all weights zero, so all units of a layer learn the same thing.", lane=e.name)
    return text, (say("{count} layers start with zeros.", count=len(zeros)),), _initialization(e)


def _exploding_signal(e: Evidence) -> Told | None:
    last = e.std[e.dense[-1]]
    if not last > EXPLODING * max(e.input_std, 1e-12):
        return None
    text = say(
        "{lane}: the signal explodes on its way, it leaves the last layer {times:.0e} times as large as it came in.",
        lane=e.name,
        times=last / e.input_std,
    )
    proof = say(
        "Standard deviation of the input {before:.2g}, of the outputs {after:.2g}.", before=e.input_std, after=last
    )
    return text, (proof,), _initialization(e)


def _fading_signal(e: Evidence) -> Told | None:
    last = e.std[e.dense[-1]]
    if len(e.dense) < 3 or not last < FADING * e.input_std or not _learns_little(e):
        return None
    text = say(
        "{lane}: the signal fades on its way: only {share:.1%} of its size reaches the output, so learning crawls.",
        lane=e.name,
        share=last / e.input_std,
    )
    proof = say(
        "Standard deviation of the input {before:.2g}, of the outputs {after:.2g}.", before=e.input_std, after=last
    )
    return text, (proof,), _initialization(e)


def _vanishing_gradient(e: Evidence) -> Told | None:
    if len(e.dense) < 3 or not e.step:
        return None
    first, last = e.gradient_rms[0], e.gradient_rms[-1]
    if not first < VANISHING * last or np.nanmedian(e.penalty_share) > 1:  # a penalty that rules is another story
        return None
    text = say(
        "{lane}: layer 1's gradient is {share:.0e} of layer {layer}'s: it is vanishing.",
        lane=e.name,
        share=first / last,
        layer=len(e.dense),
    )
    proof = say(
        "Gradient of layer 1: {first:.1e}, of layer {layer}: {last:.1e}.", first=first, last=last, layer=len(e.dense)
    )
    return text, (proof,), _against_vanishing(e)


def _saturated(e: Evidence) -> Told | None:
    if not np.nanmax(e.saturated, initial=0) > SATURATED or e.train_accuracy > 0.9:
        return None
    index = int(np.nanargmax(e.saturated))
    layer = e.layers[index]
    assert isinstance(layer, ActivationSpec)
    text = say(
        "{lane}: {share:.0%} of the {function} values of layer {layer} are saturated, where the slope is nearly zero.",
        lane=e.name,
        share=float(e.saturated[index]),
        function=layer.function,
        layer=_number(e, index),
    )
    proof = say(
        "What comes into it has a standard deviation of {std:.2g}.", std=float(e.std[index - 1]) if index else 0.0
    )
    is_naive = any(isinstance(spec, DenseSpec) and spec.initialization == "uniform" for spec in e.layers)
    return text, (proof,), _initialization(e) if is_naive else _rate(e, e.learning_rate / 10)


def _dead(e: Evidence) -> Told | None:
    if not np.nanmax(e.dead, initial=0) > DEAD:
        return None
    index = int(np.nanargmax(e.dead))
    text = say(
        "{lane}: {share:.0%} of the ReLU units of layer {layer} are dead: they never fire, so they never learn.",
        lane=e.name,
        share=float(e.dead[index]),
        layer=_number(e, index),
    )
    proof = say("They are zero for every training row looked at.")
    edits = tuple(
        (f"layers.{i}.function", "leaky_relu")
        for i, layer in enumerate(e.layers)
        if isinstance(layer, ActivationSpec) and layer.function == "relu"
    )
    return text, (proof,), Remedy(say("Use leaky ReLU"), edits)


def _too_strong_penalty(e: Evidence) -> Told | None:
    if not _is_stuck(e) or not _learns_little(e):
        return None
    strongest = max((layer.l2 for layer in e.layers if isinstance(layer, DenseSpec)), default=0.0)
    if not strongest or not np.nanmedian(e.penalty_share) > 1:
        return None
    text = say(
        "{lane}: the L2 penalty pulls about as hard as the data, so little can be learned: λ {l2:g} is too strong.",
        lane=e.name,
        l2=strongest,
    )
    proof = say(
        "Penalty gradient over data gradient: {share:.2g}; training accuracy {accuracy:.0%}.",
        share=float(np.nanmedian(e.penalty_share)),
        accuracy=e.train_accuracy,
    )
    return text, (proof,), Remedy(say("Divide λ by 10"), _for_lane(e, "l2", strongest / 10))


def _too_strong_dropout(e: Evidence) -> Told | None:
    if not _is_stuck(e) or not _learns_little(e):
        return None
    rates = [layer.rate for layer in e.layers if isinstance(layer, DropoutSpec)]
    kept = math.prod(1 - rate for rate in rates)
    if not rates or max(rates) < 0.4 or kept > 0.3:
        return None
    text = say(
        "{lane}: with dropout {rate:g} only {kept:.1%} of the paths through the net are open at a time.",
        lane=e.name,
        rate=max(rates),
        kept=kept,
    )
    proof = say(
        "{count} dropout layers; training accuracy {accuracy:.0%}.", count=len(rates), accuracy=e.train_accuracy
    )
    return text, (proof,), Remedy(say("Use a rate of 0.2"), _for_lane(e, "rate", 0.2))


def _memorized_labels(e: Evidence) -> Told | None:
    if not e.memorized > MEMORIZED:
        return None
    text = say(
        "{lane} has memorized {share:.0%} of the {count} wrong labels: it learns the noise.",
        lane=e.name,
        share=e.memorized,
        count=e.wrong_labels,
    )
    proof = say(
        "Accuracy on the training rows {train:.0%}, on the test rows {test:.0%}.",
        train=e.train_accuracy,
        test=e.test_accuracy,
    )
    return text, (proof,), _regularize(e)


def _overfitting(e: Evidence) -> Told | None:
    if e.epoch < 5 or e.best_step == e.step:
        return None
    if not (e.train_accuracy - e.test_accuracy > GAP and e.test_loss > RISEN * e.best_test_loss):
        return None
    text = say(
        "{lane} overfits: since step {step} its test loss has risen while the training loss fell.",
        lane=e.name,
        step=e.best_step,
    )
    proof = (
        say("Test loss {now:.3f}, at its best {best:.3f}.", now=e.test_loss, best=e.best_test_loss),
        say(
            "Accuracy on the training rows {train:.0%}, on the test rows {test:.0%}.",
            train=e.train_accuracy,
            test=e.test_accuracy,
        ),
    )
    return text, proof, _regularize(e)


def _too_small_steps(e: Evidence) -> Told | None:
    if not _is_stuck(e) or not _learns_little(e):
        return None
    if np.isnan(e.update_ratio).any() or not e.update_ratio.max() < 1e-5:
        return None
    text = say("{lane} hardly moves: a step changes its weights by less than a hundred-thousandth.", lane=e.name)
    proof = say("Update over weight: {ratio:.1e} at most.", ratio=float(e.update_ratio.max()))
    return text, (proof,), _rate(e, e.learning_rate * 10)


def _no_hidden_layer(e: Evidence) -> Told | None:
    bends = any(isinstance(layer, ActivationSpec) and layer.function != "identity" for layer in e.layers)
    if bends or not _is_stuck(e) or not _learns_little(e):
        return None
    text = say("{lane} has no nonlinearity, so it can only draw straight lines between the classes.", lane=e.name)
    proof = say(
        "Training accuracy {accuracy:.0%} after {epochs:.0f} epochs.", accuracy=e.train_accuracy, epochs=e.epoch
    )
    if len(e.dense) > 1:
        return text, (proof,), Remedy(say("Add a ReLU"), (("insert", (e.dense[0] + 1, "activation")),))
    return text, (proof,), Remedy(say("Add a hidden layer"), (("insert", (0, "activation")), ("insert", (0, "dense"))))


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


def _is_stuck(e: Evidence) -> bool:
    """Long enough under way, and no longer getting better."""
    return e.diverged_at is None and e.step >= SETTLED and e.epoch >= 5 and e.progress < 0.02


def _learns_little(e: Evidence) -> bool:
    """Less than half of the way from guessing to knowing."""
    return e.train_accuracy < e.chance + (1 - e.chance) / 2


def _number(e: Evidence, index: int) -> int:
    """Which dense layer, counted from 1, a layer of the stack follows."""
    return max(1, sum(1 for place in e.dense if place <= index))


def _hidden_function(e: Evidence) -> str:
    functions = [layer.function for layer in e.layers if isinstance(layer, ActivationSpec)]
    return functions[0] if functions else "identity"


def _naive_growth(e: Evidence) -> float | None:
    """By how much weights in -1..1 enlarge the signal in a layer behind ReLU units: sqrt(n / 6); None without any."""
    naive = [i for i in e.dense if (layer := e.layers[i]).kind == "dense" and layer.initialization == "uniform"]
    if not naive:
        return None
    widths = [e.n_features, *(layer.units for layer in e.layers if isinstance(layer, DenseSpec))]
    return math.sqrt(max(widths[:-1]) / 6)


def _for_lane(e: Evidence, name: str, value: Any) -> tuple[tuple[str, Any], ...]:
    """The edit of a setting of this lane."""
    return ((f"lanes.{e.lane}.{name}", value),)


def _initialization(e: Evidence) -> Remedy:
    if _hidden_function(e) in ("sigmoid", "tanh", "identity"):
        return Remedy(say("Use Xavier initialization"), _for_lane(e, "initialization", "xavier_uniform"))
    return Remedy(say("Use He initialization"), _for_lane(e, "initialization", "he_uniform"))


def _rate(e: Evidence, rate: float) -> Remedy:
    rounded = float(f"{rate:.3g}")
    return Remedy(say("Learning rate {rate:g}", rate=rounded), _for_lane(e, "learning_rate", rounded))


def _against_vanishing(e: Evidence) -> Remedy:
    function = _hidden_function(e)
    if function in ("sigmoid", "tanh"):
        edits = [
            (f"layers.{i}.function", "relu") for i, layer in enumerate(e.layers) if isinstance(layer, ActivationSpec)
        ]
        return Remedy(say("Use ReLU with He initialization"), (*edits, *_for_lane(e, "initialization", "he_uniform")))
    return _initialization(e)


def _regularize(e: Evidence) -> Remedy:
    """More of what there is none of: L2, then dropout."""
    if not any(layer.l2 for layer in e.layers if isinstance(layer, DenseSpec)):
        return Remedy(say("Add L2, λ 0.01"), _for_lane(e, "l2", 0.01))
    rates = [layer.rate for layer in e.layers if isinstance(layer, DropoutSpec)]
    if rates and max(rates) < 0.3:
        return Remedy(say("Use a dropout rate of 0.3"), _for_lane(e, "rate", 0.3))
    if not rates and len(e.dense) > 1:
        return Remedy(say("Add dropout"), (("insert", (e.dense[-1], "dropout")),))
    return Remedy(say("Stop early"), (("early_stopping.on", True),))
