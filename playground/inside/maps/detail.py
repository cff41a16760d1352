"""What a number of a map is made of, told: in a sentence, and as window, filter and products beside each other."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QCoreApplication, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPen

from engine.inspectors.answers.maps import Maps
from playground.inside.maps.made_of import Products, Single, Window, made_of
from playground.inside.maps.places import Spot
from playground.inside.weights.colors import image, levels
from playground.ui.look import theme
from playground.ui.text.numbers import number

_SQUARE = 62.0
_SIGN = 16.0


def _tr(text: str) -> str:
    return QCoreApplication.translate("Maps", text)


def told(maps: Maps, names: tuple[str, ...], spot: Spot) -> str:
    """All of it in words, for a screen reader too."""
    return f"{heading(maps, names, spot)}. {sentence(maps, spot)}".strip()


def heading(maps: Maps, names: tuple[str, ...], spot: Spot) -> str:
    """Where the number is, and how large."""
    values = maps.picture if spot.layer < 0 else maps.layers[spot.layer].values
    place = {"row": spot.row + 1, "column": spot.column + 1}
    value = number(float(values[spot.row, spot.column, spot.channel]))
    if spot.layer < 0:
        return _tr("Pixel {row}, {column}: {value}").format(value=value, **place)
    words = _tr("{layer}, map {map}, {row}, {column}: {value}")
    return words.format(layer=_name(names, spot), map=spot.channel + 1, value=value, **place)


def _name(names: tuple[str, ...], spot: Spot) -> str:
    return names[spot.layer + 1].partition(" · ")[0]


def sentence(maps: Maps, spot: Spot) -> str:
    """What it is made of."""
    match made_of(maps, spot):
        case Products() as found:
            words = _tr("Window × filter, summed: {total}, and the bias {bias}.")
            if found.channels > 1:
                words = _tr(
                    "Window × filter, summed over {channels} maps: {total} ({part} of it from map {map}), and the bias "
                    "{bias}."
                )
            return words.format(
                channels=found.channels,
                total=number(found.total),
                part=number(found.part),
                map=found.channel + 1,
                bias=number(found.bias),
            )
        case Window() as found:
            return _tr("Of the {count} numbers of its window.").format(count=found.window.size)
        case Single() as found:
            return _tr("What went in was {before}.").format(before=number(found.before))
    return ""


def paint_detail(painter: QPainter, room: QRectF, maps: Maps, names: tuple[str, ...], spot: Spot | None) -> None:
    """Beside the picture."""
    look = theme.current()
    painter.setFont(theme.font("small"))
    metrics = QFontMetricsF(painter.font())
    if spot is None:
        painter.setPen(QColor(look.muted))
        hint = _tr("Point at a number of a map: what it is made of, and what it sees of the picture, appears here.")
        painter.drawText(room, Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignVCenter, hint)
        return
    painter.setPen(QColor(look.text))
    text = QRectF(room)
    used = painter.boundingRect(text, Qt.TextFlag.TextWordWrap, heading(maps, names, spot))
    painter.drawText(text, Qt.TextFlag.TextWordWrap, heading(maps, names, spot))
    text.setTop(used.bottom() + 2)
    painter.setPen(QColor(look.muted))
    words = sentence(maps, spot)
    used = painter.boundingRect(text, Qt.TextFlag.TextWordWrap, words)
    painter.drawText(text, Qt.TextFlag.TextWordWrap, words)
    top = used.bottom() + 4 if words else used.top() + 4
    side = min(_SQUARE, room.bottom() - top - 2, (room.width() - 2 * _SIGN) / 3)
    if side < 20:
        return
    found = made_of(maps, spot)
    if isinstance(found, Products):
        pictures = (found.window, found.filter, found.window * found.filter)
        for index, (values, sign) in enumerate(zip(pictures, ("", "×", "="), strict=True)):
            left = room.left() + index * (side + _SIGN)
            painter.setPen(QColor(look.text))
            painter.drawText(QRectF(left - _SIGN, top, _SIGN, side), Qt.AlignmentFlag.AlignCenter, sign)
            _paint_numbers(painter, QRectF(left, top, side, side), values, metrics)
    elif isinstance(found, Window):
        _paint_numbers(painter, QRectF(room.left(), top, side, side), found.window, metrics)


def _paint_numbers(painter: QPainter, rect: QRectF, values: NDArray[np.float32], metrics: QFontMetricsF) -> None:
    """As colours, and as figures where there is room for them."""
    look = theme.current()
    reach = float(np.abs(values[np.isfinite(values)]).max(initial=0.0)) or 1.0
    painter.drawImage(rect, image(levels(values, reach)))
    painter.setPen(QPen(look.color("border_strong"), 1))
    painter.drawRect(rect)
    high, wide = rect.height() / values.shape[0], rect.width() / values.shape[1]
    if wide < metrics.horizontalAdvance("−0.00") or high < metrics.height():
        return
    painter.setPen(QColor(look.text))
    for row, column in np.ndindex(values.shape):
        place = QRectF(QPointF(rect.left() + column * wide, rect.top() + row * high), rect.size())
        place.setSize(QRectF(0, 0, wide, high).size())
        painter.drawText(place, Qt.AlignmentFlag.AlignCenter, number(float(values[row, column]), 2))
