"""What a step frees is not given back to the system, and fetched anew by the next one."""

from __future__ import annotations

import os
import subprocess
import sys

import pytest

COUNTS = """
import resource, threading
import numpy as np
from engine.sweep.workers.freed_memory import keep_freed_memory

def faults():
    before = resource.getrusage(resource.RUSAGE_SELF).ru_minflt
    for _ in range(20):
        [np.ones(50_000) for _ in range(10)]
    return resource.getrusage(resource.RUSAGE_SELF).ru_minflt - before

def task():
    faults()
    before, could = faults(), keep_freed_memory()
    faults()
    print(could, before, faults())

thread = threading.Thread(target=task)
thread.start()
thread.join()
"""


@pytest.mark.skipif(sys.platform != "linux", reason="of glibc")
def test_memory_that_is_freed_is_kept() -> None:
    environment = {**os.environ, "MALLOC_TRIM_THRESHOLD_": "65536"}  # as Dask starts its workers
    found = subprocess.run([sys.executable, "-c", COUNTS], env=environment, capture_output=True, text=True, check=True)
    could, before, after = found.stdout.split()
    if could == "False":
        pytest.skip("another C library")
    assert int(before) > 10_000  # most pages, each time
    assert int(after) < 1000
