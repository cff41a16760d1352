"""Who the program says it is to the desktop, and what it opens when it is started on a file."""

from __future__ import annotations

import configparser
import tomllib
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QGuiApplication, QIcon
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from engine.assets import asset
from engine.data import load
from engine.store.model_files import load_model, save_model
from engine.store.run_files import capture, save_checkpoint
from engine.train.trainer import Trainer
from playground import __version__
from playground.document.files import recent_files
from playground.shell import app
from playground.shell.process import identity
from tests.playground.desk import Desk
from tests.playground.helpers import csv_of_flowers, small

ROOT = Path(__file__).parents[4]


@pytest.fixture
def application(qapp: QApplication) -> Iterator[QApplication]:
    """The tests' own, which shall not keep its new name."""
    before = qapp.applicationName(), qapp.applicationVersion(), qapp.windowIcon(), qapp.desktopFileName()
    yield identity.application()
    qapp.setApplicationName(before[0])
    qapp.setApplicationDisplayName("")
    qapp.setApplicationVersion(before[1])
    qapp.setWindowIcon(before[2])
    QGuiApplication.setDesktopFileName(before[3])


def test_the_program_has_a_name_a_version_and_an_icon(application: QApplication, qapp: QApplication) -> None:
    assert application is qapp
    assert application.applicationDisplayName() == "Playground"
    assert application.applicationVersion() == __version__
    assert QGuiApplication.desktopFileName() == "nn-playground"
    for size in (16, 32, 48, 256):
        assert application.windowIcon().pixmap(QSize(size, size)).width() == size


@pytest.mark.usefixtures("qapp")
def test_the_icon_is_seen_on_light_and_on_dark() -> None:
    """At its smallest: its edge is neither, and what is drawn on it stands out."""
    image = QIcon(str(asset("desktop", "nn-playground.svg"))).pixmap(QSize(16, 16)).toImage()
    colors = [image.pixelColor(x, y) for x in range(16) for y in range(16)]
    lightness = [color.lightness() for color in colors if color.alpha() > 200]
    assert len(lightness) > 150
    assert 60 < sorted(lightness)[len(lightness) // 2] < 190
    assert max(lightness) > 230


def test_the_entry_of_the_desktop_says_what_the_program_says() -> None:
    entry = configparser.RawConfigParser(interpolation=None)
    entry.optionxform = str  # type: ignore[assignment, method-assign]
    entry.read(asset("desktop", f"{identity.DESKTOP_ENTRY}.desktop"), encoding="utf-8")
    says = entry["Desktop Entry"]
    assert (says["Type"], says["Name"], says["StartupWMClass"]) == ("Application", identity.NAME, identity.NAME)
    assert says["Icon"] == identity.DESKTOP_ENTRY
    assert says["Exec"].split() == [identity.COMMAND, "%f"]
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    assert says["Exec"].split()[0] in project["project"]["scripts"]
    shared = project["tool"]["hatch"]["build"]["targets"]["wheel"]["shared-data"]
    assert set(shared.values()) == {
        "share/applications/nn-playground.desktop",
        "share/icons/hicolor/scalable/apps/nn-playground.svg",
    }
    assert all((ROOT / path).is_file() for path in shared)


# --- started on a file ----------------------------------------------------------------------------------------------


Started = Callable[[Path], Desk]


@pytest.fixture
def started(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> Started:
    """Starts the program on a file, without panels."""
    monkeypatch.setattr(app, "create_window", Desk)

    def start(path: Path) -> Desk:
        window, safety = app.start(None, path)
        assert isinstance(window, Desk)
        qtbot.addWidget(window, before_close_func=lambda _: safety.close())
        return window

    return start


def test_a_table_is_learned_from_with_the_likeliest_label(started: Started, qtbot: QtBot, tmp_path: Path) -> None:
    table = csv_of_flowers(tmp_path)
    table.write_text(table.read_text().replace("label", "species"))
    window = started(table)
    qtbot.waitUntil(lambda: window.session.experiment.data.label == "species", timeout=20_000)
    dataset = window.session.dataset
    assert dataset is not None
    assert dataset.classes == ("iris", "lily", "rose")
    assert recent_files.recent_files() == [table]


def test_a_run_and_a_model_are_gone_on_with(started: Started, qtbot: QtBot, tmp_path: Path) -> None:
    trainer = Trainer(small(), load(small().data))
    trainer.run(7, record=True)
    trainer.measure()
    save_model(trainer, tmp_path / "m.npz")
    save_checkpoint(capture(trainer), tmp_path / "r.playground-run")
    window = started(tmp_path / "r.playground-run")
    qtbot.waitUntil(lambda: getattr(window.session.snapshot, "step", 0) == 7, timeout=20_000)
    other = started(tmp_path / "m.npz")
    qtbot.waitUntil(lambda: other.session.experiment == small() and other.session.snapshot is not None, timeout=20_000)
    other.session.run.save_model(tmp_path / "again.npz")
    qtbot.waitUntil((tmp_path / "again.npz").exists, timeout=20_000)
    first, second = (load_model(tmp_path / name).lanes[0][0]["weight"] for name in ("m.npz", "again.npz"))
    assert (first == second).all()
