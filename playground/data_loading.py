"""Reads data sources for the session: named ones at once, files in a thread of their own."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, QThread, Signal

from engine.data import Dataset, Table, is_file, load_table, split
from engine.errors import DataError, PlaygroundError
from engine.experiment import Experiment
from engine.fitting import with_classes_of, with_rows_of
from engine.specs import DOWNLOADS, TOYS, DataSpec

KEPT_TABLES = 3
"""Tables kept in memory, so that undo finds them."""


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
        self._readers: list[tuple[_Reader, Callable[[Table], object]]] = []

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

    def when_loaded(self, spec: DataSpec, use: Callable[[Table], object]) -> None:
        """Calls ``use(table)``, at once where that is quick. A later call takes the place of one still reading."""
        self._forget_readers()
        key = self.source_of(spec)
        if key in self._tables or not (is_file(spec.source) or spec.source in DOWNLOADS):
            try:
                table = self.table(spec)
            except PlaygroundError as error:
                self.failed.emit(error)
                return
            use(table)
            return
        reader = _Reader(spec, self)
        self._readers.append((reader, use))
        reader.finished.connect(self._on_finished)
        self.reading.emit(spec.source)
        reader.start()

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

    def _forget_readers(self) -> None:
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
        """Waits for what is being read; its result is dropped."""
        self._forget_readers()
        for reader, _ in self._readers:
            reader.wait()


def _ignore(table: Table) -> None:
    """Takes the place of a callback that nobody waits for any more."""


def fitted(experiment: Experiment, table: Table) -> Experiment:
    """The experiment with output units and row counts that this table can serve."""
    return with_classes_of(with_rows_of(experiment, table), table)
