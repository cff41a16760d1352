"""How long big CSV files take to read."""

from __future__ import annotations

import tempfile
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pandas as pd

from benchmarks.report import Row, ratio_row
from benchmarks.timing import race
from engine.data import load_table
from engine.data.spec import DataSpec

GOAL = 1.2
SECONDS = 10.0
DISTINCT = 2000
"""Lines of a large file that differ, where making all of them would take long; they come again and again."""


def csv() -> list[Row]:
    """Our reader with all its checks, over pandas with none."""
    return [
        _row("whole numbers, 60 000 x 785", pixels, 60_000, DISTINCT),
        _row("decimals, 20 000 x 201", decimals, 20_000),
        _row("decimals and class names, 200 000 x 5", flowers, 200_000),
    ]


def _row(what: str, lines: Callable[[np.random.Generator, int], list[str]], rows: int, distinct: int = 0) -> Row:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "table.csv"
        header, *content = lines(np.random.default_rng(0), distinct or rows)
        path.write_text("\n".join([header, *(content * (rows // len(content)))]) + "\n")
        spec = DataSpec(source=str(path))

        def ours(n: int) -> None:
            for _ in range(n):
                load_table(spec)

        def pandas(n: int) -> None:
            for _ in range(n):
                pd.read_csv(path)

        result = race({"ours": ours, "pandas": pandas}, seconds=SECONDS)
        size = path.stat().st_size / 1e6
    return ratio_row(
        f"a CSV file of {what} ({size:.0f} MB), over pandas alone",
        result.ratio("ours", "pandas"),
        at_most=GOAL,
        if_missed=f"{result.microseconds('ours') / 1e6:.2f} s over {result.microseconds('pandas') / 1e6:.2f} s; "
        "see docs/decisions/008",
    )


def pixels(rng: np.random.Generator, rows: int) -> list[str]:
    """784 whole numbers and a class, most of them zero, as MNIST is passed round."""
    values = rng.integers(0, 256, (rows, 784)) * (rng.random((rows, 784)) < 0.2)
    header = "label," + ",".join(f"pixel{i}" for i in range(784))
    return [header, *(f"{i % 10}," + ",".join(map(str, row)) for i, row in enumerate(values.tolist()))]


def decimals(rng: np.random.Generator, rows: int) -> list[str]:
    """200 numbers of nine digits and a class, as a program writes its measurements."""
    values = rng.standard_normal((rows, 200))
    header = ",".join(f"x{i}" for i in range(200)) + ",label"
    return [header, *(",".join(f"{value:.9g}" for value in row) + f",{i % 3}" for i, row in enumerate(values))]


def flowers(rng: np.random.Generator, rows: int) -> list[str]:
    """Four short decimals and the name of a class, as iris."""
    values, names = rng.uniform(0.1, 8, (rows, 4)), ("setosa", "versicolor", "virginica")
    header = "sepal_length,sepal_width,petal_length,petal_width,label"
    return [header, *(",".join(f"{value:.1f}" for value in row) + f",{names[i % 3]}" for i, row in enumerate(values))]
