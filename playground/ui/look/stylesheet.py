"""The one stylesheet of the window, built from a theme."""

from __future__ import annotations

import atexit
import hashlib
import shutil
import tempfile
from dataclasses import fields
from functools import cache
from pathlib import Path
from string import Template
from typing import TYPE_CHECKING, Final

from platformdirs import user_cache_dir

from playground.ui.look.icons import tinted

if TYPE_CHECKING:
    from playground.ui.look.palette import Theme

_FRAMES: Final = """
QMainWindow, QDialog { background: $window; }
QFrame[role="card"] { background: $surface; border: 1px solid $border; border-radius: 8px; }
QFrame[role="message"] { background: $accent_soft; border: 1px solid $accent_edge; border-radius: 6px; }
QFrame[role="message"][kind="quiet"] { background: transparent; border-color: transparent; }
QFrame[role="message"][kind="warning"] { background: $warning_soft; border-color: $warning_edge; }
QFrame[role="message"][kind="error"] { background: $danger_soft; border-color: $danger_edge; }
QFrame[role="line"] { background: $border; border: none; max-height: 1px; min-height: 1px; }
QLabel[role="muted"] { color: $muted; }
QLabel[role="danger"] { color: $danger; }
QLabel[role="past"] { color: $accent; }
QLabel:disabled { color: $disabled; }
QGroupBox { border: none; margin-top: 20px; font-weight: 600; }
QGroupBox::title { subcontrol-origin: margin; left: 0; padding: 0; }
QScrollArea { background: transparent; border: none; }
QScrollArea > QWidget > QWidget { background: transparent; }
QSplitter::handle { background: transparent; }
QSplitter::handle:hover { background: $border; }
QDockWidget { color: $text; font-weight: 600; }
QDockWidget::title { background: $window; padding: 6px 8px; text-align: left; }
QDockWidget::close-button, QDockWidget::float-button { background: transparent; border: none; border-radius: 4px; }
QDockWidget::close-button:hover, QDockWidget::float-button:hover { background: $raised; }
QToolBar { background: $window; border: none; border-bottom: 1px solid $border; padding: 4px 8px; spacing: 4px; }
QToolButton#qt_toolbar_ext_button { image: $right; padding: 0; margin: 4px 0; }
QToolBar::separator { background: $border; width: 1px; margin: 5px 4px; }
QStatusBar { background: $window; color: $muted; border-top: 1px solid $border; }
QStatusBar::item { border: none; }
QToolTip { background: $surface; color: $text; border: 1px solid $border_strong; padding: 5px 7px; }
"""

_INPUTS: Final = """
QAbstractSpinBox, QComboBox, QLineEdit {
    background: $sunken; color: $text; border: 1px solid $border; border-radius: 6px;
    min-height: 24px; padding: 0 2px 0 5px;
    selection-background-color: $accent; selection-color: $accent_text;
}
QAbstractSpinBox { min-height: 21px; }
QComboBox { padding-left: 7px; }
QAbstractSpinBox:hover, QComboBox:hover, QLineEdit:hover { border-color: $border_strong; }
QAbstractSpinBox:focus, QComboBox:focus, QLineEdit:focus { background: $surface; border-color: $accent; }
QAbstractSpinBox[invalid="true"], QLineEdit[invalid="true"] { border-color: $warning; color: $warning; }
QAbstractSpinBox:disabled, QComboBox:disabled, QLineEdit:disabled { color: $disabled; background: transparent; }
QAbstractSpinBox QLineEdit, QComboBox QLineEdit {
    background: transparent; border: none; border-radius: 0; min-height: 0; padding: 0;
}
QAbstractSpinBox::up-button, QAbstractSpinBox::down-button {
    subcontrol-origin: border; background: transparent; border: none; width: 16px; height: 12px; margin: 1px 1px 0 0;
}
QAbstractSpinBox::up-button { subcontrol-position: top right; border-top-right-radius: 5px; }
QAbstractSpinBox::down-button {
    subcontrol-position: bottom right; margin: 0 1px 1px 0; border-bottom-right-radius: 5px;
}
QAbstractSpinBox::up-button:hover, QAbstractSpinBox::down-button:hover { background: $raised; }
QAbstractSpinBox::up-arrow { image: $up; width: 10px; height: 10px; }
QAbstractSpinBox::down-arrow { image: $down; width: 10px; height: 10px; }
QAbstractSpinBox::up-arrow:off, QAbstractSpinBox::up-arrow:disabled { image: $up_off; }
QAbstractSpinBox::down-arrow:off, QAbstractSpinBox::down-arrow:disabled { image: $down_off; }
QComboBox { combobox-popup: 0; }
QComboBox::drop-down { subcontrol-origin: border; border: none; width: 20px; }
QComboBox::down-arrow { image: $down; width: 12px; height: 12px; }
QComboBox::down-arrow:disabled { image: $down_off; }
QComboBox QAbstractItemView {
    background: $surface; color: $text; border: 1px solid $border_strong; border-radius: 0; padding: 4px; outline: 0;
    selection-background-color: $accent_soft; selection-color: $text;
}
QComboBox QAbstractItemView::item { min-height: 24px; padding: 0 6px; border-radius: 4px; }
QComboBox QAbstractItemView::item:hover, QComboBox QAbstractItemView::item:selected {
    background: $accent_soft; color: $text;
}
QCheckBox, QRadioButton { spacing: 6px; border: 1px solid transparent; border-radius: 4px; padding: 2px; }
QCheckBox:focus, QRadioButton:focus { border-color: $accent; }
QCheckBox::indicator, QRadioButton::indicator {
    width: 14px; height: 14px; background: $sunken; border: 1px solid $border_strong; border-radius: 4px;
}
QRadioButton::indicator { border-radius: 8px; }
QCheckBox::indicator:hover, QRadioButton::indicator:hover { border-color: $accent; }
QCheckBox::indicator:checked { background: $accent; border-color: $accent; image: $check; }
QCheckBox::indicator:indeterminate { background: $accent; border-color: $accent; image: $dash; }
QRadioButton::indicator:checked { background: $accent; border-color: $accent; image: $dot; }
QCheckBox::indicator:disabled, QRadioButton::indicator:disabled { border-color: $border; background: transparent; }
QSlider { min-height: 20px; }
QSlider::groove:horizontal { height: 4px; background: $border; border-radius: 2px; }
QSlider::sub-page:horizontal { background: $accent; border-radius: 2px; }
QSlider::handle:horizontal {
    width: 12px; height: 12px; margin: -5px 0; border-radius: 7px;
    background: $surface; border: 1px solid $border_strong;
}
QSlider::handle:horizontal:hover { border-color: $accent; }
QSlider::handle:horizontal:focus { border: 2px solid $accent; width: 10px; height: 10px; border-radius: 7px; }
QPlainTextEdit, QTextEdit, QListView, QTreeView {
    background: $sunken; color: $text; border: 1px solid $border; border-radius: 6px;
    selection-background-color: $accent_soft; selection-color: $text;
}
QListView[role="plain"] { background: transparent; border: none; }
QComboBox QAbstractItemView:focus { border-color: $border_strong; }
QPlainTextEdit:focus, QTextEdit:focus, QListView:focus, QTreeView:focus { border-color: $accent; }
"""

_BUTTONS: Final = """
QPushButton {
    background: $surface; color: $text; border: 1px solid $border_strong; border-radius: 6px;
    min-height: 24px; padding: 0 12px;
}
QPushButton:hover { background: $raised; }
QPushButton:pressed, QPushButton:checked { background: $accent_soft; border-color: $accent; }
QPushButton[place="row"], QFrame[place="row"] QPushButton { min-height: 20px; padding: 0 10px; }
QPushButton:focus { border-color: $accent; }
QPushButton:disabled { color: $disabled; border-color: $border; }
QPushButton[role="primary"], QPushButton:default {
    background: $accent; border-color: $accent; color: $accent_text; font-weight: 600;
}
QPushButton[role="primary"]:hover, QPushButton:default:hover { background: $accent_hover; border-color: $accent_hover; }
QPushButton[role="primary"]:focus, QPushButton:default:focus {
    border: 2px solid $text; padding: 0 11px; min-height: 22px;
}
QPushButton[role="primary"]:disabled, QPushButton:default:disabled {
    background: $raised; border-color: $border; color: $disabled;
}
QToolButton {
    background: transparent; color: $text; border: 1px solid transparent; border-radius: 6px; padding: 3px;
}
QToolButton:hover { background: $raised; }
QToolButton:pressed { background: $border; }
QToolButton:checked { background: $accent_soft; border-color: $accent_edge; }
QToolButton:focus { border-color: $accent; }
QToolButton:disabled { color: $disabled; }
QToolButton[role="primary"] { background: $accent; border-color: $accent; color: $accent_text; }
QToolButton[role="primary"]:hover { background: $accent_hover; }
QToolButton[role="primary"]:focus { border-color: $text; }
QToolButton[role="primary"]:disabled { background: $raised; border-color: $border; color: $disabled; }
QToolButton[popupMode="1"] { padding-right: 18px; }
QToolButton::menu-button { border: none; width: 16px; }
QToolButton::menu-arrow { image: $down; width: 10px; height: 10px; }
QToolButton[popupMode="2"]::menu-indicator { image: none; }
"""

_LISTS: Final = """
QTableView {
    background: $surface; color: $text; border: none; gridline-color: transparent; outline: 0;
    alternate-background-color: $sunken;
    selection-background-color: $accent_soft; selection-color: $text;
}
QTableView::item { border: none; border-bottom: 1px solid $border; padding: 0 3px; }
QTableView::item:selected { background: $accent_soft; color: $text; }
QTableView::item:focus { border: 1px solid $accent; }
QHeaderView { background: transparent; border: none; }
QHeaderView { qproperty-defaultAlignment: "AlignLeft|AlignVCenter"; }
QHeaderView::section {
    background: $surface; color: $muted; border: none; border-bottom: 1px solid $border_strong; padding: 4px 6px;
    font-weight: normal;
}
QHeaderView::section:hover { color: $text; }
QHeaderView::up-arrow { image: $up; width: 10px; height: 10px; subcontrol-position: center right; }
QHeaderView::down-arrow { image: $down; width: 10px; height: 10px; subcontrol-position: center right; }
QAbstractScrollArea::corner { background: transparent; border: none; }
QTableCornerButton::section { background: $surface; border: none; border-bottom: 1px solid $border_strong; }
QMenuBar { background: $window; color: $text; padding: 2px 4px; }
QMenuBar::item { background: transparent; border-radius: 4px; padding: 4px 8px; }
QMenuBar::item:selected { background: $raised; }
QMenu { background: $surface; color: $text; border: 1px solid $border_strong; padding: 4px; }
QMenu::item { border-radius: 4px; padding: 5px 24px 5px 8px; }
QMenu::item:selected { background: $accent_soft; }
QMenu::item:disabled { color: $disabled; }
QMenu::icon { padding-left: 6px; }
QMenu::separator { height: 1px; background: $border; margin: 4px 6px; }
QMenu::indicator { width: 14px; height: 14px; margin-left: 6px; }
QMenu::indicator:checked { image: $tick; }
QMenu::right-arrow { image: $right; width: 10px; height: 10px; margin-right: 6px; }
QTabWidget::pane { border: none; border-top: 1px solid $border; }
QTabBar { background: transparent; qproperty-drawBase: 0; }
QTabBar::tab {
    background: transparent; color: $muted; border: none; border-bottom: 2px solid transparent;
    padding: 6px 4px; margin: 0 6px;
}
QTabBar::tab:hover { color: $text; }
QTabBar::tab:selected { color: $text; border-bottom-color: $accent; }
QTabBar::tab:focus { color: $accent; }
QTabBar::tab:disabled { color: $disabled; }
QProgressBar { background: $border; border: none; border-radius: 3px; max-height: 6px; min-height: 6px; }
QProgressBar::chunk { background: $accent; border-radius: 3px; }
QScrollBar { background: transparent; border: none; margin: 0; }
QScrollBar:vertical { width: 10px; }
QScrollBar:horizontal { height: 10px; }
QScrollBar::handle { background: $border_strong; border-radius: 3px; margin: 2px; }
QScrollBar::handle:vertical { min-height: 28px; }
QScrollBar::handle:horizontal { min-width: 28px; }
QScrollBar::handle:hover { background: $muted; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
"""

_SMALL_BUTTONS: Final = """
QToolButton[role="chip"] { border: 1px solid $border; border-radius: 6px; padding: 2px 6px; }
QToolButton[role="chip"]:hover { background: $raised; border-color: $border_strong; }
QToolButton[role="chip"]:focus { border-color: $accent; }
QToolButton[role="chip"]:checked { background: $accent_soft; border-color: $accent_edge; }
QToolButton[role="chip"]:disabled { border-color: $border; }
QToolButton[role="tab"] { padding: 1px 5px; }
QToolButton[role="segment"] { border: 1px solid $border; border-radius: 0; padding: 3px 6px; }
QToolButton[role="segment"][side="left"] { border-top-left-radius: 6px; border-bottom-left-radius: 6px; }
QToolButton[role="segment"][side="right"] {
    border-left: none; border-top-right-radius: 6px; border-bottom-right-radius: 6px;
}
QToolButton[role="segment"]:hover { background: $raised; }
QToolButton[role="segment"]:checked { background: $accent_soft; border-color: $accent_edge; }
QToolButton[role="segment"]:focus { border: 1px solid $accent; }
QToolButton[role="eye"] { padding: 1px; }
QToolButton[role="eye"]:checked { background: transparent; border-color: transparent; }
QToolButton[role="eye"]:hover { background: $raised; }
QToolButton[role="eye"]:focus { border-color: $accent; }
QToolButton[role="fold"], QToolButton[role="fold"]:hover { background: transparent; border: none; padding: 0; }
"""
"""Some with words and an outline, some that touch each other (their parent's one is pressed), some for a table."""

_CELLS: Final = """
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
QAbstractSpinBox[cell="true"][invalid="true"] { border-color: $warning; color: $warning; }
"""
"""Editors inside a table: no frames until the pointer or the focus is on one, and what differs stands out."""

_ROWS: Final = """
*[role="row"] > QAbstractSpinBox::up-button, *[role="row"] > QAbstractSpinBox::down-button { width: 0; margin: 0; }
*[role="row"] > QAbstractSpinBox::up-arrow, *[role="row"] > QAbstractSpinBox::down-arrow { image: none; width: 0; }
*[role="row"] > QComboBox { padding-left: 5px; }
*[role="row"] > QComboBox::drop-down { width: 14px; }
*[role="row"] > QComboBox::down-arrow { width: 10px; height: 10px; }
"""
"""Editors in the row of a layer. Numbers there have no arrows, to leave room for digits; the keys work.

Not by NoButtons: with a stylesheet, Qt then leaves one pixel for the text.
"""

_RULES: Final = Template(_FRAMES + _INPUTS + _BUTTONS + _LISTS + _SMALL_BUTTONS + _CELLS + _ROWS)

_PICTURES: Final = {
    "up": ("up", "muted"),
    "down": ("down", "muted"),
    "up_off": ("up", "border_strong"),
    "down_off": ("down", "border_strong"),
    "right": ("right", "muted"),
    "tick": ("check", "text"),
    "check": ("check", "accent_text"),
    "dash": ("remove", "accent_text"),
    "dot": ("dot", "accent_text"),
}


_UNQUOTABLE: Final = frozenset('"\\\n\r')


@cache
def _folder() -> Path:
    """Where arrows and ticks are, for a stylesheet can name pictures by file only.

    One folder for all windows and starts: a folder of each process would stay behind whenever one is killed.
    Where nothing can be written or its name cannot stand in a rule, a temporary one.
    """
    folder = Path(user_cache_dir("nn-playground", appauthor=False), "look")
    try:
        if _UNQUOTABLE.isdisjoint(folder.as_posix()):
            folder.mkdir(parents=True, exist_ok=True)
            with tempfile.TemporaryFile(dir=folder):
                return folder
    except OSError:
        pass
    folder = Path(tempfile.mkdtemp(prefix="playground-look-"))
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    return folder


def _picture(icon: str, color: str, theme: Theme) -> str:
    svg = tinted(icon, theme.color(color))
    path = _folder() / f"{icon}-{hashlib.sha1(svg, usedforsecurity=False).hexdigest()[:12]}.svg"
    try:
        if not path.exists():
            with tempfile.NamedTemporaryFile(dir=path.parent, delete=False) as part:  # others may read meanwhile
                part.write(svg)
            Path(part.name).replace(path)
    except OSError:  # a full disk: rather a window without arrows than none
        return "none"
    return f'url("{path.as_posix()}")'


@cache
def stylesheet(theme: Theme) -> str:
    """All rules, for QApplication.setStyleSheet."""
    colors = {field.name: getattr(theme, field.name) for field in fields(theme)}
    pictures = {name: _picture(icon, color, theme) for name, (icon, color) in _PICTURES.items()}
    return _RULES.substitute(colors, **pictures)
