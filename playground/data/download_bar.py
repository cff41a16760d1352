"""How far a download is, or a file that takes long to read, and a button that stops it."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QProgressBar, QSizePolicy, QToolButton, QVBoxLayout, QWidget

from engine.data.sources.registry import is_file
from playground.ui.look import theme
from playground.ui.text import field_text
from playground.ui.text.i18n import choice_name
from playground.ui.text.numbers import fixed


class DownloadBar(QWidget):
    """Hidden unless something is downloaded, or read for more than a moment."""

    cancelled = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._text = QLabel()
        self._text.setFont(theme.font("small"))
        self._text.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.progress = QProgressBar()
        self.progress.setObjectName("download.progress")
        self.progress.setTextVisible(False)
        self.cancel_button = QToolButton()
        self.cancel_button.setObjectName("action.cancel_download")
        self.cancel_button.setText(self.tr("Cancel"))
        self.cancel_button.setIcon(theme.icon("close", "muted"))
        self.cancel_button.setIconSize(QSize(14, 14))
        self.cancel_button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.cancel_button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.cancel_button.setToolTip(field_text.wrapped(self.tr("Stop waiting: the rows that there were stay.")))
        self.cancel_button.clicked.connect(self._on_cancel)
        left = QVBoxLayout()
        left.setSpacing(theme.SPACE_1)
        left.addWidget(self._text)
        left.addWidget(self.progress)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, theme.SPACE_1, theme.SPACE_1, theme.SPACE_1)
        row.setSpacing(theme.SPACE_2)
        row.addLayout(left, 1)
        row.addWidget(self.cancel_button)
        self._explain(False)
        self.hide()

    def show_progress(self, source: str, done: int, total: int) -> None:
        """done, total: bytes."""
        self._explain(is_file(source))
        name = choice_name(source)
        text = self.tr("{name}: {done} of {total} MB")
        self._text.setText(text.format(name=name, done=fixed(done / 1e6, 1), total=fixed(total / 1e6, 1)))
        self.progress.setMaximum(1000)
        self.progress.setValue(min(1000, done * 1000 // total) if total else 0)
        self.show()

    def _explain(self, is_read: bool) -> None:
        """What it is that one waits for."""
        if is_read:
            about, bar, button = (
                self.tr("The file is read piece by piece; until all of it is there, the old rows stay."),
                self.tr("Reading"),
                self.tr("Cancel the reading"),
            )
        else:
            about, bar, button = (
                self.tr("The rows come over the network once and are kept; until they are there, the old ones stay."),
                self.tr("Download"),
                self.tr("Cancel the download"),
            )
        self.progress.setToolTip(field_text.wrapped(about))
        self.progress.setAccessibleName(bar)
        self.cancel_button.setAccessibleName(button)

    def _on_cancel(self) -> None:
        self.hide()
        self.cancelled.emit()
