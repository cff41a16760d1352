"""Errors that a person can act on: one sentence that says what, where and what to do."""

from __future__ import annotations

from pathlib import PurePath
from typing import Self

from engine.records import record
from engine.visible import visible


class PlaygroundError(ValueError):
    """Wrong input, in one plain sentence.

    The sentence is kept as a template and its values, so that the window can translate it:
    ``PlaygroundError("{path} is empty.", path=path)``. ``str(error)`` is the English sentence.
    """

    def __init__(self, template: str, **values: object) -> None:
        self.template = template
        self.values = values
        super().__init__(template.format(**self.shown_values()) if values else template)

    def kept(self) -> Self:
        """The same, to keep: without the frames that it has come through, which hold all that was there just then."""
        self.__cause__ = self.__context__ = None
        return self.with_traceback(None)

    def shown_values(self) -> dict[str, object]:
        """The values, with nothing in them that a screen obeys: they may come from a file or a server."""
        return {name: _shown(value) for name, value in self.values.items()}


def _shown(value: object) -> object:
    """Numbers and errors, which are shown already, as they are."""
    is_text = isinstance(value, str | PurePath) or (
        isinstance(value, BaseException) and not isinstance(value, PlaygroundError)
    )
    return visible(str(value)) if is_text else value


class ExperimentError(PlaygroundError):
    """An experiment says something impossible; ``path`` names the field (``layers.0.units``)."""

    def __init__(self, template: str, *, path: str = "", **values: object) -> None:
        self.path = path
        super().__init__(template, path=path, **values)


class DataError(PlaygroundError):
    """A data file cannot be used; the sentence names the file and, where it can, row and column."""


class FormulaError(PlaygroundError):
    """A formula cannot be read; the sentence quotes it and says at which place, from 1."""


class ModelError(PlaygroundError):
    """A saved model cannot be used."""


class Remark(PlaygroundError):  # noqa: N818
    """Nothing is wrong, but a person should know. Never raised: it is shown beside what it speaks of."""

    mend: Mend | None = None
    """What to do about it, where edits can."""
    gravity: int = 3
    """0: learning is in vain; 1: something is probably wrong; 2: it may mislead; 3: good to know; 4: so it was done."""

    def mended_by(self, text: Remark, *edits: tuple[str, object]) -> Remark:
        """The same remark, with its remedy."""
        self.mend = Mend(text, edits)
        return self

    def weighing(self, gravity: int) -> Remark:
        """The same remark, told sooner or later among others."""
        self.gravity = gravity
        return self


@record(eq=False)
class Mend:
    """text: what a button says; edits: (path, value), as for `engine.experiment.edits.field_edits.edited`."""

    text: Remark
    edits: tuple[tuple[str, object], ...]
