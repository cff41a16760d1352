"""The report of a run: one HTML file with its pictures, figures and settings, to print, to keep or to send.

Names, paths and labels may be anybody's: all text is escaped, and the file's own policy allows nothing but its pictures
and its style.
"""

from __future__ import annotations

import platform
from base64 import b64encode
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from html import escape
from string import Template
from typing import Final

import numpy as np
from pydantic import BaseModel
from PySide6 import __version__ as qt_version
from PySide6.QtCore import QCoreApplication, QDateTime, QLocale

from engine.data import Dataset
from engine.diagnostics.findings import Finding
from engine.experiment import Experiment
from engine.fields import field_info
from engine.snapshot import Snapshot
from playground import __version__, i18n, lane_sheet, theme
from playground.marks import mark_text
from playground.widgets.diagnosis_bar import sentence_text
from playground.widgets.lane_figures import loss, percent, points


@dataclass(frozen=True, slots=True, eq=False)
class Contents:
    """What is told about a run. curves: SVG; inside: title and PNG of each view."""

    experiment: Experiment
    dataset: Dataset
    snapshot: Snapshot
    curves: bytes
    inside: Sequence[tuple[str, bytes]] = ()
    findings: Sequence[Finding] = ()


def _tr(text: str) -> str:
    return QCoreApplication.translate("Report", text)


def report(contents: Contents) -> str:
    """The text of the file."""
    experiment, snapshot = contents.experiment, contents.snapshot
    sections = [
        _section(_tr("Diagnosis"), _list(_sentences(contents.findings))),
        _section(_tr("Curves"), _picture(_tr("Loss and accuracy over the steps"), contents.curves, "svg+xml")),
        _section(_tr("Lanes"), _lanes(experiment, snapshot)),
        _section(_tr("What was changed while it trained"), _changes(snapshot)),
        *(_section(title, _picture(title, data, "png")) for title, data in contents.inside),
        _section(_tr("Data"), _data(experiment, contents.dataset)),
        _section(_tr("Network"), _network(experiment)),
        _section(_tr("Training"), _training(experiment)),
        _section(_tr("The experiment as a file"), f"<pre>{escape(experiment.to_json())}</pre>", "settings"),
    ]
    look = theme.LIGHT
    colors = {name: getattr(look, name) for name in ("surface", "sunken", "border", "text", "muted", "accent", "good")}
    return Template(_PAGE).substitute(
        colors,
        language=i18n.language(),
        title=escape(experiment.name),
        summary=escape(_summary(snapshot)),
        sections="\n".join(filter(None, sections)),
        versions=escape(_versions()),
    )


# --- parts ----------------------------------------------------------------------------------------------------------


def _section(title: str, content: str, name: str = "") -> str:
    """Nothing where there is nothing to say."""
    kind = f' class="{name}"' if name else ""
    return f"<section{kind}><h2>{escape(title)}</h2>\n{content}</section>" if content else ""


def _picture(title: str, data: bytes, kind: str) -> str:
    return f'<img alt="{escape(title)}" src="data:image/{kind};base64,{b64encode(data).decode()}">'


def _list(items: Iterable[str]) -> str:
    lines = "".join(f"<li>{escape(item)}</li>" for item in items)
    return f"<ul>{lines}</ul>" if lines else ""


def _table(headings: Sequence[str], rows: Iterable[Sequence[str]], kinds: Sequence[str]) -> str:
    """kinds: the class of each column."""
    head = "".join(f'<th class="{kind}">{escape(text)}</th>' for kind, text in zip(kinds, headings, strict=True))
    body = "".join(
        "<tr>"
        + "".join(f'<td class="{kind}">{escape(text)}</td>' for kind, text in zip(kinds, row, strict=True))
        + "</tr>"
        for row in rows
    )
    return f"<table><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>"


def _pairs(pairs: Iterable[tuple[str, str]]) -> str:
    return "<dl>" + "".join(f"<dt>{escape(term)}</dt><dd>{escape(text)}</dd>" for term, text in pairs) + "</dl>"


def _summary(snapshot: Snapshot) -> str:
    now = QLocale(i18n.language()).toString(QDateTime.currentDateTime(), QLocale.FormatType.ShortFormat)
    text = _tr("{date} · step {step}, epoch {epoch} · trained for {seconds} s")
    return text.format(date=now, step=snapshot.step, epoch=f"{snapshot.epoch:.1f}", seconds=f"{snapshot.seconds:.1f}")


def _sentences(findings: Sequence[Finding]) -> list[str]:
    return [" ".join(sentence_text(part) for part in (finding.text, *finding.evidence)) for finding in findings]


def _lanes(experiment: Experiment, snapshot: Snapshot) -> str:
    settings = lane_sheet.settings_of(experiment)
    figures = lane_sheet.figure_titles()
    headings = [_tr("Lane"), *settings, *figures.values(), ""]
    rows = []
    for index, lane in enumerate(snapshot.lanes):
        accuracies = percent(lane.train_accuracy), percent(lane.test_accuracy), points(lane.gap)
        losses = loss(lane.train_data_loss), loss(lane.test_data_loss), loss(lane.penalty)
        chosen = [texts[index] for texts in settings.values()]
        rows.append([lane.name, *chosen, *accuracies, *losses, lane_sheet.status(lane)])
    kinds = ["name", *["setting"] * len(settings), *["number"] * len(figures), "setting"]
    return _table(headings, rows, kinds)


def _changes(snapshot: Snapshot) -> str:
    marks = snapshot.history.marks
    if not marks:
        return ""
    rows = [(str(mark.step), mark_text(mark)) for mark in marks]
    return _table([_tr("Step"), _tr("Change")], rows, ["number", "setting"])


def _data(experiment: Experiment, dataset: Dataset) -> str:
    rows = _tr("{train} for training, {test} for testing, of {total}").format(
        train=len(dataset.train_x), test=len(dataset.test_x), total=dataset.source_rows or "?"
    )
    features = _tr("{features} features, {classes} classes").format(
        features=dataset.n_features, classes=dataset.n_classes
    )
    skip = ("train", "test", "source", "label")
    return _pairs(
        [
            (_tr("Source"), i18n.choice_name(experiment.data.source)),
            (_tr("Rows"), rows),
            (_tr("Size"), features),
            *_fields(experiment.data, skip=skip),
        ]
    )


def _network(experiment: Experiment) -> str:
    rows = [
        (str(place), i18n.choice_name(layer.kind), ", ".join(f"{title} {text}" for title, text in _fields(layer)))
        for place, layer in enumerate(experiment.layers, start=1)
    ]
    return _table(["", _tr("Layer"), _tr("Settings")], rows, ["number", "name", "setting"])


def _training(experiment: Experiment) -> str:
    def words(model: BaseModel, kind: str) -> str:
        fields = ", ".join(f"{title} {text}" for title, text in _fields(model))
        return f"{i18n.choice_name(kind)}: {fields}" if fields else i18n.choice_name(kind)

    parts = [
        (_tr("Optimizer"), words(experiment.optimizer, experiment.optimizer.kind)),
        (_tr("Schedule"), words(experiment.schedule, experiment.schedule.kind)),
    ]
    if experiment.early_stopping.on:
        stopping = ", ".join(f"{title} {text}" for title, text in _fields(experiment.early_stopping, skip=("on",)))
        parts.append((_tr("Early stopping"), stopping))
    names = ("loss", "dropout_scaling", "batch_size", "sampling", "steps", "seed")
    others = [name for name in type(experiment).model_fields if name not in names]
    return _pairs([*parts, *_fields(experiment, skip=others)])


def _fields(model: BaseModel, skip: Sequence[str] = ()) -> list[tuple[str, str]]:
    """Title and value of each field that says something."""
    found = []
    for name in type(model).model_fields:
        value = getattr(model, name)
        if name != "kind" and name not in skip and value is not None and not (name in ("l1", "l2") and not value):
            found.append((i18n.field_title(field_info(type(model), name)), lane_sheet.value_text(value)))
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
body { margin: 0; background: $sunken; color: $text;
  font: 15px/1.55 system-ui, "Noto Sans", "Noto Sans KR", sans-serif; }
main { max-width: 1000px; margin: 0 auto; padding: 32px 24px; }
h1 { margin: 0; font-size: 26px; overflow-wrap: anywhere; }
h2 { margin: 0 0 8px; font-size: 16px; }
p, footer { margin: 0 0 16px; color: $muted; }
section { margin: 0 0 16px; padding: 16px; background: $surface; border: 1px solid $border; border-radius: 8px;
  overflow-x: auto; }
img { display: block; max-width: 100%; height: auto; }
table { border-collapse: collapse; width: 100%; font-size: 13px; }
th { color: $muted; font-weight: 500; text-align: left; vertical-align: bottom; }
th, td { padding: 4px 12px 4px 0; border-bottom: 1px solid $border; }
tr:last-child td { border-bottom: 0; }
.number { text-align: right; font-variant-numeric: tabular-nums; white-space: nowrap; }
.name { font-weight: 600; overflow-wrap: anywhere; }
dl { display: grid; grid-template-columns: max-content 1fr; gap: 4px 16px; margin: 0; font-size: 13px; }
dt { color: $muted; }
dd { margin: 0; overflow-wrap: anywhere; }
ul { margin: 0; padding-left: 20px; }
pre { margin: 0; font-size: 11px; line-height: 1.4; white-space: pre-wrap; overflow-wrap: anywhere; }
@media print {
  body { background: none; font-size: 11px; }
  main { max-width: none; padding: 0; }
  section { break-inside: avoid; border: 0; padding: 0; overflow: visible; }
  section.settings { break-inside: auto; }
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
