"""The queue of commands into the training thread, the ways to wait for one, and which of them are worth doing."""

from __future__ import annotations

import queue
import threading
from collections.abc import Sequence

from playground.worker.commands import (
    Branch,
    Command,
    Export,
    Inspect,
    Limit,
    Load,
    LookBack,
    SaveModel,
    SaveRun,
    Unbranch,
)


class Inbox:
    """Anybody may put into it; one thread takes out of it."""

    def __init__(self) -> None:
        self._commands: queue.SimpleQueue[Command] = queue.SimpleQueue()
        self._closing = threading.Event()
        self._wake = threading.Event()
        """Set with every command, and to close: it ends a wait for the next step."""

    @property
    def is_empty(self) -> bool:
        return self._commands.empty()

    @property
    def is_closed(self) -> bool:
        """Whether it is time to stop for good."""
        return self._closing.is_set()

    @property
    def interrupts(self) -> bool:
        """Whether there is something else to do than to train on."""
        return not self._commands.empty() or self._closing.is_set()

    def put(self, command: Command) -> None:
        self._commands.put(command)
        self._wake.set()

    def close(self) -> None:
        self._closing.set()
        self._wake.set()

    def take(self) -> list[Command]:
        """All that is queued, in order."""
        self._wake.clear()
        commands: list[Command] = []
        while not self._commands.empty():  # nobody else takes from the queue
            commands.append(self._commands.get())
        return commands

    def wait(self, seconds: float) -> None:
        """So long at most, or until there is a command."""
        self._wake.wait(seconds)


def passed_over(commands: Sequence[Command]) -> list[Load]:
    """Those of them that a later one makes pointless: quick edits need not wait for each other. None where lanes come
    or go meanwhile, for then something may lead back to each of the runs.
    """
    if any(isinstance(command, Branch | Unbranch) for command in commands):
        return []
    return [command for command in commands if isinstance(command, Load)][:-1]


def worth_doing(commands: Sequence[Command]) -> list[Command]:
    """Less what is for a run that a later Load takes the place of, and all but the newest of questions in a row."""
    if any(isinstance(command, Branch | Unbranch) for command in commands):
        return list(commands)
    last = max((index for index, command in enumerate(commands) if isinstance(command, Load)), default=0)
    outlives = (SaveModel, Export, SaveRun, Limit, Inspect)
    kept = [command for index, command in enumerate(commands) if index >= last or isinstance(command, outlives)]
    # While the timeline is dragged, or something is drawn, only the newest place or question counts.
    return [
        command
        for command, following in zip(kept, [*kept[1:], None], strict=True)
        if not (type(following) is type(command) and isinstance(command, LookBack | Inspect))
    ]
