"""Can it be read? Contrast by WCAG's formula, lane colours apart for every kind of eye, icons that show something."""

from __future__ import annotations

import itertools
import os
import re
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QColor, QIcon, QImage, QPalette
from PySide6.QtWidgets import QApplication, QLabel, QPushButton
from pytestqt.qtbot import QtBot

from engine.assets import asset
from playground.ui.look import palette as palette_module
from playground.ui.look import symbols, theme
from playground.ui.look.palette import CONTRAST, DARK, LIGHT, Theme
from playground.ui.look.stylesheet import stylesheet

ICONS = sorted(path.stem for path in asset("icons").glob("*.svg"))
BACKGROUNDS = ("window", "surface", "sunken", "raised", "accent_soft")
both = pytest.mark.parametrize("look", [LIGHT, DARK, CONTRAST], ids=lambda look: look.name)


def linear(color: QColor) -> np.ndarray:
    """Red, green and blue as amounts of light. (3,)"""
    channels = np.array([color.redF(), color.greenF(), color.blueF()])
    return np.where(channels <= 0.04045, channels / 12.92, ((channels + 0.055) / 1.055) ** 2.4)


def contrast(one: QColor, other: QColor) -> float:
    """WCAG 2.2's contrast ratio, from 1 to 21."""
    weights = np.array([0.2126, 0.7152, 0.0722])
    light, dark = sorted((float(weights @ linear(color)) for color in (one, other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def oklab(light: np.ndarray) -> np.ndarray:
    """Lightness and two opponent axes, in which distance is roughly what the eye sees (Ottosson 2020). (3,)"""
    cones = np.array(
        [
            [0.41222147, 0.53633254, 0.05144599],
            [0.21190350, 0.68069955, 0.10739696],
            [0.08830246, 0.28171884, 0.62997870],
        ]
    )
    axes = np.array(
        [
            [0.21045426, 0.79361779, -0.00407205],
            [1.97799850, -2.42859221, 0.45059371],
            [0.02590404, 0.78277177, -0.80867577],
        ]
    )
    return axes @ np.cbrt(cones @ np.clip(light, 0, 1))


BLINDNESS = {
    "none": np.eye(3),
    "protanopia": np.array(
        [[0.152286, 1.052583, -0.204868], [0.114503, 0.786281, 0.099216], [-0.003882, -0.048116, 1.051998]]
    ),
    "deuteranopia": np.array(
        [[0.367322, 0.860646, -0.227968], [0.280085, 0.672501, 0.047413], [-0.011820, 0.042940, 0.968881]]
    ),
}
"""How eyes without one kind of cone see linear RGB (Machado, Oliveira and Fernandes 2009)."""


def test_contrast_is_wcags() -> None:
    assert contrast(QColor("#000000"), QColor("#ffffff")) == pytest.approx(21)
    assert contrast(QColor("#777777"), QColor("#ffffff")) == pytest.approx(4.48, abs=0.01)
    assert contrast(QColor("#123456"), QColor("#123456")) == 1


@both
@pytest.mark.parametrize("background", BACKGROUNDS)
def test_text_reads_everywhere(look: Theme, background: str) -> None:
    paper = look.color(background)
    assert contrast(look.color("text"), paper) >= 7
    assert contrast(look.color("muted"), paper) >= 4.5


@both
@pytest.mark.parametrize(
    ("ink", "paper"),
    [
        ("accent_text", "accent"),
        ("accent_text", "accent_hover"),
        ("accent", "surface"),
        ("accent", "accent_soft"),
        ("text", "warning_soft"),
        ("text", "danger_soft"),
        ("warning", "surface"),
        ("warning", "warning_soft"),
        ("danger", "surface"),
        ("danger", "danger_soft"),
        ("good", "surface"),
        ("good", "sunken"),
        ("danger", "sunken"),
    ],
)
def test_coloured_text_reads(look: Theme, ink: str, paper: str) -> None:
    assert contrast(look.color(ink), look.color(paper)) >= 4.5


@both
@pytest.mark.parametrize("name", ["train", "test", "dense", "activation", "dropout", "negative", "positive", "accent"])
def test_what_is_drawn_is_seen(look: Theme, name: str) -> None:
    for background in ("surface", "sunken"):
        assert contrast(look.color(name), look.color(background)) >= 3


@pytest.mark.parametrize("background", BACKGROUNDS)
def test_in_high_contrast_all_text_has_the_contrast_of_wcags_aaa_and_borders_are_seen(background: str) -> None:
    paper = CONTRAST.color(background)
    for ink in ("text", "muted"):
        assert contrast(CONTRAST.color(ink), paper) >= 7
    assert contrast(CONTRAST.color("border"), CONTRAST.color("surface")) >= 4.5
    for lane in CONTRAST.lanes:
        assert contrast(QColor(lane), CONTRAST.color("surface")) >= 4.5


@both
def test_disabled_text_is_still_there_but_fainter(look: Theme) -> None:
    paper = look.color("surface")
    assert 2 <= contrast(look.color("disabled"), paper) < contrast(look.color("muted"), paper)


@both
def test_lanes_stand_out_from_the_plot(look: Theme) -> None:
    for color in look.lanes:
        for background in ("surface", "sunken", "accent_soft"):
            assert contrast(QColor(color), look.color(background)) >= 3, f"{color} on {background}"


@both
@pytest.mark.parametrize("eye", BLINDNESS)
def test_lanes_differ_for_every_eye(look: Theme, eye: str) -> None:
    seen = [oklab(BLINDNESS[eye] @ linear(QColor(color))) for color in look.lanes]
    for (i, one), (j, other) in itertools.combinations(enumerate(seen), 2):
        least = 0.08 if max(i, j) < 4 else 0.06
        assert np.linalg.norm(one - other) >= least, f"lanes {i} and {j} look alike"


@both
@pytest.mark.parametrize("eye", BLINDNESS)
def test_classes_differ_for_every_eye(look: Theme, eye: str) -> None:
    seen = [oklab(BLINDNESS[eye] @ linear(QColor(color))) for color in look.classes]
    for (i, one), (j, other) in itertools.combinations(enumerate(seen), 2):
        assert np.linalg.norm(one - other) >= (0.1 if max(i, j) < 4 else 0.06), f"classes {i} and {j} look alike"


@both
def test_classes_are_seen_and_have_no_colour_of_a_lane(look: Theme) -> None:
    lanes = [oklab(linear(QColor(color))) for color in look.lanes]
    for index, color in enumerate(look.classes):
        for background in ("surface", "sunken"):
            assert contrast(QColor(color), look.color(background)) >= 3, f"{color} on {background}"
        nearest = min(np.linalg.norm(oklab(linear(QColor(color))) - lane) for lane in lanes)
        assert nearest >= (0.07 if index < 4 else 0.045), f"{color} is that of a lane"


def test_no_two_of_72_lanes_share_colour_and_mark() -> None:
    pairs = {(theme.lane_color(lane).name(), theme.lane_symbol(lane)) for lane in range(72)}
    assert len(pairs) == 72


def test_marks_are_about_one_unit_wide_around_the_middle() -> None:
    for name in symbols.NAMES:
        box = symbols.path(name).boundingRect()
        assert 0.7 <= max(box.width(), box.height()) <= 1.15, name
        assert abs(box.center().x()) < 0.05, name
    with pytest.raises(KeyError):
        symbols.path("hexagon")


def test_test_curves_are_dashed_and_training_curves_solid(qapp: QApplication) -> None:
    assert theme.lane_pen(0).style() == Qt.PenStyle.SolidLine
    assert theme.lane_pen(0, dashed=True).style() == Qt.PenStyle.CustomDashLine


def ink_of(image: QImage) -> set[str]:
    """The colours of all opaque pixels."""
    pixels = (image.pixelColor(x, y) for x in range(image.width()) for y in range(image.height()))
    return {pixel.name() for pixel in pixels if pixel.alpha() > 200}


@both
@pytest.mark.parametrize("name", ICONS)
def test_icons_show_something_in_the_themes_colour(qapp: QApplication, look: Theme, name: str) -> None:
    theme.apply(look.name)
    image = theme.icon(name).pixmap(QSize(32, 32), 1.0).toImage()
    assert look.text in ink_of(image)
    assert image.pixelColor(0, 0).alpha() < 128, "an icon has no background"


@pytest.mark.parametrize("name", ICONS)
def test_icons_are_drawings_in_the_current_colour_only(name: str) -> None:
    text = asset("icons", f"{name}.svg").read_text(encoding="utf-8")
    assert "currentColor" in text
    assert not re.search(r"#[0-9a-fA-F]{3,8}\b|rgb\(", text)


def test_icons_follow_the_theme_and_fade_when_disabled(qapp: QApplication) -> None:
    theme.apply("light")
    icon = theme.icon("play", "accent")
    size = QSize(32, 32)
    assert LIGHT.accent in ink_of(icon.pixmap(size, 1.0).toImage())
    theme.apply("dark")
    assert DARK.accent in ink_of(icon.pixmap(size, 1.0).toImage())
    assert DARK.disabled in ink_of(icon.pixmap(size, 1.0, QIcon.Mode.Disabled).toImage())


def test_icons_are_sharp_at_double_scale(qapp: QApplication) -> None:
    pixmap = theme.icon("reset").pixmap(QSize(16, 16), 2.0)
    assert pixmap.size() == QSize(32, 32)
    assert pixmap.devicePixelRatio() == 2


def test_an_unknown_icon_fails_where_it_is_asked_for() -> None:
    with pytest.raises(FileNotFoundError):
        theme.icon("unicorn")


@both
def test_the_stylesheet_has_no_gaps_and_its_pictures_exist(qapp: QApplication, look: Theme) -> None:
    text = stylesheet(look)
    assert "$" not in text
    pictures = re.findall(r'url\("(.+?)"\)', text)
    assert pictures
    assert all(Path(picture).is_file() for picture in pictures)


def test_starts_that_are_killed_leave_no_folders_behind(tmp_path: Path) -> None:
    """Nothing of one start is its own: what the first has written, the second finds."""
    code = (
        "import os; from PySide6.QtWidgets import QApplication; app = QApplication([]);"
        "from playground.ui.look.stylesheet import stylesheet; from playground.ui.look.palette import LIGHT;"
        "stylesheet(LIGHT); os.kill(os.getpid(), 9)"
    )
    places = {"TMPDIR": str(tmp_path / "temporary"), "XDG_CACHE_HOME": str(tmp_path / "cache")}
    (tmp_path / "temporary").mkdir()

    def files_after_a_start() -> list[Path]:
        subprocess.run([sys.executable, "-c", code], env=os.environ | places, check=False)
        assert not list((tmp_path / "temporary").iterdir())
        return sorted(path for path in (tmp_path / "cache").rglob("*") if path.is_file())

    first = files_after_a_start()
    assert len(first) == 9
    assert files_after_a_start() == first


def test_the_theme_changes_what_is_open(qtbot: QtBot) -> None:
    theme.apply("light")
    label = QLabel("text")
    qtbot.addWidget(label)
    label.show()
    with qtbot.waitSignal(theme.watcher.changed) as changed:
        theme.apply("dark")
    assert changed.args == [DARK]
    assert theme.current() is DARK
    assert label.palette().color(QPalette.ColorRole.WindowText).name() == DARK.text
    theme.apply("light")
    assert label.palette().color(QPalette.ColorRole.WindowText).name() == LIGHT.text


def test_system_means_what_the_system_says(qapp: QApplication) -> None:
    theme.apply("system")
    assert theme.choice() == "system"
    dark = qapp.styleHints().colorScheme() == Qt.ColorScheme.Dark
    assert theme.current() is (DARK if dark else LIGHT)
    theme.apply("light")


def test_a_focused_button_looks_different(qtbot: QtBot) -> None:
    theme.apply("light")
    for role in ("", "primary"):
        button = QPushButton("Press")
        button.setProperty("role", role)
        qtbot.addWidget(button)
        with qtbot.waitExposed(button):
            button.show()
        button.clearFocus()
        before = button.grab().toImage()
        size = button.sizeHint()
        button.setFocus(Qt.FocusReason.TabFocusReason)
        assert button.grab().toImage() != before
        assert button.sizeHint() == size, "the frame of the focus moves nothing"


def test_type_scale(qapp: QApplication) -> None:
    sizes = [theme.font(size).pixelSize() for size in ("small", "body", "display")]
    assert sizes == sorted(set(sizes))
    assert theme.font("title").weight() > theme.font("body").weight()
    assert theme.font("body").families(), "no font of the list is installed here"


def test_colour_literals_stand_in_the_palette_alone() -> None:
    palette = Path(palette_module.__file__)
    for path in palette.parents[2].rglob("*.py"):
        if path == palette:
            continue
        found = re.search(r"[\"'&]#[0-9a-fA-F]{3,8}[\"']|[ :]#[0-9a-fA-F]{6};", path.read_text(encoding="utf-8"))
        assert not found, f"{path.name}: {found}"
