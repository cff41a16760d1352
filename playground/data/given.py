"""What the network is given of the rows: which inputs, and pictures that move. Each is made when rows want it."""

from __future__ import annotations

from functools import cached_property, partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from engine.data import Dataset, is_file
from engine.experiment.experiment import Experiment

if TYPE_CHECKING:
    from playground.data.augmentation import AugmentationSection
    from playground.data.formulas import OwnFormulas
    from playground.data.inputs import InputSwitches


class Given(QObject):
    """Switches for points of a plane, formulas for other tables, augmentation for pictures."""

    edited = Signal(str, object)

    def __init__(self, inside: QVBoxLayout, content: QBoxLayout, rows: QWidget, parent: QObject) -> None:
        """inside: where inputs stand, as its second; content: where augmentation stands, before the ``rows``."""
        super().__init__(parent)
        self._inside, self._content, self._rows = inside, content, rows

    @cached_property
    def switches(self) -> InputSwitches:
        from playground.data.inputs import InputSwitches

        switches = InputSwitches()
        switches.chosen.connect(partial(self.edited.emit, "data.inputs"))
        self._inside.insertWidget(1, switches)
        return switches

    @cached_property
    def formulas(self) -> OwnFormulas:
        from playground.data.formulas import OwnFormulas

        formulas = OwnFormulas()
        formulas.chosen.connect(partial(self.edited.emit, "data.inputs"))
        self._inside.insertWidget(1, formulas)
        return formulas

    @cached_property
    def augmentation(self) -> AugmentationSection:
        from playground.data.augmentation import AugmentationSection

        augmentation = AugmentationSection()
        augmentation.edited.connect(self.edited)
        self._content.insertWidget(self._content.indexOf(self._rows), augmentation)
        return augmentation

    def show(self, dataset: Dataset | None, experiment: Experiment | None) -> None:
        """Of these rows; None while they are being read."""
        self._show_formulas(dataset, experiment)
        if dataset is not None and dataset.is_plane:
            self.switches.show_inputs(dataset)
            self.switches.show()
        else:
            self._hide("switches")
        if dataset is not None and dataset.image_shape is not None:
            self.augmentation.show_dataset(dataset)
            self.augmentation.show()
            if experiment is not None:
                self.augmentation.show_experiment(experiment)
        elif dataset is not None:
            self._hide("augmentation")

    def _show_formulas(self, dataset: Dataset | None, experiment: Experiment | None) -> None:
        """Of a person's own tables."""
        is_table = experiment is not None and is_file(experiment.data.source)
        if dataset is not None and is_table and self.formulas.is_for(dataset):
            self.formulas.show_inputs(dataset)
            self.formulas.show()
        else:
            self._hide("formulas")

    def _hide(self, name: str) -> None:
        """What has been made."""
        if name in self.__dict__:
            getattr(self, name).hide()
