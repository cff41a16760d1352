"""The settings of one column's layers, in place: the same editors as in the stack, in a small window of their own."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from engine.experiment.experiment import Experiment
from engine.experiment.field_path import FieldPath
from engine.fields import field_infos
from engine.inspectors.net.blocks import Block
from playground.network.popup_card import PopupCard
from playground.ui.fields.field_form import FieldForm
from playground.ui.fields.override_mark import mark_override
from playground.ui.fields.overrides import override_of
from playground.ui.look import theme
from playground.ui.text import i18n


class ColumnSettings(PopupCard):
    """``edited``: (path, value)."""

    edited = Signal(str, object)

    def __init__(self, parent: QWidget, block: Block, experiment: Experiment) -> None:
        super().__init__(parent)
        self.setObjectName("network.settings")
        self.setAccessibleName(self.tr("Settings of the layer"))
        self._block = block
        self._kinds = [experiment.layers[row].kind for row in block.rows]
        self._forms: dict[int, FieldForm] = {}
        column = QVBoxLayout(self)
        column.setContentsMargins(0, theme.SPACE_2, 0, 0)
        column.setSpacing(0)
        for row in block.rows:
            layer = experiment.layers[row]
            title = QLabel(f"{row + 1} {i18n.choice_name(layer.kind)}")
            title.setFont(theme.font("title"))
            title.setContentsMargins(theme.SPACE_3, 0, theme.SPACE_3, 0)
            form = FieldForm()
            for name, info in field_infos(type(layer)).items():
                if name != "kind" and info.kind != "other":
                    path = str(FieldPath.of_layer(row, name))
                    form.add(path, info).setObjectName(f"network.{path}")
            form.committed.connect(self.edited)
            form.set_tab_order()
            self._forms[row] = form
            column.addWidget(title)
            column.addWidget(form)
        self.show_experiment(experiment)

    def show_experiment(self, experiment: Experiment) -> None:
        """Other values; of another stack it goes away."""
        layers = experiment.layers
        if [layers[row].kind for row in self._block.rows if row < len(layers)] != self._kinds:
            self.close()
            return
        for row, form in self._forms.items():
            for path, editor in form.editors.items():
                name = FieldPath.parse(path).field
                editor.set_value(getattr(layers[row], name))
                assert editor.info is not None
                mark_override(editor, editor.info, override_of(experiment, path))
                if name == "units" and row == experiment.output_layer:
                    form.offer(path, False, self.tr("The output has one unit for each thing that is to be said."))

    def first_field(self) -> QWidget | None:
        """The first that can be used."""
        first = next(iter(self._forms.values()))
        return next((editor for editor in first.editors.values() if editor.isEnabled()), None)
