"""The lanes as a table of texts: what each sets and what it has reached, for a spreadsheet or a report."""

from __future__ import annotations

import math
from typing import Any

from PySide6.QtCore import QCoreApplication

from engine.data.task import Task
from engine.experiment.experiment import Experiment
from engine.experiment.lanes.lanes import lane_settings, settings_apart
from engine.experiment.lanes.spec import LANE_SETTINGS
from engine.train.snapshot import LaneSnapshot, Snapshot
from playground.ui.text import i18n
from playground.ui.text.edit_titles import path_title, units_text


def _tr(text: str) -> str:
    return QCoreApplication.translate("LaneSheet", text)


def figure_titles(task: Task, *, has_validation: bool) -> dict[str, str]:
    """By the attributes of a LaneSnapshot. A loss is a data loss, as everywhere in the window: the penalty has a column
    of its own. Where there are validation rows, the test figures stand last; they are no numbers while they are sealed.
    """
    train, validation, test = (
        (_tr("Train accuracy"), _tr("Validation accuracy"), _tr("Test accuracy"))
        if task == "classes"
        else (_tr("Train R²"), _tr("Validation R²"), _tr("Test R²"))
    )
    tests = {"test_accuracy": test, "test_data_loss": _tr("Test loss")}
    return {
        "train_accuracy": train,
        "held_out_accuracy": validation if has_validation else tests["test_accuracy"],
        "gap": _tr("Gap"),
        "train_data_loss": _tr("Train loss"),
        "held_out_data_loss": _tr("Validation loss") if has_validation else tests["test_data_loss"],
        "penalty": _tr("Penalty"),
        **(tests if has_validation else {}),
    }


def settings_of(experiment: Experiment) -> dict[str, list[str]]:
    """Title of a setting -> its text in each lane, several where its layers differ; only settings that there are."""
    lanes = [lane_settings(experiment, lane) for lane in range(len(experiment.lanes))]
    columns = {
        i18n.field_title(LANE_SETTINGS[field]): [_text(field, lane[field]) for lane in lanes] for field in lanes[0]
    }
    own = [settings_apart(experiment, lane) for lane in range(len(experiment.lanes))]
    for path in dict.fromkeys(path for lane in own for path in lane):
        columns[path_title(path)] = [value_text(lane[path]) if path in lane else "" for lane in own]
    return {title: texts for title, texts in columns.items() if any(texts)}


def _text(field: str, values: tuple[Any, ...]) -> str:
    """What was done to layers is said where it was."""
    if field == "off_units":
        return " / ".join(dict.fromkeys(units_text(units) for units in values if units))
    return "" if field == "frozen" and not any(values) else _joined(values)


def _joined(values: tuple[object, ...]) -> str:
    return " / ".join(dict.fromkeys(value_text(value) for value in values))


def value_text(value: object) -> str:
    """A setting in words or digits."""
    if isinstance(value, bool):
        return _tr("yes") if value else _tr("no")
    if isinstance(value, float | int):
        return f"{value:.12g}"
    if isinstance(value, tuple):
        return ", ".join(map(value_text, value))
    return i18n.choice_name(value) if isinstance(value, str) else str(value)


def status(lane: LaneSnapshot) -> str:
    """What took a lane out of the training, or put it back to its best at the end; empty where nothing did."""
    if lane.diverged_at is not None:
        return _tr("diverged at step {step}").format(step=lane.diverged_at)
    if lane.stopped_at is not None and lane.restored_from is not None:
        words = _tr("stopped at step {step}, weights of step {best}")
        return words.format(step=lane.stopped_at, best=lane.restored_from)
    if lane.stopped_at is not None:
        return _tr("stopped at step {step}").format(step=lane.stopped_at)
    if lane.restored_from is not None:
        return _tr("best of step {step}").format(step=lane.restored_from)
    if lane.behind > 0:
        return _tr("{count} steps fewer").format(count=lane.behind)
    return ""


def tab_separated(experiment: Experiment, snapshot: Snapshot) -> str:
    """A line of headings and one for each lane, as spreadsheets paste them. Shares are numbers from 0 to 1."""
    settings = settings_of(experiment)
    titles = figure_titles(experiment.data.task, has_validation=snapshot.has_validation)
    table = [[_tr("Lane"), *settings, *titles.values(), _tr("Status")]]
    for index, lane in enumerate(snapshot.lanes):
        numbers = [float(getattr(lane, name)) for name in titles]
        table.append(
            [
                lane.name,
                *(texts[index] for texts in settings.values()),
                *(f"{number:.7g}" if math.isfinite(number) else "" for number in numbers),
                status(lane),
            ]
        )
    return "".join("\t".join(map(_cell, line)) + "\n" for line in table)


def _cell(text: str) -> str:
    """One cell and no formula, whatever somebody has called a lane."""
    text = " ".join(text.split())
    is_number = text.replace(".", "", 1).replace("-", "", 1).replace("+", "", 1).replace("e", "", 1).isdecimal()
    return f"'{text}" if text[:1] in "=+-@" and text and not is_number else text
