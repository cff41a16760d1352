"""Brings back what another window has left: the experiment, its history of edits, and the run."""

from __future__ import annotations

import contextlib
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import QDate, QLocale, QObject, Signal

from engine.errors import PlaygroundError
from engine.store.experiment_files import open_experiment
from engine.store.presets import first_experiment
from engine.train.kept.run_state import Checkpoint
from playground.document.session import Session
from playground.document.work import Work
from playground.recovery import journal
from playground.recovery.autosave import Autosave
from playground.recovery.undone import Undone
from playground.recovery.work_folder import Leftover, TakenError, WorkFolder, leftovers
from playground.ui.text import i18n
from playground.ui.text.field_text import wrapped
from playground.ui.text.preset_lanes import spoken
from playground.ui.widgets.notice_bar import NoticeBar


class Recovery(QObject):
    """The newest is gone on with at a start that asks for nothing else; all others are offered, one after the other."""

    failed = Signal(object)
    """A PlaygroundError: something of it could not be brought back."""
    restored = Signal(str)
    """It is there; and what was looked at, as `MainWindow.look` gives it."""

    started_fresh = Signal()
    """What the program opens on is there."""

    def __init__(self, session: Session, autosave: Autosave, root: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._autosave = autosave
        self._root = root
        self._left = leftovers(root)
        self._gone_on_with: Leftover | None = None
        """What is in the window since its start, while the bar says so."""
        self._document = session.document
        """The number of what the bar speaks of."""
        self._bar: NoticeBar | None = None
        self._wanted: Callable[[], object] | None = None
        """What is done as soon as the run lies on the disk."""
        autosave.run_kept.connect(self._go_ahead)
        autosave.failed.connect(self._give_up)
        autosave.left_behind.connect(self._on_left_behind)
        session.file_changed.connect(self._on_file_changed)

    @property
    def offered(self) -> Leftover | None:
        """What can be restored now."""
        return self._left[0] if self._left else None

    def show_in(self, bar: NoticeBar) -> None:
        """Offers it there; again when the window has made a new bar."""
        self._bar = bar
        bar.action_clicked.connect(self._on_action)
        bar.other_clicked.connect(self._on_other)
        bar.closed.connect(self.put_off)
        self._show()

    def go_on(self) -> None:
        """At the start: the newest, where there is any, in place of what nobody has touched yet."""
        while (newest := self.offered) is not None:
            try:
                is_there = self._restore()
            except (TakenError, FileNotFoundError):
                continue  # by another window that was opened just now; nobody has asked for this one
            if is_there and all(left.folder != newest.folder for left in self._left):
                self._gone_on_with, self._document = newest, self._session.document
                self._show()
            return

    def restore(self) -> None:
        """Brings the offered work back; what is in the window now is left over in its place, if anything is."""
        if self.offered is not None:
            self._when_safe(self._restore_or_say_why)

    def start_fresh(self) -> None:
        """As at the very first start; what is in the window now is left over, and offered."""
        self._when_safe(self._start_fresh)

    def offer_next(self) -> None:
        """Offers the work before the offered one instead, and after the oldest the newest again."""
        if self.offered is not None and self._wanted is None:
            self._left.append(self._left.pop(0))
            self._show()

    def put_off(self) -> None:
        """Asks no more in this window."""
        self._left.clear()
        self._gone_on_with = None

    def _on_file_changed(self) -> None:
        """What is in the window is another document by now: it is not what one went on with."""
        if self._gone_on_with is not None and self._session.document != self._document:
            self.put_off()
            self._show()

    def _on_left_behind(self) -> None:
        """Its run could not come back: it is offered again, for the file may be put right meanwhile."""
        self._gone_on_with = None
        self._left = leftovers(self._root)
        self._show()

    def _on_action(self) -> None:
        (self.restore if self._gone_on_with is None else self.start_fresh)()

    def _on_other(self) -> None:
        (self.offer_next if self._gone_on_with is None else self.restore)()

    def _when_safe(self, work: Callable[[], object]) -> None:
        if self._wanted is not None:
            return
        if self._autosave.is_run_kept():
            work()
        else:
            self._wanted = work
            self._autosave.save_run()

    def _go_ahead(self) -> None:
        wanted, self._wanted = self._wanted, None
        if wanted is not None:
            self._when_safe(wanted)  # it may have trained on since

    def _give_up(self, _: PlaygroundError) -> None:
        self._wanted = None

    def _start_fresh(self) -> None:
        problem = self._autosave.go_on_with(None)
        if problem is not None:
            self.failed.emit(problem)
            return
        self._gone_on_with = None
        self._left = leftovers(self._root)
        self._session.restore(Work(spoken(first_experiment())))
        self._autosave.begin()
        self.started_fresh.emit()
        self._show()

    def _restore_or_say_why(self) -> None:
        try:
            self._restore()
        except TakenError:
            self._fail(PlaygroundError("This unsaved work is already open in another window."))
        except FileNotFoundError:
            self._fail(PlaygroundError("This unsaved work is not there any more: newer work has taken its place."))

    def _fail(self, problem: PlaygroundError) -> None:
        self.failed.emit(problem)
        self._show()

    def _restore(self) -> bool:
        """Whether it is there now; if not, `failed` has said why.

        Raises:
            TakenError, FileNotFoundError: another window was quicker.
        """
        offered = self._left.pop(0)
        try:
            work_folder = WorkFolder.take(offered)
        except (TakenError, FileNotFoundError):
            raise
        except OSError as error:
            reason = error.strerror or error
            self._fail(PlaygroundError("{file} cannot be written: {reason}.", file=offered.folder, reason=reason))
            return False
        try:
            work = journal.read(work_folder.edits)
        except PlaygroundError:
            work_folder.put_aside()
            self._fail(
                PlaygroundError(
                    "The unsaved work from {time} is damaged and was put aside in {folder}.",
                    time=_time_text(offered.when),
                    folder=self._root,
                )
            )
            return False
        checkpoint, look = self._checkpoint(work_folder), _text(work_folder.look)
        undone = Undone.read(work_folder.undone)
        problem = self._autosave.go_on_with(work_folder)
        if problem is not None:
            work_folder.put_back()
            self._left.insert(0, offered)
            self._fail(problem)
            return False
        self._gone_on_with = None
        self._left = leftovers(self._root)  # with what was in this window until now
        self._session.restore(_compared_with_its_file(work), checkpoint)
        self.restored.emit(look)
        self._show()
        if (problem := undone.problem()) is not None:
            self._tell_undone(work_folder, problem)
        return True

    def _tell_undone(self, work_folder: WorkFolder, problem: PlaygroundError) -> None:
        """Once."""
        with contextlib.suppress(OSError):
            work_folder.undone.unlink()
        self.failed.emit(problem)

    def _checkpoint(self, work_folder: WorkFolder) -> Checkpoint | None:
        if not work_folder.run.is_file():
            return None
        from engine.store.run_files import load_checkpoint  # here: most starts have no run to go on with

        try:
            return load_checkpoint(work_folder.run)
        except (PlaygroundError, MemoryError):
            self.failed.emit(PlaygroundError("The edits are back, but the run is damaged: it starts again."))
            return None

    def _show(self) -> None:
        bar = self._bar
        if bar is None:
            return
        if self._gone_on_with is not None:
            self._tell_of(self._gone_on_with, bar)
        elif self.offered is not None:
            self._offer(self.offered, bar)
        else:
            bar.clear()

    def _tell_of(self, work: Leftover, bar: NoticeBar) -> None:
        """Of what is in the window, and of others where there are any."""
        older = len(self._left)
        if work.was_closed:
            text = (
                self.tr("You go on where you left off at {time}; older work is kept, too ({count}).")
                if older
                else self.tr("You go on where you left off at {time}.")
            )
        else:
            text = (
                self.tr(
                    "The program was cut off: this is your work as it was at {time}; older work is kept, too ({count})."
                )
                if older
                else self.tr("The program was cut off: this is your work as it was at {time}.")
            )
        fresh_help = wrapped(self.tr("The first experiment, untouched; this work stays, and is offered again"))
        older_help = wrapped(self.tr("Bring back the one before; this work stays, and is offered again"))
        bar.set_close_help(self.tr("Hide this: the work goes on"))
        bar.show_notice(
            "info",
            text.format(time=_time_text(work.when), count=older),
            (self.tr("Start fresh"), fresh_help),
            (self.tr("Older work"), older_help) if older else None,
        )

    def _offer(self, work: Leftover, bar: NoticeBar) -> None:
        others = len(self._left) - 1
        text = (
            self.tr("Work from {time} is kept, and other work ({count}).")
            if others
            else self.tr("Work from {time} is kept.")
        ).format(time=_time_text(work.when), count=others)
        restore_help = wrapped(self.tr("Bring it back: the experiment, every edit to undo, and the run at its step"))
        next_help = wrapped(self.tr("Offer another one instead; this work stays, and is offered again"))
        bar.set_close_help(self.tr("Not now: it is offered again at the next start"))
        next_one = (self.tr("Another"), next_help) if others else None
        bar.show_notice("info", text, (self.tr("Restore"), restore_help), next_one)


def _text(path: Path) -> str:
    """What is in a small file; empty where it cannot be read."""
    try:
        with path.open(encoding="utf-8") as stream:
            return stream.read(10_000)
    except (OSError, ValueError):
        return ""


def _compared_with_its_file(work: Work) -> Work:
    """Unsaved, where its file is not there any more, or holds something else by now."""
    if work.path is None or work.index != work.clean:
        return work
    try:
        is_saved = open_experiment(work.path) == work.experiment
    except PlaygroundError:
        is_saved = False
    return work if is_saved else replace(work, clean=-1)


def _time_text(when: datetime) -> str:
    """``14:32``, with the day where that is another than today."""
    if when.date() == datetime.now().date():
        return f"{when:%H:%M}"
    locale = QLocale(i18n.language())
    return f"{locale.toString(QDate(when.year, when.month, when.day), QLocale.FormatType.ShortFormat)} {when:%H:%M}"
