"""What trials are trained with: figures are the same bit for bit only where that is the same."""

from __future__ import annotations

import hashlib
import platform
from functools import cache
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from engine.records import record


@record
class Versions:
    """playground: its version, and a hash of the engine's source, for a checkout keeps its version."""

    playground: str
    source: str
    python: str
    numpy: str

    def differences(self, other: Versions) -> str:
        """What is another there than here: ``numpy 2.2.1, not 2.4.0``; empty where nothing is."""
        names = ("playground", "python", "numpy")
        found = [
            f"{name} {getattr(other, name)}, not {getattr(self, name)}"
            for name in names
            if getattr(other, name) != getattr(self, name)
        ]
        if not found and other.source != self.source:
            found.append("another state of the playground's source")
        return ", ".join(found)


@cache
def versions() -> Versions:
    """Those of this process."""
    import numpy as np

    try:
        playground = version("nn-playground")
    except PackageNotFoundError:
        playground = "unknown"
    python = ".".join(platform.python_version_tuple()[:2])
    return Versions(playground, _hash(Path(__file__).parents[2]), python, np.__version__)


def _hash(folder: Path) -> str:
    found = hashlib.blake2b(digest_size=8)
    for path in sorted(folder.rglob("*.py")):
        found.update(path.relative_to(folder).as_posix().encode())
        found.update(path.read_bytes())
    return found.hexdigest()
