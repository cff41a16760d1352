"""Which views of the inside of the network there are, in the order of their tabs, and what each has to teach."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final, NamedTuple

from PySide6.QtCore import QCoreApplication

from engine.records import record


class ViewText(NamedTuple):
    """The name of a view, and one sentence: what is to be seen there, and what it means."""

    title: str
    lesson: str


@record
class ViewKind:
    """All that is known of a view before it is made."""

    module: str
    """Imported when the view is first wanted, so that the window opens sooner."""
    panel: str
    """The class in that module, an `InsidePanel`."""
    request: frozenset[str]
    """What it asks to know: names of `engine.inspectors.INSPECTORS`."""
    text: Callable[[], ViewText]
    """In the language that is set."""
    lesson_of_numbers: Callable[[], str] | None = None
    """Where numbers are learned, if the lesson is another then."""


def _tr(text: str) -> str:
    return QCoreApplication.translate("Views", text)


VIEWS: Final = {
    "signals": ViewKind(
        "playground.inside.signals.view",
        "SignalsPanel",
        frozenset({"signals", "preview"}),
        lambda: ViewText(
            _tr("Signals"),
            _tr(
                "Each layer passes a signal on: where it keeps its size, deep layers can learn; where it explodes or "
                "vanishes, they cannot."
            ),
        ),
    ),
    "gradients": ViewKind(
        "playground.inside.weights.gradients_view",
        "GradientsPanel",
        frozenset(),
        lambda: ViewText(
            _tr("Gradients"),
            _tr(
                "Going back, the gradient is multiplied layer after layer: where it shrinks the first layers stand "
                "still, where it grows they leap away."
            ),
        ),
    ),
    "weights": ViewKind(
        "playground.inside.weights.weights_view",
        "WeightsPanel",
        frozenset({"weights"}),
        lambda: ViewText(
            _tr("Weights"),
            _tr("All that a net has learned is in how its weights differ from the chance they started as (outlined)."),
        ),
    ),
    "penalty": ViewKind(
        "playground.inside.weights.penalty_view",
        "PenaltyPanel",
        frozenset({"penalty"}),
        lambda: ViewText(
            _tr("Penalty"),
            _tr(
                "L2 pulls every weight to zero by λw, L1 by a fixed λ₁: a weight stays only where the data pushes "
                "harder."
            ),
        ),
    ),
    "dropout": ViewKind(
        "playground.inside.dropout.view",
        "DropoutPanel",
        frozenset({"dropout"}),
        lambda: ViewText(
            _tr("Dropout"),
            _tr(
                "Dropout trains another thinned network at every step, so that no unit can rely on a particular other "
                "one."
            ),
        ),
    ),
    "predictions": ViewKind(
        "playground.inside.predictions.view",
        "PredictionsPanel",
        frozenset({"predictions", "residuals"}),
        lambda: ViewText(
            _tr("Predictions"),
            _tr("Accuracy says how often the lane is wrong; here is where: what it takes for what, and how surely."),
        ),
        lambda: _tr(
            "R² says how well the numbers are met; here is where they are not: a bend or a fan is still to learn."
        ),
    ),
    "quality": ViewKind(
        "playground.inside.quality.view",
        "QualityPanel",
        frozenset({"quality"}),
        lambda: ViewText(
            _tr("Quality"),
            _tr(
                "Accuracy hides rare classes: here is how well each is recognized, what a threshold costs, and "
                "whether sure means right."
            ),
        ),
        lambda: _tr("How well each class is recognized: for rows that have classes."),
    ),
    "columns": ViewKind(
        "playground.inside.columns.view",
        "ColumnsPanel",
        frozenset({"importance"}),
        lambda: ViewText(
            _tr("Columns"),
            _tr(
                "Shuffle one column among the rows: what the net loses by that is what it has come to rely on, be it "
                "right or not."
            ),
        ),
    ),
    "maps": ViewKind(
        "playground.inside.maps.view",
        "MapsPanel",
        frozenset({"maps"}),
        lambda: ViewText(
            _tr("Maps"),
            _tr(
                "Each filter leaves a map of where it found what it looks for; pooling makes it coarser, and the last "
                "layers decide by it."
            ),
        ),
    ),
    "filters": ViewKind(
        "playground.inside.filters.view",
        "FiltersPanel",
        frozenset({"filters"}),
        lambda: ViewText(
            _tr("Filters"),
            _tr(
                "What a filter has come to look for is where, among the rows, it finds most: its strongest patches, "
                "beside its weights now and at the start."
            ),
        ),
    ),
    "reasons": ViewKind(
        "playground.inside.reasons.view",
        "ReasonsPanel",
        frozenset({"reasons"}),
        lambda: ViewText(
            _tr("Reasons"),
            _tr(
                "Which pixels an answer hangs on: those that move it most, those it is lost without, and those whose "
                "maps speak for it."
            ),
        ),
    ),
    "moved": ViewKind(
        "playground.inside.moved.view",
        "MovedPanel",
        frozenset({"moved"}),
        lambda: ViewText(
            _tr("Moved"),
            _tr(
                "Move, turn or dim the rows that no lane was trained on: a net knows a thing only as far as it still "
                "knows it then."
            ),
        ),
        lambda: _tr("How well rows are recognized when they are moved: for rows that have classes."),
    ),
    "boundary": ViewKind(
        "playground.inside.boundary.view",
        "BoundaryPanel",
        frozenset({"boundary", "fit"}),
        lambda: ViewText(
            _tr("Boundary"),
            _tr(
                "What a lane would answer everywhere: pale means unsure. Filled points are training rows, hollow ones "
                "were never trained on."
            ),
        ),
        lambda: _tr(
            "What a lane would answer everywhere: with too few units it is too stiff, with too many it bends to "
            "every point. Filled points are training rows."
        ),
    ),
    "bent": ViewKind(
        "playground.inside.bent.view",
        "BentPanel",
        frozenset({"bent"}),
        lambda: ViewText(
            _tr("Bending"),
            _tr(
                "A layer turns, stretches and folds the plane. Behind the last one a straight line has to part the "
                "classes: watch how the rows get there."
            ),
        ),
    ),
    "digit": ViewKind(
        "playground.inside.digit.view",
        "DigitPanel",
        frozenset({"drawing"}),
        lambda: ViewText(
            _tr("Draw"),
            _tr("Draw a digit: a net must answer something, and is often sure of itself where it is wrong."),
        ),
    ),
}
"""By the name that each panel has, too."""
