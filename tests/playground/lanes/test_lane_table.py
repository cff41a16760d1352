"""The lane table as a model: put in order, folded by seeds, its columns chosen, several lanes edited at once."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from statistics import fmean, stdev

import pytest
from PySide6.QtCore import QAbstractItemModel, QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QAction, QFontMetrics, QMouseEvent
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QApplication, QMenu, QWidget
from pytestqt.qtbot import QtBot

from engine.data import load
from engine.experiment.experiment import Experiment
from engine.experiment.lanes.grids import seeds
from engine.experiment.lanes.lane_edits import compare
from engine.store.presets import load_preset
from engine.train.snapshot import LaneSnapshot
from playground.lanes.table.column_menu import ColumnMenu
from playground.lanes.table.columns import Columns
from playground.lanes.table.entries import lane_entries
from playground.ui.fields.numbers.number_edit import NumberEdit
from playground.ui.look import theme
from tests.playground.helpers import find, small, type_into
from tests.playground.lane_desk import Desk, lane, snapshot

Key, Button = Qt.Key, Qt.MouseButton
Shift, Control = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.ControlModifier
NONE = Qt.KeyboardModifier.NoModifier
THREE = [{"name": "lane 10"}, {"name": "lane 9"}, {"name": "b"}]
Open = Callable[..., Desk]


@pytest.fixture
def desk(qtbot: QtBot) -> Open:
    def make(experiment: Experiment | None = None) -> Desk:
        return Desk(qtbot, experiment or small(lanes=THREE))

    return make


def shown(d: Desk) -> list[str]:
    """What the rows are called, from above."""
    rows = d.panel.table.rows
    return [rows.order.index(row, 2).data() for row in range(rows.order.rowCount())]


def click_heading(d: Desk, column: str) -> None:
    rows = d.panel.table.rows
    header, section = rows.header, rows.model_of_lanes.columns.index(column)
    place = header.sectionViewportPosition(section) + header.sectionSize(section) // 2
    QTest.mouseClick(header.viewport(), Button.LeftButton, pos=QPoint(place, 10))


def figures(d: Desk, *tests: float, **more: object) -> None:
    lanes: list[LaneSnapshot] = [lane(0.9, test) for test in tests]
    d.panel.show_snapshot(replace(snapshot(*lanes), **more))  # type: ignore[arg-type]


def moved_over(canvas: QWidget, place: QPoint) -> None:
    """The pointer moves there without a button: on the canvas itself, whatever lies upon it."""
    there, of_screen = QPointF(place), QPointF(canvas.mapToGlobal(place))
    event = QMouseEvent(QEvent.Type.MouseMove, there, of_screen, Button.NoButton, Button.NoButton, NONE)
    QApplication.sendEvent(canvas, event)


# --- the wheel -------------------------------------------------------------------------------------------------------


def test_the_wheel_scrolls_the_rows_and_changes_none(desk: Open) -> None:
    d = desk(small(lanes=[{"name": f"lane {number}"} for number in range(9)]))
    d.click_row(0)
    rows = d.panel.table.rows
    canvas, window = rows.viewport(), d.panel.windowHandle()
    for field in ("initialization", "l2", "seed"):
        section = rows.model_of_lanes.columns.index(field)
        x = rows.header.sectionViewportPosition(section) + rows.header.sectionSize(section) // 2
        place = QPoint(x, canvas.height() // 2)
        rows.verticalScrollBar().setValue(0)
        for _ in range(2):
            moved_over(canvas, place)  # rows that scroll below the pointer tell the view that it moves, too
            QTest.wheelEvent(window, QPointF(canvas.mapTo(d.panel, place)), QPoint(0, -120))
        assert rows.verticalScrollBar().value() > 0
        assert d.selected() == 0, "nor is another row selected"
    assert d.asked == []


# --- order -----------------------------------------------------------------------------------------------------------


def test_a_click_on_a_heading_puts_the_best_first_then_last_then_as_they_were(desk: Open) -> None:
    d = desk()
    figures(d, 0.5, 0.9, 0.7)
    click_heading(d, "held_out_accuracy")
    assert shown(d) == ["lane 9", "b", "lane 10"]
    click_heading(d, "held_out_accuracy")
    assert shown(d) == ["lane 10", "b", "lane 9"]
    click_heading(d, "held_out_accuracy")
    assert shown(d) == ["lane 10", "lane 9", "b"]
    assert d.asked == [], "the experiment is the same"


def test_numbers_in_names_count_as_numbers(desk: Open) -> None:
    d = desk()
    click_heading(d, "name")
    assert shown(d) == ["b", "lane 9", "lane 10"]


def test_lanes_without_figures_stand_last_in_both_orders(desk: Open) -> None:
    d = desk()
    figures(d, 0.5, float("nan"), 0.7)
    click_heading(d, "held_out_accuracy")
    assert shown(d) == ["b", "lane 10", "lane 9"]
    click_heading(d, "held_out_accuracy")
    assert shown(d) == ["lane 10", "b", "lane 9"]


def test_rows_do_not_jump_while_training_goes_on(desk: Open) -> None:
    d = desk()
    figures(d, 0.5, 0.9, 0.7)
    click_heading(d, "held_out_accuracy")
    figures(d, 0.95, 0.9, 0.7)
    assert shown(d) == ["lane 9", "b", "lane 10"]
    figures(d, 0.95, 0.9, 0.7, is_finished=True)
    assert shown(d) == ["lane 10", "lane 9", "b"], "at rest they are put right"


def test_at_a_pause_rows_are_in_the_order_that_the_heading_says(desk: Open) -> None:
    d = desk()
    figures(d, 0.5, 0.9, 0.7)
    click_heading(d, "held_out_accuracy")
    figures(d, 0.95, 0.9, 0.7)
    figures(d, 0.95, 0.9, 0.7, stands_still=True)
    assert shown(d) == ["lane 10", "lane 9", "b"]


def test_a_lane_that_comes_or_goes_leaves_the_order_as_the_heading_says(desk: Open) -> None:
    d = desk()
    click_heading(d, "name")
    names = ["lane 10", "lane 9", "b", "a"]
    d.panel.show_experiment(small(lanes=[{"name": name} for name in names]))
    assert shown(d) == ["a", "b", "lane 9", "lane 10"]


def test_return_on_a_heading_sorts(desk: Open) -> None:
    d = desk()
    header = d.panel.table.rows.header
    header.setFocus()
    QTest.keyClick(header, Key.Key_Return)
    assert shown(d) == ["b", "lane 9", "lane 10"], "the name, at first"
    QTest.keyClick(header, Key.Key_Right)
    QTest.keyClick(header, Key.Key_Right)
    QTest.keyClick(header, Key.Key_Space)
    assert d.panel.table.rows.sorted_by == "l2"


def test_editors_and_the_selection_stay_with_their_lanes(desk: Open) -> None:
    d = desk()
    d.click_row(0)
    editor = find(d.panel, NumberEdit, "lanes.0.l2")
    before = editor.y()
    click_heading(d, "name")
    assert find(d.panel, NumberEdit, "lanes.0.l2") is editor
    d.panel.table.rows.updateEditorGeometries()
    assert editor.y() > before
    assert d.selected() == 0
    type_into(d.panel, "lanes.0.l2", "0.5")
    assert d.asked == [("lanes.0.l2", 0.5)]


def test_sorted_lanes_are_not_dragged(desk: Open) -> None:
    d = desk()
    assert d.panel.table.rows.can_move
    click_heading(d, "name")
    assert not d.panel.table.rows.can_move
    d.panel.table.rows.setFocus()
    QTest.keyClick(d.panel.table.rows, Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    assert d.asked == []


def test_figures_far_out_get_a_column_that_holds_them(desk: Open) -> None:
    d = desk()
    figures(d, 0.7, -276.274, 0.6)
    table = d.panel.table
    metrics = QFontMetrics(theme.font("number"))
    spans, model = table.columns.spans(table.columns.narrowest), table.rows.model_of_lanes
    for name in ("held_out_accuracy", "gap"):
        text = model.figures[1].text(name)
        assert text is not None
        assert metrics.horizontalAdvance(text) < spans[name].width, text


# --- repeats ---------------------------------------------------------------------------------------------------------


def two_by_three() -> Experiment:
    return seeds(compare(small(), "l2", (0.0, 0.1)), 3)


def test_seeds_of_a_setting_are_one_row_with_means_and_deviations(desk: Open) -> None:
    d = desk(two_by_three())
    assert shown(d) == ["λ 0", "λ 0.1"]
    tests = [0.70, 0.72, 0.77, 0.5, 0.5, 0.53]
    figures(d, *tests)
    model = d.panel.table.rows.model_of_lanes
    mean, spread = 100 * fmean(tests[:3]), 100 * stdev(tests[:3])
    assert model.text(6, "held_out_accuracy") == f"{mean:.1f}±{spread:.1f}"
    click_heading(d, "held_out_accuracy")
    click_heading(d, "held_out_accuracy")
    assert shown(d) == ["λ 0.1", "λ 0"], "sorted by their means"


def test_the_row_of_the_folds_counts_folds_and_no_seeds(desk: Open) -> None:
    lanes = [{"name": f"fold {fold}", "set": {"data.fold": fold}} for fold in (1, 2, 3)]
    d = desk(small(data={"source": "digits", "train": 60, "test": 40, "folds": 3}, lanes=lanes))
    assert shown(d) == ["3 folds"]
    model = d.panel.table.rows.model_of_lanes
    assert (model.text(3, "data.fold"), model.text(3, "seed")) == ("3", "0")


def test_folds_are_no_rivals(desk: Open) -> None:
    """Each is judged by other rows, so none of them wins; of two settings that one which is better in a fold does."""
    lanes = [{"name": f"fold {fold}", "set": {"data.fold": fold}} for fold in (1, 2, 3)]
    data = {"source": "digits", "train": 60, "test": 40, "folds": 3}
    d = desk(small(data=data, lanes=lanes))
    figures(d, 0.70, 0.72, 0.77)
    assert [d.figures(lane).is_best for lane in range(3)] == [False] * 3
    pairs = [
        {"name": f"rate {rate} · fold {fold}", "set": {"data.fold": fold, "optimizer.learning_rate": rate}}
        for rate in (0.1, 0.2)
        for fold in (1, 2)
    ]
    d.show(small(data=data, lanes=pairs))
    figures(d, 0.70, 0.95, 0.72, 0.90)
    assert [d.figures(lane).is_best for lane in range(4)] == [False, True, True, False]


def test_lanes_that_are_alike_in_seed_and_fold_too_are_no_repeats(desk: Open) -> None:
    alike = [{"name": name, "set": {"optimizer.learning_rate": 0.1}} for name in ("a", "a copy")]
    other = [{"name": f"b{seed}", "set": {"optimizer.learning_rate": 0.2, "seed": seed}} for seed in (0, 1, 1)]
    d = desk(small(lanes=[*alike, *other]))
    assert shown(d) == ["a", "a copy", "b0", "b1"], "the second lane of seed 1 stands alone"
    model = d.panel.table.rows.model_of_lanes
    assert [model.text(row, "seed") for row in range(5, model.rowCount())] == ["2"]


def test_a_setting_is_opened_by_a_click_and_by_return(desk: Open) -> None:
    d = desk(two_by_three())
    rows = d.panel.table.rows
    rect = rows.visualRect(rows.order.index(1, 2))
    QTest.mouseClick(rows.viewport(), Button.LeftButton, pos=rect.center())
    assert shown(d) == ["λ 0", "λ 0.1", "λ 0.1 · seed 0", "λ 0.1 · seed 1", "λ 0.1 · seed 2"]
    assert find(d.panel, NumberEdit, "lanes.3.l2").isVisible()
    rows.setFocus()
    QTest.keyClick(rows, Key.Key_Return)
    assert shown(d) == ["λ 0", "λ 0.1"]
    assert d.panel.findChild(QWidget, "lanes.3.l2") is None


def test_selecting_a_lane_whose_row_is_closed_selects_its_setting(desk: Open) -> None:
    d = desk(two_by_three())
    d.panel.table.rows.select(4)
    assert d.panel.table.rows.selected == 4
    assert d.panel.table.rows.selected_lanes() == [3, 4, 5]


def test_seeds_alone_are_not_folded(desk: Open) -> None:
    d = desk(seeds(small(), 3))
    assert len(shown(d)) == 3


# --- columns ---------------------------------------------------------------------------------------------------------


def columns_menu(d: Desk) -> ColumnMenu:
    rows = d.panel.table.rows
    rows.header.menu_wanted.emit(rows.mapToGlobal(rows.rect().center()))
    (menu,) = [each for each in QApplication.topLevelWidgets() if isinstance(each, ColumnMenu) and each.isVisible()]
    return menu


def choose(menu: QMenu, name: str) -> None:
    (action,) = [each for each in menu.actions() if each.data() == name]
    menu.setActiveAction(action)
    QTest.keyClick(menu, Key.Key_Return)


@pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
def test_columns_are_chosen_and_remembered(desk: Open) -> None:
    d = desk()
    choose(columns_menu(d), "penalty")
    assert "penalty" not in d.panel.table.rows.model_of_lanes.columns
    assert find(d.panel, NumberEdit, "lanes.0.l2").isVisible()
    again = desk()
    assert "penalty" not in again.panel.table.rows.model_of_lanes.columns
    choose(columns_menu(again), "penalty")
    assert "penalty" in again.panel.table.rows.model_of_lanes.columns


def test_what_some_lane_sets_has_a_column_and_an_editor(desk: Open) -> None:
    d = desk(small(lanes=[{"name": "a"}, {"name": "b", "set": {"layers.*.l1": 0.25}}]))
    rows = d.panel.table.rows
    assert "layers.*.l1" in rows.model_of_lanes.columns
    assert rows.header.title("layers.*.l1") == "L1"
    assert [rows.model_of_lanes.text(lane, "layers.*.l1") for lane in (0, 1)] == ["0", "0.25"]
    type_into(d.panel, "lanes.0.set.layers.*.l1", "0.5")
    assert d.asked == [("lanes.0.set.layers.*.l1", 0.5)]
    assert find(d.panel, NumberEdit, "lanes.0.set.layers.*.l1").text() == "0.5"
    d.show(small(lanes=THREE))
    assert "layers.*.l1" not in rows.model_of_lanes.columns


@pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
def test_seeds_can_be_rows_of_their_own(desk: Open) -> None:
    d = desk(two_by_three())
    choose(columns_menu(d), ColumnMenu.FOLD)
    assert len(shown(d)) == 6


# --- several lanes ---------------------------------------------------------------------------------------------------


def test_lanes_that_are_selected_are_edited_together(desk: Open) -> None:
    d = desk()
    d.click_row(0)
    rows = d.panel.table.rows
    QTest.mouseClick(rows.viewport(), Button.LeftButton, Shift, pos=d.place(2))
    assert rows.selected_lanes() == [0, 1, 2]
    type_into(d.panel, "lanes.1.l2", "0.5")
    assert d.asked == [("together", ("lanes.0.l2", 0.5), ("lanes.1.l2", 0.5), ("lanes.2.l2", 0.5))]
    assert rows.selected_lanes() == [0, 1, 2], "and stay selected"


def test_a_click_from_the_table_into_an_editor_keeps_the_selected_lanes(desk: Open) -> None:
    """The keyboard is in the table: then Qt makes the row of the editor the current one by itself."""
    d = desk()
    rows = d.panel.table.rows
    d.click_row(0)
    rows.setFocus()
    QTest.keyClick(rows, Key.Key_Down, Shift)
    l2 = find(d.panel, NumberEdit, "lanes.1.l2").lineEdit()
    QTest.mouseClick(l2, Button.LeftButton)
    assert rows.selected_lanes() == [0, 1]
    QTest.keyClicks(l2, "5")
    QTest.keyClick(l2, Key.Key_Return)
    assert [[path for path, _ in edits] for _, *edits in d.asked] == [["lanes.0.l2", "lanes.1.l2"]]
    rows.setFocus()
    QTest.mouseClick(find(d.panel, NumberEdit, "lanes.2.l2").lineEdit(), Button.LeftButton)
    assert rows.selected_lanes() == [2], "beside the selection, that lane alone is selected"


def test_an_edit_beside_the_selection_is_of_one_lane(desk: Open) -> None:
    d = desk()
    d.click_row(0)
    rows = d.panel.table.rows
    QTest.mouseClick(rows.viewport(), Button.LeftButton, Control, pos=d.place(1))
    type_into(d.panel, "lanes.2.l2", "0.5")
    assert d.asked == [("lanes.2.l2", 0.5)]
    assert d.selected() == 2


# --- the model -------------------------------------------------------------------------------------------------------


def test_the_model_keeps_to_the_rules_of_qt(desk: Open) -> None:
    d = desk()
    models: list[QAbstractItemModel] = [d.panel.table.rows.model_of_lanes, d.panel.table.rows.order]
    testers = [QAbstractItemModelTester(model) for model in models]
    d.add()
    d.remove(0)
    d.show(two_by_three())
    figures(d, *[0.5] * 6)
    click_heading(d, "held_out_accuracy")
    d.panel.table.rows.toggle(6)
    d.show(small(lanes=THREE))
    d.show(small())
    assert len(testers) == 2


def test_what_lanes_cost_is_shown_where_it_is_asked_for(desk: Open, qtbot: QtBot) -> None:
    lanes = [{"name": "a"}, {"name": "b", "set": {"layers.*.units": 4, "batch_size": 32}}]
    d = desk(small(lanes=lanes))
    table = d.panel.table
    assert not {"parameters", "multiplications", "step_ms"} & set(table.rows.model_of_lanes.columns)
    menu = ColumnMenu(d.panel, table.rows.model_of_lanes.headings, set(), is_folded=None)
    assert "learns" in find_action(menu, "lanes.columns.parameters").toolTip()
    menu.deleteLater()
    table.header.menu_wanted.emit(QPoint())
    menu = next(each for each in d.panel.findChildren(ColumnMenu) if each.isVisible())
    for name in ("parameters", "multiplications", "step_ms"):
        find_action(menu, f"lanes.columns.{name}").trigger()
    menu.close()
    d.panel.show_dataset(load(d.experiment.data))

    def said(column: str) -> list[str]:
        return [table.rows.model_of_lanes.text(lane, column) for lane in range(2)]

    assert said("parameters") == [f"{64 * n + n + n * 10 + 10:,}" for n in (8, 4)]
    assert said("multiplications") == [f"{rows * (2 * 64 * n + 3 * n * 10):,}" for n, rows in ((8, 16), (4, 32))]
    assert said("step_ms") == ["–", "–"]
    d.panel.show_snapshot(snapshot(*(replace(lane(1, 1), seconds=0.5, steps=n) for n in (100, 1000))))
    assert said("step_ms") == ["5", "0.5"]
    table.rows.sort_by("step_ms")
    assert [table.rows.row_at(table.rows.order.index(place, 0)) for place in range(2)] == [1, 0], "the cheapest first"


def find_action(menu: ColumnMenu, name: str) -> QAction:
    action = menu.findChild(QAction, name)
    assert isinstance(action, QAction)
    return action


def test_a_setting_without_effect_in_a_lane_is_a_dash_and_not_a_number() -> None:
    """The size of a pooling layer that a lane goes without, and the batch size of one that takes all rows."""
    for preset, path in (("pooling", "layers.2.size"), ("batch-size", "batch_size")):
        *others, last = [entry.settings[path] for entry in lane_entries(load_preset(preset))]
        assert all(setting.exists for setting in others)
        assert (last.value, last.exists) == (None, False)


@pytest.mark.usefixtures("qapp")
def test_short_names_are_never_cut() -> None:
    columns = Columns({})
    columns.set_contents(names_width=60, seed_digits=1, has_ended=False)
    assert columns.spans(300)["name"].width >= 60
