"""One undoable edit: the experiment before and after it."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtGui import QUndoCommand, QUndoStack

from engine.experiment import Experiment
from playground import i18n
from playground.edit_text import edit_text
from playground.work import Edit

MERGE_WITHIN = 1.0
"""Seconds: edits of one field that follow each other faster, as while a slider moves, are undone as one."""


class EditCommand(QUndoCommand):
    """Shows the new experiment when done, the old one when undone."""

    def __init__(
        self, show: Callable[[Experiment], None], old: Experiment, new: Experiment, text: str, merge: str = ""
    ) -> None:
        super().__init__(text)
        self._show = show
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

    def redo(self) -> None:
        self._show(self._new)

    def undo(self) -> None:
        self._show(self._old)

    def id(self) -> int:
        # Commands of one id are offered to mergeWith; -1 never is.
        return hash(self._merge) & 0x7FFFFFFF if self._merge else -1

    def mergeWith(self, other: QUndoCommand) -> bool:
        assert isinstance(other, EditCommand)
        if other._merge != self._merge or other._time - self._time > MERGE_WITHIN:
            return False
        self._new, self._time, self._described, self._edit = other._new, other._time, None, None
        self.setObsolete(self._new == self._old)
        return True


class OpenCommand(EditCommand):
    """Another document: with the experiment, the file that it is saved in changes to and fro."""

    def __init__(
        self,
        show: Callable[[Experiment], None],
        set_path: Callable[[Path | None], None],
        old: tuple[Experiment, Path | None],
        new: tuple[Experiment, Path | None],
        text: str,
    ) -> None:
        super().__init__(show, old[0], new[0], text)
        self._set_path = set_path
        self._paths = old[1], new[1]

    def _describe(self) -> tuple[str, str]:
        path = self._paths[1]
        return self.text(), path.name if path is not None else self.names[1]

    def _documents(self) -> tuple[Path | None, Path | None] | None:
        return self._paths

    def redo(self) -> None:
        self._set_path(self._paths[1])
        super().redo()

    def undo(self) -> None:
        self._set_path(self._paths[0])
        super().undo()


class BranchCommand(EditCommand):
    """One lane more, live; taken back, one less."""

    def __init__(
        self, ways: tuple[Callable[[], None], Callable[[], None]], old: Experiment, new: Experiment, text: str
    ) -> None:
        """ways: back to ``old``, and to ``new``."""
        super().__init__(self._to, old, new, text)
        self._ways = ways

    def _to(self, experiment: Experiment) -> None:
        self._ways[experiment is self._new]()


def edits_of(stack: QUndoStack) -> tuple[Edit, ...]:
    """All edits on an undo stack, those that can be redone too."""
    commands = [stack.command(index) for index in range(stack.count())]
    return tuple(command.edit() for command in commands if isinstance(command, EditCommand))


def command_of(edit: Edit, show: Callable[[Experiment], None], set_path: Callable[[Path | None], None]) -> EditCommand:
    """The command that does an edit which was kept. No later one is merged with it."""
    if edit.paths is None:
        return EditCommand(show, edit.old, edit.new, edit.text)
    old, new = (edit.old, edit.paths[0]), (edit.new, edit.paths[1])
    return OpenCommand(show, set_path, old, new, edit.text)


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
