"""One side of a grid to be made: which setting, and its values as text or ticks."""

from __future__ import annotations

from typing import Any, Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QSizePolicy, QStackedWidget, QWidget

from playground.lanes.grid.choice_menu import ChoiceMenu
from playground.lanes.grid.fields import FIRST_CHOICES, FIRST_TEXTS, GRID_INFOS
from playground.lanes.grid.values import ValuesError, parse_values
from playground.ui.fields.choice_edit import ChoiceEdit
from playground.ui.look import theme
from playground.ui.text import field_text, i18n

NONE: Final = ""
"""The choice of no second setting."""


class GridSide(QWidget):
    """Named ``grid.NAME.field`` and ``grid.NAME.values``. Each setting remembers what was typed for it."""

    changed = Signal()

    def __init__(self, name: str, field: str, *, may_be_none: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._texts = dict(FIRST_TEXTS)
        self.field = ChoiceEdit([])
        if may_be_none:
            self.field.add_choice(NONE, self.tr("none"), self.tr("One setting only: a row of lanes."))
        for each, info in GRID_INFOS.items():
            self.field.add_choice(each, i18n.field_title(info), i18n.field_help(info))
        self.field.setObjectName(f"grid.{name}.field")
        self.field.setAccessibleName(self.tr("Second setting") if may_be_none else self.tr("First setting"))
        self.field.committed.connect(self._on_field)
        self.text = QLineEdit()
        self.text.setObjectName(f"grid.{name}.values")
        self.text.setAccessibleName(self.tr("Values"))
        self.text.setToolTip(
            field_text.wrapped(
                self.tr("The values to compare: each gets lanes of its own."),
                self.tr("0, 0.01, 0.1 or 0..0.5 by 0.1 or 0.001..1 by ×10"),
            )
        )
        self.text.textChanged.connect(self._on_text)
        self.menu = ChoiceMenu(GRID_INFOS["initialization"].choices, FIRST_CHOICES)
        self.menu.setObjectName(f"grid.{name}.values")
        self.menu.setAccessibleName(self.tr("Values"))
        self.menu.setToolTip(field_text.wrapped(self.tr("The initializations to compare: tick as many as you like.")))
        self.menu.changed.connect(self.changed)
        self._values = QStackedWidget()
        self._values.addWidget(self.text)
        self._values.addWidget(self.menu)
        self._values.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.SPACE_1)
        row.addWidget(self.field)
        row.addWidget(self._values, 1)
        self.set_field(field)

    def set_field(self, field: str) -> None:
        """Chooses a setting, silently."""
        self.field.set_value(field)
        self._show_values()

    def values(self) -> tuple[Any, ...]:
        """The values as they are now.

        Raises:
            ValuesError: the text is not usable.
        """
        field = self.field.value()
        if field != "initialization":
            return parse_values(self.text.text(), GRID_INFOS[field])
        if not self.menu.values():
            raise ValuesError(self.tr("Tick at least one initialization."))
        return self.menu.values()

    def _on_field(self, field: object) -> None:
        self._show_values()
        self.changed.emit()

    def _show_values(self) -> None:
        field = self.field.value()
        is_choice = field == "initialization"
        self._values.setCurrentWidget(self.menu if is_choice else self.text)
        self.text.setEnabled(field != NONE)
        self.text.setText("" if is_choice or field == NONE else self._texts[field])

    def _on_text(self, text: str) -> None:
        field = self.field.value()
        if field in self._texts:
            self._texts[field] = text
        self.changed.emit()
