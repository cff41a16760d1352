"""Layers that one lane goes without: the entry of the menu that switches them off, or on again."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu

from engine.experiment.field_path import FieldPath
from engine.experiment.lanes.spec import ON
from engine.visible import visible
from playground.layers.rows.view import LayerView


class LayerSwitch(QObject):
    """``switched``: what is done, and edits as ((path, value), ...)."""

    switched = Signal(str, object)

    def offer(self, menu: QMenu, views: Sequence[LayerView], chosen: Sequence[int], lane: int | None) -> None:
        """Where one lane is in view: whether it goes without the chosen layers."""
        if lane is None or not chosen:
            return
        is_off = all(views[index].is_off for index in chosen)
        words = self.tr("Switch on in {lane}") if is_off else self.tr("Switch off in {lane}")
        action = QAction(words.format(lane=visible(views[chosen[0]].lane)), menu)
        action.setObjectName("layers.switch")
        action.setToolTip(self.tr("A lane can go without layers that the others have: the cleanest way to compare."))
        action.triggered.connect(partial(self._switch, list(chosen), lane, None if is_off else False))
        menu.addSeparator()
        menu.addAction(action)

    def _switch(self, chosen: list[int], lane: int, value: bool | None, checked: bool = False) -> None:
        paths = [str(FieldPath.of_layer(index, ON).in_lane(lane)) for index in chosen]
        text = self.tr("{count} layers off") if value is False else self.tr("{count} layers on")
        self.switched.emit(text.format(count=len(paths)), tuple((path, value) for path in paths))
