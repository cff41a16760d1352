"""What goes on inside the network, in numbers: one file a view, computed only when somebody looks.

Each view has a function ``(trainer, wishes) -> frozen result``, listed in INSPECTORS. `look_inside` runs those that are
wished for; the results travel in `Snapshot.inside`. `layer_history` is recorded along the way instead.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any, Final

import numpy as np

from engine.diagnostics.boundary import boundary
from engine.diagnostics.diagnosis import diagnosis
from engine.diagnostics.drawing import drawing
from engine.diagnostics.dropout import dropout
from engine.diagnostics.penalty import penalty
from engine.diagnostics.predictions import predictions
from engine.diagnostics.preview import preview
from engine.diagnostics.signals import signals
from engine.diagnostics.weights import weights
from engine.diagnostics.wishes import Wishes

if TYPE_CHECKING:
    from engine.trainer import Trainer

__all__ = ["INSPECTORS", "Wishes", "look_inside"]

INSPECTORS: Final[dict[str, Callable[[Trainer, Wishes], Any]]] = {
    "boundary": boundary,
    "diagnosis": diagnosis,
    "drawing": drawing,
    "dropout": dropout,
    "penalty": penalty,
    "predictions": predictions,
    "preview": preview,
    "signals": signals,
    "weights": weights,
}


def look_inside(trainer: Trainer, wishes: Wishes) -> Mapping[str, Any]:
    """The results by name. A lane that has left the network has NaN."""
    with np.errstate(all="ignore"):  # lanes may overflow: that is what diverging means
        return {name: INSPECTORS[name](trainer, wishes) for name in sorted(wishes.what & INSPECTORS.keys())}
