"""Sentences of the engine that can be translated: a template, and what goes into it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field
from typing import Any

from engine.records import record


@record
class Sentence:
    """A template of `str.format` and what goes into it."""

    template: str
    values: Mapping[str, Any] = field(default_factory=dict)

    def __str__(self) -> str:
        return self.template.format(**self.values)


def say(template: str, **values: Any) -> Sentence:
    return Sentence(template, values)
