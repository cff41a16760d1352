"""How each lane divides the plane of two features among the classes."""

from __future__ import annotations

from typing import ClassVar

import numpy as np
from PySide6.QtWidgets import QWidget

from engine.data import Dataset
from engine.inspectors.boundary import Boundary
from engine.train.snapshot import LaneSnapshot
from playground.inside.boundary.legend import ClassLegend
from playground.inside.boundary.map import BoundaryMap, Regions, Tile
from playground.inside.view import InsidePanel
from playground.ui.text.numbers import count, percent


class BoundaryPanel(InsidePanel):
    """A picture for each visible lane; for data of two features only."""

    name: ClassVar[str] = "boundary"

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown: tuple[Dataset, bool] | None = None
        """The rows whose points are there, and whether validation rows stand in for test rows, which are sealed."""
        self.legend = ClassLegend()
        self.legend.setObjectName("boundary.legend")
        self.header.add_widget(self.legend)
        self.map = BoundaryMap()
        self.map.setObjectName("boundary.map")
        self.map.setAccessibleName(self.tr("Decision regions of the lanes"))
        self.map.setAccessibleDescription(
            self.tr("Move the pointer or press the arrow keys to read the probabilities at a place.")
        )
        self.body.addWidget(self.map, 1)

    def refresh(self) -> None:
        data, found = self.dataset, self._found()
        self.legend.setVisible(data is not None and data.is_plane)
        if data is not None:
            self.legend.set_classes(data.classes)
        if data is not None and data.is_plane and found is not None:
            shown = data, self.snapshot is not None and self.snapshot.is_test_sealed
            if shown != self._shown:
                self._shown = shown
                self._show_data(*shown)
            self._show_regions(found, self._lanes())
            self.show_message("")
            return
        self.show_message(self._what_to_do(data))
        self.header.set_note("")

    def _found(self) -> Boundary | None:
        found = self.snapshot.inside.get("boundary") if self.snapshot is not None else None
        if not isinstance(found, Boundary) or self.dataset is None or not found.shares.size:
            return None
        lanes, _, _, classes = found.shares.shape
        return found if (lanes, classes) == (len(self.looks), self.dataset.n_classes) else None

    def _what_to_do(self, data: Dataset | None) -> str:
        if data is not None and not data.is_plane:
            return self.tr(
                "A plane has two directions, so this view needs data of exactly two features: choose a toy, such as "
                "Circle or Spiral, in the data panel."
            )
        return self.tr("Press Play and watch the regions take shape.")

    def _lanes(self) -> list[int]:
        """Those that are shown: all that are visible, or the one in focus where none is."""
        visible = [lane for lane, look in enumerate(self.looks) if look.visible]
        return visible or [self.focus]

    def _show_data(self, data: Dataset, is_test_sealed: bool) -> None:
        parts = data.raw()
        hollow, labels = parts.test, data.test_y
        if is_test_sealed and parts.valid is not None and data.valid_y is not None:
            hollow, labels = parts.valid, data.valid_y
        raw = np.concatenate([parts.train, hollow]).astype(np.float64)
        labels = np.concatenate([data.train_y, labels])
        is_train = np.arange(len(raw)) < len(data.train_x)
        first, second = data.preparation.column_names
        self.map.set_data(raw, labels, is_train, data.classes, (first, second))

    def _show_regions(self, found: Boundary, lanes: list[int]) -> None:
        assert self.snapshot is not None
        shares = found.shares if len(lanes) == len(self.looks) else found.shares[lanes]
        sealed = self.snapshot.is_test_sealed
        tiles = [self._tile(lane, self.snapshot.lanes[lane], is_test_sealed=sealed) for lane in lanes]
        focus = lanes.index(self.focus) if self.focus in lanes else -1
        self.map.show_regions(Regions(found.x, found.y, shares), tiles, focus)
        words = self.tr(
            "step {step} · validation accuracy" if self.snapshot.is_test_sealed else "step {step} · test accuracy"
        )
        self.header.set_note(words.format(step=count(found.step)))

    def _tile(self, lane: int, figures: LaneSnapshot, *, is_test_sealed: bool) -> Tile:
        look = self.looks[lane]
        if figures.diverged_at is not None:
            words = self.tr("diverged at step {step}").format(step=count(figures.diverged_at))
            return Tile(look.name, look.style, instead=words)
        accuracy = figures.held_out_accuracy if is_test_sealed else figures.test_accuracy
        return Tile(look.name, look.style, percent(accuracy))
