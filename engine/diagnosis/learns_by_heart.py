"""Rules for networks that learn their rows by heart."""

from __future__ import annotations

from typing import Final

from engine.diagnosis import remedies
from engine.diagnosis.clues import GAP, Told
from engine.diagnosis.evidence import Evidence
from engine.diagnosis.findings import Sentence, say

RISEN: Final = 1.15
"""The held-out loss over its best."""


MEMORIZED: Final = 0.5


FEW: Final = 5
"""Wrong labels that say nothing yet."""


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
"""By whether there are validation rows."""


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
    if e.epoch < 5 or not e.train_accuracy - e.held_out_accuracy > GAP:
        return None
    if not (e.held_out_loss > RISEN * e.best_held_out_loss and e.train_loss < e.train_loss_at_best):
        return None
    text = say(_OVERFITS[e.has_validation], lane=e.name, step=e.best_step)
    proof = say(_LOSSES[e.has_validation], now=e.held_out_loss, best=e.best_held_out_loss)
    return text, (proof, _accuracies(e)), remedies.regularize(e)


def _accuracies(e: Evidence) -> Sentence:
    if e.is_number:
        return say(_R2[e.has_validation], train=e.train_accuracy, held_out=e.held_out_accuracy)
    return say(_ACCURACIES[e.has_validation], train=e.train_accuracy, held_out=e.held_out_accuracy)
