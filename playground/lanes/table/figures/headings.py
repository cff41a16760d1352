"""What the columns of figures are called, and what they mean, with validation rows and without."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from engine.data.task import Task
from playground.lanes.table.cells.editors import INFOS
from playground.ui.text import i18n

Headings = dict[str, tuple[str, str]]
"""column -> (title, what it means)"""


def headings(task: Task = "classes", *, has_validation: bool, is_robust: bool = False) -> Headings:
    """Of settings and figures. is_robust: whether a few values far off are not to count in what is learned."""
    settings = {name: (i18n.field_title(info), i18n.field_help(info)) for name, info in INFOS.items()}
    training = {
        "train_accuracy": (
            _tr("Train acc."),
            _tr("The share of training rows that are classified right: what the lane has learned by heart."),
        ),
        "train_data_loss": (
            _tr("Train loss"),
            _tr("How wrong the answers are on the training rows, without the penalty: the mean data loss."),
        ),
        "penalty": (
            _tr("Penalty"),
            _tr("What the L1 and L2 penalties cost: training makes the sum of this and the train loss small."),
        ),
    }
    found = settings | training | (_validation() if has_validation else _test()) | _costs()
    if task == "numbers":
        scores = _scores_of_numbers(has_validation=has_validation)
        found |= {name: of for name, of in scores.items() if name in found}
        found |= (_medians if is_robust else _errors)(has_validation=has_validation)
    return found


def _costs() -> Headings:
    return {
        "parameters": (
            _tr("Parameters"),
            _tr("How many numbers the lane learns: weights, biases, and what normalization scales by."),
        ),
        "multiplications": (
            _tr("Mult. a step"),
            _tr("Multiplications with weights in one step: forward, and back to the weights and to what they act on."),
        ),
        "step_ms": (
            _tr("ms a step"),
            _tr(
                "Milliseconds that a step has taken on this computer, in the mean. Lanes of one network share its time "
                "equally, so that a lane alone takes longer."
            ),
        ),
    }


def _scores_of_numbers(*, has_validation: bool) -> Headings:
    """Instead of accuracies."""
    lesson = _tr("How much of the spread of the numbers is explained: 1 is perfect, 0 no better than their mean.")
    validation = _tr("Val. R²"), _tr("The same of validation rows: choose lanes and settings by it. Green is the best.")
    test = _tr("Test R²"), _tr("The same of rows never trained on, which is what counts. Below 0 the mean is better.")
    return {
        "train_accuracy": (_tr("Train R²"), lesson),
        "held_out_accuracy": validation if has_validation else test,
        "gap": (_tr("Gap"), _tr("Training R² less that of rows not trained on: a wide gap means overfitting.")),
        "test_accuracy": test,
    }


def _errors(*, has_validation: bool) -> Headings:
    """In the unit of what is learned."""
    test = (
        _tr("Test RMSE"),
        _tr("The same of rows never trained on, once the test set is open: how far off the network is for new rows."),
    )
    training = (
        _tr("Train RMSE"),
        _tr("How far answers lie from the numbers of the training rows, in their own unit; large errors weigh more."),
    )
    if not has_validation:
        seen = _tr("The same of rows never trained on: how far off the network is for new rows.")
        return {"train_error": training, "held_out_error": (_tr("Test RMSE"), seen)}
    return {
        "train_error": training,
        "held_out_error": (_tr("Val. RMSE"), _tr("The same of validation rows: choose lanes and settings by it.")),
        "test_error": test,
    }


def _medians(*, has_validation: bool) -> Headings:
    """Of a robust label, in its unit."""
    lesson = _tr(
        "The median error on the training rows: half of the answers lie nearer to their numbers than this. The label "
        "is robust, so a few values far off do not count here; R² and RMSE go by them almost alone."
    )
    training = _tr("Train med. error"), lesson
    test = _tr("Test med. error"), _tr("The same of rows never trained on, which is what counts. Green is the best.")
    if not has_validation:
        return {"train_error": training, "held_out_error": test}
    choosing = _tr("The same of validation rows: choose lanes and settings by it. Green is the best.")
    return {"train_error": training, "held_out_error": (_tr("Val. med. error"), choosing), "test_error": test}


def _test() -> Headings:
    return {
        "held_out_accuracy": (
            _tr("Test acc."),
            _tr("The share of rows never trained on that are classified right: what counts. Green is the best."),
        ),
        "gap": (
            _tr("Gap"),
            _tr("Train less test accuracy, in percentage points: a wide gap means memorizing, or overfitting."),
        ),
        "held_out_data_loss": (
            _tr("Test loss"),
            _tr(
                "The same on the test rows, without the penalty: when it rises while the train loss falls, the "
                "lane overfits."
            ),
        ),
    }


def _validation() -> Headings:
    return {
        "held_out_accuracy": (
            _tr("Val. acc."),
            _tr(
                "The share of validation rows that are classified right: choose lanes and settings by it. Green is "
                "the best."
            ),
        ),
        "gap": (
            _tr("Gap"),
            _tr("Train less validation accuracy, in percentage points: a wide gap means memorizing, or overfitting."),
        ),
        "held_out_data_loss": (
            _tr("Val. loss"),
            _tr(
                "The same on the validation rows, without the penalty: when it rises while the train loss falls, the "
                "lane overfits."
            ),
        ),
        "test_accuracy": (
            _tr("Test"),
            _tr("The share of test rows that are classified right, once the test set is open: how good it truly is."),
        ),
    }


def _tr(text: str) -> str:
    return QCoreApplication.translate("LanesPanel", text)
