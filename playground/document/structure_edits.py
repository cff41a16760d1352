"""Edits of layers and lanes, each under a name and one step of undo. All say whether they could be made."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from engine.data.spec import Point
from engine.errors import PlaygroundError
from engine.experiment.comparisons.base import Start
from engine.experiment.comparisons.registry import COMPARISONS
from engine.experiment.edits import layer_edits
from engine.experiment.edits.adapt import with_data
from engine.experiment.experiment import Experiment, parse
from engine.experiment.lanes import grids, lane_edits
from playground.document.new_rows import mended
from playground.document.open_document import OpenDocument

if TYPE_CHECKING:
    from engine.data.columns.refused import RefusedTableError
    from engine.experiment.comparisons.search import Ranges


class StructureEdits:
    """What makes another network, or other lanes, of the open document's experiment."""

    def __init__(self, document: OpenDocument) -> None:
        self._document = document

    # --- layers -----------------------------------------------------------------------------------------------------

    def insert_layer(self, index: int, kind: str) -> bool:
        """A new layer before layer ``index``."""
        return self._document.change(lambda old: layer_edits.insert_layer(old, index, kind), self._tr("Add layer"))

    def insert_hidden_layer(self, index: int) -> bool:
        """A layer with weights and its nonlinearity, before layer ``index``."""
        label = self._tr("Add hidden layer")
        return self._document.change(lambda old: layer_edits.insert_hidden_layer(old, index), label)

    def remove_layers(self, indices: list[int]) -> bool:
        return self._document.change(lambda old: layer_edits.remove_layers(old, indices), self._tr("Remove layer"))

    def move_layer(self, index: int, to: int) -> bool:
        return self._document.change(lambda old: layer_edits.move_layer(old, index, to), self._tr("Move layer"))

    def duplicate_layer(self, index: int) -> bool:
        return self._document.change(lambda old: layer_edits.duplicate_layer(old, index), self._tr("Duplicate layer"))

    # --- points -----------------------------------------------------------------------------------------------------

    def paint(self, points: Sequence[Point]) -> bool:
        """What a person has painted, as the rows to learn from."""
        from engine.experiment.edits.painting import with_points  # here, as below: no start waits for it

        source = self._document.experiment.data.source
        done = self._document.change(lambda old: with_points(old, points), self._tr("Paint points"))
        if done and source != "painted":
            self._document.painting_began.emit(source)
        return done

    # --- tables -----------------------------------------------------------------------------------------------------

    def mend_table(self, refused: RefusedTableError, path: str, value: object) -> bool:
        """Learns from a file that was refused, with one thing about it changed."""
        try:
            data, is_new = mended(self._document.experiment, refused, path, value)
        except PlaygroundError as error:
            self._document.failed.emit(error)
            return False
        label = self._tr("Open {file}").format(file=refused.sheet.name)
        return self._document.change(lambda old: with_data(old, data), label, reading=(data, is_new))

    # --- lanes ------------------------------------------------------------------------------------------------------

    def add_lane(self) -> bool:
        return self._document.change(lane_edits.add_lane, self._tr("Add lane"))

    def duplicate_lane(self, index: int) -> bool:
        return self._document.change(lambda old: lane_edits.duplicate_lane(old, index), self._tr("Duplicate lane"))

    def move_lane(self, index: int, to: int) -> bool:
        return self._document.change(lambda old: lane_edits.move_lane(old, index, to), self._tr("Move lane"))

    def solo_lane(self, index: int) -> bool:
        """Hides all other lanes, or shows all again."""
        return self._document.change(lambda old: lane_edits.solo(old, index), self._tr("Show one lane alone"))

    def show_all_lanes(self) -> bool:
        return self._document.change(lane_edits.show_all, self._tr("Show all lanes"))

    def show_lanes(self, visible: Sequence[bool]) -> bool:
        """Each lane shown or hidden."""
        return self._document.change(lambda old: lane_edits.shown(old, visible), self._tr("Show some lanes"))

    def compare(self, name: str, lane: int = 0) -> bool:
        """One of `COMPARISONS`, which starts from a lane."""
        comparison = COMPARISONS[name]
        dataset = self._document.dataset
        return self._document.change(
            lambda old: comparison.make(Start.of(old, lane, dataset)), self._tr("Compare lanes")
        )

    def grid(self, values: Mapping[str, Sequence[object]], lane: int = 0) -> bool:
        """A lane for every combination of the values of one or two settings, in all else as a lane is."""
        return self._document.change(lambda old: grids.grid(old, values, lane=lane), self._tr("Compare lanes"))

    def search(self, ranges: Ranges, count: int, draw: int, lane: int = 0) -> bool:
        """So many lanes with values drawn at random, in all else as a lane is."""
        from engine.experiment.comparisons.search import search

        label = self._tr("Random search")
        return self._document.change(lambda old: search(old, ranges, count, draw=draw, lane=lane), label)

    def edit_lanes(self, edits: Sequence[tuple[str, object]]) -> bool:
        """The same edit of several lanes."""
        return self._document.edit_together(self._tr("Edit several lanes"), edits)

    def edit_all_lanes(self, path: str, value: object) -> bool:
        """A field for every lane, those that set it for themselves included."""
        label = self._tr("Edit all lanes")
        return self._document.change(lambda old: lane_edits.edit_all_lanes(old, path, value), label)

    def more_seeds(self, more: int) -> bool:
        """Each setting that there is with so many more seeds, behind the lanes that there are."""
        from engine.experiment.lanes import repeats

        label = self._tr("Repeat with other seeds")
        return self._document.change(lambda old: repeats.more_seeds(old, more), label)

    def reseed(self) -> bool:
        """New starting weights, batches and masks: the next seed, for every lane that has one of its own too."""
        return self._document.change(_with_next_seed, self._tr("New seed"))

    @staticmethod
    def _tr(text: str) -> str:
        return QCoreApplication.translate("Session", text)


def _with_next_seed(experiment: Experiment) -> Experiment:
    data = experiment.to_dict()
    data["seed"] += 1
    for lane in data["lanes"]:
        if "seed" in lane["set"]:
            lane["set"]["seed"] += 1
    return parse(data)
