"""The lanes of a report: their figures, and the settings that tell them apart."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final, TypeAlias

from PySide6.QtCore import QCoreApplication

from engine.data.task import Task
from engine.experiment.experiment import Experiment
from engine.train.snapshot import Snapshot
from playground.export import lane_sheet
from playground.export.report.html import Html, data_url, escape, table
from playground.ui.text.numbers import gap, loss, score

Columns: TypeAlias = Mapping[str, Sequence[str]]
"""Heading -> the text of each row."""
_MOST_COLUMNS: Final = 11
"""Of a table, besides the names: more do not fit on a page."""


def _tr(text: str) -> str:
    return QCoreApplication.translate("Report", text)


def lane_table(experiment: Experiment, snapshot: Snapshot, marks: Sequence[bytes]) -> str:
    """Figures beside the settings that tell the lanes apart, or above them where a page is too narrow for both."""
    settings = {title: texts for title, texts in lane_sheet.settings_of(experiment).items() if len(set(texts)) > 1}
    lanes = snapshot.lanes
    names = [_named(mark, lane.name) for mark, lane in zip(marks, lanes, strict=True)]
    states = [lane_sheet.status(lane) for lane in lanes]
    task = experiment.data.task
    titles = lane_sheet.figure_titles(task, has_validation=snapshot.has_validation)
    figures: dict[str, Sequence[str]] = {
        title: [_figure(name, getattr(lane, name), task) for lane in lanes] for name, title in titles.items()
    }
    if any(states):
        figures[""] = states
    note = f"<p>{escape(_tr('Losses are without the penalty, which stands by itself.'))}</p>"
    if len(settings) + len(figures) < _MOST_COLUMNS:
        return note + _columns(names, settings, figures)
    return note + _columns(names, {}, figures) + _columns(names, settings, {})


def _columns(names: Sequence[str], settings: Columns, figures: Columns) -> str:
    headings = [_tr("Lane"), *settings, *figures]
    kinds = ["name", *["setting"] * len(settings), *["number" if title else "setting" for title in figures]]
    return table(headings, zip(names, *settings.values(), *figures.values(), strict=True), kinds)


def _figure(name: str, value: float, task: Task) -> str:
    return gap(value, task) if name == "gap" else score(value, task) if name.endswith("accuracy") else loss(value)


def _named(mark: bytes, name: str) -> Html:
    return Html(f'<img alt="" width="26" height="16" src="{data_url("image/png", mark)}"> {escape(name)}')
