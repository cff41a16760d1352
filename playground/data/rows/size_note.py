"""How large a data set is, in a few words."""

from __future__ import annotations

from pathlib import PurePath

from PySide6.QtCore import QCoreApplication

from engine.data import Dataset
from engine.data.files.wording import shown
from engine.data.sources.registry import SOURCES
from engine.data.spec import DataSpec
from playground.ui.text import i18n
from playground.ui.text.numbers import count


def size_note(dataset: Dataset) -> str:
    """Rows, features, and classes or what the number is called."""
    n_rows = _n_rows(dataset)
    rows = rows_note(dataset)
    if n_rows < dataset.source_rows:
        rows = _tr("{rows} of {all} rows").format(rows=count(n_rows), all=count(dataset.source_rows))
    if dataset.task == "numbers":
        return _note_of_numbers(dataset, rows)
    if dataset.preparation.inputs is not None:
        template = _tr("{rows}, {features} inputs, {classes} classes")
    elif dataset.n_features == 1:
        template = _tr("{rows}, 1 feature, {classes} classes")
    else:
        template = _tr("{rows}, {features} features, {classes} classes")
    return template.format(rows=rows, features=count(dataset.n_features), classes=count(dataset.n_classes))


def rows_note(dataset: Dataset) -> str:
    """``600 rows``"""
    return _tr("{rows} rows").format(rows=count(_n_rows(dataset)))


def source_name(data: DataSpec) -> str:
    """Where the rows come from: ``Spiral``, or a file's name."""
    if data.source in SOURCES:
        return i18n.choice_name(data.source)
    return PurePath(data.source).name


def _n_rows(dataset: Dataset) -> int:
    parts = (dataset.train_x, dataset.test_x, dataset.valid_x)
    return sum(len(part) for part in parts if part is not None)


def _note_of_numbers(dataset: Dataset, rows: str) -> str:
    if dataset.preparation.inputs is not None:
        template = _tr("{rows}, {features} inputs → {target}")
    elif dataset.n_features == 1:
        template = _tr("{rows}, 1 feature → {target}")
    else:
        template = _tr("{rows}, {features} features → {target}")
    return template.format(rows=rows, features=count(dataset.n_features), target=shown(dataset.target_name))


def _tr(text: str) -> str:
    return QCoreApplication.translate("DataPanel", text)
