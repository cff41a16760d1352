"""Reads data sources for the session: named ones at once, files in a thread of their own."""

from __future__ import annotations

import time
from collections import OrderedDict
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QThread, Signal

from engine.data import CancelledError, Dataset, Table, is_file, load_table, split
from engine.data.new_file import WRITING
from engine.data.sources.registry import source_of
from engine.data.spec import DataSpec
from engine.errors import DataError, PlaygroundError

if TYPE_CHECKING:
    from engine.data.sheet import Sheet

_WRITTEN_BY = ("source", *WRITING)
_TAKEN_AS = ("label", "task", "robust_label", "pictures", "leave_out_repeats")
_READ_BY = ("source", "color", "downsample", *_WRITTEN_BY[1:], *_TAKEN_AS)
"""Fields of the data that say how a file is read, what it is taken for, and what is told of it, beside its columns."""
KEPT_TABLES = 3
"""Tables kept in memory, so that undo finds them."""


CLOSE_TIMEOUT = 1.5
"""Seconds for all readers together."""
REPORT_EVERY = 0.05
"""Seconds."""
REPORT_FILES_AFTER = 0.5
"""Seconds that reading a file may take before it is worth a word."""
_abandoned: list[QThread] = []


class _Reader(QThread):
    """Reads one table. Its ``spec`` has the label column that was used, also where that was guessed."""

    progressed = Signal(object)
    """(source, bytes that are there, bytes of all files) of a download, or of a file that takes long to read."""

    def __init__(self, spec: DataSpec, parent: QObject, *, guess_label: bool, is_new: bool) -> None:
        super().__init__(parent)
        self.spec = spec
        self._guess_label = guess_label
        self._is_new = is_new
        self.table: Table | None = None
        self.error: PlaygroundError | None = None
        self._is_file = is_file(spec.source)
        self._reported = time.monotonic() + REPORT_FILES_AFTER if self._is_file else 0.0

    def run(self) -> None:
        try:
            table = load_table(self.spec, guess_label=self._guess_label, is_new=self._is_new, report=self._report)
            if self._is_new and table.as_read is None:  # pictures say by themselves whether they are in colour
                self.spec = self.spec.model_copy(update={"color": table.is_colored})
            self.spec = table.as_read or self.spec
            self.table = table
        except PlaygroundError as error:
            self.error = error.kept()
        except Exception as error:
            self.error = DataError("{name} cannot be read: {problem}.", name=self.spec.source, problem=repr(error))

    def _report(self, done: int, total: int) -> None:
        if self.isInterruptionRequested():
            template = "{name} is not read." if self._is_file else "{name} is not downloaded."
            raise CancelledError(template, name=self.spec.source)
        now = time.monotonic()
        if now - self._reported > REPORT_EVERY:
            self._reported = now
            self.progressed.emit((self.spec.source, done, total))


class DataLoader(QObject):
    """Tables by source, the latest few kept."""

    failed = Signal(object)
    """A DataError."""
    reading = Signal(str)
    """The source that is being read; empty when done."""
    downloading = Signal(object)
    """(source, bytes that are there, bytes of all files); None when that is over."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._tables: OrderedDict[tuple[object, ...], Table] = OrderedDict()
        self._latest: tuple[tuple[object, ...], DataSpec, Dataset] | None = None
        self._readers: list[tuple[_Reader, Callable[[Table], bool]]] = []

    @staticmethod
    def source_of(spec: DataSpec) -> tuple[object, ...]:
        """What makes the rows of a table what they are."""
        if not is_file(spec.source):
            return spec.source, spec.downsample
        try:
            changed_at = Path(spec.source).expanduser().stat().st_mtime_ns
        except (OSError, RuntimeError, ValueError):  # whatever is wrong with the path, reading it will say
            changed_at = 0
        return (*(getattr(spec, field) for field in _READ_BY), tuple(sorted(spec.columns.items(), key=str)), changed_at)

    @property
    def is_reading(self) -> bool:
        """Whether a source is being read that somebody waits for."""
        return any(use is not _ignore for _, use in self._readers)

    def is_quick(self, spec: DataSpec) -> bool:
        """Whether the table of a source is at hand, soon made, or a file that is not there at all."""
        if self.source_of(spec) in self._tables or self._sheet_of(spec) is not None:
            return True
        return not exists(spec.source) if is_file(spec.source) else not source_of(spec.source).is_download

    def when_loaded(
        self, spec: DataSpec, use: Callable[[Table], bool], *, guess_label: bool = False, is_new: bool = False
    ) -> bool:
        """Calls ``use(table)``, at once where that is quick. A later call takes the place of one still reading.

        With ``guess_label`` the likeliest column of a file is its label where it has none of the name in the spec; with
        ``is_new`` all of a file is guessed. See `engine.data.load_table`.
        False where that has failed already, and `failed` has said why.
        """
        self.forget()
        if not (is_new and exists(spec.source)) and self.is_quick(spec):
            try:
                table = self.table(spec)
            except PlaygroundError as error:
                self.failed.emit(error)
                return False
            return use(table)
        reader = _Reader(spec, self, guess_label=guess_label, is_new=is_new)
        self._readers.append((reader, use))
        reader.progressed.connect(self._on_progressed)
        reader.finished.connect(self._on_finished)
        self.reading.emit(spec.source)
        reader.start()
        return True

    def table(self, spec: DataSpec) -> Table:
        """The table of a source, read now unless it is at hand. Raises DataError."""
        if source_of(spec.source).is_made:  # in no time, and so many while a slider moves that no file would be kept
            return load_table(spec)
        key = self.source_of(spec)
        if key not in self._tables:
            self._keep(key, self._reread(spec) or load_table(spec))
        self._tables.move_to_end(key)
        return self._tables[key]

    def at_hand(self, spec: DataSpec) -> Table | None:
        """The table of a source, if it was read lately."""
        return self._tables.get(self.source_of(spec))

    def _reread(self, spec: DataSpec) -> Table | None:
        """The table of a file that was read as it is to be read now, but for what its columns are for."""
        sheet = self._sheet_of(spec)
        if sheet is None:
            return None
        from engine.data.columns.table import table_of  # here, because only files have columns

        return table_of(sheet, spec)

    def _sheet_of(self, spec: DataSpec) -> Sheet | None:
        """The label column must be the same, for that is read more exactly."""
        changed_at = self.source_of(spec)[-1]
        for key, table in self._tables.items():
            read = table.as_read
            if (
                table.sheet is not None
                and read is not None
                and (_written(read), key[-1]) == (_written(spec), changed_at)
            ):
                return table.sheet
        return None

    def dataset(self, spec: DataSpec) -> Dataset:
        """Training and test rows; the latest ones are kept. Raises DataError."""
        key = self.source_of(spec)
        if self._latest is None or self._latest[0] != key or not self._latest[1].has_rows_of(spec):
            self._latest = (key, spec, split(self.table(spec), spec))
        return self._latest[2]

    def _keep(self, key: tuple[object, ...], table: Table) -> None:
        self._tables[key] = table
        while len(self._tables) > KEPT_TABLES:
            self._tables.popitem(last=False)

    def forget(self) -> None:
        """Nobody waits for what is being read any more: a download stops, and leaves nothing unfinished behind."""
        for reader, _ in self._readers:
            reader.requestInterruption()
        self._readers = [(reader, _ignore) for reader, _ in self._readers]
        self.downloading.emit(None)

    def cancel(self) -> None:
        """As a person wants it: what there was stays."""
        if self.is_reading:
            self.forget()
            self.reading.emit("")

    def _on_progressed(self, progress: tuple[str, int, int]) -> None:
        source = progress[0]
        if any(reader.spec.source == source and use is not _ignore for reader, use in self._readers):
            self.downloading.emit(progress)

    def _on_finished(self) -> None:
        ended = [(reader, use) for reader, use in self._readers if reader.isFinished()]
        self._readers = [(reader, use) for reader, use in self._readers if not reader.isFinished()]
        if not self.is_reading:
            self.downloading.emit(None)
            self.reading.emit("")
        for reader, use in ended:
            reader.deleteLater()
            if use is _ignore:
                continue
            if reader.error is not None:
                self.failed.emit(reader.error)
            elif reader.table is not None:
                self._keep(self.source_of(reader.spec), reader.table)
                use(reader.table)

    def close(self) -> bool:
        """Waits a moment for what is being read; its result is dropped. False if something goes on reading: see
        `playground.shell.app.run`.
        """
        self.forget()
        ends = time.monotonic() + CLOSE_TIMEOUT
        busy = [
            reader for reader, _ in self._readers if not reader.wait(max(0, round(1000 * (ends - time.monotonic()))))
        ]
        for reader in busy:
            reader.setParent(None)  # Qt aborts when a running thread is destroyed with its parent
        _abandoned.extend(busy)
        return not busy


def _written(spec: DataSpec) -> tuple[object, ...]:
    """What makes the sheet of a file what it is."""
    return (spec.label_column, *(getattr(spec, field) for field in _WRITTEN_BY))


def exists(source: str) -> bool:
    """Whether there is anything under the path of a file."""
    try:
        return Path(source).expanduser().exists()
    except (OSError, RuntimeError, ValueError):
        return False


def _ignore(table: Table) -> bool:
    """Takes the place of a callback that nobody waits for any more."""
    return False
