"""What several rules ask of the evidence."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

import numpy as np

from engine.diagnosis import remedies
from engine.diagnosis.evidence import Evidence
from engine.diagnosis.findings import Remedy, Sentence, say
from engine.nn.layers.base import has_weights

Told = tuple[Sentence, tuple[Sentence, ...], Remedy | None]


Rule = Callable[[Evidence], Told | None]


SETTLED: Final = 300
"""Steps before it is said that something does not learn."""


FALL: Final = 1e-3
"""Share of the training loss: what falls by less from one third of the run to the next is stuck, what falls by more may
only be slow."""


LEARNED: Final = 0.9
"""Training accuracy, or R2, from which on nobody asks why it does not learn."""


LARGE: Final = 10.0
"""Standard deviation of the features; one is usual."""


GAP: Final = 0.1
"""Training less held-out accuracy, or R2."""


LEFT: Final = 0.01
"""Of the weights' norm at the start; nothing but a penalty shrinks weights so far."""


def is_stuck(e: Evidence, most: float = FALL) -> bool:
    """Long enough under way, and neither better nor nearer of late: its loss has not fallen by more than ``most``."""
    is_settled = e.diverged_at is None and e.step - e.since >= SETTLED and e.epoch >= 5
    return is_settled and e.progress < 0.05 and e.fall < most


def learns_little(e: Evidence, share: float = 0.5) -> bool:
    """Less than this share of the way from guessing to knowing."""
    return e.train_accuracy < e.chance + share * (1 - e.chance)


def is_ruled_by_penalty(e: Evidence, least: float = 1.0) -> bool:
    """Whether a penalty that is no small one pulls ``least`` times as hard as the data, or has pulled until hardly a
    weight is left."""
    name, strongest = strongest_penalty(e)
    share = np.nan_to_num(e.penalty_share, posinf=np.inf)  # NaN: neither pulls, or no step was recorded
    pulls = bool(np.median(share) > least or np.median(e.weight_share) < LEFT)
    return strongest > remedies.SOUND_PENALTIES[name] and pulls


def strongest_penalty(e: Evidence) -> tuple[str, float]:
    """``l1`` or ``l2``, and its largest λ."""
    dense = [layer for layer in e.layers if has_weights(layer)]
    l1, l2 = max(layer.l1 for layer in dense), max(layer.l2 for layer in dense)
    return ("l1", l1) if l1 > l2 else ("l2", l2)


def number(index: int) -> int:
    """What a layer of the stack is called everywhere: its row, counted from 1, whatever the kinds of the rows."""
    return index + 1


def by_task(e: Evidence, of_classes: Sentence, of_numbers: Sentence) -> Sentence:
    """The sentence that speaks of what is learned."""
    return of_numbers if e.is_number else of_classes


def std_of_input(e: Evidence) -> Sentence:
    return say("Standard deviation of the features {std:.2g}.", std=e.input_std)


def std_on_the_way(e: Evidence) -> Sentence:
    last = float(e.std[e.dense[-1]])
    return say(
        "Standard deviation of the input {before:.2g}, of the outputs {after:.2g}.", before=e.input_std, after=last
    )
