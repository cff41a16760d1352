"""What is painted in the curves is what the exported history says: the same values at the same steps."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd
import pytest
from PySide6.QtCore import QPointF
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from engine.data import load
from engine.experiment.experiment import Experiment
from engine.store.model_files import save_model
from engine.store.run_files import save_checkpoint
from engine.train.kept.run_state import capture
from engine.train.trainer import Trainer
from playground.curves.panel import CurvesPanel
from playground.curves.plots import endings, lane_lines
from playground.shell.main_window import MainWindow
from playground.ui.painting.lines import line_drawing
from playground.ui.painting.lines.thinning import MOST_POINTS
from tests.conftest import thorough
from tests.playground import conftest
from tests.playground.helpers import small

MEASURES = ("train_loss", "test_loss", "train_accuracy", "test_accuracy")
Open = Callable[[Experiment], MainWindow]


@pytest.fixture
def open_window(shared_window: conftest.Open) -> Open:
    def make(experiment: Experiment) -> MainWindow:
        return shared_window(experiment)

    return make


def panel_of(window: MainWindow) -> CurvesPanel:
    panel = window.findChild(CurvesPanel, "panel.curves")
    assert isinstance(panel, CurvesPanel)
    return panel


def train(qtbot: QtBot, window: MainWindow, steps: int) -> None:
    window.session.run.play(steps)
    qtbot.waitUntil(lambda: not window.session.is_training, timeout=60_000)
    snapshot = window.session.snapshot
    assert snapshot is not None
    qtbot.waitUntil(lambda: panel_of(window).drawn(0, "test_loss")[0][-1] == snapshot.step, timeout=20_000)


def exported(window: MainWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, path: Path) -> pd.DataFrame:
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_, **__: (str(path), ""))
    with qtbot.waitSignal(window.exports.done, timeout=20_000):
        window.actions_by_name["export_history"].trigger()
    return pd.read_csv(path)


def compare(window: MainWindow, history: pd.DataFrame) -> None:
    """Each point drawn is a record of the file, in its order; the ends and the extremes are there."""
    for lane, spec in enumerate(window.session.experiment.lanes):
        records = history[history["lane"] == spec.name].set_index("step")
        for measure in MEASURES:
            measured = records[measure].dropna()
            steps, values = panel_of(window).drawn(lane, measure)
            assert (np.diff(steps) > 0).all()
            assert len(steps) == len(measured) if len(records) <= MOST_POINTS else len(steps) <= MOST_POINTS + 4
            np.testing.assert_allclose(values, measured.loc[steps.astype(int)], rtol=1e-6)
            assert (steps[0], steps[-1]) == (measured.index[0], measured.index[-1])
            assert values.min() == pytest.approx(measured.min(), rel=1e-6)
            assert values.max() == pytest.approx(measured.max(), rel=1e-6)


@pytest.mark.parametrize(
    ("lanes", "steps"), thorough([(1, 1), (1, 25), (1, 3000), (3, 25), (3, 2000)], by_day=[(1, 1), (3, 25)])
)
def test_what_is_drawn_is_the_exported_history(
    open_window: Open, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, lanes: int, steps: int
) -> None:
    names = [{"name": f"lane {index}", "set": {"layers.*.l2": index / 50}} for index in range(lanes)]
    window = open_window(small(lanes=names))
    train(qtbot, window, steps)
    compare(window, exported(window, qtbot, monkeypatch, tmp_path / "history.csv"))


def test_a_long_history_that_is_gone_on_with(
    open_window: Open, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    experiment = small(
        lanes=[{"name": "a"}, {"name": "diverges", "set": {"optimizer.learning_rate": 10, "layers.*.l2": 1}}]
    )
    assert 2 * MOST_POINTS < 1100
    trainer = Trainer(experiment, load(experiment.data))
    for _ in range(1100):
        trainer.measure()
        trainer.run(1)
    assert trainer.diverged_at
    save_checkpoint(capture(trainer), tmp_path / "run.npz")
    window = open_window(small())
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_, **__: (str(tmp_path / "run.npz"), ""))
    window.actions_by_name["open_run"].trigger()
    snapshot = lambda: window.session.snapshot  # noqa: E731
    qtbot.waitUntil(lambda: snapshot() is not None and snapshot().step == 1100, timeout=20_000)  # type: ignore[union-attr]
    train(qtbot, window, 30)
    history = exported(window, qtbot, monkeypatch, tmp_path / "history.csv")
    assert len(history) > 2 * 1100
    compare(window, history)


def test_the_painter_is_given_the_points_that_were_measured(
    open_window: Open, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Of both plots, from pixels back to steps and values: the ends of all solid lines, and what dashes lie on."""
    window = open_window(small())
    train(qtbot, window, 100)
    panel = panel_of(window)
    pieces: list[list[Any]] = []
    monkeypatch.setattr(line_drawing, "_draw_pieces", lambda painter, *ends: pieces.append([*ends]))
    for plot, names in ((panel.loss, MEASURES[:2]), (panel.accuracy, MEASURES[2:])):
        pieces.clear()
        plot.grab()
        view, frame = plot.view.viewRect(), plot.view.sceneBoundingRect()
        solid, dashed = (
            [
                (x - frame.left()) / frame.width() * view.width() + view.left()
                if index % 2 == 0
                else view.bottom() - (x - frame.top()) / frame.height() * view.height()
                for index, x in enumerate(ends)
            ]
            for ends in pieces
        )
        steps, values = panel.drawn(0, names[0])
        tolerance = {"rtol": 1e-6, "atol": 1e-6 * float(values.max())}
        for x, y, part in ((solid[0], solid[1], slice(-1)), (solid[2], solid[3], slice(1, None))):
            np.testing.assert_allclose(x, steps[part], **tolerance)
            np.testing.assert_allclose(y, values[part], **tolerance)
        steps, values = panel.drawn(0, names[1])
        for x, y in ((dashed[0], dashed[1]), (dashed[2], dashed[3])):
            np.testing.assert_allclose(y, np.interp(x, steps, values), rtol=1e-4, atol=1e-5 * float(values.max()))


def test_marks_and_rings_lie_on_what_was_measured(
    open_window: Open, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """From pixels back to steps and values: the newest of each lane, and its best, which the exported file has too."""
    sets = [{"name": f"lane {index}", "set": {"layers.*.l2": index / 1000}} for index in range(3)]
    window = open_window(small(lanes=sets))
    train(qtbot, window, 40)
    panel = panel_of(window)
    history = exported(window, qtbot, monkeypatch, tmp_path / "history.csv")
    marks: dict[int, QPointF] = {}
    rings: dict[int, QPointF] = {}
    monkeypatch.setattr(endings, "draw_mark", lambda painter, style, at, size=0: marks.setdefault(style, at))
    monkeypatch.setattr(lane_lines, "_draw_ring", lambda painter, at, style, radius: rings.setdefault(style, at))
    for plot, measure, is_better in (
        (panel.loss, "test_data_loss", np.nanargmin),
        (panel.accuracy, MEASURES[3], np.nanargmax),
    ):
        marks.clear()
        rings.clear()
        plot.grab()
        for lane, look in enumerate(panel.runs.looks):
            records = history[history["lane"] == f"lane {lane}"]
            values, steps = records[measure].to_numpy(), records["step"].to_numpy()
            best = int(is_better(values))
            for at, index in ((marks[look.style], -1), (rings[look.style], best)):
                view, frame = plot.view.viewRect(), plot.view.sceneBoundingRect()
                step = view.left() + (at.x() - frame.left()) / frame.width() * view.width()
                value = view.bottom() - (at.y() - frame.top()) / frame.height() * view.height()
                assert step == pytest.approx(steps[index], abs=1e-3)
                assert value == pytest.approx(values[index], rel=1e-5, abs=1e-6)


def test_smoothing_leaves_the_measured_points(open_window: Open, qtbot: QtBot) -> None:
    window = open_window(small())
    train(qtbot, window, 40)
    panel = panel_of(window)
    before = panel.drawn(0, "test_loss")
    action = panel.findChild(QAction, "action.curve_smoothing.12")
    assert isinstance(action, QAction)
    action.trigger()
    assert panel.loss.lines is not None
    assert panel.loss.lines.faint is not None
    for then, now in zip(before, panel.loss.lines.faint[1].of(0), strict=True):
        np.testing.assert_array_equal(then, now)


def test_a_model_s_first_points_are_its_own(
    open_window: Open, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """Not those of the seed's weights, which were there for a moment."""
    experiment = small()
    trainer = Trainer(experiment, load(experiment.data))
    trainer.run(300)
    trainer.measure()
    save_model(trainer, tmp_path / "model.npz")
    window = open_window(experiment)
    window.files.open_path(tmp_path / "model.npz")
    wanted = pytest.approx(trainer.snapshot().lanes[0].test_loss)
    qtbot.waitUntil(lambda: panel_of(window).drawn(0, "test_loss")[1].tolist() == [wanted], timeout=20_000)
    compare(window, exported(window, qtbot, monkeypatch, tmp_path / "history.csv"))
    train(qtbot, window, 20)
    compare(window, exported(window, qtbot, monkeypatch, tmp_path / "history.csv"))
