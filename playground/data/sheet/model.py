"""The columns of a table as rows of a list: what each is called, taken for, lacks and holds."""

from __future__ import annotations

from collections.abc import Sequence
from enum import IntEnum
from typing import Any, Final, TypeAlias

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, QSortFilterProxyModel, Qt
from PySide6.QtGui import QColor

from engine.data.columns.uses import Use
from engine.data.sheet import Sheet
from engine.data.spec import DataSpec
from playground.data.sheet import words
from playground.data.sheet.choices import Field, choices
from playground.data.sheet.facts import SheetFacts
from playground.data.sheet.histogram import Histogram
from playground.ui.look import theme
from playground.ui.text import field_text
from playground.ui.text.years import plain_digits

Index: TypeAlias = QModelIndex | QPersistentModelIndex
_ROOT: Final = QModelIndex()
SORT: Final = Qt.ItemDataRole.UserRole
HISTOGRAM: Final = Qt.ItemDataRole.UserRole + 1
CHOICES: Final = Qt.ItemDataRole.UserRole + 2
"""Whether there is anything to choose."""


class At(IntEnum):
    """What stands in which column of the list."""

    NAME = 0
    KIND = 1
    ROLE = 2
    MISSING = 3
    DISTINCT = 4
    VALUES = 5


FIELDS: Final[dict[int, Field]] = {At.KIND: "kind", At.ROLE: "role", At.MISSING: "missing"}
"""What can be chosen."""


class ColumnsModel(QAbstractTableModel):
    """One row a column of the sheet, in the order of the file. What is costly to know is asked for when it is seen."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._facts: SheetFacts | None = None
        self._uses: tuple[Use, ...] = ()
        self._spec = DataSpec()
        self._headings = (
            (self.tr("Column"), self.tr("What the file calls it.")),
            (self.tr("Kind"), self.tr("What the values are; words become a feature of 0 and 1 for each category.")),
            (
                self.tr("Role"),
                self.tr("Whether the network is given this column, has to answer it, or never sees it."),
            ),
            (self.tr("Missing"), self.tr("How many rows have no value, and what stands in for it.")),
            (self.tr("Distinct"), self.tr("How many different values there are.")),
            (
                self.tr("Values"),
                self.tr("How often values come: from the least to the largest, or the commonest first."),
            ),
        )

    def show_sheet(self, sheet: Sheet | None, uses: Sequence[Use], spec: DataSpec) -> None:
        """Another sheet, or other uses of the same columns: then what is selected stays so."""
        is_alike = bool(uses) and [use.name for use in uses] == [use.name for use in self._uses]
        if not is_alike:
            self.beginResetModel()
        if self._facts is None or self._facts.sheet is not sheet:
            self._facts = None if sheet is None else SheetFacts(sheet)
        self._uses, self._spec = tuple(uses), spec
        if not is_alike:
            self.endResetModel()
        else:
            self.dataChanged.emit(self.index(0, 0), self.index(len(uses) - 1, len(At) - 1))

    @property
    def uses(self) -> tuple[Use, ...]:
        """What each column is taken for."""
        return self._uses

    # --- Qt's questions -----------------------------------------------------------------------------------------------

    def rowCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self._uses)

    def columnCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(At)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if orientation == Qt.Orientation.Vertical:
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole and section == At.DISTINCT:
            return int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        title, help_text = self._headings[section]
        if role == Qt.ItemDataRole.DisplayRole:
            return title
        return field_text.wrapped(help_text) if role == Qt.ItemDataRole.ToolTipRole else None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid() or self._facts is None:
            return None
        use, at = self._uses[index.row()], index.column()
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return self._text(use, at) if at != At.VALUES else None
            case Qt.ItemDataRole.ToolTipRole:
                return field_text.wrapped(self._help(use, at))
            case Qt.ItemDataRole.AccessibleTextRole:
                return self._help(use, at) if at == At.VALUES else self._text(use, at)
            case Qt.ItemDataRole.TextAlignmentRole if at == At.DISTINCT:
                return int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
            case Qt.ItemDataRole.ForegroundRole:
                colors = theme.current()
                return QColor(colors.muted if use.role == "ignored" else colors.text)
            case Qt.ItemDataRole.FontRole:
                return theme.font("body", bold=use.role == "label" and at == At.NAME)
            case _ if role == SORT:
                return self._sorted_by(use, at)
            case _ if role == CHOICES:
                return at in FIELDS and bool(choices(FIELDS[At(at)], [use]))
            case _ if role == HISTOGRAM and at == At.VALUES:
                return self._facts.histogram(use.place, use.kind)
        return None

    def _text(self, use: Use, at: int) -> str:
        assert self._facts is not None
        match at:
            case At.NAME:
                return " ".join(use.name.split())
            case At.KIND:
                return words.kind_text(use, self._spec)
            case At.ROLE:
                return words.role_text(use)
            case At.MISSING:
                return words.missing_text(self._facts.missing(use.place, use.kind), use, self._spec)
            case At.DISTINCT:
                return words.distinct_text(self._facts.distinct(use.place))
        return words.histogram_text(self._histogram(use), plain_digits(self._facts.sheet).get(use.name, 0))

    def _help(self, use: Use, at: int) -> str:
        assert self._facts is not None
        if at == At.MISSING:
            return words.missing_help(self._facts.missing(use.place, use.kind), use, self._facts.sheet.n_rows)
        return self._text(use, at)

    def _histogram(self, use: Use) -> Histogram:
        assert self._facts is not None
        return self._facts.histogram(use.place, use.kind)

    def _sorted_by(self, use: Use, at: int) -> Any:
        assert self._facts is not None
        match at:
            case At.MISSING:
                return self._facts.missing(use.place, use.kind)
            case At.DISTINCT:
                return self._facts.distinct(use.place).count
            case At.VALUES:
                return use.place
        return self._text(use, at).casefold()


class FilteredColumns(QSortFilterProxyModel):
    """Those columns whose name has what is searched for; in the order of the file until a person sorts them."""

    def __init__(self, model: ColumnsModel, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.setSourceModel(model)
        self.setSortRole(SORT)
        self.setFilterKeyColumn(At.NAME)
        self.setFilterCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self.setDynamicSortFilter(False)  # a row that is changed stays where it is
