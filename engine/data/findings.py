"""What was found in a person's own file: how it is written, and what a person should know before learning from it."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence

import numpy as np
from numpy.typing import NDArray

from engine.data.files.wording import shown
from engine.data.over_rows import Ends, ends_of
from engine.data.sheet import Writing
from engine.data.task import Labels
from engine.data.threads import in_threads
from engine.errors import Remark
from engine.records import record

MOST_EXAMINED = 20_000
"""Rows that are compared with each other; the rest of a longer file is not."""
MOST_CELLS = 8_000_000
"""Cells that are looked at: reading a file of many cells takes seconds, looking at these some hundredths."""
UNBALANCED = 2
"""How many times more rows the largest class must have than the smallest for a remark."""
RULING = 0.9
"""Share of all rows from which on the largest class makes the accuracy say little."""
_MOST_NAMED = 5
_IN_CACHE = 2**15
"""Cells that are hashed at a time."""
_WORTH_THREADS = 2**20
"""Cells that take longer to hash than threads to start."""
_GLANCE = 16
"""Columns in which rows of many numbers mostly differ already."""

Floats = NDArray[np.float32]


@record
class Findings:
    """Facts about all rows, or about the first ``examined`` of them, and a sentence about each that matters."""

    rows: int
    examined: int
    counts: tuple[int, ...]
    """How many rows each class has; empty where numbers are to be learned."""
    constant: tuple[str, ...]
    """Features that never change."""
    duplicates: int
    """Rows that repeat an earlier one, class included."""
    contradictions: int
    """Rows whose features another row has, too, with another class or number: all of them, so two at least."""
    notes: tuple[Remark, ...]
    writing: Writing | None = None
    """None for pictures in IDX files."""


def find(
    features: Floats,
    labels: Labels,
    *,
    classes: Sequence[str],
    feature_names: Sequence[str],
    is_image: bool,
    writing: Writing | None = None,
    ends: Ends | None = None,
) -> Findings:
    """Looks at the rows, quickly. features: (rows, n_features), labels: (rows,); ends: of the features, where
    they are known.

    Pixels that never change, at the rim of pictures, are no news and not looked for.
    """
    rows, n_features = features.shape
    examined = min(rows, MOST_EXAMINED, max(1, MOST_CELLS // n_features))
    is_number = not classes
    counts = np.zeros(0, np.int64) if is_number else np.bincount(labels, minlength=len(classes))
    constant = () if is_image else _constant(ends or ends_of(features), feature_names)
    duplicates, contradictions = _repeated(features[:examined], labels[:examined])
    of_table = writing is not None and not is_image
    notes = [
        *(_about_numbers(labels, writing) if is_number else _about_classes(counts, classes, writing)),
        *_about_constants(constant),
        *_about_repeated(duplicates, contradictions, examined, rows, is_number=is_number, of_table=of_table),
    ]
    return Findings(
        rows=rows,
        examined=examined,
        counts=tuple(counts.tolist()),
        constant=constant,
        duplicates=duplicates,
        contradictions=contradictions,
        notes=tuple(notes),
        writing=writing,
    )


def _constant(ends: Ends, names: Sequence[str]) -> tuple[str, ...]:
    return tuple(names[place] for place in np.flatnonzero(ends.low == ends.high).tolist())


def _repeated(features: Floats, labels: Labels) -> tuple[int, int]:
    """How many rows repeat an earlier one with its label, and how many have the features of one with another label.

    features: (rows, n_features), labels: (rows,)
    """
    if features.shape[1] > 2 * _GLANCE and not len(_repeats(_hashes(features[:, :_GLANCE]))):
        return 0, 0
    of_rows = _hashes(features)
    alike = np.isin(of_rows, _repeats(of_rows))  # mostly few, and only these are to be told apart by their labels
    of_rows, labels = of_rows[alike], labels[alike]
    of_pairs = of_rows + _odd_numbers(1) * labels.astype(np.float64).view(np.uint64)
    pairs, first = np.unique(of_pairs, return_index=True)
    different, labels_of_each = np.unique(of_rows[first], return_counts=True)
    n_contradictory = np.isin(of_rows, different[labels_of_each > 1]).sum() if len(different) < len(pairs) else 0
    return len(of_rows) - len(pairs), int(n_contradictory)


def _repeats(hashes: NDArray[np.uint64]) -> NDArray[np.uint64]:
    """Those that come several times."""
    found = np.sort(hashes)
    return np.unique(found[1:][found[1:] == found[:-1]])


def _hashes(features: Floats) -> NDArray[np.uint64]:
    """features: (rows, n) -> (rows,), sum of odd m_i b_i modulo 2^64, where b_i are the bits of a number, mixed.

    Multilinear hashing (Carter and Wegman 1979). Once mixed, numbers that differ do so below the 18th bit, so a pair of
    rows gets the same with a probability of at most 2^-46, and any two of 20 000 with one below 1e-5.
    """
    found = np.empty(len(features), np.uint64)
    factors = _odd_numbers(features.shape[1])
    step = max(1, _IN_CACHE // features.shape[1])

    def fill(run: range) -> None:
        for start in run:
            bits = (features[start : start + step] + 0.0).view(np.uint32)  # -0 becomes 0
            bits ^= bits >> 18  # numbers with few digits differ in their upper bits alone
            found[start : start + step] = bits.astype(np.uint64) @ factors

    starts = range(0, len(features), step)
    if features.size > _WORTH_THREADS:
        half = len(starts) // 2
        list(in_threads(fill, (starts[:half], starts[half:])))
    else:
        fill(starts)
    return found


def _odd_numbers(n: int) -> NDArray[np.uint64]:
    """The same ones each time."""
    return np.random.Generator(np.random.PCG64(n)).integers(0, 2**64, n, np.uint64) | np.uint64(1)


def _about_classes(counts: Labels, classes: Sequence[str], writing: Writing | None) -> Iterator[Remark]:
    if writing is not None and 2 * len(counts) > counts.sum() > 2:
        told = Remark(
            "{column} has {count} different values in {rows} rows: is it really the class?",
            column=shown(writing.label),
            count=len(counts),
            rows=int(counts.sum()),
        ).weighing(0)
        are_numbers = all(map(_is_number, classes))
        yield told.mended_by(Remark("Learn numbers"), ("data.task", "numbers")) if are_numbers else told
    elif counts.max() >= UNBALANCED * counts.min():
        template = "The classes are unbalanced: {largest} has {most} rows, {smallest} has {least}."
        if counts.max() > RULING * counts.sum():
            template = (
                "The classes are unbalanced: {largest} has {most} rows, {smallest} has {least}. Always saying "
                "{largest} is right in {share} % of them, so precision and recall of the others say more than accuracy."
            )
        yield (
            Remark(
                template,
                share=f"{100 * counts.max() / counts.sum():.3g}",
                largest=shown(classes[int(counts.argmax())]),
                most=int(counts.max()),
                smallest=shown(classes[int(counts.argmin())]),
                least=int(counts.min()),
            )
            .mended_by(Remark("Share out each class"), ("data.stratify", True))
            .weighing(2)
        )


def _is_number(name: str) -> bool:
    try:
        return math.isfinite(float(name))
    except ValueError:
        return False


def _about_numbers(labels: Labels, writing: Writing | None) -> Iterator[Remark]:
    if writing is not None and np.ptp(labels) == 0:
        told = Remark("{column} never changes, so there is nothing to learn.", column=shown(writing.label))
        yield told.weighing(0)


def _about_constants(names: tuple[str, ...]) -> Iterator[Remark]:
    if len(names) == 1:
        told = Remark("Column {column} never changes, so it tells nothing.", column=shown(names[0]))
        yield told.mended_by(Remark("Ignore it"), *_ignoring(names))
    elif names:
        columns = ", ".join(map(shown, names[:_MOST_NAMED])) + (", ..." if len(names) > _MOST_NAMED else "")
        told = Remark(
            "{count} columns never change, so they tell nothing ({columns}).", count=len(names), columns=columns
        )
        yield told.mended_by(Remark("Ignore them"), *_ignoring(names))


def _ignoring(names: Sequence[str]) -> Iterator[tuple[str, object]]:
    for name in names:
        yield f"data.columns.{name}.role", "ignored"


def _about_repeated(
    duplicates: int, contradictions: int, examined: int, rows: int, *, is_number: bool, of_table: bool
) -> Iterator[Remark]:
    if duplicates:
        if examined < rows:
            template = "Of the first {examined} rows, those with the features and the label of another row: {count}."
        else:
            template = (
                "Rows with the features and the label of another row: {count}. "
                "One may be trained on and its twin tested."
            )
        told = Remark(template, count=duplicates, examined=examined)
        yield told.mended_by(Remark("Leave them out"), ("data.leave_out_repeats", True)) if of_table else told
    if contradictions:
        template = "Rows with the features of another row, but another class: {count}."
        if is_number:
            template = "Rows with the features of another row, but another number to learn: {count}."
        yield Remark(template, count=contradictions)
