"""What a person can choose for columns, and the edit that it is."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Final, Literal, NamedTuple, TypeAlias

from engine.data.columns.uses import Use
from engine.data.spec import ColumnSpec, DataSpec

Field: TypeAlias = Literal["kind", "role", "missing"]

KINDS: Final = ("number", "category", "yes_no", "date")
ROLES: Final = ("feature", "label", "ignored")
TASKS: Final = ("classes", "numbers")
"""What the label is, for which there are no other kinds."""


class EditOf(NamedTuple):
    """One step of undo: a field of the experiment, and its value."""

    path: str
    value: Any


def choices(field: Field, uses: Sequence[Use]) -> tuple[str, ...]:
    """What all of these columns can be together; nothing where that cannot be chosen."""
    if not uses:
        return ()
    labels = [use for use in uses if use.role == "label"]
    if field == "role":
        return ROLES if len(uses) == 1 else ("feature", "ignored")
    if field == "kind":
        return KINDS if not labels else TASKS if len(uses) == 1 else ()
    if any(use.role != "feature" for use in uses):
        return ()
    are_numbers = all(use.kind in ("number", "date") for use in uses)
    return ("mean", "most_frequent", "drop") if are_numbers else ("most_frequent", "drop")


def chosen(field: Field, use: Use, spec: DataSpec) -> str:
    """What a column is now; empty where that cannot be said."""
    if field == "role":
        return use.role
    if field == "kind":
        return spec.task if use.role == "label" else use.kind
    return "" if use.role != "feature" else "drop" if use.drops_rows else use.filling


def edit_of(field: Field, value: str, uses: Sequence[Use], spec: DataSpec) -> EditOf:
    """What makes these columns so. Columns of which nothing was said keep what was found out of them."""
    if value in TASKS:
        return EditOf("data.task", value)
    if value == "label":
        return EditOf("data.label", uses[0].name)
    said = dict(spec.columns)
    for use in uses:
        if use.role != "label":
            said[use.name] = _said(said.get(use.name, ColumnSpec()), use, field, value)
    return EditOf("data.columns", {name: column.model_dump() for name, column in said.items()})


def _said(old: ColumnSpec, use: Use, field: Field, value: str) -> ColumnSpec:
    """With the kind that was seen, so that a column stays what it was but for what was chosen."""
    new = {**old.model_dump(), "role": use.role, "kind": use.kind, field: value}
    if field == "kind" and old.missing == "mean" and value in ("category", "yes_no"):
        new["missing"] = None
    return ColumnSpec.model_validate(new)
