"""Another document in place of the one before: an edit like any other, which says what of it is kept elsewhere."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

from PySide6.QtGui import QUndoStack

from engine.data import is_file
from engine.experiment.experiment import Experiment
from engine.experiment.lanes import own_layers
from engine.experiment.lanes.lane_edits import remove_lane
from playground.document.undo import BranchCommand, EditCommand, Show, Start
from playground.document.work import Edit


class Place(NamedTuple):
    """path: the file that a document is saved in; origin: the model or the run that it was opened from."""

    path: Path | None = None
    origin: Path | None = None

    @property
    def file(self) -> Path | None:
        """What a person calls it by."""
        return self.path or self.origin


class OpenCommand(EditCommand):
    """Another document: with the experiment, its place changes to and fro."""

    def __init__(
        self,
        show: Show,
        set_place: Callable[[Place], None],
        old: tuple[Experiment, Place],
        new: tuple[Experiment, Place],
        text: str,
        start: Start = None,
    ) -> None:
        self._places = old[1], new[1]
        self._set_place = set_place
        self.kept: Experiment | None = new[0]
        """What of this document is in a file, or comes with the program; None where it is nowhere else."""
        super().__init__(show, old[0], new[0], text, restart=True, start=start)

    def _describe(self) -> tuple[str, str]:
        file = self._places[1].file
        return self.text(), file.name if file is not None else self.names[1]

    def _documents(self) -> tuple[Path | None, Path | None] | None:
        return self._places[0].path, self._places[1].path

    def redo(self) -> None:
        self._set_place(self._places[1])
        super().redo()

    def undo(self) -> None:
        self._set_place(self._places[0])
        super().undo()


def opening_of(stack: QUndoStack, index: int | None = None) -> OpenCommand | None:
    """What has opened the document that is there now, or that was there at an index; None for the first one."""
    last = stack.index() if index is None else index
    commands = (stack.command(at) for at in reversed(range(last)))
    return next((command for command in commands if isinstance(command, OpenCommand)), None)


def command_of(
    edit: Edit, show: Show, without: Callable[[int], Show], set_place: Callable[[Place], None]
) -> EditCommand:
    """The command that does an edit which was kept. No later one is merged with it. ``without`` takes a lane away: the
    run that the window came back with goes on without it, for the one before a branch is not kept."""
    if edit.paths is None and _is_lane_more(edit):
        return BranchCommand((without(len(edit.old.lanes)), show), edit.old, edit.new, edit.text)
    if edit.paths is None and (lane := _lane_less(edit)) is not None:
        return BranchCommand((show, without(lane)), edit.old, edit.new, edit.text)
    if edit.paths is None:
        return EditCommand(show, edit.old, edit.new, edit.text, restart=edit.old == edit.new)
    old, new = (edit.old, Place(edit.paths[0])), (edit.new, Place(edit.paths[1]))
    return OpenCommand(show, set_place, old, new, edit.text)


def _is_lane_more(edit: Edit) -> bool:
    """Whether it brought one lane more, behind the others, and with it the layers that it alone has."""
    return len(edit.new.lanes) == len(edit.old.lanes) + 1 and own_layers.without(edit.new) == edit.old


def _lane_less(edit: Edit) -> int | None:
    """The lane that it took away, if so."""
    lanes = range(len(edit.old.lanes)) if len(edit.new.lanes) + 1 == len(edit.old.lanes) else range(0)
    return next((lane for lane in lanes if remove_lane(edit.old, lane) == edit.new), None)


def first_experiment(stack: QUndoStack) -> Experiment | None:
    """What was there before all edits; None where there are none."""
    command = stack.command(0) if stack.count() else None
    return command.edit().old if isinstance(command, EditCommand) else None


def files_opened(stack: QUndoStack) -> list[Experiment]:
    """The experiment as it was when a file of rows came, for each since the document was opened, the newest first."""
    found = []
    for index in reversed(range(stack.index())):
        command = stack.command(index)
        if not isinstance(command, EditCommand):
            continue
        edit = command.edit()
        if is_file(edit.new.data.source) and edit.new.data.source != edit.old.data.source:
            found.append(edit.new)
        if isinstance(command, OpenCommand):
            break
    return found
