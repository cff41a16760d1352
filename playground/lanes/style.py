"""Editors inside a table: no frames until the pointer or the focus is on one, and what differs stands out."""

from __future__ import annotations

from string import Template
from typing import Final, Literal

from playground.ui.look import theme

Share = Literal["alone", "same", "common", "own"]
"""How a lane's setting relates to the others': no others, the same in all, that of most, or its own."""

_RULES: Final = Template("""
LaneRow > QAbstractSpinBox, LaneRow > QComboBox, LaneRow > QLineEdit {
    background: transparent; border-color: transparent; min-height: 22px;
}
LaneRow > QAbstractSpinBox { padding-left: 10px; }
LaneRow > QAbstractSpinBox[calm="true"]::up-arrow, LaneRow > QAbstractSpinBox[calm="true"]::down-arrow { image: none; }
LaneRow > QAbstractSpinBox[calm="true"]::up-button, LaneRow > QAbstractSpinBox[calm="true"]::down-button { width: 0; }
LaneRow > QLineEdit { padding-left: 4px; }
LaneRow > QAbstractSpinBox:hover, LaneRow > QComboBox:hover, LaneRow > QLineEdit:hover {
    background: $surface; border-color: $border_strong;
}
LaneRow > QAbstractSpinBox:focus, LaneRow > QComboBox:focus, LaneRow > QLineEdit:focus {
    background: $surface; border-color: $accent;
}
LaneRow > QAbstractSpinBox:disabled { background: transparent; border-color: transparent; color: $disabled; }
LaneRow > QAbstractSpinBox[share="same"], LaneRow > QComboBox[share="same"] { color: $muted; }
LaneRow > QAbstractSpinBox[share="own"], LaneRow > QComboBox[share="own"] { color: $accent; font-weight: 600; }
LaneRow > QAbstractSpinBox[quiet="true"], LaneRow > QComboBox[quiet="true"], LaneRow > QLineEdit[quiet="true"] {
    color: $muted; font-weight: normal;
}
LaneRow > QToolButton { padding: 1px; }
LaneRow > QToolButton:checked { background: transparent; border-color: transparent; }
LaneRow > QToolButton:hover { background: $raised; }
LaneRow > QToolButton:focus { border-color: $accent; }
LaneRow > QAbstractSpinBox[invalid="true"] { border-color: $warning; color: $warning; }
""")

_CHIP: Final = Template("""
QToolButton { border: 1px solid $border; border-radius: 6px; padding: 2px 6px; }
QToolButton:hover { background: $raised; border-color: $border_strong; }
QToolButton:focus { border-color: $accent; }
QToolButton:checked { background: $accent_soft; border-color: $accent_edge; }
QToolButton:disabled { border-color: $border; }
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


def cell_style() -> str:
    """The rules of a table of editors, for its setStyleSheet."""
    return theme.rules(_RULES)


def chip_style() -> str:
    """A small button with words and an outline, for its setStyleSheet."""
    return theme.rules(_CHIP)


def shares(values: list[object]) -> list[Share]:
    """How each of the values relates to the others.

    Where they differ, those that less than half of the lanes have are their lane's own.
    """
    if len(values) == 1:
        return ["alone"]
    if all(value == values[0] for value in values):
        return ["same"] * len(values)
    return ["common" if 2 * values.count(value) > len(values) else "own" for value in values]
