"""Sliders that say how held-out pictures are moved, turned and dimmed."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QCoreApplication, QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import QGridLayout, QLabel, QPushButton, QSlider, QWidget

from engine.inspectors.request import AS_THEY_ARE, Move
from engine.records import record
from playground.ui.look import theme
from playground.ui.text import field_text
from playground.ui.text.numbers import number, percent


@record
class _Kind:
    """One slider. ``unit``: of a step of it, in that of the field; ``reach``: steps to either side of how rows are."""

    field: str
    title: str
    help: str
    unit: float
    reach: int


def _tr(text: str) -> str:
    return QCoreApplication.translate("Moved", text)


def _kinds() -> tuple[_Kind, ...]:
    return (
        _Kind("right", _tr("Right"), _tr("By how many pixels held-out pictures are moved to the right."), 0.5, 16),
        _Kind("down", _tr("Down"), _tr("By how many pixels held-out pictures are moved down."), 0.5, 16),
        _Kind("turn", _tr("Turned"), _tr("By how many degrees held-out pictures are turned clockwise."), 5, 36),
        _Kind(
            "contrast",
            _tr("Contrast"),
            _tr("How much of the difference to the paper is left: at 0 % nothing is to be seen."),
            0.05,
            20,
        ),
        _Kind(
            "brightness",
            _tr("Brightness"),
            _tr("What is added to each pixel, as a share of what lies between black and white."),
            0.05,
            20,
        ),
    )


_LINES: Final = 3


class MoveSliders(QWidget):
    """``moved`` says a `Move`. How rows are stands in the middle of each slider."""

    moved = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.move_ = AS_THEY_ARE
        self._kinds = _kinds()
        self.sliders: dict[str, QSlider] = {}
        self._values: dict[str, QLabel] = {}
        self.reset = QPushButton(_tr("As they are"))
        self.reset.setObjectName("moved.reset")
        self.reset.setFont(theme.font("small"))
        self.reset.setAutoDefault(False)
        self.reset.setToolTip(field_text.wrapped(_tr("Puts all sliders back: rows are asked as they are.")))
        self.reset.clicked.connect(self._on_reset)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(theme.SPACE_2)
        grid.setVerticalSpacing(theme.SPACE_1)
        for index, kind in enumerate(self._kinds):  # two beside each other
            column, row = divmod(index, _LINES)
            for place, widget in enumerate(self._line(kind)):
                grid.addWidget(widget, row, 3 * column + place)
            grid.setColumnStretch(3 * column + 1, 1)
        grid.addWidget(self.reset, _LINES - 1, 3, 1, 3, Qt.AlignmentFlag.AlignRight)
        self._show()

    def _line(self, kind: _Kind) -> tuple[QLabel, QSlider, QLabel]:
        caption, value = QLabel(kind.title), QLabel()
        for label in (caption, value):
            label.setFont(theme.font("small"))
        value.setMinimumWidth(value.fontMetrics().horizontalAdvance("−100%"))
        value.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        slider = QSlider(Qt.Orientation.Horizontal)
        slider.setObjectName(f"moved.{kind.field}")
        slider.setRange(-kind.reach, kind.reach)
        slider.setPageStep(2)
        slider.setAccessibleName(kind.title)
        slider.setToolTip(field_text.wrapped(kind.title, kind.help))
        slider.valueChanged.connect(self._on_slid)
        caption.setBuddy(slider)
        self.sliders[kind.field], self._values[kind.field] = slider, value
        return caption, slider, value

    def set_move(self, move: Move) -> None:
        """Silently."""
        self.move_ = move
        for kind in self._kinds:
            with QSignalBlocker(self.sliders[kind.field]):
                away = getattr(move, kind.field) - getattr(AS_THEY_ARE, kind.field)
                self.sliders[kind.field].setValue(round(away / kind.unit))
        self._show()

    def _on_slid(self) -> None:
        self.move_ = Move(
            **{
                kind.field: getattr(AS_THEY_ARE, kind.field) + kind.unit * self.sliders[kind.field].value()
                for kind in self._kinds
            }
        )
        self._show()
        self.moved.emit(self.move_)

    def _on_reset(self) -> None:
        self.set_move(AS_THEY_ARE)
        self.moved.emit(AS_THEY_ARE)

    def _show(self) -> None:
        for kind in self._kinds:
            self._values[kind.field].setText(text_of(kind.field, self.move_))
        self.reset.setEnabled(self.move_ != AS_THEY_ARE)


def text_of(field: str, move: Move) -> str:
    """A part of a move with its unit."""
    value = getattr(move, field)
    if field == "turn":
        return f"{number(value)}°"
    if field in ("contrast", "brightness"):
        return percent(value, 0)
    return _tr("{pixels} px").format(pixels=number(value))
