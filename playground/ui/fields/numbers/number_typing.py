"""What both number editors share: when a value counts as given, and what happens to one that is out of range."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar

from PySide6.QtCore import QCoreApplication, QLocale, QSignalBlocker, QSize, Qt
from PySide6.QtGui import QFocusEvent, QValidator
from PySide6.QtWidgets import QAbstractSpinBox, QStyle, QStyleOptionSpinBox, QWidget

from engine.fields import FieldInfo
from playground.ui.fields.editing import Editing
from playground.ui.fields.said_beside import say_beside
from playground.ui.look import theme
from playground.ui.look.restyle import set_state
from playground.ui.text import field_text
from playground.ui.text.number_text import plain

if TYPE_CHECKING:

    class _Base(QAbstractSpinBox):
        """What both kinds of spin box have, for the type checker."""

        valueChanged: Any  # noqa: N815

        def value(self) -> Any: ...
        def setValue(self, value: Any) -> None: ...
        def maximum(self) -> Any: ...
        def minimum(self) -> Any: ...
        def textFromValue(self, value: Any) -> str: ...
else:
    _Base = object


class NumberTyping(Editing, _Base):
    """Mixed into a spin box, which supplies `parsed`, `next_value` and the signal ``committed``.

    A typed value counts on Enter and when the focus leaves; arrows, wheel and `setValue` count at once.
    `set_value` shows a value silently. None, shown as the placeholder, stands for no value or several.
    """

    committed: Any
    letters: ClassVar[frozenset[str]] = frozenset("0123456789.,eE+- ·×*^⁻⁺⁰¹²³⁴⁵⁶⁷⁸⁹")
    """What can be typed."""

    def __init__(self, info: FieldInfo, parent: QWidget | None = None, *, placeholder: str = "") -> None:
        super().__init__(parent)
        self.info = info
        self._is_none = False
        self._is_clearable = info.default is None
        self.setKeyboardTracking(False)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setLocale(QLocale.c())
        self.setAccelerated(True)
        self.setFont(theme.font("number"))
        self.lineEdit().setTextMargins(6, 0, 0, 0)  # a spin box ignores the stylesheet's padding
        self.lineEdit().setPlaceholderText(placeholder or "–")
        field_text.describe(self, info)
        self.lineEdit().textChanged.connect(self._on_text_changed)
        self.valueChanged.connect(self._on_value_changed)

    # --- what the subclass knows ---

    def parsed(self, text: str) -> Any:
        """The number that a text says, or None."""
        raise NotImplementedError

    def next_value(self, count: int) -> Any:
        """Where ``count`` arrow clicks lead from here; it may be out of range."""
        raise NotImplementedError

    # --- values ---

    def is_legal(self, value: Any) -> bool:
        """Whether the field can take this number; open limits are outside."""
        low, high = self.info.minimum, self.info.maximum
        if low is not None and (value < low or (self.info.open_minimum and value == low)):
            return False
        return not (high is not None and (value > high or (self.info.open_maximum and value == high)))

    def set_clearable(self, placeholder: str) -> None:
        """Lets a person empty the editor to say None, which shows as ``placeholder``."""
        self._is_clearable = True
        self.lineEdit().setPlaceholderText(placeholder)

    def set_value(self, value: Any) -> None:
        """Shows a value without saying so. Leaves what is being typed alone if the value is the same."""
        if value is None:
            if not self._is_none:
                self._is_none = True
                self._show_value()
            return
        if not self._is_none and value == self.value():
            return
        self._is_none = False
        with QSignalBlocker(self):
            super().setValue(value)

    def setValue(self, value: Any) -> None:
        """Gives a value as a person would: a closed limit bounds it, and ``committed`` says it."""
        was_none, self._is_none = self._is_none, False
        before = self.value()
        super().setValue(value)
        if was_none and self.value() == before:
            self.committed.emit(before)

    def _on_value_changed(self, value: Any) -> None:
        self._is_none = False
        self.committed.emit(value)

    def _show_value(self) -> None:
        self.lineEdit().setText(self.textFromValue(self.value()))
        set_state(self, "invalid", False)

    # --- typing ---

    def validate(self, text: str, position: int) -> tuple[QValidator.State, str, int]:
        text = plain(text)  # what stands in the editor turns into it
        if not self.letters.issuperset(text):
            return QValidator.State.Invalid, text, position
        number = self.parsed(text)
        legal = number is not None and self.is_legal(number)
        return QValidator.State.Acceptable if legal else QValidator.State.Intermediate, text, position

    def _typed(self) -> Any:
        """The legal number in the editor, or None."""
        number = self.parsed(self.lineEdit().text())
        return number if number is not None and self.is_legal(number) else None

    def _on_text_changed(self, text: str) -> None:
        number = self.parsed(text)
        self._mark_invalid(number is not None and not self.is_legal(number))

    def _mark_invalid(self, invalid: bool) -> None:
        if not set_state(self, "invalid", invalid):
            return
        if invalid:
            self.setToolTip(field_text.wrapped(self._problem()))
        else:
            self.setToolTip(field_text.tooltip(self.info))

    def _problem(self) -> str:
        template = QCoreApplication.translate("NumberEdit", "{title} must be {range}. Escape restores the old value.")
        return template.format(title=self.accessibleName(), range=field_text.range_text(self.info))

    def take(self) -> bool:
        text = self.lineEdit().text().strip()
        if not text and (self._is_none or self._is_clearable):
            if not self._is_none:
                self._is_none = True
                self.committed.emit(None)
            return True
        number = self._typed()
        if number is None:
            return False
        if self._is_none:
            self.setValue(number)
        return True

    def is_typed(self) -> bool:
        return bool(self.lineEdit().text() != self.textFromValue(self.value()))

    def revert(self) -> None:
        self._show_value()
        self.selectAll()

    def refuse(self) -> None:
        self._mark_invalid(True)
        say_beside(self, self.toolTip())

    def focusOutEvent(self, event: QFocusEvent) -> None:
        if event.reason() != Qt.FocusReason.PopupFocusReason and not self.take():
            self._show_value()
        super().focusOutEvent(event)

    # --- stepping ---

    def stepBy(self, count: int) -> None:
        typed = self._typed()
        if typed is not None and not self._is_none and typed != self.value():
            with QSignalBlocker(self):
                super().setValue(typed)
        target = self.next_value(count)
        if self.is_legal(target):
            self.setValue(target)
        elif not self._is_open(count):
            self.setValue(self.maximum() if count > 0 else self.minimum())

    def _is_open(self, direction: int) -> bool:
        return self.info.open_maximum if direction > 0 else self.info.open_minimum

    def stepEnabled(self) -> QAbstractSpinBox.StepEnabledFlag:
        enabled = QAbstractSpinBox.StepEnabledFlag.StepNone
        if self.value() < self.maximum() and (self.is_legal(self.next_value(1)) or not self._is_open(1)):
            enabled |= QAbstractSpinBox.StepEnabledFlag.StepUpEnabled
        if self.value() > self.minimum() and (self.is_legal(self.next_value(-1)) or not self._is_open(-1)):
            enabled |= QAbstractSpinBox.StepEnabledFlag.StepDownEnabled
        return enabled

    # --- size ---

    def sizeHint(self) -> QSize:
        return self._size_for("0000000")

    def minimumSizeHint(self) -> QSize:
        return self._size_for("0000")

    def _size_for(self, text: str) -> QSize:
        option = QStyleOptionSpinBox()  # not by initStyleOption, which asks which arrows are enabled, too
        option.initFrom(self)
        option.frame, option.buttonSymbols = self.hasFrame(), self.buttonSymbols()
        width = self.fontMetrics().horizontalAdvance(text) + theme.SPACE_2
        content = QSize(width, self.fontMetrics().height())
        return self.style().sizeFromContents(QStyle.ContentsType.CT_SpinBox, option, content, self)
