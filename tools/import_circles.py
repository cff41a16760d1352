#!/usr/bin/env python3
"""Finds circles of imports: modules that cannot be understood, or tested, without each other.

An import inside a function counts, and so does one under ``if TYPE_CHECKING``: neither fails at run time, and both tie
two files together. Where two modules want each other, a third takes what both need. A package stands for its
``__init__``; that a module lies in a package is no import of it.
"""

from __future__ import annotations

import ast
import sys
from collections.abc import Iterator, Mapping
from itertools import count
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
FOLDERS = ("engine", "playground")


def imports(root: Path) -> dict[str, set[str]]:
    """Every module of the project -> those modules of the project that it names in an import."""
    paths = {
        _name(path.relative_to(root)): path for folder in FOLDERS for path in sorted((root / folder).rglob("*.py"))
    }
    return {
        module: {other for other in _imported(module, path, paths) if other != module} for module, path in paths.items()
    }


def _name(path: Path) -> str:
    parts = path.with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


def _imported(module: str, path: Path, modules: Mapping[str, Path]) -> Iterator[str]:
    for node in ast.walk(ast.parse(path.read_bytes())):
        if isinstance(node, ast.Import):
            yield from (item.name for item in node.names if item.name in modules)
        elif isinstance(node, ast.ImportFrom):
            origin = _origin(node, module, is_package=path.stem == "__init__")
            for item in node.names:  # ``from package import module``, or a name out of a module
                inner = f"{origin}.{item.name}"
                if inner in modules:
                    yield inner
                elif origin in modules:
                    yield origin


def _origin(node: ast.ImportFrom, module: str, *, is_package: bool) -> str:
    """The full name of what comes between ``from`` and ``import``."""
    if not node.level:
        return node.module or ""
    parts = module.split(".")
    parts = parts[: len(parts) - node.level + is_package]
    return ".".join([*parts, *filter(None, [node.module])])


def circles(graph: Mapping[str, set[str]]) -> list[list[str]]:
    """Groups of modules that each lead to every other: the strongly connected components. Tarjan 1972."""
    numbers: dict[str, int] = {}
    lowest: dict[str, int] = {}
    path: list[str] = []
    found: list[list[str]] = []
    counter = count()

    def visit(module: str) -> None:
        numbers[module] = lowest[module] = next(counter)
        path.append(module)
        for other in sorted(graph[module]):
            if other not in numbers:
                visit(other)
                lowest[module] = min(lowest[module], lowest[other])
            elif other in path:
                lowest[module] = min(lowest[module], numbers[other])
        if lowest[module] == numbers[module]:
            at = path.index(module)
            group, path[at:] = path[at:], []
            if len(group) > 1:
                found.append(sorted(group))

    for module in sorted(graph):
        if module not in numbers:
            visit(module)
    return sorted(found)


def main() -> int:
    """The exit code: 1 if there are any."""
    graph = imports(ROOT)
    found = circles(graph)
    for group in found:
        print("These modules import each other:")
        for module in group:
            print(f"  {module} -> {', '.join(sorted(graph[module] & set(group)))}")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
