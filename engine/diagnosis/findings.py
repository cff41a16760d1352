"""What a diagnosis says: sentences that can be translated, their evidence, and what would help."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Final


@dataclass(frozen=True, slots=True)
class Sentence:
    """A template of `str.format` and what goes into it."""

    template: str
    values: Mapping[str, Any] = field(default_factory=dict)

    def __str__(self) -> str:
        return self.template.format(**self.values)


def say(template: str, **values: Any) -> Sentence:
    return Sentence(template, values)


@dataclass(frozen=True, slots=True)
class Remedy:
    """An ordinary edit and what its button says.

    ``edits``: (path, value) as for `engine.experiment.edits.field_edits.edited`; the path ``insert`` stands for a new
    layer, (index, kind), and ``remove`` for the index of one that goes.
    """

    text: Sentence
    edits: tuple[tuple[str, Any], ...]


_BETTER: Final = {
    False: "Test loss {before:.3g} → {after:.3g} after {steps} steps (tried).",
    True: "Validation loss {before:.3g} → {after:.3g} after {steps} steps (tried).",
}
_NO_LONGER: Final = {
    False: "It does not diverge: test loss {after:.3g} after {steps} steps (tried).",
    True: "It does not diverge: validation loss {after:.3g} after {steps} steps (tried).",
}


@dataclass(frozen=True, slots=True)
class Tried:
    """What trials of remedies came to: ``count`` of them, each ``steps`` long on a copy of the lane.

    before, after: the held-out data loss of the lane as it is, infinite where it diverged, and with the remedy that is
    offered; after is None where none has helped.
    """

    steps: int
    count: int
    before: float
    after: float | None


@dataclass(frozen=True, slots=True)
class Finding:
    """One rule that applies to one lane. ``tried``: what trials say of its remedy; None where there were none."""

    rule: str
    lane: int
    text: Sentence
    evidence: tuple[Sentence, ...]
    remedy: Remedy | None = None
    tried: Tried | None = None
    has_validation: bool = False

    @property
    def outcome(self) -> Sentence | None:
        """What the trials came to, in words."""
        tried = self.tried
        if tried is None:
            return None
        if tried.after is None:
            return say(
                "{count} remedies were tried for {steps} steps, and none helped.", count=tried.count, steps=tried.steps
            )
        values = {"before": tried.before, "after": tried.after, "steps": tried.steps}
        if not math.isfinite(tried.before):
            return say(_NO_LONGER[self.has_validation], **values)
        return say(_BETTER[self.has_validation], **values)
