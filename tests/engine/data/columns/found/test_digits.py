"""Numbers with more digits than float32 keeps, against what the file itself holds."""

from __future__ import annotations

import numpy as np
import pytest

from engine.data.columns.proposal import propose
from engine.data.columns.table import table_of
from engine.data.dataset import Table
from engine.data.sheet import SheetOptions
from engine.data.spec import DataSpec
from engine.data.text.read import read_text

MORE = "its numbers have more digits than the 7 that are kept;"


def table(content: str) -> Table:
    sheet = read_text(content.encode(), SheetOptions(), file="my.csv", name="my.csv", exact=("y",))
    return table_of(sheet, propose(sheet, DataSpec(source="my.csv", label="y")))


def told(read: Table) -> list[str]:
    assert read.findings is not None
    return [str(note) for note in read.findings.notes]


def of_column(texts: list[str], name: str = "a") -> str:
    return f"b,{name},y\n" + "".join(f"{i % 4},{text},{'uv'[i % 2]}\n" for i, text in enumerate(texts))


@pytest.mark.parametrize(
    ("texts", "offset"),
    [
        ([f"{1_000_000_000 + i / 10}" for i in range(200)], "1,000,000,000"),
        ([f"{5_412_340 + i / 100:.2f}" for i in range(200)], "5,412,340"),
        ([f"{-5_412_340 - i / 100:.2f}" for i in range(200)], "-5,412,340"),
        ([f"{1_699_999_414 + 37 * i}" for i in range(200)], "1,700,000,000"),
        ([*(f"{2_460_001 + i / 1000:.3f}" for i in range(199)), ""], "2,460,001"),
    ],
)
def test_close_numbers_far_from_zero_are_told_and_rows_differ_where_the_file_says_so(
    texts: list[str], offset: str
) -> None:
    read = table(of_column(texts))
    notes = told(read)
    advice = f"add {offset[1:]}" if offset.startswith("-") else f"subtract {offset}"
    assert f"Column a: {MORE} {advice} in the file." in notes
    assert not [note for note in notes if "never change" in note or "of another row" in note]
    moved = np.array([float(text) - float(offset.replace(",", "")) for text in texts if text])
    assert len(np.unique(moved.astype(np.float32))) == len(moved), "what is advised helps"


@pytest.mark.parametrize(
    "texts",
    [
        [f"{1990 + i % 30}" for i in range(200)],
        [f"{np.sin(i)!r}" for i in range(200)],
        [f"{(i % 3) * 0.1 + 0.2}" for i in range(200)],
        [f"{10_000_000 * (i + 1)}" for i in range(200)],
        [f"{0.1 + 0.2}" if i % 2 else "0.3" for i in range(200)],
        ["0.3", f"{0.1 + 0.2}", "0.301", "0.299"] * 50,
        ["1e30", "2e30"] * 100,
    ],
)
def test_other_numbers_are_not(texts: list[str]) -> None:
    assert not [note for note in told(table(of_column(texts))) if MORE in note]


def test_rows_that_differ_behind_the_digits_that_are_kept_do_not_repeat_each_other() -> None:
    """Only the last row does, in the file: what is told, and what the button leaves out, goes by that."""
    texts = [*(f"{1_000_000_000 + i / 10}" for i in range(200)), "1000000000.0"]
    sheet = read_text(of_column(texts).encode(), SheetOptions(), file="my.csv", name="my.csv", exact=("y",))
    spec = propose(sheet, DataSpec(source="my.csv", label="y"))
    assert next(note for note in told(table_of(sheet, spec)) if "of another row" in note).endswith(
        "of another row: 1. One may be trained on and its twin tested."
    )
    left = table_of(sheet, spec.model_copy(update={"leave_out_repeats": True}))
    assert left.n_rows == 200
    assert f"Column a: {MORE} subtract 1,000,000,000 in the file." in told(left)
    assert not [note for note in told(left) if "of another row" in note]


def test_identifiers_of_18_digits_are_ignored_as_such() -> None:
    notes = told(table(of_column([f"{10**18 + 7 * i}" for i in range(300)], "customer")))
    reason = "its numbers have more digits than can be told apart, as identifiers have"
    assert f"Column customer is ignored: {reason}." in notes
