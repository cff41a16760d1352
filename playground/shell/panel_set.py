"""The panels and their docks: making, placing and naming them, which of them are in sight, and painting them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QAction, QCursor, QUndoStack
from PySide6.QtWidgets import QMainWindow

from engine.inspectors import InspectionRequest
from playground.curves.panel import CurvesPanel
from playground.data.panel import DataPanel
from playground.document.history_panel import HistoryPanel
from playground.document.session import Session
from playground.inside.panel import Inside
from playground.lanes.panel import LanesPanel
from playground.layers.panel import LayersPanel
from playground.network.panel import NetworkPanel
from playground.shell.actions.entries import panel_titles
from playground.shell.layout import docks, tab_order
from playground.shell.layout.dock_sizes import DockSizes
from playground.shell.layout.folds import SECTIONS, Folds
from playground.shell.layout.stage import Stage
from playground.shell.layout.step_room import StepRoom
from playground.training.panel import TrainingPanel
from playground.ui.painting.painted_once import painted_once
from playground.ui.panel import Panel
from playground.ui.panel_parts import Part
from playground.ui.settings import settings

if TYPE_CHECKING:
    from engine.nn.layers.parts.functions import Function
    from engine.train.kept.interventions import WeightEdit

_SIZES = "window/dock_sizes"
_FITS_LANES = "window/fits_lanes"
_SAME = 12
"""Pixels by which a remembered height may differ from the standard one and still be it."""


class PanelSet(QObject):
    """Docks stay as a person has arranged them when the panels in them are made anew.

    The curves have no dock: whoever lays the window out puts them into its centre.
    """

    watched = Signal(object)
    """`InspectionRequest`: what all panels together want to know of the inside, whenever that changes."""

    def __init__(self, window: QMainWindow) -> None:
        super().__init__(window)
        self._window = window
        self.docks = docks.make_docks(window)
        self.folds = Folds(window, self.docks)
        self._sizes = DockSizes(window, self.docks, self.folds)
        self.folds.changed.connect(self._sizes.share)
        self.stage = Stage(window, self.docks, self._sizes, self.folds)
        self._step_room = StepRoom(window, self.docks["network"], self.stage)
        self._lanes_fit: int | None = None
        """The height that the table has by itself; None where a person has given it another."""
        self._n_lanes = 1
        self._panels: tuple[Panel, ...] = ()
        self._before: tuple[Panel, ...] = ()
        """Those whose places these have taken."""
        self._has_standard_layout = True
        window.tabifiedDockWidgetActivated.connect(self._name_tabs)

    def __iter__(self) -> Iterator[Panel]:
        return iter(self._panels)

    def make(self, undo_stack: QUndoStack, view: str) -> None:
        """All panels, in place of those that there are. view: that of the inside which is to be seen."""
        self._step_room.take_back()  # the new drawing has no step taken apart
        # Each begins where it stays, for Qt works out the style of all that is in a widget anew when that moves.
        self.data = DataPanel(self.docks["data"])
        self.layers = LayersPanel(self.docks["layers"])
        self.training = TrainingPanel(self.docks["training"])
        self.lanes = LanesPanel(self.docks["lanes"])
        self.curves = CurvesPanel(self._window.centralWidget())
        self.history = HistoryPanel(undo_stack, self.docks["history"])
        self.inside = Inside(self.docks["inside"], view)
        self.network = NetworkPanel(self.docks["network"])
        self._before = self._panels
        self._panels = (
            *(self.data, self.layers, self.training, self.curves, self.inside, self.history, self.network),
            self.lanes,  # last, for it tells the others which lane is selected, as soon as it knows of it
        )
        self.inside.watched.connect(self._on_watched)
        self.network.watched.connect(self._on_watched)

    def take_over(self) -> None:
        """What a person had chosen in the panels before is chosen in these; they know the experiment by now."""
        before, self._before = self._before, ()
        for panel, other in zip(self._panels, before, strict=True):
            panel.take_over(other)

    def request(self) -> InspectionRequest:
        """What is asked for just now, by all that can be seen."""
        wanted = self.network.request()
        return replace(self.inside.request, **{**wanted, "what": self.inside.request.what | wanted["what"]})

    def _on_watched(self, _: object) -> None:
        self.watched.emit(self.request())

    def connect_to(self, session: Session) -> None:
        """What people do in panels, to the session; and panels that look at the lane which is selected in another."""
        self._session = session
        structure = session.structure
        self.layers.inserted.connect(structure.insert_layer)
        self.layers.removed.connect(structure.remove_layers)
        self.layers.hidden_inserted.connect(structure.insert_hidden_layer)
        self.layers.edited_together.connect(session.edit_together)
        self.layers.moved.connect(structure.move_layer)
        self.layers.duplicated.connect(structure.duplicate_layer)
        self.network.hidden_layer_wanted.connect(structure.insert_hidden_layer)
        self.network.removed.connect(structure.remove_layers)
        self.network.moved.connect(structure.move_layer)
        self.network.step_wanted.connect(session.run.step)
        self.network.interventions.branched.connect(self._intervene)
        self.network.interventions.edited.connect(session.branches.intervene_here)
        self.network.interventions.weight_edited.connect(self._edit_weight)
        self.network.taken_apart.connect(self._on_taken_apart)
        self.network.folded.connect(self._on_folded)
        self.lanes.added.connect(structure.add_lane)
        self.lanes.duplicated.connect(structure.duplicate_lane)
        self.lanes.removed.connect(session.branches.remove)
        self.lanes.compared.connect(structure.compare)
        self.lanes.moved.connect(structure.move_lane)
        self.lanes.soloed.connect(structure.solo_lane)
        self.lanes.shown_wanted.connect(structure.show_lanes)
        self.lanes.all_shown.connect(structure.show_all_lanes)
        self.lanes.grid_wanted.connect(structure.grid)
        self.lanes.search_wanted.connect(structure.search)
        self.lanes.more_seeds_wanted.connect(structure.more_seeds)
        self.lanes.edited_together.connect(structure.edit_lanes)
        self.lanes.room_wanted.connect(self._on_room_wanted)
        self.lanes.test_set_wanted.connect(session.run.open_test_set)
        self.training.edited_everywhere.connect(structure.edit_all_lanes)
        self.data.painted.connect(structure.paint)
        self.data.mended.connect(session.edit_together)
        self.data.table_mended.connect(structure.mend_table)
        self.data.cancel_wanted.connect(session.cancel_reading)
        self.history.index_wanted.connect(session.go_to)
        self.curves.looked_back.connect(session.run.look_back)
        self.lanes.focused.connect(self.curves.set_focus)
        self.lanes.focused.connect(self.inside.set_focus)
        self.lanes.focused.connect(self.network.set_focus)
        self.lanes.focused.connect(self.layers.set_focus)
        self.lanes.focused.connect(self.training.set_focus)
        for offers in (self.network.branching, self.layers.branching, self.lanes.branching):
            offers.off_wanted.connect(self._switch_off)
            offers.grow_wanted.connect(self._grow)
            offers.deepen_wanted.connect(self._deepen)
        self.layers.stack.selection_changed.connect(self._show_selection)
        session.document_changed.connect(self.layers.stack.deselect)
        session.document_changed.connect(self.network.close_columns)
        self.network.row_chosen.connect(self._select_row)
        self.network.focused.connect(self._select_lane)

    def fill_docks(self) -> None:
        """Puts each panel into its dock, under its title in the language on the screen."""
        titles = panel_titles()
        for panel in self:
            if panel.name in self.docks:
                self.folds.prepare(panel)
                title = docks.fill(self.docks[panel.name], panel, titles[panel.name])
                if panel.name in SECTIONS:
                    title.fold_wanted.connect(partial(self.folds.toggle, panel.name))
                    self.folds.show(panel.name)
        self.folds.open_with("data", self.data.urgent())
        self._name_tabs()

    def _name_tabs(self, _: object = None) -> None:
        docks.name_tabs(self._window, self._tr("Panels"), self._tr("Panels that share a place: choose the one to see"))

    def toggles(self) -> list[QAction]:
        """An action for each dock, which shows and hides it."""
        toggles = [dock.toggleViewAction() for dock in self.docks.values()]
        for toggle in toggles:
            toggle.setToolTip(self._tr("Show or hide this panel"))
        return toggles

    def _on_folded(self, is_folded: bool) -> None:
        """An opened dock gets the height that it has in the standard layout."""
        if not is_folded:
            height = docks.network_height(docks.room(self._window, self.docks))
            self._window.resizeDocks([self.docks["network"]], [height], Qt.Orientation.Vertical)

    def _on_taken_apart(self, is_on: bool) -> None:
        """Numbers are read at one's own pace, and want room."""
        if not is_on:
            self._step_room.take_back()
            QTimer.singleShot(0, self, self._sizes.share)  # once the numbers need no room any more
            return
        self._session.run.pause()
        self._step_room.give(self.network.room_for_step(), self.network.close_step)

    def _on_room_wanted(self, pixels: int) -> None:
        self._sizes.want_more("lanes", pixels)

    def _show_selection(self) -> None:
        self.network.set_selected(self.layers.stack.selection.indices())

    def _select_row(self, row: int) -> None:
        """In the stack, as a press on the row does."""
        if row < len(self.layers.stack.rows):
            self.folds.fold("layers", False)
            self.docks["layers"].raise_()
            self.layers.stack.select(row)

    def _intervene(self, lane: int, settings: Mapping[str, Any]) -> None:
        if self._session.branches.intervene(lane, settings):
            self._select_newest()

    def _edit_weight(self, lane: int, edit: WeightEdit, title: str) -> None:
        if self._session.branches.edit_weight(lane, edit, title):
            self._select_newest()

    def _select_newest(self) -> None:
        """A branch is looked at as soon as there is one, in the drawing beside the lane that it comes from."""
        self._select_lane(len(self._session.experiment.lanes) - 1)

    def _switch_off(self, lane: int, layers: list[int]) -> None:
        if self._session.branches.switch_off(lane, layers):
            self._select_newest()

    def _grow(self, lane: int, layer: int, units: int, noise: float) -> None:
        if self._session.branches.grow(lane, layer, units, noise):
            self._select_newest()

    def _deepen(self, lane: int, layer: int, function: Function, noise: float) -> None:
        if self._session.branches.deepen(lane, layer, function, noise):
            self._select_newest()

    def _select_lane(self, lane: int) -> None:
        self.lanes.table.rows.select(lane)

    # --- placing ----------------------------------------------------------------------------------------------------

    def restore(self) -> None:
        """The layout of the last time, where there is one."""
        self._has_standard_layout = not docks.restore(self._window)
        self.folds.restore()

    def remember(self) -> None:
        """Keeps the layout for the next time."""
        self.stage.leave()
        self.folds.remember()
        docks.remember(self._window)
        settings().setValue(_SIZES, self._sizes.kept())
        settings().setValue(
            _FITS_LANES, self._lanes_fit is not None and self._sizes.height_of("lanes") == self._lanes_fit
        )

    def share_room(self) -> None:
        """To be called when the window is shown: now there is a height to share."""
        self.folds.fit(self._window.height())
        if self._has_standard_layout:
            self._sizes.want(self._standard())
        elif not self._sizes.restore(settings().value(_SIZES)):
            self._sizes.want()
        self._has_standard_layout = False
        height = docks.lanes_height(self._n_lanes, self._window.height())
        if settings().value(_FITS_LANES, False, type=bool):  # also where there were fewer lanes then
            self._sizes.want_height("lanes", height)
        if abs((self._sizes.height_of("lanes") or 0) - height) <= _SAME:
            self._lanes_fit = self._sizes.height_of("lanes")

    def arrange(self) -> None:
        """Back to the standard layout."""
        with painted_once(self._window):
            self.stage.leave()
            docks.arrange(self._window, self.docks)
            self.folds.reset()
            self.curves.folds.reset()
            self.network.header.fold_button.setChecked(False)
            self.folds.fit(self._window.height())
            self._sizes.want(self._standard())
        self._lanes_fit = self._sizes.height_of("lanes")

    def _standard(self) -> dict[str, QSize]:
        return docks.fit(self._window, self.docks, self._n_lanes)

    def fit_lanes(self, n_lanes: int) -> None:
        """The table is as high as its rows need, as long as no person has given it another height."""
        if n_lanes == self._n_lanes:
            return
        self._n_lanes = n_lanes
        if self._lanes_fit is None or self._sizes.height_of("lanes") != self._lanes_fit:
            return
        self._lanes_fit = docks.lanes_height(n_lanes, self._window.height())
        self._sizes.want_height("lanes", self._lanes_fit)

    def enlarge(self) -> None:
        """The panel that has the keyboard, or else that under the mouse, alone; and all again."""
        if self.stage.shown:
            self.stage.leave()
        else:
            under_mouse = self._window.childAt(self._window.mapFromGlobal(QCursor.pos()))
            self.stage.enlarge(self.stage.panel_of(self._window.focusWidget(), under_mouse))

    def go_to(self, name: str) -> None:
        """Gives a panel the focus, wherever it is."""
        panel = next(panel for panel in self if panel.name == name)
        if name in self.docks:
            self.folds.fold(name, False)
            self.docks[name].show()
            self.docks[name].raise_()
        panel.window().activateWindow()
        tab_order.enter(panel)

    # --- showing ----------------------------------------------------------------------------------------------------

    def parts(self) -> list[Part]:
        """The parts of all panels; each knows whether it is in sight."""
        parts = []
        for panel in self:
            for part in panel.parts():
                part.is_seen = partial(self._is_in_sight, panel)
                parts.append(part)
        return parts

    def _is_in_sight(self, panel: Panel) -> bool:
        return panel.isVisible() and not (panel.name in self.docks and docks.is_behind(self.docks[panel.name]))

    def paint_now(self) -> None:
        """All that asked to be painted is, at one go, before training goes on: else both would fight for the lock."""
        for window in (self._window, *(dock for dock in self.docks.values() if dock.isFloating())):
            QCoreApplication.sendPostedEvents(window, QEvent.Type.UpdateRequest.value)

    @staticmethod
    def _tr(text: str) -> str:
        return QCoreApplication.translate("MainWindow", text)
