"""The network, drawn: across the top of the centre, from the input to the output."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any, ClassVar

from PySide6.QtCore import QPoint, QPointF, Qt, Signal
from PySide6.QtGui import QAction, QHideEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QFrame, QMenu, QVBoxLayout, QWidget

from engine.data import Dataset
from engine.errors import PlaygroundError
from engine.experiment.experiment import Experiment
from engine.experiment.field_path import FieldPath
from engine.experiment.lanes.lanes import lane_layers
from engine.inspectors.net.blocks import blocks, column_shapes
from engine.inspectors.net.channels import n_units
from engine.inspectors.request import DRAWN
from engine.nn.shapes import row_shape
from engine.train.snapshot import Snapshot
from playground.network.arrangement import layer_shape
from playground.network.drawing import NetworkDrawing
from playground.network.header import NetworkHeader
from playground.network.interventions import Interventions
from playground.network.labels import labels
from playground.network.scene.scene import Plan
from playground.ui.branching.offers import BranchOffers
from playground.ui.branching.place import BranchPlace
from playground.ui.look import theme
from playground.ui.look.lane_look import LaneLook, lane_looks
from playground.ui.panel import Panel
from playground.ui.panel_parts import UNHURRIED, Part, other_inside
from playground.ui.settings import settings
from playground.ui.text.numbers import count

if TYPE_CHECKING:
    from playground.network.apart.bar import StepBar
    from playground.network.apart.step_apart import StepApart
    from playground.network.settings import ColumnSettings

QWIDGETSIZE_MAX = 2**24 - 1
"""What Qt calls no limit."""
_ROOM_FOR_NOTE = 600
"""Pixels of the panel's width, below which a note beside its title would be cut off."""
_FOLDED = "network/folded"
SHOWN = frozenset({"network"})
"""What it asks to know ..."""
APART = frozenset({"coming_step"})
"""... and while a step is taken apart."""


class NetworkPanel(Panel):
    """``watched``: what shall be computed of the inside from now on, as fields of an `InspectionRequest`."""

    name: ClassVar[str] = "network"

    watched = Signal(object)
    hidden_layer_wanted = Signal(int)
    """Before this layer of the stack."""
    folded = Signal(bool)
    """Only the header is left, or no longer."""
    taken_apart = Signal(bool)
    """A step is looked at number by number, or no longer."""
    step_wanted = Signal()
    """That step shall be made."""
    removed = Signal(list)
    moved = Signal(object, int)
    """(indices, to)"""
    row_chosen = Signal(int)
    """A layer of the stack was pressed."""
    focused = Signal(int)
    """A lane was pressed."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._experiment: Experiment | None = None
        self._dataset: Dataset | None = None
        self._snapshot: Snapshot | None = None
        self._focus = 0
        self._example = 0
        self._opened: frozenset[int] = frozenset()
        self._asked: dict[str, Any] | None = None
        self._looks: list[LaneLook] = []
        self._settings: ColumnSettings | None = None
        self.branching = BranchOffers(self)
        self.menu_actions: list[QAction] = []
        """Of the window, for the drawing as a whole: to copy it, to write it to a file."""
        self.drawing = NetworkDrawing()
        self.drawing.hint = self.tr("The network is drawn as soon as there are rows to show it.")
        self.drawing.setAccessibleName(self.tr("The network, from the input to the output"))
        self.drawing.setAccessibleDescription(
            self.tr("Left and right lead from layer to layer, up and down from unit to unit.")
        )
        self.header = NetworkHeader()
        self.header.example_button.clicked.connect(self._next_example)
        self.header.fold_button.toggled.connect(self._fold)
        for button in (self.header.gradients_button, self.header.lanes_button):
            button.toggled.connect(self._on_choice)
        self.header.step_button.toggled.connect(self._take_apart)
        self._card = card = QFrame()
        card.setProperty("role", "card")
        inside = QVBoxLayout(card)
        inside.setContentsMargins(1, theme.SPACE_1, 1, 1)
        inside.addWidget(self.drawing)
        self.drawing.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.drawing.customContextMenuRequested.connect(self._show_menu)
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.SPACE_2, 0, theme.SPACE_2, 0)
        column.addWidget(card)
        self._inside = inside
        self._apart: StepApart | None = None
        self.drawing.row_chosen.connect(self.row_chosen)
        self.drawing.column_opened.connect(self._open)
        self.drawing.settings_wanted.connect(self._show_settings)
        builder = self.drawing.builder
        builder.inserted.connect(self.hidden_layer_wanted)
        builder.removed.connect(self.removed)
        builder.moved.connect(self.moved)
        builder.resized.connect(self._resize)
        self.drawing.lane_chosen.connect(self._on_lane_chosen)
        self.interventions = Interventions(self)
        self.header.fold_button.setChecked(bool(settings().value(_FOLDED, False, type=bool)))

    def _fold(self, is_folded: bool) -> None:
        """Hides all but the header."""
        self.header.fold_button.setIcon(theme.icon("down" if is_folded else "up"))
        self._card.setHidden(is_folded)
        self.setMaximumHeight(1 if is_folded else QWIDGETSIZE_MAX)
        settings().setValue(_FOLDED, is_folded)
        self.folded.emit(is_folded)
        self._watch()

    def dock_header(self) -> QWidget:
        return self.header

    def take_over(self, other: NetworkPanel) -> None:
        for button in ("gradients_button", "lanes_button"):
            getattr(self.header, button).setChecked(getattr(other.header, button).isChecked())

    # --- what is asked for ------------------------------------------------------------------------------------------

    def request(self) -> dict[str, Any]:
        """Fields of an `InspectionRequest`; ``what`` is empty while nobody sees it."""
        wanted = SHOWN | APART if self.header.step_button.isChecked() else SHOWN
        return {
            "what": wanted if self.drawing.isVisible() else frozenset(),
            "drawn": self._drawn(),
            "example": self._example,
            "gradients": self.header.gradients_button.isChecked(),
        }

    def _drawn(self) -> tuple[int, ...]:
        """The lanes beside each other; none for the one in focus."""
        if not self.header.lanes_button.isChecked() or self._experiment is None:
            return ()
        seen = [index for index, look in enumerate(self._looks) if look.visible]
        layers = [layer_shape(lane_layers(self._experiment, lane)) for lane in seen]
        return tuple(lane for lane, shape in zip(seen, layers, strict=True) if shape == layers[0])[:DRAWN]

    def _watch(self) -> None:
        request = self.request()
        if request != self._asked:
            self._asked = request
            self.watched.emit(request)

    def _on_choice(self, _: bool) -> None:
        self._plan()
        self._watch()

    def _next_example(self) -> None:
        if self._dataset is not None:
            self._example = (self._example + 1) % len(self._dataset.train_x)
            self._show_tag()
            self._watch()

    def _open(self, column: int) -> None:
        self._opened = self._opened ^ {column}
        self._plan()

    def close_columns(self) -> None:
        """They are those of another network from now on."""
        self._opened = frozenset()

    def _show_menu(self, place: QPoint) -> None:
        """What can be done with the column there, and with the drawing."""
        drawing, builder = self.drawing, self.drawing.builder
        column = drawing.column_at(QPointF(place))
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.setObjectName("network.menu")
        menu.setToolTipsVisible(True)
        if column is not None and drawing.plan.blocks[column].rows:
            menu.addAction(self.tr("Settings…"), lambda: self._show_settings(column))
        insert = menu.addAction(self.tr("Add hidden layer"), lambda: builder.insert_behind(column))
        insert.setEnabled(bool(drawing.plan.blocks))
        remove = menu.addAction(self.tr("Remove layer"), lambda: builder.remove(column))
        remove.setEnabled(builder.is_hidden_layer(column))
        menu.addSeparator()
        if self._experiment is not None and self._dataset is not None:
            lanes = self._drawn() or (self._focus,)
            more = partial(self._offer_branches, menu, self._experiment, self._dataset)
            self.interventions.offer(menu, place, drawing, lanes, self._experiment, self._dataset, more)
        menu.addActions(self.menu_actions)
        menu.addAction(self.tr("What is what"), self.header.show_legend)
        drawing.stop_reading()
        menu.popup(drawing.mapToGlobal(place))

    def _offer_branches(self, menu: QMenu, experiment: Experiment, dataset: Dataset, lane: int, column: int) -> None:
        if self.drawing.builder.is_hidden_layer(column):
            self.branching.offer(menu, BranchPlace(experiment, dataset, lane), self.drawing.plan.blocks[column].rows)

    # --- one step taken apart ---------------------------------------------------------------------------------------

    def _take_apart(self, is_on: bool) -> None:
        """Shows the numbers of the coming step, or hides them again."""
        if is_on and self._apart is None:
            from playground.network.apart.step_apart import StepApart  # no start waits for it

            self._apart = StepApart(self.drawing, self)
            self._inside.addWidget(self._apart.bar)
            self._apart.bar.step_wanted.connect(self.step_wanted)
            self._apart.bar.edit_wanted.connect(self._edit_chosen)
        if self._apart is not None:
            self._apart.set_on(is_on)
        if is_on:
            self.header.lanes_button.setChecked(False)
        self.taken_apart.emit(is_on)
        self._on_choice(is_on)
        self.show_snapshot(self._snapshot)

    @property
    def step_bar(self) -> StepBar | None:
        """The strip that leads through the step, once one was taken apart."""
        return None if self._apart is None else self._apart.bar

    def room_for_step(self) -> int:
        """The height with which each unit has room for its number."""
        assert self._apart is not None
        return self.header.sizeHint().height() + self._apart.height()

    def close_step(self) -> None:
        """As a press on its button does."""
        self.header.step_button.setChecked(False)

    def _edit_chosen(self) -> None:
        if self.step_bar is not None and self._experiment is not None and self._dataset is not None:
            self.interventions.look_at(self._focus, self._experiment, self.drawing.plan, self._dataset)
            self.interventions.edit_followed(self.step_bar)

    # --- building ---------------------------------------------------------------------------------------------------

    def _resize(self, row: int, units: int) -> None:
        self.edited.emit(str(FieldPath.of_layer(row, "units")), units)

    def _show_settings(self, column: int) -> None:
        """Of the layers of a column, below it."""
        drawing = self.drawing
        if self._experiment is None or not drawing.plan.blocks[column].rows:
            return
        from playground.network.settings import ColumnSettings  # no start waits for it

        self._settings = ColumnSettings(self, drawing.plan.blocks[column], self._experiment)
        self._settings.edited.connect(self.edited)
        self._settings.destroyed.connect(self._forget_settings)
        rect = drawing.scenes[0].placed[column].rect
        below = QPointF(rect.center().x(), rect.bottom() + 6).toPoint()
        self._settings.open_at(drawing.mapToGlobal(below))

    def _forget_settings(self) -> None:
        self._settings = None

    def _on_lane_chosen(self, scene: int) -> None:
        drawn = self._drawn()
        if scene < len(drawn):
            self.focused.emit(drawn[scene])

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._plan()
        self._watch()
        self.show_snapshot(self._snapshot)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._show_tag()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._watch()

    # --- what the window tells --------------------------------------------------------------------------------------

    def set_focus(self, lane: int) -> None:
        """The lane that is drawn where only one is."""
        self._focus = lane
        self._show_tag()
        self._plan()

    def set_selected(self, rows: list[int]) -> None:
        """The layers that are selected in the stack."""
        self.drawing.set_selected(frozenset(rows))

    def show_experiment(self, experiment: Experiment) -> None:
        self._experiment = experiment
        if self._settings is not None:
            self._settings.show_experiment(experiment)
        self._looks = lane_looks(experiment)
        self._focus = min(self._focus, len(self._looks) - 1)
        self.header.lanes_button.setEnabled(len(self._looks) > 1)
        self._show_tag()
        self._plan()
        self._watch()

    def show_dataset(self, dataset: Dataset | None) -> None:
        self._dataset = dataset
        self._example = 0
        self.drawing.set_data(dataset)
        has_rows = dataset is not None and self.drawing.answer.kind in ("bars", "number")
        self.header.buttons.set_wanted(self.header.example_button, has_rows)
        if dataset is None:
            self.drawing.show_look(None)
        self._plan()
        self._watch()

    def parts(self) -> list[Part]:
        return [Part(self.show_snapshot, other_inside, UNHURRIED)]

    def show_snapshot(self, snapshot: Snapshot | None) -> None:
        self._snapshot = snapshot
        if self.isVisible():
            inside = snapshot.inside if snapshot is not None else {}
            look = inside.get("network")
            self.drawing.show_look(look)
            self.header.show_marks_of(() if look is None else self.drawing.scenes)
            if self._apart is not None:
                self._apart.show_step(inside.get("coming_step"))

    def _note(self) -> str:
        """What fills the units."""
        kind = self.drawing.answer.kind
        if self.width() < _ROOM_FOR_NOTE:
            return ""
        if self.header.gradients_button.isChecked():
            return self.tr("lines: gradients")
        if kind in ("plane", "line"):
            return self.tr("in each unit: its answer")
        return self.tr("units: answers to row {row}").format(row=count(self._example + 1)) if kind else ""

    def _show_tag(self) -> None:
        self.header.set_note(self._note())
        many = len(self._looks) > 1 and not self._drawn()
        self.header.lane_tag.show_lane(self._looks[self._focus] if many else None)

    def _plan(self) -> None:
        """Tells the drawing what there is to draw."""
        experiment, dataset = self._experiment, self._dataset
        if experiment is None or dataset is None or not self.isVisible():
            return
        layers = lane_layers(experiment, min(self._focus, len(experiment.lanes) - 1))
        found = blocks(layers)
        try:
            units = [n_units(shape) for shape in column_shapes(layers, row_shape(layers, dataset))]
        except PlaygroundError:  # rows are shown first, and the layers that go with them next
            return
        plan = Plan(
            found,
            tuple(units),
            dataset.feature_names if dataset.image_shape is None else (),
            dataset.image_shape,
            self._opened,
            self.header.gradients_button.isChecked(),
            self.header.step_button.isChecked(),
        )
        drawn = self._drawn()
        self.drawing.builder.set_layers(experiment.layers)
        if self.step_bar is not None:
            self.step_bar.set_plan(plan)
        self.drawing.set_plan(
            plan, [labels(block, layers, count_of) for block, count_of in zip(found, units, strict=True)]
        )
        self.drawing.set_lanes([self._looks[lane] for lane in drawn])
        self._show_tag()
