"""What a diagnosis says: sentences that can be translated, their evidence, and what would help."""

from __future__ import annotations

import math
from typing import Any, Final, Literal

from engine.records import record
from engine.sentences import Sentence as Sentence
from engine.sentences import say as say


@record
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
_FINITE: Final = {
    False: "It does not diverge: test loss {after:.3g} after {steps} steps (tried); guessing gives {guessing:.3g}.",
    True: "It does not diverge: validation loss {after:.3g} after {steps} steps (tried); "
    "guessing gives {guessing:.3g}.",
}
_BESIDE: Final = {
    False: "{lane} shows it: test loss {after:.3g} instead of {before:.3g} at step {steps}.",
    True: "{lane} shows it: validation loss {after:.3g} instead of {before:.3g} at step {steps}.",
}
_BESIDE_FINITE: Final = {
    False: "{lane} shows it: no divergence, test loss {after:.3g} at step {steps}.",
    True: "{lane} shows it: no divergence, validation loss {after:.3g} at step {steps}.",
}
_GUESSING: Final = {
    False: "Test loss {before:.3g} → {after:.3g} after {steps} steps (tried); guessing gives {guessing:.3g}.",
    True: "Validation loss {before:.3g} → {after:.3g} after {steps} steps (tried); guessing gives {guessing:.3g}.",
}
"""By whether there are validation rows."""

_UNTRIED: Final = {
    "": "The remedy was not tried.",
    "dear": "The remedy was not tried: that would take too long.",
    "incomparable": "The remedy was not tried: losses on other rows, or in another unit of the label, cannot be "
    "compared.",
}


@record
class Tried:
    """What trials of remedies came to: ``count`` of them, each ``steps`` long on a copy of the lane.

    before, after: the held-out data loss of the lane as it is, infinite where it diverged, and with the remedy that is
    offered; after is None where none has helped. guessing: that of one who knows nothing of these rows. lane: the name
    of one that stands beside it with what is offered, and was looked at in place of a trial; empty where there is none.
    """

    steps: int
    count: int
    before: float
    after: float | None
    guessing: float = math.inf
    lane: str = ""


@record
class Where:
    """What a finding speaks of besides its lane: a layer by its place in the stack, a class by its number, a feature by
    its name; views light its row."""

    layer: int | None = None
    label: int | None = None
    feature: str | None = None


@record
class Finding:
    """One rule that applies to one lane. ``tried``: what trials say of its remedy; None where there were none."""

    rule: str
    lane: int
    text: Sentence
    evidence: tuple[Sentence, ...]
    remedy: Remedy | None = None
    tried: Tried | None = None
    has_validation: bool = False
    step: int | None = None
    """Of which its figures are."""
    where: Where = Where()
    untried: Literal["", "dear", "incomparable"] = ""
    """Why its remedy is untried, where that is known: it would take too long, or could not be set beside what the lane
    has."""
    also: tuple[str, ...] = ()
    """Names of other lanes of which the same is to be said, and is not said at once."""

    @property
    def named_layer(self) -> int | None:
        """The place in the stack of the layer that its sentences name."""
        rows = (said.values.get("layer") for said in (self.text, *self.evidence))
        return next((row - 1 for row in rows if row is not None), None)

    @property
    def when(self) -> Sentence | None:
        """What its evidence begins with."""
        return None if self.step is None else say("At step {step}:", step=self.step)

    @property
    def others(self) -> Sentence | None:
        """Of which lanes the same is to be said."""
        return say("The same is said of {lanes}.", lanes=", ".join(self.also)) if self.also else None

    @property
    def outcome(self) -> Sentence | None:
        """What the trials came to, in words; and that a remedy was not tried."""
        tried = self.tried
        if tried is None:
            return None if self.remedy is None else say(_UNTRIED[self.untried])
        if tried.after is None:
            return say("Remedies tried for {steps} steps: {count}; none helped.", count=tried.count, steps=tried.steps)
        values = {"before": tried.before, "after": tried.after, "steps": tried.steps}
        if tried.lane and math.isfinite(tried.before):
            return say(_BESIDE[self.has_validation], lane=tried.lane, **values)
        if tried.lane:
            return say(_BESIDE_FINITE[self.has_validation], lane=tried.lane, **values)
        if tried.after >= tried.guessing and math.isfinite(tried.before):
            return say(_GUESSING[self.has_validation], guessing=tried.guessing, **values)
        if tried.after >= tried.guessing:
            return say(_FINITE[self.has_validation], guessing=tried.guessing, **values)
        if not math.isfinite(tried.before):
            return say(_NO_LONGER[self.has_validation], **values)
        return say(_BETTER[self.has_validation], **values)
