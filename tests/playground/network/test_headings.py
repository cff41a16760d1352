"""The words above the columns of the drawing: however many columns there are, no two words touch."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from itertools import pairwise

import pytest
from PySide6.QtCore import QRectF
from pytestqt.qtbot import QtBot

from engine.experiment.experiment import parse
from engine.experiment.lanes.lanes import lane_layers
from engine.inspectors.net.blocks import blocks
from engine.store.presets import load_preset
from playground.network import headings
from playground.network.headings import Word
from playground.network.labels import labels
from playground.network.scene.layout import Want, place
from playground.ui.text import i18n
from tests.engine.helpers import activation, dense


@pytest.fixture(params=["en", "ko"])
def language(request: pytest.FixtureRequest, qapp: object) -> Iterator[str]:
    i18n.set_language(request.param)
    yield request.param
    i18n.set_language("en")


def words(layers: int, units: int, width: float) -> list[Word]:
    """Above a net of so many hidden layers, in a drawing of this width."""
    stack = [layer for _ in range(layers) for layer in (dense(units, initialization="uniform"), activation("relu"))]
    found = parse({"data": {"source": "digits"}, "layers": [*stack, dense(10, initialization="uniform")]}).layers
    columns = blocks(found)
    counts = [64, *[units] * layers, 10]
    room = QRectF(12, 2, width, 140)
    placed = place([Want(64, (8, 8)), *map(Want, counts[1:])], room.adjusted(0, 40, 0, 0))
    names = [labels(block, found, count) for block, count in zip(columns, counts, strict=True)]
    return headings.words_of(names, placed, room)


def lines(found: list[Word]) -> list[list[Word]]:
    by_top = defaultdict(list)
    for word in found:
        by_top[word.rect.top()].append(word)
    return [sorted(line, key=lambda word: word.rect.left()) for line in by_top.values()]


@pytest.mark.parametrize("layers", [3, 10, 22, 40])
@pytest.mark.parametrize("units", [8, 100])
@pytest.mark.parametrize("width", [300, 430, 900])
def test_no_two_words_touch(layers: int, units: int, width: float, language: str) -> None:
    found = words(layers, units, width)
    for line in lines(found):
        for left, right in pairwise(line):
            assert right.rect.left() - left.rect.right() >= 4, (left.text, right.text)
    assert found[-1].column == layers + 1, "the output is always named"
    assert found[0].column == 0


def test_a_word_below_a_few_columns_alone_is_left_out(language: str) -> None:
    assert len(lines(words(10, 100, 290))) == 1


def test_the_deep_preset_names_every_column_in_the_least_window(qtbot: QtBot, language: str) -> None:
    n_columns = len(blocks(load_preset("initializations").layers))
    assert {word.column for word in words(10, 100, 310)} == set(range(n_columns))


def test_hidden_columns_are_named_alike(language: str) -> None:
    for width in (300, 360, 430, 520, 700):
        heads = [word.text for word in words(4, 8, width) if word.label.is_head][1:-1]
        assert len({("·" in head, " " in head) for head in heads}) == 1, heads


def test_what_a_lane_goes_without_gives_way_to_what_it_has() -> None:
    """In the place of a layer that is off stands one that passes on what comes in."""
    layers = lane_layers(load_preset("batch-norm"), 0)
    column = blocks(layers)[1]
    rows = [label.row for label in labels(column, layers, 40)]
    assert [layers[row].called for row in rows[:2] if row is not None] == ["dense", "tanh"]
