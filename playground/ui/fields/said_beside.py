"""What is said at once beside an editor, such as why a number cannot be taken."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect
from PySide6.QtWidgets import QApplication, QToolTip, QWidget

from playground.ui.look import theme


def say_beside(editor: QWidget, text: str) -> None:
    """In a tip below the editor, or above it where the screen ends below.

    Qt would put it upon the editor there; and a tip that comes up under the pointer goes at once, for the pointer has
    left the window then.
    """
    top = editor.mapToGlobal(QPoint(0, 0))
    QToolTip.showText(top + QPoint(0, editor.height()), text, editor)
    tips = (window for window in QApplication.topLevelWidgets() if window.inherits("QTipLabel") and window.isVisible())
    for tip in tips:
        if tip.geometry().intersects(QRect(top, editor.size())):
            tip.move(tip.x(), top.y() - tip.height() - theme.SPACE_1)
