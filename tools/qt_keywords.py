#!/usr/bin/env python3
"""Finds keywords of Qt's constructors that begin with i: ``QTimer(interval=20)``.

PySide makes the setter's name of a keyword, ``setInterval``, with the capital letter of the computer's language. In
Turkish that of i is İ, so the window of a Turkish computer never opens. Write ``timer.setInterval(20)`` instead.
A class of the project's own that derives from one of Qt's may name such a parameter in its ``__init__``.
"""

from __future__ import annotations

import ast
import sys
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
FOLDERS = ("playground", "tests", "benchmarks", "docs", "assets", "tools")
QT = ("PySide6", "shiboken6")


@dataclass
class Source:
    """What a module is made of, as far as it matters here."""

    path: Path
    tree: ast.Module
    names: dict[str, str] = field(default_factory=dict)
    """What is imported -> its full name: ``QTimer`` -> ``PySide6.QtCore.QTimer``."""
    classes: dict[str, ast.ClassDef] = field(default_factory=dict)

    def __post_init__(self) -> None:
        for node in ast.walk(self.tree):
            if isinstance(node, ast.ImportFrom) and node.module:
                self.names |= {item.asname or item.name: f"{node.module}.{item.name}" for item in node.names}
            elif isinstance(node, ast.Import):
                self.names |= {item.asname: item.name for item in node.names if item.asname}
            elif isinstance(node, ast.ClassDef):
                self.classes[node.name] = node

    def full_name(self, node: ast.expr) -> str:
        """``QtCore.QTimer`` -> ``PySide6.QtCore.QTimer``."""
        first, *others = ast.unparse(node).split(".")
        return ".".join([self.names.get(first, first), *others])


class Sources:
    """All modules, by their names."""

    def __init__(self, root: Path) -> None:
        paths = [path for folder in FOLDERS for path in sorted((root / folder).rglob("*.py"))]
        self._modules = {
            ".".join(path.relative_to(root).with_suffix("").parts): Source(path, ast.parse(path.read_bytes()))
            for path in paths
        }

    def faults(self) -> Iterator[str]:
        """A line for each, to click on."""
        for source in self._modules.values():
            for owner, call in _calls(source.tree, None):
                called = owner.bases if owner is not None and _is_super_init(call.func) else [call.func]
                for word in call.keywords:
                    if (
                        word.arg
                        and word.arg.startswith("i")
                        and any(self._is_qt(source, one, word.arg) for one in called)
                    ):
                        yield f"{source.path}:{call.lineno}: {word.arg}= becomes no setter on a Turkish computer"

    def _is_qt(self, source: Source, node: ast.expr, word: str) -> bool:
        """Whether this keyword reaches a constructor of Qt: no class of the project on the way names it."""
        if isinstance(node, ast.Name) and node.id in source.classes:
            own = source.classes[node.id]
            return word not in _parameters(own) and any(self._is_qt(source, base, word) for base in own.bases)
        module, _, name = source.full_name(node).rpartition(".")
        if module.split(".")[0] in QT:
            return name[:1].isupper()
        other = self._modules.get(module)
        return other is not None and name in other.classes and self._is_qt(other, ast.Name(name), word)


def _calls(node: ast.AST, owner: ast.ClassDef | None) -> Iterator[tuple[ast.ClassDef | None, ast.Call]]:
    """Every call, and the class that it stands in."""
    for child in ast.iter_child_nodes(node):
        if isinstance(child, ast.Call):
            yield owner, child
        yield from _calls(child, child if isinstance(child, ast.ClassDef) else owner)


def _is_super_init(called: ast.expr) -> bool:
    return ast.unparse(called) == "super().__init__"


def _parameters(own: ast.ClassDef) -> set[str]:
    for node in own.body:
        if isinstance(node, ast.FunctionDef) and node.name == "__init__":
            return {parameter.arg for parameter in (*node.args.args, *node.args.kwonlyargs)}
    return set()


def main() -> int:
    """The exit code: 1 if there are any."""
    faults = list(Sources(ROOT).faults())
    print(*faults, sep="\n", end="\n" if faults else "")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
