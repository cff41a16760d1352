"""The small form in which a lane gets a layer more: with which nonlinearity, and with how much noise."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from playground.ui.branching.form import BranchForm
from playground.ui.branching.place import BranchPlace
from playground.ui.fields.choice_edit import ChoiceEdit


class DeepenForm(BranchForm):
    """``wanted``: (lane, layer, nonlinearity, noise)."""

    wanted = Signal(int, int, str, float)

    def __init__(self, place: BranchPlace, row: int, parent: QWidget) -> None:
        super().__init__(place, row, parent)
        self.setAccessibleName(self.tr("Add a layer in a branch"))
        able = place.functions_behind(row)
        self.function = ChoiceEdit(able)
        self.function.setObjectName("branch.function")
        self.function.setAccessibleName(self.tr("Nonlinearity"))
        self.function.set_value(able[0])
        self.noise = self.noise_choice(
            0.0,
            self.tr("Exactly the identity: the lane says what it said, and training moves the new layer from there."),
            self.tr("Added to the weights of the new layer, as a share of a usual weight."),
        )
        self.button.setText(self.tr("Add"))
        self.button.setObjectName("branch.do_deepen")
        self.lay_out(
            self.tr("Add a layer behind layer {layer} in a branch").format(layer=row + 1),
            self._words(able),
            [(self.tr("Nonlinearity"), self.function), (self.tr("Noise"), self.noise)],
        )
        self.function.committed.connect(self.check)
        self.check()

    def _words(self, able: tuple[str, ...]) -> str:
        words = self.tr(
            "The new layer begins as the identity: the lane goes on saying the same, with one layer more to learn with."
        )
        if len(able) > 1:
            return words
        return f"{words} " + self.tr(
            "Here it can have no nonlinearity: each would change the values below zero that come out before it."
        )

    @property
    def _first(self) -> QWidget:
        return self.button  # so that Enter adds it: a list keeps the key to itself

    def _why_not(self) -> str:
        return self._place.why_not_deeper(self._row, self.function.value())

    def _say_wanted(self) -> None:
        self.wanted.emit(self._place.lane, self._row, self.function.value(), float(self.noise.value()))
