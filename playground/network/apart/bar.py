"""The strip below the drawing that leads through the phases of a step."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QLabel, QPushButton, QSpinBox, QWidget

from engine.inspectors.net.coming_step import MOST, ComingStep
from playground.network.apart import phases
from playground.network.apart.phases import PHASES, Chosen, Phase
from playground.network.reading import unit_name
from playground.network.scene.scene import Plan
from playground.ui.look import theme
from playground.ui.text import field_text, numbers


class StepBar(QFrame):
    """`show_step` for every new one. ``changed``: another phase, weight or row is shown. ``edit_wanted``: the weight
    that is followed shall be another number."""

    changed = Signal()
    edit_wanted = Signal()
    step_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("network.step")
        self.step: ComingStep | None = None
        self.chosen: Chosen | None = None
        self._plan = Plan((), ())
        self._place = 0
        self.title = QLabel()
        self.title.setObjectName("network.step.phase")
        self.title.setFont(theme.font("title"))
        self.text = QLabel()
        self.text.setObjectName("network.step.words")
        self.text.setWordWrap(True)
        self.text.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
        self.text.setMinimumHeight(3 * self.text.fontMetrics().lineSpacing())  # phases of other lengths move nothing
        self.text.setTextFormat(Qt.TextFormat.PlainText)
        self.text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.back = self._button("network.step.back", self.tr("Back"), self.tr("The phase before. Key: Page Up"))
        self.next = self._button("network.step.next", self.tr("Next"), self.tr("The next phase. Key: Page Down"))
        self.row = QSpinBox()
        self.row.setObjectName("network.step.row")
        self.row.setPrefix(self.tr("row") + " ")
        help_text = self.tr("Which row of the coming batch goes through the net.")
        self.row.setToolTip(field_text.wrapped(help_text))
        self.row.setAccessibleName(self.tr("Row of the batch"))
        self.row.setAccessibleDescription(help_text)
        self.row.setMinimum(1)
        help_text = self.tr("A branch that starts with another number in place of the weight that is followed here.")
        self.edit = self._button("network.step.edit", self.tr("Edit weight…"), help_text)
        grid = QGridLayout(self)
        grid.setContentsMargins(theme.SPACE_3, 0, theme.SPACE_3, theme.SPACE_2)
        grid.setHorizontalSpacing(theme.SPACE_2)
        grid.setVerticalSpacing(2)
        grid.addWidget(self.title, 0, 0)
        grid.addWidget(self.row, 0, 1)
        grid.addWidget(self.edit, 0, 2)
        grid.addWidget(self.back, 0, 3)
        grid.addWidget(self.next, 0, 4)
        grid.addWidget(self.text, 1, 0, 1, 5)
        grid.setColumnStretch(0, 1)
        self.edit.clicked.connect(lambda: self.edit_wanted.emit())
        self.back.clicked.connect(lambda: self.go(-1))
        self.next.clicked.connect(lambda: self.go(1))
        self.row.valueChanged.connect(self._show)
        self._show()

    def _button(self, name: str, text: str, help_text: str) -> QPushButton:
        button = QPushButton(text)
        button.setObjectName(name)
        button.setAccessibleDescription(help_text)
        button.setToolTip(field_text.wrapped(help_text))
        return button

    @property
    def phase(self) -> Phase:
        return PHASES[self._place]

    def figures(self) -> list[list[str]]:
        """What stands on the units; nothing where there is no step to take apart."""
        if self.step is None or not self.step.layers:
            return []
        return phases.figures(self.phase, self.step, self.row.value() - 1)

    # --- what is shown ----------------------------------------------------------------------------------------------

    def set_plan(self, plan: Plan) -> None:
        """Of the net that is drawn."""
        self._plan = plan

    def show_step(self, step: ComingStep | None) -> None:
        """Another step; a weight that is not there any more is left for the largest one of the same layer."""
        self.step = step
        if step is not None and step.layers:
            self.row.setMaximum(len(step.layers[0].x))
            if self.chosen is None or not self._is_there(self.chosen):
                self.chosen = self._first(step)
        self._show()

    def choose(self, chosen: Chosen) -> None:
        """Another weight is to be followed."""
        if self._is_there(chosen):
            self.chosen = chosen
            self._show()

    def choose_next(self, layer: int, target: int) -> None:
        """The next weight that leads to a unit, for the keyboard."""
        if self.step is None or not 0 <= layer < len(self.step.layers):
            return
        now = self.chosen
        is_same = now is not None and (now.layer, now.target) == (layer, target)
        source = now.source + 1 if is_same and now is not None else 0
        self.choose(Chosen(layer, source % len(self.step.layers[layer].weight), target))

    def _is_there(self, chosen: Chosen) -> bool:
        if self.step is None or not 0 <= chosen.layer < len(self.step.layers):
            return False
        inputs, units = self.step.layers[chosen.layer].weight.shape
        return bool(0 <= chosen.source < inputs and 0 <= chosen.target < units)

    @staticmethod
    def _first(step: ComingStep) -> Chosen:
        weight = abs(step.layers[0].weight)
        source, target = divmod(int(weight.argmax()), weight.shape[1])
        return Chosen(0, source, target)

    def go(self, by: int) -> None:
        """To the next phase or the one before; behind the last the step is made."""
        if self._place + by >= len(PHASES):
            self._place = 0
            self.step_wanted.emit()
        else:
            self._place = max(0, self._place + by)
        self._show()

    def _show(self, _: object = None) -> None:
        step, chosen = self.step, self.chosen
        has_step = step is not None and bool(step.layers) and chosen is not None
        is_last = self._place == len(PHASES) - 1
        self.back.setEnabled(has_step and self._place > 0)
        self.next.setEnabled(has_step)
        self.row.setEnabled(has_step)
        self.edit.setEnabled(has_step)
        self.next.setText(self.tr("Make this step") if is_last else self.tr("Next"))
        if not has_step or step is None or chosen is None:
            self.title.setText(self.tr("The coming step"))
            self.text.setText(self._why_not())
        else:
            place = self.tr("{number} of {count}").format(number=self._place + 1, count=len(PHASES))
            self.title.setText(f"{place} · {phases.title(self.phase)}")
            names = self._name(chosen.layer, chosen.source), self._name(chosen.layer + 1, chosen.target)
            self.text.setText(phases.words(self.phase, step, chosen, self.row.value() - 1, names))
        self.changed.emit()

    def _name(self, column: int, unit: int) -> str:
        return unit_name(self._plan, column, unit) if column < len(self._plan.blocks) else ""

    def _why_not(self) -> str:
        if self.step is not None and self.step.is_too_large:
            if self.step.sees_pictures:
                return self.tr("Convolutions are not taken apart: each of their weights is used all over the picture.")
            if self.step.n_features > MOST:
                words = self.tr("Rows of {count} inputs are too long to be read number by number: 16 are the most.")
                return words.format(count=numbers.count(self.step.n_features))
            return self.tr("This net is too large to be read number by number: take at most 16 units a layer.")
        if self.step is not None:
            return self.tr("This lane makes no step any more.")
        return self.tr("Its numbers come in a moment.")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not self.press_key(Qt.Key(event.key())):
            super().keyPressEvent(event)

    def press_key(self, key: Qt.Key) -> bool:
        """Whether a key means something here."""
        by = {Qt.Key.Key_PageUp: -1, Qt.Key.Key_PageDown: 1}.get(key)
        if by is not None and self.next.isEnabled():
            self.go(by)
        return by is not None
