"""Any table as a person's own: all that is told of it, and every button beside it, ends in rows or in one sentence."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.data import load_table, split
from engine.data.columns.found.told import told_of
from engine.data.dataset import Table
from engine.data.spec import DataSpec
from engine.errors import PlaygroundError, Remark
from engine.experiment.edits.adapt import fitting_rows
from engine.experiment.edits.field_edits import edited
from engine.experiment.experiment import parse
from tests.fuzz.hostile import many, tried

CELLS = [
    "1",
    "2.5",
    "-999",
    "9999",
    "01234",
    "007",
    "9999-12-31",
    "2024-05-06",
    "",
    "NA",
    "red",
    "blue",
    "yes",
    "1e30",
    "x,y",
]


@pytest.fixture(scope="module")
def path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    file = tmp_path_factory.mktemp("fuzz") / "my.csv"
    file.write_text("\n".join(["a,b,label", *(f"{place / 3},{place % 2},{place % 3}" for place in range(30))]))
    all_that_is_told(file)  # what is imported only then is no file's
    return file


@st.composite
def tables(draw: st.DrawFn) -> bytes:
    """Columns of numbers among which other cells stand, and a label."""
    n_rows, n_columns = draw(st.integers(2, 40)), draw(st.integers(1, 4))
    lines = [";".join([*(f"c {place}" for place in range(n_columns)), "label"])]
    others = st.sampled_from(draw(st.lists(st.sampled_from(CELLS), min_size=1, max_size=4)))
    cells = st.one_of(st.integers(0, 30).map(str), st.integers(0, 300).map(lambda value: f"{value / 7:.3f}"), others)
    labels = st.sampled_from(draw(st.sampled_from([["a", "b"], ["a", "b", "c", ""], ["1", "2.5", "-999", "7"], ["x"]])))
    for _ in range(n_rows):
        lines.append(";".join([*(draw(cells) for _ in range(n_columns)), draw(labels)]))
    return "\n".join(lines).encode()


def press(table: Table, remark: Remark) -> None:
    """The button beside a sentence, as the window carries it out."""
    assert remark.mend is not None
    assert table.as_read is not None
    experiment = parse({"data": table.as_read.model_dump(mode="json"), "layers": [{"kind": "dense", "units": 2}]})
    for place, value in remark.mend.edits:
        experiment = edited(experiment, place, value)
    refused = ""
    try:
        again = load_table(experiment.data)
        split(again, fitting_rows(experiment.data, again))
    except PlaygroundError as error:
        refused = str(error)
    assert not refused or (refused.endswith(".") and "\n" not in refused)


def all_that_is_told(path: Path) -> None:
    table = load_table(DataSpec(source=str(path)), is_new=True)
    assert table.as_read is not None
    remarks = told_of(split(table, table.as_read), table.as_read)
    assert [remark.gravity for remark in remarks] == sorted(remark.gravity for remark in remarks)
    for remark in remarks:
        assert str(remark).endswith((".", "?"))
        assert "\n" not in str(remark)
        if remark.mend is not None:
            assert str(remark.mend.text)
            press(table, remark)


@given(data=tables())
@many(120)
def test_all_that_is_told_and_every_button(path: Path, data: bytes) -> None:
    tried("own tables", path, data, all_that_is_told)
