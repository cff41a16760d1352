"""The report of a run: one HTML file with its pictures, figures and settings, to print, to keep or to send.

Names, paths and labels may be anybody's: all text is escaped, and the file's own policy allows nothing but its pictures
and its style.
"""

from __future__ import annotations

import platform
from base64 import b64encode
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from html import escape
from string import Template
from typing import Final, TypeAlias

import numpy as np
from pydantic import BaseModel
from PySide6 import __version__ as qt_version
from PySide6.QtCore import QCoreApplication, QDateTime, QLocale

from engine.data import Dataset, is_file
from engine.data.task import Task
from engine.diagnosis.findings import Finding
from engine.experiment.experiment import Experiment
from engine.fields import field_infos
from engine.train.openings import Openings
from engine.train.snapshot import Snapshot
from playground import __version__
from playground.export import lane_sheet
from playground.inside.diagnosis_bar import sentence_text
from playground.ui.look.palette import LIGHT
from playground.ui.text import i18n
from playground.ui.text.edit_titles import mark_text
from playground.ui.text.numbers import DASH, count, fixed, gap, loss, score


@dataclass(frozen=True, slots=True, eq=False)
class Contents:
    """What is told about a run. curves: SVG; inside: title and PNG of each view; marks: PNG of each lane's line."""

    title: str
    experiment: Experiment
    dataset: Dataset
    snapshot: Snapshot
    curves: bytes
    marks: Sequence[bytes]
    inside: Sequence[tuple[str, bytes]] = ()
    findings: Sequence[Finding] = ()


Columns: TypeAlias = Mapping[str, Sequence[str]]
"""Heading -> the text of each row."""
_ELSEWHERE: Final = ("file", "data", "network", "lanes")
"""Groups of an experiment's fields that have parts of the report for themselves."""
_MOST_COLUMNS: Final = 11
"""Of a table, besides the names: more do not fit on a page."""


class _Html(str):
    """Text that is escaped already."""


def _tr(text: str) -> str:
    return QCoreApplication.translate("Report", text)


def report(contents: Contents) -> str:
    """The text of the file."""
    experiment, snapshot = contents.experiment, contents.snapshot
    sections = [
        _section(_tr("Diagnosis"), _list(_sentences(contents.findings))),
        _section(_tr("Curves"), _picture(_curve_words(contents.experiment.data.task), contents.curves, "svg+xml")),
        _section(_tr("Lanes"), _lanes(contents)),
        _section(_tr("What was changed while it trained"), _changes(snapshot)),
        *(_section(title, _picture(title, data, "png")) for title, data in contents.inside),
        _section(_tr("Data"), _data(experiment, contents.dataset, snapshot)),
        _section(_tr("Network"), _network(experiment)),
        _section(_tr("Training"), _training(experiment)),
        _file(experiment),
    ]
    look = LIGHT
    colors = {name: getattr(look, name) for name in ("surface", "sunken", "border", "text", "muted", "accent", "good")}
    return Template(_PAGE).substitute(
        colors,
        language=i18n.language(),
        title=escape(contents.title),
        summary=escape(_summary(snapshot)),
        sections="\n".join(filter(None, sections)),
        versions=escape(_versions()),
    )


# --- parts ----------------------------------------------------------------------------------------------------------


def _section(title: str, content: str) -> str:
    """Nothing where there is nothing to say."""
    return f"<section><h2>{escape(title)}</h2>\n<div>{content}</div></section>" if content else ""


def _picture(title: str, data: bytes, kind: str) -> str:
    return f'<img class="picture" alt="{escape(title)}" src="{_url(f"image/{kind}", data)}">'


def _url(kind: str, data: bytes) -> str:
    return f"data:{kind};base64,{b64encode(data).decode()}"


def _file(experiment: Experiment) -> str:
    """Folded, and not on paper: for programs to read."""
    text, title = experiment.to_json(), escape(_tr("The experiment as a file"))
    link = escape(_tr("Save it, to open it in Playground"))
    name = escape("".join(letter if letter.isalnum() or letter in "-_" else "_" for letter in experiment.name)[:80])
    url = _url("application/json", text.encode())
    return (
        f"<section class=file><details><summary>{title}</summary>\n"
        f'<p><a download="{name}.json" href="{url}">{link}</a></p>\n<pre>{escape(text)}</pre></details></section>'
    )


def _list(items: Iterable[str]) -> str:
    lines = "".join(f"<li>{escape(item)}</li>" for item in items)
    return f"<ul>{lines}</ul>" if lines else ""


def _table(headings: Sequence[str], rows: Iterable[Sequence[str]], kinds: Sequence[str]) -> str:
    """kinds: the class of each column. What is in a cell lies in a box of its own: cells have no least width."""

    def line(tag: str, cells: Sequence[str]) -> str:
        filled = zip(kinds, cells, strict=True)
        return "".join(
            f'<{tag} class="{kind}"><div>{text if isinstance(text, _Html) else escape(text)}</div></{tag}>'
            for kind, text in filled
        )

    body = "".join(f"<tr>{line('td', row)}</tr>" for row in rows)
    return f"<table><thead><tr>{line('th', headings)}</tr></thead><tbody>{body}</tbody></table>"


def _pairs(pairs: Iterable[tuple[str, str]]) -> str:
    return "<dl>" + "".join(f"<dt>{escape(term)}</dt><dd>{escape(text)}</dd>" for term, text in pairs) + "</dl>"


def _summary(snapshot: Snapshot) -> str:
    now = QLocale(i18n.language()).toString(QDateTime.currentDateTime(), QLocale.FormatType.ShortFormat)
    text = _tr("{date} · step {step}, epoch {epoch} · trained for {seconds} s")
    return text.format(
        date=now, step=count(snapshot.step), epoch=fixed(snapshot.epoch, 1), seconds=fixed(snapshot.seconds, 1)
    )


def _sentences(findings: Sequence[Finding]) -> list[str]:
    """What is wrong, why, what helps, and what came of trying it."""
    lines = []
    for finding in findings:
        parts = [sentence_text(part) for part in (finding.text, *finding.evidence)]
        if finding.remedy is not None:
            parts.append(_tr("Remedy: {what}.").format(what=sentence_text(finding.remedy.text)))
        if finding.outcome is not None:
            parts.append(sentence_text(finding.outcome))
        lines.append(" ".join(parts))
    return lines


def _lanes(contents: Contents) -> str:
    """Figures beside the settings that tell the lanes apart, or above them where a page is too narrow for both."""
    settings = {
        title: texts for title, texts in lane_sheet.settings_of(contents.experiment).items() if len(set(texts)) > 1
    }
    lanes = contents.snapshot.lanes
    names = [_named(mark, lane.name) for mark, lane in zip(contents.marks, lanes, strict=True)]
    states = [lane_sheet.status(lane) for lane in lanes]
    task = contents.experiment.data.task
    titles = lane_sheet.figure_titles(task, has_validation=contents.snapshot.has_validation)
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
    return _table(headings, zip(names, *settings.values(), *figures.values(), strict=True), kinds)


def _figure(name: str, value: float, task: Task) -> str:
    return gap(value, task) if name == "gap" else score(value, task) if name.endswith("accuracy") else loss(value)


def _curve_words(task: Task) -> str:
    return _tr("Loss and accuracy over the steps") if task == "classes" else _tr("Loss and R² over the steps")


def _named(mark: bytes, name: str) -> _Html:
    return _Html(f'<img alt="" width="26" height="16" src="{_url("image/png", mark)}"> {escape(name)}')


def _changes(snapshot: Snapshot) -> str:
    marks = snapshot.history.marks
    if not marks:
        return ""
    rows = [(str(mark.step), mark_text(mark)) for mark in marks]
    return _table([_tr("Step"), _tr("Change")], rows, ["number", "setting"])


def _data(experiment: Experiment, dataset: Dataset, snapshot: Snapshot) -> str:
    template = _tr(
        "{train} for training, {validation} for validation, {test} for testing, of {total}"
        if snapshot.has_validation
        else "{train} for training, {test} for testing, of {total}"
    )
    rows = template.format(
        train=len(dataset.train_x),
        validation=experiment.data.validation,
        test=len(dataset.test_x),
        total=dataset.source_rows or "?",
    )
    words = _tr("{features} features, {classes} classes")
    if dataset.task == "numbers":
        words = _tr("{features} features → {target}")
    features = words.format(features=dataset.n_features, classes=dataset.n_classes, target=dataset.target_name)
    told = ("source", "rows", "points", *(() if is_file(experiment.data.source) else ("column", "writing")))
    return _pairs(
        [
            (_tr("Source"), i18n.choice_name(experiment.data.source)),
            (_tr("Rows"), rows),
            (_tr("Size"), features),
            *([(_tr("Test set"), _openings(snapshot.openings))] if snapshot.has_validation else []),
            *_fields(experiment.data, told=told),
        ]
    )


def _openings(openings: Openings) -> str:
    """How often the test set was looked at, and when."""
    if not openings.count:
        return _tr("sealed: nobody has looked at it")
    told = []
    if openings.steps:
        told.append(_tr("opened at step {steps}").format(steps=", ".join(map(count, openings.steps))))
    if openings.earlier:
        told.append(_tr("opened {count}× in other runs on the same rows").format(count=openings.earlier))
    return "; ".join(told)


def _network(experiment: Experiment) -> str:
    rows = [
        (str(place), i18n.choice_name(layer.kind), ", ".join(f"{title} {text}" for title, text in _fields(layer)))
        for place, layer in enumerate(experiment.layers, start=1)
    ]
    return _table(["", _tr("Layer"), _tr("Settings")], rows, ["number", "word", "setting"])


def _training(experiment: Experiment) -> str:
    """All that no other part of the report tells, first what has settings of its own."""
    titles = {
        "optimizer": _tr("Optimizer"),
        "schedule": _tr("Schedule"),
        "early_stopping": _tr("Early stopping"),
    }
    infos = field_infos(type(experiment))
    specs = {name: value for name in infos if isinstance(value := getattr(experiment, name), BaseModel)}
    parts = [
        (titles.get(name) or i18n.field_title(infos[name]), _spec(spec))
        for name, spec in specs.items()
        if infos[name].group not in _ELSEWHERE
    ]
    return _pairs([*parts, *_fields(experiment, told=_ELSEWHERE, skip=tuple(specs))])


def _spec(spec: BaseModel) -> str:
    """Its kind, or whether it is on, and its settings."""
    kind = getattr(spec, "kind", None)
    first = i18n.choice_name(kind) if kind is not None else lane_sheet.value_text(getattr(spec, "on", ""))
    return _words(first, _fields(spec, skip=("on",)))


def _words(kind: str, fields: Iterable[tuple[str, str]]) -> str:
    return ", ".join([*filter(None, [kind]), *(f"{title} {text}" for title, text in fields)])


def _fields(model: BaseModel, *, told: Sequence[str] = (), skip: Sequence[str] = ()) -> list[tuple[str, str]]:
    """Title and value of every field, but for those of groups that are ``told`` in other words."""
    found = []
    for name, info in field_infos(type(model)).items():
        if name == "kind" or name in skip or info.group in told:
            continue
        value = getattr(model, name)
        found.append((i18n.field_title(info), DASH if value is None or value == () else lane_sheet.value_text(value)))
    return found


def _versions() -> str:
    return _tr("Playground {version} · Python {python} · NumPy {numpy} · Qt {qt} · {system}").format(
        version=__version__,
        python=platform.python_version(),
        numpy=np.__version__,
        qt=qt_version,
        system=f"{platform.system()} {platform.machine()}",
    )


_PAGE: Final = """<!DOCTYPE html>
<html lang="$language">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; img-src data:; style-src 'unsafe-inline'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>$title</title>
<style>
:root { color-scheme: light; }
body { margin: 0; word-break: keep-all; background: $sunken; color: $text;
  font: 15px/1.55 system-ui, "Noto Sans", "Noto Sans KR", sans-serif; }
main { max-width: 1000px; margin: 0 auto; padding: 32px 24px; }
h1 { margin: 0; font-size: 26px; overflow-wrap: anywhere; }
h2 { margin: 0 0 8px; font-size: 16px; }
p, footer { margin: 0 0 16px; color: $muted; }
section { margin: 0 0 16px; padding: 16px; background: $surface; border: 1px solid $border; border-radius: 8px; }
section > div { overflow-x: auto; }
.picture { display: block; max-width: 100%; height: auto; }
table { border-collapse: separate; border-spacing: 0; width: 100%; font-size: 13px; }
table + table { margin-top: 24px; }
th { color: $muted; font-weight: 500; text-align: left; vertical-align: bottom; }
th, td { padding: 4px 12px 4px 0; border-bottom: 1px solid $border; }
th:last-child, td:last-child { padding-right: 0; }
tr:last-child td { border-bottom: 0; }
.number { text-align: right; font-variant-numeric: tabular-nums; }
td.number, td.word { white-space: nowrap; }
.number:first-child, .word { width: 1px; padding-right: 16px; white-space: nowrap; }
.word { font-weight: 600; }
td.setting { overflow-wrap: anywhere; }
.setting div { min-width: 3.5em; }
td.name { font-weight: 600; overflow-wrap: anywhere; }
.name { position: sticky; left: 0; background: $surface; }
.name div { min-width: 11em; }
.name img { vertical-align: -3px; }
dl { display: grid; grid-template-columns: minmax(8em, max-content) 1fr; gap: 4px 16px; margin: 0; font-size: 13px; }
dt { color: $muted; }
dd { margin: 0; overflow-wrap: anywhere; }
ul { margin: 0; padding-left: 20px; }
a { color: $accent; }
summary { font-weight: 600; cursor: pointer; }
details p { margin: 12px 0; }
pre { margin: 0; font-size: 11px; line-height: 1.4; white-space: pre-wrap; overflow-wrap: anywhere; }
@media (max-width: 640px) {
  main { padding: 16px 8px; }
  section { padding: 12px; }
  .picture { max-width: none; width: 620px; }
  .name div { min-width: 9em; }
}
@page { margin: 14mm; }
@media print {
  body { background: none; font-size: 11px; }
  main { max-width: none; padding: 0; }
  section { border: 0; padding: 0; border-radius: 0; }
  section > div { overflow: visible; }
  h2 { break-after: avoid; }
  .picture, tr, dl { break-inside: avoid; }
  .picture { max-width: 100%; width: auto; max-height: 240mm; }
  table, dl { font-size: 10px; }
  th, td { padding: 3px 8px 3px 0; }
  .name { position: static; }
  .file { display: none; }
}
</style>
</head>
<body>
<main>
<h1>$title</h1>
<p>$summary</p>
$sections
<footer>$versions</footer>
</main>
</body>
</html>
"""
