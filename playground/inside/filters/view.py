"""What the filters of a convolution look for, and how far they have come since the start."""

from __future__ import annotations

from typing import ClassVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QWidget

from engine.inspectors.answers.filters import Filters
from engine.nn.layers.base import LayerSpec, has_weights
from playground.inside.filters.canvas import FiltersCanvas
from playground.inside.view import InsidePanel
from playground.ui.look import theme
from playground.ui.look.lane_tag import LaneTag
from playground.ui.text import field_text, i18n
from playground.ui.text.numbers import count
from playground.ui.widgets.scroll_holder import scroll_area


class FiltersPanel(InsidePanel):
    """Of the lane in focus, a convolution at a time."""

    name: ClassVar[str] = "filters"

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.tag = LaneTag()
        self.header.add_widget(self.tag)
        self.choice = QComboBox()
        self.choice.setObjectName("filters.layer")
        self.choice.setAccessibleName(self.tr("Convolution"))
        self.choice.setToolTip(
            field_text.wrapped(
                self.tr("Whose filters are shown: the first ones see pixels, later ones what the others have found.")
            )
        )
        self.choice.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self.choice.activated.connect(self._on_chosen)
        self.about = QLabel()
        self.about.setObjectName("filters.about")
        self.about.setFont(theme.font("small"))
        self.about.setProperty("role", "muted")
        self.about.setWordWrap(True)
        self.canvas = FiltersCanvas()
        self.canvas.setObjectName("filters.canvas")
        self.canvas.setAccessibleName(self.tr("Filters, and where each finds most"))
        self.canvas.describe(self.tr("Arrow keys move over the filters and their patches."))
        line = QHBoxLayout()
        line.setSpacing(theme.SPACE_2)
        line.addWidget(self.choice, 0, Qt.AlignmentFlag.AlignTop)
        line.addWidget(self.about, 1)
        self.body.addLayout(line)
        self.body.addWidget(scroll_area(self.canvas, sideways=True, takes_focus=True), 1)

    def _on_chosen(self, index: int) -> None:
        self.requested.emit("convolution", index)

    def refresh(self) -> None:
        self.tag.show_lane(self.looks[self.focus] if self.looks else None)
        words = self._why_not()
        found = self.snapshot.inside.get("filters") if self.snapshot is not None else None
        if words or not isinstance(found, Filters) or not self._belongs(found):
            self.show_message(words or self.tr("Press Play or Step, and the filters appear."))
            return
        assert self.experiment is not None
        self.show_message("")
        names = [f"{place + 1} {i18n.choice_name(self.experiment.layers[place].called)}" for place in found.layers]
        if names != [self.choice.itemText(index) for index in range(self.choice.count())]:
            self.choice.clear()
            self.choice.addItems(names)
        self.choice.setCurrentIndex(found.layers.index(found.layer))
        words = self.tr("Patches of {rows} training rows; weights of the map on which a filter weighs most")
        if len(found.weight) < found.n_filters:
            words = self.tr("{shown} of {count} filters").format(shown=len(found.weight), count=found.n_filters)
        self.about.setText(words.format(rows=count(found.n_rows)))
        self.canvas.show_filters(found)

    def _belongs(self, found: Filters) -> bool:
        """Whether it is of the stack and the lane that are shown now."""
        layers = () if self.experiment is None else self.experiment.layers
        return found.focus == self.focus and all(
            place < len(layers) and _is_convolution(layers[place]) for place in found.layers
        )

    def _why_not(self) -> str:
        if self.dataset is not None and self.dataset.image_shape is None:
            return self.tr(
                "These rows are no pictures: choose Digits, MNIST or a folder of pictures in the data panel."
            )
        if self.experiment is not None and not any(map(_is_convolution, self.experiment.layers)):
            return self.tr(
                "No layer of this net sees pictures: add a convolution before its first dense layer, and its filters "
                "are shown here."
            )
        return ""


def _is_convolution(layer: LayerSpec) -> bool:
    return layer.sees_pictures and has_weights(layer)
