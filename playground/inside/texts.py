"""Which views of the inside of the network there are, in the order of their tabs, and what each has to teach."""

from __future__ import annotations

from typing import Final, NamedTuple

from PySide6.QtCore import QCoreApplication

VIEWS: Final = ("signals", "gradients", "weights", "penalty", "dropout", "predictions", "boundary", "digit")


class ViewText(NamedTuple):
    """The name of a view, and one sentence: what is to be seen there, and what it means."""

    title: str
    lesson: str


def _tr(text: str) -> str:
    return QCoreApplication.translate("Views", text)


def view_texts() -> dict[str, ViewText]:
    """By name, in the language that is set."""
    return {
        "signals": ViewText(
            _tr("Signals"),
            _tr(
                "Each layer passes a signal on: where it keeps its size, deep layers can learn; where it explodes or "
                "vanishes, they cannot."
            ),
        ),
        "gradients": ViewText(
            _tr("Gradients"),
            _tr(
                "Going back, the gradient is multiplied layer after layer: where it shrinks the first layers stand "
                "still, where it grows they leap away."
            ),
        ),
        "weights": ViewText(
            _tr("Weights"),
            _tr("All that a net has learned is in how its weights differ from the chance they started as (outlined)."),
        ),
        "penalty": ViewText(
            _tr("Penalty"),
            _tr(
                "L2 pulls every weight to zero by λw, L1 by a fixed λ₁: a weight stays only where the data pushes "
                "harder."
            ),
        ),
        "dropout": ViewText(
            _tr("Dropout"),
            _tr(
                "Dropout trains another thinned network at every step, so that no unit can rely on a particular other "
                "one."
            ),
        ),
        "predictions": ViewText(
            _tr("Predictions"),
            _tr("Accuracy says how often the lane is wrong; here is where: what it takes for what, and how surely."),
        ),
        "boundary": ViewText(
            _tr("Boundary"),
            _tr(
                "What a lane would answer everywhere: pale means unsure. Filled points are training rows, hollow ones "
                "test rows."
            ),
        ),
        "digit": ViewText(
            _tr("Draw"),
            _tr("Draw a digit: a net must answer something, and is often sure of itself where it is wrong."),
        ),
    }
