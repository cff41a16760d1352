"""What could not be done any more when a window was closed: for the window to say, or the next start."""

from __future__ import annotations

import contextlib
import json
from collections.abc import Sequence
from pathlib import Path

from engine.errors import PlaygroundError
from engine.records import record


class UnwrittenError(PlaygroundError):
    """All work is kept, but files that were asked for could not be written: ``problems``."""

    def __init__(self, problems: Sequence[PlaygroundError]) -> None:
        self.problems = tuple(problems)
        super().__init__("{problems}", problems=" ".join(map(str, problems)))


@record
class Undone:
    """``files`` that were asked for are not written; ``run``: its steps since it was saved last are lost."""

    files: tuple[str, ...] = ()
    run: bool = False

    def __bool__(self) -> bool:
        return bool(self.files) or self.run

    def write(self, path: Path) -> None:
        """In place of what lies there. Raises OSError."""
        if self:
            path.write_text(json.dumps({"files": self.files, "run": self.run}), encoding="utf-8")
        else:
            path.unlink(missing_ok=True)

    @classmethod
    def read(cls, path: Path) -> Undone:
        """Nothing where nothing can be read."""
        with contextlib.suppress(OSError, ValueError, AttributeError, RecursionError):
            with path.open(encoding="utf-8") as stream:
                found = json.loads(stream.read(100_000))
            files = found.get("files")
            return cls(tuple(map(str, files)) if isinstance(files, list) else (), found.get("run") is True)
        return cls()

    def problem(self) -> PlaygroundError | None:
        """In a sentence; the run comes first."""
        if self.run:
            return PlaygroundError(
                "The run was still busy when the window was closed: its steps since it was saved last are lost."
            )
        if self.files:
            return PlaygroundError(
                "{file} was not written when the window was closed. Export it again.",
                file=", ".join(self.files),
            )
        return None
