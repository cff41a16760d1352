"""The report of a run: one HTML file with its pictures, figures and settings, to print, to keep or to send.

Names, paths and labels may be anybody's: all text is escaped, and the file's own policy allows nothing but its pictures
and its style.
"""

from __future__ import annotations

import platform
from collections.abc import Sequence
from string import Template

import numpy as np
from PySide6 import __version__ as qt_version
from PySide6.QtCore import QCoreApplication, QDateTime, QLocale

from engine.data import Dataset, is_file
from engine.data.task import Task
from engine.diagnosis.findings import Finding
from engine.experiment.experiment import Experiment
from engine.records import record
from engine.train.openings import Openings
from engine.train.snapshot import Snapshot
from engine.verdict.verdict import Verdict
from engine.verdict.wording import sentences
from playground import __version__
from playground.export.report.html import bullets, data_url, escape, pairs, picture, section, table
from playground.export.report.lanes import lane_table
from playground.export.report.page import PAGE
from playground.export.report.settings import field_texts, network, training
from playground.ui.look.palette import LIGHT
from playground.ui.text import i18n
from playground.ui.text.edit_titles import mark_text
from playground.ui.text.numbers import count, fixed
from playground.ui.text.sentences import sentence_text


@record(eq=False)
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
    calm: str = ""
    """What is said where there are none."""


def _tr(text: str) -> str:
    return QCoreApplication.translate("Report", text)


def report(contents: Contents) -> str:
    """The text of the file."""
    experiment, snapshot = contents.experiment, contents.snapshot
    sections = [
        section(_tr("Diagnosis"), bullets(_sentences(contents.findings) or filter(None, [contents.calm]))),
        section(_tr("Curves"), picture(_curve_words(contents.experiment.data.task), contents.curves, "svg+xml")),
        section(_tr("Lanes"), _verdict(snapshot) + lane_table(experiment, snapshot, contents.marks)),
        section(_tr("What was changed while it trained"), _changes(snapshot)),
        *(section(title, picture(title, data, "png")) for title, data in contents.inside),
        section(_tr("Data"), _data(experiment, contents.dataset, snapshot)),
        section(_tr("Network"), network(experiment)),
        section(_tr("Training"), training(experiment)),
        _file(experiment),
    ]
    look = LIGHT
    colors = {name: getattr(look, name) for name in ("surface", "sunken", "border", "text", "muted", "accent", "good")}
    return Template(PAGE).substitute(
        colors,
        language=i18n.language(),
        title=escape(contents.title),
        summary=escape(_summary(snapshot)),
        sections="\n".join(filter(None, sections)),
        versions=escape(_versions()),
    )


# --- parts ----------------------------------------------------------------------------------------------------------


def _file(experiment: Experiment) -> str:
    """Folded, and not on paper: for programs to read."""
    text, title = experiment.to_json(), escape(_tr("The experiment as a file"))
    link = escape(_tr("Save it, to open it in Playground"))
    name = escape("".join(letter if letter.isalnum() or letter in "-_" else "_" for letter in experiment.name)[:80])
    url = data_url("application/json", text.encode())
    return (
        f"<section class=file><details><summary>{title}</summary>\n"
        f'<p><a download="{name}.json" href="{url}">{link}</a></p>\n<pre>{escape(text)}</pre></details></section>'
    )


def _verdict(snapshot: Snapshot) -> str:
    """Which setting is best; nothing where there is one lane."""
    verdict: Verdict | None = snapshot.inside.get("verdict")
    if verdict is None:
        return ""
    words = " ".join(map(sentence_text, sentences(verdict)))
    rows = _tr("Compared on {rows} validation rows." if verdict.of_validation else "Compared on {rows} test rows.")
    return f"<p class=verdict>{escape(words)}</p><p>{escape(rows.format(rows=count(verdict.rows)))}</p>"


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
        said = finding.text, finding.when, *finding.evidence, finding.others
        parts = [sentence_text(part) for part in said if part is not None]
        if finding.remedy is not None:
            parts.append(_tr("Remedy: {what}.").format(what=sentence_text(finding.remedy.text)))
        if finding.outcome is not None:
            parts.append(sentence_text(finding.outcome))
        lines.append(" ".join(parts))
    return lines


def _curve_words(task: Task) -> str:
    return _tr("Loss and accuracy over the steps") if task == "classes" else _tr("Loss and R² over the steps")


def _changes(snapshot: Snapshot) -> str:
    marks = snapshot.history.marks
    if not marks:
        return ""
    rows = [(str(mark.step), mark_text(mark)) for mark in marks]
    return table([_tr("Step"), _tr("Change")], rows, ["number", "setting"])


def _data(experiment: Experiment, dataset: Dataset, snapshot: Snapshot) -> str:
    template = _tr(
        "{train} for training, {validation} for validation, {test} for testing, of {total}"
        if snapshot.has_validation
        else "{train} for training, {test} for testing, of {total}"
    )
    rows = template.format(
        train=len(dataset.train_x),
        validation=0 if dataset.valid_x is None else len(dataset.valid_x),
        test=len(dataset.test_x),
        total=dataset.source_rows or "?",
    )
    words = _tr("{features} features, {classes} classes")
    if dataset.task == "numbers":
        words = _tr("{features} features → {target}")
    features = words.format(features=dataset.n_features, classes=dataset.n_classes, target=dataset.target_name)
    told = ("source", "rows", "points", *(() if is_file(experiment.data.source) else ("column", "writing")))
    return pairs(
        [
            (_tr("Source"), i18n.choice_name(experiment.data.source)),
            (_tr("Rows"), rows),
            (_tr("Size"), features),
            *([(_tr("Test set"), of_test)] if (of_test := _of_test_rows(snapshot)) else []),
            *field_texts(experiment.data, told=told),
        ]
    )


def _of_test_rows(snapshot: Snapshot) -> str:
    """How often they were looked at, where that is counted, and whether they were chosen by; "" without either."""
    told = [_openings(snapshot.openings)] if snapshot.has_validation else []
    if snapshot.openings.chosen_by:
        text = _tr("{rows} of these rows were validation rows before, and may have chosen the settings")
        told.append(text.format(rows=count(snapshot.openings.chosen_by)))
    return "; ".join(told)


def _openings(openings: Openings) -> str:
    """How often the test set was looked at, and when."""
    if not openings.count:
        return _tr("sealed: nobody has looked at it")
    told = []
    if openings.steps:
        told.append(_tr("opened at step {steps}").format(steps=", ".join(map(count, openings.steps))))
    if openings.earlier and openings.seen is not None:
        text = _tr("opened {count}× in other runs, with {seen} of these test rows")
        told.append(text.format(count=openings.earlier, seen=count(openings.seen)))
    elif openings.earlier:
        told.append(_tr("opened {count}× in other runs on the same rows").format(count=openings.earlier))
    return "; ".join(told)


def _versions() -> str:
    return _tr("Playground {version} · Python {python} · NumPy {numpy} · Qt {qt} · {system}").format(
        version=__version__,
        python=platform.python_version(),
        numpy=np.__version__,
        qt=qt_version,
        system=f"{platform.system()} {platform.machine()}",
    )
