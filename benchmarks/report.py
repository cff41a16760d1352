"""A row of the table, the table, and the machine that it was measured on."""

from __future__ import annotations

import importlib.metadata
import os
import platform
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from threadpoolctl import threadpool_info

from benchmarks.timing import Ratio


@dataclass(frozen=True)
class Row:
    """One figure. ``at_most`` and ``at_least`` are goals; ``figure`` is None where there is nothing to show.

    ``note`` is always printed under the row; ``if_missed`` only if the goal is missed: the reason, in numbers.
    """

    what: str
    figure: float | None = None
    unit: str = "x"
    at_most: float | None = None
    at_least: float | None = None
    note: str = ""
    if_missed: str = ""
    details: dict[str, Any] = field(default_factory=dict)

    @property
    def goal(self) -> str:
        if self.at_most is not None:
            return f"<= {_number(self.at_most)}"
        return f">= {_number(self.at_least)}" if self.at_least is not None else ""

    @property
    def is_met(self) -> bool | None:
        """None where there is no goal, or no figure."""
        if self.figure is None or not self.goal:
            return None
        if self.at_most is not None:
            return self.figure <= self.at_most
        return self.at_least is None or self.figure >= self.at_least

    @property
    def reasons(self) -> list[str]:
        return [text for text in (self.note, self.if_missed if self.is_met is False else "") if text]

    def to_dict(self) -> dict[str, Any]:
        return {
            "what": self.what,
            "figure": self.figure,
            "unit": self.unit,
            "goal": self.goal or None,
            "met": self.is_met,
            "reasons": self.reasons,
            **self.details,
        }


def ratio_row(what: str, ratio: Ratio, **more: Any) -> Row:
    """A row for a ratio, with its quartiles among the details."""
    return Row(what, ratio.value, details=ratio.to_dict() | more.pop("details", {}), **more)


def skipped(what: str, reason: str) -> Row:
    """A row without a figure, and why."""
    return Row(what, note=reason)


def table(sections: Sequence[tuple[str, Sequence[Row]]]) -> str:
    """sections: title and rows of each benchmark."""
    width = max(len(row.what) for _, rows in sections for row in rows)
    lines = [f"  {'what':<{width}}  {'figure':>10}  {'goal':>8}  met"]
    for title, rows in sections:
        lines.append(title)
        for row in rows:
            figure = "-" if row.figure is None else f"{_number(row.figure)} {row.unit}"
            met = {None: "", True: "yes", False: "NO"}[row.is_met]
            lines.append(f"  {row.what:<{width}}  {figure:>10}  {row.goal:>8}  {met}".rstrip())
            lines += [f"      {reason}" for reason in row.reasons]
    return "\n".join(lines)


def _number(value: float | None) -> str:
    if value is None:
        return ""
    return f"{value:.2f}" if abs(value) < 20 else f"{value:.0f}"


BUSY = 0.5
"""Load of other programs, in cores, from which on figures in milliseconds and those of two threads suffer."""


def environment() -> dict[str, str]:
    """What the figures depend on."""
    blas = [pool for pool in threadpool_info() if pool.get("user_api") == "blas"]
    found = {
        "CPU": _cpu(),
        "cores": str(os.cpu_count()),
        "load": _load(),
        "system": platform.platform(),
        "Python": platform.python_version(),
        "BLAS": ", ".join(f"{p['internal_api']} {p.get('version')} ({p.get('architecture')})" for p in blas),
    }
    packages = {"NumPy": "numpy", "pandas": "pandas", "Qt": "PySide6-Essentials", "pyqtgraph": "pyqtgraph"}
    packages |= {"PyTorch": "torch", "scikit-learn": "scikit-learn"}
    return found | {title: _version(package) for title, package in packages.items()}


def _load() -> str:
    if not hasattr(os, "getloadavg"):
        return "unknown"
    load = os.getloadavg()[0]
    warning = ": the machine is busy, so figures in ms and with 2 threads are worse than they should be"
    return f"{load:.1f} before the start" + (warning if load > BUSY else "")


def _version(package: str) -> str:
    try:
        return importlib.metadata.version(package)
    except importlib.metadata.PackageNotFoundError:
        return "not installed"


def _cpu() -> str:
    try:
        lines = Path("/proc/cpuinfo").read_text().splitlines()
    except OSError:
        return platform.processor()
    return next((line.split(":", 1)[1].strip() for line in lines if line.startswith("model name")), "unknown")
