"""Exporting from the window and the command line; file dialogs are answered in their place."""

from __future__ import annotations

import csv
import importlib.util
import io
import re
import runpy
import subprocess
import sys
from collections.abc import Callable
from html.parser import HTMLParser
from pathlib import Path
from xml.etree import ElementTree

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QColor, QGuiApplication, QImage
from PySide6.QtWidgets import QApplication, QFileDialog, QMenu
from pytestqt.qtbot import QtBot

from engine.data import load
from engine.experiment.experiment import Experiment, parse
from engine.store.experiment_files import save_history
from engine.store.model_files import save_model
from engine.train.trainer import Trainer
from playground.cli.main import main
from playground.export.lane_sheet import tab_separated
from playground.shell.actions.entries import EXPORTS
from playground.shell.main_window import MainWindow
from playground.ui.look import theme
from playground.ui.look.palette import DARK, LIGHT
from playground.ui.settings import settings
from tests.conftest import BY_NIGHT, thorough
from tests.playground import conftest
from tests.playground.helpers import csv_of_flowers, find, small

Open = Callable[..., MainWindow]
HOSTILE = '<script>alert("1")</script>&\'</title>'
LANES = [{"name": "a"}, {"name": HOSTILE[:60], "set": {"layers.*.l2": 0.1}}]


@pytest.fixture
def open_window(qtbot: QtBot, shared_window: conftest.Open) -> Open:
    """A window with a run of some steps, if any."""

    def make(experiment: Experiment | None = None, steps: int = 40) -> MainWindow:
        window = shared_window(experiment or small(lanes=LANES))
        if steps:
            window.session.run.play(steps)
            qtbot.waitUntil(lambda: not window.session.is_training, timeout=20_000)
        return window

    return make


def written(
    window: MainWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, action: str, path: Path, name: str = ""
) -> Path:
    """Triggers an export, names a file, and waits until the window says that it is there."""
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_, **__: (str(path.with_name(name or path.name)), ""))
    with qtbot.waitSignal(window.exports.done, timeout=20_000):
        window.actions_by_name[action].trigger()
    assert str(path) in window.message.text()
    return path


# --- pictures ---------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("look", thorough(["light", "dark"], by_day=["dark"]))
def test_pictures_are_light_whatever_the_window_s_theme(
    open_window: Open, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, look: theme.Choice
) -> None:
    """The curves twice as large as they are shown; the network as lines and text, on white paper."""
    settings().setValue("theme", look)
    window = open_window()
    if theme.current().name != look:  # the window was there already
        window.actions_by_name["theme"].trigger()
    path = written(window, qtbot, monkeypatch, "export_curves_png", tmp_path / "c.png", "c")
    image = QImage(str(path)).convertToFormat(QImage.Format.Format_RGB32)
    assert (image.width(), image.height()) == (1920, 1200)
    assert image.pixelColor(2, 2) == QColor(LIGHT.surface)
    pixels = np.frombuffer(image.constBits(), np.uint32).reshape(image.height(), -1) & 0xFFFFFF
    colors = {f"#{value:06x}" for value in np.unique(pixels[:1190:3, :1900:3])}
    assert {LIGHT.lanes[0], LIGHT.lanes[1]} <= colors
    assert not {DARK.lanes[0], DARK.surface, DARK.window} & colors

    qtbot.waitUntil(lambda: window.network.drawing.look is not None, timeout=20_000)
    path = written(window, qtbot, monkeypatch, "export_network_svg", tmp_path / "n.svg")
    root = ElementTree.fromstring(path.read_bytes())
    words = " ".join(element.text or "" for element in root.iter() if element.tag.endswith("text"))
    assert "Dense" in words
    assert sum(element.tag.endswith("path") for element in root.iter()) > 20
    assert any("dash" in name for element in root.iter() for name in element.attrib), "negative weights"
    assert DARK.surface not in path.read_text(encoding="utf-8")
    assert "a · step 40. Brown: below zero" in words, "which of the lanes, when, and what its marks mean"
    assert theme.current().name == look


def test_the_drawing_of_the_curves_is_lines_and_text(
    open_window: Open, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    window = open_window()
    path = written(window, qtbot, monkeypatch, "export_curves_svg", tmp_path / "c.svg")
    root = ElementTree.fromstring(path.read_bytes())
    tags = {element.tag.rpartition("}")[2] for element in root.iter()}
    assert "text" in tags
    assert not {"image", "script"} & tags
    words = " ".join(element.text or "" for element in root.iter() if element.tag.endswith("text"))
    assert "Loss" in words
    assert "a" in words.split()
    assert not {"Log", "Branch", "Options"} & set(words.split()), "no buttons"


def test_the_network_is_copied_as_a_picture(open_window: Open, qtbot: QtBot) -> None:
    window = open_window(steps=0)
    qtbot.waitUntil(lambda: window.network.drawing.look is not None, timeout=20_000)
    with qtbot.waitSignal(window.exports.done, timeout=20_000):
        window.actions_by_name["copy_network"].trigger()
    image = QGuiApplication.clipboard().image()
    assert image.width() >= 1440
    assert image.pixelColor(1, 1) == QColor(LIGHT.surface)


# --- tables -----------------------------------------------------------------------------------------------------------


def test_histories_have_every_lane_and_step(
    open_window: Open, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    window = open_window()
    path = written(window, qtbot, monkeypatch, "export_history", tmp_path / "h.csv")
    lines = list(csv.DictReader(io.StringIO(path.read_text(encoding="utf-8"))))
    assert {line["lane"] for line in lines} == {lane.name for lane in window.session.experiment.lanes}
    assert window.session.snapshot is not None
    assert float(lines[-2]["test_loss"]) == pytest.approx(window.session.snapshot.lanes[0].test_loss, rel=1e-5)


def test_control_c_in_the_table_copies_the_lanes_for_a_spreadsheet(open_window: Open, qtbot: QtBot) -> None:
    lanes = [{"name": "=1+1"}, {"name": "tab\tand\nline", "set": {"layers.*.rate": 0.5, "seed": 7}}]
    window = open_window(small(lanes=lanes))
    window.lanes.table.rows.setFocus()
    qtbot.keyClick(window.lanes.table.rows, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    head, *rows = (line.split("\t") for line in QApplication.clipboard().text().splitlines())
    assert len({len(row) for row in (head, *rows)}) == 1
    assert [row[0] for row in rows] == ["'=1+1", "tab and line"], "no formula, and one cell each"
    column = dict(zip(head, zip(*rows, strict=True), strict=True))
    assert column["Dropout rate"] == ("0.1", "0.5")
    assert column["Seed"] == ("0", "7")
    assert window.session.snapshot is not None
    assert float(column["Test accuracy"][1]) == pytest.approx(window.session.snapshot.lanes[1].test_accuracy)
    assert "spreadsheet" in window.message.text()
    window.curves.loss.setFocus()
    qtbot.keyClick(window.curves.loss, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert parse(QApplication.clipboard().text()) == window.session.experiment


def test_a_sealed_test_set_leaves_no_figures_anywhere(
    open_window: Open, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Not in the history, nor in the sheet, nor in the report; opened, they are there, and so is the look."""
    window = open_window(small(data={"source": "digits", "train": 60, "validation": 50, "test": 40}))
    session = window.session

    def told() -> tuple[dict[str, str], dict[str, str], str]:
        assert session.snapshot is not None
        save_history(session.snapshot.history, ["a"], tmp_path / "h.csv")
        *_, line = csv.DictReader(io.StringIO((tmp_path / "h.csv").read_text(encoding="utf-8")))
        head, row = (line.split("\t") for line in tab_separated(session.experiment, session.snapshot).splitlines())
        reader = _Reader()
        path = written(window, qtbot, monkeypatch, "export_report", tmp_path / "r.html")
        reader.feed(path.read_text(encoding="utf-8"))
        return line, dict(zip(head, row, strict=True)), " ".join(reader.words)

    line, sheet, words = told()
    assert session.snapshot is not None
    valid = session.snapshot.lanes[0].valid_accuracy
    assert float(line["valid_accuracy"]) == float(sheet["Validation accuracy"]) == pytest.approx(valid)
    assert line["test_accuracy"] == line["test_loss"] == sheet["Test accuracy"] == sheet["Test loss"] == ""
    assert f"{valid * 100:.1f}%" in words
    assert "60 for training, 50 for validation, 40 for testing" in words
    assert "sealed: nobody has looked at it" in words
    session.run.open_test_set()
    qtbot.waitUntil(lambda: session.snapshot is not None and not session.snapshot.is_test_sealed)
    line, sheet, words = told()
    opened = session.snapshot.lanes[0].test_accuracy
    assert float(line["test_accuracy"]) == float(sheet["Test accuracy"]) == pytest.approx(opened)
    assert f"{opened * 100:.1f}%" in words
    assert "opened at step 40" in words


# --- the report -------------------------------------------------------------------------------------------------------


class _Reader(HTMLParser):
    """Collects tags, attributes and text."""

    def __init__(self) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.sources: list[str] = []
        self.words: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.sources += [value or "" for name, value in attrs if name in ("src", "href")]
        assert not any(name.startswith("on") for name, _ in attrs)

    def handle_data(self, data: str) -> None:
        self.words.append(data)


def test_the_report_stands_alone_and_names_stay_text(
    open_window: Open, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    window = open_window(small(name=HOSTILE, lanes=LANES))
    window.session.edit("layers.0.l2", 0.02)
    window.session.run.play(20)
    qtbot.waitUntil(lambda: not window.session.is_training, timeout=20_000)
    path = written(window, qtbot, monkeypatch, "export_report", tmp_path / "r.html")
    text = path.read_text(encoding="utf-8")
    reader = _Reader()
    reader.feed(text)
    assert "script" not in reader.tags
    assert reader.tags.count("title") == 1
    assert len(reader.sources) == reader.tags.count("img") + 1 >= 2
    kinds = {source.partition(";")[0] for source in reader.sources}
    assert kinds == {"data:image/svg+xml", "data:image/png", "data:application/json"}
    assert "http" not in text.replace("Content-Security-Policy", "").replace("http-equiv", "")
    words = " ".join(reader.words)
    assert HOSTILE in words
    assert window.session.snapshot is not None
    assert f"{window.session.snapshot.lanes[0].test_accuracy * 100:.1f}%" in words
    for said in (
        "L2 λ 0 → 0.02",
        "60 for training, 40 for testing, of 1797",
        "64 features, 10 classes",
        "NumPy",
        "SGD",
    ):
        assert said in words
    (settings,) = re.findall(r"<pre>(.*?)</pre>", text, re.DOTALL)
    pre = _Reader()
    pre.feed(settings)
    assert parse("".join(pre.words)) == window.session.experiment


# --- a lane -----------------------------------------------------------------------------------------------------------


def test_the_script_of_the_selected_lane_gives_its_figures_again(
    open_window: Open, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    window = open_window()
    window.lanes.table.rows.select(1)
    path = written(window, qtbot, monkeypatch, "export_script", tmp_path / "net.py")
    done = subprocess.run([sys.executable, "-I", path, "train"], capture_output=True, text=True, timeout=60, check=True)
    assert window.session.snapshot is not None
    lane, step = window.session.snapshot.lanes[1], window.session.snapshot.step
    *_, last, agreement = done.stdout.splitlines()
    figures = f"data loss {lane.train_data_loss:.6f} accuracy {lane.train_accuracy:.4f}   test data loss "
    assert last.startswith(
        f"step {step:6}   train {figures}{lane.test_data_loss:.6f} accuracy {lane.test_accuracy:.4f}"
    )
    assert agreement == "The weights are those of the run, to the last bit."
    assert "Settings were changed" not in path.read_text(encoding="utf-8")
    window.session.edit("layers.0.l2", 0.02)
    written(window, qtbot, monkeypatch, "export_script", path)
    assert "Settings were changed" in path.read_text(encoding="utf-8")


def test_a_branch_says_that_it_cannot_be_made_again_and_a_run_that_goes_on_can(
    open_window: Open,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
) -> None:
    window = open_window()
    session = window.session
    session.branches.branch(0)
    qtbot.waitUntil(lambda: session.snapshot is not None and len(session.snapshot.lanes) == 3, timeout=20_000)
    says = "of a model or of another lane"
    for lane in (2, 0):
        window.lanes.table.rows.select(lane)
        path = written(window, qtbot, monkeypatch, "export_script", tmp_path / f"{lane}.py")
        assert (says in " ".join(path.read_text(encoding="utf-8").split())) == (lane == 2)
    session.run.save(tmp_path / "mine.playground-run")
    qtbot.waitUntil((tmp_path / "mine.playground-run").exists, timeout=20_000)
    session.reset()
    window.files.open_path(tmp_path / "mine.playground-run")
    qtbot.waitUntil(lambda: session.snapshot is not None and session.snapshot.step == 40, timeout=20_000)
    window.lanes.table.rows.select(0)
    path = written(window, qtbot, monkeypatch, "export_script", tmp_path / "again.py")
    assert "STEPS = 40\n" in path.read_text(encoding="utf-8")
    capsys.readouterr()
    monkeypatch.setattr(sys, "argv", [str(path), "train"])
    runpy.run_path(str(path), run_name="__main__")
    assert capsys.readouterr().out.endswith("The weights are those of the run, to the last bit.\n")


def test_training_goes_on_while_a_lane_is_exported(
    open_window: Open, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    window = open_window(steps=0)
    window.session.run.play(1_000_000)
    written(window, qtbot, monkeypatch, "export_script", tmp_path / "net.py")
    assert window.session.is_training
    window.session.run.pause()


def test_a_folder_that_is_not_there_is_named_and_training_lives_on(
    open_window: Open, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    window = open_window(steps=0)
    for action in ("export_script", "export_history", "export_curves_svg", "export_report"):
        window.message.clear()
        path = tmp_path / f"nowhere to {action}" / "file"
        monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_, path=path, **__: (str(path), ""))
        window.actions_by_name[action].trigger()
        qtbot.waitUntil(lambda path=path: path.parent.name in window.message.text(), timeout=20_000)  # type: ignore[misc]
        window.session.run.step()
        qtbot.waitUntil(lambda: not window.session.is_training, timeout=20_000)


@pytest.mark.nightly
def test_the_rows_that_are_in_use_are_not_written_over(
    open_window: Open, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """By day two of the four."""
    endings = {"export_script": ".py", "save_as": ".json"}
    if BY_NIGHT:
        endings |= {"export_history": ".csv", "export_report": ".html"}
    content = csv_of_flowers(tmp_path).read_bytes()
    for action, ending in endings.items():
        rows, link = tmp_path / f"rows{ending}", tmp_path / f"link{ending}"
        rows.write_bytes(content)
        link.symlink_to(rows)
        data = {"source": str(rows), "train": 30, "test": 20}
        window = open_window(small(data=data, layers=[{"kind": "dense", "units": 3}]), steps=5)
        for path in (rows, link):
            window.message.clear()
            monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_, path=path, **__: (str(path), ""))
            window.actions_by_name[action].trigger()
            assert "not written over" in window.message.text(), action
    assert window.close()
    assert {(tmp_path / f"rows{ending}").read_bytes() for ending in endings.values()} == {content}


def test_the_open_experiment_s_own_file_is_not_exported_over(
    open_window: Open, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    window = open_window(steps=0)
    path = tmp_path / "e.html"
    window.session.saved_as(path)
    path.write_text("the experiment")
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_, **__: (str(path), ""))
    window.actions_by_name["export_report"].trigger()
    assert "not written over" in window.message.text()
    assert path.read_text() == "the experiment"


def test_without_the_package_no_file_is_asked_for(
    open_window: Open, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    window = open_window(steps=0)
    monkeypatch.setattr(importlib.util, "find_spec", lambda name: None)
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_, **__: pytest.fail("it asked"))
    window.actions_by_name["export_onnx"].trigger()
    assert "pip install onnx" in window.message.text()


def test_a_dialog_that_is_put_away_writes_nothing(
    open_window: Open, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot, tmp_path: Path
) -> None:
    window = open_window(steps=0)
    suggested: list[str] = []
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *args, **__: (suggested.append(args[2]), ("", ""))[1])
    monkeypatch.chdir(tmp_path)
    qtbot.waitUntil(lambda: window.network.drawing.look is not None, timeout=20_000)
    for action in EXPORTS:
        if action not in ("copy_lanes", "copy_network", "export_onnx"):
            window.actions_by_name[action].trigger()
    assert list(tmp_path.iterdir()) == []
    assert [Path(name).suffix for name in suggested] == [".html", ".png", ".svg", ".svg", ".csv", ".py"]


def test_all_of_it_is_in_the_menu_with_a_sentence(open_window: Open) -> None:
    window = open_window(steps=0)
    shown = [action.objectName() for menu in window.menuBar().findChildren(QMenu) for action in menu.actions()]
    for name in EXPORTS:
        assert f"action.{name}" in shown
        assert len(find(window, QAction, f"action.{name}").toolTip()) > 20


# --- the command line -------------------------------------------------------------------------------------------------


@pytest.fixture
def model(tmp_path: Path) -> Path:
    experiment = small(lanes=LANES, steps=30)
    trainer = Trainer(experiment, load(experiment.data))
    trainer.run(30)
    save_model(trainer, tmp_path / "m.npz")
    return tmp_path / "m.npz"


def test_the_command_writes_a_script_of_one_lane(model: Path, capsys: pytest.CaptureFixture[str]) -> None:
    script = model.with_name("net.py")
    assert main(["export", str(model), "--script", str(script), "--lane", "a"]) == 0
    scope: dict[str, object] = {"__name__": "net"}
    exec(script.read_text(encoding="utf-8"), scope)
    assert scope["STEPS"] == 30
    assert callable(scope["predict"])
    assert scope["predict"](np.zeros((2, 64)))[0] in map(str, range(10))  # type: ignore[operator]
    assert capsys.readouterr() == ("", "")


@pytest.mark.parametrize(
    ("args", "says"),
    [
        ([], "--onnx FILE, --script FILE"),
        (["--script", "net.py"], "choose one of a, "),
        (["--script", "net.py", "--lane", "b"], "no lane b"),
        (["--script", "nowhere/net.py", "--lane", "a"], "nowhere"),
    ],
)
def test_the_command_says_what_is_missing(
    model: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], args: list[str], says: str
) -> None:
    monkeypatch.chdir(model.parent)
    assert main(["export", str(model), *args]) == 2
    assert says in capsys.readouterr().err
    assert [path.name for path in model.parent.iterdir()] == ["m.npz"]


def test_where_the_rows_are_gone_the_script_cannot_train(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    rows = [f"{i % 3 + i / 100},{-(i % 3)},{'abc'[i % 3]}" for i in range(60)]
    (tmp_path / "rows.csv").write_text("\n".join(["x,y,label", *rows]) + "\n")
    data = {"source": str(tmp_path / "rows.csv"), "train": 40, "test": 20}
    experiment = small(data=data, layers=[{"kind": "dense", "units": 3}], steps=10)
    trainer = Trainer(experiment, load(experiment.data))
    trainer.run(10)
    save_model(trainer, tmp_path / "m.npz")
    (tmp_path / "rows.csv").unlink()
    assert main(["export", str(tmp_path / "m.npz"), "--script", str(tmp_path / "net.py")]) == 0
    assert "not train it anew" in capsys.readouterr().err
    assert "def train(" not in (tmp_path / "net.py").read_text()
