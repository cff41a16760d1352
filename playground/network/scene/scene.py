"""One lane's drawing: laid out in its room, and painted a piece at a time into pictures that are kept."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any, Final, NamedTuple

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QPainter, QPen, QPixmap

from engine.inspectors.net.blocks import Block
from engine.records import record
from playground.network.scene import colors, edges, units
from playground.network.scene.answer import Answer, Places
from playground.network.scene.edges import Bundle
from playground.network.scene.layout import Placed, Want, place
from playground.network.scene.units import Faces
from playground.ui.look import theme

if TYPE_CHECKING:
    from engine.inspectors.net.network import Column, LaneNet, NetworkLook

SHARP: Final = 4.0
"""Pixels for each, of the pictures that a file holds."""
GAP: Final = 14.0
"""Pixels between the output and what the net says in the end."""
_NEAR: Final = 4.0
_SAMPLES: Final = np.linspace(0, 1, 17)


class Spot(NamedTuple):
    """What is read off: a unit of a column, or, where ``source`` is a unit of the column before, the weight from there
    to it; the whole column where ``unit`` is -1. ``scene``: which of the lanes that are drawn."""

    scene: int
    column: int
    unit: int
    source: int = -1


@record
class Plan:
    """What all lanes share. ``names``: of the inputs, where there is something to write beside them; ``shape``:
    (height, width) where rows are pictures; ``opened``: columns that are not gathered."""

    blocks: tuple[Block, ...]
    units: tuple[int, ...]
    names: tuple[str, ...] = ()
    shape: tuple[int, int] | None = None
    opened: frozenset[int] = frozenset()
    shows_gradients: bool = False
    is_apart: bool = False
    """Whether a step is taken apart: there is a number to write on each unit."""

    def wants(self) -> list[Want]:
        """Of every column."""
        last = len(self.units) - 1
        found = [
            Want(
                count,
                is_open=index in self.opened,
                has_words=self.is_apart or index == last or (index == 0 and bool(self.names)),
            )
            for index, count in enumerate(self.units)
        ]
        if self.shape is not None:
            found[0] = Want(self.units[0], self.shape)
        return found


class Scene:
    """`lay_out`, then `show`, then `paint_pieces` until nothing is left, then `paint` as often as it is wanted."""

    def __init__(self, answer: Answer) -> None:
        self._answer = answer
        self._plan: Plan | None = None
        self._look: NetworkLook | None = None
        self.net: LaneNet | None = None
        self.rect = QRectF()
        self.placed: tuple[Placed, ...] = ()
        self.answer_rect = QRectF()
        self._bundles: list[Bundle] = []
        self.reach: list[float] = []
        """What the strongest colour of each column stands for ..."""
        self.reach_of_lines = 1.0
        """... and the widest line, see `edges.reach_of_lines`."""
        self._pieces: dict[object, tuple[QPointF, QPixmap]] = {}
        self._todo: list[object] = []
        self._takes: dict[object, float] = {}
        """Seconds that each piece took last."""
        self._ratio = 1.0
        self._head = self._left = 0.0

    # --- laying out -------------------------------------------------------------------------------------------------

    def lay_out(self, plan: Plan, rect: QRectF, head: float, left: float, ratio: float) -> None:
        """rect: for all of it; head: what of its height the headings take, left: of its width the names of the
        inputs."""
        if (plan, rect, head, left, ratio) == (self._plan, self.rect, self._head, self._left, self._ratio):
            return
        self._plan, self.rect, self._ratio = plan, QRectF(rect), ratio
        self._head, self._left = head, left
        answer = rect.adjusted(0, 0 if self._answer.kind == "plane" else head, 0, 0)
        wide = self._answer.width(QSizeF(rect.width(), answer.height()))
        room = rect.adjusted(left, head, -(wide + GAP if wide else 0), 0)
        self.placed = place(plan.wants(), room)
        self.answer_rect = QRectF(rect.right() - wide, answer.top(), wide, answer.height()) if wide else QRectF()
        self._pieces.clear()
        self._todo.clear()
        if self.net is not None and not self._fits(self.net):  # another net, which nobody has looked at yet
            self._forget()
        self._plan_work()

    @property
    def answers_beside(self) -> bool:
        """Whether what the net says stands beside the headings, too."""
        return self._answer.kind == "plane"

    # --- showing ----------------------------------------------------------------------------------------------------

    def show(self, look: NetworkLook | None, net: LaneNet | None) -> None:
        """Other figures. Pieces that would look the same are kept."""
        self._look, self.net = look, net
        if net is None or not self._fits(net):
            self._forget()
            return
        self._plan_work()

    def _forget(self) -> None:
        """Nothing is known of the net that is laid out."""
        self.net = None
        self._bundles = []
        self._pieces.clear()
        self._todo.clear()

    def _fits(self, net: LaneNet) -> bool:
        """Whether it is of the network that is laid out, and not of one before an edit."""
        plan = self._plan
        return plan is None or tuple(len(column.value) for column in net.columns) == plan.units

    def _plan_work(self) -> None:
        net, plan = self.net, self._plan
        if net is None or plan is None or not self._fits(net):
            return
        before = self._bundles
        self.reach = [self._reach(column, index) for index, column in enumerate(net.columns)]
        lanes = self._look.lanes if self._look is not None else ()
        self.reach_of_lines = edges.reach_of_lines(lanes, gradients=plan.shows_gradients)
        self._bundles = [self._bundle(index) for index in range(len(net.edges))]
        for gap, bundle in enumerate(self._bundles):
            is_same = gap < len(before) and bundle.looks_like(before[gap]) and ("edges", gap) in self._pieces
            if not is_same:
                self._want(("edges", gap))
        for index in range(len(net.columns)):
            self._want(("units", index))
        if not self.answer_rect.isEmpty():
            self._want(("answer", 0))

    def _want(self, piece: object) -> None:
        if piece not in self._todo:
            self._todo.append(piece)

    def _reach(self, column: Column, index: int) -> float:
        if index == len(self.placed) - 1 and len(column.value) > 1:
            return 1.0  # probabilities: one half everywhere is nothing learned, and no strong colour
        if column.maps.size:  # a few wild places would leave all others pale
            some = np.abs(column.maps[:, ::2, ::2]).astype(np.float64)
            return colors.rounded_up(float(np.quantile(np.nan_to_num(some), 0.95)))
        assert self._plan is not None
        if index == 0 and self._plan.shape is not None:
            return float(np.nan_to_num(np.abs(column.value)).max(initial=0.0)) or 1.0
        return colors.reach_of(column.value)

    def _bundle(self, index: int) -> Bundle:
        assert self.net is not None
        assert self._plan is not None
        found = self.net.edges[index]
        values = found.weight
        if self._plan.shows_gradients:
            values = found.gradient if len(found.gradient) else np.zeros_like(found.weight)
        left, right = self.placed[index : index + 2]
        most = None if len(values) == found.total else max(24, int(right.rect.left() - left.rect.right()))
        return edges.bundle(found.source, found.target, values, self.reach_of_lines, most)

    # --- painting ---------------------------------------------------------------------------------------------------

    def paint_pieces(self, budget: float | None = None) -> bool:
        """Paints what is to be painted anew, at least one piece, for so many seconds. Whether something is left."""
        started = now = time.perf_counter()
        while self._todo:
            piece = self._todo[0]
            if budget is not None and now > started and now - started + self._takes.get(piece, 0.0) > budget:
                break
            self._todo.pop(0)
            self._pieces[piece] = self._picture(self._room_of(piece), self._painting(piece))
            before, now = now, time.perf_counter()
            self._takes[piece] = now - before
        return bool(self._todo)

    def _room_of(self, piece: Any) -> QRectF:
        """What a piece takes of the drawing, on whole pixels."""
        kind, index = piece
        if kind == "answer":
            rect = self.answer_rect
        elif kind == "units":
            rect = self.placed[index].rect
        else:
            rect = self.placed[index].rect.united(self.placed[index + 1].rect)
        return QRectF(rect.adjusted(-4, -4, 4, 4).toAlignedRect())

    def _picture(self, room: QRectF, paint: Callable[[QPainter], None]) -> tuple[QPointF, QPixmap]:
        """Where it stands, and what it looks like."""
        size = (room.size() * self._ratio).toSize()
        picture = QPixmap(max(1, size.width()), max(1, size.height()))
        picture.setDevicePixelRatio(self._ratio)
        picture.fill(Qt.GlobalColor.transparent)
        painter = QPainter(picture)
        painter.translate(-room.topLeft())
        try:
            paint(painter)
        finally:  # a picture that is still painted on takes the program with it
            painter.end()
        return room.topLeft(), picture

    def _painting(self, piece: Any) -> Callable[[QPainter], None]:
        kind, index = piece
        if kind == "edges":
            return lambda painter: self._paint_edges(painter, index)
        if kind == "units":
            return lambda painter: self._paint_units(painter, index)
        return self._paint_answer

    def _paint_edges(self, painter: QPainter, gap: int) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        edges.paint(painter, self._bundles[gap], self.placed[gap], self.placed[gap + 1], self._ratio)

    def _paint_units(self, painter: QPainter, index: int) -> None:
        net = self.net
        assert net is not None
        pictures: NDArray[Any] = net.columns[index].finds
        if index == 1 and len(net.pictures) and self.placed[index].style == "tiles":
            pictures = net.pictures
        reach = colors.reach_of(pictures) if len(pictures) else 1.0
        faces = Faces(net.columns[index], self.reach[index], pictures, reach)
        units.paint(painter, self.placed[index], faces, self._ratio)

    def _paint_answer(self, painter: QPainter) -> None:
        if self.net is not None and self._look is not None:
            last = self.placed[-1]
            places = Places(last.x, last.y, last.pitch)
            self._answer.paint(painter, self.answer_rect, self._look, self.net, places, self._ratio)

    def paint(self, painter: QPainter) -> None:
        """The pieces as they are."""
        self._paint_kept(painter, [("edges", gap) for gap in range(len(self._bundles))])
        self.paint_units(painter)

    def paint_outline(self, painter: QPainter) -> None:
        """Where units are going to be, while nothing is known of them."""
        look = theme.current()
        painter.setPen(QPen(look.color("border"), 1))
        painter.setBrush(look.color("sunken"))
        for column in self.placed:
            if column.style == "tiles":
                for unit in range(column.shown):
                    painter.drawRoundedRect(column.cell(unit), 4, 4)
            else:
                painter.drawRoundedRect(column.rect, 4, 4)

    def paint_units(self, painter: QPainter) -> None:
        """Only what lies upon the edges."""
        self._paint_kept(painter, [*(("units", index) for index in range(len(self.placed))), ("answer", 0)])

    def _paint_kept(self, painter: QPainter, pieces: Sequence[tuple[str, int]]) -> None:
        for piece in pieces:
            if piece in self._pieces:
                painter.drawPixmap(*self._pieces[piece])

    def paint_edges_of(self, painter: QPainter, column: int, unit: int) -> None:
        """What leads to a unit and away from it, above all else."""
        for gap, is_source in ((column - 1, False), (column, True)):
            if 0 <= gap < len(self._bundles):
                found = self._bundles[gap]
                ends = found.source if is_source else found.target
                chosen = found.only(ends == unit)
                edges.paint(painter, chosen, self.placed[gap], self.placed[gap + 1], self._ratio)

    def paint_sharp(self, painter: QPainter) -> None:
        """All of it as lines and shapes, for a file."""
        if self.net is None:
            return
        ratio, self._ratio = self._ratio, SHARP
        try:
            for gap, found in enumerate(self._bundles):
                edges.paint_sharp(painter, found, self.placed[gap], self.placed[gap + 1])
            for index in range(len(self.placed)):
                self._paint_units(painter, index)
            self._paint_answer(painter)
        finally:
            self._ratio = ratio

    # --- reading off ------------------------------------------------------------------------------------------------

    def unit_at(self, position: QPointF) -> tuple[int, int] | None:
        """(column, unit) at a place."""
        for column in self.placed:
            unit = column.unit_at(position)
            if unit is not None:
                return column.index, unit
        return None

    def edge_at(self, position: QPointF) -> tuple[int, int, int] | None:
        """(column, unit, source) of the strongest line near a place."""
        for gap, found in enumerate(self._bundles):
            left, right = self.placed[gap], self.placed[gap + 1]
            if not left.rect.right() - _NEAR <= position.x() <= right.rect.left() + _NEAR:
                continue
            here = np.flatnonzero((found.source < left.shown) & (found.target < right.shown) & (found.strength >= 0))
            if not len(here):
                return None
            source, target = found.source[here], found.target[here]
            far = _distances(left.x[source], left.y[source], right.x[target], right.y[target], position)
            near = np.flatnonzero(far <= _NEAR)
            if not len(near):
                return None
            best = near[np.lexsort((-far[near], found.strength[here][near]))[-1]]
            return gap + 1, int(target[best]), int(source[best])
        return None


def _distances(
    x0: NDArray[Any], y0: NDArray[Any], x1: NDArray[Any], y1: NDArray[Any], at: QPointF
) -> NDArray[np.float64]:
    """How far the curves pass by a place, up and down. All (k,)."""
    t = _SAMPLES
    ends, middles = (1 - t) ** 3 + 3 * (1 - t) ** 2 * t, 3 * (1 - t) * t**2 + t**3
    height = y0[:, None] * ends + y1[:, None] * middles
    middle = (x0 + x1)[:, None] / 2
    across = x0[:, None] * (1 - t) ** 3 + 3 * middle * (1 - t) * t + x1[:, None] * t**3
    return np.array([abs(np.interp(at.x(), a, h) - at.y()) for a, h in zip(across, height, strict=True)])


def shown_names(names: Sequence[str], placed: Placed) -> bool:
    """Whether there is a line for each."""
    return bool(names) and placed.style == "tiles" and placed.pitch >= 13 and len(set(placed.x.tolist())) == 1
