"""Every kind there is, whichever there are, stands in the README and is translated, with all its settings."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest

from engine.assets import asset
from engine.data.sources.registry import SOURCES
from engine.experiment.setup import Setup
from engine.nn.layers.parts.functions import ACTIVATIONS
from engine.nn.layers.parts.initializers import INITIALIZERS
from engine.nn.layers.registry import LAYERS
from engine.nn.losses import LOSSES
from engine.optim.registry import OPTIMIZERS
from engine.optim.schedules import SCHEDULES
from playground.inside.views import VIEWS

ROOT = Path(__file__).parents[3]
REGISTRIES: dict[str, dict[Any, Any]] = {
    "layers": LAYERS,
    "activations": ACTIVATIONS,
    "initializations": INITIALIZERS,
    "losses": LOSSES,
    "optimizers": OPTIMIZERS,
    "schedules": SCHEDULES,
    "rows": {name: source for name, source in SOURCES.items() if not source.is_made},
    "points": {name: source for name, source in SOURCES.items() if source.is_made},
    "views of the inside": {name: view.text() for name, view in VIEWS.items()},
}
"""The rows of the README's table."""
KINDS = [pytest.param(row, kind, id=f"{row}-{name}") for row, of in REGISTRIES.items() for name, kind in of.items()]


@cache
def readme_row(name: str) -> str:
    (row,) = re.findall(rf"^\| {name} \| (.*) \|$", (ROOT / "README.md").read_text(encoding="utf-8"), re.MULTILINE)
    return str(row)


@pytest.fixture(scope="module")
def korean() -> dict[tuple[str, str], str]:
    contexts = ElementTree.parse(asset("translations", "playground_ko.ts")).getroot().iter("context")
    return {
        (context.findtext("name", ""), message.findtext("source", "")): message.findtext("translation", "")
        for context in contexts
        for message in context.iter("message")
    }


@pytest.mark.parametrize(("row", "kind"), KINDS)
def test_the_readme_names_it(row: str, kind: Any) -> None:
    names = re.split(r"[,;] | \(with[^)]*\)| \(in[^)]*\)| and ", readme_row(row))
    assert kind.title in [name.strip() for name in names]


@pytest.mark.parametrize(("row", "kind"), KINDS)
def test_its_name_and_its_sentence_are_translated(row: str, kind: Any, korean: dict[tuple[str, str], str]) -> None:
    context, texts = ("Views", kind) if row.startswith("views") else ("Choices", (kind.title, kind.help))
    assert all(korean.get((context, text)) for text in texts)


@pytest.mark.parametrize("model", [Setup, *LAYERS.values(), *OPTIMIZERS.values(), *SCHEDULES.values()])
def test_its_settings_are_translated(model: Any, korean: dict[tuple[str, str], str]) -> None:
    for name, field in model.model_fields.items():
        for text in filter(None, (field.title, field.description)):
            assert korean.get(("Fields", text)), name
