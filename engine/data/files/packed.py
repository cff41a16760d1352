"""Packed files (.gz, .bz2, .xz, .zip of one file), unpacked piece by piece as they are read.

What a small file unpacks to may be of any size: each piece is asked for, and `Unpacking` says when it is too much.
"""

from __future__ import annotations

import bz2
import gzip
import io
import lzma
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import Any, BinaryIO, cast

from engine.data.files.wording import listed
from engine.errors import DataError

GZIP, BZIP2, XZ, ZIP = b"\x1f\x8b", b"BZh", b"\xfd7zXZ\x00", b"PK\x03\x04"
DAMAGE = (gzip.BadGzipFile, EOFError, zlib.error, lzma.LZMAError, zipfile.BadZipFile)
"""What reading a damaged one raises, beside OSError."""

_MOST_TIMES = 200
"""A table of numbers unpacks to ten times its size, one of zeros to some hundred times."""
_MOST_AT_THAT = 2**29
"""Bytes that a file may unpack to which holds more than `_USUAL_TIMES` of its size: nobody's memory is for zeros."""
_USUAL_TIMES = 20
_ALWAYS = 2**26
"""Bytes that anything may unpack to."""
_XZ_MEMORY = 2**28
"""Bytes that a file may ask for to be unpacked; the best compression takes a quarter of it."""
_PIECE = 2**16


def is_packed(start: bytes) -> bool:
    """start: how the file begins."""
    return start.startswith((GZIP, BZIP2, XZ, ZIP))


def most_unpacked(size: int) -> int:
    """Bytes that a packed file of this size may hold before it is taken for a trap."""
    return max(_ALWAYS, min(_MOST_TIMES * size, _MOST_AT_THAT), _USUAL_TIMES * size)


@contextmanager
def unpacked(path: Path) -> Iterator[BinaryIO]:
    """The content of a packed file, as a stream. What is no such file, or a format of its own, is itself.

    Raises:
        DataError: a zip file that does not hold just one file, or is encrypted.
    """
    with path.open("rb") as raw, ExitStack() as stack:
        start = raw.read(6)
        raw.seek(0)
        content: Any = raw
        if start.startswith(GZIP):
            content = stack.enter_context(gzip.GzipFile(fileobj=raw))
        elif start.startswith(BZIP2):
            content = stack.enter_context(bz2.BZ2File(raw))
        elif start.startswith(XZ):
            content = stack.enter_context(io.BufferedReader(_Xz(raw)))
        elif start.startswith(ZIP):
            only = _only_file(path, stack.enter_context(opened_zip(raw)))
            content = raw if only is None else stack.enter_context(only)
            raw.seek(0)  # the file in a zip file keeps a place of its own
        yield content


class _Xz(io.RawIOBase):
    """Unlike `lzma.open`, it gives no more memory to a file than `_XZ_MEMORY`."""

    def __init__(self, stream: BinaryIO) -> None:
        self._pieces = _unpack_xz(stream)
        self._rest = b""

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: memoryview) -> int:  # type: ignore[override]
        while not self._rest:
            piece = next(self._pieces, None)
            if piece is None:
                return 0
            self._rest = piece
        count = min(len(buffer), len(self._rest))
        buffer[:count] = self._rest[:count]
        self._rest = self._rest[count:]
        return count


def _unpack_xz(stream: BinaryIO) -> Iterator[bytes]:
    decoder = lzma.LZMADecompressor(memlimit=_XZ_MEMORY)
    data = stream.read(_PIECE)
    while True:
        yield decoder.decompress(data, _PIECE)
        if decoder.eof:
            data = decoder.unused_data.lstrip(b"\0") or stream.read(_PIECE)
            if not data:
                return
            decoder = lzma.LZMADecompressor(memlimit=_XZ_MEMORY)
        else:
            data = stream.read(_PIECE) if decoder.needs_input else b""
            if not data and decoder.needs_input:
                raise EOFError


@contextmanager
def opened_zip(file: Path | BinaryIO) -> Iterator[zipfile.ZipFile]:
    """A zip file; what is wrong with its directory is a BadZipFile, whatever the library makes of it."""
    try:
        packed = zipfile.ZipFile(file)
    except (OSError, zipfile.BadZipFile):
        raise
    except Exception as error:
        raise zipfile.BadZipFile(str(error)) from None
    with packed:
        yield packed


def opened_entry(packed: zipfile.ZipFile, name: str | zipfile.ZipInfo, path: Path) -> BinaryIO:
    """A file in a zip file.

    Raises:
        DataError: it is encrypted, or packed in a way that Python does not know.
        BadZipFile: it is damaged.
    """
    try:
        return cast(BinaryIO, packed.open(name))
    except (RuntimeError, NotImplementedError):
        raise DataError("{file} cannot be unpacked here: unpack it, and choose the file in it.", file=path) from None
    except (OSError, zipfile.BadZipFile):
        raise
    except Exception as error:
        raise zipfile.BadZipFile(str(error)) from None


def zip_names(path: Path) -> list[str]:
    """Of the files in a zip file, but for what file managers put beside them. May raise what `DAMAGE` lists."""
    with opened_zip(path) as packed:
        return _names(packed)


def _names(packed: zipfile.ZipFile) -> list[str]:
    names = [name for name in packed.namelist() if not name.endswith("/")]
    return [name for name in names if not name.startswith("__MACOSX/") and not name.rsplit("/")[-1].startswith(".")]


def is_own_format(names: list[str]) -> bool:
    """Whether a zip file is what a program writes as its document, not a way to pack one."""
    is_office = "[Content_Types].xml" in names or "mimetype" in names or any(name.startswith("xl/") for name in names)
    return is_office or (bool(names) and all(map(_is_array, names)))


def _is_array(name: str) -> bool:
    return name.endswith(".npy")


def _only_file(path: Path, packed: zipfile.ZipFile) -> BinaryIO | None:
    """The content; None where a program has a format of its own."""
    names = _names(packed)
    if is_own_format(names):
        return None
    if len(names) != 1:
        template = "{file} holds {count} files ({names}): unpack it, and choose one of them."
        if not names:
            template = "{file} is an empty zip file."
        raise DataError(template, file=path, count=len(names), names=listed(names, 5))
    return opened_entry(packed, names[0], path)
