"""MNIST and Fashion-MNIST as they are after a download, of pictures made at once, in a cache of a test's own."""

from __future__ import annotations

import hashlib
import struct
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import Final
from unittest.mock import patch

import numpy as np

from engine.data.sources import downloads

ROWS: Final = 6000
"""Of the train files, and as many of the t10k files."""
SIDE: Final = 28
NOWHERE: Final = ("http://127.0.0.1:9/",)
"""The discard port, where nothing listens."""


def _contents() -> dict[str, bytes]:
    """The four files: in a picture of class c the line 2 c + 4 is white, with the next one, on a grey ground."""
    labels = np.arange(ROWS) % 10
    images = np.full((ROWS, SIDE, SIDE), 40, np.uint8)
    for line in (4, 5):
        images[np.arange(ROWS), 2 * labels + line] = 255
    pictures = struct.pack(">4I", 0x803, ROWS, SIDE, SIDE) + images.tobytes()
    classes = struct.pack(">2I", 0x801, ROWS) + labels.astype(np.uint8).tobytes()
    return {name: pictures if "images" in name else classes for name in downloads.MNIST.checksums}


@contextmanager
def made_downloads(cache: Path) -> Iterator[None]:
    """Within it both are in the cache already, and nothing is fetched."""
    contents = _contents()
    checksums = {name: "sha256:" + hashlib.sha256(content).hexdigest() for name, content in contents.items()}
    made = {name: replace(each, checksums=checksums, mirrors=NOWHERE) for name, each in downloads.ALL.items()}
    for name in made:
        (cache / name).mkdir(parents=True)
        for file, content in contents.items():
            (cache / name / file).write_bytes(content)
    with (
        patch.dict(downloads.ALL, made),
        patch.object(downloads, "cache_folder", lambda download: cache / download.name),
    ):
        yield
