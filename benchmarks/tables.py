"""How long a big CSV file takes to read."""

from __future__ import annotations

import tempfile
from pathlib import Path

import numpy as np
import pandas as pd

from benchmarks.report import Row, ratio_row
from benchmarks.timing import race
from engine.data import load_table
from engine.specs import DataSpec

ROWS, FEATURES, DISTINCT = 60_000, 784, 400


def csv() -> list[Row]:
    """Our reader with all its checks, over pandas with none."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "pictures.csv"
        write(path)
        spec = DataSpec(source=str(path))

        def ours(n: int) -> None:
            for _ in range(n):
                load_table(spec)

        def pandas(n: int) -> None:
            for _ in range(n):
                pd.read_csv(path)

        result = race({"ours": ours, "pandas": pandas}, seconds=15.0)
        size = path.stat().st_size / 1e6
    return [
        ratio_row(
            f"a CSV file of 60 000 x 785 ({size:.0f} MB) over pandas alone", result.ratio("ours", "pandas"), at_most=1.2
        )
    ]


def write(path: Path) -> None:
    """Pixels of which most are zero; the same few hundred lines again and again, which no reader can know."""
    rng = np.random.default_rng(0)
    pixels = rng.integers(0, 256, (DISTINCT, FEATURES)) * (rng.random((DISTINCT, FEATURES)) < 0.2)
    lines = [f"{i % 10}," + ",".join(map(str, row)) for i, row in enumerate(pixels.tolist())]
    header = "label," + ",".join(f"pixel{i}" for i in range(FEATURES))
    path.write_text("\n".join([header, *(lines * (ROWS // DISTINCT))]) + "\n")
