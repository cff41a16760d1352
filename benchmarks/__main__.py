"""`make bench`, `python -m benchmarks`: measures, and prints one table.

    python -m benchmarks [--only NAME]... [--json FILE]

A missed goal is a row of the table, not an error: the exit code is 0 unless a benchmark itself breaks.
"""

from __future__ import annotations

import argparse
import json
import sys
import time
import traceback
from collections.abc import Callable
from pathlib import Path
from typing import Any

from benchmarks.convolution import convolution
from benchmarks.digits import digits
from benchmarks.history import history
from benchmarks.lanes import lanes, measure
from benchmarks.memory import memory
from benchmarks.report import Row, environment, skipped, table
from benchmarks.startup import startup
from benchmarks.step import peers, step
from benchmarks.sweeps import sweeps
from benchmarks.tables import csv
from benchmarks.window import window

BENCHMARKS: dict[str, Callable[[], list[Row]]] = {
    "step": step,
    "peers": peers,
    "convolution": convolution,
    "lanes": lanes,
    "measure": measure,
    "sweeps": sweeps,
    "window": window,
    "digits": digits,
    "startup": startup,
    "csv": csv,
    "history": history,
    "memory": memory,
}


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description="Measures the speed of the playground.")
    parser.add_argument("--only", action="append", choices=BENCHMARKS, metavar="NAME", help=", ".join(BENCHMARKS))
    parser.add_argument("--json", type=Path, metavar="FILE", help="write every figure to a file as well")
    chosen = parser.parse_args()
    machine = environment()
    print("\n".join(f"{name:<13} {value}" for name, value in machine.items()), flush=True)
    sections: list[tuple[str, list[Row]]] = []
    results: dict[str, list[dict[str, Any]]] = {}
    broken = 0
    started = time.perf_counter()
    for name in chosen.only or BENCHMARKS:
        print(f"{time.perf_counter() - started:4.0f} s  {name}", file=sys.stderr, flush=True)
        try:
            rows = BENCHMARKS[name]()
        except Exception as error:
            traceback.print_exc()
            rows, broken = [skipped(name, f"broken: {error!r}")], broken + 1
        results[name] = [row.to_dict() for row in rows]
        sections.append((f"{name}: {BENCHMARKS[name].__doc__}", rows))
    print("\n" + table(sections))
    print(f"\nEvery ratio is of things that took turns in the same seconds. {time.perf_counter() - started:.0f} s.")
    if chosen.json:
        chosen.json.write_text(json.dumps({"environment": machine, "benchmarks": results}, indent=2) + "\n")
    return 1 if broken else 0


if __name__ == "__main__":
    sys.exit(main())
