"""The training form: typed into, chosen from, and shown silently."""

from __future__ import annotations

from typing import Any

import pytest
from pydantic import BaseModel
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractSpinBox, QApplication, QCheckBox, QComboBox, QLabel, QToolButton, QWidget
from pytestqt.qtbot import QtBot

from engine.experiment.edits.field_edits import edited
from engine.experiment.experiment import Experiment
from engine.fields import field_infos
from engine.optim.registry import OPTIMIZERS
from engine.optim.schedules import SCHEDULES
from playground.training.panel import TrainingPanel
from playground.training.schedule_picture import SchedulePicture
from playground.ui.fields.field_edit import Editor
from playground.ui.look import theme
from tests.playground.helpers import find, small, type_into

# Offscreen says so where a tooltip opens.
pytestmark = pytest.mark.qt_log_ignore("^This plugin does not support")


def with_optimizer(kind: str, **changes: Any) -> Experiment:
    return small(optimizer={"kind": kind, **changes})


@pytest.fixture
def panel(qtbot: QtBot) -> TrainingPanel:
    panel = TrainingPanel()
    qtbot.addWidget(panel)
    panel.show_experiment(small())
    panel.resize(360, 420)
    with qtbot.waitExposed(panel):
        panel.show()
    panel.activateWindow()
    qtbot.waitUntil(panel.isActiveWindow)
    return panel


def test_every_setting_of_training_has_an_editor(panel: TrainingPanel) -> None:
    """Those of an experiment that are no parts with fields of their own, and are not shown by another panel."""
    infos = field_infos(Experiment)
    elsewhere = {name for name, info in infos.items() if info.group in ("file", "data", "network", "lanes")}
    plain = {name for name in infos if not isinstance(getattr(small(), name), BaseModel)}
    assert plain - elsewhere >= {"seed", "loss", "dropout_scaling", "batch_size", "sampling", "steps"}
    shown = {path for path in panel.editors if "." not in path}
    assert shown == plain - elsewhere, "`group` of a field's facts says which panel shows it, and where"


@pytest.fixture
def said(panel: TrainingPanel) -> list[tuple[str, object]]:
    """Everything the panel asks for."""
    heard: list[tuple[str, object]] = []
    panel.edited.connect(lambda path, value: heard.append((path, value)))
    return heard


def own_fields(panel: TrainingPanel) -> set[str]:
    """The optimizer's fields that can be found in the panel."""
    names = [child.objectName() for kind in (QAbstractSpinBox, QComboBox) for child in panel.findChildren(kind)]
    shown = {name.removeprefix("optimizer.") for name in names if name.startswith("optimizer.")}
    return shown - {"kind", "learning_rate"}


def from_the_top(panel: TrainingPanel, qtbot: QtBot) -> list[Editor]:
    """The editors in the order in which they stand, once they have got their places."""
    editors = list(panel.editors.values())
    qtbot.waitUntil(lambda: len({editor.y() for editor in editors if editor.isVisible()}) == len(editors))
    return sorted(editors, key=lambda editor: editor.y())


def choose(panel: TrainingPanel, path: str, value: str) -> None:
    """By the arrow keys."""
    combo = find(panel, QComboBox, path)
    combo.setFocus()
    while combo.currentData() != value:
        down = combo.findData(value) > combo.currentIndex()
        QTest.keyClick(combo, Qt.Key.Key_Down if down else Qt.Key.Key_Up)


@pytest.mark.parametrize(
    ("path", "text", "value"),
    [
        ("optimizer.learning_rate", "0.05", 0.05),
        ("optimizer.learning_rate", "1e-3", 0.001),
        ("batch_size", "32", 32),
        ("steps", "500", 500),
        ("seed", "7", 7),
    ],
)
def test_typed_numbers_say_path_and_value(
    panel: TrainingPanel, said: list[tuple[str, object]], qtbot: QtBot, path: str, text: str, value: float
) -> None:
    with qtbot.waitSignal(panel.edited):
        type_into(panel, path, text)
    assert said == [(path, value)]
    assert type(said[0][1]) is type(value)


@pytest.mark.parametrize(
    ("path", "value"),
    [
        ("sampling", "shuffle"),
        ("loss", "mean_squared_error"),
        ("dropout_scaling", "train"),
        ("optimizer.kind", "momentum"),
    ],
)
def test_choices_say_path_and_value(
    panel: TrainingPanel, said: list[tuple[str, object]], path: str, value: str
) -> None:
    choose(panel, path, value)
    assert said == [(path, value)]


@pytest.mark.parametrize("kind", OPTIMIZERS)
def test_an_optimizer_shows_its_own_fields_only(panel: TrainingPanel, qtbot: QtBot, kind: str) -> None:
    own = set(OPTIMIZERS[kind].model_fields) - {"kind", "learning_rate"}
    for before in ("adamw", "sgd", "adagrad"):
        panel.show_experiment(with_optimizer(before))
        panel.show_experiment(with_optimizer(kind))
        qtbot.waitUntil(lambda: own_fields(panel) == own)
        names = [editor.objectName() for editor in from_the_top(panel, qtbot)]
        assert names[:2] == ["optimizer.kind", "optimizer.learning_rate"]
        assert {name.removeprefix("optimizer.") for name in names[2 : 2 + len(own)]} == own


def test_the_optimizer_is_chosen_and_its_fields_typed_into(panel: TrainingPanel, qtbot: QtBot) -> None:
    experiment = small()

    def edit(path: str, value: object) -> None:
        nonlocal experiment
        experiment = edited(experiment, path, value)
        panel.show_experiment(experiment)

    panel.edited.connect(edit)
    choose(panel, "optimizer.kind", "adamw")
    assert QApplication.focusWidget() is panel.editors["optimizer.kind"], "the focus stays while rows come and go"
    type_into(panel, "optimizer.beta1", "0.8")
    type_into(panel, "optimizer.weight_decay", "0.1")
    given = {"beta1": 0.8, "weight_decay": 0.1}
    assert experiment == with_optimizer("adamw", **given)
    choose(panel, "optimizer.kind", "adagrad")
    assert find(panel, QAbstractSpinBox, "optimizer.epsilon").text() == "1e-10"


def test_rows_are_made_anew_only_for_another_optimizer(panel: TrainingPanel) -> None:
    before = dict(panel.editors)
    panel.show_experiment(with_optimizer("sgd", learning_rate=0.5))
    assert panel.editors == before
    panel.show_experiment(with_optimizer("momentum"))
    assert {path: editor for path, editor in panel.editors.items() if path in before} == before


def test_showing_is_silent(panel: TrainingPanel, said: list[tuple[str, object]]) -> None:
    for kind in (*OPTIMIZERS, "sgd"):
        changes = {"sampling": "full", "loss": "mean_squared_error", "dropout_scaling": "train", "seed": 9, "steps": 5}
        panel.show_experiment(small(optimizer={"kind": kind, "learning_rate": 0.3}, batch_size=2, **changes))
        panel.show_experiment(small())
    assert said == []


def test_what_is_typed_into_a_field_that_goes_away_is_lost_silently(
    panel: TrainingPanel, said: list[tuple[str, object]], qtbot: QtBot
) -> None:
    panel.show_experiment(with_optimizer("momentum"))
    box = find(panel, QAbstractSpinBox, "optimizer.momentum")
    qtbot.waitUntil(box.isVisible)
    box.setFocus()
    box.selectAll()
    QTest.keyClicks(box, "0.5")
    panel.show_experiment(small())
    qtbot.waitUntil(lambda: own_fields(panel) == set())
    assert said == []


@pytest.mark.parametrize("text", ["0", "-1", "101", "x"])
def test_a_learning_rate_out_of_range_is_not_said(
    panel: TrainingPanel, said: list[tuple[str, object]], text: str
) -> None:
    type_into(panel, "optimizer.learning_rate", text)
    box = find(panel, QAbstractSpinBox, "optimizer.learning_rate")
    QTest.keyClick(box, Qt.Key.Key_Escape)
    assert said == []
    assert box.text() == "0.01"


def test_what_is_refused_is_shown_again(panel: TrainingPanel) -> None:
    panel.edited.connect(lambda path, value: panel.show_experiment(small()))
    type_into(panel, "batch_size", "99")
    assert find(panel, QAbstractSpinBox, "batch_size").text() == "16"


def test_fields_that_lanes_set_are_marked(panel: TrainingPanel) -> None:
    plain, lane = {"name": "a"}, {"name": "fast", "set": {"optimizer.learning_rate": 0.5, "seed": 3}}
    panel.show_experiment(small(lanes=[plain, lane]))
    for path in ("optimizer.learning_rate", "seed"):
        box = find(panel, QAbstractSpinBox, path)
        assert box.font().italic(), path
        assert "fast" in box.toolTip()
    assert not find(panel, QAbstractSpinBox, "batch_size").font().italic()
    panel.show_experiment(small(lanes=[lane]))
    assert "not used" in find(panel, QAbstractSpinBox, "seed").toolTip()
    panel.show_experiment(small())
    for path in ("optimizer.learning_rate", "seed"):
        box = find(panel, QAbstractSpinBox, path)
        assert not box.font().italic(), path
        assert "fast" not in box.toolTip()


def test_what_has_no_effect_is_disabled_and_says_why(panel: TrainingPanel) -> None:
    layers = [{"kind": "dense", "units": 10}]
    panel.show_experiment(small(sampling="full", layers=layers))
    reasons = {"batch_size": "all training rows", "dropout_scaling": "no dropout layer"}
    for path, reason in reasons.items():
        editor = panel.editors[path]
        assert not editor.isEnabled()
        assert reason in editor.toolTip()
    panel.show_experiment(small())
    for path, reason in reasons.items():
        editor = panel.editors[path]
        assert editor.isEnabled()
        assert reason not in editor.toolTip()


def test_editors_are_in_line_and_explain_themselves(panel: TrainingPanel, qtbot: QtBot) -> None:
    panel.show_experiment(with_optimizer("adamw"))
    editors = from_the_top(panel, qtbot)
    endless = find(panel, QToolButton, "steps.endless")
    beside = {"steps": endless, "optimizer.kind": find(panel, QToolButton, "action.find_rate")}

    def right(editor: Editor) -> int:
        return beside.get(editor.objectName(), editor).geometry().right()

    qtbot.waitUntil(lambda: len({(editor.x(), right(editor)) for editor in editors}) == 1)  # laid out when shown
    steps = panel.editors["steps"]
    assert (endless.y(), endless.height()) == (steps.y(), steps.height())
    labelled = [label.buddy() for label in panel.findChildren(QLabel)]
    for editor in editors:
        assert editor.accessibleName()
        assert editor.toolTip()
        assert editor.focusPolicy() != Qt.FocusPolicy.NoFocus
        assert editor in labelled


def test_tab_goes_from_top_to_bottom(panel: TrainingPanel, qtbot: QtBot) -> None:
    panel.show_experiment(with_optimizer("adamw"))
    order: list[QWidget] = list(from_the_top(panel, qtbot))
    for path, name in (("steps", "steps.endless"), ("optimizer.kind", "action.find_rate")):
        order.insert(order.index(panel.editors[path]) + 1, find(panel, QToolButton, name))
    order[0].setFocus()
    for editor in order:
        assert QApplication.focusWidget() is editor
        QTest.keyClick(editor, Qt.Key.Key_Tab)


# --- schedule, early stopping, endless steps --------------------------------------------------------------------------


@pytest.fixture
def edits(panel: TrainingPanel) -> list[Experiment]:
    """Every experiment that the panel leads to, each of which it is shown at once, as by a session."""
    experiments = [small()]

    def edit(path: str, value: object) -> None:
        experiments.append(edited(experiments[-1], path, value))
        panel.show_experiment(experiments[-1])

    panel.edited.connect(edit)
    return experiments


@pytest.mark.parametrize("kind", SCHEDULES)
def test_a_schedule_shows_its_own_fields_below_it(panel: TrainingPanel, qtbot: QtBot, kind: str) -> None:
    for before in ("plateau", "cosine"):
        panel.show_experiment(small(schedule={"kind": before}))
        panel.show_experiment(small(schedule={"kind": kind}))
        names = [editor.objectName() for editor in from_the_top(panel, qtbot)]
        first = names.index("schedule.kind")
        own = [f"schedule.{name}" for name in SCHEDULES[kind].model_fields if name != "kind"]
        assert names[first + 1 :][: len(own)] == own
        assert not names[first + 1 + len(own)].startswith("schedule.")


def test_a_schedule_is_chosen_and_its_fields_typed_into(panel: TrainingPanel, edits: list[Experiment]) -> None:
    choose(panel, "schedule.kind", "step")
    type_into(panel, "schedule.every", "250")
    type_into(panel, "schedule.factor", "0.2")
    type_into(panel, "schedule.warm_up", "30")
    assert edits[-1] == small(schedule={"kind": "step", "every": 250, "factor": 0.2, "warm_up": 30})


def test_the_schedule_is_drawn_where_there_is_something_to_see(panel: TrainingPanel, qtbot: QtBot) -> None:
    picture = find(panel, SchedulePicture, "schedule.picture")
    assert not picture.isVisible()
    for schedule in ({"kind": "cosine"}, {"kind": "constant", "warm_up": 10}, {"kind": "plateau", "warm_up": 10}):
        panel.show_experiment(small(schedule=schedule, steps=100))
        assert picture.isVisible(), schedule
        panel.show_experiment(small(schedule={"kind": "plateau"}))
        assert not picture.isVisible()
    panel.show_experiment(small(schedule={"kind": "step", "every": 50, "factor": 0.25}, steps=100))
    editor = panel.editors["schedule.kind"]
    qtbot.waitUntil(lambda: (picture.x(), picture.width()) == (editor.x(), editor.width()))
    qtbot.waitUntil(lambda: picture.height() == picture.sizeHint().height())
    assert level(picture, 0.25) < level(picture, 0.75)  # it goes down


def level(picture: SchedulePicture, place: float) -> int:
    """How high the curve is at a share of the width: pixels from the bottom to the highest one in its colour."""
    image = picture.grab().toImage()
    x, colour = int(image.width() * place), theme.current().color("accent")
    rows = [y for y in range(image.height()) if close(image.pixelColor(x, y), colour)]
    assert rows, "there is no curve here"
    return rows[0]


def close(one: QColor, other: QColor) -> bool:
    return all(abs(a - b) < 60 for a, b in zip(one.getRgb()[:3], other.getRgb()[:3], strict=True))


def test_the_picture_of_a_run_without_end_shows_the_whole_schedule(panel: TrainingPanel) -> None:
    picture = find(panel, SchedulePicture, "schedule.picture")
    for schedule, last in (
        ({"kind": "step", "every": 50}, 250),
        ({"kind": "cosine", "over": 1000, "warm_up": 100}, 1300),
        ({"kind": "constant", "warm_up": 30}, 60),
    ):
        panel.show_experiment(small(schedule=schedule, steps=None))
        assert picture.last_step() == last
        panel.show_experiment(small(schedule=schedule, steps=77))
        assert picture.last_step() == 77
    picture.show_step(500)
    assert picture.last_step() == 500


def test_early_stopping_shows_its_fields_when_it_is_on(
    panel: TrainingPanel, qtbot: QtBot, edits: list[Experiment]
) -> None:
    own = {f"early_stopping.{name}" for name in ("every", "patience", "minimum_change", "restore_best")}
    assert not own & set(panel.editors)
    switch = find(panel, QCheckBox, "early_stopping.on")
    assert "Reset" in switch.toolTip()
    qtbot.mouseClick(switch, Qt.MouseButton.LeftButton, pos=QPoint(8, switch.height() // 2))
    assert edits[-1].early_stopping.on
    assert own <= set(panel.editors)
    type_into(panel, "early_stopping.patience", "4")
    type_into(panel, "early_stopping.minimum_change", "0")
    restore = find(panel, QCheckBox, "early_stopping.restore_best")
    restore.setFocus()
    QTest.keyClick(restore, Qt.Key.Key_Space)
    stopping = {"on": True, "patience": 4, "minimum_change": 0.0, "restore_best": False}
    assert edits[-1] == small(early_stopping=stopping)
    switch.setFocus()
    QTest.keyClick(switch, Qt.Key.Key_Space)
    assert not edits[-1].early_stopping.on
    assert not own & set(panel.editors)
    assert QApplication.focusWidget() is switch


def test_steps_without_end_and_back(panel: TrainingPanel, qtbot: QtBot, edits: list[Experiment]) -> None:
    steps = find(panel, QAbstractSpinBox, "steps")
    endless = find(panel, QToolButton, "steps.endless")
    assert endless.accessibleName()
    assert endless.toolTip()
    type_into(panel, "steps", "700")
    qtbot.mouseClick(endless, Qt.MouseButton.LeftButton)
    assert edits[-1].steps is None
    assert endless.isChecked()
    assert steps.text() == ""
    qtbot.mouseClick(endless, Qt.MouseButton.LeftButton)
    assert edits[-1].steps == 700
    assert not endless.isChecked()
    assert steps.text() == "700"


def test_steps_are_emptied_to_go_on_without_end(panel: TrainingPanel, edits: list[Experiment]) -> None:
    steps = find(panel, QAbstractSpinBox, "steps")
    steps.setFocus()
    steps.selectAll()
    QTest.keyClick(steps, Qt.Key.Key_Delete)
    QTest.keyClick(steps, Qt.Key.Key_Return)
    assert edits[-1].steps is None
    assert find(panel, QToolButton, "steps.endless").isChecked()
    type_into(panel, "steps", "250")
    assert edits[-1].steps == 250
    assert not find(panel, QToolButton, "steps.endless").isChecked()
