"""The rows of a sweep: tables that are read once, and cut, scaled and labelled where they are needed."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from engine.data import Dataset, Report, Table, load_table, split
from engine.data.files.progress import ignore
from engine.data.fingerprint import hash_of
from engine.data.spec import DataSpec
from engine.experiment.lanes.spec import LANE_DATA
from engine.nn.shapes import RowsOf

_KEPT: Final = 2
"""Datasets that are kept, so that batches that follow each other need not cut them anew."""
_cut: list[tuple[Table, DataSpec, Dataset]] = []


class Rows:
    """Which table an experiment of the sweep learns from. Those that ask for the same rows share one."""

    def __init__(self, data: DataSpec, table: Table, report: Report = ignore) -> None:
        """The rows that most of them learn from."""
        self._specs = [_as_loaded(data)]
        self.tables = [_bare(table)]
        self._report = report
        self._shapes: dict[str, RowsOf] = {}

    def table_of(self, data: DataSpec) -> int:
        """Its number; read now, where it is another. Raises DataError."""
        wanted = _as_loaded(data)
        if wanted not in self._specs:
            self.tables.append(_bare(load_table(data, report=self._report)))
            self._specs.append(wanted)
        return self._specs.index(wanted)

    def dataset(self, data: DataSpec) -> Dataset:
        """Cut as it says. Raises PlaygroundError."""
        return cut(self.tables[self.table_of(data)], data)

    def shape(self, data: DataSpec) -> RowsOf:
        """What a row is."""
        key = data.model_dump_json()
        if key not in self._shapes:
            found = self.dataset(data)
            self._shapes[key] = RowsOf(found.n_features, found.image_shape)
        return self._shapes[key]

    @property
    def nbytes(self) -> int:
        """Of all tables, and of the largest one as it is cut for training."""
        sizes = [table.features.nbytes + table.labels.nbytes for table in self.tables]
        return sum(sizes) + max(sizes) * _KEPT

    @property
    def fingerprint(self) -> str:
        """Of the first table, as it was read."""
        return hash_of([self.tables[0].features, self.tables[0].labels])


def cut(table: Table, data: DataSpec) -> Dataset:
    """The table cut, scaled and labelled; the last few are kept."""
    for known, spec, dataset in _cut:
        if known is table and spec == data:
            return dataset
    dataset = split(table, data)
    _cut.append((table, data, dataset))
    del _cut[:-_KEPT]
    return dataset


def held_out_hash(dataset: Dataset) -> str:
    """Of what is to be said of the held-out rows: scores of trials with the same can be compared row by row."""
    return hash_of([dataset.test_y if dataset.valid_y is None else dataset.valid_y])


def _as_loaded(data: DataSpec) -> DataSpec:
    """What decides which table is read: all but what lanes may say of it."""
    fields = DataSpec.model_fields
    return data.model_copy(update={name: fields[name].default for name in LANE_DATA})


def _bare(table: Table) -> Table:
    """Without the file that it was read from, which training has no use for."""
    return replace(table, sheet=None, findings=None, as_read=None, remarks=())
