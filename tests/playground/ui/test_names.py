"""Every kind of every registry is known to the window by its title and its sentence.

`make check` says whether they are translated.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pytest

from engine.data.sources.registry import SOURCES
from engine.nn.layers.parts.functions import ACTIVATIONS
from engine.nn.layers.parts.initializers import INITIALIZERS
from engine.nn.layers.registry import LAYERS
from engine.nn.losses import LOSSES
from engine.optim.registry import OPTIMIZERS
from engine.optim.schedules import SCHEDULES
from playground.ui.text.names import CHOICES

REGISTRIES: tuple[Mapping[Any, Any], ...] = (
    *(SOURCES, LAYERS, ACTIVATIONS, INITIALIZERS, LOSSES, OPTIMIZERS, SCHEDULES),
)
KINDS = {name: kind for registry in REGISTRIES for name, kind in registry.items()}


def test_no_name_means_two_things() -> None:
    assert len(KINDS) == sum(len(registry) for registry in REGISTRIES)


@pytest.mark.parametrize("name", KINDS)
def test_the_window_knows_it(name: str) -> None:
    assert CHOICES[name] == (KINDS[name].title, KINDS[name].help)
