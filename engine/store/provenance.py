"""Where trained weights come from: after how many steps, and whether the experiment alone leads to them again."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import field
from types import MappingProxyType
from typing import TYPE_CHECKING, Literal, TypeAlias

from engine.data.fingerprint import fingerprint
from engine.experiment.field_path import FieldPath
from engine.records import record
from engine.train.history.history import Mark

if TYPE_CHECKING:
    from engine.train.trainer import Trainer

Origin: TypeAlias = Literal["seed", "edited", "warm_start"]
"""What led to a lane's weights: training from the seed on with the settings that the experiment has; with others on
the way; or from weights that were there before, a model's or another lane's."""


@record
class Provenance:
    """Of all lanes of a run. ``steps``: how many it had made; ``rows``: the `fingerprint` of what it learned from.

    diverged_at, stopped_at, restored, has_ended: as `engine.train.trainer.Trainer` has them.
    """

    steps: int
    rows: str
    diverged_at: Mapping[int, int] = field(default_factory=lambda: MappingProxyType({}))
    stopped_at: Mapping[int, int] = field(default_factory=lambda: MappingProxyType({}))
    restored: Mapping[int, int] = field(default_factory=lambda: MappingProxyType({}))
    has_ended: bool = False
    edited: frozenset[int] = frozenset()
    """Lanes that were trained with other settings before."""
    warm_started: frozenset[int] = frozenset()
    """Lanes that began from weights which their seed does not give."""

    def origin(self, lane: int) -> Origin:
        """What led to this lane's weights."""
        return "warm_start" if lane in self.warm_started else "edited" if lane in self.edited else "seed"

    @property
    def restored_step(self) -> int | None:
        """The step whose weights the lanes have gone back to, where that is one and the same; else None."""
        steps = set(self.restored.values())
        return steps.pop() if len(steps) == 1 else None

    def steps_of(self, lane: int) -> int:
        """How many steps show all that the lane has done: one that diverges does so in the step behind its last."""
        return max(self.steps, self.diverged_at.get(lane, -1) + 1)


def provenance(trainer: Trainer) -> Provenance:
    """Of the weights that a trainer has now."""
    marks = trainer.history.view().marks
    return Provenance(
        steps=trainer.step,
        rows=fingerprint(trainer.dataset),
        diverged_at=MappingProxyType(dict(trainer.diverged_at)),
        stopped_at=MappingProxyType(dict(trainer.stopped_at)),
        restored=MappingProxyType(dict(trainer.restored)),
        has_ended=trainer.has_ended,
        edited=frozenset(lane for lane in range(len(trainer.experiment.lanes)) if _was_edited(marks, lane)),
        warm_started=trainer.warm_started,
    )


def _was_edited(marks: Iterable[Mark], lane: int) -> bool:
    """Whether steps were made with other settings than the last: a value counts from the step at which it was set."""
    trained_with: dict[str, list[object]] = {}
    now: dict[str, tuple[int, object]] = {}
    for mark in marks:
        if FieldPath.parse(mark.path).lane not in (None, lane):
            continue
        since, _ = now.get(mark.path, (0, None))
        if mark.step > since:
            trained_with.setdefault(mark.path, []).append(mark.old)
        now[mark.path] = mark.step, mark.new
    return any(value != now[path][1] for path, values in trained_with.items() for value in values)
