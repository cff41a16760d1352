"""The queue of commands into the training thread, and the ways to wait for one."""

from __future__ import annotations

import queue
import threading

from playground.worker.commands import Command


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
