"""What a lane has reached so far, in texts: numbers for its columns, and sentences."""

from __future__ import annotations

import math
from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication

from engine.data.task import Task
from engine.records import record
from engine.train.snapshot import LaneSnapshot
from playground.lanes.table.columns import ERRORS, FIGURES, TEST
from playground.ui.text.numbers import DASH, count, gap, loss, number, score


@record
class Figures:
    """The texts of a row, in the order of FIGURES; dashes while there is nothing to say.

    Where there are validation rows, the text of TEST stands behind the others.
    """

    texts: tuple[str, ...] = (DASH,) * len(FIGURES)
    diverged_at: int | None = None
    is_best: bool = False
    """No lane is better on the held-out rows, and some lane is worse."""
    stopped_at: int | None = None
    """The step at which the lane stopped early; its figures stay."""
    best_at: int | None = None
    """The step at which it was best."""
    restored_from: int | None = None
    """The step whose weights it has gone back to, at its own end or at that of the run."""
    behind: int = 0
    """How many fewer steps than the run it has made: a branch from an earlier one."""
    is_test_sealed: bool = False
    task: Task = "classes"
    gone: int = 0
    """Of a setting: how many of its lanes diverged, and are in none of the figures."""
    errors: tuple[str, ...] = ()
    """In the order of ERRORS, where numbers are learned."""
    is_robust: bool = False
    """Whether these are medians, and the best lane is the one with the lowest."""

    @property
    def best_columns(self) -> tuple[str, ...]:
        """Those in which the best lane stands out."""
        return ("held_out_error",) if self.is_robust else ("held_out_accuracy", "held_out_error")

    def text(self, column: str) -> str | None:
        """Of a column that the run fills in; None where there is no such figure."""
        return dict(zip((*FIGURES, TEST), self.texts, strict=False)).get(
            column, dict(zip(ERRORS, self.errors, strict=False)).get(column)
        )

    @property
    def has_validation(self) -> bool:
        """Whether validation rows are held out, and the test set stands apart."""
        return len(self.texts) > len(FIGURES)

    @property
    def has_ended(self) -> bool:
        """Whether there is something to say behind the figures."""
        return self.stopped_at is not None or self.restored_from is not None or self.behind > 0


def figures(
    lanes: Sequence[LaneSnapshot],
    task: Task = "classes",
    *,
    is_test_sealed: bool = False,
    looks: int = 0,
    folds: Sequence[object] = (),
) -> list[Figures]:
    """What to write about lanes that train together.

    looks: how often the test rows were looked at: no undo and no other run makes them rows again that nobody has seen.
    folds: which fold each lane leaves out, where they do: the others are judged by other rows, and are no rivals.
    """
    held_out = [_rank(lane, task) for lane in lanes]
    folds = folds or [None] * len(lanes)
    best = {fold: _best([lane for lane, own in zip(lanes, folds, strict=True) if own == fold], task) for fold in folds}
    sealed = (_tr("seen {count}×").format(count=count(looks)) if looks else _tr("sealed")) if is_test_sealed else ""
    return [
        _of(lane, text == best[fold], sealed, task) for lane, text, fold in zip(lanes, held_out, folds, strict=True)
    ]


def _best(rivals: Sequence[LaneSnapshot], task: Task) -> str | None:
    """The best score, by what can be read: lanes that show the same number are equally good. None if all are so."""
    shown = {_rank(lane, task) for lane in rivals}
    if any(lane.medians for lane in rivals):
        known = [lane for lane in rivals if math.isfinite(lane.held_out_error)]
        best = min(known, key=lambda lane: lane.held_out_error, default=None)
    else:
        known = [lane for lane in rivals if math.isfinite(lane.held_out_accuracy)]
        best = max(known, key=lambda lane: lane.held_out_accuracy, default=None)
    return _rank(best, task) if best is not None and len(shown) > 1 else None


def _rank(lane: LaneSnapshot, task: Task) -> str:
    """What lanes are compared by, as it can be read."""
    return error(lane.held_out_error) if lane.medians else score(lane.held_out_accuracy, task)


def _of(lane: LaneSnapshot, is_best: bool, sealed: str, task: Task) -> Figures:
    """sealed: what stands in place of figures of test rows, where those are not shown."""
    scores = (score(lane.train_accuracy, task), score(lane.held_out_accuracy, task), gap(lane.gap, task))
    losses = loss(lane.train_data_loss), loss(lane.held_out_data_loss), loss(lane.penalty)
    tests = [sealed or score(lane.test_accuracy, task)] * lane.has_validation
    errors = [error(lane.train_error), error(lane.held_out_error)]
    errors += [sealed or error(lane.test_error)] * lane.has_validation
    return Figures(
        (*scores, *losses, *tests),
        lane.diverged_at,
        is_best,
        lane.stopped_at,
        lane.best_at,
        lane.restored_from,
        max(0, lane.behind),
        bool(sealed),
        task,
        errors=tuple(errors) if task == "numbers" else (),
        is_robust=bool(lane.medians),
    )


def error(off: float) -> str:
    """Four digits that count, in the unit of the label: 3.459, 58.68, 76,120"""
    return number(off, 4, padded=True)


def status(figures: Figures) -> str:
    """``diverged at step 4``, ``stopped at step 1200``, ``best of step 800``, ``300 steps fewer``, or nothing."""
    if figures.gone:
        return _tr("{count} diverged").format(count=figures.gone)
    if figures.diverged_at is not None:
        return _tr("diverged at step {step}").format(step=count(figures.diverged_at))
    if figures.stopped_at is not None and figures.restored_from is not None:
        words = _tr("stopped at step {step}, weights of step {best}")
        return words.format(step=count(figures.stopped_at), best=count(figures.restored_from))
    if figures.stopped_at is not None:
        return _tr("stopped at step {step}").format(step=count(figures.stopped_at))
    if figures.restored_from is not None:
        return _tr("best of step {step}").format(step=count(figures.restored_from))
    if figures.behind:
        return _tr("{count} steps fewer").format(count=count(figures.behind))
    return ""


def sentence(figures: Figures) -> str:
    """All figures in words."""
    template = _tr(
        "train accuracy {0}, validation accuracy {1}, gap {2}, train loss {3}, validation loss {4}, penalty {5}, "
        "test accuracy {6}"
        if figures.has_validation
        else "train accuracy {0}, test accuracy {1}, gap {2}, train loss {3}, test loss {4}, penalty {5}"
    )
    if figures.task == "numbers":
        template = _tr(
            "train R² {0}, validation R² {1}, gap {2}, train loss {3}, validation loss {4}, penalty {5}, test R² {6}"
            if figures.has_validation
            else "train R² {0}, test R² {1}, gap {2}, train loss {3}, test loss {4}, penalty {5}"
        )
    return ", ".join(filter(None, [template.format(*figures.texts), _errors(figures), status(figures)]))


def _errors(figures: Figures) -> str:
    if not figures.errors:
        return ""
    if figures.is_robust and figures.has_validation:
        return _tr("median error of training rows {0}, of validation rows {1}, of test rows {2}").format(
            *figures.errors
        )
    if figures.is_robust:
        return _tr("median error of training rows {0}, of test rows {1}").format(*figures.errors)
    if figures.has_validation:
        return _tr("RMSE of training rows {0}, of validation rows {1}, of test rows {2}").format(*figures.errors)
    return _tr("RMSE of training rows {0}, of test rows {1}").format(*figures.errors)


def explanation(figures: Figures) -> str:
    """What the status means; empty where there is none."""
    has_validation = figures.has_validation
    if figures.diverged_at is not None:
        return _tr("Its numbers grew until they were no longer finite: a smaller learning rate helps.")
    if figures.stopped_at is not None and figures.restored_from is not None:
        text = _tr(
            "Early stopping: its validation loss no longer fell. Its weights are those of step {best} again."
            if has_validation
            else "Early stopping: its test loss no longer fell. Its weights are those of step {best} again."
        )
    elif figures.stopped_at is not None:
        text = _tr(
            "Early stopping: its validation loss no longer fell; it was lowest at step {best}."
            if has_validation
            else "Early stopping: its test loss no longer fell; it was lowest at step {best}."
        )
    elif figures.restored_from is not None:
        text = _tr(
            "The run is over: its weights are those of step {best}, where its validation loss was lowest."
            if has_validation
            else "The run is over: its weights are those of step {best}, where its test loss was lowest."
        )
    elif figures.behind:
        text = _tr(
            "A branch from an earlier step: it has trained {count} steps fewer than the run, and its curve goes on "
            "from the step at which it branched off."
        )
        return text.format(count=count(figures.behind))
    else:
        return ""
    return text.format(best=count(figures.best_at or 0))


def _tr(text: str) -> str:
    return QCoreApplication.translate("LaneFigures", text)
