"""A window's work on disk: a file that grows by one line a change, so that a long history costs no more than a short.

A line is a checksum and a JSON object: the experiments that are new, which get the next numbers, and what has become
of the list of edits, which name their experiments by number. A last line that is cut off was never finished, and does
not count.
"""

from __future__ import annotations

import json
import os
import zlib
from itertools import takewhile
from pathlib import Path
from typing import Any, Final

from engine.errors import PlaygroundError
from engine.experiment.experiment import Experiment, parse
from engine.store.atomic import write_atomically
from playground.document.work import Edit, Work

LARGEST_GAIN: Final = 8_000_000
"""Bytes that the file may grow by before what is no longer needed is left out."""
_LARGEST: Final = 1_000_000_000
_DAMAGE: Final = (
    *(ValueError, TypeError, LookupError, AttributeError, AssertionError),
    *(ArithmeticError, RecursionError, MemoryError),  # a number without end, brackets without end
)


class Journal:
    """Writes one file, from one thread. Nobody else may write it."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._numbers: dict[int, int] = {}
        self._experiments: list[Experiment] = []
        """Those in the file, by number; kept, so that no other object can have the id of one."""
        self._written: Work | None = None
        self._room = 0
        """Bytes that may still be added."""

    def write(self, work: Work) -> None:
        """Adds what has changed. What was written before is still there if this fails.

        Raises:
            PlaygroundError: it cannot be written.
        """
        if work.is_same(self._written):
            return
        if self._written is None or self._room <= 0:
            self._write_anew(work)
        else:
            self._add(work)
        self._written = work

    def _write_anew(self, work: Work) -> None:
        self._forget()
        line = self._line(Work(work.experiment), work)
        write_atomically(self.path, lambda stream: stream.write(line))
        self._room = LARGEST_GAIN

    def _add(self, work: Work) -> None:
        assert self._written is not None
        line = self._line(self._written, work)
        try:
            with self.path.open("ab", buffering=0) as stream:
                if stream.write(line) != len(line):
                    raise OSError("it was written in part")
                os.fsync(stream.fileno())
        except OSError:
            # Perhaps there is half a line now. A whole new file needs no more of what is wrong with this one.
            self._forget()
            self._write_anew(work)
            return
        self._room -= len(line)

    def _forget(self) -> None:
        self._written = None
        self._numbers.clear()
        self._experiments.clear()

    def _line(self, old: Work, new: Work) -> bytes:
        first = len(self._experiments)
        is_first = not first
        old_edits = () if is_first else old.edits
        dropped = _dropped(old_edits, new.edits)
        rest = old_edits[dropped:]
        kept = sum(1 for _ in takewhile(lambda pair: pair[0] is pair[1], zip(rest, new.edits, strict=False)))
        edits = [[edit.text, self._number(edit.old), self._number(edit.new), _paths(edit)] for edit in new.edits[kept:]]
        record = {
            "drop": dropped,
            "keep": kept,
            "edits": edits,
            "experiment": self._number(new.experiment),
            "index": new.index,
            "clean": new.clean,
            "path": _text(new.path),
            "experiments": [experiment.to_dict() for experiment in self._experiments[first:]],
        }
        text = json.dumps(record, ensure_ascii=False, separators=(",", ":")).encode("utf-8", "surrogatepass")
        return b"%08x %s\n" % (zlib.crc32(text), text)

    def _number(self, experiment: Experiment) -> int:
        number = self._numbers.get(id(experiment))
        if number is None:
            number = self._numbers[id(experiment)] = len(self._experiments)
            self._experiments.append(experiment)
        return number


def read(path: Path) -> Work:
    """The work that was written last.

    Raises:
        PlaygroundError: one sentence that says that the file is damaged, or cannot be read.
    """
    try:
        with path.open("rb") as stream:
            data = stream.read(_LARGEST)
    except OSError as error:
        raise PlaygroundError("{file} cannot be read: {reason}.", file=path, reason=error.strerror or error) from None
    try:
        return _replay(_records(data))
    except _DAMAGE:
        raise PlaygroundError("{file} is damaged.", file=path) from None


def _records(data: bytes) -> list[dict[str, Any]]:
    lines = data.split(b"\n")
    records = []
    for number, line in enumerate(lines):
        checksum, _, text = line.partition(b" ")
        if len(checksum) == 8 and checksum == b"%08x" % zlib.crc32(text):
            records.append(json.loads(text.decode("utf-8", "surrogatepass")))
        elif any(lines[number + 1 :]):
            raise ValueError("a line in the middle is damaged")
    return records


def _replay(records: list[dict[str, Any]]) -> Work:
    experiments: list[Experiment] = []
    edits: list[Edit] = []
    for record in records:
        experiments += [parse(recipe) for recipe in record["experiments"]]
        kept = edits[record["drop"] :][: record["keep"]]
        edits = kept + [
            Edit(str(text), experiments[old], experiments[new], _read_paths(paths))
            for text, old, new, paths in record["edits"]
        ]
    last = records[-1]
    index, clean = int(last["index"]), int(last["clean"])
    if not (0 <= index <= len(edits) and -1 <= clean <= len(edits)):
        raise ValueError("a place that the history does not have")
    path = last["path"]
    return Work(experiments[last["experiment"]], tuple(edits), index, clean, None if path is None else Path(path))


def _dropped(old: tuple[Edit, ...], new: tuple[Edit, ...]) -> int:
    """How many of the oldest edits are no longer there, as there may be only so many."""
    return next((i for i, edit in enumerate(old) if edit is new[0]), len(old)) if new else len(old)


def _text(path: Path | None) -> str | None:
    return None if path is None else str(path)


def _paths(edit: Edit) -> list[str | None] | None:
    return None if edit.paths is None else [_text(path) for path in edit.paths]


def _read_paths(paths: list[str | None] | None) -> tuple[Path | None, Path | None] | None:
    if paths is None:
        return None
    old, new = (None if path is None else Path(path) for path in paths)
    return old, new
