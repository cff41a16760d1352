"""Cuts a table into training, validation and test rows, scales them, and makes some training labels wrong."""

from __future__ import annotations

from typing import Final

import numpy as np
from numpy.typing import NDArray

from engine.arrays import frozen
from engine.data.dataset import Dataset, RawRows, Table
from engine.data.preprocessing.learning import learn
from engine.data.preprocessing.preparation import Preparation
from engine.data.preprocessing.sizes import rows_asked
from engine.data.preprocessing.targets import centre_and_size, robust_centre_and_size
from engine.data.sources.registry import source_of
from engine.data.spec import DataSpec
from engine.data.task import Labels
from engine.errors import DataError

Floats = NDArray[np.float32]
Indices = NDArray[np.int64]

_TOO_FEW: Final = {
    False: "{name} has {rows} rows, too few for train {train} + test {test} = {total}: lower one of them.",
    True: "{name} has {rows} rows, too few for train {train} + validation {validation} + test {test} = {total}: lower "
    "one of them.",
}
"""By whether validation rows are asked for."""


def split(table: Table, spec: DataSpec) -> Dataset:
    """The first ``train`` rows train, the next ``validation`` rows validate and the next ``test`` rows test; with a
    shuffle seed after mixing them. With ``keep_test`` the last rows test and those before them validate.

    Raises:
        PlaygroundError: the table has too few rows, or an input is made of a feature that is not there or has no value.
    """
    train, validation, test = rows_of(table, spec)
    clean = table.labels[train]
    # The unit of the loss, and which labels are wrong, are the same whichever of these rows are learned from.
    target_offset, target_scale = _unit(table, clean, spec)
    noisy = _noisy(table, clean, spec, target_scale)
    validating: Indices | None = None
    if spec.fold is not None or spec.train_on is not None:
        learned, validating = chosen_rows(table, clean, spec)
        validation = validation if validating is None else train[validating]
        train, clean, noisy = train[learned], clean[learned], noisy[learned]
    is_validated = len(validation) > 0
    parts = (train, test, validation)[: 2 + is_validated]
    preparation, train_x = learn(table.columns, table.features[train], spec.scaling, spec.inputs)
    return Dataset(
        name=table.name,
        train_x=_scaled(train_x, preparation),
        train_y=frozen(noisy),
        train_y_clean=frozen(clean),
        test_x=_prepared(table, test, preparation),
        test_y=frozen(table.labels[test]),
        classes=table.classes,
        preparation=preparation,
        image_shape=None if spec.inputs else table.image_shape,
        source_rows=table.n_rows,
        valid_x=_prepared(table, validation, preparation) if is_validated else None,
        valid_y=frozen(table.labels[validation]) if is_validated else None,
        is_named=table.is_named,
        findings=table.findings,
        target_name=table.target_name,
        sheet=table.sheet,
        held_places=None if validating is None else frozen(validating),
        target_offset=target_offset,
        target_scale=target_scale,
        is_label_robust=table.task == "numbers" and spec.robust_label,
        made_of=None
        if preparation.is_plain and not spec.inputs
        else RawRows(*(frozen(preparation.aligned(table.features[rows], table.columns)) for rows in parts)),
        test_places=_in_source(table, test),
        valid_places=_in_source(table, validation),
        table=table,
    )


def _unit(table: Table, labels: Labels, spec: DataSpec) -> tuple[float, float]:
    """Offset and scale of the numbers to be learned; 0 and 1 where classes are."""
    if table.task == "classes":
        return 0.0, 1.0
    return robust_centre_and_size(labels) if spec.robust_label else centre_and_size(labels)


def _noisy(table: Table, labels: Labels, spec: DataSpec, scale: float) -> Labels:
    """The labels as they are learned: some classes are wrong, numbers are beside the true ones. scale: of numbers."""
    if table.task == "classes":
        return with_wrong_labels(labels, len(table.classes), share=spec.label_noise, seed=_seed(spec))
    return with_noise(labels, size=spec.label_noise * scale, seed=_seed(spec))


def chosen_rows(table: Table, labels: Labels, spec: DataSpec) -> tuple[Indices, Indices | None]:
    """labels: (train,) -> places among the training rows, growing: those that are learned from, and those of the fold
    that validates; None where there are no folds.

    Each fold has each class in its share, as far as can be. Source: Kohavi 1995, A study of cross-validation.

    Raises:
        DataError: a fold would have no row.
    """
    left = np.arange(len(labels))
    validating = None
    if spec.fold is not None and spec.folds is not None:
        if spec.folds > len(labels):
            raise DataError(
                "{name}: {rows} training rows make no {folds} folds: lower data.folds.",
                name=table.name,
                rows=len(labels),
                folds=spec.folds,
            )
        order = spread_evenly(labels) if table.classes else left
        validating = np.sort(np.array_split(order, spec.folds)[spec.fold - 1])
        left = np.setdiff1d(left, validating)
    return left[: spec.train_on], validating


def cut_anew(dataset: Dataset, spec: DataSpec) -> Dataset:
    """The same rows cut, scaled or labelled in another way: see `engine.experiment.lanes.spec.LANE_DATA`.

    Raises:
        PlaygroundError: they were not read from a source.
    """
    if dataset.table is None:
        raise DataError("The rows of {name} were not read from a source: lanes cannot have others.", name=dataset.name)
    return split(dataset.table, spec)


def with_wrong_labels(labels: Labels, n_classes: int, *, share: float, seed: int) -> Labels:
    """labels: (n,) -> (n,). A ``share`` of them replaced by another class, each other class being equally likely.

    wrong = (label + 1 + floor(u (n_classes - 1))) mod n_classes, u ~ U(0, 1), for the rows of lowest rank. Ranks and u
    do not depend on the share: raising it keeps the labels that are already wrong as they are.
    """
    if not share:  # no start waits for NumPy's generators then
        return labels.copy()
    rank, u = _noise(seed).random((len(labels), 2)).T
    wrong = np.argsort(rank)[: round(share * len(labels))]
    noisy = labels.copy()
    noisy[wrong] += 1 + (u[wrong] * (n_classes - 1)).astype(np.int64)
    return noisy % n_classes


def with_noise(numbers: Labels, *, size: float, seed: int) -> Labels:
    """numbers: (n,) -> (n,) float32, number + size z, z ~ N(0, 1). The draws do not depend on the size."""
    z = _noise(seed).standard_normal(len(numbers))
    return (numbers + size * z).astype(np.float32) if size else numbers.copy()


def _noise(seed: int) -> np.random.Generator:
    """A stream of its own, apart from the one that mixes the rows."""
    return np.random.Generator(np.random.PCG64(np.random.SeedSequence(seed, spawn_key=(1,))))


def _seed(spec: DataSpec) -> int:
    return spec.shuffle_seed or 0


def rows_of(table: Table, spec: DataSpec) -> tuple[Indices, Indices, Indices]:
    """Indices of the training, (train,), the validation, (validation,), and the test rows, (test,)."""
    sizes = train, validation, test = rows_asked(spec, table.n_rows)
    if sum(sizes) > table.n_rows:
        raise DataError(
            _TOO_FEW[validation > 0],
            name=table.name,
            rows=table.n_rows,
            train=train,
            validation=validation,
            test=test,
            total=sum(sizes),
        )
    # A toy is already drawn from the seed; mixing it would unbalance its halves.
    is_made = source_of(spec.source).is_made
    order = np.arange(table.n_rows)
    if spec.shuffle_seed is not None and not is_made:
        order = np.random.Generator(np.random.PCG64(spec.shuffle_seed)).permutation(table.n_rows)
    if spec.stratify and table.task == "classes" and not is_made:
        order = order[spread_evenly(table.labels[order])]
    if spec.keep_test:  # what is used by nobody lies behind the training rows, not behind the test rows
        order = np.concatenate([order[:train], order[table.n_rows - validation - test :]])
    learned, validated, tested = np.split(order[: sum(sizes)], [train, train + validation])
    return learned, validated, tested


def spread_evenly(labels: Labels) -> Indices:
    """labels: (n,) -> (n,), an order in which each stretch of rows has each class in its share, as far as can be.

    Row j of the n_c of a class stands at (j + 1/2) / n_c of the whole, so that the rows of a class keep their order.
    """
    by_class = np.argsort(labels, kind="stable")
    counts = np.bincount(labels)
    j = np.arange(len(labels)) - np.repeat(np.cumsum(counts) - counts, counts)
    place = np.empty(len(labels))
    place[by_class] = (j + 0.5) / np.repeat(counts, counts)
    return np.argsort(place, kind="stable")


def _in_source(table: Table, rows: Indices) -> Indices:
    """rows: (n,) -> (n,), where they lie in the source."""
    return frozen(rows if table.places is None else table.places[rows])


def _prepared(table: Table, rows: Indices, preparation: Preparation) -> Floats:
    """rows: (n,) -> (n, n_inputs), as the network takes them."""
    raw = preparation.aligned(table.features[rows], table.columns)
    preparation.check(raw)
    return _scaled(preparation.encode(raw), preparation)


def _scaled(x: Floats, preparation: Preparation) -> Floats:
    """(rows, n_inputs), in place: the rows are a copy already, and may fill much of the memory."""
    x -= preparation.offset
    x /= preparation.scale
    return frozen(x)
