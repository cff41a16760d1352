"""The stack of layers: each one a row with its settings; added, removed, moved and duplicated."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from engine.data import Dataset
from engine.experiment import Experiment
from playground import theme
from playground.panel import Panel
from playground.widgets.layer_actions import LayerActions
from playground.widgets.layer_details import LayerDetails, sentence
from playground.widgets.layer_row import LayerRow
from playground.widgets.layer_stack import LayerStack
from playground.widgets.layer_view import LayerView, layer_views, total_parameters


class LayersPanel(Panel):
    """``inserted`` says (index, kind), ``removed`` a list of indices, ``moved`` (from, to), ``duplicated`` an index."""

    name = "layers"
    inserted = Signal(int, str)
    removed = Signal(list)
    moved = Signal(int, int)
    duplicated = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._experiment: Experiment | None = None
        self._dataset: Dataset | None = None
        self._views: list[LayerView] = []
        self._wanted: int | None = None
        self.count = QLabel()
        self.actions_by_name = LayerActions(self)
        self.stack = LayerStack()
        self.details = LayerDetails()
        self.area = _scroll_area(self.stack)
        self._to_reveal: LayerRow | None = None
        self._reveal_timer = QTimer(self, singleShot=True, interval=0)
        self._lay_out()
        self._connect()
        self._on_selection_changed()

    def _lay_out(self) -> None:
        self.count.setFont(theme.font("small"))
        self.count.setProperty("role", "muted")
        self.count.setToolTip(self.tr("How many numbers one lane learns: all weights and biases."))
        header = QHBoxLayout()
        header.setContentsMargins(theme.SPACE_3, 0, theme.SPACE_3, 0)
        header.addWidget(self.count, 1)
        header.addWidget(self.actions_by_name)
        line = QFrame()
        line.setProperty("role", "line")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, theme.SPACE_1, 0, 0)
        column.setSpacing(0)
        column.addLayout(header)
        for widget in (self.area, line, self.details):
            column.addWidget(widget)

    def _connect(self) -> None:
        self.stack.edited.connect(self.edited)
        self.stack.moved.connect(self._move)
        self.stack.selection_changed.connect(self._on_selection_changed)
        self.stack.row_added.connect(self._on_row_added)
        self.stack.row_removed.connect(self._on_row_removed)
        self.stack.revealed.connect(self._on_revealed)
        self._reveal_timer.timeout.connect(self._reveal)
        actions = self.actions_by_name
        actions.add_chosen.connect(self._add)
        actions["duplicate_layer"].triggered.connect(self._duplicate)
        actions["move_layer_up"].triggered.connect(self._move_up)
        actions["move_layer_down"].triggered.connect(self._move_down)
        actions["remove_layer"].triggered.connect(self._remove)

    # --- showing ----------------------------------------------------------------------------------------------------

    def show_experiment(self, experiment: Experiment) -> None:
        self._experiment = experiment
        n_features = self._dataset.n_features if self._dataset is not None else None
        self._views = layer_views(experiment, n_features)
        self.stack.show_views(self._views, self._wanted)
        count = total_parameters(self._views)
        self.count.setText("" if count is None else self.tr("{count} parameters").format(count=f"{count:,}"))
        self._show_ends(experiment)
        self._on_selection_changed()

    def show_dataset(self, dataset: Dataset | None) -> None:
        self._dataset = dataset
        if self._experiment is not None:
            self.show_experiment(self._experiment)

    def _show_ends(self, experiment: Experiment) -> None:
        data, output = self._dataset, experiment.output_layer
        assert output is not None
        n_classes = self._views[output].outputs
        self.stack.output.set_text(self.tr("{count} classes").format(count=n_classes))
        if data is None:
            self.stack.input.set_text("")
        elif data.image_shape is not None:
            height, width = data.image_shape
            self.stack.input.set_text(f"{height} × {width} = {data.n_features}")
        elif data.n_features == 1:
            self.stack.input.set_text(self.tr("1 feature"))
        else:
            self.stack.input.set_text(self.tr("{count} features").format(count=data.n_features))

    def _on_selection_changed(self) -> None:
        chosen = self.stack.selection.indices()
        one, last = len(chosen) == 1, len(self._views) - 1
        actions = self.actions_by_name
        actions["duplicate_layer"].setEnabled(one)
        actions["move_layer_up"].setEnabled(one and chosen[0] > 0)
        actions["move_layer_down"].setEnabled(one and chosen[0] < last)
        actions["remove_layer"].setEnabled(bool(chosen))
        self._show_details(chosen)

    def _show_details(self, chosen: list[int]) -> None:
        if len(chosen) > 1:
            self.details.show_text(self.tr("{count} layers selected").format(count=len(chosen)))
        elif not chosen or chosen[0] >= len(self._views):
            self.details.show_text(self.tr("Select a layer to see more of it; drag a row to move it."))
        elif (page := self.stack.rows[chosen[0]].details) is not None:
            self.details.show_page(page)
        else:
            self.details.show_text(sentence(self._views[chosen[0]]))

    def _on_row_added(self, row: LayerRow) -> None:
        if row.details is not None:
            self.details.add_page(row.details)

    def _on_row_removed(self, row: LayerRow) -> None:
        if row.details is not None:
            self.details.remove_page(row.details)

    def _on_revealed(self, row: LayerRow) -> None:
        self._to_reveal = row
        self._reveal_timer.start()

    def _reveal(self) -> None:
        """Scrolls to the row that a person should see, once it has got its place."""
        row, self._to_reveal = self._to_reveal, None
        if row is not None and row in self.stack.rows:
            self.area.ensureWidgetVisible(row, 0, row.height() // 2)

    # --- asking for changes -----------------------------------------------------------------------------------------

    def _add(self, kind: str) -> None:
        """Behind the selected layers; but a dense or activation layer never comes behind the output."""
        if self._experiment is None or (output := self._experiment.output_layer) is None:
            return
        self.stack.settle()
        chosen = self.stack.selection.indices()
        index = chosen[-1] + 1 if chosen else output
        self._wanted = index if kind == "dropout" else min(index, output)
        self.inserted.emit(self._wanted, kind)
        self._wanted = None

    def _remove(self) -> None:
        chosen = self.stack.selection.indices()
        if chosen:
            self.stack.settle()
            self._wanted = max(0, min(chosen[0], len(self._views) - len(chosen) - 1))
            self.removed.emit(chosen)
            self._wanted = None

    def _duplicate(self) -> None:
        self.stack.settle()
        index = self.stack.selection.current
        self._wanted = index + 1
        self.duplicated.emit(index)
        self._wanted = None

    def _move(self, index: int, to: int) -> None:
        self.stack.settle()
        self._wanted = to
        self.moved.emit(index, to)
        self._wanted = None

    def _move_up(self) -> None:
        self._move(self.stack.selection.current, self.stack.selection.current - 1)

    def _move_down(self) -> None:
        self._move(self.stack.selection.current, self.stack.selection.current + 1)


def _scroll_area(widget: QWidget) -> QScrollArea:
    scroll = QScrollArea()
    scroll.setWidget(widget)
    scroll.setWidgetResizable(True)
    scroll.setFrameShape(QScrollArea.Shape.NoFrame)
    scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    return scroll
