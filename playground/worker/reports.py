"""What a run says to the window, beside the snapshots in the mailbox."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from engine.errors import PlaygroundError
from engine.records import record
from engine.train.kept.run_state import Checkpoint


@record
class Reports:
    """What is called, in the thread of the run, when something has happened."""

    published: Callable[[], object]
    """A snapshot lies in the mailbox."""
    outdated: Callable[[int], object]
    """The run of this number is not what its window takes it for: it is to be loaded anew."""
    stopped: Callable[[int], object]
    """The serial number of the Play that came to its end by itself."""
    failed: Callable[[PlaygroundError], object]
    """A command could not be carried out."""
    refused: Callable[[], object]
    """A file could not be written: `Run.writings` has which, and why."""
    saved: Callable[[Path], object]
    """A model was written."""
    exported: Callable[[Path], object]
    """An Export has written this."""
    run_saved: Callable[[Path], object]
    """A run was written."""
    branched: Callable[[tuple[int, str, float]], object]
    """The number of the run, the lane that has come, and by how much its outputs are others than those of the lane that
    it comes from, as a share of their spread; where its network is another."""
    captured: Callable[[tuple[int, Checkpoint, float]], object]
    """The number of the run, the Checkpoint, and the seconds that it took."""
