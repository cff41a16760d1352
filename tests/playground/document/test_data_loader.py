"""The thread that reads a table: what it leaves behind."""

from __future__ import annotations

import gc
import weakref

import numpy as np
import pytest
from pytestqt.qtbot import QtBot

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
