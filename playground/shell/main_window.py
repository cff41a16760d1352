"""The window: layout and wiring only. What it shows is in its panels, what it edits in the session."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QKeyEvent, QKeySequence, QPaintEvent, QShowEvent

from engine.data import Dataset
from engine.experiment.experiment import Experiment
from engine.inspectors import InspectionRequest
from engine.train.snapshot import Snapshot
from playground.document.files.file_dialogs import Files
from playground.document.session import Session
from playground.export.exports import Exports
from playground.inside.diagnosis_bar import DiagnosisBar
from playground.shell.actions.actions import Actions, continue_text
from playground.shell.actions.entries import PANELS
from playground.shell.actions.menus import Menus
from playground.shell.actions.pages import Pages
from playground.shell.actions.toolbar import make_toolbar
from playground.shell.appearance import Appearance
from playground.shell.coach import Coach
from playground.shell.drop_hint import DropHint
from playground.shell.drop_hints import DropHints
from playground.shell.found_by_name import FoundByName
from playground.shell.frame_scheduler import FrameScheduler
from playground.shell.layout import placement, tab_order
from playground.shell.layout.centre import Centre
from playground.shell.layout.message_area import MessageArea
from playground.shell.layout.zoom import Zoom
from playground.shell.looked_at import look_there, looked_at
from playground.shell.messages import Messages, story_of
from playground.shell.panel_set import PanelSet
from playground.shell.start import stories
from playground.shell.sweeps import Sweeps
from playground.shell.title import show_title
from playground.shell.window_keys import WindowKeys, holds_text
from playground.ui.fields.finish_typing import finish_typing
from playground.ui.for_all import for_all
from playground.ui.painting.painted_once import painted_once
from playground.ui.panel import Panel
from playground.ui.panel_parts import UNHURRIED, Part
from playground.ui.settings import written_together
from playground.ui.text.edit_titles import path_title

if TYPE_CHECKING:
    from playground.shell.start.first_steps import FirstSteps


class MainWindow(FoundByName):
    """Lays panels out and wires them to the session, the open document."""

    rebuilt = Signal()
    """Every panel and bar is another than before."""

    def __init__(self, experiment: Experiment, preset: str = "") -> None:
        """preset: the name of the one that the experiment is, if any."""
        super().__init__()
        self.session = Session(experiment, self)
        self.actions_by_name = Actions(self, self.session)
        self.files = Files(self, self.session)
        self.exports = Exports(self, self.session, self)
        self.drop_hint = DropHint(self)
        self.drop_hints = DropHints(self)
        self.window_keys = WindowKeys(self, self.actions_by_name)
        self.zoom = Zoom(self)
        self.appearance = Appearance(self)
        self.sweeps = Sweeps(self, self.session)
        self.messages = Messages(self.session, self.files, self.exports, self)
        self.may_close: Callable[[], bool] = lambda: True
        """Asked before the window closes; whoever says no tells why."""
        self.is_at_rest = True
        """Whether nothing went on in another thread when it was closed."""
        self.turns = FrameScheduler(self._show_again, self)
        self._has_painted = self._was_shown = False
        self._first_steps: FirstSteps | None = None
        self.resize(1280, 720)
        self._build_places()
        self.pages = Pages(self, self.actions_by_name, self.panels, self._take_step)
        self._build(stories.view_of(preset))
        self.tell_story(preset)
        placement.restore(self)  # first, for the layout goes with the size
        self.panels.restore()
        self._connect_actions()
        session = self.session
        session.experiment_changed.connect(self._show_experiment)
        session.dataset_changed.connect(self._show_dataset)
        session.snapshot_changed.connect(self._show_snapshot)
        session.training_changed.connect(self.actions_by_name.show_play)
        session.reading.connect(self._on_reading)
        session.file_changed.connect(self._show_title)
        self.files.preset_opened.connect(self.tell_story)
        self.files.preset_opened.connect(self.messages.tell_story)
        self.sweeps.failed.connect(self.messages.show_error)
        self.drop_hint.dropped.connect(self.files.open_path)
        self.drop_hints.dropped.connect(self.files.open_path)
        self.setAcceptDrops(True)
        self.appearance.changed.connect(self.rebuild)

    # --- building: again when the language or the theme changes -----------------------------------------------------

    def _build(self, view: str) -> None:
        """view: that of the inside which is to be seen."""
        panels, messages = self.panels, self.messages
        panels.make(self.session.undo_stack, view)
        self.data, self.layers, self.training, self.lanes = panels.data, panels.layers, panels.training, panels.lanes
        self.curves, self.history, self.inside = panels.curves, panels.history, panels.inside
        self.network = panels.network
        messages.make(self.data)
        self.message, self.ending = messages.bar, messages.ending
        self.closing_bar, self.recovery_bar, self.crash_bar = messages.closing, messages.recovery, messages.crash
        self.diagnosis = DiagnosisBar(self.statusBar())
        self.coach = Coach(self.diagnosis, self.session, panels)
        # A sentence is read, whatever step it says that it speaks of.
        self.turns.set_parts([*panels.parts(), Part(self.coach.show_snapshot, pace=UNHURRIED)])
        panels.fill_docks()
        self._centre.fill(self.curves)
        self.statusBar().addWidget(self.diagnosis, 1)
        self.statusBar().addPermanentWidget(self.ending)
        self.transport = make_toolbar(self, self.actions_by_name, self.files, self.session.run)
        self.addToolBar(self.transport)
        self._build_menus()
        self._messages.fill((self.closing_bar, self.crash_bar, self.recovery_bar, self.message))
        self._connect_panels()
        self._show_dataset(self.session.dataset)  # first, for what shows the experiment reckons with its rows
        self._show_experiment(self.session.experiment)

    def _build_places(self) -> None:
        """The places of the panels, empty. They stay as a person has arranged them when what they hold is made anew."""
        self.statusBar().setSizeGripEnabled(False)
        self._centre = Centre()
        self.setCentralWidget(self._centre)
        self._messages = MessageArea(self)
        self.panels = PanelSet(self)
        self.panels.stage.presented.connect(self._present)
        self.panels.stage.moved.connect(self._show_what_was_hidden)
        self.docks = self.panels.docks
        self.panels.watched.connect(self._watch)
        for dock in self.docks.values():
            self.drop_hints.watch(dock)
            dock.visibilityChanged.connect(self._show_what_was_hidden)
        self.panels.folds.opened.connect(self._show_what_was_hidden)

    def _build_menus(self) -> None:
        toggles = self.panels.toggles()
        self.menus = Menus(self.menuBar(), self.actions_by_name, toggles, self.files.open_path, self.files.open_preset)
        self.menus.fill()

    def rebuild(self) -> None:
        """Makes every panel anew, in the language and the theme that are set; the session goes on untouched."""
        give_focus_back = tab_order.keeper(self)
        with painted_once(self):
            self.removeToolBar(self.transport)
            self.transport.deleteLater()
            self.pages.discard()
            self.actions_by_name.translate()
            look, below = self.look(), (self.diagnosis, self.ending)
            self._build(self.inside.current)
            for widget in below:
                self.statusBar().removeWidget(widget)
                widget.deleteLater()
            self.panels.take_over()
            self.look_at(look)
            self._repeat_request()
            for panel in self.panels:
                panel.show_snapshot(self.session.snapshot)
            self._show_snapshot(self.session.snapshot)
            if self._first_steps is not None:
                self._first_steps.make()
        QTimer.singleShot(0, self, give_focus_back)  # once all is laid out and to be seen
        self.rebuilt.emit()

    def all_panels(self) -> Iterable[Panel]:
        return self.panels

    # --- wiring -----------------------------------------------------------------------------------------------------

    def _connect_panels(self) -> None:
        session = self.session
        for panel in self.panels:
            panel.edited.connect(self._edit)
        self.panels.connect_to(session)
        self.data.file_wanted.connect(self.files.choose_data)
        self.data.pictures_wanted.connect(self.files.choose_pictures)
        self.actions_by_name.undo_first = self.data.painting.bring_back
        self.data.points_wanted.connect(self.exports.points)
        self.network.menu_actions = [self.actions_by_name[name] for name in ("copy_network", "export_network_svg")]
        self.curves.branch_wanted.connect(self.actions_by_name["branch"].trigger)

    def _connect_actions(self) -> None:
        slots: dict[str, Callable[[], object]] = {
            "new": self.files.new,
            "copy_experiment": self.files.copy,
            "copy_python": self.files.copy_python,
            "paste_experiment": self.files.paste,
            "restore_layout": self.panels.arrange,
            "enlarge": self.panels.enlarge,
            "present": self.panels.stage.present,
            "zoom_in": self.zoom.larger,
            "zoom_out": self.zoom.smaller,
            "zoom_reset": self.zoom.reset,
            **{name: partial(self.pages.toggle, name) for name in ("introduction", "shortcuts", "about")},
            "story": self.messages.tell_story,
            "log_folder": self.messages.open_log_folder,
            **{f"focus_{name}": partial(self.panels.go_to, name) for name in PANELS},
            **self.exports.slots(),
            "open": self.files.choose,
            "open_pictures": self.files.choose_pictures,
            "columns": lambda: self.data.show_columns(),
            "save": self.files.save,
            "save_as": self.files.save_as,
            "save_model": self.files.save_model,
            "load_model": self.files.choose_model,
            "branch": self._branch,
            "sweep": self.sweeps.offer,
            "open_sweep": self.sweeps.choose,
            "save_run": self.files.save_run,
            "open_run": self.files.choose_run,
            "theme": self.appearance.switch_theme,
            "contrast": self.appearance.switch_contrast,
            "language": self.appearance.switch_language,
        }
        for name, slot in slots.items():
            self.actions_by_name.connect(name, slot)

    def _edit(self, path: str, value: object) -> None:
        if not self.session.edit(path, value, path_title(path)):
            self._show_experiment(self.session.experiment)  # editors go back to what is true

    def _branch(self) -> None:
        """From the selected lane."""
        rows, last = self.lanes.table.rows, len(self.session.experiment.lanes) - 1
        if self.session.branches.branch(max(0, min(rows.selected, last))):
            rows.select(last + 1)

    def _watch(self, request: InspectionRequest) -> None:
        """Once there is a window to see, for the looks would take the interpreter away from painting it."""
        if self._has_painted:
            self.session.run.inspect(request)

    # --- showing ----------------------------------------------------------------------------------------------------

    def _show_experiment(self, experiment: Experiment) -> None:
        self.panels.fit_lanes(len(experiment.lanes))
        parts = [self._show_document, *(panel.show_experiment for panel in self.panels)]
        # A part that fails is told of, and must not leave the others showing what was there before.
        for_all(lambda show: show(experiment), [self.messages.follow, self._show_in_toolbar, *parts, self._show_title])

    def _show_in_toolbar(self, experiment: Experiment) -> None:
        self.transport.show_experiment(experiment)
        more = [] if experiment.steps is None else [continue_text()]
        self.transport.fit_primary([self.tr("Play"), self.tr("Pause"), *more])
        self.actions_by_name.show_play()
        self.actions_by_name["story"].setEnabled(bool(story_of(experiment.name)))

    def _show_document(self, _: Experiment) -> None:
        if self.curves.runs.document != self.session.document:
            self.curves.show_document(self.session.document)

    def _show_dataset(self, dataset: Dataset | None) -> None:
        if dataset is not None:
            self.messages.forget_refusal()
        for_all(lambda panel: panel.show_dataset(dataset), self.panels)

    def _show_snapshot(self, snapshot: Snapshot | None) -> None:
        with self.turns.frame(snapshot, training=self.session.is_training):
            self._show_waiting(snapshot)
            self.messages.tell_of_the_end(snapshot)
            if not self.session.is_training:
                self.actions_by_name.show_play()
            if snapshot is not None:  # else those of another run are about to come, and Qt may paint both at once
                self.panels.paint_now()

    def _show_waiting(self, snapshot: Snapshot | None) -> None:
        """Where the run stands, also one whose rows are yet to be read."""
        waiting = self.session.waiting_step if snapshot is None else None
        self.transport.show_snapshot(snapshot, waiting)
        self.curves.show_waiting(waiting, is_training=self.session.is_training)

    def _show_again(self) -> None:
        """For the parts that it has not been the turn of."""
        self._show_snapshot(self.session.snapshot)

    def _on_reading(self, _: str) -> None:
        if self.session.snapshot is None:
            self._show_waiting(None)
            self.actions_by_name.show_play()

    def _show_what_was_hidden(self, is_visible: bool = True) -> None:
        """Hidden panels are shown nothing, so those that come back catch up: all of them at once."""
        is_whole = self._was_shown and not self.panels.stage.is_moving
        if is_visible and is_whole and not self.session.is_training:
            self._show_snapshot(self.session.snapshot)

    def _show_title(self, _: object = None) -> None:
        show_title(self, self.session)

    def look(self) -> str:
        """What is chosen to be looked at, as a text."""
        return looked_at(self.lanes, self.inside, self.curves)

    def look_at(self, look: str) -> None:
        """Chooses that again, as far as it is there."""
        look_there(look, self.lanes, self.inside, self.curves)

    def tell_story(self, preset: str) -> None:
        """Opens the view, the mode and the lane that show what a preset is about."""
        lanes = [lane.name for lane in self.session.experiment.lanes]
        stories.tell(preset, lanes, self.lanes.table.rows, self.inside)

    def offer_first_steps(self) -> None:
        """The cards that lead on, unless they were put away."""
        from playground.shell.start.first_steps import FirstSteps
        from playground.shell.start.next_steps import are_wanted

        if are_wanted():
            self._first_steps = FirstSteps(self, self._messages)
            self._first_steps.chosen.connect(self._take_step)
            self._first_steps.introduction_wanted.connect(self.actions_by_name["introduction"].trigger)
            self._first_steps.ended.connect(self._forget_first_steps)

    def _forget_first_steps(self) -> None:
        self._first_steps = None

    def _present(self, is_on: bool) -> None:
        """Large, and without what leads on."""
        self.zoom.present(is_on)
        if self._first_steps is not None:
            self._first_steps.set_hidden(is_on)

    def _take_step(self, preset: str) -> None:
        """Opens a preset, or lets a person choose a file of their own."""
        if preset:
            self.files.open_preset(preset)
        else:
            self.files.choose_data()

    # --- panels and pages ---------------------------------------------------------------------------------------------

    def focusNextPrevChild(self, next: bool) -> bool:
        """Tab goes through the window in the order of reading."""
        target = tab_order.next_stop(self, next)
        if target is None:
            return False
        reason = Qt.FocusReason.TabFocusReason if next else Qt.FocusReason.BacktabFocusReason
        target.setFocus(reason)
        return True

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Copies lanes in their table, and elsewhere copies and pastes experiments, where nothing does so by itself."""
        if event.matches(QKeySequence.StandardKey.Copy):
            rows = self.lanes.table.rows
            is_in_table = rows.hasFocus() or rows.isAncestorOf(self.focusWidget() or self)
            (self.exports.copy_lanes if is_in_table else self.files.copy)()
        elif event.key() == Qt.Key.Key_Escape and (self.diagnosis.fold() or self.panels.stage.leave()):
            event.accept()
        elif event.matches(QKeySequence.StandardKey.Paste) and not holds_text(self.focusWidget()):
            self.files.paste()
        else:
            super().keyPressEvent(event)

    # --- the end ------------------------------------------------------------------------------------------------------

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.drop_hint.watch(self.windowHandle())
        if not self._was_shown:
            self._was_shown = True
            self.panels.share_room()
            self._show_what_was_hidden(True)  # all panels at once
        self.transport.primary.setFocus()  # so that the first press of Space plays

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self._has_painted:
            self._has_painted = True
            QTimer.singleShot(0, self, self._repeat_request)  # when all parts have been painted, which comes next

    def _repeat_request(self) -> None:
        self._watch(self.panels.request())

    def closeEvent(self, event: QCloseEvent) -> None:
        finish_typing()
        if not self.sweeps.may_close() or not self.may_close():
            event.ignore()
            return
        with written_together():
            placement.remember(self)
            self.panels.remember()
        self.sweeps.close()
        self.is_at_rest = self.session.close()
        event.accept()
