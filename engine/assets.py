"""Finds the files that come with the program: in a wheel inside this package, in a checkout beside it."""

from __future__ import annotations

from pathlib import Path

_HERE = Path(__file__).parent
_ROOT = _HERE / "assets" if (_HERE / "assets").is_dir() else _HERE.parent / "assets"


def asset(*parts: str) -> Path:
    """Path of a bundled file, e.g. ``asset("presets", "reference.json")``."""
    return _ROOT.joinpath(*parts)
