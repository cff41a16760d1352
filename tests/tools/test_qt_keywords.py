"""The lint against keywords that mean nothing to Qt on a Turkish computer."""

from __future__ import annotations

import importlib.util
import sys
from pathlib import Path

import pytest

PROGRAM = Path(__file__).parents[2] / "tools" / "qt_keywords.py"
_spec = importlib.util.spec_from_file_location("qt_keywords", PROGRAM)
assert _spec is not None
assert _spec.loader is not None
qt_keywords = importlib.util.module_from_spec(_spec)
sys.modules["qt_keywords"] = qt_keywords
_spec.loader.exec_module(qt_keywords)


def faults(root: Path, **modules: str) -> list[str]:
    """What the lint says of a project of these modules: ``FILE:LINE`` each."""
    folder = root / "playground"
    folder.mkdir()
    for name, text in modules.items():
        (folder / f"{name}.py").write_text(text)
    return [line.split(": ")[0].removeprefix(f"{folder}/") for line in qt_keywords.Sources(root).faults()]


@pytest.mark.parametrize(
    "text",
    [
        "from PySide6.QtCore import QTimer\nQTimer(None, interval=3)",
        "from PySide6.QtCore import QTimer as Clock\nClock(interval=3)",
        "from PySide6 import QtCore\nQtCore.QTimer(singleShot=True, interval=3)",
        "import PySide6.QtCore as core\ncore.QTimer(interval=3)",
        "from playground.base import Base\nBase(interval=3)",
        "from playground.base import Named\nNamed(indent=3)",
        "from playground.base import Base\nclass Far(Base): pass\nFar(interval=3)",
    ],
)
def test_they_are_found(tmp_path: Path, text: str) -> None:
    base = (
        "from PySide6.QtCore import QTimer\n"
        "class Base(QTimer): pass\n"
        "class Named(Base):\n"
        "    def __init__(self, *, interval, **others): super().__init__(**others)\n"
    )
    assert faults(tmp_path, base=base, used=text) == [f"used.py:{len(text.splitlines())}"]


def test_super_is_qt_too(tmp_path: Path) -> None:
    text = (
        "from PySide6.QtCore import QTimer\n"
        "class Own(QTimer):\n"
        "    def __init__(self, interval):\n"
        "        super().__init__(interval=interval)\n"
    )
    assert faults(tmp_path, own=text) == ["own.py:4"]


@pytest.mark.parametrize(
    "text",
    [
        "from PySide6.QtCore import QTimer\nQTimer(singleShot=True)",
        "from PySide6.QtCore import QTimer\nclass Row(QTimer):\n    def __init__(self, *, index): ...\nRow(index=3)",
        "import numpy as np\nnp.errstate(invalid='ignore')",
        "from json import dumps\ndumps({}, indent=2)",
    ],
)
def test_others_are_left_alone(tmp_path: Path, text: str) -> None:
    assert faults(tmp_path, used=text) == []
