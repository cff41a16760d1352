"""The small form in which a layer grows: how many units, and how much noise parts the new ones from the old."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from engine.fields import field_info
from engine.train.kept.growing import USUAL_NOISE
from playground.ui.branching.form import BranchForm
from playground.ui.branching.place import BranchPlace
from playground.ui.fields.editing import ENTER
from playground.ui.fields.numbers.number_edit import IntegerEdit
from playground.ui.text import field_text, i18n
from playground.ui.text.numbers import count


class _Units(IntegerEdit):
    """Says when Enter is pressed: it keeps the key to itself, for the lists that it stands in elsewhere."""

    entered = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        super().keyPressEvent(event)
        if event.key() in ENTER:
            self.entered.emit()


class GrowForm(BranchForm):
    """``wanted``: (lane, layer, units, noise)."""

    wanted = Signal(int, int, int, float)

    def __init__(self, place: BranchPlace, row: int, parent: QWidget) -> None:
        super().__init__(place, row, parent)
        self.setAccessibleName(self.tr("Grow a layer in a branch"))
        self.units = self._units_edit()
        self.noise = self.noise_choice(
            USUAL_NOISE,
            self.tr("Exact copies: training parts them, because what follows shares its weights out unequally."),
            self.tr("Added to the weights of new units, as a share of a usual weight: it parts the copies."),
        )
        self.button.setText(self.tr("Grow"))
        self.button.setObjectName("branch.do_grow")
        self.lay_out(
            self.tr("Grow layer {layer} in a branch").format(layer=row + 1),
            self.tr(
                "New units are copies, and what follows shares its weights out among them: the lane goes on saying the "
                "same, with room to learn more."
            ),
            [
                (self.tr("{units} units now; then").format(units=count(place.units(row))), self.units),
                (self.tr("Noise"), self.noise),
            ],
        )
        self.units.valueChanged.connect(self.check)
        self.units.entered.connect(self._do)
        self.check()

    def _units_edit(self) -> _Units:
        layer, now = self._place.layers[self._row], self._place.units(self._row)
        info = field_info(type(layer), layer.width)
        edit = _Units(info, self)
        edit.setObjectName("branch.units")
        edit.setRange(now + 1, max(now + 1, edit.maximum()))
        edit.setAccessibleName(i18n.field_title(info))
        edit.setToolTip(field_text.tooltip(info))
        edit.set_value(min(2 * now, edit.maximum()))
        return edit

    @property
    def _first(self) -> QWidget:
        return self.units

    def _why_not(self) -> str:
        return self._place.why_not_grown(self._row, self.units.value())

    def _say_wanted(self) -> None:
        self.wanted.emit(self._place.lane, self._row, self.units.value(), float(self.noise.value()))

    def open_at(self, place: QPoint) -> None:
        super().open_at(place)
        self.units.selectAll()
