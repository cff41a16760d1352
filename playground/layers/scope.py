"""Whose settings the stack shows and changes: those of all lanes, or one lane's own."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QIcon, QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import QComboBox, QWidget

from engine.experiment.experiment import Experiment
from engine.experiment.lanes.lanes import lane_style
from engine.visible import visible
from playground.layers.rows.choice import paint_choice
from playground.ui.fields.choice_edit import ChoiceEdit
from playground.ui.look import theme
from playground.ui.look.lane_swatch import paint_swatch

_ALL = "all"
_ICON = QSize(26, 16)


class LayerScope(ChoiceEdit):
    """``lane``: the index of the lane in view, or None. Hidden while there is only one lane."""

    scope_changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__((), parent)
        self.lane: int | None = None
        self._names: tuple[str, ...] = ()
        self._styles: tuple[int, ...] = ()
        self.setObjectName("layers.scope")
        self.setAccessibleName(self.tr("Whose settings the stack shows"))
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(3)
        self.setIconSize(_ICON)
        self.committed.connect(self._on_committed)
        self.hide()

    def show_lanes(self, experiment: Experiment) -> None:
        """Offers these lanes. Stays with the lane in view, whatever its place and name are now, or goes to all."""
        names = tuple(visible(lane.name) for lane in experiment.lanes)
        styles = tuple(lane_style(experiment, lane) for lane in range(len(names)))
        if (names, styles) == (self._names, self._styles):
            return
        self.lane = _followed(self.lane, self._names, names)
        self._names, self._styles = names, styles
        self.clear_choices()
        self.add_choice(
            _ALL, self.tr("All lanes"), self.tr("A setting applies to every lane that has no value of its own.")
        )
        for lane, name in enumerate(names):
            self.add_choice(
                str(lane), name, self.tr("A setting applies to this lane alone; the others keep what they have.")
            )
            self.setItemIcon(lane + 1, _icon(styles[lane], self.devicePixelRatioF()))
        self.set_value(_ALL if self.lane is None else str(self.lane))
        self.setVisible(len(names) > 1)

    def clear_choices(self) -> None:
        self.blockSignals(True)
        self.clear()
        self.blockSignals(False)

    def color_index(self) -> int | None:
        """Which of the theme's colours the lane in view has."""
        return None if self.lane is None else self._styles[self.lane]

    def paintEvent(self, event: QPaintEvent) -> None:
        paint_choice(self)

    def showPopup(self) -> None:
        view = self.view()
        view.setMinimumWidth(view.sizeHintForColumn(0) + 2 * theme.SPACE_4)
        super().showPopup()

    def _on_committed(self, value: str) -> None:
        self.lane = None if value == _ALL else int(value)
        self.scope_changed.emit()


def _followed(lane: int | None, old: Sequence[str], new: Sequence[str]) -> int | None:
    """Where the lane is now; None where it has gone."""
    if lane is None or len(new) < 2:
        return None
    others = [index for index in range(min(len(old), len(new))) if old[index] != new[index]]
    if len(old) == len(new) and others in ([], [lane]):
        return lane  # it has its place, and perhaps another name
    return new.index(old[lane]) if old[lane] in new else None


def _icon(style: int, ratio: float) -> QIcon:
    pixmap = QPixmap(_ICON * ratio)
    pixmap.setDevicePixelRatio(ratio)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    paint_swatch(painter, QRectF(0, 0, _ICON.width(), _ICON.height()), style)
    painter.end()
    return QIcon(pixmap)
