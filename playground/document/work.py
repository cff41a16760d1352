"""What a window holds: the experiment, every edit that led to it, and the file that it belongs to."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from engine.experiment.experiment import Experiment
from engine.records import record


@record(eq=False)
class Edit:
    """One step of undo. ``paths`` are the files before and after it where it opened another document."""

    text: str
    old: Experiment
    new: Experiment
    paths: tuple[Path | None, Path | None] | None = None


@record(eq=False)
class Work:
    """``index`` is how many of the edits are made, the others can be redone; ``clean`` the index that was saved, or -1.

    Edits that stay are the same objects from one Work to the next.
    """

    experiment: Experiment
    edits: tuple[Edit, ...] = ()
    index: int = 0
    clean: int = 0
    path: Path | None = None

    def is_same(self, other: Work | None) -> bool:
        """Whether nothing at all has changed."""
        return (
            other is not None
            and self.experiment is other.experiment
            and (self.index, self.clean, self.path) == (other.index, other.clean, other.path)
            and len(self.edits) == len(other.edits)
            and all(mine is its for mine, its in zip(self.edits, other.edits, strict=True))
        )

    def to_dict(self) -> dict[str, Any]:
        """All of it as plain data, to compare."""
        return {
            "experiment": self.experiment.to_dict(),
            "edits": [(edit.text, edit.old.to_dict(), edit.new.to_dict(), edit.paths) for edit in self.edits],
            "place": (self.index, self.clean, self.path),
        }
