"""No layer kind is asked for by its name outside its own file: what somebody wants to know of it, it says of itself."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import engine
import playground
from engine.nn.layers.registry import LAYERS

SPECS = {kind.__name__ for kind in LAYERS.values()}
OWN = "engine/nn/layers"
TABLES = ("playground/layers/rows/kinds.py",)
"""Files that say something more of each kind, as CONTRIBUTING.md tells who adds one."""
MENTIONS = (*(quote + name + quote for name in LAYERS for quote in "\"'"), *SPECS)
"""What code holds that asks by name."""


def mentions(code: str) -> bool:
    """Whether it may ask by name: most files need not be parsed."""
    return any(mention in code for mention in MENTIONS)


def asked_by_name(code: str, *, tables: bool = False) -> Iterator[int]:
    """Lines that compare with the name of a kind, or ask for its class, or, unless there may be any, tables by kind."""
    for node in ast.walk(ast.parse(code)):
        if isinstance(node, ast.Compare):
            names: set[object] = {part.value for part in ast.walk(node) if isinstance(part, ast.Constant)}
            is_asked = bool(names & LAYERS.keys())
        elif isinstance(node, ast.Call) and getattr(node.func, "id", "") in ("isinstance", "issubclass"):
            is_asked = any(getattr(part, "id", "") in SPECS for part in ast.walk(node))
        elif isinstance(node, ast.Dict | ast.Tuple | ast.List | ast.Set) and not tables:
            parts = node.keys if isinstance(node, ast.Dict) else node.elts
            is_asked = len(parts) > 1 and all(isinstance(part, ast.Constant) and part.value in LAYERS for part in parts)
        else:
            continue
        if is_asked:
            yield node.lineno


def test_what_asks_by_name_is_found() -> None:
    asking = (
        'x.kind == "dense"',
        'x.kind in ("conv2d", other)',
        "isinstance(x, DenseSpec)",
        'NORMS = ("conv2d", "dense")',
    )
    asking += ('{"batch_norm": "BN", "layer_norm": "LN"}',)
    assert all(list(asked_by_name(code)) == [1] and mentions(code) for code in asking)
    assert not list(asked_by_name('insert(experiment, 0, "dense"); [{"kind": "dense", "units": 3}]'))


def test_no_kind_is_asked_for_by_name() -> None:
    root = Path(engine.__file__).parents[1]
    found = []
    for package in (engine, playground):
        for path in sorted(Path(str(package.__file__)).parent.rglob("*.py")):
            name = path.relative_to(root).as_posix()
            if not name.startswith(OWN):
                code = path.read_text(encoding="utf-8")
                lines = asked_by_name(code, tables=name in TABLES) if mentions(code) else ()
                found += [f"{name}:{line}" for line in lines]
    assert not found
