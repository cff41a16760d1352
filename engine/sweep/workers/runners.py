"""Who trains batches: this process, or a cluster (`engine.sweep.workers.on_dask`)."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Protocol

from engine.data import Table
from engine.errors import PlaygroundError
from engine.records import record
from engine.sweep.batches import Batch
from engine.sweep.workers import running
from engine.sweep.workers.running import BatchResult
from engine.train.memory import physical_memory


@record
class Outcome:
    """What came of a batch; without a ``result`` it failed, for a ``reason``."""

    batch: Batch
    result: BatchResult | None = None
    reason: PlaygroundError | None = None


class Runner(Protocol):
    """Trains batches, in whatever order."""

    @property
    def workers(self) -> int:
        """How many batches are trained at the same time."""

    @property
    def memory(self) -> int | None:
        """Bytes that each worker has; None where that is not known."""

    def run(self, batches: Iterable[Batch], tables: Sequence[Table], watch: Watch) -> Iterator[Outcome]:
        """What came of each, as it comes; ends early where that is asked for."""


@record
class Watch:
    """stepped: is told the first trial of a batch and its step, as batches go on. should_stop: whether to end now."""

    stepped: Callable[[int, int], None] = lambda trial, step: None
    should_stop: Callable[[], bool] = lambda: False


class Here:
    """This process, one batch after the other."""

    workers = 1

    @property
    def memory(self) -> int | None:
        """Of this computer."""
        return physical_memory()

    def run(self, batches: Iterable[Batch], tables: Sequence[Table], watch: Watch) -> Iterator[Outcome]:
        """See `Runner.run`."""
        for batch in batches:

            def goes_on(step: int, trial: int = batch.trials[0]) -> bool:
                watch.stepped(trial, step)
                return not watch.should_stop()

            try:
                found = running.run_batch(batch, tables[batch.table], goes_on)
            except Exception as error:
                yield Outcome(batch, reason=reason_of(error))
                continue
            if found is None:
                return
            yield Outcome(batch, found)
            if watch.should_stop():
                return


def reason_of(error: BaseException) -> PlaygroundError:
    """Why a batch failed, in one line."""
    if isinstance(error, PlaygroundError):
        return error.kept()
    text = " ".join(str(error).split())
    return PlaygroundError("{error}", error=f"{type(error).__name__}: {text}".rstrip(": "))
