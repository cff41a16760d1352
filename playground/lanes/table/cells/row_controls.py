"""The controls of one lane in its table: mark, eye and editors."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QCoreApplication, QObject
from PySide6.QtWidgets import QApplication, QWidget

from engine.experiment.field_path import FieldPath
from engine.fields import FieldInfo
from engine.visible import visible
from playground.lanes.table.cells.editors import LaneEditors, LaneEntry
from playground.lanes.table.cells.eye import LaneEye
from playground.lanes.table.cells.mark import LaneMark
from playground.lanes.table.rows.shown_rows import ShownRows


def _tr(text: str) -> str:
    return QCoreApplication.translate("LaneRow", text)


class RowControls(QObject):
    """Named ``lanes.INDEX.FIELD``; they lie in the cells of the view, which owns them."""

    def __init__(self, lane: int, view: ShownRows, more: Mapping[str, FieldInfo]) -> None:
        super().__init__(view)
        self._lane, self._view = lane, view
        canvas = view.viewport()
        self.mark, self.eye = LaneMark(lane, canvas), LaneEye(canvas)
        self.mark.setObjectName(f"lanes.{lane}.color")
        self.mark.pressed.connect(self._on_mark)
        self.eye.setObjectName(f"lanes.{lane}.visible")
        self.eye.wanted.connect(self._on_eye)
        self.eye.soloed.connect(self._on_solo)
        self._editors = LaneEditors(lane, canvas, view.take_edit, more)
        self.by_column: dict[str, QWidget] = {"mark": self.mark, "visible": self.eye, **self._editors.by_field}

    def show(self, entry: LaneEntry) -> None:
        """Shows a lane, silently."""
        self._editors.show(entry)
        self.mark.set_look(entry.style, is_quiet=not entry.visible)
        self.eye.set_shown(entry.visible)
        name = visible(entry.name)
        self.eye.setAccessibleName(_tr("Show lane {name}").format(name=name))
        self.mark.setAccessibleName(_tr("Colour and mark of lane {name}").format(name=name))

    def show_arrows(self, is_active: bool) -> None:
        """Only those of a selected row have arrows."""
        self._editors.show_arrows(is_active)

    def has_focus(self) -> bool:
        """Whether the keyboard is at one of them."""
        focus = QApplication.focusWidget()
        return focus is not None and any(
            widget is focus or widget.isAncestorOf(focus) for widget in self.by_column.values()
        )

    def leave(self) -> None:
        """They are none of the table any more, and change nothing: what is typed would be an edit in the midst of
        whatever takes them out. The keyboard goes to the view, which deletes them.
        """
        for widget in self.by_column.values():
            widget.blockSignals(True)
        if self.has_focus():
            self._view.setFocus()  # Qt would give it to the next editor, and so select its row
        for widget in self.by_column.values():
            widget.setObjectName("")
            widget.hide()
        self.deleteLater()

    def _on_mark(self) -> None:
        self._view.open_palette(self._lane)

    def _on_eye(self, is_shown: object) -> None:
        self._view.take_edit(str(FieldPath.of_lane(self._lane, "visible")), is_shown)

    def _on_solo(self) -> None:
        self._view.soloed.emit(self._lane)
