"""What workers of this computer load first: Ctrl-C is for the client, which ends them in good order."""

from __future__ import annotations

import signal


def dask_setup(worker: object) -> None:
    """Dask calls it in the main thread of each process."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
