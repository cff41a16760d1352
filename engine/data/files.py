"""Reads files, gzipped or not, and says in one sentence why one cannot be read."""

from __future__ import annotations

import gzip
import io
import stat
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO, cast

from engine.errors import DataError

LARGEST_FILE = 2 * 1024**3
"""Bytes; what is larger does not fit beside its copy as numbers in an ordinary computer's memory."""

_GZIP_MAGIC = b"\x1f\x8b"
_PIECE = 1024**2


def read_start(path: Path, size: int) -> bytes:
    """The first ``size`` bytes of the (unpacked) content, or fewer where there are no more.

    Raises:
        DataError: the file is missing, a folder, not permitted, or damaged.
    """
    with _explained(path), _opened(path) as stream:
        return _read_pieces(stream, size)


def read_whole(path: Path) -> bytes:
    """The (unpacked) content.

    Raises:
        DataError: as for `read_start`, or larger than `LARGEST_FILE`.
    """
    with _explained(path):
        data = None
        if path.stat().st_size <= LARGEST_FILE:
            data = read_start(path, LARGEST_FILE + 1)  # a small gzip file may unpack to any size
    if data is None or len(data) > LARGEST_FILE:
        raise DataError("{file} is larger than 2 GB: use a part of it.", file=path)
    return data


@contextmanager
def _explained(path: Path) -> Iterator[None]:
    try:
        if not stat.S_ISREG(_mode(path)):  # a pipe or a device might never end
            raise DataError("{file} is a folder or a device: choose a file.", file=path)
        yield
    except PermissionError:
        raise DataError("{file} cannot be read: permission is denied.", file=path) from None
    except (gzip.BadGzipFile, EOFError, zlib.error):
        raise DataError("{file} is cut short or damaged: copy or download it again.", file=path) from None
    except OSError as error:
        raise DataError("{file} cannot be read: {reason}.", file=path, reason=error.strerror or error) from None


def _mode(path: Path) -> int:
    """Not `Path.exists`: since Python 3.14 it takes what is forbidden, or impossible, for what is missing."""
    try:
        return path.stat().st_mode
    except (FileNotFoundError, NotADirectoryError, ValueError):  # ValueError: no name has a zero byte
        raise DataError("{file} does not exist.", file=path) from None


def _opened(path: Path) -> BinaryIO:
    stream = path.open("rb")
    packed = stream.read(2) == _GZIP_MAGIC
    stream.seek(0)
    if not packed:
        return stream
    stream.close()
    return cast(BinaryIO, gzip.open(path, "rb"))


def _read_pieces(stream: BinaryIO, size: int) -> bytes:
    # Not read(size): that asks for all the memory at once, even where the file is short. And not a list of pieces
    # either: joining them takes twice the memory, while the bytes of a BytesIO are handed over as they are.
    content = io.BytesIO()
    while size and (piece := stream.read(min(size, _PIECE))):
        content.write(piece)
        size -= len(piece)
    return content.getvalue()
