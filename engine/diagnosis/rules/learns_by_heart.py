"""Rules for networks that learn their rows by heart."""

from __future__ import annotations

import math
from typing import Final

from engine.diagnosis import remedies
from engine.diagnosis.evidence.evidence import Evidence
from engine.diagnosis.findings import Sentence, say
from engine.diagnosis.rules.clues import FEW_EPOCHS, GAP, Told, gap, has_learned, learns_little

RISEN: Final = 1.15
"""The held-out loss over its best."""


MEMORIZED: Final = 0.5
"""Share of the wrong labels, corrected for chance."""


ROWS: Final = 12
"""Rows of each class."""


FEW: Final = 5
"""Wrong labels that say nothing yet."""


NO_SIGN: Final = 0.4
"""Wrong labels of two classes from which on a label says hardly anything; at a half, nothing."""


LIKELIER: Final = 1.2
"""How often a row has one certain wrong label, over how often the right one; chance alone makes some of it."""


_OVERFITS: Final = {
    False: "{lane} overfits: since step {step} its test loss has risen while the training loss fell.",
    True: "{lane} overfits: since step {step} its validation loss has risen while the training loss fell.",
}
_LOSSES: Final = {
    False: "Test loss {now:.3f}, at its best {best:.3f}.",
    True: "Validation loss {now:.3f}, at its best {best:.3f}.",
}
_ACCURACIES: Final = {
    False: "Accuracy on the training rows {train:.0%}, on the test rows {held_out:.0%}.",
    True: "Accuracy on the training rows {train:.0%}, on the validation rows {held_out:.0%}.",
}
_R2: Final = {
    False: "R² on the training rows {train:.2f}, on the test rows {held_out:.2f}.",
    True: "R² on the training rows {train:.2f}, on the validation rows {held_out:.2f}.",
}
_ROBUST: Final = {
    False: "Loss on the training rows {train:.3g}, on the test rows {held_out:.3g}.",
    True: "Loss on the training rows {train:.3g}, on the validation rows {held_out:.3g}.",
}
"""By whether there are validation rows."""


def memorized(e: Evidence) -> Told | None:
    """Beyond what chance agrees with, (m - 1 / k) / (1 - 1 / k), and once something was learned. Where a wrong label
    is likelier than the right one, it is what there is to learn."""
    n_classes = max(sum(count > 0 for count in e.facts.class_counts), 2)
    by_chance, wrong = 1 / n_classes, e.wrong_labels / e.n_rows
    if e.wrong_labels < FEW or learns_little(e):
        return None
    if wrong / (n_classes - 1) > LIKELIER * (1 - wrong):
        return _learns_what_is_wrong(e, wrong)
    if n_classes == 2 and wrong > NO_SIGN and _overfits(e):
        return _learns_mere_noise(e, wrong)
    if not (e.memorized - by_chance) / (1 - by_chance) > MEMORIZED:
        return None
    text = say(
        "{lane} has memorized {share:.0%} of the {count} wrong labels: it learns the noise.",
        lane=e.name,
        share=e.memorized,
        count=e.wrong_labels,
    )
    return text, (_accuracies(e),), remedies.regularize(e)


def _learns_what_is_wrong(e: Evidence, share: float) -> Told | None:
    """It has learned well, and answers worse than guessing."""
    if not e.held_out_accuracy < e.chance:
        return None
    text = say(
        "{lane}: {share:.0%} of the labels that it learns from are wrong, so it has learned what is wrong.",
        lane=e.name,
        share=share,
    )
    return text, (_accuracies(e),), None


def _learns_mere_noise(e: Evidence, share: float) -> Told:
    """Of two classes nearly as many labels are wrong as right: they say hardly anything of a row."""
    text = say(
        "{lane}: {share:.0%} of the labels of its two classes were made wrong, so there is hardly more than noise to "
        "learn, and it learns that.",
        lane=e.name,
        share=share,
    )
    proof = say("Wrong labels that it repeats: {share:.0%} of {count}.", share=e.memorized, count=e.wrong_labels)
    return text, (proof, _accuracies(e)), remedies.true_labels(e)


def few_rows(e: Evidence) -> Told | None:
    """So few that each is known by heart: the cause of overfitting that more rows cure."""
    per_class = e.n_rows if e.is_number else e.n_rows / max(sum(count > 0 for count in e.facts.class_counts), 1)
    if per_class >= (5 * ROWS if e.is_number else ROWS) or e.epoch < FEW_EPOCHS or not gap(e) > GAP:
        return None
    if not has_learned(e):
        return None
    text = say(
        "{lane} learns {count} rows by heart: they are too few to tell what is common to all.",
        lane=e.name,
        count=e.n_rows,
    )
    return text, (_accuracies(e),), remedies.more_rows(e) or remedies.regularize(e)


def overfitting(e: Evidence) -> Told | None:
    """Its held-out loss has risen; or all is learned and much of it does not hold for other rows. Not after it has gone
    back to its best."""
    if not _overfits(e):
        return None
    text = say(_OVERFITS[e.has_validation], lane=e.name, step=e.best_step)
    proof = say(_LOSSES[e.has_validation], now=e.latest_held_out_loss, best=e.best_held_out_loss)
    return text, (proof, _accuracies(e)), remedies.regularize(e)


def _overfits(e: Evidence) -> bool:
    if e.epoch < FEW_EPOCHS or not gap(e) > GAP or e.is_restored:
        return False
    return e.held_out_loss > RISEN * e.best_held_out_loss and e.train_loss < e.train_loss_at_best


def _accuracies(e: Evidence) -> Sentence:
    if not math.isnan(e.typical):
        return say(_ROBUST[e.has_validation], train=e.train_loss, held_out=e.held_out_loss)
    if e.is_number:
        return say(_R2[e.has_validation], train=e.train_accuracy, held_out=e.held_out_accuracy)
    return say(_ACCURACIES[e.has_validation], train=e.train_accuracy, held_out=e.held_out_accuracy)
