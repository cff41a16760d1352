"""What a diagnosis says: sentences that can be translated, their evidence, and what would help."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any


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

    ``edits``: (path, value) as for `engine.experiment.edits.edited`; the path ``insert`` stands for a new layer,
    (index, kind), and ``remove`` for the index of one that goes.
    """

    text: Sentence
    edits: tuple[tuple[str, Any], ...]


@dataclass(frozen=True, slots=True)
class Finding:
    """One rule that applies to one lane."""

    rule: str
    lane: int
    text: Sentence
    evidence: tuple[Sentence, ...]
    remedy: Remedy | None = None
