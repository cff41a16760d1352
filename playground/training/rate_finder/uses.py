"""The buttons that use a rate, in one lane or in all, and what became of it in words."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from engine.experiment.experiment import Experiment
from engine.experiment.field_path import FieldPath
from engine.experiment.lanes.grids import seed_groups
from engine.experiment.lanes.lane_edits import edit_all_lanes
from engine.experiment.lanes.lanes import own_value
from engine.finder.rates import RATE
from playground.ui.look import theme
from playground.ui.look.restyle import set_state
from playground.ui.text import field_text
from playground.ui.text.numbers import setting

_MOST_NAMED: Final = 3
_LONGEST: Final = 18
"""Letters of a name in a button."""


class RateUses(QWidget):
    """With one lane there is one button. With more it is said where: in the lane that was searched for, or in all."""

    edited = Signal(str, object)
    edited_everywhere = Signal(str, object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rate: float | None = None
        self._lane = 0
        self.in_lane = self._button("use_in_lane")
        self.in_lane.clicked.connect(self._on_in_lane)
        self.in_all = self._button("use")
        self.in_all.clicked.connect(self._on_in_all)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.SPACE_2)
        row.addWidget(self.in_lane)
        row.addWidget(self.in_all)

    def _button(self, name: str) -> QPushButton:
        button = QPushButton(self)
        button.setObjectName(f"rate_finder.{name}")
        button.setAutoDefault(False)
        return button

    def show_rate(self, rate: float | None, lane: int, experiment: Experiment) -> None:
        """rate: None while there is none to use."""
        self._rate, self._lane = rate, lane
        one = len(experiment.lanes) == 1
        name = experiment.lanes[lane].name
        shown = "" if rate is None else setting(rate)
        self.in_lane.setVisible(not one)
        self.in_lane.setEnabled(rate is not None)
        short = name if len(name) <= _LONGEST else name[: _LONGEST - 1] + "…"
        in_lane = self.tr("Use in {lane}") if rate is None else self.tr("Use {rate} in {lane}")
        self.in_lane.setText(in_lane.format(rate=shown, lane=short.replace("&", "&&")))
        self.in_lane.setToolTip(
            field_text.wrapped(self.tr("Only {lane} learns with it; undo takes it back.").format(lane=name))
        )
        would_be_alike = rate is not None and _n_settings(edit_all_lanes(experiment, str(RATE), rate)) < _n_settings(
            experiment
        )
        self.in_all.setEnabled(rate is not None and not would_be_alike)
        in_all = self.tr("Use it") if rate is None else self.tr("Use {rate}")
        if not one:
            in_all = self.tr("Use in all lanes") if rate is None else self.tr("Use {rate} in all lanes")
        self.in_all.setText(in_all.format(rate=shown))
        self.in_all.setToolTip(field_text.wrapped(self._all_help(one, would_be_alike)))

        # One rate for all is for lanes that learn by one rule.
        differ = any(FieldPath.parse(path).head == RATE.head for lane in experiment.lanes for path in lane.set)
        set_state(self.in_lane, "role", "primary" if differ else "")
        set_state(self.in_all, "role", "" if differ else "primary")

    def _all_help(self, one: bool, would_be_alike: bool) -> str:
        if one:
            return self.tr("Makes it the learning rate of the experiment; undo takes it back.")
        if would_be_alike:
            return self.tr("Some lanes differ in their learning rate alone: with one rate they would be the same.")
        return self.tr(
            "All lanes learn with it, those that have a rate of their own, too; undo takes it back. It was found with "
            "the settings of one lane: others may want another."
        )

    def _on_in_lane(self) -> None:
        if self._rate is not None:
            self.edited.emit(str(RATE.in_lane(self._lane)), self._rate)

    def _on_in_all(self) -> None:
        if self._rate is not None:
            self.edited_everywhere.emit(str(RATE), self._rate)


def _n_settings(experiment: Experiment) -> int:
    """How many lanes differ in more than their seed."""
    return len(seed_groups(experiment))


def rates_of(experiment: Experiment) -> list[float]:
    """Of each lane, the one that it begins with."""
    return [float(own_value(experiment, lane, str(RATE))) for lane in range(len(experiment.lanes))]


def change_text(experiment: Experiment, before: Sequence[float]) -> str:
    """What a use has changed: ``Learning rate of He: 0.01 → 0.03.`` before: the rates of the lanes until then."""
    now = rates_of(experiment)
    if len(now) != len(before):
        return ""
    changed = [lane for lane, (old, new) in enumerate(zip(before, now, strict=True)) if old != new]
    if not changed:
        return _tr("Nothing has changed: it was the learning rate already.")
    old = ", ".join(dict.fromkeys(setting(before[lane]) for lane in changed))
    values = {"old": old, "new": setting(now[changed[0]])}
    if len(now) == 1:
        return _tr("Learning rate: {old} → {new}.").format(**values)
    if len(changed) == len(now):
        return _tr("Learning rate of all {count} lanes: {old} → {new}.").format(count=len(now), **values)
    if len(changed) > _MOST_NAMED:
        return _tr("Learning rate of {count} lanes: {old} → {new}.").format(count=len(changed), **values)
    names = ", ".join(experiment.lanes[lane].name for lane in changed)
    return _tr("Learning rate of {lanes}: {old} → {new}.").format(lanes=names, **values)


def _tr(text: str) -> str:
    return QCoreApplication.translate("RateUses", text)
