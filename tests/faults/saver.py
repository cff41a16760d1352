"""Saves without end, and is killed without warning, again and again: run by test_saves.py.

``python saver.py FOLDER KILLS`` prints how many kills came while a file was being written, and how many saves the
killed processes had begun. It ends with a sentence on stderr where a file was anything but one of those written whole.
"""

from __future__ import annotations

import os
import random
import signal
import sys
import time
from pathlib import Path

from engine.experiment.experiment import Experiment, parse
from engine.store.atomic import write_atomically
from engine.store.experiment_files import open_experiment, save_experiment

BLOCK = 4096


def experiment(number: int) -> Experiment:
    """A large one, so that writing it takes a while; its name and its last layer say which it is."""
    layers = [{"kind": "dense", "units": 1 + number % 900}] * 40
    return parse({"name": f"save {number}", "layers": layers})


def rows(number: int) -> list[bytes]:
    """400 kB in pieces, each of which says which save it belongs to."""
    return [number.to_bytes(8, "little") * (BLOCK // 8)] * 100


def save_without_end(folder: Path, first: int) -> None:
    prepared = [(number, experiment(number), rows(number)) for number in range(first, first + 3)]
    while True:
        for _, recipe, pieces in prepared:
            save_experiment(recipe, folder / "e.json")
            write_atomically(folder / "rows.bin", lambda stream, pieces=pieces: stream.writelines(pieces))


def check(folder: Path) -> None:
    """Both files are whole, whichever of the saves they come from."""
    found = open_experiment(folder / "e.json")
    number = int(found.name.removeprefix("save "))
    assert found == experiment(number), "an experiment is half one and half another"
    data = (folder / "rows.bin").read_bytes()
    assert data == b"".join(rows(int.from_bytes(data[:8], "little"))), "a file is half one and half another"


def main(folder: Path, kills: int) -> None:
    save_experiment(experiment(0), folder / "e.json")
    write_atomically(folder / "rows.bin", lambda stream: stream.writelines(rows(0)))
    chance = random.Random(kills)
    while_writing = most_left = 0
    for kill in range(kills):
        child = os.fork()
        if child == 0:
            save_without_end(folder, 3 * kill + 1)
        time.sleep(chance.uniform(0.002, 0.03))
        os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)
        check(folder)
        left = len(list(folder.glob(".*.tmp")))
        while_writing += left > 0
        most_left = max(most_left, left)
    save_experiment(experiment(0), folder / "e.json")
    write_atomically(folder / "rows.bin", lambda stream: stream.writelines(rows(0)))
    left = sorted(path.name for path in folder.iterdir())
    assert left == ["e.json", "rows.bin"], f"left over: {left}"
    print(while_writing, most_left)


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]))
