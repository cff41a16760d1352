"""What is made of days: how many there were, and where each stands in the day, the week and the year."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from engine.data.columns.uses import Use
from engine.data.files.wording import shown
from engine.errors import Remark


def about_cycles(uses: Sequence[Use]) -> Iterator[Remark]:
    """Of each column of days, what the network is given of it, and what would be the other way."""
    for use in uses:
        if use.kind != "date":
            continue
        template = "{column} is given as a number of days alone: what comes again each day, week or year is not seen."
        button = Remark("Give its cycles, too")
        if use.cycles:
            template = (
                "{column} is given as a number of days, and as places in the day, the week and the year, as far as its "
                "rows go through them."
            )
            button = Remark("Give the number alone")
        told = Remark(template, column=shown(use.name))
        yield told.mended_by(button, (f"data.columns.{use.name}.cycles", not use.cycles)).weighing(4)
