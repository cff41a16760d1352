"""The header of the drawing: what it shows, and the buttons that choose what that is."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QToolButton, QToolTip

from playground.network.legend import MarkLegend, present
from playground.network.scene.scene import Scene
from playground.ui.look import theme
from playground.ui.look.lane_tag import LaneTag
from playground.ui.text import field_text
from playground.ui.widgets.button_row import ButtonRow
from playground.ui.widgets.section import SectionHeader

_NAME = 96
"""Pixels of the lane's name that stay as long as there are any: words of the legend and buttons go sooner."""


class NetworkHeader(SectionHeader):
    """Its buttons are told apart by their names; the panel connects them."""

    def __init__(self) -> None:
        super().__init__(self.tr("Network"))
        self.set_help(self._legend())
        self.lane_tag = LaneTag(keeps=_NAME)
        self.add_widget(self.lane_tag)
        self.legend = MarkLegend()
        self.legend.clicked.connect(self.show_legend)
        self.add_widget(self.legend)
        self.buttons = ButtonRow("network.more")
        self.add_widget(self.buttons)
        self.example_button = self._button(
            "right",
            "network.example",
            self.tr("Next row"),
            self.tr("Sends another training row through the net: units are filled by what they answer to it."),
        )
        self.buttons.add(self.example_button)
        self.gradients_button = self._toggle(
            "network.gradients",
            self.tr("Gradients"),
            self.tr("Draws the gradients of the coming step in place of the weights: what the batch asks of each."),
        )
        self.lanes_button = self._toggle(
            "network.lanes",
            self.tr("Lanes"),
            self.tr("Draws up to four lanes beside each other, from the same batches and the same chance."),
        )
        self.step_button = self._toggle(
            "network.apart",
            self.tr("One step"),
            self.tr(
                "Takes the coming step apart: its numbers on the drawing, forward, backward and update, by and by."
            ),
        )
        self.fold_button = self._button(
            "up",
            "network.fold",
            self.tr("Fold"),
            self.tr("Leaves only this line, to give the room to the curves; press again to see the network."),
        )
        self.fold_button.setCheckable(True)

    def _legend(self) -> str:
        text = self.tr(
            "Teal is above zero, brown below; the larger a weight, the wider its line, and a negative one is hollow. "
            "A unit that is struck through is dead, one between two bars is saturated, a crossed one is left out of "
            "the coming step by dropout."
        )
        more = self.tr(
            "A framed one that is crossed out from corner to corner is switched off in this lane, and a dashed frame "
            "with a snowflake is a frozen layer."
        )
        return f"{text} {more}"

    def show_marks_of(self, scenes: Sequence[Scene]) -> None:
        """What the marks on these drawings mean, and how far their lines reach."""
        of_gradients = self.gradients_button.isChecked()
        reach = max((scene.reach_of_lines for scene in scenes), default=1.0)
        self.legend.show_marks(present(scenes), reach, of_gradients=of_gradients)

    def set_note(self, note: str, *shorter: str) -> None:
        super().set_note(note, *shorter, "")  # as a whole or not at all
        self._note.setVisible(bool(note))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._share()

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.LayoutRequest:
            self._share()
        return super().event(event)

    def _share(self) -> None:
        """What is left by the lane's name is the legend's, and what is left by its words is the buttons'."""
        parts = [self._title, self.lane_tag, self.legend, self.buttons, self.fold_button]
        gaps = self._row.spacing() * sum(not part.isHidden() for part in parts[1:])
        if not self._note.isHidden():
            gaps += self._row.spacing() + self._note.minimumSizeHint().width()
        name = min(self.lane_tag.sizeHint().width(), _NAME)
        room = self.width() - self._title.sizeHint().width() - self.fold_button.sizeHint().width() - name - gaps
        least = self.buttons.minimumSizeHint().width()
        words = 0 if self.legend.isHidden() else self.legend.width_in(room - least)
        self.legend.setMaximumWidth(max(words, 1))
        self.buttons.setMaximumWidth(max(room - words, least))
        self._row.activate()  # or there would be a moment with names cut

    def show_legend(self) -> None:
        """For who has no pointer to wait with."""
        place = self.mapToGlobal(self.rect().bottomLeft())
        QToolTip.showText(place, field_text.wrapped(self._legend()), self)

    def _button(self, icon: str, name: str, title: str, help_text: str) -> QToolButton:
        button = self.add_button(icon, field_text.wrapped(title, help_text), name)
        button.setAccessibleName(title)
        button.setAccessibleDescription(help_text)
        return button

    def _toggle(self, name: str, title: str, help_text: str) -> QToolButton:
        button = QToolButton()
        button.setObjectName(name)
        button.setText(title)
        button.setCheckable(True)
        button.setAccessibleName(title)
        button.setAccessibleDescription(help_text)
        button.setToolTip(field_text.wrapped(help_text))
        button.setFont(theme.font("small"))
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.buttons.add(button)
        return button
