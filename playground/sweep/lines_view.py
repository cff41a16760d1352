"""The parallel coordinates of a sweep; ranges that are brushed on axes select trials."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from engine.sweep.results.table import SweepTable
from playground.lanes.parallel.canvas import ParallelCanvas
from playground.sweep.lines import SweepLines, sweep_lines
from playground.ui.look import theme
from playground.ui.text.numbers import count
from playground.ui.widgets.elided_label import ElidedLabel


class LinesView(QWidget):
    """``picked`` says which trials are within the ranges, or belong to the line that was clicked."""

    picked = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown: SweepLines | None = None
        self.canvas = ParallelCanvas()
        self.canvas.setObjectName("sweep.lines")
        self.canvas.setAccessibleName(self.tr("Settings and results of the sweep"))
        self.canvas.picked.connect(self._on_picked)
        self.canvas.brushed.connect(self._on_brushed)
        self.hint = ElidedLabel()
        self.hint.setProperty("role", "muted")
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.SPACE_2, theme.SPACE_3, theme.SPACE_2, theme.SPACE_2)
        column.setSpacing(theme.SPACE_2)
        column.addWidget(self.hint)
        column.addWidget(self.canvas, 1)

    def show_table(self, table: SweepTable) -> None:
        """Another table, or the same with more rows; brushes stay."""
        found = self._shown = sweep_lines(table, self.tr("Of each setting, the mean of its trials."))
        hint = self.tr(
            "Each line is a setting, the mean of its trials, better at the top. Drag along an axis to select the "
            "trials in that range."
        )
        if found.of > len(found.looks):
            hint = (
                self.tr("The best {count} of {of} settings.").format(count=count(len(found.looks)), of=count(found.of))
                + f" {hint}"
            )
        self.hint.setText(hint)
        self.canvas.show_axes(found.axes, found.looks)
        self.canvas.set_focus(0)
        self._dim()

    def _dim(self) -> list[bool]:
        """Lines outside the ranges are pale. Which lie within."""
        assert self._shown is not None
        kept = self.canvas.kept()
        looks = [replace(look, visible=inside) for look, inside in zip(self._shown.looks, kept, strict=True)]
        self.canvas.show_axes(self._shown.axes, looks)
        return kept

    def _on_brushed(self) -> None:
        assert self._shown is not None
        kept = self._dim()
        inside = [trials for trials, is_kept in zip(self._shown.trials, kept, strict=True) if is_kept]
        self.picked.emit(frozenset[int]().union(*inside) if self.canvas.brushes else frozenset[int]())

    def _on_picked(self, line: int) -> None:
        assert self._shown is not None
        self.canvas.set_focus(line)
        self.picked.emit(self._shown.trials[line])
