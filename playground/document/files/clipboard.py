"""Experiments and tables as text on the clipboard."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QMimeData
from PySide6.QtGui import QGuiApplication

from engine.errors import ExperimentError, PlaygroundError
from engine.experiment.experiment import Experiment, parse
from engine.store.experiment_files import LARGEST_EXPERIMENT
from playground.document.files.pasted_table import are_cells


def copy(experiment: Experiment) -> None:
    """Puts the text of the experiment's file there."""
    QGuiApplication.clipboard().setText(experiment.to_json())


def copy_python(experiment: Experiment) -> None:
    """Puts the code there that makes it, see `engine.api`."""
    from engine.api.python_code import as_python  # with the first press: no start waits for it

    QGuiApplication.clipboard().setText(as_python(experiment))


def pasted_file() -> Path | None:
    """The file that a file manager has put there, if it has."""
    return local_file(QGuiApplication.clipboard().mimeData())


def pasted_cells() -> str | None:
    """The cells of a spreadsheet that lie there, as it copies them."""
    content = QGuiApplication.clipboard().mimeData()
    text = content.text() if content is not None and content.hasText() else ""
    return text if not text.lstrip().startswith("{") and are_cells(text) else None


def pasted_experiment() -> Experiment:
    """The experiment that lies there as text.

    Raises:
        PlaygroundError: there is something else, or nothing.
    """
    content = QGuiApplication.clipboard().mimeData()
    text = content.text() if content is not None and content.hasText() else ""
    if not text.strip():
        raise PlaygroundError("There is no text on the clipboard: copy an experiment first.")
    if len(text) > LARGEST_EXPERIMENT:
        raise PlaygroundError("The text on the clipboard is larger than 10 MB, so it is not an experiment.")
    if not text.lstrip().startswith("{"):
        raise PlaygroundError(
            "The text on the clipboard is not an experiment, which begins with a brace, nor cells of a spreadsheet: at "
            "least two lines of two columns, with tabs between them."
        )
    try:
        return parse(text)
    except ExperimentError as error:
        raise PlaygroundError("The text on the clipboard is not an experiment. {problem}", problem=error) from None


def local_file(content: QMimeData | None) -> Path | None:
    """The first of the files that are dragged or pasted."""
    return next(iter(local_files(content)), None)


def local_files(content: QMimeData | None) -> list[Path]:
    """All of them, without what lies elsewhere."""
    urls = content.urls() if content is not None and content.hasUrls() else []
    return [Path(url.toLocalFile()) for url in urls if url.isLocalFile()]
