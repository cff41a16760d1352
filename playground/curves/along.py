"""What the time axis counts - steps, epochs, rows, seconds a lane - and where the steps of each lane lie on it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QCoreApplication

from engine.experiment.experiment import Experiment
from engine.records import record
from engine.train.history.history import HistoryView
from engine.train.history.rows_seen import rows_seen
from playground.ui.painting.lines.thinning import Points
from playground.ui.settings import settings
from playground.ui.text.numbers import count, number

STEPS: Final = "steps"
AXES: Final = (STEPS, "epochs", "rows", "seconds")
_KEY: Final = "curves/axis"
_FAR: Final = 1e12
"""A step that no run comes to: what lies on a line up to there goes on in the same way."""


def remembered_axis() -> str:
    """That of the last time."""
    kept = str(settings().value(_KEY, STEPS, type=str))
    return kept if kept in AXES else STEPS


def remember_axis(axis: str) -> None:
    settings().setValue(_KEY, axis)


@record(eq=False)
class _Way:
    """Places at some steps, growing both; between them they lie on straight lines."""

    steps: NDArray[np.float64]
    places: NDArray[np.float64]


CLOCK: Final = -1
"""In place of a lane: the steps of the run itself."""


class Along:
    """Steps of the run as places of its lanes on the axis, and back. With `STEPS` they are the same, but for a branch
    from an earlier step, which has made fewer: it goes on from the place where it left its lane.
    """

    def __init__(self, axis: str = STEPS, ways: Sequence[_Way] = (), plan_is_known: bool = True) -> None:
        self.axis = axis
        self._ways = ways
        self.plan_is_known = plan_is_known
        """Whether it can be said where steps lie that are yet to come."""

    @classmethod
    def of(
        cls,
        axis: str,
        experiment: Experiment | None,
        history: HistoryView,
        rows: Sequence[int],
        behind: Sequence[int] = (),
    ) -> Along:
        """rows: how many each lane learns from; behind: how many fewer steps each has made. Steps, where an axis is
        asked for that is not known."""
        lanes = range(min(history.values.shape[2], len(rows)))
        late = [*behind, *[0] * len(lanes)]
        in_steps = cls(STEPS, [_steps_made(late[lane]) for lane in lanes] if any(behind) else ())
        if axis == STEPS or experiment is None or len(experiment.lanes) < len(lanes):
            return in_steps
        if axis == "seconds":
            timed = [_timed(history, lane, late[lane]) for lane in lanes]
            known = [way for way in timed if way is not None]
            return cls(axis, [way or known[0] for way in timed], plan_is_known=False) if known else in_steps
        marks = history.marks
        edges = np.array(sorted({0.0, *(float(mark.step) for mark in marks), _FAR}))
        ways = [
            _Way(
                edges + late[lane],
                rows_seen(experiment, marks, lane, rows[lane], edges) / (max(1, rows[lane]) if axis == "epochs" else 1),
            )
            for lane in lanes
        ]
        return cls(axis, ways)

    @property
    def is_steps(self) -> bool:
        return self.axis == STEPS

    @property
    def is_common(self) -> bool:
        """Whether all lanes are at the same place at each step."""
        return not self._ways

    def _way(self, lane: int) -> _Way | None:
        """None, where steps are places."""
        if not self._ways or lane == CLOCK:
            return None
        return self._ways[min(lane, len(self._ways) - 1)]

    def places(self, lane: int, steps: Any) -> NDArray[np.float64]:
        """steps: any shape -> as many places."""
        way = self._way(lane)
        if way is None:
            return np.asarray(steps, np.float64)
        return np.asarray(np.interp(steps, way.steps, way.places), np.float64)

    def place(self, lane: int, step: float) -> float:
        return float(self.places(lane, step))

    def farthest(self, lanes: Sequence[int], step: float) -> float:
        """Where the lane is at a step that has come farthest on this axis."""
        return max((self.place(lane, step) for lane in lanes), default=step)

    def step(self, lane: int, place: float) -> float:
        """The step that lies there."""
        way = self._way(lane)
        if way is None:
            return place
        return float(np.interp(place, way.places, way.steps))

    def points(self, points: Points, lanes: Sequence[int]) -> Points:
        """The same curves over this axis. lanes: whose each is."""
        if not self._ways or not len(points):
            return points
        return replace(points, x=np.stack([self.places(lane, x) for lane, x in zip(lanes, points.x, strict=True)]))

    def text(self, place: float) -> str:
        """``step 300``, ``epoch 12.5``, ``9,600 rows``, ``1.2 s a lane``."""
        if self.is_steps:
            return QCoreApplication.translate("Plot", "step {step}").format(step=count(place))
        if self.axis == "epochs":
            return _tr("epoch {epoch}").format(epoch=number(place, 3))
        if self.axis == "rows":
            return _tr("{count} rows seen").format(count=count(place))
        return _tr("{count} s a lane").format(count=number(place, 3))


def _steps_made(behind: int) -> _Way:
    first = max(0.0, float(behind))
    return _Way(np.array([first, _FAR]), np.array([first - behind, _FAR - behind]))


def _timed(history: HistoryView, lane: int, behind: int) -> _Way | None:
    """None where nobody has looked at a clock. From the step on at which none had gone by."""
    seconds = history.seconds[:, lane].astype(np.float64)
    known = ~np.isnan(seconds) & (history.steps > max(0, behind))
    if not known.any():
        return None
    steps = np.concatenate([[max(0.0, float(behind))], history.steps[known].astype(np.float64)])
    places = np.concatenate([[0.0], np.maximum.accumulate(seconds[known])])
    further = places[-1] / steps[-1] * _FAR  # as fast as until now
    return _Way(np.append(steps, _FAR), np.append(places, further))


def axis_texts() -> dict[str, tuple[str, str]]:
    """What each is called, and one sentence on what it compares."""
    return {
        STEPS: (_tr("steps"), _tr("Updates of the weights: lanes with larger batches see more rows by the same step.")),
        "epochs": (
            _tr("epochs"),
            _tr("How often the training rows have been seen: compares batch sizes by what they were shown."),
        ),
        "rows": (
            _tr("rows seen"),
            _tr("How many rows a lane has been shown: fair between batch sizes, and between numbers of training rows."),
        ),
        "seconds": (
            _tr("seconds a lane"),
            _tr(
                "What the steps of a lane have taken on this computer. Lanes of one network share its time equally, so "
                "those of all lanes together are the time of training; a lane alone takes longer. It compares networks "
                "and batch sizes, and not settings such as the penalty."
            ),
        ),
    }


def _tr(text: str) -> str:
    return QCoreApplication.translate("TimeAxis", text)
