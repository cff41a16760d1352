"""The list of mistakes through whatever a person changes meanwhile: each line is a row that there is, as it is."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox
from pytestqt.qtbot import QtBot

from engine.experiment.experiment import parse
from engine.inspectors.answers.predictions import Predictions
from playground.inside.predictions.view import PredictionsPanel
from playground.shell.main_window import MainWindow
from tests.playground import conftest
from tests.playground.helpers import click, find, type_into

Open = Callable[[Path], MainWindow]
LAYERS = [{"kind": "dense", "units": 6}, {"kind": "activation", "function": "tanh"}, {"kind": "dense", "units": 3}]


def table(path: Path, classes: tuple[str, ...]) -> Path:
    """Classes that lie over each other, so that some rows are taken for others whatever is learned."""
    rng = np.random.default_rng(3)
    label = np.arange(240) % len(classes)
    x = rng.normal(size=(240, 2)) + label[:, None] * 0.7
    rows = [f"{a:.4f},{b:.4f},{classes[kind]}" for (a, b), kind in zip(x, label, strict=True)]
    path.write_text("heat,noise,verdict\n" + "\n".join(rows) + "\n", encoding="utf-8")
    return path


@pytest.fixture
def opened(qtbot: QtBot, shared_window: conftest.Open) -> Open:
    def make(path: Path) -> MainWindow:
        data = {"source": str(path), "label": "verdict", "train": 100, "validation": 80, "test": 60}
        window = shared_window(parse({"data": data, "layers": LAYERS, "steps": 60}))
        window.inside.choose("predictions")
        click(qtbot, window, "button.play")
        qtbot.waitUntil(lambda: not window.session.is_training)
        return window

    return make


def panel_of(window: MainWindow) -> PredictionsPanel:
    panel = window.inside.views["predictions"]
    assert isinstance(panel, PredictionsPanel)
    return panel


def found_in(window: MainWindow) -> Predictions | None:
    snapshot = window.session.snapshot
    found = snapshot.inside.get("predictions") if snapshot is not None else None
    return found if isinstance(found, Predictions) else None


def click_worst_cell(window: MainWindow) -> tuple[int, int]:
    """The cell of the most mistakes, in the matrix."""
    panel, found = panel_of(window), found_in(window)
    assert found is not None
    off = found.counts - np.diag(np.diag(found.counts))
    truth, taken = (int(place) for place in np.unravel_index(off.argmax(), off.shape))
    spot = panel.matrix.cell(truth, taken).center().toPoint()
    QTest.mouseClick(panel.matrix, Qt.MouseButton.LeftButton, pos=spot)
    return truth, taken


def settled(qtbot: QtBot, window: MainWindow) -> Predictions:
    """What is found once what is asked for is what is shown."""
    panel = panel_of(window)

    def is_there() -> bool:
        found, wanted = found_in(window), panel.page.choice
        return found is not None and (found.cell, found.rival) == (wanted.cell, wanted.rival)

    qtbot.waitUntil(is_there)
    found = found_in(window)
    assert found is not None
    return found


def assert_is_true(window: MainWindow, found: Predictions) -> None:
    """Each line, against the rows of the data set and the counts of the matrix."""
    panel, data = panel_of(window), window.session.dataset
    assert data is not None
    assert data.valid_y is not None
    items, cell = panel.mistakes._items, panel.page.choice.cell
    expected = found.n_mistakes if cell is None else int(found.counts[cell])
    assert len(items) == min(expected, 60)
    for item in items:
        assert item.was == data.classes[data.valid_y[item.key]]
        if cell is not None:
            assert (item.was, item.taken) == tuple(data.classes[place] for place in cell)
    words = f"; {expected} {'mistake' if cell is None else 'row'}{'' if expected == 1 else 's'}"
    assert words in panel.mistake_note.text()


def test_another_split_keeps_the_cell_and_lists_its_rows_of_the_new_split(
    qtbot: QtBot, opened: Open, tmp_path: Path
) -> None:
    """The rows were those of the split before under the features of the new ones, and stayed until the next step."""
    window = opened(table(tmp_path / "rare.csv", ("ok", "repair", "scrap")))
    panel = panel_of(window)
    truth, taken = click_worst_cell(window)
    assert_is_true(window, settled(qtbot, window))
    assert panel.mistakes.count() > 0
    before = window.session.dataset
    type_into(window, "data.train", "70 %")
    qtbot.waitUntil(lambda: window.session.dataset is not before)
    assert panel.page.choice.cell == (truth, taken)
    assert_is_true(window, settled(qtbot, window))
    which = find(window, QComboBox, "predictions.which")
    which.setFocus()
    QTest.keyClick(which, Qt.Key.Key_Home)
    assert panel.page.choice.cell is None
    assert_is_true(window, settled(qtbot, window))
    window.session.undo_stack.undo()
    assert_is_true(window, settled(qtbot, window))


def test_what_was_found_in_other_rows_is_not_painted_with_the_new_ones(
    qtbot: QtBot, opened: Open, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Not for a moment, either: answers are shown beside the rows that they were given to."""
    window = opened(table(tmp_path / "rare.csv", ("ok", "repair", "scrap")))
    panel = panel_of(window)
    click_worst_cell(window)
    settled(qtbot, window)
    shown = []
    show_items = panel.mistakes.show_items

    def remember(items: object, rows: object) -> None:
        shown.append((len(panel._valid_rows.scaled), found_in(window)))
        show_items(items, rows)  # type: ignore[arg-type]

    monkeypatch.setattr(panel.mistakes, "show_items", remember)
    before = found_in(window)
    type_into(window, "data.train", "70 %")
    qtbot.waitUntil(lambda: found_in(window) not in (None, before))
    settled(qtbot, window)
    assert shown
    assert all(found is not before for _, found in shown)


def test_an_empty_cell_says_that_it_is_the_cell_which_is_empty(qtbot: QtBot, opened: Open, tmp_path: Path) -> None:
    """It said that there were no mistakes at all, with the matrix full of them."""
    window = opened(table(tmp_path / "rare.csv", ("ok", "repair", "scrap")))
    panel, trained = panel_of(window), settled(qtbot, window)
    click(qtbot, window, "button.reset")
    qtbot.waitUntil(lambda: found_in(window) not in (None, trained))
    truth, taken = (int(place) for place in np.argwhere((settled(qtbot, window).counts == 0) & (trained.counts > 0))[0])
    click(qtbot, window, "button.play")
    qtbot.waitUntil(lambda: not window.session.is_training)
    spot = panel.matrix.cell(truth, taken).center().toPoint()
    QTest.mouseClick(panel.matrix, Qt.MouseButton.LeftButton, pos=spot)
    assert_is_true(window, settled(qtbot, window))
    click(qtbot, window, "button.reset")
    qtbot.waitUntil(lambda: window.session.snapshot is not None and window.session.snapshot.step == 0)
    assert settled(qtbot, window).n_picked == 0
    assert panel.mistakes.count() == 0
    assert panel.mistakes.hint == "None of the validation rows now."


def test_another_table_with_other_classes_begins_with_all_mistakes(qtbot: QtBot, opened: Open, tmp_path: Path) -> None:
    window = opened(table(tmp_path / "rare.csv", ("ok", "repair", "scrap")))
    panel = panel_of(window)
    click_worst_cell(window)
    settled(qtbot, window)
    other = table(tmp_path / "holes.csv", ("high", "middle", "low"))
    before = window.session.dataset
    window.session.edit("data.source", str(other))
    qtbot.waitUntil(lambda: window.session.dataset not in (None, before))
    found = settled(qtbot, window)
    assert panel.page.choice.cell is None
    assert panel.page.which.count() == 1
    assert_is_true(window, found)


def test_a_row_of_a_table_is_told_by_its_line_and_its_cells(qtbot: QtBot, opened: Open, tmp_path: Path) -> None:
    """An empty cell was shown as the mean that the network is given, a word as numbers, and no line led to the file."""
    path = table(tmp_path / "rare.csv", ("ok", "repair", "scrap"))
    names, *rows = path.read_text(encoding="utf-8").splitlines()
    rows = [f"{('', 'left', 'right')[i % 3]},{i % 7 or ''},{row}" for i, row in enumerate(rows)]
    path.write_text("\n".join([f"side,pressure,{names}", *rows]) + "\n", encoding="utf-8")
    window = opened(path)
    panel = panel_of(window)
    click(qtbot, window, "predictions.view.mistakes")
    settled(qtbot, window)
    assert panel.mistakes.count() > 3
    assert panel.mistakes._rows is not None
    for item in panel.mistakes._items:
        told = dict(panel.mistakes._rows.told_of(item.key))
        cells = path.read_text(encoding="utf-8").splitlines()[int(told["line"]) - 1].split(",")
        assert cells[-1] == item.was
        numbers = [float(told[name].replace("−", "-")) for name in ("heat", "noise")]
        assert numbers == pytest.approx([float(cell) for cell in cells[2:4]], abs=6e-4)
        assert told["side"] == (cells[0] or "–")
        assert told["pressure"] == (cells[1] or "–")
