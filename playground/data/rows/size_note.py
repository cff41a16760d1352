"""How large a data set is, in a few words."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from engine.data import Dataset
from engine.data.files.wording import shown
from playground.ui.text.numbers import count


def size_note(dataset: Dataset) -> str:
    """Rows, features, and classes or what the number is called."""
    parts = (dataset.train_x, dataset.test_x, dataset.valid_x)
    n_rows = sum(len(part) for part in parts if part is not None)
    if n_rows < dataset.source_rows:
        rows = _tr("{rows} of {all} rows").format(rows=count(n_rows), all=count(dataset.source_rows))
    else:
        rows = _tr("{rows} rows").format(rows=count(n_rows))
    if dataset.task == "numbers":
        return _note_of_numbers(dataset, rows)
    if dataset.preparation.inputs is not None:
        template = _tr("{rows}, {features} inputs, {classes} classes")
    elif dataset.n_features == 1:
        template = _tr("{rows}, 1 feature, {classes} classes")
    else:
        template = _tr("{rows}, {features} features, {classes} classes")
    return template.format(rows=rows, features=dataset.n_features, classes=dataset.n_classes)


def _note_of_numbers(dataset: Dataset, rows: str) -> str:
    if dataset.preparation.inputs is not None:
        template = _tr("{rows}, {features} inputs → {target}")
    elif dataset.n_features == 1:
        template = _tr("{rows}, 1 feature → {target}")
    else:
        template = _tr("{rows}, {features} features → {target}")
    return template.format(rows=rows, features=dataset.n_features, target=shown(dataset.target_name))


def _tr(text: str) -> str:
    return QCoreApplication.translate("DataPanel", text)
