"""Rules about the rows: what is wrong with them no setting of the network makes good."""

from __future__ import annotations

from typing import Final

import numpy as np

from engine.arrays import Array
from engine.diagnosis import remedies
from engine.diagnosis.evidence.evidence import Evidence
from engine.diagnosis.findings import Remedy, say
from engine.diagnosis.rules.clues import (
    DEAD,
    FEW_EPOCHS,
    HARDLY,
    SATURATED,
    SETTLED,
    Told,
    has_learned,
    is_settled,
    learns_little,
    open_paths,
    std_of_input,
    train_accuracy,
)

LARGE: Final = 4.0
"""Standard deviation of the features; one is usual."""
UNLIKE: Final = 20.0
"""The largest column's standard deviation over the median one's."""
FAR: Final = 20.0
"""Mean of a column over its standard deviation: all that varies is its last digits."""
WELL: Final = 0.95
"""Held-out accuracy, or R2, from which on nothing that a column hides is missed."""
RARE: Final = 0.5
"""A class with less than this share of an even part."""


def rows_sorted(e: Evidence) -> Told | None:
    if not e.facts.is_sorted or e.setup.data.shuffle_seed is not None:
        return None
    if e.is_number:
        text = say(
            "{lane}: the rows lie in the order of their numbers, so it is tested on others than it learns.", lane=e.name
        )
        proof = say(
            "A held-out number is larger than a training number in {share:.0%} of all pairs; of mixed rows, in half.",
            share=e.facts.held_out_above,
        )
    else:
        text = say(
            "{lane}: the rows lie in the order of their classes, so it is tested on others than it learns.", lane=e.name
        )
        proof = say(
            "Classes among the training rows {train}, among the held-out rows {held_out}.",
            train=sum(count > 0 for count in e.facts.class_counts),
            held_out=sum(count > 0 for count in e.facts.held_out_counts),
        )
    return text, (proof,), remedies.mixed_rows()


def class_missing(e: Evidence) -> Told | None:
    missing = e.facts.missing
    if not missing:
        return None
    rows = sum(e.facts.held_out_counts[index] for index in missing)
    if rows < 3 and rows < 0.02 * sum(e.facts.held_out_counts):
        return None
    text = say(
        "{lane} can never know {count} of the {classes} classes: no training row has them.",
        lane=e.name,
        count=sum(not count for count in e.facts.class_counts),  # of which held-out rows may have a part
        classes=len(e.facts.class_counts),
    )
    proof = say("Held-out rows of such a class: {count}.", count=rows)
    return text, (proof,), remedies.mixed_rows() if e.setup.data.shuffle_seed is None else remedies.more_rows(e)


def features_unscaled(e: Evidence) -> Told | None:
    """Large, small, far from zero or unlike each other, and something has come of it. Behind a layer that normalizes
    size is no matter, and where dropout lets hardly anything through, that is why nothing is learned."""
    if open_paths(e) < HARDLY:
        return None
    if e.setup.data.scaling == "standard" or any(layer.normalizes for layer in e.layers[: e.dense[0] + 2]):
        return None
    _, middle, largest = e.facts.column_std
    is_large = max(largest, e.input_std) > LARGE
    is_unlike = e.setup.data.source != "digits" and largest > UNLIKE * middle
    if not (is_large or is_unlike or e.facts.largest_mean > FAR or largest < 1 / UNLIKE):
        return None
    flat = max(np.nanmax(e.saturated, initial=0), np.nanmax(e.saturated_at_start, initial=0))
    is_lame = flat > SATURATED or np.nanmax(e.dead, initial=0) > DEAD
    is_lame = is_lame or (e.step - e.since >= SETTLED / 3 and learns_little(e))
    overshoots = e.step - e.since >= 20 and e.train_loss > 3 * e.chance_loss
    if e.diverged_at is None and (has_learned(e) or not (is_lame or overshoots)):
        return None
    if is_large:
        text = say(
            "{lane}: its features are large, and so are its gradients: hardly any learning rate suits.", lane=e.name
        )
        return text, (std_of_input(e),), remedies.standard_scaling()
    text = say("{lane}: its features have very different sizes, so it hardly sees the small ones.", lane=e.name)
    proof = say(
        "Standard deviation of the largest feature {largest:.2g}, of the middle one {middle:.2g}.",
        largest=largest,
        middle=middle,
    )
    return text, (proof,), remedies.standard_scaling()


def sentinel_left(e: Evidence) -> Told | None:
    """A value that says that there is none counts as a number, and what its column says is lost in the distance."""
    found = e.facts.sentinel
    if found is None or not is_settled(e, SETTLED // 2) or e.held_out_accuracy > WELL:
        return None
    text = say(
        "{lane}: column {feature} holds {value} in {count} rows; it looks like “missing”, and hides what the column "
        "says.",
        lane=e.name,
        feature=found.column,
        value=found.value,
        count=found.count,
    )
    proof = say(
        "Where {feature} is known the label follows it by {without:.2f}, with {value} among its numbers by "
        "{among:.2f}: 1 is closest.",
        feature=found.column,
        value=found.value,
        without=found.without,
        among=found.among,
    )
    return text, (proof, train_accuracy(e)), Remedy(say("Count {value} as missing", value=found.value), found.edits)


def ignored_classes(e: Evidence) -> Array:
    """Those of at least three rows that no row is taken for rightly."""
    return np.flatnonzero((np.array(e.facts.class_counts) >= 3) & (e.recall == 0))


def missed_classes(e: Evidence) -> Array:
    """Rare ones of which less than half of the rows are found, that which fares worst first."""
    counts = np.array(e.facts.class_counts)
    rare = np.flatnonzero((counts > 0) & (counts < RARE * counts.sum() / max(len(counts), 1)) & (e.recall < 0.5))
    return rare[np.argsort(e.recall[rare], kind="stable")]


def class_ignored(e: Evidence) -> Told | None:
    """Some class, and not all but one: that is to be stuck at chance; of two, the rare one."""
    if not is_settled(e) or e.is_number or e.epoch < FEW_EPOCHS or e.fall > 0.05 or e.progress > 0.02:
        return None
    counts, ignored = np.array(e.facts.class_counts), ignored_classes(e)
    is_uneven = counts[ignored].sum() < RARE * len(ignored) * counts.sum() / len(counts) if len(ignored) else False
    if not len(ignored) or not (is_uneven or len(ignored) < (counts > 0).sum() - 1):
        return None
    text = say(
        "{lane} never answers {count} of the {classes} classes.", lane=e.name, count=len(ignored), classes=len(counts)
    )
    proof = say(
        "Of {rows} training rows {count} are of such a class.", rows=int(counts.sum()), count=int(counts[ignored].sum())
    )
    return text, (proof, train_accuracy(e)), remedies.against_ignoring(e)


def imbalance(e: Evidence) -> Told | None:
    """A rare class is mostly missed, and the accuracy hides it."""
    if not is_settled(e, SETTLED // 2) or e.is_number or e.epoch < FEW_EPOCHS:
        return None
    rare = missed_classes(e)
    if not len(rare) or not e.chance > 0.7:
        return None
    text = say(
        "{lane}: one class has {chance:.0%} of the rows, so a high accuracy hides that a rare one is missed.",
        lane=e.name,
        chance=e.chance,
    )
    proof = say("Of a rare class {recall:.0%} of the rows are found.", recall=float(e.recall[rare[0]]))
    return text, (proof, train_accuracy(e)), remedies.against_ignoring(e)


def label_leak(e: Evidence) -> Told | None:
    """Once the network has found it: whoever made that column knew the answer."""
    if e.facts.leak is None or e.train_accuracy < 0.97:
        return None
    names = e.feature_names
    text = say(
        "{lane}: the feature {feature} alone says the answer, so there is nothing left to learn: does it come from it?",
        lane=e.name,
        feature=names[e.facts.leak],
    )
    return text, (train_accuracy(e),), None
