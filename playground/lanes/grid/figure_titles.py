"""What the figures of the map are called, and what they mean, with validation rows and without."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from engine.data.task import Task
from playground.lanes.table.figures.headings import headings


def figure_titles(task: Task = "classes", *, has_validation: bool) -> dict[str, tuple[str, str]]:
    """Of each of `heat_cells.FIGURES` the title and one sentence."""
    found = _of_classes(has_validation=has_validation)
    if task == "numbers":
        scores = headings(task, has_validation=has_validation)
        found |= {name: scores[name] for name in ("train_accuracy", "held_out_accuracy", "gap")}
    return found


def _of_classes(*, has_validation: bool) -> dict[str, tuple[str, str]]:
    return {
        "train_accuracy": (
            _tr("Train accuracy"),
            _tr("The share of training rows that are classified right: what was learned by heart."),
        ),
        **(_validation() if has_validation else _test()),
    }


def _test() -> dict[str, tuple[str, str]]:
    return {
        "held_out_accuracy": (
            _tr("Test accuracy"),
            _tr("The share of rows never trained on that are classified right: what counts."),
        ),
        "held_out_data_loss": (
            _tr("Test loss"),
            _tr("How wrong the answers are on the test rows, without the penalty: the mean data loss."),
        ),
        "gap": (
            _tr("Gap"),
            _tr("Train less test accuracy, in percentage points: a wide gap means overfitting."),
        ),
        "held_out_loss": (
            _tr("Test loss + penalty"),
            _tr("Their sum. It is higher where λ is, so it does not say which λ is best."),
        ),
    }


def _validation() -> dict[str, tuple[str, str]]:
    return {
        "held_out_accuracy": (
            _tr("Validation accuracy"),
            _tr("The share of validation rows that are classified right: choose the settings by it."),
        ),
        "held_out_data_loss": (
            _tr("Validation loss"),
            _tr("How wrong the answers are on the validation rows, without the penalty: the mean data loss."),
        ),
        "gap": (
            _tr("Gap"),
            _tr("Train less validation accuracy, in percentage points: a wide gap means overfitting."),
        ),
        "held_out_loss": (
            _tr("Validation loss + penalty"),
            _tr("Their sum. It is higher where λ is, so it does not say which λ is best."),
        ),
    }


def _tr(text: str) -> str:
    return QCoreApplication.translate("LaneMap", text)
