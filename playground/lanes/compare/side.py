"""One setting of a comparison of one's own, and its values as text or ticks: to compare all, or to draw from."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLineEdit, QSizePolicy, QStackedWidget, QWidget

from engine.experiment.comparisons.base import Start
from engine.experiment.comparisons.search import Range
from engine.experiment.comparisons.settable import proposed_for
from engine.experiment.field_path import FieldPath
from engine.experiment.lanes.lanes import lane_path
from engine.fields import FieldInfo
from playground.lanes.compare.choice_menu import ChoiceMenu
from playground.lanes.compare.values import ValuesError, parse_range, parse_values
from playground.lanes.compare.words import setting_title
from playground.ui.fields.choice_edit import ChoiceEdit
from playground.ui.look import theme
from playground.ui.text import field_text, i18n
from playground.ui.text.numbers import setting

NONE: Final = ""
"""The choice of no setting."""
_FIELD: Final = 156
"""Pixels of the choice of a setting: longer titles end in an ellipsis, and the list shows them whole."""
_FIRST_TICKED: Final = {"initialization": ("uniform", "xavier_uniform", "he_uniform")}
"""Of choices of which a few are compared at first."""


class GridSide(QWidget):
    """Named ``grid.NAME.field`` and ``grid.NAME.values``. Each setting remembers what was typed for it."""

    changed = Signal()

    def __init__(self, name: str, field: str, title: str, *, may_be_none: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._name, self._may_be_none = name, may_be_none
        self._infos: Mapping[str, FieldInfo] = {}
        self._start: Start | None = None
        self._is_random = False
        self._typed: dict[tuple[bool, str], str] = {}
        """What a person has written for a field: as a range to draw from, or as values."""
        self._ticks: dict[str, ChoiceMenu] = {}
        self._wanted = field
        self.field = ChoiceEdit([])
        self.field.setObjectName(f"grid.{name}.field")
        self.field.setAccessibleName(title)
        self.field.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.field.setFixedWidth(_FIELD)
        self.field.committed.connect(self._on_field)
        self.text = QLineEdit()
        self.text.setObjectName(f"grid.{name}.values")
        self.text.setAccessibleName(self.tr("Values"))
        self.text.textEdited.connect(self._on_text)
        self._values = QStackedWidget()
        self._values.addWidget(self.text)
        self._values.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.SPACE_1)
        row.addWidget(self.field)
        row.addWidget(self._values, 1)

    # --- what is offered --------------------------------------------------------------------------------------------

    def offer(self, start: Start, infos: Mapping[str, FieldInfo]) -> None:
        """The fields that a lane of this experiment may set, and values around those that it has now."""
        self._start = start
        if list(infos) != list(self._infos):
            chosen = self.field.value() if self._infos else self._first(start)
            self.field.blockSignals(True)
            self.field.clear()
            if self._may_be_none:
                self.field.add_choice(NONE, self.tr("none"), self.tr("One setting less to vary."))
            for name, info in infos.items():
                self.field.add_choice(name, setting_title(name, info), i18n.field_help(info))
            self.field.blockSignals(False)
            self.field.set_value(chosen if chosen in infos else NONE if self._may_be_none else next(iter(infos)))
        self._infos = infos
        self._show_values()

    def _first(self, start: Start) -> str:
        """What is offered at first, where the stack has it."""
        path = FieldPath.parse(lane_path(self._wanted)) if self._wanted else None
        has_it = path is None or path.layer is None or bool(path.layers_among(start.experiment.layers))
        return self._wanted if has_it else NONE

    def set_random(self, is_random: bool) -> None:
        """Values are to be drawn from ranges, or spelled out."""
        self._is_random = is_random
        self._show_values()

    # --- what is wanted ---------------------------------------------------------------------------------------------

    def values(self) -> tuple[Any, ...]:
        """The values as they are now. Raises ValuesError: the text is not usable."""
        info = self._infos[self.field.value()]
        if _is_ticked(info):
            return self._ticked()
        return parse_values(self.text.text(), info)

    def range(self) -> Range | tuple[Any, ...]:
        """What to draw from. Raises ValuesError: the text is not usable."""
        info = self._infos[self.field.value()]
        return self._ticked() if _is_ticked(info) else parse_range(self.text.text(), info)

    def _ticked(self) -> tuple[Any, ...]:
        found = self._ticks[self.field.value()].values()
        if not found:
            raise ValuesError(self.tr("Tick at least one value."))
        return found

    # --- showing ----------------------------------------------------------------------------------------------------

    def _on_field(self, field: object) -> None:
        self._show_values()
        self.changed.emit()

    def _show_values(self) -> None:
        field = self.field.value()
        info = self._infos.get(field)
        if info is None or not _is_ticked(info):
            self._values.setCurrentWidget(self.text)
            self.text.setEnabled(info is not None)
            self.text.setText("" if info is None else self._text(field, info))
            help_text = self.tr("The values to compare: each gets lanes of its own.")
            note = self.tr("0, 0.01, 0.1 or 0..0.5 by 0.1 or 0.001..1 by ×10")
            if self._is_random:
                help_text = self.tr("The least and the largest number that may be drawn.")
                note = self.tr("0.001..1")
            self.text.setToolTip(field_text.wrapped(help_text, note))
            return
        if field not in self._ticks:
            self._ticks[field] = self._menu(field, info)
        self._values.setCurrentWidget(self._ticks[field])

    def _text(self, field: str, info: FieldInfo) -> str:
        if (self._is_random, field) in self._typed:
            return self._typed[self._is_random, field]
        assert self._start is not None
        found = proposed_for(self._start, field, info)
        if self._is_random:
            positive = [value for value in found if value > 0 or not info.logarithmic]
            return f"{setting(min(positive))}..{setting(max(positive))}"
        return info.tried or ", ".join(setting(value) for value in found)

    def _menu(self, field: str, info: FieldInfo) -> ChoiceMenu:
        assert self._start is not None
        choices = (False, True) if info.kind == "flag" else info.choices
        menu = ChoiceMenu(choices, _FIRST_TICKED.get(field) or proposed_for(self._start, field, info))
        menu.setObjectName(f"grid.{self._name}.values")
        menu.setAccessibleName(self.tr("Values"))
        menu.setToolTip(field_text.wrapped(self.tr("The values to compare: tick as many as you like.")))
        menu.changed.connect(self.changed)
        self._values.addWidget(menu)
        return menu

    def _on_text(self, text: str) -> None:
        self._typed[self._is_random, self.field.value()] = text
        self.changed.emit()


def _is_ticked(info: FieldInfo) -> bool:
    return info.kind in ("choice", "flag")
