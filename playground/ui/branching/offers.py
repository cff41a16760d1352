"""What a menu offers of branches with another network: a layer switched off, one that has grown, or one more."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint, Signal
from PySide6.QtGui import QAction, QCursor
from PySide6.QtWidgets import QMenu, QWidget

from engine.inspectors.net.blocks import blocks
from engine.nn.layers.base import has_weights
from playground.ui.branching.place import BranchPlace
from playground.ui.text import field_text, i18n

if TYPE_CHECKING:
    from playground.ui.branching.deepen_form import DeepenForm
    from playground.ui.branching.grow_form import GrowForm


class BranchOffers(QObject):
    """Entries of a menu, named ``branch.off``, ``branch.grow`` and ``branch.deepen``; where something cannot be, they
    say why.
    """

    off_wanted = Signal(int, list)
    """(lane, layers)"""
    grow_wanted = Signal(int, int, int, float)
    """(lane, layer, units, noise)"""
    deepen_wanted = Signal(int, int, str, float)
    """(lane, layer, the nonlinearity of the one behind it, noise)"""

    def __init__(self, panel: QWidget) -> None:
        super().__init__(panel)
        self._panel = panel
        self.form: GrowForm | DeepenForm | None = None
        """While it is open."""

    def offer(self, menu: QMenu, place: BranchPlace, rows: Sequence[int]) -> None:
        """Of some layers of the stack."""
        menu.setToolTipsVisible(True)
        is_one = sum(has_weights(place.layers[row]) for row in rows) < 2
        text = self.tr("Switch layer {layer} off in a branch") if is_one else self.tr("Switch layers off in a branch")
        self._add_off(menu, place, list(rows), text.format(layer=rows[0] + 1))
        row = place.growable(rows)
        if row is not None:
            self._add_grow(menu, place, row, self.tr("Grow layer {layer} in a branch…").format(layer=row + 1))
            text = self.tr("Add a layer behind layer {layer} in a branch…").format(layer=row + 1)
            self._add_deepen(menu, place, row, text)

    def offer_layers(self, menu: QMenu, place: BranchPlace) -> None:
        """Of all hidden layers of a lane, in three menus."""
        off, grow = menu.addMenu(self.tr("Switch off in a branch")), menu.addMenu(self.tr("Grow in a branch"))
        deepen = menu.addMenu(self.tr("Add a layer in a branch, behind"))
        layers, output = place.layers, place.output
        for block in blocks(layers)[1:]:
            if block.head is None or block.head == output:
                continue
            names = ", ".join(i18n.choice_name(layers[row].called) for row in block.rows)
            text = f"{block.head + 1}  {names}"
            self._add_off(off, place, list(block.rows), text)
            self._add_grow(grow, place, block.head, text)
            self._add_deepen(deepen, place, block.head, text)
        for each, name in ((off, "lane.branch_off"), (grow, "lane.branch_grow"), (deepen, "lane.branch_deepen")):
            each.setToolTipsVisible(True)
            each.setObjectName(name)
            each.menuAction().setObjectName(name)
            each.menuAction().setEnabled(not each.isEmpty())

    def _add_off(self, menu: QMenu, place: BranchPlace, rows: list[int], text: str) -> None:
        why_not = place.why_not_off(rows)
        help_text = self.tr("A lane more that goes on from here without it: what was it good for? The others train on.")
        action = self._action(menu, "branch.off", text, why_not or help_text, is_possible=not why_not)
        action.triggered.connect(partial(self._on_off, place.lane, rows))

    def _add_grow(self, menu: QMenu, place: BranchPlace, row: int, text: str) -> None:
        help_text = self.tr("A lane more that goes on from here with more units, and at first says the same.")
        action = self._action(menu, "branch.grow", text, help_text, is_possible=True)
        action.triggered.connect(partial(self._open_grow, place, row))

    def _add_deepen(self, menu: QMenu, place: BranchPlace, row: int, text: str) -> None:
        why_not = place.why_not_deeper(row, "identity")
        help_text = self.tr(
            "A lane more that goes on from here with a layer more, which at first hands on what comes in, so that the "
            "lane says the same."
        )
        action = self._action(menu, "branch.deepen", text, why_not or help_text, is_possible=not why_not)
        action.triggered.connect(partial(self._open_deepen, place, row))

    def _action(self, menu: QMenu, name: str, text: str, help_text: str, *, is_possible: bool) -> QAction:
        action = QAction(text, menu)  # not made by the menu: see CONTRIBUTING.md
        action.setObjectName(name)
        action.setToolTip(field_text.wrapped(help_text))
        action.setEnabled(is_possible)
        menu.addAction(action)
        return action

    def _on_off(self, lane: int, rows: list[int], checked: bool = False) -> None:
        self.off_wanted.emit(lane, rows)

    def _open_grow(self, place: BranchPlace, row: int, checked: bool = False) -> None:
        from playground.ui.branching.grow_form import GrowForm

        form = GrowForm(place, row, self._panel)
        form.wanted.connect(self.grow_wanted)
        self._open(form)

    def _open_deepen(self, place: BranchPlace, row: int, checked: bool = False) -> None:
        from playground.ui.branching.deepen_form import DeepenForm

        form = DeepenForm(place, row, self._panel)
        form.wanted.connect(self.deepen_wanted)
        self._open(form)

    def _open(self, form: GrowForm | DeepenForm) -> None:
        """Where the menu was."""
        self.form = form
        form.destroyed.connect(self._forget)
        form.open_at(QCursor.pos() + QPoint(0, 4))

    def _forget(self) -> None:
        self.form = None
