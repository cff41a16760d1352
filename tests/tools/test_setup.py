"""tools/setup on computers that lack something: what it says, what it asks for, and that it says it once.

The computers are made of stubs: a PATH with the ordinary commands and, in the place of apt-get, ldconfig, python3 and
the like, scripts that answer as told and write down what they were asked.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from dataclasses import dataclass, field
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
COMMANDS = ("bash", "cat", "cp", "dirname", "flock", "grep", "head", "ls", "mkdir", "rm", "sed", "tail", "uname")
TABLE = [line.split() for line in (ROOT / "assets/qt_libraries.txt").read_text().splitlines() if line[:1] != "#"]

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="it looks for packages on Linux alone")

PYTHON = """
case "$*" in
    *version_info\\ \\<*) {new_enough} ;;
    *ensurepip*) {has_venv} ;;
    *print*) echo python3.11-venv ;;
    *--version) echo "Python 3.9.2" ;;
    "-m venv"*) mkdir -p "$4/bin" && cp "$0" "$4/bin/python" ;;
    "-m pip install"*) {pip} ;;
esac
"""


@dataclass
class Computer:
    """One that has everything, until told otherwise."""

    folder: Path
    lacks: tuple[str, ...] = ()
    """Kinds of libraries: offscreen, xcb, wayland."""
    root: bool = False
    apt: str = "exit 0"
    environment: dict[str, str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.log = self.folder / "log"
        self.commands = self.folder / "commands"
        project = self.folder / "project"
        for part in ("tools", "assets"):
            (project / part).mkdir(parents=True)
        shutil.copy(ROOT / "tools/setup", project / "tools")
        shutil.copy(ROOT / "assets/qt_libraries.txt", project / "assets")
        shutil.copy(ROOT / "pyproject.toml", project)
        self.setup = project / "tools/setup"
        self.commands.mkdir()
        for name in COMMANDS:
            if found := shutil.which(name):
                (self.commands / name).symlink_to(found)
        self.python("python3")

    def command(self, name: str, script: str) -> None:
        """Puts a stub in the place of a command."""
        path = self.commands / name
        path.unlink(missing_ok=True)
        path.write_text(f'#!{shutil.which("bash")}\necho "{name} $*" >>{self.log}\n{script}\n')
        path.chmod(0o755)

    def python(self, name: str, *, new_enough: bool = True, has_venv: bool = True, pip: str = "exit 0") -> None:
        codes = {"new_enough": f"exit {1 - new_enough}", "has_venv": f"exit {1 - has_venv}", "pip": pip}
        self.command(name, PYTHON.format(**codes))

    def run(self, purpose: str = "") -> subprocess.CompletedProcess[str]:
        known = [library for kind, library, _ in TABLE if kind not in self.lacks]
        self.command("ldconfig", "".join(f"echo '{library} (libc6) => /lib/{library}'\n" for library in known))
        self.command("fc-list", "exit 0" if self.lacks else "echo NotoSansCJK")
        self.command("id", f"echo {0 if self.root else 1000}")
        self.command("apt-get", self.apt)
        return subprocess.run(
            [self.setup, *([purpose] if purpose else [])],
            env={"PATH": str(self.commands), **self.environment},
            capture_output=True,
            text=True,
            timeout=60,
            check=False,
        )

    def asked(self, command: str) -> list[str]:
        """The calls of a stub."""
        lines = self.log.read_text().splitlines() if self.log.exists() else []
        return [line for line in lines if line.startswith(f"{command} ")]


@pytest.fixture
def computer(tmp_path: Path) -> Computer:
    return Computer(tmp_path)


def packages(*kinds: str) -> set[str]:
    return {package for kind, _, package in TABLE if kind in kinds}


def command_in(told: str) -> set[str]:
    """The packages of the one command that is told."""
    assert told.count("apt-get install") == 1
    assert told.count("\n") == 1
    return set(told.split("sudo apt-get install ")[1].split())


def test_without_root_one_command_brings_all_that_is_missing(computer: Computer) -> None:
    computer.lacks = ("offscreen", "xcb", "wayland")
    computer.environment["DISPLAY"] = ":0"
    computer.python("python3", has_venv=False)
    done = computer.run()
    assert done.returncode == 1
    assert command_in(done.stderr) == packages("offscreen", "xcb") | {"python3.11-venv", "fonts-noto-cjk"}
    assert computer.asked("apt-get") == []
    assert not any("-m venv" in call for call in computer.asked("python3")), "it stops there"


def test_who_trains_in_the_terminal_is_asked_for_nothing_of_qt(computer: Computer) -> None:
    computer.lacks = ("offscreen", "xcb", "wayland")
    computer.python("python3", has_venv=False)
    done = computer.run()
    assert (done.returncode, command_in(done.stderr)) == (1, {"python3.11-venv"})


def test_wayland_has_libraries_of_its_own(computer: Computer) -> None:
    computer.lacks = ("xcb", "wayland")
    computer.environment["WAYLAND_DISPLAY"] = "wayland-0"
    done = computer.run()
    assert (done.returncode, command_in(done.stderr)) == (1, packages("wayland") | {"fonts-noto-cjk"})


def test_tests_need_no_display(computer: Computer) -> None:
    computer.lacks = ("offscreen", "xcb", "wayland")
    computer.environment["DISPLAY"] = ":0"
    assert command_in(computer.run("offscreen").stderr) == packages("offscreen") | {"fonts-noto-cjk"}


def test_without_python_that_is_part_of_the_command(computer: Computer) -> None:
    (computer.commands / "python3").unlink()
    assert command_in(computer.run().stderr) == {"python3", "python3-venv"}


def test_root_gets_them_installed_at_once(computer: Computer) -> None:
    computer.lacks, computer.root = ("xcb",), True
    computer.environment["DISPLAY"] = ":0"
    computer.run()
    update, install = computer.asked("apt-get")
    assert update.startswith("apt-get update")
    assert {word for word in install.split()[2:] if not word.startswith("-")} == packages("xcb") | {"fonts-noto-cjk"}


def test_root_without_a_network_is_told_once(computer: Computer) -> None:
    computer.lacks, computer.root, computer.apt = ("offscreen",), True, "echo W: one; echo E: two >&2; exit 100"
    done = computer.run("offscreen")
    assert done.returncode == 1
    assert done.stderr.count("\n") == 2
    assert "online? It says: E: two\n" in done.stderr
    assert not any("-m venv" in call for call in computer.asked("python3"))


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        ("NewConnectionError: Failed to establish a new connection", "the package index cannot be reached"),
        ("ERROR: No matching distribution found for numpy", "pip cannot install the playground"),
    ],
)
def test_what_pip_says_against_it(computer: Computer, words: str, sentence: str) -> None:
    computer.python("python3", pip=f"echo '{words}'; exit 1")
    done = computer.run()
    assert done.returncode == 1
    assert sentence in done.stderr.splitlines()[-1]
    assert ("NewConnectionError" in words) == (done.stderr.count("\n") == 2), "offline it is one sentence"
    assert not (computer.setup.parents[1] / ".venv/installed-for").exists()


@pytest.mark.parametrize("name", ["python3.14", "python3.13", "python3.12", "python3.11"])
def test_a_newer_python_beside_an_old_one_is_found(computer: Computer, name: str) -> None:
    computer.python("python3", new_enough=False)
    computer.python(name)
    assert computer.run().returncode == 0
    assert any("-m venv" in call for call in computer.asked(name))


def test_an_old_python_alone_is_not_enough(computer: Computer) -> None:
    computer.python("python3", new_enough=False)
    done = computer.run()
    assert done.returncode == 1
    assert "Python 3.11 or newer is needed. Found: Python 3.9.2" in done.stderr


def test_once_done_it_says_nothing_more(computer: Computer) -> None:
    assert computer.run().stderr.count("\n") == 1
    again = computer.run()
    assert (again.returncode, again.stderr) == (0, "")
    assert len([call for call in computer.asked("python3") if "pip install" in call]) == 1


def test_another_python_on_request_is_another_environment(computer: Computer) -> None:
    computer.python("python3.13")
    computer.environment |= {"PYTHON": "python3.13", "VENV": ".venv-3.13"}
    assert computer.run().returncode == 0
    assert (computer.setup.parents[1] / ".venv-3.13/installed-for").exists()
    assert not (computer.setup.parents[1] / ".venv").exists()


def test_every_dependency_has_an_oldest_version() -> None:
    done = subprocess.run(
        [sys.executable, ROOT / "tools/lowest.py"], capture_output=True, text=True, env=os.environ, check=True
    )
    pins = dict(line.split("==") for line in done.stdout.splitlines())
    assert {"numpy", "pandas", "PySide6-Essentials", "pyqtgraph", "threadpoolctl", "pytest"} <= set(pins)
    assert pins["pyqtgraph"] == "0.14.0"
