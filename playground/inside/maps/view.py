"""What each layer makes of a picture, map by map."""

from __future__ import annotations

from typing import ClassVar

import numpy as np
from PySide6.QtWidgets import QWidget

from engine.data import Dataset
from engine.inspectors.answers.maps import Maps
from engine.nn.layers.base import LayerSpec, has_weights
from playground.inside.maps.canvas import MapsCanvas
from playground.inside.picture_chooser import PictureChooser
from playground.inside.view import InsidePanel
from playground.ui.look.lane_tag import LaneTag
from playground.ui.text import i18n
from playground.ui.text.numbers import percent
from playground.ui.widgets.scroll_holder import scroll_area


class MapsPanel(InsidePanel):
    """A training row, or what was drawn, on its way through the lane in focus."""

    name: ClassVar[str] = "maps"

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.tag = LaneTag()
        self.header.add_widget(self.tag)
        self.chooser = PictureChooser(self.name)
        self.chooser.requested.connect(self.requested)
        self.canvas = MapsCanvas()
        self.canvas.setObjectName("maps.canvas")
        self.canvas.setAccessibleName(self.tr("The picture, and the maps that each layer makes of it"))
        self.canvas.describe(self.tr("Arrow keys move over a map, Page Up and Page Down from layer to layer."))
        self.body.addWidget(self.chooser)
        self.body.addWidget(scroll_area(self.canvas, sideways=True, takes_focus=True), 1)

    # --- showing ----------------------------------------------------------------------------------------------------

    def show_dataset(self, dataset: Dataset | None) -> None:
        self.chooser.show_dataset(dataset)
        super().show_dataset(dataset)

    def refresh(self) -> None:
        self.tag.show_lane(self.looks[self.focus] if self.looks else None)
        words = self._why_not()
        found = self.snapshot.inside.get("maps") if self.snapshot is not None else None
        if words or not self._belongs(found):
            self.show_message(words or self.tr("Press Play or Step, and the maps appear."))
            return
        assert isinstance(found, Maps)
        self.show_message("")
        self.canvas.show_maps(found, self._names(found))
        self.chooser.show_row(found.row, *self._answer(found))

    def _why_not(self) -> str:
        if self.dataset is not None and self.dataset.image_shape is None:
            return self.tr(
                "These rows are no pictures: choose Digits, MNIST or a folder of pictures in the data panel."
            )
        if self.experiment is not None and not any(layer.sees_pictures for layer in self.experiment.layers):
            return self.tr(
                "No layer of this net sees pictures: add a convolution before its first dense layer, and its maps "
                "are shown here."
            )
        return ""

    def _belongs(self, found: object) -> bool:
        """Whether it is of the stack and the lane that are shown now."""
        if not isinstance(found, Maps) or self.experiment is None or found.focus != self.focus:
            return False
        if self.snapshot is None or len(self.snapshot.lanes) != len(self.looks):
            return False
        layers = self.experiment.layers
        return all(
            layer.index < len(layers) and (layer.weight is not None) == has_weights(layers[layer.index])
            for layer in found.layers
        )

    def _names(self, found: Maps) -> tuple[str, ...]:
        assert self.experiment is not None
        height, width, _ = found.picture.shape
        picture = self.tr("Picture {height}×{width}").format(height=height, width=width)
        names = [picture]
        for layer in found.layers:
            high, wide, shown = layer.values.shape
            size = f"{high}×{wide}×{layer.n_channels}"
            if shown < layer.n_channels:
                size = self.tr("{shown} of {count} maps").format(shown=shown, count=layer.n_channels)
            names.append(f"{layer.index + 1} {_title(self.experiment.layers[layer.index])} · {size}")
        return tuple(names)

    def _answer(self, found: Maps) -> tuple[str, ...]:
        """In words, and where there are shorter ones, in those too."""
        assert self.dataset is not None
        if not np.isfinite(found.said).all():
            return (self.tr("no answer"),)
        if self.dataset.task == "numbers":
            return ("",)
        best = int(found.said.argmax())
        answer, share = self.dataset.classes[best], percent(float(found.said[best]))
        says = self.tr("says {answer} ({share})").format(answer=answer, share=share)
        if found.label < 0:
            return (says,)
        label = self.dataset.classes[found.label]
        return self.tr("{label}: the lane {says}").format(label=label, says=says), f"{label} → {answer} ({share})"

    def take_over(self, shown: InsidePanel) -> None:
        super().take_over(shown)
        if isinstance(shown, MapsPanel):
            self.chooser.take_over(shown.chooser)


def _title(layer: LayerSpec) -> str:
    return i18n.choice_name(layer.called)
