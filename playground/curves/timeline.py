"""A slider under the time axis, over the steps that a run can be looked back at, and what to do there."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import field

from PySide6.QtCore import QPointF, QRectF, QSignalBlocker, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFontMetricsF, QMouseEvent, QPainter, QPaintEvent, QPen, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSlider, QToolButton, QWidget

from engine.records import record
from playground.curves.along import Along
from playground.ui.look import theme
from playground.ui.text import field_text
from playground.ui.text.numbers import count
from playground.ui.widgets.elided_label import ElidedLabel

_HANDLE = 6.0
"""Radius, in pixels."""
_GROOVE = 4.0
_TICK = 2.5
"""Pixels that a tick stands out at each side of the groove."""
_TICKS_APART = 6
"""Pixels between two ticks at least."""


@record
class TimeAxis:
    """Which steps the axis above shows, and from where to where, in pixels."""

    low: float = 0.0
    high: float = 1.0
    left: float = 0.0
    right: float = 1.0
    along: Along = field(default_factory=Along)
    lane: int = 0
    """By which steps are placed where the axis counts something else."""

    def place(self, step: float) -> float:
        """The pixel under a step."""
        at = self.along.place(self.lane, step)
        return self.left + (at - self.low) / (self.high - self.low) * (self.right - self.left)


class TimelineSlider(QSlider):
    """Its stops are the kept steps, oldest first, and now: each lies under its step on the axis above.

    Jumps to the stop nearest to where it is pressed.
    """

    stepped = Signal(object)
    """The step that a person has gone to, or None for now."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._steps: tuple[int, ...] = ()
        self._newest = 0
        self._why: tuple[str, ...] = ()
        """The longest way to say it first."""
        self._axis = TimeAxis()
        self.setObjectName("timeline.slider")
        self.setFixedHeight(round(2 * _HANDLE) + 4)
        self.setAccessibleName(self.tr("Step shown"))
        self.setRange(0, 0)
        self.setPageStep(8)
        self.setEnabled(False)
        self.setToolTip(
            field_text.wrapped(
                self.tr(
                    "Look back: drag to an earlier step and every panel shows the network as it was then. "
                    "Training pauses; nothing is lost. Moments before the program was closed are not kept."
                )
            )
        )
        self.valueChanged.connect(self._on_value_changed)

    def set_axis(self, axis: TimeAxis) -> None:
        """Where its stops lie from now on."""
        if axis != self._axis:
            self._axis = axis
            self.update()

    def show_steps(self, steps: Sequence[int], shown: int | None, newest: int) -> None:
        """The stops in front of now, and where it stands: the last of them no later than ``shown``, or now."""
        steps = tuple(steps)
        with QSignalBlocker(self):
            if (steps, newest) != (self._steps, self._newest):
                self._steps, self._newest = steps, newest
                self.setMaximum(len(steps))
                self.setEnabled(bool(steps))
                self._explain(newest if not steps else 0)
                self.update()
            if not self.isSliderDown():
                before = sum(step <= shown for step in steps) if shown is not None else len(steps) + 1
                self.setValue(max(0, before - 1))

    def _explain(self, newest: int) -> None:
        """newest: the step of a run that came back without what it was before; 0 for any other."""
        step, self._why = count(newest), ()
        if newest:
            self._why = (
                self.tr("Moments before step {step} were not kept; those to come are").format(step=step),
                self.tr("Moments before step {step} were not kept").format(step=step),
            )

    @property
    def why(self) -> str:
        """Why there is nothing to look back at; empty where there is, or no run yet."""
        return self._why[0] if self._why else ""

    def words(self) -> str:
        """What it says in place of stops, as far as there is room."""
        metrics, room = QFontMetricsF(theme.font("small")), self._axis.right - self._axis.left
        return next((text for text in self._why if metrics.horizontalAdvance(text) <= room), "")

    def place(self, stop: int) -> float:
        """Where a stop lies, from the left, in pixels; the last one is now."""
        return self._axis.place(self._steps[stop] if stop < len(self._steps) else self._newest)

    def step(self) -> int | None:
        """Where it stands; None is now."""
        return self._steps[self.value()] if self.value() < len(self._steps) else None

    def _on_value_changed(self, value: int) -> None:
        self.stepped.emit(self.step())

    # --- the mouse --------------------------------------------------------------------------------------------------

    def _go_to(self, x: float) -> None:
        self.setValue(min(range(self.maximum() + 1), key=lambda stop: abs(self.place(stop) - x)))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() != Qt.MouseButton.LeftButton:
            event.ignore()
            return
        self.setSliderDown(True)
        self._go_to(event.position().x())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self.isSliderDown():
            self._go_to(event.position().x())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self.setSliderDown(False)

    def wheelEvent(self, event: QWheelEvent) -> None:
        if self.hasFocus():
            super().wheelEvent(event)
        else:
            event.ignore()

    # --- painting ---------------------------------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        """A groove as long as the axis, up to now in the accent's colour, a tick a stop, and the handle."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        look, axis, middle = theme.current(), self._axis, self.height() / 2
        if words := self.words():
            painter.setFont(theme.font("small"))
            painter.setPen(QColor(look.muted))
            room = QRectF(axis.left, 0, axis.right - axis.left, self.height())
            painter.drawText(room, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, words)
            painter.end()
            return
        painter.setPen(Qt.PenStyle.NoPen)
        for end, color in ((axis.right, look.border), (self.place(self.maximum()), look.accent)):
            if self.isEnabled() or color == look.border:
                groove = QRectF(axis.left, middle - _GROOVE / 2, min(end, axis.right) - axis.left, _GROOVE)
                painter.setBrush(QColor(color))
                painter.drawRoundedRect(groove, _GROOVE / 2, _GROOVE / 2)
        places = [place for place in map(self.place, range(self.maximum())) if axis.left <= place <= axis.right]
        painter.setPen(QPen(QColor(look.border_strong), 1))
        last = -math.inf
        for place in reversed(places):  # where they lie closer together they would be a fence
            if abs(place - last) >= _TICKS_APART:
                last = place
                x = round(place) + 0.5
                painter.drawLine(QPointF(x, middle - 2 - _TICK), QPointF(x, middle + 2 + _TICK))
        at = self.place(self.value())
        if self.isEnabled() and axis.left - 1 <= at <= axis.right + 1:
            stands_out = self.hasFocus() or self.underMouse()
            pen = QPen(QColor(look.accent if stands_out else look.border_strong), 2 if self.hasFocus() else 1)
            painter.setPen(pen)
            painter.setBrush(QColor(look.surface))
            painter.drawEllipse(QPointF(at, middle), _HANDLE, _HANDLE)
        painter.end()


class Timeline(QWidget):
    """The step that the slider stands at, the way back, and the branch.

    The slider itself is laid out by whoever has the axis, under it.
    """

    stepped = Signal(object)
    """The step to look back at, or None for now."""
    branch_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("timeline")
        self.setAccessibleName(self.tr("Timeline of the run"))
        caption = ElidedLabel()
        caption.set_texts(self.tr("Look back"), "")  # the first to give way in a narrow window
        caption.setProperty("role", "muted")
        self._text = QLabel()
        self._text.setObjectName("timeline.step")
        for label in (caption, self._text):
            label.setFont(theme.font("small"))
            label.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self._text.setMinimumWidth(
            self._text.fontMetrics().horizontalAdvance(self.tr("step {step}").format(step="00,000"))
        )
        self.slider = TimelineSlider()
        self._back = self._button(
            "action.back_to_now", "step", self.tr("Newest"), self.tr("Back to the newest step, exactly as it was")
        )
        self._branch = self._button(
            "button.branch",
            "branch",
            self.tr("Branch"),
            self.tr(
                "A new lane that starts with the weights that the selected lane has at the step shown, "
                "and trains on with the others"
            ),
        )
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, theme.SPACE_1, 0)
        row.setSpacing(theme.SPACE_2)
        row.addWidget(caption, 1)
        for widget in (self._text, self._back, self._branch):
            row.addWidget(widget)
        self._wide = super().minimumSizeHint().width()
        """Pixels with all words ..."""
        wide = self._width_of_buttons()
        self._show_words(False)
        self._words = wide - self._width_of_buttons()
        """... of which these are the ones that can go."""
        self.slider.stepped.connect(self.stepped)
        self._back.clicked.connect(self._on_back)
        self._branch.clicked.connect(self._on_branch)
        self.show_moment((), None, None)

    def _button(self, name: str, icon: str, text: str, tooltip: str) -> QToolButton:
        button = QToolButton()
        button.setObjectName(name)
        button.setIcon(theme.icon(icon))
        button.setIconSize(QSize(14, 14))
        button.setText(text)
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        button.setFont(theme.font("small"))
        button.setAccessibleName(text)
        button.setToolTip(field_text.wrapped(tooltip))
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        return button

    def minimumSizeHint(self) -> QSize:
        """With buttons that are icons alone."""
        hint = super().minimumSizeHint()
        return QSize(min(hint.width(), self._wide - self._words), hint.height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._show_words(event.size().width() >= self._wide)

    def _show_words(self, has_room: bool) -> None:
        style = Qt.ToolButtonStyle.ToolButtonTextBesideIcon if has_room else Qt.ToolButtonStyle.ToolButtonIconOnly
        for button in (self._back, self._branch):
            button.setToolButtonStyle(style)

    def _width_of_buttons(self) -> int:
        return self._back.sizeHint().width() + self._branch.sizeHint().width()

    def show_moment(self, steps: Sequence[int], shown: int | None, newest: int | None) -> None:
        """The kept steps, the one that is shown (None is now), and how far the run has come (None is nowhere)."""
        self.slider.show_steps([step for step in steps if newest is None or step < newest], shown, newest or 0)
        self._back.setEnabled(shown is not None)
        self._branch.setEnabled(bool(newest))
        text = self.tr("now") if shown is None else self.tr("step {step}").format(step=count(shown))
        if text != self._text.text():
            self._text.setText(text)
        self.slider.setAccessibleDescription(self.slider.why or text)

    def _on_back(self, checked: bool = False) -> None:
        self.stepped.emit(None)

    def _on_branch(self, checked: bool = False) -> None:
        self.branch_wanted.emit()
