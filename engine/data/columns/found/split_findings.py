"""What a split shows: a class that is not learned, a label that a feature gives away, rows on both sides.

Each finding has the edits that would mend it, where there are such.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Final, TypeAlias

import numpy as np
from numpy.typing import NDArray

from engine.data.columns.column import ColumnKind
from engine.data.columns.values import numbers_in
from engine.data.dataset import Dataset
from engine.data.files.wording import listed, shown
from engine.data.sheet import Sheet
from engine.data.spec import DataSpec
from engine.data.task import Labels
from engine.errors import Remark
from engine.records import record

Edits: TypeAlias = tuple[tuple[str, Any], ...]
"""(path, value) as for `engine.experiment.edits.field_edits.edited`."""

FEW: Final = 30
"""Training rows below which chance decides much."""
MANY_ROWS: Final = 100
"""Training rows, a tenth of them of each class, from which on a feature that tells all classes apart does not do so by
chance."""
MANY_FEATURES: Final = 20
"""Below which there are few, however few the rows are."""
OFTEN: Final = 5
"""Rows for each category, below which it may be of one class by chance."""
FAR: Final = 1000.0
"""Times the middle half of a feature's values, from which on a value is far off."""
ALONE: Final = 10.0
"""Times as far off as all other values must it be: of a column that is mostly 0, what is not is a part of it."""
MOST_FAR: Final = 3
FEW_FAR: Final = 0.01
"""So many rows at most, and such a share of them where that is more than one: more are a part of the column."""
UNEQUAL: Final = 100.0
"""How many times more one feature varies than another, from which on it drowns it."""
MOST_ROWS: Final = 20_000
MOST_CELLS: Final = 4_000_000
"""Rows, and cells of training rows, that are looked at while a person waits; of more, the first."""
_MIX: Final[Edits] = (("data.shuffle_seed", 0), ("data.stratify", True))
_STANDARDIZE: Final[Edits] = (("data.scaling", "standard"),)


@record
class SplitFinding:
    """rule: a name for programs; text: for a person, with what would mend it."""

    rule: str
    text: Remark

    @property
    def edits(self) -> Edits:
        return () if self.text.mend is None else self.text.mend.edits


def split_findings(dataset: Dataset, spec: DataSpec) -> tuple[SplitFinding, ...]:
    """All at once, worst first. Of many rows the first of each part are looked at, and the last finding says so."""
    found: list[SplitFinding] = []
    rows = max(1, min(MOST_ROWS, MOST_CELLS // dataset.n_features))
    seen = Seen.of(dataset, rows)
    if dataset.task == "classes":
        found += _about_classes(dataset)
    # The window may ask with the spec of the rows that are still to come, so the rows say themselves what they are.
    are_features = dataset.image_shape is None and dataset.preparation.inputs is None
    if are_features:
        found += _about_copies(seen)
        found += _about_far_values(seen)
        found += _about_twins(seen)
    found += _about_rows_on_both_sides(seen)
    if are_features and spec.scaling in ("max", "none"):
        found += _about_unequal_sizes(seen)
    if len(dataset.train_y) < FEW:
        text = Remark("Training rows: {count}, so few that chance decides much.", count=len(dataset.train_y))
        found.append(SplitFinding("few_rows", text.weighing(2)))
    if are_features and dataset.n_features > len(dataset.train_y) and dataset.n_features >= MANY_FEATURES:
        text = Remark(
            "There are more features ({features}) than training rows ({rows}): what tells these apart may do so by "
            "chance, and one split says little.",
            features=dataset.n_features,
            rows=len(dataset.train_y),
        )
        found.append(SplitFinding("more_features_than_rows", text.weighing(2)))
    if seen.is_part and found:  # alone it is no finding
        text = Remark(
            "Of {rows} training rows the first {count} were looked at.", rows=len(dataset.train_y), count=len(seen.y)
        )
        found.append(SplitFinding("part_seen", text))
    return tuple(found)


@record(eq=False)
class Seen:
    """What is looked at. x: (rows, n_features) of training rows, scaled; y: (rows,), without noise; test_x as x."""

    dataset: Dataset
    x: NDArray[np.float32]
    y: Labels
    test_x: NDArray[np.float32]

    @classmethod
    def of(cls, dataset: Dataset, rows: int) -> Seen:
        return cls(dataset, dataset.train_x[:rows], dataset.train_y_clean[:rows], dataset.test_x[:rows])

    @property
    def is_part(self) -> bool:
        """Whether there are more rows than these."""
        return len(self.y) < len(self.dataset.train_y) or len(self.test_x) < len(self.dataset.test_x)

    def name_of(self, column: int) -> str:
        """Of a column of the table."""
        return self.dataset.preparation.columns[column].name


def _about_classes(dataset: Dataset) -> Iterator[SplitFinding]:
    counts = np.bincount(dataset.train_y_clean, minlength=dataset.n_classes)
    absent = [dataset.classes[place] for place in np.flatnonzero(counts == 0)]
    if absent:
        text = Remark("No training row is of {classes}, so it cannot be learned.", classes=listed(absent))
        yield SplitFinding("class_not_trained", text.mended_by(Remark("Mix the rows"), *_MIX).weighing(0))
    tested = np.unique(dataset.test_y)
    if len(tested) == 1:
        label = shown(dataset.classes[tested[0]])
        text = Remark("All test rows are of {label}: always saying so is right each time.", label=label)
        yield SplitFinding("one_class_tested", text.mended_by(Remark("Mix the rows"), *_MIX).weighing(0))


def _about_copies(seen: Seen) -> Iterator[SplitFinding]:
    """Columns that say the label by themselves."""
    x, y, dataset = seen.x, seen.y, seen.dataset
    if len(y) < FEW // 3 or len(np.unique(y)) < 2:
        return
    told = set[int]()
    for place, feature in enumerate(dataset.preparation.features):
        values = x[:, place]
        if values.min() < values.max() and _gives_away(values, y, is_number=dataset.task == "numbers"):
            told.add(feature.column)
            yield _copies(seen, feature.column)
    if dataset.task == "classes":
        for column in {feature.column: None for feature in dataset.preparation.features if feature.kind == "is"}:
            if column not in told and _is_of_one_class_each(seen, column):
                yield _copies(seen, column)


def _copies(seen: Seen, column: int) -> SplitFinding:
    name = seen.name_of(column)
    text = Remark("{column} gives the label away: is it known before the answer is?", column=shown(name))
    edit = f"data.columns.{name}.role", "ignored"
    return SplitFinding("copies_label", text.mended_by(Remark("Ignore it"), edit).weighing(0))


def _gives_away(values: NDArray[np.float32], y: NDArray[Any], *, is_number: bool) -> bool:
    """values, y: (rows,). Whether one follows from the other by a line, or each class has values of its own."""
    if is_number:
        return bool(abs(np.corrcoef(values.astype(np.float64), y.astype(np.float64))[0, 1]) > 1 - 1e-9)
    distinct, codes = np.unique(values, return_inverse=True)
    n_classes = len(np.unique(y))
    if len(distinct) == n_classes == len(np.unique(codes * (int(y.max()) + 1) + y)):
        return True
    return _is_no_chance(y) and _come_one_after_the_other(values, y, n_classes)


def _is_no_chance(y: NDArray[Any]) -> bool:
    """Whether there are rows enough, (rows,) classes, that what tells all apart does not do so by luck."""
    counts = np.bincount(y)
    return len(y) >= MANY_ROWS and bool(counts[counts > 0].min() >= MANY_ROWS // 10)


def _come_one_after_the_other(values: NDArray[np.float32], y: NDArray[Any], n_classes: int) -> bool:
    """Whether the classes do, in the order of the values: thresholds alone tell them apart."""
    order = np.argsort(values, kind="stable")
    changes = np.flatnonzero(np.diff(y[order]))
    ordered = values[order]
    return len(changes) == n_classes - 1 and bool((ordered[changes] < ordered[changes + 1]).all())


def _is_of_one_class_each(seen: Seen, column: int) -> bool:
    """Whether all rows of one category are of one class, whichever category it is."""
    features = seen.dataset.preparation.features
    places = [place for place, feature in enumerate(features) if feature.column == column]
    if not _is_no_chance(seen.y) or len(places) * OFTEN > len(seen.y):
        return False
    codes = seen.x[:, places] @ np.arange(1, len(places) + 1)
    pairs = np.unique(np.column_stack((codes, seen.y)), axis=0)
    return len(pairs) == len(np.unique(codes)) > 1


def _about_far_values(seen: Seen) -> Iterator[SplitFinding]:
    x = seen.dataset.unscaled(seen.x)
    low, middle, high = np.quantile(x, (0.25, 0.5, 0.75), axis=0)
    # Beside one value that is far off, float32 may hold no difference between the others any more.
    spread = np.where(high > low, high - low, np.maximum(np.abs(middle), 1))
    reach = np.abs(x - middle).max(axis=0)
    features = seen.dataset.preparation.features
    for place in np.flatnonzero(reach > FAR * spread).tolist():
        rows = _few_far_rows(np.abs(x[:, place] - middle[place]))
        if features[place].kind != "value" or not len(rows):
            continue
        column = features[place].column
        name, path = seen.name_of(column), f"data.columns.{seen.name_of(column)}.means_missing"
        if path in _mended_paths(seen.dataset):
            continue  # told of all rows
        kind = seen.dataset.preparation.columns[column].kind
        values = [_as_written(seen.dataset, name, kind, float(x[row, place])) for row in rows.tolist()]
        if not _others_vary(seen.dataset, name, kind, len(values)):
            continue  # nothing is pressed together
        template = "{column} is {value} in one training row, far from all others: it presses them together."
        if len(rows) > 1:
            template = (
                "{column} is far from all others in {count} training rows, farthest at {value}: they press the others "
                "together."
            )
        shown_name = shown(seen.dataset.feature_names[place])
        text = Remark(template, column=shown_name, value=values[0], count=len(rows)).weighing(1)
        edit = path, [*seen.dataset.preparation.columns[column].means_missing, *dict.fromkeys(values)]
        yield SplitFinding("far_value", text.mended_by(Remark("Count it as missing"), edit))


def _few_far_rows(distances: NDArray[np.floating]) -> NDArray[np.intp]:
    """The few rows that lie far beyond all others, the farthest first.

    distances: (rows,), from the middle.
    """
    most = max(1, min(MOST_FAR, int(FEW_FAR * len(distances))))
    order = np.argsort(-distances, kind="stable")[: most + 1]
    farthest = distances[order]
    counts = (count for count in range(1, len(order)) if farthest[count - 1] > ALONE * farthest[count])
    return order[: next(counts, 0)]


def _others_vary(dataset: Dataset, name: str, kind: ColumnKind, n_far: int) -> bool:
    """Whether there are different values beside so many, in the file itself."""
    if dataset.sheet is None:
        return True
    numbers = _numbers_of(dataset.sheet, name, kind)
    return len(np.unique(numbers[~np.isnan(numbers)])) > n_far + 1


def _as_written(dataset: Dataset, name: str, kind: ColumnKind, value: float) -> str:
    """The value of the file that this one, scaled and back again, was."""
    exact = np.float32(value)
    if dataset.sheet is not None:
        numbers = _numbers_of(dataset.sheet, name, kind)
        exact = numbers[np.nanargmin(np.abs(numbers - value))]
    if kind == "date":
        return str(np.datetime64(0, "D") + np.timedelta64(int(exact), "D"))
    return str(exact).removesuffix(".0")


def _numbers_of(sheet: Sheet, name: str, kind: ColumnKind) -> NDArray[np.float32]:
    return numbers_in(sheet.column(name), kind, sheet.writing.date_order, sheet.writing.decimal)


def _mended_paths(dataset: Dataset) -> set[str]:
    """What would be changed by what is told of the file."""
    notes = () if dataset.findings is None else dataset.findings.notes
    return {path for note in notes if note.mend is not None for path, _ in note.mend.edits}


def _about_twins(seen: Seen) -> Iterator[SplitFinding]:
    """Columns of which all features are the same in every training row, whichever way round the categories stand."""
    x = np.ascontiguousarray(seen.x.T) + 0.0  # -0 becomes 0
    made_of_column: dict[int, list[bytes]] = {}
    for values, feature in zip(x, seen.dataset.preparation.features, strict=True):
        made = made_of_column.setdefault(feature.column, [])
        if values.min() < values.max():
            made.append(values.tobytes())
    columns: dict[tuple[bytes, ...], int] = {}
    for column, made in made_of_column.items():
        first = columns.setdefault(tuple(sorted(made)), column) if made else column
        if first != column:
            name, other = seen.name_of(column), seen.name_of(first)
            text = Remark(
                "{column} says the same as {other} in every training row.", column=shown(name), other=shown(other)
            )
            edit = f"data.columns.{name}.role", "ignored"
            yield SplitFinding("twin_columns", text.mended_by(Remark("Ignore it"), edit))


def _about_rows_on_both_sides(seen: Seen) -> Iterator[SplitFinding]:
    trained = {row.tobytes() for row in seen.x + 0.0}  # -0 becomes 0
    both = sum(row.tobytes() in trained for row in seen.test_x + 0.0)
    if both:
        text = Remark("Test rows with the features of a training row: {count}. They need no learning.", count=both)
        yield SplitFinding("rows_on_both_sides", text.weighing(2))


def _about_unequal_sizes(seen: Seen) -> Iterator[SplitFinding]:
    deviation = seen.x.std(axis=0)
    varies = np.where(deviation > 0, deviation, np.nan)
    if not np.isnan(varies).all() and np.nanmax(varies) >= UNEQUAL * np.nanmin(varies):
        text = Remark(
            "{large} varies {times:.3g} times more than {small}, and drowns it.",
            large=shown(seen.dataset.feature_names[int(np.nanargmax(varies))]),
            times=float(np.nanmax(varies) / np.nanmin(varies)),
            small=shown(seen.dataset.feature_names[int(np.nanargmin(varies))]),
        )
        yield SplitFinding("unequal_sizes", text.mended_by(Remark("Standardize"), *_STANDARDIZE).weighing(2))
