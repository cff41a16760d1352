"""Prints, as constraints for pip, the oldest versions that pyproject.toml allows: ``numpy>=2.1`` -> ``numpy==2.1``."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from pathlib import Path

PROJECT = Path(__file__).resolve().parents[1] / "pyproject.toml"
EXTRAS = ("dev",)


def lowest(project: Path = PROJECT) -> Iterator[str]:
    """A line for each dependency.

    Raises:
        ValueError: one has no lower bound.
    """
    content = tomllib.loads(project.read_text(encoding="utf-8"))["project"]
    extras = content.get("optional-dependencies", {})
    for requirement in [*content["dependencies"], *(line for extra in EXTRAS for line in extras.get(extra, []))]:
        match = re.match(r"([\w.-]+)[^;]*?(?:>=|==|~=)\s*([\w.]+)", requirement)
        if match is None:
            raise ValueError(f"{requirement}: which is the oldest version that will do?")
        yield f"{match[1]}=={match[2]}"


if __name__ == "__main__":
    print(*lowest(), sep="\n")
