"""The thread that reads a table: what it leaves behind."""

from __future__ import annotations

import gc
import weakref
from pathlib import Path

import numpy as np
import pytest
from pytestqt.qtbot import QtBot

from engine.data import load_table
from engine.data.spec import DataSpec
from engine.errors import DataError
from playground.document import data_loader
from playground.document.data_loader import DataLoader


def test_what_was_read_of_a_file_that_is_refused_is_let_go_of(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    """At once: hundreds of megabytes of a packed file do not wait for the garbage collector."""
    buffers = list[weakref.ref[object]]()

    def read(*_: object, **__: object) -> None:
        half = np.zeros(1000)
        buffers.append(weakref.ref(half))
        try:
            raise EOFError
        except EOFError as error:
            raise DataError("It is too large.") from error

    monkeypatch.setattr(data_loader, "load_table", read)
    loader, told = DataLoader(), list[DataError]()
    loader.failed.connect(told.append)
    gc.disable()
    try:
        with qtbot.waitSignal(loader.failed):
            loader.when_loaded(DataSpec(source="mnist"), lambda _: True)
        assert str(told[0]) == "It is too large."
        assert buffers[0]() is None
    finally:
        gc.enable()
    assert loader.close()


@pytest.mark.parametrize(
    "said",
    [
        {"pictures": False},
        {"label": "x1"},
        {"task": "numbers"},
        {"leave_out_repeats": True},
        {"task": "numbers", "robust_label": True},
        {"lines_left_out": (5,)},
        {"columns": {"x2": {"means_missing": ["3"]}}},
    ],
)
def test_a_table_at_hand_is_no_other_than_the_one_in_the_file(tmp_path: Path, said: dict[str, object]) -> None:
    """Whatever is said of how it is read, after it was read without that."""
    path = tmp_path / "t.csv"
    rows = [",".join(str(row * place % 7) for place in range(1, 17)) + f",{row % 2}" for row in range(40)]
    path.write_text("\n".join([",".join([*(f"x{place}" for place in range(1, 17)), "y"]), *rows]))
    loader = DataLoader()
    first = DataSpec(source=str(path), label="y", scaling="none")
    loader.table(first)
    spec = DataSpec.model_validate({**first.model_dump(), **said})
    shown, wanted = loader.table(spec), load_table(spec)
    assert shown.image_shape == wanted.image_shape
    assert shown.columns == wanted.columns
    np.testing.assert_array_equal(shown.features, wanted.features)
    np.testing.assert_array_equal(shown.labels, wanted.labels)
    assert shown.findings is not None
    assert wanted.findings is not None
    assert [*map(str, shown.findings.notes)] == [*map(str, wanted.findings.notes)]
