"""The report as a person looks at it: in a browser where there is one, on a phone and on paper, and as text."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
from base64 import b64decode
from collections.abc import Callable
from html import unescape
from pathlib import Path
from xml.etree import ElementTree

import pytest
from pydantic import BaseModel, Field
from PySide6.QtGui import QImage
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractSpinBox,
    QComboBox,
    QFileDialog,
    QSlider,
    QToolButton,
    QWidget,
)
from pytestqt.qtbot import QtBot

from engine.data import load
from engine.data.spec import DataSpec
from engine.diagnosis.findings import Finding, say
from engine.experiment.experiment import Experiment, parse
from engine.fields import field_info
from engine.nn.layers.dropout import DropoutSpec
from engine.spec import Spec
from engine.store.experiment_files import save_experiment
from engine.store.presets import load_preset
from engine.train.trainer import Trainer
from playground.export import paper, pictures
from playground.export.report.report import Contents, report
from playground.inside.views import VIEWS
from playground.shell.main_window import MainWindow
from playground.ui.look.palette import LIGHT
from tests.playground.conftest import Open
from tests.playground.helpers import find, small

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
browser = pytest.mark.skipif(CHROMIUM is None, reason="there is no Chromium on this computer")
OFFLINE = "--headless --no-sandbox --disable-gpu --disable-quic --no-first-run --hide-scrollbars"
OFFLINE += " --disable-background-networking --disable-component-update --disable-sync --disable-extensions"
SHAPES = ("polyline", "path", "line", "polygon", "rect", "circle", "ellipse")
NAMES = (
    "Hundredth part of the decay, as in lecture two",
    "Ohne_jedes_Leerzeichen_darin_das_umbrechen_kann",
    "가나다라마바사 아자차카",
)
PHONE, A4 = 390, 595.0
"""Pixels; points, of 1/72 inch."""


def with_lanes(count: int, *fields: str) -> Experiment:
    """Lanes of long names that differ in each of these fields."""
    values = {"layers.*.initialization": ("he_uniform", "lecun_normal"), "seed": (1, 2_000_000_000)}
    lanes = [
        {
            "name": f"{NAMES[lane % 3]} {lane}",
            "set": {field: values.get(field, (0.1, 0.000_125))[lane % 2] for field in fields},
        }
        for lane in range(count)
    ]
    return small(lanes=lanes)


ALL_FIELDS = (
    *("layers.*.initialization", "layers.*.l1", "layers.*.l2", "layers.*.rate"),
    *("optimizer.learning_rate", "seed"),
)


@pytest.fixture
def page(qtbot: QtBot, tmp_path: Path) -> Callable[[Experiment], Path]:
    """The report of some steps of an experiment."""

    def write(experiment: Experiment) -> Path:
        dataset = load(experiment.data)
        trainer = Trainer(experiment, dataset)
        trainer.run(4, record=True)
        trainer.measure()
        marks = pictures.lane_marks(experiment)
        curves = b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 960 600"/>'
        contents = Contents("Title", experiment, dataset, trainer.snapshot(), curves=curves, marks=marks)
        path = tmp_path / "report.html"
        path.write_text(report(contents), encoding="utf-8")
        return path

    return write


def browse(*args: str, folder: Path) -> str:
    """What Chromium prints; it asks no other computer for anything."""
    assert CHROMIUM is not None
    command = [CHROMIUM, *OFFLINE.split(), f"--user-data-dir={folder / 'chromium'}", *args]
    return subprocess.run(command, capture_output=True, text=True, timeout=100, check=True, encoding="utf-8").stdout


# --- in a browser -----------------------------------------------------------------------------------------------------

MEASURE = """<script>
const names = [...document.querySelectorAll("td.name")].map(cell => {
  const lines = getComputedStyle(cell).lineHeight;
  return [cell.firstChild.clientWidth, cell.firstChild.clientHeight / parseFloat(lines)];
});
document.body.innerHTML = "<pre id=found>" + JSON.stringify({
  names, page: document.documentElement.scrollWidth,
}) + "</pre>";
</script>"""


@browser
@pytest.mark.parametrize(("count", "fields"), [(1, ()), (9, ("layers.*.l2",)), (25, ALL_FIELDS)])
def test_names_can_be_read_on_a_phone_and_the_page_is_no_wider(
    page: Callable[[Experiment], Path], tmp_path: Path, count: int, fields: tuple[str, ...]
) -> None:
    path = page(with_lanes(count, *fields))
    text = re.sub(r"<meta http-equiv=[^>]*>", "", path.read_text(encoding="utf-8"))  # which forbids our script
    # Headless windows are not narrower than 500 pixels, but a frame in them is.
    (tmp_path / "inner.html").write_text(text.replace("</body>", f"{MEASURE}</body>"), encoding="utf-8")
    outer = f'<iframe src="inner.html" style="border: 0; width: {PHONE}px; height: 900px"></iframe>'
    outer += "<script>onload = () => {"
    outer += "document.body.textContent = frames[0].document.getElementById('found').textContent; }</script>"
    (tmp_path / "outer.html").write_text(outer)
    dumped = browse("--allow-file-access-from-files", "--dump-dom", (tmp_path / "outer.html").as_uri(), folder=tmp_path)
    found = json.loads(unescape(re.sub(r"<[^>]*>", "", dumped)))
    assert found["page"] <= PHONE
    assert len(found["names"]) >= count
    for width, lines in found["names"]:
        assert width > 100
        assert lines < 6


@browser
@pytest.mark.skipif(shutil.which("pdftotext") is None, reason="there is no pdftotext on this computer")
@pytest.mark.parametrize(("count", "fields"), [(1, ()), (25, ("layers.*.l2", "layers.*.rate")), (9, ALL_FIELDS)])
def test_on_paper_nothing_is_cut_off_and_names_are_words(
    page: Callable[[Experiment], Path], tmp_path: Path, count: int, fields: tuple[str, ...]
) -> None:
    path = page(with_lanes(count, *fields))
    path.write_text(path.read_text(encoding="utf-8").replace("@page {", "@page { size: A4;"), encoding="utf-8")
    browse("--no-pdf-header-footer", f"--print-to-pdf={tmp_path / 'r.pdf'}", path.as_uri(), folder=tmp_path)
    done = subprocess.run(["pdftotext", "-bbox", tmp_path / "r.pdf", "-"], capture_output=True, check=True)
    text = done.stdout.decode()
    assert float(re.search(r'<page width="([0-9.]+)"', text)[1]) == pytest.approx(A4, abs=2)  # type: ignore[index]
    words = re.findall(r'<word xMin="[^"]*" yMin="[^"]*" xMax="([^"]*)" yMax="[^"]*">(.*?)</word>', text)
    assert max(float(right) for right, _ in words) <= A4 - 39, "within the margin of 14 mm"
    said = [word for _, word in words]
    assert said.count("Hundredth") >= (count + 2) // 3
    assert sum(word.startswith("Ohne_jedes") for word in said) >= (count + 1) // 3
    assert not {"{", '"version":'} & set(said), "the file for programs is not on paper"
    assert sum(len(word) == 1 for word in said) < len(said) / 3


@browser
def test_a_zoomed_curve_ends_at_its_axes(drawing: tuple[bytes, float], tmp_path: Path) -> None:
    svg, left = drawing
    (tmp_path / "c.svg").write_bytes(svg)
    # Its size is in millimetres, which a browser shows at 96 dots an inch.
    size = f"--window-size={pictures.CURVES.width()},{pictures.CURVES.height()}"
    picture = tmp_path / "c.png"
    browse(size, f"--screenshot={picture}", (tmp_path / "c.svg").as_uri(), folder=tmp_path)
    image = QImage(str(picture))
    color = LIGHT.lanes[0]
    assert image.width() == pictures.CURVES.width()
    seen = [x for x in range(image.width()) for y in range(image.height()) if image.pixelColor(x, y).name() == color]
    assert seen
    assert min(seen) >= left - 1


# --- always -----------------------------------------------------------------------------------------------------------


@pytest.fixture
def window(qtbot: QtBot, shared_window: Open) -> MainWindow:
    window = shared_window(small(lanes=[{"name": "only"}]))
    train(qtbot, window, 60)
    return window


def train(qtbot: QtBot, window: MainWindow, steps: int) -> None:
    window.session.run.play(steps)
    qtbot.waitUntil(lambda: not window.session.is_training, timeout=20_000)


@pytest.fixture
def drawing(window: MainWindow) -> tuple[bytes, float]:
    """The curves, zoomed to the middle of the run, as SVG; and where their axes begin."""
    for plot in (window.curves.loss, window.curves.accuracy):
        rect = plot.view.viewRect()
        plot.view.setRange(xRange=(20, 40), yRange=(rect.center().y(), rect.bottom()), padding=0)
        plot._on_moved_by_hand()
    session = window.session
    svg = pictures.curves_svg(window.curves, session.experiment, session.snapshot, 0)  # type: ignore[arg-type]
    clips = re.findall(rb'<clipPath[^>]*>\s*<path [^>]*d="M([0-9.]+),[0-9.]+ L([0-9.]+),', svg)
    # Each widget is clipped as well, and the words in a corner; of what is wide, the axes begin furthest to the right.
    return svg, max(float(left) for left, right in clips if float(right) - float(left) > pictures.CURVES.width() / 2)


def test_curves_are_drawn_within_their_axes_only(drawing: tuple[bytes, float]) -> None:
    svg, left = drawing
    root = ElementTree.fromstring(svg)
    assert left > 40, "right of the numbers"
    space = "{http://www.w3.org/2000/svg}"
    begins = {
        f"url(#{clip.get('id')})": float(clip[0].get("d", "")[1:].split(",")[0])
        for clip in root.iter(f"{space}clipPath")
    }
    clips = {name for name, x in begins.items() if x == left}
    color = LIGHT.lanes[0]
    inside, outside = 0, 0

    def walk(element: ElementTree.Element, colored: bool, clipped: bool) -> None:
        nonlocal inside, outside
        colored = color in (element.get("stroke"), element.get("fill")) or (colored and not element.get("stroke"))
        clipped = clipped or element.get("clip-path") in clips
        if colored and element.tag.removeprefix(space) in SHAPES:
            inside += clipped
            outside += not clipped
        for child in element:
            walk(child, colored, clipped)

    walk(root, colored=False, clipped=False)
    assert inside > 10
    assert outside == 0
    tops = _tops(svg)
    assert min(tops) < pictures.CURVES.height() / 4
    middle = pictures.CURVES.height() / 2
    assert any(middle < top < 1.2 * middle for top in tops), (
        "Qt clips as the widget has it: the lower would be cut away"
    )


def _tops(svg: bytes) -> set[float]:
    """Of what is clipped where it is wide."""
    moved = rb'<clipPath[^>]*>\s*<path transform="translate\([-0-9.]+,([-0-9.]+)\)" '
    clip = moved + rb'[^>]*d="M([0-9.]+),([0-9.]+) L([0-9.]+),'
    return {
        float(down) + float(top)
        for down, left, top, right in re.findall(clip, svg)
        if float(right) - float(left) > pictures.CURVES.width() / 2
    }


def test_there_is_nothing_to_press_in_a_picture(
    window: MainWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    pressed: list[str] = []

    def look(view: QWidget) -> bytes:
        for kind in (QAbstractButton, QComboBox, QSlider, QAbstractSpinBox):
            pressed.extend(control.objectName() for control in view.findChildren(kind) if control.isVisible())
        return b""

    monkeypatch.setattr(paper, "png", look)
    session = window.session
    for name in VIEWS:
        window.inside.choose(name)
        view = window.inside.views[name]
        assert session.snapshot is not None
        assert session.dataset is not None
        pictures.inside_png(view, session.experiment, session.dataset, session.snapshot)
    assert session.snapshot is not None
    pictures.curves_png(window.curves, session.experiment, session.snapshot, 0)
    assert pressed == []


def test_a_picture_shows_what_is_chosen_and_its_title_says_so(
    window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    shown: list[str] = []
    monkeypatch.setattr(paper, "png", lambda view: (shown.append(view.scale.value()), b"")[1])
    signals = window.inside.views["signals"]
    find(signals, QToolButton, "signals.scale.sizes").click()
    session = window.session
    assert session.snapshot is not None
    assert session.dataset is not None
    pictures.inside_png(signals, session.experiment, session.dataset, session.snapshot)
    assert shown == ["sizes"]
    assert pictures.inside_title(signals) == "Signals · Now · Sizes"


def test_the_title_is_what_a_person_calls_it(
    shared_window: Open, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A preset's is not ``l2``; that of a file is the file's."""
    window = shared_window(small())
    mine = tmp_path / "mine.json"
    save_experiment(small(), mine)
    titles = []
    for open_it in (lambda: window.files.open_preset("l2"), lambda: window.files.open_path(mine)):
        open_it()
        qtbot.waitUntil(lambda: window.session.snapshot is not None, timeout=20_000)
        path = tmp_path / f"{len(titles)}.html"
        monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_, path=path, **__: (str(path), ""))
        window.actions_by_name["export_report"].trigger()
        text = unescape(path.read_text(encoding="utf-8"))
        titles += [*re.findall("<title>(.*?)</title>", text), *re.findall("<h1>(.*?)</h1>", text)]
        titles.append(window.windowTitle().replace("[*]", ""))
    preset = "L2: how much?"
    assert titles == [preset, preset, f"{preset} – Playground", "mine.json", "mine.json", "mine.json – Playground"]


def test_every_setting_is_said(page: Callable[[Experiment], Path]) -> None:
    experiment = load_preset("overfitting")
    text = unescape(page(experiment).read_text(encoding="utf-8"))
    text = text[: text.index("<details")]

    elsewhere = ("kind", "source", "train", "validation", "test", "points")
    of_files = ("label", "columns", "header", "separator", "decimal", "encoding", "color", "leave_out_repeats")
    of_files += ("sheet", "names_line", "lines_left_out", "date_order", "downsample", "keep_test", "pictures")

    def fields(model: BaseModel, *skip: str) -> list[str]:
        return [name for name in type(model).model_fields if name not in (*elsewhere, *of_files, *skip)]

    models: list[tuple[BaseModel, tuple[str, ...]]] = [(layer, ()) for layer in experiment.layers]
    models += [
        (experiment.data, ()),
        (experiment.optimizer, ()),
        (experiment.schedule, ()),
        (experiment.early_stopping, ("on",)),
    ]
    models.append(
        (experiment, ("version", "name", "data", "layers", "lanes", "optimizer", "schedule", "early_stopping"))
    )
    for model, skip in models:
        for name in fields(model, *skip):
            assert field_info(model, name).title in text, name


def test_what_is_said_of_columns_is_said_in_words(page: Callable[[Experiment], Path], tmp_path: Path) -> None:
    path = tmp_path / "customers.csv"
    path.write_text("\n".join(["CustomerID,<Plan>,label", *(f"{n},{n % 3},{n % 2}" for n in range(20))]) + "\n")
    columns = {"CustomerID": {"role": "ignored"}, "<Plan>": {"kind": "category", "means_missing": ["-9"]}}
    data = {"source": str(path), "train": 12, "test": 8, "columns": columns}
    layers = [{"kind": "dense", "units": 2}]
    html = page(small(data=data, layers=layers, batch_size=4)).read_text("utf-8")
    told = re.search("<dt>Columns</dt><dd>(.*?)</dd>", html)
    assert told is not None
    assert unescape(told[1]) == "CustomerID: Role Ignored; <Plan>: Kind Category, Means missing -9"


def test_a_new_setting_is_said_without_being_named_in_the_report(page: Callable[[Experiment], Path]) -> None:
    """A field of each part, and a part of its own, that nothing but their specs knows."""

    class Shifts(Spec):
        pixels: int = Field(3, title="New pixels")

    class Data(DataSpec):
        share: float = Field(0.375, title="New share")

    class Dropout(DropoutSpec):
        decay: float = Field(0.625, title="New decay")

    class Bigger(Experiment):
        rows: int = Field(17, title="New rows")
        shifts: Shifts = Field(Shifts(), title="New shifts")

    old = load_preset("dropout")
    layers = tuple(Dropout(rate=layer.rate) if isinstance(layer, DropoutSpec) else layer for layer in old.layers)
    new = Bigger.model_construct(**{**dict(old), "layers": layers, "data": Data(**dict(old.data))})
    text = unescape(page(new).read_text(encoding="utf-8"))
    text = text[: text.index("<details")]
    for said in (
        "<dt>New share</dt><dd>0.375</dd>",
        "New decay 0.625",
        "<dt>New rows</dt><dd>17</dd>",
        "<dt>New shifts</dt><dd>New pixels 3</dd>",
    ):
        assert said in text


def test_the_diagnosis_is_told_and_where_nothing_is_found_how_it_goes(qtbot: QtBot) -> None:
    experiment = small()
    dataset = load(experiment.data)
    run = Trainer(experiment, dataset).snapshot()
    finding = Finding("dead", 0, say("Half is dead."), (say("A figure."),), step=1200, also=("B", "C"))
    for found, calm, words in (
        ((finding,), "", "Half is dead. At step 1,200: A figure. The same is said of B, C."),
        ((), "Nothing found: the test loss is level.", "Nothing found: the test loss is level."),
    ):
        text = report(Contents("Title", experiment, dataset, run, b"", [b""], findings=found, calm=calm))
        assert f"<h2>Diagnosis</h2>\n<div><ul><li>{words}</li></ul></div>" in text
    assert "Diagnosis" not in report(Contents("Title", experiment, dataset, run, b"", [b""]))


def test_the_file_is_folded_and_can_be_saved(page: Callable[[Experiment], Path]) -> None:
    experiment = with_lanes(2, "seed")
    text = page(experiment).read_text(encoding="utf-8")
    assert "<details>" in text, "and not open"
    (pre,) = re.findall(r"<details>.*?<pre>(.*?)</pre></details>", text, re.DOTALL)
    (link,) = re.findall(r'<a download="small.json" href="data:application/json;base64,(.*?)">', text)
    assert parse(unescape(pre)) == parse(b64decode(link).decode()) == experiment


@pytest.mark.parametrize(("fields", "tables"), [(("layers.*.l2",), 1), (ALL_FIELDS, 2)])
def test_lanes_show_what_tells_them_apart(
    page: Callable[[Experiment], Path], fields: tuple[str, ...], tables: int
) -> None:
    text = page(with_lanes(3, *fields)).read_text(encoding="utf-8")
    section = text[text.index("<h2>Lanes") :]
    section = section[: section.index("</section>")]
    assert section.count("<table>") == tables
    headings = re.findall(r"<th[^>]*><div>(.*?)</div>", section)
    assert ("L2 λ" in headings, "Seed" in headings) == (True, "seed" in fields)
    assert headings.count("Test accuracy") == 1
    assert section.count("<img") == 3 * tables, "the mark of each lane"
