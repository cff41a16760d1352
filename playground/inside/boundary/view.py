"""What each lane says everywhere: over the plane of two features, or numbers over a single one."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

import numpy as np
from PySide6.QtWidgets import QWidget

from engine.data import Dataset
from engine.data.task import Task
from engine.inspectors.answers.boundary import Boundary
from engine.inspectors.answers.fit import Fit, single_column
from engine.train.snapshot import LaneSnapshot
from engine.visible import visible
from playground.inside.boundary.legend import ClassLegend
from playground.inside.boundary.map import BoundaryMap, Regions, Tile
from playground.inside.view import InsidePanel
from playground.ui.look.number_scale import NumberScale
from playground.ui.text.numbers import count, score

if TYPE_CHECKING:
    from playground.inside.boundary.fit_page import FitPage
    from playground.inside.boundary.number_legend import NumberLegend


class BoundaryPanel(InsidePanel):
    """A picture for each visible lane; for data of two features only."""

    name: ClassVar[str] = "boundary"

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown: tuple[Dataset, bool] | None = None
        """The rows whose points are there, and whether validation rows stand in for test rows, which are sealed."""
        self._fit: FitPage | None = None
        self._scale_legend: NumberLegend | None = None
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
        data = self.dataset
        is_number = data is not None and data.task == "numbers"
        self.legend.setVisible(data is not None and data.is_plane and not is_number)
        if self._scale_legend is not None:
            self._scale_legend.setVisible(data is not None and data.is_plane and is_number)
        if data is not None:
            self.legend.set_classes(data.classes)
        if data is not None and (self._show_map(data) or self._show_fit(data)):
            self.show_message("")
            return
        self.show_message(self._what_to_do(data))
        self.header.set_note("")

    def _show_map(self, data: Dataset) -> bool:
        """Whether there is one."""
        found = self._found()
        if found is None or not data.is_plane:
            return False
        shown = data, self._is_test_sealed()
        if shown != self._shown:
            self._shown = shown
            self._show_data(*shown)
        self._show_regions(found, self._lanes())
        self._choose(self.map)
        return True

    def _show_fit(self, data: Dataset) -> bool:
        """Whether there are curves over one feature."""
        found = self.snapshot.inside.get("fit") if self.snapshot is not None else None
        if not isinstance(found, Fit) or self.snapshot is None or not len(found.x) or single_column(data) is None:
            return False
        if len(found.curves) != len(self.looks) or data.task != "numbers":
            return False
        scores = [self._score(figures) for figures in self.snapshot.lanes]
        from playground.inside.boundary.fit_page import Points

        points = Points(data, self.looks, is_test_sealed=self._is_test_sealed())
        self.fit.show_fit(points, found, self._lanes(), self.focus, scores)
        self._show_note(found.step)
        self._choose(self.fit)
        return True

    @property
    def fit(self) -> FitPage:
        """Made when there is a curve to show."""
        if self._fit is None:
            from playground.inside.boundary.fit_page import FitPage

            self._fit = FitPage()
            self._fit.setObjectName("boundary.fit")
            self._fit.setAccessibleName(self.tr("Curves that the lanes have fitted"))
            self._fit.setAccessibleDescription(self.tr("Arrow keys move along the curve of the lane in focus."))
            self.body.addWidget(self._fit, 1)
        return self._fit

    def _choose(self, shown: QWidget) -> None:
        self.map.setVisible(shown is self.map)
        if self._fit is not None:
            self._fit.setVisible(shown is self._fit)

    def _found(self) -> Boundary | None:
        found = self.snapshot.inside.get("boundary") if self.snapshot is not None else None
        if not isinstance(found, Boundary) or self.dataset is None or not found.shares.size:
            return None
        lanes, _, _, classes = found.shares.shape
        return found if (lanes, classes) == (len(self.looks), self.dataset.n_outputs) else None

    def _what_to_do(self, data: Dataset | None) -> str:
        if data is not None and (other := _no_number(data)):
            return self.tr(
                "This view shows what is predicted over numbers, and “{column}” holds none: look at Predictions."
            ).format(column=other)
        if data is not None and data.task == "numbers" and not data.is_plane and single_column(data) is None:
            return self.tr(
                "This view shows what is predicted over one feature or over two: these rows have more, so look at "
                "Predictions."
            )
        if data is not None and data.task == "classes" and not data.is_plane:
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
        elif is_test_sealed:  # each lane leaves out a fold of its own
            hollow, labels = hollow[:0], labels[:0]
        raw = np.concatenate([parts.train, hollow]).astype(np.float64)
        labels = np.concatenate([data.train_y, labels])
        is_train = np.arange(len(raw)) < len(data.train_x)
        first, second = data.preparation.column_names
        scale = NumberScale.of(data) if data.task == "numbers" else None
        classes = data.classes if scale is None else (data.target_name,)
        self.map.set_data(raw, labels, is_train, classes, (first, second), scale)
        if scale is not None:
            self._show_scale(scale)

    def _show_scale(self, scale: NumberScale) -> None:
        if self._scale_legend is None:
            from playground.inside.boundary.number_legend import NumberLegend

            self._scale_legend = NumberLegend()
            self._scale_legend.setObjectName("boundary.scale")
            self.header.add_widget(self._scale_legend)
        self._scale_legend.set_scale(scale)
        self._scale_legend.show()

    def _show_regions(self, found: Boundary, lanes: list[int]) -> None:
        assert self.snapshot is not None
        shares = found.shares if len(lanes) == len(self.looks) else found.shares[lanes]
        tiles = [self._tile(lane, self.snapshot.lanes[lane]) for lane in lanes]
        focus = lanes.index(self.focus) if self.focus in lanes else -1
        self.map.show_regions(Regions(found.x, found.y, shares), tiles, focus)
        self._show_note(found.step)

    def _show_note(self, step: int) -> None:
        """step: at which it was looked. While it trains, the accuracies are often those of another step."""
        assert self.snapshot is not None
        seen, at = (self.snapshot.weights_step(self.focus, each) for each in (step, self.snapshot.evaluated_at))
        is_sealed = self._is_test_sealed()
        if self._task() == "numbers":
            words = self.tr("validation R²" if is_sealed else "test R²")
        else:
            words = self.tr("validation accuracy" if is_sealed else "test accuracy")
        if at != seen:
            words = self.tr("{score} of step {step}").format(score=words, step=count(at))
        self.note_at(step, words)

    def _task(self) -> Task:
        return self.dataset.task if self.dataset is not None else "classes"

    def _is_test_sealed(self) -> bool:
        return self.snapshot is not None and self.snapshot.is_test_sealed

    def _score(self, figures: LaneSnapshot) -> str:
        """On the rows that are shown."""
        found = figures.held_out_accuracy if self._is_test_sealed() else figures.test_accuracy
        return score(found, self._task())

    def _tile(self, lane: int, figures: LaneSnapshot) -> Tile:
        look = self.looks[lane]
        if figures.diverged_at is not None:
            words = self.tr("diverged at step {step}").format(step=count(figures.diverged_at))
            return Tile(look.name, look.style, instead=words)
        return Tile(look.name, look.style, self._score(figures))


def _no_number(data: Dataset) -> str:
    """Of one or two columns, the first that holds something else than numbers, such as days; empty where none does."""
    columns = data.preparation.columns
    return (
        next((visible(column.name) for column in columns if column.kind != "number"), "") if len(columns) <= 2 else ""
    )
