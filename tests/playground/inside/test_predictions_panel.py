"""Where the lane in focus is wrong: the matrix, the mistakes and the labels it has memorized."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QToolButton
from pytestqt.qtbot import QtBot

from engine.data import load
from engine.experiment.experiment import Experiment, parse
from engine.inspectors import InspectionRequest, look_inside
from engine.inspectors.answers.predictions import Predictions
from engine.inspectors.probing import of_lane
from engine.train.trainer import Trainer
from playground.inside.predictions.confusion_matrix import ConfusionMatrix
from playground.inside.predictions.numbers_page import span_of
from playground.inside.predictions.view import PredictionsPanel
from playground.ui.look import theme
from tests.playground.helpers import click, find, small

Open = Callable[..., PredictionsPanel]


def recipe(noise: float = 0.2, **changes: Any) -> Experiment:
    return small(
        **{
            "data": {"source": "digits", "train": 100, "test": 200, "label_noise": noise},
            "optimizer": {"kind": "adam", "learning_rate": 0.01},
            "lanes": [{"name": "first"}, {"name": "second", "set": {"seed": 5}}],
            **changes,
        }
    )


def trained(experiment: Experiment, steps: int = 40) -> Trainer:
    trainer = Trainer(experiment, load(experiment.data))
    trainer.run(steps)
    return trainer


def seen(trainer: Trainer, focus: int = 0) -> Predictions:
    found = look_inside(trainer, InspectionRequest(frozenset(["predictions"]), focus=focus))["predictions"]
    assert isinstance(found, Predictions)
    return found


def show(panel: PredictionsPanel, trainer: Trainer, focus: int = 0) -> None:
    panel.show_experiment(trainer.experiment)
    panel.show_dataset(trainer.dataset)
    panel.set_focus(focus)
    panel.show_snapshot(trainer.snapshot(inside={"predictions": seen(trainer, focus)}))


@pytest.fixture
def opened(qtbot: QtBot) -> Open:
    def make(trainer: Trainer, focus: int = 0) -> PredictionsPanel:
        panel = PredictionsPanel()
        qtbot.addWidget(panel)
        panel.resize(480, 560)
        with qtbot.waitExposed(panel):
            panel.show()
        show(panel, trainer, focus)
        return panel

    return make


def note(panel: PredictionsPanel) -> str:
    return panel.header._note.text()


def test_a_lane_that_leaves_out_a_fold_lists_the_rows_of_that_fold(opened: Open) -> None:
    """By their places among the training rows; a list of the run before stayed, or was painted with no rows at all."""
    data = {"source": "digits", "train": 100, "validation": 40, "test": 60, "shuffle_seed": 0}
    first = recipe(data=data)
    whole = load(first.data)
    before = Trainer(first, whole, seals_test=True)
    before.run(40)
    panel = opened(before)
    counts = seen(before).counts * (1 - np.eye(10, dtype=int))
    truth, taken = map(int, np.unravel_index(counts.argmax(), counts.shape))
    panel.matrix.cell_chosen.emit(truth, taken)
    panel.show_snapshot(before.snapshot(inside={"predictions": seen_cell(before, (truth, taken))}))
    assert panel.mistakes.count() > 0
    folded = recipe(
        data={**data, "validation": 0, "train": 140, "folds": 2},
        lanes=[{"name": str(fold), "set": {"data.fold": fold}} for fold in (1, 2)],
    )
    after = Trainer(folded, load(folded.data), seals_test=True)
    show(panel, after)
    found = seen_cell(after, (truth, -1))
    panel.matrix.cell_chosen.emit(truth, -1)
    panel.show_snapshot(after.snapshot(inside={"predictions": found}))
    assert not panel.grab().isNull()
    assert found.picked is not None
    assert 0 < panel.mistakes.count() <= len(found.picked)
    row = int(found.picked.rows[0])
    assert after.dataset.train_y[row] == truth
    assert panel.mistakes.told(0).startswith(f"Training row {row + 1}, left out here: {truth} was taken for")
    assert "of the fold that this lane leaves out" in panel.mistake_note.text()
    show(panel, before)
    panel.show_snapshot(before.snapshot(inside={"predictions": seen_cell(before, (truth, -1))}))
    assert "fold" not in panel.mistake_note.text()


def seen_cell(trainer: Trainer, cell: tuple[int, int]) -> Predictions:
    found = look_inside(trainer, InspectionRequest(frozenset(["predictions"]), cell=cell))["predictions"]
    assert isinstance(found, Predictions)
    return found


@pytest.mark.parametrize("focus", [0, 1])
def test_the_header_names_the_lane_and_its_score(opened: Open, focus: int) -> None:
    trainer = trained(recipe())
    panel = opened(trainer, focus)
    figures = trainer.snapshot().lanes[focus]
    assert note(panel).startswith(f"step {trainer.step} · {('first', 'second')[focus]} · ")
    assert f"{round(figures.test_accuracy * 200)} of 200 test rows right" in note(panel)
    assert panel.swatch.lane() == focus


def test_pointing_at_a_cell_says_what_it_means(opened: Open) -> None:
    trainer = trained(recipe())
    panel = opened(trainer)
    counts = seen(trainer).counts
    off = counts * (1 - np.eye(10, dtype=int))
    truth, guess = np.unravel_index(off.argmax(), off.shape)
    QTest.mouseMove(panel.matrix, panel.matrix.cell(int(truth), int(guess)).center().toPoint())
    expected = f"{truth} was taken for {guess} in {counts[truth, guess]} of {counts[truth].sum()} rows"
    assert panel.matrix.reading() == expected
    QTest.mouseMove(panel.matrix, panel.matrix.cell(0, 0).center().toPoint())
    assert panel.matrix.reading().startswith(f"0 was recognized in {counts[0, 0]} of {counts[0].sum()} rows (")
    QTest.mouseMove(panel.matrix, QPoint(1, 1))
    assert panel.matrix.reading() == ""


def test_arrow_keys_move_through_the_matrix(opened: Open, qtbot: QtBot) -> None:
    panel = opened(trained(recipe()))
    panel.matrix.setFocus()
    for key in (Qt.Key.Key_Right, Qt.Key.Key_Right, Qt.Key.Key_Down):
        qtbot.keyClick(panel.matrix, key)
    assert panel.matrix.spot == (1, 1)
    for _ in range(20):
        qtbot.keyClick(panel.matrix, Qt.Key.Key_Down)
    assert panel.matrix.spot == (9, 1)


def color(matrix: ConfusionMatrix, truth: int, guess: int) -> QColor:
    image = matrix.grab().toImage()
    place = matrix.cell(truth, guess)
    at = (place.topLeft() + QPoint(3, 3)) * image.devicePixelRatio()
    return image.pixelColor(at.toPoint())


def test_mistakes_stand_out_and_the_diagonal_is_quiet(qtbot: QtBot) -> None:
    matrix = ConfusionMatrix()
    qtbot.addWidget(matrix)
    matrix.resize(400, 400)
    matrix.show_counts(np.array([[30, 0, 20], [0, 50, 0], [1, 0, 49]]), ("a", "b", "c"))
    matrix.show()
    danger = theme.current().color("danger")
    assert color(matrix, 0, 2) == danger
    empty, single, right = color(matrix, 0, 1), color(matrix, 2, 0), color(matrix, 1, 1)
    assert empty == theme.current().color("sunken")
    assert single.hsvSaturation() > 5 * max(empty.hsvSaturation(), 1)
    assert right.hsvSaturation() < 40
    assert right != empty


@pytest.mark.parametrize("classes", [2, 10, 26, 300])
def test_matrices_of_every_size_are_painted(qtbot: QtBot, classes: int) -> None:
    matrix = ConfusionMatrix()
    qtbot.addWidget(matrix)
    matrix.resize(380, 300)
    names = [f"a long name {index}" for index in range(classes)]
    matrix.show_counts(np.random.default_rng(0).integers(0, 9, (classes, classes)), names)
    assert not matrix.grab().isNull()
    frame = matrix.frame()
    assert matrix.rect().contains(frame.toAlignedRect())


def test_the_surest_mistakes_come_first(opened: Open, qtbot: QtBot) -> None:
    trainer = trained(recipe())
    panel = opened(trainer)
    click(qtbot, panel, "predictions.view.mistakes")
    found = seen(trainer)
    assert panel.mistakes.isVisible()
    assert 5 < panel.mistakes.count() <= len(found.mistakes)
    row, taken = int(found.mistakes.rows[0]), int(found.mistakes.taken[0])
    QTest.mouseMove(panel.mistakes, panel.mistakes.place(0).center())
    truth = trainer.dataset.test_y[row]
    share = f"{found.mistakes.probability[0]:.1%}"
    assert panel.mistakes.reading() == f"Test row {row + 1}: {truth} was taken for {taken}, {share} sure"
    assert f"{found.n_mistakes} mistakes" in panel.mistake_note.text()


def test_squared_error_says_that_outputs_are_no_probabilities(opened: Open, qtbot: QtBot) -> None:
    panel = opened(trained(recipe(loss="mean_squared_error")))
    click(qtbot, panel, "predictions.view.mistakes")
    assert "clipped" in panel.mistake_note.text()


def test_memorized_labels_are_counted_and_grow(opened: Open, qtbot: QtBot) -> None:
    trainer = trained(recipe(), 0)
    panel = opened(trainer)
    click(qtbot, panel, "predictions.view.memorized")
    counts = []
    for steps in (20, 1500):
        trainer.run(steps)
        show(panel, trainer)
        wrong = seen(trainer).mislabelled
        expected = int((wrong.taken == trainer.dataset.train_y[wrong.rows]).sum())
        assert panel.memory_note.text() == f"{expected} of 20 wrong labels memorized"
        assert panel.share.parts()[0].count == expected
        assert sum(part.count for part in panel.share.parts()) == 20
        counts.append(expected)
    assert counts[1] > counts[0]
    QTest.mouseMove(panel.learned, panel.learned.place(0).center())
    assert "wrongly labelled" in panel.learned.reading()


def test_without_label_noise_it_says_where_to_find_some(opened: Open, qtbot: QtBot) -> None:
    panel = opened(trained(recipe(noise=0.0)))
    click(qtbot, panel, "predictions.view.memorized")
    assert "Label noise" in panel.memory_note.text()
    assert not panel.share.isVisible()


def test_rows_that_are_no_pictures_are_lines_of_a_table(opened: Open, qtbot: QtBot) -> None:
    experiment = parse(
        {"data": {"source": "spiral", "train": 60, "test": 100}, "layers": [{"kind": "dense", "units": 2}]}
    )
    panel = opened(trained(experiment))
    click(qtbot, panel, "predictions.view.mistakes")
    assert panel.mistakes.count() > 5
    assert panel.mistakes.place(1).top() > panel.mistakes.place(0).top()
    assert not panel.mistakes.grab().isNull()


def test_views_are_reached_by_the_keyboard(opened: Open, qtbot: QtBot) -> None:
    panel = opened(trained(recipe()))
    button = find(panel, QToolButton, "predictions.view.mistakes")
    button.setFocus()
    qtbot.keyClick(button, Qt.Key.Key_Space)
    assert button.isChecked()
    assert panel.mistakes.isVisible()
    assert not panel.matrix.isVisible()


def test_before_training_and_after_diverging(opened: Open, qtbot: QtBot) -> None:
    lanes = [{"name": "good"}, {"name": "bad", "set": {"optimizer.learning_rate": 100.0}}]
    layers = [{"kind": "dense", "units": 10}] * 2
    experiment = recipe(lanes=lanes, layers=layers, optimizer={"kind": "sgd", "learning_rate": 0.01})
    trainer = trained(experiment, 200)
    panel = opened(trainer, 1)
    assert "bad has diverged" in panel.message.text()
    panel.set_focus(0)
    assert "Play" in panel.message.text(), "what is there is about another lane"
    show(panel, trainer, 0)
    assert panel.matrix.isVisible()
    panel.show_snapshot(None)
    assert panel.message.isVisible()


def ask(panel: PredictionsPanel, trainer: Trainer, focus: int = 0) -> None:
    """Shows what the panel has asked for last."""
    wanted = panel.page.choice
    request = InspectionRequest(frozenset(["predictions"]), focus=focus, cell=wanted.cell, rival=wanted.rival)
    panel.show_snapshot(trainer.snapshot(inside=dict(look_inside(trainer, request))))


def test_a_click_on_a_cell_shows_its_rows(opened: Open, qtbot: QtBot) -> None:
    trainer = trained(recipe())
    panel = opened(trainer)
    found = seen(trainer)
    off = found.counts - np.diag(np.diag(found.counts))
    truth, taken = (int(place) for place in np.unravel_index(off.argmax(), off.shape))
    with qtbot.waitSignals([panel.requested, panel.requested]):
        QTest.mouseClick(
            panel.matrix, Qt.MouseButton.LeftButton, pos=panel.matrix.cell(truth, taken).center().toPoint()
        )
    ask(panel, trainer)
    assert panel.view.value() == "mistakes"
    assert f"{off[truth, taken]} rows" in panel.mistake_note.text()
    assert panel.mistakes.count() > 0
    assert panel.page.which.currentText() == f"{truth} → {taken}"
    panel.page.which.setFocus()
    QTest.keyClick(panel.page.which, Qt.Key.Key_Home)
    ask(panel, trainer)
    assert f"{off.sum()} mistakes" in panel.mistake_note.text()


def test_what_another_lane_is_wrong_about(opened: Open, qtbot: QtBot) -> None:
    trainer = trained(recipe())
    panel = opened(trainer)
    click(qtbot, panel, "predictions.view.mistakes")
    panel.page.which.setFocus()
    QTest.keyClick(panel.page.which, Qt.Key.Key_Down)
    assert panel.page.choice.rival == 1
    ask(panel, trainer)
    own, other = (of_lane(trainer.groups[0], lane, trainer.dataset.test_x).argmax(axis=1) for lane in (0, 1))
    truth = trainer.dataset.test_y
    assert f"{((own == truth) & (other != truth)).sum()} rows" in panel.mistake_note.text()


def test_return_on_a_cell_shows_its_rows(opened: Open) -> None:
    trainer = trained(recipe())
    panel = opened(trainer)
    panel.matrix.setFocus()
    QTest.keyClick(panel.matrix, Qt.Key.Key_Right)
    QTest.keyClick(panel.matrix, Qt.Key.Key_Return)
    assert panel.view.value() == "mistakes"
    assert panel.page.choice.cell is not None


def test_an_empty_cell_has_no_rows_to_show(opened: Open, qtbot: QtBot) -> None:
    """By mouse or key: the card says that it is 0 rows, and the matrix stays."""
    trainer = trained(recipe())
    panel = opened(trainer)
    truth, taken = (int(place) for place in np.argwhere(seen(trainer).counts == 0)[0])
    QTest.mouseClick(panel.matrix, Qt.MouseButton.LeftButton, pos=panel.matrix.cell(truth, taken).center().toPoint())
    QTest.keyClick(panel.matrix, Qt.Key.Key_Return)
    assert panel.view.value() == "confusion"
    assert panel.page.choice.cell is None


def test_no_point_lies_on_the_edge_of_the_plot_unless_it_is_a_wild_guess() -> None:
    truth = np.array([0.0, 10.0])
    low, high = span_of(truth, np.array([-1.0, 12.0]))
    assert (low, high) == (-1.5, 12.5)
    assert span_of(truth, np.array([4.0, 5.0])) == (-0.5, 10.5)
    assert span_of(truth, np.array([-100.0, 1e9])) == (-5.5, 15.5), "the true ones stay to be seen"
