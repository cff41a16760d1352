"""What is said when a run has ended: why, and which weights the lanes have then."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from engine.snapshot import Snapshot


def ending_text(snapshot: Snapshot) -> str:
    """Empty where there is nothing to say, or no end."""
    if snapshot.all_left and not snapshot.all_diverged:
        text = _tr("Early stopping ended the run at step {step}: no lane's test loss falls any more.")
        return text.format(step=snapshot.step)
    restored = [lane for lane in snapshot.lanes if lane.restored_from is not None and lane.stopped_at is None]
    if not restored:
        return ""
    if len(snapshot.lanes) == 1:
        text = _tr("Shown is the best, that of step {best}, where the test loss was lowest. Play goes on from {step}.")
    else:
        text = _tr("Lanes show their best, where their test loss was lowest: see the table. Play goes on from {step}.")
    return text.format(best=restored[0].restored_from, step=snapshot.step)


def _tr(text: str) -> str:
    return QCoreApplication.translate("Ending", text)
