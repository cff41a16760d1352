"""Rules about what the network could ever draw, and whether it gets there."""

from __future__ import annotations

import math
from typing import Any, Final

import numpy as np

from engine.diagnosis import remedies
from engine.diagnosis.evidence.evidence import Evidence, nonlinearities
from engine.diagnosis.findings import Sentence, say
from engine.diagnosis.rules.clues import (
    GAP,
    RARE,
    SETTLED,
    Told,
    accuracy_after,
    beats_guessing,
    by_task,
    epochs,
    gap,
    has_learned,
    is_settled,
    is_stuck,
    largest_update,
    learned_beside,
    learns_little,
    number,
    on_the_way,
    still_falls,
    strongest_penalty,
    train_accuracy,
)
from engine.nn.shapes import layer_shapes

SMALL: Final = 8
"""Units of the widest hidden layer."""
IDLE: Final = 1e-4
"""Update over weight of steps that say nothing of a net yet."""
SEEN: Final = 20
"""Epochs before which too little was seen to say that more units would see more."""
NARROW: Final = 4
"""Its neighbours are so many times as wide."""


def no_hidden_layer(e: Evidence) -> Told | None:
    bends = any(not function.is_linear for function in nonlinearities(e.layers).values())
    if bends or not is_settled(e) or e.fall > 0.02 or not learns_little(e, 0.6):
        return None
    text = by_task(
        e,
        say("{lane} has no nonlinearity, so it can only draw straight lines between the classes.", lane=e.name),
        say("{lane} has no nonlinearity, so it can only fit a straight line, or a plane.", lane=e.name),
    )
    return text, (accuracy_after(e),), remedies.hidden_layer(e)


def hidden_widths(e: Evidence) -> dict[int, int]:
    """Values that each hidden layer with weights passes on, by its place in the stack: a dense layer's units; of a
    layer of filters, each has a whole map of them."""
    shapes = list(layer_shapes(e.layers, e.shape))
    return {index: math.prod(shapes[index + 1]) for index in e.dense[:-1]}


def bottleneck(e: Evidence) -> Told | None:
    """A hidden layer through which hardly anything fits: up to three units between wider layers, or a single one. At
    once, where none of its units has a slope: what would be called dead or saturated elsewhere is no wonder there."""
    if (has_learned(e) and not gap(e) > GAP) or e.diverged_at is not None:
        return None
    narrow = _narrow(e)
    lame = [layer for layer in narrow if _is_flat(e, layer[0])] if learns_little(e) else []
    if not lame and (not narrow or not is_settled(e) or 0 <= largest_update(e) < IDLE):
        return None
    index, width = (lame or narrow)[0]
    named = _named(e, index, width)
    text = say("{lane}: all that it knows has to fit through the {count} units of layer {layer}.", **named)
    if width == 1:
        text = say("{lane}: all that it knows has to fit through the one unit of layer {layer}.", **named)
    proof = say("{features} features come in, {outputs} outputs go out.", features=e.n_features, outputs=e.n_outputs)
    return text, (proof, train_accuracy(e)), remedies.wider(e)


def _narrow(e: Evidence) -> list[tuple[int, int]]:
    """The bottlenecks: their places in the stack, and their units."""
    widths, found = hidden_widths(e), []
    sizes = [e.n_features, *widths.values(), e.n_outputs]
    for place, (index, width) in enumerate(widths.items(), start=1):
        wide = min(max(sizes[:place]), max(sizes[place + 1 :]))
        if (width == 1 < e.n_features) or (width <= 3 and width < e.n_outputs + 1 and wide >= NARROW * width):
            found.append((index, width))
    return found


def _is_flat(e: Evidence, index: int) -> bool:
    """Whether all values behind a dense layer are dead or saturated."""
    function = next((place for place in nonlinearities(e.layers) if place > index), index)
    return bool(np.fmax(e.dead[function], e.saturated[function]) >= 1)


def _named(e: Evidence, index: int, width: int) -> dict[str, Any]:
    return {"lane": e.name, "count": width, "layer": number(index)}


def net_too_small(e: Evidence) -> Told | None:
    widths = hidden_widths(e)
    if not widths or max(widths.values()) > SMALL or not is_settled(e, 2 * SETTLED if e.fall > 0.01 else SETTLED):
        return None
    if has_learned(e) or gap(e) > GAP or not learns_little(e, 0.75) or e.fall > 0.05:
        return None
    if e.epoch < SEEN or _has_another_cause(e):
        return None
    text = say(
        "{lane} is too small for this: its widest hidden layer has {count} units.",
        lane=e.name,
        count=max(widths.values()),
    )
    return text, (train_accuracy(e), epochs(e)), remedies.wider(e)


def _has_another_cause(e: Evidence) -> bool:
    """A lane with as many units does well; or a penalty that is no small one is there, and comes first."""
    name, strongest = strongest_penalty(e)
    return any(each.setting != "units" for each in learned_beside(e)) or strongest > remedies.sound_penalty(e, name)


def stuck_at_chance(e: Evidence) -> Told | None:
    if not is_stuck(e) or not learns_little(e, 0.15) or still_falls(e) or (beats_guessing(e) and e.chance > RARE):
        return None
    text = by_task(
        e,
        say("{lane} is no better than guessing, and its loss no longer falls.", lane=e.name),
        say("{lane} is no better than always saying the mean, and its loss no longer falls.", lane=e.name),
    )
    if not math.isnan(e.typical):
        text = say("{lane} is no better than always saying the median, and its loss no longer falls.", lane=e.name)
    return text, (*_far_labels(e), train_accuracy(e), epochs(e)), remedies.against_standstill(e)


def plateau(e: Evidence) -> Told | None:
    if not is_settled(e) or not learns_little(e) or e.fall > 0.05 or e.progress > 0.05 or still_falls(e):
        return None
    text = say("{lane} stands still: little is learned, and its loss hardly falls.", lane=e.name)
    proof = on_the_way(e, say("Over the latest steps the training loss fell by {fall:.1%}.", fall=e.fall))
    return text, (*_far_labels(e), proof, train_accuracy(e)), remedies.against_standstill(e)


def _far_labels(e: Evidence) -> tuple[Sentence, ...]:
    """What the loss goes by, where a few numbers to learn lie far from the others."""
    far = e.facts.far_labels
    if far is None:
        return ()
    return (
        say(
            "A few values of {column} lie far from the others, {value} in line {line} farthest: the loss goes by them.",
            column=far.column,
            value=far.value,
            line=far.line,
        ),
    )
