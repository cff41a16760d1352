"""What lanes are called after the values that they were made for: ``He``, ``λ 0.01``, ``batch 32``, ``layer 3 off``."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from typing import Any, Final

from engine.experiment.declared import declared
from engine.experiment.field_path import FieldPath
from engine.experiment.lanes.lanes import lane_path
from engine.experiment.lanes.spec import KIND, ON
from engine.experiment.setup import Setup
from engine.fields import field_infos, specs_of
from engine.nn.layers.base import LayerSpec, has_weights
from engine.nn.layers.parts.functions import ACTIVATIONS
from engine.nn.layers.parts.initializers import INITIALIZERS
from engine.nn.losses import LOSSES
from engine.optim.registry import OPTIMIZERS
from engine.optim.schedules import SCHEDULES

BETWEEN: Final = " · "
"""Between the values that a lane is called after: ``λ 0.01 · dropout 0.2``."""
_TITLES: Final[dict[str, str]] = {
    **{name: kind.short for name, kind in INITIALIZERS.items()},
    **{str(name): kind.title for kinds in (ACTIVATIONS, OPTIMIZERS, SCHEDULES, LOSSES) for name, kind in kinds.items()},
}
"""Values whose own names say what they are values of."""
_REPEATS: Final = ("seed ", "fold ")
"""How the part of a lane's name begins that says which repeat of a setting it is."""
_NUMBER_BEHIND: Final = re.compile(r"(?:layer \d+ )?(.+) [-+.e\d]+")


_MOST_NAMED: Final = 4
"""Units that are named one by one."""


def value_name(field: str, value: Any, layers: Sequence[LayerSpec] = ()) -> str:
    """How a lane is called after the value it was made for. field: a path, or the short name of a lane's setting.
    layers: the stack, so that units are told by the layer that they are drawn with, the one that has their weights.
    """
    path = FieldPath.parse(lane_path(field))
    layer = path.layer
    owner = f"layer {layer + 1} " if isinstance(layer, int) else ""
    if path.field == "off_units":
        if isinstance(layer, int):
            layer = max((at for at in range(min(layer + 1, len(layers))) if has_weights(layers[at])), default=layer)
        return f"layer {layer + 1}: {_units_off(value)}" if isinstance(layer, int) else _units_off(value)
    if path.field == "frozen":
        return f"{owner}{_symbol(path) if value else 'learns'}".strip()
    if isinstance(value, bool):
        return owner + ("" if path.field == ON else f"{_symbol(path)} ") + ("on" if value else "off")
    if isinstance(value, str):
        known = _TITLES.get(value)
        return owner + (known or (value if path.field == KIND else f"{_symbol(path)} {value.replace('_', ' ')}"))
    return f"{owner}{_symbol(path)} {value:.12g}" if isinstance(value, int | float) else f"{owner}{_symbol(path)} all"


def _units_off(units: Sequence[int]) -> str:
    """``unit 3 off``, counted from 1 as in the drawing."""
    if not units:
        return "units on"
    if len(units) > _MOST_NAMED:
        return f"{len(units)} units off"
    return f"unit{'s' if len(units) > 1 else ''} {', '.join(str(unit + 1) for unit in units)} off"


def setting_name(names: Sequence[str]) -> str:
    """``λ 0.01`` of ``λ 0.01 · seed 3``, ``λ 0.01 · fold 2`` and so on; where they share no name, the first."""
    stems = [BETWEEN.join(part for part in name.split(BETWEEN) if not part.startswith(_REPEATS)) for name in names]
    return stems[0] or names[0]


def ends_in_value(name: str) -> bool:
    """Whether the number at the end of a name is the value of a setting, and none that tells equal names apart."""
    found = _NUMBER_BEHIND.fullmatch(name.split(BETWEEN)[-1])
    return found is not None and found[1] in _symbols()


def _symbol(path: FieldPath) -> str:
    info = declared(path)
    return info.symbol or path.field.replace("_", " ") if info is not None else path.field


@cache
def _symbols() -> frozenset[str]:
    """Of every number that a lane may set."""
    fields = [*field_infos(Setup).items()]
    for part in Setup.model_fields:
        for spec in specs_of(Setup, part):
            fields += field_infos(spec).items()
    numbers = {name: info for name, info in fields if info.kind in ("integer", "number")}
    return frozenset(info.symbol or name.replace("_", " ") for name, info in numbers.items())
