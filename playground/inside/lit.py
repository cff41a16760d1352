"""What somebody speaks of is lit in every view that has a place for it: a layer, a lane, a class or a column."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, Final, Literal

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QScrollArea, QWidget

from engine.records import record
from playground.ui.look import theme

if TYPE_CHECKING:
    _Widget = QWidget
else:

    class _Widget:
        """A mixin: two classes of Qt cannot be bases of one."""


_AROUND: Final = 40
"""Pixels above and below what is scrolled to."""
_BREATH: Final = 0.1


@record
class Lights:
    """``layer``: by its place in the stack; ``weights``: the layer with weights at or before it, by its place among
    those; ``lane``: its name; ``label``: the number of a class; ``column``: its name. None where none is lit."""

    layer: int | None = None
    weights: int | None = None
    lane: str | None = None
    label: int | None = None
    column: str | None = None


class Lit(_Widget):
    """A widget with a place for each of one kind of things, of which one can be lit. Comes before Qt's class."""

    lights: ClassVar[Literal["layer", "weights", "lane", "label", "column"]]
    """The field of `Lights` that it goes by."""
    lit: int | str | None = None
    _is_to_be_seen = False

    def light(self, lit: int | str | None) -> None:
        """Marks a place; none where it is None."""
        self._is_to_be_seen = lit is not None
        if lit != self.lit:
            self.lit = lit
            self.update()

    def reveal(self) -> None:
        """Scrolls to what is lit, in all that lies around it: once, when there is such a place."""
        place = self.lit_rect() if self._is_to_be_seen and self.isVisible() else None
        if place is None:
            return
        self._is_to_be_seen = False
        middle, around = place.center().toPoint(), self.parentWidget()
        while around is not None:
            if isinstance(around, QScrollArea) and (content := around.widget()) is not None:
                around.ensureVisible(0, self.mapTo(content, middle).y(), 0, _AROUND)
            around = around.parentWidget()

    def lit_index(self, count: int) -> int | None:
        """What is lit of ``count`` places, where these have numbers."""
        return self.lit if isinstance(self.lit, int) and self.lit < count else None

    def lit_rect(self) -> QRectF | None:
        """Where that is; None where nothing is lit, or there is no such place just now."""
        raise NotImplementedError

    def paint_lit(self, painter: QPainter) -> None:
        """A frame around it, and a breath of colour: before what is drawn there, or after it."""
        place = self.lit_rect()
        if place is not None:
            painter.save()
            accent = theme.current().color("accent")
            painter.setPen(QPen(accent, 1))
            accent.setAlphaF(_BREATH)
            painter.setBrush(accent)
            painter.drawRoundedRect(place.adjusted(0.5, 0.5, -0.5, -0.5), 4, 4)
            painter.restore()
