"""The settings of one column's layers, in place: the same editors as in the stack, in a small window of their own."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import QFrame, QLabel, QVBoxLayout, QWidget

from engine.experiment.experiment import Experiment
from engine.experiment.field_path import FieldPath
from engine.fields import field_infos
from engine.inspectors.net.blocks import Block
from playground.ui.fields.field_form import FieldForm
from playground.ui.fields.override_mark import mark_override
from playground.ui.fields.overrides import override_of
from playground.ui.look import theme
from playground.ui.text import i18n


class ColumnSettings(QFrame):
    """Goes away when somebody presses elsewhere, or Escape. ``edited``: (path, value)."""

    edited = Signal(str, object)

    def __init__(self, parent: QWidget, block: Block, experiment: Experiment) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setObjectName("network.settings")
        self.setAccessibleName(self.tr("Settings of the layer"))
        self.setProperty("role", "card")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
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

    def open_at(self, place: QPoint) -> None:
        """Below a place on the screen, or above it where there is no room."""
        self.adjustSize()
        screen = self.screen().availableGeometry()
        x = min(max(place.x() - self.width() // 2, screen.left() + 4), screen.right() - self.width() - 4)
        y = place.y() if place.y() + self.height() < screen.bottom() else max(screen.top(), place.y() - self.height())
        self.move(x, y)
        self.show()
        first = next(iter(self._forms.values()))
        usable = [editor for editor in first.editors.values() if editor.isEnabled()]
        if usable:
            usable[0].setFocus(Qt.FocusReason.PopupFocusReason)
