"""What stands above a column of the drawing: its layers in words, each under the number of its row in the stack."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication

from engine.experiment.lanes.lanes import PASSES_ON
from engine.inspectors.net.blocks import Block
from engine.nn.layers.base import LayerSpec, has_weights
from engine.records import record
from playground.ui.text import i18n
from playground.ui.text.numbers import count, setting


@record
class Label:
    """``row``: the layer that is meant, or None for the input; ``is_head``: whether it names the column; ``shorter``:
    other ways to say it, where there is no room for all of it."""

    text: str
    row: int | None
    is_head: bool = False
    shorter: tuple[str, ...] = ()


def _tr(text: str) -> str:
    return QCoreApplication.translate("NetworkDrawing", text)


def labels(block: Block, layers: Sequence[LayerSpec], units: int) -> list[Label]:
    """Of a column of so many units: ``1 Dense 16``, ``2 Tanh``, ``3 drop 0.2``, ``Xavier``."""
    found = []
    if block.head is None:
        found.append(
            Label(_tr("Input {count}").format(count=count(units)), None, is_head=True, shorter=(_tr("Input"),))
        )
    for row in sorted(block.rows, key=lambda row: layers[row] == PASSES_ON):  # what does nothing gives way
        layer = layers[row]
        if row == block.head:
            name = i18n.choice_name(layer.kind)
            shorter = f"{row + 1}·{count(units)}", str(row + 1)
            found.append(Label(f"{row + 1} {name} {count(units)}", row, is_head=True, shorter=shorter))
            found += [Label(_tr("frozen"), row)] if getattr(layer, "frozen", False) else []
        else:
            name = short_name(layer)
            rate = f"p {setting(layer.dropped)}" if layer.has_mask else name
            name = _tr("{name}, frozen").format(name=name) if getattr(layer, "frozen", False) else name
            found.append(Label(f"{row + 1} {name}", row, shorter=(name, rate)))
    head = None if block.head is None else layers[block.head]
    if has_weights(head):  # last, for it is what there may be no room for
        found.append(Label(first_word(i18n.choice_name(head.initialization)), block.head))
        found += [Label(f"λ {setting(head.l2)}", block.head)] if head.l2 else []
        found += [Label(f"L1 {setting(head.l1)}", block.head)] if head.l1 else []
    return found


def short_name(layer: LayerSpec) -> str:
    """``Tanh``, ``drop 0.2``"""
    if layer.has_mask:
        return _tr("drop {rate}").format(rate=setting(layer.dropped))
    return i18n.choice_name(layer.called)


def first_word(name: str) -> str:
    """``He uniform`` -> ``He``: whose idea it was."""
    return name.split()[0] if name else name
