"""Paints what a net says in the end, at the right of its drawing: the plane, the curve, or what it says of a row."""

from __future__ import annotations

import math
from functools import lru_cache
from typing import TYPE_CHECKING, Any, Final, NamedTuple

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QImage, QPainter, QPainterPath, QPen

from engine.data import Dataset
from engine.records import record
from engine.visible import visible
from playground.inside.boundary.colors import color_table, number_images, region_images
from playground.inside.boundary.points import PointPictures
from playground.ui.look import number_scale, theme
from playground.ui.look.number_scale import NumberScale
from playground.ui.text.elided_names import elided_names
from playground.ui.text.numbers import number, percent

if TYPE_CHECKING:
    from engine.inspectors.net.network import LaneNet, NetworkLook

WIDE: Final = 150.0
"""Pixels that names and bars take."""
_BESIDE_BAR: Final = 5
"""Pixels between a bar and its probability, at least."""
_SHADE: Final = 17
_READABLE: Final = 8.0
"""Pixels from one line to the next, at least, for words in lines ..."""
_LINE: Final = 13.0
"""... and where there are fewer of them."""


@record(eq=False)
class Places:
    """Where the output units stand, (outputs,), and how far apart."""

    x: NDArray[np.float64]
    y: NDArray[np.float64]
    pitch: float


class BarLines(NamedTuple):
    """The classes that have a line each, where it stands, and how far apart they are."""

    labels: list[int]
    y: list[float]
    pitch: float


def bar_lines(shares: NDArray[np.floating], truth: int, places: Places, rect: QRectF) -> BarLines:
    """One for each unit, beside it. Where units are too close or stand in several columns: as many as can be read, the
    right class and the likeliest ones, from the likeliest down. shares: (classes,). truth: -1 for none.
    """
    if places.pitch >= _READABLE and len(set(places.x.tolist())) == 1:
        return BarLines(list(range(len(shares))), places.y.tolist(), places.pitch)
    count = int(np.clip(rect.height() // _LINE, 1, len(shares)))
    order = np.argsort(-np.nan_to_num(shares), kind="stable").tolist()
    shown = order[:count]
    if truth >= 0 and truth not in shown:
        shown[-1] = truth
    top = rect.center().y() - _LINE * (len(shown) - 1) / 2
    return BarLines(shown, [top + _LINE * index for index in range(len(shown))], _LINE)


class Answer:
    """Keeps what is costly to paint: the points of the rows."""

    def __init__(self) -> None:
        self._dataset: Dataset | None = None
        self._points = PointPictures()
        self._placed: tuple[Any, ...] = ()
        self._scale: NumberScale | None = None

    def set_data(self, dataset: Dataset | None) -> None:
        self._dataset = dataset
        self._placed = ()
        is_number = dataset is not None and dataset.task == "numbers"
        self._scale = NumberScale.of(dataset) if is_number and dataset is not None else None

    @property
    def kind(self) -> str:
        """``plane``, ``line``, ``bars`` or ``number``; empty without rows."""
        data = self._dataset
        if data is None:
            return ""
        if data.is_plane:
            return "plane"
        if [column.kind for column in data.preparation.columns] == ["number"] and data.image_shape is None:
            return "line" if data.task == "numbers" else "bars"
        return "bars" if data.task == "classes" else "number"

    def width(self, room: QSizeF) -> float:
        """What it takes of the drawing, which is as wide as ``room``; its own height is that of ``room``."""
        if self.kind == "plane":
            return min(room.height(), room.width() * 0.3, 240.0)
        if self.kind == "line":
            return min(room.height() * 1.25, room.width() * 0.28, 280.0)
        return {"bars": min(WIDE, room.width() * 0.26), "number": WIDE * 0.7}.get(self.kind, 0.0)

    def paint(
        self, painter: QPainter, rect: QRectF, look: NetworkLook, net: LaneNet, places: Places, ratio: float
    ) -> None:
        """rect: all the room at the right; the square of a plane stands in its middle. ratio: pixels for each."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        kind = self.kind
        if kind == "plane":
            self._paint_plane(painter, square(rect), look, net, ratio)
        elif kind == "line":
            self._paint_line(painter, rect, look, net)
        elif kind == "bars":
            self._paint_bars(painter, rect, look, net, places)
        elif kind == "number":
            self._paint_number(painter, rect, look, net, places)

    # --- two features -----------------------------------------------------------------------------------------------

    def _paint_plane(self, painter: QPainter, rect: QRectF, look: NetworkLook, net: LaneNet, ratio: float) -> None:
        data, maps = self._dataset, net.columns[-1].maps
        assert data is not None
        self._place_points(look)
        if self._scale is not None:
            image = number_images(maps[:1], self._scale)[0]
        else:
            image = region_images(np.moveaxis(maps, 0, -1)[None], _table(data.n_classes, theme.current().name))[0]
        outline = QPainterPath()
        outline.addRoundedRect(rect, 5, 5)
        painter.save()
        painter.setClipPath(outline)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.drawImage(rect, image if ratio <= 2 else _enlarged(image))
        painter.drawImage(rect, self._points.picture(int(rect.width()), ratio))
        painter.restore()
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(theme.current().color("border_strong"), 1))
        painter.drawPath(outline)

    def _place_points(self, look: NetworkLook) -> None:
        data = self._dataset
        assert data is not None
        if self._placed == (look.x, look.y):
            return
        self._placed = (look.x, look.y)
        raw = data.raw().train
        low, span = np.array([look.x[0], look.y[0]]), np.array([look.x[1] - look.x[0], look.y[1] - look.y[0]])
        labels, shades = data.train_y, None
        if self._scale is not None:
            labels = self._scale.levels(data.train_y) // _SHADE
            shades = number_scale.colors()[::_SHADE]
        self._points.set_points((raw - low) / span, labels, np.ones(len(raw), bool), shades)

    # --- one feature ------------------------------------------------------------------------------------------------

    def _paint_line(self, painter: QPainter, rect: QRectF, look: NetworkLook, net: LaneNet) -> None:
        data, theme_now = self._dataset, theme.current()
        assert data is not None
        painter.setPen(QPen(theme_now.color("border_strong"), 1))
        painter.setBrush(theme_now.color("sunken"))
        painter.drawRoundedRect(rect, 5, 5)
        x, y = data.raw().train[:, 0], data.train_y.astype(np.float64)
        said = net.columns[-1].maps
        curve = said[0, 0].astype(np.float64) if said.size else np.zeros(0)
        low, high = float(y.min()), float(y.max())
        inner, span = rect.adjusted(6, 8, -6, -8), max(high - low, 1e-9)
        width = max(look.x[1] - look.x[0], 1e-9)

        def at(a: NDArray[Any], b: NDArray[Any]) -> list[QPointF]:
            across = inner.left() + (a - look.x[0]) / width * inner.width()
            up = inner.bottom() - (np.clip(b, low - span, high + span) - low) / span * inner.height()
            return [QPointF(p, q) for p, q in zip(across.tolist(), up.tolist(), strict=True)]

        painter.save()
        painter.setClipRect(rect.adjusted(1, 1, -1, -1))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme_now.color("muted"))
        for point in at(x, y):
            painter.drawEllipse(point, 2, 2)
        if np.isfinite(curve).all() and len(curve):
            painter.setPen(QPen(theme_now.color("accent"), 2))
            painter.drawPolyline(at(np.linspace(*look.x, len(curve)), curve))
        painter.restore()

    # --- a row ------------------------------------------------------------------------------------------------------

    def _paint_bars(self, painter: QPainter, rect: QRectF, look: NetworkLook, net: LaneNet, places: Places) -> None:
        data, colors = self._dataset, theme.current()
        assert data is not None
        shares = net.columns[-1].value
        truth = int(data.train_y[look.row]) if look.row < len(data.train_y) else -1
        lines = bar_lines(shares, truth, places, rect)
        plain, bold = theme.font("small"), theme.font("small", bold=True)
        for font in (plain, bold):
            font.setPixelSize(min(font.pixelSize(), max(8, int(lines.pitch))))
        metrics = QFontMetricsF(plain)
        names = min(max(metrics.horizontalAdvance(visible(name)) for name in data.classes), rect.width() * 0.45) + 6
        likeliest = int(np.nan_to_num(shares).argmax())
        shown = elided_names([visible(data.classes[label]) for label in lines.labels], names - 4, metrics)
        for label, y, name in zip(lines.labels, lines.y, shown, strict=True):
            share = float(shares[label])
            line = QRectF(rect.left() + 4, y - metrics.height() / 2, names, metrics.height())
            painter.setFont(bold if label == truth else plain)
            painter.setPen(colors.color("text" if label in (truth, likeliest) else "muted"))
            painter.drawText(line, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, name)
            high = min(6.0, lines.pitch - 3)
            figure = figure_room(line, rect.right(), metrics)
            bar = QRectF(line.right(), y - high / 2, figure.left() - line.right(), high)
            _paint_bar(painter, bar, share, is_right=label == truth)
            painter.setFont(plain)
            painter.setPen(colors.color("text" if label == likeliest else "muted"))
            painter.drawText(figure, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, percent(share, 0))

    def _paint_number(self, painter: QPainter, rect: QRectF, look: NetworkLook, net: LaneNet, places: Places) -> None:
        data = self._dataset
        assert data is not None
        painter.setFont(theme.font("small", bold=True))
        painter.setPen(QColor(theme.current().text))
        metrics = QFontMetricsF(painter.font())
        y = float(places.y[0])
        line = QRectF(rect.left() + 6, y - metrics.height(), rect.width() - 6, metrics.height())
        name = metrics.elidedText(visible(data.target_name), Qt.TextElideMode.ElideRight, line.width())
        painter.drawText(line, Qt.AlignmentFlag.AlignLeft, name)
        painter.setFont(theme.font("small"))
        truth = number(float(data.train_y[look.row]))
        said = number(float(net.columns[-1].value[0]))
        for text in number_lines(said, truth, line.width(), QFontMetricsF(painter.font())):
            line.translate(0, metrics.height())
            painter.drawText(line, Qt.AlignmentFlag.AlignLeft, text)


def number_lines(said: str, truth: str, room: float, metrics: QFontMetricsF) -> tuple[str, ...]:
    """What the network says, and the truth in brackets: in one line where there is room."""
    together = f"{said} ({truth})"
    return (together,) if metrics.horizontalAdvance(together) <= room else (said, f"({truth})")


def figure_room(line: QRectF, right: float, metrics: QFontMetricsF) -> QRectF:
    """Where the probability of a class stands, at the end of its line: apart from the bar, also where it is 100%."""
    width = math.ceil(metrics.horizontalAdvance(percent(1.0, 0))) + _BESIDE_BAR
    return QRectF(right - width, line.top(), width, line.height())


def _paint_bar(painter: QPainter, bar: QRectF, share: float, *, is_right: bool) -> None:
    """A probability; that of the right class has an outline, for colour alone is not enough."""
    colors = theme.current()
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colors.color("border"))
    painter.drawRoundedRect(bar, 3, 3)
    if np.isfinite(share) and share > 0:
        painter.setBrush(colors.color("good" if is_right else "muted"))
        painter.drawRoundedRect(QRectF(bar.left(), bar.top(), max(bar.width() * share, 3.0), bar.height()), 3, 3)
    if is_right:
        painter.setPen(QPen(colors.color("good"), 1.2))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(bar.adjusted(-1.5, -1.5, 1.5, 1.5), 4, 4)


def square(rect: QRectF) -> QRectF:
    """The largest in the middle, on whole pixels."""
    side = float(int(min(rect.width(), rect.height())))
    return QRectF(round(rect.center().x() - side / 2), round(rect.center().y() - side / 2), side, side)


@lru_cache(maxsize=4)
def _table(n_classes: int, _: str) -> NDArray[np.uint32]:
    """The colours of regions; they take longer to blend than the picture to make."""
    return color_table(n_classes)


def _enlarged(image: QImage) -> QImage:
    """For what does not smooth pictures by itself, such as a browser that shows a file."""
    side = max(image.width() * 4, 1)
    return image.scaled(side, side, mode=Qt.TransformationMode.SmoothTransformation)
