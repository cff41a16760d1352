"""Numbers as people around the world type them."""

from __future__ import annotations

import re
import unicodedata
from typing import Final

_SIGNS: Final = str.maketrans({"٫": ".", "．": ".", "٬": ",", "，": ",", "−": "-", "－": "-", "＋": "+"})
"""Arabic decimal and thousands signs, the full-width ones of East Asian keyboards, and a real minus."""
_GROUPED: Final = re.compile(r"([-+]?)(\d{1,3}(?:,\d{3})+|\d{1,3}(?:\.\d{3})+|\d{1,3}(?: \d{3})+)")
"""3,000 and 3.000 and 3 000."""


def plain(text: str) -> str:
    """The same with the digits and signs that Python writes, each one character as before: ٠٫٠٥ -> 0.05."""
    return "".join(map(_plain_digit, text.translate(_SIGNS)))


def _plain_digit(character: str) -> str:
    digit = unicodedata.decimal(character, None)
    return character if digit is None else str(digit)


def ungrouped(text: str) -> str:
    """A whole number without the signs between its thousands; any other text as it is."""
    match = _GROUPED.fullmatch(text.strip())
    return text if match is None else match[1] + re.sub(r"\D", "", match[2])
