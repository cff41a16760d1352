"""What an edit is called in the history: its name, and the old and new value where one field changed."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Final

from PySide6.QtCore import QCoreApplication

from engine.data.spec import ColumnSpec
from engine.experiment.declared import is_look
from engine.experiment.experiment import Experiment
from engine.experiment.field_path import FieldPath
from engine.train.history.history import Mark
from playground.ui.text.edit_titles import mark_text, mark_texts, path_title

_COLUMNS: Final = "data.columns."
MOST_TOLD: Final = 2
"""Changes of settings that are told one by one."""


def edit_text(old: Experiment, new: Experiment, label: str) -> tuple[str, str]:
    """(``L2 λ``, ``0.01 → 0.1``); the label and nothing else where several fields changed, or a whole layer.

    An edit may bring others with it, as a new data source does; then the field that gave it its name counts. And it
    may change one field in many places alike, as that of all layers.
    """
    changes = [change for change in _changes(old.to_dict(), new.to_dict()) if not _is_compound(*change[1:])]
    texts = [(path, _became(path, before, after)) for path, before, after in changes]
    for path, became in texts:
        if path_title(path) == label:
            return label, became
    alike = {(FieldPath.parse(path).field, became) for path, became in texts}
    return (label, texts[0][1]) if len(alike) == 1 else (label, "")


def run_text(old: Experiment, new: Experiment, most: int = MOST_TOLD) -> str:
    """What has changed since a run of ``old``: ``Units 8 → 12``; empty where nothing has that tells."""
    before, after, texts = old.to_dict(), new.to_dict(), []
    if _are_moved(before["layers"], after["layers"]):
        texts.append(QCoreApplication.translate("EditText", "layers in another order"))
        before["layers"] = after["layers"]
    changes = [change for change in _changes(before, after) if not is_look(change[0])]
    texts += [
        text for _, text, _ in mark_texts([Mark(0, path, _count(was), _count(now)) for path, was, now in changes])
    ]
    if len(texts) > most:
        return QCoreApplication.translate("EditText", "{count} other settings").format(count=len(texts))
    return ", ".join(texts)


def _are_moved(old: list[Any], new: list[Any]) -> bool:
    """Whether these are the same layers in another order."""
    return old != new and len(old) == len(new) and all(old.count(layer) == new.count(layer) for layer in old)


def _count(value: Any) -> Any:
    """How many there are, of layers and lanes."""
    return len(value) if isinstance(value, list | dict) else value


def _became(path: str, old: object, new: object) -> str:
    return mark_text(Mark(0, path, old, new)).removeprefix(f"{path_title(path)} ")


def _are_words(old: Any, new: Any) -> bool:
    """Whether both are lists of texts, such as formulas."""
    both = isinstance(old, list) and isinstance(new, list)
    return both and bool(old or new) and all(isinstance(value, str) for value in (*old, *new))


def _listed(path: str, texts: list[str]) -> str | None:
    """Of inputs, a column stands without the signs between which a formula names it."""
    if path == "data.inputs" and texts:
        from engine.data.formulas import bare  # here, because most have none

        texts = [bare(text) for text in texts]
    return ", ".join(texts) or None


def _changes(old: Any, new: Any, path: str = "") -> Iterator[tuple[str, Any, Any]]:
    """(path, old value, new value) of all that differs; lists of other lengths, and of plain values, as a whole."""
    if path.startswith(_COLUMNS) and (isinstance(old, dict) or isinstance(new, dict)):  # one may say nothing of it
        old, new = (ColumnSpec().model_dump(mode="json") if said is None else said for said in (old, new))
    if isinstance(old, dict) and isinstance(new, dict):
        keys = [*old, *(key for key in new if key not in old)]
        pairs = [(key, old.get(key), new.get(key)) for key in keys]
    elif _are_words(old, new):
        if old != new:
            yield path, _listed(path, old), _listed(path, new)
        return
    elif isinstance(old, list) and isinstance(new, list) and len(old) == len(new) and isinstance((old or [0])[0], dict):
        pairs = [(str(index), *both) for index, both in enumerate(zip(old, new, strict=True))]
    else:
        if old != new:
            yield path, old, new
        return
    for key, before, after in pairs:
        yield from _changes(before, after, f"{path}.{key}" if path else key)


def _is_compound(*values: object) -> bool:
    return any(isinstance(value, dict | list) for value in values)
