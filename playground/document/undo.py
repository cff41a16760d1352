"""One undoable edit: the experiment before and after it."""

from __future__ import annotations

import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final, NamedTuple, Protocol, TypeAlias

from PySide6.QtGui import QUndoCommand, QUndoStack

from engine.experiment.edits.live_edits import needs_restart
from engine.experiment.experiment import Experiment
from engine.train.kept.run_state import Checkpoint
from playground.document.work import Edit
from playground.ui.text import i18n
from playground.ui.text.edit_descriptions import edit_text
from playground.worker.commands import Weights

MERGE_WITHIN = 1.0
"""Seconds: edits of one field that follow each other faster, as while a slider moves, are undone as one."""


class LeftRun(NamedTuple):
    """A run as it was left."""

    number: int
    was_training: bool
    from_model: bool
    """Whether it began from parameters that the seed alone would not give."""


BEGINNING: Final = LeftRun(0, was_training=True, from_model=False)
"""A run of which no step was made: no run has this number, so it begins again with the seed's weights."""

Start: TypeAlias = LeftRun | Checkpoint | Weights | None
"""What the run of an experiment goes on from, where it does not begin with the seed's weights."""


class Show(Protocol):
    """Makes this the experiment, and says which run was left for it.

    Where the lanes have to start again, or with ``restart`` anyway, they go on from ``start``.
    """

    def __call__(self, experiment: Experiment, start: Start = None, *, restart: bool = False) -> LeftRun | None: ...


class EditCommand(QUndoCommand):
    """Shows the new experiment when done, the old one when undone; each with the run that was left there."""

    def __init__(
        self,
        show: Show,
        old: Experiment,
        new: Experiment,
        text: str,
        merge: str = "",
        *,
        restart: bool = False,
        start: Start = None,
    ) -> None:
        """With ``restart`` the lanes start again whatever has changed, from ``start`` where that is given."""
        super().__init__(text)
        self._show = show
        self._restarts = restart
        self._is_new = True
        self._old_run: Start = None
        self._new_run = start
        self._old = old
        self._new = new
        self._merge = merge
        self._time = time.monotonic()
        self._described: tuple[str, tuple[str, str]] | None = None
        self._edit: Edit | None = None

    @property
    def names(self) -> tuple[str, str]:
        """What the experiment is called before and after."""
        return self._old.name, self._new.name

    def description(self) -> tuple[str, str]:
        """The edit's name and what became of what, in the language on the screen: (``Units``, ``8 → 12``)."""
        if self._described is None or self._described[0] != i18n.language():
            self._described = i18n.language(), self._describe()
        return self._described[1]

    def _describe(self) -> tuple[str, str]:
        return edit_text(self._old, self._new, self.text())

    def edit(self) -> Edit:
        """What it does, to be kept; the same object until it changes."""
        if self._edit is None:
            self._edit = Edit(self.text(), self._old, self._new, self._documents())
        return self._edit

    def _documents(self) -> tuple[Path | None, Path | None] | None:
        return None

    @property
    def runs(self) -> frozenset[int]:
        """The numbers of the runs that it leads to."""
        return frozenset(run.number for run in (self._old_run, self._new_run) if isinstance(run, LeftRun))

    @property
    def goes_along(self) -> bool:
        """Whether the run goes on without a restart."""
        return not (self._restarts or needs_restart(self._old, self._new))

    def redo(self) -> None:
        restart = self._restarts and (self._is_new or self._new_run is not None)
        start, self._new_run, self._is_new = self._new_run, None, False
        self._old_run = self._show(self._new, start, restart=restart)

    def undo(self) -> None:
        start, self._old_run = self._old_run, None
        self._new_run = self._show(self._old, start, restart=self._restarts and start is not None)

    def id(self) -> int:
        # Commands of one id are offered to mergeWith; -1 never is.
        return hash(self._merge) & 0x7FFFFFFF if self._merge else -1

    def mergeWith(self, other: QUndoCommand) -> bool:
        assert isinstance(other, EditCommand)
        if other._merge != self._merge or other._time - self._time > MERGE_WITHIN:
            return False
        self._new, self._time, self._described, self._edit = other._new, other._time, None, None
        self._restarts |= other._restarts
        if self._new == self._old:
            self.setObsolete(True)
            if self._old_run != other._old_run:  # back to where it was: with the run that was there
                self._show(self._old, self._old_run, restart=True)
        return True


class BranchCommand(EditCommand):
    """One lane more, or one less, live; and so back."""

    def __init__(self, ways: tuple[Show, Show], old: Experiment, new: Experiment, text: str) -> None:
        """ways: back to ``old``, and to ``new``."""
        super().__init__(self._to, old, new, text)
        self._ways = ways

    @property
    def goes_along(self) -> bool:
        return True

    def _to(self, experiment: Experiment, start: Start = None, *, restart: bool = False) -> LeftRun | None:
        return self._ways[experiment is self._new](experiment, start, restart=restart)


@dataclass(slots=True)
class Jump:
    """A move through the history of which nothing is shown: the experiment it has come to, and the run that belongs to
    it; None where that is not known.
    """

    experiment: Experiment
    run: LeftRun | None

    def show(self, experiment: Experiment, start: Start, *, restart: bool) -> LeftRun | None:
        """As `Show`."""
        left = self.run
        if restart or needs_restart(self.experiment, experiment):
            self.run = start if isinstance(start, LeftRun) else None
        self.experiment = experiment
        return left


def runs_of(stack: QUndoStack) -> frozenset[int]:
    """The numbers of the runs that some undo or redo leads to."""
    commands = [stack.command(index) for index in range(stack.count())]
    return frozenset(run for command in commands if isinstance(command, EditCommand) for run in command.runs)


def goes_along(stack: QUndoStack, index: int) -> bool:
    """Whether no command up to a place in the history starts the lanes again."""
    here = stack.index()
    commands = [stack.command(at) for at in range(min(here, index), max(here, index))]
    return all(isinstance(command, EditCommand) and command.goes_along for command in commands)


def edits_of(stack: QUndoStack) -> tuple[Edit, ...]:
    """All edits on an undo stack, those that can be redone too."""
    commands = [stack.command(index) for index in range(stack.count())]
    return tuple(command.edit() for command in commands if isinstance(command, EditCommand))


def refill(stack: QUndoStack, commands: Sequence[EditCommand], index: int, clean: int) -> None:
    """Puts these commands in place of those on the stack; each of them is done, and those behind ``index`` undone."""
    stack.clear()
    for command in commands:
        stack.push(command)
    if clean < 0:
        stack.resetClean()
    else:
        stack.setIndex(clean)
        stack.setClean()
    stack.setIndex(index)
