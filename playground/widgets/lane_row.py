"""One lane as a row: its mark, the editors of its settings, and the figures it has reached."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import Any, Final

from pydantic import BaseModel
from PySide6.QtCore import QEvent, QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QEnterEvent, QMouseEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractSpinBox, QComboBox, QWidget

from engine.fields import FieldInfo, field_info
from engine.specs import DenseSpec, DropoutSpec, LaneSpec, OptimizerSpec, Seeded
from playground import i18n, theme
from playground.widgets import field_text
from playground.widgets.field_edit import Editor, make_editor
from playground.widgets.lane_columns import FIGURES, ROW, SETTINGS, Columns
from playground.widgets.lane_figures import DASH, LaneFigures
from playground.widgets.lane_style import Share
from playground.widgets.lane_swatch import LaneSwatch
from playground.widgets.name_edit import NameEdit
from playground.widgets.narrow_choice import NarrowChoice
from playground.widgets.number_edit import IntegerEdit, NumberEdit
from playground.widgets.restyle import set_state

_OWNERS: Final[dict[str, type[BaseModel]]] = {
    "name": LaneSpec,
    "initialization": DenseSpec,
    "l2": DenseSpec,
    "rate": DropoutSpec,
    "learning_rate": OptimizerSpec,
    "seed": Seeded,
}
INFOS: Final[dict[str, FieldInfo]] = {name: field_info(owner, name) for name, owner in _OWNERS.items()}
"""What a lane's editors edit, by column."""
_LONGEST_NAME: Final = 60
_EDITOR: Final = 24
"""Height of an editor."""
_BAR: Final = 3


@dataclass(frozen=True, slots=True)
class Setting:
    """A lane's value of one field. ``value`` is None where its layers differ, or have no such field (not `exists`)."""

    value: Any
    share: Share = "alone"
    exists: bool = True


class LaneRow(QWidget):
    """A row of the lane table. Its editors are named ``lanes.INDEX.FIELD``."""

    edited = Signal(str, object)
    """(path, value)"""
    pressed = Signal(int)
    """The row was clicked beside its editors."""

    def __init__(self, index: int, columns: Columns, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.index = index
        self._columns = columns
        self._is_selected = self._has_keyboard = False
        self._name = ""
        self._settings: dict[str, Setting] = {}
        self.setFixedHeight(ROW)
        self.setMinimumWidth(columns.narrowest)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self._swatch = LaneSwatch(index, self)
        self._swatch.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.editors: dict[str, Editor] = {name: self._editor(name) for name in INFOS}
        self.figures = LaneFigures(columns, self)
        self.figures.setObjectName(f"lanes.{index}.figures")
        self._show_arrows()

    def _editor(self, name: str) -> Editor:
        path = f"lanes.{self.index}.{name}"
        info = INFOS[name]
        if info.kind == "choice":
            editor: Editor = NarrowChoice(info, self)
        elif info.kind == "text":
            editor = NameEdit(info, self)
            editor.setMaxLength(_LONGEST_NAME)
        else:
            editor = make_editor(info, path, self)
        editor.setObjectName(path)
        editor.committed.connect(partial(self.edited.emit, path))
        return editor

    # --- what it shows ---

    def show_lane(self, name: str, settings: dict[str, Setting]) -> None:
        """Shows a lane's name and settings, silently."""
        self.editors["name"].set_value(name)
        if name != self._name:
            self._name = name
            self._name_editors(name)
        for field in SETTINGS:
            if self._settings.get(field) != settings[field]:
                self._show_setting(field, settings[field])
        self._settings = settings

    def _show_setting(self, field: str, setting: Setting) -> None:
        editor, old = self.editors[field], self._settings.get(field)
        editor.set_value(setting.value)
        set_state(editor, "share", setting.share)
        if old is None or old.exists != setting.exists:
            editor.setEnabled(setting.exists)
            self._explain(editor, field, setting.exists)
            self._show_arrows()

    def _explain(self, editor: Editor, field: str, exists: bool) -> None:
        """What it means that there is no single value."""
        mixed = self.tr("mixed") if exists else DASH
        if isinstance(editor, QComboBox):
            editor.setPlaceholderText(mixed)
        elif isinstance(editor, IntegerEdit | NumberEdit):
            editor.lineEdit().setPlaceholderText(mixed)
            if exists:
                editor.setToolTip(field_text.tooltip(INFOS[field]))
            else:
                reason = self.tr("There is no dropout layer: add one to the stack, and each lane can set its rate.")
                editor.setToolTip(field_text.wrapped(i18n.field_help(INFOS[field]), reason))

    def _name_editors(self, name: str) -> None:
        """For screen readers: ``Lane He: dropout rate``. The tooltip has the whole name, however narrow the column."""
        self.editors["name"].setToolTip(field_text.wrapped(name, i18n.field_help(INFOS["name"])))
        for field, editor in self.editors.items():
            template = self.tr("Lane {name}: {field}")
            editor.setAccessibleName(template.format(name=name, field=_uncapitalized(i18n.field_title(INFOS[field]))))

    def is_selected(self) -> bool:
        return self._is_selected

    def set_selected(self, is_selected: bool, has_keyboard: bool = False) -> None:
        """Whether the buttons above the table act on this row, and the keys too."""
        if (is_selected, has_keyboard) != (self._is_selected, self._has_keyboard):
            self._is_selected, self._has_keyboard = is_selected, has_keyboard
            self._show_arrows()
            self.update()

    def _show_arrows(self) -> None:
        """The numbers have arrows only in the row that is selected or under the pointer: the others stay calm."""
        is_active = self._is_selected or self.underMouse()
        for editor in self.editors.values():
            if isinstance(editor, QAbstractSpinBox):
                set_state(editor, "calm", not (is_active and editor.isEnabled()))

    def enterEvent(self, event: QEnterEvent) -> None:
        super().enterEvent(event)
        self._show_arrows()

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self._show_arrows()

    # --- geometry and painting ---

    def sizeHint(self) -> QSize:
        return QSize(self._columns.narrowest, ROW)

    def resizeEvent(self, event: QResizeEvent) -> None:
        places = self._columns.spans(self.width())
        top = (self.height() - 1 - _EDITOR) // 2
        swatch = self._swatch.sizeHint()
        middle = QPoint((places["swatch"].width - swatch.width()) // 2 + 1, (self.height() - 1 - swatch.height()) // 2)
        self._swatch.setGeometry(QRect(middle, swatch))
        for name, editor in self.editors.items():
            editor.setGeometry(places[name].x, top, places[name].width - 2, _EDITOR)
        first, last = places[FIGURES[0]], places[FIGURES[-1]]
        self.figures.setGeometry(first.x, 0, last.end - first.x, self.height() - 1)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        colors = theme.current()
        inside = self.rect().adjusted(0, 0, 0, -1)
        if self._is_selected:
            painter.fillRect(inside, QColor(colors.accent_soft))
            painter.fillRect(0, 0, _BAR, inside.height(), QColor(colors.accent))
        elif self.underMouse():
            painter.fillRect(inside, QColor(colors.sunken))
        painter.setPen(QColor(colors.border))
        painter.drawLine(0, self.height() - 1, self.width(), self.height() - 1)
        divider = self._columns.spans(self.width())["divider"]
        painter.drawLine(divider.x + 2, 5, divider.x + 2, self.height() - 7)
        if self._has_keyboard:
            painter.setPen(QColor(colors.accent))
            painter.drawRect(inside.adjusted(0, 0, -1, -1))
        painter.end()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self.pressed.emit(self.index)
        else:
            super().mousePressEvent(event)


def _uncapitalized(title: str) -> str:
    """``Dropout rate`` -> dropout rate, but L2 stays."""
    return title[:1].lower() + title[1:] if title[1:2].islower() else title
