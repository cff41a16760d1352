"""The line above the curves: what they are, which is which, and the two buttons that change the view."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QToolButton, QWidget

from playground.curves.options import CurveOptionsButton, part_texts
from playground.ui.look import theme
from playground.ui.widgets.elided_label import ElidedLabel


class LineSample(QWidget):
    """A short piece of line, solid or dashed."""

    def __init__(self, *, dashed: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._dashed = dashed
        self.setFixedSize(QSize(26, 14))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        pen = QPen(QColor(theme.current().text), 1.6)
        if self._dashed:
            pen.setDashPattern([4.0, 3.0])
        painter.setPen(pen)
        painter.drawLine(0, 7, 26, 7)


class RingSample(QWidget):
    """What the best step of a lane is marked with."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFixedSize(QSize(12, 14))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(theme.current().text), 1.4))
        painter.drawEllipse(QPointF(6, 7), 4, 4)


class Legend(QWidget):
    """What lines and rings mean; of what there is no room for, nothing is left, and not half a word."""

    def __init__(self, entries: Sequence[tuple[QWidget, ElidedLabel]], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._entries = entries
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.SPACE_2)
        for sample, label in entries:
            label.setFont(theme.font("small"))
            label.setProperty("role", "muted")
            row.addWidget(sample)
            row.addWidget(label)

    def sizeHint(self) -> QSize:
        """With all of them, whichever are in sight."""
        wide = sum(sample.width() + label.sizeHint().width() + 1 + 2 * theme.SPACE_2 for sample, label in self._entries)
        return QSize(wide - theme.SPACE_2, super().sizeHint().height())

    def minimumSizeHint(self) -> QSize:
        return QSize(0, super().minimumSizeHint().height())

    def fit(self) -> None:
        """As many as there is room for, from the first; whole words for all, or short ones for all."""
        has_room = self.width() >= self.sizeHint().width()
        left = self.width() + theme.SPACE_2
        for sample, label in self._entries:
            wide = (label.sizeHint().width() if has_room else label.narrowest()) + 1
            label.setFixedWidth(wide)
            left -= sample.width() + wide + 2 * theme.SPACE_2
            for part in (sample, label):
                part.setVisible(left >= 0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.fit()


class CurveHeader(QWidget):
    """Title, legend, and the buttons *bands*, *log* and *follow*."""

    log_changed = Signal(bool)
    bands_changed = Signal(bool)
    follow_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._title = QLabel()
        self._title.setFont(theme.font("title"))
        self.options = CurveOptionsButton(self)
        self.set_part(self.options.options.part)
        self._follow = self._button("action.follow", self.tr("Show all"), self.tr("Show the whole run again"))
        self._follow.clicked.connect(self._on_follow_clicked)
        self._follow.hide()
        self._bands = self._button(
            "action.bands",
            self.tr("Bands"),
            self.tr(
                "Lanes that differ only in their seed become one line, their mean, in a band as wide as they spread"
            ),
        )
        self._bands.setCheckable(True)
        self._bands.setChecked(True)
        self._bands.toggled.connect(self.bands_changed)
        self._bands.hide()
        self._note = ElidedLabel()
        self._note.setFont(theme.font("small"))
        self._note.setProperty("role", "muted")
        self._log = self._button(
            "action.log_loss", self.tr("Log"), self.tr("A logarithmic axis shows small and huge losses at once")
        )
        self._log.setCheckable(True)
        self._log.toggled.connect(self.log_changed)
        self._row = layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, theme.SPACE_1, 0)
        layout.setSpacing(theme.SPACE_2)
        layout.addWidget(self._title)
        layout.addWidget(self._note)
        layout.addStretch(1)
        self._held_out = ElidedLabel()
        trained = ElidedLabel()
        trained.set_texts(self.tr("training rows"), self.tr("training"))
        best = ElidedLabel()
        best.set_texts(self.tr("best step"), self.tr("best"))
        samples = LineSample(dashed=False), LineSample(dashed=True), RingSample()
        self._legend = Legend(list(zip(samples, (trained, self._held_out, best), strict=True)))
        layout.addWidget(self._legend)
        self.set_validation(has_validation=False)
        layout.addSpacing(theme.SPACE_2)
        for button in (self._follow, self._bands, self._log, self.options):
            layout.addWidget(button)

    def _button(self, name: str, text: str, tooltip: str) -> QToolButton:
        button = QToolButton(self)
        button.setObjectName(name)
        button.setText(text)
        button.setToolTip(tooltip)
        button.setAccessibleName(text)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        return button

    def set_fold(self, button: QToolButton) -> None:
        """Before the title: opens and folds what is below."""
        self._row.insertWidget(0, button)
        self._row.insertSpacing(1, theme.SPACE_1 - theme.SPACE_2)

    def set_log(self, *, is_log: bool) -> None:
        """As if a person had clicked."""
        self._log.setChecked(is_log)

    def take_over(self, other: CurveHeader) -> None:
        """The same buttons are pressed."""
        for button, before in ((self._log, other._log), (self._bands, other._bands)):
            button.setChecked(before.isChecked())

    def set_part(self, part: str) -> None:
        """Says what of the loss is shown."""
        title, what = part_texts()[part]
        self._title.setText(title)
        self._title.setToolTip(what)

    def set_validation(self, *, has_validation: bool) -> None:
        """Says which rows the dashed lines are of."""
        self._held_out.set_texts(
            self.tr("validation rows" if has_validation else "test rows"),
            self.tr("validation" if has_validation else "test"),
        )
        self._legend.fit()
        self.options.set_validation(has_validation=has_validation)

    def set_bands_possible(self, are_possible: bool) -> None:
        """Offers bands where some lanes differ only in their seed."""
        self._bands.setVisible(are_possible)

    def set_note(self, note: str) -> None:
        """A few muted words beside the title."""
        if note != self._note.text():
            self._note.set_texts(note, "")

    def set_following(self, is_following: bool) -> None:
        """Offers the way back while the view is zoomed."""
        self._follow.setVisible(not is_following)

    def _on_follow_clicked(self) -> None:
        self.follow_wanted.emit()
