"""How a lane's settings relate to the others', and rules for what is opened to compare lanes."""

from __future__ import annotations

from string import Template
from typing import Final, Literal

from playground.ui.look import theme

Share = Literal["alone", "same", "common", "own"]
"""How a lane's setting relates to the others': no others, the same in all, that of most, or its own."""

_GALLERY: Final = Template("""
Gallery { background: $surface; border: 1px solid $border_strong; }
""")

_STRIP: Final = Template("""
QLabel[problem="true"] { color: $warning; }
QToolButton[role="primary"] { padding: 2px 10px; font-weight: 600; }
QToolButton[role="primary"]:disabled { background: $raised; border-color: $border; color: $disabled; }
ChoiceMenu {
    background: $sunken; border-color: $border; padding: 0 18px 0 6px; min-height: 24px; text-align: left;
}
ChoiceMenu:hover { border-color: $border_strong; }
ChoiceMenu:focus { border-color: $accent; }
""")


def strip_style() -> str:
    """The rules of the strip that makes grids, for its setStyleSheet."""
    return theme.rules(_STRIP)


def gallery_style() -> str:
    """The rules of the list of all comparisons, for its setStyleSheet."""
    return theme.rules(_GALLERY)


def shares(values: list[object]) -> list[Share]:
    """How each of the values relates to the others.

    Where they differ, those that less than half of the lanes have are their lane's own.
    """
    if len(values) == 1:
        return ["alone"]
    if all(value == values[0] for value in values):
        return ["same"] * len(values)
    return ["common" if 2 * values.count(value) > len(values) else "own" for value in values]
