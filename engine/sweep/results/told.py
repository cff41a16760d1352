"""Sentences of a result as plain data, so that a window can say them in its own language."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np

from engine.errors import PlaygroundError
from engine.sentences import Sentence


def packed(said: Sentence | PlaygroundError) -> dict[str, Any]:
    """A template and what goes into it, for JSON."""
    values = said.shown_values() if isinstance(said, PlaygroundError) else said.values
    return {"template": said.template, "values": {name: _packed(value) for name, value in values.items()}}


def _packed(value: object) -> Any:
    if isinstance(value, Sentence | PlaygroundError):
        return packed(value)
    if isinstance(value, np.generic):
        return value.item()
    return value if isinstance(value, str | int | float | None) else str(value)


def unpacked(data: Mapping[str, Any]) -> Sentence:
    """The inverse; sentences within it are sentences again. Raises KeyError, TypeError, AttributeError."""
    values = {
        str(name): unpacked(value) if isinstance(value, dict) else value for name, value in data["values"].items()
    }
    return Sentence(str(data["template"]), values)


def gathered(verdict: Sequence[Sentence], trials: Mapping[int, Sentence]) -> dict[str, Any]:
    """For the metadata of a table, in whatever order trials ended: each template is there once, however many say it."""
    templates = sorted({said.template for said in trials.values()})
    places = {template: place for place, template in enumerate(templates)}
    told = {str(n): [places[said.template], packed(said)["values"]] for n, said in sorted(trials.items())}
    return {"verdict": [packed(said) for said in verdict], "templates": templates, "trials": told}


def scattered(data: Any) -> tuple[tuple[Sentence, ...], dict[int, Sentence]]:
    """The inverse; nothing where it is none, as in a file of an earlier version."""
    try:
        templates = data["templates"]
        verdict = tuple(unpacked(said) for said in data["verdict"])
        trials = {
            int(n): unpacked({"template": templates[place], "values": values})
            for n, (place, values) in data["trials"].items()
        }
    except (KeyError, IndexError, TypeError, ValueError, AttributeError):
        return (), {}
    return verdict, trials
