"""How often the test rows of a run that has validation rows were looked at, and when."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from engine.records import record


@record
class Openings:
    """Each look at a test set makes it a little less of one: whoever goes back and changes something chooses by it.

    steps: of this run, in the order of the looks, each once; earlier: how many looks there were in other runs on the
    same split, or farther on than this run has come. seen: how many of the test rows these looks showed, where not all.
    chosen_by: how many of the test rows were validation rows of other runs, and have chosen between settings there.
    """

    steps: tuple[int, ...] = ()
    earlier: int = 0
    seen: int | None = None
    chosen_by: int = 0

    @property
    def count(self) -> int:
        """All looks."""
        return len(self.steps) + self.earlier

    def at(self, step: int) -> Openings:
        """With a look at this step."""
        return self if step in self.steps else replace(self, steps=(*self.steps, step))

    def of_run(self, step: int, count: int, seen: int | None = None, chosen_by: int = 0) -> Openings:
        """Of a run that has come to this step, where there were so many looks at its test rows, if not more."""
        own = tuple(look for look in self.steps if look <= step)
        earlier = max(self.count, count) - len(own)
        chosen_by = max(self.chosen_by, chosen_by)
        return Openings(own, earlier, None if own or not earlier else seen, chosen_by)


UNOPENED: Final = Openings()
