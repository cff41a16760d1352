"""Reads data sources for the session: named ones at once, files in a thread of their own."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, QThread, Signal

from engine.data import Dataset, Table, is_file, load_table, split
from engine.errors import DataError, PlaygroundError
from engine.specs import DOWNLOADS, TOYS, DataSpec

KEPT_TABLES = 3
"""Tables kept in memory, so that undo finds them."""


CLOSE_TIMEOUT = 1500
"""Milliseconds."""
_abandoned: list[QThread] = []


class _Reader(QThread):
    """Reads one table."""

    def __init__(self, spec: DataSpec, parent: QObject) -> None:
        super().__init__(parent)
        self.spec = spec
        self.table: Table | None = None
        self.error: PlaygroundError | None = None

    def run(self) -> None:
        try:
            self.table = load_table(self.spec)
        except PlaygroundError as error:
            self.error = error
        except Exception as error:
            self.error = DataError("{name} cannot be read: {problem}.", name=self.spec.source, problem=repr(error))


class DataLoader(QObject):
    """Tables by source, the latest few kept."""

    failed = Signal(object)
    """A DataError."""
    reading = Signal(str)
    """The source that is being read; empty when done."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._tables: OrderedDict[tuple[object, ...], Table] = OrderedDict()
        self._readers: list[tuple[_Reader, Callable[[Table], bool]]] = []

    @staticmethod
    def source_of(spec: DataSpec) -> tuple[object, ...]:
        """What makes the rows of a table what they are."""
        if spec.source in TOYS:
            return (spec.source, spec.train + spec.test, spec.noise, spec.shuffle_seed)
        if not is_file(spec.source):
            return (spec.source,)
        try:
            changed_at = Path(spec.source).expanduser().stat().st_mtime_ns
        except (OSError, RuntimeError, ValueError):  # whatever is wrong with the path, reading it will say
            changed_at = 0
        return (spec.source, spec.label, changed_at)

    @property
    def is_reading(self) -> bool:
        """Whether a source is being read that somebody waits for."""
        return any(use is not _ignore for _, use in self._readers)

    def when_loaded(self, spec: DataSpec, use: Callable[[Table], bool]) -> bool:
        """Calls ``use(table)``, at once where that is quick. A later call takes the place of one still reading.

        False where that has failed already, and `failed` has said why.
        """
        self.forget()
        key = self.source_of(spec)
        if key in self._tables or not (is_file(spec.source) or spec.source in DOWNLOADS):
            try:
                table = self.table(spec)
            except PlaygroundError as error:
                self.failed.emit(error)
                return False
            return use(table)
        reader = _Reader(spec, self)
        self._readers.append((reader, use))
        reader.finished.connect(self._on_finished)
        self.reading.emit(spec.source)
        reader.start()
        return True

    def table(self, spec: DataSpec) -> Table:
        """The table of a source, read now unless it is at hand. Raises DataError."""
        key = self.source_of(spec)
        if key not in self._tables:
            self._keep(key, load_table(spec))
        self._tables.move_to_end(key)
        return self._tables[key]

    def dataset(self, spec: DataSpec) -> Dataset:
        """Training and test rows. Raises DataError."""
        return split(self.table(spec), spec)

    def _keep(self, key: tuple[object, ...], table: Table) -> None:
        self._tables[key] = table
        while len(self._tables) > KEPT_TABLES:
            self._tables.popitem(last=False)

    def forget(self) -> None:
        """Nobody waits for what is being read any more."""
        self._readers = [(reader, _ignore) for reader, _ in self._readers]

    def _on_finished(self) -> None:
        ended = [(reader, use) for reader, use in self._readers if reader.isFinished()]
        self._readers = [(reader, use) for reader, use in self._readers if not reader.isFinished()]
        if not self._readers:
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

    def close(self) -> None:
        """Waits a moment for what is being read; its result is dropped. A download that hangs is left to itself."""
        self.forget()
        for reader, _ in self._readers:
            if not reader.wait(CLOSE_TIMEOUT):
                reader.setParent(None)  # Qt aborts when a running thread is destroyed with its parent
                _abandoned.append(reader)


def _ignore(table: Table) -> bool:
    """Takes the place of a callback that nobody waits for any more."""
    return False
