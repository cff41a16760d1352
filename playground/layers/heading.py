"""The line above the stack: whose settings it shows, whether in few rows, and the captions of its columns.

It stays while rows scroll.
"""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QEvent, QRect, QSize, Qt
from PySide6.QtGui import QFontMetrics, QHelpEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QToolButton, QToolTip, QWidget

from engine.fields import field_info
from engine.nn.layers.registry import owner_of
from playground.layers.rows.columns import Columns, Span
from playground.layers.scope import LayerScope
from playground.ui.look import theme
from playground.ui.settings import settings
from playground.ui.text import field_text, i18n

HEIGHT: Final = (24, 32)
"""Without and with a choice of lanes."""
_COMPACT: Final = "layers/compact"
_INSET: Final = 6
"""Captions begin where the texts in the editors do."""


class LayerHeading(QWidget):
    """``inset``: how far the rows are from the edge of what holds them."""

    def __init__(self, inset: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._inset = inset
        self._columns: Columns | None = None
        self.scope = LayerScope(self)
        self.compact = self._compact_button()
        self._shown: tuple[bool, int | None] | None = None
        self._infos = {name: field_info(owner_of(name), name) for name in ("units", "initialization", "l2")}
        self.fit()

    def _compact_button(self) -> QToolButton:
        """As it was left the last time."""
        button = QToolButton(self)
        button.setObjectName("layers.compact")
        button.setCheckable(True)
        button.setIcon(theme.icon("fold"))
        button.setIconSize(QSize(16, 16))
        button.setGeometry(theme.SPACE_2, 0, 24, 24)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        button.setAccessibleName(self.tr("A row for each hidden layer"))
        button.setToolTip(
            field_text.wrapped(
                self.tr("A row for each hidden layer: a layer with weights, and what follows it. Off: a row for each.")
            )
        )
        button.setChecked(bool(settings().value(_COMPACT, True, type=bool)))
        button.toggled.connect(lambda is_compact: settings().setValue(_COMPACT, is_compact))
        return button

    def set_columns(self, columns: Columns) -> None:
        self._columns = columns
        self._place_scope()
        self.update()

    def fit(self) -> None:
        """As high as what it shows, and in the colour of the lane in view."""
        shown = not self.scope.isHidden(), self.scope.color_index()
        if shown == self._shown:
            return
        self._shown = shown
        self.setFixedHeight(HEIGHT[shown[0]])
        self._place_scope()
        self.update()

    def _place_scope(self) -> None:
        if self._columns is not None:
            name = self._columns.name
            left = self._inset + self._columns.gutter
            self.scope.setGeometry(left, 2, name.end - self._columns.gutter - theme.SPACE_1, HEIGHT[1] - 4)

    def caption(self, name: str) -> str:
        """What stands above a column; the penalty of L2 has a symbol that everybody knows."""
        title = i18n.field_title(self._infos[name])
        return "λ" if name == "l2" else title

    def caption_at(self, x: int) -> str:
        """The column at a place; empty where there is none."""
        return next((name for name, span in self._spans().items() if span.x <= x < span.end), "")

    def _spans(self) -> dict[str, Span]:
        if self._columns is None:
            return {}
        spans = {name: getattr(self._columns, name) for name in self._infos}
        return {name: Span(span.x + self._inset, span.width) for name, span in spans.items()}

    def paintEvent(self, event: QPaintEvent) -> None:
        look = theme.current()
        painter = QPainter(self)
        painter.setFont(theme.font("small"))
        painter.setPen(look.color("muted"))
        metrics = QFontMetrics(theme.font("small"))
        left = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        for name, span in self._spans().items():
            room = QRect(span.x + _INSET, 0, span.width - _INSET, self.height() - 1)
            text = self.caption(name)
            if name == "initialization" and metrics.horizontalAdvance(text) > room.width():
                text = self.tr("Init.")
            painter.drawText(room, left, metrics.elidedText(text, Qt.TextElideMode.ElideRight, room.width()))
        style = self.scope.color_index()
        color = look.color("border") if style is None else theme.lane_color(style)
        thickness = 1 if style is None else 2
        painter.fillRect(0, self.height() - thickness, self.width(), thickness, color)
        painter.end()

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and (name := self.caption_at(event.pos().x())):
            info = self._infos[name]
            QToolTip.showText(
                event.globalPos(), field_text.wrapped(i18n.field_title(info), i18n.field_help(info)), self
            )
            return True
        return super().event(event)
