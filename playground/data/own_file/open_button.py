"""The button that opens a person's own rows: a file, or from its menu a folder of pictures."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Qt, SignalInstance
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QToolButton

from playground.ui.text import field_text
from playground.ui.widgets.section import SectionHeader


def add_open_button(header: SectionHeader, file: SignalInstance, pictures: SignalInstance) -> QToolButton:
    """``file`` and ``pictures`` say what is wanted."""
    help_text = _tr(
        "Learn from your own rows: a table (CSV, Excel, Parquet, ARFF …) with a column to be learned, or pictures."
    )
    button = header.add_button("folder", _tr("Open your own data"), "action.open_data")
    button.setText(_tr("Your data…"))
    button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
    button.setToolTip(field_text.wrapped(help_text, _tr("Or drop the file on the window.")))
    menu = QMenu(button)
    menu.setToolTipsVisible(True)
    _add_entry(menu, _tr("A table or a file of pictures…"), "data.open_file", file)
    folder = _add_entry(menu, _tr("A folder of pictures…"), "data.open_pictures", pictures)
    folder.setToolTip(_tr("PNG, JPEG and other pictures, in a folder for each class."))
    button.setMenu(menu)
    button.setPopupMode(QToolButton.ToolButtonPopupMode.MenuButtonPopup)
    return button


def _add_entry(menu: QMenu, text: str, name: str, wanted: SignalInstance) -> QAction:
    action = menu.addAction(text)
    action.setObjectName(name)
    action.triggered.connect(wanted)
    return action


def _tr(text: str) -> str:
    return QCoreApplication.translate("DataPanel", text)
