"""The window of a sweep: typed, clicked, sorted, opened, and followed while it goes on in a process of its own."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from engine.data import load
from engine.errors import PlaygroundError
from engine.sentences import say
from engine.sweep.plan import Plan
from engine.sweep.results.journal import Journal, header_of
from engine.sweep.results.table import SweepTable, open_table, save_table, tabulated
from engine.sweep.results.told import packed
from engine.sweep.results.trial_result import TrialResult
from engine.sweep.sweep import Progress
from playground.shell.app import create_window
from playground.sweep import form, words
from playground.sweep.cells import sweep_map
from playground.sweep.form import SweepForm
from playground.sweep.lines import sweep_lines
from playground.sweep.model import TrialModel
from playground.sweep.process import SweepProcess
from playground.sweep.state_row import StateRow
from playground.sweep.unfinished import opened, so_far
from playground.sweep.window import SweepWindow
from playground.ui.text import i18n
from playground.ui.text.sentences import sentence_text
from tests.engine.sweep.helpers import planned, rows_of, small, swept


def table_of(plan: Plan, **accuracies: float) -> SweepTable:
    """Every trial done, with an accuracy that grows with its number, but for those said otherwise (t3=0.5)."""
    results = {
        trial.number: TrialResult(
            trial.number,
            "done",
            60,
            figures={
                "validation_accuracy": accuracies.get(f"t{trial.number}", trial.number / 100),
                "validation_data_loss": 1 - trial.number / 100,
            },
        )
        for trial in plan.trials
    }
    return tabulated(plan, results)


@pytest.fixture
def plan() -> Plan:
    return planned("l2=0,0.1,0.2", "optimizer.kind=sgd,adam", seeds=2)


@pytest.fixture
def window(qtbot: QtBot, plan: Plan) -> SweepWindow:
    found = SweepWindow()
    qtbot.addWidget(found)
    found.show_file(table_of(plan), Path("result.csv"))
    found.show()
    return found


def shown(model: TrialModel, name: str) -> list[Any]:
    column = model.columns.index(name)
    return [model.data(model.index(row, column)) for row in range(model.rowCount())]


def test_a_heading_sorts_and_what_is_not_known_comes_last(window: SweepWindow, plan: Plan) -> None:
    table = table_of(plan)
    rows = [{**row, "validation_accuracy": None} if row["trial"] == 4 else row for row in table.rows]
    window.show_table(replace(table, rows=tuple(rows)))
    column = window.view.trials.columns.index("validation_accuracy")
    for order, first in ((Qt.SortOrder.DescendingOrder, "11"), (Qt.SortOrder.AscendingOrder, "0")):
        window.view.sortByColumn(column, order)
        trials = shown(window.view.trials, "trial")
        assert trials[0] == first
        assert trials[-1] == "4"
    assert shown(window.view.trials, "optimizer.kind")[0] == "SGD"


@pytest.mark.parametrize("has_validation", [True, False])
def test_test_rows_are_sealed_where_there_are_validation_rows(plan: Plan, has_validation: bool) -> None:
    figures = {f"{rows}_{name}": 0.5 for rows in ("train", "test") for name in ("data_loss", "accuracy")}
    figures |= {"validation_accuracy": 0.5} if has_validation else {}
    table = tabulated(
        plan, {trial.number: TrialResult(trial.number, "done", 60, figures=figures) for trial in plan.trials}
    )
    model = TrialModel()
    model.show_table(table)
    shown_names = {*model.columns, *(axis.name for axis in sweep_lines(table, "").axes)}
    assert any(name.startswith("test_") for name in shown_names) is not has_validation
    assert "test_accuracy" in table.columns


def test_a_halving_is_followed_by_what_is_over_and_its_stage(qtbot: QtBot, tmp_path: Path) -> None:
    plan = planned("l2=0,0.03,0.1", "learning_rate=0.003,0.03,0.3", halving=True)
    with Journal(tmp_path / "s", header_of(plan, ""), resume=False) as journal:
        journal.add(0, [TrialResult(n, "pruned", 6, held_out_loss=n / 10) for n in range(9)])
    table = so_far(tmp_path / "s" / "journal")
    assert table is not None
    found = SweepWindow()
    qtbot.addWidget(found)
    found.show_table(table)
    assert found.state.counts.text() == "6 of 9 trials, 9 settings; stage 2 of 3"
    assert shown(found.view.trials, "state") == ["unfinished"] * 3 + ["pruned"] * 6


def test_ten_thousand_trials_are_a_table(qtbot: QtBot) -> None:
    many = planned("l2=0,0.1", "learning_rate=" + ",".join(str(n / 1000) for n in range(1, 251)), seeds=20)
    found = SweepWindow()
    qtbot.addWidget(found)
    found.show_table(table_of(many))
    assert found.view.trials.rowCount() == 10_000
    found.view.sortByColumn(found.view.trials.columns.index("validation_accuracy"), Qt.SortOrder.DescendingOrder)
    assert shown(found.view.trials, "trial")[0] == "9,999"
    assert len(found.map.map.cells()) <= 16


def test_a_cell_is_the_mean_of_its_trials(plan: Plan) -> None:
    found = sweep_map(table_of(plan, t1=0.5), "layers.*.l2", "optimizer.kind", "validation_accuracy")
    assert found.x.values == ("0", "0.1", "0.2")
    texts = [[cell.text for cell in row] for row in found.cells]
    assert texts == [["2.5%", "6.5%", "10.5%"], ["25.0%", "4.5%", "8.5%"]]  # Adam, SGD
    assert [[cell.is_best for cell in row] for row in found.cells] == [[False] * 3, [True, False, False]]
    assert found.cells[1][0].lanes == (0, 1)


def test_what_was_pruned_is_in_no_mean(plan: Plan) -> None:
    table = table_of(plan)
    rows = tuple({**row, "state": "pruned"} if row["trial"] in (1, 2, 3) else row for row in table.rows)
    found = sweep_map(replace(table, rows=rows), "layers.*.l2", "optimizer.kind", "validation_accuracy")
    assert [row[0].text for row in found.cells] == ["pruned", "0.0%"]


def test_a_map_keeps_its_places_while_trials_come(qtbot: QtBot, plan: Plan) -> None:
    found = SweepWindow()
    qtbot.addWidget(found)
    whole = table_of(plan)
    for n in (0, 3, 12):
        found.show_table(replace(whole, rows=whole.rows[:n]))
        assert (found.map.columns.value(), found.map.lines.value()) == ("layers.*.l2", "optimizer.kind")
        assert [len(row) for row in found.map.map.cells()] == [3, 3]
    assert found.map.map.cells()[1][0].text == "0.5%"


def test_many_drawn_values_share_columns(plan: Plan) -> None:
    drawn = planned(random=("learning_rate=1e-3..1:log",), draw=80)
    found = sweep_map(table_of(drawn), "optimizer.learning_rate", None, "validation_accuracy")
    sizes = [len(cell.lanes) for cell in found.cells[0]]
    assert sum(sizes) == len(drawn.trials) > 75
    assert len(sizes) == 8
    assert max(sizes) - min(sizes) <= 1


def test_a_click_on_the_map_selects_trials_which_open_as_lanes(qtbot: QtBot, window: SweepWindow) -> None:
    heat = window.map.map
    qtbot.mouseClick(heat, Qt.MouseButton.LeftButton, pos=heat.cell(1, 2).center())  # SGD, 0.2
    assert window.selected() == [8, 9]
    assert window.open.text() == "Open as 2 lanes"
    with qtbot.waitSignal(window.experiment_wanted) as caught:
        qtbot.mouseClick(window.open, Qt.MouseButton.LeftButton)
    names = [lane.name for lane in caught.args[0].lanes]
    assert names == ["λ 0.2 · SGD · seed 3", "λ 0.2 · SGD · seed 4"]


def test_a_line_is_a_setting_and_a_brushed_range_selects_its_trials(
    qtbot: QtBot, window: SweepWindow, plan: Plan
) -> None:
    canvas = window.lines.canvas
    assert [axis.name for axis in canvas.axes] == [
        "layers.*.l2",
        "optimizer.kind",
        "validation_accuracy",
        "validation_data_loss",
    ]
    assert canvas.axes[2].texts[0] == "10.5%"  # of trials 10 and 11, the best
    assert canvas.axes[3].places[0] == 1.0  # the least loss at the top
    window.tabs.setCurrentWidget(window.lines)
    canvas.brush(2, 0.9, 1.0)
    assert window.selected() == [10, 11]
    canvas.unbrush(2)
    assert window.selected() == []
    window.show_table(table_of(plan, t0=0.9, t1=0.9))
    assert canvas.axes[2].texts[0] == "90.0%"


def test_of_many_settings_the_best_are_lines() -> None:
    many = planned("learning_rate=" + ",".join(str(n / 1000) for n in range(1, 401)))
    found = sweep_lines(table_of(many), "")
    assert (len(found.looks), found.of) == (300, 400)
    assert found.trials[0] == {399}


def test_what_is_selected_stays_while_more_comes(window: SweepWindow, plan: Plan) -> None:
    window.select(frozenset({3, 5}))
    table = table_of(plan, t3=0.9)
    window.show_table(table)
    assert window.selected() == [3, 5]
    assert window.state.counts.text() == "12 of 12 trials, 6 settings"


def test_what_is_typed_is_said_and_becomes_options(qtbot: QtBot, tmp_path: Path, plan: Plan) -> None:
    experiment = small(name="small")
    asked = SweepForm(experiment, load(experiment.data))
    qtbot.addWidget(asked)
    asked.show()
    asked.out.setText(str(tmp_path / "r.csv"))
    asked.settings.setPlainText("")
    qtbot.keyClicks(asked.settings, "l2 = 0, 0.1")
    qtbot.keyClick(asked.settings, Qt.Key.Key_Return)
    qtbot.keyClicks(asked.settings, "learning_rate = 0.01..1:log")
    qtbot.waitUntil(lambda: asked.count.text() == "40 settings × 5 seeds = 200 trials")
    asked.halving.click()
    assert (asked.count.text(), asked.start.isEnabled()) == ("Counting…", False), "the number was of before"
    qtbot.waitUntil(asked.start.isEnabled)
    with qtbot.waitSignal(asked.start_wanted) as caught:
        qtbot.mouseClick(asked.start, Qt.MouseButton.LeftButton)
    options, out = caught.args
    assert options[:4] == ["--grid", "l2 = 0, 0.1", "--random", "learning_rate = 0.01..1:log"]
    assert options[-3:] == ["--trials", "20", "--halving"]
    assert out == tmp_path / "r.csv"
    save_table(table_of(plan), header_of(plan, rows_of(plan).fingerprint), out)
    with qtbot.assertNotEmitted(asked.start_wanted):
        qtbot.mouseClick(asked.start, Qt.MouseButton.LeftButton)
    assert "has the result of another sweep" in asked.count.text()
    asked.settings.setPlainText("l2 = -1")
    qtbot.waitUntil(lambda: asked.count.text().startswith("layers.*.l2: must be"))
    assert not asked.start.isEnabled()


def test_a_sweep_is_followed_while_it_goes_on_and_leaves_its_result_alone(qtbot: QtBot, tmp_path: Path) -> None:
    process = SweepProcess(tmp_path / "r.csv")
    tables: list[SweepTable] = []
    process.changed.connect(tables.append)
    shares: list[tuple[float, float | None]] = []
    process.went_on.connect(lambda share, left: shares.append((share, left)))
    with qtbot.waitSignal(process.ended, timeout=60_000) as caught:
        process.start(small(), ["--grid", "l2=0,0.1", "--seeds", "2", "--workers", "0"])
    assert caught.args[0] == 0
    assert [row["state"] for row in tables[-1].rows] == ["done"] * 4
    assert tables[-1].said
    assert (shares[0][0], shares[-1][0]) == (0.0, 1.0)
    assert [path.name for path in tmp_path.iterdir()] == ["r.csv"]


def test_closing_the_window_says_what_it_ends_and_ends_it(qtbot: QtBot, tmp_path: Path) -> None:
    found = SweepWindow()
    qtbot.addWidget(found)
    experiment = small()
    found.offer(experiment, load(experiment.data))
    found.show()
    # The first of them is soon done, the second long at it.
    options = ["--grid", "layers.0.units=1,5000", "--steps", "3000", "--workers", "0"]
    found._start(options, tmp_path / "r.csv")
    qtbot.waitUntil(lambda: found.table is not None and found.table.n_over > 0, timeout=60_000)
    assert found.process is not None
    notice = found.state.notice
    for button in (notice.other_button, notice.action_button):
        assert not found.close()
        assert found.process.is_running
        assert notice.text().startswith("Closing ends the sweep. 1 of 2 trials are kept; Open sweep…")
        notice.settling._until = 0.0
        qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert not found.isVisible()
    assert not found.process.is_running
    assert (tmp_path / "r.csv.sweep" / "journal").is_file()


def test_what_was_broken_off_goes_on_in_a_window(
    qtbot: QtBot, tmp_path: Path, plan: Plan, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(form, "_has_dask", lambda: False)
    out, told = tmp_path / "r.csv", list[Progress]()
    swept(plan, tmp_path / "r.csv.sweep", show=told.append, should_stop=lambda: told[-1].trials > 0)
    experiment = small(name="small")
    asked = SweepForm(experiment, load(experiment.data))
    qtbot.addWidget(asked)
    asked.out.setText(str(out))
    qtbot.waitUntil(lambda: asked.count.text().startswith("r.csv is of a sweep that is unfinished, 6 of 12 trials"))
    assert not asked.start.isEnabled()

    table, file, is_unfinished = opened(tmp_path / "r.csv.sweep" / "journal")
    found = SweepWindow()
    qtbot.addWidget(found)
    found.show_file(table, file, is_unfinished=is_unfinished)
    found.show()
    notice = found.state.notice
    assert notice.text() == "This sweep is unfinished: 6 of its trials are done, 6 are left to do."
    qtbot.waitUntil(lambda: notice.settling.is_over)
    qtbot.mouseClick(notice.action_button, Qt.MouseButton.LeftButton)
    assert found.process is not None
    with qtbot.waitSignal(found.process.ended, timeout=60_000) as caught:
        pass
    assert caught.args == [0, ""] or caught.args[0] == 0
    assert found.state.counts.text() == "12 of 12 trials, 6 settings"
    assert notice.isHidden()
    assert found.verdict.text()
    assert [path.name for path in tmp_path.iterdir()] == ["r.csv"]


def test_columns_are_as_wide_as_their_figures_until_one_is_dragged(qtbot: QtBot, plan: Plan) -> None:
    found = SweepWindow()
    qtbot.addWidget(found)
    found.show_table(replace(table_of(plan), rows=()))
    column = found.view.trials.columns.index("state")
    before = found.view.columnWidth(column)
    long = tabulated(plan, {0: TrialResult(0, "stopped", 60)}, {0: "not told apart"})
    found.show_table(long)
    assert found.view.columnWidth(column) > before
    found.view.horizontalHeader().resizeSection(column, 50)
    found.show_table(table_of(plan))
    assert found.view.columnWidth(column) == 50


def test_how_far_it_is_is_said_in_steps_and_time(qtbot: QtBot) -> None:
    row = StateRow()
    qtbot.addWidget(row)
    row.show_start()
    row.show_progress(0.25, 125)
    assert row.progress.value() / row.progress.maximum() == 0.25
    assert row.left.text() == "2:05 left"
    row.show_end()
    assert (row.progress.isHidden(), row.left.text()) == (True, "")


def test_a_lane_has_a_column_where_lanes_differ_in_more_than_what_is_swept() -> None:
    lanes = [{"name": f"lr {rate}", "set": {"optimizer.learning_rate": rate}} for rate in (0.1, 0.2)]
    experiment = small(lanes=lanes)
    alike = planned("learning_rate=0.1,0.3", experiment=experiment)
    assert "lane" not in table_of(alike).columns
    assert "lane" in table_of(planned("l2=0,1", experiment=experiment)).columns


def test_lanes_of_the_experiment_are_counted(qtbot: QtBot) -> None:
    lanes = [{"name": f"rate {rate}", "set": {"layers.2.rate": rate}} for rate in (0, 0.1, 0.2)]
    experiment = small(lanes=lanes)
    asked = SweepForm(experiment, load(experiment.data))
    qtbot.addWidget(asked)
    asked.settings.setPlainText("l2 = 0, 0.1\noptimizer.learning_rate = 0.1, 0.2, 0.3")
    qtbot.waitUntil(lambda: asked.count.text() == "6 settings × 3 lanes × 5 seeds = 90 trials")


def test_sentences_of_a_file_are_in_the_language_on_the_screen(plan: Plan, tmp_path: Path) -> None:
    finding = say("{units} units are dead.", units=3)
    gone = PlaygroundError("its worker died again and again; it may need more memory than there is")
    results = {0: TrialResult(0, "failed", 0, reason=str(gone), told=packed(gone))}
    results[1] = TrialResult(1, "done", 60, rule="dead", finding=str(finding), told=packed(finding))
    verdict = say("{leader}: {mean:.1f}%.", leader="λ 0", mean=50), say("One more seed would tell.")
    save_table(tabulated(plan, results, verdict=verdict), header_of(plan, ""), tmp_path / "r.csv")
    table = open_table(tmp_path / "r.csv")
    english = [words.about(table, row) for row in table.rows]
    assert english == [str(gone), "3 units are dead."]
    assert words.verdict(table) == "λ 0: 50.0%. One more seed would tell."
    i18n.set_language("ko")
    try:
        about = [words.about(table, row) for row in table.rows]
        assert "워커" in about[0]
        assert about[1] == "3 units are dead.", "no sentence of ours"
        assert words.verdict(table) == "λ 0: 50.0%. " + sentence_text(verdict[1])
        assert sentence_text(verdict[1]) != str(verdict[1])
    finally:
        i18n.set_language("en")


def test_the_main_window_opens_a_result_and_its_trials(qtbot: QtBot, tmp_path: Path, plan: Plan) -> None:
    table = table_of(plan)
    save_table(table, header_of(plan, rows_of(plan).fingerprint), tmp_path / "r.csv")
    main = create_window(small())
    qtbot.addWidget(main)
    main.sweeps.open(tmp_path / "r.csv")
    (found,) = main.sweeps.windows
    found.select(frozenset({2, 6}))
    qtbot.mouseClick(found.open, Qt.MouseButton.LeftButton)
    assert [lane.name for lane in main.session.experiment.lanes] == ["λ 0 · Adam · seed 3", "λ 0.1 · Adam · seed 3"]
    main.session.undo_stack.undo()
    assert len(main.session.experiment.lanes) == 1
    (tmp_path / "no.csv").write_text("a,b\n1,2\n")
    main.sweeps.open(tmp_path / "no.csv")
    assert "is not the result of a sweep" in main.message.text()
    main.actions_by_name["sweep"].trigger()
    assert len(main.sweeps.windows) == 2
    main.close()
    assert main.sweeps.windows == []
