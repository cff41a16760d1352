"""What a lane has reached so far, as a row of numbers: painted, not laid out, because it changes 30 times a second."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QCoreApplication, QPoint, QRect, QRectF, Qt
from PySide6.QtGui import QAccessible, QColor, QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from engine.data.task import Task
from engine.train.snapshot import LaneSnapshot
from playground.lanes.columns import FIGURES, TEST, Columns
from playground.ui.look import theme
from playground.ui.look.palette import Theme
from playground.ui.text.numbers import DASH, count, gap, loss, score

_FLAGS: Final = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
_ICON: Final = 14
_STOP: Final = 7.0
"""Side of the square that says stop, and of the ring that says best."""


@dataclass(frozen=True, slots=True)
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
    is_test_sealed: bool = False
    task: Task = "classes"

    @property
    def has_validation(self) -> bool:
        """Whether validation rows are held out, and the test set stands apart."""
        return len(self.texts) > len(FIGURES)

    @property
    def has_ended(self) -> bool:
        """Whether there is something to say behind the figures."""
        return self.stopped_at is not None or self.restored_from is not None


def figures(lanes: Sequence[LaneSnapshot], task: Task = "classes", *, is_test_sealed: bool = False) -> list[Figures]:
    """What to write about lanes that train together."""
    held_out = [score(lane.held_out_accuracy, task) for lane in lanes]
    known = [lane.held_out_accuracy for lane in lanes if math.isfinite(lane.held_out_accuracy)]
    # By what can be read: lanes that show the same number are equally good.
    best = score(max(known), task) if known and len(set(held_out)) > 1 else None
    return [_of(lane, text, text == best, is_test_sealed, task) for lane, text in zip(lanes, held_out, strict=True)]


def _of(lane: LaneSnapshot, held_out: str, is_best: bool, is_test_sealed: bool, task: Task) -> Figures:
    scores = (score(lane.train_accuracy, task), held_out, gap(lane.gap, task))
    losses = loss(lane.train_data_loss), loss(lane.held_out_data_loss), loss(lane.penalty)
    sealed = QCoreApplication.translate("LaneFigures", "sealed")
    tests = [sealed if is_test_sealed else score(lane.test_accuracy, task)] * lane.has_validation
    return Figures(
        (*scores, *losses, *tests),
        lane.diverged_at,
        is_best,
        lane.stopped_at,
        lane.best_at,
        lane.restored_from,
        is_test_sealed,
        task,
    )


class LaneFigures(QWidget):
    """The figures of one lane, in their columns. Clicks go through to the row."""

    def __init__(self, columns: Columns, row: QWidget, paper: Callable[[], str]) -> None:
        """paper: the colour of the row, which these are painted on so that the row need not be"""
        super().__init__(row)
        self._row = row
        self._paper = paper
        self._columns = columns
        self._is_quiet = False
        self._plain, self._bold = theme.font("number"), theme.font("number", bold=True)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self._figures = Figures()

    def figures(self) -> Figures:
        """What is shown."""
        return self._figures

    def set_figures(self, figures: Figures) -> bool:
        """Shows figures. False, and nothing is painted, where they are those shown already."""
        if figures == self._figures:
            return False
        self._figures = figures
        if QAccessible.isActive():
            self.setAccessibleName(self.sentence())
        self.update()
        return True

    def set_quiet(self, is_quiet: bool) -> None:
        """Writes the figures of a hidden lane faintly."""
        if is_quiet != self._is_quiet:
            self._is_quiet = is_quiet
            self.update()

    def status(self) -> str:
        """``diverged at step 4``, ``stopped at step 1200``, ``best of step 800``, or nothing."""
        if self._figures.diverged_at is not None:
            return self.tr("diverged at step {step}").format(step=count(self._figures.diverged_at))
        if self._figures.stopped_at is not None and self._figures.restored_from is not None:
            words = self.tr("stopped at step {step}, weights of step {best}")
            return words.format(step=count(self._figures.stopped_at), best=count(self._figures.restored_from))
        if self._figures.stopped_at is not None:
            return self.tr("stopped at step {step}").format(step=count(self._figures.stopped_at))
        if self._figures.restored_from is not None:
            return self.tr("best of step {step}").format(step=count(self._figures.restored_from))
        return ""

    def sentence(self) -> str:
        """All figures in words."""
        template = self.tr(
            "train accuracy {0}, validation accuracy {1}, gap {2}, train loss {3}, validation loss {4}, penalty {5}, "
            "test accuracy {6}"
            if self._figures.has_validation
            else "train accuracy {0}, test accuracy {1}, gap {2}, train loss {3}, test loss {4}, penalty {5}"
        )
        if self._figures.task == "numbers":
            template = self.tr(
                "train R² {0}, validation R² {1}, gap {2}, train loss {3}, validation loss {4}, penalty {5}, "
                "test R² {6}"
                if self._figures.has_validation
                else "train R² {0}, test R² {1}, gap {2}, train loss {3}, test loss {4}, penalty {5}"
            )
        return ", ".join(filter(None, [template.format(*self._figures.texts), self.status()]))

    def explanation(self) -> str:
        """What the status means; empty where there is none."""
        figures, has_validation = self._figures, self._figures.has_validation
        if figures.diverged_at is not None:
            return self.tr("Its numbers grew until they were no longer finite: a smaller learning rate helps.")
        if figures.stopped_at is not None and figures.restored_from is not None:
            text = self.tr(
                "Early stopping: its validation loss no longer fell. Its weights are those of step {best} again."
                if has_validation
                else "Early stopping: its test loss no longer fell. Its weights are those of step {best} again."
            )
        elif figures.stopped_at is not None:
            text = self.tr(
                "Early stopping: its validation loss no longer fell; it was lowest at step {best}."
                if has_validation
                else "Early stopping: its test loss no longer fell; it was lowest at step {best}."
            )
        elif figures.restored_from is not None:
            text = self.tr(
                "The run is over: its weights are those of step {best}, where its validation loss was lowest."
                if has_validation
                else "The run is over: its weights are those of step {best}, where its test loss was lowest."
            )
        else:
            return ""
        return text.format(best=count(figures.best_at or 0))

    def column(self, name: str) -> QRect:
        """Where a figure is, in this widget."""
        span = self._columns.spans(self._row.width())[name]
        return QRect(span.x - self.x(), 0, span.width, self.height())

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        colors = theme.current()
        painter.fillRect(event.rect(), QColor(self._paper()))
        painter.setFont(self._plain)
        pen = ""
        has_diverged = self._figures.diverged_at is not None
        places, left, height = self._columns.spans(self._row.width()), self.x(), self.height()
        for name, text in zip((*FIGURES, TEST), self._figures.texts, strict=False):
            if has_diverged and name in FIGURES[3:]:
                continue
            best = self._figures.is_best and name == "held_out_accuracy"
            is_sealed = name == TEST and self._figures.is_test_sealed
            color = colors.muted if is_sealed else self._color(colors, best=best, is_dash=text == DASH)
            if color != pen:
                painter.setPen(QColor(color))
                pen = color
            if best:
                painter.setFont(self._bold)
            span = places[name]
            painter.drawText(span.x - left, 0, span.width, height, _FLAGS, text)
            if best:
                painter.setFont(self._plain)
        if has_diverged:
            self._paint_divergence(painter, self.column("train_data_loss").united(self.column("penalty")))
        elif self._figures.has_ended:
            self._paint_end(painter, self.column("stopped"))
        painter.end()

    def _color(self, colors: Theme, *, best: bool, is_dash: bool) -> str:
        if is_dash:
            return colors.disabled
        if self._is_quiet:
            return colors.muted
        return colors.good if best else colors.text

    def _paint_divergence(self, painter: QPainter, rect: QRect) -> None:
        """In the place of the losses, which are no numbers any more."""
        font = theme.font("small", bold=True)
        metrics = QFontMetrics(font)
        room = rect.width() - _ICON - theme.SPACE_1
        text = metrics.elidedText(self.status(), Qt.TextElideMode.ElideRight, room)
        x = rect.right() + 1 - metrics.horizontalAdvance(text)
        painter.setFont(font)
        painter.setPen(QColor(theme.current().danger))
        painter.drawText(QRect(x, rect.y(), rect.right() + 1 - x, rect.height()), Qt.AlignmentFlag.AlignVCenter, text)
        corner = QPoint(x - theme.SPACE_1 - _ICON, rect.y() + (rect.height() - _ICON) // 2)
        theme.icon("warning", "danger").paint(painter, corner.x(), corner.y(), _ICON, _ICON)

    def _paint_end(self, painter: QPainter, rect: QRect) -> None:
        """Quietly behind the figures: in words where there is room, else the step. A square is a stop of its own, and a
        ring the best, as on the curves.
        """
        font = theme.font("small")
        metrics = QFontMetrics(font)
        painter.setFont(font)
        painter.setPen(QColor(theme.current().muted))
        square = round(_STOP) + theme.SPACE_1
        place = rect.adjusted(theme.SPACE_2 + square, 0, 0, 0)
        words = self.status()
        stopped = self._figures.stopped_at
        step = self._figures.restored_from if stopped is None else stopped
        text = words if metrics.horizontalAdvance(words) <= place.width() else count(step or 0)
        painter.drawText(place, Qt.AlignmentFlag.AlignVCenter, text)
        top = (rect.height() - _STOP) / 2
        mark = QRectF(rect.x() + theme.SPACE_2, top, _STOP, _STOP)
        if stopped is None:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(QColor(theme.current().muted), 1.5))
            painter.drawEllipse(mark)
        else:
            painter.fillRect(mark, QColor(theme.current().muted))
