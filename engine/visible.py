"""What comes from outside - files, their names, servers - is shown as what it is: nothing in it is obeyed or hidden."""

from __future__ import annotations

import unicodedata
from typing import Final

_OBEYED: Final = frozenset({"Cc", "Cf", "Cs", "Zl", "Zp"})
"""Unicode's categories of what a terminal obeys (escapes, new lines), what turns the text behind it round, and what
nobody sees.
"""
_JOINERS: Final = "\u200c\u200d"
"""Part of how Persian and Indian scripts, and families of emoji, are written."""


def visible(text: str, *, keep: str = "") -> str:
    r"""The same text, with codes in place of what is not to be seen: ``\x1b[2J``, ``\u202e``.

    keep: characters that stay what they are, such as the new lines of a text of several.
    """
    if text.isprintable():  # nearly always
        return text
    return "".join(
        letter.encode("unicode_escape").decode("ascii")
        if unicodedata.category(letter) in _OBEYED and letter not in _JOINERS + keep
        else letter
        for letter in text
    )
