"""Which of the two plots are open: both where there is room for both, else one, and the title of the other opens it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final

from PySide6.QtCore import QObject, QSize, Qt, Signal
from PySide6.QtWidgets import QToolButton, QWidget

from playground.curves.plots.plot import LanePlot
from playground.ui.look import theme
from playground.ui.settings import settings

_AXIS: Final = 20
"""Pixels of the numbers below a plot."""
_AROUND: Final = 46
"""Pixels that are no plot: those numbers, and the edges."""
BOTH: Final = 80
"""Pixels of the height of each plot, at least, for both to be open by themselves."""
_KEPT: Final = "curves/open"
"""The plot that a person has chosen, and whether it is to be alone, for the next start."""
_OTHER: Final = {"loss": "accuracy", "accuracy": "loss"}


class PlotFolds(QObject):
    """``changed``: other plots are open than before."""

    changed = Signal()

    def __init__(self, plots: Mapping[str, LanePlot], parent: QWidget) -> None:
        """plots: ``loss`` and ``accuracy``."""
        super().__init__(parent)
        self._plots = plots
        chosen, _, alone = str(settings().value(_KEPT, "")).partition(" ")
        self._chosen = chosen if chosen in plots else "loss"
        """The one that is open where there is room for one."""
        self._is_alone = bool(alone)
        """Whether a person wants it alone where there is room for both."""
        self._has_room = True
        self.buttons = {name: self._button(name) for name in plots}

    def _button(self, name: str) -> QToolButton:
        button = QToolButton()
        button.setObjectName(f"curves.fold_{name}")
        button.setIconSize(QSize(14, 14))
        button.setFixedSize(20, 20)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        button.clicked.connect(lambda: self.toggle(name))
        return button

    @property
    def open(self) -> tuple[str, ...]:
        """From above."""
        return tuple(self._plots) if self._has_room and not self._is_alone else (self._chosen,)

    @property
    def shown(self) -> tuple[LanePlot, ...]:
        """Those that are open, from above."""
        return tuple(self._plots[name] for name in self.open)

    def take_over(self, other: PlotFolds) -> None:
        """What a person has chosen there."""
        self._chosen, self._is_alone = other._chosen, other._is_alone
        self.show()

    @property
    def lowest(self) -> LanePlot:
        """The plot that has the numbers of the axis."""
        return self._plots[self.open[-1]]

    def show_caption(self, caption: str, what: str) -> None:
        """Of the axis: what it counts, and the same as a sentence."""
        for plot in self._plots.values():
            plot.set_axis_caption(caption if plot is self.lowest else "")
            plot.bottom.setToolTip(what)

    def fit(self, height: int, others: Sequence[QWidget]) -> None:
        """As many as there is room for. others: what else is in this height."""
        has_room = height - sum(other.sizeHint().height() for other in others) - _AROUND >= 2 * BOTH
        if has_room != self._has_room:
            self._has_room = has_room
            self.show()

    def toggle(self, name: str) -> None:
        """Opens a plot, or leaves the room to the other."""
        is_open = name in self.open
        self._is_alone = is_open and self._has_room and not self._is_alone
        self._chosen = _OTHER[name] if is_open else name
        settings().setValue(_KEPT, f"{self._chosen} alone" if self._is_alone else self._chosen)
        self.show()

    def reset(self) -> None:
        """Nobody has chosen."""
        settings().remove(_KEPT)
        self._chosen, self._is_alone = "loss", False
        self.show()

    def name(self, name: str, title: str) -> None:
        """What the plot shows, for who cannot see the title beside its button."""
        self.buttons[name].setProperty("shows", title)
        self._say(name)

    def show(self) -> None:
        """Shows and hides the plots."""
        for name, plot in self._plots.items():
            plot.setVisible(name in self.open)
            self.buttons[name].setIcon(theme.icon("down" if name in self.open else "right"))
            self._say(name)
            plot.bottom.setStyle(showValues=plot is self.lowest)
            plot.bottom.setHeight(_AXIS if plot is self.lowest else 4)
        self.changed.emit()

    def _say(self, name: str) -> None:
        button, is_open = self.buttons[name], name in self.open
        says = self.tr("Fold {panel}") if is_open else self.tr("Open {panel}")
        button.setAccessibleName(says.format(panel=button.property("shows") or ""))
        button.setToolTip(
            self.tr("Leaves the room to the other curve") if is_open else self.tr("Shows this curve as well or instead")
        )
