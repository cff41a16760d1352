"""Every kind there is, whichever there are, stands in the README and is translated, with all its settings."""

from __future__ import annotations

import re
from collections.abc import Iterable
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


def names_in(row: str) -> list[str]:
    """``Dense (with L1 and L2), Waves; tables and folders`` -> Dense, Waves, tables, folders."""
    return [name.strip() for name in re.split(r"[,;]| and ", re.sub(r"\([^)]*[ ,][^)]*\)", "", row))]


def test_the_names_in_a_row_of_the_readme_are_found() -> None:
    row = "Dense (with L1 and L2), Naive (±1), tables, pictures (IDX files, and folders); each with a warm-up"
    assert names_in(row) == ["Dense", "Naive (±1)", "tables", "pictures", "each with a warm-up"]


@pytest.mark.parametrize(("row", "kind"), KINDS)
def test_the_readme_names_it(row: str, kind: Any) -> None:
    assert kind.title in names_in(readme_row(row)), (
        f"add {kind.title!r} to the README's row {row!r}, in its table of kinds"
    )


def untold(context: str, texts: Iterable[str], korean: dict[tuple[str, str], str]) -> list[str]:
    """Those that `make translations` has to collect, or that want their Korean."""
    return [text for text in texts if not korean.get((context, text))]


WANTED = "without Korean in assets/translations: run `make translations` and add it"


@pytest.mark.parametrize(("row", "kind"), KINDS)
def test_its_name_and_its_sentence_are_translated(row: str, kind: Any, korean: dict[tuple[str, str], str]) -> None:
    context, texts = ("Views", kind) if row.startswith("views") else ("Choices", (kind.title, kind.help))
    assert untold(context, texts, korean) == [], WANTED


@pytest.mark.parametrize("model", [Setup, *LAYERS.values(), *OPTIMIZERS.values(), *SCHEDULES.values()])
def test_its_settings_are_translated(model: Any, korean: dict[tuple[str, str], str]) -> None:
    texts = [text for field in model.model_fields.values() for text in (field.title, field.description) if text]
    assert untold("Fields", texts, korean) == [], WANTED
