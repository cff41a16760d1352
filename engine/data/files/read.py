"""Reads files, packed or not, and says in one sentence why one cannot be read."""

from __future__ import annotations

import ctypes
import io
import mmap
import stat
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

import numpy as np

from engine.data.files.packed import DAMAGE, is_packed, most_unpacked, unpacked
from engine.data.files.progress import Report, ignore
from engine.data.threads import in_threads, n_threads
from engine.errors import DataError

LARGEST_FILE = 2 * 1024**3
"""Bytes; what is larger does not fit beside its copy as numbers in an ordinary computer's memory."""

_PIECE = 1024**2
_WORTH_THREADS = 2**23
"""Bytes that take longer to read than threads to start."""
_AT_ONCE = 2**26
"""Bytes that are read sooner than anybody can be tired of it."""


def read_start(path: Path, size: int) -> bytes:
    """The first ``size`` bytes of the (unpacked) content, or fewer where there are no more.

    Raises:
        DataError: the file is missing, a folder, not permitted, or damaged.
    """
    with explained(path), unpacked(path) as stream:
        return _read_pieces(stream, size)


def read_whole(path: Path, report: Report = ignore) -> bytes:
    """The (unpacked) content. ``report`` is told how much of the file was read, and may stop it.

    Raises:
        DataError: as for `read_start`, larger than `LARGEST_FILE`, or packed so tightly that it is a trap.
    """
    with explained(path):
        size = path.stat().st_size
        most = LARGEST_FILE
        with path.open("rb") as stream:
            packed = is_packed(stream.read(6))
        if packed:
            most = min(most, most_unpacked(size))
        data = None
        if size <= LARGEST_FILE:
            with unpacked(path) as stream:
                if packed or size > _AT_ONCE:
                    data = _read_pieces(stream, most + 1, lambda done: report(0 if packed else done, size))
                elif size > _WORTH_THREADS:
                    data = _read_side_by_side(path, size) or stream.read(size)
                else:
                    data = stream.read(size)
    if data is not None and most < len(data) <= LARGEST_FILE:
        raise DataError(
            "{file} unpacks to more than {times} times its size: unpack it first, if it is really a table.",
            file=path,
            times=most // size,
        )
    if data is None or len(data) > LARGEST_FILE:
        raise DataError("{file} is larger than 2 GB: use a part of it.", file=path)
    return data


@contextmanager
def explained(path: Path) -> Iterator[None]:
    """Says in a DataError what is wrong with a file that cannot be read."""
    try:
        if not stat.S_ISREG(_mode(path)):  # a pipe or a device might never end
            raise DataError("{file} is a folder or a device: choose a file.", file=path)
        yield
    except PermissionError:
        raise DataError("{file} cannot be read: permission is denied.", file=path) from None
    except DAMAGE:
        raise DataError("{file} is cut short or damaged: copy or download it again.", file=path) from None
    except OSError as error:
        if error.errno is None:  # not the system, but who unpacks it
            raise DataError("{file} is cut short or damaged: copy or download it again.", file=path) from None
        raise DataError("{file} cannot be read: {reason}.", file=path, reason=error.strerror or error) from None


def _mode(path: Path) -> int:
    """Not `Path.exists`: since Python 3.14 it takes what is forbidden, or impossible, for what is missing."""
    try:
        return path.stat().st_mode
    except (FileNotFoundError, NotADirectoryError, ValueError):  # ValueError: no name has a zero byte
        raise DataError("{file} does not exist.", file=path) from None


def _read_side_by_side(path: Path, size: int) -> bytes | None:
    """The first bytes of a file, its parts in threads: most of the time goes into memory that nobody had before.

    None where there are not so many any more.
    """
    content = io.BytesIO(bytes(size))  # which hands over these very bytes in the end
    part = -(-size // n_threads())
    with content.getbuffer() as room:
        _take_large_pages(room)

        def fill(start: int) -> bool:
            with path.open("rb", buffering=0) as stream, room[start : start + part] as empty:
                stream.seek(start)
                return stream.readinto(empty) == len(empty)

        is_whole = all(in_threads(fill, range(0, size, part)))
    return content.getvalue() if is_whole else None


def _take_large_pages(room: memoryview) -> None:
    """Asks Linux for pages of 2 MB, as NumPy does for its arrays: each of the small ones takes a microsecond or two.

    room: memory that nobody has written to.
    """
    if not hasattr(mmap, "MADV_HUGEPAGE"):
        return
    start = np.frombuffer(room, np.uint8).ctypes.data
    page = -(-start // mmap.PAGESIZE) * mmap.PAGESIZE
    if (size := start + len(room) - page) > 0:  # whether the advice is taken is no matter
        ctypes.CDLL(None).madvise(ctypes.c_void_p(page), ctypes.c_size_t(size), mmap.MADV_HUGEPAGE)


def _read_pieces(stream: BinaryIO, size: int, report: Callable[[int], None] = lambda done: None) -> bytes:
    # Not read(size): that asks for all the memory at once, even where the file is short. And not a list of pieces
    # either: joining them takes twice the memory, while the bytes of a BytesIO are handed over as they are.
    content = io.BytesIO()
    while size and (piece := stream.read(min(size, _PIECE))):
        report(content.tell())
        content.write(piece)
        size -= len(piece)
    return content.getvalue()
