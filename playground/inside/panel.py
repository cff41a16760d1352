"""The views of the inside of the network, one at a time: a choice above, the view below, and what it wants to know."""

from __future__ import annotations

from functools import partial
from importlib import import_module
from typing import Any, ClassVar, Final

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent, QKeyEvent, QShowEvent
from PySide6.QtWidgets import QButtonGroup, QFrame, QStackedWidget, QToolButton, QVBoxLayout, QWidget

from engine.data import Dataset
from engine.experiment.experiment import Experiment
from engine.inspectors import InspectionRequest
from engine.train.snapshot import Snapshot
from playground.inside.lit import Lights
from playground.inside.view import InsidePanel
from playground.inside.views import VIEWS, ViewText
from playground.ui.look import theme
from playground.ui.panel import Panel
from playground.ui.panel_parts import UNHURRIED, Part, other_inside
from playground.ui.text import field_text
from playground.ui.widgets.button_grid import ButtonGrid
from playground.ui.widgets.scroll_holder import ScrollHolder
from playground.ui.widgets.spare_time import SpareTime
from playground.ui.widgets.view_choice import ViewChoice

ALWAYS = frozenset({"diagnosis", "verdict"})
"""What is looked at even while no view can be seen."""
OF_ROBUST = frozenset({"middle_errors"})
"""The same where the label is robust: the lane table tells of it."""

_OF_A_PLANE: Final = frozenset({"boundary", "bent"})
"""Views of two features: other rows that have more would leave them empty ..."""
_OF_ANY: Final = "predictions"
"""... so this one is there then."""


class Inside(Panel):
    """Only the view that can be seen is kept up to date, and only what it shows is computed."""

    name: ClassVar[str] = "inside"

    watched = Signal(object)
    """`InspectionRequest`: what shall be computed from now on."""
    chosen = Signal(str)
    """The name of the view that a person has chosen."""

    def __init__(self, parent: QWidget | None = None, view: str = "") -> None:
        """view: the one to begin with, or else the first."""
        super().__init__(parent)
        self.views: dict[str, InsidePanel] = {}
        """Those that are made already: the others follow while nothing else is to be done."""
        self._holders: dict[str, ScrollHolder] = {}
        self.current = view if view in VIEWS else next(iter(VIEWS))
        self._experiment: Experiment | None = None
        self._dataset: Dataset | None = None
        self._last: Dataset | None = None
        """The same, while there are none: those before."""
        self._choices: dict[str, Any] = {}
        self._focus = 0
        self._snapshot: Snapshot | None = None
        self._request = InspectionRequest()
        self._lights = Lights()
        self._stack = QStackedWidget()
        self._buttons = QButtonGroup(self)
        bar = ButtonGrid([self._button(name, kind.text()) for name, kind in VIEWS.items()])
        bar.setObjectName("inside.views")
        bar.setAccessibleName(self.tr("Views of the inside of the network"))
        self._make_others = SpareTime(self)
        self._make_others.come.connect(self._make_another)
        line = QFrame()
        line.setProperty("role", "line")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(bar)
        column.addWidget(line)
        column.addWidget(self._stack, 1)
        self.choose(self.current)

    def _button(self, name: str, text: ViewText) -> QToolButton:
        button = QToolButton()
        button.setText(text.title)
        button.setObjectName(f"action.view_{name}")
        button.setAccessibleName(text.title)
        button.setToolTip(field_text.wrapped(text.lesson))
        button.setCheckable(True)
        button.setFont(theme.font("small"))
        button.setFixedHeight(24)
        button.setProperty("role", "tab")
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        button.clicked.connect(partial(self._on_clicked, name))
        self._buttons.addButton(button)
        return button

    def choose(self, name: str) -> None:
        """Shows a view; an unknown name changes nothing."""
        if name not in VIEWS:
            return
        self.current = name
        self._view(name)
        button = self.findChild(QToolButton, f"action.view_{name}")
        assert isinstance(button, QToolButton)
        button.setChecked(True)
        self._stack.setCurrentWidget(self._holders[name])
        self._watch()

    def _view(self, name: str) -> InsidePanel:
        """A view, made now if it is not there yet, and told what the others know."""
        if name in self.views:
            return self.views[name]
        kind = VIEWS[name]
        self._holders[name] = holder = ScrollHolder(self._stack)
        view: InsidePanel = getattr(import_module(kind.module), kind.panel)(holder.viewport())
        self.views[name] = view
        _describe_parts(view)
        view.set_focus(self._focus)
        view.light(self._lights)
        if self._experiment is not None:
            view.show_experiment(self._experiment)
        view.show_dataset(self._dataset)
        view.show_snapshot(self._snapshot)
        view.requested.connect(self._on_requested)
        view.edited.connect(self.edited)
        holder.hold(view)
        for choice in view.findChildren(ViewChoice):
            choice.chosen.connect(holder.to_top)
        self._stack.addWidget(holder)
        return view

    def _make_another(self) -> None:
        missing = [name for name in VIEWS if name not in self.views]
        if missing:
            self._view(missing[0])
        else:
            self._make_others.stop()

    def _on_clicked(self, name: str, checked: bool = False) -> None:
        self.choose(name)
        self.chosen.emit(name)

    # --- requests ---------------------------------------------------------------------------------------------------

    def _on_requested(self, field: str, value: object) -> None:
        self._choices[field] = value
        self._watch()

    def _of_label(self) -> frozenset[str]:
        data = None if self._experiment is None else self._experiment.data
        return OF_ROBUST if data is not None and data.robust_label and data.task == "numbers" else frozenset()

    def _watch(self) -> None:
        """Says what is asked for, where that has changed."""
        seen = VIEWS[self.current].request if self.isVisible() else frozenset()
        request = InspectionRequest(what=ALWAYS | self._of_label() | seen, focus=self._focus, **self._choices)
        if request != self._request:
            self._request = request
            self.watched.emit(request)

    @property
    def request(self) -> InspectionRequest:
        """What is asked for."""
        return self._request

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._make_others.start()
        self._watch()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._watch()

    def light(self, lights: Lights) -> None:
        """Marks what somebody speaks of in all views, and scrolls to it in that which can be seen."""
        self._lights = lights
        for view in self.views.values():
            view.light(lights)
        self._reveal_soon()

    def take_over(self, other: Inside) -> None:
        """Views in which nothing was chosen are made when they are looked at."""
        for name, view in other.views.items():
            if name == self.current or view.has_choices():
                self._view(name).take_over(view)

    def chosen_pages(self) -> list[str]:
        """What is chosen within the view that can be seen."""
        return self.views[self.current].chosen_pages()

    def turn_to(self, page: str) -> None:
        """Of the view that can be seen."""
        self.views[self.current].turn_to(page)

    def _reveal_soon(self) -> None:
        """Once all has its place; and again with the next figures, where there were none yet."""
        if self._lights != Lights():
            QTimer.singleShot(0, self, self._reveal)

    def _reveal(self) -> None:
        self.views[self.current].reveal_lit()

    # --- what the window tells --------------------------------------------------------------------------------------

    def set_focus(self, lane: int) -> None:
        """The lane that views of a single lane show."""
        self._focus = lane
        for view in self.views.values():
            view.set_focus(lane)
        self._watch()

    def show_experiment(self, experiment: Experiment) -> None:
        self._experiment = experiment
        for view in self.views.values():
            view.show_experiment(experiment)
        self._watch()

    def show_dataset(self, dataset: Dataset | None) -> None:
        before, self._dataset = self._last, dataset
        self._last = dataset or before
        self._choices.clear()  # a row or a drawing of other data
        for view in self.views.values():
            view.show_dataset(dataset)
        was_plane = before is not None and before.is_plane and self.current in _OF_A_PLANE
        if was_plane and dataset is not None and not dataset.is_plane and len(dataset.feature_names) > 1:
            self.choose(_OF_ANY)
        self._watch()

    def parts(self) -> list[Part]:
        return [Part(self.show_snapshot, other_inside, UNHURRIED)]

    def show_snapshot(self, snapshot: Snapshot | None) -> None:
        self._snapshot = snapshot
        for view in self.views.values():
            view.show_snapshot(snapshot)
        self._reveal_soon()

    def minimumSizeHint(self) -> QSize:
        return QSize(276, 160)  # what does not fit scrolls

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Control with Page Up and Page Down goes from view to view."""
        steps = {Qt.Key.Key_PageUp: -1, Qt.Key.Key_PageDown: 1}
        step = steps.get(Qt.Key(event.key())) if event.modifiers() & Qt.KeyboardModifier.ControlModifier else None
        if step is None:
            super().keyPressEvent(event)
            return
        names = list(VIEWS)
        self._on_clicked(names[(names.index(self.current) + step) % len(names)])


def _describe_parts(view: InsidePanel) -> None:
    """What a view paints by itself has no tooltip, which would lie upon it: the sentence of the view describes it."""
    for part in view.findChildren(QWidget):
        if part.focusPolicy() & Qt.FocusPolicy.TabFocus and not part.toolTip() and not part.accessibleDescription():
            part.setAccessibleDescription(view.lesson_label.text())
