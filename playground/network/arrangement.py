"""How the nets lie in the room of the drawing: one with words above its columns, or several beside each other."""

from __future__ import annotations

from collections.abc import Sequence
from math import ceil
from typing import Final

from PySide6.QtCore import QRectF
from PySide6.QtGui import QFontMetricsF

from engine.nn.layers.base import LayerSpec
from engine.visible import visible
from playground.network import headings
from playground.network.headings import Word
from playground.network.labels import Label
from playground.network.scene.scene import Plan, Scene, shown_names
from playground.ui.look import theme

NAMES: Final = 74.0
"""Pixels that the names of inputs take, at most."""


def lay_out_one(
    scene: Scene,
    plan: Plan,
    labels: Sequence[Sequence[Label]],
    room: QRectF,
    ratio: float,
    most: int = headings.MOST,
) -> list[Word]:
    """Lays a net out below the words that stand above its columns, which are returned.

    ratio: of the screen's pixels to Qt's; most: lines of words, at most.
    """
    most = headings.most_lines(room.height(), most)
    names, lines = 0.0, min(2, most)
    for _ in range(2):  # how many lines of words there are depends on where they stand
        head = lines * headings.line_height() + 5
        scene.lay_out(plan, room, head, names, ratio)
        width = (scene.answer_rect.left() - 8 if scene.answers_beside else room.right()) - room.left()
        above = QRectF(room.left(), room.top(), width, head)
        lines = headings.count_lines(labels, scene.placed, above, most)
        names = _names_width(plan.names) if shown_names(plan.names, scene.placed[0]) else 0.0
    head = lines * headings.line_height() + 5
    scene.lay_out(plan, room, head, names, ratio)
    return headings.words_of(labels, scene.placed, above, most)


def lay_out_several(scenes: Sequence[Scene], plan: Plan, room: QRectF, ratio: float) -> None:
    """Lays nets out beside each other, and below where the room is higher than that takes, each under its name."""
    across = min(len(scenes), max(1, int(room.width() // max(150.0, room.height() * 1.1))))
    down = ceil(len(scenes) / across)
    gap = 16.0
    width, height = (room.width() - gap * (across - 1)) / across, (room.height() - 6 * (down - 1)) / down
    high = headings.line_height() + 2
    for index, scene in enumerate(scenes):
        left = room.left() + index % across * (width + gap)
        top = room.top() + index // across * (height + 6)
        body = QRectF(round(left), round(top + high), int(width), int(height - high))
        scene.lay_out(plan, body, 0, 0, ratio)


def _names_width(names: Sequence[str]) -> float:
    metrics = QFontMetricsF(theme.font("small"))
    wide = max((metrics.horizontalAdvance(visible(name)) for name in names), default=0.0)
    return min(wide, NAMES) + 6 if wide else 0.0


def layer_shape(layers: tuple[LayerSpec, ...]) -> tuple[tuple[str, int | None], ...]:
    """What two lanes must have alike to be drawn alike."""
    return tuple((layer.kind, getattr(layer, "units", None)) for layer in layers)
