"""Reads one file in a process of its own and prints what it took: rows, seconds, bytes of memory at the most.

``python -m tests.fuzz.big FILE [LIMIT]``: memory from before is taken off; LIMIT, in bytes, is enforced by the system.
"""

from __future__ import annotations

import json
import resource
import sys
import time
from pathlib import Path

from engine.data import load_table
from engine.data.spec import DataSpec
from engine.errors import PlaygroundError


def peak() -> int:
    """Bytes that were in memory at most. (What getrusage says begins with the parent's.)"""
    lines = Path("/proc/self/status").read_text().splitlines()
    return next(int(line.split()[1]) for line in lines if line.startswith("VmHWM")) * 1024


def main(path: str, limit: str = "") -> None:
    import engine.data.columns.load  # noqa: F401  (pandas, which is there before any file)

    before = peak()
    if limit:
        now = int(Path("/proc/self/statm").read_text().split()[0]) * resource.getpagesize()
        resource.setrlimit(resource.RLIMIT_AS, (now + int(limit),) * 2)
    started = time.perf_counter()
    found: dict[str, object] = {}
    try:
        table = load_table(DataSpec(source=path))
        found = {"rows": table.n_rows, "sum": float(table.features[:, 0].sum(dtype=float)), "classes": table.classes}
    except PlaygroundError as error:
        found = {"error": str(error)}
    print(json.dumps(found | {"seconds": time.perf_counter() - started, "memory": peak() - before}))


if __name__ == "__main__":
    main(*sys.argv[1:])
