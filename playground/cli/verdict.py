"""The verdict on a run as the command line gives it."""

from __future__ import annotations

import math
from typing import Any

from engine.verdict.verdict import Standing, Verdict
from engine.verdict.wording import text


def verdict_object(verdict: Verdict | None) -> dict[str, Any] | None:
    """The ``verdict`` of ``--json``; null where there is one lane. Scores are accuracies, or R2."""
    if verdict is None:
        return None
    comparisons = [
        {
            "with": comparison.other.name,
            "seeds": comparison.difference.seeds,
            "wins": comparison.difference.wins,
            "difference": _finite(comparison.difference.mean),
            "standard_error": _finite(comparison.difference.error),
            "p": comparison.difference.p,
            "corrected_p": comparison.p,
            "is_better": comparison.is_better,
            "more_seeds": comparison.more,
        }
        for comparison in verdict.comparisons
    ]
    return {
        "text": text(verdict),
        "rows": "validation" if verdict.of_validation else "test",
        "row_count": verdict.rows,
        "best": None if verdict.best is None else verdict.best.name,
        "settings": [_setting(standing) for standing in (*verdict.standings, *verdict.out)],
        "comparisons": comparisons,
    }


def _setting(standing: Standing) -> dict[str, Any]:
    found = {
        "name": standing.name,
        "seeds": list(standing.seeds),
        "mean": _finite(standing.mean),
        "std": _finite(standing.spread),
        "diverged": list(standing.gone),
    }
    return found if standing.rmse is None else {**found, "rmse": _finite(standing.rmse)}


def _finite(value: float) -> float | None:
    """JSON knows no NaN."""
    return value if math.isfinite(value) else None
