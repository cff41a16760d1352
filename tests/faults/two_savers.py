"""Two processes that save the same file at once: run by test_saves.py.

``python -m tests.faults.two_savers PATH TIMES``
"""

from __future__ import annotations

import os
import sys

from engine.experiment.experiment import parse
from engine.store.experiment_files import save_experiment

if __name__ == "__main__":
    other = os.fork()
    experiment = parse({"name": "ab"[not other] * 100, "layers": [{"kind": "dense", "units": 10}]})
    for _ in range(int(sys.argv[2])):
        save_experiment(experiment, sys.argv[1])
    if other:
        sys.exit(os.waitpid(other, 0)[1])
