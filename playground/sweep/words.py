"""What the columns of a sweep are called, and how their values are written, in the language on the screen."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, Final

from PySide6.QtCore import QCoreApplication

from engine.errors import PlaygroundError
from engine.sentences import Sentence
from engine.sweep.results.table import SweepTable
from playground.ui.text import i18n
from playground.ui.text.edit_titles import path_title
from playground.ui.text.numbers import DASH, count, loss, number, percent, r2, setting
from playground.ui.text.sentences import sentence_text

_HIDDEN: Final = frozenset({"setting", "finding", "reason", "restored_from", "best_at"})
"""Said in tooltips, or of no use to a person."""
_WHOLE: Final = frozenset({"trial", "seed", "steps"})


def _tr(text: str) -> str:
    return QCoreApplication.translate("Sweep", text)


def columns_of(table: SweepTable) -> tuple[str, ...]:
    """Those that are shown, what was found before how it was found. Where there are validation rows, the figures of
    the test rows stay in the file: a person who chooses by them has no rows left that tell how good the choice is.
    """
    has_validation = any(name.startswith("validation_") for name in table.figures)
    figures = sorted((n for n in table.figures if not (has_validation and n.startswith("test_"))), key=_rank)
    first = [name for name in ("trial", "lane", *table.swept, "seed", "state") if name in table.columns]
    behind = ["verdict", *figures, "steps", "diagnosis", "seconds"]
    return tuple(name for name in (*first, *behind) if name not in _HIDDEN)


def _rank(figure: str) -> tuple[bool, int, int]:
    """Accuracies before losses, of held-out rows before those of training, and sums with the penalty last."""
    rows, _, what = figure.partition("_")
    of, kinds = ("validation", "test", "train"), ("accuracy", "r2", "data_loss", "rmse", "mae")
    return what not in kinds, of.index(rows) if rows in of else 3, kinds.index(what) if what in kinds else 9


def title(table: SweepTable, name: str) -> str:
    """Of a column."""
    if name in table.swept:
        return path_title(table.plan.paths[table.swept.index(name)])
    own = {
        "trial": _tr("Trial"),
        "lane": _tr("Lane"),
        "seed": _tr("Seed"),
        "state": _tr("State"),
        "steps": _tr("Steps"),
        "seconds": _tr("Seconds"),
        "verdict": _tr("Verdict"),
        "diagnosis": _tr("Diagnosis"),
        "penalty": _tr("Penalty"),
    }
    return own[name] if name in own else figure_title(name)


def figure_title(name: str) -> str:
    """``Validation accuracy``"""
    rows, _, what = name.partition("_")
    of = {"train": _tr("Training"), "validation": _tr("Validation"), "test": _tr("Test")}
    kinds = {
        "loss": _tr("loss with penalty"),
        "data_loss": _tr("loss"),
        "accuracy": _tr("accuracy"),
        "r2": "R²",
        "rmse": "RMSE",
        "mae": "MAE",
    }
    return f"{of.get(rows, rows)} {kinds.get(what, what)}"


def cell_text(name: str, value: Any) -> str:
    """A value of a column, as it is read."""
    if value is None:
        return DASH if name not in ("verdict", "diagnosis") else ""
    if isinstance(value, bool):
        return _tr("on") if value else _tr("off")
    if isinstance(value, str):
        return said(value) if name in ("state", "verdict") else i18n.choice_name(value)
    if isinstance(value, Sequence):
        return ", ".join(map(str, value))
    if name in _WHOLE:
        return count(value)
    return _number(name, value)


def _number(name: str, value: float) -> str:
    if name.endswith("_accuracy"):
        return percent(value)
    if name.endswith("_r2"):
        return r2(value)
    if name.endswith(("_loss", "penalty")):
        return loss(value)
    return number(value) if name.endswith(("_rmse", "_mae", "seconds")) else setting(value)


def said(word: str) -> str:
    """A state, or a word of the verdict."""
    words = {
        "done": _tr("done"),
        "stopped": _tr("stopped early"),
        "diverged": _tr("diverged"),
        "pruned": _tr("pruned"),
        "failed": _tr("failed"),
        "unfinished": _tr("unfinished"),
        "best": _tr("best"),
        "leader": _tr("leads"),
        "behind": _tr("behind"),
        "not told apart": _tr("not told apart"),
        "not ranked": _tr("not ranked"),
    }
    return words.get(word, word)


def about(table: SweepTable, row: Mapping[str, Any]) -> str:
    """What the diagnosis says of a trial, or why it failed."""
    text, sentence = row.get("reason") or row.get("finding") or "", table.told.get(row["trial"])
    if sentence is None:
        return str(text)
    return _in_this_language(sentence, "Errors" if row.get("reason") else "Diagnosis", str(text))


def verdict(table: SweepTable) -> str:
    """The verdict over all trials."""
    return " ".join(_in_this_language(each, "Diagnosis", str(each)) for each in table.verdict) or table.said


def _in_this_language(sentence: Sentence, context: str, english: str) -> str:
    """A file may have been written by another version, or by somebody else: what has no translation is none of ours."""
    if QCoreApplication.translate(context, sentence.template) == sentence.template:
        return english
    try:
        if context == "Errors":
            return i18n.error_text(PlaygroundError(sentence.template, **sentence.values))
        return sentence_text(sentence)
    except (KeyError, IndexError, ValueError, TypeError, AttributeError):
        return english


def failures(table: SweepTable) -> str:
    """How many trials failed, and why the first of them."""
    failed = [row for row in table.rows if row["state"] == "failed"]
    if not failed:
        return ""
    text = _tr("{failed} of {trials} trials failed, the first because: {reason}")
    return text.format(failed=count(len(failed)), trials=count(len(table.rows)), reason=about(table, failed[0]))


def is_number(table: SweepTable, name: str) -> bool:
    """Whether a column stands to the right."""
    if name in ("lane", "state", "verdict", "diagnosis"):
        return False
    return all(isinstance(row[name], int | float | None) and not isinstance(row[name], bool) for row in table.rows)
