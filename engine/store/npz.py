"""Reads single arrays out of an .npz file that may be damaged or forged, and takes no more memory than was agreed.

An .npz file is a zip file of .npy files: a magic string, a header with type and shape, and the numbers.
"""

from __future__ import annotations

import errno
import io
import math
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Final, Literal, TypeAlias

import numpy as np
from numpy.typing import DTypeLike, NDArray

from engine.arrays import Array
from engine.errors import ModelError

Kind: TypeAlias = Literal["model", "run"]

_MISSING: Final = {
    "model": "{file} is not a model file: it has no {key}.",
    "run": "{file} is not a saved run: it has no {key}.",
}
_SPECIAL: Final = {
    "model": "{file} is a folder or a device: choose a model file.",
    "run": "{file} is a folder or a device: choose a saved run.",
}
_DAMAGED: Final = {
    "model": "{file} is damaged or not a model file.",
    "run": "{file} is damaged or not a saved run.",
}
_LARGEST_HEADER = 10_000
"""Bytes; NumPy reads no longer ones either."""


class NpzReader:
    """The arrays of an .npz file, read one by one."""

    def __init__(self, archive: zipfile.ZipFile, path: Path, kind: Kind = "model") -> None:
        self.path = path
        self._kind = kind
        self._archive = archive

    def has(self, key: str) -> bool:
        return f"{key}.npy" in self._archive.namelist()

    def text(self, key: str, most_bytes: int) -> str:
        """A text, kept as an array without dimensions. Raises ModelError."""
        array = self._read(key, "U", most_bytes)
        self._check_shape(key, array, ())
        return str(array)

    def texts(self, key: str, most_bytes: int) -> tuple[str, ...]:
        """A list of texts. Raises ModelError."""
        array = self._read(key, "U", most_bytes)
        self._check_shape(key, array, (array.size,))
        return tuple(str(text) for text in array)

    def numbers(self, key: str, shape: tuple[int, ...]) -> NDArray[np.float32]:
        """Numbers of this shape. Raises ModelError."""
        array = self._read(key, "f", math.prod(shape) * 8)
        self._check_shape(key, array, shape)
        with np.errstate(over="ignore"):
            return np.ascontiguousarray(array, np.float32)

    def array(self, key: str, shape: tuple[int, ...], dtype: DTypeLike) -> Array:
        """An array of this shape and type, whatever its order of bytes. Raises ModelError."""
        wanted = np.dtype(dtype)
        array = self._read(key, wanted.kind, math.prod(shape) * wanted.itemsize)
        self._check_shape(key, array, shape)
        if array.dtype.itemsize != wanted.itemsize:
            raise ModelError("{file}: {key} does not hold what its header promises.", file=self.path, key=key)
        return np.array(array, wanted, order="C")

    def _check_shape(self, key: str, array: Array, shape: tuple[int, ...]) -> None:
        if array.shape != shape:
            raise ModelError(
                "{file}: {key} has the shape {found} and not {wanted}, which its experiment asks for.",
                file=self.path,
                key=key,
                found=array.shape,
                wanted=shape,
            )

    def _read(self, key: str, kind: str, most_bytes: int) -> Array:
        """An array whose type is of this kind, as in ``dtype.kind``; its size is checked before it is read."""
        try:
            info = self._archive.getinfo(f"{key}.npy")
        except KeyError:
            raise ModelError(_MISSING[self._kind], file=self.path, key=key) from None
        if info.file_size > most_bytes + _LARGEST_HEADER:
            raise ModelError("{file}: {key} is larger than it can be.", file=self.path, key=key)
        with self._archive.open(info) as stream:
            header = io.BytesIO(stream.read(_LARGEST_HEADER))
        shape, is_fortran, dtype = _read_header(header)
        size = info.file_size - header.tell()
        if dtype.kind != kind or math.prod(shape) * dtype.itemsize != size:
            raise ModelError("{file}: {key} does not hold what its header promises.", file=self.path, key=key)
        with self._archive.open(info) as stream:  # again, for the header may have ended anywhere
            stream.read(header.tell())
            numbers = stream.read(size)
        flat = np.frombuffer(numbers, dtype) if len(numbers) else np.empty(0, dtype)
        return flat.reshape(shape[::-1]).T if is_fortran else flat.reshape(shape)


def _read_header(content: io.BytesIO) -> tuple[tuple[int, ...], bool, np.dtype[Any]]:
    version = np.lib.format.read_magic(content)
    if version == (1, 0):
        return np.lib.format.read_array_header_1_0(content, max_header_size=_LARGEST_HEADER)
    return np.lib.format.read_array_header_2_0(content, max_header_size=_LARGEST_HEADER)


def holds(path: Path, key: str) -> bool:
    """Whether a file has an array of this name; False where it cannot be read."""
    try:
        with opened_npz(path) as npz:
            return npz.has(key)
    except ModelError:
        return False


@contextmanager
def opened_npz(path: Path, kind: Kind = "model") -> Iterator[NpzReader]:
    """Opens a file for reading. Whatever goes wrong inside the ``with`` becomes one sentence.

    kind: what it should be, for the sentence.

    Raises:
        ModelError: it names the file.
    """
    try:
        if path.exists() and not path.is_file():  # a pipe or a device might never end
            raise ModelError(_SPECIAL[kind], file=path)
        with zipfile.ZipFile(path) as archive:
            yield NpzReader(archive, path, kind)
    except ModelError:
        raise
    except FileNotFoundError:
        raise ModelError("{file} does not exist.", file=path) from None
    except PermissionError:
        raise ModelError("{file} cannot be read: permission is denied.", file=path) from None
    except OSError as error:
        if error.errno != errno.EINVAL:  # zipfile was led to a place before the start
            raise ModelError("{file} cannot be read: {reason}.", file=path, reason=error.strerror or error) from None
        raise ModelError(_DAMAGED[kind], file=path) from None
    except Exception:  # a forged file makes zipfile, zlib, lzma and NumPy's parser of headers raise whatever they like
        raise ModelError(_DAMAGED[kind], file=path) from None
