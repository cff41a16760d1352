"""The small form in which a layer grows: how many units, and how much noise parts the new ones from the old."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFormLayout, QFrame, QLabel, QPushButton, QVBoxLayout, QWidget

from engine.fields import field_info
from engine.train.kept.growing import NOISES, USUAL_NOISE
from playground.ui.branching.place import BranchPlace
from playground.ui.fields.choice_edit import ChoiceEdit
from playground.ui.fields.editing import ENTER
from playground.ui.fields.numbers.number_edit import IntegerEdit
from playground.ui.look import theme
from playground.ui.text import field_text, i18n
from playground.ui.text.numbers import count, percent

_WIDTH: Final = 300


class _Units(IntegerEdit):
    """Says when Enter is pressed: it keeps the key to itself, for the lists that it stands in elsewhere."""

    entered = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        super().keyPressEvent(event)
        if event.key() in ENTER:
            self.entered.emit()


class GrowForm(QFrame):
    """Goes away when somebody presses elsewhere, or Escape; Enter grows. ``wanted``: (lane, layer, units, noise)."""

    wanted = Signal(int, int, int, float)

    def __init__(self, place: BranchPlace, row: int, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self._place, self._row = place, row
        self.setObjectName("branch.form")
        self.setAccessibleName(self.tr("Grow a layer in a branch"))
        self.setProperty("role", "card")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.units = self._units_edit()
        self.noise = self._noise_choice()
        self.why_not = _paragraph()
        self.why_not.setObjectName("branch.why_not")
        self.button = QPushButton(self.tr("Grow"))
        self.button.setObjectName("branch.do_grow")
        self.button.setToolTip(
            field_text.wrapped(self.tr("Adds the lane; it trains on with the others. Undo takes it away again."))
        )
        self.button.clicked.connect(self._grow)
        self._lay_out()
        self.units.valueChanged.connect(self._check)
        self.units.entered.connect(self._grow)
        self._check()

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

    def _noise_choice(self) -> ChoiceEdit:
        choice = ChoiceEdit(())
        choice.setObjectName("branch.noise")
        choice.setAccessibleName(self.tr("Noise"))
        nothing = self.tr("Exact copies: training parts them, because what follows shares its weights out unequally.")
        some = self.tr("Added to the weights of new units, as a share of a usual weight: it parts the copies.")
        for noise in NOISES:
            text = percent(noise, 1 if noise < 0.01 else 0) if noise else self.tr("none")
            choice.add_choice(str(noise), text, some if noise else nothing)
        choice.set_value(str(USUAL_NOISE))
        return choice

    def _lay_out(self) -> None:
        title = QLabel(self.tr("Grow layer {layer} in a branch").format(layer=self._row + 1))
        title.setFont(theme.font("title"))
        words = _paragraph(
            self.tr(
                "New units are copies, and what follows shares its weights out among them: the lane goes on saying the "
                "same, with room to learn more."
            )
        )
        form = QFormLayout()
        form.setHorizontalSpacing(theme.SPACE_3)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        now = self.tr("{units} units now; then").format(units=count(self._place.units(self._row)))
        form.addRow(now, self.units)
        form.addRow(self.tr("Noise"), self.noise)
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.SPACE_3, theme.SPACE_2, theme.SPACE_3, theme.SPACE_3)
        column.addWidget(title)
        column.addWidget(words)
        column.addLayout(form)
        column.addWidget(self.why_not)
        column.addWidget(self.button, 0, Qt.AlignmentFlag.AlignRight)

    def _check(self, _: int = 0) -> None:
        """What cannot be says why."""
        why_not = self._place.why_not_grown(self._row, self.units.value())
        _say(self.why_not, why_not)
        self.why_not.setVisible(bool(why_not))
        self.button.setEnabled(not why_not)
        self.adjustSize()

    def _grow(self) -> None:
        if self.button.isEnabled():
            self.wanted.emit(self._place.lane, self._row, self.units.value(), float(self.noise.value()))
            self.close()

    def open_at(self, place: QPoint) -> None:
        """Near a place on the screen, wholly on it."""
        self.adjustSize()
        screen = self.screen().availableGeometry()
        x = min(max(place.x(), screen.left() + 4), screen.right() - self.width() - 4)
        y = min(max(place.y(), screen.top() + 4), screen.bottom() - self.height() - 4)
        self.move(x, y)
        self.show()
        self.units.setFocus(Qt.FocusReason.PopupFocusReason)
        self.units.selectAll()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in ENTER:
            self._grow()
        else:
            super().keyPressEvent(event)


def _paragraph(text: str = "") -> QLabel:
    label = QLabel()
    label.setWordWrap(True)
    label.setProperty("role", "muted")
    label.setFixedWidth(_WIDTH)
    _say(label, text)
    return label


def _say(label: QLabel, text: str) -> None:
    """With room for all of it: a window of its own asks no label how high it is at its width."""
    label.setText(text)
    label.setFixedHeight(max(0, label.heightForWidth(_WIDTH)))
