"""Where each preset's story is to be seen: which view of the inside, in which mode, and of which lane.

It says how the window looks, and nothing of the experiment, so it lies beside the experiments:
``assets/presets/stories.json``.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import field
from functools import cache

from PySide6.QtWidgets import QAbstractButton, QWidget

from engine.assets import asset
from engine.records import record
from playground.inside.panel import Inside
from playground.lanes.table.view import LaneView
from playground.ui.text.i18n import preset_text


@record
class Story:
    """``view``: a name of `playground.inside.views.VIEWS`. ``modes``: name of a choice in it -> what is chosen."""

    view: str
    lane: str
    modes: Mapping[str, str] = field(default_factory=dict)


@cache
def stories() -> dict[str, Story]:
    """Preset -> its story."""
    found = json.loads(asset("presets", "stories.json").read_text(encoding="utf-8"))
    return {name: Story(**entry) for name, entry in found.items()}


def view_of(name: str) -> str:
    """The view that tells a preset's story; empty where there is none."""
    story = stories().get(name)
    return "" if story is None else story.view


def tell(name: str, lanes: list[str], rows: LaneView, inside: Inside) -> None:
    """Opens what tells a preset's story; nothing where there is none. lanes: the names of those in the table."""
    story = stories().get(name)
    if story is None:
        return
    for called in (story.lane, preset_text(story.lane)):
        if called in lanes:
            rows.select(lanes.index(called))
            break
    inside.choose(story.view)
    for choice, value in story.modes.items():
        _press(inside, f"{choice}.{value}")


def _press(inside: QWidget, name: str) -> None:
    """As a person presses it: the view shows what belongs to it."""
    button = inside.findChild(QAbstractButton, name)
    if button is not None and not button.isChecked():
        button.click()
