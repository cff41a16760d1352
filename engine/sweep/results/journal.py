"""What a sweep has found so far, on disk: a folder beside the result, from which a sweep that was killed goes on.

The journal grows by a line a batch, each written through to the disk: a checksum and a JSON object. The first says
which sweep it is. A last line that is cut off was never finished, and does not count. Beside it lie the checkpoints of
a rung.
"""

from __future__ import annotations

import contextlib
import json
import os
import shutil
import sys
import zlib
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, BinaryIO, Final

from engine.errors import PlaygroundError
from engine.experiment.experiment import parse
from engine.store.run_files import load_checkpoint, save_checkpoint
from engine.sweep.plan import Plan, Trial
from engine.sweep.results.trial_result import TrialResult, result_of
from engine.train.kept.run_state import Checkpoint

if sys.platform != "win32":
    import fcntl

ENDING: Final = ".sweep"
NAME: Final = "journal"
SCRATCH: Final = "scratch"
"""Where a cluster on this computer may leave what it likes."""
_LARGEST: Final = 4_000_000_000


def folder_of(out: Path) -> Path:
    """Where a sweep with this result keeps what it has found so far."""
    return out.with_name(out.name + ENDING)


def header_of(plan: Plan, rows: str) -> dict[str, Any]:
    """What makes a sweep another one. rows: their hash."""
    return {
        "version": 1,
        "experiment": plan.experiment.to_dict(),
        "paths": list(plan.paths),
        "halving": plan.halving,
        "rows": rows,
        "trials": [[t.setting, t.lane, list(t.values), t.seed] for t in plan.trials],
    }


def plan_of(header: Mapping[str, Any]) -> Plan:
    """The plan that a header tells of. Raises ExperimentError, ValueError."""
    trials = tuple(
        Trial(number, setting, lane, tuple(tuple(v) if isinstance(v, list) else v for v in values), seed)
        for number, (setting, lane, values, seed) in enumerate(header["trials"])
    )
    return Plan(parse(header["experiment"]), tuple(header["paths"]), trials, bool(header["halving"]))


def begun(folder: Path) -> dict[str, Any]:
    """The header of a sweep that was broken off. Raises PlaygroundError where there is none."""
    path = folder / NAME
    records = read_records(path)[0] if path.is_file() else []
    if not records:
        raise PlaygroundError("There is no {folder} of a sweep that was broken off.", folder=folder)
    return records[0]


class Journal:
    """Writes one folder, which nobody else may. A context manager."""

    def __init__(self, folder: Path, header: Mapping[str, Any], *, resume: bool) -> None:
        """Begins, or goes on where the folder has a sweep of the same header.

        Raises:
            PlaygroundError: there is one, and nobody asked to go on; it is another; or it cannot be written.
        """
        self.folder = folder
        self.results: dict[int, TrialResult] = {}
        """The newest of each trial."""
        self.stages: dict[int, int] = {}
        """trial -> the stage that it belongs to."""
        self._places: dict[tuple[int, int], tuple[str, int]] = {}
        self._loaded: tuple[str, Checkpoint] | None = None
        path = folder / NAME
        wanted = json.loads(json.dumps(header))
        try:
            folder.mkdir(exist_ok=True)
            self._stream: BinaryIO = path.open("r+b" if path.exists() else "w+b", buffering=0)
        except OSError as error:
            raise _cannot(folder, error) from None
        try:
            self._lock()  # first: what is being written was not broken off
            if path.stat().st_size > 0 and not resume:
                raise PlaygroundError(
                    "{folder} holds a sweep that was broken off: go on with --resume, or remove it to begin anew.",
                    folder=folder,
                )
            records, length = read_records(path)
            if records:
                if records[0] != wanted:
                    raise PlaygroundError(
                        "{folder} holds another sweep: name another --out, or remove it to begin anew.", folder=folder
                    )
                for record in records[1:]:
                    self._take(record)
            self._stream.truncate(length)
            self._stream.seek(length)
            if not records:
                self._write(wanted)
        except BaseException:
            self._stream.close()
            raise

    def _lock(self) -> None:
        if sys.platform == "win32":
            return
        try:
            fcntl.flock(self._stream, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            raise PlaygroundError("{folder} is being written by another sweep.", folder=self.folder) from None
        except OSError:
            return  # a file system without locks

    def __enter__(self) -> Journal:
        return self

    def __exit__(self, *_: object) -> None:
        self._stream.close()

    def add(self, stage: int, results: Sequence[TrialResult], checkpoint: Checkpoint | None = None) -> None:
        """Writes what came of a batch in a stage, and what it goes on from.

        Raises:
            PlaygroundError: it cannot be written.
        """
        name = ""
        if checkpoint is not None:
            name = f"rung{stage}-{results[0].trial}.run"
            save_checkpoint(checkpoint, self.folder / name)
        record = {"stage": stage, "checkpoint": name, "results": [result.to_dict() for result in results]}
        self._write(record)
        self._take(record)

    def _write(self, record: Mapping[str, Any]) -> None:
        line = _line(record)
        try:
            if self._stream.write(line) != len(line):
                raise OSError("it was written in part")
            os.fsync(self._stream.fileno())
        except OSError as error:
            raise _cannot(self.folder, error) from None

    def _take(self, record: Mapping[str, Any]) -> None:
        for place, data in enumerate(record["results"]):
            result = result_of(data)
            self.results[result.trial], self.stages[result.trial] = result, record["stage"]
            if record["checkpoint"]:
                self._places[record["stage"], result.trial] = record["checkpoint"], place

    def checkpoint(self, stage: int, trial: int) -> tuple[Checkpoint, int] | None:
        """Where a trial stood at the end of a stage, and which lane it was; None where that is not known any more."""
        name, lane = self._places.get((stage, trial), ("", 0))
        if not name:
            return None
        if self._loaded is None or self._loaded[0] != name:
            try:
                self._loaded = name, load_checkpoint(self.folder / name)
            except PlaygroundError:
                return None
        return self._loaded[1], lane

    def forget(self, stage: int) -> None:
        """Nothing goes on from this stage any more."""
        for name in {name for (of, _), (name, _) in self._places.items() if of == stage}:
            with contextlib.suppress(OSError):
                (self.folder / name).unlink()

    def remove_if_empty(self) -> None:
        """Nothing came of the sweep: it can begin anew."""
        if not self.results:
            self.remove()

    def remove(self) -> None:
        """The result is written: nothing of the sweep stays but that."""
        self._stream.close()
        shutil.rmtree(self.folder, ignore_errors=True)


def read_records(path: Path) -> tuple[list[dict[str, Any]], int]:
    """The sound lines of a journal, up to the first that is not, and how many bytes they are.

    Raises:
        PlaygroundError: it cannot be read.
    """
    try:
        with path.open("rb") as stream:
            data = stream.read(_LARGEST)
    except OSError as error:
        raise PlaygroundError("{file} cannot be read: {reason}.", file=path, reason=error.strerror or error) from None
    records, length = [], 0
    for line in data.splitlines(keepends=True):
        checksum, _, text = line.removesuffix(b"\n").partition(b" ")
        if not line.endswith(b"\n") or checksum != b"%08x" % zlib.crc32(text):
            break
        records.append(json.loads(text))
        length += len(line)
    return records, length


def _line(record: Mapping[str, Any]) -> bytes:
    text = json.dumps(record, ensure_ascii=False, separators=(",", ":")).encode("utf-8", "surrogatepass")
    return b"%08x %s\n" % (zlib.crc32(text), text)


def _cannot(folder: Path, error: OSError) -> PlaygroundError:
    return PlaygroundError("{file} cannot be written: {reason}.", file=folder, reason=error.strerror or str(error))
