"""What is said when a run has ended: why, and which weights the lanes have then."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from engine.train.snapshot import Snapshot
from playground.ui.text.numbers import count


def done_text(snapshot: Snapshot) -> str:
    """``Done: 3,000 steps``, and how many lanes have left before; empty where the run has not ended."""
    if not snapshot.has_ended:
        return ""
    lanes, step = len(snapshot.lanes), count(snapshot.step)
    diverged = sum(lane.diverged_at is not None for lane in snapshot.lanes)
    stopped = sum(lane.stopped_at is not None for lane in snapshot.lanes)
    words = _tr("Ended at step {step}") if snapshot.all_left else _tr("Done: {step} steps")
    parts = [words.format(step=step)]
    if lanes == 1 and snapshot.all_left:
        parts.append(_tr("diverged") if diverged else _tr("stopped early"))
        if snapshot.lanes[0].restored_from is not None:
            parts.append(_tr("weights of step {best}").format(best=count(snapshot.lanes[0].restored_from)))
    elif lanes > 1:
        left = (_tr("{count} of {lanes} lanes diverged"), diverged), (_tr("{count} of {lanes} stopped early"), stopped)
        parts += [text.format(count=count, lanes=lanes) for text, count in left if count]
    return " · ".join(parts)


def ending_text(snapshot: Snapshot) -> str:
    """Empty where there is nothing to say, or no end."""
    if snapshot.all_left and not snapshot.all_diverged:
        text = _tr(
            "Early stopping ended the run at step {step}: no lane's validation loss falls any more."
            if snapshot.has_validation
            else "Early stopping ended the run at step {step}: no lane's test loss falls any more."
        )
        texts, steps = [text.format(step=count(snapshot.step))], [lane.restored_from for lane in snapshot.lanes]
        if len(steps) == 1 and steps[0] is not None:
            text = _tr(
                "Shown is the best, that of step {best}, where the validation loss was lowest."
                if snapshot.has_validation
                else "Shown is the best, that of step {best}, where the test loss was lowest."
            )
            texts.append(text.format(best=count(steps[0])))
        elif any(step is not None for step in steps):
            texts.append(
                _tr(
                    "Lanes show their best, where their validation loss was lowest: see the table."
                    if snapshot.has_validation
                    else "Lanes show their best, where their test loss was lowest: see the table."
                )
            )
        return " ".join(texts)
    restored = [lane for lane in snapshot.lanes if lane.restored_from is not None and lane.stopped_at is None]
    if not restored:
        return ""
    if len(snapshot.lanes) == 1:
        text = _tr(
            "Shown is the best, that of step {best}, where the validation loss was lowest. Play goes on from {step}."
            if snapshot.has_validation
            else "Shown is the best, that of step {best}, where the test loss was lowest. Play goes on from {step}."
        )
    else:
        text = _tr(
            "Lanes show their best, where their validation loss was lowest: see the table. Play goes on from {step}."
            if snapshot.has_validation
            else "Lanes show their best, where their test loss was lowest: see the table. Play goes on from {step}."
        )
    return text.format(best=count(restored[0].restored_from), step=count(snapshot.step))


def _tr(text: str) -> str:
    return QCoreApplication.translate("Ending", text)
