"""An aligned form of fields: labels on the left, editors in line on the right, rows that come and go."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from itertools import pairwise
from typing import Final, cast

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFormLayout, QFrame, QHBoxLayout, QLabel, QSizePolicy, QWidget

from engine.experiment.field_path import FieldPath
from engine.fields import FieldInfo
from playground.ui.fields.field_edit import Editor, make_editor
from playground.ui.fields.flag_edit import FlagEdit
from playground.ui.look import theme
from playground.ui.text import field_text, i18n

_LABEL: Final = 116
"""Width of the labels at least, so that the editors stay where they are when rows come and go."""


class FieldForm(QWidget):
    """``editors`` and ``labels`` by the path of their field."""

    committed = Signal(str, object)
    """(path, value) that a person gave."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.editors: dict[str, Editor] = {}
        self.labels: dict[str, QLabel] = {}
        self._pairs: dict[str, tuple[QHBoxLayout, QWidget]] = {}
        """What holds an editor and something beside it, and that."""
        self._form = QFormLayout(self)
        self._form.setContentsMargins(theme.SPACE_3, theme.SPACE_2, theme.SPACE_3, theme.SPACE_3)
        self._form.setHorizontalSpacing(theme.SPACE_3)
        self._form.setVerticalSpacing(6)
        self._form.setLabelAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self._form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        self._form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.DontWrapRows)

    # --- building -----------------------------------------------------------------------------------------------------

    def add(self, path: str, info: FieldInfo, *, beside: QWidget | None = None) -> Editor:
        """A row at the end, perhaps with something more beside its editor."""
        if beside is None:
            return self._insert(self._form.rowCount(), path, info)
        editor, label = self._make(path, info)
        pair = QHBoxLayout()
        pair.setSpacing(theme.SPACE_1)
        pair.addWidget(editor, 1)
        pair.addWidget(beside)
        self._form.addRow(label, pair)
        self._pairs[path] = pair, beside
        return editor

    def add_line(self) -> None:
        """A line between two groups of rows."""
        line = QFrame()
        line.setProperty("role", "line")
        self._form.addRow(line)

    def add_picture(self, picture: QWidget) -> None:
        """Something to look at, in line with the editors."""
        self._form.addRow("", picture)

    def show_picture(self, picture: QWidget, is_shown: bool) -> None:
        """Shows or hides the row of a picture."""
        self._form.setRowVisible(picture, is_shown)

    def _insert(self, row: int, path: str, info: FieldInfo) -> Editor:
        editor, label = self._make(path, info)
        self._form.insertRow(row, label, editor)
        return editor

    def _make(self, path: str, info: FieldInfo) -> tuple[Editor, QLabel]:
        editor = make_editor(info, path)
        editor.committed.connect(partial(self._on_committed, path))
        editor.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        label = QLabel("" if isinstance(editor, FlagEdit) else i18n.field_title(info))  # a flag bears its title
        label.setBuddy(editor)
        label.setMinimumWidth(_LABEL)
        label.setToolTip(field_text.tooltip(info))
        self.editors[path], self.labels[path] = editor, label
        return editor, label

    # --- rows that come and go ----------------------------------------------------------------------------------------

    def show_fields(self, head: str, infos: Mapping[str, FieldInfo]) -> None:
        """Makes these the rows below that of ``head`` (``optimizer.kind``); those that are there already stay."""
        part = FieldPath.parse(head).head
        own = [path for path in self.editors if FieldPath.parse(path).head == part and path != head]
        if all(infos.get(path) == self.editors[path].info for path in own) and len(own) == len(infos):
            return
        for path in own:
            if infos.get(path) != self.editors[path].info:
                self._take(path)
        first = self._row_of(head) + 1
        for row, (path, info) in enumerate(infos.items(), start=first):
            if path not in self.editors:
                self._insert(row, path, info)
        self.set_tab_order()

    def _take(self, path: str) -> None:
        """Removes a row; what was being typed there counts no more."""
        editor, label = self.editors.pop(path), self.labels.pop(path)
        editor.blockSignals(True)
        self._form.takeRow(editor)
        for widget in (editor, label):
            widget.hide()
            widget.deleteLater()

    def set_tab_order(self) -> None:
        """From top to bottom, whatever the order in which the editors were made."""
        stops: list[QWidget] = []
        for path in sorted(self.editors, key=self._row_of):
            stops.append(self.editors[path])
            if path in self._pairs:
                stops.append(self._pairs[path][1])
        for before, after in pairwise(stops):
            QWidget.setTabOrder(before, after)

    def _row_of(self, path: str) -> int:
        form, pair = self._form, self._pairs.get(path)
        found = form.getWidgetPosition(self.editors[path]) if pair is None else form.getLayoutPosition(pair[0])
        row, _ = cast(tuple[int, QFormLayout.ItemRole], found)
        return row

    # --- what the editors say -----------------------------------------------------------------------------------------

    def offer(self, path: str, is_used: bool, why_not: str) -> None:
        """Disables a field that has no effect, and says why."""
        editor = self.editors[path]
        assert editor.info is not None
        was_used = editor.isEnabled()
        editor.setEnabled(is_used)
        self.labels[path].setEnabled(is_used)
        if not is_used:
            editor.setToolTip(field_text.wrapped(why_not, i18n.field_help(editor.info)))
        elif not was_used:
            editor.setToolTip(field_text.tooltip(editor.info))

    def _on_committed(self, path: str, value: object) -> None:
        self.committed.emit(path, value)
