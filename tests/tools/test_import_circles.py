"""The lint against circles of imports. That the project has none, `make check` says."""

from __future__ import annotations

import importlib.util
import sys
from pathlib import Path

import pytest

PROGRAM = Path(__file__).parents[2] / "tools" / "import_circles.py"
_spec = importlib.util.spec_from_file_location("import_circles", PROGRAM)
assert _spec is not None
assert _spec.loader is not None
import_circles = importlib.util.module_from_spec(_spec)
sys.modules["import_circles"] = import_circles
_spec.loader.exec_module(import_circles)


def circles(root: Path, **modules: str) -> list[list[str]]:
    """What the lint says of a project of these modules; ``room__name`` is ``engine/room/name.py``."""
    for name, text in modules.items():
        path = root / "engine" / (name.replace("__", "/", 1) + ".py")
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)
    found: list[list[str]] = import_circles.circles(import_circles.imports(root))
    return [[module.removeprefix("engine.") for module in group] for group in found]


@pytest.mark.parametrize(
    "text",
    [
        "import engine.a",
        "import engine.a as first",
        "from engine.a import A",
        "from engine import a",
        "from . import a",
        "from .a import A",
        "from typing import TYPE_CHECKING\nif TYPE_CHECKING:\n    from engine.a import A",
        "def late():\n    from engine.a import A\n    return A",
    ],
)
def test_two_that_import_each_other(tmp_path: Path, text: str) -> None:
    assert circles(tmp_path, a="from engine.b import B", b=text) == [["a", "b"]]


def test_a_long_way_round_and_what_hangs_on_it(tmp_path: Path) -> None:
    modules = {
        "a": "from engine.b import B",
        "b": "from engine.room.c import C",
        "room__c": "from ..a import A\nfrom . import d",
        "room__d": "",
        "outside": "import engine.a",
    }
    assert circles(tmp_path, **modules) == [["a", "b", "room.c"]]


def test_a_package_is_its_init(tmp_path: Path) -> None:
    assert circles(tmp_path, room____init__="from .inner import X", room__inner="from engine.room import Y") == [
        ["room", "room.inner"]
    ]


@pytest.mark.parametrize(
    "modules",
    [
        {"a": "import numpy", "b": "from engine.a import A", "c": "from engine import a, b"},
        {"a": "from engine.b import c", "b": "", "c": "from engine.a import b"},  # c is a name in b here
        {"a": "from engine.a import A"},
        {"room____init__": "", "room__a": "from engine.room.b import B", "room__b": ""},
    ],
)
def test_others_are_left_alone(tmp_path: Path, modules: dict[str, str]) -> None:
    assert circles(tmp_path, **modules) == []
