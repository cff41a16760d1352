"""What the window tells: errors, what is being read, what was saved, and that the run has come to its end."""

from __future__ import annotations

import contextlib
from pathlib import Path
from typing import Final

from PySide6.QtCore import QCoreApplication, QObject, QUrl
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QDesktopServices
from PySide6.QtWidgets import QLabel

from engine.data import is_file
from engine.data.preprocessing.sizes import size_text
from engine.errors import DataError, PlaygroundError
from engine.experiment.experiment import Experiment
from engine.store.presets import presets
from engine.train.snapshot import Snapshot
from engine.visible import visible
from playground.data.painting.start import starting_points
from playground.data.panel import DataPanel
from playground.document.files.file_dialogs import Files
from playground.document.session import Session
from playground.export.exports import Exports
from playground.lanes.seal_button import chosen_by_sentence
from playground.recovery.folders import log_folder
from playground.training.ending import done_text, ending_text
from playground.ui.look import theme
from playground.ui.text import field_text, i18n
from playground.ui.text.edit_descriptions import run_text
from playground.ui.text.numbers import percent
from playground.ui.widgets.message_bar import MessageBar
from playground.ui.widgets.notice_bar import NoticeBar

_ROUNDING: Final = 1e-5
"""Up to which share of their spread outputs count as the same."""

_MOST_SET: Final = 4
"""Settings made by hand that are told one by one."""


def story_of(preset: str) -> str:
    """One sentence; empty where that is no preset."""
    return next((i18n.preset_text(each.description) for each in presets() if each.name == preset), "")


class Messages(QObject):
    """One at a time, in the message bar; what is wrong with the data, in the panel of the data.

    The notices stay until somebody has answered them; who gives them is in `playground.shell.safety`.
    """

    def __init__(self, session: Session, files: Files, exports: Exports, parent: QObject) -> None:
        super().__init__(parent)
        self._session = session
        session.failed.connect(self._show_refusal)
        session.run.model_saved.connect(self.show_model_saved)
        session.run.saved.connect(self.show_run_saved)
        session.run.branched.connect(self._show_branched)
        session.document_changed.connect(self._forget_rows)
        session.file_came.connect(self._show_file)
        session.rows_gave_way.connect(self._show_rows)
        session.snapshot_changed.connect(self._tell_of_test_rows)
        session.painting_began.connect(self._show_painting)
        session.reading.connect(self.show_reading)
        session.downloading.connect(self.show_download)
        files.failed.connect(self.show_error)
        files.opened.connect(self.forget)
        files.copied.connect(self.show_copied)
        files.told.connect(self._show_about)
        exports.failed.connect(self.show_error)
        for source in (files, exports):
            source.too_early.connect(self._show_too_early)
        exports.done.connect(self._show_kept)
        session.training_changed.connect(self._forget_passing)

    def make(self, data: DataPanel) -> None:
        """All bars, in place of those that there are."""
        self.bar = MessageBar(is_line=True)
        self.bar.action_clicked.connect(self._take_back)
        self.closing = NoticeBar("closing")
        self.closing.waits_for_answer = True
        self.recovery = NoticeBar("recovery")
        self.crash = NoticeBar("crash")
        self.ending = QLabel()
        self.ending.setObjectName("ending")
        self.ending.setFont(theme.font("body", bold=True))
        self.ending.setContentsMargins(theme.SPACE_3, 0, theme.SPACE_3, 0)
        self.ending.hide()
        self._data = data
        self._told: set[tuple[int, int, int]] = set()
        self._told_last = ""
        self._too_early = self._passing = ""
        self._reading = ""
        self._run = -1
        self._about: tuple[str, object] = ("", None)
        """A message that speaks of one experiment or document, and which."""

    def show_error(self, error: PlaygroundError) -> None:
        text = i18n.error_text(error)
        section = self._data.parentWidget()  # which opens for it, where it is folded
        is_seen = self._data.sheets.is_open or (section is not None and section.isVisible())
        if isinstance(error, DataError) and is_seen:
            self._data.show_error(text, error)
        else:
            self.bar.show_message("error", text)

    def _show_too_early(self, error: PlaygroundError) -> None:
        """What there is nothing for yet: with the first figures it is over."""
        self.show_error(error)
        self._too_early = i18n.error_text(error)

    def _show_refusal(self, error: PlaygroundError) -> None:
        """Why something could not be done with this experiment; with another one the cause may be gone, and whoever
        trains it as it is has read it."""
        self.show_error(error)
        self._passing = i18n.error_text(error)
        self._about = self._passing, self._session.experiment

    def _show_file(
        self, experiment: Experiment, has_new_net: bool, by_hand: tuple[Experiment, Experiment] | None = None
    ) -> None:
        """What another file has brought with it, or what of the one before it goes by now."""
        data = experiment.data
        if has_new_net:
            text = self.tr("A small network is laid out for {name}; Undo brings back the one before.")
            text = text.format(name=visible(experiment.name))
        elif data.folds is not None:
            text = self.tr("The lanes are still {folds} folds, of {file} now.")
            text = text.format(folds=data.folds, file=visible(Path(data.source).name))
        elif by_hand is not None:
            text = self.tr("What you have set yourself stays for {name}: {settings}.")
            text = text.format(name=visible(experiment.name), settings=run_text(*by_hand, most=_MOST_SET))
        else:
            return
        self._show_about_now(text)

    def _show_branched(self, name: str, moved: float) -> None:
        """How far from the lane that it comes from a lane begins whose network is another."""
        text = self.tr("{name} begins with what its lane says, up to rounding.")
        if moved > _ROUNDING:
            text = self.tr("{name} begins with outputs that differ from its lane's by {share} of their spread.")
        self._show_about_now(text.format(name=visible(name), share=percent(moved, 1 if moved >= 0.1 else 2)))

    def _show_about_now(self, text: str) -> None:
        self.show_done(text)
        self._about = text, self._session.experiment

    def _show_painting(self, source: str) -> None:
        name = visible(Path(source).name) if is_file(source) else i18n.choice_name(source)
        text = self.tr("From now on you paint, in place of {source}.")
        if self._session.experiment.data.points == starting_points(None):
            text = self.tr("From now on you paint, in place of {source}: two clouds of points are there to begin with.")
        text = text.format(source=name)
        help_text = field_text.wrapped(self.tr("Takes the last change back, and brings its run back too."))
        self.bar.show_message("info", text, action=self.tr("Undo"), help_text=help_text)
        self._about = text, self._session.experiment

    def _show_rows(self, experiment: Experiment) -> None:
        data = experiment.data
        text = self.tr(
            "There are not enough rows for all, so the others gave way: {train} train, {validation} validate, {test} "
            "test now."
        )
        sizes = {name: size_text(getattr(data, name)) for name in ("train", "validation", "test")}
        text = text.format(**sizes)
        help_text = field_text.wrapped(self.tr("Takes the last change back, and brings its run back too."))
        self.bar.show_message("info", text, action=self.tr("Undo"), help_text=help_text)
        self._about = text, experiment

    def _tell_of_test_rows(self, snapshot: Snapshot | None) -> None:
        """Of a run, once, that its test rows were something else before."""
        if snapshot is None or snapshot.run == self._run:
            return
        self._run = snapshot.run
        if snapshot.openings.chosen_by:
            text = chosen_by_sentence(snapshot.openings.chosen_by)
            help_text = field_text.wrapped(self.tr("Takes the last change back, and brings its run back too."))
            self.bar.show_message("info", text, action=self.tr("Undo"), help_text=help_text)
            self._about = text, self._session.experiment

    def _take_back(self) -> None:
        """What the message speaks of: with any other change it is gone."""
        self._session.undo_stack.undo()

    def _show_about(self, text: str) -> None:
        """What is so as long as this document is there."""
        self.show_done(text)
        self._about = text, self._session.document

    def tell_story(self, preset: str = "") -> None:
        """What there is to be seen in a preset, or that which is open, as long as it is; nothing of what is none."""
        text = story_of(preset or self._session.experiment.name)
        if text:
            self._show_about(text)

    def follow(self, experiment: Experiment) -> None:
        """This is there now: what was said of another one is over."""
        text, about = self._about
        if text and about is not experiment and about != self._session.document:
            self._about = "", None
            self.forget_text(text)

    def forget_refusal(self) -> None:
        """There are rows now: what could not be done for the want of them can be."""
        text, about = self._about
        if isinstance(about, Experiment):
            self.forget_text(text)

    def _forget_rows(self) -> None:
        """What was wrong with rows that were asked for, in a document that is no longer there."""
        self._data.message.clear()
        self._data.sheets.forget_refused()

    def forget_text(self, text: str) -> None:
        """Where it is what is shown."""
        if self.bar.text() == text:
            self.forget()

    def show_done(self, text: str) -> None:
        self.bar.show_message("info", text)

    def _show_kept(self, text: str) -> None:
        """What is in a file now, or copied: with the next edit, or as soon as training begins or ends, it is news no
        more."""
        self._show_about_now(text)
        self._passing = text

    def _forget_passing(self) -> None:
        if self._passing:
            self.forget_text(self._passing)
            self._passing = ""

    def forget(self) -> None:
        """It speaks of what is no longer there."""
        self.bar.close_message()

    def show_reading(self, source: str) -> None:
        """That a source is being read; with an empty name, that this is over."""
        if source:
            self._reading = self._tr("Reading {source} …").format(source=i18n.choice_name(source))
            self.show_done(self._reading)
        else:
            self.forget_text(self._reading)

    def show_download(self, progress: tuple[str, int, int] | None) -> None:
        self._data.show_download(progress)

    def show_model_saved(self, path: Path) -> None:
        self._show_kept(self._tr("The model was saved as {path}.").format(path=path))

    def show_run_saved(self, path: Path) -> None:
        self._show_kept(self._tr("The run was saved as {path}.").format(path=path))

    def show_copied(self) -> None:
        self._show_kept(self._tr("Experiment copied as text."))

    def open_log_folder(self) -> None:
        """In the system's own program for folders; where there is none, its path is told."""
        folder = log_folder()
        with contextlib.suppress(OSError):
            folder.mkdir(parents=True, exist_ok=True)
        if not QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder))):
            self.show_done(self._tr("The log is in {folder}.").format(folder=folder))

    def tell_of_the_end(self, snapshot: Snapshot | None) -> None:
        """That the run is done, as long as it is; and once an end, why it is, or which weights the lanes have, until
        that is no longer so.
        """
        if snapshot is not None and self._too_early:
            self.forget_text(self._too_early)
            self._too_early = ""
        done = done_text(snapshot) if snapshot is not None else ""
        if done != self.ending.text():
            self.ending.setText(done)
            self.ending.setVisible(bool(done))
            if done:
                QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self.ending, done))
        text = ending_text(snapshot) if snapshot is not None else ""
        end = (snapshot.run, len(snapshot.lanes), snapshot.step) if snapshot is not None else (0, 0, 0)
        if text and end not in self._told:
            self._told.add(end)
            self._told_last = text
            self.show_done(text)
        elif not text and self._told_last:
            self.forget_text(self._told_last)

    @staticmethod
    def _tr(text: str) -> str:
        return QCoreApplication.translate("MainWindow", text)
