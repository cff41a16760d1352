"""The window as a person uses it: click, type, drop, undo, and look at what the session says."""

from __future__ import annotations

from pathlib import Path
from statistics import mean

import pytest
from PySide6.QtCore import QEvent, QMimeData, QObject, QPointF, Qt, QUrl
from PySide6.QtGui import QAction, QColor, QDragEnterEvent, QDropEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QAbstractSpinBox, QApplication, QComboBox, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

import engine.train.stepping.lane_threads
import playground.worker.training_loop
from engine.data import load
from engine.diagnosis.findings import Finding, Remedy, Sentence
from engine.store.presets import load_preset
from engine.train.trainer import Trainer
from playground.document.session import Session
from playground.shell.app import create_window
from playground.ui.look import theme
from playground.ui.look.lane_look import lane_looks
from playground.ui.look.palette import DARK, LIGHT
from tests.conftest import thorough_product
from tests.playground.conftest import Open
from tests.playground.helpers import (
    all_paintings,
    click,
    csv_of_flowers,
    find,
    press_play,
    small,
    told,
    type_into,
    wait_for_step,
)


@pytest.fixture
def open_window(shared_window: Open) -> Open:
    """Shows an experiment in a window, and waits until its first figures are there."""
    return shared_window


def test_it_opens_idle_on_the_reference_experiment(qtbot: QtBot) -> None:
    window = create_window()
    qtbot.addWidget(window)
    with qtbot.waitExposed(window):
        window.show()
    session = window.session
    qtbot.waitUntil(lambda: session.snapshot is not None)
    assert session.experiment == load_preset("reference")
    assert not session.is_training
    assert session.snapshot is not None
    assert session.snapshot.step == 0
    (lane,) = session.snapshot.lanes
    assert lane.name == session.experiment.lanes[0].name
    assert 0 <= lane.test_accuracy < 0.5


def test_play_and_pause_by_mouse(open_window: Open, qtbot: QtBot) -> None:
    window = open_window(small())
    press_play(qtbot, window)
    assert window.session.is_training
    wait_for_step(qtbot, window, 50)
    press_play(qtbot, window)
    assert not window.session.is_training
    with qtbot.waitSignal(window.session.snapshot_changed):
        pass  # pausing always publishes one more
    assert window.session.snapshot is not None
    paused_at = window.session.snapshot.step
    assert paused_at >= 50
    assert len(window.session.snapshot.history) > 1


def test_step_makes_exactly_one(open_window: Open, qtbot: QtBot) -> None:
    window = open_window(small())
    for expected in (1, 2, 3):
        click(qtbot, window, "button.step")
        wait_for_step(qtbot, window, expected)
        qtbot.waitUntil(lambda: not window.session.is_training)
        assert window.session.snapshot is not None
        assert window.session.snapshot.step == expected


def test_it_stops_at_the_last_step_and_goes_on_from_there(open_window: Open, qtbot: QtBot) -> None:
    window = open_window(small(steps=10))
    for last in (10, 20):
        press_play(qtbot, window)
        qtbot.waitUntil(lambda: not window.session.is_training, timeout=20_000)
        assert window.session.snapshot is not None
        assert window.session.snapshot.step == last


@pytest.mark.parametrize(("threads", "long_step"), thorough_product((1, 2), (0.0, 1.0)))
def test_the_window_trains_what_the_engine_trains(
    open_window: Open, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, threads: int, long_step: float
) -> None:
    monkeypatch.setattr(playground.worker.training_loop, "LANE_THREADS", threads)
    monkeypatch.setattr(playground.worker.training_loop, "LONG_STEP", long_step)
    monkeypatch.setattr(engine.train.stepping.lane_threads, "ENOUGH", 1)
    experiment = small(steps=40, lanes=[{"name": "a"}, {"name": "b", "set": {"layers.*.rate": 0.5, "seed": 3}}])
    window = open_window(experiment)
    press_play(qtbot, window)
    qtbot.waitUntil(lambda: not window.session.is_training, timeout=20_000)
    trainer = Trainer(experiment, load(experiment.data))
    trainer.run(40)
    trainer.measure()
    assert window.session.snapshot is not None
    assert window.session.snapshot.lanes == trainer.snapshot().lanes


def test_reset_gives_the_same_start_and_reseed_another(open_window: Open, qtbot: QtBot) -> None:
    window = open_window(small())
    session = window.session
    assert session.snapshot is not None
    first = session.snapshot.lanes[0].train_loss
    press_play(qtbot, window)
    wait_for_step(qtbot, window, 10)
    click(qtbot, window, "button.reset")
    assert not session.is_training
    qtbot.waitUntil(lambda: session.snapshot is not None and session.snapshot.step == 0)
    assert session.snapshot.lanes[0].train_loss == first
    click(qtbot, window, "button.reseed")
    assert session.experiment.seed == 1
    qtbot.waitUntil(lambda: session.snapshot is not None and session.snapshot.lanes[0].seed == 1)
    assert session.snapshot.lanes[0].train_loss != first
    click(qtbot, window, "button.undo")
    assert session.experiment.seed == 0


def test_numbers_change_live(open_window: Open, qtbot: QtBot) -> None:
    window = open_window(small())
    session = window.session
    press_play(qtbot, window)
    wait_for_step(qtbot, window, 10)
    assert session.snapshot is not None
    run = session.snapshot.run
    type_into(window, "layers.0.l2", "0.25")
    assert session.experiment.layers[0].model_dump()["l2"] == 0.25
    qtbot.waitUntil(lambda: bool(session.snapshot and session.snapshot.history.marks), timeout=20_000)
    assert session.snapshot.run == run
    assert session.snapshot.step >= 10
    assert session.is_training
    (mark,) = session.snapshot.history.marks
    assert (mark.path, mark.old, mark.new) == ("layers.0.l2", 0.0, 0.25)
    assert session.snapshot.lanes[0].penalty > 0


def test_structure_restarts_and_goes_on_training(open_window: Open, qtbot: QtBot) -> None:
    window = open_window(small())
    session = window.session
    press_play(qtbot, window)
    wait_for_step(qtbot, window, 10)
    assert session.snapshot is not None
    run = session.snapshot.run
    type_into(window, "layers.0.units", "12")
    assert session.experiment.layers[0].model_dump()["units"] == 12
    assert session.is_training
    qtbot.waitUntil(lambda: session.snapshot is not None and session.snapshot.run > run and session.snapshot.step > 0)
    with all_paintings() as paintings:
        session.undo_stack.undo()
    assert session.experiment.layers[0].model_dump()["units"] == 8
    assert paintings.count == 0, "when there are figures, and not without them before"


def test_undo_and_redo_by_keyboard(open_window: Open, qtbot: QtBot) -> None:
    window = open_window(small())
    before = window.session.experiment
    click(qtbot, window, "action.add_lane")
    assert len(window.session.experiment.lanes) == 2
    qtbot.keyClick(window, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert window.session.experiment == before
    qtbot.keyClick(window, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
    assert len(window.session.experiment.lanes) == 2


def test_compare_initializations_and_watch_the_naive_one_diverge(open_window: Open, qtbot: QtBot) -> None:
    deep = [{"kind": "dense", "units": 60}, {"kind": "activation", "function": "relu"}] * 6
    window = open_window(small(layers=[*deep, {"kind": "dense", "units": 10}]))
    session = window.session
    click(qtbot, window, "action.compare_initializations")
    assert [lane.name for lane in session.experiment.lanes] == ["Naive", "Xavier", "He"]
    press_play(qtbot, window)
    wait_for_step(qtbot, window, 60)
    assert session.snapshot is not None
    naive, xavier, he = session.snapshot.lanes
    assert naive.diverged_at is not None
    assert naive.diverged_at < 50
    assert xavier.diverged_at is None
    assert he.train_accuracy > 0
    assert session.is_training
    qtbot.waitUntil(lambda: "Naive exploded" in window.diagnosis.text())


class Heights(QObject):
    """The heights that a widget is given."""

    def __init__(self, widget: QWidget) -> None:
        super().__init__(widget)
        self.seen: list[int] = []
        widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QResizeEvent):
            self.seen.append(event.size().height())
        return False


def test_nothing_jumps_when_the_diagnosis_speaks(open_window: Open, qtbot: QtBot) -> None:
    """Not even for a moment, for then everything would be painted anew."""
    window = open_window(small())
    session = window.session
    qtbot.waitUntil(lambda: session.snapshot is not None and "diagnosis" in session.snapshot.inside)
    heights = Heights(window.centralWidget())
    text = Sentence("the loss is not a number", {})
    remedy = Remedy(text, (("optimizer.learning_rate", 0.01),))
    looks = lane_looks(window.session.experiment)
    for findings in ([Finding("exploding", 0, text, ())], [], [Finding("exploding", 0, text, (), remedy)], []):
        window.diagnosis.show_findings(findings, looks)
        QApplication.processEvents()
        assert bool(window.diagnosis.text()) == bool(findings)
    assert heights.seen == []


def test_what_came_of_a_remedy_is_said_beside_what_else_is_wrong(open_window: Open) -> None:
    bar = open_window(small()).diagnosis
    bar.show_findings([Finding("exploding", 0, Sentence("No number", {}), ())], lane_looks(small()))
    bar.show_quiet("It falls.")
    assert not bar.nothing.isVisible()
    bar.show_quiet("He: test loss 2 → 1.", is_answer=True)
    assert bar.nothing.isVisible()
    assert bar.rows[0].isVisible()
    bar.show_quiet("It falls.")
    assert not bar.nothing.isVisible()


def test_the_buttons_of_the_diagnosis_keep_their_places(open_window: Open) -> None:
    """A click on *Why?* meets *Why?*, however many findings there are by then and whatever the remedy is called."""
    window = open_window(small())
    looks = lane_looks(window.session.experiment)
    text = Sentence("the loss is not a number", {})
    short, long = (
        Remedy(Sentence(words, {}), (("optimizer.learning_rate", 0.01),)) for words in ("Halve", "Halve " * 6)
    )
    one = Finding("exploding", 0, text, (), short)
    ends = []
    for findings in ([one], [one, one], [one, one, one], [Finding("exploding", 0, text, (), long)], [one]):
        window.diagnosis.show_findings(findings, looks)
        QApplication.processEvents()
        row = window.diagnosis.rows[0]
        places = [button.mapTo(window, button.rect().topRight()).x() for button in (row.remedy, row.why)]
        ends.append((*places, row.why.width()))
    assert len(set(ends)) == 1


def test_a_lane_is_edited_in_the_table(open_window: Open, qtbot: QtBot) -> None:
    window = open_window(small(lanes=[{"name": "a"}, {"name": "b"}]))
    type_into(window, "lanes.1.l2", "0.5")
    assert QApplication.focusWidget() is find(window, QAbstractSpinBox, "lanes.1.l2"), "Enter does not move the focus"
    type_into(window, "lanes.1.learning_rate", "0.2")
    assert window.session.experiment.lanes[1].set == {"layers.*.l2": 0.5, "optimizer.learning_rate": 0.2}
    initialization = find(window, QComboBox, "lanes.0.initialization")
    initialization.setCurrentIndex(initialization.findData("zeros"))
    assert window.session.experiment.lanes[0].set == {"layers.*.initialization": "zeros"}


@pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
def test_a_preset_opens_from_the_toolbar(open_window: Open, qtbot: QtBot) -> None:
    window = open_window(small())
    combo = find(window, QComboBox, "preset")
    combo.setFocus()
    qtbot.keyClick(combo, Qt.Key.Key_Down)
    cards = combo.view()
    qtbot.waitUntil(cards.isVisible)
    assert window.session.experiment == small(), "the keys open the list, not one preset after the other"
    while cards.currentIndex().data(Qt.ItemDataRole.UserRole) != "spiral":
        qtbot.keyClick(cards, Qt.Key.Key_Down)
    assert window.session.experiment == small(), "looking is not choosing"
    qtbot.keyClick(cards, Qt.Key.Key_Return)
    assert window.session.experiment == load_preset("spiral")
    click(qtbot, window, "button.undo")
    assert window.session.experiment == small()


def drop(window: QWidget, path: Path) -> None:
    """Drags a file over the window and lets it fall."""
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path))])
    centre = window.rect().center()
    rest = (Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier)
    enter = QDragEnterEvent(centre, *rest)
    QApplication.sendEvent(window, enter)
    assert enter.isAccepted()
    QApplication.sendEvent(window, QDropEvent(QPointF(centre), *rest))


def test_a_table_is_dropped_on_the_window(open_window: Open, qtbot: QtBot, tmp_path: Path) -> None:
    window = open_window(small())
    path = csv_of_flowers(tmp_path)
    with qtbot.waitSignal(window.session.dataset_changed, timeout=20_000):
        drop(window, path)
    session = window.session
    assert session.dataset is not None
    assert session.dataset.classes == ("iris", "lily", "rose")
    assert session.experiment.data.source == str(path)
    assert session.experiment.layers[-1].model_dump()["units"] == 3, "the output follows the classes"
    assert session.experiment.data.train + session.experiment.data.test <= 60
    press_play(qtbot, window)
    wait_for_step(qtbot, window, 20)
    session.undo_stack.undo()
    assert session.experiment == small()


def test_a_bad_file_is_refused_in_a_sentence(open_window: Open, qtbot: QtBot, tmp_path: Path) -> None:
    window = open_window(small())
    for name, content, says in (
        ("broken.json", "{", "broken.json"),
        ("unknown.json", '{"version": 1, "layer": []}', "layer"),
        ("short.csv", "a,b,label\n1,2,x\n3,y\n2,1,y\n", "line 3"),
        ("empty.csv", "", "empty.csv"),
    ):
        (tmp_path / name).write_text(content)
        drop(window, tmp_path / name)
        qtbot.waitUntil(lambda says=says: says in told(window), timeout=20_000)  # type: ignore[misc]
        assert window.session.experiment == small()
        assert window.session.dataset is not None


def test_an_impossible_value_is_told_and_taken_back(open_window: Open, qtbot: QtBot) -> None:
    window = open_window(small())
    assert not window.session.edit("layers.0.units", 0)
    assert "between 1 and 10000" in window.message.text()
    assert not window.session.edit("layers.0.units", "many")
    assert not window.session.edit("nothing.here", 1)
    assert window.session.experiment == small()
    assert told(window)
    assert window.session.edit("layers.0.units", 12)
    assert not told(window), "the cause is gone"
    assert not window.session.edit("layers.0.units", 0)
    press_play(qtbot, window)
    qtbot.waitUntil(lambda: not told(window))  # whoever trains has read it


def test_theme_and_language_change_while_training(open_window: Open, qtbot: QtBot) -> None:
    window = open_window(small(lanes=[{"name": "a"}, {"name": "b"}]))
    press_play(qtbot, window)
    for name in ("button.theme", "button.language"):
        assert window.session.snapshot is not None
        step = window.session.snapshot.step
        click(qtbot, window, name)
        wait_for_step(qtbot, window, step + 5)
        assert window.session.is_training
        assert find(window, QAbstractSpinBox, "lanes.1.l2").isVisible()


def test_every_control_explains_itself(open_window: Open) -> None:
    window = open_window(load_preset("l2-and-dropout"))
    for action in window.findChildren(QAction):
        if action.objectName().startswith("action."):
            assert len(action.toolTip()) > 10, action.objectName()
    for kind in (QAbstractSpinBox, QComboBox, QAbstractButton, QLineEdit):
        for control in window.findChildren(kind):
            name = control.objectName()
            if "." not in name or control.isHidden() or control.parentWidget().isHidden():
                continue  # a part of one of Qt's own widgets, or of no use just now
            assert control.accessibleName() or getattr(control, "text", str)(), f"{name} has no accessible name"
            assert control.toolTip(), f"{name} has no tooltip"
            assert control.focusPolicy() != Qt.FocusPolicy.NoFocus, f"{name} cannot be reached by keyboard"


def test_a_new_theme_shows_what_was_there_and_keeps_what_was_chosen_to_be_seen(open_window: Open, qtbot: QtBot) -> None:
    """The lane, the page of a view that is not in sight, what the drawing draws, and how the curves are drawn."""
    window = open_window(small(lanes=[{"name": "a"}, {"name": "b"}]))
    window.session.run.play(100)
    qtbot.waitUntil(lambda: not window.session.is_training, timeout=20_000)
    assert window.session.snapshot is not None
    points = len(window.session.snapshot.history)
    assert points > 1
    window.inside.choose("predictions")
    window.inside.turn_to("mistakes")
    window.inside.choose("signals")
    window.lanes.table.rows.select(1)
    low = window.docks["lanes"].height()
    for name in ("network.gradients", "action.log_loss", "lanes.view.parallel"):
        find(window, QAbstractButton, name).click()
    qtbot.waitUntil(lambda: window.docks["lanes"].height() > low)  # for the lines
    heights = [dock.height() for dock in window.docks.values()]
    action = window.actions_by_name["contrast"]
    assert action.text() == "High contrast"
    with all_paintings() as paintings:
        action.trigger()
    assert paintings.count == 0, "nothing half made is seen"
    assert action.text() == "Normal contrast"
    assert window.lanes.table.rows.selected == window.inside.views["signals"].focus == 1
    for name in ("network.gradients", "action.log_loss", "lanes.view.parallel"):
        assert find(window, QAbstractButton, name).isChecked(), name
    assert window.curves.loss.is_log
    assert find(window.inside.views["predictions"], QAbstractButton, "predictions.view.mistakes").isChecked()
    qtbot.waitUntil(lambda: [dock.height() for dock in window.docks.values()] == heights)
    steps, _ = window.curves.drawn(0, "test_loss")
    assert len(steps) == points
    assert (steps[0], steps[-1]) == (0, 100)


def test_at_dusk_the_whole_window_follows_the_system(
    open_window: Open, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Painted, not only told: the curves and the drawing have colours of their own beside the stylesheet's."""
    window = open_window(small())
    theme.apply("system")
    is_dark = theme.current() is DARK
    monkeypatch.setattr(theme, "_resolved", lambda name: LIGHT if is_dark else DARK)
    QApplication.styleHints().colorSchemeChanged.emit(Qt.ColorScheme.Unknown)
    expected = QColor((LIGHT if is_dark else DARK).window).lightnessF()

    def lightness(widget: QWidget) -> float:
        image = widget.grab().scaled(40, 30).toImage()
        return mean(image.pixelColor(x, y).lightnessF() for x in range(40) for y in range(30))

    for panel in (window.curves, window.inside, window.network, window.lanes):
        assert abs(lightness(panel) - expected) < 0.2, panel.objectName()


def test_the_first_experiment_has_as_many_outputs_as_its_data_have_classes(qtbot: QtBot) -> None:
    session = Session(small(data={"source": "spiral", "train": 60, "test": 40}))
    qtbot.waitUntil(lambda: session.snapshot is not None)
    assert session.experiment.layers[-1].model_dump()["units"] == 2
    assert session.close()
