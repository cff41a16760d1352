"""Offers what a window that died has left, and brings it back: the experiment, its history of edits, and the run."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

from PySide6.QtCore import QDate, QLocale, QObject, Signal

from engine.checkpoints import load_checkpoint
from engine.errors import PlaygroundError
from engine.run_state import Checkpoint
from playground import i18n, journal
from playground.autosave import Autosave
from playground.desk import Desk, Leftover, leftovers
from playground.session import Session
from playground.widgets.field_text import wrapped
from playground.widgets.notice_bar import NoticeBar


class Recovery(QObject):
    """One leftover is offered after the other, the newest first, until each is answered or put off."""

    failed = Signal(object)
    """A PlaygroundError: something of it could not be brought back."""

    def __init__(self, session: Session, autosave: Autosave, root: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._autosave = autosave
        self._root = root
        self._left = leftovers(root)
        self._bar: NoticeBar | None = None
        self._is_waiting = False
        autosave.run_kept.connect(self._go_on)
        autosave.failed.connect(self._give_up)

    @property
    def offered(self) -> Leftover | None:
        """What can be restored now."""
        return self._left[0] if self._left else None

    def show_in(self, bar: NoticeBar) -> None:
        """Offers it there; again when the window has made a new bar."""
        self._bar = bar
        bar.action_clicked.connect(self.restore)
        bar.other_clicked.connect(self.discard)
        bar.closed.connect(self.put_off)
        bar.set_close_help(self.tr("Not now: it is offered again at the next start"))
        self._show()

    def restore(self) -> None:
        """Brings the offered work back; what is in the window now is left over in its place, if anything is."""
        if self.offered is None or self._is_waiting:
            return
        if self._autosave.is_run_kept():
            self._restore()
        else:
            self._is_waiting = True
            self._autosave.save_run()

    def discard(self) -> None:
        """Removes the offered work for good."""
        if self.offered is not None and not self._is_waiting:
            self._left.pop(0).discard()
            self._show()

    def put_off(self) -> None:
        """Asks no more in this window."""
        self._left.clear()

    def _go_on(self) -> None:
        if self._is_waiting:
            self._is_waiting = False
            self._restore()

    def _give_up(self, _: PlaygroundError) -> None:
        self._is_waiting = False

    def _restore(self) -> None:
        offered = self._left.pop(0)
        desk = Desk.take(offered)
        if desk is None:
            self.failed.emit(PlaygroundError("This unsaved work is already open in another window."))
            self._show()
            return
        try:
            work = journal.read(desk.edits)
        except PlaygroundError:
            desk.put_aside()
            self.failed.emit(
                PlaygroundError(
                    "The unsaved work from {time} is damaged and was put aside in {folder}.",
                    time=_time_text(offered.when),
                    folder=self._root,
                )
            )
            self._show()
            return
        checkpoint = self._checkpoint(desk)
        self._autosave.go_on_with(desk)
        self._left = leftovers(self._root)  # with what was in this window until now
        self._session.restore(work, checkpoint)
        self._show()

    def _checkpoint(self, desk: Desk) -> Checkpoint | None:
        if not desk.run.is_file():
            return None
        try:
            return load_checkpoint(desk.run)
        except (PlaygroundError, MemoryError):
            self.failed.emit(PlaygroundError("The edits are back, but the run is damaged: it starts again."))
            return None

    def _show(self) -> None:
        bar, offered = self._bar, self.offered
        if bar is None:
            return
        if offered is None:
            bar.clear()
            return
        older = len(self._left) - 1
        text = (
            self.tr("Unsaved work from {time} was found, and {count} older.")
            if older
            else self.tr("Unsaved work from {time} was found.")
        ).format(time=_time_text(offered.when), count=older)
        restore_help = wrapped(self.tr("Bring it back: the experiment, every edit to undo, and the run at its step"))
        discard_help = wrapped(self.tr("Remove it for good"))
        bar.show_notice("info", text, (self.tr("Restore"), restore_help), (self.tr("Discard"), discard_help))


def _time_text(when: datetime) -> str:
    """``14:32``, with the day where that is another than today."""
    if when.date() == datetime.now().date():
        return f"{when:%H:%M}"
    locale = QLocale(i18n.language())
    return f"{locale.toString(QDate(when.year, when.month, when.day), QLocale.FormatType.ShortFormat)} {when:%H:%M}"
