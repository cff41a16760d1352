"""What a table brings that is opened after another experiment: its name, a net of its own, folds that are told."""

from __future__ import annotations

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from engine.experiment.experiment import Experiment
from tests.playground.conftest import OpenDesk
from tests.playground.data_desk import DataDesk
from tests.playground.desk import Desk
from tests.playground.helpers import csv_of_flowers, small, told


@pytest.fixture
def rows(shared_desk: OpenDesk) -> DataDesk:
    """For what is told of a table."""
    return shared_desk(small())


def open_table(desk: DataDesk | Desk, qtbot: QtBot, path: Path) -> Experiment:
    with qtbot.waitSignal(desk.session.dataset_changed, timeout=20_000):
        desk.files.open_path(path)
    return desk.session.experiment


def test_a_table_opened_after_new_gets_its_name_and_a_net_of_its_own(
    rows: DataDesk, qtbot: QtBot, tmp_path: Path
) -> None:
    rows.files.new()
    new = rows.session.experiment
    opened = open_table(rows, qtbot, csv_of_flowers(tmp_path))
    assert opened.name == "flowers"
    assert (opened.optimizer.kind, opened.early_stopping.on) == ("adam", True)
    assert [layer.model_dump().get("l2") for layer in opened.layers] == [0.01, None, 0.01]
    assert "laid out for flowers" in told(rows)
    rows.session.undo_stack.undo()
    assert rows.session.experiment == new


def test_what_somebody_has_built_after_new_stays_and_gets_the_name(
    rows: DataDesk, qtbot: QtBot, tmp_path: Path
) -> None:
    rows.files.new()
    rows.session.edit("layers.0.units", 7)
    opened = open_table(rows, qtbot, csv_of_flowers(tmp_path))
    assert opened.name == "flowers", "nobody has called it anything"
    assert opened.layers[0].model_dump()["units"] == 7
    assert opened.optimizer.kind == "sgd"


def test_folds_that_go_over_to_another_table_are_told(rows: DataDesk, qtbot: QtBot, tmp_path: Path) -> None:
    flowers = csv_of_flowers(tmp_path)
    others = tmp_path / "others.csv"
    others.write_bytes(flowers.read_bytes())
    open_table(rows, qtbot, flowers)
    lanes = [{"name": f"fold {fold}", "set": {"data.fold": fold}} for fold in (1, 2, 3)]
    assert rows.session.edit_together("Folds", [("data.validation", 0), ("data.folds", 3), ("lanes", lanes)])
    before = rows.session.experiment
    opened = open_table(rows, qtbot, others)
    assert opened.data.folds == 3
    assert "3 folds" in told(rows)
    assert "others.csv" in told(rows)
    rows.session.undo_stack.undo()
    assert rows.session.experiment == before
    assert "folds" not in told(rows)


def test_without_folds_nothing_is_said_of_them(rows: DataDesk, qtbot: QtBot, tmp_path: Path) -> None:
    open_table(rows, qtbot, csv_of_flowers(tmp_path))
    assert "folds" not in told(rows)


def table_of(folder: Path, name: str, rows: int, *, is_number: bool = True) -> Path:
    lines = [
        f"{at % 97},{at * at % 89},{1.5 * (at % 97) - at * at % 89 if is_number else 'yes' if at % 97 > 40 else 'no'}"
        for at in range(rows)
    ]
    (folder / name).write_text("\n".join(["a,b,price", *lines]))
    return folder / name


def training_of(experiment: Experiment) -> tuple[object, ...]:
    fields = ("layers", "loss", "optimizer", "schedule", "early_stopping", "batch_size", "sampling", "steps")
    return tuple(getattr(experiment, field) for field in fields)


@pytest.mark.parametrize("before", ["small.csv", "classes.csv", "large.csv"])
def test_a_table_is_given_the_same_whichever_was_open_before(
    desk: Desk, qtbot: QtBot, tmp_path: Path, before: str
) -> None:
    """Which is what a fresh window gives it, and the command line: penalty, batches and steps go by its own rows."""
    first = table_of(tmp_path, before, 4000 if before == "large.csv" else 150, is_number=before != "classes.csv")
    second = table_of(tmp_path, "second.csv", 3000)
    desk.files.new()
    fresh = training_of(open_table(desk, qtbot, second))
    assert fresh[-1] == 3600
    desk.files.new()
    open_table(desk, qtbot, first)
    opened = open_table(desk, qtbot, second)
    assert training_of(opened) == fresh
    assert opened.layers[0].model_dump()["l2"] == 0.0056


def test_what_a_remedy_did_for_one_table_is_not_done_to_the_next(desk: Desk, qtbot: QtBot, tmp_path: Path) -> None:
    """Wild values that hardly count there: the scale and the loss are one remedy, and go together."""
    desk.files.new()
    open_table(desk, qtbot, table_of(tmp_path, "first.csv", 150))
    assert desk.session.edit_together("Robust", [("data.robust_label", True), ("loss", "huber")])
    opened = open_table(desk, qtbot, table_of(tmp_path, "second.csv", 200))
    assert (opened.data.robust_label, opened.loss) == (False, "mean_squared_error")


def test_what_was_set_by_hand_stays_for_the_next_table_and_is_told(
    rows: DataDesk, qtbot: QtBot, tmp_path: Path
) -> None:
    rows.files.new()
    open_table(rows, qtbot, table_of(tmp_path, "first.csv", 150))
    assert rows.session.edit("optimizer.learning_rate", 0.02)
    assert rows.session.edit("data.train", 50), "how many rows is asked of each table anew"
    opened = open_table(rows, qtbot, table_of(tmp_path, "second.csv", 3000))
    assert opened.optimizer.model_dump()["learning_rate"] == 0.02
    assert (opened.layers[0].model_dump()["l2"], opened.steps) == (0.0056, 3600), "all else is proposed for its rows"
    said = told(rows)
    assert "What you have set yourself stays for second: Learning rate 0.005 → 0.02." in said
    opened = open_table(rows, qtbot, table_of(tmp_path, "third.csv", 150))
    assert opened.optimizer.model_dump()["learning_rate"] == 0.02
    assert (opened.layers[0].model_dump()["l2"], opened.steps) == (0.01, 2000)


def test_a_loss_and_steps_set_by_hand_stay(desk: Desk, qtbot: QtBot, tmp_path: Path) -> None:
    desk.files.new()
    open_table(desk, qtbot, table_of(tmp_path, "first.csv", 150))
    assert desk.session.edit("loss", "huber")
    assert desk.session.edit("steps", 500)
    opened = open_table(desk, qtbot, table_of(tmp_path, "second.csv", 3000))
    assert (opened.loss, opened.steps, opened.layers[0].model_dump()["l2"]) == ("huber", 500, 0.0056)
