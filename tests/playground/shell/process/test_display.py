"""Whether a window can open: the true reason, in one sentence, before Qt gives another one."""

from __future__ import annotations

import os
import shlex
import socket
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from engine.errors import PlaygroundError
from playground.shell.process import display
from playground.shell.process.display import check_display
from tests.playground.cli.terminal import playground, process, refused, sentence_of

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="other systems always have a display")

NOBODY = ":4242"


@pytest.fixture(autouse=True)
def _no_display(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(tmp_path))


@pytest.fixture
def wayland(tmp_path: Path) -> Iterator[str]:
    """The name of a display on which somebody listens."""
    with socket.socket(socket.AF_UNIX) as server:
        server.bind(str(tmp_path / "wayland-7"))
        server.listen()
        yield "wayland-7"


DEAD = [
    ({"WAYLAND_DISPLAY": "wayland-9", "DISPLAY": NOBODY}, f"wayland-9, {NOBODY}"),
    ({"QT_QPA_PLATFORM": "xcb", "DISPLAY": NOBODY}, NOBODY),
    ({"DISPLAY": NOBODY}, NOBODY),
    ({"DISPLAY": "no display at all"}, "no display at all"),
    ({"WAYLAND_DISPLAY": "wayland-9"}, "wayland-9"),
]


@pytest.mark.parametrize(("environment", "named"), DEAD)
def test_a_dead_display_is_named(environment: dict[str, str], named: str, monkeypatch: pytest.MonkeyPatch) -> None:
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    with pytest.raises(PlaygroundError, match=f"the display {named} does not answer, .* 'playground train spiral'"):
        check_display("spiral")


def test_that_is_all_that_the_program_says(tmp_path: Path) -> None:
    sentence = sentence_of(process("spiral", cwd=tmp_path, XDG_RUNTIME_DIR=str(tmp_path), DISPLAY=NOBODY))
    assert f"the display {NOBODY} does not answer" in sentence
    assert "'playground train spiral'" in sentence


def test_of_two_displays_the_one_that_answers_is_used(monkeypatch: pytest.MonkeyPatch, wayland: str) -> None:
    monkeypatch.setattr(display, "_loading_problem", lambda platform: None)
    monkeypatch.setenv("QT_QPA_PLATFORM", "")
    monkeypatch.setenv("DISPLAY", NOBODY)
    monkeypatch.setenv("WAYLAND_DISPLAY", wayland)
    check_display("reference")
    assert os.environ["QT_QPA_PLATFORM"] == "wayland"


@pytest.mark.parametrize("platform", ["offscreen", "minimal", "vnc:port=5901"])
def test_platforms_without_a_display_are_taken_at_their_word(monkeypatch: pytest.MonkeyPatch, platform: str) -> None:
    monkeypatch.setattr(display, "_loading_problem", lambda platform: None)
    monkeypatch.setenv("QT_QPA_PLATFORM", platform)
    check_display("reference")
    assert os.environ["QT_QPA_PLATFORM"] == platform


def test_all_libraries_that_are_missing_are_named_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """However it comes out: Qt itself names one at a time, in a traceback."""
    missing = {"libEGL.so.1": "libegl1", "libxcb-cursor.so.0": "libxcb-cursor0", "libwayland-egl.so.1": "-"}
    loads = display.ctypes.CDLL

    def load(name: str) -> object:
        if name in missing or "platforms" in name:
            raise OSError(f"{name}: cannot open shared object file")
        return loads(None)

    monkeypatch.setattr(display.ctypes, "CDLL", load)
    monkeypatch.setattr(display, "_answers", lambda platform: True)
    monkeypatch.setenv("DISPLAY", ":0")
    with pytest.raises(PlaygroundError, match=r"sudo apt-get install libegl1 libxcb-cursor0\)") as caught:
        check_display("my file.json")
    assert "'playground train 'my file.json''" in str(caught.value)


def test_a_problem_that_no_package_mends_is_told_as_it_is(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(display, "_loading_problem", lambda platform: "libQt6Gui.so.6: file too short")
    monkeypatch.setattr(display, "_loads", lambda library: True)
    monkeypatch.setenv("QT_QPA_PLATFORM", "offscreen")
    with pytest.raises(PlaygroundError, match=r"Qt cannot be loaded, .* libQt6Gui\.so\.6: file too short; use"):
        check_display("reference")


@pytest.mark.parametrize("name", ["table.csv", "model.npz"])
def test_the_way_out_is_a_command_that_works(name: str, tmp_path: Path) -> None:
    (tmp_path / "table.csv").write_text("x,label\n" + "0.5,a\n1.5,b\n" * 30)
    trained = ["train", "spiral", "--steps", "3", "--quiet"]
    assert playground(*trained, "--save", "model.npz", cwd=tmp_path).returncode == 0
    sentence = refused(name, cwd=tmp_path)
    command = shlex.split(sentence.split("'")[1])
    done = playground(*command[1:], "--steps", "3", "--quiet", cwd=tmp_path)
    assert done.returncode == 0, (command, done.stderr)
