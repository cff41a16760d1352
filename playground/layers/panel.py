"""The stack of layers: each one a row with its settings; added, removed, moved and duplicated."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QPoint, QTimer, Signal
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QMenu, QVBoxLayout, QWidget

from engine.data import Dataset
from engine.errors import PlaygroundError
from engine.experiment.edits import layer_edits
from engine.experiment.experiment import Experiment
from engine.experiment.field_path import FieldPath
from engine.nn.layers.base import has_weights, may_be_output
from engine.nn.layers.registry import LAYERS
from engine.nn.shapes import last_picture
from engine.train.memory import check_memory
from playground.layers.actions import LayerActions
from playground.layers.details import LayerDetails, sentence
from playground.layers.ends import input_text, output_text
from playground.layers.heading import LayerHeading
from playground.layers.rows.row import LayerRow
from playground.layers.rows.view import LayerView, layer_views, parameters_of_lanes
from playground.layers.stack import MARGIN, LayerStack
from playground.layers.switching import LayerSwitch
from playground.ui.branching.offers import BranchOffers
from playground.ui.branching.place import BranchPlace
from playground.ui.look import theme
from playground.ui.panel import Panel
from playground.ui.text import i18n, numbers
from playground.ui.text.edit_titles import path_title
from playground.ui.widgets.elided_label import ElidedLabel
from playground.ui.widgets.scroll_holder import scroll_area
from playground.ui.widgets.spare_time import SpareTime

_BEHIND_OUTPUT = frozenset(kind for kind, spec in LAYERS.items() if spec.may_follow_output)
"""Kinds that may stand behind the output layer."""
_FOR_NUMBERS = frozenset(kind for kind, spec in LAYERS.items() if not spec.sees_pictures)


class LayersPanel(Panel):
    """``inserted`` says (index, kind), ``removed`` a list of indices.

    ``moved`` says (index, to) and ``duplicated`` an index; both say a list of indices where there are several.
    """

    name = "layers"
    inserted = Signal(int, str)
    removed = Signal(list)
    moved = Signal(object, int)
    duplicated = Signal(object)
    hidden_inserted = Signal(int)
    """A dense layer and its activation are wanted before a layer."""
    edited_together = Signal(str, object)
    """What is done, and edits as ((path, value), ...): a setting of all selected layers."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._experiment: Experiment | None = None
        self._dataset: Dataset | None = None
        self._views: list[LayerView] = []
        self._wanted: Sequence[int] = ()
        self._asked_gap: int | None = None
        self._gap: int | None = None
        self.count = ElidedLabel()
        self.actions_by_name = LayerActions(self)
        self.branching = BranchOffers(self)
        self._switch = LayerSwitch(self)
        self._switch.switched.connect(self.edited_together)
        self._focus = 0
        self.stack = LayerStack()
        self.heading = LayerHeading(MARGIN)
        self.heading.set_columns(self.stack.columns)
        self.stack.set_folding(self.heading.compact.isChecked())
        self.scope = self.heading.scope
        self.details = LayerDetails()
        self.area = scroll_area(self.stack)
        self.area.setMinimumWidth(self.stack.narrowest + self.area.verticalScrollBar().sizeHint().width())
        self._to_reveal: LayerRow | None = None
        self._reveal_timer = QTimer(self, singleShot=True)
        self._complete_later = SpareTime(self)
        self._lay_out()
        self._connect()
        self._on_selection_changed()

    def _lay_out(self) -> None:
        self.count.setFont(theme.font("small"))
        self.count.setProperty("role", "muted")
        self.count.set_help(self.tr("How many numbers one lane learns: all weights and biases."))
        self._header = QWidget()
        header = QHBoxLayout(self._header)
        header.setContentsMargins(theme.SPACE_3, 0, theme.SPACE_3, 0)
        header.addWidget(self.count, 1)
        header.addWidget(self.actions_by_name)
        line = QFrame()
        line.setProperty("role", "line")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, theme.SPACE_1, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._header)
        for widget in (self.heading, self.area, line, self.details):
            column.addWidget(widget)

    def dock_header(self) -> QWidget:
        return self._header

    def _connect(self) -> None:
        self.stack.edited.connect(self._edit)
        self.stack.moved.connect(self._move)
        self.stack.insert_wanted.connect(self._ask_for_kind)
        self.stack.columns_changed.connect(self.heading.set_columns)
        self.heading.compact.toggled.connect(self.stack.set_folding)
        self.scope.scope_changed.connect(self._show_scope)
        self.stack.selection_changed.connect(self._on_selection_changed)
        self.stack.row_removed.connect(self._on_row_removed)
        self.stack.revealed.connect(self._on_revealed)
        self._reveal_timer.timeout.connect(self._reveal)
        self._complete_later.come.connect(self._complete_one)
        actions = self.actions_by_name
        actions.add_chosen.connect(self._add)
        actions.menu_opens.connect(self._on_menu_opens)
        actions.menu_closed.connect(self.stack.insert_mark.hide)
        actions["add_layer_before"].triggered.connect(self._ask_before)
        actions["add_hidden_layer"].triggered.connect(self._add_hidden)
        actions["duplicate_layer"].triggered.connect(self._duplicate)
        actions["move_layer_up"].triggered.connect(self._move_up)
        actions["move_layer_down"].triggered.connect(self._move_down)
        actions["remove_layer"].triggered.connect(self._remove)

    # --- showing ----------------------------------------------------------------------------------------------------

    def show_experiment(self, experiment: Experiment) -> None:
        self._experiment = experiment
        self.scope.show_lanes(experiment)
        self.heading.fit()
        self._views = layer_views(experiment, self._dataset, self.scope.lane)
        self.stack.show_views(self._views, self._wanted)
        counts = parameters_of_lanes(experiment, self._dataset, self.scope.lane)
        if not counts:
            self.count.setText("")
        else:
            number = " – ".join(map(numbers.count, counts))
            words, tight = self.tr("{count} parameters"), "–".join(map(numbers.count, counts))
            self.count.set_texts(words.format(count=number), words.format(count=tight), tight)
        self._show_ends(experiment)
        self._on_selection_changed()
        self._complete_later.start()

    def show_dataset(self, dataset: Dataset | None) -> None:
        self._dataset = dataset
        if self._experiment is not None:
            self.show_experiment(self._experiment)

    def _show_scope(self) -> None:
        if self._experiment is not None:
            self.show_experiment(self._experiment)

    def _show_ends(self, experiment: Experiment) -> None:
        assert experiment.output_layer is not None
        n_outputs = self._views[experiment.output_layer].outputs
        self.stack.input.set_text(input_text(self._dataset))
        self.stack.output.set_text(output_text(self._dataset, experiment.data.task, n_outputs))

    def _on_selection_changed(self) -> None:
        chosen = self.stack.selection.indices()
        actions = self.actions_by_name
        actions["duplicate_layer"].setEnabled(bool(chosen))
        actions["move_layer_up"].setEnabled(bool(chosen) and chosen[0] > 0)
        actions["move_layer_down"].setEnabled(bool(chosen) and chosen[-1] < len(self._views) - 1)
        actions["remove_layer"].setEnabled(bool(chosen))
        self._show_details(chosen)

    def _show_details(self, chosen: list[int]) -> None:
        if len(chosen) > 1 and self.stack.folding.is_whole(chosen) and chosen[-1] in self.stack.folding.of(chosen[0]):
            chosen = chosen[:1]  # a single hidden layer, as a whole
        if len(chosen) > 1:
            words = self.tr("{count} layers selected: what is set in one of them is set in all that have it.")
            self.details.show_text(words.format(count=len(chosen)))
        elif not chosen or chosen[0] >= len(self._views):
            self.details.show_text(self.tr("Select a layer to see more of it; drag a row to move it."))
        elif (page := self.stack.rows[chosen[0]].details) is not None:
            self.details.add_page(page)
            self.details.show_page(page)
        else:
            self.details.show_text(sentence(self._views[chosen[0]]))

    def _on_row_removed(self, row: LayerRow) -> None:
        if row.made_details is not None:
            self.details.remove_page(row.made_details)

    def complete(self) -> None:
        """Makes all editors that are not there yet: of rows that are folded, and for the strip."""
        while self._complete_one():
            pass

    def _complete_one(self) -> bool:
        """Of the first row that lacks some; whether there was one."""
        row = next((row for row in self.stack.rows if not row.is_complete), None)
        if row is None:
            self._complete_later.stop()
            return False
        if row.details is not None:
            self.details.add_page(row.details)
        self.stack.set_tab_order()
        return True

    def _on_revealed(self, row: LayerRow) -> None:
        self._to_reveal = row
        self._reveal_timer.start()

    def _reveal(self) -> None:
        """Scrolls to the row that a person should see, once it has got its place."""
        row, self._to_reveal = self._to_reveal, None
        if row is not None and row in self.stack.rows:
            self.area.ensureWidgetVisible(row, 0, row.height() // 2)

    # --- asking for changes -----------------------------------------------------------------------------------------

    def _edit(self, path: str, value: object) -> None:
        """For all lanes, or for the one in view; and for all selected layers that have such a setting."""
        paths = [str(each) for each in self._alike(FieldPath.parse(path))]
        if len(paths) < 2 or value is None:
            self.edited.emit(self._in_scope(path), value)
            return
        edits = tuple((self._in_scope(each), value) for each in paths)
        text = self.tr("{setting} of {count} layers")
        self.edited_together.emit(text.format(setting=path_title(path), count=len(paths)), edits)

    def _in_scope(self, path: str) -> str:
        lane = self.scope.lane
        return path if lane is None else str(FieldPath.parse(path).in_lane(lane))

    def _alike(self, path: FieldPath) -> list[FieldPath]:
        """The same setting of all selected layers, where the edited one is among them; the output keeps its units."""
        chosen, field = self.stack.selection.indices(), path.field
        if not isinstance(path.layer, int) or path.layer not in chosen:
            return [path]
        own = [
            index
            for index in chosen
            if field in type(self._views[index].layer).model_fields
            and not (self._views[index].is_output and field == "units")
        ]
        return [FieldPath.of_layer(index, field) for index in own] if path.layer in own else [path]

    def _can(self, change: Callable[[Experiment], Experiment]) -> bool:
        """Whether the stack can be changed so. If not, the strip below it says why."""
        if self._experiment is None:
            return False
        try:
            new = change(self._experiment)
            if self._dataset is not None:
                check_memory(new, self._dataset)
        except PlaygroundError as error:
            self.details.show_problem(i18n.error_text(error))
            return False
        return True

    def _ask_before(self) -> None:
        """The list of kinds, for a layer before the selected ones."""
        chosen = self.stack.selection.indices()
        self._asked_gap = chosen[0] if chosen else 0
        self.actions_by_name.show_menu_below()

    def _ask_for_kind(self, gap: int, position: QPoint) -> None:
        """The list of kinds, for a layer before layer ``gap``."""
        self._asked_gap = gap
        self.actions_by_name.show_menu(position)

    def _on_menu_opens(self) -> None:
        """A dense or activation layer never comes behind the output, and the list says so."""
        self._gap, self._asked_gap = self._asked_gap, None
        output = self._experiment.output_layer if self._experiment is not None else None
        if output is None:
            return
        if self._gap is not None and self._gap > output:
            self.actions_by_name.explain(self.tr("Only dropout can follow the output layer."), only=_BEHIND_OUTPUT)
        elif self._gap is None and self._behind_selection(output) > output:
            self.actions_by_name.explain(self.tr("All but dropout go before the output layer."))
        elif self._dataset is not None and self._dataset.image_shape is None:
            note = self.tr("Convolution and pooling need data that are pictures.")
            self.actions_by_name.explain(note, only=_FOR_NUMBERS)
        else:
            self.actions_by_name.explain()

    def _behind_selection(self, output: int) -> int:
        chosen = self.stack.selection.indices()
        return chosen[-1] + 1 if chosen else output

    def _add(self, kind: str) -> None:
        """Where the list of kinds was opened for, or behind the selected layers."""
        gap, self._gap = self._gap, None
        if self._experiment is None or (output := self._experiment.output_layer) is None:
            return
        self.stack.settle()
        index = self._behind_selection(output) if gap is None else gap
        if not LAYERS[kind].may_follow_output:
            index = min(index, output)
        if LAYERS[kind].sees_pictures:
            index = min(index, last_picture([view.layer for view in self._views], self._dataset))
        if self._can(lambda old: layer_edits.insert_layer(old, index, kind)):
            self._wanted = [index]
            self.inserted.emit(index, kind)
            self._wanted = ()

    def _add_hidden(self) -> None:
        """Behind the block of the selected layer, or where the list of kinds was opened for."""
        gap, self._gap = self._gap, None
        if self._experiment is None or (output := self._experiment.output_layer) is None:
            return
        self.stack.settle()
        index = min(self._behind_selection(output) if gap is None else gap, output)
        while gap is None and index < output and not has_weights(self._views[index].layer):
            index += 1  # an activation and a dropout belong to the layer before them
        if self._can(lambda old: layer_edits.insert_hidden_layer(old, index)):
            self._wanted = [index]
            self.hidden_inserted.emit(index)
            self._wanted = ()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Of the selected rows, with the one under the pointer among them."""
        row = self.stack.row_at(self.stack.mapFrom(self, event.pos()).y())
        if row is not None and not row.is_selected:
            self.stack.select(row.index)
        menu = self.actions_by_name.row_menu(self)
        self._offer_to_switch(menu)
        self._offer_branches(menu)
        menu.popup(event.globalPos())
        event.accept()

    def _offer_to_switch(self, menu: QMenu) -> None:
        self._switch.offer(menu, self._views, self.stack.selection.indices(), self.scope.lane)

    def _offer_branches(self, menu: QMenu) -> None:
        """Of the lane in view, or else of the selected one."""
        chosen = self.stack.selection.indices()
        if chosen and self._experiment is not None and self._dataset is not None:
            lane = self._focus if self.scope.lane is None else self.scope.lane
            menu.addSeparator()
            self.branching.offer(menu, BranchPlace(self._experiment, self._dataset, lane), chosen)

    def set_focus(self, lane: int) -> None:
        """The lane that is selected in the table."""
        self._focus = lane

    def _remove(self) -> None:
        chosen = self.stack.selection.indices()
        if not chosen:
            return
        self.stack.settle()
        if not any(may_be_output(view.layer) for index, view in enumerate(self._views) if index not in chosen):
            self.details.show_problem(
                self.tr("A net needs at least one dense layer: the last one is its output, so it stays.")
            )
        elif self._experiment is not None and self._can(lambda old: layer_edits.remove_layers(old, chosen)):
            left = layer_edits.layers_left(self._experiment, chosen)
            self._wanted = [max(0, min(chosen[0], len(left) - 1))]
            self.removed.emit(chosen)
            self._wanted = ()

    def _duplicate(self) -> None:
        chosen = self.stack.selection.indices()
        self.stack.settle()
        if chosen and self._can(lambda old: layer_edits.duplicate_layer(old, chosen)):
            self._wanted = range(chosen[-1] + 1, chosen[-1] + 1 + len(chosen))
            self.duplicated.emit(_one_or_all(chosen))
            self._wanted = ()

    def _move(self, indices: list[int], to: int) -> None:
        self.stack.settle()
        if indices and self._can(lambda old: layer_edits.move_layer(old, indices, to)):
            self._wanted = range(to, to + len(indices))
            self.moved.emit(_one_or_all(indices), to)
            self._wanted = ()

    def _move_up(self) -> None:
        """By a row; whole hidden layers by a hidden layer."""
        chosen, folding = self.stack.selection.indices(), self.stack.folding
        self._move(chosen, folding.above(chosen[0]) if folding.is_whole(chosen) else chosen[0] - 1)

    def _move_down(self) -> None:
        chosen, folding = self.stack.selection.indices(), self.stack.folding
        behind = folding.below(chosen[-1]) if folding.is_whole(chosen) else chosen[-1] + 2
        self._move(chosen, behind - len(chosen))


def _one_or_all(indices: list[int]) -> int | list[int]:
    return indices[0] if len(indices) == 1 else indices
