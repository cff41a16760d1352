"""Names in little room: whose idea an initialization was says more than the beginning of its whole name."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import combinations

from PySide6.QtCore import QCoreApplication

from engine.experiment.lanes.value_names import BETWEEN
from engine.nn.layers.activation import ActivationSpec
from engine.nn.layers.base import LayerSpec
from engine.nn.layers.dropout import DropoutSpec
from playground.ui.text import i18n
from playground.ui.text.names import INITIALIZATIONS
from playground.ui.text.numbers import setting


def fitting_name(value: object, name: str, fits: Callable[[str], bool]) -> str | None:
    """``He uniform``, or ``He`` where only that fits; None where neither does, or the value is no initialization."""
    words = name.split()
    shorter = [" ".join(words[:end]) for end in range(len(words), 0, -1)] if value in INITIALIZATIONS else [name]
    return next((text for text in shorter if fits(text)), None)


def apart(names: Sequence[str]) -> list[str]:
    """What tells names apart: ``Rate 0.1`` and ``Rate 0.01`` are ``0.1`` and ``0.01``, without the words that all begin
    with."""
    words = [name.split() for name in names]
    shared = 0
    while len(names) > 1 and all(len(each) > shared + 1 and each[shared] == words[0][shared] for each in words):
        shared += 1
    return [" ".join(each[shared:]) for each in words] if shared else list(names)


def fewest_parts(names: Sequence[str]) -> list[str]:
    """As few parts of names as tell all apart: of ``SGD · lr 0.05`` and ``Momentum · lr 0.05`` the first, and of
    ``λ 0.1 · seed 1`` among others ``0.1 · 1``. The names themselves where their parts do not do that."""
    columns = list(zip(*(name.split(BETWEEN) for name in names), strict=False))
    if len(set(names)) < len(names) or len({name.count(BETWEEN) for name in names}) > 1:
        return list(names)
    for count in range(1, len(columns)):
        for chosen in combinations(reversed(columns), count):  # the last first: that is where seeds stand
            if len(set(zip(*chosen, strict=True))) == len(names):
                parts = [apart(column) if count > 1 else column for column in reversed(chosen)]
                return [BETWEEN.join(each) for each in zip(*parts, strict=True)]
    parts = [apart(column) for column in columns]
    return [BETWEEN.join(each) for each in zip(*parts, strict=True)]


def beginning(name: str, names: Sequence[str]) -> str:
    """The longest of some names that a name goes on from, as that of a branch does: ``Rate 0.01`` of ``Rate 0.01 ·
    layer 3 added`` and of ``Rate 0.01 from step 300``. Empty where there is none."""
    return max((each for each in names if name.startswith((f"{each} ", f"{each},"))), key=len, default="")


def without_beginning(name: str, begins: str) -> str:
    """``… layer 3 added``: what tells it from the name that it begins with."""
    return f"… {name[len(begins) :].lstrip(' ·,')}" if begins else name


def layer_names(layer: LayerSpec) -> tuple[str, ...]:
    """A layer without weights, as long and as short as it is told: ``dropout 0.2``, ``drop 0.2``, ``p 0.2``."""
    if layer.has_mask:
        rate = setting(layer.dropped)
        return _tr("dropout {rate}").format(rate=rate), _tr("drop {rate}").format(rate=rate), f"p {rate}"
    name = i18n.choice_name(layer.called)
    return (name, layer.letters) if layer.letters else (name,)


def followers(layers: Sequence[LayerSpec]) -> tuple[str, ...]:
    """What follows a layer with weights: ``ReLU · dropout 0.2``, from the longest way to say it to the shortest."""
    names = [layer_names(layer) for layer in layers]
    longest = max(map(len, names), default=0)
    return tuple(" · ".join(each[min(step, len(each) - 1)] for each in names) for step in range(longest))


def usual_followers() -> str:
    """As many as there mostly are, for who reckons with room."""
    return followers([ActivationSpec(function="leaky_relu"), DropoutSpec(rate=0.25)])[-2]


def _tr(text: str) -> str:
    return QCoreApplication.translate("ShortNames", text)
