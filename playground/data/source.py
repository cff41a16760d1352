"""The gallery of rows to learn from: the named sources, the file that was opened last, and opening another one."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any, Final

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import QComboBox, QWidget

from engine.data import is_file
from engine.data.sources.registry import SOURCES
from engine.data.spec import DataSpec
from engine.fields import FieldInfo, field_info
from engine.visible import visible
from playground.data import source_pictures
from playground.ui.fields.elided_choice import PopupChoice
from playground.ui.look import theme
from playground.ui.text import field_text, i18n
from playground.ui.text.numbers import count
from playground.ui.widgets.card_delegate import CardDelegate, CardRole

OPEN: Final = "<open>"
"""The value of the last entry, which is never chosen: it asks for a file."""
_CARD_WIDTH: Final = 420


class SourceChoice(PopupChoice):
    """Opens as a list of cards. A file is one more entry: its name is shown, its path is the value."""

    elide_mode = Qt.TextElideMode.ElideMiddle

    file_wanted = Signal()
    """A person wants to choose a file of their own."""
    _open_chosen = Signal()

    def __init__(self, info: FieldInfo, parent: QWidget | None = None) -> None:
        self._file = ""
        self._shown: Any = None
        super().__init__(replace(info, kind="choice", choices=tuple(SOURCES)), parent)
        self._cards = CardDelegate(self, width=_CARD_WIDTH)
        self.setItemDelegate(self._cards)
        for index, (name, source) in enumerate(SOURCES.items()):
            self.setItemData(index, source_pictures.painter(name), CardRole.PICTURE)
            any_classes = source.is_made and (source.toy is None or source.toy.has_any_classes)
            facts = self.facts(source.n_rows, source.n_features, source.n_classes or None)
            self.setItemData(index, self._toy_facts() if any_classes else facts, CardRole.NOTE)
        help_text = self.tr("A table (CSV, Excel, Parquet, ARFF …) with a column to be learned, or IDX images.")
        self.add_choice(OPEN, self.tr("Open your data…"), help_text)
        self.setItemData(self.count() - 1, theme.icon("folder", "muted"), CardRole.PICTURE)
        # Later, when the list has gone: what asks for a file waits for the answer.
        self._open_chosen.connect(self.file_wanted, Qt.ConnectionType.QueuedConnection)

    def facts(self, rows: int | None, features: int, classes: int | None) -> str:
        """How much there is, as short as can be. Without classes, numbers are learned."""
        if classes is None:
            template = self.tr("{features} features · a number") if features != 1 else self.tr("1 feature · a number")
            if rows is not None:
                template = self.tr("{rows} rows · {features} features · a number")
        elif rows is None:
            template = self.tr("{features} features · {classes} classes")
        else:
            template = self.tr("{rows} rows · {features} features · {classes} classes")
        return template.format(rows=count(rows or 0), features=count(features), classes=count(classes))

    def _toy_facts(self) -> str:
        """Of a toy that can have any number of classes."""
        limits = field_info(DataSpec, "classes")
        fewest, most = int(limits.minimum or 0), int(limits.maximum or 0)
        return self.tr("2 features · {fewest} to {most} classes").format(fewest=fewest, most=most)

    def set_value(self, value: Any) -> None:
        if isinstance(value, str) and is_file(value) and value != self._file:
            self._offer_file(value)
        self._shown = value
        super().set_value(value)

    def set_file_facts(self, path: str, rows: int, features: int, classes: int | None) -> None:
        """What is known of a file."""
        if path != self._file:
            self._offer_file(path)
        self.setItemData(len(SOURCES), self.facts(rows, features, classes), CardRole.NOTE)

    def _offer_file(self, path: str) -> None:
        had_file, self._file = bool(self._file), path
        place = len(SOURCES)
        with QSignalBlocker(self):
            if had_file:
                self.removeItem(place)
            self.insertItem(place, visible(Path(path).name or path), path)
        self.setItemData(place, field_text.wrapped(path), Qt.ItemDataRole.ToolTipRole)
        self.setItemData(place, path, CardRole.SENTENCE)
        self.setItemData(place, source_pictures.painter("file"), CardRole.PICTURE)

    def _on_index_changed(self, index: int) -> None:
        if self.itemData(index) == OPEN:
            self.set_value(self._shown)
            self._open_chosen.emit()
        else:
            self._shown = self.itemData(index)
            super()._on_index_changed(index)

    def showPopup(self) -> None:
        self.view().setMinimumWidth(self._cards.popup_width())
        QComboBox.showPopup(self)  # not that of a list of words, which is as wide as its longest

    def _explain(self) -> None:
        super()._explain()
        if self._file and self.value() == self._file and self.info is not None:
            self.setToolTip(field_text.wrapped(i18n.field_help(self.info), self._file))
