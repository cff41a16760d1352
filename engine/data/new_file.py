"""What is asked of a file that nobody has read yet: all of how it is written is found out, unless it is said."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Final

from engine.data.spec import DataSpec

if TYPE_CHECKING:
    from engine.data.dataset import Table

AS_FOUND: Final[dict[str, None]] = dict.fromkeys(
    ("sheet", "header", "names_line", "lines_left_out", "separator", "decimal", "encoding")
)
"""Nothing is said of how a file is written: another file is written in another way."""


WRITING: Final = (*AS_FOUND, "date_order")
"""All that says how a file is written. People write days alike in all their files."""


def of_new_file(source: str, label: str = "label", said: Mapping[str, Any] | None = None) -> DataSpec:
    """said: fields of how it is written, and their values."""
    return DataSpec.model_validate({"source": source, "label": label, **AS_FOUND, **(said or {})})


def of_new_pictures(spec: DataSpec, table: Table) -> DataSpec:
    """How to split pictures that nobody has learned from: mixed, since those of a folder lie there class by class."""
    from engine.data.preprocessing.sizes import first_sizes  # here, because who only reads a file needs no sizes

    train, validation, test = first_sizes(table.n_rows)
    return DataSpec(
        source=spec.source,
        train=train,
        validation=validation,
        test=test,
        shuffle_seed=0,
        stratify=True,
        keep_test=True,
        color=table.is_colored,
    )
