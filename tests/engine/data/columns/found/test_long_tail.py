"""Numbers to learn over several powers of ten are told, with what to do."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest

from engine.data import load_table
from engine.data.new_file import of_new_file


def told(path: Path, values: np.ndarray, *, is_robust: bool = False) -> list[str]:
    rows = [f"{place * 37 % 101 / 4},{value:.8g}" for place, value in enumerate(values.tolist())]
    path.write_text("\n".join(["x,price", *rows]) + "\n", encoding="utf-8")
    spec = of_new_file(str(path), "price").model_copy(update={"task": "numbers", "robust_label": is_robust})
    found = load_table(spec).findings
    assert found is not None
    return [str(note) for note in found.notes if "logarithm" in str(note)]


def draws(kind: str) -> np.ndarray:
    rng = np.random.default_rng(0)
    of: dict[str, Callable[[], np.ndarray]] = {
        "over four decades": lambda: 10 ** rng.uniform(0, 4, 300),
        "incomes": lambda: rng.lognormal(10, 0.6, 300),
        "normal": lambda: rng.normal(100, 10, 300),
        "through zero": lambda: rng.normal(0, 1, 300) ** 5,
        "even, from small to large": lambda: rng.uniform(0.001, 1000, 300),
    }
    return of[kind]()


def test_prices_over_four_decades(tmp_path: Path) -> None:
    (sentence,) = told(tmp_path / "t.csv", draws("over four decades"))
    low, high = np.quantile(draws("over four decades"), (0.01, 0.99))
    assert sentence.startswith(f"price goes from {low:.3g} to {high:.3g}, and its largest tenth makes up ")
    assert "write the logarithm of it into the file" in sentence
    assert not told(tmp_path / "t.csv", draws("over four decades"), is_robust=True)


@pytest.mark.parametrize("kind", ["incomes", "normal", "through zero", "even, from small to large"])
def test_others_are_left_alone(tmp_path: Path, kind: str) -> None:
    assert not told(tmp_path / "t.csv", draws(kind))
