"""Writes a file as a whole or not at all: a reader never sees half of it, and a full disk never costs the old one."""

from __future__ import annotations

import contextlib
import os
import stat
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

from engine.errors import PlaygroundError
from engine.store import temp_files

_IS_WINDOWS = sys.platform == "win32"


def write_atomically(path: Path | str, write: Callable[[BinaryIO], object]) -> None:
    """Lets ``write`` fill a temporary file beside ``path`` and then puts it in its place.

    Raises:
        PlaygroundError: it cannot be written; what stood there is untouched.
    """
    path = _named(path)
    with _explained(path):
        target = _checked(path)
        if _is_special(path):
            with path.open("ab") as special:
                write(special)
            return
        temp_files.sweep(target)
        temporary, stream = temp_files.create(target)
        try:
            with stream:
                _keep_permissions(stream, target)
                write(stream)
                stream.flush()
                os.fsync(stream.fileno())
                if not _IS_WINDOWS:  # which renames no open file
                    temporary.replace(target)  # while the lock on it is held
            if _IS_WINDOWS:
                temporary.replace(target)
        except BaseException:
            with contextlib.suppress(OSError):
                temporary.unlink()
            raise
        _sync_folder(target.parent)


def check_writable(path: Path | str) -> None:
    """Raises PlaygroundError now where `write_atomically` would later, as far as can be told."""
    path = _named(path)
    with _explained(path):
        target = _checked(path)
        if _is_special(path):
            if not os.access(path, os.W_OK):
                raise PermissionError
            return
        temporary, stream = temp_files.create(target)
        stream.close()
        temporary.unlink()


def _named(path: Path | str) -> Path:
    if path == "":  # which as a Path is the folder that one is in
        raise PlaygroundError("The name of the file to write is empty: give one.")
    return Path(path)


def _checked(path: Path) -> Path:
    """The file that ``path`` leads to: a link stays a link, and what it points to is replaced."""
    target = Path(os.path.realpath(path))
    with contextlib.suppress(FileNotFoundError, NotADirectoryError):
        # Not `is_dir`: since Python 3.14 it takes a name that is too long, or forbidden, for one that is free.
        if stat.S_ISDIR(target.stat().st_mode):
            raise PlaygroundError("{file} cannot be written: it is a folder.", file=path)
    if target.parent.is_file():
        raise PlaygroundError(
            "{file} cannot be written: {folder} is a file, not a folder.", file=path, folder=target.parent
        )
    if not target.parent.is_dir():
        raise PlaygroundError(
            "{file} cannot be written: the folder {folder} does not exist.", file=path, folder=target.parent
        )
    return target


def _is_special(path: Path) -> bool:
    """A pipe, a device, or the likes of /dev/stdout, even where that leads to a file: written to, not replaced."""
    if path.exists() and not path.is_file():
        return True
    return path.as_posix().startswith(("/dev/stdout", "/dev/stderr", "/dev/fd/", "/proc/"))


def _keep_permissions(stream: BinaryIO, target: Path) -> None:
    """The new file gets the permissions of the one that it replaces, or else the usual ones."""
    if hasattr(os, "fchmod") and target.exists():
        with contextlib.suppress(OSError):
            os.fchmod(stream.fileno(), stat.S_IMODE(target.stat().st_mode))


def _sync_folder(folder: Path) -> None:
    """Makes the new name last through a power cut, where the system can: Windows opens no folders."""
    with contextlib.suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


@contextmanager
def _explained(path: Path) -> Iterator[None]:
    try:
        yield
    except PermissionError:
        raise PlaygroundError("{file} cannot be written: permission is denied.", file=path) from None
    except OSError as error:
        raise PlaygroundError(
            "{file} cannot be written: {reason}.", file=path, reason=_lower(error.strerror or str(error))
        ) from None
    except ValueError as error:
        if isinstance(error, PlaygroundError):
            raise
        raise PlaygroundError("{file} cannot be written: {reason}.", file=path, reason=error) from None


def _lower(text: str) -> str:
    return text[:1].lower() + text[1:]
