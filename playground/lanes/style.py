"""Editors inside a table: no frames until the pointer or the focus is on one, and what differs stands out."""

from __future__ import annotations

from string import Template
from typing import Final, Literal

from playground.ui.look import theme

Share = Literal["alone", "same", "common", "own"]
"""How a lane's setting relates to the others': no others, the same in all, that of most, or its own."""

_RULES: Final = Template("""
QAbstractSpinBox[cell="true"], QComboBox[cell="true"], QLineEdit[cell="true"] {
    background: transparent; border-color: transparent; min-height: 22px; margin: 2px 2px 2px 0;
}
QAbstractSpinBox[cell="true"] { padding-left: 7px; }
QAbstractSpinBox[cell="true"][calm="true"]::up-arrow,
QAbstractSpinBox[cell="true"][calm="true"]::down-arrow { image: none; }
QAbstractSpinBox[cell="true"][calm="true"]::up-button,
QAbstractSpinBox[cell="true"][calm="true"]::down-button { width: 0; }
QLineEdit[cell="true"] { padding-left: 1px; }
QComboBox[cell="true"] { padding-left: 3px; }
QAbstractSpinBox[cell="true"]:hover, QComboBox[cell="true"]:hover, QLineEdit[cell="true"]:hover {
    background: $surface; border-color: $border_strong;
}
QAbstractSpinBox[cell="true"]:focus, QComboBox[cell="true"]:focus, QLineEdit[cell="true"]:focus {
    background: $surface; border-color: $accent;
}
QAbstractSpinBox[cell="true"]:disabled { background: transparent; border-color: transparent; color: $disabled; }
QAbstractSpinBox[cell="true"][share="same"], QComboBox[cell="true"][share="same"] { color: $muted; }
QAbstractSpinBox[cell="true"][share="own"], QComboBox[cell="true"][share="own"] { color: $accent; font-weight: 600; }
QAbstractSpinBox[cell="true"][quiet="true"], QComboBox[cell="true"][quiet="true"],
QLineEdit[cell="true"][quiet="true"] {
    color: $muted; font-weight: normal;
}
LaneEye { padding: 1px; }
LaneEye:checked { background: transparent; border-color: transparent; }
LaneEye:hover { background: $raised; }
LaneEye:focus { border-color: $accent; }
QAbstractSpinBox[cell="true"][invalid="true"] { border-color: $warning; color: $warning; }
""")

_CHIP: Final = Template("""
QToolButton { border: 1px solid $border; border-radius: 6px; padding: 2px 6px; }
QToolButton:hover { background: $raised; border-color: $border_strong; }
QToolButton:focus { border-color: $accent; }
QToolButton:checked { background: $accent_soft; border-color: $accent_edge; }
QToolButton:disabled { border-color: $border; }
""")

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


def cell_style() -> str:
    """The rules of a table of editors, for its setStyleSheet."""
    return theme.rules(_RULES)


def chip_style() -> str:
    """A small button with words and an outline, for its setStyleSheet."""
    return theme.rules(_CHIP)


def gallery_style() -> str:
    """The rules of the list of all comparisons, for its setStyleSheet."""
    return theme.rules(_GALLERY) + chip_style()


def shares(values: list[object]) -> list[Share]:
    """How each of the values relates to the others.

    Where they differ, those that less than half of the lanes have are their lane's own.
    """
    if len(values) == 1:
        return ["alone"]
    if all(value == values[0] for value in values):
        return ["same"] * len(values)
    return ["common" if 2 * values.count(value) > len(values) else "own" for value in values]
