"""Which version this is, on a page over the window."""

from __future__ import annotations

import platform

from PySide6 import __version__ as qt_version
from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from playground import __version__
from playground.recovery.folders import log_folder
from playground.shell.actions.sheet import Sheet
from playground.ui.look import theme


def _tr(text: str) -> str:
    return QCoreApplication.translate("About", text)


def about_sheet(window: QWidget) -> Sheet:
    """``sheet.about``, put away at first."""
    name = QLabel(_tr("Playground {version}").format(version=__version__))
    name.setFont(theme.font("display", bold=True))
    what = QLabel(_tr("Stack the layers of a neural network, press play, and watch it learn – or see why it does not."))
    parts = QLabel(
        _tr("Python {python}, Qt {qt}. MIT License.").format(python=platform.python_version(), qt=qt_version)
    )
    data = QLabel(_tr("The digits are those of Alpaydin and Kaynak, UCI Machine Learning Repository (CC BY 4.0)."))
    log = QLabel(_tr("Errors are logged in {folder}").format(folder=log_folder()))
    log.setWordWrap(True)
    page = QWidget()
    column = QVBoxLayout(page)
    column.setContentsMargins(0, 0, theme.SPACE_2, 0)
    column.setSpacing(theme.SPACE_2)
    for label in (name, what, parts, data, log):
        label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        column.addWidget(label)
    for label in (parts, data, log):
        label.setProperty("role", "muted")
    column.addStretch(1)
    sheet = Sheet(_tr("About"), page, window)
    sheet.setObjectName("sheet.about")
    return sheet
