"""How the curves are shown: what of the loss, how smooth, and what is drawn beside the lines; a menu to choose it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from functools import partial
from typing import Any, Final

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu, QToolButton, QWidget

from engine.records import record
from playground.curves.along import STEPS, axis_texts, remember_axis, remembered_axis
from playground.curves.runs import MOST_BEFORE
from playground.ui.look import theme

SMOOTHINGS: Final = (0, 4, 12, 36)
"""Points on either side that are averaged."""


@record
class CurveOptions:
    """``part``: data_loss, penalty or loss, which is their sum; ``smoothing``: one of SMOOTHINGS."""

    part: str = "data_loss"
    smoothing: int = 0
    best: bool = True
    gap: bool = False
    before: bool = True
    axis: str = STEPS


class CurveOptionsButton(QToolButton):
    """A button with a menu; `changed` says the options anew."""

    changed = Signal(object)
    pin_wanted = Signal()
    unpin_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.options = CurveOptions(axis=remembered_axis())
        self.setObjectName("action.curve_options")
        self.setIcon(theme.icon("settings"))
        self.setToolTip(
            self.tr("What the curves show: parts of the loss, smoothing, the time axis, the best, the gap, other runs")
        )
        self.setAccessibleName(self.tr("What the curves show"))
        self.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.menu_of_options = QMenu(self)
        self.menu_of_options.setToolTipsVisible(True)
        self._actions: dict[str, QAction] = {}
        self._add_parts()
        self._add_smoothings()
        self._add_axes()
        self._add_flags()
        self._add_runs()
        self.setMenu(self.menu_of_options)

    def set_options(self, options: CurveOptions) -> None:
        """Shows options without saying so."""
        self.options = options
        self._actions[f"curve_part.{options.part}"].setChecked(True)
        self._actions[f"curve_smoothing.{options.smoothing}"].setChecked(True)
        self._actions[f"curve_axis.{options.axis}"].setChecked(True)
        for flag in ("best", "gap", "before"):
            self._actions[f"curve_{flag}"].setChecked(getattr(options, flag))

    def set_pinned(self, count: int) -> None:
        """How many runs are pinned."""
        self._actions["unpin_runs"].setEnabled(count > 0)

    def set_validation(self, *, has_validation: bool) -> None:
        """Says which rows are held out."""
        best, gap = self._actions["curve_best"], self._actions["curve_gap"]
        best.setText(self.tr("Best validation step" if has_validation else "Best test step"))
        best.setToolTip(
            self.tr(
                "Rings each lane's best value measured on the validation rows; with early stopping, the best loss it "
                "saw"
                if has_validation
                else "Rings each lane's best value measured on the test rows; with early stopping, the best loss it saw"
            )
        )
        gap.setToolTip(
            self.tr(
                "Shades what lies between the training and the validation rows: what was memorized only"
                if has_validation
                else "Shades what lies between the training and the test rows: what was memorized only"
            )
        )

    # --- building ---------------------------------------------------------------------------------------------------

    def _add_parts(self) -> None:
        menu = self.menu_of_options.addMenu(self.tr("Loss"))
        menu.setToolTipsVisible(True)
        self._add_choices(menu, "part", part_texts())

    def _add_smoothings(self) -> None:
        menu = self.menu_of_options.addMenu(self.tr("Smoothing"))
        menu.setToolTipsVisible(True)
        help_text = self.tr("Averages neighbouring points; the curves as they are stay behind, faintly")
        names = (self.tr("None"), self.tr("A little"), self.tr("Some"), self.tr("Much"))
        self._add_choices(
            menu, "smoothing", {value: (name, help_text) for value, name in zip(SMOOTHINGS, names, strict=True)}
        )

    def _add_axes(self) -> None:
        menu = self.menu_of_options.addMenu(self.tr("Time axis"))
        menu.setToolTipsVisible(True)
        texts = {axis: (title[:1].upper() + title[1:], help_text) for axis, (title, help_text) in axis_texts().items()}
        self._add_choices(menu, "axis", texts)

    def _add_choices(self, menu: QMenu, option: str, choices: Mapping[Any, tuple[str, str]]) -> None:
        group = QActionGroup(menu)
        for value, (text, help_text) in choices.items():
            action = self._action(menu, f"curve_{option}.{value}", text, help_text)
            action.setCheckable(True)
            action.setChecked(value == getattr(self.options, option))
            action.triggered.connect(partial(self._choose, option, value))
            group.addAction(action)

    def _add_flags(self) -> None:
        menu = self.menu_of_options
        menu.addSeparator()
        flags = {
            "best": ("", ""),
            "gap": (self.tr("Gap"), ""),
            "before": (
                self.tr("Runs before"),
                self.tr(
                    "Keeps the last {count} runs before a restart in view, grey, with what has changed since and what "
                    "they had come to; Undo brings the run itself back"
                ).format(count=MOST_BEFORE),
            ),
        }
        for option, (text, help_text) in flags.items():
            action = self._action(menu, f"curve_{option}", text, help_text)
            action.setCheckable(True)
            action.setChecked(getattr(self.options, option))
            action.toggled.connect(partial(self._choose, option))

    def _add_runs(self) -> None:
        menu = self.menu_of_options
        menu.addSeparator()
        pin = self._action(
            menu,
            "pin_run",
            self.tr("Pin this run"),
            self.tr("Keeps the curves as they are now in view, grey, wherever the same data are learned"),
        )
        pin.triggered.connect(self._on_pin)
        unpin = self._action(
            menu, "unpin_runs", self.tr("Unpin all runs"), self.tr("Takes the pinned curves away again")
        )
        unpin.triggered.connect(self._on_unpin)
        unpin.setEnabled(False)

    def _action(self, menu: QMenu, name: str, text: str, help_text: str) -> QAction:
        action = QAction(text, self)  # not made by the menu: see CONTRIBUTING.md
        menu.addAction(action)
        action.setObjectName(f"action.{name}")
        action.setToolTip(help_text)
        self._actions[name] = action
        return action

    # --- what a person does -----------------------------------------------------------------------------------------

    def _choose(self, option: str, value: object, checked: bool = True) -> None:
        self.options = replace(self.options, **{option: value})  # type: ignore[arg-type]
        if option == "axis":
            remember_axis(str(value))
        self.changed.emit(self.options)

    def _on_pin(self) -> None:
        self.pin_wanted.emit()

    def _on_unpin(self) -> None:
        self.unpin_wanted.emit()


def part_texts() -> dict[str, tuple[str, str]]:
    """What each part of the loss is called, and what it is: in the menu and above the curves."""
    return {
        "data_loss": (_tr("Loss"), _tr("How wrong the answers are, without the penalty: the mean data loss")),
        "penalty": (_tr("Penalty"), _tr("What the L1 and L2 penalties cost")),
        "loss": (_tr("Loss + penalty"), _tr("Their sum, which training makes small")),
    }


def _tr(text: str) -> str:
    return QCoreApplication.translate("CurveOptions", text)
