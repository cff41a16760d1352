"""A sweep's batches on Dask distributed: each is one task, and the rows travel once.

The one module that needs Dask, the extra ``[sweep]``: import it where a cluster is wanted, by `dask_is_there`.
"""

from __future__ import annotations

import contextlib
import logging
import queue
import shutil
import time
from asyncio import CancelledError
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from types import TracebackType
from typing import Any, Final

import dask
from distributed import Client, Future, KilledWorker, LocalCluster, get_worker
from distributed.comm.addressing import parse_address, parse_host_port
from distributed.comm.registry import get_backend
from distributed.worker import thread_state

from engine.data import Table
from engine.errors import PlaygroundError
from engine.sweep.batches import Batch
from engine.sweep.lane_checkpoints import portable
from engine.sweep.workers import worker_signals
from engine.sweep.workers.freed_memory import keep_freed_memory
from engine.sweep.workers.interrupts import interrupts_held_back
from engine.sweep.workers.runners import Outcome, Watch, reason_of
from engine.sweep.workers.running import BatchResult, run_batch
from engine.sweep.workers.versions import Versions, versions
from engine.train.memory import physical_memory

TOPIC: Final = "playground-sweep"
IN_FLIGHT: Final = 2
"""Batches for each worker that the scheduler knows of: the next one is there when one ends."""
MOST_LOSSES: Final = 10
"""Times in a row that batches may be lost with the rows or the scheduler, without one that ends."""
PATIENCE: Final = 20.0
"""Seconds to wait for a scheduler that is gone, or for the first worker."""
_POLL: Final = 0.2
_LOST: Final = (OSError, TimeoutError, CancelledError)
"""What Dask raises while a scheduler goes away."""
_SETTINGS: Final = {
    "distributed.worker.memory.target": False,  # nothing is to be gained by writing rows to a disk
    "distributed.worker.memory.spill": False,
    "distributed.comm.timeouts.connect": "10s",
    "distributed.worker.profile.enabled": False,  # which looks at the training thread a hundred times a second
    "distributed.admin.system-monitor.disk": False,
    # What each process does beside training, whatever it trains; by itself 50, 10 and 2 times a second.
    "distributed.admin.tick.interval": "500ms",
    "distributed.worker.memory.monitor-interval": "1s",
    "distributed.admin.system-monitor.interval": "5s",
}


class ClusterGoneError(PlaygroundError):
    """The cluster went away; what is done is kept."""


class Cluster:
    """Workers: processes of this computer, or those of a scheduler. A context manager; leaves no process behind."""

    def __init__(self, *, workers: int, scheduler: str | None = None, scratch: Path) -> None:
        """workers: how many processes, where there is no ``scheduler`` with its own.

        Raises:
            PlaygroundError: there is no scheduler, it has no workers, or they have other versions.
        """
        _silence()
        self._where = scheduler or "this computer"
        self._scratch = scratch
        self._workers = 1
        self._cluster: LocalCluster | None = None
        self._sent: dict[int, tuple[Table, Future]] = {}
        own: dict[str, Any] = {"temporary-directory": str(scratch)}
        if scheduler is None:
            own["distributed.worker.preload"] = [worker_signals.__name__]
        self._config = dask.config.set({**_SETTINGS, **own})
        try:
            if scheduler is None:
                memory = physical_memory()
                with interrupts_held_back():
                    self._cluster = LocalCluster(
                        n_workers=workers,
                        threads_per_worker=1,
                        processes=True,
                        host="127.0.0.1",
                        dashboard_address="127.0.0.1:0",
                        memory_limit=None if memory is None else memory // workers,
                        local_directory=str(scratch),
                        silence_logs=logging.CRITICAL,
                    )
            self._client = _connected(self._cluster or scheduler, self._where)
            self._wait_for_workers()
            self._compare_versions()
        except BaseException:
            self.close()
            raise

    # --- what there is ----------------------------------------------------------------------------------------------

    @property
    def workers(self) -> int:
        """Batches that are trained at the same time."""
        with contextlib.suppress(*_LOST):  # whoever waits for a batch will find out
            self._workers = max(1, sum(map(int, self._client.nthreads().values())))
        return self._workers

    @property
    def memory(self) -> int | None:
        """Of the worker that has least, for each of its threads."""
        try:
            found = self._client.scheduler_info(n_workers=-1)["workers"].values()
        except TypeError:  # an older Dask tells of all workers by itself
            found = self._client.scheduler_info()["workers"].values()
        limits = [each["memory_limit"] // max(1, each["nthreads"]) for each in found if each["memory_limit"]]
        return min(limits, default=None)

    @property
    def dashboard(self) -> str:
        """The address of the page that shows what the cluster does."""
        return str(self._client.dashboard_link)

    def _wait_for_workers(self) -> None:
        try:
            self._client.wait_for_workers(1, timeout=PATIENCE)
        except TimeoutError:
            raise PlaygroundError(
                "The scheduler at {address} has no workers: start some, and try again.", address=self._where
            ) from None

    def _compare_versions(self) -> None:
        try:
            found: dict[str, Versions] = self._client.run(versions)
        except ImportError:
            raise PlaygroundError(
                "The workers of {address} have no playground: install nn-playground[sweep] there, the same version "
                "as here.",
                address=self._where,
            ) from None
        for address, theirs in found.items():
            _check_versions(versions(), theirs, address)

    # --- training ---------------------------------------------------------------------------------------------------

    def run(self, batches: Iterable[Batch], tables: Sequence[Table], watch: Watch) -> Iterator[Outcome]:
        """See `engine.sweep.workers.runners.Runner`.

        Raises:
            ClusterGoneError: the scheduler has gone, or rows are lost again and again.
            PlaygroundError: a worker that came later has other versions.
        """
        ended: queue.SimpleQueue[Future] = queue.SimpleQueue()
        flying: dict[Future, Batch] = {}
        waiting: list[Batch] = []
        source = iter(batches)
        losses, has_more = 0, True

        def told(event: Any) -> None:
            watch.stepped(*event[1])

        self._client.subscribe_topic(TOPIC, told)
        try:
            while True:
                most = IN_FLIGHT * self.workers
                while len(flying) < most and (waiting or has_more):
                    batch = waiting.pop() if waiting else next(source, None)
                    if batch is None:
                        has_more = False
                        break
                    future = self._submit(batch, tables)
                    flying[future] = batch
                    future.add_done_callback(ended.put)
                if not flying or watch.should_stop():
                    return
                future = self._next(ended)
                if future is None or future not in flying:
                    continue
                batch = flying.pop(future)
                outcome = self._outcome(future, batch)
                if outcome is not None:
                    losses = 0
                    yield outcome
                    continue
                losses += 1
                if losses > MOST_LOSSES:
                    raise self._gone()
                self._wait_for_scheduler()
                self._sent.clear()  # the rows may be what is lost: they are sent once more
                waiting.append(batch)
        finally:
            with contextlib.suppress(Exception):  # a scheduler that is gone has nothing to cancel
                for future in flying:
                    future.cancel()
                self._client.unsubscribe_topic(TOPIC)

    def _submit(self, batch: Batch, tables: Sequence[Table]) -> Future:
        try:
            table = tables[batch.table]
            sent, rows = self._sent.get(batch.table, (None, None))
            if sent is not table:
                rows = self._client.scatter(table, broadcast=True, hash=False)
                self._sent[batch.table] = table, rows
            if batch.checkpoint is not None:
                batch = replace(batch, checkpoint=portable(batch.checkpoint))
            return self._client.submit(train_batch, batch, rows, versions(), pure=False)
        except (*_LOST, ValueError):  # while the scheduler, or the last worker, goes away
            raise self._gone() from None

    def _next(self, ended: queue.SimpleQueue[Future]) -> Future | None:
        try:
            return ended.get(timeout=_POLL)
        except queue.Empty:
            if self._client.status != "running":
                self._wait_for_scheduler()
            return None

    def _outcome(self, future: Future, batch: Batch) -> Outcome | None:
        """None where the batch was lost, and says nothing of itself."""
        if future.status == "finished":
            found: BatchResult | None = future.result()
            return None if found is None else Outcome(batch, found)
        if future.status != "error":
            return None
        error = future.exception()
        if isinstance(error, OtherVersionsError):
            raise error
        if isinstance(error, KilledWorker):
            reason = PlaygroundError("its worker died again and again; it may need more memory than there is")
            return Outcome(batch, reason=reason)
        return Outcome(batch, reason=reason_of(error))

    def _wait_for_scheduler(self) -> None:
        """Until it is there again, and has a worker."""
        until = time.monotonic() + PATIENCE
        while time.monotonic() < until:
            with contextlib.suppress(*_LOST):
                if self._client.status == "running" and self._client.nthreads():
                    return
            if self._client.status in ("closed", "closing"):
                break
            time.sleep(_POLL)
        raise self._gone()

    def _gone(self) -> ClusterGoneError:
        return ClusterGoneError("The scheduler at {address} is gone, or its workers.", address=self._where)

    # --- the end ----------------------------------------------------------------------------------------------------

    def __enter__(self) -> Cluster:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Ends the processes that this has started."""
        self._sent.clear()
        client = getattr(self, "_client", None)
        if client is not None:
            with contextlib.suppress(*_LOST):
                client.close(timeout=2)
        if self._cluster is not None:
            self._cluster.close(timeout=10)
            shutil.rmtree(self._scratch, ignore_errors=True)
        self._config.__exit__(None, None, None)


def _silence() -> None:
    """What is to be known of a cluster that breaks is said in a sentence, by whoever asked for the sweep."""
    for name in [*logging.root.manager.loggerDict]:
        if name.partition(".")[0] in ("distributed", "tornado", "asyncio"):
            logging.getLogger(name).setLevel(logging.CRITICAL + 1)


def _connected(cluster: Any, where: str) -> Client:
    try:
        if isinstance(cluster, str):  # a client that cannot be made says so twice
            scheme, place = parse_address(cluster)
            get_backend(scheme)
            parse_host_port(place)
        return Client(cluster, timeout=10, set_as_default=False)
    except (TimeoutError, OSError, ValueError) as error:
        reason = "nobody answers there" if isinstance(error, TimeoutError | OSError) else " ".join(str(error).split())
        raise PlaygroundError(
            "There is no Dask scheduler at {address}: {reason}.", address=where, reason=reason
        ) from None


class OtherVersionsError(PlaygroundError):
    """A worker would not train the same."""


def _check_versions(ours: Versions, theirs: Versions, address: str) -> None:
    differences = ours.differences(theirs)
    if differences:
        raise OtherVersionsError(
            "The worker {address} has {differences}: install the same there, or the figures may differ.",
            address=address,
            differences=differences,
        )


# --- in a worker ------------------------------------------------------------------------------------------------------


def train_batch(batch: Batch, table: Table, ours: Versions) -> BatchResult | None:
    """The task: trains a batch, tells the client how far it is, and ends where nobody waits for it any more."""
    worker, key = get_worker(), thread_state.key
    keep_freed_memory()
    _check_versions(ours, versions(), worker.address)

    def goes_on(step: int) -> bool:
        worker.log_event(TOPIC, (batch.trials[0], step))
        task = worker.state.tasks.get(key)
        return task is not None and task.state == "executing"

    found = run_batch(batch, table, goes_on)
    if found is None or found.checkpoint is None:
        return found
    return replace(found, checkpoint=portable(found.checkpoint))
