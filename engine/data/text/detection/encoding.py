"""How letters are written as bytes: found out from the bytes, by what letters they would be."""

from __future__ import annotations

import codecs
import io
import re
from collections.abc import Callable

from engine.data.files.wording import shown
from engine.data.text.detection.letters import ENCODINGS, LEAST, is_readable, plausibility
from engine.data.text.survey import Survey, survey
from engine.errors import DataError

_PIECE = 2**20
_MOST_EXAMINED = 2**16
"""Bytes of lines with anything beyond ASCII."""
_RUN = re.compile(rb"[\x00-\x7f]?[\x80-\xff](?:[\x80-\xff]|(?<=[\x80-\xff])[\x40-\x7e](?=[\x80-\xff]))*")
"""Bytes beyond ASCII, the second bytes among them that are not, and what stands in front."""
_MARKS = {
    codecs.BOM_UTF8: "utf-8",
    codecs.BOM_UTF32_LE: "utf-32",
    codecs.BOM_UTF32_BE: "utf-32",
    codecs.BOM_UTF16_LE: "utf-16",
    codecs.BOM_UTF16_BE: "utf-16",
}


def as_utf8(
    data: bytes, wanted: str | None, file: str, look: Callable[[], None] = lambda: None, seen: Survey | None = None
) -> tuple[bytes, str]:
    """The same text in UTF-8, without a mark in front, and the encoding it was written in.

    wanted: the encoding, where somebody says it. ``look`` is called now and then, and may stop it. seen: what is in the
    data, where that is known.

    Raises:
        DataError: it is no text, or not in the encoding that is wanted.
    """
    seen = seen or survey(data)
    encoding = find_encoding(data, file, seen) if wanted is None else _known(wanted, file)
    if encoding == "utf-8":
        bare = data.removeprefix(codecs.BOM_UTF8)
        if wanted is None or seen.is_ascii or (bare is not data and bare.isascii()) or _is_text(bare, encoding):
            return bare, encoding
    else:
        try:
            return _converted(data, encoding, look), encoding
        except UnicodeError:
            pass
    raise DataError(
        "{file} is not written in {encoding}: choose another encoding, or let it be found out.",
        file=file,
        encoding=shown(encoding),
    )


def find_encoding(data: bytes, file: str, seen: Survey | None = None) -> str:
    """The likeliest. seen: as in `as_utf8`. Raises DataError where it is no text."""
    seen = seen or survey(data)
    for mark, encoding in _MARKS.items():
        if data.startswith(mark) and _is_text(data.removeprefix(codecs.BOM_UTF8), encoding):
            return encoding
    if seen.has_zeros:
        for encoding in ("utf-16-le", "utf-16-be"):
            if _is_wide(data, encoding):
                return encoding
    elif seen.is_ascii or _is_text(data, "utf-8"):
        return "utf-8"
    else:
        sample = _examined(data)
        encoding, score = max(((name, _score(sample, name)) for name in ENCODINGS), key=_preferred)
        if score >= LEAST:
            return encoding
        if (other := _by_charset_normalizer(sample)) is not None:
            return other
        if score > 2 * LEAST:
            return encoding
    raise DataError("{file} is not text: save it as CSV in UTF-8.", file=file)


def _preferred(found: tuple[str, float]) -> float:
    """Where two are as likely, it is the commoner one."""
    return found[1] + (0.05 if found[0] == "cp1252" else 0.0)


def _known(name: str, file: str) -> str:
    try:
        codec = codecs.lookup(name)
        "".encode(codec.name)  # refuses what is no encoding of text, such as zlib
    except (LookupError, ValueError):
        raise DataError(
            "{file}: there is no encoding {encoding}; common ones are utf-8, cp1252 and utf-16.",
            file=file,
            encoding=shown(name),
        ) from None
    return {"utf-8-sig": "utf-8"}.get(codec.name, codec.name)


def _examined(data: bytes) -> bytes:
    """The lines with anything beyond ASCII, the first of them: whole lines, so that no letter is cut."""
    lines = set[bytes]()
    size = 0
    for found in re.finditer(rb"[^\r\n\x80-\xff]*[\x80-\xff][^\r\n]*", data):
        lines.add(found.group()[:_MOST_EXAMINED])
        size += len(found.group())
        if size > _MOST_EXAMINED:
            break
    return b"\n".join(sorted(lines))


def _score(sample: bytes, encoding: str) -> float:
    """Log-likelihood of a byte beyond ASCII, on the average of those of different runs of them."""
    try:
        text = sample.decode(encoding)
    except UnicodeError:
        return float("-inf")
    runs = set(_RUN.findall(sample))
    return plausibility(text, encoding) / max(1, sum(len(run) for run in runs))


def _by_charset_normalizer(sample: bytes) -> str | None:
    """For all the other encodings that there are, such as Greek or Polish ones."""
    from charset_normalizer import from_bytes  # here, because hardly any file needs it

    best = from_bytes(sample).best()
    if best is None or not is_readable(str(best)):
        return None
    return codecs.lookup(best.encoding).name


def _is_wide(data: bytes, encoding: str) -> bool:
    """UTF-16 without a mark in front: every other byte of what is ASCII is zero."""
    start = data[: _MOST_EXAMINED // 2 * 2]
    zeros = start[1::2] if encoding == "utf-16-le" else start[::2]
    others = start[::2] if encoding == "utf-16-le" else start[1::2]
    if zeros.count(0) < 0.3 * len(zeros) or 0 in others:
        return False
    return _is_text(data, encoding) and is_readable(start.decode(encoding, "ignore"))


def _is_text(data: bytes, encoding: str) -> bool:
    text = io.TextIOWrapper(io.BytesIO(data), encoding)
    try:
        return not any("\0" in piece for piece in iter(lambda: text.read(_PIECE), ""))
    except UnicodeError:
        return False


def _converted(data: bytes, encoding: str, look: Callable[[], None]) -> bytes:
    """Piece by piece: a text takes up to four times its bytes."""
    decoder = codecs.getincrementaldecoder(encoding)()
    result = io.BytesIO()
    for start in range(0, len(data), _PIECE):
        look()
        result.write(decoder.decode(data[start : start + _PIECE]).encode())
    result.write(decoder.decode(b"", final=True).encode())
    return result.getvalue().replace(b"\0", b"") if encoding.startswith("utf-16") else result.getvalue()
