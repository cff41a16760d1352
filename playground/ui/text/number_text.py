"""Numbers as people around the world type them, and as the window writes them."""

from __future__ import annotations

import re
import unicodedata
from typing import Final

_SIGNS: Final = str.maketrans({"٫": ".", "．": ".", "٬": ",", "，": ",", "−": "-", "－": "-", "＋": "+"})
"""Arabic decimal and thousands signs, the full-width ones of East Asian keyboards, and a real minus."""
_GROUPED: Final = re.compile(r"([-+]?)(\d{1,3}(?:,\d{3})+|\d{1,3}(?:\.\d{3})+|\d{1,3}(?: \d{3})+)")
"""3,000 and 3.000 and 3 000."""
_POWER: Final = re.compile(r"(?:([-+]?[\d.,]+)\s*[·×*]\s*)?10(?:\^([-+]?\d{1,3})|([⁻⁺]?[⁰¹²³⁴⁵⁶⁷⁸⁹]{1,3}))")
"""1·10⁻⁵ and 1*10^-5."""
_RAISED: Final = str.maketrans("⁻⁺⁰¹²³⁴⁵⁶⁷⁸⁹", "-+0123456789")


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


def unraised(text: str) -> str:
    """A power of ten as Python writes it, wherever it stands in a plain text: 1·10⁻⁵ -> 1e-5."""
    return _POWER.sub(lambda match: f"{match[1] or 1}e{match[2] or match[3].translate(_RAISED)}", text)
