"""What came of a trial: plain data, for the journal, the wire and the table."""

from __future__ import annotations

import base64
import math
import zlib
from collections.abc import Mapping
from dataclasses import asdict, field
from typing import Any, Final, Literal, TypeAlias

import numpy as np
from numpy.typing import NDArray

from engine.records import record

State: TypeAlias = Literal["done", "stopped", "diverged", "pruned", "failed", "unfinished"]
"""Trained to the end; ended by early stopping, by divergence, by halving; could not be trained; stands at a rung, and
goes on or may (in a table alone: a journal has it as pruned until the rung is over)."""


@record
class TrialResult:
    """steps: how many it has made. figures: by their names in the table, finite. seconds: its share of what its batch
    took for stepping. rule, finding: what the diagnosis says, empty where that is nothing. reason: why it failed. told:
    the finding or the reason, see `engine.sweep.results.told.packed`.
    held_out_loss: the data loss by which halving goes. scores: packed, see `pack`; held_out: which rows they are of.
    """

    trial: int
    state: State
    steps: int
    seconds: float = 0.0
    figures: Mapping[str, float] = field(default_factory=dict)
    best_at: int | None = None
    restored_from: int | None = None
    rule: str = ""
    finding: str = ""
    reason: str = ""
    held_out_loss: float | None = None
    told: Mapping[str, Any] = field(default_factory=dict)
    scores: str = ""
    held_out: str = ""

    def to_dict(self) -> dict[str, Any]:
        """Plain data, without what says nothing."""
        return {name: value for name, value in asdict(self).items() if value not in ("", None, {})}


FIELDS: Final = frozenset(TrialResult.__dataclass_fields__)


def result_of(data: Mapping[str, Any]) -> TrialResult:
    """The inverse of `TrialResult.to_dict`."""
    return TrialResult(**{name: value for name, value in data.items() if name in FIELDS})


def finite(figures: Mapping[str, float]) -> dict[str, float]:
    """Those that are numbers: JSON and tables know no others."""
    return {name: value for name, value in figures.items() if math.isfinite(value)}


def pack(scores: NDArray[np.float64], *, of_classes: bool) -> str:
    """scores: (rows,), as `engine.verdict.verdict.lane_scores` gives them; right and wrong take a bit each. Empty where
    there are none."""
    if not np.isfinite(scores).all():
        return ""
    data = np.packbits(scores > 0.5).tobytes() if of_classes else scores.astype("<f4").tobytes()
    return base64.b85encode(zlib.compress(data)).decode()


def unpack(text: str, rows: int, *, of_classes: bool) -> NDArray[np.float64]:
    """The inverse: (rows,), NaN where there are none."""
    if not text:
        return np.full(rows, np.nan)
    data = zlib.decompress(base64.b85decode(text))
    if of_classes:
        return np.unpackbits(np.frombuffer(data, np.uint8), count=rows).astype(np.float64)
    return np.frombuffer(data, "<f4").astype(np.float64)
