"""Branches: a lane more, which goes on from where another one is, as it is or with another network."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QCoreApplication

from engine.errors import PlaygroundError
from engine.experiment.experiment import Experiment
from engine.experiment.field_path import FieldPath
from engine.experiment.lanes import lane_edits
from engine.experiment.lanes.lanes import lane_layers
from engine.experiment.lanes.spec import LONGEST_NAME, ON
from engine.experiment.lanes.value_names import BETWEEN, value_name
from playground.document.open_document import OpenDocument
from playground.document.undo import BranchCommand
from playground.ui.text.numbers import number
from playground.worker.commands import Branch, Unbranch

if TYPE_CHECKING:
    from engine.nn.layers.parts.functions import Function
    from engine.train.kept.interventions import WeightEdit


class Branches:
    """Each is one step of undo, and all go on while the run trains. All say whether they could be made."""

    def __init__(self, document: OpenDocument) -> None:
        self._document = document
        self._serial = 0

    def branch(self, lane: int) -> bool:
        """A new lane that starts as a lane is at the step that is shown, and trains on with the others from now."""
        snapshot = self._document.snapshot
        if snapshot is None or lane >= len(snapshot.lanes):
            return False
        at = snapshot.weights_step(lane, snapshot.step)
        name = self._tr("{name} from step {step}").format(name=snapshot.lanes[lane].name, step=at)
        return self._make(lane, name, self._tr("Branch a lane"))

    def switch_off(self, lane: int, layers: Sequence[int]) -> bool:
        """The same, where it goes without these layers from then on."""
        settings = {str(FieldPath.of_layer(layer, ON)): False for layer in layers}
        return self._make(lane, self._named(lane, settings), self._tr("Switch a layer off in a branch"), settings)

    def grow(self, lane: int, layer: int, units: int, noise: float) -> bool:
        """The same, where a layer has so many units from then on: see `engine.train.kept.growing`."""
        width = self._document.experiment.layers[layer].width
        settings = {str(FieldPath.of_layer(layer, width)): units}
        return self._make(lane, self._named(lane, settings), self._tr("Grow a layer in a branch"), settings, noise)

    def intervene(self, lane: int, settings: Mapping[str, Any]) -> bool:
        """The same, where these are set from then on: layers that are frozen, units that are off."""
        return self._make(lane, self._named(lane, settings), self._tr("Intervene in a branch"), settings)

    def intervene_here(self, lane: int, settings: Mapping[str, Any]) -> bool:
        """In the lane itself, which need not be a new one: live, and one step of undo each time."""

        def make(old: Experiment) -> Experiment:
            for path, value in settings.items():
                old = lane_edits.edit_lane(old, lane, path, value)
            return old

        return self._document.change(make, self._tr("Intervene in a lane"))

    def edit_weight(self, lane: int, edit: WeightEdit, title: str) -> bool:
        """The same, with one number edited at its start. title: what it is called."""
        said = f"{title} = {number(edit.value, 4)}"
        return self._make(lane, self._behind(lane, said), self._tr("Edit a weight in a branch"), edit=edit)

    def _named(self, lane: int, settings: Mapping[str, Any]) -> str:
        """The lane's name, and what is other than there."""
        layers = self._document.experiment.layers
        return self._behind(lane, BETWEEN.join(value_name(path, value, layers) for path, value in settings.items()))

    def _behind(self, lane: int, said: str) -> str:
        room = max(0, LONGEST_NAME - len(BETWEEN) - len(said))
        return f"{self._document.experiment.lanes[lane].name[:room]}{BETWEEN}{said}"

    def deepen(self, lane: int, head: int, function: Function, noise: float) -> bool:
        """The same, with a layer more behind the one at ``head`` from then on: see `engine.train.kept.growing`."""
        from engine.experiment.edits.deepening import deepen_lane  # here, as below: most runs never branch

        def make(old: Experiment) -> Experiment:
            assert self._document.dataset is not None
            return deepen_lane(old, lane, head, function, self._document.dataset)

        return self._push(lane, make, self._tr("Add a layer in a branch"), noise)

    def remove(self, lane: int) -> bool:
        """A lane goes, and the others go on. Undo brings the run back as it was left."""
        document, label = self._document, self._tr("Remove lane")
        snapshot = document.snapshot
        if snapshot is None or document.dataset is None or len(document.experiment.lanes) < 2:
            return document.change(lambda old: lane_edits.remove_lane(old, lane), label)
        new = lane_edits.remove_lane(document.experiment, lane)
        ways = document.show, partial(document.regroup, partial(Unbranch, lane=lane))
        document.undo_stack.push(BranchCommand(ways, document.experiment, new, label))
        return True

    def _make(
        self,
        lane: int,
        name: str,
        label: str,
        settings: Mapping[str, Any] = MappingProxyType({}),
        noise: float = 0.0,
        edit: WeightEdit | None = None,
    ) -> bool:
        return self._push(lane, lambda old: lane_edits.branch_lane(old, lane, name, settings), label, noise, edit)

    def _push(
        self,
        lane: int,
        make: Callable[[Experiment], Experiment],
        label: str,
        noise: float = 0.0,
        edit: WeightEdit | None = None,
    ) -> bool:
        document, snapshot = self._document, self._document.snapshot
        if snapshot is None or document.dataset is None or lane >= len(snapshot.lanes):
            return False
        try:
            self._check_trains(lane)
            new = make(document.experiment)
            self._check_fits(new, lane)
        except PlaygroundError as error:
            document.failed.emit(error)
            return False
        if not document.is_possible(new):
            return False
        self._serial += 1
        step = snapshot.step if snapshot.looked_back else None
        command = partial(Branch, lane=lane, step=step, serial=self._serial, noise=noise, edit=edit)
        ways = partial(document.regroup, Unbranch), partial(document.regroup, command)
        document.undo_stack.push(BranchCommand(ways, document.experiment, new, label))
        return True

    def _check_trains(self, lane: int) -> None:
        snapshot = self._document.snapshot
        assert snapshot is not None
        left = snapshot.lanes[lane]
        if left.diverged_at is not None:
            raise PlaygroundError(
                "{name} has diverged at step {step}: look back to an earlier step to branch from it.",
                name=left.name,
                step=left.diverged_at,
            )

    def _check_fits(self, new: Experiment, lane: int) -> None:
        from engine.train.kept.growing import check_change  # here, because most runs never branch

        dataset = self._document.dataset
        assert dataset is not None
        check_change(lane_layers(new, lane), lane_layers(new, len(new.lanes) - 1), dataset)

    @staticmethod
    def _tr(text: str) -> str:
        return QCoreApplication.translate("Session", text)
