from __future__ import annotations

import pytest

from engine.data.text import survey as module
from engine.data.text.survey import survey


@pytest.mark.parametrize("size", [1, 3, 64])
@pytest.mark.parametrize(
    "data", [b"", b"a\nb\n\nc", b"\n\n\n", b"a\r\nb", b'"', b"\xea\xb0\x80\n", b"1\x002\n", b"x" * 50]
)
def test_all_bytes_are_looked_at(data: bytes, size: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "_BLOCK", size)
    monkeypatch.setattr(module, "_AT_ONCE", 2 * size)  # so that longer ones are looked at in threads
    seen = survey(data)
    assert [seen.line_feeds_before(place) for place in range(len(data) + 1)] == [
        data.count(b"\n", 0, place) for place in range(len(data) + 1)
    ]
    assert seen.is_ascii == data.isascii()
    assert (seen.has_zeros, seen.has_returns, seen.has_quotes) == tuple(byte in data for byte in (b"\0", b"\r", b'"'))
