"""The columns that the rows of the lane table share with its header, so that everything stands in line."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from itertools import accumulate
from typing import Final

from PySide6.QtGui import QFontMetrics

from engine.experiment.lanes.spec import LANE_SETTINGS
from engine.records import record
from playground.ui.look import theme

ROW: Final = 28
"""Height of a row."""
VERDICT: Final = 26
"""Height of the line above the table that says which setting is best."""
INSET: Final = 7
"""How far into its column an editor's text starts; its heading starts there too."""
LONG_SEED: Final = 6
"""Seeds of more digits get a wider column, and no arrows beside them."""


@record
class Column:
    """A column: ``width``, plus its share (``stretch``) of the room there is. All in pixels.

    Where there is too little room, it can be as narrow as ``least``: first those whose words may end in an ellipsis
    (``yields``) go down to what they ``need``, then those whose headings have to be cut, and at last all go to the
    least: a name says which lane it is.
    """

    name: str
    width: int
    stretch: int = 0
    least: int | None = None
    yields: bool = False
    need: int = 0

    def slacks(self) -> tuple[int, int, int]:
        """What it gives, one after the other."""
        if self.least is None:
            return 0, 0, 0
        all_of_it = max(0, self.width - self.least)
        first = min(max(0, self.width - self.need), all_of_it) if self.yields else 0
        return first, 0 if self.yields else all_of_it, all_of_it - first if self.yields else 0


@record
class Span:
    """Where a column is."""

    x: int
    width: int

    @property
    def end(self) -> int:
        return self.x + self.width


FIGURES: Final = ("train_accuracy", "held_out_accuracy", "gap", "train_data_loss", "held_out_data_loss", "penalty")
"""Columns the run fills in. Losses are data losses; the penalty stands by itself."""
TEST: Final = "test_accuracy"
"""One more, where the held-out rows are validation rows."""
ERRORS: Final = ("train_error", "held_out_error", "test_error")
"""Columns of numbers that are learned, in the unit of the label; the last one goes with `TEST`."""
TESTS: Final = frozenset({TEST, ERRORS[-1]})
RUN: Final = (*FIGURES, TEST, *ERRORS)
"""All columns the run fills in."""
COSTS: Final = ("parameters", "multiplications", "step_ms")
"""What a lane costs. They are shown where a person asks for them."""
_COLUMNS: Final = (
    Column("mark", 40, least=37),
    Column("visible", 24),
    Column("name", 82, 5, least=58, yields=True, need=110),
    Column("initialization", 144, 1, least=84, yields=True, need=84),
    Column("l2", 66, 2, least=60),
    Column("rate", 62, 2, least=62),
    Column("learning_rate", 66, 2, least=66),
    Column("seed", 56, 2),
    Column("divider", 6),
    Column("train_accuracy", 56, 2),
    Column("held_out_accuracy", 56, 2),
    Column("gap", 48, 2),
    Column("train_error", 0),
    Column("held_out_error", 0),
    Column("train_data_loss", 56, 2),
    Column("held_out_data_loss", 56, 2),
    Column("penalty", 56, 2),
    Column(TEST, 0),
    Column("test_error", 0),
    *(Column(name, 62, 2) for name in COSTS),
    Column("stopped", 0),
    Column("edge", 4, least=0),
)
SETTINGS: Final = tuple(column.name for column in _COLUMNS if column.name in LANE_SETTINGS)
"""Columns a person edits, besides the name."""
_SEVEN: Final = {
    "train_accuracy": 52,
    "held_out_accuracy": 52,
    "gap": 48,
    "train_data_loss": 48,
    "held_out_data_loss": 48,
    "penalty": 48,
    TEST: 52,
}
"""Widths of the figures where the test set stands apart: closer together, so that none needs scrolling at 1280 pixels.
"""
_OF_ERRORS: Final = dict.fromkeys(ERRORS, 52)
_MORE: Final = 76
"""Width of a column for a setting that is not in every table."""
_LEAST_MORE: Final = 62
"""The same of numbers, where there is too little room: as wide as the others, and as a heading that is hardly longer.
"""
_WORDS: Final = 108
"""The same where its values are words."""
_STOPPED: Final = Column("stopped", 50, 4, least=16)
"""While some lane has stopped early, or is the best that it was; at the least its mark, and the rest in the tooltip."""
_LATE: Final = replace(_STOPPED, least=44)
"""While some lane has made fewer steps than the run: there is no mark for that, so the number has its room."""
_WIDEST: Final = 1500
"""Above it the columns do not drift further apart."""
_BESIDE: Final = 3
"""Free room beside a heading, at least."""
_BESIDE_DIGITS: Final = 26
"""Free room in an editor beside its digits."""
_STEP: Final = 8
"""Pixels by which a column of figures grows, so that it does not tremble with every digit."""
_SHORT_NAME: Final = 76
"""Pixels of the column: so much room a name has in any case."""
_LONGEST_NAME: Final = 220
"""Pixels: so much room a name is given where there is any."""


class Columns:
    """Where the columns are. Each is as wide as its figures and its heading need, at least."""

    def __init__(self, headings: Mapping[str, str]) -> None:
        """headings: column -> title, in the language that is set"""
        self._spans: dict[int, dict[str, Span]] = {}
        self._fits: dict[tuple[Column, str], Column] = {}
        """Under a heading: a column is given the same one again and again while others come and go."""
        self._given_up: frozenset[str] = frozenset()
        self.set_headings(headings)

    def set_headings(
        self, headings: Mapping[str, str], more: Mapping[str, bool] | None = None, hidden: Collection[str] = COSTS
    ) -> None:
        """Other titles, and with them other columns. Call `set_contents` then.

        more: settings that have no column of their own yet, and whether they are words; they stand before the seed.
        """
        widths = (_SEVEN if TEST in headings else {}) | {name: _OF_ERRORS[name] for name in ERRORS if name in headings}
        columns = [
            replace(column, width=widths[column.name], stretch=2) if column.name in widths else column
            for column in _COLUMNS
        ]
        place = next(place for place, column in enumerate(columns) if column.name == "seed")
        columns[place:place] = [
            Column(name, _WORDS, 2, least=_MORE)
            if is_words
            else Column(name, _MORE, 2, least=min(max(_LEAST_MORE, _room(headings.get(name, ""))), _MORE))
            for name, is_words in (more or {}).items()
        ]
        columns = [column for column in columns if column.name not in hidden]
        self._fitted = [self._fit(column, headings.get(column.name, "")) for column in columns]
        self._contents: tuple[int, int, bool, bool, dict[str, int], dict[str, int]] = (0, 0, False, False, {}, {})
        self._with_contents = self._fitted
        self.give_up(self._given_up)

    def _fit(self, column: Column, heading: str) -> Column:
        fit = self._fits.get((column, heading))
        if fit is None:
            fit = self._fits[column, heading] = _fitted(column, heading)
        return fit

    @property
    def names(self) -> tuple[str, ...]:
        """In their order."""
        return tuple(column.name for column in self._columns)

    @property
    def given_up(self) -> frozenset[str]:
        """Columns that are left out so that the others have room."""
        return self._given_up

    def give_up(self, names: frozenset[str]) -> None:
        """Leaves out these columns, and no others."""
        self._given_up = names
        self._columns = [column for column in self._with_contents if column.name not in names]
        self._spans.clear()

    @property
    def narrowest(self) -> int:
        """Below this width the table scrolls sideways."""
        return self.narrowest_without(self._given_up)

    def narrowest_without(self, names: frozenset[str]) -> int:
        """The same if these columns were given up, and no others."""
        return sum(column.width - sum(column.slacks()) for column in self._with_contents if column.name not in names)

    def set_contents(
        self,
        *,
        names_width: int = 0,
        seed_digits: int,
        has_ended: bool,
        is_late: bool = False,
        figures: Mapping[str, int] | None = None,
        settings: Mapping[str, int] | None = None,
    ) -> bool:
        """Makes room for names so wide, for long seeds, for the steps at which lanes stopped or were best or that they
        lack (``is_late``), and for figures and numbers that are set so wide.

        figures, settings: column -> pixels of the widest text in it

        True if the columns are others now.
        """
        wide = {name: width + 2 * _BESIDE for name, width in (figures or {}).items() if width}
        long_seed = seed_digits if seed_digits > LONG_SEED else 0
        edited = {name: width + _BESIDE_DIGITS for name, width in (settings or {}).items() if width}
        contents = (min(names_width, _LONGEST_NAME), long_seed, has_ended, is_late, wide, edited)
        if contents == self._contents:
            return False
        self._contents = contents
        digits = QFontMetrics(theme.font("number", bold=True)).horizontalAdvance("0") * contents[1]
        self._with_contents = [
            _with_names(column, contents[0] + 2 * INSET)
            if column.name == "name"
            else replace(column, width=max(column.width, digits + _BESIDE_DIGITS))
            if column.name == "seed" and digits
            else _with_digits(column, edited[column.name])
            if column.name in edited
            else (_LATE if is_late else _STOPPED)
            if column.name == "stopped" and has_ended
            else replace(column, width=-(-wide[column.name] // _STEP) * _STEP)
            if column.name in wide and 0 < column.width < wide[column.name] - _BESIDE
            else column
            for column in self._fitted
        ]
        self.give_up(self._given_up)
        return True

    def spans(self, width: int) -> dict[str, Span]:
        """The place of each column in a row of this width."""
        if width not in self._spans:
            if len(self._spans) > 8:
                self._spans.clear()  # widths that were passed through
            self._spans[width] = self._placed(width)
        return self._spans[width]

    def _placed(self, width: int) -> dict[str, Span]:
        columns = self._columns
        room = min(width, _WIDEST) - sum(column.width for column in columns)
        if room >= 0:
            extras = _shared(room, [column.stretch for column in columns])
        else:
            extras = [0] * len(columns)
            for slacks in zip(*(column.slacks() for column in columns), strict=True):
                taken = min(-room, sum(slacks))
                room += taken
                extras = [extra - given for extra, given in zip(extras, _shared(taken, slacks), strict=True)]
        result: dict[str, Span] = {}
        x = 0
        for column, extra in zip(columns, extras, strict=True):
            result[column.name] = Span(x, column.width + extra)
            x += column.width + extra
        return result


def _shared(room: int, parts: Sequence[int]) -> list[int]:
    """Room dealt out in proportion, in whole pixels; from running totals, so that rounding never adds up."""
    total = sum(parts) or 1
    ends = [room * given // total for given in accumulate(parts)]
    return [end - start for start, end in zip([0, *ends], ends, strict=False)]


def _with_names(column: Column, wide: int) -> Column:
    """wide: pixels of the longest name. A short one is never cut: the table scrolls sideways sooner."""
    return replace(column, width=max(column.width, wide), least=max(column.least or 0, min(wide, _SHORT_NAME)))


def _with_digits(column: Column, wide: int) -> Column:
    """wide: pixels of the longest number beside its arrows: 0.0056 cut short reads as another one."""
    return replace(column, width=max(column.width, wide), least=max(column.least or 0, wide))


def _room(heading: str) -> int:
    """Pixels of a setting's heading, at least; of one that names its layer too, which goes without where it has to."""
    return INSET + QFontMetrics(theme.font("small", bold=True)).horizontalAdvance(heading.rpartition(": ")[2])


def _fitted(column: Column, heading: str) -> Column:
    """With room for its heading: that of a setting is bold where lanes differ, that of a figure never is."""
    is_figure = column.name in (*RUN, *COSTS)
    if not heading:
        return column
    advance = QFontMetrics(theme.font("small", bold=not is_figure)).horizontalAdvance(heading)
    least = advance + _BESIDE + (_BESIDE + 1 if is_figure else INSET)
    if column.name in FIGURES and column.width:
        digits = QFontMetrics(theme.font("number"))
        least = max(least, digits.horizontalAdvance("\N{MINUS SIGN}0.000") + digits.horizontalAdvance("0"))
    return replace(
        column,
        width=max(column.width, least),
        least=max(column.least or 0, least) if column.yields else column.least,
    )
