"""Files that are no table and no pictures to learn from, known by how they begin, and called by their name."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from engine.errors import DataError

START: Final = 64
"""Bytes that are looked at."""
PICKLE: Final = tuple(b"\x80" + bytes([protocol]) for protocol in range(2, 6))
"""How Python's pickles begin. Reading one can run any program, so none is read."""
_BEGINNINGS: Final[dict[bytes, str]] = {
    **dict.fromkeys(PICKLE, "Python pickle"),
    b"\x89PNG\r\n": "PNG",
    b"\xff\xd8\xff": "JPEG",
    b"GIF8": "GIF",
    b"II*\x00": "TIFF",
    b"MM\x00*": "TIFF",
    b"%PDF-": "PDF",
    b"PK\x03\x04": "ZIP",
    b"<!doctype html": "HTML",
    b"<html": "HTML",
    b"<?xml": "XML",
    b"<svg": "SVG",
    b'[{"': "JSON",
    b'{"': "JSON",
    b"[[": "JSON",
    b"SQLite format 3": "SQLite",
    b"\xd0\xcf\x11\xe0": "Word 97 or Excel 97",
}
"""In small letters where a format is text. A zip file is what office programs write, too."""
_JSON: Final = (b"[", b"{")
"""Between its first signs there may be blanks."""


def refuse_foreign(start: bytes, path: Path) -> None:
    """start: how the (unpacked) file begins, at least `START` bytes where it has so many.

    Raises:
        DataError: it is of a kind that cannot be read as rows.
    """
    if start[257:262] == b"ustar":
        raise DataError("{file} is a tar archive: unpack it first, and open the file or the folder in it.", file=path)
    text = start.lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    without_blanks = b"".join(text.split())
    for beginning, name in _BEGINNINGS.items():
        found = text if beginning.startswith(b"<") else without_blanks if beginning.startswith(_JSON) else start
        if found.startswith(beginning):
            raise DataError(
                "{file} is a {format} file: rows are read from tables (CSV, Excel, Parquet ...) and pictures.",
                file=path,
                format=name,
            )
