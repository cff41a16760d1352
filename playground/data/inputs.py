"""Which formulas over the two features the network is given: a switch for each of the usual ones, and one's own."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import Final

from PySide6.QtCore import QCoreApplication, QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QSizePolicy,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from engine.data import Dataset
from engine.data.formulas import Inputs
from engine.data.formulas.inputs import USUAL
from engine.errors import FormulaError
from engine.inspectors.answers.boundary import extent
from playground.data.formula_row import clear, formula_row
from playground.data.input_pictures import SIDE, picture
from playground.ui.look import theme
from playground.ui.text import field_text, i18n
from playground.ui.widgets.in_sight import InSight

_FEATURES: Final = USUAL[:2]
"""What the network is given where nothing is said."""
_LABELS: Final = ("x₁", "x₂", "x₁²", "x₂²", "x₁x₂", "sin x₁", "sin x₂")
_SWITCH: Final = QSize(44, 52)
_GAP: Final = 4


class InputSwitches(QWidget):
    """``chosen`` says the formulas, none for the features themselves. For data of two features."""

    chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._names: tuple[str, ...] = ()
        self._formulas: list[str] = list(_FEATURES)
        self._inputs = Inputs.read(_FEATURES, _FEATURES)
        self._pictured: tuple[object, ...] = ()
        self.setObjectName("data.inputs")
        self.setAccessibleName(self.tr("Inputs"))
        self.switches = [self._switch(place) for place in range(len(USUAL))]
        self.line = self._make_line()
        self.problem = _small_label("danger")
        self.problem.setObjectName("data.inputs.problem")
        self.problem.hide()
        InSight(self.line, self, self.problem)
        self._own = QVBoxLayout()
        self._own.setSpacing(_GAP)
        self._grid = QGridLayout()
        self._grid.setSpacing(_GAP)
        self._columns = 0
        self._lay_out()
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    # --- the parts --------------------------------------------------------------------------------------------------

    def _switch(self, place: int) -> QToolButton:
        switch = QToolButton(self)
        switch.setObjectName(f"data.inputs.{USUAL[place].replace(' ', '_')}")
        switch.setCheckable(True)
        switch.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextUnderIcon)
        switch.setIconSize(QSize(SIDE, SIDE))
        switch.setFixedSize(_SWITCH)
        switch.setFont(theme.font("small"))
        switch.setText(_LABELS[place])
        switch.setAccessibleName(USUAL[place])
        switch.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        switch.clicked.connect(partial(self._on_switched, place))
        return switch

    def _make_line(self) -> QLineEdit:
        line = QLineEdit(self)
        line.setObjectName("data.inputs.formula")
        line.setPlaceholderText(self.tr("Add a formula, such as x1^2 + x2^2"))
        line.setAccessibleName(self.tr("A formula to add"))
        line.setToolTip(
            field_text.wrapped(
                self.tr("What you know of the task may be said to the network: one more input, made of the others."),
                self.tr("+ - * / ^ and brackets; sin cos tanh exp log sqrt abs; Return adds it."),
            )
        )
        line.returnPressed.connect(self._on_typed)
        line.textEdited.connect(self._clear_problem)
        return line

    def _lay_out(self) -> None:
        caption = QLabel(self.tr("Inputs"), self)
        caption.setFont(theme.font("small"))
        caption.setProperty("role", "muted")
        caption.setBuddy(self.switches[0])
        row = QHBoxLayout()
        row.addLayout(self._grid)
        row.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(_GAP)
        column.addWidget(caption)
        column.addLayout(row)
        column.addLayout(self._own)
        column.addWidget(self.line)
        column.addWidget(self.problem)
        self._arrange(len(USUAL))

    def _arrange(self, columns: int) -> None:
        if columns == self._columns:
            return
        self._columns = columns
        for place, switch in enumerate(self.switches):
            self._grid.addWidget(switch, *divmod(place, columns))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        room = (self.width() + _GAP) // (_SWITCH.width() + _GAP)
        self._arrange(next((n for n in (len(USUAL), 4, 2) if n <= room), 1))

    # --- showing ----------------------------------------------------------------------------------------------------

    def show_inputs(self, dataset: Dataset) -> None:
        """Those of the rows, silently. Formulas are drawn over what the rows reach."""
        names = dataset.preparation.feature_names
        inputs = dataset.preparation.inputs or Inputs.read(_FEATURES, names)
        formulas = list(inputs.names)
        if formulas != self._formulas:
            self.line.clear()
            self._clear_problem()
        usual = Inputs.read(USUAL, names)
        self._names, self._formulas, self._inputs = names, formulas, inputs
        for tree, switch in zip(usual.trees, self.switches, strict=True):
            switch.setChecked(tree in inputs.trees)
        own = [place for place, tree in enumerate(inputs.trees) if tree not in usual.trees]
        x, y = extent(dataset)
        shows = (names, [formulas[place] for place in own], x, y, theme.current().name)
        if shows != self._pictured:
            self._pictured = shows
            for place, (tree, switch) in enumerate(zip(usual.trees, self.switches, strict=True)):
                switch.setIcon(picture(tree, x, y))
                switch.setToolTip(field_text.wrapped(_help(place), self._meaning()))
            self._show_own(own, x, y)

    def _meaning(self) -> str:
        """What the picture says, and which columns x1 and x2 are where they are called otherwise."""
        colors = self.tr("The picture is the plane: blue below zero, orange above.")
        if self._names == _FEATURES:
            return colors
        first, second = self._names
        return f"{colors} " + self.tr("x₁ is {first}, x₂ is {second}.").format(first=first, second=second)

    def _show_own(self, places: Sequence[int], x: tuple[float, float], y: tuple[float, float]) -> None:
        """A line for each formula of one's own."""
        clear(self._own)
        for place in places:
            formula = self._formulas[place]
            pixels = picture(self._inputs.trees[place], x, y).pixmap(SIDE, SIDE)
            name = f"data.inputs.remove.{formula}"
            self._own.addWidget(formula_row(name, formula, partial(self._on_removed, formula), pixels))

    # --- choosing ---------------------------------------------------------------------------------------------------

    def _on_switched(self, place: int) -> None:
        tree = Inputs.read([USUAL[place]], self._names).trees[0]
        kept = [formula for formula, other in zip(self._formulas, self._inputs.trees, strict=True) if other != tree]
        if self.switches[place].isChecked():
            self._choose([*kept, USUAL[place]])
        elif not self._refuse_none(kept):
            self._choose(kept)
        else:
            self.switches[place].setChecked(True)

    def _on_removed(self, formula: str) -> None:
        kept = [other for other in self._formulas if other != formula]
        if not self._refuse_none(kept):
            self._choose(kept)

    def _refuse_none(self, kept: Sequence[str]) -> bool:
        if not kept:
            self._show_problem(self.tr("A network needs at least one input: switch another one on first."))
        return not kept

    def _on_typed(self) -> None:
        formula = self.line.text().strip()
        if not formula:
            return
        try:
            tree = Inputs.read([formula], self._names).trees[0]
        except FormulaError as error:
            self._show_problem(i18n.error_text(error))
            place = error.values.get("place")
            if isinstance(place, int):
                self.line.setCursorPosition(len(self.line.text()) - len(self.line.text().lstrip()) + place - 1)
            return
        if tree in self._inputs.trees:
            self._show_problem(self.tr("{formula} is there already.").format(formula=formula))
            return
        self._choose([*self._formulas, formula])

    def _choose(self, formulas: list[str]) -> None:
        """The usual ones first, in their order; the two features alone are what there is without any."""
        usual = list(Inputs.read(USUAL, self._names).trees)
        trees = dict(zip(formulas, Inputs.read(formulas, self._names).trees, strict=True))
        formulas = sorted(formulas, key=lambda one: usual.index(trees[one]) if trees[one] in usual else len(usual))
        self._clear_problem()
        self.chosen.emit([] if [trees[formula] for formula in formulas] == usual[:2] else formulas)

    def _show_problem(self, text: str) -> None:
        self.problem.setText(text)
        self.problem.show()

    def _clear_problem(self) -> None:
        self.problem.hide()


def _small_label(role: str) -> QLabel:
    label = QLabel()
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    label.setFont(theme.font("small"))
    label.setProperty("role", role)
    label.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Minimum)
    return label


def _help(place: int) -> str:
    """What an input is good for."""
    return (
        _tr("The first feature as it is: how far to the right a point lies."),
        _tr("The second feature as it is: how far up a point lies."),
        _tr("How far from the middle, to either side: with both squares a single border can close to a circle."),
        _tr("How far from the middle, up or down: with both squares a single border can close to a circle."),
        _tr("Above zero where both signs agree: with it XOR needs no hidden layer."),
        _tr("Waves from left to right: a border that bends again and again, without a hidden layer."),
        _tr("Waves from bottom to top: a border that bends again and again, without a hidden layer."),
    )[place]


def _tr(text: str) -> str:
    return QCoreApplication.translate("InputSwitches", text)
