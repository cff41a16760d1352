"""Whether a window can open on this Linux computer, asked before Qt starts, which would abort with another reason."""

from __future__ import annotations

import ctypes
import os
import shlex
import socket
import sys
from pathlib import Path
from typing import Final

from engine.assets import asset
from engine.errors import PlaygroundError
from playground.shell.process.import_freeze import lasting

X: Final = "xcb"
WAYLAND: Final = "wayland"
"""As Qt calls them."""


def check_display(*instead: str) -> None:
    """Raises PlaygroundError where no window can open, which says what to give ``playground train`` instead.

    Of several displays of which some are dead, Qt is told to use the others.
    """
    if not sys.platform.startswith("linux"):
        return
    command = shlex.join(["playground", "train", *instead])
    asked = _platforms()
    if not asked:
        raise PlaygroundError(
            "There is no display here to open the window on; use '{command}', which needs none.", command=command
        )
    alive = [platform for platform in asked if _answers(platform)]
    if not alive:
        raise PlaygroundError(
            "No window can open: the display {display} does not answer, or refuses this user; "
            "use '{command}', which needs none.",
            display=", ".join(map(_display, asked)),
            command=command,
        )
    if alive != asked:
        os.environ["QT_QPA_PLATFORM"] = ";".join(alive)
    if (problem := _loading_problem(alive[0])) is not None:
        raise _missing(alive[0], problem, command)


def _platforms() -> list[str]:
    """The platforms of Qt that this environment asks for, the first one first."""
    asked = os.environ.get("QT_QPA_PLATFORM", "")
    if asked:
        return [platform for platform in asked.split(";") if platform]
    displays = {WAYLAND: "WAYLAND_DISPLAY", X: "DISPLAY"}
    return [platform for platform, name in displays.items() if os.environ.get(name)]


def _display(platform: str) -> str:
    return os.environ.get("WAYLAND_DISPLAY" if platform.startswith(WAYLAND) else "DISPLAY", platform)


def _answers(platform: str) -> bool:
    """Whether somebody is there who lets us in. Platforms without a display server always answer."""
    if platform.startswith(WAYLAND):
        return _wayland_answers()
    return _x_answers() if platform.startswith(X) else True


def _x_answers() -> bool:
    """By the whole handshake, for a server may be there and refuse us: after ``su``, say."""
    try:
        xcb = ctypes.CDLL("libxcb.so.1")
    except OSError:
        return True  # the missing library is the problem to tell
    xcb.xcb_connect.restype = ctypes.c_void_p
    connection = ctypes.c_void_p(xcb.xcb_connect(None, None))
    failed = bool(xcb.xcb_connection_has_error(connection))
    xcb.xcb_disconnect(connection)
    return not failed


def _wayland_answers() -> bool:
    path = Path(os.environ.get("XDG_RUNTIME_DIR", "/"), os.environ.get("WAYLAND_DISPLAY") or "wayland-0")
    with socket.socket(socket.AF_UNIX) as there:
        try:
            there.connect(str(path))
        except OSError:
            return False
    return True


def _loading_problem(platform: str) -> str | None:
    """What the system's loader says against Qt or its plugin for this platform; None where both can be loaded."""
    try:
        with lasting():
            from PySide6.QtCore import QLibraryInfo
            from PySide6.QtWidgets import QApplication  # noqa: F401
        plugins = Path(QLibraryInfo.path(QLibraryInfo.LibraryPath.PluginsPath), "platforms")
        plugin = plugins / f"libq{platform.split(':')[0]}.so"
        if plugin.is_file():
            ctypes.CDLL(str(plugin))
    except (ImportError, OSError) as error:
        return str(error)
    return None


def _missing(platform: str, problem: str, command: str) -> PlaygroundError:
    """The sentence that names all libraries that are missing, and not only the one that the loader stumbled over."""
    kinds = {"offscreen", platform.split(":")[0]}
    lines = asset("qt_libraries.txt").read_text(encoding="utf-8").splitlines()
    table = [line.split() for line in lines if not line.startswith("#")]
    packages = [package for kind, library, package in table if kind in kinds and not _loads(library)]
    if not packages:
        return PlaygroundError(
            "Qt cannot be loaded, so no window can open: {problem}; use '{command}', which needs none.",
            problem=problem,
            command=command,
        )
    return PlaygroundError(
        "The window needs system libraries that are missing here (on Debian and Ubuntu: sudo apt-get install "
        "{packages}); use '{command}', which needs none.",
        packages=" ".join(packages),
        command=command,
    )


def _loads(library: str) -> bool:
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True
