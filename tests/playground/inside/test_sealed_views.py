"""Views that show test rows show validation rows while the test set is sealed, and say so."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
import pytest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from engine.data import load
from engine.experiment.experiment import Experiment
from engine.inspectors.answers.fit import single_column
from playground.inside.boundary.view import BoundaryPanel
from playground.inside.columns.view import ColumnsPanel
from playground.inside.predictions.view import PredictionsPanel
from playground.inside.quality.view import QualityPanel
from playground.inside.view import InsidePanel
from playground.shell.main_window import MainWindow
from playground.training.ending import ending_text
from playground.ui.text.numbers import percent
from tests.playground.conftest import Open
from tests.playground.helpers import small

Show = Callable[..., MainWindow]
LAYERS = [{"kind": "dense", "units": 8}, {"kind": "activation", "function": "tanh"}, {"kind": "dense", "units": 2}]


def toy() -> Experiment:
    """Points of a plane, as validation and as test rows."""
    data = {"source": "circle", "train": 60, "validation": 40, "test": 50}
    return small(data=data, layers=LAYERS)


@pytest.fixture
def showing(qtbot: QtBot, shared_window: Open) -> Show:
    """After some steps, with a view of the inside open; what: the name of what it shows, where that is another."""

    def shown(experiment: Experiment, view: str, what: str = "") -> MainWindow:
        window = shared_window(experiment)
        window.inside.choose(view)
        session = window.session
        session.run.play(5)
        qtbot.waitUntil(lambda: not session.is_training)
        qtbot.waitUntil(lambda: session.snapshot is not None and (what or view) in session.snapshot.inside)
        return window

    return shown


def opened(qtbot: QtBot, window: MainWindow) -> None:
    window.session.run.open_test_set()
    session = window.session
    qtbot.waitUntil(lambda: session.snapshot is not None and not session.snapshot.is_test_sealed)


def note(panel: InsidePanel) -> str:
    return " ".join(label.text() for label in panel.header.findChildren(QLabel))


def test_predictions_count_validation_rows_until_the_test_set_is_open(qtbot: QtBot, showing: Show) -> None:
    window = showing(toy(), "predictions")
    panel = window.inside.findChild(PredictionsPanel)
    assert panel is not None
    qtbot.waitUntil(lambda: "of 40 validation rows right" in note(panel))
    assert panel.matrix.accessibleName() == "Confusion matrix of the validation rows"
    opened(qtbot, window)
    qtbot.waitUntil(lambda: "of 50 test rows right" in note(panel))
    assert panel.matrix.accessibleName() == "Confusion matrix of the test rows"


def test_the_points_of_the_boundary_are_validation_rows_until_the_test_set_is_open(
    qtbot: QtBot, showing: Show, monkeypatch: pytest.MonkeyPatch
) -> None:
    shown: list[np.ndarray] = []
    show = BoundaryPanel._show_data

    def remember(panel: BoundaryPanel, data: object, is_test_sealed: bool) -> None:
        set_data = panel.map.set_data
        monkeypatch.setattr(panel.map, "set_data", lambda raw, *rest: (shown.append(raw), set_data(raw, *rest)))
        show(panel, data, is_test_sealed)  # type: ignore[arg-type]

    monkeypatch.setattr(BoundaryPanel, "_show_data", remember)
    window = showing(toy(), "boundary")
    panel, session = window.inside.findChild(BoundaryPanel), window.session
    assert panel is not None
    assert session.dataset is not None
    assert session.snapshot is not None
    qtbot.waitUntil(lambda: "validation accuracy" in note(panel))
    raw = session.dataset.raw()
    np.testing.assert_array_equal(shown[-1][60:], raw.valid)
    assert panel.map._tiles[0].figure == percent(session.snapshot.lanes[0].valid_accuracy)
    opened(qtbot, window)
    qtbot.waitUntil(lambda: "test accuracy" in note(panel))
    np.testing.assert_array_equal(shown[-1][60:], raw.test)


def test_the_end_of_a_run_speaks_of_the_rows_that_stopped_it(showing: Show) -> None:
    stopping = {"on": True, "every": 1, "patience": 1, "minimum_change": 1.0}
    experiment = small(data={"source": "digits", "train": 60, "validation": 40, "test": 50}, early_stopping=stopping)
    window = showing(experiment, "signals")
    assert window.session.snapshot is not None
    text = ending_text(window.session.snapshot)
    assert "validation loss" in text
    assert "test loss" not in text


def folded() -> Experiment:
    """Points of a plane, of which each lane leaves out another third to be judged by."""
    data = {"source": "circle", "train": 90, "test": 50, "folds": 3}
    lanes = [{"name": f"fold {fold}", "set": {"data.fold": fold}} for fold in (1, 2, 3)]
    return small(data=data, layers=LAYERS, lanes=lanes)


@pytest.mark.parametrize(
    ("view", "what", "kind"), [("columns", "importance", ColumnsPanel), ("quality", "quality", QualityPanel)]
)
def test_the_rows_of_a_fold_are_validation_rows_in_every_view(
    qtbot: QtBot, showing: Show, view: str, what: str, kind: type[InsidePanel]
) -> None:
    panel = showing(folded(), view, what).inside.findChild(kind)
    assert panel is not None
    qtbot.waitUntil(lambda: "fold 1 · 30 validation rows" in note(panel))


def test_with_folds_the_boundary_shows_no_test_rows_while_they_are_sealed(qtbot: QtBot, showing: Show) -> None:
    window = showing(folded(), "boundary")
    panel = window.inside.findChild(BoundaryPanel)
    assert panel is not None
    qtbot.waitUntil(lambda: "validation accuracy" in note(panel))
    assert len(panel.map._raw) == 90
    opened(qtbot, window)
    qtbot.waitUntil(lambda: len(panel.map._raw) == 140)


def test_with_folds_a_curve_has_no_test_rows_while_they_are_sealed() -> None:
    data = load(
        small(
            data={"source": "sine", "task": "numbers", "train": 60, "test": 50}, layers=[{"kind": "dense", "units": 1}]
        ).data
    )
    rows, opened = single_column(data, is_test_sealed=True), single_column(data)
    assert rows is not None
    assert opened is not None
    assert [len(part) for part in rows] == [60, 0]
    assert [len(part) for part in opened] == [60, 50]
