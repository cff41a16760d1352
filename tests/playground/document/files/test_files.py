"""Opening and saving in the window; the file dialogs are answered in their place."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QAction, QDragEnterEvent, QDragLeaveEvent, QDragMoveEvent, QDropEvent, QImage
from PySide6.QtWidgets import QApplication, QFileDialog, QLineEdit, QMenu
from pytestqt.qtbot import QtBot

from engine.data import load
from engine.experiment.experiment import parse
from engine.store.experiment_files import open_experiment, save_experiment
from engine.store.file_kind import kind_of
from engine.store.model_files import load_model, save_model
from engine.store.presets import load_preset, new_experiment
from engine.train.trainer import Trainer
from playground.document.files import recent_files
from playground.shell.main_window import MainWindow
from playground.ui.settings import settings
from playground.ui.widgets.card_delegate import CardRole
from tests.playground.conftest import Open
from tests.playground.desk import Desk
from tests.playground.helpers import csv_of_flowers, find, small, told, wait_for_step


@pytest.fixture
def window(shared_window: Open) -> MainWindow:
    return shared_window(small())


def shown_title(window: MainWindow) -> str:
    """As the window's frame has it."""
    return window.windowHandle().title()


def answer(monkeypatch: pytest.MonkeyPatch, path: Path) -> None:
    """Every file dialog names this file."""
    for dialog in ("getSaveFileName", "getOpenFileName"):
        monkeypatch.setattr(QFileDialog, dialog, lambda *_, **__: (str(path), ""))


def test_an_experiment_is_saved_and_opened_again(
    window: MainWindow, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "mine.json"
    answer(monkeypatch, path)
    window.session.edit("layers.0.units", 12)
    assert window.isWindowModified()
    assert "small*" in shown_title(window)
    window.actions_by_name["save"].trigger()
    assert window.windowTitle() == "mine.json – Playground"
    assert not window.isWindowModified()
    saved = window.session.experiment
    assert open_experiment(path) == saved
    window.session.edit("layers.0.units", 3)
    assert shown_title(window).startswith("mine.json*")
    window.actions_by_name["open"].trigger()
    assert window.session.experiment == saved
    assert not window.session.is_training
    window.session.undo_stack.undo()
    assert window.session.experiment.layers[0].model_dump()["units"] == 3, "opening is undone like any edit"


def test_a_trained_model_is_saved_and_goes_on_from_there(
    window: MainWindow, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    session = window.session
    path = tmp_path / "trained.npz"
    answer(monkeypatch, path)
    session.run.play(40)
    qtbot.waitUntil(lambda: not session.is_training, timeout=20_000)
    assert session.snapshot is not None
    trained = session.snapshot.lanes[0]
    with qtbot.waitSignal(session.run.model_saved, timeout=20_000):
        window.actions_by_name["save_model"].trigger()
    assert load_model(path).experiment == session.experiment
    session.reset()
    qtbot.waitUntil(lambda: session.snapshot is not None and session.snapshot.step == 0)
    assert session.snapshot.lanes[0] != trained
    window.actions_by_name["load_model"].trigger()
    qtbot.waitUntil(lambda: session.snapshot is not None and session.snapshot.lanes[0] == trained, timeout=20_000)
    assert "trained.npz, after 40 steps of training" in told(window)
    assert window.windowTitle() == "trained.npz – Playground"
    session.run.play()
    wait_for_step(qtbot, window, 20)
    session.edit("layers.0.units", 12)
    assert "trained.npz*" in shown_title(window)
    session.undo_stack.undo()
    session.undo_stack.undo()
    assert window.windowTitle() == "small – Playground"
    assert "trained.npz" not in told(window), "its weights are not there any more"


def test_a_model_finds_its_columns_and_classes_by_name(
    desk: Desk, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """In a table that has been written anew since: the same figures, or a sentence and nothing changed."""
    session, rows, path = desk.session, tmp_path / "rows.csv", tmp_path / "trained.npz"
    cells = [(f"{i % 3 + i / 100}", f"{-(i % 3)}", "abc"[i % 3]) for i in range(60)]
    rows.write_text("\n".join(map(",".join, [("x", "y", "label"), *cells])))
    layers = [{"kind": "dense", "units": 4}, {"kind": "activation", "function": "tanh"}, {"kind": "dense", "units": 3}]
    experiment = small(data={"source": str(rows), "train": 40, "test": 20}, layers=layers)
    trainer = Trainer(experiment, load(experiment.data))
    trainer.run(300)
    trainer.measure()
    save_model(trainer, path)
    wanted = trainer.snapshot().lanes[0]
    assert wanted.test_accuracy > 0.6
    answer(monkeypatch, path)
    rows.write_text("\n".join(map(",".join, [("Y ", "Label", "X"), *((y, kind, x) for x, y, kind in cells)])))
    desk.files.choose_model()
    qtbot.waitUntil(lambda: "after 300 steps" in desk.message.text(), timeout=20_000)
    qtbot.waitUntil(lambda: session.snapshot is not None and len(session.snapshot.history) > 0, timeout=20_000)
    assert session.snapshot is not None
    (found,) = session.snapshot.lanes
    assert found.test_data_loss == pytest.approx(wanted.test_data_loss, rel=1e-5)
    assert found.test_accuracy == wanted.test_accuracy
    before = session.experiment
    rows.write_text("\n".join(map(",".join, [("x", "z", "label"), *cells])))
    desk.files.choose_model()
    qtbot.waitUntil(lambda: "rows.csv lacks y" in desk.message.text(), timeout=20_000)
    assert session.experiment == before


def test_a_missing_file_is_named(
    window: MainWindow, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("no-such.json", "no-such.npz", "no-such.csv"):
        answer(monkeypatch, tmp_path / name)
        window.actions_by_name["open"].trigger()
        qtbot.waitUntil(lambda name=name: name in told(window), timeout=20_000)  # type: ignore[misc]
        assert window.session.experiment == small()


def test_what_is_saved_has_the_ending_of_its_kind(
    window: MainWindow, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for number, (action, typed, written) in enumerate(
        [
            *(("save_run", "mine", "mine.playground-run"), ("save_run", "mine.npz", "mine.playground-run")),
            *(("save_run", "mine.1", "mine.1.playground-run"), ("save_model", "mine", "mine.npz")),
            *(("save_model", "mine.playground-run", "mine.npz"), ("save_as", "mine.npz", "mine.json")),
        ]
    ):
        path = tmp_path / str(number) / written
        path.parent.mkdir()
        answer(monkeypatch, path.with_name(typed))
        window.actions_by_name[action].trigger()
        qtbot.waitUntil(lambda path=path: [*path.parent.iterdir()] == [path], timeout=20_000)  # type: ignore[misc]
        assert kind_of(path) == {".npz": "model", ".json": "experiment"}.get(path.suffix, "run")


def test_no_file_is_replaced_that_nobody_was_asked_about(
    window: MainWindow, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The dialog asks about the name that was typed, and ``mine`` was not there."""
    answer(monkeypatch, tmp_path / "mine")
    for action, name in (("save_as", "mine.json"), ("save_model", "mine.npz"), ("export_history", "mine.csv")):
        (tmp_path / name).write_text("dear")
        window.actions_by_name[action].trigger()
        qtbot.waitUntil(lambda name=name: f"{name} is there already" in window.message.text(), timeout=20_000)
        assert (tmp_path / name).read_text() == "dear"


def test_each_kind_is_opened_by_its_content_and_a_wrong_one_is_named(
    window: MainWindow, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Also runs that were saved as ``.npz``, as all were once."""
    session = window.session
    session.run.play(20)
    qtbot.waitUntil(lambda: not session.is_training, timeout=20_000)
    run, model = tmp_path / "old-run.npz", tmp_path / "model.npz"
    for save, saved, path in (
        (session.run.save, session.run.saved, run),
        (session.run.save_model, session.run.model_saved, model),
    ):
        with qtbot.waitSignal(saved, timeout=20_000):
            save(path)
    session.reset()
    answer(monkeypatch, run)
    window.actions_by_name["load_model"].trigger()
    assert "old-run.npz is a saved run, not a trained model" in told(window)
    answer(monkeypatch, model)
    window.actions_by_name["open_run"].trigger()
    assert "model.npz is a trained model, not a saved run" in told(window)
    for path, step in ((run, 20), (model, 0)):
        window.files.open_path(path)
        qtbot.waitUntil(
            lambda step=step: session.snapshot is not None and session.snapshot.step == step, timeout=20_000
        )
        assert session.run.starts_from_model
        assert ("after 20 steps of training" in told(window)) == (path == model)


@pytest.mark.parametrize("action", ["save", "save_model"])
def test_a_folder_that_is_not_there_is_named(
    window: MainWindow, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, action: str
) -> None:
    answer(monkeypatch, tmp_path / "nowhere" / "file")
    window.actions_by_name[action].trigger()
    qtbot.waitUntil(lambda: "nowhere" in window.message.text(), timeout=20_000)


def test_a_dialog_opens_where_the_last_one_was_answered(
    window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked = []
    answers = [str(tmp_path / "mine.json"), "", ""]

    def dialog(parent: object, title: str, start: str, kinds: str) -> tuple[str, str]:
        asked.append(start)
        return answers[len(asked) - 1], ""

    for name in ("getSaveFileName", "getOpenFileName"):
        monkeypatch.setattr(QFileDialog, name, dialog)
    for action in ("save_as", "open", "save_model"):
        window.actions_by_name[action].trigger()
    assert asked[1:] == [str(tmp_path), str(tmp_path / "small.npz")]
    assert Path(asked[0]).name == "small.json"


# --- new, recent, clipboard, drop -----------------------------------------------------------------------------------


def test_new_is_small_trains_and_is_undone(window: MainWindow, qtbot: QtBot) -> None:
    before = window.session.experiment
    qtbot.keyClick(window, Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    assert window.session.experiment == new_experiment()
    assert window.session.path is None
    window.session.run.play(20)
    qtbot.waitUntil(lambda: not window.session.is_training, timeout=20_000)
    window.session.undo_stack.undo()
    assert window.session.experiment == before


def test_only_what_is_nowhere_else_counts_as_unsaved(desk: Desk, tmp_path: Path) -> None:
    session, stack = desk.session, desk.session.undo_stack
    desk.files.open_preset("l2")
    assert not desk.isWindowModified(), "it comes with the program"
    desk.files.new()
    assert not desk.isWindowModified()
    stack.undo()
    stack.undo()
    assert not desk.isWindowModified(), "the first one, as it was"
    stack.redo()
    assert not desk.isWindowModified(), "the preset again"
    session.edit("steps", 700)
    assert desk.isWindowModified()
    save_experiment(load_preset("spiral"), tmp_path / "mine.json")
    desk.files.open_path(tmp_path / "mine.json")
    assert not desk.isWindowModified()
    session.edit("steps", 800)
    session.saved_as(tmp_path / "mine.json")
    assert not desk.isWindowModified()
    stack.undo()
    assert desk.isWindowModified(), "as it was opened, which is not what the file has now"
    stack.undo()
    assert desk.isWindowModified(), "the edited preset"
    desk.files.copy()
    desk.files.paste()
    assert desk.isWindowModified(), "it is on the clipboard alone"


def test_a_preset_from_the_menu_is_named_until_it_is_changed(window: MainWindow) -> None:
    box = window.transport.preset
    find(window, QAction, "action.preset.spiral").trigger()
    assert window.session.experiment == load_preset("spiral")
    assert box.currentText() == "Spiral"
    window.session.edit("data.source", "xor")
    assert (box.currentText(), box.placeholderText()) == ("", "Spiral, changed")
    window.session.undo_stack.undo()
    assert box.currentText() == "Spiral"


def recent(window: MainWindow) -> list[QAction]:
    """The entries of the submenu as it opens now."""
    menu = find(window, QMenu, "menu.recent")
    menu.aboutToShow.emit()
    return [action for action in menu.actions() if isinstance(action.data(), Path)]


def test_recent_files_are_listed_newest_first_and_opened(window: MainWindow, tmp_path: Path) -> None:
    for number in range(12):
        save_experiment(small(name=f"n{number}"), tmp_path / f"n{number}.json")
        recent_files.add(tmp_path / f"n{number}.json")
    window.files.open_path(tmp_path / "n5.json")
    names = [action.data().name for action in recent(window)]
    assert names == ["n5.json", *(f"n{number}.json" for number in (11, 10, 9, 8, 7, 6, 4, 3, 2))]
    recent(window)[3].trigger()
    assert window.session.experiment.name == "n9"
    (tmp_path / "n5.json").unlink()
    gone = next(action for action in recent(window) if action.data().name == "n5.json")
    assert not gone.isEnabled()
    assert "no longer exists" in gone.toolTip()
    recent_files.add(tmp_path / ("x" * 300))  # it came from a system with longer names
    assert not recent(window)[0].isEnabled()
    find(window, QAction, "action.clear_recent").trigger()
    assert recent(window) == []
    assert (tmp_path / "n9.json").exists()


def test_saving_and_tables_are_remembered_but_what_fails_is_not(
    window: MainWindow, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    answer(monkeypatch, tmp_path / "saved.json")
    window.actions_by_name["save_as"].trigger()
    table = csv_of_flowers(tmp_path)
    with qtbot.waitSignal(window.session.dataset_changed, timeout=20_000):
        window.files.open_path(table)
    (tmp_path / "broken.json").write_text("{")
    window.files.open_path(tmp_path / "broken.json")
    window.files.open_path(tmp_path / "missing.csv")
    assert [action.data().name for action in recent(window)] == [table.name, "saved.json"]


@pytest.mark.parametrize("value", ["one.json", 3, [1, "", "two.json"]])
def test_a_damaged_list_of_recent_files_is_survived(window: MainWindow, value: object) -> None:
    settings().setValue("files/recent", value)
    assert len(recent(window)) <= 2


def test_an_experiment_goes_over_the_clipboard(window: MainWindow, qtbot: QtBot) -> None:
    control = Qt.KeyboardModifier.ControlModifier
    copied = window.session.experiment
    qtbot.keyClick(window, Qt.Key.Key_C, control | Qt.KeyboardModifier.ShiftModifier)
    assert parse(QApplication.clipboard().text()) == copied
    assert "copied as text" in window.message.text()
    window.session.edit("name", "other")
    qtbot.keyClick(window, Qt.Key.Key_V, control | Qt.KeyboardModifier.ShiftModifier)
    assert window.session.experiment == copied
    window.session.undo_stack.undo()
    assert window.session.experiment.name == "other"
    window.curves.loss.setFocus()
    qtbot.keyClick(window.curves.loss, Qt.Key.Key_V, control)
    assert window.session.experiment == copied, "plain Ctrl+V where there is no text to edit"


def test_an_experiment_is_copied_as_python_that_makes_it_again(window: MainWindow, desk: Desk, qtbot: QtBot) -> None:
    modifiers = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    qtbot.keyClick(window, Qt.Key.Key_P, modifiers)
    assert "copied as Python code" in window.message.text()
    assert made_by_clipboard() == window.session.experiment
    for name in ("l2", "spiral"):
        desk.files.open_preset(name)
        desk.files.copy_python()
        assert made_by_clipboard() == desk.session.experiment


def made_by_clipboard() -> Any:
    """What the Python on the clipboard calls ``experiment``."""
    names: dict[str, Any] = {}
    exec(QApplication.clipboard().text(), names)
    return names["experiment"]


def test_other_text_is_refused_in_a_sentence(window: MainWindow) -> None:
    before = window.session.experiment
    for text, says in (
        ("", "no text"),
        ("hello", "not an experiment"),
        ("/home/somebody/x.json", "not an experiment"),
        ("{", "not an experiment"),
        ('{"layers": []}', "not an experiment"),
        ('{"version": 99}', "not an experiment"),
        ("[" * 100_000, "not an experiment"),
        ('{"a":' * 100_000, "not an experiment"),
        ('{"name": "\ud800"}', "not an experiment"),
        ("{" + "x" * 11_000_000, "10 MB"),
    ):
        window.message.clear()
        QApplication.clipboard().setText(text)
        window.actions_by_name["paste_experiment"].trigger()
        assert says in window.message.text(), text[:50]
        assert window.session.experiment == before


def test_a_picture_and_a_file_on_the_clipboard(window: MainWindow, tmp_path: Path) -> None:
    QApplication.clipboard().setImage(QImage(10, 10, QImage.Format.Format_RGB32))
    window.actions_by_name["paste_experiment"].trigger()
    assert "no text" in window.message.text()
    save_experiment(small(name="file"), tmp_path / "file.json")
    content = QMimeData()
    content.setUrls([QUrl.fromLocalFile(str(tmp_path / "file.json"))])
    QApplication.clipboard().setMimeData(content)
    window.actions_by_name["paste_experiment"].trigger()
    assert window.session.experiment.name == "file"
    QApplication.clipboard().clear()  # it would hold what is Python's until after the end of the process


def test_a_hovering_file_is_told_what_dropping_does(window: MainWindow, tmp_path: Path) -> None:
    hint, handle = window.drop_hint, window.windowHandle()
    for name, says in (
        *(("a.json", "open the experiment"), ("b.npz", "trained model"), ("c.csv", "learn from the rows")),
        ("d.playground-run", "go on with the run"),
    ):
        content = QMimeData()
        content.setUrls([QUrl.fromLocalFile(str(tmp_path / name))])
        rest = (Qt.DropAction.CopyAction, content, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier)
        QApplication.sendEvent(handle, QDragEnterEvent(QPoint(200, 150), *rest))
        assert hint.isVisible()
        assert hint.geometry() == window.rect()
        assert says in hint.text()
        assert name in hint.text()
        hint.grab()
        QApplication.sendEvent(hint, QDragLeaveEvent())
        assert not hint.isVisible()


def test_a_file_dropped_on_an_editor_is_opened_not_typed(window: MainWindow, tmp_path: Path) -> None:
    save_experiment(small(name="dropped"), tmp_path / "dropped.json")
    content = QMimeData()
    content.setUrls([QUrl.fromLocalFile(str(tmp_path / "dropped.json"))])
    rest = (Qt.DropAction.CopyAction, content, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier)
    line = find(window, QLineEdit, "lanes.0.name")
    place = line.mapTo(window, line.rect().center())
    handle = window.windowHandle()
    QApplication.sendEvent(handle, QDragEnterEvent(place, *rest))
    QApplication.sendEvent(handle, QDragMoveEvent(place, *rest))
    QApplication.sendEvent(handle, QDropEvent(QPointF(place), *rest))
    assert window.session.experiment.name == "dropped"
    assert not window.drop_hint.isVisible()


def test_a_file_dropped_on_a_panel_that_floats_is_opened(window: MainWindow, tmp_path: Path) -> None:
    save_experiment(small(name="dropped"), tmp_path / "dropped.json")
    content = QMimeData()
    content.setUrls([QUrl.fromLocalFile(str(tmp_path / "dropped.json"))])
    rest = (Qt.DropAction.CopyAction, content, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier)
    dock = window.docks["network"]
    for floats in (True, False, True):
        dock.setFloating(floats)
    handle, place = dock.windowHandle(), QPoint(60, 60)
    QApplication.sendEvent(handle, QDragEnterEvent(place, *rest))
    QApplication.sendEvent(handle, QDragMoveEvent(place, *rest))
    QApplication.sendEvent(handle, QDropEvent(QPointF(place), *rest))
    assert window.session.experiment.name == "dropped"


def test_text_that_is_dragged_is_not_taken_for_a_file(window: MainWindow) -> None:
    content = QMimeData()
    content.setText("0.5")
    rest = (Qt.DropAction.CopyAction, content, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier)
    QApplication.sendEvent(window.windowHandle(), QDragEnterEvent(QPoint(200, 150), *rest))
    assert not window.drop_hint.isVisible()


def test_every_preset_has_a_card_with_its_curves(window: MainWindow, qtbot: QtBot) -> None:
    box = window.transport.preset
    for row in range(box.count()):
        assert box.itemData(row, CardRole.SENTENCE)
        assert callable(box.itemData(row, CardRole.PICTURE))


def test_the_wheel_and_letters_open_no_preset(window: MainWindow, qtbot: QtBot) -> None:
    box = window.transport.preset
    box.setFocus()
    for key in (Qt.Key.Key_S, Qt.Key.Key_Home, Qt.Key.Key_End):
        qtbot.keyClick(box, key)
    assert window.session.experiment == small()


def test_nothing_is_chosen_in_another_document(window: MainWindow, qtbot: QtBot) -> None:
    """Layers that were selected, and columns that were opened, were those of the one before."""
    window.layers.stack.selection.select_all([0, 1])
    window.network.drawing.column_opened.emit(1)
    assert window.network.drawing.plan.opened
    with qtbot.waitSignal(window.session.document_changed):
        window.session.open(small(seed=5))
    assert window.layers.stack.selection.indices() == []
    assert not window.network.drawing.plan.opened
