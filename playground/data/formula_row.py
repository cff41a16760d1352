"""A line for a formula of one's own, with a button that takes it away."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QSize, Qt
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QHBoxLayout, QLabel, QToolButton, QVBoxLayout, QWidget

from playground.ui.look import theme
from playground.ui.widgets.elided_label import ElidedLabel


def formula_row(name: str, formula: str, remove: Callable[[], None], picture: QPixmap | None = None) -> QWidget:
    """name: of the button, as an object; picture: stands before the formula."""
    button = QToolButton()
    button.setObjectName(name)
    button.setIcon(theme.icon("close"))
    button.setIconSize(QSize(14, 14))
    button.setToolTip(_tr("Take this input away"))
    button.setAccessibleName(_tr("Take away {formula}").format(formula=formula))
    button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    button.clicked.connect(lambda: remove())
    line = QWidget()
    row = QHBoxLayout(line)
    row.setContentsMargins(theme.SPACE_2, 0, 0, 0)
    row.setSpacing(theme.SPACE_2)
    if picture is not None:
        icon = QLabel()
        icon.setPixmap(picture)
        row.addWidget(icon)
    row.addWidget(ElidedLabel(formula), 1)
    row.addWidget(button)
    return line


def clear(rows: QVBoxLayout) -> None:
    """Takes away all lines."""
    while (old := rows.takeAt(0)) is not None:
        old.widget().deleteLater()  # type: ignore[union-attr]  # all are widgets


def _tr(text: str) -> str:
    return QCoreApplication.translate("InputSwitches", text)
