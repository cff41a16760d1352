"""The drawing itself: one lane large, or several beside each other; read off by the pointer and by keys."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from engine.data import Dataset
from playground.network import arrangement, headings, marks
from playground.network.building import Builder
from playground.network.headings import Word
from playground.network.labels import Label
from playground.network.scene.answer import Answer
from playground.network.scene.scene import Plan, Scene, Spot
from playground.ui.look.lane_look import LaneLook
from playground.ui.painting.hint import draw_hint
from playground.ui.painting.readable import ReadableCanvas

if TYPE_CHECKING:
    from engine.inspectors.net.network import NetworkLook

BUDGET: Final = 0.002
"""Seconds that the pieces of one frame may take to paint; the others follow."""
_LATER: Final = 30
"""Milliseconds until those that were left out follow, where no frame comes before."""
_MARGIN: Final = 12.0
_LEAST: Final = 64
"""Pixels of the height in which a net can still be seen: no edge between panels is drawn closer."""


class NetworkDrawing(ReadableCanvas[Spot]):
    """`set_plan` and `set_data`, then `show_look` for every look. ``row_chosen``: a layer was pressed."""

    row_chosen = Signal(int)
    settings_wanted = Signal(int)
    """Of a column."""
    column_opened = Signal(int)
    lane_chosen = Signal(int)
    weight_chosen = Signal(int, int, int)
    """(column, unit, source), where a step is taken apart."""
    phase_key = Signal(int)
    """Qt's number of a key that leads from phase to phase."""
    weight_wanted = Signal(int, int)
    """(column, unit): the next weight that leads there."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, has_keys=True)
        self.setObjectName("network.drawing")
        self.answer = Answer()
        self.hint = ""
        self.dataset: Dataset | None = None
        self.plan = Plan((), ())
        self.labels: list[list[Label]] = []
        self.selected: frozenset[int] = frozenset()
        self.look: NetworkLook | None = None
        self._scenes: Sequence[Scene] = [Scene(self.answer)]
        self._words: list[Word] = []
        self._is_stale = False
        """What is laid out is not what is to be seen, or not in this room."""
        self.lanes: list[LaneLook] = []
        """Of the scenes, where there are several."""
        self.most_lines = headings.MOST
        """Of words above a column."""
        self._hot: Word | None = None
        self.builder = Builder(self, self)
        self.figures: Sequence[Sequence[str]] = ()
        """Numbers on the units of each column, while a step is taken apart."""
        self.chosen: Spot | None = None
        """The weight that is followed then."""
        self._later = QTimer(self, singleShot=True)
        self._later.setInterval(_LATER)
        self._later.timeout.connect(self._go_on)

    def sizeHint(self) -> QSize:
        return QSize(640, 200)

    def minimumSizeHint(self) -> QSize:
        return QSize(220, _LEAST)

    # --- what is shown ----------------------------------------------------------------------------------------------

    def set_data(self, dataset: Dataset | None) -> None:
        """Other rows; None while there are none, and then no net either that a press could be meant for."""
        self.answer.set_data(dataset)
        self.dataset = dataset
        if dataset is None:
            self.plan, self.labels, self._words = Plan((), ()), [], []
            self._scenes = [Scene(self.answer)]
            self.builder.set_layers(())

    def set_plan(self, plan: Plan, labels: Sequence[Sequence[Label]]) -> None:
        """Another net, or other choices of what to see of it."""
        self.plan, self.labels = plan, [list(column) for column in labels]
        self._lay_out()

    def set_lanes(self, lanes: Sequence[LaneLook]) -> None:
        """Several beside each other, or none for the one in focus alone."""
        self.lanes = list(lanes)
        count = max(1, len(lanes))
        if count != len(self._scenes):
            self._scenes = [Scene(self.answer) for _ in range(count)]
        self._lay_out()

    def show_figures(self, figures: Sequence[Sequence[str]], chosen: Spot | None) -> None:
        """Numbers on the units, and the weight that they are about."""
        self.figures, self.chosen = figures, chosen
        self.update()

    def set_selected(self, rows: frozenset[int]) -> None:
        """These rows of the stack are lit."""
        if rows != self.selected:
            self.selected = rows
            self.update()

    def show_look(self, look: NetworkLook | None) -> None:
        """What was found inside; None for the hint."""
        self.look = look
        nets = {} if look is None else dict(enumerate(look.lanes))
        for index, scene in enumerate(self._scenes if look is None else self.scenes):
            scene.show(look, nets.get(index))
        self._go_on()
        self.look_again()

    def _go_on(self) -> None:
        """Paints what is to be painted anew, as far as there is time."""
        if self.isVisible():
            if not self._is_stale:
                self._paint_pieces()
            self.update()

    def _paint_pieces(self) -> None:
        if [scene for scene in self.scenes if scene.paint_pieces(BUDGET / len(self._scenes))]:
            self._later.start()

    def finish(self) -> None:
        """All of it, however long it takes."""
        for scene in self.scenes:
            scene.paint_pieces()

    # --- places -----------------------------------------------------------------------------------------------------

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._lay_out()

    def _lay_out(self) -> None:
        """When it is painted, or somebody asks where things are: a window that opens tries several sizes."""
        self._is_stale = True
        self.update()

    def _catch_up(self) -> None:
        if not self._is_stale or not self.plan.units or self.width() < 50 or self.height() < 50:
            return
        self._is_stale = False
        room, ratio = QRectF(self.rect()).adjusted(_MARGIN, 2, -_MARGIN, -8), self.devicePixelRatioF()
        if len(self._scenes) == 1:
            self._words = arrangement.lay_out_one(self._scenes[0], self.plan, self.labels, room, ratio, self.most_lines)
        else:
            self._words = []
            arrangement.lay_out_several(self._scenes, self.plan, room, ratio)

    @property
    def scenes(self) -> Sequence[Scene]:
        """One, or those of several lanes."""
        self._catch_up()
        return self._scenes

    @property
    def words(self) -> list[Word]:
        """What stands above the columns, where there is one scene."""
        self._catch_up()
        return self._words

    def column_at(self, position: QPointF) -> int | None:
        """The column that a place belongs to."""
        for scene in self.scenes:
            for column in scene.placed:
                if column.rect.left() - 6 <= position.x() <= column.rect.right() + 6:
                    return column.index
        return None

    def scene_at(self, position: QPointF) -> int:
        """The lane that a place belongs to."""
        return next((index for index, scene in enumerate(self.scenes) if scene.rect.contains(position)), 0)

    def words_rect(self) -> QRectF:
        """Where the words above the columns are."""
        rect = QRectF()
        for word in self.words:
            rect = rect.united(word.rect)
        return QRectF(0, rect.top(), self.width(), rect.height())

    def head_word(self, column: int) -> QRectF:
        """Where the name of a column stands."""
        return next((word.rect for word in self.words if word.column == column), QRectF())

    # --- reading off ------------------------------------------------------------------------------------------------

    def spot_at(self, position: QPointF) -> Spot | None:
        for index, scene in enumerate(self.scenes):
            if scene.net is None:
                continue
            unit = scene.unit_at(position)
            if unit is not None:
                return Spot(index, *unit)
            edge = scene.edge_at(position)
            if edge is not None:
                return Spot(index, *edge)
        return None

    def spot_by_key(self, key: Qt.Key) -> Spot | None:
        scene = self.scenes[0]
        if scene.net is None or not scene.placed:
            return None
        now = self.spot or Spot(0, 0, -1)
        shown = [column.shown for column in self.scenes[now.scene].placed]
        column, unit = now.column, now.unit
        match key:
            case Qt.Key.Key_Right | Qt.Key.Key_Left if self.spot is not None:
                column = min(max(column + (1 if key == Qt.Key.Key_Right else -1), 0), len(shown) - 1)
                unit = min(unit, shown[column] - 1)
            case Qt.Key.Key_Right | Qt.Key.Key_Left | Qt.Key.Key_Down | Qt.Key.Key_Up if self.spot is None:
                unit = 0
            case Qt.Key.Key_Down:
                unit = min(unit + 1, shown[column] - 1)
            case Qt.Key.Key_Up:
                unit = max(unit - 1, 0)
            case Qt.Key.Key_Home:
                unit = 0
            case Qt.Key.Key_End:
                unit = shown[column] - 1
            case _:
                return None
        return Spot(now.scene, column, unit)

    def is_there(self, spot: Spot) -> bool:
        if spot.scene >= len(self.scenes):
            return False
        scene = self.scenes[spot.scene]
        # Also while a net that was just changed is not known yet.
        return spot.column < len(scene.placed) and spot.unit < scene.placed[spot.column].shown

    def _lines(self, spot: Spot) -> list[str]:
        net = self.scenes[spot.scene].net if self.is_there(spot) else None
        if net is None or self.look is None:
            return []
        from playground.network import reading  # no start waits for it

        lines = reading.sentences(spot, net, self.plan, self.look.row)
        if self.scenes[spot.scene].placed[spot.column].style == "dots" and spot.source < 0:
            lines.append(self.tr("Press to open the layer: each unit by itself."))
        return lines

    def told(self, spot: Spot) -> str:
        return " ".join(self._lines(spot))

    def tip(self, spot: Spot) -> str:
        lines = self._lines(spot)
        if not lines:
            return ""
        from playground.network import reading

        return reading.rich(lines)

    def tip_place(self, spot: Spot) -> QPointF:
        cell = self.scenes[spot.scene].placed[spot.column].cell(spot.unit)
        return cell.bottomRight()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        column = self.spot.column if self.spot is not None else self._selected_column()
        match Qt.Key(event.key()):
            case Qt.Key.Key_Plus:
                self.builder.resize(column, 1)
            case Qt.Key.Key_Minus:
                self.builder.resize(column, -1)
            case Qt.Key.Key_Insert:
                self.builder.insert_behind(column)
            case Qt.Key.Key_Delete:
                self.builder.remove(column)
            case Qt.Key.Key_Return | Qt.Key.Key_Enter if column is not None:
                self.settings_wanted.emit(column)
            case Qt.Key.Key_PageUp | Qt.Key.Key_PageDown if self.figures:
                self.phase_key.emit(event.key())
            case Qt.Key.Key_Space if self.figures and self.spot is not None and self.spot.column > 0:
                self.weight_wanted.emit(self.spot.column, self.spot.unit)
            case Qt.Key.Key_Escape if self.builder.is_dragging:
                self.builder.cancel()
            case _:
                super().keyPressEvent(event)

    def _selected_column(self) -> int | None:
        blocks = enumerate(self.plan.blocks)
        return next((index for index, block in blocks if self.selected.intersection(block.rows)), None)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self.builder.press(event.position())
        super().mousePressEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self.builder.leave()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if event.buttons() & Qt.MouseButton.LeftButton:
            self.builder.drag(event.position())
            if self.builder.is_dragging:
                return
        else:
            self.builder.hover(event.position())
        hot = next((word for word in self.words if word.rect.contains(event.position())), None)
        if hot is not self._hot:
            self._hot = hot
            self.setCursor(Qt.CursorShape.PointingHandCursor if hot is not None else Qt.CursorShape.ArrowCursor)
            self.update()
        super().mouseMoveEvent(event)

    # --- painting ---------------------------------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._is_stale:
            self._paint_pieces()
        painter = QPainter(self)
        try:
            self._paint(painter)
        finally:
            painter.end()

    def _paint(self, painter: QPainter) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if not self.plan.units:
            draw_hint(painter, QRectF(self.rect()), self.hint)
            return
        marks.paint_band(painter, self.scenes, self.plan, self.selected)
        for scene in self.scenes:
            if scene.net is None:
                scene.paint_outline(painter)
            scene.paint(painter)
        marks.paint_frozen(painter, self.scenes)
        headings.paint(painter, self.words, self.selected, self._hot)
        marks.paint_names(painter, self.scenes, self.plan, self.lanes)
        if self.figures and self.chosen is not None and self.is_there(self.chosen):
            marks.paint_weight(painter, self.scenes[self.chosen.scene], self.chosen)
            from playground.network.apart import figures  # for who takes a step apart

            figures.paint(painter, self.scenes[0].placed, self.figures, self.chosen)
        if self.spot is not None and self.is_there(self.spot):
            marks.paint_spot(painter, self.scenes[self.spot.scene], self.spot)
        self.builder.paint(painter)

    def paint_sharp(self, painter: QPainter) -> None:
        """For a file: lines and shapes, nothing that is read off."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for scene in self.scenes:
            scene.paint_sharp(painter)
        marks.paint_frozen(painter, self.scenes)
        headings.paint(painter, self.words, self.selected, self._hot)
        marks.paint_names(painter, self.scenes, self.plan, self.lanes)

    # --- pressing ---------------------------------------------------------------------------------------------------

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton and not self.builder.release():
            self._press(event.position())
        super().mouseReleaseEvent(event)

    def _press(self, position: QPointF) -> None:
        word = next((word for word in self.words if word.rect.contains(position)), None)
        if word is not None and word.label.row is not None:
            self.row_chosen.emit(word.label.row)
            self.settings_wanted.emit(word.column)
            return
        for index, scene in enumerate(self.scenes):
            if len(self.scenes) > 1 and scene.rect.adjusted(0, -20, 0, 0).contains(position):
                self.lane_chosen.emit(index)
            edge = scene.edge_at(position) if self.figures else None
            if edge is not None:
                self.weight_chosen.emit(*edge)
                return
            found = next((c for c in scene.placed if c.rect.adjusted(-4, -4, 4, 4).contains(position)), None)
            if found is None:
                continue
            head = self.plan.blocks[found.index].head
            if head is not None:
                self.row_chosen.emit(head)
            if found.style == "dots" or found.index in self.plan.opened:
                self.column_opened.emit(found.index)
            elif head is not None:
                self.settings_wanted.emit(found.index)
            return
