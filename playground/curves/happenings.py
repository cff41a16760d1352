"""What happened at a step of a run, as notes on its curves."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QCoreApplication

from engine.train.history.history import HistoryView
from engine.train.snapshot import LaneSnapshot, Snapshot
from playground.ui.look.lane_look import LaneLook
from playground.ui.painting.notes import Note
from playground.ui.text.edit_titles import mark_texts
from playground.ui.text.numbers import count

MOST_MARKS: Final = 12


def happenings(snapshot: Snapshot, looks: Sequence[LaneLook]) -> list[Note]:
    """What took lanes out of the training, what came back at its end, and what a person changed."""
    happened = [
        Note(step, text.format(name=lane.name, step=count(step)), look.style)
        for lane, look in zip(snapshot.lanes, looks, strict=True)
        if look.visible
        for step, text in _ends(lane)
    ]
    told = _restored(snapshot, looks) + [Note(note.step, _tr("test set opened")) for note in openings(snapshot)]
    return happened[:MOST_MARKS] + told + marks(snapshot.history, looks)


def _restored(snapshot: Snapshot, looks: Sequence[LaneLook]) -> list[Note]:
    """Where lanes were best that went back to it at the end of the run. Of several the table says which it was."""
    found = [
        (lane.restored_from, look.style)
        for lane, look in zip(snapshot.lanes, looks, strict=True)
        if look.visible and lane.restored_from is not None and lane.stopped_at is None
    ]
    text = _tr("the best, shown again: step {step}") if len(found) == 1 else ""
    return [Note(step, text.format(step=count(step)), style) for step, style in found[:MOST_MARKS]]


def _ends(lane: LaneSnapshot) -> list[tuple[int, str]]:
    """(step, template) of what took a lane out of the training."""
    if lane.diverged_at is not None:
        return [(lane.diverged_at, _tr("{name} diverged at step {step}"))]
    if lane.stopped_at is not None and lane.restored_from is not None:
        text = _tr("{name} stopped at step {step}; weights of step {best}")
        return [(lane.stopped_at, text.replace("{best}", count(lane.restored_from)))]
    if lane.stopped_at is not None:
        return [(lane.stopped_at, _tr("{name} stopped early at step {step}"))]
    return []


def openings(snapshot: Snapshot) -> list[Note]:
    """When the test set was looked at, without words."""
    return [Note(step, "") for step in snapshot.openings.steps[-MOST_MARKS:]]


def marks(history: HistoryView, looks: Sequence[LaneLook]) -> list[Note]:
    """Edits made during the run: what was set at step 0 holds for all of it. One of a lane's weights is a note on that
    lane, where it starts."""
    made = [
        Note(step, text, None if lane is None or lane >= len(looks) else looks[lane].style)
        for step, text, lane in mark_texts(history.marks)
        if step > 0
    ]
    return made[-MOST_MARKS:]


def _tr(text: str) -> str:
    return QCoreApplication.translate("CurvesPanel", text)
