"""What each column of a sheet is for: the label, a feature of a kind, or nothing."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from difflib import SequenceMatcher
from typing import Final

from engine.data.columns.column import Column, ColumnKind, Filling, Mark
from engine.data.columns.kinds import kind_by_values
from engine.data.columns.roles import why_ignored
from engine.data.files.wording import shown
from engine.data.matching import finder, folded
from engine.data.sheet import Sheet
from engine.data.spec import ColumnSpec, DataSpec, Role
from engine.errors import DataError, Remark
from engine.records import record

_NOTHING_SAID: Final = ColumnSpec()
_BY_CHOICE: Final = Remark("by choice")
_BY_ITS_FILE: Final = Remark("the file says that it is not to be learned from")
_MOST_LISTED: Final = 8


@record
class Use:
    """place: that of the column in the sheet. reason: why it is ignored, as part of a sentence."""

    name: str
    place: int
    role: Role
    kind: ColumnKind
    filling: Filling
    drops_rows: bool = False
    """Whether rows without a value are left out."""
    reason: Remark | None = None
    means_missing: tuple[str, ...] = ()
    """Values that stand for none."""
    cycles: bool = False
    """Of a date, whether its place in the day, the week and the year is a feature, too."""

    def column(self, categories: tuple[str, ...] = (), *, decimal: Mark = "", units: tuple[str, ...] = ()) -> Column:
        """As a table has it."""
        return Column(self.name, self.kind, categories, self.filling, self.means_missing, self.cycles, decimal, units)


def uses_of(sheet: Sheet, spec: DataSpec) -> tuple[Use, ...]:
    """Of all columns, in the order of the sheet: what the spec says, or else the file, or else the values.

    Raises:
        DataError: there is no label column, or nothing beside it.
    """
    uses = uses_in(sheet, spec)
    if not any(use.role == "feature" for use in uses):
        raise _nothing_to_learn_from(sheet, label_of(sheet, spec))
    return uses


def uses_in(sheet: Sheet, spec: DataSpec) -> tuple[Use, ...]:
    """The same, though there may be nothing to learn from.

    Raises:
        DataError: there is no label column.
    """
    label = label_of(sheet, spec)
    return tuple(
        _use_of(sheet, place, _said(spec.columns, sheet.hints, name), is_label=name == label)
        for place, name in enumerate(sheet.names)
    )


def label_of(sheet: Sheet, spec: DataSpec) -> str:
    """The name of the label column: the one with that role, or else ``data.label``.

    Raises:
        DataError: there is none.
    """
    label = spec.label_column
    if label not in sheet.names:
        raise no_label(sheet, label)
    return label


def with_written_names(sheet: Sheet, spec: DataSpec) -> DataSpec:
    """What is said of columns, by the names that the file writes.

    Raises:
        DataError: something is said of a column that is not there.
    """
    place_of = finder(sheet.names)
    for name, said in spec.columns.items():
        if place_of(name) is None and said != _NOTHING_SAID:
            raise DataError(
                "{file} has no column {column}, of which data.columns speaks: the nearest name is {nearest}.",
                file=sheet.file,
                column=shown(name),
                nearest=shown(_nearest(sheet.names, name)),
            )
    return of_known_columns(sheet, spec)


def of_known_columns(sheet: Sheet, spec: DataSpec) -> DataSpec:
    """The same without what is said of columns that are not there. Of two ways to write a name the later one counts."""
    if all(name in sheet.names for name in spec.columns):
        return spec
    place_of = finder(sheet.names)
    columns: dict[str, ColumnSpec] = {}
    for name, said in spec.columns.items():
        place = place_of(name)
        if place is not None:
            before = columns.get(sheet.names[place], _NOTHING_SAID)
            columns[sheet.names[place]] = before.model_copy(update=said.model_dump(exclude_defaults=True))
    return spec.model_copy(update={"columns": columns})


def _nearest(names: Sequence[str], name: str) -> str:
    """Ratcliff and Obershelp's measure of likeness, case aside; the first of equals."""
    wanted = folded(name)
    return max(names, key=lambda each: SequenceMatcher(None, folded(each), wanted).ratio())


def written_label(sheet: Sheet, label: str) -> str:
    """How the file writes the name of a column; as it is given where it has no such column."""
    place = finder(sheet.names)(label)
    return label if place is None else sheet.names[place]


def _said(columns: Mapping[str, ColumnSpec], hints: Mapping[str, ColumnSpec], name: str) -> ColumnSpec:
    """What a person says of a column, and where that is nothing, the file itself."""
    said, hint = columns.get(name, _NOTHING_SAID), hints.get(name, _NOTHING_SAID)
    if hint is _NOTHING_SAID or hint.role == "label":
        return said
    given = hint.model_dump(exclude_defaults=True) | said.model_dump(exclude_defaults=True)
    return ColumnSpec.model_validate(given)


def _use_of(sheet: Sheet, place: int, said: ColumnSpec, *, is_label: bool) -> Use:
    found = kind_by_values(sheet.columns[place])
    kind = said.kind or found.kind
    filling: Filling = "most_frequent" if said.missing == "most_frequent" or kind in ("category", "yes_no") else "mean"
    reason = None
    if is_label:
        role: Role = "label"
    elif said.role is None and said.kind is None and found.ignored is not None:
        role, reason = "ignored", found.ignored
    elif said.role == "ignored":
        role, reason = "ignored", why_ignored(sheet, place) or _BY_CHOICE
        if sheet.is_left_out(sheet.names[place]):
            reason = _BY_ITS_FILE
    else:
        role = "feature"
    drops_rows = said.missing == "drop"
    cycles = said.cycles and kind == "date"
    return Use(sheet.names[place], place, role, kind, filling, drops_rows, reason, said.means_missing, cycles)


def no_label(sheet: Sheet, label: str) -> DataError:
    """A column of this name is not there."""
    from engine.data.columns.guess import likeliest_label  # here, because only who is wrong needs it

    names = ", ".join(map(shown, sheet.names[:_MOST_LISTED])) + (", ..." if len(sheet.names) > _MOST_LISTED else "")
    return DataError(
        "{file} has no column {label}; of its {count} columns ({columns}), {likeliest} is the likeliest label.",
        file=sheet.file,
        label=shown(label),
        count=len(sheet.names),
        columns=names,
        likeliest=shown(likeliest_label(sheet, label)),
    )


def _nothing_to_learn_from(sheet: Sheet, label: str) -> DataError:
    if len(sheet.names) == 1:
        return DataError(
            "{file} has no column but {column}, so there is nothing to learn from.",
            file=sheet.file,
            column=shown(label),
        )
    return DataError(
        "{file}: all columns but {column} are ignored, so there is nothing to learn from: make one of them a feature.",
        file=sheet.file,
        column=shown(label),
    )
