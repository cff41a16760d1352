"""How likely the letters are that bytes stand for in an encoding: what tells encodings apart in a short table.

The likelihood of each letter beyond ASCII is a rough guess: by its rank in its script, or by the letters beside it.
"""

from __future__ import annotations

import math
import re
import unicodedata
from collections.abc import Callable
from functools import cache

from engine.data.text.detection import common_letters

_BEYOND_ASCII = re.compile(r"[^\x00-\x7f]+")
_RARE, _ABSURD = math.log(2e-6), math.log(1e-8)
_LETTER = math.log(0.03)
"""One of some thirty."""
_SELDOM, _RARE_LETTER = math.log(0.01), math.log(0.001)
_AFTER_ANOTHER = math.log(0.1)
"""Where a word of ASCII letters has two others in a row; more are as much rarer again."""
_WRONG_CASE = math.log(0.01)
_SYMBOLS = "°µμ²³±×·½¼¾€£¥§©®«»–—‘’“”…‰ ￥、。（）：，％℃Ω№「」"
_SYMBOL = math.log(0.01)


def plausibility(text: str, encoding: str) -> float:
    """Log-likelihood of all runs of letters beyond ASCII, each different run counted once."""
    score = _SCRIPTS[encoding]
    runs = {(text[max(0, run.start() - 1) : run.start()], run.group()) for run in _BEYOND_ASCII.finditer(text)}
    return sum(score(before, run) for before, run in runs)


def _by_rank(letters: str, first: str, last: str) -> Callable[[str], float]:
    """Likelihood of a letter of a script from ``first`` to ``last``: Zipf's law over the ranks of the common ones."""
    total = sum(1 / (rank + 20) for rank in range(len(letters)))
    ranks = {letter: math.log(1 / (rank + 20) / total) for rank, letter in enumerate(letters)}

    def score(letter: str) -> float:
        return ranks.get(letter, _RARE if first <= letter <= last else _SYMBOL if letter in _SYMBOLS else _ABSURD)

    return score


@cache
def _script(encoding: str) -> Callable[[str], float]:
    if encoding == "cp949":
        return _by_rank(common_letters.HANGUL, "가", "힣")
    if encoding == "gb18030":
        return _by_rank(common_letters.SIMPLIFIED, "一", "鿿")
    if encoding == "big5hkscs":
        return _by_rank(common_letters.TRADITIONAL, "一", "鿿")
    kanji = _by_rank(common_letters.KANJI, "一", "鿿")
    kana = math.log(0.01)
    return lambda letter: kana if "ぁ" <= letter <= "ー" else kanji(letter)


def _thousands(encoding: str) -> Callable[[str, str], float]:
    def score(before: str, run: str) -> float:
        of_letter = _script(encoding)
        broken = _WRONG_CASE if before.isalpha() else 0.0  # such letters seldom continue an English word
        return broken + sum(map(of_letter, run))

    return score


def _latin(common: str, seldom: str) -> Callable[[str, str], float]:
    """``é`` in ``café``, ``°`` in ``(°C)``; ``common`` and ``seldom`` letters stand in words of the languages that
    are written so."""

    def score(before: str, run: str) -> float:
        total = 0.0
        for place, letter in enumerate(run):
            previous = run[place - 1] if place else before
            if letter in _SYMBOLS:
                total += _SYMBOL + (_WRONG_CASE if previous.islower() and letter in "³²±¼½¾" else 0.0)
            elif not letter.isalpha():
                total += _ABSURD / 2
            else:
                lower = letter.lower()
                total += _LETTER if lower in common else _SELDOM if lower in seldom else _RARE_LETTER
                total += min(place, 2) * _AFTER_ANOTHER
                total += _WRONG_CASE if previous.islower() and letter.isupper() else 0.0
        return total

    return score


def _alphabet(common: str) -> Callable[[str, str], float]:
    """Words of letters of its own, the commonest first."""

    def score(before: str, run: str) -> float:
        total = _WRONG_CASE if before.isalpha() else 0.0
        for place, letter in enumerate(run):
            rank = common.find(letter.lower())
            if rank < 0:
                total += _SYMBOL if letter in _SYMBOLS else _ABSURD
                continue
            total += math.log(0.1 / (1 + rank / 4))
            total += _WRONG_CASE if place and run[place - 1].islower() and letter.isupper() else 0.0
        return total

    return score


def is_readable(text: str) -> bool:
    """Whether all characters are some that people write: no control characters, nothing unassigned or private."""
    return not any(unicodedata.category(letter) in ("Cc", "Cn", "Co", "Cs") for letter in set(text) - set("\t\n\r\x1a"))


_SCRIPTS: dict[str, Callable[[str, str], float]] = {
    "cp1252": _latin("éèàáíóúñçäöüåãõâêîôûßœ", "ìïòøùëæýšžºª"),
    "cp1250": _latin("áčďéěíňóřšťúůýžąćęłńśźżöüäô", "őűăâîșşţțëľŕđçß"),
    "cp949": _thousands("cp949"),
    "gb18030": _thousands("gb18030"),
    "big5hkscs": _thousands("big5hkscs"),
    "cp932": _thousands("cp932"),
    "koi8-r": _alphabet("оеаинтсрвлкмдпуяыьгзбчйхжшюцщэфъё"),
    "cp1251": _alphabet("оеаинтсрвлкмдпуяыьгзбчйхжшюцщэфъёіїєґў"),
    "cp1253": _alphabet("αοιετσνηυρπκμλςδγωχθφβξζψάέήίόύώϊϋ"),
}
ENCODINGS = tuple(_SCRIPTS)
"""As Python calls them: Western and Central European, Korean, Chinese (simplified, traditional), Japanese, Russian
(two), Greek."""
LEAST = math.log(1e-4)
"""Of a byte on the average: what is less likely is written in none of them."""
