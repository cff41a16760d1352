"""``playground predict``: what a saved model says of rows, one line a row."""

from __future__ import annotations

import csv
import io
import math
import sys
from collections.abc import Iterable, Iterator
from functools import partial
from pathlib import Path
from typing import BinaryIO, TextIO

import numpy as np

from engine.arrays import Array
from engine.data import load_table
from engine.export.trained import lane_called
from engine.store.atomic import check_writable, write_atomically
from engine.store.model_files import Model, load_model
from engine.store.overwriting import check_kept
from engine.store.predicting import predict
from engine.store.scoring import columns_of, is_by_place
from engine.store.taken_as import taken_as
from engine.visible import visible
from playground.cli.exit_codes import DIVERGED, DONE
from playground.cli.other_file import read_as
from playground.cli.telling import tell


def run(path: str, source: str, out: str | None, lane: str | None, settings: tuple[str, ...] = ()) -> int:
    """Writes a CSV of as many rows as there are. Returns the exit code.

    Raises:
        PlaygroundError: the model or the data cannot be used, or they do not fit each other.
    """
    if out is not None:
        check_writable(out)
    model = load_model(Path(path))
    chosen = lane_called(model.experiment, lane)
    if out is not None:
        check_kept(out, [path, source])
    spec = read_as(model.experiment, source, settings)
    table = load_table(spec, choose=partial(columns_of, model), columns=model.preparation.columns, needs_label=False)
    said = predict(model, table, chosen)
    lines = _lines(model, said)
    if out is None:
        _write(sys.stdout, ([visible(text) for text in line] for line in lines) if sys.stdout.isatty() else lines)
    else:
        write_atomically(out, partial(_save, lines))
    for remark in taken_as(model, table):
        tell(remark, err=True)
    if is_by_place(model, table):
        tell(f"The columns of {table.name} are taken in their order: {path} has no names for them.", err=True)
    if not np.isfinite(said).all():
        name = model.experiment.lanes[chosen].name
        tell(f"{name}: diverged in training, so its answers are no numbers.", err=True)
        return DIVERGED
    return DONE


def _lines(model: Model, said: Array) -> Iterator[list[str]]:
    """A header and a line a row: the class and how likely each is, or the number."""
    if model.task == "numbers":
        yield [model.target_name or "prediction"]
        digits = _digits(model)
        yield from ([f"{value:.{digits}g}"] for value in said.tolist())
        return
    yield ["class", *(f"p({name})" for name in model.classes)]
    taken = said.argmax(axis=1).tolist()
    for index, shares in zip(taken, said.tolist(), strict=True):
        yield [model.classes[index], *(f"{share:.6g}" for share in shares)]


def _digits(model: Model) -> int:
    """Significant ones, so that what sets numbers apart has seven of them: of 1,000,000,020 and 1,000,000,000 more."""
    larger = abs(model.target_offset) / model.target_scale
    return 7 if larger < 10 else min(17, 7 + int(math.log10(larger)))


def _save(lines: Iterable[list[str]], stream: BinaryIO) -> None:
    text = io.TextIOWrapper(stream, encoding="utf-8", newline="", write_through=True)
    _write(text, lines)
    text.detach()


def _write(file: TextIO, lines: Iterable[list[str]]) -> None:
    csv.writer(file, lineterminator="\n").writerows(lines)
