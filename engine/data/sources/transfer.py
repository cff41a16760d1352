"""One file over HTTP, with bounds on all that a server can do: its silence, its speed, how long and how much it sends.

The one who reads waits in the system for the next bytes, and a server that drips them never lets it look up: so
somebody else looks ten times a second whether to go on, and cuts the connection if not.
"""

from __future__ import annotations

import contextlib
import socket
import threading
import time
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from requests import Session

TIMEOUT = 15
"""Seconds without an answer after which a server is given up; and those in which its speed is measured."""
SLOWEST = 1024
"""Bytes a second; what is slower is no better than no answer."""
LONGEST = 1800
"""Seconds for a file."""
LARGEST_FILE = 64 * 1024**2
"""Bytes; a server that sends more has something else in mind."""
PIECE = 2**12
"""Bytes that are waited for at once."""
_LOOKS_EVERY: Final = 0.1
"""Seconds."""


class TooSlowError(Exception):
    """A server that is slower than `SLOWEST`, or not done within `LONGEST`."""


def fetch(url: str, path: Path, tell: Callable[[int], None]) -> None:
    """Writes what is there into a file. ``tell`` is told how many bytes have come, often, from two threads but never at
    once; what it raises stops the transfer.

    Raises:
        TooSlowError, ValueError: too slow; too large.
        requests.RequestException: whatever else goes wrong with the server.
    """
    with _Watch(tell) as watch:
        try:
            _receive(url, path, watch)
        except Exception:
            if watch.problem is not None:
                raise watch.problem from None
            raise
    if watch.problem is not None:  # a connection that was cut may look like the end
        raise watch.problem


def _receive(url: str, path: Path, watch: _Watch) -> None:
    with _session(watch) as session, session.get(url, stream=True, timeout=TIMEOUT) as response:
        response.raise_for_status()
        with path.open("wb") as stream:
            for piece in response.iter_content(PIECE):
                stream.write(piece)
                watch.count(len(piece))


class _Watch:
    """Cuts all connections when it is time. ``problem`` says why, where it has."""

    def __init__(self, tell: Callable[[int], None]) -> None:
        self.problem: Exception | None = None
        self.connections: list[Any] = []
        self._tell = tell
        self._lock = threading.Lock()
        self._received = 0
        self._is_over = threading.Event()
        self._thread = threading.Thread(target=self._look_on, daemon=True)

    def __enter__(self) -> _Watch:
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._is_over.set()
        self._thread.join()

    def count(self, size: int) -> None:
        """So many more bytes. May raise what `fetch` does."""
        self._received += size
        if self._received > LARGEST_FILE:
            raise ValueError("too large")
        with self._lock:
            self._tell(self._received)

    def _look_on(self) -> None:
        started = since = time.monotonic()
        before, patience = 0, 2 * TIMEOUT  # at first, for silence is noticed by the connection itself
        while not self._is_over.wait(_LOOKS_EVERY):
            now = time.monotonic()
            try:
                with self._lock:
                    self._tell(self._received)
                if now - started > LONGEST:
                    raise TooSlowError
                if now - since > patience:
                    if self._received - before < SLOWEST * (now - since):
                        raise TooSlowError
                    since, before, patience = now, self._received, TIMEOUT
            except Exception as problem:
                self.problem = problem
                self._cut()
                return

    def _cut(self) -> None:
        """Until the one who waits has noticed: a connection may be just being made."""
        while not self._is_over.wait(_LOOKS_EVERY):
            for connection in self.connections:
                connection.cut()


def _session(watch: _Watch) -> Session:
    """Notes every connection that it makes."""
    import requests  # here, as below: no start of the program waits for it
    from requests.adapters import HTTPAdapter
    from urllib3 import HTTPConnectionPool, HTTPSConnectionPool
    from urllib3.connection import HTTPConnection, HTTPSConnection

    class Noted:
        sock: Any
        noted: Any = None

        def connect(self) -> None:
            watch.connections.append(self)
            super().connect()  # type: ignore[misc]
            self.noted = self.sock  # which the connection forgets when it is not used again after this answer

        def cut(self) -> None:
            for each in (self.noted, self.sock):
                with contextlib.suppress(OSError, AttributeError):
                    each.shutdown(socket.SHUT_RDWR)

    class Http(HTTPConnectionPool):
        ConnectionCls = type("NotedHttp", (Noted, HTTPConnection), {})

    class Https(HTTPSConnectionPool):
        ConnectionCls = type("NotedHttps", (Noted, HTTPSConnection), {})

    class Adapter(HTTPAdapter):
        def init_poolmanager(self, *arguments: Any, **keywords: Any) -> None:
            super().init_poolmanager(*arguments, **keywords)
            self.poolmanager.pool_classes_by_scheme = {"http": Http, "https": Https}

        def proxy_manager_for(self, *arguments: Any, **keywords: Any) -> Any:
            manager = super().proxy_manager_for(*arguments, **keywords)
            manager.pool_classes_by_scheme = {"http": Http, "https": Https}
            return manager

    session = requests.Session()
    for scheme in ("http://", "https://"):
        session.mount(scheme, Adapter())
    return session
