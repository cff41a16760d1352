"""Rules for networks that learn their rows by heart."""

from __future__ import annotations

from typing import Final

from engine.diagnosis import remedies
from engine.diagnosis.clues import GAP, Told
from engine.diagnosis.evidence import Evidence
from engine.diagnosis.findings import Sentence, say

RISEN: Final = 1.15
"""The test loss over its best."""


MEMORIZED: Final = 0.5


FEW: Final = 5
"""Wrong labels that say nothing yet."""


def memorized_labels(e: Evidence) -> Told | None:
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


def overfitting(e: Evidence) -> Told | None:
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


def _accuracies(e: Evidence) -> Sentence:
    return say(
        "Accuracy on the training rows {train:.0%}, on the test rows {test:.0%}.",
        train=e.train_accuracy,
        test=e.test_accuracy,
    )
