"""What a split shows: a class that is not learned, a label that a feature gives away, rows on both sides.

Each finding has the edits that would mend it, where there are such.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Final, TypeAlias

import numpy as np
from numpy.typing import NDArray

from engine.data.dataset import Dataset
from engine.data.files.wording import listed, shown
from engine.data.spec import DataSpec
from engine.errors import Remark

Edits: TypeAlias = tuple[tuple[str, Any], ...]
"""(path, value) as for `engine.experiment.edits.field_edits.edited`."""

FEW: Final = 30
"""Training rows below which chance decides much."""
FAR: Final = 1000.0
"""Times the middle half of a feature's values, from which on a value is far off."""
UNEQUAL: Final = 100.0
"""How many times more one feature varies than another, from which on it drowns it."""
_MOST_ROWS: Final = 20_000
_MIX: Final[Edits] = (("data.shuffle_seed", 0), ("data.stratify", True))
_STANDARDIZE: Final[Edits] = (("data.scaling", "standard"),)


@dataclass(frozen=True, slots=True)
class SplitFinding:
    """rule: a name for programs; text: for a person; edits: what would mend it."""

    rule: str
    text: Remark
    edits: Edits = ()


def split_findings(dataset: Dataset, spec: DataSpec) -> tuple[SplitFinding, ...]:
    """All at once, worst first. The rows that are looked at are the first some thousands of each part."""
    found: list[SplitFinding] = []
    if dataset.task == "classes":
        found += _about_classes(dataset)
    if dataset.image_shape is None and not spec.inputs:
        found += _about_copies(dataset)
        found += _about_far_values(dataset)
        found += _about_twins(dataset)
    found += _about_rows_on_both_sides(dataset)
    if dataset.image_shape is None and spec.scaling in ("max", "none") and not spec.inputs:
        found += _about_unequal_sizes(dataset)
    if len(dataset.train_y) < FEW:
        text = Remark("There are only {count} training rows, so chance decides much.", count=len(dataset.train_y))
        found.append(SplitFinding("few_rows", text))
    return tuple(found)


def _about_classes(dataset: Dataset) -> Iterator[SplitFinding]:
    counts = np.bincount(dataset.train_y_clean, minlength=dataset.n_classes)
    absent = [dataset.classes[place] for place in np.flatnonzero(counts == 0)]
    if absent:
        text = Remark("No training row is of {classes}, so it cannot be learned.", classes=listed(absent))
        yield SplitFinding("class_not_trained", text, _MIX)
    tested = np.unique(dataset.test_y)
    if len(tested) == 1:
        label = shown(dataset.classes[tested[0]])
        text = Remark("All test rows are of {label}: always saying so is right each time.", label=label)
        yield SplitFinding("one_class_tested", text, _MIX)


def _about_copies(dataset: Dataset) -> Iterator[SplitFinding]:
    """Features that say the label by themselves."""
    x, y = dataset.train_x[:_MOST_ROWS], dataset.train_y_clean[:_MOST_ROWS]
    if len(y) < FEW // 3 or len(np.unique(y)) < 2:
        return
    for place, feature in enumerate(dataset.preparation.features):
        values = x[:, place]
        if values.min() < values.max() and _gives_away(values, y, is_number=dataset.task == "numbers"):
            name = dataset.preparation.columns[feature.column].name
            text = Remark("{column} gives the label away: is it known before the answer is?", column=shown(name))
            yield SplitFinding("copies_label", text, ((f"data.columns.{name}.role", "ignored"),))


def _gives_away(values: NDArray[np.float32], y: NDArray[Any], *, is_number: bool) -> bool:
    """values, y: (rows,). Whether one follows from the other by a line, or each class has a value of its own."""
    if is_number:
        return bool(abs(np.corrcoef(values.astype(np.float64), y.astype(np.float64))[0, 1]) > 1 - 1e-9)
    distinct, codes = np.unique(values, return_inverse=True)
    n_classes = len(np.unique(y))
    return len(distinct) == n_classes == len(np.unique(codes * (int(y.max()) + 1) + y))


def _about_far_values(dataset: Dataset) -> Iterator[SplitFinding]:
    x = dataset.unscaled(dataset.train_x[:_MOST_ROWS])
    low, middle, high = np.quantile(x, (0.25, 0.5, 0.75), axis=0)
    # Beside one value that is far off, float32 may hold no difference between the others any more.
    spread = np.where(high > low, high - low, np.maximum(np.abs(middle), 1))
    reach = np.abs(x - middle).max(axis=0)
    for place in np.flatnonzero(reach > FAR * spread).tolist():
        row = int(np.abs(x[:, place] - middle[place]).argmax())
        value = float(x[row, place])
        text = Remark(
            "{column} is {value:.4g} in one training row, far from all others: it presses them together.",
            column=shown(dataset.feature_names[place]),
            value=value,
        )
        yield SplitFinding("far_value", text)


def _about_twins(dataset: Dataset) -> Iterator[SplitFinding]:
    """Features of two columns that are the same in every training row."""
    x, seen = np.ascontiguousarray(dataset.train_x[:_MOST_ROWS].T) + 0.0, dict[bytes, str]()  # -0 becomes 0
    for values, feature in zip(x, dataset.preparation.features, strict=True):
        name = dataset.preparation.columns[feature.column].name
        first = seen.setdefault(values.tobytes(), name)
        if first != name and values.min() < values.max():
            text = Remark(
                "{column} says the same as {other} in every training row.", column=shown(name), other=shown(first)
            )
            yield SplitFinding("twin_columns", text, ((f"data.columns.{name}.role", "ignored"),))


def _about_rows_on_both_sides(dataset: Dataset) -> Iterator[SplitFinding]:
    trained = {row.tobytes() for row in dataset.train_x[:_MOST_ROWS] + 0.0}  # -0 becomes 0
    both = sum(row.tobytes() in trained for row in dataset.test_x[:_MOST_ROWS] + 0.0)
    if both:
        text = Remark("Test rows that are training rows as well: {count}. They need no learning.", count=both)
        yield SplitFinding("rows_on_both_sides", text)


def _about_unequal_sizes(dataset: Dataset) -> Iterator[SplitFinding]:
    deviation = dataset.train_x[:_MOST_ROWS].std(axis=0)
    varies = np.where(deviation > 0, deviation, np.nan)
    if not np.isnan(varies).all() and np.nanmax(varies) >= UNEQUAL * np.nanmin(varies):
        text = Remark(
            "{large} varies {times:.3g} times more than {small}, and drowns it.",
            large=shown(dataset.feature_names[int(np.nanargmax(varies))]),
            times=float(np.nanmax(varies) / np.nanmin(varies)),
            small=shown(dataset.feature_names[int(np.nanargmin(varies))]),
        )
        yield SplitFinding("unequal_sizes", text, _STANDARDIZE)
